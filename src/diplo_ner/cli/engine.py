"""What the commands need of the library, in one place, so that spaCy is imported only when a text is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from ..schema import Extraction


class Merged(Protocol):
    """The ids of a run."""

    def apply(self, extraction: Extraction, number: int, /) -> Extraction:
        """Give the run's ids to the result of document ``number``, counted from 0."""


class Run(Protocol):
    """What notes the entities of all documents of a run."""

    def note(self, extraction: Extraction, /) -> None:
        """Note the entities of the next document."""

    def merge(self) -> Merged:
        """Merge what was noted."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The library as the commands call it."""

    load: Callable[..., Any]
    """(model, names=path) -> a pipeline."""
    extract: Callable[..., Extraction]
    """(text, doc_id=, nlp=, quotes=) -> the result of one text."""
    extract_many: Callable[..., Iterator[Extraction]]
    """(texts, doc_ids=, nlp=, n_process=, on_error=, quotes=) -> results in the order of the texts, lazily."""
    new_run: Callable[[], Run]
    """() -> an empty run, for ids across documents."""

    def without_quotes(self) -> Engine:
        """The same for commands that need names alone."""
        return replace(
            self,
            extract=partial(self.extract, quotes=False),
            extract_many=partial(self.extract_many, quotes=False),
        )


def default_engine() -> Engine:
    """The library itself."""
    from ..api import extract, extract_many
    from ..corpus import Run as CorpusRun
    from ..pipeline import load

    return Engine(load=load, extract=extract, extract_many=extract_many, new_run=CorpusRun)


def model_name(nlp: object) -> str:
    """The name and version of a pipeline."""
    meta = getattr(nlp, "meta", {})
    return f"{meta.get('lang', '')}_{meta.get('name', '')}-{meta.get('version', '')}"
