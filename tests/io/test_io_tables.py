from __future__ import annotations

import csv
import io
import json

import pytest

from diplo_ner.io.rows import (
    ENTITY_COLUMNS,
    PER_ENTITY_COLUMNS,
    QUOTE_COLUMNS,
    Row,
    entity_rows,
    quote_rows,
    rows_per_entity,
)
from diplo_ner.io.tables import TableFormat, harmless, open_table
from diplo_ner.schema import Entity, Extraction, Mention, Quote, Speaker

TEXT = "Antony Blinken part.\r\nMoscou, la «\u00a0capitale\u00a0», se tait. « Oui », a-t-il dit.\n« Hein ? »"


def mention(words: str, kind: str = "name", nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Mention(start=start, end=start + len(words), text=words, kind=kind)  # type: ignore[arg-type]


def quote(words: str, **more: object) -> Quote:
    start = TEXT.index(words)
    return Quote(start=start, end=start + len(words), text=words, **more)  # type: ignore[arg-type]


@pytest.fixture
def result() -> Extraction:
    he = mention("il", "pronoun")
    blinken = Entity(
        id="blinken",
        type="PERSON",
        canonical="Antony Blinken",
        country="US",
        mentions=(mention("Antony Blinken"), mention("Blinken"), he),
    )
    russia = Entity(id="RU", type="COUNTRY", canonical="Russie", country="RU", mentions=(mention("Moscou", "metonym"),))
    quotes = (
        quote("capitale", kind="fragment", speaker=Speaker(entity=None, text="la", start=30, end=32)),
        quote(
            "Oui",
            kind="full",
            cue="a dit",
            speaker=Speaker(entity="blinken", text="il", start=he.start, end=he.end),
            confidence=0.87654,
            rule="incise",
        ),
        quote("Hein ?", kind="full"),
    )
    return Extraction(doc_id="a", model="m", entities=(russia, blinken), quotes=quotes)


def test_columns_are_those_that_the_manual_tells() -> None:
    mention = "doc entity type canonical country mention kind start end sentence wikidata known"
    assert list(ENTITY_COLUMNS) == [*mention.split(), "date", "title", "url", "source", "author"]
    assert list(QUOTE_COLUMNS) == (
        [
            "doc",
            "quote",
            "start",
            "end",
            "kind",
            "speaker",
            "speaker_type",
            "speaker_country",
            "by",
            "cue",
            "rule",
            "confidence",
            "speaker_id",
            "speaker_wikidata",
            "co_speakers",
            "context",
            "about",
            "date",
            "title",
            "url",
            "source",
            "author",
        ]
    )
    assert list(PER_ENTITY_COLUMNS) == (
        ["entity", "type", "canonical", "country", "mentions", "documents", "quotes", "variants", "wikidata", "known"]
    )


def test_a_row_a_mention_in_the_order_of_the_text(result: Extraction) -> None:
    rows = list(entity_rows(result, TEXT))
    assert [(r["entity"], r["mention"], r["kind"]) for r in rows] == [
        ("blinken", "Antony Blinken", "name"),
        ("blinken", "Blinken", "name"),
        ("RU", "Moscou", "metonym"),
        ("blinken", "il", "pronoun"),
    ]
    assert all(list(r) == list(ENTITY_COLUMNS) for r in rows)
    assert rows[0]["sentence"] == "Antony Blinken part."
    assert rows[2]["sentence"] == "Moscou, la «\u00a0capitale\u00a0», se tait."
    assert all(TEXT[int(r["start"] or 0) : int(r["end"] or 0)] == r["mention"] for r in rows)


def test_a_row_a_quote(result: Extraction) -> None:
    capital, yes, what = quote_rows(result, TEXT)
    assert all(list(r) == list(QUOTE_COLUMNS) for r in (capital, yes, what))
    assert (yes["speaker"], yes["speaker_type"], yes["speaker_country"]) == ("Antony Blinken", "PERSON", "US")
    assert (yes["by"], yes["cue"], yes["rule"], yes["confidence"]) == ("il", "a dit", "incise", 0.877)
    assert (capital["speaker"], capital["by"]) == (None, "la")
    assert (what["speaker"], what["by"], what["cue"]) == (None, None, None)


def test_a_row_an_entity(result: Extraction) -> None:
    other = result.model_copy(update={"doc_id": "b", "quotes": ()})
    blinken, russia = rows_per_entity([result, other])
    assert blinken == {
        "entity": "blinken",
        "type": "PERSON",
        "canonical": "Antony Blinken",
        "country": "US",
        "mentions": 4,
        "documents": 2,
        "quotes": 1,
        "variants": "Antony Blinken|Blinken",
        "wikidata": None,
        "known": False,
    }
    assert (russia["mentions"], russia["variants"]) == (2, "Moscou")
    with_russia = Speaker(entity="RU", text="Moscou", start=0, end=6)
    joint = tuple(quote.model_copy(update={"co_speakers": (with_russia,)}) for quote in result.quotes)
    rows = rows_per_entity([result.model_copy(update={"quotes": joint})])
    assert [row["quotes"] for row in rows] == [1, sum(quote.speaker is not None for quote in joint)]


def written(rows: list[Row], columns: dict[str, str], format: TableFormat, *, excel: bool = False) -> bytes:
    stream = io.BytesIO()
    table = open_table(stream, columns, format, excel=excel)
    table.write(rows)
    table.close()
    assert not stream.closed
    return stream.getvalue()


COLUMNS = {"a": "string", "n": "int64", "x": "float64"}
AWKWARD = ['say "no"', "a,b;c", "two\r\nlines", "\u00a0é😀", "", " lead", "=1+1", "nul\x00", "\u2028"]


def test_csv_is_what_the_csv_module_reads_back() -> None:
    data = written([{"a": a, "n": i, "x": 0.5} for i, a in enumerate(AWKWARD)], COLUMNS, "csv")
    assert not data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert rows == [["a", "n", "x"], *([a, str(i), "0.5"] for i, a in enumerate(AWKWARD))]
    assert data.startswith(b'a,n,x\r\n"say ""no""",0,0.5\r\n')
    assert written([{"a": None, "n": None, "x": None}], COLUMNS, "csv").endswith(b"\r\n,,\r\n")


def test_csv_opens_in_pandas_and_duckdb_as_it_is(result: Extraction, tmp_path: object) -> None:
    data = written(list(entity_rows(result, TEXT)), ENTITY_COLUMNS, "csv")
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.BytesIO(data), keep_default_na=False)
    assert list(frame.columns) == list(ENTITY_COLUMNS)
    assert frame["mention"].tolist() == ["Antony Blinken", "Blinken", "Moscou", "il"]
    assert frame["start"].dtype.kind == "i"


def test_csv_opens_in_duckdb_as_it_is(result: Extraction, tmp_path: object) -> None:
    duckdb = pytest.importorskip("duckdb")
    file = f"{tmp_path}/a.csv"
    with open(file, "wb") as stream:
        stream.write(written(list(entity_rows(result, TEXT)), ENTITY_COLUMNS, "csv"))
    with duckdb.connect() as db:
        rows = db.execute("SELECT mention, start FROM read_csv(?) ORDER BY start", [file]).fetchall()
    assert rows == [("Antony Blinken", 0), ("Blinken", 7), ("Moscou", 22), ("il", TEXT.index("il"))]


def test_excel_gets_a_mark_semicolons_and_decimal_commas() -> None:
    data = written([{"a": "é;à", "n": 1, "x": 0.25}], COLUMNS, "csv", excel=True)
    assert data == '\ufeffa;n;x\r\n"é;à";1;0,25\r\n'.encode()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=cmd|"/c calc"!A1'])
def test_excel_gets_no_formula(cell: str) -> None:
    assert harmless(cell) == "'" + cell
    data = written([{"a": cell, "n": -1, "x": -0.5}], COLUMNS, "csv", excel=True)
    (row,) = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))[1:]
    assert row == ["'" + cell, "-1", "-0,5"]


def test_half_characters_do_not_stop_a_table() -> None:
    row: Row = {"a": "x\ud800y", "n": 1, "x": 1.0}
    assert "x\ufffdy" in written([row], COLUMNS, "csv").decode()
    assert json.loads(written([row], COLUMNS, "jsonl"))["a"] == "x\ufffdy"


def test_json_lines_keep_line_separators_inside_a_line() -> None:
    data = written([{"a": a, "n": None, "x": 0.5} for a in AWKWARD], COLUMNS, "jsonl")
    assert [json.loads(line)["a"] for line in data.split(b"\n")[:-1]] == AWKWARD


def test_parquet_has_the_same_columns_with_types(result: Extraction) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = list(quote_rows(result, TEXT)) * 300
    table = parquet.read_table(io.BytesIO(written(rows, QUOTE_COLUMNS, "parquet")))
    assert table.column_names == list(QUOTE_COLUMNS)
    assert table.to_pylist() == rows
    assert str(table.schema.field("start").type) == "int64"
    assert parquet.read_table(io.BytesIO(written([], QUOTE_COLUMNS, "parquet"))).num_rows == 0
    broken = written([{"a": "x\ud800", "n": 1, "x": 1.0}], COLUMNS, "parquet")
    assert parquet.read_table(io.BytesIO(broken)).to_pylist()[0]["a"] == "x\ufffd"
