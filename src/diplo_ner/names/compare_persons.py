"""Comparing two names of persons, part by part; contradiction vetoes, likeness only suggests."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.persons import Person
from .compare_parts import compare_parts_of, equal, plain, veto
from .comparison import Comparison, different, same, unsure
from .edits import is_feminine_pair, one_slip
from .given import is_given_name, squash
from .known import by_full_name, by_short_name, is_known_family, only_bearer, same_family
from .match_family import common_families, match_family, same_but_doubled
from .match_given import Likeness, match_given
from .origins import family_first
from .parts import NameParts, split_name

_SHORTEST_ALONE = 4
_SHORTEST_KNOWN_SLIP = 5
_SHORTEST_COMMON_SLIP = 7
_SHORTEST_EAST_ASIAN_SLIP = 6


@lru_cache(maxsize=65536)
def compare_persons(a: str, b: str) -> Comparison:
    """Compare two names of persons; symmetric.

    Known public figures decide first; else family names must agree, and given names be the same, a variant,
    an initial or a slip.
    """
    first, second = sorted((a, b))
    if plain(first) == plain(second) and plain(first):
        return equal(first, second)
    return _known(first, second) or _hyphened(first, second) or _alone(first, second, compare_parts_of(first, second))


def _hyphened(a: str, b: str) -> Comparison | None:
    """A family name of two words alone, with a hyphen that the full name has not, or without one that it has."""
    short, full = sorted((split_name(a), split_name(b)), key=lambda parts: len(_words(parts)))
    few, many = _words(short), _words(full)
    if not 1 < len(few) < len(many) or many[-len(few) :] != few or veto(short, full):
        return None
    hyphens = {sum("-" in word for word in (*parts.given, *parts.family)) for parts in (short, full)}
    if len(hyphens) == 1 or is_given_name("".join(few)):
        return None
    return same(0.85, f"family name {' '.join(few)}, with a hyphen or without")


def _words(parts: NameParts) -> tuple[str, ...]:
    """The words of a name, cut at hyphens, their letters alone."""
    return tuple(squash(word) for name in (*parts.given, *parts.particle, *parts.family) for word in name.split("-"))


def _alone(a: str, b: str, found: Comparison) -> Comparison:
    """A rare family name alone and one full name with it: the same, unless somebody else is known by it."""
    parts_a, parts_b = split_name(a), split_name(b)
    if found.verdict != "unsure" or {parts_a.shape, parts_b.shape} != {"alone", "full"}:
        return found
    short, full = (parts_a, parts_b) if parts_a.shape == "alone" else (parts_b, parts_a)
    likeness = match_family(short, full).likeness
    if likeness not in (Likeness.EQUAL, Likeness.VARIANT) or full.east_asian or full.suffix != short.suffix:
        return found
    letters = short.family_key
    if _is_common(short) or _is_common(full) or letters in family_first() or is_given_name(letters):
        return found
    if len(letters) < _SHORTEST_ALONE or same_family(short.family) or same_family(full.family):
        return found
    return same(0.75, "a rare family name alone", *found.reasons)


def _known(a: str, b: str) -> Comparison | None:
    """What the table of persons says; None where it knows neither or leaves it open."""
    full_a, full_b = by_full_name(a), by_full_name(b)
    person_a = full_a or by_short_name(a) or only_bearer(a)
    person_b = full_b or by_short_name(b) or only_bearer(b)
    if person_a is not None and person_b is not None:
        if person_a == person_b:
            return same(0.98, f"both are {person_a.canonical}")
        return different(0.02, f"{person_a.canonical} and {person_b.canonical} are two known persons")
    if person_a is None and person_b is None:
        return None
    person, other, own, full = (person_a, b, a, full_a) if person_a is not None else (person_b, a, b, full_b)
    assert person is not None
    return _against(person, other, own, told_in_full=full is not None)


def _means(person: Person, short: str) -> bool:
    """Whether the table says that a family name alone is this person's, not only that it knows no other bearer."""
    letters = split_name(short).family_key
    return any(split_name(name).family_key == letters for name in person.alone)


def _against(person: Person, other: str, short: str, *, told_in_full: bool) -> Comparison | None:
    """A known person against a name the table has not, by the best of the person's forms."""
    parts = split_name(other)
    results = [compare_parts_of(form, other) for form in (person.canonical, *person.aliases)]
    best: Comparison = max(
        results, key=lambda result: (result.verdict == "same", result.verdict == "unsure", result.score)
    )
    if parts.gender and person.gender and parts.gender != person.gender:
        return different(0.05, f"{person.canonical} and a title of the other gender")
    number = split_name(person.canonical).suffix
    if number and parts.suffix and number != parts.suffix:
        return different(0.05, f"{person.canonical} and number {parts.suffix}")
    if best.verdict == "same":
        rivals = [
            rival
            for rival in same_family(parts.family)
            if rival != person
            and any(compare_parts_of(form, other).verdict == "same" for form in (rival.canonical, *rival.aliases))
        ]
        if rivals:
            return unsure(0.5, f"{other} may be {person.canonical} or {rivals[0].canonical}")
        return same(best.score, f"{other} is a form of {person.canonical}", *best.reasons)
    if best.verdict == "unsure" and parts.shape == "full" and _tells_more(person, parts):
        return same(0.8, f"{other} is {person.canonical} with further family names", *best.reasons)
    if parts.shape == "full" and (_is_slip(person, parts) or person in _resembled(parts)):
        return same(0.85, f"{other} is a slip for {person.canonical}", *best.reasons)
    if best.verdict == "different" and not told_in_full:
        if not _means(person, short) and match_family(split_name(short), parts).likeness > Likeness.CONFLICT:
            return unsure(0.4, f"{person.canonical} is another of that name", *best.reasons)
        return different(0.1, f"alone, the name means {person.canonical}", *best.reasons)
    return best


def _resembled(parts: NameParts) -> tuple[Person, ...]:
    """Known persons with this very family name whose given name is a slip away, where nobody else's is."""
    if _is_common(parts) or not is_known_family(parts.family):
        return ()
    found: list[Person] = []
    for person in same_family(parts.family):
        known = split_name(person.canonical)
        if known.family_key != parts.family_key:
            continue
        if known.east_asian:
            if _is_given_slip("".join(map(squash, known.given)), "".join(map(squash, parts.given))):
                found.append(person)
        elif _is_near(match_given(known.given, parts.given).likeness, known, parts):
            found.append(person)
    return tuple(found) if len(found) == 1 else ()


def _is_near(likeness: Likeness, known: NameParts, parts: NameParts) -> bool:
    """Whether a given name is a slip for a known person's, or a cousin of it that is one letter off: Joseph, Josep."""
    if likeness is Likeness.KIN:
        return one_slip("".join(map(squash, known.given)), "".join(map(squash, parts.given)))
    return likeness in (Likeness.SLIP, Likeness.SLAVIC_KIN)


def _is_common(parts: NameParts) -> bool:
    letters = parts.family_key
    return letters in common_families() and letters not in family_first()


def _is_given_slip(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _SHORTEST_EAST_ASIAN_SLIP and a[0] == b[0] and one_slip(a, b)


def _tells_more(person: Person, parts: NameParts) -> bool:
    """Whether a name is the known person's with more family names, and no other known person's."""
    if len(parts.family) <= 1:
        return False
    fitting = [
        rival
        for rival in same_family(parts.family)
        if match_family(split_name(rival.canonical), parts).likeness in (Likeness.SHORT, Likeness.EQUAL)
        and match_given(split_name(rival.canonical).given, parts.given).likeness >= Likeness.VARIANT
    ]
    return fitting == [person]


def _is_slip(person: Person, parts: NameParts) -> bool:
    """Whether a name has the person's given name and a family name one letter off that nobody bears."""
    known = split_name(person.canonical)
    a, b = known.family_key, parts.family_key
    common = a in common_families()
    return (
        len(a) >= (_SHORTEST_COMMON_SLIP if common else _SHORTEST_KNOWN_SLIP)
        and (a[0] == b[:1] or a[1:] == b)
        and one_slip(a, b)
        and (b not in common_families() or same_but_doubled(a, b))
        and not is_known_family(parts.family)
        and not is_feminine_pair(a, b)
        and not (parts.east_asian or known.east_asian)
        and match_given(known.given, parts.given).likeness >= Likeness.VARIANT
    )
