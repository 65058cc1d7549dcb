"""Classes of bodies: which nouns may be said of which, and which are of the press (``data/body_nouns.csv``)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...lexicon.organisations import by_id
from ...schema import Entity
from ...tables import cell_list, rows
from ...text.fold import fold
from ..vocabulary.cues import PACKAGE, outlet_kind
from .roles import Title


class BodyNouns(NamedTuple):
    """Nouns that may be said of one class of bodies: its name, the kinds of the tables, and the nouns, folded."""

    name: str
    kinds: frozenset[str]
    nouns: frozenset[str]


@lru_cache(maxsize=2)
def body_classes(*, media: bool = False) -> tuple[BodyNouns, ...]:
    """The classes of bodies, or those of news outlets."""
    return tuple(
        BodyNouns(row["class"], frozenset(cell_list(row["kinds"])), frozenset(map(fold, cell_list(row["nouns"]))))
        for row in rows(PACKAGE, "body_nouns.csv")
        if (row["kinds"] == "media") is media
    )


def first_words(entity: Entity) -> set[str]:
    """The first words of all names of a body, in lower case."""
    spellings = (entity.canonical, *(m.text for m in entity.mentions))
    return {word.lower() for spelling in spellings for word in spelling.split()[:1]}


def may_be_said(noun: str, entity: Entity, begun: set[str], learned: list[Title]) -> bool:
    """Whether a noun may take up a body: of its class by the table, by its name or by what the article called it.

    ``begun`` are the first words of its names (`first_words`).
    """
    known = by_id(entity.id)
    called = {fold(word) for word in begun} | {t.head for t in learned}
    return any(
        noun in one.nouns and ((known is not None and known.kind in one.kinds) or not called.isdisjoint(one.nouns))
        for one in body_classes()
    )


def is_outlet(entity: Entity) -> bool:
    """Whether the table knows a body as an outlet: the press prints what others have written."""
    known = by_id(entity.id)
    return known is not None and known.kind == "media"


def is_press(entity: Entity, noun: str) -> bool:
    """Whether the table knows a body as an outlet of the kind of a noun."""
    return is_outlet(entity) and may_publish(entity, noun)


def may_publish(entity: Entity, noun: str) -> bool:
    """Whether a body is of the press, or one that no table knows; an agency is no newspaper, a newspaper no channel."""
    known = by_id(entity.id)
    names = (entity.canonical, *(m.text for m in entity.mentions))
    first = {fold(name.split()[0]) for name in names if name.split()}
    if (known is not None and known.kind != "media") or any(not first.isdisjoint(one.nouns) for one in body_classes()):
        return False
    kind = next((kind for kind in map(outlet_kind, names) if kind), "")
    kinds = [one.name for one in body_classes(media=True) if fold(noun) in one.nouns]
    return not kind or not kinds or kind in kinds
