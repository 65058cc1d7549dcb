"""A quick stand-in for the library: a few names, quotes between « », and faults on demand."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from diplo_ner.cli.engine import Engine
from diplo_ner.schema import Entity, Extraction, Fault, Mention, Quote, Speaker

NAMES = {
    "Antony Blinken": ("blinken", "PERSON", "Antony Blinken", "US"),
    "Blinken": ("blinken", "PERSON", "Antony Blinken", "US"),
    "Lavrov": ("lavrov", "PERSON", "Sergueï Lavrov", "RU"),
    "OTAN": ("otan", "ORGANISATION", "OTAN", None),
    "Russie": ("RU", "COUNTRY", "Russie", "RU"),
    "Moscou": ("RU", "COUNTRY", "Russie", "RU"),
}
_NAME = re.compile("|".join(NAMES))
_QUOTE = re.compile(r"« ?([^»]+?) ?»(?:,? (a déclaré) ([A-Z]\w+(?: [A-Z]\w+)?))?")


class Nlp:
    meta: ClassVar[dict[str, str]] = {
        "lang": "fr",
        "name": "fake",
        "version": "1.0",
        "url": "https://example.org/fake",
        "license": "MIT",
    }
    path = "/nowhere"


def load(model: str | None = None, *, names: Any = None) -> Nlp:
    if model == "absent":
        from diplo_ner.errors import ModelError

        raise ModelError("there is no model absent", advice="install it")
    return Nlp()


def extract(text: str, *, doc_id: str | None = None, nlp: Any = None, quotes: bool = True) -> Extraction:
    if "PANNE" in text:
        raise RuntimeError("the machine stopped")
    time.sleep(float(os.environ.get("FAKE_SECONDS", "0")))
    entities: dict[str, Entity] = {}
    for m in _NAME.finditer(text):
        id_, type_, canonical, country = NAMES[m.group()]
        kind = "metonym" if m.group() == "Moscou" else "name"
        mention = Mention(start=m.start(), end=m.end(), text=m.group(), kind=kind, reason="le lexique ; nom de X")
        held = entities.get(id_)
        mentions = (*held.mentions, mention) if held else (mention,)
        entities[id_] = Entity(id=id_, type=type_, canonical=canonical, country=country, mentions=mentions)
    found = tuple(_quote(m) for m in _QUOTE.finditer(text)) if quotes else ()
    return Extraction(doc_id=doc_id, model="fr_fake-1.0", entities=tuple(entities.values()), quotes=found)


def extract_many(
    texts: Iterable[str],
    *,
    doc_ids: Iterable[str | None] | None = None,
    nlp: Any = None,
    n_process: int = 1,
    on_error: str = "raise",
    quotes: bool = True,
) -> Iterator[Extraction]:
    assert doc_ids is not None
    for text, doc_id in zip(texts, doc_ids, strict=True):
        try:
            yield extract(text, doc_id=doc_id, nlp=nlp, quotes=quotes)
        except RuntimeError as problem:
            if on_error != "keep":
                raise
            fault = Fault(kind=type(problem).__name__, message=str(problem))
            yield Extraction(doc_id=doc_id, model="fr_fake-1.0", error=fault)


class FakeRun:
    """Ids of the run bear the number of documents that were noted, so that a test sees they were applied."""

    def __init__(self) -> None:
        self.noted = 0

    def note(self, extraction: Extraction) -> None:
        self.noted += 1

    def merge(self) -> FakeRun:
        return self

    def apply(self, extraction: Extraction, number: int) -> Extraction:
        assert 0 <= number < self.noted
        return extraction


def engine() -> Engine:
    return Engine(load=load, extract=extract, extract_many=extract_many, new_run=FakeRun)


def _quote(m: re.Match[str]) -> Quote:
    speaker = None
    if m.group(3):
        known = NAMES.get(m.group(3))
        speaker = Speaker(entity=known[0] if known else None, text=m.group(3), start=m.start(3), end=m.end(3))
    return Quote(
        start=m.start(1),
        end=m.end(1),
        text=m.group(1),
        kind="full",
        cue=m.group(2),
        speaker=speaker,
        confidence=0.9,
        rule="incise" if speaker else "",
    )
