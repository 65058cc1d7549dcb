"""What a store tells of an entity."""

from __future__ import annotations

from pathlib import Path

import pytest
from stored import articles, make

from diplo_ner.io.sentences import Surroundings
from diplo_ner.schema import Entity, Extraction, Mention, Quote, Speaker
from diplo_ner.store.documents import get_document
from diplo_ner.store.dossiers import get_profile, role_words
from diplo_ner.store.opening import open_store
from diplo_ner.store.query import Query
from diplo_ner.store.searching import Search

pytest.importorskip("duckdb")

TEXT = (
    "Le chef du gouvernement Paul Lenoir et la ministre Anne Leblanc arrivent. « Nous partons », ont dit Paul Lenoir et "
    "Anne Leblanc. Paul Lenoir, chef du gouvernement, a ajouté : « Demain. » « Non », a dit le maire de Vienne. "
    "« Si », a dit ce dernier."
)


def span(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


def told(name: str, *starts: int) -> Entity:
    mentions = tuple(Mention(start=start, end=start + len(name), text=name) for start in starts)
    return Entity(id=name.lower().replace(" ", "-"), type="PERSON", canonical=name, mentions=mentions)


def speaker(entity: str, words: str, after: int = 0) -> Speaker:
    start, end = span(words, after)
    return Speaker(entity=entity, text=words, start=start, end=end)


def article() -> tuple[Extraction, str]:
    said = TEXT.index("ont dit")
    lenoir = [at for at in range(len(TEXT)) if TEXT.startswith("Paul Lenoir", at)]
    leblanc = [at for at in range(len(TEXT)) if TEXT.startswith("Anne Leblanc", at)]
    quotes = [
        ("Nous partons", speaker("paul-lenoir", "Paul Lenoir", said), (speaker("anne-leblanc", "Anne Leblanc", said),)),
        ("Demain.", speaker("paul-lenoir", "Paul Lenoir", said), ()),
        ("Non", speaker("paul-lenoir", "le maire de Vienne"), ()),
        ("Si", speaker("paul-lenoir", "ce dernier"), ()),
    ]
    made = tuple(
        Quote(
            start=span(f"« {words}")[0] + 2, end=span(f"« {words}")[1], text=words, kind="full", cue="a dit", speaker=who,
            co_speakers=others, confidence=0.9, rule="incise-noun",
        )
        for words, who, others in quotes
    )  # fmt: skip
    entities = (told("Paul Lenoir", *lenoir), told("Anne Leblanc", *leblanc))
    return Extraction(doc_id="d", model="m-1", entities=entities, quotes=made), TEXT


def test_roles_come_from_words_beside_names_and_in_their_place(tmp_path: Path) -> None:
    connection = open_store(make(tmp_path / "s.duckdb", [article(), *articles()]))
    lenoir, leblanc = get_profile(connection, "paul-lenoir"), get_profile(connection, "anne-leblanc")
    assert lenoir is not None and leblanc is not None
    assert role_words(connection, lenoir.entity) == [("chef du gouvernement", 2), ("maire de Vienne", 1)]
    assert role_words(connection, leblanc.entity) == [("ministre", 1)]
    connection.close()


def test_those_who_speak_together_are_kept_and_found(tmp_path: Path) -> None:
    read, text = article()
    connection = open_store(make(tmp_path / "s.duckdb", [(read, text)]))
    found = get_document(connection, "d")
    assert found is not None and found.extraction.quotes == read.quotes
    hits = Search(connection, Query(speaker=("Anne Leblanc",))).hits()
    assert [(hit.text, hit.speaker, hit.co_speakers) for hit in hits] == [
        ("Nous partons", "Paul Lenoir", (("anne-leblanc", "Anne Leblanc"),))
    ]
    leblanc = get_profile(connection, "anne-leblanc")
    assert leblanc is not None and (leblanc.quotes, leblanc.quotes_about) == (1, 0)
    connection.close()


def test_those_who_speak_together_are_found_by_country_and_type_and_counted_once_for_each(tmp_path: Path) -> None:
    read, text = article()
    first, second = read.entities
    of_two = (first.model_copy(update={"country": "FR"}), second.model_copy(update={"country": "DE"}))
    connection = open_store(make(tmp_path / "s.duckdb", [(read.model_copy(update={"entities": of_two}), text)]))
    for query in (Query(country=("Allemagne",)), Query(country=("DE",), type=("PERSON",)), Query(text="partons")):
        assert [hit.text for hit in Search(connection, query).hits()] == ["Nous partons"]
    facets = Search(connection, Query()).facets()
    assert facets["type"] == [("PERSON", "PERSON", 4)]
    assert facets["country"] == [("FR", "FR", 4), ("DE", "DE", 1)]
    assert facets["speaker"] == [("paul-lenoir", "Paul Lenoir", 4), ("anne-leblanc", "Anne Leblanc", 1)]
    table = connection.execute("SELECT speaker_id, co_speakers FROM quote_table ORDER BY start LIMIT 1").fetchone()
    assert table == ("paul-lenoir", "anne-leblanc")
    connection.close()


def test_what_is_about_those_who_speak_together(tmp_path: Path) -> None:
    read, text = article()
    both = ["paul-lenoir", "anne-leblanc"]
    shared = read.quotes[0]
    alone = shared.model_copy(update={"co_speakers": ()})
    named = shared.model_copy(update={"start": 0, "text": text[: shared.end]})
    for quote, about in ((shared, []), (alone, both[1:]), (named, both)):
        assert Surroundings(read, text).about(quote) == about
        connection = open_store(make(tmp_path / "s.duckdb", [(read.model_copy(update={"quotes": (quote,)}), text)]))
        found = [name for name in both if Search(connection, Query(about=(name,))).count()]
        assert found == about
        connection.close()
        (tmp_path / "s.duckdb").unlink()
