"""What a store holds ready, so that an answer need not read whole tables: made anew whenever documents were added."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ARTICLE = r"^(?:(?:le|la|les|un|une|des|son|sa|ses|leur|leurs|notre|votre|ce|cet|cette)\s|l['’])"
_THE_LATTER = ["dernier", "dernière", "derniers", "dernières"]
_MOST_ROLES = 12


def hold_ready(connection: DuckDBPyConnection) -> None:
    """Write the tables that hold ready what others tell; the entities must be merged."""
    _rank_quotes(connection)
    _gather_roles(connection)


def _rank_quotes(connection: DuckDBPyConnection) -> None:
    """Write what is counted of each quote, in the order of answers: the latest first, those without a date last."""
    connection.execute("DELETE FROM outlets")
    connection.execute(
        """INSERT INTO outlets SELECT row_number() OVER (ORDER BY source), source
        FROM (SELECT DISTINCT source FROM documents WHERE source IS NOT NULL) ORDER BY source"""
    )
    connection.execute("DELETE FROM ranked_quotes")
    connection.execute(
        """INSERT INTO ranked_quotes SELECT q.quote, q.doc, q.speaker, o.outlet, d.date, q.confidence
        FROM quotes q JOIN documents d USING (doc) LEFT JOIN outlets o USING (source)
        ORDER BY d.date DESC NULLS LAST, q.quote"""
    )


def _gather_roles(connection: DuckDBPyConnection) -> None:
    """Write what articles tell each entity to be, beside its name or in its place; most often first.

    A pronoun or one word in place of a name tells nothing.
    """
    connection.execute("DELETE FROM role_words")
    connection.execute(
        rf"""INSERT INTO role_words
        WITH told AS (
          SELECT entity, words, count(*) AS n FROM roles WHERE entity IS NOT NULL GROUP BY ALL
          UNION ALL
          SELECT speaker, speaker_text, count(*) FROM (
            SELECT speaker, speaker_text FROM quotes UNION ALL SELECT speaker, speaker_text FROM co_speakers)
          WHERE speaker IS NOT NULL AND contains(speaker_text, ' ') GROUP BY ALL),
        plain AS (
          SELECT entity, regexp_replace(trim(regexp_replace(words, '\s+', ' ', 'g')), ?, '', 'i') AS words, n
          FROM told),
        spelt AS (SELECT entity, words, lower(words) AS low, sum(n) AS n FROM plain GROUP BY ALL)
        SELECT entity, first(spelt.words ORDER BY n DESC, spelt.words) AS told, sum(n)::INTEGER AS times
        FROM spelt ANTI JOIN names n ON n.entity = spelt.entity AND contains(spelt.low, lower(n.name))
        WHERE low NOT IN (SELECT unnest(?::VARCHAR[]))
        GROUP BY entity, low
        QUALIFY row_number() OVER (PARTITION BY entity ORDER BY times DESC, low) <= {_MOST_ROLES}
        ORDER BY entity, times DESC, told""",
        [_ARTICLE, _THE_LATTER],
    )
