"""Reports inside the marks: « C'est choquant, déplore X, élu du port. On attend. » is X's.

What reports there is the writer's, so that the names in it are told as those outside any passage are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .evidence.incise_shapes import incise_shaped, incise_subject
from .grammar.nominals import Nominal
from .grammar.noun_heads import skip_prepositional
from .grammar.prose import Prose
from .grammar.sentence import Sentence
from .grammar.source import Source
from .grammar.syntax import HARD, Syntax, syntax_of
from .marks.passages import Passage
from .speaker_words import may_hold_incise
from .verbs.groups import Group
from .verbs.tokens import token_at
from .vocabulary.word_classes import ADPOSITION


class InnerReport(NamedTuple):
    """An incise between the marks of a passage: who is told to speak, the verb, their sentence, the report's span."""

    phrase: Nominal
    group: Group
    sentence: Sentence
    span: tuple[int, int]


def inner_report(source: Source, passage: Passage) -> InnerReport | None:
    """The first incise that stands between the marks of a passage, its own passages left as they are."""
    if not may_hold_incise(source.text, passage):
        return None
    for sentence in Prose(source, [], (passage.start, passage.end)).sentences:
        syntax = syntax_of(sentence)
        for group in syntax.finite:
            phrase = _told_by(syntax, group)
            if phrase is not None:
                return InnerReport(phrase, group, sentence, _span(syntax, group, phrase))
    return None


def said_by_others(found: Sequence[Passage], inner: Mapping[int, InnerReport | None]) -> list[tuple[int, int]]:
    """The spans of some passages by number, in order, without the reports that stand inside them."""
    spans = []
    for quote, report in inner.items():
        start, end = found[quote].outer_start, found[quote].outer_end
        spans += [(start, end)] if report is None else [(start, report.span[0]), (report.span[1], end)]
    return spans


def _span(syntax: Syntax, group: Group, phrase: Nominal) -> tuple[int, int]:
    """From the verb to its subject, and to the end of the sentence where no other clause follows."""
    tokens = syntax.tokens
    last = max(phrase.last, group.last, group.pronoun_at)
    closing = next((i for i in range(last + 1, len(tokens)) if tokens[i].low in HARD), len(tokens))
    if not group.pronoun and not any(last < g.first < closing for g in syntax.groups):
        last = closing - 1
    return tokens[group.first].start, tokens[last].end


def _told_by(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject of a verb that stands as an incise between commas; None where it is none."""
    tokens = syntax.tokens
    if not (group.says and group.of_another and incise_shaped(syntax, group)):
        return None
    if group.first == 0 or tokens[group.first - 1].low not in (",", "!", "?", "…", "..."):
        return None
    phrase = incise_subject(syntax, group)
    if phrase is None or not (phrase.kind == "pronoun" or phrase.entity is not None or _is_told(phrase)):
        return None
    end = phrase.last + 1 if not group.pronoun else max(group.last, group.pronoun_at) + 1
    if token_at(tokens, end).classes & ADPOSITION:
        end = skip_prepositional(tokens, end, len(tokens), syntax.at)
    return phrase if end >= len(tokens) or tokens[end].low in (",", ".", "…", "...") else None


def _is_told(phrase: Nominal) -> bool:
    """Whether a phrase stands for somebody by an office or a description: "décrypte un conseiller"."""
    return phrase.is_human and bool(phrase.determiner or phrase.partitive)
