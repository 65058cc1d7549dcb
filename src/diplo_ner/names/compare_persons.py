"""Comparing two names of persons, part by part; contradiction vetoes, likeness only suggests."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..lexicon.persons import Person
from .comparison import Comparison, different, same, unsure
from .edits import is_feminine_pair, one_slip
from .given import gender_of, reading, squash
from .known import by_full_name, by_short_name, is_known_family, same_family
from .match_family import common_families, match_family, match_vowelless
from .match_given import Likeness, Match, match_given, match_unit, units
from .normalize import normalize, strip_honorifics
from .origins import family_first
from .parts import NameParts, family_key, other_reading, split_name
from .skeleton import skeletons

_SHORTEST_KNOWN_SLIP = 5
_SHORTEST_EAST_ASIAN_SLIP = 6
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


@lru_cache(maxsize=65536)
def compare_persons(a: str, b: str) -> Comparison:
    """Compare two names of persons; symmetric.

    Known public figures decide first; else family names must agree, and given names be the same, a variant, an
    initial or a slip.
    """
    first, second = sorted((a, b))
    if _plain(first) == _plain(second) and _plain(first):
        return _equal(first, second)
    return _known(first, second) or compare_parts_of(first, second)


def _plain(name: str) -> str:
    return normalize(strip_honorifics(name).name).replace("-", " ").replace(".", "").replace("'", "")


def _gender(name: str, parts: NameParts) -> str | None:
    """The gender that the title, else the first given name tells."""
    if parts.gender:
        return parts.gender
    return gender_of(parts.given[0]) if parts.given and not parts.east_asian else None


def _equal(a: str, b: str) -> Comparison:
    gender_a, gender_b = strip_honorifics(a).gender, strip_honorifics(b).gender
    if gender_a and gender_b and gender_a != gender_b:
        return different(0.05, "titles tell a man and a woman")
    return same(1.0, "equal but for case, accents, hyphens and titles")


def _known(a: str, b: str) -> Comparison | None:
    """What the table of persons says; None where it knows neither or leaves it open."""
    full_a, full_b = by_full_name(a), by_full_name(b)
    person_a = full_a or by_short_name(a)
    person_b = full_b or by_short_name(b)
    if person_a is not None and person_b is not None:
        if person_a == person_b:
            return same(0.98, f"both are {person_a.canonical}")
        return different(0.02, f"{person_a.canonical} and {person_b.canonical} are two known persons")
    if person_a is None and person_b is None:
        return None
    person, other, full = (person_a, b, full_a) if person_a is not None else (person_b, a, full_b)
    assert person is not None
    return _against(person, other, told_in_full=full is not None)


def _against(person: Person, other: str, *, told_in_full: bool) -> Comparison | None:
    """A known person against a name the table has not, by the best of the person's forms."""
    parts = split_name(other)
    results = [compare_parts_of(form, other) for form in (person.canonical, *person.aliases)]
    best = max(results, key=lambda result: (result.verdict == "same", result.verdict == "unsure", result.score))
    if parts.gender and person.gender and parts.gender != person.gender:
        return different(0.05, f"{person.canonical} and a title of the other gender")
    number = split_name(person.canonical).suffix
    if number and parts.suffix and number != parts.suffix:
        return different(0.05, f"{person.canonical} and number {parts.suffix}")
    if best.verdict == "same":
        rivals = [
            rival
            for rival in same_family(parts)
            if rival != person
            and any(compare_parts_of(form, other).verdict == "same" for form in (rival.canonical, *rival.aliases))
        ]
        if rivals:
            return unsure(0.5, f"{other} may be {person.canonical} or {rivals[0].canonical}")
        return same(best.score, f"{other} is a form of {person.canonical}", *best.reasons)
    if best.verdict == "unsure" and parts.shape == "full" and _tells_more(person, parts):
        return same(0.8, f"{other} is {person.canonical} with further family names", *best.reasons)
    if best.verdict != "same" and parts.shape == "full" and (_is_slip(person, parts) or person in _resembled(parts)):
        return same(0.85, f"{other} is a slip for {person.canonical}", *best.reasons)
    if best.verdict == "different" and not told_in_full:
        return different(0.1, f"alone, the name means {person.canonical}", *best.reasons)
    return best


def _resembled(parts: NameParts) -> tuple[Person, ...]:
    """Known persons with this very family name whose given name is a slip away, where nobody else's is."""
    if family_key(parts.family) in common_families() - set(family_first()) or not is_known_family(parts.family):
        return ()
    found: list[Person] = []
    for person in same_family(parts):
        known = split_name(person.canonical)
        if known.family_key != parts.family_key:
            continue
        if known.east_asian:
            if _is_given_slip("".join(map(squash, known.given)), "".join(map(squash, parts.given))):
                found.append(person)
        elif match_given(known.given, parts.given).likeness in (Likeness.SLIP, Likeness.SLAVIC_KIN):
            found.append(person)
    return tuple(found) if len(found) == 1 else ()


def _is_given_slip(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _SHORTEST_EAST_ASIAN_SLIP and a[0] == b[0] and one_slip(a, b)


def _tells_more(person: Person, parts: NameParts) -> bool:
    """Whether a name is the known person's with more family names, and no other known person's."""
    if len(parts.family) < 2:
        return False
    fitting = [
        rival
        for rival in same_family(parts)
        if match_family(split_name(rival.canonical), parts).likeness in (Likeness.SHORT, Likeness.EQUAL)
        and match_given(split_name(rival.canonical).given, parts.given).likeness >= Likeness.VARIANT
    ]
    return fitting == [person]


def _is_slip(person: Person, parts: NameParts) -> bool:
    """Whether a name has the person's given name and a family name one letter off, that nobody known bears."""
    known = split_name(person.canonical)
    a, b = known.family_key, parts.family_key
    return (
        len(a) >= _SHORTEST_KNOWN_SLIP
        and a[0] == b[:1]
        and one_slip(a, b)
        and not {a, b} & common_families()
        and not is_known_family(parts.family)
        and not is_feminine_pair(a, b)
        and not (parts.east_asian or known.east_asian)
        and match_given(known.given, parts.given).likeness >= Likeness.VARIANT
    )


def compare_parts_of(a: str, b: str) -> Comparison:
    """Compare two names by their parts alone, in each order their words may be read."""
    parts_a, parts_b = split_name(a), split_name(b)
    if _plain(a) == _plain(b) and _plain(a):
        return _equal(a, b)
    result = compare_parts(parts_a, parts_b)
    if result.verdict == "same":
        return result
    others_a, others_b = other_reading(a), other_reading(b)
    for one, other in ((others_a, parts_b), (parts_a, others_b)):
        if one is None or other is None:
            continue
        turned = compare_parts(one, other)
        if turned.verdict == "same" and turned.score >= 0.9:
            if _may_be_either(parts_a) and _may_be_either(parts_b):
                return unsure(0.5, "the same words in the other order, and either may be the family name")
            return same(turned.score - 0.03, "the same words in the other order", *turned.reasons)
    return result


def _may_be_either(parts: NameParts) -> bool:
    """Whether both words of a name are given names, so that the order counts."""
    words = (*parts.given, *parts.family)
    return all(gender_of(word) for word in words)


def compare_parts(a: NameParts, b: NameParts) -> Comparison:
    """Compare two names that are split into parts."""
    veto = _veto(a, b)
    if veto:
        return different(0.05, veto)
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


def _veto(a: NameParts, b: NameParts) -> str:
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
        return different(0.1, "one of them has a number") if a.suffix and b.suffix else unsure(0.5, "a number is missing")
    if numbered and not a.family and not b.family:
        match = match_given(a.given, b.given)
        if match.likeness >= Likeness.SHORT or match.likeness in (Likeness.KIN, Likeness.SLAVIC_KIN):
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
    told_a, told_b = ("".join(map(squash, (*parts.given, *parts.family))) for parts in (a, b))
    if told_a == told_b:
        return same(0.97, "the same letters")
    family = match_family(a, b)
    if family.likeness is Likeness.CONFLICT:
        return _compare_regrouped(a, b, family)
    given = match_given(a.given, b.given, a.east_asian and b.east_asian)
    reasons = (family.reason, given.reason)
    score = min(_SCORES[family.likeness], 1.0) * _SCORES[given.likeness]
    if given.likeness is Likeness.CONFLICT:
        return different(0.05, given.reason, family.reason)
    strong = given.likeness >= Likeness.SHORT
    common = family_key(a.family) in common_families() or family_key(b.family) in common_families()
    if family.likeness is Likeness.EQUAL or family.likeness is Likeness.VARIANT:
        if strong:
            return same(score, *reasons)
        if given.likeness is Likeness.SLIP or (
            given.likeness in (Likeness.INITIAL, Likeness.SLAVIC_KIN, Likeness.FURTHER) and not common
        ):
            return same(score, *reasons)
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


def _compare_regrouped(a: NameParts, b: NameParts, family: Match) -> Comparison:
    """The same letters cut otherwise into given and family name, or no relation."""
    words_a, words_b = (sorted(map(squash, (*parts.given, *parts.family))) for parts in (a, b))
    if "".join(words_a) == "".join(words_b):
        return same(0.9, "the same words, grouped otherwise")
    last_a, last_b = replace(a, family=a.family[-1:]), replace(b, family=b.family[-1:])
    if len(a.family) > 1 and len(b.family) > 1 and match_family(last_a, last_b).likeness is Likeness.EQUAL:
        given = match_given(a.given, b.given)
        return unsure(0.4, "only the last words agree", given.reason) if given.likeness else different(0.05, given.reason)
    return different(0.05, family.reason)
