"""Finite verbs and infinitives, told word by word: what may be the verb of a clause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ...lexicon.conjugation import forms
from ...tables import cell_list, rows
from ...text.fold import fold
from .cues import PACKAGE
from .word_classes import Tag, tag
from .word_sets import pattern, word_set

_FUTURE = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")
_PAST = ("ais", "ait", "ions", "iez", "aient")
# The endings of the two regular groups, with the persons they tell.
_ENDINGS: dict[str, tuple[str, ...]] = {
    "1": ("e", "es", "ent", "ons", "ez", *_PAST, "a", "as", "erent", *("er" + end for end in _FUTURE)),
    "2": (
        "is",
        "it",
        *("iss" + end for end in ("ons", "ez", "ent", "e", *_PAST)),
        "irent",
        *("ir" + end for end in _FUTURE),
    ),
}
_UNSURE = frozenset({"e", "es", "ent", "a", "as", "ions", "is", "it", "isse"})
# Endings that hardly any noun or adjective of French bears.
_SURE = re.compile(
    r".{2,}(?:erait|eraient|irait|iraient|aient|issent|issait|issaient|erons|eront|iront|èrent|irent|urent)"
)
_INVERTED = r"(.+?)-(?:t-)?(<hung-on-verb>)"


class Verb(NamedTuple):
    """What a word may be as a verb: finite, with its person and number, or an infinitive.

    ``sure`` tells that it is hardly ever anything else; ``subject`` is the pronoun that stands behind it
    with a hyphen.
    """

    finite: bool
    sure: bool
    persons: frozenset[str]
    infinitive: bool
    subject: str


def _bare(word: str) -> str:
    """A stem in one spelling: no accents, i for y, one l or t at its end."""
    word = fold(word).replace("y", "i")
    return word[:-1] if word.endswith(("ll", "tt")) else word


@lru_cache(maxsize=1)
def _stems() -> dict[str, frozenset[str]]:
    return {
        row["group"]: frozenset(_bare(verb[:-2]) for verb in cell_list(row["verbs"]))
        for row in rows(PACKAGE, "common_verbs.csv")
        if row["group"] in _ENDINGS
    }


@lru_cache(maxsize=1)
def _irregular() -> dict[str, Verb]:
    """Forms of the verbs outside the two regular groups that report nothing."""
    found: dict[str, Verb] = {}
    for row in rows(PACKAGE, "common_verbs.csv"):
        if row["group"] in _ENDINGS:
            continue
        if row["group"] == "form":
            found.update((form, Verb(True, True, _persons(form), False, "")) for form in cell_list(row["verbs"]))
            continue
        for lemma in cell_list(row["verbs"]):
            for form in forms(lemma, row["group"]):
                if form.mood in ("finite", "infinitive"):
                    finite = form.mood == "finite"
                    held = found.get(form.spelling)
                    persons = (held.persons if held else frozenset()) | (
                        {f"{form.person}{form.number}"} if finite else set()
                    )
                    sure = not form.spelling.endswith(("e", "es"))
                    found[form.spelling] = Verb(finite, sure, persons, not finite, "")
    return found


def _persons(end: str) -> frozenset[str]:
    if end.endswith("ons"):
        return frozenset({"1p"})
    if end.endswith("ez"):
        return frozenset({"2p"})
    if end.endswith(("ent", "ont")):
        return frozenset({"3p"})
    if end.endswith(("ais", "is")):
        return frozenset({"1s", "2s"})
    if end.endswith(("es", "as")):
        return frozenset({"2s"})
    return (
        frozenset({"1s"})
        if end.endswith("rai")
        else frozenset({"1s", "3s"})
        if end.endswith("e")
        else frozenset({"3s"})
    )


@lru_cache(maxsize=32768)
def verb(word: str) -> Verb | None:
    """What a word may be as a verb, by its form alone; None where it is none.

    >>> verb("alimente").finite, verb("alimenter").infinitive, verb("chaise")
    (True, True, None)
    """
    told = tag(word)
    low, subject = told.low, ""
    if "-" in low:
        inverted = pattern(_INVERTED).fullmatch(low)
        if inverted:
            low, subject = inverted[1], inverted[2]
            told = tag(low)
    if told.auxiliary:
        infinitive = low in word_set("auxiliary")
        if not told.auxiliary.finite:
            return Verb(False, True, frozenset(), infinitive, subject) if infinitive else None
        return Verb(True, True, frozenset({f"{told.auxiliary.person}{told.auxiliary.number}"}), False, subject)
    if told.classes and not subject:
        return None
    held = _irregular().get(low)
    found = _listed(told, subject) or (held._replace(subject=subject) if held else None) or _formed(low, subject)
    if found is None and (subject and low.endswith(("e", "t", "d", "a", "s", "z"))):
        return Verb(True, True, frozenset({"3s"}), False, subject)
    return found


def _listed(told: Tag, subject: str) -> Verb | None:
    persons: set[str] = set()
    infinitive = finite = other = False
    for reading in told.readings:
        finite = finite or reading.mood == "finite"
        infinitive = infinitive or reading.mood == "infinitive"
        other = other or reading.mood == "past_participle"
        if reading.mood == "finite":
            persons.add(f"{reading.person}{reading.number}")
    if not (finite or infinitive):
        return None
    sure = finite and not other and not told.low.endswith(("e", "es"))
    return Verb(finite, sure, frozenset(persons), infinitive, subject)


def _formed(low: str, subject: str) -> Verb | None:
    """A verb of the two regular groups, by its stem and ending."""
    if not low.endswith(("é", "ée", "és", "ées")):
        plain = fold(low)
        for group, infinitive in (("1", "er"), ("2", "ir")):
            if plain.endswith(infinitive) and _bare(plain[:-2]) in _stems()[group]:
                return Verb(False, True, frozenset(), True, subject)
            for end in _ENDINGS[group]:
                if plain.endswith(end) and _is_stem(plain[: -len(end)], end, group):
                    return Verb(True, end not in _UNSURE, _persons(end), False, subject)
    if _SURE.fullmatch(low):
        return Verb(True, True, _persons(low), False, subject)
    return None


def _is_stem(stem: str, end: str, group: str) -> bool:
    known = _stems()[group]
    # "mangeons", "bougeait": the e only keeps the g soft
    return _bare(stem) in known or (stem.endswith("ge") and end[0] in "ao" and _bare(stem[:-1]) in known)
