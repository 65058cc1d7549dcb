"""Conjugation: the forms of a French verb that a report in the press needs, out of its infinitive and its class."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from ..tables import cell_list, rows

Mood = Literal["finite", "infinitive", "present_participle", "past_participle"]

_IMPERFECT = (("ais", 1, "s"), ("ait", 3, "s"), ("ions", 1, "p"), ("iez", 2, "p"), ("aient", 3, "p"))
_FUTURE = (("ai", 1, "s"), ("a", 3, "s"), ("ons", 1, "p"), ("ez", 2, "p"), ("ont", 3, "p"), *_IMPERFECT)
_LONGEST_CODA = 2
"""Consonants between the vowel and -er before which an e may change: "lever", "régler"."""

_DOUBLING = (
    "appeler",
    "jeter",
    "épeler",
    "feuilleter",
    "renouveler",
    "chanceler",
    "étiqueter",
    "caqueter",
    "grommeler",
    "hoqueter",
    "trompeter",
)


class Form(NamedTuple):
    """One form of a verb: its spelling, mood, person (1, 2, 3; 0 where there is none) and number (s, p or empty)."""

    spelling: str
    mood: Mood
    person: int
    number: str


def forms(lemma: str, kind: str) -> list[Form]:
    """The forms of a verb, in lower case: the simple tenses a report in the third person needs, and the participles.

    Args:
        lemma: the infinitive, in lower case.
        kind: ``er`` for a plain -er verb (the changes of its stem follow from its spelling), or a class of
            ``data/conjugation.csv``.

    Raises:
        KeyError: the class is not in the table.
        ValueError: the infinitive does not end as its class says.

    >>> sorted({f.spelling for f in forms("prétendre", "re") if f.mood == "finite" and f.person == 3})[:3]
    ['prétend', 'prétendaient', 'prétendait']
    """
    found = list(_er_forms(lemma)) if kind == "er" else list(_table_forms(lemma, kind))
    return list(dict.fromkeys(found))


def _finite(spelling: str, person: int, number: str) -> Form:
    return Form(spelling, "finite", person, number)


def _participle(masculine: str) -> Iterator[Form]:
    feminine = (masculine[:-1] + "u" if masculine.endswith("û") else masculine) + "e"
    plural = masculine if masculine.endswith("s") else feminine[:-1] + "s"
    yield Form(masculine, "past_participle", 0, "s")
    yield Form(plural, "past_participle", 0, "p")
    yield Form(feminine, "past_participle", 0, "s")
    yield Form(feminine + "s", "past_participle", 0, "p")


def _er_stems(lemma: str) -> tuple[str, list[str], list[str], str]:
    """Stem before a strong ending, stems before a mute one, stems of the future, stem before a or o."""
    stem = lemma[:-2]
    if stem.endswith("c"):
        return stem, [stem], [stem + "er"], stem[:-1] + "ç"
    if stem.endswith("g"):
        mute = [stem[:-2] + "èg"] if stem.endswith("ég") else [stem]
        return stem, mute, list(dict.fromkeys([stem + "er", mute[0] + "er"])), stem + "e"
    if stem.endswith(("oy", "uy", "ay")):
        soft = stem[:-1] + "i"
        mute = [soft, stem] if stem.endswith("ay") else [soft]
        future = [m + "er" for m in mute]
        if lemma.endswith("envoyer"):
            future = [lemma[: -len("envoyer")] + "enverr"]
        return stem, mute, future, stem
    if lemma.endswith(_DOUBLING):
        doubled = stem + stem[-1]
        return stem, [doubled], [doubled + "er"], stem
    if lemma.endswith("tweeter"):
        return stem, [stem, stem + "t"], [stem + "er", stem + "ter"], stem
    onset = stem.rstrip("bcdfghjklmnpqrstvwxzç")
    coda = stem[len(onset) :]
    if coda and len(coda) <= _LONGEST_CODA and (len(coda) == 1 or coda[-1] in "rlhg" or coda == "gn"):
        if onset.endswith("e") and not onset.endswith(("ie", "ée")) and len(coda) == 1:
            grave = onset[:-1] + "è" + coda
            return stem, [grave], [grave + "er"], stem
        if onset.endswith("é"):
            grave = onset[:-1] + "è" + coda
            return stem, [grave], [stem + "er", grave + "er"], stem
    elif onset.endswith(("égu", "équ")):
        grave = onset[:-3] + "è" + onset[-2:]
        return stem, [grave], [stem + "er", grave + "er"], stem
    return stem, [stem], [stem + "er"], stem


def _er_forms(lemma: str) -> Iterator[Form]:
    if not lemma.endswith("er"):
        raise ValueError(f"{lemma!r} is no verb in -er")
    stem, mute, future, open_ = _er_stems(lemma)
    yield Form(lemma, "infinitive", 0, "")
    for m in mute:
        yield _finite(m + "e", 3, "s")
        yield _finite(m + "e", 1, "s")
        yield _finite(m + "ent", 3, "p")
    yield _finite(open_ + "ons", 1, "p")
    yield _finite(stem + "ez", 2, "p")
    for ending, person, number in _IMPERFECT:
        yield _finite((stem if ending.startswith("i") else open_) + ending, person, number)
    yield _finite(open_ + "ai", 1, "s")
    yield _finite(open_ + "a", 3, "s")
    yield _finite(stem + "èrent", 3, "p")
    yield _finite(open_ + "ât", 3, "s")
    for f in future:
        for ending, person, number in _FUTURE:
            yield _finite(f + ending, person, number)
    yield Form(open_ + "ant", "present_participle", 0, "")
    yield from _participle(stem + "é")


@lru_cache(maxsize=1)
def _paradigms() -> dict[str, dict[str, str]]:
    return {row["class"]: row for row in rows(__package__, "conjugation.csv")}


def _table_forms(lemma: str, kind: str) -> Iterator[Form]:
    row = _paradigms()[kind]
    ending = row["ending"]
    plain = ending.replace("î", "i")
    if not lemma.endswith((ending, plain)):
        raise ValueError(f"{lemma!r} does not end in -{ending}")
    stem = lemma[: len(lemma) - len(ending)]

    def cell(name: str) -> list[str]:
        return [c.replace("-", stem, 1) for c in cell_list(row[name])]

    yield Form(lemma, "infinitive", 0, "")
    for name, person, number in (
        ("je", 1, "s"),
        ("il", 3, "s"),
        ("nous", 1, "p"),
        ("vous", 2, "p"),
        ("ils", 3, "p"),
        ("past_il", 3, "s"),
        ("past_ils", 3, "p"),
        ("subjunctive_il", 3, "s"),
        ("subjunctive_ils", 3, "p"),
    ):
        for spelling in cell(name):
            yield _finite(spelling, person, number)
    for past in cell("imperfect"):
        for end, person, number in _IMPERFECT:
            soft = past[:-1] + "ç" if past.endswith("c") and end.startswith("a") else past
            yield _finite(soft + end, person, number)
    for future in cell("future"):
        for end, person, number in _FUTURE:
            yield _finite(future + end, person, number)
    for participle in cell("present_participle"):
        yield Form(participle, "present_participle", 0, "")
    for participle in cell("past_participle"):
        yield from _participle(participle)
