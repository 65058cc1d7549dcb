"""read_quotes: what comes out of an article, whatever goes in."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quote_markup import marked, read

from diplo_ner.lexicon.tables import rows
from diplo_ner.quotes.confidence import confidence, precision
from diplo_ner.quotes.grammar.prose import Prose, Source
from diplo_ner.quotes.marks.passages import passages
from diplo_ner.quotes.reader import Reading, name_spans, read_quotes
from diplo_ner.schema import Entity, Mention, Quote
from diplo_ner.text.words import words

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
TEXT = "Le film « Les Lointains » est sorti. « Je suis comblée », a dit {diaz|Nora Diaz}."


def gold(path: Path) -> tuple[str, list[Entity], list[dict[str, object]]]:
    with path.with_suffix(".txt").open(encoding="utf-8", newline="") as lines:
        text = lines.read()
    held = json.loads(path.read_text("utf-8"))
    entities = [
        Entity(
            id=e["id"],
            type=e["type"],
            canonical=e["canonical"][0],
            country=e.get("country"),
            mentions=tuple(Mention(start=m["start"], end=m["end"], text=m["text"]) for m in e["mentions"]),
        )
        for e in held["entities"]
    ]
    return text, entities, held["quotes"]


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def right(found: Quote, wanted: dict[str, object]) -> bool:
    speaker = found.speaker
    if wanted["speaker"] is None:
        return speaker is None
    if wanted["speaker"] == "unnamed":
        by = wanted["by"]
        assert isinstance(by, dict)
        return (
            speaker is not None
            and speaker.entity is None
            and overlap((speaker.start, speaker.end), (by["start"], by["end"])) > 0
        )
    return speaker is not None and speaker.entity == wanted["speaker"]


@pytest.mark.parametrize("path", sorted((FIXTURES / "articles").glob("*.json")), ids=lambda p: p.stem)
def test_reader_gives_the_quotes_of_the_five_articles_to_their_speakers(path: Path) -> None:
    text, entities, wanted = gold(path)
    quotes = read_quotes(text, words(text), entities)
    pairs = [
        (
            q,
            next(
                (w for w in wanted if overlap((q.start, q.end), (w["start"], w["end"])) > 0.8 * (q.end - q.start)), None
            ),
        )  # type: ignore[arg-type]
        for q in quotes
    ]
    assert len([w for _, w in pairs if w]) == len(wanted)
    assert [q.text for q, w in pairs if w and not right(q, w)] == []


def test_reader_tells_rejected_passages_when_asked() -> None:
    told = marked(TEXT)
    found = read_quotes(told.text, words(told.text), told.entities, rejected=True)
    assert isinstance(found, Reading)
    assert [q.text for q in found.quotes] == ["Je suis comblée"]
    assert [(r.text, told.text[r.start : r.end]) for r in found.rejected] == [("Les Lointains", "Les Lointains")]
    assert all(r.rule for r in found.rejected)


def test_reader_gives_the_same_quotes_with_and_without_the_rejected() -> None:
    told = marked(TEXT)
    tokens = words(told.text)
    assert (
        read_quotes(told.text, tokens, told.entities)
        == read_quotes(told.text, tokens, told.entities, rejected=True).quotes
    )


@pytest.mark.parametrize(
    "text", ["", " ", "Rien à citer ici.", "«", "»»»", "« »", "selon", "« Non », a-t-il", "\ufeff« Oui », dit-il.\r\n"]
)
def test_reader_takes_any_text(text: str) -> None:
    assert isinstance(read_quotes(text, words(text), []), tuple)


def test_reader_without_entities_keeps_the_words() -> None:
    text = "« Je suis comblée », a dit Nora Diaz."
    (quote,) = read_quotes(text, words(text), [])
    assert quote.speaker is not None
    assert (quote.speaker.entity, quote.speaker.text) == (None, "Nora Diaz")


def test_reader_is_not_misled_by_a_false_mention() -> None:
    text = "« Je suis comblée », a dit Nora Diaz lundi."
    false = Entity(id="je", type="PERSON", canonical="Je", mentions=(Mention(start=2, end=4, text="Je"),))
    nora = Entity(
        id="diaz", type="PERSON", canonical="Nora Diaz", mentions=(Mention(start=27, end=36, text="Nora Diaz"),)
    )
    (quote,) = read_quotes(text, words(text), [false, nora])
    assert quote.speaker is not None
    assert quote.speaker.entity == "diaz"


def test_reader_names_do_not_overlap_and_the_longer_wins() -> None:
    long = Entity(id="a", type="ORGANISATION", canonical="x", mentions=(Mention(start=0, end=9, text="x" * 9),))
    short = Entity(
        id="b",
        type="PLACE",
        canonical="y",
        mentions=(Mention(start=0, end=4, text="x" * 4), Mention(start=12, end=14, text="yy")),
    )
    title = Entity(
        id="c", type="PERSON", canonical="z", mentions=(Mention(start=20, end=24, text="zzzz", kind="title"),)
    )
    assert [(s, e, x.id) for s, e, x in name_spans([short, title, long])] == [(0, 9, "a"), (12, 14, "b")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "« ",
                " »",
                '"',
                "“",
                "”",
                ", ",
                ". ",
                "a-t-il dit",
                "Nora Diaz",
                "selon ",
                "que ",
                "qui ",
                " : ",
                "\n",
                "(",
                ")",
                "il ",
                "a ",
                "dit ",
                "l’un de ",
                "pour ",
                "et de ",
                "\u00ad",
                "M. ",
                "ce dernier ",
                "été ",
                "le ministre ",
                "🙂",
                "d’",
                "12 % des ",
            ]
        ),
        max_size=40,
    )
)
def test_reader_never_fails_and_its_offsets_hold(parts: list[str]) -> None:
    text = "".join(parts)
    at = text.find("Nora Diaz")
    entities = (
        []
        if at < 0
        else [
            Entity(
                id="diaz",
                type="PERSON",
                canonical="Nora Diaz",
                mentions=(Mention(start=at, end=at + 9, text="Nora Diaz"),),
            )
        ]
    )
    tokens = words(text)
    quotes = read_quotes(text, tokens, entities)
    assert quotes == read_quotes(text, tokens, entities)
    assert [q.start for q in quotes] == sorted(q.start for q in quotes)
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text
        assert 0 <= quote.confidence <= 1
        assert quote.rule
        if quote.speaker is not None:
            assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.text != ""
        if quote.cue is not None:
            assert quote.cue in text


@pytest.mark.parametrize(
    "unit",
    [
        "Il dit « oui » et ",
        "« Oui. » ",
        "« Non », a-t-il dit. ",
        "la « chose » de ",
        "Il a dit que « oui », que ",
    ],
)
def test_reader_is_linear_in_the_length_of_the_text(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        tokens = words(text)
        start = time.process_time()
        read_quotes(text, tokens, [])
        return time.process_time() - start

    seconds(60)
    short = min(seconds(60) for _ in range(2))
    assert seconds(480) < 24 * max(short, 0.004)


def test_reader_a_text_without_marks_costs_nothing() -> None:
    text = "Le fleuve monte et la ville attend. " * 4000
    tokens = words(text)
    start = time.process_time()
    assert read_quotes(text, tokens, []) == ()
    assert time.process_time() - start < 0.5


def test_confidence_measured_rules_are_ordered_and_bounded() -> None:
    for row in rows("diplo_ner.quotes", "confidence.csv"):
        assert 0 <= int(row["right"]) <= int(row["all"])
        if not row["rule"].startswith("+"):
            assert 0 < precision(row["rule"]) < 1
    assert precision("incise-noun") > max(precision("chain-fragment"), precision("never measured"))
    assert precision("incise-noun") >= precision("incise-noun+description")


def test_confidence_is_lowered_by_doubt_about_the_quote() -> None:
    assert confidence("incise-noun", 0.5) < confidence("incise-noun", 1.0)


def test_reader_confidence_is_higher_for_a_plain_report() -> None:
    plain, guessed = (
        read("« Rien n’est joué », a dit {diaz|Nora Diaz}."),
        read("{diaz|Nora Diaz} a parlé d’un match « rude ». Le stade fut une « fournaise à ciel ouvert »."),
    )
    assert plain[0].confidence > guessed[-1].confidence


@pytest.mark.parametrize(
    "text",
    [
        "Il est venu (« NON ! ») hier.",
        "Le maire (« OUI ») et le préfet (« NON ») ont parlé.",
        "« A » (« B ») « C »",
        "Paul (UDC) a dit (« OUI ») que non (PS).",
    ],
)
def test_every_passage_is_a_token_of_the_one_sentence_that_holds_it(text):
    found = passages(text)
    prose = Prose(Source(text, words(text), found, []), range(len(found)))
    held = [token.quote for sentence in prose.sentences for token in sentence.tokens if token.quote >= 0]
    assert held == list(range(len(found)))
    assert all(prose.of_quote[q].tokens[prose.of_quote[q].index_of(q)].quote == q for q in held)
    read(text)
