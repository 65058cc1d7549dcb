"""Ways to write a text otherwise that change nothing in what it says, each with where every character went."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

from diplo_ner.quotes.marks.passages import passages

PARAGRAPH = "Le match s'est joué sous la pluie, devant une foule nombreuse, et la fête a duré toute la nuit."


class Rewritten(NamedTuple):
    """A text written otherwise; ``places[i]`` is where the old offset ``i`` is now."""

    text: str
    places: list[int]


Rewriting = Callable[[str], Rewritten]


def _replaced(text: str, pieces: Callable[[int, str], str]) -> Rewritten:
    out: list[str] = []
    places = [0]
    for place, character in enumerate(text):
        out.append(pieces(place, character))
        places.append(places[-1] + len(out[-1]))
    return Rewritten("".join(out), places)


def marks(opening: str, closing: str) -> Rewriting:
    """Other marks around every passage that is not inside another."""

    def rewrite(text: str) -> Rewritten:
        edges: dict[int, str] = {}
        spaces: set[int] = set()
        for p in passages(text):
            if p.depth == 0 and p.open in '«“"' and p.close in '»”"' and p.open and p.close:
                edges[p.outer_start], edges[p.outer_end - 1] = opening, closing
                spaces.update(range(p.outer_start + 1, p.start), range(p.end, p.outer_end - 1))
        return _replaced(text, lambda i, c: edges.get(i, "" if i in spaces else c))

    return rewrite


def characters(table: Mapping[str, str]) -> Rewriting:
    """Each character by another."""
    return lambda text: _replaced(text, lambda _, c: table.get(c, c))


def narrow(space: str) -> Rewriting:
    """Another space where French typography wants one that does not break: inside «» and before ; : ! ?"""

    def rewrite(text: str) -> Rewritten:
        def piece(i: int, c: str) -> str:
            high = text[i - 1 : i] == "«" or text[i + 1 : i + 2] in ("»", ":", ";", "!", "?")
            return space if c in " \u00a0\u202f" and high else c

        return _replaced(text, piece)

    return rewrite


def decomposed(text: str) -> Rewritten:
    """Accents as characters of their own (NFD)."""
    return _replaced(text, lambda _, c: unicodedata.normalize("NFD", c))


def carriage_returns(text: str) -> Rewritten:
    """CRLF for LF, or LF for CRLF in a text that has it."""
    if "\r\n" in text:
        return _replaced(text, lambda i, c: "" if c == "\r" and text[i + 1 : i + 2] == "\n" else c)
    return _replaced(text, lambda _, c: "\r\n" if c == "\n" else c)


def placed(before: str, after: str) -> Rewriting:
    """With something before and behind it."""
    return lambda text: Rewritten(before + text + after, list(range(len(before), len(before) + len(text) + 1)))


def first_of_two(text: str) -> Rewritten:
    """Twice, where the first copy is looked at."""
    return placed("", "\n\n" + text)(text)


def second_of_two(text: str) -> Rewritten:
    """Twice, where the second copy is looked at."""
    return placed(text + "\n\n", "")(text)


ALMOST_NOTHING: dict[str, Rewriting] = {
    "« guillemets »": marks("« ", " »"),
    "«nbsp guillemets nbsp»": marks("«\u00a0", "\u00a0»"),
    "“curly marks”": marks("“", "”"),
    '"straight marks"': marks('"', '"'),
    "typographic apostrophes": characters({"'": "’"}),
    "plain apostrophes": characters({"’": "'"}),
    "spaces for nbsp": characters({"\u00a0": " ", "\u202f": " "}),
    "nbsp where French has it": narrow("\u00a0"),
    "narrow nbsp where French has it": narrow("\u202f"),
    "other line ends": carriage_returns,
}
"""Marks, spaces and line ends."""

A_LITTLE: dict[str, Rewriting] = {
    "NFD": decomposed,
    "a paragraph before": placed(PARAGRAPH + "\n\n", ""),
    "a paragraph behind": placed("", "\n\n" + PARAGRAPH + "\n"),
    "a byte order mark before": placed("\ufeff", ""),
    "twice, the first": first_of_two,
    "twice, the second": second_of_two,
}
"""All else."""
