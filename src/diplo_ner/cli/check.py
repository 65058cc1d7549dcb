"""The command that proof-reads names."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

from ..errors import ConfigurationError
from ..io.document import Document
from ..proofreading import Finding, proofread
from ..safe import encodable
from .console import Console, visible
from .engine import Engine
from .exits import Exit
from .job import Job
from .outputs import check_file, open_output
from .running import Run

CheckFormat = Literal["text", "github", "json"]


def write_check(job: Job, engine: Engine, *, format: str = "text", style: Path | None = None) -> int:
    """Read the documents of a job and write a line for each form of a name that may be wrong.

    Args:
        job: what to read and where to write.
        engine: the library.
        format: text (``FILE:LINE:COLUMN FORM → INSTEAD (REASON)``), github (annotations of a workflow) or json (an
            object a line).
        style: a file of preferred spellings.

    Returns:
        The exit status: 1 where something was found, or an input failed.

    Raises:
        ConfigurationError: there is no such format, or the file of spellings cannot be used.
    """
    from ..house_style import house_style
    from ..lexicon.own_names import own_names

    ways: dict[str, Callable[[Document, Finding, int, int], str]] = {"text": _text, "github": _github, "json": _json}
    if format not in ways:
        raise ConfigurationError(f"there is no format {format!r}", advice=f"one of: {', '.join(get_args(CheckFormat))}")
    preferences = house_style(style) if style else ()
    own = own_names(job.names) if job.names else ()
    check_file(job.failures, force=job.force)
    check_file(job.output, force=job.force)
    something = False
    job = replace(job, aside=(style,) if style else ())
    with Run(job, engine.without_quotes(), Console(quiet=job.quiet)) as run:
        results = run.results()
        with open_output(job.output, force=job.force) as stream:
            for document, extraction in results:
                findings = proofread(document.text, extraction, style=preferences, own=own)
                for finding, (line, column) in zip(findings, _places(document.text, findings), strict=True):
                    something = True
                    stream.write(encodable(ways[format](document, finding, line, column)).encode() + b"\n")
        status = run.finish()
    return Exit.SOME_FAILED if something else status


def _places(text: str, findings: Iterable[Finding]) -> list[tuple[int, int]]:
    """Line and column of each, counted from 1, columns in code points."""
    starts = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]
    lines = [bisect_right(starts, finding.start) for finding in findings]
    return [(line, f.start - starts[line - 1] + 1) for line, f in zip(lines, findings, strict=True)]


def _text(document: Document, finding: Finding, line: int, column: int) -> str:
    return visible(f"{document.source}:{line}:{column} {_advice(finding)}")


def _github(document: Document, finding: Finding, line: int, column: int) -> str:
    message = _advice(finding).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = document.source.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    last = column + finding.end - finding.start
    return f"::warning file={file},line={line},col={column},endColumn={last},title={finding.kind}::{message}"


def _json(document: Document, finding: Finding, line: int, column: int) -> str:
    place = {"file": document.source, "doc": document.doc_id, "line": line, "column": column}
    return json.dumps({**place, **finding._asdict()}, ensure_ascii=False)


def _advice(finding: Finding) -> str:
    return f"{' '.join(finding.text.split())} → {finding.instead} ({finding.reason})"
