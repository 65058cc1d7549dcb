"""A stream of results that breaks costs no document but those that are to blame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import fake_engine
import pytest

from diplo_ner.cli.extracting import extract_documents
from diplo_ner.errors import DiploNerError, ModelError
from diplo_ner.io.document import Document, Failure
from diplo_ner.schema import Extraction


def documents(*texts: str) -> list[Document]:
    return [Document(f"d{i}", text, f"d{i}.txt") for i, text in enumerate(texts)]


def run(texts: list[str], **parts: Any) -> tuple[list[str], list[Failure]]:
    failures: list[Failure] = []
    engine = replace(fake_engine.engine(), **parts)
    found = extract_documents(documents(*texts), engine, None, on_failure=failures.append)
    return [done.document.doc_id for done in found if done.extraction.doc_id == done.document.doc_id], failures


@pytest.mark.parametrize("ahead", [1, 3, 100])
def test_whatever_was_read_ahead_is_not_lost(ahead: int) -> None:
    def reading_ahead(texts: Iterable[str], *, doc_ids: Iterable[str], **_: Any) -> Iterator[Extraction]:
        pairs = zip(texts, doc_ids, strict=True)
        while batch := list(islice(pairs, ahead)):
            yield from [fake_engine.extract(text, doc_id=doc_id) for text, doc_id in batch]

    texts = ["Moscou.", "PANNE", "OTAN.", "PANNE", "PANNE", "Blinken.", "Lavrov.", "PANNE"]
    done, failures = run(texts, extract_many=reading_ahead)
    told = {f"d{i}" for i, text in enumerate(texts) if text == "PANNE"}
    assert {f.doc_id for f in failures} == told
    assert done == [f"d{i}" for i, text in enumerate(texts) if text != "PANNE"]


def test_a_worker_that_dies_again_and_again_costs_time_only() -> None:
    told: list[str] = []

    def dying(texts: Iterable[str], *, doc_ids: Iterable[str], **_: Any) -> Iterator[Extraction]:
        for number, (text, doc_id) in enumerate(zip(texts, doc_ids, strict=True)):
            if number == 2:
                raise DiploNerError("a process died")
            yield fake_engine.extract(text, doc_id=doc_id)

    engine = replace(fake_engine.engine(), extract_many=dying)
    found = extract_documents(
        documents(*["Moscou."] * 9),
        engine,
        None,
        on_failure=lambda f: pytest.fail(str(f)),
        on_break=told.append,
    )
    assert [done.document.doc_id for done in found] == [f"d{i}" for i in range(9)]
    assert told == ["a process died"] * 3


def test_a_wrong_setting_is_no_fault_of_a_document() -> None:
    def refusing(*_: Any, **__: Any) -> Iterator[Extraction]:
        raise ModelError("no such model")
        yield

    with pytest.raises(ModelError):
        run(["Moscou."], extract_many=refusing)


def test_an_input_that_breaks_off_is_not_taken_for_its_end() -> None:
    def broken() -> Iterator[Document]:
        yield from documents("Moscou.")
        raise RuntimeError("reading stopped")

    found = extract_documents(broken(), fake_engine.engine(), None, on_failure=lambda f: pytest.fail(str(f)))
    assert next(found).document.doc_id == "d0"
    with pytest.raises(RuntimeError, match="reading stopped"):
        next(found)


def test_a_result_that_never_comes_is_fetched() -> None:
    def forgetful(texts: Iterable[str], *, doc_ids: Iterable[str], **_: Any) -> Iterator[Extraction]:
        pairs = list(zip(texts, doc_ids, strict=True))
        yield from (fake_engine.extract(text, doc_id=doc_id) for text, doc_id in pairs[:2])

    done, failures = run(["Moscou."] * 5, extract_many=forgetful)
    assert (done, failures) == ([f"d{i}" for i in range(5)], [])
