"""The measure against gold, rule by rule, with figures worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from diplo_ner.errors import ArgumentError
from diplo_ner.evaluation import Case, Difference, Evaluation, evaluate
from diplo_ner.schema import Entity, Extraction, Mention, Quote, Speaker

Json = dict[str, Any]


def entity(id_: str, type_: str, *spans: tuple[int, int], canonical: Any = "X", country: str | None = None) -> Json:
    mentions = [{"start": start, "end": end, "text": "x", "kind": "name"} for start, end in spans]
    return {"id": id_, "type": type_, "canonical": canonical, "country": country, "mentions": mentions}


def gold_quote(start: int, end: int, speaker: str | None, by: tuple[int, int] | None = None) -> Json:
    span = {"start": by[0], "end": by[1], "text": "by"} if by else None
    return {"start": start, "end": end, "text": "words", "speaker": speaker, "by": span}


def quote(start: int, end: int, speaker: Json | None = None) -> Json:
    return {"start": start, "end": end, "text": "words", "speaker": speaker}


def speaker(id_: str | None, start: int | None, end: int | None) -> Json:
    return {"entity": id_, "text": "by", "start": start, "end": end}


def doc(*entities: Json, quotes: tuple[Json, ...] = ()) -> Json:
    return {"entities": list(entities), "quotes": list(quotes)}


def scored(gold: Json, predicted: Json) -> Evaluation:
    return evaluate([Case("a", gold, predicted)])


def prf(evaluation: Evaluation, name: str) -> tuple[float, float, float, int]:
    figure = evaluation.to_json()[name]
    return tuple(round(figure[k], 4) for k in ("p", "r", "f1", "n"))  # type: ignore[return-value]


def kinds(evaluation: Evaluation) -> list[tuple[str, str, str]]:
    return [(d.kind, d.gold, d.predicted) for d in evaluation.differences]


def test_what_is_right_is_a_hundred() -> None:
    people = entity("b", "PERSON", (0, 7), (20, 27), canonical=["Antony Blinken"])
    gold = doc(people, quotes=(gold_quote(40, 50, "b", (30, 32)),))
    predicted = doc(
        entity("blinken", "PERSON", (0, 7), (20, 27), canonical="Antony Blinken"),
        quotes=(quote(40, 50, speaker("blinken", 30, 32)),),
    )
    evaluation = scored(gold, predicted)
    for name in ("entities", "person", "merge", "canonical", "quote", "quote+by", "quote+who"):
        assert evaluation.figures[name].f1 == 1.0, name
    assert evaluation.differences == ()
    assert list(evaluation.figures) == [
        "entities",
        "person",
        "country",
        "organisation",
        "place",
        "merge",
        "canonical",
        "quote",
        "quote+by",
        "quote+who",
    ]


def test_an_entity_needs_the_same_span_and_the_same_type() -> None:
    gold = doc(
        entity("a", "PERSON", (0, 5), (10, 15), canonical=[]),
        entity("b", "COUNTRY", (20, 25), canonical=[]),
        entity("c", "PLACE", (30, 35), canonical=[]),
    )
    predicted = doc(
        entity("a", "PERSON", (0, 5), (10, 14)),
        entity("b", "ORGANISATION", (20, 25)),
        entity("c", "PLACE", (30, 35)),
    )
    evaluation = scored(gold, predicted)
    assert prf(evaluation, "entities") == (0.3333, 0.3333, 0.3333, 3)
    assert prf(evaluation, "person") == (0.5, 0.5, 0.5, 2)
    assert prf(evaluation, "country") == (0.0, 0.0, 0.0, 1)
    assert prf(evaluation, "organisation") == (0.0, 0.0, 0.0, 0)
    assert prf(evaluation, "place") == (1.0, 1.0, 1.0, 1)
    assert [k for k in kinds(evaluation) if k[0] == "entity"] == [
        ("entity", "none", "PERSON"),
        ("entity", "PERSON", "none"),
        ("entity", "COUNTRY", "ORGANISATION"),
    ]


def test_mentions_that_only_refer_are_not_scored() -> None:
    gold = doc(entity("a", "PERSON", (0, 5), canonical=["X"]))
    predicted = doc(entity("a", "PERSON", (0, 5)))
    for start, kind in ((10, "title"), (20, "pronoun"), (30, "demonym")):
        predicted["entities"][0]["mentions"].append({"start": start, "end": start + 2, "text": "x", "kind": kind})
    assert prf(scored(gold, predicted), "entities") == (1.0, 1.0, 1.0, 1)
    assert prf(scored(gold, predicted), "merge") == (1.0, 1.0, 1.0, 1)


def test_merge_two_joined_that_are_apart() -> None:
    gold = doc(
        entity("a", "PERSON", (0, 1), (2, 3), (4, 5), canonical=["A"]),
        entity("b", "PERSON", (6, 7), canonical=["B"]),
    )
    predicted = doc(entity("x", "PERSON", (0, 1), (2, 3), (4, 5), (6, 7), canonical="A"))
    evaluation = scored(gold, predicted)
    # precision: three mentions of four in their entity, one of four: (3 * 3/4 + 1/4) / 4; recall: all
    assert prf(evaluation, "merge") == (0.625, 1.0, 0.7692, 4)
    assert ("merge", "a + b", "x") in kinds(evaluation)


def test_merge_one_split_in_two_with_one_missed_and_one_false() -> None:
    gold = doc(entity("a", "PERSON", (0, 1), (2, 3), (4, 5), (6, 7), canonical=["A"]))
    predicted = doc(
        entity("x", "PERSON", (0, 1), (2, 3), canonical="A"),
        entity("y", "PERSON", (4, 5), (8, 9), canonical="A"),
    )
    evaluation = scored(gold, predicted)
    # precision: 1, 1, 1/2, 0 over 4; recall: 2/4, 2/4, 1/4, 0 over 4
    assert prf(evaluation, "merge") == (0.625, 0.3125, 0.4167, 4)
    assert ("merge", "a", "x + y") in kinds(evaluation)


def test_places_are_not_merged_and_not_named() -> None:
    gold = doc(entity("a", "PLACE", (0, 1), canonical=["A"]))
    evaluation = scored(gold, doc(entity("x", "PLACE", (0, 1), canonical="B")))
    assert prf(evaluation, "merge")[3] == 0
    assert evaluation.to_json()["canonical"] == {"f1": 0.0, "n": 0}


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Antony Blinken", 1),
        ("ANTONY  BLINKEN", 1),
        ("Antony-Blinkén", 1),
        ("Tony Blinken", 1),
        ("Blinken", 0),
        ("", 0),
    ],
)
def test_a_canonical_name_is_right_whatever_its_case_accents_and_marks(name: str, right: int) -> None:
    gold = doc(entity("a", "PERSON", (0, 1), canonical=["Antony Blinken", "Tony Blinken"]))
    evaluation = scored(gold, doc(entity("x", "PERSON", (0, 1), canonical=name)))
    assert evaluation.to_json()["canonical"] == {"f1": float(right), "n": 1}
    assert (("canonical", "Antony Blinken | Tony Blinken", name) in kinds(evaluation)) is not bool(right)


def test_a_country_is_named_by_its_code_where_there_is_one() -> None:
    gold = doc(entity("a", "COUNTRY", (0, 1), canonical=["Russie"], country="RU"))
    right = entity("x", "COUNTRY", (0, 1), canonical="Fédération", country="RU")
    wrong = entity("x", "COUNTRY", (0, 1), canonical="Russie", country="BY")
    by_name = entity("x", "COUNTRY", (0, 1), canonical="Russie")
    assert [scored(gold, doc(e)).figures["canonical"].f1 for e in (right, wrong, by_name)] == [1.0, 0.0, 1.0]


def test_the_canonical_name_is_that_of_the_entity_that_shares_most() -> None:
    gold = doc(entity("a", "PERSON", (0, 1), (2, 3), (4, 5), canonical=["A"]))
    predicted = doc(entity("x", "PERSON", (0, 1), canonical="B"), entity("y", "PERSON", (2, 3), (4, 5), canonical="A"))
    assert scored(gold, predicted).figures["canonical"].f1 == 1.0
    nobody = doc(entity("x", "PERSON", (10, 11), canonical="A"))
    assert scored(gold, nobody).figures["canonical"].f1 == 0.0


@pytest.mark.parametrize(
    ("start", "end", "hit"), [(0, 100, 1), (0, 80, 1), (0, 79, 0), (0, 125, 1), (0, 126, 0), (20, 100, 1)]
)
def test_a_quote_is_found_where_four_fifths_are_shared(start: int, end: int, hit: int) -> None:
    evaluation = scored(doc(quotes=(gold_quote(0, 100, None),)), doc(quotes=(quote(start, end),)))
    assert prf(evaluation, "quote") == (hit, hit, hit, 1)
    expected = [] if hit else [("quote", "a quote", "none"), ("quote", "none", "a quote")]
    assert kinds(evaluation) == expected


def test_a_predicted_quote_answers_one_gold_quote_only() -> None:
    gold = doc(quotes=(gold_quote(0, 10, None), gold_quote(0, 10, None)))
    assert prf(scored(gold, doc(quotes=(quote(0, 10),))), "quote") == (1.0, 0.5, 0.6667, 2)
    assert prf(scored(gold, doc(quotes=(quote(0, 10),) * 3)), "quote") == (0.6667, 1.0, 0.8, 2)


GOLD = doc(
    entity("b", "PERSON", (0, 7), (20, 27), canonical=["B"]),
    entity("l", "PERSON", (60, 66), canonical=["L"]),
    entity("p", "PLACE", (70, 75), canonical=["P"]),
)
PREDICTED = doc(
    entity("B1", "PERSON", (0, 7), (20, 27)),
    entity("L1", "PERSON", (60, 66)),
    entity("P1", "PLACE", (70, 75)),
)


@pytest.mark.parametrize(
    ("told", "by", "who"),
    [
        (speaker("B1", 52, 54), 1, 1),  # the words and the entity
        (speaker("B1", 20, 27), 1, 1),  # another mention of the speaker will do
        (speaker("B1", 90, 92), 0, 1),  # the entity counts, whatever the words
        (speaker("L1", 52, 54), 1, 0),
        (speaker(None, 52, 54), 1, 0),
        (speaker("nobody", 52, 54), 1, 0),
        (speaker("B1", None, None), 0, 1),
        (None, 0, 0),
    ],
)
def test_a_named_speaker(told: Json | None, by: int, who: int) -> None:
    gold = {**GOLD, "quotes": [gold_quote(30, 40, "b", (50, 54))]}
    evaluation = scored(gold, {**PREDICTED, "quotes": [quote(30, 40, told)]})
    assert (evaluation.figures["quote+by"].f1, evaluation.figures["quote+who"].f1) == (by, who)
    assert ("speaker" in [k for k, _, _ in kinds(evaluation)]) is not bool(who)


@pytest.mark.parametrize(
    ("told", "by", "who"),
    [
        (speaker(None, 52, 54), 1, 1),
        (speaker(None, 56, 58), 0, 0),
        (speaker("B1", 52, 54), 1, 0),
        (speaker(None, None, None), 0, 0),
        (None, 0, 0),
    ],
)
def test_a_speaker_without_a_name(told: Json | None, by: int, who: int) -> None:
    gold = {**GOLD, "quotes": [gold_quote(30, 40, "unnamed", (50, 54))]}
    evaluation = scored(gold, {**PREDICTED, "quotes": [quote(30, 40, told)]})
    assert (evaluation.figures["quote+by"].f1, evaluation.figures["quote+who"].f1) == (by, who)


@pytest.mark.parametrize(("told", "right"), [(None, 1), (speaker(None, 52, 54), 0), (speaker("B1", 0, 7), 0)])
def test_no_speaker(told: Json | None, right: int) -> None:
    gold = {**GOLD, "quotes": [gold_quote(30, 40, None)]}
    evaluation = scored(gold, {**PREDICTED, "quotes": [quote(30, 40, told)]})
    assert (evaluation.figures["quote+by"].f1, evaluation.figures["quote+who"].f1) == (right, right)


def test_the_speaker_is_the_gold_entity_that_most_of_its_mentions_lie_in() -> None:
    gold = {**GOLD, "quotes": [gold_quote(30, 40, "p", (50, 54))]}
    mostly_place = entity("M", "PERSON", (0, 7), (69, 72), (72, 76))
    evaluation = scored(gold, doc(mostly_place, quotes=(quote(30, 40, speaker("M", 50, 54)),)))
    assert evaluation.figures["quote+who"].f1 == 1.0


def test_precision_of_speakers_counts_every_predicted_quote() -> None:
    gold = {**GOLD, "quotes": [gold_quote(30, 40, None)]}
    evaluation = scored(gold, {**PREDICTED, "quotes": [quote(30, 40), quote(80, 90)]})
    assert prf(evaluation, "quote+who") == (0.5, 1.0, 0.6667, 1)


def test_a_part_that_the_prediction_lacks_scores_zero() -> None:
    gold = {**GOLD, "quotes": [gold_quote(30, 40, None)]}
    for lacking in ({}, {"entities": None, "quotes": None}):
        evaluation = scored(gold, lacking)
        assert all(figure.f1 == 0 for figure in evaluation.figures.values())
        assert len(evaluation.differences) == 4


def test_articles_are_counted_together_not_averaged() -> None:
    one = doc(entity("a", "PERSON", (0, 1), canonical=["A"]))
    three = doc(*(entity(f"e{i}", "PERSON", (i * 2, i * 2 + 1), canonical=["A"]) for i in range(3)))
    found = doc(entity("x", "PERSON", (0, 1), canonical="A"))
    evaluation = evaluate([Case("1", one, found), Case("2", three, {})])
    assert evaluation.documents == 2
    assert prf(evaluation, "entities") == (1.0, 0.25, 0.4, 4)


def test_no_articles_at_all() -> None:
    assert all(figure.f1 == 0 and figure.n == 0 for figure in evaluate([]).figures.values())


def test_an_extraction_scores_like_its_json() -> None:
    text = "« Non », dit Lavrov. Lavrov part."
    lavrov = Entity(
        id="x",
        type="PERSON",
        canonical="Lavrov",
        mentions=(Mention(start=13, end=19, text="Lavrov"), Mention(start=21, end=27, text="Lavrov")),
    )
    told = Speaker(entity="x", text="Lavrov", start=13, end=19)
    result = Extraction(
        doc_id="a",
        model="m",
        entities=(lavrov,),
        quotes=(Quote(start=2, end=5, text="Non", kind="full", speaker=told),),
    )
    gold = doc(
        entity("l", "PERSON", (13, 19), canonical=["Sergueï Lavrov"]),
        quotes=(gold_quote(2, 5, "l", (13, 19)),),
    )
    evaluation = evaluate([Case("a", gold, result, text)])
    assert evaluation.to_json() == evaluate([Case("a", gold, result.model_dump(), text)]).to_json()
    assert evaluation.differences[0] == Difference("a", "entity", 21, 27, "Lavrov", "none", "PERSON", "Lavrov part.")
    assert evaluation.differences[1].sentence == "« Non », dit Lavrov."


def test_the_table_is_made_for_people() -> None:
    table = scored(GOLD, PREDICTED).table().splitlines()
    assert table[0] == "1 documents"
    assert table[1].split() == ["P", "R", "F1", "n"]
    assert table[2].split() == ["entities", "100.0", "100.0", "100.0", "3"]
    assert table[8].split() == ["canonical", "0.0", "2"]
    assert len(table) == 12


def test_what_is_no_case_is_told_by_its_place() -> None:
    with pytest.raises(ArgumentError, match=r"cases\[1\] is of type dict; give each as a Case"):
        evaluate([Case("a", doc(), doc()), {"gold": doc()}])  # type: ignore[list-item]
