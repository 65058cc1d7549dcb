"""Who may bear a title: what an article and the tables say against it."""

from __future__ import annotations

from collections.abc import Iterable

from ...schema import Entity
from ..vocabulary.word_sets import word_set
from .discourse import Discourse
from .known_offices import known_titles, stands_above
from .parties import belongs
from .roles import Title


def contradicts(discourse: Discourse, entity: Entity, title: Title, kind: str) -> bool:
    """Whether what the article or a table says of somebody speaks against his bearing a title."""
    countries = discourse.countries(entity)
    if title.countries and countries and title.countries.isdisjoint(countries) and not title.former:
        return True
    if belongs(entity, title) is False:
        return True
    held = known_titles(entity.id)
    if stands_above(title, held):
        return True
    if title.head in word_set("seat-holder") and any(one.offices & word_set("high-office") for one in held):
        return not any(one.head == title.head for one in held)
    loose = (kind == "role" and not title.words) or title.head in word_set("ordinal")
    if loose or not title.offices - word_set("soft-office"):
        return bool(title.words & word_set("kin-or-counsel"))
    borne = [t for _, t in discourse.titles().get(entity.id, ()) if t.head not in word_set("relational")]
    borne += held
    return bool(borne) and not any(t.offices & title.offices or t.head == title.head for t in borne)


def is_elsewhere(title: Title, learned: Iterable[Title]) -> bool:
    """Whether an office is told with other words than it was learned with: the mayor of one town is none of another."""
    told = [one for one in learned if one.head == title.head and one.words]
    return bool(title.words and told) and all(title.words.isdisjoint(one.words) for one in told)
