"""Inverted subjects: behind their verb ("a déclaré X"), or a pronoun hung on it ("a-t-il dit")."""

from __future__ import annotations

from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, Token, token_at
from ..vocabulary.word_classes import (
    ADPOSITION,
    ADVERB,
    COORDINATOR,
    DEFINITE,
    NEGATION,
    OBJECT,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATING,
    THAT,
)
from ..vocabulary.word_sets import word_set
from .antecedents import agrees
from .apposition import complete
from .nominals import Nominal, circumstance, pronoun_gender
from .noun_heads import skip_prepositional
from .syntax import DASHES, HARD, Syntax

_FARTHEST = 8
"""Words that are nothing a subject begins with, behind a verb, at the most."""
_ASIDES = 30
"""Tokens behind a verb among which its subject begins, whatever asides stand between."""
_GERUND_REACH = 10
"""Words behind a gerund among which the comma stands that closes it."""


def inverted_pronoun(syntax: Syntax, group: Group) -> Nominal | None:
    """The pronoun of "a-t-il dit", or the noun before it ("Blinken a-t-il dit")."""
    start = syntax.segment_start(group.first)
    if start < group.first and not syntax.tokens[group.first - 1].classes & QUOTE:
        phrases = [p for p in syntax.phrases(start, group.first) if p.kind != "pronoun" and p.last == group.first - 1]
        plural = group.pronoun in word_set("plural-subject")
        phrases = [p for p in phrases if agrees(p, "p" if plural else "s")]
        if phrases and not any(g.mood == "finite" and start <= g.first < group.first for g in syntax.groups):
            return phrases[-1]
    at = group.pronoun_at
    number = "p" if group.pronoun in word_set("plural-subject") else "s"
    return Nominal(syntax.tokens, at, at, at, "pronoun", number=number, gender=pronoun_gender(group.pronoun))


def right_subject(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject that stands behind its verb ("a déclaré mardi à l'AFP Jean-Philippe Magnen")."""
    return syntax.once("right", group, _behind)


def _behind(syntax: Syntax, group: Group) -> Nominal | None:
    near = _right_subject(syntax, group)
    if near is not None and (near.kind != "common" or near.is_somebody or near.unlisted or not _set_off(syntax, near)):
        return near
    return _behind_asides(syntax, group) or near


def _set_off(syntax: Syntax, phrase: Nominal) -> bool:
    """Whether a comma stands before a phrase."""
    return syntax.tokens[phrase.first - 1].low == ","


def _behind_asides(syntax: Syntax, group: Group) -> Nominal | None:
    """« … », souffle entre deux appels, les traits tirés, [une infirmière]: who is told behind asides."""
    tokens = syntax.tokens
    k = group.first - 1
    beside = k > 0 and (tokens[k].classes & QUOTE or (tokens[k].low == "," and tokens[k - 1].classes & QUOTE))
    if not beside or not group.reports or group.pronoun:
        return None
    for i in range(group.last + 1, min(group.last + _ASIDES, len(tokens))):
        if tokens[i].low in HARD or tokens[i].classes & QUOTE:
            return None
        if tokens[i].low != ",":
            continue
        phrase = syntax.nominal(i + 1, inverted=True)
        if phrase is not None and phrase.is_somebody and phrase.kind != "pronoun" and agrees(phrase, group.number):
            complete(syntax, phrase)
            return None if phrase.last + 1 in syntax.at else phrase
    return None


def _right_subject(syntax: Syntax, group: Group) -> Nominal | None:
    tokens = syntax.tokens
    end = len(tokens)
    i = group.last + 1
    if i < end and i == group.pronoun_at:
        i += 1
    while i < end:
        passed = _passed(syntax, group, i)
        if passed < 0:
            return None
        if passed > i:
            i = passed
            continue
        token, classes = tokens[i], tokens[i].classes
        phrase = syntax.nominal(i, inverted=True)
        if phrase is not None:
            if (
                _is_where(syntax, phrase)
                or _is_mood(syntax, phrase, group)
                or (phrase.low in word_set("bearing") and tokens[i - 1].low == ",")
            ):
                i = phrase.last + 1
                continue
            if not agrees(phrase, group.number):
                if not _joined(tokens, phrase):
                    return None
                phrase.number = "p"
            complete(syntax, phrase)
            return phrase
        if classes & COORDINATOR:
            return None
        if not classes & (PUNCTUATION | ADVERB | NEGATION | OBJECT | DEFINITE):
            compound = group.head > group.first + int(group.object_clitic or group.reflexive)
            if compound and i == group.last + 1 and not classes and not token.tag.readings:
                return Nominal(tokens, i, i, i, "common")
            if i - group.last > _FARTHEST:
                return None
        i += 1
    return None


def _is_where(syntax: Syntax, phrase: Nominal) -> bool:
    """Whether a place without a preposition tells where people are gathered: "des élus réunis place de la Liberté"."""
    before = syntax.covering[phrase.first - 1]
    place = phrase.entity is not None and phrase.entity.type == "PLACE"
    return place and before is not None and before.mood == "past"


def _is_mood(syntax: Syntax, phrase: Nominal, group: Group) -> bool:
    """Whether a phrase tells how somebody is whom no mark parts from it: "déclare tout fier [le chef]"."""
    if phrase.kind != "common" or phrase.is_somebody or phrase.unlisted:
        return False
    behind = syntax.nominal(phrase.last + 1, inverted=True)
    if behind is None or behind.first != phrase.last + 1 or behind.kind == "pronoun":
        return False
    return behind.is_human and bool(behind.determiner) and agrees(behind, group.number)


def _passed(syntax: Syntax, group: Group, i: int) -> int:
    """Where a subject may begin behind a verb: past what stands between, ``i`` for nothing, -1 for the clause's end."""
    tokens, token = syntax.tokens, syntax.tokens[i]
    size = circumstance(tokens, i)
    if size:
        return i + size
    if token.classes & (QUOTE | SUBORDINATING) or token.low in HARD or token.low in DASHES or token.low == ")":
        return -1
    if token.low == "(":
        return next((k for k in range(i, len(tokens)) if tokens[k].low == ")"), len(tokens)) + 1
    covering = syntax.covering[i]
    if covering is not None and covering is not group and covering.first == i and not token.tag.people:
        if covering.mood == "gerund":
            return _behind_gerund(syntax, covering)
        return covering.last + 1 if covering.mood == "past" and i > group.last + 1 else -1
    if token.classes & ADPOSITION and token.low not in word_set("of-several") and not syntax.bare_noun_phrase(i):
        return skip_prepositional(tokens, i, len(tokens), syntax.at)
    soon = token.low in word_set("shortly") and token_at(tokens, i + 1).low in word_set("after-before")
    return i + int(soon)


def _joined(tokens: list[Token], phrase: Nominal) -> bool:
    """Whether "et" joins another subject to one in the singular ("ont répondu le président et les rapporteurs")."""
    for token in tokens[phrase.last + 1 :]:
        if token.low in word_set("and"):
            return True
        if token.low in HARD or token.classes & (QUOTE | RELATIVE | THAT):
            break
    return False


def _behind_gerund(syntax: Syntax, gerund: Group) -> int:
    """The place behind "en ouvrant la réunion": behind its comma, or behind the verb where none closes it."""
    for i in range(gerund.last + 1, min(gerund.last + _GERUND_REACH, len(syntax.tokens))):
        token = syntax.tokens[i]
        if token.low == ",":
            return i + 1
        if token.low in HARD or token.classes & (QUOTE | SUBORDINATING):
            break
    return gerund.last + 1
