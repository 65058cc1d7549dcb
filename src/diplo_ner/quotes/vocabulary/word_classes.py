"""Classes of words: what a single word may be in a clause, without any look at its neighbours."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ...tables import cell_list, rows
from .cues import PACKAGE, Auxiliary, PeopleNoun, VerbReading, auxiliaries, people_nouns, speech_nouns, verb_readings
from .word_sets import pattern, word_set

DEFINITE = 1
DEMONSTRATIVE = 1 << 1
POSSESSIVE = 1 << 2
INDEFINITE = 1 << 3
PREPOSITION = 1 << 4
OF = 1 << 5
CONTRACTED = 1 << 6
RELATIVE = 1 << 7
THAT = 1 << 8
SUBORDINATOR = 1 << 9
COORDINATOR = 1 << 10
SUBJECT = 1 << 11
OBJECT = 1 << 12
PRONOUN = 1 << 13
NEGATION = 1 << 14
ADVERB = 1 << 15
TIME = 1 << 16
NUMBER = 1 << 17
PUNCTUATION = 1 << 18
WEEKDAY = 1 << 19

DETERMINER = DEFINITE | DEMONSTRATIVE | POSSESSIVE | INDEFINITE
ADPOSITION = PREPOSITION | OF | CONTRACTED
"""What governs a noun phrase."""
SUBORDINATING = THAT | RELATIVE | SUBORDINATOR
"""What opens a subordinate clause."""

_CLASSES = {
    "definite": DEFINITE,
    "demonstrative": DEMONSTRATIVE,
    "possessive": POSSESSIVE,
    "indefinite": INDEFINITE,
    "preposition": PREPOSITION,
    "of": OF,
    "contracted": CONTRACTED,
    "relative": RELATIVE,
    "complementizer": THAT,
    "subordinator": SUBORDINATOR,
    "coordinator": COORDINATOR,
    "subject_pronoun": SUBJECT,
    "object_pronoun": OBJECT,
    "other_pronoun": PRONOUN,
    "negation": NEGATION,
    "adverb": ADVERB,
    "time": TIME,
    "weekday": WEEKDAY,
}
_PLAIN = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None, "\u200b": None}
)
_INVERTED = r"(.+?)-(?:t[-'])?(<inverted-subject>)"
_SPLIT_INVERTED = r"t[-'](<inverted-third>)"
_ADVERB = re.compile(r".+(?:amm|emm|iquem|eusem|ousem|ivem|alem|ellem|airem|oirem|ièrem|ablem|iblem|istem)ent")
_TO, TO_WITHOUT_ACCENT = "à", "A"
"""The preposition, and its capital as many keyboards write it."""
_NUMBER = re.compile(r"\d[\d.,]*")


class Tag(NamedTuple):
    """What a word may be: its plain lower-case spelling, its classes and readings.

    ``pronoun`` is the subject that an inverted verb carries ("a-t-il": "il"); the readings are then those of the verb.
    """

    low: str
    classes: int
    readings: tuple[VerbReading, ...]
    auxiliary: Auxiliary | None
    pronoun: str
    people: PeopleNoun | None
    speech: frozenset[str]


def lower(word: str) -> str:
    """A word in lower case with its accents, with plain apostrophes and hyphens.

    >>> lower("L’"), lower("A-t-Il")
    ("l'", 'a-t-il')
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).lower().translate(_PLAIN)


@lru_cache(maxsize=1)
def _closed() -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows(PACKAGE, "closed_classes.csv"):
        for word in cell_list(row["words"]):
            found[word] = found.get(word, 0) | _CLASSES[row["class"]]
    return found


@lru_cache(maxsize=65536)
def tag(word: str) -> Tag:
    """All that is known about a word by itself.

    >>> tag("affirme-t-elle").pronoun, tag("affirme-t-elle").readings[0].lemma
    ('elle', 'affirmer')
    """
    # a lone soft hyphen folds to nothing
    low = _TO if word == TO_WITHOUT_ACCENT else lower(word) or word
    if not low:
        return Tag("", PUNCTUATION, (), None, "", None, frozenset())
    classes = _closed().get(low, 0)
    readings = verb_readings(low)
    auxiliary = auxiliaries().get(low)
    pronoun = ""
    if "-" in low and not readings and low not in word_set("hyphenated-noun"):
        inverted = pattern(_INVERTED).fullmatch(low)
        if inverted:
            base = inverted[1]
            readings = tuple(r for r in verb_readings(base) if r.mood == "finite")
            auxiliary = auxiliaries().get(base)
            pronoun = inverted[2] if readings or auxiliary or base.endswith(("e", "t", "d", "a", "s")) else ""
    elif low[0] == "t":
        split = pattern(_SPLIT_INVERTED).fullmatch(low)
        if split:
            pronoun = split[1]
    if _NUMBER.fullmatch(low):
        classes |= NUMBER
    elif not low[-1].isalnum() and not low[0].isalnum():
        classes |= PUNCTUATION
    elif not classes and low.endswith("ent") and _ADVERB.fullmatch(low):
        classes |= ADVERB
    people = people_nouns().get(low)
    if people is None and "-" in low:
        prefix, _, noun = low.partition("-")
        people = people_nouns().get(noun) if prefix in word_set("prefix") or prefix in people_nouns() else None
    speech = speech_nouns().get(low, frozenset())
    return Tag(low, classes, readings, auxiliary, pronoun, people, speech)
