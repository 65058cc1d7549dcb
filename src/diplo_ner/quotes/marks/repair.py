"""Where a passage ends that was never closed, and where one begins that was never opened."""

from __future__ import annotations

import re

from ...text.sentences import sentence_ends
from ...text.words import words
from ..verbs.incise_window import Incises, is_personal, starts_incise
from ..vocabulary.verb_forms import verb
from .signs import GUILLEMET, Lines, Sign

_COLON = re.compile(r"\s?:\s+(?=[^\W\d_a-zà-ÿ]|[a-zà-ÿ])")
_ENDS_SENTENCE = re.compile(r"\.(?:$|[ \t\u00a0\u202f]+[A-ZÀ-Þ«“\"])")
_LONGEST = 3000
_SHORT = 6
"""Words and signs of a sentence that may go without a verb, at the most."""


def opened_only(text: str, row: list[Sign], number: int, lines: Lines, incises: Incises) -> tuple[int, int] | None:
    """The span of a passage that is opened and never closed.

    It ends before the incise, or else where the line ends; where another mark follows in the line, with the
    last sentence that ends before it.

    Args:
        text: the text.
        row: all its marks.
        number: which of them is the opening one.
        lines: the lines of the text.
        incises: the writer's own voice in the text.

    Returns:
        Start and end, or None where nothing tells the end.
    """
    start = row[number].end
    end = min(lines.ends[lines.number(row[number].start)], start + _LONGEST)
    limit = end
    if number + 1 < len(row) and row[number + 1].start < end:
        limit = row[number + 1].start
    told = incises.first(start, limit)
    if told is not None:
        return (start, told + 1) if text[told] in "!?…" else (start, told)
    if limit == end:
        return start, end
    bare = start + len(text[start:limit].rstrip())
    last = bare if text[bare - 1] in ".!?…" else max(sentence_ends(text, start, limit), default=start)
    return (start, last) if last > start else None


def closed_only(text: str, row: list[Sign], number: int, lines: Lines) -> tuple[int, int] | None:
    """The span of a passage that is closed and was never opened.

    It begins behind the colon or at the start of its sentence; sentences right before it that speak in the
    first or second person, or have no verb to speak of, belong to it.

    Args:
        text: the text.
        row: all its marks.
        number: which of them is the closing one.
        lines: the lines of the text.

    Returns:
        Start and end, or None where nothing shows that somebody's words end here.
    """
    end = row[number].start
    line = lines.number(end)
    floor = max(row[number - 1].end if number else 0, end - _LONGEST)
    bare = text[floor:end].rstrip()
    if not bare:
        return None
    finished = bare[-1] in ".!?…"
    behind = text[row[number].end : lines.ends[line]]
    at_end = not behind.strip(" \t\u00a0\u202f.,;")
    reported = starts_incise(text, row[number].end) or (row[number].kind == GUILLEMET and behind[:1] == ",")
    told = reported or (finished and (at_end or bare[-1] in "!?…"))
    starts = _sentence_starts(text, floor, end, lines, line, crossed=number > 0)
    if not starts or not (told or _ENDS_SENTENCE.match(behind)):
        return None
    start = starts.pop()
    if not told and not is_personal(text, start, end):
        return None
    colon = None
    for colon in _COLON.finditer(text, start, end):  # noqa: B007
        pass
    if colon and colon.end() < end:
        return colon.end(), end
    while starts and _goes_along(text, starts[-1], start):
        start = starts.pop()
    return start, end


def _sentence_starts(text: str, floor: int, end: int, lines: Lines, line: int, *, crossed: bool) -> list[int]:
    """Where sentences begin between two places, blank lines not crossed; the first place may count."""
    starts: list[int] = []
    while line > 0 and lines.starts[line] > floor and not lines.between(line - 1, line)[1]:
        line -= 1
    for number in range(line, len(lines.starts)):
        left, right = max(lines.starts[number], floor), min(lines.ends[number], end)
        if lines.starts[number] >= end:
            break
        if lines.starts[number] >= floor or not crossed or not text[floor : floor + 4].strip(" \t.\u00a0"):
            starts.append(left)
        starts += [place for place in sentence_ends(text, left, right) if text[place:right].strip()]
    return sorted(set(starts))


def _goes_along(text: str, start: int, end: int) -> bool:
    """Whether a sentence sounds like the words of the one after it: a speaker's, not the writer's."""
    if is_personal(text, start, end):
        return True
    bare = words(text[start:end])
    return len(bare) <= _SHORT and not any(w.text[0].isalpha() and _is_finite(w.text) for w in bare)


def _is_finite(word: str) -> bool:
    found = verb(word)
    return found is not None and found.finite
