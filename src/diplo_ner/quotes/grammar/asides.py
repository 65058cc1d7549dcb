"""Asides between a subject and its verb: relatives, names of others, parties, what "entre" joins."""

from __future__ import annotations

from ..verbs.groups import Group
from ..verbs.tokens import token_at
from ..vocabulary.word_classes import ADPOSITION, CONTRACTED, RELATIVE, THAT
from ..vocabulary.word_sets import word_set
from .clauses import is_subordinate
from .nominals import Nominal
from .syntax import DASHES, HARD, Syntax

_MOST_ASIDES = 3
"""Segments between a relative and its verb at the most."""
_BETWEEN_REACH = 14
"""Tokens between "entre" and the "et" that it needs."""


def opening_of_tail(syntax: Syntax, start: int) -> int:
    """Where the relative begins whose verb opens a segment: "X, [dont] le candidat, Y, termine cinquième, a dit"."""
    verb = syntax.at.get(start)
    if verb is None or verb.mood != "finite" or not start or not is_subordinate(syntax, verb):
        return start
    before = start
    for _ in range(_MOST_ASIDES):
        if not before or syntax.tokens[before - 1].low != ",":
            return start
        before = syntax.segment_start(before - 1)
        if syntax.tokens[before].classes & (RELATIVE | THAT):
            return before
    return start


def between_dashes(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether a verb stands between two dashes in front of a place: "une loi — réclamée par les élus — qui « … »"."""
    tokens = syntax.tokens
    closing = next((i for i in range(group.last + 1, at) if tokens[i].low in DASHES or tokens[i].low in HARD), -1)
    if closing < 0 or tokens[closing].low in HARD:
        return False
    opening = next((i for i in range(group.first - 1, -1, -1) if tokens[i].low in DASHES or tokens[i].low in HARD), -1)
    return opening > 0 and tokens[opening].low not in HARD


def is_aside(syntax: Syntax, start: int, first: int, end: int) -> bool:
    """Whether a segment is a circumstance whose verbs are all in clauses within it: "en visite à Kiev où il a vu X"."""
    opening = start > 0 and bool(syntax.tokens[first].classes & ADPOSITION)
    return opening and all(is_subordinate(syntax, g) for g in syntax.finite if start <= g.first < end)


def is_absolute(syntax: Syntax, phrase: Nominal, end: int) -> bool:
    """Whether a phrase is the subject of a participle behind it: "X, [la preuve n'étant pas faite], a annoncé …"."""
    verb = syntax.at.get(phrase.last + 1)
    return verb is not None and verb.mood == "participle" and not phrase.is_somebody and verb.last < end


def before_dont(syntax: Syntax, start: int, end: int, group: Group) -> int:
    """Where the phrase before "dont X, Y et Z" begins, if the segment at ``start`` is the end of such a list.

    "L'association, dont le président, [X], espère …" is none: one thing has a relative clause.
    """
    tokens = syntax.tokens
    first = start
    while first > 0 and tokens[first - 1].low == "," and not tokens[first].classes & RELATIVE:
        first = syntax.segment_start(first - 1)
    listed = (
        tokens[first].low in word_set("whose") and first > 1 and not any(first <= g.first < end for g in syntax.finite)
    )
    if not listed:
        return start
    before = syntax.segment_start(first - 1)
    whole = syntax.nominal(before, first - 1)
    named = syntax.nominal(start, end)
    titled = syntax.nominal(first + 1, start) if first + 1 < start else None
    one = whole is not None and whole.number == "s" and group.number == "s"
    office = titled is not None and titled.people_kind == "person" and titled.last == start - 2
    return start if one and office and named is not None and named.names_person else before


def tells_of_another(syntax: Syntax, phrase: Nominal, start: int) -> bool:
    """Whether a phrase between commas only tells of a party, a person, a state or a place before it."""
    asked = (tells_of_place, is_party_of, names_other, rules)
    return any(question(syntax, phrase, start) for question in asked)


def tells_of_place(syntax: Syntax, phrase: Nominal, start: int) -> bool:
    """Whether a phrase tells of the place that ends the one before: "le maire de X, [l'une des communes], a dit"."""
    tokens = syntax.tokens
    if phrase.is_somebody or phrase.kind != "common" or start <= 1 or tokens[start - 1].low != ",":
        return False
    place = tokens[start - 2].entity
    if place is None or place.type != "PLACE":
        return False
    first = syntax.nominal(syntax.segment_start(start - 1), start - 1)
    return first is not None and first.is_human and first.last == start - 2


def is_party_of(syntax: Syntax, phrase: Nominal, start: int) -> bool:
    """Whether a body's name between commas only tells whose man the one before it is: "le maire, PS, a dit"."""
    entity = phrase.entity
    if phrase.kind != "name" or entity is None or entity.type != "ORGANISATION" or start <= 1:
        return False
    before = syntax.segment_start(start - 1)
    shape, first = syntax.shape(before, start - 1)
    person = syntax.nominal(first, start - 1) if shape == "phrase" and syntax.tokens[start - 1].low == "," else None
    return person is not None and (person.names_person or (person.people_kind == "person"))


def names_other(syntax: Syntax, phrase: Nominal, start: int) -> bool:
    """Whether a name is that of somebody told in an aside: "le conseil, présidé par le ministre, [X], a décidé"."""
    tokens = syntax.tokens
    if phrase.kind != "name" or not phrase.names_person or start <= 1 or tokens[start - 1].low != ",":
        return False
    before = syntax.segment_start(start - 1)
    if not before or tokens[before - 1].low != ",":
        return False
    governed = [i for i in range(before + 1, start - 1) if tokens[i - 1].classes & ADPOSITION]
    within = (syntax.nominal(i, start - 1) for i in governed)
    title = next((p for p in within if p is not None and p.last == start - 2), None)
    person = title is not None and title.people_kind == "person"
    return person and title is not None and title.entity is None and title.number == "s"


def rules(syntax: Syntax, phrase: Nominal, start: int) -> bool:
    """Whether a name is that of a ruler told with his state: "le Brésil du président de gauche, [X], a dit"."""
    tokens = syntax.tokens
    if phrase.kind != "name" or not phrase.names_person or start <= 1 or tokens[start - 1].low != ",":
        return False
    before = syntax.segment_start(start - 1)
    shape, first = syntax.shape(before, start - 1)
    state = syntax.nominal(first, start - 1) if shape == "phrase" else None
    if state is None or state.entity is None or state.entity.type != "COUNTRY" or state.kind != "name":
        return False
    office = token_at(tokens, state.last + 2).tag.people
    return bool(tokens[state.last + 1].classes & CONTRACTED) and office is not None and office.kind == "person"


def joins_between(syntax: Syntax, k: int) -> bool:
    """Whether a conjunction joins what "entre" opens: "l'accord entre Moscou, allié du régime, [et] Ankara prévoit"."""
    tokens = syntax.tokens
    if tokens[k].low not in word_set("and"):
        return False
    for i in range(k - 1, max(0, k - _BETWEEN_REACH), -1):
        if tokens[i].low in word_set("between"):
            return True
        if tokens[i].low in HARD or tokens[i].low in word_set("and") or syntax.covering[i] is not None:
            return False
    return False
