"""A sentence with its verb groups in place, and the segments that commas and dashes cut it into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from ..verbs.groups import Group
from ..verbs.reader import verb_groups
from ..verbs.tokens import QUOTE, Token, token_at
from ..vocabulary.word_classes import (
    ADPOSITION,
    ADVERB,
    COORDINATOR,
    NEGATION,
    OF,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATING,
    SUBORDINATOR,
    THAT,
)
from ..vocabulary.word_sets import word_set
from .nominals import Nominal, circumstance
from .noun_heads import skip_prepositional
from .noun_phrases import behind_count, nominal
from .sentence import Sentence

_T = TypeVar("_T")

HARD = frozenset((":", ";", ".", "!", "?", "…", "...", "|", "•", "·"))
_MOST_IN_BRACKETS = 8
DASHES = frozenset(("-", "–", "—", "--"))


class Syntax:
    """Tokens, verb groups, and which group covers a token; ``kept`` holds what was asked of a group once."""

    __slots__ = ("_starts", "at", "covering", "finite", "groups", "kept", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: list[Token] = sentence.tokens
        self.groups: list[Group] = verb_groups(sentence.tokens)
        self.at = {g.first: g for g in self.groups}
        self.covering: list[Group | None] = [None] * len(self.tokens)
        for group in self.groups:
            for i in range(group.first, group.last + 1):
                self.covering[i] = group
        self.kept: dict[tuple[str, int], Any] = {}
        self.finite = [g for g in self.groups if g.mood in ("finite", "passive")]
        self._starts = self._segment_starts()

    def once(self, what: str, group: Group, read: Callable[[Syntax, Group], _T]) -> _T | None:
        """What is asked of a verb group, read the first time; None while it is being read."""
        key = (what, group.first)
        if key not in self.kept:
            self.kept[key] = None
            self.kept[key] = read(self, group)
        held: _T | None = self.kept[key]
        return held

    def nominal(self, i: int, end: int | None = None, *, inverted: bool = False) -> Nominal | None:
        """The noun phrase that begins at a token, as far as another or the sentence goes."""
        return nominal(self.tokens, i, len(self.tokens) if end is None else end, self.at, inverted=inverted)

    def is_separator(self, i: int) -> bool:
        """Whether a token cuts segments."""
        token = self.tokens[i]
        return token.low == "," or token.low in DASHES or token.low in HARD or token.low in ("(", ")", "[", "]")

    def segment_start(self, end: int) -> int:
        """Where the segment that ends before ``end`` starts; what stands in parentheses is passed over."""
        return self._starts[end] if end > 0 else 0

    def _segment_starts(self) -> list[int]:
        """Where the segment starts that ends before each token, and before the end of the sentence."""
        starts, opening = [0], 0
        for i, token in enumerate(self.tokens):
            if token.low == ")":
                starts.append(starts[opening])
                continue
            if token.low == "(":
                opening = i
            starts.append(i + 1 if self.is_separator(i) else starts[-1])
        return starts

    def bare_noun_phrase(self, i: int) -> bool:
        """Whether "des", "de" or "près" opens a noun phrase here ("des élus", "près de 200 élus"), no preposition."""
        token = self.tokens[i]
        if token.low in word_set("of-several"):
            return (
                i == 0
                or self.is_separator(i - 1)
                or bool(self.tokens[i - 1].classes & (COORDINATOR | THAT | SUBORDINATOR | ADVERB))
                or circumstance(self.tokens, 0) == i
            )
        following = self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""
        if token.low in word_set("of") and following in word_set("plural-fore-adjective"):
            return i == 0 or self.is_separator(i - 1) or bool(self.tokens[i - 1].classes & (COORDINATOR | THAT))
        if token.low in word_set("rough-number"):
            return behind_count(self.tokens, i, len(self.tokens)) > i
        return token.low in word_set("of") and following in word_set("quantifying-adjective")

    def phrases(self, start: int, end: int) -> list[Nominal]:
        """The noun phrases between two tokens that no preposition governs, phrases of time left out."""
        tokens = self.tokens
        found: list[Nominal] = []
        i = start
        while i < end:
            token = tokens[i]
            covering = self.covering[i]
            classes = token.classes
            size = circumstance(tokens, i)
            if size:
                i += size
            elif token.low == "(":
                while i < end and tokens[i].low != ")":
                    i += 1
            elif covering is not None and not (token.tag.people and covering.head == i and covering.mood != "finite"):
                i = covering.last + 1
            elif classes & ADPOSITION and not self.bare_noun_phrase(i):
                i = skip_prepositional(tokens, i, end, self.at)
            elif classes & (PUNCTUATION | QUOTE | SUBORDINATING) or classes & COORDINATOR:
                i += 1
            else:
                phrase = self.nominal(i, end)
                if phrase is None:
                    i += 1
                else:
                    found.append(phrase)
                    i = phrase.last + 1
        return found

    def shape(self, start: int, end: int) -> tuple[str, int]:
        """What a segment is, and where its first word after conjunctions and adverbs stands.

        One of empty, relative, prepositional, participial, subordinate, clause, bare, emphatic, phrase.
        """
        tokens = self.tokens
        i = start
        while i < end and (
            tokens[i].classes & (COORDINATOR | ADVERB | NEGATION) and not tokens[i].classes & (THAT | SUBORDINATOR)
        ):
            if tokens[i].low in word_set("rough-number") and self.bare_noun_phrase(i):
                break
            i += 1
        if i >= end:
            return "empty", i
        token = tokens[i]
        classes = token.classes
        if classes & RELATIVE or (classes & (PREPOSITION | OF) and i + 1 < end and tokens[i + 1].classes & RELATIVE):
            return "relative", i
        if token.low in word_set("ce") and i + 1 < end and tokens[i + 1].classes & (RELATIVE | THAT):
            return "relative", i
        if all(t.low in word_set("emphatic") or (t.classes & (ADVERB | PRONOUN)) for t in tokens[i:end]):
            return "emphatic", i
        if classes & (THAT | SUBORDINATOR):
            return "subordinate", i
        if circumstance(tokens, i):
            return "time", i
        covering = self.covering[i]
        if (
            covering is not None
            and covering.first == i
            and covering.mood in ("participle", "gerund", "past", "infinitive")
        ):
            return "participial", i
        if any(start <= g.first < end for g in self.finite):
            return "clause", i
        if classes & ADPOSITION and not self.bare_noun_phrase(i):
            return "prepositional", i
        phrase = self.nominal(i, end)
        if phrase is None or (phrase.kind == "common" and not phrase.determiner and not phrase.unlisted):
            return "bare", i
        return "phrase", i


def syntax_of(sentence: Sentence) -> Syntax:
    """The syntax of a sentence; kept with the sentence."""
    return sentence.once("syntax", Syntax)


def before_brackets(tokens: Sequence[Token], i: int) -> int:
    """The place before the brackets that a token closes ("l'Union africaine (UA)"), or that of the token itself."""
    if tokens[i].low != ")":
        return i
    for k in range(i - 1, max(0, i - _MOST_IN_BRACKETS), -1):
        if tokens[k].low == "(":
            return k - 1
    return i


def behind_brackets(tokens: Sequence[Token], i: int) -> int:
    """The place behind the brackets that a token opens ("Marie Martin (Ifri)"), or that of the token itself."""
    if token_at(tokens, i).low != "(":
        return i
    for k in range(i + 1, min(len(tokens), i + _MOST_IN_BRACKETS)):
        if tokens[k].low == ")":
            return k + 1
    return i
