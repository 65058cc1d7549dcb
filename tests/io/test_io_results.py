from __future__ import annotations

import io

import pytest

from diplo_ner.errors import OutputError
from diplo_ner.io.conll import tagged_words
from diplo_ner.io.document import Document
from diplo_ner.io.results import ResultFormat, open_results, to_json
from diplo_ner.io.spool import Spool
from diplo_ner.schema import Entity, Extraction, Mention, Quote, Speaker

TEXT = "Le tandem Lavrov-Blinken parle.\r\n« Non », dit Sergueï Lavrov à l’OTAN. Il part."


def mention(words: str, kind: str = "name", reason: str = "") -> Mention:
    start = TEXT.index(words)
    return Mention(start=start, end=start + len(words), text=words, kind=kind, reason=reason)  # type: ignore[arg-type]


@pytest.fixture
def result() -> Extraction:
    lavrov = Entity(
        id="lavrov",
        type="PERSON",
        canonical="Sergueï Lavrov",
        country="RU",
        mentions=(mention("Lavrov", reason="le modèle"), mention("Sergueï Lavrov"), mention("Il", "pronoun")),
    )
    blinken = Entity(id="blinken", type="PERSON", canonical="Blinken", mentions=(mention("Blinken"),))
    otan = Entity(id="otan", type="ORGANISATION", canonical="OTAN", mentions=(mention("OTAN", "acronym"),))
    speaker = mention("Sergueï Lavrov")
    no = Quote(
        start=TEXT.index("Non"),
        end=TEXT.index("Non") + 3,
        text="Non",
        kind="full",
        cue="dit",
        speaker=Speaker(entity="lavrov", text=speaker.text, start=speaker.start, end=speaker.end),
        confidence=0.9,
        rule="incise",
    )
    return Extraction(doc_id="a", model="m", entities=(lavrov, blinken, otan), quotes=(no,))


def written(result: Extraction, format: ResultFormat, times: int = 1) -> bytes:
    stream = io.BytesIO()
    writer = open_results(stream, format)
    for _ in range(times):
        writer.write(TEXT, result)
    writer.close()
    return stream.getvalue()


def without_reasons(result: Extraction) -> Extraction:
    return Extraction.model_validate_json(result.model_dump_json())


def test_json_reads_back(result: Extraction) -> None:
    assert Extraction.model_validate_json(written(result, "json")) == without_reasons(result)
    assert Extraction.model_validate_json(to_json(result, indent=2)) == without_reasons(result)
    lines = written(result, "jsonl", 3).split(b"\n")
    assert [Extraction.model_validate_json(line) for line in lines[:-1]] == [without_reasons(result)] * 3
    assert b"l\xe2\x80\x99" in written(result.model_copy(update={"doc_id": "l’été"}), "json")


def test_half_characters_do_not_stop_json() -> None:
    broken = Extraction(doc_id="a\ud800", model="m")
    assert Extraction.model_validate_json(to_json(broken)).doc_id == "a\ufffd"
    assert Extraction.model_validate_json(to_json(broken, indent=2)).doc_id == "a\ufffd"


def test_parquet_holds_the_shape_of_the_json(result: Extraction) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    (row, _) = parquet.read_table(io.BytesIO(written(result, "parquet", 2))).to_pylist()
    assert row.pop("text") == TEXT
    assert Extraction.model_validate(row) == without_reasons(result)


def test_conll_columns(result: Extraction) -> None:
    lines = written(result, "conll").decode().splitlines()
    assert lines[:2] == ["-DOCSTART- -X- -X- O", ""]
    assert lines[2:10] == [
        "Le -X- -X- O",
        "tandem -X- -X- O",
        "Lavrov -X- -X- B-PERSON",
        "- -X- -X- O",
        "Blinken -X- -X- B-PERSON",
        "parle -X- -X- O",
        ". -X- -X- O",
        "",
    ]
    tags = {line.split(" ")[0]: line.split(" ")[3] for line in lines[10:] if line}
    assert (tags["Sergueï"], tags["Lavrov"], tags["OTAN"]) == ("B-PERSON", "I-PERSON", "B-ORGANISATION")
    assert tags["Il"] == "O"
    assert lines[-1] == ""
    assert all(len(line.split(" ")) == 4 for line in lines if line)


def test_two_mentions_side_by_side_begin_anew() -> None:
    text = "ONU OTAN"
    entities = tuple(
        Entity(id=n, type="ORGANISATION", canonical=n, mentions=(Mention(start=i, end=i + len(n), text=n),))
        for n, i in (("ONU", 0), ("OTAN", 4))
    )
    tags = [tag for _, _, tag in tagged_words(text, Extraction(doc_id=None, model="", entities=entities))]
    assert tags == ["B-ORGANISATION", "B-ORGANISATION"]


def test_docbin(result: Extraction) -> None:
    import spacy
    from spacy.tokens import DocBin

    from diplo_ner.components.extensions import register

    register()
    data = written(result, "docbin", 2)
    docs = list(DocBin().from_bytes(data).get_docs(spacy.blank("fr").vocab))
    assert [doc.text for doc in docs] == [TEXT] * 2
    doc = docs[0]
    assert doc.user_data["doc_id"] == "a"
    assert {(e.text, e.label_, e.kb_id_) for e in doc.ents} >= {("Sergueï Lavrov", "PERSON", "lavrov")}
    assert [q["text"] for q in doc._.quotes] == ["Non"]
    assert doc._.quotes[0]["speaker"]["entity"] == "lavrov"
    assert [e["id"] for e in doc._.entities] == ["lavrov", "blinken", "otan"]


HEADER = {"diplo_ner": "1", "model": "m", "names": None}


def test_a_spool_gives_back_what_it_took_with_reasons(result: Extraction) -> None:
    stream = io.BytesIO()
    spool = Spool(stream, HEADER)
    documents = [Document(f"d{i}", TEXT + "\r\n\ud800" * i, f"d{i}.txt", "utf-8", notes=("n",)) for i in range(3)]
    for document in documents:
        spool.append(document, result)
    assert spool.get("d1").document == documents[1]
    assert spool.get("d0").extraction == result
    assert spool.get("d2").extraction.entities[0].mentions[0].reason == "le modèle"

    again = Spool(stream, HEADER)
    assert len(again) == 3
    assert all(again.holds(document) for document in documents)
    assert not again.holds(Document("d0", "another text", "d0.txt"))
    assert not again.holds(Document("d9", TEXT, "d9.txt"))
    with pytest.raises(KeyError):
        again.get("d9")


@pytest.mark.parametrize("lost", [1, 10, 200])
def test_a_torn_line_is_dropped_and_written_anew(result: Extraction, lost: int) -> None:
    stream = io.BytesIO()
    spool = Spool(stream, HEADER)
    a, b = (Document(name, TEXT, name) for name in "ab")
    spool.append(a, result)
    spool.append(b, result)
    stream.truncate(stream.seek(0, 2) - lost)
    again = Spool(stream, HEADER)
    assert (again.holds(a), again.holds(b)) == (True, False)
    again.append(b, result)
    assert Spool(stream, HEADER).get("b") == (b, result)


def test_a_torn_header_begins_anew(result: Extraction) -> None:
    stream = io.BytesIO(b'{"diplo_n')
    assert len(Spool(stream, HEADER)) == 0
    assert len(Spool(stream, HEADER)) == 0


def test_the_spool_of_another_run_is_not_mixed_in() -> None:
    stream = io.BytesIO()
    Spool(stream, HEADER)
    for other in ({**HEADER, "model": "lg"}, {**HEADER, "names": "x"}, {**HEADER, "diplo_ner": "2"}):
        with pytest.raises(OutputError, match="another version, model"):
            Spool(stream, other)
    with pytest.raises(OutputError, match="cannot be read"):
        Spool(io.BytesIO(b"not json\n"), HEADER)
