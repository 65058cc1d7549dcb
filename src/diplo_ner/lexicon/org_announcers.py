"""Nouns that announce the name of an organisation, from ``data/org_announcers.csv``: "quotidien", "ONG"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ..tables import rows
from ..text.words import words as split

_INVARIABLE = ("x", "s", "z")


class Announcer(NamedTuple):
    """A noun that announces a name.

    Attributes:
        rest: its words behind the first, folded.
        kind: the kind of body it tells.
        known: whether it needs the tables.
        several: whether it is a plural.
    """

    rest: tuple[str, ...]
    kind: str
    known: bool
    several: bool


def plural(noun: str) -> str:
    """The plural of a folded noun.

    >>> plural("journal"), plural("agence"), plural("reseau"), plural("fonds")
    ('journaux', 'agences', 'reseaux', 'fonds')
    """
    if noun.endswith("al"):
        return f"{noun[:-1]}ux"
    return noun if noun.endswith(_INVARIABLE) else f"{noun}{'x' if noun.endswith('eau') else 's'}"


@lru_cache(maxsize=1)
def announcers() -> Mapping[str, tuple[Announcer, ...]]:
    """Announcing nouns by their first word, folded, those of more words first.

    >>> [announcer.kind for announcer in announcers()["quotidien"]]
    ['media']
    """
    found: dict[str, list[Announcer]] = {}
    for row in rows(__package__, "org_announcers.csv"):
        first, *rest = (word.fold for word in split(row["noun"]))
        several = {first: True} if row["noun"].isupper() else {plural(first): True, first: False}
        for noun, more in several.items():
            found.setdefault(noun, []).append(Announcer(tuple(rest), row["kind"], row["known"] == "1", more))
    return MappingProxyType({first: tuple(sorted(all_, key=lambda a: -len(a.rest))) for first, all_ in found.items()})
