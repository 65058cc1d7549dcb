"""Results as plain values: looked into, printed, written, read back, copied."""

from __future__ import annotations

import copy
import datetime
import pickle

import pytest
from pydantic import ValidationError

from diplo_ner.errors import ArgumentError, UnknownEntityError
from diplo_ner.schema import Entity, Extraction, Mention, Meta, Quote, Rejected, Speaker


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
    meta = Meta(date="2024-02-12", source="Le Courrier", extra={"page": 3})
    return Extraction(doc_id="a", model="m", meta=meta, entities=(person,), quotes=(quote,), rejected=(rejected,))


def test_schema_json_form_is_the_documented_one(result: Extraction) -> None:
    assert result.model_dump(mode="json") == {
        "doc_id": "a",
        "model": "m",
        "meta": {
            "date": "2024-02-12",
            "title": None,
            "url": None,
            "source": "Le Courrier",
            "author": None,
            "extra": {"page": 3},
        },
        "entities": [
            {
                "id": "ana-vasko",
                "type": "PERSON",
                "canonical": "Ana Vasko",
                "country": None,
                "wikidata": None,
                "known": False,
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
                "co_speakers": [],
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


def test_meta_is_frozen_whole(result: Extraction) -> None:
    meta = result.meta
    assert meta is not None and meta.extra == {"page": 3} and list(meta.extra) == ["page"]
    with pytest.raises(TypeError):
        meta.extra["page"] = 4  # type: ignore[index]
    with pytest.raises(AttributeError, match="frozen"):
        meta.extra._held = {}  # type: ignore[attr-defined]
    assert hash(meta) == hash(copy.copy(meta))


def test_meta_holds_dates_in_iso_8601() -> None:
    assert Meta(date=datetime.date(2024, 2, 12)).date == "2024-02-12"  # type: ignore[arg-type]
    assert Meta(date="2024-02-12T06:12:00+01:00").date == "2024-02-12T06:12:00+01:00"
    for wrong in ("12/02/2024", "2024-02-30", "lundi", ""):
        with pytest.raises(ValidationError, match="ISO 8601"):
            Meta(date=wrong)


def test_meta_keeps_the_kinds_of_what_the_caller_keeps() -> None:
    kept = {"page": 3, "paid": True, "rate": 0.5, "none": None, "desk": "Monde"}
    assert Meta.model_validate_json(Meta(extra=kept).model_dump_json()).model_dump()["extra"] == kept
    assert Meta.model_validate({"extra": '{"page": 3}'}).extra == {"page": 3}
    with pytest.raises(ValidationError):
        Meta(extra={"list": [1]})  # type: ignore[dict-item]


def test_schema_looks_up_entities_and_quotes(result: Extraction) -> None:
    assert result.entities_of("PERSON") == result.entities
    assert result.entities_of("PLACE") == ()
    assert result.quotes_by("ana-vasko") == result.quotes
    assert result.entity("ana-vasko").canonical == "Ana Vasko"


@pytest.mark.parametrize("who", ["ana-vasko", "ANA-VASKO", "Ana Vasko", "ana vasko", "Vasko", "VASKO"])
def test_schema_takes_ids_and_names_in_any_case(result: Extraction, who: str) -> None:
    person = result.entities[0]
    both = person.mentions[0], person.mentions[0].model_copy(update={"text": "Vasko"})
    result = result.model_copy(update={"entities": (person.model_copy(update={"mentions": both}),)})
    assert result.entity(who).id == "ana-vasko"
    assert result.quotes_by(who) == result.quotes


@pytest.mark.parametrize("kind", ["person", "Person", "PERSON"])
def test_schema_takes_types_in_any_case(result: Extraction, kind: str) -> None:
    assert result.entities_of(kind) == result.entities


def test_schema_says_what_exists(result: Extraction) -> None:
    with pytest.raises(ArgumentError, match="no type 'PERSONS'; give one of PERSON, COUNTRY, ORGANISATION, PLACE"):
        result.entities_of("PERSONS")
    for look in (result.entity, result.quotes_by):
        with pytest.raises(
            UnknownEntityError, match=r"no entity is called 'nobody'; there are ana-vasko \(Ana Vasko\)"
        ):
            look("nobody")
    with pytest.raises(UnknownEntityError, match="there is none in this article"):
        Extraction(doc_id="a", model="m").quotes_by("ana-vasko")
    assert result.quotes_by("nobody", missing_ok=True) == ()
    assert result.quotes_by("ana vasko", missing_ok=True) == result.quotes


def test_schema_takes_an_id_before_a_name_and_tells_those_that_share_a_name(result: Extraction) -> None:
    two = [
        Entity(id=i, type="PERSON", canonical=c, mentions=(Mention(start=0, end=5, text="Vasko"),))
        for i, c in (("ana-vasko", "Ana Vasko"), ("ivo-vasko", "ana-vasko"))
    ]
    both = Extraction(doc_id="a", model="m", entities=tuple(two))
    assert both.entity("ana-vasko").canonical == "Ana Vasko"
    for options in ({}, {"missing_ok": True}):
        with pytest.raises(
            UnknownEntityError, match=r"2 entities are called 'vasko'; there are ana-vasko .*, ivo-vasko"
        ):
            both.quotes_by("vasko", **options)


def test_schema_tells_the_first_of_many_entities() -> None:
    many = tuple(Entity(id=f"e{n}", type="PLACE", canonical=f"E {n}") for n in range(30))
    with pytest.raises(UnknownEntityError, match=r"e19 \(E 19\) and 10 more$"):
        Extraction(doc_id="a", model="m", entities=many).entity("nobody")


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
