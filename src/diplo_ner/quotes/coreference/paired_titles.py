"""Offices in a row with names in a row: "les ministres de la Justice et du Travail [X] et [Y]" are told in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...schema import Entity
from ...text.fold import fold
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.syntax import Syntax, syntax_of
from ..verbs.tokens import Token, honorific, is_person, token_at
from ..vocabulary.word_classes import ADPOSITION, COORDINATOR, DETERMINER, PUNCTUATION
from ..vocabulary.word_sets import word_set
from .roles import Title, bare, nationality, offices_of

_FUNCTION = ADPOSITION | COORDINATOR | DETERMINER | PUNCTUATION
_LONGEST = 16
"""Words of a row of offices at the most."""


def paired_titles(sentence: Sentence) -> Iterator[tuple[Entity, Title, Nominal]]:
    """The titles that a row of offices gives to a row of as many names, two of each, in order."""
    tokens = sentence.tokens
    joints = [i for i, t in enumerate(tokens[1:], 1) if t.low in word_set("and") and is_person(tokens[i - 1])]
    for i in joints:
        second = i + 1 + (honorific(tokens, i + 1) if i + 1 < len(tokens) else 0)
        one, other = tokens[i - 1].entity, token_at(tokens, second).entity
        phrase = _offices_before(syntax_of(sentence), i - 1)
        if phrase is None or one is None or other is None or other is one or other.type != "PERSON":
            continue
        both = _told_apart(tokens[phrase.head + 1 : _end(tokens, i - 1)])
        for entity, part in zip((one, other), both, strict=False):
            yield entity, _title(phrase, part), replace(phrase, gender="")


def _end(tokens: list[Token], name: int) -> int:
    """Where the offices in front of a name end: before a comma and a form of address."""
    end = name
    while end and (honorific(tokens, end - 1) or tokens[end - 1].text in (".", ",")):
        end -= 1
    return end


def _offices_before(syntax: Syntax, name: int) -> Nominal | None:
    """The noun of several people on which the offices in front of a name depend."""
    tokens = syntax.tokens
    for i in range(name - 1, max(-1, name - _LONGEST), -1):
        if syntax.covering[i] is not None and tokens[i].tag.people is None:
            return None
        if tokens[i].low in word_set("plural-article"):
            found = syntax.nominal(i, name)
            return found if found is not None and found.kind == "common" and found.people is not None else None
    return None


def _told_apart(words: list[Token]) -> tuple[list[Token], ...]:
    """The words of each of two offices: behind "de" each, or under two adjectives of nationality."""
    joints = [i for i, t in enumerate(words) if t.low in word_set("and")]
    if len(joints) != 1:
        return ()
    left, right = words[: joints[0]], words[joints[0] + 1 :]
    if not left or not right:
        return ()
    if right[0].classes & ADPOSITION:
        return left, right
    if nationality(left[-1].text) and nationality(right[0].text):
        return [*left, *right[1:]], right
    return ()


def _title(phrase: Nominal, part: list[Token]) -> Title:
    """What one of a row of offices says of its holder."""
    head = fold(phrase.low).removesuffix("s")
    countries = frozenset(code for t in part if t.text[0].islower() for code in nationality(t.text))
    told = (t for t in part if not t.classes & _FUNCTION and not (t.text[0].islower() and nationality(t.text)))
    words = [word for t in told for word in fold(t.text).replace("-", " ").split()]
    return Title(head, frozenset(map(bare, words)), countries, offices_of((head, *words)), former=False)
