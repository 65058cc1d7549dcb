"""Quote or not: whether a passage between marks gives back somebody's words.

Titles, names, labels, words with their meaning and words the writer holds at a distance stand between
marks too. What stands around a passage decides first (a noun that takes a title, a report right behind, a
colon), then what is inside it (a clause, a person, a bare capitalised name), then whether anything in the
sentence reports. Each answer names the rule that gave it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ...text.words import Word
from ...text.words import words as split_words
from ..marks.passages import Passage
from ..vocabulary.incise_window import Incises, is_personal, starts_incise
from ..vocabulary.verb_forms import verb
from ..vocabulary.word_classes import DEMONSTRATIVE, DETERMINER, Tag, tag
from .not_quotes import RULES
from .surroundings import Scene, scene, word_lists

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_EDIT = re.compile(r"\[[^\]\n]{0,40}\]|\(\s*(?:…|\.\.\.)\s*\)")
_FOR = re.compile(r"(?:^|[,.:;] )[Pp]our (?:[A-ZÀ-Þ]|le |la |l['’]|son |M\.)")
_AFTER = re.compile(r"(?<!\w)(?:selon|d['’]après) ")
_BROTHER = re.compile(
    r"[«“\"]([^«»“”\"\r\n]{1,80})[»”\"]\s*(?:,|et|ou|ni|,\s*(?:et|ou)?)\s*(?:des?|du|d['’]|les?|la|l['’])?\s*$"
)
# Refusals that hold for all passages of a row: "« … », « … » et « … »".
_SHARED = frozenset(
    {"label", "title", "name", "named", "outlet", "meaning", "example", "saying", "listed-with-another"}
)
_OPENING, _CLOSING = '«“"', '»”"'
_SINGLE = ("‘", "'", "‚", "‛")
_HEADING = 140
_TOP = 20000
_ROW = 3


class Verdict(NamedTuple):
    """Whether a passage is a quote, the rule that decided, and how sure it is (0 to 1)."""

    is_quote: bool
    rule: str
    confidence: float


def judge(text: str, passage: Passage, words: Sequence[Word], cue_near: bool | None = None) -> Verdict:
    """Decide whether a passage is a quote.

    Args:
        text: the text; it is not altered.
        passage: the passage, with offsets into the text in Unicode code points.
        words: all words of the text, in order.
        cue_near: whether a reporting cue governs the passage; None where nobody looked, then its sentence is
            searched for one.

    Returns:
        The verdict. The work is bounded by the sentence and the passage.

    >>> from diplo_ner.quotes.marks.passages import passages
    >>> text = "Dans son livre « La Digue », elle dénonce une « mascarade »."
    >>> [judge(text, p, split_words(text)).rule for p in passages(text)]
    ['title', 'reported-fragment']
    """
    return _judge(text, passage, words, cue_near, _ROW)


def _judge(text: str, passage: Passage, words: Sequence[Word], cue: bool | None, row: int) -> Verdict:
    """Judge a passage, looking back over at most so many others that stand in a row before it."""
    seen = scene(text, passage, words, starts_incise(text, passage.outer_end), cue)
    if not any(c.isalnum() for word in seen.inner for c in word.text):
        return Verdict(False, "no-words", 1.0)
    for rule in RULES:
        refusal = rule(seen)
        if refusal:
            return Verdict(False, *refusal)
    return _whole(seen) or _fragment(seen, row)


def _whole(seen: Scene) -> Verdict | None:
    """A passage that something beside it, or its own clause, shows to be said."""
    if seen.colon and seen.passage.depth and _is_denied(seen):
        return Verdict(False, "not-said", 0.6)
    if seen.told:
        return Verdict(True, "report-behind", 0.97)
    if _EDIT.search(seen.said):
        return Verdict(True, "edited-words", 0.93)
    if seen.colon:
        if seen.length <= 1 and len(seen.ahead) > 4 and not any(_reports(word) for word in seen.ahead):
            return Verdict(False, "word-after-colon", 0.6)
        return Verdict(True, "colon", 0.94)
    if not seen.is_fragment:
        if seen.inner[0].text[0].isupper() or seen.inner[-1].text[-1] in ".!?…":
            return Verdict(True, "sentence", 0.93)
        return Verdict(True, "clause", 0.88)
    return None


def _fragment(seen: Scene, row: int) -> Verdict:
    """A passage of less than a clause: somebody's words where the sentence reports, else the writer's."""
    lists, length = word_lists(), seen.length
    lead = seen.lead()
    if length <= 8 and not seen.cue and not (lead and lead.finite) and seen.head(lists["mention"], 1) is not None:
        if lists["utter"].isdisjoint(word.low for word in seen.ahead[-6:]):
            return Verdict(False, "word-spoken-of", 0.8)
        return Verdict(True, "word-uttered", 0.75)
    if is_personal(seen.said, 0, len(seen.said)):
        return Verdict(True, "person-speaks", 0.85)
    alone = (length <= 2 and not lead) or (not seen.cue and (length <= 3 or seen.is_name))
    if seen.passage.depth and alone and not any(_reports(word) for word in seen.ahead[-2:]):
        return Verdict(False, "inside-quote", 0.7)
    brother = _brother(seen, row)
    if brother and not brother.is_quote and brother.rule in _SHARED:
        return Verdict(False, "listed-with-another", 0.7)
    if seen.cue or (seen.cue is None and _has_cue(seen)):
        return Verdict(True, "reported-fragment", 0.88)
    return _unreported(seen, length, row)


def _unreported(seen: Scene, length: int, row: int) -> Verdict:
    """A fragment in a sentence that reports nothing in so many words."""
    lead, ahead = seen.lead(), seen.ahead
    if seen.passage.open in _SINGLE and not seen.passage.depth:
        return Verdict(False, "single-marks", 0.6)
    if lead and (lead.finite or (lead.infinitive and length >= 2)):
        return Verdict(True, "verb-phrase", 0.65)
    if ahead and ahead[-1].auxiliary and ahead[-1].auxiliary.finite:
        return Verdict(True, "predicate", 0.62)
    named = bool(ahead) and seen.capitals[-1] and not ahead[-1].classes
    if named and _starts_with_verb(seen):
        return Verdict(True, "predicate", 0.62)
    if (length >= 2 or named) and _is_heading(seen):
        return Verdict(True, "heading", 0.6)
    if length >= 4:
        return Verdict(True, "long-phrase", 0.6)
    if seen.of and seen.head(word_lists()["role"], 0, skip=1) is not None:
        return Verdict(False, "held-at-a-distance", 0.65)
    of = seen.of or (bool(ahead) and ahead[-1].low == "des")
    if length <= 3 and of and seen.head(word_lists()["name"], 0, skip=1) is not None:
        return Verdict(False, "name", 0.6)
    if length <= 2 and ahead and ahead[-1].classes & DEMONSTRATIVE:
        return Verdict(False, "held-at-a-distance", 0.65)
    if _acts(seen):
        return Verdict(True, "somebody-acts", 0.55)
    if length >= 2 and row and _echoes(seen):
        return Verdict(True, "echo", 0.6)
    return Verdict(False, "held-at-a-distance", 0.6)


def _reports(word: Tag) -> bool:
    return any(r.strength != "plain" for r in word.readings)


def _starts_with_verb(seen: Scene) -> bool:
    """Whether the first word inside can be a finite verb."""
    first = seen.inner[0].text
    found = verb(first) if first[0].isalpha() else None
    return found is not None and found.finite


@lru_cache(maxsize=256)
def _tags(text: str) -> tuple[Tag, ...]:
    return tuple(tag(word.text) for word in split_words(text))


def _has_cue(seen: Scene) -> bool:
    """Whether the sentence reports, at a cheap look: a verb of saying or a source ahead, an incise after."""
    text, end = seen.text, seen.passage.outer_end
    left = _QUOTED.sub(" , ", text[seen.start : seen.passage.outer_start])
    if _AFTER.search(left.lower()) or _FOR.search(left):
        return True
    before = None
    for word in _tags(left):
        said = any(r.strength == "strong" or (r.strength != "plain" and r.mood != "infinitive") for r in word.readings)
        noun = (
            before is not None and before.classes & DETERMINER and before.low not in ("le", "la", "les", "l'", "leur")
        )
        if said and not noun:
            return True
        before = word
    return Incises(text).first(end, seen.end) is not None or _AFTER.search(text, end, seen.end) is not None


def _is_denied(seen: Scene) -> bool:
    """Whether what leads on to the words is denied: "je n'ai jamais dit :"."""
    lows = {word.low for word in seen.ahead}
    return not lows.isdisjoint(("ne", "n'")) and not lows.isdisjoint(("pas", "jamais"))


def _is_heading(seen: Scene) -> bool:
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
    return len(line.split()) >= 4 and line[-1:] not in ".!?…:;,"


def _acts(seen: Scene) -> bool:
    """Whether somebody is named before the passage and does something: the words may then be theirs."""
    somebody = noun_next = False
    for word, capital in zip(seen.ahead, seen.capitals, strict=True):
        if word.people or word.low in ("il", "elle") or (capital and not word.classes):
            somebody = True
        found = verb(word.low)
        if somebody and found and found.finite and (found.sure or not noun_next):
            return True
        noun_next = bool(word.classes & DETERMINER)
    return False


def _echoes(seen: Scene) -> bool:
    """Whether the same words stand between marks elsewhere near the top of the article, as a quote."""
    passage, text, said = seen.passage, seen.text, seen.said
    other = text.find(said, 0, _TOP)
    if other == passage.start:
        other = text.find(said, passage.end, _TOP)
    end = other + len(said)
    if other < 1 or text[max(0, other - 4) : other].rstrip()[-1:] not in _OPENING:
        return False
    if text[end : end + 4].lstrip()[:1] not in _CLOSING:
        return False
    return _judge(text, Passage(other, end, other - 1, end + 1, "«", "»", passage.depth), seen.words, None, 0).is_quote


def _brother(seen: Scene, row: int) -> Verdict | None:
    """The verdict on the passage that stands before this one in a row of them."""
    start = max(seen.start, seen.passage.outer_start - 120)
    match = _BROTHER.search(seen.text, start, seen.passage.outer_start) if row else None
    if not match or not match[1].strip():
        return None
    inner = match[1]
    first = match.start(1) + len(inner) - len(inner.lstrip())
    last = match.end(1) - len(inner) + len(inner.rstrip())
    one = Passage(first, last, match.start(), match.end(1) + 1, "«", "»", seen.passage.depth)
    return _judge(seen.text, one, seen.words, False, row - 1)
