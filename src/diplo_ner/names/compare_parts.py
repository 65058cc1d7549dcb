"""Comparing two names of persons by their parts alone; contradiction vetoes, likeness only suggests."""

from __future__ import annotations

import re

from .comparison import Comparison, different, same, unsure
from .given import gender_of, reading, squash
from .known import is_known_family
from .match_family import common_families, match_family, match_vowelless
from .match_given import Likeness, Match, match_given, match_unit, units
from .normalize import normalize, strip_honorifics
from .parts import NameParts, other_reading, split_name
from .skeleton import skeletons

_TURNED = 0.9
"""How alike two names must be whose parts are turned round."""
_LONE_H = re.compile(r"(?<![ksczt])h")
_SAME_KING = (Likeness.KIN, Likeness.SLAVIC_KIN, Likeness.SLIP)
_SCORES = {
    Likeness.EQUAL: 1.0,
    Likeness.VARIANT: 0.97,
    Likeness.SHORT: 0.93,
    Likeness.INITIAL: 0.87,
    Likeness.SLIP: 0.85,
    Likeness.SLAVIC_KIN: 0.85,
    Likeness.FURTHER: 0.82,
    Likeness.MISSING: 0.6,
    Likeness.PARTIAL: 0.55,
    Likeness.KIN: 0.4,
    Likeness.CONFLICT: 0.05,
}


def plain(name: str) -> str:
    """A name without titles and marks, to see whether two are equal."""
    return normalize(strip_honorifics(name).name).replace("-", " ").replace(".", "").replace("'", "")


def _gender(name: str, parts: NameParts) -> str | None:
    """The gender that the title, else the first given name tells."""
    if parts.gender:
        return parts.gender
    return gender_of(parts.given[0]) if parts.given and not parts.east_asian else None


def equal(a: str, b: str) -> Comparison:
    """The outcome for two names that are ``plain``ly equal: the same unless their titles contradict."""
    gender_a, gender_b = strip_honorifics(a).gender, strip_honorifics(b).gender
    if gender_a and gender_b and gender_a != gender_b:
        return different(0.05, "titles tell a man and a woman")
    return same(1.0, "equal but for case, accents, hyphens and titles")


def compare_parts_of(a: str, b: str) -> Comparison:
    """Compare two names by their parts alone, in each order their words may be read."""
    parts_a, parts_b = split_name(a), split_name(b)
    if plain(a) == plain(b) and plain(a):
        return equal(a, b)
    result = compare_parts(parts_a, parts_b)
    if result.verdict == "same":
        return result
    others_a, others_b = other_reading(a), other_reading(b)
    for one, other in ((others_a, parts_b), (parts_a, others_b)):
        if one is None or other is None:
            continue
        turned = compare_parts(one, other)
        if turned.verdict == "same" and turned.score >= _TURNED:
            if _may_be_either(parts_a) and _may_be_either(parts_b):
                return unsure(0.5, "the same words in the other order, and either may be the family name")
            return same(turned.score - 0.03, "the same words in the other order", *turned.reasons)
    return result


def _may_be_either(parts: NameParts) -> bool:
    """Whether both words of a name are given names, so that the order counts."""
    return all(reading(word).own and gender_of(word) for word in (*parts.given, *parts.family))


def compare_parts(a: NameParts, b: NameParts) -> Comparison:
    """Compare two names that are split into parts."""
    contradiction = veto(a, b)
    if contradiction:
        return different(0.05, contradiction)
    if "empty" in (a.shape, b.shape):
        return unsure(0.5, "one name is empty")
    if "whole" in (a.shape, b.shape):
        return _compare_whole(a, b)
    if a.vowelless != b.vowelless and match_vowelless(a, b):
        return same(0.85, "the same consonants in Arabic or Hebrew letters")
    if a.shape == "alone" and b.shape == "alone":
        return _compare_alone(a, b)
    if "alone" in (a.shape, b.shape):
        short, full = (a, b) if a.shape == "alone" else (b, a)
        return _compare_short(short, full)
    return _compare_full(a, b)


def veto(a: NameParts, b: NameParts) -> str:
    """A contradiction that no likeness can outweigh, or the empty string."""
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return f"{a.suffix} and {b.suffix} are two persons"
    gender_a, gender_b = _gender("", a), _gender("", b)
    if gender_a and gender_b and gender_a != gender_b:
        return "a man and a woman"
    if a.patronymic and b.patronymic and not skeletons(a.patronymic) & skeletons(b.patronymic):
        return f"fathers' names differ: {a.patronymic}, {b.patronymic}"
    return ""


def _compare_whole(a: NameParts, b: NameParts) -> Comparison:
    """Names without a family name: Burmese ones, and given names with a number."""
    words_a, words_b = (*a.given, *a.family), (*b.given, *b.family)
    letters_a, letters_b = ("".join(map(squash, words)) for words in (words_a, words_b))
    numbered = bool(a.suffix) and a.suffix == b.suffix
    if letters_a == letters_b:
        if a.suffix == b.suffix:
            return same(1.0, "equal")
        return (
            different(0.1, "one of them has a number") if a.suffix and b.suffix else unsure(0.5, "a number is missing")
        )
    if numbered and not a.family and not b.family:
        match = match_given(a.given, b.given)
        if match.likeness >= Likeness.SHORT or match.likeness in _SAME_KING:
            return same(0.9, match.reason, f"both are number {a.suffix}")
        return different(0.05, match.reason)
    if skeletons(letters_a) & skeletons(letters_b) and a.suffix == b.suffix:
        return same(0.93, "one name transcribed")
    few, many = sorted((set(map(squash, words_a)), set(map(squash, words_b))), key=len)
    if few < many:
        return unsure(0.5, "one name is part of the other")
    return different(0.05, "the names differ")


def _compare_alone(a: NameParts, b: NameParts) -> Comparison:
    match = match_family(a, b)
    if match.likeness is Likeness.EQUAL:
        return same(0.95, match.reason)
    if match.likeness is Likeness.VARIANT:
        return same(0.9, match.reason)
    if match.likeness is Likeness.SLIP and not (is_known_family(a.family) and is_known_family(b.family)):
        return same(0.8, match.reason)
    word_a, word_b = squash("".join(a.family)), squash("".join(b.family))
    given = match_unit(word_a, word_b)
    if given.likeness in (Likeness.VARIANT, Likeness.SHORT) and reading(word_a) != reading(""):
        return unsure(0.5, f"given names alone: {given.reason}")
    if match.likeness in (Likeness.CONFLICT, Likeness.PARTIAL):
        return different(0.05, match.reason)
    return unsure(0.45, match.reason)


def _compare_short(short: NameParts, full: NameParts) -> Comparison:
    match = match_family(short, full)
    if match.likeness in (Likeness.EQUAL, Likeness.VARIANT, Likeness.SLIP, Likeness.SHORT):
        return unsure(0.6, "family name alone", match.reason)
    letters = units(short.family)
    given = [match_unit(letter, unit) for letter in letters[:1] for unit in units(full.given)]
    if any(found.likeness >= Likeness.SHORT for found in given) or "".join(letters) == "".join(units(full.given)):
        return unsure(0.5, "given name alone")
    if match.likeness is Likeness.KIN:
        return unsure(0.4, match.reason)
    return different(0.05, match.reason)


def _compare_full(a: NameParts, b: NameParts) -> Comparison:
    result = _compare_families(a, b)
    if result.verdict == "same" and bool(a.suffix) != bool(b.suffix):
        return unsure(0.5, f"{a.suffix or b.suffix} stands with one of them only", *result.reasons)
    return result


def _compare_families(a: NameParts, b: NameParts) -> Comparison:
    if a.letters == b.letters:
        return same(0.97, "the same letters")
    family = match_family(a, b)
    if family.likeness in (Likeness.CONFLICT, Likeness.KIN) and _is_h_for_g(a, b):
        family = Match(Likeness.VARIANT, "h in Ukrainian stands for g in Russian")
    if family.likeness is Likeness.CONFLICT:
        return _compare_regrouped(a, b, family)
    given = match_given(a.given, b.given, a.east_asian and b.east_asian)
    reasons = (family.reason, given.reason)
    score = min(_SCORES[family.likeness], 1.0) * _SCORES[given.likeness]
    if given.likeness is Likeness.CONFLICT:
        return different(0.05, given.reason, family.reason)
    both = min(len(units(a.given)), len(units(b.given))) > 1
    strong = given.likeness >= Likeness.SHORT or (given.likeness is Likeness.INITIAL and both)
    common = a.family_key in common_families() or b.family_key in common_families()
    if family.likeness is Likeness.EQUAL or family.likeness is Likeness.VARIANT:
        if strong:
            return same(score, *reasons)
        if given.likeness is Likeness.SLIP or (
            given.likeness in (Likeness.INITIAL, Likeness.SLAVIC_KIN, Likeness.FURTHER) and not common
        ):
            return same(score, *reasons)
        if given.likeness is Likeness.PARTIAL and common:
            return different(0.2, *reasons)
        return unsure(score, *reasons)
    if family.likeness is Likeness.SHORT:
        if strong:
            return same(score, *reasons)
        return unsure(score * 0.9, *reasons)
    if family.likeness is Likeness.SLIP:
        if is_known_family(a.family) and is_known_family(b.family):
            return different(0.1, "two known family names", *reasons)
        return same(score, *reasons) if strong else unsure(score * 0.8, *reasons)
    if family.likeness is Likeness.PARTIAL:
        woman = "f" in (_gender("", a), _gender("", b))
        return same(0.85, *reasons) if woman and strong else different(0.1, *reasons)
    if family.likeness is Likeness.KIN and given.likeness >= Likeness.VARIANT:
        return unsure(0.45, *reasons)
    return different(0.1, *reasons)


def _is_h_for_g(a: NameParts, b: NameParts) -> bool:
    """Whether two family names differ by h and g, and a given name is East Slavic: Haïdaï, Gaïdaï."""
    if "h" not in a.family_key and "h" not in b.family_key:
        return False
    told = [reading(unit).own for parts in (a, b) for unit in units(parts.given)[:1]]
    if not any(label.startswith("rus.") for own in told if own for label in own.kin):
        return False
    key_a, key_b = (_LONE_H.sub("g", parts.family_key) for parts in (a, b))
    return bool(skeletons(key_a) & skeletons(key_b))


def _compare_regrouped(a: NameParts, b: NameParts, family: Match) -> Comparison:
    """The same letters cut otherwise into given and family name, or no relation."""
    words_a, words_b = (sorted(map(squash, (*parts.given, *parts.family))) for parts in (a, b))
    if "".join(words_a) == "".join(words_b):
        if _may_be_either(a) and _may_be_either(b):
            return unsure(0.5, "the same words in the other order, and either may be the family name")
        return same(0.9, "the same words, grouped otherwise")
    if len(a.family) > 1 and len(b.family) > 1 and squash(a.family[-1]) == squash(b.family[-1]):
        given = match_given(a.given, b.given)
        if given.likeness is Likeness.CONFLICT:
            return different(0.05, given.reason)
        return unsure(0.4, "only the last words agree", given.reason)
    return different(0.05, family.reason)
