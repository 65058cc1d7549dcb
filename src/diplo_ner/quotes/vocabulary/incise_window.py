"""The incise, the short clause that says who speaks ("a-t-il dit", "selon lui"), found in a short window."""

from __future__ import annotations

import re
from itertools import islice

from ...text.words import spellings
from .word_classes import ADVERB, OBJECT, PREPOSITION, PUNCTUATION, Tag, tag
from .word_sets import word_set

_GATE = re.compile(r"(?:[,;!?…»”\"]|(?<=\s)[–—-])[\s,\u00a0\u202f]{0,16}+(?=[^\W\d_])")
_LINE_END = re.compile(r"[\r\n\u2028\u2029]")
_THAT = re.compile(r"(?<![\w'’-])qu(?:e(?![\w-])|['’])")
_CLAUSE = re.compile(r"[.!?:;«»“”\"\r\n]")
_PERSONAL = re.compile(
    r"(?<!\w)(?:[jm]['’]\w|(?:je|nous|vous|mon|ma|mes|notre|nos|votre|vos|moi|me|tu|toi|te)(?![\w-]))"
    r"|\w-(?:je|nous|vous|moi|tu|toi)(?!\w)",
    re.IGNORECASE,
)
_CLITICS = frozenset({"m'", "l'", "s'", "t'", "se", "me", "nous", "vous", "lui", "leur", "y", "en", "l’"})
_BETWEEN = frozenset(
    {
        "de",
        "son",
        "sa",
        "côté",
        "part",
        "pour",
        "en",
        "outre",
        "par",
        "ailleurs",
        "tout",
        "lui",
        "elle",
        "eux",
    }
)
_WINDOW = 120
_WORDS = 12
_REACH = 800


def _tags(text: str, start: int, end: int, most: int | None = None) -> list[Tag]:
    """The words between two places, as far as the line goes; so many of them at most."""
    line = _LINE_END.search(text, start, end)
    end = line.start() if line else end
    return [tag(word) for word in islice(spellings(text, start, end), most)]


def _says(told: Tag, mood: str) -> bool:
    return any(r.strength != "plain" and r.mood == mood and r.person in (0, 3) for r in told.readings)


def _participle(row: list[Tag], here: int) -> int:
    """The place after a participle that reports, a few adverbs passed over; 0 where there is none."""
    for place in range(here, min(here + 5, len(row))):
        if _says(row[place], "past_participle"):
            return place + 1
        if not (row[place].classes & ADVERB or row[place].low in _BETWEEN or row[place].low in ",'"):
            return 0
    return 0


def _incise(row: list[Tag], cut: bool) -> bool:
    """Whether a row of words begins with an incise: verb before subject, or a word that names a source.

    Without a comma before it (``cut``), a verb may as well have the words before it for its subject; then it
    counts only if it says, and something that can be its own subject follows.
    """
    if not row:
        return False
    if row[0].low in word_set("source-word") or [t.low for t in row[:2]] in (["d'", "après"], ["aux", "yeux"]):
        return True
    here = 0
    while here < len(row) and here < 3 and (row[here].low in _CLITICS or row[here].classes & ADVERB):
        here += 1
    if here >= len(row):
        return False
    verb = row[here]
    if verb.pronoun and not verb.auxiliary and not verb.readings:
        return verb.pronoun in word_set("incise-subject")
    if verb.auxiliary and verb.auxiliary.finite and verb.auxiliary.person == 3:
        after = _participle(row, here + 1)
    else:
        after = here + 1 if _says(verb, "finite") and not row[here].classes & PREPOSITION else 0
    if not after:
        return False
    if verb.pronoun:
        return True
    follows = row[after] if after < len(row) else None
    if not cut and (follows is None or follows.classes & PUNCTUATION or not _is_strong(row[here:after])):
        return False
    return follows is None or follows.low not in word_set("report-opening")


def _is_strong(row: list[Tag]) -> bool:
    return any(r.strength in ("strong", "manner") for told in row for r in told.readings)


def starts_incise(text: str, place: int) -> bool:
    """Whether an incise begins at a place, spaces and a comma or dash before it left out.

    >>> starts_incise("« Oui », a-t-il dit.", 7)
    True
    """
    limit = min(len(text), place + 8)
    cut = False
    while place < limit and (text[place].isspace() or text[place] in ",-–—"):
        if text[place] in "\r\n" and not cut:
            return False
        cut = cut or not text[place].isspace()
        place += 1
    if place >= len(text) or not text[place].isalpha():
        return False
    return _incise(_tags(text, place, place + _WINDOW, _WORDS), cut)


class Incises:
    """Where the writer's own voice is heard in a text; looked up when asked, and remembered."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[tuple[int, int], bool] = {}

    def within(self, start: int, end: int) -> bool:
        """Whether somebody is said to speak between two places, by an incise or by "a dit que"."""
        end = min(end, start + _REACH)
        known = self._known.get((start, end))
        if known is None:
            known = self.first(start, end) is not None or self._indirect(start, end)
            self._known[start, end] = known
        return known

    def first(self, start: int, end: int) -> int | None:
        """Where the first incise between two places begins, its comma or dash included."""
        for match in _GATE.finditer(self.text, start, end):
            if _incise(_tags(self.text, match.end(), min(end, match.end() + _WINDOW), _WORDS), True):
                return match.start()
        return None

    def _indirect(self, start: int, end: int) -> bool:
        for match in _THAT.finditer(self.text, start, end):
            left = max(start, match.start() - _WINDOW)
            for left_edge in _CLAUSE.finditer(self.text, left, match.start()):
                left = left_edge.end()
            row = _tags(self.text, left, match.start())[-8:]
            for place, verb in enumerate(row):
                if (
                    verb.auxiliary
                    and verb.auxiliary.finite
                    and verb.auxiliary.person == 3
                    and _participle(row, place + 1)
                ):
                    return True
                if _says(verb, "finite") and verb.low != "est" and not (place and row[place - 1].classes & OBJECT):
                    return True
        return False


def is_personal(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text speaks in the first or second person, as a quoted speaker does."""
    return _PERSONAL.search(text, start, end) is not None
