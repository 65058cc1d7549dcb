"""The words for what was read: types, kinds, reasons and rules, in French or in English, from their table."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ..entity_types import type_facts
from ..tables import rows

Language = Literal["fr", "en"]

_ANY = "*"


@lru_cache(maxsize=2)
def _table(language: Language) -> dict[tuple[str, str], str]:
    table = {(row["group"], row["key"]): row[language] for row in rows("diplo_ner.wording", "wording.csv")}
    table.update({("type", name): fact.one[language] for name, fact in type_facts().items()})
    return table


@lru_cache(maxsize=16)
def _patterns(group: str) -> tuple[str, ...]:
    """The keys of a group that hold for many values, the longest first."""
    found = {key for kind, key in _table("fr") if kind == group and _ANY in key}
    return tuple(sorted(found, key=lambda key: (-len(key), key)))


def wording(group: str, key: str, language: Language) -> str:
    """The words for a value; the value itself where the table has none. Of two patterns that fit, the longer one.

    >>> wording("type", "COUNTRY", "fr"), wording("reason", "nom de Russie", "en")
    ('pays', 'a name of Russie')
    >>> wording("reason", "nom de AFP dans le lexique", "en")
    'a name of AFP in the tables'
    """
    table = _table(language)
    exact = table.get((group, key))
    if exact is not None:
        return exact
    for pattern in _patterns(group):
        head, _, tail = pattern.partition(_ANY)
        if key.startswith(head) and key.endswith(tail) and len(key) > len(head) + len(tail):
            return table[group, pattern].replace(_ANY, key[len(head) : len(key) - len(tail)])
    return key


def rule_wording(rule: str, language: Language) -> str:
    """The words for a rule of attribution: what was found, how near, how the words led to somebody.

    >>> rule_wording("incise-noun-far+title", "en")
    'an interposed clause with a noun for its subject, at some distance, the title is that of the person'
    """
    base, _, how = rule.partition("+")
    table = _table(language)
    endings: list[str] = []
    while ("rule", base) not in table:
        shorter, dash, ending = base.rpartition("-")
        if not dash:
            return rule
        if ("ending", ending) not in table:  # an ending of two words, such as "first-person"
            shorter, _, more = shorter.rpartition("-")
            ending = f"{more}-{ending}"
        endings.insert(0, wording("ending", ending, language))
        base = shorter
    parts = [wording("rule", base, language), *endings]
    return ", ".join([*parts, wording("how", how, language)] if how else parts)
