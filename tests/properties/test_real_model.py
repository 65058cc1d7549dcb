"""With a real model before it, on texts that nobody wrote and on articles."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from made_texts import check, texts

from diplo_ner import extract, extract_many, load

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
FEW = settings(max_examples=25 if os.environ.get("HYPOTHESIS_PROFILE") != "long" else 500)


@cache
def nlp():
    return load("fr_core_news_sm")


@cache
def articles() -> tuple[str, ...]:
    return tuple(path.read_bytes().decode("utf-8") for path in sorted(ARTICLES.glob("*.txt")))


@FEW
@given(texts)
def test_every_result_is_well_formed(text):
    result = extract(text, doc_id="d", nlp=nlp())
    check(text, result.entities, result.quotes, result.rejected)
    assert result == extract(text, doc_id="d", nlp=nlp())


@FEW
@given(st.lists(texts, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_a_document_is_read_alike_wherever_it_stands(made, random):
    made = [*made, articles()[len(made) % len(articles())]]
    order = list(range(len(made)))
    random.shuffle(order)
    shuffled = list(extract_many([made[i] for i in order], doc_ids=[str(i) for i in order], nlp=nlp()))
    assert [r.doc_id for r in shuffled] == [str(i) for i in order]
    by_id = {r.doc_id: r for r in shuffled}
    assert [by_id[str(i)] for i in range(len(made))] == [
        extract(text, doc_id=str(i), nlp=nlp()) for i, text in enumerate(made)
    ]


def test_what_stands_between_odd_characters_is_still_found():
    for odd in ("\ufeff", "\x00", "\u200b", "\u202e", "👍🏽", "\ud800", "\r\n"):
        text = f"{odd} « Nous verrons », a déclaré Sergueï Lavrov à Genève.{odd}"
        result = extract(text, nlp=nlp())
        check(text, result.entities, result.quotes)
        assert [(q.text, q.speaker and q.speaker.entity) for q in result.quotes] == [("Nous verrons", "serguei-lavrov")]
