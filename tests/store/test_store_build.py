"""A store holds what was read: it grows, goes on, and merges over the whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from stored import articles, evil, fill, make, read_article

from diplo_ner import merge_documents
from diplo_ner.errors import InputError, OutputError
from diplo_ner.io.rows import ENTITY_COLUMNS, QUOTE_COLUMNS
from diplo_ner.store.adding import Adding, digest_of
from diplo_ner.store.build import finish_store, store_counts
from diplo_ner.store.exports import hit_row
from diplo_ner.store.opening import FORMAT, open_store, open_to_write, put_setting
from diplo_ner.store.query import Query
from diplo_ner.store.searching import Search

pytest.importorskip("duckdb")


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = open_store(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_store_holds_what_was_read(tmp_path: Path) -> None:
    path = make(tmp_path / "s.duckdb", articles())
    assert rows(path, "SELECT doc_id, text FROM documents ORDER BY doc") == [(e.doc_id, t) for e, t in articles()]
    told = rows(
        path, 'SELECT doc_id, q."start", q."end", q.text, speaker_text FROM quotes q JOIN documents USING (doc)'
    )
    read = [
        (e.doc_id, q.start, q.end, q.text, q.speaker.text if q.speaker else None)
        for e, _ in articles()
        for q in e.quotes
    ]
    assert sorted(map(str, told)) == sorted(map(str, read))
    wrong = 'SELECT * FROM mentions m JOIN documents d USING (doc) WHERE substring(d.text, m."start" + 1, m."end" - m."start") <> m.text'
    assert rows(path, wrong) == []


def test_views_have_the_columns_of_the_tables(tmp_path: Path) -> None:
    path = make(tmp_path / "s.duckdb", articles())
    connection = open_store(path)
    quotes = connection.execute("SELECT * FROM quote_table ORDER BY doc, start").fetchall()
    assert [column[0] for column in connection.description] == list(QUOTE_COLUMNS)
    hits = sorted(
        (hit_row(hit) for hit in Search(connection, Query()).hits()), key=lambda row: (row["doc"], row["start"])
    )
    found = [dict(zip(QUOTE_COLUMNS, row, strict=True)) for row in quotes]
    assert [{**row, "date": row["date"] and str(row["date"])} for row in found] == hits
    connection.execute("SELECT * FROM mention_table")
    assert [column[0] for column in connection.description] == [c for c in ENTITY_COLUMNS if c != "sentence"]
    connection.close()


def test_store_keeps_dates_as_dates_and_as_told(tmp_path: Path) -> None:
    path = make(tmp_path / "s.duckdb", articles())
    found = rows(path, "SELECT CAST(date AS VARCHAR), published, source, author FROM documents ORDER BY doc")
    assert found == [
        ("2022-03-01", "2022-03-01", "Le Monde", None),
        ("2023-05-02", "2023-05-02T08:30:00+02:00", "Le Figaro", "A. B."),
        (None, None, "Le Monde diplomatique", None),
    ]


def test_store_merges_as_the_library_does(tmp_path: Path) -> None:
    path = make(tmp_path / "s.duckdb", articles())
    merged = merge_documents(extraction for extraction, _ in articles())
    expected = [(e.doc_id, x.id, x.canonical) for e in merged for x in e.entities]
    sql = "SELECT doc_id, id, canonical FROM (SELECT DISTINCT a.doc, a.entity, d.doc_id, e.id, e.canonical FROM appearances a JOIN documents d USING (doc) JOIN entities e ON e.entity = a.entity)"
    assert sorted(rows(path, sql)) == sorted(expected)
    speakers = sorted(
        (e.doc_id, q.text, q.speaker.entity) for e in merged for q in e.quotes if q.speaker and q.speaker.entity
    )
    sql = "SELECT doc, quote, speaker_id FROM quote_table WHERE speaker_id IS NOT NULL"
    assert sorted(rows(path, sql)) == speakers
    assert [row[0] for row in rows(path, "SELECT id FROM entities WHERE canonical LIKE '%Lavrov'")] == [
        "serguei-lavrov"
    ]


@pytest.mark.parametrize("parts", [(1, 2), (2, 1), (1, 1, 1)])
def test_store_built_in_parts_is_the_store_built_at_once(tmp_path: Path, parts: tuple[int, ...]) -> None:
    at_once = make(tmp_path / "one.duckdb", articles())
    left = articles()
    for size in parts:
        connection = open_to_write(tmp_path / "parts.duckdb")
        fill(connection, left[:size])
        left = left[size:]
        finish_store(connection)
        connection.close()
    for sql in (
        "SELECT * FROM quote_table ORDER BY ALL",
        "SELECT * FROM mention_table ORDER BY ALL",
        "SELECT id, type, canonical, documents, mentions, quotes, quotes_about FROM entities ORDER BY id",
        "SELECT form, stem, quote, place FROM quote_words JOIN words USING (word) ORDER BY ALL",
        "SELECT form, stem, doc FROM document_words JOIN words USING (word) ORDER BY ALL",
        "SELECT form, stem FROM words ORDER BY ALL",
    ):
        assert rows(tmp_path / "parts.duckdb", sql) == rows(at_once, sql), sql


def test_store_that_is_not_finished_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    connection = open_to_write(path)
    fill(connection, articles()[:2])
    connection.close()
    with pytest.raises(InputError, match="not finished"):
        open_store(path)
    connection = open_to_write(path)
    assert Adding(connection).name_for("un", digest_of(articles()[0][1]), None) is None
    fill(connection, articles()[2:])
    finish_store(connection)
    connection.close()
    assert rows(path, "SELECT count(*) FROM quotes") == [(6,)]


def test_text_that_changed_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    connection = open_to_write(tmp_path / "s.duckdb")
    fill(connection, articles(), path="archive.csv")
    finish_store(connection)
    new = "« Pas de guerre », selon un diplomate."
    adding = Adding(connection)
    assert adding.name_for("un", digest_of(new), "archive.csv") == "un"
    assert adding.name_for("un", digest_of(new), "other.csv") == "un~2"
    adding.add(read_article("un", new), new, path="archive.csv")
    adding.flush()
    finish_store(connection)
    assert store_counts(connection)["documents"] == 3
    told = connection.execute("SELECT quote FROM quote_table WHERE doc = 'un'").fetchall()
    assert told == [("Pas de guerre",)]
    for table in ("about", "co_speakers"):
        assert (
            connection.execute(f"SELECT * FROM {table} WHERE quote NOT IN (SELECT quote FROM quotes)").fetchall() == []
        )
    assert connection.execute("SELECT id FROM entities WHERE canonical = 'Antony Blinken'").fetchall() == []


def test_store_takes_any_text(tmp_path: Path) -> None:
    extraction, text = evil()
    half = extraction.model_copy(update={"doc_id": "a\ud800"})
    path = make(tmp_path / "s.duckdb", [(extraction, text), (half, text + "\ud800\0")])
    assert rows(path, "SELECT doc_id FROM documents ORDER BY doc") == [(extraction.doc_id,), ("a\ufffd",)]


def test_document_without_a_text_is_kept(tmp_path: Path) -> None:
    connection = open_to_write(tmp_path / "s.duckdb")
    adding = Adding(connection)
    adding.add(articles()[0][0], None)
    adding.flush()
    finish_store(connection)
    assert connection.execute("SELECT text FROM documents").fetchall() == [(None,)]
    assert connection.execute("SELECT context FROM quotes").fetchall() == [(None,), (None,)]
    assert connection.execute("SELECT count(*) FROM about WHERE inside").fetchall() == [(1,)]


def test_what_is_no_store_is_told_and_left_alone(tmp_path: Path) -> None:
    import duckdb

    text = tmp_path / "text.duckdb"
    text.write_text("no store at all, but a text that is long enough to be one" * 400)
    other = tmp_path / "other.duckdb"
    duckdb.connect(str(other)).execute("CREATE TABLE t (a INTEGER)").close()
    for file, words in ((text, "no store, or broken"), (other, "no store of diplo_ner")):
        before = file.read_bytes()
        with pytest.raises(InputError, match=words):
            open_store(file)
        with pytest.raises(InputError, match=words):
            open_to_write(file)
        with pytest.raises(InputError, match=words):
            open_to_write(file, force=True)
        assert file.read_bytes() == before
    with pytest.raises(InputError, match="there is no store"):
        open_store(tmp_path / "absent.duckdb")
    with pytest.raises(OutputError, match="there is no folder"):
        open_to_write(tmp_path / "absent" / "s.duckdb")


@pytest.mark.parametrize(("made", "words"), [("0", "an older diplo_ner; build it anew"), (f"{FORMAT}0", "a newer")])
def test_store_of_another_format_is_told(tmp_path: Path, made: str, words: str) -> None:
    path = make(tmp_path / "s.duckdb", articles()[:1])
    connection = open_to_write(path)
    put_setting(connection, "format", made)
    connection.close()
    with pytest.raises(InputError, match=words):
        open_store(path)


def test_force_builds_anew(tmp_path: Path) -> None:
    path = make(tmp_path / "s.duckdb", articles())
    connection = open_to_write(path, force=True)
    assert store_counts(connection)["documents"] == 0


def test_how_far_a_store_is_is_told_with_what_is_missing_alone(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    connection = open_to_write(path)
    fill(connection, articles()[:2])
    told: list[tuple[str, int, int]] = []
    finish_store(connection, lambda *far: told.append(far))
    quotes = store_counts(connection)["quotes"]
    assert told == [
        ("merging entities", 0, 0),
        ("indexing words", 0, quotes + 2),
        ("indexing words", quotes, quotes + 2),
        ("indexing words", quotes + 2, quotes + 2),
    ]
    fill(connection, articles()[2:])
    told.clear()
    finish_store(connection, lambda *far: told.append(far))
    assert told[1][1] == quotes + 2 and told[-1][1] == told[-1][2] == sum(
        store_counts(connection)[name] for name in ("quotes", "documents")
    )
    told.clear()
    finish_store(connection, lambda *far: told.append(far))
    assert told == []
    connection.close()
