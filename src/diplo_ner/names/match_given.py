"""How the given names of two persons stand to each other: variants, an initial, a slip, a conflict."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from .edits import one_slip
from .given import GivenReading, abd_key, gender_of, given_names, reading, squash
from .skeleton import east_asian_key, skeletons
from .word_sets import word_set

_SHORTEST_SLIP = 4
"""Letters of a given name in which one letter is a slip, at the least."""


class Likeness(IntEnum):
    """How two parts of a name agree, from contradiction to equality."""

    CONFLICT = 0
    KIN = 1
    """One origin in two languages: Peter and Pierre."""
    PARTIAL = 2
    """One is part of a compound: Jean, Jean-Yves."""
    MISSING = 3
    FURTHER = 4
    """The one given name told is a further given name of the other."""
    SLAVIC_KIN = 5
    SLIP = 6
    INITIAL = 7
    SHORT = 8
    VARIANT = 9
    EQUAL = 10


class Match(NamedTuple):
    """A likeness and why."""

    likeness: Likeness
    reason: str


@lru_cache(maxsize=65536)
def units(given: tuple[str, ...]) -> tuple[str, ...]:
    """Given names one by one, squashed; compounds are cut at the hyphen unless the table has the whole.

    >>> units(("jean-yves",)), units(("abdel-fattah",))
    (('jean', 'yves'), ('abdelfattah',))
    """
    found: list[str] = []
    table = given_names()
    for word in given:
        whole = abd_key(squash(word))
        if "-" in word and whole not in table and not whole.startswith("abdel"):
            found += [squash(part) for part in word.split("-") if squash(part)]
        elif whole:
            found.append(whole)
    return tuple(found)


def _initial(letter: str, other: GivenReading, word: str) -> bool:
    if word.startswith(letter):
        return True
    return other.own is not None and letter in other.own.initials


def _match_kin(a: str, b: str, kin: frozenset[str]) -> Match:
    """Two given names of the table by the kin that they share."""
    if any(label.startswith("rus.") for label in kin):
        return Match(Likeness.SLAVIC_KIN, f"{a} and {b} are one name in Russian and Ukrainian")
    if kin:
        return Match(Likeness.KIN, f"{a} and {b} are one name in two languages")
    return Match(Likeness.CONFLICT, f"{a} and {b} are two given names")


@lru_cache(maxsize=65536)
def match_unit(a: str, b: str) -> Match:
    """Compare two single given names, squashed."""
    if a == b:
        return Match(Likeness.EQUAL, f"given name {a}")
    of_a, of_b = reading(a), reading(b)
    for short, long in ((a, b), (b, a)):
        if short in word_set("short-given") and len(long) > len(short) and long.startswith(short):
            return Match(Likeness.INITIAL, f"{short} is short for {long}")
    if len(a) == 1 or len(b) == 1:
        letter, word, known = (a, b, of_b) if len(a) == 1 else (b, a, of_a)
        if len(word) > 1 and _initial(letter, known, word):
            return Match(Likeness.INITIAL, f"{letter} is the initial of {word}")
        return Match(Likeness.CONFLICT, f"initials differ: {a}, {b}")
    if of_a.own and of_a.own == of_b.own:
        return Match(Likeness.VARIANT, f"{a} and {b} are spellings of {of_a.own.name}")
    short_a = {entry.name for entry in of_a.short_for}
    short_b = {entry.name for entry in of_b.short_for}
    if (of_a.own and of_a.own.name in short_b) or (of_b.own and of_b.own.name in short_a):
        return Match(Likeness.SHORT, f"{a} and {b}: one is short for the other")
    if short_a & short_b and not (of_a.own and of_b.own):
        return Match(Likeness.SHORT, f"{a} and {b} are short for one name")
    gender_a, gender_b = gender_of(a), gender_of(b)
    if gender_a and gender_b and gender_a != gender_b:
        return Match(
            Likeness.CONFLICT,
            f"{a} is a man's name, {b} a woman's" if gender_a == "m" else f"{a} is a woman's name, {b} a man's",
        )
    if of_a.own and of_b.own:
        return _match_kin(a, b, of_a.own.kin & of_b.own.kin)
    if (of_a.own or of_a.short_for) and (of_b.own or of_b.short_for):
        return Match(Likeness.CONFLICT, f"{a} and {b} are two given names")
    if skeletons(a) & skeletons(b):
        return Match(Likeness.VARIANT, f"{a} and {b} sound alike")
    if one_slip(a, b) and min(len(a), len(b)) >= _SHORTEST_SLIP and a[0] == b[0]:
        return Match(Likeness.SLIP, f"{a} and {b} are one letter apart")
    return Match(Likeness.CONFLICT, f"given names differ: {a}, {b}")


@lru_cache(maxsize=65536)
def match_given(a: tuple[str, ...], b: tuple[str, ...], east_asian: bool = False) -> Match:
    """Compare the given names of two names, as ``split_name`` gives them.

    Further given names may be missing on one side; those on both sides must not contradict each other.

    Args:
        a: given names of the first name, normalised.
        b: given names of the second.
        east_asian: both follow an East Asian family name, where every letter counts.
    """
    if not a or not b:
        return Match(Likeness.MISSING, "no given name on one side")
    joined_a, joined_b = abd_key("".join(map(squash, a))), abd_key("".join(map(squash, b)))
    if joined_a == joined_b:
        return Match(Likeness.EQUAL, f"given name {' '.join(a)}")
    if east_asian:
        return _match_east_asian(a, b, joined_a, joined_b)
    of_a, of_b = reading(joined_a), reading(joined_b)
    if of_a.own and of_a.own == of_b.own:
        return Match(Likeness.VARIANT, f"{' '.join(a)} and {' '.join(b)} are spellings of {of_a.own.name}")
    found = _match_units(a, b)
    cut_otherwise = len(units(a)) != len(units(b)) and not (of_a.own and of_b.own)
    if found.likeness is Likeness.CONFLICT and cut_otherwise and skeletons(joined_a) & skeletons(joined_b):
        return Match(Likeness.VARIANT, f"{' '.join(a)} and {' '.join(b)} sound alike")
    return found


def _match_east_asian(a: tuple[str, ...], b: tuple[str, ...], joined_a: str, joined_b: str) -> Match:
    if east_asian_key(joined_a) == east_asian_key(joined_b):
        return Match(Likeness.VARIANT, f"{' '.join(a)} and {' '.join(b)} are one name romanised")
    short, long = sorted((units(a), units(b)), key=lambda u: max(map(len, u)))
    if all(len(unit) == 1 for unit in short) and [unit[0] for unit in long][: len(short)] == list(short):
        return Match(Likeness.INITIAL, f"{' '.join(short)} are initials of {' '.join(long)}")
    return Match(Likeness.CONFLICT, f"given names differ: {' '.join(a)}, {' '.join(b)}")


def _is_compound(given: tuple[str, ...]) -> bool:
    return len(units(given[:1])) > 1


def _match_units(a: tuple[str, ...], b: tuple[str, ...]) -> Match:
    units_a, units_b = units(a), units(b)
    pairs = [match_unit(one, other) for one, other in zip(units_a, units_b, strict=False)]
    first = pairs[0]
    if first.likeness is Likeness.CONFLICT:
        few, many = (units_a, units_b) if len(units_a) <= len(units_b) else (units_b, units_a)
        if len(few) == 1 and len(few[0]) > 1 and len(many) > 1:
            for other in many[1:]:
                if match_unit(few[0], other).likeness in (Likeness.EQUAL, Likeness.VARIANT):
                    return Match(Likeness.FURTHER, f"{few[0]} is the further given name {other}")
        return first
    worst = first
    for pair in pairs[1:]:
        if pair.likeness is Likeness.CONFLICT:
            if _is_compound(a) or _is_compound(b) or not first.likeness >= Likeness.SHORT or len(pair.reason) == 0:
                return pair
            return Match(Likeness.CONFLICT, f"further given names differ: {pair.reason}")
        worst = min(worst, pair, key=lambda match: match.likeness)
    if len(units_a) != len(units_b):
        compound_a, compound_b = _is_compound(a), _is_compound(b)
        longer = a if len(units_a) > len(units_b) else b
        shorter_units = units_a if len(units_a) < len(units_b) else units_b
        if (compound_a or compound_b) and _is_compound(longer) and all(len(unit) > 1 for unit in shorter_units):
            return Match(Likeness.PARTIAL, f"{' '.join(a)} and {' '.join(b)}: one is part of a compound")
        if first.likeness >= Likeness.SHORT and worst.likeness is Likeness.INITIAL:
            return first
    elif first.likeness >= Likeness.SHORT and worst.likeness is Likeness.INITIAL:
        return first
    return worst
