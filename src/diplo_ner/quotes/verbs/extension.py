"""What a verb leads on to: a semi-auxiliary to its infinitive, a verb to the words that make it a set phrase."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...tables import rows
from ..vocabulary.cues import PACKAGE, VerbReading, locutions
from ..vocabulary.word_classes import ADVERB, DETERMINER, NEGATION, NUMBER, OBJECT, OF, PREPOSITION, PUNCTUATION, TIME
from ..vocabulary.word_sets import word_set
from .groups import Group
from .tokens import QUOTE, Token

_MOST_BETWEEN = 6
"""Words between a semi-auxiliary and its infinitive: adverbs, negations, clitics."""
_MOST_BEFORE_REST = 4
"""Words between a verb and the rest of its set phrase: « mettre une nouvelle fois en garde »."""
_PASSED = ADVERB | NEGATION | TIME | NUMBER | PREPOSITION | OF | DETERMINER | PUNCTUATION
_RANK: dict[str, int] = {"strong": 3, "weak": 2, "manner": 1, "plain": 0}


@lru_cache(maxsize=1)
def _semi_auxiliaries() -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows(PACKAGE, "semi_auxiliaries.csv"))


def choose(readings: Sequence[VerbReading], mood: str, reflexive: bool) -> VerbReading | None:
    """The reading of a form in a mood: the reflexive one where there is a reflexive pronoun, else the plain one."""
    best: VerbReading | None = None
    for reading in readings:
        if reading.mood != mood:
            continue
        if reading.reflexive and not reflexive:
            if best is None:
                best = reading._replace(strength="plain")
            continue
        if best is None or reading.reflexive:
            best = reading
    return best


def lead_on(tokens: list[Token], group: Group) -> None:
    """Take a group from a semi-auxiliary to the infinitive it leads to ("vient d'annoncer", "a tenu à souligner")."""
    if group.lemma not in _semi_auxiliaries():
        return
    j = group.last + 1
    skipped = 0
    while j < len(tokens) and skipped < _MOST_BETWEEN:
        token = tokens[j]
        found = [r for r in token.tag.readings if r.mood == "infinitive"]
        if found:
            reading = choose(token.tag.readings, "infinitive", tokens[j - 1].low in word_set("se"))
            if reading and (_RANK[reading.strength] > _RANK[group.strength] or group.strength == "plain"):
                group.head = group.last = j
                group.lemma, group.strength = reading.lemma, reading.strength
                lead_on(tokens, group)
            return
        allowed = token.classes & (ADVERB | NEGATION | OF | OBJECT) or token.low in word_set("infinitive-link")
        if not allowed:
            return
        skipped += 1
        j += 1


def add_locution(tokens: list[Token], group: Group) -> None:
    """Let a group take in the words that make its verb a set phrase ("mettre en garde")."""
    known = locutions().get(group.lemma)
    if not known:
        return
    within = _within_reach(tokens, group.last + 1)
    for locution in known:
        first, rest = within.get(locution.rest[0]), locution.rest
        if locution.clitics and not _has(tokens, group, locution.clitics):
            continue
        if first is not None and all(
            first + k < len(tokens) and tokens[first + k].low == word for k, word in enumerate(rest)
        ):
            if _RANK[locution.strength] >= _RANK[group.strength] or locution.strength == "plain":
                group.strength = locution.strength
            group.last = first + len(rest) - 1
            return


def _has(tokens: list[Token], group: Group, clitics: tuple[str, ...]) -> bool:
    """Whether a verb has these clitics in front of it, the reflexive in any person ("s'en", "m'en")."""
    reflexive, *others = clitics
    before = {t.low for t in tokens[group.first : group.head]}
    return group.reflexive and reflexive in word_set("reflexive") and before.issuperset(others)


def _within_reach(tokens: list[Token], start: int) -> dict[str, int]:
    """The words behind a verb, few adverbs skipped, with which a set phrase may go on; each where it is first."""
    found: dict[str, int] = {}
    for i in range(start, min(start + _MOST_BEFORE_REST + 1, len(tokens))):
        found.setdefault(tokens[i].low, i)
        passed = i == start or tokens[i].classes & _PASSED or tokens[i].tag.pronoun
        if not passed or tokens[i].classes & QUOTE or tokens[i].low in (".", ":", ";"):
            break
    return found
