"""spaCy's tokeniser, read from a model's file without the wait, and with a memory that works.

spaCy's tokeniser keeps how it split a piece of text between two spaces, but as long as no word of the same
text is one of its exceptions ("M.", "etc."): after the first one it keeps nothing more of that text, and
splits most words of a language anew each time they come. Here new pieces are shown to it first, those that
may hold an exception one by one, so that all are kept.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import punctuation
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .patterns import WordPattern

KEPT_PIECES = 200_000
"""How many pieces between spaces the tokeniser keeps; about 40 MB when it is full."""

_LONGEST_KEPT = 40
_MARKS = punctuation + "«»“”‘’„…–—"


class KeepingTokenizer(Tokenizer):  # type: ignore[misc]
    """A tokeniser with the results of spaCy's, which splits a piece of text it has met before in no time."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Take what spaCy's tokeniser takes."""
        super().__init__(*args, **{"max_cache_size": KEPT_PIECES, **settings})
        self._known: set[str] = set()

    def __call__(self, text: str) -> Doc:
        """Tokenise a text.

        Args:
            text: Any text.

        Returns:
            The Doc that spaCy's tokeniser makes of it.
        """
        known = self._known
        if len(known) < self.max_cache_size and not self.vocab.in_memory_zone:
            new = {piece for piece in set(text.split()).difference(known) if len(piece) <= _LONGEST_KEPT}
            known |= new
            exceptions = {exception.strip(_MARKS) for exception in self.rules}
            apart = {piece for piece in new if not exceptions.isdisjoint(_cores(piece))}
            super().__call__(" ".join(new - apart))
            for piece in apart:
                super().__call__(piece)
        doc: Doc = super().__call__(text)
        return doc


def _cores(piece: str) -> tuple[str, str]:
    """A piece without the marks around it, and without what is elided before it: an exception it holds is one of them.

    >>> _cores("(d’après-midi),")
    ('d’après-midi', 'après-midi')
    """
    core = piece.strip(_MARKS)
    return core, core.replace("’", "'").partition("'")[2]


def read_tokenizer(path: Path, vocab: Vocab) -> KeepingTokenizer:
    """Read the tokeniser of a model.

    Args:
        path: The file ``tokenizer`` in the model's folder.
        vocab: The vocabulary its Docs shall have.

    Returns:
        A tokeniser that splits as the one that ``Tokenizer.from_disk`` reads.
    """
    data = srsly.msgpack_loads(path.read_bytes())
    return KeepingTokenizer(
        vocab,
        rules=data.get("exceptions"),
        prefix_search=_method(data.get("prefix_search"), "search"),
        suffix_search=_method(data.get("suffix_search"), "search"),
        infix_finditer=_method(data.get("infix_finditer"), "finditer"),
        token_match=WordPattern(data["token_match"]).match if data.get("token_match") else None,
        url_match=_method(data.get("url_match"), "match"),
        faster_heuristics=data.get("faster_heuristics", True),
    )


def _method(pattern: str | None, name: str) -> Any:
    return getattr(re.compile(pattern), name) if pattern else None
