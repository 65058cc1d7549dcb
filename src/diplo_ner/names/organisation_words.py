"""The words of a name of an organisation: which tell it from others, which states they tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..lexicon.countries import country_names, demonyms
from ..tables import rows
from .given import squash
from .normalize import normalize
from .word_sets import pattern

_LONG = 4
"""Letters of a word whose last "s" may be a plural's, at the least."""
_ARTICLE = r"^(?:<elided-word>|<article-of-a-body> )"
BRACKETED = re.compile(r"(?<!\s)\s*\(([^()]*)\)")
WORD = re.compile(r"[a-z0-9@]+")
LONGEST_COUNTRY = 5


def without_article(name: str) -> str:
    """A name in lower case without the article or the "de" in front of it.

    >>> without_article("les verts"), without_article("du monde")
    ('verts', 'monde')
    """
    return pattern(_ARTICLE).sub("", name)


class WordKinds(NamedTuple):
    """Words that say nothing, forms of companies, heads of state bodies, words read as others."""

    empty: frozenset[str]
    legal: frozenset[str]
    body: frozenset[str]
    read_as: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def word_kinds() -> WordKinds:
    """The words of the table by kind."""
    table = list(rows("diplo_ner.names", "organisation_words.csv"))
    return WordKinds(
        frozenset(row["word"] for row in table if row["kind"] in ("empty", "legal")),
        frozenset(row["word"] for row in table if row["kind"] == "legal"),
        frozenset(row["word"] for row in table if row["kind"] == "body"),
        {row["word"]: tuple(row["read_as"].split()) for row in table if row["kind"] == "same"},
    )


@lru_cache(maxsize=16384)
def unbracketed(name: str) -> str:
    """A name without what its brackets repeat, an acronym or the long form; other words lose the brackets only.

    >>> unbracketed("Union européenne (UE)"), unbracketed("Le Temps (Alger)")
    ('Union européenne', 'Le Temps Alger')
    """
    found = BRACKETED.search(name)
    if found is None:
        return name
    bare, told = BRACKETED.sub("", name).strip(), found.group(1).strip()
    repeats = told.replace(".", "").replace("-", "").isupper() and " " not in told
    repeats = repeats or squash(told) in acronyms_of(bare) or squash(bare) in acronyms_of(told)
    return bare if repeats else f"{bare} {told}".strip()


@lru_cache(maxsize=16384)
def content_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: no articles or legal forms, singular, states as codes.

    >>> content_words("ministère russe des Affaires étrangères")
    ('ministere', '@RU', 'affaire', 'etrangere')
    """
    kinds = word_kinds()
    form = normalize(unbracketed(name)).replace("'", " ").replace("-", " ").replace("&", " ")
    text = " ".join(WORD.findall(form))
    head = text.split(" ", 1)[0]
    if head in kinds.body:
        text = _mark_countries(text)
    found: list[str] = []
    for word in text.split():
        if word in kinds.empty:
            continue
        for reading in kinds.read_as.get(word, (word,)):
            found.append(reading if reading.startswith("@") else _singular(reading))
    return tuple(found)


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= _LONG and word[-1] in "sx" else word


def _mark_countries(text: str) -> str:
    """Adjectives and names of states as ``@CODE``, with what leads to the name ("de la federation de")."""
    words = text.split()
    adjectives, names = demonyms(), country_names()
    marked: list[str] = []
    i = 0
    while i < len(words):
        for length in range(min(LONGEST_COUNTRY, len(words) - i), 0, -1):
            chunk = " ".join(words[i : i + length])
            if i and chunk in names:
                marked.append(f"@{names[chunk]}")
                i += length
                break
        else:
            codes = adjectives.get(words[i], ())
            marked.append(f"@{codes[0]}" if i and len(codes) == 1 else words[i])
            i += 1
    return " ".join(marked)


def acronyms_of(name: str) -> frozenset[str]:
    """Initials of a name of several words, with and without its small words.

    >>> "otsc" in acronyms_of("Organisation du traité de sécurité collective")
    True
    """
    words = WORD.findall(normalize(BRACKETED.sub("", name)).replace("'", " ").replace("-", " "))
    kinds = word_kinds()
    full = [word for word in words if word not in kinds.empty]
    if len(full) <= 1:
        return frozenset()
    return frozenset({"".join(word[0] for word in full), "".join(word[0] for word in words)})


def unmarked(name: str) -> str:
    """The one word of a name that is left without its legal form, plural and all; else the empty string."""
    words = WORD.findall(without_article(normalize(unbracketed(name))))
    legal = word_kinds().legal
    left = [word for word in words if word not in legal]
    return left[0] if len(left) == 1 and len(words) > 1 else words[0] if len(words) == 1 else ""
