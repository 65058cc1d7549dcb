"""How two family names stand to each other: equal, transcribed, a slip apart, one part of the other."""

from __future__ import annotations

import re
from functools import lru_cache

from ..tables import rows
from .edits import is_feminine_pair, one_slip
from .given import reading, squash
from .match_given import Likeness, Match
from .origins import family_first
from .parts import NameParts
from .skeleton import consonants, skeletons

_BOTH = 2
"""Bearers of two family names that are common, where both are."""
_SHORTEST_SLIPPED = 5
"""Letters of the shorter of two names that a slip parts, at the least."""
_SHORTEST_SLIP = 6
_VOWELLESS_DROPPED = re.compile(r"[wyvaeiouh']")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})
_LIKE_SOUNDS = str.maketrans("PFVJ", "BBBG")


@lru_cache(maxsize=1)
def common_families() -> frozenset[str]:
    """Letters of the family names in which one letter makes another name, from the table."""
    return frozenset(squash(row["family"]) for row in rows("diplo_ner.names", "common_families.csv"))


def spelled(family: tuple[str, ...]) -> str:
    """The words of a family name in one piece, accents kept."""
    return "".join(word.replace("-", "") for word in family)


def family_words(family: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a family name cut also at hyphens, particles that belong to a word joined to it.

    >>> family_words(("Kosciusko-Morizet",)), family_words(("Le", "Pen"))
    (('Kosciusko', 'Morizet'), ('LePen',))
    """
    return family if len(family) == 1 and "-" not in family[0] else _cut_words(family)


@lru_cache(maxsize=65536)
def _cut_words(family: tuple[str, ...]) -> tuple[str, ...]:
    from .name_words import particles

    found: list[str] = []
    held = ""
    for word in family:
        for part in word.split("-"):
            if particles().get(part.lower()) == "heavy":
                held += part
            elif part:
                found.append(held + part)
                held = ""
    return tuple(found) or (held,)


def match_family(a: NameParts, b: NameParts) -> Match:
    """Compare the family names of two names.

    A slip of one letter counts in a name of six letters or more that is not common; a name of several words
    may be told in part, from its first or its last word on.
    """
    found = _match(a.family, b.family, a.family_key, b.family_key, a.east_asian or b.east_asian)
    one_told = bool(a.particle) != bool(b.particle)
    if found.likeness is Likeness.CONFLICT and one_told and _with_particle(a) == _with_particle(b):
        return Match(Likeness.VARIANT, f"family name {a.family[-1]}, the particle written with it or apart")
    return found


def _with_particle(parts: NameParts) -> str:
    return "".join(map(squash, parts.particle)) + parts.family_key


_DOUBLED = re.compile(r"(.)\1")


def same_but_doubled(a: str, b: str) -> bool:
    """Whether two words are equal but for doubled letters: Bennet, Bennett."""
    return _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b)


def _same_umlaut(a: str, b: str) -> bool:
    """Whether two family names are equal with German umlauts written out: Müller, Mueller."""
    return squash(a.lower().translate(_UMLAUTS)) == squash(b.lower().translate(_UMLAUTS))


@lru_cache(maxsize=65536)
def _match(a: tuple[str, ...], b: tuple[str, ...], key_a: str, key_b: str, east_asian: bool) -> Match:
    if not key_a or not key_b:
        return Match(Likeness.MISSING, "no family name on one side")
    if key_a == key_b:
        return Match(Likeness.EQUAL, f"family name {' '.join(a)}")
    told = f"family names {' '.join(a)}, {' '.join(b)}"
    if east_asian:
        usual_a = {entry for entry, _ in family_first().get(key_a, ())}
        usual_b = {entry for entry, _ in family_first().get(key_b, ())}
        if usual_a & usual_b:
            return Match(Likeness.VARIANT, f"{told} are one name romanised")
        return Match(Likeness.CONFLICT, f"{told} differ")
    common = (key_a in common_families()) + (key_b in common_families())
    whole_a, whole_b = spelled(a), spelled(b)
    if not (whole_a.isascii() and whole_b.isascii()) and _same_umlaut(whole_a, whole_b):
        return Match(Likeness.VARIANT, f"{told} are one name, umlauts written out")
    if common == _BOTH and same_but_doubled(key_a, key_b):
        return Match(Likeness.KIN, f"{told} are alike but for a doubled letter")
    if _are_given_names(key_a, key_b):
        return Match(Likeness.CONFLICT, f"{told} are two given names")
    if is_feminine_pair(key_a, key_b):
        return Match(Likeness.PARTIAL, f"{told} are a man's and a woman's form")
    if skeletons(whole_a) & skeletons(whole_b) or _same_servant(key_a, key_b):
        if common == _BOTH:
            return Match(Likeness.CONFLICT, f"{told} are two common names")
        return Match(Likeness.VARIANT, f"{told} are one name transcribed")
    words = _match_words(family_words(a), family_words(b))
    if words is not None:
        return Match(words, f"{told}: one is part of the other")
    if (
        one_slip(key_a, key_b)
        and max(len(key_a), len(key_b)) >= _SHORTEST_SLIP
        and min(len(key_a), len(key_b)) >= _SHORTEST_SLIPPED
    ):
        if common == _BOTH:
            return Match(Likeness.CONFLICT, f"{told} are two common names")
        if common or key_a[0] != key_b[0]:
            return Match(Likeness.KIN, f"{told} are one letter apart, but the name is common")
        return Match(Likeness.SLIP, f"{told} are one letter apart")
    return Match(Likeness.CONFLICT, f"{told} differ")


def _are_given_names(a: str, b: str) -> bool:
    """Whether two family names are different given names, as Arabic and African ones often are: Salem, Salim."""
    own_a, own_b = reading(a).own, reading(b).own
    return own_a is not None and own_b is not None and own_a != own_b and not own_a.kin & own_b.kin


def _same_servant(a: str, b: str) -> bool:
    return a.startswith("abdel") and b.startswith("abdel") and bool(skeletons(a) & skeletons(b))


def _same_word(a: str, b: str) -> bool:
    return squash(a) == squash(b) or bool(skeletons(a) & skeletons(b))


def _match_words(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    """SHORT where one name's words open or close the other's, else None."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    if len(few) == len(many):
        return None
    opens = all(_same_word(word, other) for word, other in zip(few, many, strict=False))
    closes = all(_same_word(word, other) for word, other in zip(few[::-1], many[::-1], strict=False))
    return Likeness.SHORT if opens or closes else None


@lru_cache(maxsize=16384)
def vowelless_key(word: str) -> str:
    """A Latin or Arabic-script word as consonants that Arabic and Hebrew letters tell apart.

    >>> vowelless_key("Assad") == vowelless_key("asd")
    True
    """
    keys = consonants(_VOWELLESS_DROPPED.sub("", squash(word)))
    return min(keys).translate(_LIKE_SOUNDS) if keys else ""


def match_vowelless(a: NameParts, b: NameParts) -> bool:
    """Whether a name in Arabic or Hebrew letters has the consonants of another, part by part."""
    family_a, family_b = (vowelless_key(parts.family_key.removeprefix("al")) for parts in (a, b))
    given_a, given_b = (vowelless_key("".join(parts.given)) for parts in (a, b))
    ends = {family_a, family_a.removeprefix("L")} & {family_b, family_b.removeprefix("L")}
    return bool(given_a) and given_a == given_b and any(len(end) > 1 for end in ends)
