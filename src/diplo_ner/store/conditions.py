"""From a query to SQL: conditions on quotes, with the names in it looked up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..lexicon.countries import by_code
from ..names.compare_countries import country_meaning
from ..text.fold import fold
from .names import Found, find_entities
from .query import Query, terms_of
from .stems import stem_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NOBODY = -1
_MANY = 5
_DOUBLE_E = re.compile(r"ee(?=s?$)")
"""How a participle ends where accents are left out."""


@dataclass(slots=True)
class Conditions:
    """Conditions that quotes ``q`` of documents ``d`` must meet, and whom the names in a query were taken for."""

    where: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    meant: dict[str, dict[str, list[Found]]] = field(default_factory=dict)
    """For ``speaker`` and ``about``: each name with the entities that it means."""

    def add(self, condition: str, *values: object) -> None:
        """One more that must hold."""
        self.where.append(condition)
        self.values.extend(values)

    @property
    def sql(self) -> str:
        """All of them."""
        return " AND ".join(self.where) or "true"


def conditions_of(connection: DuckDBPyConnection, query: Query) -> Conditions:
    """The conditions that a query makes on a store."""
    made = Conditions()
    for name in ("speaker", "about"):
        asked = getattr(query, name)
        if asked:
            meant = made.meant[name] = {told: find_entities(connection, told)[:_MANY] for told in asked}
            _add_entities(made, connection, name, [found.entity for several in meant.values() for found in several])
    if query.country:
        _add_kind(made, "country", [code for told in query.country for code in _codes(told)])
    if query.type:
        _add_kind(made, "type", list(query.type))
    if query.source:
        made.add("d.source IN (SELECT unnest(?::VARCHAR[]))", _sources(connection, query.source))
    for condition, day in (("d.date >= ?", query.since), ("d.date <= ?", query.until)):
        if day is not None:
            made.add(condition, day)
    if query.min_confidence:
        made.add("q.confidence >= ?", query.min_confidence)
    for term in terms_of(query.text):
        if term.is_phrase:
            _add_phrase(made, connection, [fold(word) for word in term.words])
        else:
            _add_word(made, connection, term.words[0], "quote", "quote_words")
    for term in terms_of(query.article):
        _add_word(made, connection, term.words[0], "doc", "document_words")
    return made


def _words_of_stem(connection: DuckDBPyConnection, form: str, stem: str) -> list[int]:
    """The words of a stem, and of the stems of other spellings of the form, with accents."""
    rows = connection.execute(
        """SELECT word FROM words WHERE stem IN (SELECT unnest(?::VARCHAR[]))
             OR (stem <> '' AND stem IN (SELECT stem FROM words WHERE form = ?)) ORDER BY word""",
        [[stem, stem_of(_DOUBLE_E.sub("ée", form))[1]], form],
    ).fetchall()
    return [row[0] for row in rows]


def _words_of_form(connection: DuckDBPyConnection, form: str) -> list[int]:
    return [
        row[0] for row in connection.execute("SELECT word FROM words WHERE form = ? ORDER BY word", [form]).fetchall()
    ]


def _add_entities(made: Conditions, connection: DuckDBPyConnection, name: str, entities: list[int]) -> None:
    found = entities or [NOBODY]
    if name == "about":
        made.add(f"q.quote IN ({_each('SELECT quote FROM about WHERE entity = ?', found)})", *found)
        return
    speaks = " OR ".join("q.speaker = ?" for _ in found)
    together = _each("SELECT quote FROM co_speakers WHERE speaker = ?", found)
    if connection.execute(f"SELECT 1 FROM ({together}) LIMIT 1", found).fetchone() is None:
        made.add(f"({speaks})", *found)
    else:
        made.add(f"({speaks} OR q.quote IN ({together}))", *found, *found)


def _add_kind(made: Conditions, column: str, values: list[str]) -> None:
    """Any of those who say it is of one of some kinds."""
    kind = f"SELECT entity FROM entities WHERE {column} IN (SELECT unnest(?::VARCHAR[]))"
    together = f"SELECT quote FROM co_speakers WHERE speaker IN ({kind})"
    made.add(f"(q.speaker IN ({kind}) OR q.quote IN ({together}))", values, values)


def _add_word(made: Conditions, connection: DuckDBPyConnection, word: str, number: str, table: str) -> None:
    """A word in any of its forms; one that is everywhere asks for nothing."""
    form, stem = stem_of(word)
    if stem:
        words = _words_of_stem(connection, form, stem) or [NOBODY]
        made.add(f"q.{number} IN ({_each(f'SELECT {number} FROM {table} WHERE word = ?', words)})", *words)


def _add_phrase(made: Conditions, connection: DuckDBPyConnection, forms: Sequence[str]) -> None:
    """Forms side by side: all give the same place to the first of them."""
    values: list[object] = []
    joined = ""
    for place, form in enumerate(forms):
        words = _words_of_form(connection, form) or [NOBODY]
        held = _each(f"SELECT quote, place - {place} AS first FROM quote_words WHERE word = ?", words)
        joined += f" JOIN ({held}) p{place} USING (quote, first)" if place else f"({held}) p0"
        values += words
    made.add(f"q.quote IN (SELECT quote FROM {joined})", *values)


def _each(select: str, values: Sequence[object]) -> str:
    """What a query gives for each of several values: DuckDB passes over blocks for ``= ?`` only, not for ``IN``."""
    return " UNION ALL ".join(select for _ in values)


def _codes(told: str) -> list[str]:
    code = told.strip().upper()
    if by_code(code):
        return [code]
    meaning = country_meaning(told)
    return [code for code in (meaning.code, *sorted(meaning.others)) if code] or [code]


def _sources(connection: DuckDBPyConnection, asked: tuple[str, ...]) -> list[str]:
    """The outlets of that name, else those whose name holds it."""
    rows = connection.execute("SELECT DISTINCT source FROM documents WHERE source IS NOT NULL ORDER BY ALL").fetchall()
    there = {row[0]: fold(row[0]) for row in rows}
    found: list[str] = []
    for told in asked:
        wanted = fold(" ".join(told.split()))
        equal = [name for name, folded in there.items() if folded == wanted]
        found += equal or [name for name, folded in there.items() if wanted and wanted in folded]
    return found
