"""What a notebook shows of an article: a small table of its entities and one of its quotes, as HTML.

A result asks for them to draw itself, so that they lie beneath the results and know of them only what they show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from markupsafe import Markup

from .safe import item_of, one_line
from .wording.words import Words

_ENTITIES, _QUOTES = 12, 8
"""Rows of the two tables at the most."""
_LEFT = Markup(' style="text-align:left"')
_MORE = Markup('<p style="margin:.25em 0">+ {}</p>')
_ITEM = Markup(' <a href="https://www.wikidata.org/wiki/{0}" rel="noreferrer">{0}</a>')
_NAME = Markup("<bdi>{}</bdi>")
"""A name from the article, whatever way its script runs."""


class _Words(Protocol):
    text: str


class _Speaker(Protocol):
    entity: str | None
    text: str


class _Entity(Protocol):
    id: str
    canonical: str
    country: str | None
    wikidata: str | None

    @property
    def type(self) -> str: ...
    @property
    def mentions(self) -> Sequence[_Words]: ...


class _Quote(Protocol):
    text: str
    rule: str

    @property
    def speakers(self) -> Sequence[_Speaker]: ...


class _Article(Protocol):
    """What is shown of an article that was read."""

    doc_id: str | None
    model: str

    @property
    def entities(self) -> Sequence[_Entity]: ...
    @property
    def quotes(self) -> Sequence[_Quote]: ...
    @property
    def error(self) -> object: ...


def as_html(article: _Article, *, lang: str = "fr") -> str:
    """The most frequent entities of an article with their variants, its first quotes with their speakers.

    Of an article that could not be read it tells why.

    Raises:
        ConfigurationError: There are no words in the language.
    """
    if article.error is not None:
        return str(Markup("<p>{}</p>").format(repr(article)))
    words = Words(lang)
    counts = Markup(" · ").join(
        (words.count("entity", len(article.entities)), words.count("quote", len(article.quotes)))
    )
    model = Markup(" · {} <bdi>{}</bdi>").format(words("label", "model"), one_line(article.model))
    return "\n".join(
        (
            "<div>",
            Markup('<p style="margin:0 0 .5em"><strong>{}</strong> · {}{}</p>').format(
                _NAME.format(one_line(article.doc_id)) if article.doc_id else "Extraction",
                counts,
                model if one_line(article.model) else "",
            ),
            *_entities(article.entities, words),
            *_quotes(article, words),
            "</div>",
        )
    )


def _entities(entities: Sequence[_Entity], words: Words) -> Iterator[Markup]:
    heads = (
        words("label", "entity"),
        "Type",
        words("many", "mention").capitalize(),
        words("label", "variants"),
    )
    often = sorted(entities, key=lambda entity: -len(entity.mentions))
    rows = [_entity(entity, words) for entity in often[:_ENTITIES]]
    yield _table(heads, rows, number=2) if rows else Markup("<p>{}</p>").format(words("label", "no_entities"))
    if len(entities) > _ENTITIES:
        yield _MORE.format(words.count("entity", len(entities) - _ENTITIES))


def _entity(entity: _Entity, words: Words) -> Sequence[str]:
    item = item_of(entity.wikidata)
    name = Markup("<strong>{}</strong>{}{}").format(
        _NAME.format(one_line(entity.canonical)),
        f" {entity.country}" if entity.country else "",
        _ITEM.format(item) if item else "",
    )
    variants = Counter(one_line(mention.text) for mention in entity.mentions).most_common()
    told = (_NAME.format(form) + (f" ×{count}" if count > 1 else "") for form, count in variants)
    return name, words("type", entity.type), words.number(len(entity.mentions)), Markup(", ").join(told)


def _quotes(article: _Article, words: Words) -> Iterator[Markup]:
    heads = (words("label", "speaker"), words("label", "quote"), words("label", "rule").capitalize())
    said_by = zip(article.quotes[:_QUOTES], _speakers(article, words), strict=False)
    rows = [
        (_NAME.format(who), _NAME.format(one_line(quote.text)), one_line(words.rule(quote.rule)))
        for quote, who in said_by
    ]
    yield _table(heads, rows) if rows else Markup("<p>{}</p>").format(words("label", "no_quotes"))
    if len(article.quotes) > _QUOTES:
        yield _MORE.format(words.count("quote", len(article.quotes) - _QUOTES))


def _speakers(article: _Article, words: Words) -> Iterator[str]:
    """Who says each quote; somebody without a name is called as the article first calls him."""
    names = {entity.id: one_line(entity.canonical) for entity in article.entities}
    unnamed: dict[str, str] = {}
    for quote in article.quotes:
        told: dict[tuple[str, str], str] = {}
        for speaker in quote.speakers:
            if speaker.entity is not None and speaker.entity in names:
                told["entity", speaker.entity] = names[speaker.entity]
            else:
                name = one_line(speaker.text) or speaker.entity or "?"
                told["words", name.casefold()] = unnamed.setdefault(name.casefold(), name)
        yield ", ".join(told.values()) or words("label", "nobody")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], number: int = -1) -> Markup:
    """A table whose words are set left, unless they stand in its column of numbers."""
    return Markup("<table>\n<thead>{}</thead>\n<tbody>\n{}\n</tbody>\n</table>").format(
        _row("th", heads, number), Markup("\n").join(_row("td", row, number) for row in rows)
    )


def _row(tag: str, cells: Sequence[str], number: int) -> Markup:
    told = (
        Markup("<{0}{1}>{2}</{0}>").format(tag, "" if place == number else _LEFT, cell)
        for place, cell in enumerate(cells)
    )
    return Markup("<tr>{}</tr>").format(Markup("").join(told))
