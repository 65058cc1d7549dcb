"""Whether the writer's own voice is heard at a place of the bare text: an incise ("a-t-il dit"), or "a dit que".

It is asked before it is known what a passage is: pairing marks, ending a passage that nothing closes and judging one
need it. So it reads a few plain words, without names, passages or noun phrases. Once an article is cut into sentences,
``evidence.incises`` reads the same clause with its subject. Neither can rest on the other: sentences are cut by
passages, and passages by this reader, which has no subject to look for; without the subject and the passage beside it
the other would take clauses in plain order for incises. What both ask of a verb by itself stands here (``incise_form``)
and with the verb (``Group.says``, ``Group.of_another``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ...text.words import spellings
from ..vocabulary.word_classes import ADVERB, PUNCTUATION, THAT
from ..vocabulary.word_sets import pattern, word_set
from .groups import Group
from .reader import first_group, verb_groups
from .tokens import QUOTE, Token, plain_tokens, skip_back, token_at

_GATE = re.compile(r"(?:[,;!?…»”\"]|(?<=\s)[–—-])[\s,\u00a0\u202f]{0,16}+(?=[^\W\d_])")
_LINE_END = re.compile(r"[\r\n\u2028\u2029]")
_THAT = r"(?<![\w'’-])<that>(?:(?<=['’])|(?![\w-]))"
_CLAUSE = re.compile(r"[.!?:;«»“”\"\r\n]")
_PERSONAL = r"(?i)(?<!\w)(?:<elided-first>\w|<speech-person>(?![\w-]))|\w-<speech-hung>(?!\w)"
_STOP = re.compile(r"[,.;:!?…]")
_MOST_BEFORE = 3
"""Words before the verb of an incise: clitics and adverbs."""
_BEFORE_THAT = 8
"""Words before "que" among which the verb stands that it depends on."""
_WINDOW = 120
_WORDS = 12
_REACH = 800


def _tokens(text: str, start: int, end: int, most: int | None = None) -> list[Token]:
    """The words between two places, as far as the line goes; so many of them at most."""
    line = _LINE_END.search(text, start, end)
    end = line.start() if line else end
    return plain_tokens(islice(spellings(text, start, end), most))


def _says(group: Group) -> bool:
    """Whether a verb group reports what somebody else says."""
    return group.mood in ("finite", "passive") and group.reports and group.of_another


def incise_form(tokens: Sequence[Token], group: Group) -> bool | None:
    """Whether a verb stands as that of an incise does, by itself and what is right behind it.

    Returns:
        True where its subject hangs on it ("a-t-il dit"), False where its report begins behind it ("dit que",
        "dit : « … »"), None where its subject decides.
    """
    if group.pronoun:
        return True
    after = token_at(tokens, group.last + 1)
    return False if after.classes & (THAT | QUOTE) or after.low == ":" else None


def _incise(tokens: list[Token], cut: bool) -> bool:
    """Whether words begin with an incise: verb before subject, or a word that names a source.

    Without a comma before it (``cut``), a verb may as well have the words before it for its subject; then it
    counts only if it says, and something that can be its own subject follows.
    """
    if not tokens:
        return False
    if tokens[0].low in word_set("source-word") or " ".join(t.low for t in tokens[:2]) in word_set("source-pair"):
        return True
    if tokens[0].low in word_set("as") and cut:
        group = first_group(tokens, _MOST_BEFORE)
        return group is not None and _says(group) and group.object_clitic
    group = first_group(tokens, _MOST_BEFORE)
    if group is None or group.first > _MOST_BEFORE or skip_back(tokens, group.first - 1, ADVERB) >= 0:
        return False
    if not _says(group):
        return False
    form = incise_form(tokens, group)
    if form is not None:
        return form
    closed = token_at(tokens, group.last + 1).classes & PUNCTUATION
    return cut or (group.says and not closed)


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
    return _incise(_tokens(text, place, place + _WINDOW, _WORDS), cut)


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

    def ends(self, start: int, end: int) -> bool:
        """Whether somebody is said to speak between two places, and does not go on ("…, dit-elle, mais …")."""
        if not self.within(start, end):
            return False
        place = self.first(start, min(end, start + _REACH))
        stop = _STOP.search(self.text, place + 2, end) if place is not None else None
        return stop is None or stop.group() != ","

    def first(self, start: int, end: int) -> int | None:
        """Where the first incise between two places begins, its comma or dash included."""
        for match in _GATE.finditer(self.text, start, end):
            if _incise(_tokens(self.text, match.end(), min(end, match.end() + _WINDOW), _WORDS), True):
                return match.start()
        return None

    def _indirect(self, start: int, end: int) -> bool:
        for match in pattern(_THAT).finditer(self.text, start, end):
            left = max(start, match.start() - _WINDOW)
            for left_edge in _CLAUSE.finditer(self.text, left, match.start()):
                left = left_edge.end()
            before = _tokens(self.text, left, match.start())[-_BEFORE_THAT:]
            if any(_says(group) and not group.object_clitic for group in verb_groups(before)):
                return True
        return False


def is_personal(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text speaks in the first or second person, as a quoted speaker does."""
    return pattern(_PERSONAL).search(text, start, end) is not None
