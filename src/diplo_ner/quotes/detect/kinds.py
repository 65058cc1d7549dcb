"""Full or fragment: whether quoted words are a clause of their own or lean on the sentence around them.

A quote is full when it holds a clause with its own subject and verb, or an imperative, even behind "que",
"si" or "parce que"; a noun phrase, an infinitive, an adjective or a verb whose subject stands outside is a
fragment.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from ...text.sentences import sentences
from ..verbs.clause import is_clause

Kind = Literal["full", "fragment"]

_EDIT = re.compile(r"\[(?:\s*(?:\.\.\.|…)\s*)?\]|\(\s*(?:\.\.\.|…)\s*\)")
_SEMICOLON = re.compile(r"\s;\s")
_ENOUGH = 2000
_EDGE = 40


def kind(text: str, before: str = "", after: str = "") -> Kind:
    """Tell whether quoted words are a clause of their own.

    Args:
        text: the quoted words, without the marks; of a very long quote, the beginning is read.
        before: what stands before the opening mark; its last word can be the subject of the first.
        after: what stands behind the closing mark; its first word can be the object of the last.

    Returns:
        ``full`` for a clause with its own subject and verb or an imperative, else ``fragment``.

    >>> kind("Nous attendons une réponse"), kind("une réponse claire")
    ('full', 'fragment')
    """
    return _kind(text[:_ENOUGH], before[-_EDGE:], after[:_EDGE])


@lru_cache(maxsize=1024)
def _kind(text: str, before: str, after: str) -> Kind:
    plain = _EDIT.sub(" ", text).replace("[", "").replace("]", "")
    parts = [part for start, end in sentences(plain) for part in _SEMICOLON.split(plain[start:end])]
    for number, sentence in enumerate(parts):
        left = before if number == 0 else ""
        right = after if number == len(parts) - 1 else ""
        if is_clause(sentence, left, right):
            return "full"
    return "fragment"
