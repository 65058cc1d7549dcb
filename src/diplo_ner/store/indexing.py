"""The index of words: which quotes and which documents hold a stem.

Postings are rows (stem, number), written in order of the stem, so that DuckDB passes over all blocks but those
that may hold it. What a build adds comes as sorted blocks of its own behind the others; once they are many, all
are sorted together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .adding import insert
from .opening import count, put_setting, setting
from .stems import stems_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = {"quotes": 50_000, "documents": 5_000}
_UNSORTED = 4
"""All postings are sorted together where those that were added make more than one in so many."""


def index_words(connection: DuckDBPyConnection) -> None:
    """Add quotes and documents that are not in the index; each step is kept where the next is interrupted."""
    for table, number in (("quotes", "quote"), ("documents", "doc")):
        while _index_some(connection, table, number):
            pass
        _sort(connection, f"{number if number == 'quote' else 'document'}_words", number)


def _index_some(connection: DuckDBPyConnection, table: str, number: str) -> bool:
    mark = f"indexed_{table}"
    last = int(setting(connection, mark) or 0)
    rows = connection.execute(
        f"SELECT {number}, text FROM {table} WHERE {number} > ? ORDER BY {number} LIMIT ?", [last, _AT_ONCE[table]]
    ).fetchall()
    if not rows:
        return False
    postings: dict[str, list[int]] = {}
    forms: set[tuple[str, str]] = set()
    for place, text in rows:
        for stem, met in stems_of(text or "").items():
            postings.setdefault(stem, []).append(place)
            forms.update((form, stem) for form in met)
    words = "quote_words" if table == "quotes" else "document_words"
    connection.execute("BEGIN")
    insert(
        connection,
        words,
        ("string", "int32"),
        ((stem, place) for stem in sorted(postings) for place in postings[stem]),
    )
    connection.execute("CREATE OR REPLACE TEMP TABLE met (form VARCHAR, stem VARCHAR)")
    insert(connection, "met", ("string", "string"), sorted(forms))
    connection.execute("INSERT INTO stems SELECT form, stem FROM met EXCEPT SELECT form, stem FROM stems ORDER BY ALL")
    put_setting(connection, mark, str(rows[-1][0]))
    connection.execute("COMMIT")
    return True


def _sort(connection: DuckDBPyConnection, words: str, number: str) -> None:
    mark = f"sorted_{words}"
    whole = count(connection, f"SELECT count(*) FROM {words}")
    unsorted = whole - int(setting(connection, mark) or 0)
    if unsorted * _UNSORTED <= whole or not unsorted:
        return
    connection.execute("BEGIN")
    connection.execute(f"CREATE TABLE sorted_words AS SELECT stem, {number} FROM {words} ORDER BY stem, {number}")
    connection.execute(f"DROP TABLE {words}")
    connection.execute(f"ALTER TABLE sorted_words RENAME TO {words}")
    put_setting(connection, mark, str(whole))
    connection.execute("COMMIT")
