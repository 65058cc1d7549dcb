"""What can be wrong with the tables of organisations, for tests and for whoever adds a row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ..tables import cell_list
from .check import Problem, Table, key
from .organisations import KINDS, plain

_CODE = re.compile(r"[A-Z]{2}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_organisations(tables: Iterable[Table], codes: Collection[str] | None = None) -> list[Problem]:
    r"""What is wrong with tables of organisations, which share one space of ids and strong names.

    Args:
        tables: the rows of each file, as `check.read_table` or `check.parse_table` give them.
        codes: the country codes that exist, where the caller has a list of them; else only their form counts.

    Returns:
        Problems in the order of the files and lines.

    >>> from diplo_ner.lexicon.check import parse_table
    >>> text = "id,canonical,kind,country,aliases,weak_aliases,generic,lower\nonu,ONU,club,,,,,\n"
    >>> [str(problem) for problem in check_organisations([parse_table("o.csv", text)])]
    ["o.csv:2: kind: unknown value 'club'"]
    """
    found: list[Problem] = []
    ids: dict[str, str] = {}
    owners: dict[str, tuple[str, str]] = {}
    for given in tables:
        table = given.map_cells("canonical", _unbracketed).map_cells("aliases", _unbracketed)
        problems = [
            *table.shape_problems(),
            *table.missing(("id", "canonical", "kind")),
            *table.not_among("kind", KINDS),
            *table.not_among("generic", ("", "1")),
            *table.not_among("lower", ("", "1")),
            *table.malformed("id", _SLUG),
            *table.malformed("country", _CODE),
        ]
        if codes is not None:
            problems += table.not_among("country", (*codes, ""))
        for line, row in table.rows:
            place = f"{table.file}:{line}"
            if (before := ids.setdefault(row["id"], place)) != place:
                problems.append(Problem(table.file, line, f"the id {row['id']!r} stands at {before} too"))
            weak = {key(name) for name in cell_list(row["weak_aliases"])}
            for name in cell_list(row["aliases"]):
                if key(name) in weak:
                    problems.append(Problem(table.file, line, f"{name!r} is strong and weak at once"))
        for name_key, name, line, row in table.names(("canonical", "aliases"), without="weak_aliases"):
            owner, place = owners.setdefault(name_key, (row["id"], f"{table.file}:{line}"))
            if owner != row["id"]:
                message = f"{name!r} of {row['id']!r} is also of {owner!r}, {place}"
                problems.append(Problem(table.file, line, message))
        found += sorted(set(problems), key=lambda problem: (problem.line, problem.reason))
    return found


def _unbracketed(cell: str) -> str:
    return "|".join(plain(name) for name in cell.split("|")) if cell else cell
