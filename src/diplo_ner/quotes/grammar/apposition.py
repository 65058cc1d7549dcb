"""Appositions: the name that belongs to a noun phrase beside it."""

from __future__ import annotations

from ..verbs.tokens import NAME, QUOTE, Token, is_person, token_at
from ..vocabulary.word_classes import (
    CONTRACTED,
    COORDINATOR,
    DEFINITE,
    DETERMINER,
    OF,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
)
from ..vocabulary.word_sets import word_set
from .nominals import Nominal
from .noun_heads import skip_prepositional
from .syntax import HARD, Syntax, behind_brackets

_MARKED_REACH = 10
"""Words of a name between marks at the most."""
_ASIDE = 10
"""Words of a clause that tells who is meant, at the most."""
_MOST_COMPLEMENTS = 4
"""Complements that a noun of office takes between itself and the name at the most."""


def complete(syntax: Syntax, phrase: Nominal) -> None:
    """Give a noun phrase the name that follows it in apposition ("la présidente du conseil, Mme Diallo, …")."""
    one_of_them = phrase.kind == "pronoun" and phrase.last > phrase.first
    if not (phrase.kind == "common" or one_of_them) or phrase.entity is not None or phrase.number == "p":
        return
    if not one_of_them and (phrase.people is None or phrase.people.kind == "people") and not phrase.partitive:
        return
    tokens = syntax.tokens
    i = _behind_complements(syntax, phrase.last + 1, over_people=phrase.low in word_set("deputy"))
    i = _behind_aside(syntax, i)
    if token_at(tokens, i).low not in (",", "("):
        return
    beside = syntax.nominal(i + 1)
    if beside is None or beside.entity is None:
        beside = _described(syntax, i + 1)
    if beside is None or beside.entity is None:
        return
    closed = bool(token_at(tokens, beside.last + 1).classes & (PUNCTUATION | RELATIVE | PREPOSITION | COORDINATOR))
    person = beside.entity.type == "PERSON"
    if beside.entity.type == "PLACE" and phrase.people is not None:
        return
    if closed and person == (phrase.people is None or phrase.people.kind in ("person", "people")):
        phrase.entity, phrase.name, phrase.last = beside.entity, beside.name, beside.last


def _described(syntax: Syntax, i: int) -> Nominal | None:
    """The name that ends what describes somebody ("le maire de Nice, le champion en retraite [X],")."""
    tokens = syntax.tokens
    if not token_at(tokens, i).classes & DEFINITE:
        return None
    end = next((k for k in range(i, min(i + _ASIDE, len(tokens))) if tokens[k].classes & PUNCTUATION), -1)
    if end < 0 or not is_person(tokens[end - 1]) or tokens[end - 2].classes & (OF | CONTRACTED | PREPOSITION):
        return None
    if any(t.classes & (NAME | RELATIVE) for t in tokens[i : end - 1]) or any(
        i <= g.first < end for g in syntax.finite
    ):
        return None
    return syntax.nominal(end - 1, end)


def _behind_aside(syntax: Syntax, i: int) -> int:
    """The comma behind where an office is, or behind the clause that tells who is meant, if a name stands there.

    "Le porte-parole de l'évêché de Ratisbonne, en Bavière, [Clemens Neck]", "le motard qui l'a retrouvé, [X], …".
    """
    tokens = syntax.tokens
    opening = token_at(tokens, i)
    place = opening.low == "," and token_at(tokens, i + 1).low in word_set("domain-preposition")
    if place:
        end = skip_prepositional(tokens, i + 1, len(tokens), syntax.at)
        place = any(t.entity is not None and t.entity.type in ("PLACE", "COUNTRY") for t in tokens[i + 2 : end])
    elif opening.low in word_set("subject-relative"):
        end = next((k for k in range(i, min(i + _ASIDE, len(tokens))) if tokens[k].low in (",", *HARD)), i)
        place = syntax.at.get(i + 1) is not None
    elif opening.low == "," and token_at(tokens, i + 1).classes & NAME and not is_person(tokens[i + 1]):
        place, end = True, i + 2
    if not place or token_at(tokens, end).low != "," or not is_person(token_at(tokens, end + 1)):
        return i
    return end


def _behind_complements(syntax: Syntax, i: int, *, over_people: bool) -> int:
    """The place behind what else is told of an office: its field, its place in brackets, a body named in marks.

    ``over_people`` tells that a person may stand among it, whose name the one behind is not ("l'adjoint au maire");
    so may one whom an office serves ("le secrétaire d'État auprès du ministre").
    """
    tokens = syntax.tokens
    for _ in range(_MOST_COMPLEMENTS):
        i = behind_brackets(tokens, i)
        if i >= len(tokens):
            return i
        if tokens[i].classes & QUOTE:
            end = i + 1
        elif tokens[i].low in word_set("opening-mark"):
            end = _behind_mark(tokens, i)
        elif not tokens[i].classes & NAME and (
            tokens[i].low in word_set("domain-preposition") or tokens[i].classes & (OF | CONTRACTED)
        ):
            end = skip_prepositional(tokens, i, len(tokens), syntax.at)
        else:
            return i
        serves = tokens[i].low in word_set("serving-preposition")
        if not (over_people or serves) and any(_is_somebody(tokens, k) for k in range(i, end)):
            return i
        i = end
    return i


def _behind_mark(tokens: list[Token], i: int) -> int:
    """The place behind a name that stands in marks and is no quote, or that of the token where none closes."""
    for k in range(i + 1, min(i + _MARKED_REACH, len(tokens))):
        if tokens[k].low in word_set("closing-mark"):
            return k + 1
    return i


def _is_somebody(tokens: list[Token], i: int) -> bool:
    """Whether a noun of a person stands behind its determiner: the name behind may then be that person's."""
    people = tokens[i].tag.people
    return people is not None and people.kind != "people" and bool(tokens[i - 1].classes & (DETERMINER | CONTRACTED))


def apposed_before(syntax: Syntax, phrase: Nominal, start: int) -> Nominal | None:
    """The name that a noun phrase stands in apposition to, in the segment before ("Karl Racine, le procureur, …").

    Another apposition may stand between ("Karl Racine, le procureur, un proche du président, …"). "L'un des …" tells
    who a noun without a name is ("le porte-voix du camp, l'un des plus connus, …").
    """
    if phrase.kind != "common" or phrase.entity is not None or phrase.is_governed or start == 0:
        return None
    if syntax.tokens[start - 1].low in HARD or syntax.tokens[start - 1].low == "(":
        return None
    end = start - 1
    before = syntax.segment_start(end)
    shape, first = syntax.shape(before, end)
    body = phrase.people_kind in ("body", "outlet")
    if shape == "clause" and is_person(syntax.tokens[end - 1]) and phrase.first == start and not body:
        return syntax.nominal(end - 1, end)
    if shape not in ("phrase",):
        return None
    named = syntax.nominal(first, end)
    if named is None or named.entity is None:
        whole = named is not None and named.last == end - 1 and named.determiner
        if named is not None and whole and phrase.partitive and phrase.number == named.number == "s":
            return named
        another = named is not None and named.is_human and named.last == end - 1 and bool(named.determiner)
        return apposed_before(syntax, named, before) if named is not None and another else None
    if named.entity.type == "PERSON" and body:
        return None
    if named.entity.type == "PERSON" or phrase.people_kind not in ("", "person"):
        return named
    return None


def named_before_bare(syntax: Syntax, start: int, end: int) -> Nominal | None:
    """The name before an apposition that no comma closes ("Ana Balarin, directrice et associée chez X a dit")."""
    tokens = syntax.tokens
    if start == 0 or start >= end or tokens[start - 1].low != ",":
        return None
    opening = tokens[start]
    if opening.tag.people is None or opening.tag.people.kind != "person" or start in syntax.at:
        return None
    if not tokens[start - 2].classes & NAME or any(
        g.mood == "finite" and start <= g.first < end for g in syntax.groups
    ):
        return None
    named = syntax.nominal(start - 2, start - 1)
    return named if named is not None and named.names_person else None
