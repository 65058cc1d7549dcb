"""Clefts: a passage that « c'est » sets apart from the verb that governs it.

"C'est « … » que réclame X", "ce que X réclame, c'est « … »", "« … », c'est ce que réclame X" and "« … » : voilà ce que
X a dit" have the passage for the object of "réclamer" and "dire" (Riegel, Pellat & Rioul, Grammaire méthodique du
français, XIII.4: phrases clivées et pseudo-clivées).
"""

from __future__ import annotations

from ..grammar.subjects import subject
from ..grammar.syntax import HARD, Syntax
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, skip_back, token_at
from ..vocabulary.word_classes import ADVERB, DETERMINER, NEGATION, OF, PUNCTUATION, THAT
from ..vocabulary.word_sets import word_set
from .frame import Frame, may_speak, verb_frame

_LINKS = ADVERB | NEGATION | DETERMINER | THAT | OF
_BETWEEN = 5
"""Words of "c'est bien là", "c'est en substance" between the presentative and what it presents, at the most."""


def cleft(syntax: Syntax, at: int) -> Frame | None:
    """C'est « … » que réclame X; ce que X réclame, c'est « … »; « … », c'est ce que réclame X."""
    group = _lifted(syntax, at) or _announced(syntax, at) or _taken_up(syntax, at)
    if group is None or not group.reports:
        return None
    speaker = subject(syntax, group)
    if speaker is None or not may_speak(speaker):
        return None
    return verb_frame(syntax, group, f"object-{group.strength}", speaker)


def _lifted(syntax: Syntax, at: int) -> Group | None:
    """C'est « … » que réclame X: the verb behind "que"."""
    if not _presents(syntax, at) or not token_at(syntax.tokens, at + 1).classes & THAT:
        return None
    return _verb_behind(syntax, at + 1)


def _announced(syntax: Syntax, at: int) -> Group | None:
    """Ce que X réclame, c'est « … »: the verb of the clause in front."""
    tokens = syntax.tokens
    comma = next((i for i in range(at - 1, max(at - _BETWEEN, 0), -1) if tokens[i].low == ","), 0)
    if not comma or not _presents(syntax, at):
        return None
    for i in range(comma - 1, -1, -1):
        if tokens[i].low in HARD or tokens[i].classes & QUOTE:
            return None
        if tokens[i].low in word_set("ce") and tokens[i + 1].classes & THAT:
            group = _verb_behind(syntax, i + 1)
            return group if group is not None and group.first < comma else None
    return None


def _taken_up(syntax: Syntax, at: int) -> Group | None:
    """« … », c'est ce que réclame X; « … » : voilà ce que X a dit: the verb behind "ce que"."""
    tokens = syntax.tokens
    start = at + 1
    if not token_at(tokens, start).classes & PUNCTUATION or token_at(tokens, start + 1).low not in word_set("sums-up"):
        return None
    for i in range(start + 1, min(start + 2 + _BETWEEN, len(tokens) - 1)):
        if tokens[i].low in word_set("ce") and tokens[i + 1].classes & THAT:
            return _verb_behind(syntax, i + 1)
    return None


def _presents(syntax: Syntax, at: int) -> bool:
    """Whether "c'est" stands before a passage, with adverbs, an article, "que" or "de" between them at the most."""
    i = skip_back(syntax.tokens, at - 1, _LINKS)
    group = syntax.covering[i] if i > 0 else None
    if group is None or group.lemma not in word_set("be") or group.first == 0:
        return False
    return syntax.tokens[group.first - 1].low in word_set("presentative")


def _verb_behind(syntax: Syntax, that: int) -> Group | None:
    """The first finite verb of the clause that "que" opens."""
    return next((g for g in syntax.finite if g.first > that), None)
