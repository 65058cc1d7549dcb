"""Inside the marks: the incise that stands there, and the inside of a passage as a text of its own."""

from __future__ import annotations

from .candidate import Link
from .evidence.frame import cue_span
from .evidence.incise_shapes import incise_shaped, incise_subject
from .grammar.nominals import Nominal
from .grammar.prose import Prose
from .grammar.syntax import Syntax, syntax_of
from .moment import Moment
from .speaker_words import may_hold_incise
from .verbs.groups import Group


def incise_inside(moment: Moment) -> Link | None:
    """The incise that stands between the marks: « Moi, dit-il, j'ai l'impression … »."""
    passage = moment.passage
    if not may_hold_incise(moment.text, passage):
        return None
    for sentence in Prose(moment.article.source, [], (passage.start, passage.end)).sentences:
        syntax = syntax_of(sentence)
        for group in syntax.finite:
            phrase = _told_by(syntax, group)
            if phrase is None:
                continue
            referent = moment.resolve(phrase, sentence.placed(moment.sentence), group)
            return Link(moment.speaker(phrase, referent), cue_span(syntax, group), "incise-inside")
    return None


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
    end = phrase.last if not group.pronoun else max(group.last, group.pronoun_at)
    closed = end + 1 >= len(tokens) or tokens[end + 1].low in (",", ".", "…", "...")
    return phrase if closed else None


def _is_told(phrase: Nominal) -> bool:
    """Whether a phrase stands for somebody by an office or a description: "décrypte un conseiller"."""
    return phrase.is_human and bool(phrase.determiner or phrase.partitive)
