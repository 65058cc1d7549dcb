"""What a store answers: names in any spelling, words by stem, filters that all hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from stored import EVIL, articles, evil, make

from diplo_ner.errors import ConfigurationError
from diplo_ner.store.exports import hit_markdown, write_hits
from diplo_ner.store.names import begins_with, find_entities
from diplo_ner.store.opening import open_store
from diplo_ner.store.query import Query, first_day, last_day, terms_of
from diplo_ner.store.searching import Search

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

pytest.importorskip("duckdb")
ALL = {"La désescalade est possible avec l'OTAN", "Nous négocierons sans ligne rouge", "Rien n'est négocié", "Pas de guerre",
       "La guerre s'éloigne", "On verra."}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    connection = open_store(make(tmp_path_factory.mktemp("store") / "s.duckdb", articles()))
    yield connection
    connection.close()


def said(store: DuckDBPyConnection, **asked: object) -> list[str]:
    search = Search(store, Query(**asked))  # type: ignore[arg-type]
    hits = search.hits()
    assert search.count() == len(hits)
    return [hit.text for hit in hits]


def test_empty_query_gives_all_the_latest_first_without_a_date_last(store: DuckDBPyConnection) -> None:
    found = said(store)
    assert found[:2] == ["Rien n'est négocié", "Pas de guerre"]
    assert found[-2:] == ["La guerre s'éloigne", "On verra."]
    assert set(found) == ALL


@pytest.mark.parametrize("name", ["Lavrov", "Sergei Lavrov", "LAVROV", "M. Lavrov", "Сергей Лавров", "serguei-lavrov"])
def test_speaker_is_found_in_any_spelling(store: DuckDBPyConnection, name: str) -> None:
    assert said(store, speaker=(name,)) == ["Rien n'est négocié", "La désescalade est possible avec l'OTAN"]


@pytest.mark.parametrize("name", ["OTAN", "NATO", "Alliance atlantique", "Organisation du traité de l'Atlantique nord"])
def test_what_a_quote_is_about_is_found_in_any_name(store: DuckDBPyConnection, name: str) -> None:
    assert said(store, about=(name,)) == ["La désescalade est possible avec l'OTAN"]


def test_speaker_is_not_what_a_sentence_is_about(store: DuckDBPyConnection) -> None:
    assert said(store, about=("Lavrov",)) == []


def test_nobody_of_that_name_gives_nothing(store: DuckDBPyConnection) -> None:
    search = Search(store, Query(speaker=("Zorglub",)))
    assert search.hits() == []
    assert search.meant == {"speaker": {"Zorglub": []}}
    assert find_entities(store, "***") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("desescalade", ["La désescalade est possible avec l'OTAN"]),
        ("DÉSESCALADES", ["La désescalade est possible avec l'OTAN"]),
        ("négociation", ["Rien n'est négocié", "Nous négocierons sans ligne rouge"]),
        ("negociee", ["Rien n'est négocié", "Nous négocierons sans ligne rouge"]),
        ("guerre AND éloigner", ["La guerre s'éloigne"]),
        ('"ligne rouge"', ["Nous négocierons sans ligne rouge"]),
        ('"rouge ligne"', []),
        ('"LIGNES rouges"', []),
        ("« pas de guerre »", ["Pas de guerre"]),
        ('"pas de" guerre', ["Pas de guerre"]),
        ('"n\'est negocie"', ["Rien n'est négocié"]),
        ('"est n"', []),
        ('"sans ligne" "ligne rouge"', ["Nous négocierons sans ligne rouge"]),
        ("de la et", sorted(ALL)),
        ("zorglub", []),
        ("guerre zorglub", []),
    ],
)
def test_words_are_found_by_stem_and_phrases_as_they_stand(
    store: DuckDBPyConnection, words: str, found: list[str]
) -> None:
    assert sorted(said(store, text=words)) == sorted(found)


@pytest.mark.parametrize("words", ["'", '"', "%", "\\", "');DROP TABLE quotes;--", '"(a+)+$"', "\0", "?" * 50])
def test_words_of_any_kind_are_no_sql_and_no_pattern(store: DuckDBPyConnection, words: str) -> None:
    said(store, text=words)
    said(store, speaker=(words,), about=(words,), source=(words,), country=(words,))
    assert set(said(store)) == ALL


def test_filters_all_hold(store: DuckDBPyConnection) -> None:
    assert said(store, country=("Russie",)) == said(store, country=("RU",)) == said(store, speaker=("Lavrov",))
    assert said(store, type=("ORGANISATION",)) == ["La guerre s'éloigne"]
    assert said(store, since=date(2023, 1, 1)) == ["Rien n'est négocié", "Pas de guerre"]
    assert said(store, until=date(2022, 3, 1), speaker=("Blinken",)) == ["Nous négocierons sans ligne rouge"]
    assert said(store, until=date(2022, 2, 28)) == []
    assert len(said(store, source=("le monde",))) == 2
    assert len(said(store, source=("monde diplo",))) == 2
    assert "On verra." not in said(store, min_confidence=0.6)
    assert said(store, speaker=("Lavrov", "Blinken"), text="négocier") == [
        "Rien n'est négocié",
        "Nous négocierons sans ligne rouge",
    ]


def test_words_of_the_article_around_a_quote(store: DuckDBPyConnection) -> None:
    assert said(store, article="écouter") == [
        "La désescalade est possible avec l'OTAN",
        "Nous négocierons sans ligne rouge",
    ]
    assert said(store, article="diplomates", text="guerre") == ["Pas de guerre"]
    assert said(store, article="zorglub") == []
    with pytest.raises(ConfigurationError, match="in quotes only"):
        Query(article='"sans ligne"')


def test_hit_tells_all_of_a_quote(store: DuckDBPyConnection) -> None:
    hit = Search(store, Query(text="désescalade")).hits()[0]
    assert (hit.doc_id, str(hit.date), hit.source, hit.title) == ("un", "2022-03-01", "Le Monde", "À Genève")
    assert (hit.speaker_id, hit.speaker, hit.by, hit.cue) == (
        "serguei-lavrov",
        "Sergueï Lavrov",
        "Sergueï Lavrov",
        "a déclaré",
    )
    assert hit.context == articles()[0][1].splitlines()[0]
    assert hit.about == (("otan", "OTAN"), ("moscou", "Moscou"))
    assert Search(store, Query(text="verra")).hits()[0].who == ""
    assert Search(store, Query(text="pas guerre")).hits()[0].who == "un diplomate"


def test_counts_per_period_and_facets(store: DuckDBPyConnection) -> None:
    search = Search(store, Query())
    assert search.per("month") == [("2022-03", 2), ("2023-05", 2)]
    assert search.per("year") == [("2022", 2), ("2023", 2)]
    facets = search.facets(most=2)
    assert facets["speaker"][0] == ("serguei-lavrov", "Sergueï Lavrov", 2)
    assert facets["source"] == [("Le Figaro", "Le Figaro", 2), ("Le Monde", "Le Monde", 2)]
    with pytest.raises(ValueError, match="week"):
        search.per("week")  # type: ignore[arg-type]


def test_pages_of_answers_are_the_answers(store: DuckDBPyConnection) -> None:
    search = Search(store, Query())
    pages = [hit for place in range(0, 6, 2) for hit in search.hits(limit=2, offset=place)]
    assert pages == search.hits() == list(search.each())
    dated = [hit.date for hit in search.hits(oldest_first=True) if hit.date]
    assert dated == sorted(dated)


def test_names_that_begin_so_are_proposed(store: DuckDBPyConnection) -> None:
    assert [found.canonical for found in begins_with(store, "serg")] == ["Sergueï Lavrov"]
    assert [found.canonical for found in begins_with(store, "antony bli")] == ["Antony Blinken"]
    assert begins_with(store, " ") == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "mot " * 100}, {"speaker": ("x" * 500,)}, {"speaker": ("x",) * 50}, {"type": ("PLANET",)},
        {"min_confidence": 1.5}, {"since": date(2023, 1, 1), "until": date(2022, 1, 1)},
    ],
)  # fmt: skip
def test_query_that_cannot_be_asked_is_told(wrong: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError):
        Query(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("told", ["", "hier", "2022-13", "2022-02-30", "22", "2022-1-1-1", "0000"])
def test_date_that_is_none_is_told(told: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(ConfigurationError, match="no date"):
            read(told)


def test_term_ends_with_the_text() -> None:
    assert [term.words for term in terms_of('paix "ligne rou')] == [("paix",), ("ligne", "rou")]


def test_markdown_lets_nothing_act(tmp_path: Path) -> None:
    connection = open_store(make(tmp_path / "s.duckdb", [evil()]))
    hit = Search(connection, Query()).hits()[0]
    line = hit_markdown(hit)
    assert "<script>" not in line and "javascript" not in line
    assert hit.text == EVIL
    out = BytesIO()
    write_hits([hit], out, "csv", excel=True)
    assert len(out.getvalue().decode("utf-8-sig").splitlines()) == 2


def test_markdown_is_ready_to_paste(store: DuckDBPyConnection) -> None:
    hit = Search(store, Query(text="désescalade")).hits()[0]
    assert hit_markdown(hit) == (
        "- « La désescalade est possible avec l'OTAN » — Sergueï Lavrov, "
        "[À Genève](https://exemple.fr/un), *Le Monde*, 1er mars 2022"
    )
