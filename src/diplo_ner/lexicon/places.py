"""Places that are no states, with their names in French copy, and the towns where governments sit.

The facts stand in ``data/places.csv``; capitals come from the table of states. ``check_places`` says what
is wrong with a table of places. A place carries the state that it belongs to by international law, and none
where it lies in several or where that is not settled. Of two places with one name there is the one that the
press names far oftener.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from .check import Problem, Table, TableError, key
from .countries import countries, country_names
from .spellings import fold_all, other_spellings

FILE = "places.csv"
KINDS = (
    "continent",
    "region",
    "city",
    "quarter",
    "street",
    "site",
    "island",
    "mountain",
    "river",
    "lake",
    "sea",
)
_NAMES = ("name", "aliases")
_COLUMNS = ("name", "kind", "country", "aliases", "weak")
_FLAG = ("", "1")


class Place(NamedTuple):
    """A place: its usual French name, its kind (see `KINDS`), the code of its state or None, its other names.

    ``weak`` tells that the name is as well a common French word, a first name or a family name ("Nice",
    "Florence").
    """

    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...] = ()
    weak: bool = False


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """All places of the table in its order; without capitals.

    >>> next(place for place in places() if place.name == "Tombouctou")
    Place(name='Tombouctou', kind='city', country='ML', aliases=(), weak=False)
    """
    lines = files(__package__).joinpath("data", FILE).read_text(encoding="utf-8").splitlines()
    cells = csv.reader(line for line in lines if line and line[0] != "#")
    if tuple(next(cells, ())) != _COLUMNS:
        raise TableError(f"{FILE}: the columns are not {', '.join(_COLUMNS)}")
    return tuple(
        [
            Place(name, kind, country or None, tuple(aliases.split("|")) if aliases else (), weak == "1")
            for name, kind, country, aliases, weak in cells
        ]
    )


def _government_towns() -> Iterator[Place]:
    """Capitals and seats of the table of states, less the towns that have the name of their state.

    The weak ones among the names of a town come as a weak place of their own.
    """
    for country in countries():
        for town in country.towns:
            if town[0] in (country.name, *country.aliases):
                continue
            weak = [name for name in town if name in country.weak_capitals]
            strong = [name for name in town if name not in weak]
            if strong:
                yield Place(strong[0], "city", country.code, tuple(strong[1:]))
            if weak:
                yield Place(weak[0], "city", country.code, tuple(weak[1:]), weak=True)


@lru_cache(maxsize=1)
def place_names() -> Mapping[str, Place]:
    """Folded names of places, capitals and other seats of governments among them, to the place.

    >>> place_names()["donbass"].kind, place_names()["kyiv"].name, place_names()["nice"].weak
    ('region', 'Kiev', True)
    """
    everywhere = (*_government_towns(), *places())
    owners = [place for place in everywhere for _ in range(len(place.aliases) + 1)]
    folded = fold_all([name for place in everywhere for name in (place.name, *place.aliases)])
    found = dict(zip(reversed(folded), reversed(owners), strict=True))
    for name, place in tuple(found.items()):
        if "-" in name or " " in name:
            for spelling in other_spellings(name):
                found.setdefault(spelling, place)
    return MappingProxyType(found)


def check_places(table: Table) -> list[Problem]:
    """What is wrong with a table of places, in order of line; empty when nothing is.

    Names must not be those of a state, nor of the towns that the table of states holds, and states must be
    known there.
    """
    taken = {key(name): code for name, code in country_names().items()}
    for country in countries():
        for name in country.capitals:
            taken.setdefault(key(name), country.code)
    problems = [
        *table.shape_problems(),
        *table.missing(("name", "kind")),
        *table.not_among("kind", KINDS),
        *table.not_among("weak", _FLAG),
        *table.not_among("country", {"", *(country.code for country in countries())}),
        *table.duplicates(_NAMES, owner="name"),
        *table.clashes(_NAMES, taken),
    ]
    return sorted(set(problems))
