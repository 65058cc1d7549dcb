"""Tokens: words, names and quoted passages, with all that is known about each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ...schema import Entity
from ..vocabulary.word_classes import CONTRACTED, DETERMINER, OF, PUNCTUATION, SUBJECT, Tag, tag
from ..vocabulary.word_sets import word_set

NAME = 1 << 20
QUOTE = 1 << 21

NO_WORD = Tag("", 0, (), None, "", None, frozenset())

_ASIDE = 14
"""Tokens of what is added in brackets at the most, with them."""
_TITLE = 14
"""Words of a title between marks at the most."""
_NUMBER_PARTS = 2
"""Tokens of a number and its stop."""
_MARKED = 4
"""Words between marks that may still be a noun in a sentence of the writer's."""


class Token:
    """A word, a name (all words of one mention) or a quoted passage.

    ``classes`` holds the bits of ``wordclass`` and NAME, QUOTE; ``entity`` is the entity a name belongs to, ``quote``
    the number of a passage, -1 for other tokens.
    """

    __slots__ = ("classes", "end", "entity", "low", "quote", "start", "tag", "text")

    def __init__(self, start: int, end: int, text: str, tagged: Tag, classes: int, entity: Entity | None, quote: int):
        self.start = start
        self.end = end
        self.text = text
        self.tag = tagged
        self.low = tagged.low
        self.classes = classes
        self.entity = entity
        self.quote = quote

    def __repr__(self) -> str:
        return f"{self.text!r}"

    def names_member(self, person: Token) -> bool:
        """Whether a party's name stands for its member, whose full name follows it ("l'UDC [Prénom Nom]")."""
        if self.entity is None or self.entity.type != "ORGANISATION" or person.entity is None:
            return False
        return bool(person.classes & NAME) and person.entity.type == "PERSON" and " " in person.text


def plain_tokens(spelt: Iterable[str]) -> list[Token]:
    """Words as tokens without offsets, where no name and no passage is looked for."""
    return [_plain(word) for word in spelt]


@lru_cache(maxsize=65536)
def _plain(word: str) -> Token:
    told = tag(word)
    return Token(0, 0, word, told, told.classes, None, -1)


EDGE = Token(0, 0, "", tag(""), PUNCTUATION, None, -1)
"""What stands outside of the words."""


def token_at(tokens: Sequence[Token], i: int) -> Token:
    """The token at a place; the edge outside of them."""
    return tokens[i] if 0 <= i < len(tokens) else EDGE


def skip(tokens: Sequence[Token], i: int, classes: int, end: int | None = None) -> int:
    """The first place from ``i`` on, as far as ``end``, whose token is of none of some classes."""
    end = len(tokens) if end is None else end
    while i < end and tokens[i].classes & classes:
        i += 1
    return i


def skip_back(tokens: Sequence[Token], i: int, classes: int, start: int = 0) -> int:
    """The last place up to ``i``, back to ``start``, whose token is of none of some classes; ``start - 1`` for none."""
    while i >= start and tokens[i].classes & classes:
        i -= 1
    return i


def is_person(token: Token) -> bool:
    """Whether a token is the name of a person."""
    return token.entity is not None and token.entity.type == "PERSON"


def honorific(tokens: Sequence[Token], i: int) -> int:
    """How many tokens from ``i`` on are a form of address ("M.", "Mme", "El Hadj"); 0 when none."""
    if tokens[i].text in word_set("address-opening") and i + 1 < len(tokens) and honorific(tokens, i + 1) == 1:
        return 2
    if tokens[i].low not in word_set("address") or not tokens[i].text[0].isupper():
        return 0
    return 2 if token_at(tokens, i + 1).text == "." else 1


def is_address(token: Token, end: int) -> bool:
    """Whether a token is a form of address, so that the stop right behind it ends nothing ("M. Diallo")."""
    return token.end == end and token.text[0].isupper() and token.low in word_set("address")


def without_asides(tokens: list[Token]) -> list[Token]:
    """Tokens without what brackets add behind a word: "le député (PS)", "le bourgmestre (maire) de Liège".

    A passage is never left out, because each passage of a sentence is one of its tokens; nor is a person, who may be
    its speaker, nor an age.
    """
    if not any(t.low == "(" for t in tokens):
        return tokens
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        closing = _aside_end(tokens, i) if tokens[i].low == "(" and found else -1
        if closing < 0:
            found.append(tokens[i])
        i = max(i, closing) + 1
    return found


def _aside_end(tokens: list[Token], opening: int) -> int:
    """The bracket that closes an aside behind a word; behind a passage, only where a colon follows. -1 for none."""
    closing = next((k for k in range(opening, min(opening + _ASIDE, len(tokens))) if tokens[k].low == ")"), -1)
    before = tokens[opening - 1]
    if not before.text[-1].isalnum() and not (before.classes & QUOTE and token_at(tokens, closing + 1).low == ":"):
        return -1
    kept = any(t.classes & QUOTE or is_person(t) or t.text[0].isdigit() for t in tokens[opening:closing])
    return -1 if kept else closing


def joins_number(found: list[Token], token: Token) -> bool:
    """Whether digits go on with a number behind its stop or comma ("20.000", "1,3"), which then reaches over them."""
    if len(found) < _NUMBER_PARTS or not token.text.isdigit() or found[-1].low not in (".", ","):
        return False
    number, stop = found[-2:]
    if not number.text[-1].isdigit() or number.end != stop.start or stop.end != token.start:
        return False
    found.pop()
    number.end, number.text = token.end, f"{number.text}{stop.text}{token.text}"
    return True


def without_marks(tokens: list[Token]) -> list[Token]:
    """Tokens without the marks around a noun that are no quote's: 'les "gilets jaunes" dénoncent' is read as plain."""
    opens = word_set("opening-mark")
    found: list[Token] = []
    closing = title = -1
    for i, token in enumerate(tokens):
        if i == closing:
            continue
        if i <= title:
            continue
        title = _title(tokens, i) if token.low in opens else -1
        if title > 0:
            found.append(Token(token.start, tokens[title].end, token.text, NO_WORD, QUOTE, None, -1))
            continue
        if token.low in opens and found and found[-1].classes & (DETERMINER | CONTRACTED | OF):
            closing = _closing_mark(tokens, i)
            if closing > 0:
                _take_in(tokens, i, closing)
                continue
        found.append(token)
    return found


def _title(tokens: list[Token], opening: int) -> int:
    """The mark that closes a title with a subject of its own ("sous le titre « Ils ont osé »"); -1 where none does."""
    clause = False
    for i in range(opening + 1, min(opening + 2 + _TITLE, len(tokens))):
        if tokens[i].low in word_set("closing-mark"):
            return i if clause else -1
        if tokens[i].classes & QUOTE or tokens[i].low in word_set("opening-mark"):
            return -1
        clause = clause or bool(tokens[i].classes & SUBJECT)
    return -1


def _take_in(tokens: list[Token], opening: int, closing: int) -> None:
    """Let the words between two marks reach over them, so that what is told of a noun has both; a name has neither."""
    first, last = tokens[opening + 1], tokens[closing - 1]
    if not first.classes & NAME:
        first.start = tokens[opening].start
    if not last.classes & NAME:
        last.end = tokens[closing].end


def _closing_mark(tokens: list[Token], opening: int) -> int:
    """The mark that closes one around a noun of a few words, -1 where none does."""
    for i in range(opening + 1, min(opening + 2 + _MARKED, len(tokens))):
        if tokens[i].low in word_set("closing-mark"):
            return i if i > opening + 1 else -1
        if tokens[i].classes & (QUOTE | PUNCTUATION):
            return -1
    return -1
