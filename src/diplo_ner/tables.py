"""Reading the data files: CSV with a header, where lines that start with ``#`` tell where the facts come from."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows(package: str, name: str) -> Iterator[dict[str, str]]:
    """Rows of ``data/NAME`` in a package, as dicts; comment and blank lines are passed over.

    Cells that a short row lacks at its end are empty.
    """
    lines = files(package).joinpath("data", name).read_text("utf-8").splitlines()
    yield from csv.DictReader((line for line in lines if line.strip() and not line.startswith("#")), restval="")


def cell_list(cell: str) -> list[str]:
    """The parts of a cell whose values are separated by ``|``.

    >>> cell_list("russe|russes")
    ['russe', 'russes']
    """
    return [part.strip() for part in cell.split("|") if part.strip()]
