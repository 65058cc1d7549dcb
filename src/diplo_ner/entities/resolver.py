"""Resolving: the mentions of an article gathered into entities, each under one name."""

from __future__ import annotations

from collections.abc import Sequence

from diplo_ner.entity_types import ENTITY_TYPES, EntityType, type_facts
from diplo_ner.lexicon.countries import by_code
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.lexicon.places import place_names
from diplo_ner.schema import Entity
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate
from .groups import Group, entities
from .organisations import merge_organisations
from .persons import merge_persons

_MERGED = frozenset(("PERSON", "ORGANISATION", "COUNTRY"))
"""Types whose names are compared or looked up; things of other types are one where their names are equal."""

_SAME_NAME = "même {}"


def resolve(article: Article, candidates: Sequence[Candidate], *, own: Sequence[OwnName] = ()) -> tuple[Entity, ...]:
    """Gather candidates into entities.

    Args:
        article: The article.
        candidates: Its mentions, as ``tag`` gives them.
        own: Names of the user's own, as they were given to ``tag``.

    Returns:
        Entities in order of their first mention, every candidate in exactly one of them.
    """
    text = article.text
    by_type: dict[EntityType, list[Candidate]] = {name: [] for name in ENTITY_TYPES}
    mine = {o.id: Group(o.type, o.canonical, o.id, o.country) for o in own}
    for c in candidates:
        if c.ref in mine and mine[c.ref].type == c.type:
            mine[c.ref].add(c, "un nom de votre liste")
        else:
            by_type[c.type].append(c)
    groups = [
        *(g for g in mine.values() if g.members),
        *merge_persons(article, by_type["PERSON"]),
        *merge_organisations(article, by_type["ORGANISATION"]),
        *_countries(text, by_type["COUNTRY"]),
        *(g for name in ENTITY_TYPES if name not in _MERGED for g in _equal_names(text, name, by_type[name])),
    ]
    return entities(groups, text)


def _countries(text: str, candidates: Sequence[Candidate]) -> list[Group]:
    groups: dict[str, Group] = {}
    for c in candidates:
        code = c.ref or ""
        if code not in groups:
            known = by_code(code)
            groups[code] = Group("COUNTRY", known.name if known else text[c.start : c.end], code, code or None)
        groups[code].add(c, "le même État" if c.kind == "metonym" else f"nom de {groups[code].canonical}")
    return list(groups.values())


def _equal_names(text: str, type: EntityType, candidates: Sequence[Candidate]) -> list[Group]:
    """One thing for each name, in whatever capitals and accents, with hyphens or without.

    A place has one name in its table, whichever of them the article writes: "Luhansk", "Louhansk".
    """
    groups: dict[str, Group] = {}
    for c in candidates:
        name = text[c.start : c.end]
        place = place_names().get(fold(name)) if type == "PLACE" else None
        name = place.name if place is not None else name
        key = fold(name).replace("-", " ")
        groups.setdefault(key, Group(type, name)).add(c, _SAME_NAME.format(type_facts()[type].one["fr"]))
    return list(groups.values())
