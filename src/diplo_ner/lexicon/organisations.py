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
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from ..text.fold import fold
from .spellings import fold_all

_PRONOUNCED = 4
"""Letters of an acronym that is read as a word ("Otan"), at the least."""
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


class _Index(NamedTuple):
    """Everything that is looked up by a folded name."""

    strong: dict[str, Organisation]
    weak: dict[str, tuple[Organisation, ...]]
    mention: dict[str, str]


def plain(name: str) -> str:
    """A name without the brackets around what tells whose it is."""
    return name.replace("(", "").replace(")", "") if name[-1:] == ")" else name


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Organisation, ...], tuple[str, ...]]:
    """All organisations, and the names that have brackets."""
    found: list[Organisation] = []
    bracketed: list[str] = []
    for file in FILES:
        text = files(__package__).joinpath("data", file).read_text("utf-8")
        cells = csv.reader(line for line in text.splitlines() if line and line[0] != "#")
        next(cells)
        for ident, canonical, kind, country, strong, weak, generic, lower in cells:
            aliases = strong.split("|") if strong else []
            if ")" in strong or ")" in canonical:
                bracketed.extend(name for name in (canonical, *aliases) if name[-1:] == ")")
                canonical, aliases = plain(canonical), [plain(name) for name in aliases]
            body = Organisation(
                ident,
                canonical,
                kind,
                country or None,
                tuple(aliases),
                tuple(weak.split("|")) if weak else (),
                generic == "1",
                lower == "1",
            )
            found.append(body)
    return tuple(found), tuple(bracketed)


def organisations() -> tuple[Organisation, ...]:
    """All organisations, in the order of the data files."""
    return _table()[0]


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
    bodies, bracketed = _table()
    names: list[str] = []
    owners: list[Organisation] = []
    strength: list[bool] = []
    for body in bodies:
        canonical = () if body.canonical in body.weak_aliases else (body.canonical,)
        for is_strong, group in ((True, (*canonical, *body.aliases)), (False, body.weak_aliases)):
            names += group
            owners += [body] * len(group)
            strength += [is_strong] * len(group)
    strong: dict[str, Organisation] = {}
    weak: dict[str, tuple[Organisation, ...]] = {}
    for folded, body, is_strong in zip(fold_all(names), owners, strength, strict=True):
        for spelling in (folded, folded.replace("-", " ")) if "-" in folded else (folded,):
            if is_strong:
                strong.setdefault(spelling, body)
            elif all(other is not body for other in weak.get(spelling, ())):
                weak[spelling] = (*weak.get(spelling, ()), body)
    mention = {fold(plain(name)): fold(name[: name.rindex("(")].rstrip()) for name in bracketed}
    return _Index(strong, weak, mention)


def _keys(name: str) -> tuple[str, ...]:
    folded = fold(name)
    return (folded, folded.replace("-", " ")) if "-" in folded else (folded,)


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
    index, folded = _index(), fold(name)
    strong = index.strong.get(folded)
    weak = index.weak.get(folded, ())
    return weak if strong is None else (strong, *(body for body in weak if body is not strong))


def body_of(name: str, country: str) -> Organisation | None:
    """The body with a name that belongs to a state, if the tables have just one.

    Args:
        name: a name that many states have a body of.
        country: ISO 3166-1 alpha-2 code of the state.

    >>> body_of("Cour suprême", "US").canonical
    'Cour suprême des États-Unis'
    """
    found = [body for body in readings(name) if body.country == country and not body.generic]
    return found[0] if len(found) == 1 else None


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
        return body.lower and (" " in surface or any(form.islower() for form in forms))
    if " " not in surface and forms and all(form != form.capitalize() for form in forms):
        if len(surface) <= _SHORT and not all(form.isupper() for form in forms):
            return surface in forms
        if all(form.isupper() for form in forms):
            return surface.isupper() or (len(surface) >= _PRONOUNCED and surface == surface.capitalize())
    first = fold(surface.split(None, 1)[0]) if " " in surface else ""
    return first not in _ARTICLES or surface[0].isupper()


def _forms(surface: str, body: Organisation) -> list[str]:
    """The names of the organisation that read like this one, as the table writes them."""
    folded = fold(surface)
    return [name for name in (body.canonical, *body.aliases, *body.weak_aliases) if folded in _keys(name)]


def slug(name: str) -> str:
    """Make a readable id of a name: folded, words joined by hyphens.

    >>> slug("Cour suprême des États-Unis")
    'cour-supreme-des-etats-unis'
    """
    return _NO_WORD.sub("-", fold(name)).strip("-")
