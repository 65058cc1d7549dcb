"""All that a store tells of one entity: its names, who is beside it, where and when it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST = 40
_ARTICLE = r"^(?:(?:le|la|les|un|une|des|son|sa|ses|leur|leurs|notre|votre|ce|cet|cette)\s|l['’])"
_THE_LATTER = ["dernier", "dernière", "derniers", "dernières"]
_BESIDE = 24
_MOST_DOCUMENTS = 20_000
"""Documents that are looked at for who is beside it, the latest first; more tell nothing else."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity as the whole store knows it."""

    entity: int
    id: str
    type: str
    canonical: str
    country: str | None
    wikidata: str | None
    known: bool
    documents: int
    mentions: int
    quotes: int
    quotes_about: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Who is named in the same documents; ``quotes`` says how many quotes of it stand there."""

    entity: int
    id: str
    type: str
    canonical: str
    documents: int
    quotes: int


def get_profile(connection: DuckDBPyConnection, ident: str) -> Profile | None:
    """The entity of an id; None where there is none."""
    row = connection.execute(
        "SELECT entity, id, type, canonical, country, wikidata, known, documents, mentions, quotes, quotes_about "
        "FROM entities WHERE id = ?",
        [ident],
    ).fetchone()
    return None if row is None else Profile(*row)


def names_of_entity(connection: DuckDBPyConnection, entity: int) -> list[tuple[str, int]]:
    """The names under which it was met, the most frequent first."""
    return connection.execute(
        "SELECT name, mentions FROM names WHERE entity = ? ORDER BY mentions DESC, name LIMIT ?", [entity, _MOST]
    ).fetchall()


def role_words(connection: DuckDBPyConnection, entity: int) -> list[tuple[str, int]]:
    """What articles tell an entity to be, beside its name or in its place: "chef de la diplomatie"; most often first.

    A pronoun or one word in place of a name tells nothing.
    """
    return connection.execute(
        r"""WITH told AS (
              SELECT words, count(*) AS n FROM roles WHERE entity = ? GROUP BY words
              UNION ALL SELECT speaker_text, count(*) AS n
              FROM (SELECT speaker, speaker_text FROM quotes UNION ALL SELECT speaker, speaker_text FROM co_speakers)
              WHERE speaker = ? AND contains(speaker_text, ' ') GROUP BY speaker_text),
            plain AS (
              SELECT regexp_replace(trim(regexp_replace(lower(words), '\s+', ' ', 'g')), ?, '') AS words, n FROM told)
            SELECT words, sum(n)::BIGINT AS times FROM plain
            WHERE words NOT IN (SELECT unnest(?::VARCHAR[]))
              AND NOT EXISTS (SELECT 1 FROM names n WHERE n.entity = ? AND contains(plain.words, lower(n.name)))
            GROUP BY words ORDER BY times DESC, words LIMIT 12""",
        [entity, entity, _ARTICLE, _THE_LATTER, entity],
    ).fetchall()


def beside(connection: DuckDBPyConnection, entity: int) -> list[Beside]:
    """Who is named in its documents, those in most of them first; of very many documents, in the latest."""
    rows = connection.execute(
        """WITH docs AS MATERIALIZED (
             SELECT DISTINCT doc FROM appearances WHERE entity = ? ORDER BY doc DESC LIMIT ?),
           near AS MATERIALIZED (
             SELECT entity, count(*) AS documents FROM appearances
             WHERE doc IN (SELECT doc FROM docs) AND entity <> ?
             GROUP BY entity ORDER BY documents DESC, entity LIMIT ?),
           said AS (
             SELECT speaker, count(*) AS quotes FROM quotes
             WHERE doc IN (SELECT doc FROM docs) AND speaker IN (SELECT entity FROM near) GROUP BY speaker)
           SELECT e.entity, e.id, e.type, e.canonical, near.documents, coalesce(said.quotes, 0)
           FROM near JOIN entities e USING (entity) LEFT JOIN said ON said.speaker = near.entity
           ORDER BY near.documents DESC, e.entity""",
        [entity, _MOST_DOCUMENTS, entity, _BESIDE],
    ).fetchall()
    return [Beside(*row) for row in rows]


def ties(connection: DuckDBPyConnection, entity: int, others: list[int]) -> list[tuple[int, int, int]]:
    """In how many of its documents each two of others are both named: (one, other, documents)."""
    return connection.execute(
        """WITH docs AS MATERIALIZED (
             SELECT DISTINCT doc FROM appearances WHERE entity = ? ORDER BY doc DESC LIMIT ?),
           near AS MATERIALIZED (
             SELECT DISTINCT doc, entity FROM appearances
             WHERE entity IN (SELECT unnest(?::INTEGER[])) AND doc IN (SELECT doc FROM docs))
           SELECT a.entity, b.entity, count(*) FROM near a JOIN near b USING (doc) WHERE a.entity < b.entity
           GROUP BY ALL ORDER BY ALL""",
        [entity, _MOST_DOCUMENTS, others],
    ).fetchall()
