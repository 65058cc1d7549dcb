"""The commands whose result is a table: entities and quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import get_args

from ..errors import ConfigurationError
from ..io.rows import (
    ENTITY_COLUMNS,
    PER_ENTITY_COLUMNS,
    QUOTE_COLUMNS,
    Row,
    entity_rows,
    kept_cells,
    kept_columns,
    quote_rows,
    rows_per_entity,
)
from ..io.spool import Done
from ..io.tables import TableFormat, open_table
from ..metadata.fields import ALL
from .console import Console
from .engine import Engine
from .job import Job
from .outputs import check_file, kept_beside, open_output
from .running import Run

_PLAIN = frozenset({"", "txt"})
"""Endings of an output that say nothing of its format: CSV."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that documents make: its columns, and how a document, or else the whole run, gives its rows."""

    columns: Mapping[str, str]
    of_document: Callable[[Done], Iterable[Row]] | None = None
    of_run: Callable[[Iterable[Done]], Iterable[Row]] | None = None


MENTIONS = Table(ENTITY_COLUMNS, of_document=lambda done: entity_rows(done.extraction, done.document.text))
QUOTES = Table(QUOTE_COLUMNS, of_document=lambda done: quote_rows(done.extraction, done.document.text))
ENTITIES = Table(PER_ENTITY_COLUMNS, of_run=lambda run: rows_per_entity(done.extraction for done in run))


def write_table(job: Job, engine: Engine, table: Table, *, format: str | None = None, excel: bool = False) -> int:
    """Read the documents of a job and write a table.

    Args:
        job: what to read and where to write.
        engine: the library.
        table: which table.
        format: csv, jsonl or parquet; None: by the ending of the output, else csv.
        excel: CSV as French Excel opens it.

    Returns:
        The exit status.

    Raises:
        ConfigurationError: the options do not go together.
        OutputError: the output cannot be written.
    """
    form = _format(format, job.output, excel=excel)
    keep = job.read.fields.keep
    if ALL in keep and not job.merge:
        raise ConfigurationError("--keep all needs the whole run for its columns", advice="name them, or merge")
    if table.of_run is not None and not job.merge:
        raise ConfigurationError("one row an entity needs ids of the run", advice="leave out --no-merge")
    check_file(job.failures, force=job.force)
    check_file(job.output, force=job.force)
    with Run(job, engine, Console(quiet=job.quiet), keep=kept_beside(job.output)) as run:
        results = run.results()
        with open_output(job.output, force=job.force, binary=form == "parquet") as stream:
            if table.of_document is not None:
                first = list(islice(results, 1))  # with it, a run that merges has read all documents
                kept = kept_columns(run.extras if ALL in keep else keep, table.columns)
                columns = {**table.columns, **dict.fromkeys(kept, "string")}
                writer = open_table(stream, columns, form, excel=excel)
                for done in chain(first, results):
                    cells = kept_cells(done.document.meta, kept)
                    writer.write({**row, **cells} for row in table.of_document(done))
            else:
                writer = open_table(stream, table.columns, form, excel=excel)
                writer.write(table.of_run(results) if table.of_run is not None else ())
            writer.close()
        return run.finish()


def _format(format: str | None, output: Path | None, *, excel: bool) -> TableFormat:
    known: dict[str, TableFormat] = {name: name for name in get_args(TableFormat)}
    wanted = format or (output.suffix.lower().lstrip(".") if output else "")
    if format is not None and format not in known:
        raise ConfigurationError(f"there is no format {format!r}", advice=f"one of: {', '.join(known)}")
    if wanted not in known and wanted not in _PLAIN:
        raise ConfigurationError(
            f"no table is written as .{wanted}", advice=f"say --format with one of: {', '.join(known)}"
        )
    form = known.get(wanted, "csv")
    if excel and form != "csv":
        raise ConfigurationError("--excel is for CSV", advice="leave it out, or say --format csv")
    return form
