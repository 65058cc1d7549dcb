"""A text as it flows: lines that were wrapped joined again, soft hyphens and ligatures undone, each with its offset.

Files made from PDF, subtitles and old mail break lines in the middle of a sentence, and words with a hyphen. Such a
break is told from a paragraph's by the lines around it: where many of them go on in lower case, the block was wrapped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..tables import rows
from .fold import fold

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_ODD = re.compile(r"[\u00ad\ufb00-\ufb06]")
_LINE = re.compile(r"[^\r\n]+")
_MAY_WRAP = re.compile(
    r"[^\W\d_,’'.!?…:;»”\"][ \t]*\r?\n[ \t]*[a-zà-ÿœ]|[,’'][ \t]*\r?\n[ \t]*[a-zà-ÿœ]|[^\W\d_][-\u2010]\r?\n[^\W\d_]"
)
_WRAPPED = re.compile(r"\n(?:[ \t]*[a-zà-ÿœ]|(?:(?<=[-\u2010]\n)|(?<=[-\u2010]\r\n))[^\W\d_])")
_LETTERHEAD = re.compile(
    r"(?m)(?<=[A-ZÀ-Þ])[ \t]*\r?\n[ \t]*(?=(?:ET|DE|DES|DU|D['’]|LA|AUX?|POUR|SUR)(?:(?<=['’])|[ \t])[^a-zß-ÿ\r\n]+$)"
)
_HEADED = re.compile(r"\n[ \t]*(?:ET|D|LA|AU|POUR|SUR)")
"""What ``_MAY_WRAP`` and ``_LETTERHEAD`` ask behind a line break, which is where a search finds it soonest."""
_HYPHEN = re.compile(r"(?:(?<=[^\W\d_])[-\u2010])$")
_LAST_WORD = re.compile(r"(?<![\w’'-])([\w’'-]+)[-\u2010]$")
_LEAST_SHARE = 3
"""One break in so many goes on in lower case where a block was wrapped."""
_WIDE = 60
"""From this width on a wrapped line is nearly full."""
_FULL = 0.7

Change = tuple[int, int, str]


class Flow(NamedTuple):
    """A text as it flows, and for each of its code points the offset it comes from; none where the text is the same."""

    text: str
    offsets: Sequence[int] | None

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text itself of a span of the flow that is not empty."""
        if self.offsets is None or end <= start:
            return (start, end) if self.offsets is None else (self.offsets[start], self.offsets[start])
        return self.offsets[start], self.offsets[end - 1] + 1

    def place(self, offset: int) -> int:
        """Where an offset of the text stands in the flow."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def flow(text: str) -> Flow:
    r"""Undo what a page has done to a text.

    Args:
        text: The text.

    Returns:
        The flow; the text itself where nothing is to be undone, as in nearly all articles.

    >>> found = flow("Le président Emmanuel Ma-\ncron a reçu son homologue\nrusse à Wa\u00adshing\u00adton.")
    >>> found.text
    'Le président Emmanuel Macron a reçu son homologue russe à Washington.'
    >>> found.source(13, 28)
    (13, 30)
    """
    wrapped = _WRAPPED.search(text) is not None and _MAY_WRAP.search(text) is not None
    headed = _HEADED.search(text) is not None and _LETTERHEAD.search(text) is not None
    if not wrapped and not headed and (text.isascii() or _ODD.search(text) is None):
        return Flow(text, None)
    changes = [(m.start(), m.end(), _LIGATURES.get(m.group(), "")) for m in _ODD.finditer(text)]
    if wrapped:
        changes += _joins(text)
    if headed:
        changes += ((m.start(), m.end(), " ") for m in _LETTERHEAD.finditer(text) if _is_loud(text, m.start()))
    if not changes:
        return Flow(text, None)
    parts: list[str] = []
    offsets: list[int] = []
    done = 0
    for start, end, put in sorted(changes):
        if start < done:
            continue
        parts += (text[done:start], put)
        offsets += range(done, start)
        offsets += [start] * len(put)
        done = end
    parts.append(text[done:])
    offsets += range(done, len(text) + 1)
    return Flow("".join(parts), offsets)


def _is_loud(text: str, end: int) -> bool:
    """Whether the line that ends at an offset is all in capitals: "MINISTÈRE DE L'EUROPE"."""
    line = text[max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1 : end]
    return line.isupper() and " " in line.strip()


def _joins(text: str) -> Iterator[Change]:
    """The line breaks that stand inside a sentence, each with what it becomes."""
    block: list[tuple[int, int]] = []
    for m in _LINE.finditer(text):
        if m.group().isspace():
            yield from _block(text, block)
            block = []
            continue
        if block and text.count("\n", block[-1][1], m.start()) > 1:
            yield from _block(text, block)
            block = []
        block.append(m.span())
    yield from _block(text, block)


def _block(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Change]:
    pairs = list(pairwise(lines))
    told = sum(_goes_on(text, a, b) for a, b in pairs)
    if not told or told * _LEAST_SHARE < len(pairs):
        return
    widest = max(end - start for start, end in lines)
    for a, b in pairs:
        before, after = text[a[0] : a[1]].rstrip(), text[b[0] : b[1]]
        first = len(after) - len(after.lstrip())
        end, start = a[0] + len(before), b[0] + first
        if _HYPHEN.search(before) and text[start].isalpha():
            keep = text[start].isupper() or _keeps(before)
            yield (end if keep else end - 1), start, ""
        elif _goes_on(text, a, b) or (_may_go_on(before, text[start]) and _is_full(before, text, start, widest)):
            yield end, start, " "


def _goes_on(text: str, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether a line goes on in lower case, or in the middle of a word."""
    before, after = text[a[0] : a[1]].rstrip(), text[b[0] : b[1]].lstrip()
    if not before or not after:
        return False
    if _HYPHEN.search(before) and after[0].isalpha():
        return True
    return after[0].islower() and (before[-1].isalnum() or before[-1] in ",’'»)") and before.count(" ") > 0


def _may_go_on(before: str, first: str) -> bool:
    return (before[-1].isalpha() or before[-1] in ",’'") and (first.isalpha() or first in "«“(")


def _is_full(before: str, text: str, start: int, widest: int) -> bool:
    """Whether the next word would hardly have found room in the line."""
    if widest < _WIDE:
        return True
    word = re.match(r"\S*", text[start : start + _WIDE])
    return len(before) + 1 + len(word.group() if word else "") > _FULL * widest


def _keeps(before: str) -> bool:
    """Whether a hyphen at a line's end is the word's own: "vice-" and "président"."""
    word = _LAST_WORD.search(before)
    return word is not None and fold(word.group(1)) in _compounds()


@lru_cache(maxsize=1)
def _compounds() -> frozenset[str]:
    return frozenset(fold(row["part"]) for row in rows("diplo_ner.text", "hyphens.csv"))
