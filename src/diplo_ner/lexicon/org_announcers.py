"""Nouns that announce the name of an organisation, from ``data/org_announcers.csv``: "quotidien", "ONG"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ..text.words import words as split
from .tables import rows


class Announcer(NamedTuple):
    """A noun that announces a name: its words behind the first, the kind it tells, and whether it needs the tables."""

    rest: tuple[str, ...]
    kind: str
    known: bool


@lru_cache(maxsize=1)
def announcers() -> Mapping[str, tuple[Announcer, ...]]:
    """Announcing nouns by their first word, folded, those of more words first.

    >>> [announcer.kind for announcer in announcers()["quotidien"]]
    ['media']
    """
    found: dict[str, list[Announcer]] = {}
    for row in rows(__package__, "org_announcers.csv"):
        first, *rest = (word.fold for word in split(row["noun"]))
        found.setdefault(first, []).append(Announcer(tuple(rest), row["kind"], row["known"] == "1"))
    return MappingProxyType({first: tuple(sorted(all_, key=lambda a: -len(a.rest))) for first, all_ in found.items()})
