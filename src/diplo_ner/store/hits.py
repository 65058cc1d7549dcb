"""Quotes of a store with all that is told of them, by their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_QUOTE = 'place AS number, text, "start", "end", kind, cue, rule, confidence, speaker_text AS by, context, doc, speaker'
_DOCUMENT = "doc_id, date, source, title, url, author"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A quote that answers a query."""

    quote: int
    doc_id: str
    doc: int
    date: date | None
    source: str | None
    title: str | None
    url: str | None
    author: str | None
    text: str
    start: int
    end: int
    kind: str
    cue: str | None
    rule: str
    confidence: float
    speaker_id: str | None
    """The id of who says it, where that is an entity."""
    speaker: str | None
    """The name of who says it."""
    speaker_type: str | None
    speaker_country: str | None
    speaker_wikidata: str | None
    by: str | None
    """The words of the article that name who says it; None where nobody is told."""
    context: str | None
    """The sentence around the quote; None where the store has no text."""
    number: int
    """Which of its document's quotes it is, from 1."""
    about: tuple[tuple[str, str], ...] = ()
    """Id and name of each who is named in the quote or its sentence."""
    co_speakers: tuple[tuple[str | None, str], ...] = ()
    """Id and name of those who say it together with the speaker."""

    @property
    def who(self) -> str:
        """Who says it, by name, else in the article's words."""
        return self.speaker or self.by or ""

    @property
    def all_who(self) -> tuple[str, ...]:
        """All who say it, in the same way, who is told first first; nobody where the text does not tell."""
        return tuple(name for name in (self.who, *(name for _, name in self.co_speakers)) if name)


class Named(NamedTuple):
    """Who an entity of a store is."""

    id: str
    canonical: str
    type: str
    country: str | None
    wikidata: str | None


def entities_of(connection: DuckDBPyConnection, numbers: Iterable[int]) -> dict[int, Named]:
    """Who the entities of these numbers are."""
    rows = connection.execute(
        "SELECT entity, id, canonical, type, country, wikidata FROM entities "
        "WHERE entity IN (SELECT unnest(?::INTEGER[]))",
        [sorted(set(numbers))],
    ).fetchall()
    return {row[0]: Named(*row[1:]) for row in rows}


def hits_of(connection: DuckDBPyConnection, numbers: list[int]) -> list[Hit]:
    """The quotes of these numbers, in their order; numbers of none are passed over.

    Each table is asked for rows by their numbers alone: only so DuckDB fetches them by its index, and leaves the
    rest of the columns packed.
    """
    quotes = _by_number(connection, _QUOTE, "quotes", "quote", numbers)
    documents = _by_number(connection, _DOCUMENT, "documents", "doc", sorted({told["doc"] for told in quotes.values()}))
    about = _several(connection, "SELECT quote, entity, NULL FROM about", "inside DESC, appearance", numbers)
    together = _several(connection, "SELECT quote, speaker, speaker_text FROM co_speakers", "place", numbers)
    who = {told["speaker"] for told in quotes.values()}
    beside = {entity for several in (about, together) for held in several.values() for entity, _ in held}
    entities = entities_of(connection, (entity for entity in who | beside if entity is not None))
    return [
        Hit(
            **{**told, **documents[told["doc"]], **_speaker(entities.get(told["speaker"]))},
            quote=number,
            about=tuple(
                dict.fromkeys((entities[entity].id, entities[entity].canonical) for entity, _ in about.get(number, ()))
            ),
            co_speakers=tuple(
                (one.id, one.canonical) if (one := entities.get(entity)) else (None, words)
                for entity, words in together.get(number, ())
            ),
        )
        for number in numbers
        if (told := quotes.get(number)) is not None
    ]


def _speaker(entity: Named | None) -> dict[str, str | None]:
    names = ("speaker_id", "speaker", "speaker_type", "speaker_country", "speaker_wikidata")
    return dict(zip(names, entity or (None,) * len(names), strict=True))


def _by_number(
    connection: DuckDBPyConnection, columns: str, table: str, key: str, numbers: list[int]
) -> dict[int, dict[str, Any]]:
    found = connection.execute(
        f"SELECT {key}, {columns} FROM {table} WHERE {key} IN (SELECT unnest(?::INTEGER[]))", [numbers]
    )
    names = [column[0] for column in found.description[1:]]
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in found.fetchall()}


def _several(
    connection: DuckDBPyConnection, select: str, order: str, numbers: list[int]
) -> dict[int, list[tuple[int, str]]]:
    """For each quote the entities that a table tells of it, with its words for them."""
    rows = connection.execute(
        f"{select} WHERE quote IN (SELECT unnest(?::INTEGER[])) ORDER BY quote, {order}", [numbers]
    ).fetchall()
    found: dict[int, list[tuple[int, str]]] = {}
    for quote, entity, words in rows:
        found.setdefault(quote, []).append((entity, words))
    return found
