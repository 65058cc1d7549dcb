"""Offices that the table of persons knows: weak evidence for who "le chancelier" is, where an article does not say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ...lexicon.organisations import by_id as organisation
from ...lexicon.persons import by_id
from ...schema import Entity
from ...text.words import words
from ..vocabulary.word_classes import tag
from ..vocabulary.word_sets import word_set
from .roles import SHORTEST_WORD, Title, bare, offices_of, parts_of_name


@lru_cache(maxsize=4096)
def known_titles(ident: str) -> tuple[Title, ...]:
    """The titles that the table gives a person, by the entity's id; none for whom it has not.

    >>> [title.head for title in known_titles("gerhard-schroder")]
    ['chancelier']
    """
    person = by_id(ident)
    if person is None:
        return ()
    found: list[Title] = []
    for role in person.roles:
        told = [w for w in words(role) if not tag(w.text).classes]
        parts = tuple(part for i, w in enumerate(told) for part in ((w.fold,) if i == 0 else parts_of_name(w.text)))
        if parts:
            country = frozenset((person.country,)) if person.country else frozenset()
            found.append(Title(parts[0], frozenset(parts[1:]), country, offices_of(parts), False))
    return tuple(found)


def stands_above(title: Title, known: Iterable[Title]) -> bool:
    """Whether somebody whom the table knows at the head of a state or government is no mere minister or prefect."""
    if title.former or title.head not in word_set("post-noun"):
        return False
    above = word_set("highest-office") if title.head in word_set("appointed") else word_set("high-office")
    return any(one.offices & above for one in known)


def only_holder(people: Iterable[Entity], title: Title) -> Entity | None:
    """The one of some people whom the table knows in an office, under this very word where several held the like."""
    wanted = title.offices - word_set("soft-office")
    held = [e for e in people if any(wanted & one.offices for one in known_titles(e.id))]
    named = [e for e in held if any(one.head == title.head for one in known_titles(e.id))]
    found = named if len(held) > 1 else held
    return found[0] if len(found) == 1 else None


def exact_holder(people: Iterable[Entity], title: Title) -> Entity | None:
    """The one of some people whom the table knows by these very words: "la présidente du Rassemblement national".

    The table may say more, as of what body somebody is the secretary-general. "L'ex-ministre" needs no further word: it
    is the only one whom the table knows for a minister, heads of states apart.
    """
    if not title.words and title.former:
        return _once(people, title)
    if not title.words:
        return None
    spelt = [title.words, *(title.words - title.named | names for body in title.bodies for names in _names(body))]
    head = bare(title.head)

    def bears(known: Title) -> bool:
        held = frozenset(map(bare, known.words))
        return bare(known.head) == head and any(said and said <= held for said in spelt)

    holders = [e for e in people if any(map(bears, known_titles(e.id)))]
    return holders[0] if len(holders) == 1 else None


def _once(people: Iterable[Entity], title: Title) -> Entity | None:
    """The one of some people whom the table knows for a holder of an office that somebody has left."""
    ours = [e for e in people if not title.countries or not title.countries.isdisjoint(home(e))]
    held = [e for e in ours if any(one.head == title.head for one in known_titles(e.id))]
    below = [e for e in held if not reigns(known_titles(e.id))]
    return below[0] if len(below) == 1 else None


def reigns(held: Iterable[Title]) -> bool:
    """Whether the table knows somebody for a head of state."""
    return any(one.head in word_set("head-of-state") and not (one.words or one.bodies) for one in held)


@lru_cache(maxsize=1024)
def _names(ident: str) -> tuple[frozenset[str], ...]:
    """The words of all names of a body of the table, bare: "le PS" is "le Parti socialiste"."""
    body = organisation(ident)
    names = (body.canonical, *body.aliases) if body is not None else ()
    return tuple(
        frozenset(bare(w.fold) for w in words(name) if len(w.fold) >= SHORTEST_WORD and not tag(w.text).classes)
        for name in names
    )


def government_spokesman(people: Iterable[Entity], title: Title) -> Entity | None:
    """The one of some people whom the table knows as spokesman: "le porte-parole du gouvernement"."""
    if title.head not in word_set("spokesman") or title.bodies or word_set("government-word").isdisjoint(title.words):
        return None
    known = [
        e
        for e in people
        if any(one.head == title.head for one in known_titles(e.id))
        and (not title.countries or not title.countries.isdisjoint(home(e)))
    ]
    return known[0] if len(known) == 1 else None


def home(entity: Entity) -> frozenset[str]:
    """The country that the table of persons gives somebody, empty where it gives none."""
    known = by_id(entity.id) if entity.type == "PERSON" else None
    return frozenset((known.country,)) if known is not None else frozenset()
