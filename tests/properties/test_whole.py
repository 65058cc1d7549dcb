"""Whatever the text and whatever a model tags in it, the result is well formed."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from made_texts import any_text, check, french, mixed, spans_of, tagged, texts

from diplo_ner.corpus import merge_documents
from diplo_ner.reading import read
from diplo_ner.schema import Extraction


@given(tagged())
def test_every_result_is_well_formed(case):
    text, spans = case
    check(text, *read(text, spans))


@given(texts)
def test_so_is_that_of_a_model_that_tags_nothing(text):
    check(text, *read(text, []))


@given(tagged())
def test_equal_input_gives_equal_output(case):
    text, spans = case
    assert read(text, spans) == read(text, spans)


@given(tagged())
def test_results_outlive_their_json(case):
    text, spans = case
    entities, quotes, _ = read(text, spans)
    result = Extraction(doc_id="d", model="m", entities=entities, quotes=quotes)
    assume(not any("\ud800" <= c <= "\udfff" for c in text))
    assert Extraction.model_validate_json(result.model_dump_json()).model_dump() == result.model_dump()


@given(st.lists(tagged(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_documents_of_a_run_stay_well_formed_in_any_order(cases, random):
    alone = []
    for number, (text, spans) in enumerate(cases):
        entities, quotes, _ = read(text, spans)
        alone.append(Extraction(doc_id=str(number), model="m", entities=entities, quotes=quotes))
    random.shuffle(alone)
    merged = merge_documents(alone)
    assert [e.doc_id for e in merged] == [e.doc_id for e in alone]
    for before, after in zip(alone, merged, strict=True):
        check(cases[int(after.doc_id)][0], after.entities, after.quotes)
        assert _spans(before) == _spans(after)


@given(st.one_of(french, mixed).flatmap(lambda t: st.tuples(st.just(t), spans_of(t))), any_text)
def test_what_is_read_before_leaves_no_trace(case, other):
    text, spans = case
    before = read(text, spans)
    read(other, [])
    assert read(text, spans) == before


def _spans(extraction):
    mentions = sorted((m.start, m.end, e.type) for e in extraction.entities for m in e.mentions)
    return mentions, [(q.start, q.end, q.speaker and q.speaker.start) for q in extraction.quotes]
