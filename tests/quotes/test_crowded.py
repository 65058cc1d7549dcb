"""Sentences with more passages and pronouns than anybody writes: they are cut, and what is asked of them often is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplo_ner.quotes.grammar.prose import Prose
from diplo_ner.quotes.grammar.source import Source
from diplo_ner.quotes.grammar.syntax import Syntax, syntax_of
from diplo_ner.quotes.marks.passages import passages
from diplo_ner.quotes.reader import read_quotes
from diplo_ner.reading import read
from diplo_ner.text.words import words


def prose_of(text: str) -> Prose:
    found = passages(text)
    return Prose(Source(text, words(text), found, []), range(len(found)))


def test_a_sentence_is_closed_after_twenty_passages_and_none_is_lost() -> None:
    prose = prose_of("la « chose » de " * 50)
    assert [len(s.quotes) for s in prose.sentences] == [20, 20, 10]
    assert [q for s in prose.sentences for q in s.quotes] == list(range(50))
    assert [len(s.quotes) for s in prose_of("la « chose » de " * 6 + "tous.").sentences] == [6]


def test_each_line_counts_its_own_passages() -> None:
    prose = prose_of("\n\n".join(["la « chose » de " * 12 + "tous."] * 4))
    assert [len(s.quotes) for s in prose.sentences] == [12] * 4


def walked_back(syntax: Syntax, end: int) -> int:
    i = end - 1
    while i >= 0:
        if syntax.tokens[i].low == ")":
            while i > 0 and syntax.tokens[i].low != "(":
                i -= 1
        elif syntax.is_separator(i):
            return i + 1
        i -= 1
    return 0


@given(
    st.lists(st.sampled_from(["(", ")", ",", "–", ":", "[", "Paul", "dit", "« oui »", "qui"]), min_size=1, max_size=30)
)
@settings(max_examples=300, deadline=None)
def test_segments_start_where_walking_back_finds_it(bits: list[str]) -> None:
    for sentence in prose_of(" ".join(bits)).sentences:
        syntax = syntax_of(sentence)
        for end in range(-1, len(syntax.tokens) + 1):
            assert syntax.segment_start(end) == walked_back(syntax, end)


@pytest.mark.parametrize("crowd", ["Il dit « oui » et ", "qui dit « oui » "])
def test_a_crowd_of_passages_costs_little_more_than_sentences(crowd: str, seconds_of) -> None:
    def seconds(unit: str) -> float:
        text = unit * 60
        split = words(text)
        return seconds_of(lambda: read_quotes(text, split, []))

    seconds(crowd)
    assert any(seconds(crowd) < 8 * seconds("Il dit « oui ». ") for _ in range(3))


PRESS = "« Nous verrons », a déclaré la ministre. La Russie et l'Otan se taisent, selon le porte-parole. "
SLOW = [
    "« A ",
    "« a ",
    "“ a ",
    "» a ",
    'a " ',
    "« de ",
    "“a” b “",
    '"a" ',
    "« oui », dit-il, ",
    "qui dit « a » ",
    "« oui », selon lui, ",
]
"""The slowest that ``python -m fuzz.repeats`` has found, and what is like them."""
MOST = 11
"""How many times as long as prose one may take: 10,000 characters of prose take an eighth of a second on a busy machine. The
slowest takes seven times as long; when each passage asked anew what its sentence holds it was nineteen."""


@pytest.mark.parametrize("piece", SLOW)
def test_no_repeat_takes_many_times_as_long_as_prose(piece: str, seconds_of) -> None:
    def seconds(unit: str) -> float:
        text = (unit * 3000)[:3000]
        return seconds_of(lambda: read(text, []))

    seconds(piece)
    assert any(seconds(piece) < MOST * seconds(PRESS) for _ in range(5))
