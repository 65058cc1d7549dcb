"""The inputs of a run that failed, as a CSV file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .atomic import atomic_write
from .document import Failure
from .tables import open_table

FAILURE_COLUMNS = {"source": "string", "doc": "string", "reason": "string", "advice": "string"}


def write_failures(path: Path, failures: Iterable[Failure], *, force: bool = False) -> None:
    """Write a row for each failure; without failures, only the header.

    Raises:
        OutputError: the file exists and ``force`` is not said, or cannot be written.
    """
    with atomic_write(path, force=force) as stream:
        table = open_table(stream, FAILURE_COLUMNS, "csv")
        table.write({"source": f.source, "doc": f.doc_id, "reason": f.reason, "advice": f.advice} for f in failures)
        table.close()


def is_failures(path: Path) -> bool:
    """Whether a file is a list of failures that a run wrote."""
    try:
        with path.open("rb") as stream:
            return stream.readline().rstrip() == ",".join(FAILURE_COLUMNS).encode()
    except OSError:
        return False
