"""The text of an article as it stands, its mentions, quotes and speakers' words marked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from ..safe import kept, shown
from ..schema import Entity, Extraction, Quote
from ..wording.words import Words
from .entries import EntityId, QuoteEntry
from .pieces import Closing, Opening, Point, Span, Stretch, pieces

_QUOTE, _BY, _MENTION = range(3)
_CLOSING_MARK = re.compile("[ \u00a0\u2009\u202f]{0,2}(?:>>|''|[»”\"›’'“«])")


class _Mark(NamedTuple):
    span: Span
    classes: str
    keys: str = ""
    """Of the entities and voices that it belongs to."""
    quotes: str = ""
    """Numbers of the quotes that it belongs to."""


def stands(text: str, start: int, end: int, words: str) -> bool:
    """Whether words stand in a text where their offsets say."""
    return 0 <= start < end <= len(text) and shown(text[start:end]) == shown(words)


def marked_text(
    article: int,
    text: str,
    extraction: Extraction,
    keys: Mapping[EntityId, str],
    quotes: Sequence[QuoteEntry],
    words: Words,
) -> Markup:
    """The text as HTML that gives back every character of it, with elements around what was found.

    Spans that cross are cut, quotes stay whole. A quote is followed, behind its closing mark, by an empty
    link to its entry, which style sheets number like a footnote. What does not stand where its offsets say is
    left unmarked.

    Args:
        article: its number.
        text: the article.
        extraction: what was read in it.
        keys: the report's keys of entities.
        quotes: the entries of the extraction's quotes, in its order.
        words: the report's language.
    """
    marks = [*_mentions(text, extraction.entities, keys), *_speakers(text, extraction.quotes, quotes)]
    links: list[tuple[int, Markup]] = []
    for quote, entry in zip(extraction.quotes, quotes, strict=True):
        if entry.is_marked:
            marks.append(_quote(Span(quote.start, quote.end, _QUOTE), entry))
            links.append((_behind_mark(text, quote.end), _link(article, entry, words)))
    return _written(text, marks, links)


def _mentions(text: str, entities: Sequence[Entity], keys: Mapping[EntityId, str]) -> list[_Mark]:
    return [
        _Mark(Span(m.start, m.end, _MENTION), f"mention {entity.type.lower()}", keys[entity.type, entity.id])
        for entity in entities
        for m in entity.mentions
        if stands(text, m.start, m.end, m.text)
    ]


def _speakers(text: str, quotes: Sequence[Quote], entries: Sequence[QuoteEntry]) -> list[_Mark]:
    by: dict[tuple[int, int], list[int]] = defaultdict(list)
    for quote, entry in zip(quotes, entries, strict=True):
        for told in quote.speakers:
            if entry.is_marked and stands(text, told.start, told.end, told.text):
                by[told.start, told.end].append(entry.number)
    return [
        _Mark(Span(start, end, _BY), "by", quotes=" ".join(map(str, numbers)))
        for (start, end), numbers in sorted(by.items())
    ]


def _quote(span: Span, entry: QuoteEntry) -> _Mark:
    manner = "" if entry.voice.entity else " unnamed" if entry.voice.is_told else " nobody"
    return _Mark(span, f"quote{manner}", " ".join(voice.key for voice in entry.voices), str(entry.number))


def _link(article: int, entry: QuoteEntry, words: Words) -> Markup:
    label = f"{words('label', 'quote')} {entry.number}, {entry.who}"
    link = Markup('<a class="ref" id="a{0}-t{1}" href="#a{0}-q{1}" data-n="{1}" aria-label="{2}"></a>')
    return link.format(article, entry.number, label)


def _behind_mark(text: str, end: int) -> int:
    mark = _CLOSING_MARK.match(text, end)
    return mark.end() if mark else end


def _written(text: str, marks: Sequence[_Mark], links: Sequence[tuple[int, Markup]]) -> Markup:
    html: list[Markup] = []
    for piece in pieces(len(text), [mark.span for mark in marks], [place for place, _ in links]):
        match piece:
            case Stretch(start, end):
                html.append(kept(text[start:end]))
            case Opening(number, goes_on):
                html.append(_opening(marks[number], goes_on))
            case Closing():
                html.append(Markup("</span>"))
            case Point(number):
                html.append(links[number][1])
    return Markup("").join(html)


def _opening(mark: _Mark, goes_on: bool) -> Markup:
    key = Markup(' data-k="{}"').format(mark.keys) if mark.keys else ""
    quotes = Markup(' data-q="{}"').format(mark.quotes) if mark.quotes else ""
    return Markup('<span class="{}{}"{}{}>').format(mark.classes, " goes-on" if goes_on else "", key, quotes)
