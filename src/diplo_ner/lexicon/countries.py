"""States, with the names, capitals and adjectives by which French copy knows them.

The facts stand in ``data/countries.csv``; ``check_countries`` says what is wrong with such a table. All
lookups go by the folded spelling (``text.fold``). Folding drops capitals, so "suisse", "argentine" and
"philippines" are both a state and an adjective: whoever looks a word up has to see to its capital.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from ..tables import cell_list, rows
from .check import Problem, Table
from .spellings import fold_all, other_spellings

FILE = "countries.csv"
STATUSES = ("member", "observer", "other", "former")
GENDERS = ("m", "f", "mp", "fp")
ARTICLES = ("le", "la", "les", "l'", "")

_STRONG = ("name", "long_name", "aliases", "former_names", "english", "native")
_REQUIRED = ("code", "status", "name", "gender", "long_name")
_CODE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Country:
    """A state, present or former.

    ``code`` is ISO 3166-1 alpha-2, XK for Kosovo or the withdrawn code of a former state (SU, YU, CS, DD,
    YD, VD). ``weak_aliases`` are names that as often mean something else ("Hollande", "US", "Maurice"); a
    name that stands there is weak even if it is also the ``name``. ``capital`` is empty for most former
    states; ``towns`` has one tuple for the capital and for each other town that stands for the government,
    its usual name first ("Kiev", "Kyiv"); ``weak_capitals`` are those names that often are no town
    ("Victoria"). ``demonyms`` holds every form of the adjectives in lower case, ``prefixes`` what opens a
    compound ("russo"). ``gender`` is m, f, mp or fp, ``article`` le, la, les, l' or empty, ``status``
    member, observer, other or former.
    """

    code: str
    name: str
    long_name: str
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]
    former_names: tuple[str, ...]
    english: tuple[str, ...]
    native: tuple[str, ...]
    capital: str
    towns: tuple[tuple[str, ...], ...]
    weak_capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    prefixes: tuple[str, ...]
    gender: str
    article: str
    status: str

    @property
    def capitals(self) -> tuple[str, ...]:
        """Every name of every town that stands for the government."""
        return tuple(name for town in self.towns for name in town)

    @property
    def strong_names(self) -> tuple[str, ...]:
        """Every name that means this state wherever it stands, the usual one first."""
        names = (self.name, self.long_name, *self.aliases, *self.former_names, *self.english, *self.native)
        return tuple(dict.fromkeys(name for name in names if name not in self.weak_aliases))


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All states of the table in its order: those of today by code, then the former ones."""
    return tuple(_country(row) for row in rows(__package__, FILE))


def _country(row: Mapping[str, str]) -> Country:
    def cells(column: str) -> tuple[str, ...]:
        cell = row[column]
        return tuple(cell_list(cell)) if cell else ()

    return Country(
        code=row["code"],
        name=row["name"],
        long_name=row["long_name"],
        aliases=cells("aliases"),
        weak_aliases=cells("weak_aliases"),
        former_names=cells("former_names"),
        english=cells("english"),
        native=cells("native"),
        capital=row["capital"],
        towns=tuple(_towns(row)),
        weak_capitals=cells("weak_capitals"),
        demonyms=cells("demonyms") + cells("shared_demonyms"),
        prefixes=cells("prefixes"),
        gender=row["gender"],
        article=row["article"],
        status=row["status"],
    )


def _towns(row: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    if row["capital"]:
        yield (row["capital"], *cell_list(row["capital_aliases"]))
    for seat in cell_list(row["seats"]):
        yield tuple(seat.split("="))


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, Country]:
    return MappingProxyType({country.code: country for country in countries()})


def by_code(code: str) -> Country | None:
    """The state with this code (two capitals), or None.

    >>> by_code("CD").name, by_code("ZZ")
    ('République démocratique du Congo', None)
    """
    return _codes().get(code)


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """Folded names that mean one state wherever they stand, to its code: short, long, former, foreign.

    >>> country_names()["etats-unis"], country_names()["grande bretagne"], country_names()["zaire"]
    ('US', 'GB', 'CD')
    >>> "hollande" in country_names()
    False
    """
    return _lookup((name, country.code) for country in countries() for name in country.strong_names)


@lru_cache(maxsize=1)
def weak_country_names() -> Mapping[str, tuple[str, ...]]:
    """Folded names that may mean a state, to the codes of those they may mean, in order of code.

    "Congo" is a strong name of one Congo and a weak one of the other.

    >>> weak_country_names()["hollande"], weak_country_names()["congo"], country_names()["congo"]
    (('NL',), ('CD',), 'CG')
    """
    return _gather((name, country.code) for country in countries() for name in country.weak_aliases)


@lru_cache(maxsize=1)
def capitals() -> Mapping[str, str]:
    """Folded names of capitals, and of other towns that stand for a government, to the code of the state.

    Names that often are no capital are left out: see `weak_capitals`. "Bruxelles" is here as the capital of
    Belgium; that it may stand for the European Union is told with the organisations.

    >>> capitals()["kyiv"], capitals()["pekin"], capitals()["tel aviv"]
    ('UA', 'CN', 'IL')
    """
    return _lookup(
        (name, country.code)
        for country in countries()
        for name in country.capitals
        if name not in country.weak_capitals
    )


@lru_cache(maxsize=1)
def weak_capitals() -> Mapping[str, tuple[str, ...]]:
    """Folded names of capitals that often are a word, a person or another town, to the codes of the states.

    >>> weak_capitals()["victoria"], "victoria" in capitals()
    (('SC',), False)
    """
    return _gather((name, country.code) for country in countries() for name in country.weak_capitals)


def capital_of(folded: str) -> str | None:
    """The code of the state that the town with this folded name governs, or None.

    >>> capital_of("moscou"), capital_of("lyon")
    ('RU', None)
    """
    return capitals().get(folded)


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, tuple[str, ...]]:
    """Folded adjectives in all their forms, to the codes of the states they may belong to, in order of code.

    Almost all have one; "congolais" and "coréen" have two, and the text has to tell which. An adjective is
    listed for the state that it names in the press where another is far rarer: "guinéen" is Guinea (its
    neighbours are "bissau-guinéen" and "équato-guinéen"), "nord-américain" the United States, "anglais" the
    United Kingdom.

    >>> demonyms()["americaines"], demonyms()["congolais"], demonyms()["nigerien"], demonyms()["nigerian"]
    (('US',), ('CD', 'CG'), ('NE',), ('NG',))
    """
    return _gather((form, country.code) for country in countries() for form in country.demonyms)


@lru_cache(maxsize=1)
def prefixes() -> Mapping[str, str]:
    """Folded first parts of compound adjectives, without hyphen, to the code of the state.

    >>> prefixes()["russo"], prefixes()["sino"]
    ('RU', 'CN')
    """
    return _lookup((prefix, country.code) for country in countries() for prefix in country.prefixes)


def _lookup(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Every spelling of every name to its code; a name as it stands goes before another's spelling."""
    pairs = list(named)
    folded = fold_all([name for name, _ in pairs])
    found = {name: code for name, (_, code) in zip(reversed(folded), reversed(pairs), strict=True)}
    for name in tuple(found):
        for spelling in other_spellings(name):
            found.setdefault(spelling, found[name])
    return MappingProxyType(found)


def _gather(named: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    pairs = list(named)
    found: dict[str, tuple[str, ...]] = {}
    for name, (_, code) in zip(fold_all([name for name, _ in pairs]), pairs, strict=True):
        for spelling in (name, *other_spellings(name)):
            held = found.get(spelling, ())
            if code not in held:
                found[spelling] = tuple(sorted((*held, code)))
    return MappingProxyType(found)


def check_countries(table: Table, codes: Collection[str] | None = None) -> list[Problem]:
    """What is wrong with a table of states, in order of line; empty when nothing is.

    Args:
        table: the rows, as `check.read_table` or `check.parse_table` give them.
        codes: the codes that exist, where the caller has a list of them; else only their form is looked at.
    """
    seats = table.map_cells("seats", lambda cell: cell.replace("=", "|"))
    problems = [
        *table.shape_problems(),
        *table.missing(_REQUIRED),
        *table.missing(("capital",), unless=lambda row: row.get("status") == "former"),
        *table.missing(("demonyms",), unless=lambda row: bool(row.get("shared_demonyms"))),
        *table.not_among("status", STATUSES),
        *table.not_among("gender", GENDERS),
        *table.not_among("article", ARTICLES),
        *table.malformed("code", _CODE),
        *table.duplicates(("code",), owner="code"),
        *table.duplicates(_STRONG, owner="code", without="weak_aliases"),
        *seats.duplicates(("capital", "capital_aliases", "seats"), owner="code", without="weak_capitals"),
        *table.duplicates(("demonyms",), owner="code"),
        *table.unshared("shared_demonyms", owner="code"),
        *table.duplicates(("prefixes",), owner="code"),
        *seats.strays("weak_capitals", ("capital", "capital_aliases", "seats")),
    ]
    if codes is not None:
        problems += table.not_among("code", codes)
    return sorted(set(problems))
