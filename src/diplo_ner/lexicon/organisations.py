"""Organisations: who is who under which names, read from ``data/organisations_*.csv``.

One row is one organisation. Its columns:

- ``id``: a readable slug that never changes;
- ``canonical``: the usual French name, or the acronym where that is what everybody says;
- ``kind``: one of `KINDS`;
- ``country``: ISO 3166-1 alpha-2 code, empty for international bodies;
- ``aliases``: names that mean this organisation wherever they stand;
- ``weak_aliases``: names that may mean it, if the context, a statistical model or the full name in the
  same text agrees;
- ``generic``: 1 for a name that many states have a body of ("Sénat"); the body of one state is a row of its
  own, that has the generic name among its weak aliases;
- ``lower``: 1 where the name may be written without any capital ("parti conservateur", "talibans").

The canonical name is a strong name unless it stands among the weak ones ("Le Monde" is also just the world).
A name may be strong in one row and weak in others: the strong row is how it reads by default ("PS": the
French party).
Round brackets at the end of a name hold what tells whose body it is and is no part of a mention:
"Cour suprême (américaine)".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from ..text.fold import fold

KINDS = frozenset(
    {
        "international",  # bodies of several states
        "parliament",  # parliaments, chambers, their committees
        "executive",  # heads of state, governments and their seats
        "ministry",
        "court",  # courts and prosecutors
        "service",  # intelligence, police, customs
        "army",  # armed forces and their parts
        "central-bank",
        "authority",  # agencies, regulators, electoral commissions
        "party",
        "movement",  # armed movements and private armies; protest movements
        "media",  # press, broadcasters, agencies, pollsters
        "platform",  # social networks and sites
        "company",
        "ngo",
        "union",  # of workers, employers, students
        "university",  # and schools, research bodies, think tanks
        "religion",
        "sport",
        "culture",
    }
)

FILES = tuple(
    f"organisations_{part}.csv"
    for part in ("international", "states", "parties", "movements", "media", "companies", "society")
)
_ARTICLES = frozenset({"le", "la", "les", "l'"})
_SHORT = 4
_CODE = re.compile(r"[A-Z]{2}")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation and its names; see the module for what the fields hold."""

    id: str
    canonical: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]
    generic: bool
    lower: bool


class Problem(NamedTuple):
    """Something wrong in a data file, and where."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class _Index(NamedTuple):
    """Everything that is looked up by a folded name."""

    strong: dict[str, Organisation]
    weak: dict[str, tuple[Organisation, ...]]
    mention: dict[str, str]


def _lines(name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows of a data file with the number of their line; header, comments and blank lines are passed over."""
    header = True
    text = files(__package__).joinpath("data", name).read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line[0] == "#":
            continue
        if header:
            header = False
            continue
        yield number, next(csv.reader((line,))) if '"' in line else line.split(",")


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _plain(name: str) -> str:
    """A name without the brackets around what tells whose it is."""
    return name.replace("(", "").replace(")", "") if name[-1] == ")" else name


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[Organisation, tuple[str, ...]], ...]:
    """Each organisation with its bracketed names."""
    found: list[tuple[Organisation, tuple[str, ...]]] = []
    for name in FILES:
        for _, row in _lines(name):
            ident, canonical, kind, country, strong, weak, generic, lower = row
            aliases = _cells(strong)
            weak_aliases = _cells(weak)
            bracketed: tuple[str, ...] = ()
            if ")" in strong or ")" in canonical:
                bracketed = tuple(alias for alias in (canonical, *aliases) if alias[-1] == ")")
                canonical, aliases = _plain(canonical), tuple(map(_plain, aliases))
            body = Organisation(
                ident, canonical, kind, country or None, aliases, weak_aliases, generic == "1", lower == "1"
            )
            found.append((body, bracketed))
    return tuple(found)


@lru_cache(maxsize=1)
def organisations() -> tuple[Organisation, ...]:
    """All organisations, in the order of the data files."""
    return tuple(body for body, _ in _rows())


@lru_cache(maxsize=1)
def _by_id() -> Mapping[str, Organisation]:
    return MappingProxyType({body.id: body for body in organisations()})


def by_id(ident: str) -> Organisation | None:
    """The organisation with this id, or None.

    >>> by_id("otan").canonical
    'OTAN'
    """
    return _by_id().get(ident)


@lru_cache(maxsize=1)
def _index() -> _Index:
    strong: dict[str, Organisation] = {}
    weak: dict[str, list[Organisation]] = {}
    mention: dict[str, str] = {}
    for body, bracketed in _rows():
        for name in body.weak_aliases:
            for key in _keys(name):
                weak.setdefault(key, []).append(body)
        names = body.aliases if body.canonical in body.weak_aliases else (body.canonical, *body.aliases)
        for name in names:
            for key in _keys(name):
                strong.setdefault(key, body)
        for name in bracketed:
            mention[fold(_plain(name))] = fold(name[: name.rindex("(")].rstrip())
    return _Index(strong, {key: tuple(dict.fromkeys(found)) for key, found in weak.items()}, mention)


def _keys(name: str) -> tuple[str, ...]:
    key = fold(name)
    return (key, key.replace("-", " ")) if "-" in key else (key,)


def org_names() -> Mapping[str, Organisation]:
    """Every strong name, folded, and whose it is.

    A name with hyphens is found with spaces too ("maison-blanche", "maison blanche").

    >>> org_names()["alliance atlantique"].id
    'otan'
    """
    return MappingProxyType(_index().strong)


def weak_org_names() -> Mapping[str, tuple[Organisation, ...]]:
    """Every weak name, folded, and the organisations it may mean, in the order of the data files.

    >>> "otan" in [body.id for body in weak_org_names()["alliance"]]
    True
    """
    return MappingProxyType(_index().weak)


def mention_parts() -> Mapping[str, str]:
    """Folded names that end in a word that only tells whose body it is, and the part that a mention covers.

    >>> mention_parts()["cour supreme americaine"]
    'cour supreme'
    """
    return MappingProxyType(_index().mention)


def readings(name: str) -> tuple[Organisation, ...]:
    """The organisations a name may mean, the strong reading first; letter case is not looked at.

    >>> [body.id for body in readings("Otan")]
    ['otan']
    """
    index, key = _index(), fold(name)
    strong = index.strong.get(key)
    weak = index.weak.get(key, ())
    return weak if strong is None else (strong, *(body for body in weak if body is not strong))


def fits_case(surface: str, body: Organisation) -> bool:
    """Whether the letter case of a name in a text lets it be a name of this organisation.

    An acronym is written all in capitals or, from four letters on, as a proper noun ("Otan"); a short one
    with small letters as it stands in the table (AfD the party, AFD the agency). Any other name has a capital
    somewhere, and at its very beginning if it begins with a French article ("Le Monde"). Where the row says
    that lower case is normal, strong names and names of several words need none.

    Args:
        surface: the words of the text, one of the names of `body` but for case, accents, hyphens.
        body: the organisation.

    >>> nato = by_id("otan")
    >>> [fits_case(name, nato) for name in ("OTAN", "Otan", "otan", "alliance atlantique", "alliance")]
    [True, True, False, True, False]
    """
    forms = _forms(surface, body)
    if surface == surface.lower():
        if not body.lower or any(form.isupper() for form in forms):
            return False
        return " " in surface or _index().strong.get(fold(surface)) is body
    if " " not in surface and forms and all(form != form.capitalize() for form in forms):
        if len(surface) <= _SHORT and not all(form.isupper() for form in forms):
            return surface in forms
        if all(form.isupper() for form in forms):
            return surface.isupper() or (len(surface) > 3 and surface == surface.capitalize())
    first = fold(surface.split(None, 1)[0]) if " " in surface else ""
    return first not in _ARTICLES or surface[0].isupper()


def _forms(surface: str, body: Organisation) -> list[str]:
    """The names of the organisation that read like this one, as the table writes them."""
    key = fold(surface)
    return [name for name in (body.canonical, *body.aliases, *body.weak_aliases) if key in _keys(name)]


def check(countries: Collection[str] = ()) -> list[Problem]:
    """What is wrong in the data files: doubled ids and names, unknown kinds and countries.

    Args:
        countries: the country codes there are; without any, only their form is looked at.

    Returns:
        Problems in the order of the files and lines.
    """
    found: list[Problem] = []
    ids: dict[str, str] = {}
    owners: dict[str, tuple[str, str]] = {}
    for name in FILES:
        for line, row in _lines(name):
            if len(row) != 8:
                found.append(Problem(name, line, f"{len(row)} cells, not 8"))
                continue
            ident, canonical, kind, country, strong, weak, generic, lower = row
            place = f"{name}:{line}"

            def report(message: str, name: str = name, line: int = line) -> None:
                found.append(Problem(name, line, message))

            if ident != slug(ident):
                report(f"the id {ident!r} is no slug")
            if ident in ids:
                report(f"the id {ident!r} stands at {ids[ident]} too")
            ids.setdefault(ident, place)
            if kind not in KINDS:
                report(f"unknown kind {kind!r}")
            if country and (country not in countries if countries else not _CODE.fullmatch(country)):
                report(f"unknown country {country!r}")
            if {generic, lower} - {"", "1"}:
                report("generic and lower are 1 or empty")
            weak_names, strong_names = _cells(weak), _cells(strong)
            for alias in (canonical, *strong_names, *weak_names):
                if not alias or alias != " ".join(alias.split()) or ("(" in alias) != (alias[-1:] == ")"):
                    report(f"a badly written name {alias!r}")
            doubled = {fold(alias) for alias in strong_names} & {fold(alias) for alias in weak_names}
            for key in sorted(doubled):
                report(f"{key!r} is strong and weak at once")
            for alias in strong_names if canonical in weak_names else (canonical, *strong_names):
                key = fold(_plain(alias)) if alias else ""
                owner, where = owners.setdefault(key, (ident, place))
                if owner != ident:
                    report(f"the name {alias!r} is {owner!r} at {where} already")
    return found


def slug(name: str) -> str:
    """Make a readable id of a name: folded, words joined by hyphens.

    >>> slug("Cour suprême des États-Unis")
    'cour-supreme-des-etats-unis'
    """
    return _NO_WORD.sub("-", fold(name)).strip("-")
