"""Noun phrases: an article, a noun with its adjectives and complements, a name in apposition."""

from __future__ import annotations

from ..verbs.groups import Group
from ..verbs.tokens import NAME, QUOTE, Token, skip
from ..vocabulary.word_classes import CONTRACTED, DEFINITE, DETERMINER, INDEFINITE, NUMBER, OF
from ..vocabulary.word_sets import word_set
from .complements import extend
from .nominals import Nominal, name_at, pronoun_at, unknown_name_at
from .noun_heads import content, gender_of_phrase


def nominal(
    tokens: list[Token], i: int, end: int, groups_at: dict[int, Group], *, inverted: bool = False
) -> Nominal | None:
    """Read the noun phrase or pronoun that begins at a token.

    Args:
        tokens: the sentence.
        i: where it is to begin.
        end: the token it must end before.
        groups_at: verb groups by their first token, which end a phrase.
        inverted: whether it stands behind its verb; then "à la presse" is none of it.

    Returns:
        The phrase, or None when none begins there.
    """
    if i >= end:
        return None
    token = tokens[i]
    if (token.classes & QUOTE or token.low == "") and not token.classes & NAME:
        return None
    return (
        pronoun_at(tokens, i, end, groups_at)
        or name_at(tokens, i, end)
        or _most(tokens, i, end)
        or _common(tokens, i, end, groups_at, inverted)
        or unknown_name_at(tokens, i, end, groups_at)
    )


def _most(tokens: list[Token], i: int, end: int) -> Nominal | None:
    """« la plupart » by itself."""
    if not _is_most(tokens, i, end) or (i + 2 < end and tokens[i + 2].classes & (OF | CONTRACTED)):
        return None
    return Nominal(tokens, i, i + 1, i + 1, "pronoun", number="p")


def _is_most(tokens: list[Token], i: int, end: int) -> bool:
    return tokens[i].low in word_set("feminine-article") and i + 1 < end and tokens[i + 1].low in word_set("most")


def _quantity(tokens: list[Token], i: int, end: int) -> tuple[int, str, int]:
    """The place behind what counts a noun ("l'un [des]", "de [nombreux]"), its number, and its reach.

    The reach is 0 where nothing such stands there, 1 where it takes all of a kind, 2 where it takes a part.
    """
    first = tokens[i].low
    several = word_set("quantifying-adjective") | word_set("plural-fore-adjective")
    if first in word_set("of") and i + 1 < end and tokens[i + 1].low in several:
        return i + 1, "p", 1
    counted = behind_count(tokens, i, end)
    if counted > i:
        return counted, "p", 2
    one = word_set("one")
    if first in word_set("elided-article") and i + 2 < end and tokens[i + 1].low in one:
        return i + 3, "s", 2
    k = i + 1 + int(i + 1 < end and tokens[i + 1].low in word_set("another"))
    if first in one and k < end and (tokens[k].classes & OF or tokens[k].low in word_set("of-several")):
        return k + 1, "s", 2
    return (i + 3, "p", 2) if _is_most(tokens, i, end) else (i, "", 0)


def behind_count(tokens: list[Token], i: int, end: int) -> int:
    """The place behind "une petite poignée de", "des dizaines de milliers de", "plus de cent"; ``i`` for none."""
    low = tokens[i].low
    if low in word_set("rough-number") and i + 2 < end and tokens[i + 1].classes & OF:
        counted = behind_count(tokens, i + 2, end)
        one = tokens[i + 2].classes & NUMBER or tokens[i + 2].low in word_set("one")
        return max(counted, i + 2) if one or counted > i + 2 else i
    bare = low in word_set("quantity-word") or low in word_set("good")
    j = i if bare else skip(tokens, i, DETERMINER | NUMBER, end)
    if j < end and tokens[j].low in word_set("good" if bare else "measuring-adjective"):
        j += 1
    counts = word_set("quantity-word") if bare else word_set("counting-noun")
    if (not bare and j == i) or j >= end - 1 or tokens[j].low not in counts or not _of(tokens[j + 1]):
        return i
    one_thing = tokens[i].classes & DEFINITE and tokens[j + 1].low not in word_set("of-several")
    thousands = j + 3 < end and tokens[j + 2].low in word_set("counting-noun") and tokens[j + 3].classes & OF
    return i if one_thing else j + 4 if thousands else j + 2


def _of(token: Token) -> bool:
    """Whether "de" or "des" leads from what counts to what is counted ("une poignée de", "la majorité des")."""
    return bool(token.classes & OF) or token.low in word_set("of-several")


def _is_share(tokens: list[Token], j: int, end: int) -> bool:
    """« 30 % des »."""
    percent = j + 2 < end and tokens[j].classes & NUMBER and tokens[j + 1].low == "%"
    return bool(percent and tokens[j + 2].classes & (OF | CONTRACTED))


def _common(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group], inverted: bool) -> Nominal | None:
    j, number, reach = _quantity(tokens, i, end)
    if _is_share(tokens, j, end):
        j, number, reach = j + 3, "p", 2
    determiner = INDEFINITE if reach else 0
    while j < end and tokens[j].classes & (DETERMINER | NUMBER):
        classes = tokens[j].classes
        determiner |= classes & DETERMINER
        low = tokens[j].low
        if number == "s" and classes & NUMBER:
            number = "p"
        if not number:
            if low in word_set("plural-determiner") or classes & NUMBER or low in word_set("small-number"):
                number = "p"
            else:
                number = "s"
        j += 1
    if not determiner:
        known = tokens[i].tag.people
        if j > i and j < end and tokens[i].classes & NUMBER:
            known, determiner = tokens[j].tag.people, INDEFINITE
        if known is None and tokens[i].low in word_set("fore-adjective") and i + 1 < end:
            known = tokens[i + 1].tag.people
        if known is None or i in groups_at:
            return None
    if determiner & DEFINITE and j < end and tokens[j].low in word_set("superlative"):
        j += 1
    head, j = content(tokens, j, end, groups_at)
    if head < 0:
        return None
    before = tokens[i - 1].low if i else ""
    if not determiner and before in word_set("contracted"):
        determiner, number = DEFINITE, "p" if before in word_set("contracted-plural") else "s"
    tagged = tokens[head].tag
    found = Nominal(
        tokens,
        i,
        head,
        j - 1,
        "common",
        number=number or "s",
        gender=gender_of_phrase(tokens, i, head, tagged.people),
        determiner=determiner,
        people=tagged.people,
        speech=tagged.speech,
        partitive=reach > 1,
    )
    extend(found, j, end, groups_at, inverted)
    return found
