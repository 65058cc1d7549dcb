"""English names of bodies: what stands before and behind their head ("Brookings Institution", "Institute for …")."""

from __future__ import annotations

from ..lexicon.org_heads import english_heads, heads
from .article_words import ArticleWords
from .word_sets import word_set


def before_head(words: ArticleWords, i: int) -> bool:
    """Whether a word may stand before an English head: a capitalised one that is no French small word."""
    folded = words.fold(i)
    if folded in word_set("english-head-link"):
        return words.capital(i - 1) and words.joined(i)
    if not words.capital(i) or not words.words[i].text[0].isalpha():
        return False
    if (
        folded in words.classes.plain
        or folded in word_set("article")
        or folded in word_set("of")
        or folded in word_set("no-english")
    ):
        return False
    return not words.opens(i) or folded in words.classes.english or words.fold(i + 1) not in heads()


def behind_head(words: ArticleWords, i: int) -> int:
    """The index past what an English preposition joins to a head: "of the Ryukyus", "for Strategic Studies".

    A head may stand behind another: "College Hospital".
    """
    while words.joined(i) and words.capital(i) and words.fold(i) in english_heads():
        i += 1
    end = j = i
    while words.joined(j) and (words.among(j, "english-link") or (j > i and words.capital(j))):
        j += 1
        if words.capital(j - 1) and not words.among(j - 1, "english-link"):
            end = j
    return end


def is_english(words: ArticleWords, i: int) -> bool:
    """Whether a word shows that the name is English: "Security", or a head that is no French one: "University"."""
    folded = words.fold(i)
    return folded in words.classes.english or (folded in english_heads() and folded not in heads())


def seated_in(words: ArticleWords, i: int) -> int | None:
    """The index past the town or state where a body sits, in French: "University College Hospital de Londres"."""
    if not words.among(i, "of") or not words.joined(i) or not words.joined(i + 1):
        return None
    k = i + 1 + (words.among(i, "bare-of") and words.article(i + 1))
    state = words.state(k)
    return state[0] if state is not None else words.place(k)
