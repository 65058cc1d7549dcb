"""What a store counts in columns is what one finds by looking at every quote, for made-up articles and queries."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from stored import fill

from diplo_ner.schema import Entity, EntityType, Extraction, Mention, Meta, Quote, Speaker
from diplo_ner.store.build import finish_store
from diplo_ner.store.columns import Columns, read_columns
from diplo_ner.store.dossiers import Appearances, beside, get_profile, read_appearances, role_words, ties
from diplo_ner.store.opening import open_store, open_to_write
from diplo_ner.store.query import Query
from diplo_ner.store.searching import Facet, Search

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

pytest.importorskip("duckdb")

WHO: dict[str, tuple[str, EntityType, str | None]] = {
    "Sergueï Lavrov": ("serguei-lavrov", "PERSON", "RU"),
    "Antony Blinken": ("antony-blinken", "PERSON", "US"),
    "Jean Dupuis": ("jean-dupuis", "PERSON", None),
    "OTAN": ("otan", "ORGANISATION", None),
    "Russie": ("RU", "COUNTRY", "RU"),
    "Mali": ("ML", "COUNTRY", "ML"),
}
OUTLETS = ("Le Monde", "Le Figaro", "Le Monde diplomatique", None)
WORDS = ("accord", "accords", "paix", "guerre", "rouge", "ligne", "de", "la", "très", "gaz")
FIRST_DAY = date(1968, 11, 1)


@dataclass
class Told:
    """A quote as it was made."""

    doc: int
    words: list[str]
    article: set[str]
    speakers: list[str]
    named: set[str]
    outlet: str | None
    day: date | None
    confidence: float
    quote: int = field(default=0)


def article(chance: random.Random, number: int) -> tuple[Extraction, str, list[Told]]:
    outlet = chance.choice(OUTLETS)
    day = FIRST_DAY + timedelta(days=chance.randrange(900)) if chance.random() < 0.8 else None
    text = ""
    mentions: dict[str, list[Mention]] = {}
    quotes: list[Quote] = []
    found: list[Told] = []

    def name(who: str) -> Speaker:
        nonlocal text
        start, text = len(text), text + who
        mentions.setdefault(who, []).append(Mention(start=start, end=len(text), text=who))
        return Speaker(entity=WHO[who][0], text=who, start=start, end=len(text))

    for _ in range(chance.randint(1, 4)):
        words = chance.choices(WORDS, k=chance.randint(1, 4))
        text += "« "
        start = len(text)
        text += " ".join(words) + " "
        inside = {chance.choice(list(WHO))} if chance.random() < 0.5 else set()
        for who in sorted(inside):
            name(who)
        end, text = len(text), text + " »"
        speakers = chance.sample(list(WHO), chance.choice((0, 1, 1, 1, 2, 3)))
        said: list[Speaker] = []
        for who in speakers:
            text += ", a dit "
            said.append(name(who))
        text += ".\n"
        share = chance.choice((0.5, 0.7, 0.8, 0.9))
        quotes.append(
            Quote(
                start=start, end=end, text=text[start:end], kind="full", cue="a dit", confidence=share, rule="incise-noun",
                speaker=said[0] if said else None, co_speakers=tuple(said[1:]),
            )
        )  # fmt: skip
        found.append(Told(number, words, set(), speakers, inside, outlet, day, share))
    for told in found:
        told.article = {word for one in found for word in one.words}
    meta = Meta(date=day.isoformat() if day else None, source=outlet)
    entities = tuple(
        Entity(id=WHO[who][0], type=WHO[who][1], canonical=who, country=WHO[who][2], known=True, mentions=tuple(held))
        for who, held in mentions.items()
    )
    return Extraction(doc_id=f"a{number}", model="m", meta=meta, entities=entities, quotes=tuple(quotes)), text, found


@dataclass
class Made:
    """A store, and what it was made of."""

    connection: DuckDBPyConnection
    columns: Columns
    appearances: Appearances
    told: list[Told]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A store of two builds, in the second of which some articles took the place of others."""
    chance = random.Random(7)
    path = tmp_path_factory.mktemp("oracle") / "s.duckdb"
    connection = open_to_write(path)
    held: dict[int, list[Told]] = {}
    order: list[int] = []
    for numbers in (range(120), [*range(100, 120), *range(5), *range(120, 150)]):
        read = [article(chance, number) for number in numbers]
        fill(connection, ((extraction, text) for extraction, text, _ in read), path="folder")
        finish_store(connection)
        for number, (_, _, told) in zip(numbers, read, strict=True):
            order = [*(n for n in order if n != number), number]
            held[number] = told
    connection.close()
    connection = open_store(path)
    told = [one for number in order for one in held[number]]
    quotes = connection.execute("SELECT quote FROM quotes ORDER BY quote").fetchall()
    assert len(quotes) == len(told)
    for one, (quote,) in zip(told, quotes, strict=True):
        one.quote = quote
    yield Made(connection, read_columns(connection), read_appearances(connection), told)
    connection.close()


def queries() -> list[dict[str, Any]]:
    chance = random.Random(11)
    found: list[dict[str, Any]] = [{}]
    while len(found) < 150:
        asked: dict[str, Any] = {}
        for name, values in (
            ("speaker", list(WHO)), ("about", list(WHO)), ("country", ["RU", "US", "ML", "FR"]),
            ("type", ["PERSON", "COUNTRY", "ORGANISATION", "PLACE"]), ("source", list(OUTLETS[:3])),
        ):  # fmt: skip
            if chance.random() < 0.3:
                asked[name] = tuple(chance.sample(values, chance.choice((1, 1, 2))))
        if chance.random() < 0.3:
            words = chance.choices(WORDS, k=chance.randint(1, 3))
            asked["text"] = f'"{" ".join(words)}"' if chance.random() < 0.4 else " ".join(words)
        if chance.random() < 0.1:
            asked["article"] = chance.choice(WORDS)
        if chance.random() < 0.2:
            asked["since"] = FIRST_DAY + timedelta(days=chance.randrange(600))
        if chance.random() < 0.2:
            asked["until"] = FIRST_DAY + timedelta(days=600 + chance.randrange(300))
        if chance.random() < 0.2:
            asked["min_confidence"] = chance.choice((0.6, 0.8, 0.9))
        found.append(asked)
    return found


def stem(word: str) -> str:
    return "" if word in {"de", "la"} else word.removesuffix("s")


def answers(told: Told, asked: dict[str, Any]) -> bool:
    who = [WHO[name] for name in told.speakers]
    text = asked.get("text", "")
    if text.startswith('"') and " " in text:
        words = text.strip('"').split()
        if words not in [told.words[at : at + len(words)] for at in range(len(told.words))]:
            return False
    elif not {stem(word) for word in text.strip('"').split()} - {""} <= {stem(word) for word in told.words}:
        return False
    since, until = asked.get("since"), asked.get("until")
    return all((
        not asked.get("article") or stem(asked["article"]) in {"", *map(stem, told.article)},
        "speaker" not in asked or set(asked["speaker"]) & set(told.speakers),
        "about" not in asked or set(asked["about"]) & told.named,
        "country" not in asked or set(asked["country"]) & {country for _, _, country in who},
        "type" not in asked or set(asked["type"]) & {kind for _, kind, _ in who},
        "source" not in asked or told.outlet in asked["source"],
        since is None or (told.day is not None and told.day >= since),
        until is None or (told.day is not None and told.day <= until),
        told.confidence >= asked.get("min_confidence", 0),
    ))  # fmt: skip


def most(times: Counter[str], number: int) -> list[tuple[str, int]]:
    return sorted(times.items(), key=lambda one: (-one[1], one[0]))[:number]


@pytest.mark.parametrize("place", range(150))
def test_columns_answer_as_each_quote_does(made: Made, place: int) -> None:
    asked = queries()[place]
    search = Search(made.connection, Query(**asked), made.columns)
    found = [told for told in made.told if answers(told, asked)]
    assert search.count() == len(found)
    latest = sorted(found, key=lambda told: (told.day is None, -(told.day or FIRST_DAY).toordinal(), told.quote))
    oldest = sorted(found, key=lambda told: (told.day is None, told.day or FIRST_DAY, told.quote))
    assert [hit.quote for hit in search.hits()] == [told.quote for told in latest]
    assert search.numbers(limit=7, offset=3).tolist() == [told.quote for told in latest][3:10]
    assert search.numbers(oldest_first=True).tolist() == [told.quote for told in oldest]
    for period, length in (("day", 10), ("month", 7), ("year", 4)):
        times = Counter(str(told.day)[:length] for told in found if told.day)
        assert search.per(period) == sorted(times.items())  # type: ignore[arg-type]
    facets = search.facets(most=4)
    facts: dict[Facet, Counter[str]] = {
        "source": Counter(told.outlet for told in found if told.outlet),
        "year": Counter(str(told.day)[:4] for told in found if told.day),
        "type": Counter(kind for told in found for kind in {WHO[name][1] for name in told.speakers}),
        "country": Counter(
            country for told in found for country in {WHO[name][2] for name in told.speakers} if country is not None
        ),
    }
    for facet, times in facts.items():
        assert [(value, n) for value, _, n in facets[facet]] == most(times, 4), facet
    assert search.sources(most=2) == most(facts["source"], 2)
    speakers = Counter(WHO[name][0] for told in found for name in told.speakers)
    assert [n for _, _, n in facets["speaker"]] == [n for _, n in most(speakers, 4)]
    assert all(speakers[ident] == n for ident, _, n in facets["speaker"])


@pytest.mark.parametrize("name", WHO)
def test_dossiers_count_as_each_article_does(made: Made, name: str) -> None:
    profile = get_profile(made.connection, WHO[name][0])
    assert profile is not None
    ids = {WHO[who][0]: who for who in WHO}
    named: dict[int, set[str]] = {}
    for told in made.told:
        named.setdefault(told.doc, set()).update(told.named, told.speakers)
    docs = {doc for doc, who in named.items() if name in who}
    near = beside(made.connection, made.columns, made.appearances, profile.entity)
    assert {ids[one.id]: one.documents for one in near} == {
        other: sum(other in named[doc] for doc in docs) for other in WHO if other != name
    }
    assert [one.documents for one in near] == sorted((one.documents for one in near), reverse=True)
    for one in near:
        assert one.quotes == sum(ids[one.id] in told.speakers for told in made.told if told.doc in docs)
    numbers = {one.entity: ids[one.id] for one in near}
    for a, b, together in ties(made.appearances, profile.entity, list(numbers)):
        assert together == sum(numbers[a] in named[doc] and numbers[b] in named[doc] for doc in docs)
    assert profile.quotes == sum(name in told.speakers for told in made.told)
    assert role_words(made.connection, profile.entity) == []
