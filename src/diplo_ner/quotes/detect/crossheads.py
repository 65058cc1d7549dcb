"""Crossheads: a passage that heads the paragraphs behind it, on a line of its own or where its line was lost.

Nobody is told to say a crosshead; it is a quote where the article gives its words again between marks. Sites that
lose line breaks leave it between two sentences: "… un danger.- « Sans garantie » -Au Maghreb, …".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..marks.passages import Passage
from .echoes import Echoes
from .kinds import kind

_SPACE = " \t\u00a0\u202f"
_BULLETED = f"{_SPACE}•*"
_BREAK = ("\n", "\r")
_REACH = 400
_LONGEST = 90
"""Characters of the longest crosshead."""
_FINISHED = (*'.!?…»”")]',)
_DASHED_BEFORE = re.compile(r"(?:^|[.!?…»”\")\]\r\n])[ \t\u00a0\u202f]{0,4}[-–—] $")
_DASHED_BEHIND = re.compile(r" ?[-–—][ \t\u00a0\u202f]{0,4}(?=[A-ZÀ-Þ«“\"\r\n])")
_GLUED_BEHIND = re.compile(r"(?=[A-ZÀ-Þ])")
_SIGNED = re.compile(r"\s{0,4}[-–—]\s{0,4}[A-ZÀ-Þ]")
_OPENING = ('"', "«", "“")
_OPENS = re.compile(r"[A-ZÀ-Þ«“\"]")


def crossheads(text: str, found: Sequence[Passage], echoes: Echoes) -> Mapping[int, tuple[int, int]]:
    """The passages of an article that are crossheads.

    Args:
        text: the article.
        found: its passages.
        echoes: the same by their words.

    Returns:
        By the number of the passage, where the crosshead begins and ends with the dashes around it.
    """
    placed = {n: _place(text, passage, echoes) for n, passage in enumerate(found) if not passage.depth}
    return {n: span for n, span in placed.items() if span is not None}


def _place(text: str, passage: Passage, echoes: Echoes) -> tuple[int, int] | None:
    start, end = passage.outer_start, passage.outer_end
    if end - start > _LONGEST or text[passage.end - 1] in ";,:":
        return None
    before = text[max(0, start - _REACH) : start]
    behind = text[end : end + _REACH]
    dashed, dash = _DASHED_BEFORE.search(before[-8:]), _DASHED_BEHIND.match(behind) or _GLUED_BEHIND.match(behind)
    if dashed and dash and before.strip():
        return start - 2, end + len(dash[0].rstrip())
    if _has_line(text, passage, before, behind):
        return start, end
    cried = text[start:end].isupper() and " " in text[start:end].strip()
    if not (cried or is_glued(text, passage) or echoes.is_echoed(passage)):
        return None
    left, right = before.rstrip(_BULLETED), behind.lstrip(_SPACE)
    if (left[-1:] in _BREAK and right[:1] not in _BREAK) or _SIGNED.match(behind):
        return None
    return (start, end) if left.rstrip()[-1:] in _FINISHED and _OPENS.match(right.lstrip()) else None


def is_glued(text: str, passage: Passage) -> bool:
    """Whether the mark that opens another passage stands right behind that which closes this one.

    « "Une ligne rouge""Nous irons au bout", a dit … »: the first lost its line, and what is said in it is no other's.
    """
    return text[passage.outer_end : passage.outer_end + 1] in _OPENING and bool(passage.close)


def _has_line(text: str, passage: Passage, before: str, behind: str) -> bool:
    """Whether less than a clause stands between marks in a line of its own, between paragraphs."""
    if kind(text[passage.start : passage.end]) != "fragment" or text[passage.end - 1] == ".":
        return False
    before = before.rstrip(_SPACE + "-–—•*")
    behind = behind.lstrip(_SPACE + "-–—*.")
    if before[-1:] not in _BREAK or behind[:1] not in _BREAK:
        return False
    return before.rstrip()[-1:] in _FINISHED and bool(behind.strip()) and not _SIGNED.match(behind)
