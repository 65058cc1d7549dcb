"""French as a spaCy language, less the tokeniser that spaCy builds and a model brings along anyway."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from spacy.language import BaseDefaults, Language
from spacy.util import load_config, load_meta

from .recognizer import FACTORY
from .tokenizer import read_tokenizer

_FRENCH = "spacy.lang.fr"


def _french(name: str) -> ModuleType:
    """A module of ``spacy.lang.fr`` by itself: the package compiles the tokeniser's patterns on import."""
    full = f"{_FRENCH}.{name}"
    if full in sys.modules:
        return sys.modules[full]
    package = find_spec(_FRENCH)
    assert package is not None
    assert package.submodule_search_locations is not None
    spec = spec_from_file_location(full, Path(package.submodule_search_locations[0]) / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class QuickFrenchDefaults(BaseDefaults):
    """What spaCy knows of French words, less what only its tokeniser asks for."""

    tokenizer_exceptions: dict[str, list[dict[int, str]]] = {}  # noqa: RUF012  as in the base class
    prefixes = None
    suffixes = None
    infixes = None
    token_match = None
    url_match = None
    lex_attr_getters = _french("lex_attrs").LEX_ATTRS
    stop_words = _french("stop_words").STOP_WORDS


class QuickFrench(Language):  # type: ignore[no-untyped-call]
    """A French pipeline; what it writes to disk, ``spacy.load`` reads as spaCy's own ``French``.

    The class is not registered with spaCy: no other pipeline of the program ever gets it.
    """

    lang = "fr"
    Defaults = QuickFrenchDefaults


def load_quickly(path: Path, *, keep: Iterable[str]) -> Language:
    """Load some components of a French model.

    Args:
        path: The model's folder.
        keep: The components to load; the one that is a ``ner`` becomes a ``Recognizer``.

    Returns:
        The pipeline, its words and their vectors, but not the strings of words that no text has brought up
        yet.
    """
    config = load_config(path / "config.cfg")
    meta: dict[str, Any] = load_meta(path / "meta.json")
    left_out = [name for name in config["nlp"]["pipeline"] if name not in set(keep)]
    for settings in config["components"].values():
        if settings.get("factory") == "ner":
            settings["factory"] = FACTORY
    nlp = QuickFrench.from_config(config, exclude=left_out, meta=meta, auto_fill=False)
    nlp.tokenizer = read_tokenizer(path / "tokenizer", nlp.vocab)
    nlp.vocab.from_disk(path / "vocab", exclude=["strings"])
    nlp.from_disk(path, exclude=[*left_out, "tokenizer", "vocab", "config.cfg"])
    return nlp
