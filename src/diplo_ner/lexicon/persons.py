"""Public figures the French press names: spelling, other names, country, offices.

The facts stand in ``data/persons.csv``; ``check_persons`` says what is wrong with such a table. Lookups go by
the folded spelling (``text.fold``), with hyphens taken for spaces.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from .check import Problem, Table
from .check import key as key
from .spellings import fold_all

FILE = "persons.csv"
GENDERS = ("m", "f", "")

_REQUIRED = ("id", "canonical", "country", "gender")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Person:
    """A public figure.

    ``canonical`` is the full name in the spelling of the French press; ``aliases`` are other full forms and
    spellings. ``alone`` holds what means this person by itself in any article: a family name with one known
    bearer, a byname. ``country`` is an ISO 3166-1 code or that of a former state, ``gender`` m, f or empty;
    ``roles`` are French words for offices held at any time, in lower case but for names: weak evidence, never
    proof.
    """

    id: str
    canonical: str
    aliases: tuple[str, ...]
    alone: tuple[str, ...]
    country: str
    gender: str
    roles: tuple[str, ...]

    def __hash__(self) -> int:
        return hash(self.id)


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@lru_cache(maxsize=1)
def persons() -> tuple[Person, ...]:
    """All persons of the table, in its order."""
    text = files(__package__).joinpath("data", FILE).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and line[0] != "#"]
    found: list[Person] = []
    for line in lines[1:]:
        cells = next(csv.reader((line,))) if '"' in line else line.split(",")
        ident, canonical, aliases, alone, country, gender, roles = cells
        found.append(Person(ident, canonical, _cells(aliases), _cells(alone), country, gender, _cells(roles)))
    return tuple(found)


@lru_cache(maxsize=1)
def _by_id() -> Mapping[str, Person]:
    return MappingProxyType({person.id: person for person in persons()})


def by_id(ident: str) -> Person | None:
    """The person with this id, or None.

    >>> by_id("vladimir-poutine").country
    'RU'
    """
    return _by_id().get(ident)


@lru_cache(maxsize=1)
def person_names() -> Mapping[str, Person]:
    """Full names and other full forms to the person, by `key` (folded, hyphens as spaces).

    >>> person_names()["antony blinken"].id, "blinken" in person_names()
    ('antony-blinken', False)
    """
    return _lookup([(name, person) for person in persons() for name in (person.canonical, *person.aliases)])


@lru_cache(maxsize=1)
def persons_alone() -> Mapping[str, Person]:
    """Names that mean one person by themselves in any article, by `key`.

    >>> persons_alone()["poutine"].canonical, "clinton" in persons_alone()
    ('Vladimir Poutine', False)
    """
    return _lookup([(name, person) for person in persons() for name in person.alone])


def _lookup(named: list[tuple[str, Person]]) -> Mapping[str, Person]:
    found: dict[str, Person] = {}
    for folded, (_, person) in zip(fold_all(name for name, _ in named), named, strict=True):
        found.setdefault(folded.replace("-", " "), person)
    return MappingProxyType(found)


def check_persons(table: Table, codes: Collection[str] | None = None) -> list[Problem]:
    """What is wrong with a table of persons, in order of line; empty when nothing is.

    Args:
        table: the rows, as `check.read_table` or `check.parse_table` give them.
        codes: the codes of countries that exist, where the caller has a list of them; else only their form is
        looked at.
    """
    problems = [
        *table.shape_problems(),
        *table.missing(_REQUIRED, unless=lambda row: False),
        *table.not_among("gender", GENDERS),
        *table.malformed("id", _ID),
        *table.malformed("country", _COUNTRY),
        *table.duplicates(("id",), owner="id"),
        *table.duplicates(("canonical", "aliases"), owner="id"),
        *table.duplicates(("alone",), owner="id"),
    ]
    if codes is not None:
        problems += table.not_among("country", codes)
    full = {name_key: (line, row) for name_key, _, line, row in table.names(("canonical", "aliases"))}
    for name_key, name, line, row in table.names(("alone",)):
        owner = full.get(name_key)
        if owner is not None and owner[1].get("id") != row.get("id"):
            problems.append(Problem(table.file, line, f"alone: {name!r} is also a full name, line {owner[0]}"))
    return sorted(set(problems))
