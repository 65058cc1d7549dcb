"""Whatever a file holds, reading it ends well, and whatever was read can be written."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from diplo_ner.errors import InputError
from diplo_ner.io.conll import tagged_words
from diplo_ner.io.csv_tables import read_csv
from diplo_ner.io.document import Document, Failure
from diplo_ner.io.encodings import decode
from diplo_ner.io.readers import ReadOptions, read_documents
from diplo_ner.io.records import read_jsonl
from diplo_ner.io.rows import ENTITY_COLUMNS, entity_rows
from diplo_ner.io.sentences import Sentences
from diplo_ner.io.sources import Format, Source
from diplo_ner.io.tables import open_table
from diplo_ner.metadata.fields import Fields
from diplo_ner.safe import encodable
from diplo_ner.schema import Entity, Extraction, Mention

FRENCH = st.text(alphabet="aéÀ «»“”\"'’.\r\n\t\u00a0\u202f,;=+-@|L’OTAN\x00\ufeff\u200b😀\ud800", max_size=60)
ANY_TEXT = st.one_of(st.text(max_size=80), FRENCH)
ANY_BYTES = st.one_of(
    st.binary(max_size=300),
    ANY_TEXT.map(lambda t: encodable(t).encode()),
    ANY_TEXT.map(lambda t: t.encode("cp1252", "replace")),
    ANY_TEXT.map(lambda t: encodable(t).encode("utf-16")),
    st.lists(st.sampled_from([b"text", b",", b'"', b"\n", b"\r\n", b"{", b"}", b":", b"\xe9", b"\x00", b" "])).map(
        b"".join
    ),
)
FORMATS: tuple[Format, ...] = get_args(Format)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=150, deadline=None)
@given(data=ANY_BYTES)
@example(data=b"")
@example(data=b"\xff\xfe")
@example(data=b'text\n"')
@example(data=b'{"text": "\\ud800"}')
@example(data=b"PAR1" * 4)
def test_any_bytes_in_any_format(form: Format, data: bytes) -> None:
    if form == "html":
        pytest.importorskip("trafilatura")
    outcome = list(read_documents(["-"], ReadOptions(format=form), stdin=io.BytesIO(data)))
    assert outcome
    for found in outcome:
        if isinstance(found, Document):
            assert found.text.strip()
            assert found.text.encode()
            assert found.doc_id
        else:
            assert isinstance(found, Failure)
            assert found.reason


@settings(max_examples=300, deadline=None)
@given(ANY_BYTES)
def test_decoding_tells_how_it_was_done(data: bytes) -> None:
    try:
        text, how = decode(data)
    except InputError:
        return
    assert data.decode(how.encoding, how.errors) == text


@given(ANY_TEXT.map(encodable))
def test_what_is_utf8_and_no_binary_comes_out_as_it_is(text: str) -> None:
    data = text.encode()
    if text.startswith("\ufeff") or sum(c < " " for c in text) > 1:
        return
    if data.startswith((b"PK", b"%PDF", b"GIF8", b"BZh", b"{\\rtf", b"Rar!")):
        return
    assert decode(data) == (text, ("utf-8", "strict", ""))


@given(st.lists(ANY_TEXT, max_size=5))
def test_json_lines_give_back_every_text(texts: list[str]) -> None:
    data = "\n".join(json.dumps({"text": t}) for t in texts).encode()
    source = Source(Path("x.jsonl"), "x.jsonl", "x", "jsonl")
    if not texts:
        return
    found = list(read_jsonl(source, io.BytesIO(data), Fields()))
    assert [f.text for f in found if isinstance(f, Document)] == [encodable(t) for t in texts]


@given(st.lists(ANY_TEXT.map(encodable).filter(lambda t: t.strip()), min_size=1, max_size=5), st.booleans())
def test_a_table_that_was_written_is_read_back(texts: list[str], excel: bool) -> None:
    stream = io.BytesIO()
    table = open_table(stream, {"id": "int64", "text": "string"}, "csv", excel=excel)
    table.write({"id": i, "text": t} for i, t in enumerate(texts))
    table.close()
    source = Source(Path("x.csv"), "x.csv", "x", "csv")
    stream.seek(0)
    if any(c < " " and c not in "\t\r\n" for c in "".join(texts)):
        return  # such a file may be taken for a binary one
    found = list(read_csv(source, stream, Fields(id="id"), None))
    read = [f.text for f in found if isinstance(f, Document)]
    assert [t.removeprefix("'") if excel else t for t in read] == [t.removeprefix("'") if excel else t for t in texts]


@st.composite
def results(draw: st.DrawFn) -> tuple[str, Extraction]:
    text = draw(ANY_TEXT.map(encodable).filter(bool))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    mentions = [Mention(start=a, end=b, text=text[a:b]) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    entities = tuple(Entity(id=f"e{i}", type="PERSON", canonical="X", mentions=(m,)) for i, m in enumerate(mentions))
    return text, Extraction(doc_id="d", model="m", entities=entities)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(results())
def test_rows_and_columns_of_any_result(made: tuple[str, Extraction]) -> None:
    text, result = made
    rows = list(entity_rows(result, text))
    assert [r["mention"] for r in rows] == [text[int(r["start"] or 0) : int(r["end"] or 0)] for r in rows]
    assert all(str(r["mention"]) in str(r["sentence"]) for r in rows)
    stream = io.BytesIO()
    table = open_table(stream, ENTITY_COLUMNS, "csv")
    table.write(rows)
    table.close()
    back = list(csv.reader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert len(back) == len(rows) + 1
    tagged = list(tagged_words(text, result))
    assert all(a < b for a, b, _ in tagged)
    assert all(before[1] <= after[0] for before, after in pairwise(tagged))
    inside = sum(tag.startswith("B-") for _, _, tag in tagged)
    assert inside <= len(rows)


@given(ANY_TEXT, st.integers(0, 90), st.integers(0, 90))
def test_the_sentence_around_any_span_holds_it(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    assert text[start:end] in Sentences(text).around(start, end)


def test_rows_of_a_large_text_take_time_in_proportion(seconds_of) -> None:
    def seconds(size: int) -> float:
        text = "Moscou, OTAN. " * size
        mentions = tuple(Mention(start=i * 14, end=i * 14 + 6, text="Moscou") for i in range(size))
        entity = Entity(id="RU", type="COUNTRY", canonical="Russie", country="RU", mentions=mentions)
        result = Extraction(doc_id="d", model="m", entities=(entity,))

        def work() -> None:
            assert sum(1 for _ in entity_rows(result, text)) == size
            assert sum(tag != "O" for _, _, tag in tagged_words(text, result)) == size

        return seconds_of(work)

    small = min(seconds(2000) for _ in range(3))
    assert seconds(20_000) < 40 * small
