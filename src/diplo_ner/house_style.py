"""A house's preferred spellings: a CSV of the form preferred and the forms that it stands instead of.

The file is UTF-8 with a header; several forms are separated by ``|``; lines that start with ``#`` are comments. Without
a form to replace, every other spelling of that very name is one:

    preferred,instead_of
    Volodymyr Zelensky,
    Kiev,Kyiv|Kyïv
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from diplo_ner.arguments import check_is
from diplo_ner.errors import ConfigurationError

COLUMNS = ("preferred", "instead_of")
_ADVICE = f"give the columns {' and '.join(COLUMNS)}, with forms separated by |"


@dataclass(frozen=True, slots=True)
class Preference:
    """The form that a house prefers, and those that it replaces; none: every other spelling of the name."""

    preferred: str
    instead_of: tuple[str, ...]


def house_style(path: str | Path) -> tuple[Preference, ...]:
    """Read a file of preferred spellings.

    Raises:
        ConfigurationError: it cannot be read, or a row is wrong; the message tells the file and the line.
    """
    check_is("path", path, (str, PathLike), give="that of a house style")
    try:
        lines = Path(path).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigurationError(f"{path}: the house style cannot be read ({problem})", advice=_ADVICE) from None
    rows = [(n, next(csv.reader([line]))) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not rows or tuple(cell.strip() for cell in rows[0][1]) != COLUMNS:
        raise ConfigurationError(f"{path}: no header of a house style", advice=_ADVICE)
    found: list[Preference] = []
    taken: dict[str, int] = {}
    for number, cells in rows[1:]:
        if len(cells) != len(COLUMNS) or not cells[0].strip():
            raise ConfigurationError(f"{path}:{number}: not a preferred form and others", advice=_ADVICE)
        others = tuple(form.strip() for form in cells[1].split("|") if form.strip())
        for form in (cells[0].strip(), *others):
            if form in taken:
                raise ConfigurationError(f"{path}:{number}: {form} stands on line {taken[form]} already")
            taken[form] = number
        found.append(Preference(cells[0].strip(), others))
    return tuple(found)
