"""Letters in brackets behind a state or a person are that state or person: "(RDC)", "Mohammed ben Salmane (MBS)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate, Tier
from .gazetteer import lexicon
from .word_sets import word_set

_MOST_LETTERS = 6


def told_letters(article: Article, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The letters of the states and persons found, in brackets behind them and wherever else the article has them.

    Args:
        article: The article.
        found: The mentions that something certain speaks for.
    """
    ends = {c.end: c for c in found if c.type in ("COUNTRY", "PERSON")}
    told: dict[str, Candidate] = {}
    for i, word in enumerate(article.words):
        if word.text != "(" or i == 0 or article.fold(i + 2) != ")":
            continue
        short = article.words[i + 1].text
        owner = ends.get(article.words[i - 1].end)
        if owner is not None and 1 < len(short) <= _MOST_LETTERS and short.isupper() and _means(article, owner, short):
            told.setdefault(short, owner)
    for i in article.capitals if told else ():
        word = article.words[i]
        named = told.get(word.text)
        if named is not None:
            reason = "lettres que le texte explique"
            yield Candidate(word.start, word.end, named.type, Tier.FACT, reason, named.ref, "acronym")


def _means(article: Article, owner: Candidate, short: str) -> bool:
    """Whether letters are the initials of a name, or another name of the same state."""
    entries = lexicon().alone.get(fold(short), ())
    if owner.type == "COUNTRY" and any(e.type == "COUNTRY" and e.ref == owner.ref for e in entries):
        return True
    return fold(short) in initials(article.text[owner.start : owner.end])


def initials(name: str) -> frozenset[str]:
    """The letters that a name may be told by, folded, with and without those of its small words.

    >>> sorted(initials("Mohammed ben Salmane"))
    ['mbs', 'ms']
    """
    words = fold(name).replace("-", " ").replace("'", " ").split()
    small = word_set("particle") | word_set("link")
    return frozenset(("".join(w[0] for w in words), "".join(w[0] for w in words if w not in small)))
