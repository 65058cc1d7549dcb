"""The command that writes the HTML report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import ConfigurationError
from ..io.atomic import atomic_write
from ..report import render as render_page
from ..safe import encodable
from ..schema import Extraction
from ..wording.words import Words
from .console import Console
from .engine import Engine
from .job import Job
from .outputs import check_file, kept_beside
from .running import Run

Render = Callable[..., str]


def write_report(job: Job, engine: Engine, render: Render = render_page, *, title: str = "", lang: str = "fr") -> int:
    """Read the documents of a job and write one HTML file over them.

    Args:
        job: what to read and where to write.
        engine: the library.
        render: (results, texts, title=, lang=) -> HTML; by default ``diplo_ner.report.render``.
        title: the report's title; by default the name of its file.
        lang: the report's language, fr or en.

    Raises:
        ConfigurationError: no file to write is named, or the report does not speak the language.
        OutputError: it cannot be written.
    """
    file = job.output
    if file is None:
        raise ConfigurationError("a report needs a file", advice="say -o FILE.html")
    Words(lang)
    check_file(job.failures, force=job.force)
    check_file(file, force=job.force)
    with Run(job, engine, Console(quiet=job.quiet), keep=kept_beside(file)) as run:
        results: list[Extraction] = []
        texts: list[str] = []
        for document, extraction in run.results():
            results.append(extraction)
            texts.append(document.text)
        html = render(results, texts, title=title or _title(file), lang=lang)
        with atomic_write(file, force=job.force) as stream:
            stream.write(encodable(html).encode())
        return run.finish()


def _title(file: Path) -> str:
    return file.stem
