"""What can be wrong with a data file, told with file, line and reason.

Loading a table trusts it; these checks run in the tests, and for whoever adds a row. Names are compared by
their folded spelling, with hyphens taken for spaces, since that is how they are looked up.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import NamedTuple

from ..errors import LexiconError
from ..tables import cell_list
from ..text.fold import fold

Row = Mapping[str, str]


class Problem(NamedTuple):
    """A fault of a data file; ``line`` counts from 1, comments included, as an editor shows it."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        """``FILE:LINE: REASON``, as compilers write it."""
        return f"{self.file}:{self.line}: {self.reason}"


class TableError(LexiconError, ValueError):
    """A data file has faults; the message lists them, one a line."""


def require(problems: Collection[Problem]) -> None:
    """Raise `TableError` with every problem in it, unless there is none.

    >>> require([])
    """
    if problems:
        raise TableError("\n".join(str(problem) for problem in problems))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a data file, each with its line number."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]
    ragged: tuple[int, ...] = ()
    """Lines whose number of cells is not that of the header."""

    def shape_problems(self) -> Iterator[Problem]:
        """Rows with too few or too many cells, cells with spaces around a value, empty or repeated values."""
        for line in self.ragged:
            yield self._problem(line, f"the row has not the {len(self.columns)} cells of the header")
        for line, row in self.rows:
            for column, cell in row.items():
                parts = cell.split("|")
                if any(part != part.strip() for part in parts):
                    yield self._problem(line, f"{column}: spaces around a value in {cell!r}")
                if cell and not all(part.strip() for part in parts):
                    yield self._problem(line, f"{column}: an empty value in {cell!r}")
                if len(set(parts)) < len(parts):
                    yield self._problem(line, f"{column}: a value stands twice in {cell!r}")

    def missing(self, columns: Iterable[str], unless: Callable[[Row], bool] = lambda row: False) -> Iterator[Problem]:
        """Empty cells of columns that must be filled."""
        for column in columns:
            for line, row in self.rows:
                if not row.get(column, "").strip() and not unless(row):
                    yield self._problem(line, f"{column}: must not be empty")

    def not_among(self, column: str, allowed: Collection[str]) -> Iterator[Problem]:
        """Cells of a column that hold none of the allowed values."""
        for line, row in self.rows:
            if row.get(column, "") not in allowed:
                yield self._problem(line, f"{column}: unknown value {row.get(column, '')!r}")

    def malformed(self, column: str, pattern: re.Pattern[str]) -> Iterator[Problem]:
        """Filled cells of a column that do not match a pattern from end to end."""
        for line, row in self.rows:
            if row.get(column) and not pattern.fullmatch(row[column]):
                yield self._problem(line, f"{column}: {row[column]!r} has not the form {pattern.pattern}")

    def names(self, columns: Iterable[str], without: str | None = None) -> Iterator[tuple[str, str, int, Row]]:
        """Each value of these columns as (key, value, line, row), less those of the column ``without``."""
        wanted = tuple(columns)
        for line, row in self.rows:
            left_out = set(cell_list(row.get(without, ""))) if without else set()
            for column in wanted:
                for name in cell_list(row.get(column, "")):
                    if name not in left_out:
                        yield key(name), name, line, row

    def duplicates(self, columns: Iterable[str], owner: str, without: str | None = None) -> Iterator[Problem]:
        """Names that two rows share, told at the later one; column ``owner`` says whose a row is."""
        seen: dict[str, tuple[int, Row]] = {}
        for name_key, name, line, row in self.names(columns, without):
            first, before = seen.setdefault(name_key, (line, row))
            if first != line:
                yield self._problem(line, f"{name!r} of {row[owner]!r} is also of {before[owner]!r}, line {first}")

    def unshared(self, column: str, owner: str) -> Iterator[Problem]:
        """Values declared as shared that no second row has in this column."""
        named = list(self.names((column,)))
        owners: dict[str, set[str]] = {}
        for name_key, _, _, row in named:
            owners.setdefault(name_key, set()).add(row[owner])
        for name_key, name, line, _ in named:
            if len(owners[name_key]) == 1:
                yield self._problem(line, f"{column}: {name!r} is shared with no other row")

    def strays(self, column: str, columns: Iterable[str]) -> Iterator[Problem]:
        """Values of a column that stand in none of the columns of their own row that they qualify."""
        wanted = tuple(columns)
        for line, row in self.rows:
            known = {name for other in wanted for name in cell_list(row.get(other, ""))}
            for name in cell_list(row.get(column, "")):
                if name not in known:
                    yield self._problem(line, f"{column}: {name!r} stands in none of {', '.join(wanted)}")

    def clashes(self, columns: Iterable[str], taken: Mapping[str, str]) -> Iterator[Problem]:
        """Names that another table holds already; ``taken`` maps their keys (see `key`) to whose they are."""
        for name_key, name, line, _ in self.names(columns):
            if name_key in taken:
                yield self._problem(line, f"{name!r} is already a name of {taken[name_key]!r}")

    def map_cells(self, column: str, change: Callable[[str], str]) -> Table:
        """The same table with every cell of a column changed."""
        changed = tuple((line, {**row, column: change(row.get(column, ""))}) for line, row in self.rows)
        return replace(self, rows=changed)

    def _problem(self, line: int, reason: str) -> Problem:
        return Problem(self.file, line, reason)


def key(name: str) -> str:
    """What two spellings of one name have in common.

    >>> key("États-Unis") == key("Etats Unis")
    True
    """
    folded: str = fold(name)
    return folded.replace("-", " ")


def read_table(package: str, name: str) -> Table:
    """The file ``data/NAME`` of a package as a table with line numbers."""
    return parse_table(name, files(package).joinpath("data", name).read_text(encoding="utf-8"))


def parse_table(file: str, text: str) -> Table:
    r"""CSV text with a header as a table; comment lines (``#``) and blank lines are passed over, but counted.

    >>> table = parse_table("t.csv", "# facts\ncode,name\nFR,France\nXX,France\n")
    >>> [str(problem) for problem in table.duplicates(["name"], owner="code")]
    ["t.csv:4: 'France' of 'XX' is also of 'FR', line 3"]

    Raises:
        TableError: the text has no header.
    """
    numbers: list[int] = []

    def data_lines() -> Iterator[str]:
        for number, line in enumerate(text.splitlines(keepends=True), start=1):
            if line.strip() and not line.startswith("#"):
                numbers.append(number)
                yield line

    reader = csv.reader(data_lines())
    header = next(reader, None)
    if header is None:
        raise TableError(f"{file}: no header")
    found: list[tuple[int, Row]] = []
    ragged: list[int] = []
    for cells in reader:
        if len(cells) != len(header):
            ragged.append(numbers[-1])
        found.append((numbers[-1], dict(zip(header, cells, strict=False))))
    return Table(file, tuple(header), tuple(found), tuple(ragged))
