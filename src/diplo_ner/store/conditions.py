"""From a query to the places of the quotes that answer it, with the names in it looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..lexicon.countries import by_code
from ..names.compare_countries import country_meaning
from ..text.fold import fold
from .columns import NO_DAY, Columns, Ints, Mask, flags, numbers
from .names import Found, find_entities
from .query import Query, terms_of
from .stems import stem_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MANY = 5
_DOUBLE_E = re.compile(r"ee(?=s?$)")
"""How a participle ends where accents are left out."""
_EPOCH = date(1970, 1, 1).toordinal()
_PLACE_BITS = 32


@dataclass(frozen=True, slots=True)
class Answers:
    """The places of the quotes that answer, in order, and whom the names in a query were taken for."""

    places: Ints
    meant: dict[str, dict[str, list[Found]]] = field(default_factory=dict)
    """For ``speaker`` and ``about``: each name with the entities that it means."""


def find_answers(connection: DuckDBPyConnection, columns: Columns, query: Query) -> Answers:
    """The quotes that meet all conditions of a query."""
    meant: dict[str, dict[str, list[Found]]] = {}
    masks: list[Mask] = []
    for name in ("speaker", "about"):
        asked = getattr(query, name)
        if asked:
            meant[name] = {told: find_entities(connection, told)[:_MANY] for told in asked}
            found = [one.entity for several in meant[name].values() for one in several]
            masks.append(_said_by(columns, found) if name == "speaker" else _about(connection, columns, found))
    if query.country:
        masks.append(_of_kind(columns, columns.country_of, columns.countries, map(_codes, query.country)))
    if query.type:
        masks.append(_of_kind(columns, columns.type_of, columns.types, ([kind] for kind in query.type)))
    if query.source:
        masks.append(np.isin(columns.outlet, _outlets(columns, query.source)))
    if query.since is not None:
        masks.append(columns.day >= _day(query.since))
    if query.until is not None:
        masks.append((columns.day <= _day(query.until)) & (columns.day != NO_DAY))
    if query.min_confidence:
        masks.append(columns.confidence >= query.min_confidence)
    for term in terms_of(query.text):
        if term.is_phrase:
            masks.append(columns.mask(_side_by_side(connection, [fold(word) for word in term.words])))
        elif (words := _words_of(connection, term.words[0])) is not None:
            masks.append(columns.mask(_holding(connection, "quote", "quote_words", words)))
    for term in terms_of(query.article):
        if (words := _words_of(connection, term.words[0])) is not None:
            masks.append(columns.mask_of_documents(_holding(connection, "doc", "document_words", words)))
    return Answers(_places(columns, masks), meant)


def _places(columns: Columns, masks: list[Mask]) -> Ints:
    if not masks:
        return np.arange(len(columns.quote), dtype=np.int32)
    return np.flatnonzero(np.logical_and.reduce(masks)).astype(np.int32)


def _said_by(columns: Columns, entities: list[int]) -> Mask:
    """Where one of some entities says it, alone or with others."""
    said = np.isin(columns.speaker, entities)
    places, others = columns.together
    said[places[np.isin(others, entities)]] = True
    return said


def _of_kind(columns: Columns, kind_of: Ints, kinds: tuple[str, ...], asked: Iterable[Sequence[str]]) -> Mask:
    """Where one who says it is of some types, or of some countries."""
    wanted = {value for values in asked for value in values}
    entities = np.isin(kind_of, [number for number, kind in enumerate(kinds) if number and kind in wanted])
    said = entities[columns.speaker]
    places, others = columns.together
    said[places[entities[others]]] = True
    return said


def _about(connection: DuckDBPyConnection, columns: Columns, entities: list[int]) -> Mask:
    return columns.mask(_each(connection, "SELECT quote FROM about WHERE entity = ?", entities)[0])


def _day(day: date) -> int:
    return day.toordinal() - _EPOCH


def _words_of(connection: DuckDBPyConnection, word: str) -> list[int] | None:
    """The numbers of a word in any of its forms; None for one that is everywhere, which asks for nothing.

    They are the words of its stem, and of the stems of other spellings of the form, with accents.
    """
    form, stem = stem_of(word)
    if not stem:
        return None
    spelt = connection.execute("SELECT DISTINCT stem FROM words WHERE form = ? AND stem <> ''", [form]).fetchall()
    stems = sorted({stem, stem_of(_DOUBLE_E.sub("ée", form))[1], *(row[0] for row in spelt)})
    alike = " OR ".join("stem = ?" for _ in stems)
    return [
        row[0] for row in connection.execute(f"SELECT word FROM words WHERE {alike} ORDER BY word", stems).fetchall()
    ]


def _holding(connection: DuckDBPyConnection, number: str, table: str, words: list[int]) -> Ints:
    """The quotes or documents that hold one of some words."""
    return _each(connection, f"SELECT {number} FROM {table} WHERE word = ?", words)[0]


def _side_by_side(connection: DuckDBPyConnection, forms: Sequence[str]) -> Ints:
    """The quotes that hold forms side by side: all give the same place to the first of them."""
    held: list[tuple[Ints, Ints]] = []
    for place, form in enumerate(forms):
        rows = connection.execute("SELECT word FROM words WHERE form = ? ORDER BY word", [form]).fetchall()
        quotes, places = _each(
            connection, "SELECT quote, place FROM quote_words WHERE word = ?", [row[0] for row in rows]
        )
        held.append((quotes, places - place))
    (quotes, firsts), *others = sorted(held, key=lambda one: len(one[0]))
    for more, places in others:
        near = flags(quotes, more)[more]
        kept = np.isin(_joined(quotes, firsts), _joined(more[near], places[near]))
        quotes, firsts = quotes[kept], firsts[kept]
    return quotes


def _joined(quotes: Ints, places: Ints) -> NDArray[np.int64]:
    """A quote and a place in it as one number."""
    return (quotes.astype(np.int64) << _PLACE_BITS) + places


def _each(connection: DuckDBPyConnection, select: str, values: Sequence[int]) -> list[Ints]:
    """What a query gives for each of several values: DuckDB passes over blocks for ``= ?`` only, not for ``IN``."""
    if not values:
        return [np.empty(0, dtype=np.int32)] * 2
    return numbers(connection, " UNION ALL ".join(select for _ in values), *values)


def _codes(told: str) -> list[str]:
    code = told.strip().upper()
    if by_code(code):
        return [code]
    meaning = country_meaning(told)
    return [code for code in (meaning.code, *sorted(meaning.others)) if code] or [code]


def _outlets(columns: Columns, asked: tuple[str, ...]) -> list[int]:
    """The outlets of that name, else those whose name holds it."""
    there = [(number, fold(name)) for number, name in enumerate(columns.outlets) if number]
    found: list[int] = []
    for told in asked:
        wanted = fold(" ".join(told.split()))
        equal = [number for number, folded in there if folded == wanted]
        found += equal or [number for number, folded in there if wanted and wanted in folded]
    return found
