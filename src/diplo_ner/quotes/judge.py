"""Quote or not: whether a passage between marks gives back somebody's words.

Titles, names, labels, words spoken of and words the writer holds at a distance stand between marks too. What
stands around a passage decides first (a noun that takes a title, a report right behind, a colon), then what is
inside it (a clause, a person, a bare capitalised name), then whether anything in the sentence reports. Each answer
names the rule that gave it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..lexicon.tables import cell_list, rows
from ..text.words import Word
from ..text.words import words as split_words
from .cues import PACKAGE, is_outlet
from .finite import Verb, verb
from .incise import Incises, is_personal, starts_incise
from .kinds import kind
from .marks import Passage
from .wordclass import DETERMINER, OF, PREPOSITION, PUNCTUATION, SUBJECT, THAT, Tag, tag

_SENTENCE = re.compile(r"(?<!\bM)(?<!\bM[mr])(?<!\bMme)(?<!\b[A-ZÀ-Þ])[.!?…]+[»”\"’)\]]*\s+(?=[«“\"(\[–—-]?\s*[A-ZÀ-Þ0-9«“\"])|[\r\n]")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_EDIT = re.compile(r"\[[^\]\n]{0,40}\]|\(\s*(?:…|\.\.\.)\s*\)")
_SMALL = frozenset("de du des d' la le les l' et en au aux à the of and for to in on a y del della da di von van der".split())
_BEHIND = 12
_NEAR = 240


class Verdict(NamedTuple):
    """Whether a passage is a quote, the rule that decided, and how sure it is (0 to 1)."""

    is_quote: bool
    rule: str
    confidence: float


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows(PACKAGE, "not_quotes.csv"):
        listed = cell_list(row["words"])
        plural = {word + "s" for word in listed if row["class"] in ("work", "text", "name", "maker")}
        found[row["class"]] = frozenset(listed) | plural
    return found


class _Scene(NamedTuple):
    """A passage with the words before it in its sentence, nearest last, and what it holds."""

    text: str
    passage: Passage
    ahead: list[Tag]
    capitals: list[bool]
    inner: list[Word]
    words: Sequence[Word]
    cue: bool | None
    start: int
    end: int


def judge(text: str, passage: Passage, words: Sequence[Word], cue_near: bool | None = None) -> Verdict:
    """Decide whether a passage is a quote.

    Args:
        text: the text.
        passage: the passage, with offsets into the text.
        words: all words of the text, in order.
        cue_near: whether a reporting cue governs the passage; None where nobody looked, then the sentence is
            searched for one.

    Returns:
        The verdict with the rule that gave it.
    """
    scene = _scene(text, passage, words, cue_near)
    if not any(c.isalnum() for word in scene.inner for c in word.text):
        return Verdict(False, "no-words", 1.0)
    told = starts_incise(text, passage.outer_end)
    colon = bool(scene.ahead) and scene.ahead[-1].low == ":"
    for rule in (_label, _title, _name, _gloss):
        found = rule(scene, told, colon)
        if found:
            return found
    return _reported(scene, told, colon)


def _scene(text: str, passage: Passage, words: Sequence[Word], cue: bool | None) -> _Scene:
    first = bisect_left(words, (passage.start,))
    last = bisect_left(words, (passage.end,))
    start, end = _sentence(text, passage)
    ahead: list[Tag] = []
    capitals: list[bool] = []
    here = bisect_left(words, (passage.outer_start,)) - 1
    while here >= 0 and words[here].start >= start and len(ahead) < _BEHIND:
        ahead.append(tag(words[here].text))
        capitals.append(words[here].text[0].isupper())
        here -= 1
    return _Scene(text, passage, ahead[::-1], capitals[::-1], list(words[first:last]), words, cue, start, end)


def _sentence(text: str, passage: Passage) -> tuple[int, int]:
    """Where the sentence around a passage begins and ends, as far as one looks for a cue."""
    start = max(0, passage.outer_start - _NEAR)
    for match in _SENTENCE.finditer(text, start, passage.outer_start):
        start = match.end()
    if text[start : passage.outer_start].strip(" \t\u00a0\u202f") in ("»", "”"):
        start = passage.outer_start
    match = _SENTENCE.search(text, passage.outer_end, passage.outer_end + _NEAR)
    end = match.start() if match else min(len(text), passage.outer_end + _NEAR)
    return start, end


def _is_title(scene: _Scene) -> bool:
    """Whether the words look like a title: a capital or a figure first, no full stop at the end."""
    first, last = scene.inner[0].text[0], scene.inner[-1].text[-1]
    return (first.isupper() or first.isdigit() or first in "[(") and last not in ".;,:"


def _is_name(scene: _Scene) -> bool:
    """Whether every word of weight bears a capital."""
    weighty = [w.text for w in scene.inner if w.text[0].isalnum() and w.text.lower() not in _SMALL]
    capital = any(w[0].isupper() for w in weighty)
    return capital and len(weighty) <= 6 and all(not w[0].islower() for w in weighty)


def _is_fragment(scene: _Scene) -> bool:
    return kind(scene.text[scene.passage.start : scene.passage.end]) == "fragment"


def _length(scene: _Scene) -> int:
    return sum(w.text[0].isalnum() for w in scene.inner)


def _head(ahead: Sequence[Tag], listed: frozenset[str], reach: int, over: int = OF | DETERMINER) -> int | None:
    """How many words stand between the nearest listed word and the mark; None where a clause's edge comes first."""
    for back in range(min(reach + 1, len(ahead))):
        word = ahead[-1 - back]
        pair = f"{ahead[-2 - back].low} {word.low}" if back + 2 <= len(ahead) else ""
        if word.low in listed or pair in listed:
            return back
        if word.classes & (THAT | SUBJECT | PUNCTUATION):
            return None
        if word.classes & PREPOSITION and not word.classes & over:
            return None
        found = verb(word.low)
        if found and (found.infinitive or (found.finite and found.sure)):
            return None
    return None


def _label(scene: _Scene, told: bool, colon: bool) -> Verdict | None:
    """Labels of buttons and menus, and lines that point to another article."""
    lists, ahead, text = _lists(), scene.ahead, scene.text
    if colon:
        line = text[max(scene.start, scene.passage.outer_start - 40) : scene.passage.outer_start]
        lead = re.split(r"[|•·\r\n]", line)[-1].strip(" :\u00a0\u202f-–—>").lower()
        if lead in lists["see"]:
            return Verdict(False, "see-also", 0.95)
        return None
    if told:
        return None
    sentence = text[scene.start : scene.end].lower()
    if ("cookie" in sentence or "traceur" in sentence) and re.search(r"\bvo(?:us|s|tre)\b", sentence):
        return Verdict(False, "label", 0.95)
    if _head(ahead, lists["label"], 1) is not None and _is_title(scene) and _is_fragment(scene) and not _is_of(ahead):
        return Verdict(False, "label", 0.9)
    if _head(ahead, lists["press"], 3, PREPOSITION) is not None and _length(scene) <= 6:
        return Verdict(False, "label", 0.9)
    return None


def _is_of(ahead: Sequence[Tag]) -> bool:
    return bool(ahead) and bool(ahead[-1].classes & OF)


def _title(scene: _Scene, told: bool, colon: bool) -> Verdict | None:
    """Titles of works, of texts and of outlets."""
    lists, ahead = _lists(), scene.ahead
    if colon or not _is_title(scene):
        return None
    words = scene.text[scene.passage.start : scene.passage.end]
    if _length(scene) <= 4 and _is_fragment(scene) and _is_outlet(words) and not told:
        return Verdict(False, "outlet", 0.9)
    of = _is_of(ahead)
    work = _head(ahead, lists["work"], 4)
    if work is not None and not of and (work == 0 or _is_fragment(scene)) and not (told and work > 1):
        return Verdict(False, "title", 0.93)
    if of and _head(ahead[:-1], lists["maker"] | lists["work"], 1) is not None:
        return Verdict(False, "title", 0.93)
    if not _is_fragment(scene):
        return None
    if _head(ahead, lists["publish"], 1) is not None and not told:
        return Verdict(False, "title", 0.8)
    if not of and _head(ahead, lists["text"], 1) is not None and not told:
        return Verdict(False, "title", 0.8)
    behind = scene.text[scene.passage.outer_end : scene.passage.outer_end + 60]
    if ahead and ahead[-1].low == "," and behind[:1] == "," and _head(ahead[:-1], lists["text"] | lists["work"], 2) is not None:
        return Verdict(False, "title", 0.75)
    apposed = _APPOSED.match(behind)
    if apposed and any(word in lists["work"] for word in apposed["noun"].lower().split()):
        return Verdict(False, "title", 0.85)
    if _BYLINE.match(behind) and not ahead:
        return Verdict(False, "title", 0.75)
    if _REFERENCE.search(scene.text[scene.start : scene.passage.outer_start]) and not behind.split("\n")[0].strip(" .»\u00a0"):
        return Verdict(False, "title", 0.7)
    return None


_APPOSED = re.compile(r"\s*,\s+(?:le|la|l['’]|les|un|une|notre|nos|son|sa|ses|leur|ce|cet|cette)\s?(?P<noun>(?:\S+ ){0,2}[\w-]+)")
_BYLINE = re.compile(r"\s*,\s+(?:de|d['’]|par)\s?[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]")
_REFERENCE = re.compile(r"^[A-ZÀ-Þ][^\s,]*(?: [A-ZÀ-Þ][^\s,]*){0,4}, $")


def _is_outlet(words: str) -> bool:
    return any(is_outlet(name) for name in (words, f"Le {words}", f"La {words}", f"The {words}")) and not _COMMON.search(words)


_COMMON = re.compile(r"(?:^| )(?:un|une|des|de la|du)(?: |$)")


def _name(scene: _Scene, told: bool, colon: bool) -> Verdict | None:
    """Names of things, of groups, of people by another name."""
    lists, ahead = _lists(), scene.ahead
    if colon or not ahead:
        return None
    naming = _head(ahead, lists["naming"], 3, PREPOSITION)
    if naming is not None and _length(scene) <= 12 and not (told and naming > 1):
        before = ahead[-2 - naming] if len(ahead) > naming + 1 else None
        said = ahead[-1 - naming].low in ("titré", "dite", "dits", "dites") and before is not None and before.auxiliary
        if not said:
            return Verdict(False, "named", 0.9)
    if ahead[-1].low == "dit" and len(ahead) > 1 and ahead[-2].low == "," and _is_name(scene) and _length(scene) <= 3:
        return Verdict(False, "named", 0.85)
    if _is_of(ahead) and _head(ahead[:-1], frozenset({"nom", "noms", "code", "surnom", "pseudonyme", "sobriquet", "titre"}), 0) is not None:
        return Verdict(False, "named", 0.9)
    if not _is_title(scene) or not _is_fragment(scene):
        return None
    head = None if _is_of(ahead) else _head(ahead, lists["name"], 2)
    if head is not None and (not told or (head == 0 and _is_name(scene))):
        return Verdict(False, "name", 0.85)
    if told:
        return None
    if _is_name(scene) and scene.inner[-1].text not in "!?":
        if ahead[-1].classes & DETERMINER or ahead[-1].low in ("du", "des", "au", "aux", "à", "dans", "sur", "chez"):
            return Verdict(False, "name", 0.75)
    if ahead[-1].classes & DETERMINER and _length(scene) <= 6 and not scene.cue and scene.inner[0].text[0].isalpha() and scene.inner[-1].text not in "!?…":
        return Verdict(False, "name", 0.6)
    if _is_name(scene) and scene.inner[-1].text not in "!?":
        before = scene.text[max(0, scene.passage.outer_start - 24) : scene.passage.outer_start].split()
        if before and before[-1][:1].isupper() and before[-1].isalnum() and _length(scene) <= 4:
            return Verdict(False, "name", 0.7)
    return None


def _gloss(scene: _Scene, told: bool, colon: bool) -> Verdict | None:
    """Translations and meanings of words."""
    lists, ahead, passage = _lists(), scene.ahead, scene.passage
    if told or colon:
        return None
    behind = scene.text[passage.outer_end : passage.outer_end + 40]
    if ahead and ahead[-1].low == "(" and behind.lstrip()[:1] == ")" and _length(scene) <= 6 and len(ahead) > 1:
        if ahead[-2].low not in ("»", "”", '"'):
            return Verdict(False, "meaning", 0.75)
    gloss = _head(ahead, lists["gloss"], 1, PREPOSITION)
    if gloss is not None and _length(scene) <= 8 and not (gloss == 0 and ahead[-2:-1] and ahead[-2].auxiliary):
        return Verdict(False, "meaning", 0.85)
    if _SAYING.search(scene.text, scene.start, passage.outer_start):
        return Verdict(False, "saying", 0.8)
    if _length(scene) <= 3 and _APPOSED_NAME.match(behind) and ahead and ahead[-1].classes & DETERMINER and _is_fragment(scene):
        return Verdict(False, "held-at-a-distance", 0.7)
    if _length(scene) <= 3 and [t.low for t in ahead[-2:]] in _SUCH_AS and _is_fragment(scene):
        return Verdict(False, "example", 0.75)
    if not _is_fragment(scene) and ahead and ahead[-1].low == "question" and scene.inner[-1].text == "?":
        return Verdict(False, "question", 0.65)
    words = behind.replace("(", " ").lower().split()
    if words[:1] == ["en"] and len(words) > 1 and words[1].strip(".,;)") in lists["language"]:
        return Verdict(False, "meaning", 0.8)
    if len(ahead) > 1 and ahead[-1].low == "," and ahead[-2].low in lists["language"] and ahead[-3:-2] and ahead[-3].low in ("l'", "en", "du"):
        return Verdict(False, "meaning", 0.7)
    return None


_SAYING = re.compile(r"comme (?:on (?:le )?dit|dit-on|dit l['’]autre|dit le (?:proverbe|dicton|poète)|le veut l['’]expression)(?: \w+)?,?\s*$")
_APPOSED_NAME = re.compile(r"\s*, [A-ZÀ-Þ][\w’'-]+ (?:[a-zé]{1,4}[- ])?[A-ZÀ-Þ]")
_SUCH_AS = [["tel", "que"], ["telle", "que"], ["tels", "que"], ["telles", "que"]]


def _cue(scene: _Scene) -> bool:
    """Whether the sentence reports, as a cheap look tells: a verb of saying or a source before the passage, an incise behind."""
    passage, text = scene.passage, scene.text
    left = _QUOTED.sub(" , ", text[scene.start : passage.outer_start])
    row = _tags(left)
    for place, word in enumerate(row):
        if word.low in ("selon", "dixit") or (word.low == "d'" and place + 1 < len(row) and row[place + 1].low == "après"):
            return True
        if word.low == "pour" and place + 1 < len(row) and left and _POUR.search(left):
            return True
        if any(r.strength != "plain" and (r.mood != "infinitive" or r.strength == "strong") for r in word.readings):
            if place and row[place - 1].classes & DETERMINER and not row[place - 1].low in ("le", "la", "les", "l'", "leur"):
                continue
            return True
    return Incises(text).first(passage.outer_end, scene.end) is not None or _SELON.search(text, passage.outer_end, scene.end) is not None


_POUR = re.compile(r"(?:^|[,.:;] )(?:[Pp]our) (?:[A-ZÀ-Þ]|le |la |l['’]|son |M\.)")
_SELON = re.compile(r"(?<!\w)(?:selon|d['’]après) ")


@lru_cache(maxsize=256)
def _tags(text: str) -> tuple[Tag, ...]:
    return tuple(tag(word.text) for word in split_words(text))


def _reported(scene: _Scene, told: bool, colon: bool) -> Verdict:
    """What is left: words of somebody, or words held at a distance."""
    passage, ahead, length = scene.passage, scene.ahead, _length(scene)
    text = scene.text[passage.start : passage.end]
    if passage.depth and colon and _is_denied(ahead):
        return Verdict(False, "not-said", 0.6)
    if told:
        return Verdict(True, "report-behind", 0.97)
    if _EDIT.search(text):
        return Verdict(True, "edited-words", 0.93)
    cue = _cue(scene) if scene.cue is None else scene.cue
    if colon:
        if length <= 1 and not cue:
            return Verdict(False, "word-after-colon", 0.6)
        return Verdict(True, "colon", 0.94)
    fragment = _is_fragment(scene)
    lead = _lead(scene)
    if fragment and length <= 8 and not scene.cue and not (lead and lead.finite):
        spoken = _head(ahead, _lists()["mention"], 1)
        if spoken is not None and not any(t.low in _lists()["utter"] for t in ahead[-6:]):
            return Verdict(False, "word-spoken-of", 0.8)
        if spoken is not None:
            return Verdict(True, "word-uttered", 0.75)
    if not fragment:
        whole = scene.inner[0].text[0].isupper() or scene.inner[-1].text[-1] in ".!?…"
        return Verdict(True, "sentence" if whole else "clause", 0.93 if whole else 0.88)
    if is_personal(text, 0, len(text)):
        return Verdict(True, "person-speaks", 0.85)
    if passage.depth and not scene.cue and (length <= 3 or _is_name(scene)) and not _cue_touches(ahead):
        return Verdict(False, "inside-quote", 0.7)
    brother = _brother(scene)
    if brother and not brother.is_quote and brother.rule in _PLAIN_NO:
        return Verdict(False, "listed-with-another", 0.7)
    if cue:
        return Verdict(True, "reported-fragment", 0.88)
    return _unreported(scene, length)


def _is_denied(ahead: Sequence[Tag]) -> bool:
    """Whether what leads on to the words is denied: "je n'ai jamais dit :"."""
    lows = {word.low for word in ahead}
    return not lows.isdisjoint(("ne", "n'")) and not lows.isdisjoint(("pas", "jamais"))


def _lead(scene: _Scene) -> Verb | None:
    """The verb a passage begins with, clitics and negation apart."""
    clitics = 0
    for word in scene.inner:
        if word.fold in ("ne", "n'", "se", "s'"):
            clitics += 1
            continue
        found = verb(word.text) if word.text[0].isalpha() else None
        return found if found and (found.infinitive or found.sure or clitics or len(scene.inner) > 2) else None
    return None


def _cue_touches(ahead: Sequence[Tag]) -> bool:
    """Whether a verb of saying is among the last words before the mark."""
    return any(r.strength != "plain" for word in ahead[-2:] for r in word.readings)


def _unreported(scene: _Scene, length: int) -> Verdict:
    """A fragment in a sentence that reports nothing in so many words."""
    ahead = scene.ahead
    lead = _lead(scene)
    if lead and (lead.finite or (lead.infinitive and length >= 2)):
        return Verdict(True, "verb-phrase", 0.65)
    alone = verb(scene.inner[0].text) if length == 1 and scene.inner[0].text[0].isalpha() else None
    if ahead and ((ahead[-1].auxiliary and ahead[-1].auxiliary.finite) or (alone and alone.finite and scene.capitals[-1])):
        return Verdict(True, "predicate", 0.62)
    if length >= 2 and not any(t.low.isalpha() for t in ahead) and not scene.text[scene.passage.outer_end : scene.end].strip(" .\u00a0"):
        return Verdict(True, "heading", 0.7)
    if length >= 2 and _in_heading(scene):
        return Verdict(True, "heading", 0.55)
    if length >= 4:
        return Verdict(True, "long-phrase", 0.6)
    if _is_of(ahead) and _head(ahead[:-1], _lists()["role"], 0) is not None:
        return Verdict(False, "held-at-a-distance", 0.65)
    if _agent(scene):
        return Verdict(True, "somebody-acts", 0.55)
    return Verdict(False, "held-at-a-distance", 0.6)


def _in_heading(scene: _Scene) -> bool:
    """Whether the line is short and ends without a full stop, as headings do."""
    text, passage = scene.text, scene.passage
    start = max(text.rfind("\n", 0, passage.outer_start), text.rfind("\r", 0, passage.outer_start)) + 1
    end = text.find("\n", passage.outer_end, passage.outer_end + 140)
    if end < 0 or end - start > 140:
        return False
    line = text[start:end].rstrip(" »”\"\u00a0\u202f\r")
    return len(line.split()) >= 4 and line[-1:] not in ".!?…:;,"


def _agent(scene: _Scene) -> bool:
    """Whether somebody is named before the passage and does something: the words may then be theirs."""
    somebody = False
    for word, capital in zip(scene.ahead, scene.capitals, strict=True):
        if word.people or word.low in ("il", "elle") or (capital and not word.classes):
            somebody = True
        found = verb(word.low)
        if somebody and found and found.finite and found.sure:
            return True
    return False


_BROTHER = re.compile(
    r"[«“\"]([^«»“”\"\r\n]{1,80})[»”\"]\s*(?:,|et|ou|ni|,\s*(?:et|ou)?)\s*(?:des?|du|d['’]|les?|la|l['’])?\s*$"
)
_PLAIN_NO = frozenset({"label", "title", "name", "named", "outlet", "meaning", "example", "saying", "listed-with-another"})


def _brother(scene: _Scene) -> Verdict | None:
    """The verdict on the passage that stands before this one in a row of them."""
    start = max(scene.start, scene.passage.outer_start - 120)
    match = _BROTHER.search(scene.text, start, scene.passage.outer_start)
    if not match:
        return None
    inner_start = match.start(1) + len(match[1]) - len(match[1].lstrip())
    inner_end = match.end(1) - len(match[1]) + len(match[1].rstrip())
    if inner_start >= inner_end:
        return None
    one = Passage(inner_start, inner_end, match.start(), match.end(1) + 1, "«", "»", scene.passage.depth)
    return judge(scene.text, one, scene.words)
