"""The table of choice: which evidence goes before which, and that nothing else tells an order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from quote_markup import check

from diplo_ner.quotes.candidate import Evidence, Link, Place, place_of
from diplo_ner.quotes.candidates import DETECTORS
from diplo_ner.quotes.choice import choose, order
from diplo_ner.quotes.comparisons import BESIDE
from diplo_ner.quotes.conditions import ALONE, PLACE
from diplo_ner.quotes.grammar.prose import Prose
from diplo_ner.quotes.grammar.source import Source
from diplo_ner.quotes.marks.passages import passages
from diplo_ner.schema import Speaker
from diplo_ner.tables import rows
from diplo_ner.text.words import words

TABLE = list(rows("diplo_ner.quotes", "choice.csv"))


def place(text: str) -> Place:
    found = passages(text)
    prose = Prose(Source(text, words(text), found, []), range(len(found)))
    return place_of(prose.of_quote[0], 0)


def link(rule: str) -> Callable[[], Evidence]:
    return lambda: Link(Speaker(entity=None, text="x", start=0, end=1), None, rule)


def never() -> Evidence:
    raise AssertionError("this evidence could not win, and need not be looked for")


def test_every_detector_has_its_place_and_every_place_a_detector() -> None:
    assert {row["evidence"] for row in TABLE if row["rank"]} == DETECTORS
    assert {row["evidence"] for row in TABLE} | {row["over"] for row in TABLE if row["over"]} == DETECTORS


def test_every_row_has_a_reason_and_every_condition_a_row() -> None:
    assert all(row["reason"] for row in TABLE)
    asked = {word.removeprefix("not ") for row in TABLE for word in row["when"].split("|") if word}
    assert asked == {*PLACE, *ALONE, *BESIDE}


def test_conditions_have_names_of_their_own_and_a_line_that_tells_them() -> None:
    every = [*PLACE.items(), *ALONE.items(), *BESIDE.items()]
    assert len({name for name, _ in every}) == len(every)
    assert all(condition.__doc__ for _, condition in every)


@pytest.mark.parametrize("column", ["when", "rank"])
def test_a_bad_row_fails_at_once(column: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = [dict(row) for row in TABLE]
    bad[0][column] = "" if column == "rank" else "not known"
    monkeypatch.setattr("diplo_ner.quotes.choice.rows", lambda *_: iter(bad))
    order.cache_clear()
    with pytest.raises(ValueError, match=r"choice\.csv, named-author"):
        order()
    order.cache_clear()


def test_the_smaller_rank_wins_and_what_cannot_win_is_not_looked_for() -> None:
    here = place("Il est venu « hier soir ».")
    found = choose({"fragment": never, "same-sentence": link("same-sentence")}, here)
    assert found is not None
    assert (found.detector, found.evidence.rule) == ("same-sentence", "same-sentence")
    assert choose({}, here) is None


def test_evidence_that_no_row_allows_is_left_out() -> None:
    alone, narrated = place("« Nous verrons. »"), place("Il est venu « hier soir ».")
    assert choose({"fragment": link("chain-fragment")}, alone) is None
    assert choose({"fragment": link("chain-fragment")}, narrated) is not None
    assert choose({"goes-on": link("chain")}, alone) is not None


ORDER = [
    # an incise beside the words goes before the verb in front of them
    "{ferro|Ivo Ferro} a répété que « le pont tiendra »<nagy>, a dit {nagy|Eva Nagy}.",
    # an outlet that passes words on gives way to the verb's subject
    "{ferro|Ivo Ferro} a promis un pont « solide »<ferro>, rapporte l’{+afp|AFP}.",
    # "Selon X" holds for what Y does, but not for the words that Y is told to say
    "Selon {nagy|Eva Nagy}, {ferro|Ivo Ferro} a fait du pont un chantier « solide »<nagy>.",
    "Selon {nagy|Eva Nagy}, {ferro|Ivo Ferro} a affirmé que le pont était « solide »<ferro>.",
    # a source at the end of the sentence holds for all of it
    "Le pont est « solide »<nagy> et la route est sûre, selon {nagy|Eva Nagy}.",
    # the infinitive of narration goes on with the one who spoke, whatever its verb
    "« Le pont tiendra »<ferro>, a dit {ferro|Ivo Ferro}. Et de donner pour preuve le fait que {nagy|Eva Nagy} "
    "répète les mêmes calculs « chaque matin »<ferro>.",
]


@pytest.mark.parametrize("source", ORDER)
def test_the_order_of_evidence(source: str) -> None:
    check(source)
