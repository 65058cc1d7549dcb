"""The recogniser as a spaCy component: spaCy's own, which takes a shorter way where the model allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import islice
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.pipeline.ner import DEFAULT_NER_MODEL, EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.vectors import Mode, Vectors
from thinc.api import Model, NumpyOps

from .blas import one_thread, parameter
from .context import Context
from .moves import Found, Moves
from .words import WordTable

_FEATURES = 3
"""Tokens that the state of a recogniser looks at, where a model asks for no more."""
FACTORY = "diplo_ner_recognizer"

_MIXED = r"with_array\(maxout>>layernorm>>dropout\)"
_HASHED = r"with_array\((?:(?:^|\|)?ints-getitem>>hashembed)+\)"
_LAYER = r"residual\(expand_window>>maxout>>layernorm>>dropout\)"
_SHAPE = re.compile(
    rf"extract_features>>list2ragged>>{_HASHED}(?:\|static_vectors)?>>{_MIXED}>>ragged2list"
    rf">>with_array\({_LAYER}(?:>>{_LAYER})*\)>>list2array>>linear"
)
"""How thinc names a tok2vec of ``MultiHashEmbed.v2`` and ``MaxoutWindowEncoder.v2`` under spaCy's parser."""


class Reader:
    """A model of the usual make, taken apart.

    Args:
        model: The model of a component, of a make that ``known`` knows.
        names: The moves it scores, in order.
    """

    def __init__(self, model: Model[Any, Any], names: Sequence[str]) -> None:
        tok2vec, _, linear = model.get_ref("tok2vec").layers
        self._words = WordTable(tok2vec.get_ref("embed"))
        self._context = Context(tok2vec.get_ref("encode"))
        self._weights = np.ascontiguousarray(parameter(linear, "W").T)
        self._bias = parameter(linear, "b").copy()
        self._moves = Moves(model.get_ref("lower"), model.get_ref("upper"), names)

    def __reduce__(self) -> tuple[Any, ...]:
        # All of it is in the weights that the component carries: another process takes it from there anew.
        return type(None), ()

    def spans(self, docs: Sequence[Doc]) -> list[list[Found]]:
        """Read texts.

        Args:
            docs: Docs of one vocabulary, without entities or sentences set.

        Returns:
            The spans of each, in order.
        """
        full = [doc for doc in docs if len(doc)]
        found = iter(self._spans(full) if full else ())
        return [next(found) if len(doc) else [] for doc in docs]

    def _spans(self, docs: Sequence[Doc]) -> Iterator[list[Found]]:
        """The spans of texts with at least a word each."""
        table, spaces, words, lengths = self._words.rows(docs)
        places = self._context.places(lengths)
        total = int(places[-1]) + 1
        space = np.zeros(total, np.bool_)
        space[places] = spaces[words]
        last = np.zeros(total, np.bool_)
        last[places[np.cumsum(lengths) - 1]] = True
        vectors = np.empty((total, len(self._bias)), np.float32)
        moves = np.empty(total, np.intp)
        for where, rows in self._context.blocks(table, words, lengths):
            np.matmul(rows, self._weights, out=vectors[where])
            vectors[where] += self._bias
            moves[where] = self._moves.outside(vectors[where], space[where], last[where])
        first = 0
        for length in lengths:
            own = slice(int(places[first]), int(places[first]) + length)
            yield self._moves.spans(vectors[own], moves[own])
            first += length


class Recognizer(EntityRecognizer):  # type: ignore[misc]
    """spaCy's entity recogniser with the same annotations in a third of the time.

    It takes the shorter way for a model of the usual make (hashed embeddings, convolutions over one
    neighbour on each side, greedy transitions) on a processor, and for Docs on which neither entities nor
    sentences are set. In all other cases, and once it has been trained further, it is spaCy's recogniser
    and nothing else.
    """

    _reader: Reader | None = None
    _plain = False

    def predict(self, docs: Iterable[Doc]) -> Any:
        """Find the entities of texts; what comes out is for ``set_annotations``."""
        docs = [docs] if isinstance(docs, Doc) else list(docs)
        if any(map(_annotated, docs)):
            return super().predict(docs)
        reader = self._shortcut(docs)
        if reader is None:
            return super().predict(docs)
        held = one_thread()
        with held() if held else nullcontext():
            return reader.spans(docs)

    def set_annotations(self, docs: Iterable[Doc], states: Any) -> None:
        """Set ``doc.ents`` from what ``predict`` found."""
        states = list(states)
        if not all(isinstance(state, list) for state in states):
            super().set_annotations(docs, states)
            return
        for doc, found in zip(docs, states, strict=True):
            spans = [Span(doc, start, end, label=label) for start, end, label in found]
            doc.set_ents(spans, default="outside")

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Find the entities of many texts, in order."""
        report = self.get_error_handler()
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            try:
                self.set_annotations(batch, self.predict(batch))
            except Exception as error:
                report(self.name, self, batch, error)
            else:
                yield from batch

    def from_disk(self, path: Any, exclude: Iterable[str] = ()) -> Recognizer:
        """Read the weights, as spaCy does."""
        self._reader = None
        super().from_disk(path, exclude=tuple(exclude))
        return self

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Recognizer:
        """Read the weights, as spaCy does."""
        self._reader = None
        super().from_bytes(data, exclude=tuple(exclude))
        return self

    def initialize(self, get_examples: Any, nlp: Any = None, labels: Any = None) -> None:
        """Make ready for training, as spaCy does; from then on it is spaCy's recogniser."""
        self._plain = True
        super().initialize(get_examples, nlp=nlp, labels=labels)

    def update(self, examples: Any, *, drop: float = 0.0, sgd: Any = None, losses: Any = None) -> Any:
        """Train, as spaCy does; from then on it is spaCy's recogniser."""
        self._plain = True
        return super().update(examples, drop=drop, sgd=sgd, losses=losses)

    def use_params(self, params: Any) -> Any:
        """Use other weights for a while, as spaCy does; from then on it is spaCy's recogniser."""
        self._plain = True
        return super().use_params(params)

    def _shortcut(self, docs: Sequence[Doc]) -> Reader | None:
        if self._plain or not all(usual_vectors(doc.vocab.vectors) for doc in docs[:1]):
            return None
        if self._reader is None:
            names = [self.moves.get_class_name(i) for i in range(self.moves.n_moves)]
            if not known(self.model, names, self.cfg):
                self._plain = True
                return None
            self._reader = Reader(self.model, names)
        return self._reader


def _annotated(doc: Doc) -> bool:
    """Whether something is set that the recogniser has to keep to; of too few words spaCy says so in any case."""
    ents = len(doc) > 0 and doc.has_annotation("ENT_IOB")
    return ents or (len(doc) > 1 and doc.has_annotation("SENT_START"))


def known(model: Model[Any, Any], names: Sequence[str], settings: dict[str, Any]) -> bool:
    """Whether a model is of the make that ``Reader`` takes apart."""
    if not (isinstance(model.ops, NumpyOps) and model.has_ref("lower") and model.attrs.get("has_upper")):
        return False
    lower = model.get_ref("lower")
    windows = [n for n in model.walk() if n.name == "expand_window"]
    padded = [n for n in model.walk() if n.name.startswith("with_array(residual")]
    return (
        _SHAPE.fullmatch(model.get_ref("tok2vec").name) is not None
        and settings.get("beam_width") == 1
        and not model.attrs["unseen_classes"]
        and lower.get_dim("nF") == _FEATURES
        and lower.get_dim("nP") > 1
        and all(n.attrs["window_size"] == 1 for n in windows)
        and [n.attrs["pad"] for n in padded] == [len(windows)]
        and "O" in names
        and len(names) == model.get_ref("upper").get_dim("nO")
    )


def usual_vectors(vectors: Any) -> bool:
    """Whether static vectors are a plain table found by the words' spelling."""
    return isinstance(vectors, Vectors) and vectors.mode == Mode.default and vectors.attr == ORTH


@Language.factory(
    FACTORY,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "model": DEFAULT_NER_MODEL,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_recognizer(
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Callable[..., Any] | None,
) -> Recognizer:
    """Make the recogniser; it takes what spaCy's ``ner`` takes."""
    return Recognizer(
        nlp.vocab,
        model,
        name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )
