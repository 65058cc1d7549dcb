"""Long texts in pieces that a model can read one by one: memory stays bounded, no limit is met."""

from __future__ import annotations

import re

LONGEST_PIECE = 20_000
"""In Unicode code points. Articles are shorter; of what is longer, a piece holds some hundred sentences."""

LONGEST_RUN = 250
"""A run of more code points without a space is no prose (a coded image, a rule of dashes), and spaCy's
tokeniser takes a time that grows with its square: no model reads it."""

_RUN = re.compile(rf"(?<!\S)\S{{{LONGEST_RUN + 1},}}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENDS = tuple(map(re.compile, (r"[\r\n][^\S\r\n]*[\r\n]\s*", r"[\r\n]\s*", r"[.!?…][»”\"’)\]]*\s+", r"\s+")))


def pieces(text: str, longest: int = LONGEST_PIECE) -> list[tuple[int, str]]:
    r"""Cut a text.

    Args:
        text: Any text.
        longest: How many code points a piece has at most.

    Returns:
        Where each piece starts, and what a model is to read: the text at that place, with U+FFFD for code
        points that cannot be written (lone surrogates). A text of usual length is one piece. A piece ends
        where a paragraph does, or a line, a sentence, a word; runs that are no prose are in none.

    >>> pieces("Un mot. Un autre.\n\nUn paragraphe.", longest=20)
    [(0, 'Un mot. Un autre.\n\n'), (19, 'Un paragraphe.')]
    """
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
    cut: list[tuple[int, str]] = []
    for start, end in _prose(text):
        while end - start > longest:
            here = _end(text, start, start + longest)
            cut.append((start, text[start:here]))
            start = here
        if not text[start:end].isspace():
            cut.append((start, text[start:end]))
    return cut


def _prose(text: str) -> list[tuple[int, int]]:
    """Where a text lies that is not in runs, in order."""
    if max(map(len, text.split()), default=0) <= LONGEST_RUN:
        return [(0, len(text))] if text else []
    found, here = [], 0
    for run in _RUN.finditer(text):
        if run.start() > here:
            found.append((here, run.start()))
        here = run.end()
    if here < len(text):
        found.append((here, len(text)))
    return found


def _end(text: str, start: int, limit: int) -> int:
    """Where to end a piece: behind the last paragraph in its second half, or line, or sentence, or word."""
    for pattern in _ENDS:
        ends = [m.end() for m in pattern.finditer(text, start + (limit - start) // 2, limit)]
        if ends:
            return ends[-1]
    return limit
