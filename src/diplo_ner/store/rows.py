"""What a document gives to the tables of a store."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ..io.sentences import Sentences
from ..safe import encodable
from ..schema import Entity, Extraction, Quote
from .roles import roles_beside

Value = str | int | float | bool | date | None
Row = tuple[Value, ...]

LONGEST_CONTEXT = 1200
"""Code points of a sentence around a quote that are kept, so that a text without sentences costs no more."""


class Numbers:
    """The next number of each kind in a store."""

    def __init__(self, doc: int, appearance: int, quote: int) -> None:
        self.doc = doc
        self.appearance = appearance
        self.quote = quote


class Rows(NamedTuple):
    """Rows for the tables, in their order of columns."""

    documents: list[Row]
    appearances: list[Row]
    roles: list[Row]
    mentions: list[Row]
    quotes: list[Row]
    co_speakers: list[Row]
    about: list[Row]


def no_rows() -> Rows:
    """Rows to be added to."""
    return Rows([], [], [], [], [], [], [])


class _Context:
    """Sentences around spans of a text; without a text there are none."""

    def __init__(self, text: str | None) -> None:
        self._cut = Sentences(text) if text else None

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The span of the sentences that hold a span, cut where it is very long."""
        if self._cut is None:
            return start, end
        before, behind = self._cut.span(start, end)
        if behind - before > LONGEST_CONTEXT:
            room = max(0, (LONGEST_CONTEXT - (end - start)) // 2)
            return max(before, start - room), min(behind, end + room)
        return before, behind


def add_rows(rows: Rows, numbers: Numbers, extraction: Extraction, text: str | None, head: Row) -> None:
    """Add the rows of a document.

    Args:
        rows: what to add to.
        numbers: the next numbers; they move on.
        extraction: what was read.
        text: the text that offsets index, where it is known.
        head: the row of ``documents`` behind its number.
    """
    doc = numbers.doc
    numbers.doc += 1
    rows.documents.append((doc, *head))
    appearance_of = dict(_appearances(rows, numbers, doc, extraction.entities))
    if text:
        rows.roles.extend(
            (appearance_of[ident], None, encodable(words)) for ident, words in roles_beside(text, extraction.entities)
        )
    spans = sorted(
        (m.start, m.end, appearance_of[entity.id]) for entity in extraction.entities for m in entity.mentions
    )
    context = _Context(text)
    for place, quote in enumerate(extraction.quotes, start=1):
        number = numbers.quote
        numbers.quote += 1
        around = context.around(quote.start, quote.end)
        told = quote.speaker
        who = appearance_of.get(told.entity) if told is not None and told.entity is not None else None
        rows.quotes.append(
            (
                number, doc, place, quote.start, quote.end, encodable(quote.text), quote.kind, _clean(quote.cue),
                None, who,
                encodable(told.text) if told else None, told.start if told else None, told.end if told else None,
                quote.confidence, encodable(quote.rule),
                encodable(text[around[0] : around[1]]) if text else None,
            )
        )  # fmt: skip
        beside = [(s, appearance_of.get(s.entity) if s.entity is not None else None) for s in quote.co_speakers]
        rows.co_speakers.extend(
            (number, order, None, appearance, encodable(s.text), s.start, s.end)
            for order, (s, appearance) in enumerate(beside)
        )
        speakers = {appearance for appearance in (who, *(a for _, a in beside)) if appearance is not None}
        rows.about.extend(
            (number, None, appearance, inside) for appearance, inside in _about(quote, around, spans, speakers)
        )


def _appearances(rows: Rows, numbers: Numbers, doc: int, entities: Iterable[Entity]) -> Iterator[tuple[str, int]]:
    for entity in entities:
        number = numbers.appearance
        numbers.appearance += 1
        rows.appearances.append(
            (number, doc, None, encodable(entity.id), entity.type, encodable(entity.canonical), _clean(entity.country),
             _clean(entity.wikidata), entity.known)
        )  # fmt: skip
        rows.mentions.extend((doc, number, m.start, m.end, encodable(m.text), m.kind) for m in entity.mentions)
        yield entity.id, number


def _about(
    quote: Quote, around: tuple[int, int], spans: list[tuple[int, int, int]], speakers: set[int]
) -> list[tuple[int, bool]]:
    """Who and what is named in a quote, and in its sentence; a speaker counts where the quote itself names him."""
    found: dict[int, bool] = {}
    for start, end, appearance in spans[bisect_right(spans, (around[0],)) :]:
        if start >= around[1]:
            break
        inside = quote.start <= start and end <= quote.end
        if inside or appearance not in speakers:
            found[appearance] = found.get(appearance, False) or inside
    return sorted(found.items())


def _clean(text: str | None) -> str | None:
    return None if text is None else encodable(text)
