"""Nominals: what may name a speaker, and the pronouns and names among them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ...schema import Entity
from ...tables import cell_list, rows
from ..verbs.adverbials import ago_opening, set_adverbial
from ..verbs.context import is_tonic
from ..verbs.groups import Group
from ..verbs.tokens import NAME, QUOTE, Token, honorific
from ..vocabulary.cues import PACKAGE, PeopleNoun
from ..vocabulary.word_classes import (
    ADPOSITION,
    ADVERB,
    CONTRACTED,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINER,
    NEGATION,
    NUMBER,
    OBJECT,
    OF,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBJECT,
    SUBORDINATING,
    TIME,
)
from ..vocabulary.word_sets import word_set

NominalKind = Literal["pronoun", "name", "common"]


_LONGEST_TIME = 7
"""Words of a phrase of time at the most."""
STOPS = PUNCTUATION | QUOTE | SUBJECT | SUBORDINATING | NEGATION


@dataclass(slots=True, eq=False, repr=False)
class Nominal:
    """A noun phrase or a pronoun among the tokens of a sentence.

    ``first`` and ``last`` span it with its article, ``head`` is its noun, name or pronoun. ``entity`` is set when a
    name says who it is, in itself or in apposition, and ``name`` is then that token. ``owner`` is a name that the noun
    depends on ("le communiqué du Kremlin"). ``determiner`` holds the classes of its article; ``partitive`` tells
    "l'un des …", "la plupart des …", ``unlisted`` capitalised words that no entity claims.
    """

    tokens: list[Token]
    first: int
    head: int
    last: int
    kind: NominalKind
    number: str = "s"
    gender: str = ""
    entity: Entity | None = None
    name: int = -1
    owner: int = -1
    determiner: int = 0
    people: PeopleNoun | None = None
    speech: frozenset[str] = frozenset()
    partitive: bool = False
    unlisted: bool = False

    def __repr__(self) -> str:
        words = " ".join(t.text for t in self.tokens[self.first : self.last + 1])
        return f"[{self.kind} {words!r} {self.number}{self.gender} {self.entity.id if self.entity else ''}]"

    @property
    def low(self) -> str:
        """The head in lower case."""
        return self.tokens[self.head].low

    @property
    def is_human(self) -> bool:
        """Whether the head noun stands for people or a body of people."""
        return self.people is not None

    @property
    def people_kind(self) -> str:
        """The kind of people that the head noun stands for, empty where it stands for none."""
        return self.people.kind if self.people is not None else ""

    @property
    def is_somebody(self) -> bool:
        """Whether the phrase has a name, or stands for people or a body of people."""
        return self.entity is not None or self.people is not None

    @property
    def has_complement(self) -> bool:
        """Whether something depends on the noun with "de" ("le rapport de la commission")."""
        return any(t.classes & (OF | CONTRACTED) for t in self.tokens[self.head + 1 : self.last + 1])

    @property
    def is_governed(self) -> bool:
        """Whether a preposition stands before the phrase."""
        return self.first > 0 and bool(self.tokens[self.first - 1].classes & ADPOSITION)

    @property
    def names_speaker(self) -> bool:
        """Whether the phrase is the name of a person or of an organisation."""
        return self.entity is not None and self.entity.type in ("PERSON", "ORGANISATION")

    @property
    def names_person(self) -> bool:
        """Whether the phrase is the name of a person."""
        return self.entity is not None and self.entity.type == "PERSON"


@lru_cache(maxsize=1)
def noun_complements() -> dict[str, frozenset[str]]:
    """What may hang on a noun of office, by kind (``data/noun_complements.csv``)."""
    return {row["kind"]: frozenset(cell_list(row["words"])) for row in rows(PACKAGE, "noun_complements.csv")}


def circumstance(tokens: list[Token], i: int) -> int:
    """How many tokens from ``i`` on say when or how ("samedi dernier", "le 4 novembre 1979", "une nouvelle fois").

    0 when none do.
    """
    return max(set_adverbial(tokens, i), _time(tokens, i))


def _time(tokens: list[Token], i: int) -> int:
    j = i + ago_opening(tokens, i)
    if j < len(tokens) and tokens[j].classes & DETERMINER:
        j += 1
    size = 0
    while j < len(tokens) and j - i < _LONGEST_TIME:
        classes = tokens[j].classes
        if classes & TIME or (classes & NUMBER and (size or (j + 1 < len(tokens) and tokens[j + 1].classes & TIME))):
            size = j + 1 - i
        elif tokens[j].low in word_set("time-modifier"):
            if size:
                size = j + 1 - i
        else:
            break
        j += 1
    return size


def pronoun_gender(low: str) -> str:
    """The gender that a pronoun or an article tells: m, f or empty.

    >>> pronoun_gender("celle-ci"), pronoun_gender("il"), pronoun_gender("on")
    ('f', 'm', '')
    """
    return "m" if low in word_set("masculine-pronoun") else "f" if low in word_set("feminine-pronoun") else ""


def pronoun_at(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> Nominal | None:
    """The pronoun that begins at a token: "il", "ce dernier", "l'un d'eux", "certains"."""
    token = tokens[i]
    low = token.low
    following = tokens[i + 1] if i + 1 < end else None
    if token.classes & SUBJECT or low in word_set("we-or-you") or (is_tonic(tokens, i) and i + 1 in groups_at):
        return _pronoun(tokens, i, i, plural=low in word_set("plural-subject"))
    if token.classes & DEMONSTRATIVE and following is not None and following.low in word_set("last"):
        return _pronoun(tokens, i, i + 1, plural=following.low.endswith("s"))
    if token.classes & DEFINITE and following is not None and following.low in word_set("person-only"):
        return _pronoun(tokens, i, i + 1)
    if low in word_set("somebody") and following is not None and following.low in word_set("one"):
        return Nominal(tokens, i, i + 1, i + 1, "pronoun")
    if low in word_set("self"):
        return _pronoun(tokens, i, i)
    several = (
        _all_of_them(tokens, i, end, groups_at)
        or _one_of_them(tokens, i, end, groups_at)
        or _number_alone(tokens, i, end, groups_at)
    )
    if several is not None:
        return several
    if token.classes & DEFINITE and following is not None and following.low in word_set("of-two"):
        third = tokens[i + 2] if i + 2 < end else None
        if (
            third is None
            or third.classes & PUNCTUATION
            or third.low in word_set("en")
            or (i + 2 in groups_at and groups_at[i + 2].mood in ("finite", "passive"))
        ):
            return _pronoun(tokens, i, i + 1)
    if not token.classes & PRONOUN or low in word_set("neuter"):
        return None
    bare = (
        following is None
        or i + 1 in groups_at
        or following.classes & (PUNCTUATION | ADVERB | NEGATION | RELATIVE | QUOTE)
    )
    if token.classes & DETERMINER and not bare:
        return None
    return _pronoun(tokens, i, i, plural=low in word_set("plural-pronoun-form"))


def _number_alone(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> Nominal | None:
    """A number that opens a clause and has no noun: "[trois] n'ont pas répondu", "[deux autres] jugent"."""
    opens = i == 0 or tokens[i - 1].classes & (PUNCTUATION | SUBORDINATING)
    if tokens[i].low not in word_set("small-number") or not opens or i + 1 >= len(tokens):
        return None
    j = i + int(i + 1 < end and tokens[i + 1].low in word_set("others"))
    group = groups_at.get(j + 1)
    denied = j + 1 < end and tokens[j + 1].classes & NEGATION
    plural = group is not None and group.number == "p"
    return Nominal(tokens, i, i, j, "pronoun", number="p", partitive=True) if denied or plural else None


def _all_of_them(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> Nominal | None:
    """« tous deux », « toutes les trois », by themselves."""
    if tokens[i].low not in word_set("all-plural"):
        return None
    j = i + 1 + int(i + 1 < end and tokens[i + 1].low in word_set("plural-article"))
    alone = j + 1 >= end or j + 1 in groups_at or bool(tokens[j + 1].classes & (PUNCTUATION | ADVERB | OBJECT))
    counted = j < end and tokens[j].low in word_set("small-number")
    return _pronoun(tokens, i, j, plural=True) if counted and alone else None


def _one_of_them(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> Nominal | None:
    """« l'un », « l'un d'eux », « les autres », with no noun behind."""
    j = i + 1
    low, following = tokens[i].low, tokens[j].low if j < end else ""
    if low not in word_set("indefinite-opening") or following not in word_set("indefinite-pronoun"):
        return None
    one = low in word_set("elided-article") and following in word_set("one") and j + 2 < end
    if one and tokens[j + 1].low in word_set("elided-of") and tokens[j + 2].low in word_set("of-them"):
        j += 3 if tokens[j + 2].low in word_set("between") and j + 3 < end else 2
    elif j + 1 < end and not (
        (following not in word_set("one") and tokens[j + 1].classes & OF)
        or tokens[j + 1].classes & (PUNCTUATION | ADVERB | NEGATION | RELATIVE | QUOTE)
        or j + 1 in groups_at
    ):
        return None
    number = "p" if low in word_set("plural-definite") or following in word_set("others") else "s"
    return Nominal(tokens, i, i + 1, min(j, end - 1), "pronoun", number=number, partitive=True)


def _pronoun(tokens: list[Token], first: int, head: int, *, plural: bool = False) -> Nominal:
    """A pronoun that ends with its head, which tells the gender."""
    gender = pronoun_gender(tokens[head].low)
    return Nominal(tokens, first, head, head, "pronoun", number="p" if plural else "s", gender=gender)


def name_at(tokens: list[Token], i: int, end: int) -> Nominal | None:
    """A name with a form of address or an article in front: "M. Bone", "le Kremlin", "la Commission"."""
    j = i
    if tokens[j].classes & DEFINITE:
        j += 1
    elif tokens[j].low in word_set("one") and j + 1 < end and tokens[j + 1].low in word_set("certain"):
        j += 2
    if j < end:
        j += honorific(tokens, j)
    if j >= end or not tokens[j].classes & NAME:
        return None
    if j == i + 1 and j + 1 < end and tokens[i].classes & DEFINITE and tokens[j].names_member(tokens[j + 1]):
        j += 1
    found = Nominal(tokens, i, j, j, "name", entity=tokens[j].entity, name=j)
    if tokens[i].classes & DEFINITE and j == i + 1 + int(tokens[i + 1].entity is not tokens[j].entity):
        found.gender = pronoun_gender(tokens[i].low)
        found.number = "p" if tokens[i].low in word_set("plural-article") else "s"
    elif tokens[i].low in word_set("feminine-address"):
        found.gender = "f"
    elif tokens[i].low in word_set("masculine-address"):
        found.gender = "m"
    if j + 2 < end and tokens[j + 1].low in word_set("joins-names"):
        k = j + 2
        if tokens[k].classes & DEFINITE:
            k += 1
        k += honorific(tokens, k) if k < end else 0
        if k < end and tokens[k].classes & NAME:
            found.number = "p"
            found.last = k
    return found


def unknown_name_at(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> Nominal | None:
    """Capitalised words that no entity claims: somebody all the same ("a déclaré M. Ixmal")."""
    start = i + honorific(tokens, i)
    j = start
    while (
        j < end
        and tokens[j].text[0].isupper()
        and not tokens[j].classes
        and not tokens[j].tag.readings
        and j not in groups_at
    ):
        j += 1
    if j == start or (start == i == 0 and j == start + 1 and tokens[i].tag.speech):
        return None
    return Nominal(tokens, start, start, j - 1, "common", unlisted=True)
