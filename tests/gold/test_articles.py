"""The five articles, mention by mention, entity by entity, quote by quote.

What is still missed is listed in ``known_misses.csv`` with its reason and must fail (strict xfail).
"""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from typing import Any

import pytest
from five_articles import SCORED, case, cases, overlap, read

_LINES = (Path(__file__).parent / "known_misses.csv").read_text("utf-8").splitlines()
MISSES = {
    (row["test"], row["article"], row["what"]): row["reason"]
    for row in csv.DictReader(line for line in _LINES if not line.startswith("#"))
}


def _param(test: str, article: str, what: str, *values: Any) -> Any:
    reason = MISSES.get((test, article, what))
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(*values, id=f"{article}-{what}", marks=marks)


def _mentions() -> list[Any]:
    return [
        _param("mention", c.name, f"{e['id']}@{m['start']}", c.name, e["type"], m)
        for c in cases()
        for e in c.gold["entities"]
        if e["type"] in SCORED
        for m in e["mentions"]
    ]


def _entities() -> list[Any]:
    return [
        _param("entity", c.name, e["id"], c.name, e) for c in cases() for e in c.gold["entities"] if e["type"] in SCORED
    ]


def _quotes(test: str) -> list[Any]:
    return [_param(test, c.name, f"q@{q['start']}", c.name, q) for c in cases() for q in c.gold["quotes"]]


@pytest.mark.parametrize("name", [c.name for c in cases()])
def test_text_is_the_one_the_gold_was_made_for(name: str) -> None:
    c = case(name)
    assert hashlib.sha256(c.text.encode()).hexdigest() == c.gold["text_sha256"]


@pytest.mark.parametrize(("name", "kind", "mention"), _mentions())
def test_mention_is_found_with_its_type(name: str, kind: str, mention: dict[str, Any]) -> None:
    found = {(m.start, m.end): e.type for e in read(name).entities for m in e.mentions}
    assert found.get((mention["start"], mention["end"])) == kind, mention["text"]


@pytest.mark.parametrize(("name", "entity"), _entities())
def test_mentions_of_an_entity_are_merged_and_kept_apart(name: str, entity: dict[str, Any]) -> None:
    wanted = {(m["start"], m["end"]) for m in entity["mentions"]}
    others = {
        (m["start"], m["end"]) for e in case(name).gold["entities"] if e["id"] != entity["id"] for m in e["mentions"]
    }
    owners = {e.id for e in read(name).entities for m in e.mentions if (m.start, m.end) in wanted}
    assert len(owners) == 1, f"{entity['id']} lies in {sorted(owners)}"
    held = {(m.start, m.end) for e in read(name).entities if e.id in owners for m in e.mentions}
    assert not held & others, f"{owners} holds mentions of others"


@pytest.mark.parametrize(("name", "entity"), _entities())
def test_entity_has_its_canonical_name(name: str, entity: dict[str, Any]) -> None:
    wanted = {(m["start"], m["end"]) for m in entity["mentions"]}
    found = next(e for e in read(name).entities for m in e.mentions if (m.start, m.end) in wanted)
    if entity["type"] == "COUNTRY":
        assert found.country == entity["country"]
    else:
        assert found.canonical in entity["canonical"]


@pytest.mark.parametrize("name", [_param("nothing_else", c.name, "entities", c.name) for c in cases()])
def test_nothing_else_is_tagged(name: str) -> None:
    gold = {(m["start"], m["end"]) for e in case(name).gold["entities"] for m in e["mentions"]}
    extra = [
        m.text for e in read(name).entities if e.type in SCORED for m in e.mentions if (m.start, m.end) not in gold
    ]
    assert extra == []


@pytest.mark.parametrize(("name", "quote"), _quotes("quote"))
def test_quote_is_found_with_its_kind(name: str, quote: dict[str, Any]) -> None:
    found = {(q.start, q.end): q for q in read(name).quotes}
    assert (quote["start"], quote["end"]) in found, quote["text"][:60]
    assert found[quote["start"], quote["end"]].kind == quote["kind"]


@pytest.mark.parametrize(("name", "quote"), _quotes("speaker"))
def test_quote_has_its_speaker(name: str, quote: dict[str, Any]) -> None:
    found = next(q for q in read(name).quotes if overlap(q, quote))
    if quote["speaker"] is None:
        assert found.speaker is None
        return
    assert found.speaker is not None
    if quote["speaker"] == "unnamed":
        assert found.speaker.entity is None
        assert found.speaker.start < quote["by"]["end"]
        assert quote["by"]["start"] < found.speaker.end
        return
    speaker = next(e for e in read(name).entities if e.id == found.speaker.entity)
    gold = next(e for e in case(name).gold["entities"] if e["id"] == quote["speaker"])
    assert {(m.start, m.end) for m in speaker.mentions} & {(m["start"], m["end"]) for m in gold["mentions"]}


@pytest.mark.parametrize("name", [_param("nothing_else", c.name, "quotes", c.name) for c in cases()])
def test_nothing_else_is_quoted(name: str) -> None:
    gold = case(name).gold["quotes"]
    assert [q.text for q in read(name).quotes if not any(overlap(q, g) for g in gold)] == []


def test_every_known_miss_names_a_test() -> None:
    asked = {("nothing_else", c.name, what) for c in cases() for what in ("entities", "quotes")}
    asked |= {
        ("mention", c.name, f"{e['id']}@{m['start']}")
        for c in cases()
        for e in c.gold["entities"]
        for m in e["mentions"]
    }
    asked |= {("entity", c.name, e["id"]) for c in cases() for e in c.gold["entities"]}
    asked |= {
        (test, c.name, f"q@{q['start']}") for test in ("quote", "speaker") for c in cases() for q in c.gold["quotes"]
    }
    assert set(MISSES) <= asked
