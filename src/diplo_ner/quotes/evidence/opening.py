"""How quoted words begin: with a finite verb, whose subject stands outside, or with the participle of an auxiliary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..grammar.syntax import Syntax
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, Token, skip_back
from ..vocabulary.verb_forms import verb
from ..vocabulary.word_classes import ADVERB, tag
from ..vocabulary.word_sets import word_set

_MARKS = "«“„\"‹‘' \u00a0\u202f"


class Predicate(NamedTuple):
    """A finite verb that opens quoted words.

    ``sure`` when the form or a clitic in front leaves no doubt; ``reports`` when it is a form of a listed verb that
    reports and no noun ("dénonce").
    """

    sure: bool
    reports: bool


def opening_words(token: Token) -> list[str]:
    """The words of a passage without its opening mark, clitics apart."""
    return token.text.lstrip(_MARKS).replace("’", "' ").replace("'", "' ").split()


def bare_word(words: Sequence[str]) -> str:
    """The first of some words without the marks and stops behind it, empty where there is none."""
    return words[0].strip("»”\"›’',.;") if words else ""


def opening_predicate(token: Token) -> Predicate | None:
    """The finite verb in the third person that a passage begins with; None when it begins otherwise."""
    opening = opening_words(token)
    clitic = False
    while opening and opening[0].lower() in word_set("verb-opening"):
        opening, clitic = opening[1:], True
    word = bare_word(opening)
    told = verb(word) if word else None
    if told is None or not told.finite or not told.persons & {"3s", "3p"}:
        return None
    known = tag(word)
    listed = any(r.mood == "finite" and r.strength in ("strong", "weak") for r in known.readings)
    return Predicate(told.sure or clitic, listed and not known.speech and known.people is None)


def is_quoted_verb(syntax: Syntax, at: int) -> bool:
    """Whether a passage begins with the participle of an auxiliary in front of it ("a « exhorté la Russie »")."""
    return auxiliary_of(syntax, at) is not None


def auxiliary_of(syntax: Syntax, at: int, *, any_verb: bool = False) -> Group | None:
    """The auxiliary whose participle a passage begins with; adverbs may stand between them.

    The participle is that of a verb that reports, or of any verb.
    """
    token = syntax.tokens[at]
    if not token.classes & QUOTE or at == 0:
        return None
    k = skip_back(syntax.tokens, at - 1, ADVERB, 1)
    group = syntax.covering[k]
    if group is None and syntax.tokens[k].low in word_set("auxiliary"):
        group = Group(k, k, k, "infinitive", syntax.tokens[k].low)
    if group is None or group.lemma not in word_set("auxiliary"):
        return None
    opening = opening_words(token)
    while len(opening) > 1 and tag(opening[0]).classes & ADVERB:
        opening = opening[1:]
    word = bare_word(opening)
    told = any(r.mood == "past_participle" and (any_verb or r.strength != "plain") for r in tag(word).readings)
    return group if told else None
