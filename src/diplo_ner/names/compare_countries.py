"""Comparing two names of states: by the table of countries alone, never by likeness."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..lexicon.countries import by_code, capitals, country_names, weak_capitals, weak_country_names
from ..text.fold import fold
from .comparison import Comparison, different, same, unsure
from .normalize import normalize

_ARTICLE = re.compile(r"^(?:l'|le |la |les |the |d'|du |de la |des )")
_BRACKETED = re.compile(r"\s*\([^()]*\)")


class Meaning(NamedTuple):
    """The state that a name means by default, those it may also mean, and whether it names a town."""

    code: str | None
    others: frozenset[str]
    is_town: bool
    opens_another: bool = False
    """A loose name with which the name of another state begins: "Corée"."""


def _forms(name: str) -> tuple[str, ...]:
    """Spellings under which a name is looked up: as it is, without article, brackets, dots."""
    found: list[str] = []
    for plain in (fold(name), normalize(name)):
        bare = " ".join(_BRACKETED.sub("", plain).split()).strip(' .,;:«»"')
        for form in (
            bare,
            _ARTICLE.sub("", bare),
            bare.replace(".", ""),
            _ARTICLE.sub("", bare).replace("-", " "),
        ):
            if form and form not in found:
                found.append(form)
    return tuple(found)


@lru_cache(maxsize=4096)
def country_meaning(name: str) -> Meaning:
    """What the tables say of a name of a state or of its capital.

    >>> country_meaning("la Hollande")
    Meaning(code=None, others=frozenset({'NL'}), is_town=False, opens_another=False)
    >>> country_meaning("Moscou").code
    'RU'
    """
    strong, weak = country_names(), weak_country_names()
    for form in _forms(name):
        if form in strong:
            return Meaning(strong[form], frozenset(weak.get(form, ())) - {strong[form]}, False)
        if form in weak:
            others = frozenset(weak[form])
            opens = any(code not in others for long, code in strong.items() if long.startswith(f"{form} "))
            return Meaning(None, others, False, opens)
    towns, weak_towns = capitals(), weak_capitals()
    for form in _forms(name):
        if form in towns:
            return Meaning(towns[form], frozenset(weak_towns.get(form, ())) - {towns[form]}, True)
        if form in weak_towns:
            return Meaning(None, frozenset(weak_towns[form]), True)
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
    if set(_forms(first)) & set(_forms(second)):
        return same(0.95, "equal but for case, accents, article")
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
        return different(0.0, "names of two states")
    uncertain = one.others if one.code is None else other.others
    towns = (one.is_town and one.code is None) or (other.is_town and other.code is None)
    if len(uncertain) == len(shared) == 1 and not towns and not (one.opens_another or other.opens_another):
        return same(0.85, f"a loose name of {_called(next(iter(shared)))}")
    return unsure(0.5, f"one name may mean {', '.join(sorted(map(_called, shared)))}")
