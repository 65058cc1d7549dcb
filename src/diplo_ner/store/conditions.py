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
from .query import Query, Term, indexed, pattern_of, terms_of
from .stems import stem_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NOBODY = -1
_PLAIN = "lower(strip_accents(text))"
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
    needs_documents: bool = False

    def add(self, condition: str, *values: object) -> None:
        """One more that must hold."""
        self.where.append(condition)
        self.values.extend(values)

    @property
    def sql(self) -> str:
        """All of them."""
        return " AND ".join(self.where) or "true"

    @property
    def tables(self) -> str:
        """The tables that they speak of."""
        return "quotes q JOIN documents d USING (doc)" if self.needs_documents else "quotes q"


def conditions_of(connection: DuckDBPyConnection, query: Query) -> Conditions:
    """The conditions that a query makes on a store."""
    made = Conditions()
    for name in ("speaker", "about"):
        asked = getattr(query, name)
        if asked:
            meant = made.meant[name] = {told: find_entities(connection, told)[:_MANY] for told in asked}
            _add_entities(made, connection, name, [found.entity for several in meant.values() for found in several])
    if query.country:
        codes = [code for told in query.country for code in _codes(told)]
        made.add("q.speaker IN (SELECT entity FROM entities WHERE country IN (SELECT unnest(?::VARCHAR[])))", codes)
    if query.type:
        made.add(
            "q.speaker IN (SELECT entity FROM entities WHERE type IN (SELECT unnest(?::VARCHAR[])))", [*query.type]
        )
    if query.source:
        made.needs_documents = True
        made.add("d.source IN (SELECT unnest(?::VARCHAR[]))", _sources(connection, query.source))
    for condition, day in (("d.date >= ?", query.since), ("d.date <= ?", query.until)):
        if day is not None:
            made.needs_documents = True
            made.add(condition, day)
    if query.min_confidence:
        made.add("q.confidence >= ?", query.min_confidence)
    for term in terms_of(query.text):
        _add_term(made, connection, term)
    return made


def stems_met(connection: DuckDBPyConnection, form: str, stem: str) -> list[str]:
    """The stems under which a word may stand in the index: its own, and those of its spellings with accents."""
    rows = connection.execute("SELECT stem FROM stems WHERE form = ? ORDER BY stem", [form]).fetchall()
    return sorted({stem, stem_of(_DOUBLE_E.sub("ée", form))[1], *(row[0] for row in rows)})


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


def _add_term(made: Conditions, connection: DuckDBPyConnection, term: Term) -> None:
    held: list[str] = []
    values: list[object] = []
    for form, stem in indexed(term):
        stems = stems_met(connection, form, stem)
        held.append(f"{{}}.quote IN ({_each('SELECT quote FROM quote_words WHERE stem = ?', stems)})")
        values.extend(stems)
    if not term.is_phrase:
        for condition in held:
            made.add(condition.format("q"))
        made.values.extend(values)
        return
    # Materialized, or DuckDB would look for the pattern in every quote before it asks the index.
    where = " AND ".join(condition.format("c") for condition in held) or "true"
    made.add(
        f"q.quote IN (WITH near AS MATERIALIZED (SELECT c.quote, c.text FROM quotes c WHERE {where}) "
        f"SELECT quote FROM near WHERE regexp_matches({_PLAIN}, ?))",
        *values,
        pattern_of(term),
    )


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
