"""The French tokeniser's pattern for words with hyphens, rearranged so that it compiles in no time.

spaCy keeps 265 alternatives in one pattern of 1.4 million characters, for it spells out all lower-case
letters of Unicode in nearly each of them; to compile it takes longer than to load the whole model.
Alternatives that end in the same way match the same words when their beginnings are put in brackets and the
ending is told once: ``a-z+|b-z+`` is ``(?:a|b)-z+``. What is asked of the pattern is only whether a word
matches as a whole, so the order of the alternatives does not count.
"""

from __future__ import annotations

import re
from functools import cached_property

_WRAPPED = re.compile(r"\(\?:\^(?P<body>.*?)\$\)(?:\||$)", re.DOTALL)
_LETTERS = re.compile(r"\[[^\]]{200,}\][+*]?")
_GROUP = re.compile(r"\[[^\]]*\]|\([^()]*\)")
_FLAGS = "(?iu)"
_JOINTS = frozenset("-–—‐‑'’")
_JOINT = re.compile(r"\[[-–—‐‑'’]+\](?![?*])")
_OPTIONAL_ARTICLE = "(?:l['’])?"


class WordPattern:
    """Stands in for ``re.compile(pattern)`` where only ``match`` is asked, and only whether there is one.

    Args:
        pattern: A pattern as spaCy's French tokeniser has it. One of another make is compiled as it is.

    ``pattern`` is kept as it was given, so that a tokeniser writes to disk what it was read from; nothing
    is compiled before a word asks for it.

    >>> word = WordPattern("(?iu)(?:^a[-–—‐‑]b$)|(?:^c[-–—‐‑]b$)")
    >>> bool(word.match("C-B")), bool(word.match("ab"))
    (True, False)
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def match(self, word: str) -> re.Match[str] | None:
        """A match when the whole word fits, like the pattern's own ``match``."""
        joints, regex = self._compiled
        if joints and joints.isdisjoint(word):
            return None
        return regex.match(word)

    @cached_property
    def _compiled(self) -> tuple[frozenset[str], re.Pattern[str]]:
        """The characters of which a matching word has one at least (none when unknown), and the pattern."""
        bodies = alternatives(self.pattern)
        if bodies is None:
            return frozenset(), re.compile(self.pattern)
        joined = all(_JOINT.search(body.replace(_OPTIONAL_ARTICLE, "")) for body in bodies)
        return _JOINTS if joined else frozenset(), re.compile(shortened(bodies))

    def __reduce__(self) -> tuple[type[WordPattern], tuple[str]]:
        return WordPattern, (self.pattern,)


def alternatives(pattern: str) -> list[str] | None:
    """The alternatives of a pattern ``(?iu)(?:^…$)|(?:^…$)|…``, bare; None when it has another shape.

    >>> alternatives("(?iu)(?:^ab$)|(?:^c[de]$)"), alternatives("(?iu)(?:^ab|cd$)")
    (['ab', 'c[de]'], None)
    """
    if not pattern.startswith(_FLAGS):
        return None
    bodies = [m["body"] for m in _WRAPPED.finditer(pattern, len(_FLAGS))]
    again = _FLAGS + "|".join(f"(?:^{body}$)" for body in bodies)
    bare = any("|" in _GROUP.sub("", body) for body in bodies)
    return bodies if bodies and again == pattern and not bare else None


def shortened(bodies: list[str]) -> str:
    """One pattern that matches what the alternatives match, with each run of letter classes told once."""
    grouped: dict[tuple[str, ...], list[str]] = {}
    for body in bodies:
        pieces = _LETTERS.split(body)
        letters = _LETTERS.findall(body)
        # A body is "text letters…" or "letters text letters"; without its text it is a frame.
        text = [i for i, piece in enumerate(pieces) if piece]
        if len(text) == 1 and letters:
            at = text[0]
            grouped.setdefault(("".join(letters[:at]), "".join(letters[at:])), []).append(pieces[at])
        else:
            grouped.setdefault((body,), []).append("")
    arms = [f"{frame[0]}(?:{'|'.join(texts)}){frame[1]}" if frame[1:] else frame[0] for frame, texts in grouped.items()]
    return f"{_FLAGS}^(?:{'|'.join(arms)})$"
