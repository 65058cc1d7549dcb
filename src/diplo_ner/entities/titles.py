"""Titles and forms of address in front of a person's name: "M.", "Mme", "le général", "Lord", "Premier ministre"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from diplo_ner.tables import rows
from diplo_ner.text.words import words as split

from .article import Article
from .word_sets import word_set, written

PACKAGE = "diplo_ner.entities"


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its words folded, whether it is a mere form of address, and its gender (m, f, u)."""

    words: tuple[str, ...]
    address: bool
    gender: str


@lru_cache(maxsize=1)
def titles() -> dict[str, list[Title]]:
    """Titles by their last word, longest first."""
    found: dict[str, list[Title]] = {}
    for row in rows(PACKAGE, "titles.csv"):
        key = tuple(w.fold for w in split(row["word"]))
        title = Title(key, row["kind"] == "address", row["gender"])
        held = found.setdefault(key[-1], [])
        if all(t.words != key for t in held):
            held.append(title)
    for held in found.values():
        held.sort(key=lambda t: -len(t.words))
    return found


def title_before(article: Article, i: int) -> tuple[int, Title] | None:
    """The title that ends right before word ``i``: its first word's index and the title, or None."""
    if i <= 0:
        return None
    for title in titles().get(article.words[i - 1].fold, ()):
        first = i - len(title.words)
        if article.stands(title.words, first) and _is_written_so(article, first, title):
            return first, title
    return None


def _is_written_so(article: Article, first: int, title: Title) -> bool:
    """Whether the short civilities have their capital, and "M" without its full stop is no initial of a name."""
    text = article.words[first].text
    if title.words[0] in word_set("mister"):
        opens = len(title.words) > 1 or not article.is_capital(first - 1) or article.opens(first)
        return opens and text in written("mister")
    return len(title.words) > 1 or title.words[0] not in word_set("lawyer") or text in written("lawyer")


def title_at(article: Article, i: int, last: int) -> int:
    """How many words from ``i`` on, and before ``last``, are a title; 0 when none."""
    best = 0
    for k in range(i, min(i + 4, last)):
        for title in titles().get(article.fold(k), ()):
            size = len(title.words)
            if title.address and article.words[i].text.isupper() and len(article.words[i].text) > 1:
                continue
            if k - size + 1 != i or size <= best or not _is_written_so(article, i, title):
                continue
            if article.stands(title.words, i):
                best = size
    return best
