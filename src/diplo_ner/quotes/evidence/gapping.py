"""Clauses that leave out the verb of the one before: "l'un parle d'« … », l'autre de « … »"."""

from __future__ import annotations

from ..grammar.apposition import complete
from ..grammar.nominals import Nominal
from ..grammar.syntax import Syntax
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, skip, token_at
from ..vocabulary.word_classes import ADVERB, CONTRACTED, COORDINATOR, DETERMINER, OF, PREPOSITION
from ..vocabulary.word_sets import word_set
from .frame import Frame, verb_frame
from .opening import opening_predicate


def left_out(syntax: Syntax, group: Group, at: int, start: int) -> Nominal | None:
    """The subject of the clause that begins at ``start`` and ends with a passage, if it leaves out a verb before it."""
    tokens = syntax.tokens
    if start <= group.last or not any(t.classes & QUOTE for t in tokens[group.last : start]):
        return None
    found = syntax.nominal(skip(tokens, start, COORDINATOR | ADVERB, at), at)
    if found is None or not (found.kind in ("name", "pronoun") or (found.is_human and found.determiner)):
        return None
    complete(syntax, found)
    rest = tokens[_behind_aside(syntax, found) : at]
    if not rest and (
        found.low in word_set("plural-pronoun-form")
        or syntax.covering[found.last] is not None
        or opening_predicate(tokens[at]) is not None
    ):
        return None
    return found if all(t.classes & (OF | PREPOSITION | DETERMINER | CONTRACTED) for t in rest) else None


def _behind_aside(syntax: Syntax, found: Nominal) -> int:
    """The place behind a subject, its name in apposition and "lui" between commas."""
    tokens, i = syntax.tokens, found.last + 1
    if token_at(tokens, i).low != ",":
        return i
    if token_at(tokens, i + 1).low in word_set("stressed-third") and token_at(tokens, i + 2).low == ",":
        return i + 3
    return i + 1 if found.entity is not None and found.kind != "name" else i


def over_semicolon(syntax: Syntax, group: Group, at: int) -> Frame | None:
    """X parle d'« … » ; Y, lui, de « … »: over a semicolon a verb reaches only a clause that leaves it out."""
    edge = next((i for i in range(at - 1, group.last, -1) if syntax.tokens[i].low == ";"), -1)
    found = left_out(syntax, group, at, edge + 1) if edge > 0 and group.mood == "finite" else None
    return verb_frame(syntax, group, "gapping", found) if found is not None else None
