"""Names of crimes: what the law calls the thing somebody is tried for, and who brings the charge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..grammar.subjects import agent_of
from ..grammar.syntax import HARD, Syntax
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, Token
from ..vocabulary.word_classes import DETERMINER, RELATIVE, tag
from ..vocabulary.word_sets import word_set
from .agents import speaker_of
from .frame import Frame, may_speak, verb_frame

_TOLD = ("finite", "passive", "past")
_OPENING = re.compile(r"[«“\"\s\u00a0\u202f]*([^\W\d_]+)")


def is_charge(tokens: Sequence[Token], at: int) -> bool:
    """Whether the passage at a place names a crime: condamné pour « … », une enquête du chef de « … »."""
    here = at - 1
    while here > 1 and tokens[here].low in word_set("and-or") and tokens[here - 1].classes & QUOTE:
        here -= 2
    while here >= 0 and tokens[here].low in word_set("charge-link"):
        here -= 1
    if any(t.low in word_set("for") for t in tokens[here + 1 : at]) and _opens_with_crime(tokens[at].text):
        return True
    return -1 < here < at - 1 and tokens[here].low in word_set("charge")


def _opens_with_crime(words: str) -> bool:
    """Whether words in marks begin with what the law calls a crime, without an article ("vol en réunion")."""
    opening = _OPENING.match(words)
    return opening is not None and opening[1] in word_set("crime")


def answers_for(syntax: Syntax, group: Group, at: int) -> bool:
    """Doit répondre de « … »: whether a verb tells what somebody is tried for and answers nobody."""
    return group.lemma in word_set("answering") and is_charge(syntax.tokens, at)


def charged(syntax: Syntax, at: int) -> Frame | None:
    """Mis en examen par X pour « … », exclu par X pour avoir « … »: who punishes or summons somebody says what for.

    So does who comes out for it: "des élus ont défilé pour que « … »".
    """
    tokens = syntax.tokens
    cause = next((i for i in range(at - 1, 0, -1) if tokens[i].low in word_set("for")), 0)
    group = next((g for g in reversed(syntax.groups) if g.first < cause and g.mood in _TOLD), None)
    opening = _OPENING.match(tokens[at].text)
    if opening is not None and tag(opening[1]).classes & DETERMINER:
        return None
    if group is None or any(t.low in HARD or t.classes & (QUOTE | RELATIVE) for t in tokens[group.last + 1 : at]):
        return None
    if any(t.low == "," for t in tokens[cause:at]) and any(cause < g.first < at for g in syntax.finite):
        return None
    if group.mood == "finite":
        found = speaker_of(syntax, group) if group.lemma in word_set("accounting") else None
    else:
        agent = agent_of(syntax, group, at)
        found = agent if agent is not None and agent.last < cause and agent.is_somebody else None
    return verb_frame(syntax, group, "passive", found) if found is not None and may_speak(found) else None
