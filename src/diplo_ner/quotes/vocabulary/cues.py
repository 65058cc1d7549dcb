"""The lexicon of reporting: verbs with all their forms, set phrases, and the nouns of words and of people.

Everything is looked up by a word in lower case with its accents ("déclare" is not "déclaré"), apostrophes and
hyphens made plain.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from ...lexicon.conjugation import Mood, forms
from ...lexicon.verbs import Strength, Verb, verbs
from ...tables import cell_list, rows
from ...text.fold import fold
from ...text.words import words
from .word_sets import word_set

PACKAGE = "diplo_ner.quotes"


class VerbReading(NamedTuple):
    """One reading of a verb form.

    ``strength`` as in the table; ``reflexive`` tells that this reading counts as a report only in reflexive use.
    """

    lemma: str
    strength: Strength
    reflexive: bool
    mood: Mood
    person: int
    number: str


class Auxiliary(NamedTuple):
    """A form of "avoir" or "être"; ``finite`` is false for "ayant", "avoir", "été"."""

    lemma: str
    person: int
    number: str
    finite: bool


class Locution(NamedTuple):
    """A verb and the words that make it a cue with it ("mettre" + "en garde"), and the clitics it asks for ("s'en")."""

    clitics: tuple[str, ...]
    rest: tuple[str, ...]
    strength: Strength


class Phrase(NamedTuple):
    """Words other than verbs that tell a source: "selon", "aux yeux de"."""

    words: tuple[str, ...]
    place: Literal["source", "opening", "back"]


def verb_readings(word: str) -> tuple[VerbReading, ...]:
    """What a word may be as a form of the listed verbs, the strongest reading first.

    >>> [(r.lemma, r.strength, r.number) for r in verb_readings("affirmaient")]
    [('affirmer', 'strong', 'p')]
    """
    found = _forms_from("").get(word, ())
    start = _start(fold(word))
    if start in _verbs():
        more = _forms_from(start).get(word, ())
        found = tuple(sorted(found + more, key=_weight)) if found and more else found or more
    return found


_START = 3


def _start(folded: str) -> str:
    return folded[:_START]


@lru_cache(maxsize=1)
def _verbs() -> dict[str, list[Verb]]:
    """Rows of the table by the first letters that all forms of the verb share; under "" where they are too few.

    A regular stem keeps its letters but for accents and its last one or two ("pay-, pai-"): conjugating only the verbs
    that begin like a word of the text spares most of them.
    """
    found: dict[str, list[Verb]] = {"": []}
    for verb in verbs():
        if verb.strength != "none":
            regular = verb.kind == "er" and len(verb.lemma) > _START + 2
            found.setdefault(_start(fold(verb.lemma)) if regular else "", []).append(verb)
    return found


@lru_cache(maxsize=4096)
def _forms_from(start: str) -> dict[str, tuple[VerbReading, ...]]:
    found: dict[str, tuple[VerbReading, ...]] = {}
    for verb in _verbs()[start]:
        for form in forms(verb.lemma, verb.kind):
            reading = VerbReading(verb.lemma, verb.strength, verb.reflexive, form.mood, form.person, form.number)
            held = found.get(form.spelling)
            found[form.spelling] = (reading,) if held is None else tuple(sorted((*held, reading), key=_weight))
    return found


_ORDER: dict[Strength, int] = {"strong": 0, "weak": 1, "manner": 2, "plain": 3, "none": 4}


def _weight(reading: VerbReading) -> tuple[bool, int, str]:
    return reading.reflexive, _ORDER[reading.strength], reading.lemma


@lru_cache(maxsize=1)
def auxiliaries() -> dict[str, Auxiliary]:
    """Forms of "avoir" and "être" (``data/auxiliaries.csv``)."""
    return {
        form: Auxiliary(row["lemma"], int(row["person"] or 3), row["number"] or "s", bool(row["person"]))
        for row in rows(PACKAGE, "auxiliaries.csv")
        for form in cell_list(row["forms"])
    }


@lru_cache(maxsize=1)
def locutions() -> dict[str, tuple[Locution, ...]]:
    """Cues of several words by the lemma of their verb, the longest first."""
    found: dict[str, list[Locution]] = {}
    for row in rows(PACKAGE, "locutions.csv"):
        rest = tuple(w.text.lower() for w in words(row["rest"]))
        *clitics, verb = (w.text for w in words(row["verb"]))
        if rest:
            found.setdefault(verb, []).append(Locution(tuple(clitics), rest, cast(Strength, row["strength"])))
    return {verb: tuple(sorted(held, key=lambda x: -len(x.rest))) for verb, held in found.items()}


@lru_cache(maxsize=1)
def source_phrases() -> dict[str, tuple[Phrase, ...]]:
    """Phrases that name a source, by their first word, the longest first; "de" at their end in each of its forms."""
    found: dict[str, list[Phrase]] = {}
    for row in rows(PACKAGE, "cue_phrases.csv"):
        parts = tuple(w.text.lower() for w in words(row["phrase"] + " x"))[:-1]
        place = cast(Literal["source", "opening", "back"], row["place"])
        of = (
            word_set("of-any") | word_set("of-several")
            if parts[-1] in word_set("of") and len(parts) > 1
            else (parts[-1],)
        )
        found.setdefault(parts[0], []).extend(Phrase((*parts[:-1], last), place) for last in sorted(of))
    return {first: tuple(sorted(held, key=lambda p: -len(p.words))) for first, held in found.items()}


@lru_cache(maxsize=1)
def speech_nouns() -> dict[str, frozenset[str]]:
    """Nouns of words and of texts, in the singular and the plural, to their kinds."""
    found: dict[str, set[str]] = {}
    for row in rows(PACKAGE, "speech_nouns.csv"):
        for noun in cell_list(row["words"]):
            for form in (noun, noun if noun[-1] in "sxz" else noun + "s"):
                found.setdefault(form, set()).add(row["kind"])
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


@lru_cache(maxsize=1)
def long_speech_nouns() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The nouns of speech of several words, by the first one ("mise" of "mise en garde")."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for noun in speech_nouns():
        split = tuple(w.text for w in words(noun))
        if len(split) > 1:
            found.setdefault(split[0], []).append(split)
    return {first: tuple(sorted(held)) for first, held in found.items()}


@lru_cache(maxsize=1)
def cue_adjectives() -> frozenset[str]:
    """Adjectives of what somebody feels or thinks, in all their forms."""
    return frozenset(word for row in rows(PACKAGE, "cue_adjectives.csv") for word in cell_list(row["words"]))


class PeopleNoun(NamedTuple):
    """A noun of people: its kind (person, people, body, outlet) and gender (m, f, b)."""

    kind: str
    gender: str


@lru_cache(maxsize=1)
def people_nouns() -> dict[str, PeopleNoun]:
    """Nouns that stand for people; where one word is masculine and feminine, its gender is b."""
    found: dict[str, PeopleNoun] = {}
    for row in rows(PACKAGE, "people_nouns.csv"):
        for noun in cell_list(row["words"]):
            held = found.get(noun)
            if held is None:
                found[noun] = PeopleNoun(row["kind"], row["gender"])
            elif held.kind == row["kind"] and held.gender != row["gender"]:
                found[noun] = PeopleNoun(held.kind, "b")
    for noun, kind in generic_nouns().items():
        if kind != "body":
            found.setdefault(noun, PeopleNoun("person", _plain_gender(noun)))
    single = [n for n, told in found.items() if told.kind == "person" and n.isalpha() and not _is_participle(n)]
    for noun in single:
        found.setdefault(_plural(noun), PeopleNoun("people", "b"))
    return found


def _is_participle(noun: str) -> bool:
    """Whether the plural of a noun may be a participle or of things: "les termes employés", "des facteurs"."""
    return noun.endswith(("é", "ée", "u", "ue", "i", "ie")) or noun in word_set("things-too")


def _plural(noun: str) -> str:
    """The plural of a noun of people: "généraux", "rivaux", "pilotes", "époux".

    >>> _plural("rival"), _plural("pilote"), _plural("époux")
    ('rivaux', 'pilotes', 'époux')
    """
    if noun.endswith("al"):
        return noun.removesuffix("al") + "aux"
    return noun if noun.endswith(("s", "x", "z")) else noun + "s"


def _plain_gender(noun: str) -> str:
    """The gender that the ending of a noun of people tells: "joueuse" f, "buteur" m, "artiste" b."""
    if noun.endswith(("euse", "rice", "ienne", "ière", "onne", "ée")):
        return "f"
    return "m" if noun.endswith(("eur", "ien", "ier", "on", "é", "t", "d", "l")) else "b"


@lru_cache(maxsize=1)
def _noun_genders() -> dict[str, str]:
    found: dict[str, str] = {}
    for noun, told in people_nouns().items():
        folded = fold(noun)
        found[folded] = told.gender if found.get(folded, told.gender) == told.gender else "b"
    return found


def noun_gender(folded: str) -> str:
    """The gender that a noun of people tells of whoever bears it: m, f, or empty.

    >>> noun_gender("senatrice"), noun_gender("ministre")
    ('f', '')
    """
    gender = _noun_genders().get(folded, "")
    return gender if gender in ("m", "f") else ""


@lru_cache(maxsize=1)
def generic_nouns() -> dict[str, str]:
    """Nouns that take up somebody already told, to their kind: role, state or body."""
    return {noun: row["kind"] for row in rows(PACKAGE, "definite_people.csv") for noun in cell_list(row["words"])}


@lru_cache(maxsize=1)
def _media() -> Mapping[str, frozenset[str]]:
    return {
        row["kind"]: frozenset(fold(word) for word in cell_list(row["words"])) for row in rows(PACKAGE, "media.csv")
    }


@lru_cache(maxsize=4096)
def is_outlet(name: str) -> bool:
    """Whether a name is one of a news outlet, which mostly relays what others say.

    >>> is_outlet("The Hill"), is_outlet("Sunday Times"), is_outlet("Kremlin")
    (True, True, False)
    """
    return bool(outlet_kind(name)) or not _media()["part"].isdisjoint(fold(name).replace("-", " ").split())


def outlet_kind(name: str) -> str:
    """The kind of a news outlet of the table, "agency", "broadcaster" or "paper"; empty for no outlet.

    >>> outlet_kind("Reuters"), outlet_kind("CNN"), outlet_kind("Le Monde"), outlet_kind("Kremlin")
    ('agency', 'broadcaster', 'paper', '')
    """
    folded = fold(name)
    return next((kind for kind, words in _media().items() if kind != "part" and folded in words), "")
