"""Coordination: the names that stand in a row with a phrase ("Paris et Berlin", "X, Y et leurs partenaires")."""

from __future__ import annotations

from ...entity_types import types_that
from ..verbs.tokens import NAME, is_person, token_at
from ..vocabulary.word_classes import ADPOSITION, RELATIVE
from ..vocabulary.word_sets import word_set
from .nominals import Nominal
from .noun_heads import skip_prepositional
from .syntax import Syntax


def conjuncts(syntax: Syntax, phrase: Nominal) -> list[Nominal]:
    """The phrases of a row in order, the given one among them; that one alone where no "et" makes a row.

    Others than the given one are there with a name only. Names in apposition stand for a noun in the plural ("deux
    élus, X et Y").
    """
    row = _apposed(syntax, phrase)
    if row:
        return row
    before, joined = _before(syntax, phrase)
    after = _after(syntax, phrase)
    return [*(before if joined or after else []), phrase, *after]


def _before(syntax: Syntax, phrase: Nominal) -> tuple[list[Nominal], bool]:
    tokens = syntax.tokens
    found: list[Nominal] = []
    joined = False
    i = phrase.first - 1
    while i > 0 and tokens[i].low in word_set("row-mark"):
        joined = joined or tokens[i].low in word_set("and")
        named = _named(syntax, i - 1)
        if named is None or (named.is_governed and not phrase.is_governed):
            break
        found.insert(0, named)
        i = named.first - 1
        while i > 0 and tokens[i].low in word_set("name-opening"):
            i -= 1
    return found, joined


def _after(syntax: Syntax, phrase: Nominal) -> list[Nominal]:
    tokens = syntax.tokens
    found: list[Nominal] = []
    waiting: list[Nominal] = []
    if phrase.kind == "name" and phrase.last > phrase.name:
        second = _named(syntax, phrase.last)
        if second is not None:
            found.append(second)
    i = phrase.last + 1
    while i + 1 < len(tokens) and tokens[i].low in word_set("row-mark"):
        beside = syntax.nominal(i + 1)
        if beside is None or beside.name < 0 or beside.entity is None or beside.entity.type not in types_that("speak"):
            break
        waiting.append(beside)
        if tokens[i].low in word_set("and"):
            return [*found, *waiting]
        i = beside.last + 1
    return found


def _apposed(syntax: Syntax, phrase: Nominal) -> list[Nominal]:
    """The persons in apposition to a noun in the plural ("les anciens ministres X, Y et Z")."""
    if phrase.kind != "common" or phrase.number != "p" or phrase.entity is not None or not phrase.is_human:
        return []
    tokens = syntax.tokens
    i = next((k for k in range(phrase.head + 1, phrase.last + 1) if is_person(tokens[k])), phrase.last + 1)
    if token_at(tokens, i).classes & ADPOSITION:
        i = skip_prepositional(tokens, i, len(tokens), syntax.at)
    if token_at(tokens, i).classes & RELATIVE:
        i = next((k for k in range(i, len(tokens)) if tokens[k].low == ","), i)
    i += int(token_at(tokens, i).low == ",")
    found: list[Nominal] = []
    joined = False
    while i < len(tokens) and is_person(tokens[i]):
        found.append(Nominal(tokens, i, i, i, "name", entity=tokens[i].entity, name=i))
        i += 1
        if joined or token_at(tokens, i).low not in word_set("row-mark"):
            break
        joined = tokens[i].low in word_set("and")
        i += 1
    return found if joined and len(found) > 1 else []


def _named(syntax: Syntax, i: int) -> Nominal | None:
    token = syntax.tokens[i]
    if not token.classes & NAME or token.entity is None or token.entity.type not in types_that("speak"):
        return None
    return syntax.nominal(i, i + 1)
