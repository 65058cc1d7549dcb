"""The sentence and the line around a passage: whether they report, act, or head what follows."""

from __future__ import annotations

import re
from functools import lru_cache

from ...text.words import words as split_words
from ..verbs.incise_window import Incises
from ..vocabulary.verb_forms import verb
from ..vocabulary.word_classes import DETERMINER, Tag, tag
from ..vocabulary.word_sets import pattern, word_set
from .surroundings import Scene

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_FOR = r"(?:^|[,.:;] )<for-a-view> (?:[A-ZÀ-Þ]|<view-article> |<elided-article>)"
_AFTER = r"(?<!\w)<after-source> "
_WORDS_OF_A_HEADING = 4
"""Fewer words in a line are a label."""
_HEADING = 140


@lru_cache(maxsize=256)
def _tags(text: str) -> tuple[Tag, ...]:
    return tuple(tag(word.text) for word in split_words(text))


def reports(seen: Scene) -> bool:
    """Whether the sentence of a passage reports, at a cheap look: a verb of saying or a source ahead, an incise."""
    text, end = seen.text, seen.passage.outer_end
    left = _QUOTED.sub(" , ", text[seen.start : seen.passage.outer_start])
    if pattern(_AFTER).search(left.lower()) or pattern(_FOR).search(left):
        return True
    before = None
    for word in _tags(left):
        said = any(r.strength == "strong" or (r.strength != "plain" and r.mood != "infinitive") for r in word.readings)
        noun = before is not None and before.classes & DETERMINER and before.low not in word_set("article-or-clitic")
        if said and not noun:
            return True
        before = word
    return Incises(text).first(end, seen.end) is not None or pattern(_AFTER).search(text, end, seen.end) is not None


def is_heading(seen: Scene) -> bool:
    """Whether the passage is a line of its own, or stands in a short one that ends without a full stop."""
    text, passage = seen.text, seen.passage
    if not any(t.low.isalpha() for t in seen.ahead) and not text[passage.outer_end : seen.end].strip(" .\u00a0"):
        return True
    floor = max(0, passage.outer_start - _HEADING)
    start = max(text.rfind("\n", floor, passage.outer_start), text.rfind("\r", floor, passage.outer_start)) + 1
    end = text.find("\n", passage.outer_end, passage.outer_end + _HEADING)
    if end < 0 and len(text) <= passage.outer_end + _HEADING:
        end = len(text)
    if end < 0 or end - start > _HEADING or (start == 0 and floor > 0):
        return False
    line = text[start:end].rstrip(' »”"\u00a0\u202f\r')
    return len(line.split()) >= _WORDS_OF_A_HEADING and line[-1:] not in ".!?…:;,"


def somebody_acts(seen: Scene) -> bool:
    """Whether somebody is named before the passage and does something: the words may then be theirs."""
    somebody = noun_next = False
    for word, capital in zip(seen.ahead, seen.capitals, strict=True):
        if word.people or word.low in word_set("he-or-she") or (capital and not word.classes):
            somebody = True
        found = verb(word.low)
        if somebody and found and found.finite and (found.sure or not noun_next):
            return True
        noun_next = bool(word.classes & DETERMINER)
    return False
