"""Results as plain values: looked into, printed, written, read back, copied."""

from __future__ import annotations

import copy
import pickle

import pytest
from pydantic import ValidationError

from diplo_ner.schema import Entity, Extraction, Mention, Quote, Rejected, Speaker


@pytest.fixture
def result() -> Extraction:
    text = "« Oui », dit Ana Vasko."
    person = Entity(
        id="ana-vasko",
        type="PERSON",
        canonical="Ana Vasko",
        mentions=(Mention(start=13, end=22, text="Ana Vasko", reason="seul porteur"),),
    )
    quote = Quote(
        start=2,
        end=5,
        text=text[2:5],
        kind="full",
        cue="dit",
        speaker=Speaker(entity="ana-vasko", text="Ana Vasko", start=13, end=22),
        confidence=0.9,
        rule="incise-noun",
    )
    rejected = Rejected(start=0, end=1, text="«", rule="title")
    return Extraction(doc_id="a", model="m", entities=(person,), quotes=(quote,), rejected=(rejected,))


def test_schema_json_form_is_the_documented_one(result: Extraction) -> None:
    assert result.model_dump(mode="json") == {
        "doc_id": "a",
        "model": "m",
        "entities": [
            {
                "id": "ana-vasko",
                "type": "PERSON",
                "canonical": "Ana Vasko",
                "country": None,
                "mentions": [{"start": 13, "end": 22, "text": "Ana Vasko", "kind": "name"}],
            }
        ],
        "quotes": [
            {
                "start": 2,
                "end": 5,
                "text": "Oui",
                "kind": "full",
                "cue": "dit",
                "speaker": {"entity": "ana-vasko", "text": "Ana Vasko", "start": 13, "end": 22},
                "confidence": 0.9,
                "rule": "incise-noun",
            }
        ],
    }


def test_schema_reads_back_what_was_written(result: Extraction) -> None:
    again = Extraction.model_validate_json(result.model_dump_json())
    assert again.model_dump() == result.model_dump()


def test_schema_pickles_and_copies_whole(result: Extraction) -> None:
    assert pickle.loads(pickle.dumps(result)) == result
    assert copy.deepcopy(result) == result


def test_schema_is_frozen(result: Extraction) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        result.doc_id = "b"  # type: ignore[misc]


def test_schema_looks_up_entities_and_quotes(result: Extraction) -> None:
    assert result.entities_of("PERSON") == result.entities
    assert result.entities_of("PLACE") == ()
    assert result.quotes_by("ana-vasko") == result.quotes
    assert result.quotes_by("nobody") == ()
    assert result.entity("ana-vasko").canonical == "Ana Vasko"
    with pytest.raises(KeyError):
        result.entity("nobody")


def test_schema_repr_is_short(result: Extraction) -> None:
    assert repr(result) == "<Extraction a: 1 entity, 1 quote, by m>"


def test_schema_repr_html_escapes(result: Extraction) -> None:
    evil = result.model_copy(update={"doc_id": "<script>alert(1)</script>"})
    assert "<script>alert" not in evil._repr_html_()


def test_schema_to_dataframe(result: Extraction) -> None:
    pandas = pytest.importorskip("pandas")
    frame = result.to_dataframe()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == [
        "doc",
        "entity",
        "type",
        "canonical",
        "country",
        "mention",
        "kind",
        "start",
        "end",
    ]
    assert frame.iloc[0]["entity"] == "ana-vasko"
