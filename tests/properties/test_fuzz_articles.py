"""The fuzzer of mutated articles: it draws the same from the same seed, finds what is wrong, and tells it short."""

from __future__ import annotations

import importlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from diplo_ner.reading import read
from diplo_ner.schema import Entity, Extraction, Mention, Quote, Speaker

ROOT = Path(__file__).parents[2]
TEXTS = ["« Oui », a dit Ana Vasko à Moscou.\nPersonne n’a répondu.", "Le sommet de l'OTAN s’est ouvert hier.\r\n"]


@pytest.fixture(scope="module")
def fuzz() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        yield importlib.import_module("fuzz.articles")


@pytest.fixture
def fuzzer(fuzz: ModuleType) -> object:
    from spacy.lang.fr import French

    return fuzz.Fuzzer(TEXTS, 1, French())


def test_the_same_seed_draws_the_same_texts_and_another_draws_others(fuzz):
    def draw(seed: int) -> list[str]:
        random = Random(seed)
        return [fuzz.mutated(random, TEXTS) for _ in range(200)]

    assert draw(1) == draw(1) != draw(2)
    assert len(set(draw(1))) > 150
    random = Random(1)
    assert {True, False} == {"\ud800" in fuzz.mutated(random, TEXTS, 300) for _ in range(600)}


def test_pieces_are_as_long_as_told_and_most_hold_a_few_words(fuzz):
    from fuzz import mutations

    random, article = Random(1), "« Oui », a dit Ana Vasko à Moscou. " * 100
    found = [len(mutations._some_piece(random, [article])) for _ in range(20_000)]
    words, sentence, paragraph, half, whole = (
        sum(low <= n <= high for n in found)
        for low, high in ((1, 40), (41, 150), (151, 600), (601, 1500), (3500, 3500))
    )
    assert words > 18_500 and 700 < sentence < 1200 and 90 < paragraph < 220 and 15 < half < 80 and 2 < whole < 30
    assert words + sentence + paragraph + half + whole == len(found) and sum(mutations.LENGTHS.values()) == 2000


def test_a_short_piece_is_changed_in_places_and_not_drowned(fuzz, monkeypatch):
    from fuzz import mutations

    counted: list[int] = []
    monkeypatch.setattr(mutations, "_CHANGES", [lambda _, text, __: counted.append(1) or text])
    monkeypatch.setattr(mutations, "_WEIGHTS", [1])
    most = {}
    for length in (12, 60, 1000):
        counts = set()
        for seed in range(400):
            counted.clear()
            mutations.mutated(Random(seed), ["a" * 5000], length)
            counts.add(len(counted))
        assert min(counts) == 1
        most[length] = max(counts)
    assert most == {12: 4, 60: 8, 1000: 30}


def test_long_texts_are_as_long_as_they_are_timed_for(fuzz):
    assert all(len(fuzz.mutated(Random(n), TEXTS, fuzz.LONG)) > fuzz.LONG * 0.9 for n in range(5))


def test_a_fault_is_told_once_for_its_place_with_a_short_text(fuzzer, monkeypatch):
    def faulty(text, *rest, **options):
        if "OTAN" in text:
            raise IndexError("list index out of range")
        return read(text, *rest, **options)

    monkeypatch.setattr("diplo_ner.reading.read", faulty)
    fuzzer.batch(["Le sommet de l'OTAN s’est ouvert hier.", "Moscou nie.", "Personne ne veut de l'OTAN ici."])
    assert sum(fuzzer.told.faults.values()) == 2
    assert list(fuzzer.shortest.values()) == ["OTAN"]
    (what,) = fuzzer.shortest
    assert what.startswith("IndexError: list index out of range")
    assert fuzzer.told.inputs == 3 and "3 inputs" in str(fuzzer.told) and "2 faults at 1 places" in str(fuzzer.told)


def test_a_run_with_a_fault_is_told_to_its_log(fuzz, tmp_path, monkeypatch):
    def faulty(text, *rest, **options):
        raise IndexError("list index out of range")

    monkeypatch.setattr("diplo_ner.reading.read", faulty)
    monkeypatch.setattr(fuzz, "HERE", tmp_path)
    monkeypatch.setattr(fuzz, "TRIES", 3)
    log = tmp_path / "runs.jsonl"
    assert fuzz.main(["0.01", "--seed", "1", "--model", "fr_core_news_sm", "--log", str(log)]) == 1
    told = json.loads(log.read_text(encoding="utf-8"))
    assert told["inputs"] > 0 and sum(told["faults"].values()) == told["inputs"]
    assert all(name.startswith("IndexError: list index out of range") for name in told["faults"])


def test_a_long_text_that_takes_too_long_is_a_fault(fuzzer, fuzz, monkeypatch):
    def slow(text, *rest, **options):
        end = time.process_time() + 0.05
        while time.process_time() < end:
            pass
        return (), (), ()

    monkeypatch.setattr("diplo_ner.reading.read", slow)
    fuzzer.long("a" * fuzz.LONG)
    assert not fuzzer.told.faults and 0.05 <= fuzzer.told.slowest < 1
    monkeypatch.setattr(fuzz, "LIMIT", 0.02)
    fuzzer.long("a" * fuzz.LONG)
    assert list(fuzzer.told.faults) == ["more than 0.02 s"]


TEXT = "« Oui », dit Ana Vasko."
NAME = Mention(start=13, end=22, text="Ana Vasko")
ANA = Entity(id="ana-vasko", type="PERSON", canonical="Ana Vasko", mentions=(NAME,))
OUI = Quote(start=2, end=5, text="Oui", kind="full", speaker=Speaker(entity="ana-vasko", text="dit", start=9, end=12))
RIGHT = Extraction(doc_id=None, model="m", entities=(ANA,), quotes=(OUI,))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"entities": (ANA, ANA)}, "ids"),
        ({"entities": (ANA.model_copy(update={"mentions": ()}),)}, "without a name"),
        ({"entities": (ANA.model_copy(update={"mentions": (NAME.model_copy(update={"end": 21}),)}),)}, "mention's offsets"),
        ({"entities": (ANA.model_copy(update={"mentions": (NAME, NAME)}),)}, "overlap"),
        ({"quotes": (OUI.model_copy(update={"start": 1}),)}, "passage's offsets"),
        ({"quotes": (OUI, OUI.model_copy(update={"start": 3, "end": 7, "text": "ui »"}))}, "quotes cross"),
        ({"quotes": (OUI, OUI.model_copy(update={"start": 0, "end": 1, "text": "«"}))}, "order of the quotes"),
        ({"entities": ()}, "no entity"),
    ],
)  # fmt: skip
def test_a_result_that_is_wrong_is_seen(fuzz, change, told):
    fuzz.check(TEXT, RIGHT)
    with pytest.raises(AssertionError, match=told):
        fuzz.check(TEXT, RIGHT.model_copy(update=change))


def test_a_short_run_over_the_fixtures_finds_nothing_and_tells_its_seed(fuzz, tmp_path, capsys):
    log = tmp_path / "log.jsonl"
    assert fuzz.main(["3", "--seed", "14", "--model", "fr_core_news_sm", "--log", str(log)]) == 0
    told = json.loads(log.read_text(encoding="utf-8"))
    assert told["seed"] == 14 and told["inputs"] > 0 and told["faults"] == {}
    assert capsys.readouterr().out.startswith("seed 14\n")
