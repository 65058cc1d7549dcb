"""Whether a word that may be a finite verb is one where it stands: the one answer for clauses and for verb groups."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...lexicon.tables import cell_list, rows
from ..vocabulary.cues import PACKAGE
from ..vocabulary.verb_forms import Verb, verb
from ..vocabulary.word_classes import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    NUMBER,
    OBJECT,
    OF,
    PREPOSITION,
    PUNCTUATION,
    THAT,
    tag,
)
from ..vocabulary.word_sets import word_set
from .tokens import Token

EDGE = Token(0, 0, "", tag(""), PUNCTUATION, None, -1)
"""What stands outside of the words."""


@lru_cache(maxsize=1)
def clause_words() -> dict[str, frozenset[str]]:
    """Closed-class words by what they tell about the verb of a clause (``data/clause_words.csv``)."""
    return {row["class"]: frozenset(cell_list(row["words"])) for row in rows(PACKAGE, "clause_words.csv")}


def verb_at(tokens: Sequence[Token], i: int) -> Verb | None:
    """What a token may be as a verb by its form."""
    text = tokens[i].text if 0 <= i < len(tokens) else ""
    return verb(text) if text[:1].isalpha() and text != "A" else None


def token_at(tokens: Sequence[Token], i: int) -> Token:
    """The token at a place; the edge outside of them."""
    return tokens[i] if 0 <= i < len(tokens) else EDGE


def is_finite(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a token is a finite verb, by its form and its neighbours; ``end`` is where the words end."""
    lists = clause_words()
    word, before, after = tokens[i], token_at(tokens, i - 1), token_at(tokens, i + 1)
    form = verb_at(tokens, i)
    if form is None:
        return must_be_verb(tokens, i)
    if not form.finite:
        return False
    if before.low in lists["verb_ahead"] or before.low in word_set("subject-of-verb") or _follows_subject(tokens, i):
        return True
    noun_ahead = before.classes & (DETERMINER | PREPOSITION | OF | NUMBER)
    if word.low in lists["homograph"] and noun_ahead:
        return False
    if word.tag.auxiliary is not None:
        east = word.low in word_set("auxiliary-noun")
        return not (east and (before.low in lists["noun_ahead"] or before.low in word_set("the-before-noun")))
    named = word.text[0].isupper() and not form.subject and not form.persons & {"1p", "2p"}
    if named or form.persons == {"2s"}:
        return False
    if after.low in word_set("behind-verb") or (before.low in word_set("we-or-you") and form.persons & {"1p", "2p"}):
        return True
    ahead = verb_at(tokens, i - 1)
    if before.tag.auxiliary is not None or (ahead is not None and ahead.infinitive):
        return False
    if form.sure:
        return before.low not in lists["noun_ahead"] or token_at(tokens, i - 2).low in word_set("whatever")
    if before.low in lists["clitic"] and not before.classes & DETERMINER:
        return True
    return not (noun_ahead or before.classes & COORDINATOR) and _looks_like_verb(tokens, i, end)


def must_be_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word no table knows stands where only a verb can: behind "je", "il", "on" and clitics."""
    word = tokens[i]
    unknown = not word.classes and word.low.endswith(("e", "es", "ent", "t", "s", "d", "a", "ai"))
    return unknown and _follows_subject(tokens, i)


def _follows_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether a subject pronoun stands before a word, clitics apart."""
    back = i - 1
    while token_at(tokens, back).low in clause_words()["clitic"] - word_set("we-or-you"):
        back -= 1
    return token_at(tokens, back).low in word_set("own-subject")


def _looks_like_verb(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a word that may be a noun or a participle as well has a verb's neighbours."""
    lists = clause_words()
    word, before, after = tokens[i], token_at(tokens, i - 1), token_at(tokens, i + 1)
    if word.low in lists["homograph"]:
        return bool(after.classes & (DETERMINER | THAT)) and after.low not in word_set("contracted-of")
    if word.low in lists["copula"]:
        return True
    if after.low in ("", ".", "!", "?"):
        return tokens[end - 1].low in (".", "!", "?", "…") and not before.classes & PUNCTUATION
    if after.classes & (PUNCTUATION | COORDINATOR) or after.low in word_set("of-any"):
        return False
    following = verb_at(tokens, i + 1)
    object_ = after.classes & (DETERMINER | THAT | ADVERB | PREPOSITION | OBJECT)
    return bool(object_) or (following is not None and following.infinitive)
