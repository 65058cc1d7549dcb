"""read_quotes: what comes out of an article, whatever goes in."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quote_markup import marked, read

from diplo_ner.quotes.confidence import (
    AS_MEASURED,
    Line,
    confidence,
    measured,
    precision,
    unseen_line,
    weights,
)
from diplo_ner.quotes.grammar.prose import Prose
from diplo_ner.quotes.grammar.source import Source
from diplo_ner.quotes.marks.passages import passages
from diplo_ner.quotes.reader import Reading, name_spans, read_quotes
from diplo_ner.schema import Entity, Mention, Quote
from diplo_ner.tables import rows
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
def test_reader_is_linear_in_the_length_of_the_text(unit: str, seconds_of) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        tokens = words(text)
        return seconds_of(lambda: read_quotes(text, tokens, []))

    seconds(60)
    assert any(seconds(480) < 24 * max(seconds(60), 0.004) for _ in range(3))


def test_reader_a_text_without_marks_costs_nothing(seconds_of) -> None:
    text = "Le fleuve monte et la ville attend. " * 4000
    tokens = words(text)
    assert read_quotes(text, tokens, []) == ()
    assert any(seconds_of(lambda: read_quotes(text, tokens, [])) < seconds_of(lambda: words(text)) for _ in range(3))


COUNTS = {
    "all": (90, 100),
    "plain": (45, 50),
    "rare": (0, 1),
    "+pronoun": (8, 10),
    "plain+pronoun": (5, 5),
    "quote 0.9": (19, 20),
}


def test_confidence_draws_a_share_towards_what_is_known_of_its_kind() -> None:
    overall = (90 + 0.7 * 5) / 105
    plain, pronoun = (45 + overall * 5) / 55, (8 + overall * 5) / 15
    expected = {
        "plain": plain,
        "rare": overall * 5 / 6,
        "never counted": 0.7,
        "plain+pronoun": (5 + min(plain, pronoun) * 5) / 10,
        "plain+never counted": min(plain, overall),
        "never counted+pronoun": 0.7,
    }
    assert {rule: precision(rule, COUNTS) for rule in expected} == pytest.approx(expected, abs=1e-12)
    assert precision("plain", {}) == precision("plain+pronoun", {}) == 0.7


def test_confidence_is_that_of_the_quote_times_that_of_the_speaker() -> None:
    weighed = {"always": 1.0, "type:PERSON": 1.0}
    speaker = 1 / (1 + math.exp(-2.0))
    traits = ("rule:plain", "type:PERSON")
    told = partial(confidence, traits, table=COUNTS, weighed=weighed, line=AS_MEASURED)
    assert told(0.96) == round((19 + 0.96 * 10) / 30 * speaker, 2)
    assert told(0.5) == round(0.5 * speaker, 2)
    assert confidence((), 1.0, table={}, weighed={}, line=AS_MEASURED) == 0.5


def test_confidence_is_lower_on_articles_that_nobody_has_read_where_it_is_not_sure() -> None:
    line = Line(2.0, 0.0, -1.0)
    assert line.over(0.5) == pytest.approx(1 / (1 + math.exp(1.0)))
    assert line.over(1.0) == line.over(0.999) < 1
    assert confidence((), 1.0, table={}, weighed={}, line=line) == 0.27
    assert Line(2.0, 1.0, -1.0).over(0.5) == line.over(0.5) < line.over(0.99) < Line(2.0, 1.0, -1.0).over(0.99)
    shares = [unseen_line().over(share / 100) for share in range(101)]
    assert shares == sorted(shares)
    assert all(told < share / 100 for share, told in enumerate(shares) if 20 <= share <= 95)


def test_confidence_counts_of_the_package_add_up() -> None:
    """Each quote is counted once: by its band, by its rule, by the way its speaker was resolved, and by both."""
    counts = {row["rule"]: (int(row["right"]), int(row["all"])) for row in rows("diplo_ner.quotes", "confidence.csv")}
    assert all(0 <= right <= count for right, count in counts.values())

    def total(names: Iterable[str]) -> tuple[int, int]:
        found = [counts[name] for name in names]
        return sum(right for right, _ in found), sum(count for _, count in found)

    bands = [name for name in counts if name.startswith("quote ")]
    plain = [name for name in counts if "+" not in name and name not in ("all", *bands)]
    assert total(plain) == counts["all"]
    assert total(bands)[0] == counts["all"][1] and total(bands)[1] > 2000
    both = [name for name in counts if "+" in name and not name.startswith("+")]
    for way in (name for name in counts if name.startswith("+")):
        assert total(name for name in both if name.endswith(way)) == counts[way]
    for rule in plain:
        right, count = total(name for name in both if name.startswith(f"{rule}+"))
        assert right <= counts[rule][0] and count - right <= counts[rule][1] - counts[rule][0]
        assert 0 < precision(rule) < 1


def test_confidence_orders_rules_as_they_were_measured() -> None:
    counts = measured()
    often = sorted(
        (right / count, name) for name, (right, count) in counts.items() if count >= 50 and name[0] not in "+q"
    )
    assert len(often) >= 8
    for (share, rule), (better_share, better) in pairwise(often):
        if better_share - share > 0.05:
            assert precision(better) > precision(rule), (better, rule)
    assert precision("incise-noun") > precision("chain-fragment")
    assert precision("incise-noun") >= precision("incise-noun+description")


def test_confidence_is_lowered_by_doubt_about_the_quote() -> None:
    assert confidence(["rule:incise-noun"], 0.5) < confidence(["rule:incise-noun"], 1.0)


def test_confidence_weighs_traits_that_are_observed() -> None:
    """Each weight of the package is that of a rule, a way or another trait that reading gives."""
    kinds = {name.partition(":")[0] for name in weights()} - {"always"}
    assert kinds <= {"rule", "way", "type", "people", "quotes", "mentions", "distance"} | {
        "known",
        "full-name",
        "cue",
        "behind",
        "in-front",
        "other-line",
        "rival",
    }
    assert weights()["always"] and len(weights()) > 40


def test_reader_traits_tell_what_stands_between_quote_and_speaker() -> None:
    text = "« Rien n’est joué », a dit Nora Diaz."
    diaz = Entity(
        id="diaz", type="PERSON", canonical="Nora Diaz", mentions=(Mention(start=27, end=36, text="Nora Diaz"),)
    )
    [traits] = read_quotes(text, words(text), [diaz], rejected=True).traits
    assert traits == (
        "rule:incise-noun",
        "people:1",
        "quotes:1",
        "cue",
        "type:PERSON",
        "mentions:1",
        "full-name",
        "behind",
        "distance:1",
    )


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


def test_reader_a_passage_that_nobody_says_must_be_likely_to_be_a_quote() -> None:
    text = "Le pont, désigné comme « prioritaire », est fermé. Il faudra attendre demain."
    found = read_quotes(text, words(text), [], rejected=True)
    assert not found.quotes
    [refused] = found.rejected
    assert (refused.text, refused.rule) == ("prioritaire", "unclaimed")
    assert refused.confidence > 0.8
