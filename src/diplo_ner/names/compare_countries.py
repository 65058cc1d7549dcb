"""Comparing two names of states: by the table of countries alone, never by likeness."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..lexicon.countries import by_code, capitals, country_names, weak_capitals, weak_country_names
from ..tables import rows
from ..text.fold import fold
from .comparison import Comparison, different, same, unsure
from .normalize import normalize
from .word_sets import pattern

_ARTICLE = r"^(?:<elided-word>|<article-of-a-state> )"
_BRACKETED = re.compile(r"(?<!\s)\s*\([^()]*\)")
_NO_BRACKETS = str.maketrans("()", "  ")
_CODE = re.compile(r"[A-Z]{2,3}")
_APOSTROPHES = "'’ "


class Meaning(NamedTuple):
    """The state that a name means by default, those it may also mean, and whether it names a town."""

    code: str | None
    others: frozenset[str]
    is_town: bool
    opens: frozenset[str] = frozenset()
    """For a loose name, other states whose names begin with it: "Corée"."""


def _forms(name: str) -> tuple[str, ...]:
    """Spellings under which a name is looked up: as it is, without article, brackets, dots."""
    found: list[str] = []
    for plain in (fold(name), normalize(name)):
        bare = " ".join(_BRACKETED.sub("", plain).split()).strip(' .,;:«»"')
        for form in (
            bare,
            pattern(_ARTICLE).sub("", bare),
            bare.replace(".", ""),
            pattern(_ARTICLE).sub("", bare).replace("-", " "),
        ):
            if form and form not in found:
                found.append(form)
    return tuple(found)


@lru_cache(maxsize=4096)
def country_meaning(name: str) -> Meaning:
    """What the tables say of a name of a state or of its capital.

    >>> country_meaning("la Hollande")
    Meaning(code=None, others=frozenset({'NL'}), is_town=False, opens=frozenset())
    >>> country_meaning("Moscou").code
    'RU'
    """
    bracket = _BRACKETED.search(name)
    if bracket is not None:
        bare = _BRACKETED.sub("", name).translate(_NO_BRACKETS)
        return _told_in_brackets(bare, bracket.group().strip(" ()"))
    code = _told_code(name.strip())
    strong, weak = country_names(), weak_country_names()
    for form in _forms(name):
        if form in strong:
            return Meaning(strong[form], frozenset(weak.get(form, ())) - {strong[form]}, False)
        if form in weak:
            others = frozenset(weak[form])
            if code:
                others |= {code}
            longer = {code for long, code in strong.items() if long.startswith(f"{form} ")}
            return Meaning(None, others, False, frozenset(longer - others))
    towns, weak_towns = capitals(), weak_capitals()
    for form in _forms(name):
        if form in towns:
            return Meaning(towns[form], frozenset(weak_towns.get(form, ())) - {towns[form]}, True)
        if form in weak_towns:
            return Meaning(None, frozenset(weak_towns[form]), True)
    if code:
        return Meaning(code, frozenset(), False)
    return Meaning(None, frozenset(), False)


@lru_cache(maxsize=1)
def _codes_of_three() -> Mapping[str, str]:
    return {row["alpha3"]: row["code"] for row in rows("diplo_ner.names", "country_codes.csv")}


def _told_code(name: str) -> str | None:
    """The state of a code in capitals, of two letters or of three."""
    if not _CODE.fullmatch(name):
        return None
    code = _codes_of_three().get(name, name)
    return code if by_code(code) else None


def _told_in_brackets(bare: str, told: str) -> Meaning:
    """What a name means with words in brackets: they choose ("Congo (RDC)"), repeat, or name something else."""
    whole, part = country_meaning(bare), country_meaning(told)
    for order in (f"{told} {bare}", f"{told.rstrip(_APOSTROPHES)} {bare}", f"{bare}-{told}", f"{bare} {told}"):
        found = country_meaning(order)
        if found.code is not None:
            return found
    if part.code is None:
        if whole.code is None or told.isupper():
            return whole
        return Meaning(None, frozenset({whole.code}) | whole.others, False)
    if part.code == whole.code or part.code in whole.others:
        return part
    return Meaning(None, frozenset(), False)


def _called(code: str) -> str:
    country = by_code(code)
    return country.name if country else code


@lru_cache(maxsize=16384)
def compare_countries(a: str, b: str) -> Comparison:
    """Compare two names of states; symmetric. A capital stands for its state.

    >>> compare_countries("Birmanie", "Myanmar").verdict, compare_countries("Congo", "RDC").verdict
    ('same', 'unsure')
    """
    first, second = sorted((a, b))
    one, other = country_meaning(first), country_meaning(second)
    if one.code and other.code:
        if one.code == other.code:
            how = "a capital stands for its state" if one.is_town or other.is_town else "both are names of one state"
            return same(0.9 if one.is_town or other.is_town else 1.0, f"{how}: {_called(one.code)}")
        if one.code in other.others or other.code in one.others:
            return unsure(0.4, f"one name may mean {_called(one.code)} and {_called(other.code)}")
        return different(0.0, f"{_called(one.code)} and {_called(other.code)} are two states")
    brackets = _BRACKETED.search(first) or _BRACKETED.search(second)
    if not brackets and set(_forms(first)) & set(_forms(second)):
        return same(0.95, "equal but for case, accents, article")
    if first == second:
        return unsure(0.5, "the same words, of no state that is known")
    return _compare_open(one, other)


def _compare_open(one: Meaning, other: Meaning) -> Comparison:
    """At least one name is not certain: no state for sure."""
    codes_one = one.others | ({one.code} if one.code else set())
    codes_other = other.others | ({other.code} if other.code else set())
    shared = codes_one & codes_other
    if not codes_one or not codes_other:
        return different(
            0.1, "only one of the names is that of a state" if codes_one or codes_other else "no known state"
        )
    if not shared:
        if codes_one & other.opens or codes_other & one.opens:
            return unsure(0.3, "one name is the beginning of the other's")
        return different(0.0, "names of two states")
    uncertain = one.others if one.code is None else other.others
    if len(uncertain) == len(shared) == 1 and not (one.opens or other.opens):
        return same(0.85, f"a loose name of {_called(next(iter(shared)))}")
    return unsure(0.5, f"one name may mean {', '.join(sorted(map(_called, shared)))}")
