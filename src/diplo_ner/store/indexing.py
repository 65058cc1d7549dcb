"""The index of words: which quotes hold a word and where in them, and which documents hold it.

A word is a folded form and its stem, with a number. Postings are rows of a word's number and a quote's or a
document's, written in their order, so that DuckDB passes over all blocks but those that may hold a word. What a build
adds comes as sorted blocks of its own behind the others; once they are many, all are sorted together. DuckDB splits
the texts; Python folds and stems each word once, however often it stands there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from .adding import insert
from .opening import count, put_setting, setting
from .stems import WORD_PATTERN, stem_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class _Postings(NamedTuple):
    source: str
    number: str
    table: str
    columns: str
    at_once: int


_POSTINGS = (
    _Postings("quotes", "quote", "quote_words", "word, quote, place", 100_000),
    _Postings("documents", "doc", "document_words", "word, doc", 10_000),
)
_UNSORTED = 4
"""All postings are sorted together where those that were added make more than one in so many."""


def index_words(connection: DuckDBPyConnection, tell: Callable[[int, int], None]) -> None:
    """Add quotes and documents that are not in the index; each step is kept where the next is interrupted.

    Args:
        connection: A store opened to write.
        tell: Is told how many quotes and documents are in it now, and how many there are to be.
    """
    words: dict[tuple[str, str], int] = {
        (form, stem): word for word, form, stem in connection.execute("SELECT word, form, stem FROM words").fetchall()
    }
    total = sum(count(connection, f"SELECT count(*) FROM {postings.source}") for postings in _POSTINGS)
    done = total - sum(_missing(connection, postings) for postings in _POSTINGS)
    tell(done, total)
    for postings in _POSTINGS:
        while some := _index_some(connection, postings, words):
            done += some
            tell(done, total)
        _sort(connection, postings)
    connection.execute("DROP TABLE IF EXISTS temp.split; DROP TABLE IF EXISTS temp.numbered")


def _missing(connection: DuckDBPyConnection, postings: _Postings) -> int:
    first = int(setting(connection, f"indexed_{postings.source}") or 0)
    return count(connection, f"SELECT count(*) FROM {postings.source} WHERE {postings.number} > ?", first)


def _index_some(connection: DuckDBPyConnection, postings: _Postings, words: dict[tuple[str, str], int]) -> int:
    """Add the next rows that are not in the index; how many there were."""
    source, number, table, columns, at_once = postings
    mark = f"indexed_{source}"
    first = int(setting(connection, mark) or 0)
    found = connection.execute(
        f"SELECT max({number}), count(*) FROM "
        f"(SELECT {number} FROM {source} WHERE {number} > ? ORDER BY {number} LIMIT ?)",
        [first, at_once],
    ).fetchone()
    if found is None or not found[1]:
        return 0
    last = int(found[0])
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE split AS
            SELECT {number}, unnest(forms) AS form, unnest(range(1, len(forms) + 1))::INTEGER AS place
            FROM (SELECT {number}, regexp_extract_all(nfc_normalize(text), ?) AS forms
                  FROM {source} WHERE {number} > ? AND {number} <= ?)""",
        [WORD_PATTERN, first, last],
    )
    met = connection.execute("SELECT DISTINCT form FROM split ORDER BY form").fetchall()
    known = len(words)
    numbered = [(form, words.setdefault(stem_of(form), len(words) + 1)) for (form,) in met]
    new = [(word, form, stem) for (form, stem), word in words.items() if word > known]
    connection.execute("CREATE OR REPLACE TEMP TABLE numbered (form VARCHAR, word INTEGER)")
    insert(connection, "numbered", ("string", "int32"), numbered)
    connection.execute("BEGIN")
    insert(connection, "words", ("int32", "string", "string"), new)
    distinct = "" if "place" in columns else "DISTINCT"
    connection.execute(
        f"INSERT INTO {table} SELECT {distinct} {columns} FROM split JOIN numbered USING (form) ORDER BY {columns}"
    )
    put_setting(connection, mark, str(last))
    connection.execute("COMMIT")
    return int(found[1])


def _sort(connection: DuckDBPyConnection, postings: _Postings) -> None:
    table, columns = postings.table, postings.columns
    mark = f"sorted_{table}"
    whole = count(connection, f"SELECT count(*) FROM {table}")
    unsorted = whole - int(setting(connection, mark) or 0)
    if unsorted * _UNSORTED <= whole or not unsorted:
        return
    connection.execute("BEGIN")
    connection.execute(f"CREATE TABLE sorted_words AS SELECT {columns} FROM {table} ORDER BY {columns}")
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"ALTER TABLE sorted_words RENAME TO {table}")
    put_setting(connection, mark, str(whole))
    connection.execute("COMMIT")
