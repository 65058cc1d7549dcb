"""Who may bear a title: what an article and the tables say against it."""

from __future__ import annotations

from collections.abc import Iterable

from ...names.given import gender_of
from ...schema import Entity
from ..grammar.nominals import Nominal
from ..vocabulary.word_sets import word_set
from .ages import span_of
from .callings import is_of_another, takes_up
from .discourse import Discourse
from .known_offices import known_titles, reigns, stands_above
from .parties import belongs, sits_on, wing_of
from .roles import Title, are_two, nationality


def contradicts(discourse: Discourse, entity: Entity, title: Title, kind: str) -> bool:
    """Whether what the article or a table says of somebody speaks against his bearing a title."""
    countries = discourse.countries(entity)
    if title.countries and countries and title.countries.isdisjoint(countries) and not title.former:
        return True
    if belongs(entity, title) is False:
        return True
    if (title.bodies or title.head in word_set("unique-office")) and _is_given_name(discourse, entity):
        return True
    if title.head in word_set("accused") and any(
        t.offices & word_set("court-office") for t in callings(discourse, entity)
    ):
        return True
    held = known_titles(entity.id)
    if stands_above(title, held) or (title.former and title.head in word_set("minister") and reigns(held)):
        return True
    if title.head in word_set("seat-holder") and any(one.offices & word_set("high-office") for one in held):
        return not any(one.head == title.head for one in held)
    if title.head in word_set("post-noun") and not title.offices and _sits_elsewhere(callings(discourse, entity)):
        return True
    loose = (kind == "role" and not title.words) or title.head in word_set("ordinal")
    if loose or not title.offices - word_set("soft-office"):
        return bool(title.words & word_set("kin-or-counsel"))
    borne = [*callings(discourse, entity), *held]
    alike = any(t.offices & title.offices or (t.head == title.head and not are_two(title, t)) for t in borne)
    return bool(borne) and not alike and not takes_up(title, borne)


def _sits_elsewhere(called: list[Title]) -> bool:
    """Whether an article calls somebody by seats that no minister has at the same time: an ambassador, a mayor."""
    return bool(called) and all(one.head in word_set("seat-holder") and not one.former for one in called)


def _is_given_name(discourse: Discourse, entity: Entity) -> bool:
    """Whether an article tells somebody by a given name alone and no calling: nobody who holds an office."""
    return " " not in entity.canonical and bool(gender_of(entity.canonical)) and not callings(discourse, entity)


def is_elsewhere(title: Title, learned: Iterable[Title]) -> bool:
    """Whether an office is told with other words than it was learned with: the mayor of one town is none of another."""
    told = [one for one in learned if one.head == title.head and one.words]
    return bool(title.words and told) and all(title.words.isdisjoint(one.words) for one in told)


def suited(discourse: Discourse, people: list[Entity], phrase: Nominal, title: Title) -> list[Entity]:
    """Those of some people who suit a description best by the age and the callings that the article has told of them.

    Nobody of another age, of other callings or of another wing is among them; where some are told to be of that age, of
    that wing, or of a calling that the noun takes up ("le praticien", a cardiologist), only they are.
    """
    span = span_of(phrase)
    if span is not None:
        ages = {e.id: age for e in people if (age := discourse.age(e)) is not None}
        people = [e for e in people if e.id not in ages or span.holds(ages[e.id])]
        people = [e for e in people if e.id in ages] or people
    borne = {e.id: callings(discourse, e) for e in people}
    wing = wing_of(phrase)
    if wing:
        people = [e for e in people if sits_on(wing, e, borne[e.id]) is not False]
        people = [e for e in people if sits_on(wing, e, borne[e.id])] or people
    people = [e for e in people if not is_of_another(title, borne[e.id])]
    return [e for e in people if takes_up(title, borne[e.id])] or people


def callings(discourse: Discourse, entity: Entity) -> list[Title]:
    """What an article has called somebody in himself: neither what he is to others nor of what state."""
    told = (t for _, t in discourse.titles().get(entity.id, ()))
    return [t for t in told if t.head not in word_set("relational") and not nationality(t.head)]
