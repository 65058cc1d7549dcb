"""Comparing two names of organisations: by the table, else word by word; look-alikes are two."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..lexicon.countries import country_names, demonyms
from ..lexicon.organisations import Organisation, by_id, org_names, weak_org_names
from ..lexicon.places import place_names
from ..tables import rows
from ..text.fold import fold
from .comparison import Comparison, different, same, unsure
from .edits import one_slip
from .organisation_meaning import Meaning, forms_of, organisation_meaning
from .organisation_words import (
    acronyms_of,
    content_words,
    unmarked,
    without_article,
)
from .skeleton import skeletons

_LONGEST_ACRONYM, _LONGEST_WORD = 8, 6
"""Letters of what may be an acronym, and of one with a single capital ("Insee"), at the most."""
_EITHER_ARTICLE = re.compile(r"(al|el)[- ]")
_SHORTEST_ACRONYM = 3
_SHORTEST_SLIP = 7
_SHORTEST_SOUND = 6


@lru_cache(maxsize=1)
def same_bodies() -> Mapping[str, str]:
    """Rows that are one body under two names, each to the row that stands for both."""
    return {row["id"]: row["other"] for row in rows("diplo_ner.names", "same_bodies.csv")}


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """Every word in a name of the table, and every adjective and name of a state."""
    known = {word for name in (*org_names(), *weak_org_names()) for word in content_words(name)}
    places = (*demonyms(), *country_names(), *place_names())
    return frozenset(known | {word for name in places for word in name.replace("-", " ").split()})


def _is_slip(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a name is one of the table with a slip in one long word that no name has: "Union europénne"."""
    if len(words) != len(known) or len(words) <= 1:
        return False
    unlike = [(word, other) for word, other in zip(words, known, strict=True) if word != other]
    if len(unlike) != 1:
        return False
    word, other = unlike[0]
    return (
        min(len(word), len(other)) >= _SHORTEST_SLIP
        and word[0] == other[0]
        and one_slip(word, other)
        and word not in _vocabulary()
    )


def _acronym(name: str) -> str:
    """The letters of a name that looks like an acronym, else the empty string."""
    bare = without_article(name.strip()).replace(".", "")
    bare = re.sub(r"^[ldLD]['’]", "", bare)
    letters = fold(bare)
    if " " in bare or not 1 < len(letters) <= _LONGEST_ACRONYM or not bare[:1].isupper():
        return ""
    return letters if sum(char.isupper() for char in bare) > 1 or len(letters) <= _LONGEST_WORD else ""


@lru_cache(maxsize=16384)
def compare_organisations(a: str, b: str) -> Comparison:
    """Compare two names of organisations; symmetric.

    >>> compare_organisations("Conseil européen", "Conseil de l'Europe").verdict
    'different'
    >>> compare_organisations("ministère russe de la Pêche", "ministère de la Pêche de Russie").verdict
    'same'
    """
    first, second = sorted((a, b))
    if set(forms_of(first)) & set(forms_of(second)) and not _two_articles(first, second):
        return same(1.0, "equal but for case, accents, article")
    one, other = organisation_meaning(first), organisation_meaning(second)
    if one.ident and other.ident:
        doubtful = _may_expand(first, second, one, other) or _may_expand(second, first, other, one)
        return _compare_bodies(one.ident, other.ident, doubtful=doubtful)
    if _two_articles(first, second):
        return unsure(0.4, "the same word behind articles of two languages")
    words_one, words_other = content_words(first), content_words(second)
    if len(words_one) > 1 and sorted(words_one) == sorted(words_other):
        return same(0.95, "the same words, small words and order aside")
    if unmarked(first) == unmarked(second) != "":
        return same(0.95, "equal but for the legal form")
    initials = _compare_acronym(first, second, one, other)
    if initials is not None:
        return initials
    possible_one = frozenset(one.others | ({one.ident} if one.ident else set()))
    possible_other = frozenset(other.others | ({other.ident} if other.ident else set()))
    shared = possible_one & possible_other
    if _told_as_one(possible_one, possible_other):
        return same(0.75, f"{first} and {second} are names of one body")
    if len(shared) == 1 and max(len(possible_one), len(possible_other)) == 1 and not _is_generic(shared):
        return same(0.75, f"the only body of that name is {_called(next(iter(shared)))}")
    if shared:
        return unsure(0.5, f"one name may mean {', '.join(sorted(map(_called, shared)))} and others")
    if possible_one and possible_other:
        if _tells_more(words_one, words_other) or _tells_more(words_other, words_one):
            return unsure(0.5, "one name tells a state, the other does not")
        return different(0.05, "names of different bodies")
    if (other.ident and _is_slip(words_one, words_other)) or (one.ident and _is_slip(words_other, words_one)):
        return same(0.8, f"a slip for {_called(one.ident or other.ident or '')}")
    return _compare_words(first, second, words_one, words_other)


def _compare_bodies(one: str, other: str, *, doubtful: bool) -> Comparison:
    """Two names that are each of one body of the table; ``doubtful`` is whether one may stand for more."""
    if one == other:
        return same(0.98, f"both are {_called(one)}")
    if same_bodies().get(one, one) == same_bodies().get(other, other):
        return same(0.9, f"{_called(one)} and {_called(other)} are one body")
    if doubtful:
        return unsure(0.4, f"one name may mean {_called(one)} and {_called(other)}")
    return different(0.0, f"{_called(one)} and {_called(other)} are two bodies")


def _two_articles(a: str, b: str) -> bool:
    """Whether two names are alike but for "Al" and "El": El Watan and Al Watan are two papers."""
    found_a, found_b = (_EITHER_ARTICLE.match(fold(name)) for name in (a, b))
    return found_a is not None and found_b is not None and found_a.group(1) != found_b.group(1)


def _may_expand(short: str, long: str, of_short: Meaning, of_long: Meaning) -> bool:
    """Whether a name that usually is one body's may be the long form of another's acronym."""
    return bool(_acronym(short)) and of_short.ident in of_long.others and " " in long


def _told_as_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names have one meaning each, and these are one body under two names."""
    if len(one) != 1 or len(other) != 1 or one == other:
        return False
    (ident_one,), (ident_other,) = one, other
    return same_bodies().get(ident_one, ident_one) == same_bodies().get(ident_other, ident_other)


def _tells_more(more: tuple[str, ...], less: tuple[str, ...]) -> bool:
    """Whether one name is another with a state told."""
    return bool(less) and len(more) > len(less) and sorted(w for w in more if w[0] != "@") == sorted(less)


def _is_generic(idents: frozenset[str]) -> bool:
    return any((body := by_id(ident)) is not None and body.generic for ident in idents)


def _called(ident: str) -> str:
    body: Organisation | None = by_id(ident)
    return body.canonical if body else ident


def _compare_acronym(a: str, b: str, one: Meaning, other: Meaning) -> Comparison | None:
    """An acronym and the words it stands for, or None where neither is one."""
    for short, long, of_short, of_long in ((a, b, one, other), (b, a, other, one)):
        letters = _acronym(short)
        if not letters or letters not in acronyms_of(long):
            continue
        if of_short.ident and not of_long.others:
            return unsure(0.4, f"{short} usually is {_called(of_short.ident)}")
        if of_long.ident and of_short.others and of_long.ident not in of_short.others:
            return unsure(0.4, f"{short} usually is another body")
        if len(letters) < _SHORTEST_ACRONYM and not (of_long.ident and of_long.ident in of_short.others):
            return unsure(0.5, f"{short} are the initials of {long}, but two letters say little")
        return same(0.85, f"{short} are the initials of {long}")
    return None


def _compare_words(a: str, b: str, words_a: tuple[str, ...], words_b: tuple[str, ...]) -> Comparison:
    """Names that the table does not tell apart."""
    if not words_a or not words_b:
        return unsure(0.5, "nothing to compare")
    joined_a, joined_b = "".join(words_a), "".join(words_b)
    if joined_a == joined_b and max(len(words_a), len(words_b)) > 1:
        return same(0.95, "the same letters")
    if min(len(joined_a), len(joined_b)) >= _SHORTEST_SOUND and len(words_a) == len(words_b) == 1:
        if skeletons(joined_a) & skeletons(joined_b):
            return same(0.8, "one name transcribed")
        return different(0.1, "the words differ")
    few, many = sorted((set(words_a), set(words_b)), key=len)
    if few < many:
        extra = many - few
        if all(word.startswith("@") for word in extra):
            return unsure(0.5, "one name tells a state, the other does not")
        return different(0.2, f"one name has more words: {', '.join(sorted(extra))}")
    return different(0.05, "the words differ")
