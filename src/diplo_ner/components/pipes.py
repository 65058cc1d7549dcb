"""The pipes: ``diplo_ner`` does all; ``diplo_ner_entities`` and ``diplo_ner_quotes`` do one half each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from diplo_ner.lexicon.own_names import OwnName, own_names
from diplo_ner.quotes.reader import read_quotes
from diplo_ner.reading import read, read_entities
from diplo_ner.schema import Entity
from diplo_ner.text.words import words

from .extensions import keep_entities, keep_quotes, kept_entities, register


class Pipe:
    """A pipe without weights: what it writes to disk is its settings.

    Args:
        set_ents: Whether ``doc.ents`` is set anew from the entities, with ``kb_id_`` their ids.
        names: A CSV of names of the user's own, or None.

    Raises:
        LexiconError: When the file of names cannot be read.
    """

    def __init__(self, *, set_ents: bool, names: str | None = None) -> None:
        self.set_ents = set_ents
        self.own = own_names(Path(names)) if names else ()
        register()

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        register()

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing but settings, which the pipeline's config holds."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Pipe:
        """Nothing to read back."""
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Nothing to write: the pipeline's config holds the settings."""

    def from_disk(self, path: str | Path, **_: Any) -> Pipe:
        """Nothing to read back."""
        return self


class EntitiesPipe(Pipe):
    """Tags and merges; leaves ``doc._.entities`` and, when asked, ``doc.ents``."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the entities of a Doc whose ``ents`` a statistical model has set."""
        entities = read_entities(doc.text, model_spans(doc), own=self.own)
        keep_entities(doc, entities)
        if self.set_ents:
            mark_ents(doc, entities)
        return doc


class QuotesPipe(Pipe):
    """Finds quotes and their speakers among the entities of the Doc; leaves ``doc._.quotes``."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the quotes of a Doc that ``diplo_ner_entities`` has been over."""
        keep_quotes(doc, tuple(read_quotes(doc.text, words(doc.text), kept_entities(doc))))
        return doc


class DiploNerPipe(Pipe):
    """Does both."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the entities and the quotes of a Doc whose ``ents`` a statistical model has set."""
        entities, quotes, _ = read(doc.text, model_spans(doc), own=self.own)
        keep_entities(doc, entities)
        keep_quotes(doc, quotes)
        if self.set_ents:
            mark_ents(doc, entities)
        return doc


def model_spans(doc: Doc) -> list[tuple[int, int, str]]:
    """What a statistical model tagged in a Doc: (start, end, label), offsets in Unicode code points."""
    return [(e.start_char, e.end_char, e.label_) for e in doc.ents]


def mark_ents(doc: Doc, entities: Sequence[Entity]) -> None:
    """Set ``doc.ents`` from entities; a mention that is no run of whole tokens is left out of ``doc.ents`` alone."""
    spans = [
        doc.char_span(m.start, m.end, label=e.type, kb_id=e.id, alignment_mode="strict")
        for e in entities
        for m in e.mentions
    ]
    doc.ents = tuple(s for s in spans if s is not None)


def own_names_of(nlp: Language) -> tuple[OwnName, ...]:
    """The user's own names that a pipeline's components were given."""
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Pipe) and pipe.own:
            return pipe.own
    return ()
