"""Noun phrases and pronouns: who is named where a speaker is expected."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ..lexicon.tables import cell_list, rows
from ..schema import Entity
from .cues import PACKAGE, PeopleNoun, is_outlet
from .prose import NAME, QUOTE, Token
from .verb_groups import Group
from .wordclass import (
    ADVERB,
    CONTRACTED,
    COORDINATOR,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINER,
    INDEFINITE,
    NEGATION,
    NUMBER,
    OF,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
)

NominalKind = Literal["pronoun", "name", "common"]
_HONORIFICS = frozenset("m mm mme mmes mlle me mgr dr pr sir lord lady dame maître monsieur madame mademoiselle don cheikh sheikh".split())
_OTHERS = frozenset(("un", "une", "uns", "unes", "autre", "autres"))
_LAST = frozenset(("dernier", "dernière", "derniers", "dernières"))
_STOPS = PUNCTUATION | QUOTE | SUBJECT | RELATIVE | THAT | SUBORDINATOR | NEGATION
_INVERTED_PREPOSITIONS = frozenset(("à", "au", "aux", "en", "pour", "auprès"))


class Nominal:
    """A noun phrase or a pronoun among the tokens of a sentence.

    ``first`` and ``last`` span it with its article, ``head`` is its noun, name or pronoun. ``entity`` is set when a name
    says who it is, in itself or in apposition, and ``name`` is then that token. ``owner`` is a name that the noun
    depends on ("le communiqué du Kremlin"). ``determiner`` holds the classes of its article; ``partitive`` tells
    "l'un des …", "la plupart des …", ``unlisted`` capitalised words that no entity claims.
    """

    __slots__ = (
        "determiner",
        "entity",
        "first",
        "gender",
        "head",
        "kind",
        "last",
        "name",
        "number",
        "owner",
        "partitive",
        "people",
        "speech",
        "tokens",
        "unlisted",
    )

    def __init__(self, tokens: list[Token], first: int, head: int, last: int, kind: NominalKind) -> None:
        self.tokens = tokens
        self.first = first
        self.head = head
        self.last = last
        self.kind = kind
        self.entity: Entity | None = None
        self.name = -1
        self.owner = -1
        self.determiner = 0
        self.number = "s"
        self.gender = ""
        self.people: PeopleNoun | None = None
        self.speech: frozenset[str] = frozenset()
        self.partitive = False
        self.unlisted = False

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


@lru_cache(maxsize=1)
def _complements() -> dict[str, frozenset[str]]:
    return {row["kind"]: frozenset(cell_list(row["words"])) for row in rows(PACKAGE, "noun_complements.csv")}


def honorific(tokens: list[Token], i: int) -> int:
    """How many tokens from ``i`` on are a form of address ("M.", "Mme", "le Dr"); 0 when none."""
    if tokens[i].low not in _HONORIFICS or not tokens[i].text[0].isupper() and tokens[i].low not in ("lord", "sir", "maître"):
        return 0
    return 2 if i + 1 < len(tokens) and tokens[i + 1].text == "." and len(tokens[i].text) <= 3 else 1


def is_time(tokens: list[Token], i: int) -> int:
    """How many tokens from ``i`` on say when ("samedi dernier", "le 4 novembre 1979", "une nouvelle fois"); 0 when none."""
    j = i
    if j < len(tokens) and tokens[j].classes & DETERMINER:
        j += 1
    size = 0
    while j < len(tokens) and j - i < 7:
        classes = tokens[j].classes
        if classes & TIME or (classes & NUMBER and (size or (j + 1 < len(tokens) and tokens[j + 1].classes & TIME))):
            size = j + 1 - i
        elif tokens[j].low in ("dernier", "dernière", "prochain", "prochaine", "passé", "passée", "suivant", "suivante", "même",
                               "nouvelle", "premier", "première", "seconde", "deuxième", "autre", "1er", "ci", "là", "plusieurs", "cette", "ce"):
            if size:
                size = j + 1 - i
        else:
            break
        j += 1
    return size


def nominal(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group], *, inverted: bool = False) -> Nominal | None:
    """Read the noun phrase or pronoun that begins at a token.

    Args:
        tokens: the sentence.
        i: where it is to begin.
        end: the token it must end before.
        groups_at: verb groups by their first token, which end a phrase.
        inverted: whether it stands behind its verb; then "à la presse" is none of it.

    Returns:
        The phrase, or None when none begins there.
    """
    if i >= end:
        return None
    token = tokens[i]
    if token.classes & QUOTE or token.low == "":
        if not token.classes & NAME:
            return None
    return (
        _pronoun(tokens, i, end, groups_at)
        or _name(tokens, i, end)
        or _common(tokens, i, end, groups_at, inverted)
        or _unknown_name(tokens, i, end, groups_at)
    )


def _unknown_name(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> Nominal | None:
    """Capitalised words that no entity claims: somebody all the same ("a déclaré M. Ixmal")."""
    start = i + honorific(tokens, i)
    j = start
    while j < end and tokens[j].text[0].isupper() and not tokens[j].classes and not tokens[j].tag.readings and j not in groups_at:
        j += 1
    if j == start or (start == i == 0 and j == start + 1 and tokens[i].tag.speech):
        return None
    found = Nominal(tokens, start, start, j - 1, "common")
    found.unlisted = True
    return found


def _pronoun(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> Nominal | None:
    token = tokens[i]
    low = token.low
    following = tokens[i + 1] if i + 1 < end else None
    if token.classes & SUBJECT or low in ("nous", "vous"):
        found = Nominal(tokens, i, i, i, "pronoun")
        found.number = "p" if low in ("ils", "elles", "nous", "vous") else "s"
        found.gender = {"il": "m", "ils": "m", "elle": "f", "elles": "f"}.get(low, "")
        return found
    if token.classes & DEMONSTRATIVE and following is not None and following.low in _LAST:
        found = Nominal(tokens, i, i + 1, i + 1, "pronoun")
        found.number = "p" if following.low.endswith("s") else "s"
        found.gender = "f" if "ère" in following.low else "m"
        return found
    if token.classes & DEFINITE and following is not None and following.low in ("intéressé", "intéressée"):
        found = Nominal(tokens, i, i + 1, i + 1, "pronoun")
        found.gender = "f" if following.low.endswith("ée") else "m"
        return found
    if low == "quelqu'" and following is not None and following.low in ("un", "une"):
        return Nominal(tokens, i, i + 1, i + 1, "pronoun")
    if low in ("lui-même", "elle-même"):
        found = Nominal(tokens, i, i, i, "pronoun")
        found.gender = "m" if low == "lui-même" else "f"
        return found
    if following is not None and low in ("l'", "les", "un", "une", "d'", "quelqu'") and following.low in _OTHERS:
        j = i + 1
        if low == "les" and following.low == "uns" or low == "l'" and following.low in ("un", "une"):
            if j + 2 < end and tokens[j + 1].low == "d'" and tokens[j + 2].low in ("eux", "elles", "entre"):
                j += 3 if tokens[j + 2].low == "entre" and j + 3 < end else 2
            elif j + 1 < end and not (tokens[j + 1].classes & (PUNCTUATION | ADVERB | NEGATION | RELATIVE | QUOTE) or j + 1 in groups_at):
                j = -1
        elif j + 1 < end and not (tokens[j + 1].classes & (PUNCTUATION | ADVERB | NEGATION | RELATIVE | QUOTE) or j + 1 in groups_at):
            j = -1
        if j >= 0:
            found = Nominal(tokens, i, i + 1, min(j, end - 1), "pronoun")
            found.number = "p" if low == "les" or following.low in ("autres", "uns") else "s"
            found.partitive = True
            return found
    if token.classes & DEFINITE and following is not None and following.low in ("premier", "première", "second", "seconde"):
        third = tokens[i + 2] if i + 2 < end else None
        if third is None or third.classes & PUNCTUATION or i + 2 in groups_at and groups_at[i + 2].mood in ("finite", "passive"):
            found = Nominal(tokens, i, i + 1, i + 1, "pronoun")
            found.gender = "f" if following.low in ("première", "seconde") else "m"
            return found
    if not token.classes & PRONOUN or low in ("ce", "c'", "ça", "cela", "ceci"):
        return None
    bare = following is None or i + 1 in groups_at or following.classes & (PUNCTUATION | ADVERB | NEGATION | RELATIVE | QUOTE)
    if token.classes & DETERMINER and not bare:
        return None
    found = Nominal(tokens, i, i, i, "pronoun")
    found.number = "p" if low in ("ceux-ci", "celles-ci", "eux", "certains", "certaines", "tous", "toutes", "plusieurs", "beaucoup",
                                  "ceux", "celles", "ceux-là") else "s"
    found.gender = {"lui": "m", "eux": "m"}.get(low, "f" if low.startswith(("celle", "chacune")) else "m" if low.startswith("ce") else "")
    return found


def _name(tokens: list[Token], i: int, end: int) -> Nominal | None:
    """A name with a form of address or an article in front: "M. Bone", "le Kremlin", "la Commission"."""
    j = i
    if tokens[j].classes & DEFINITE:
        j += 1
    elif tokens[j].low in ("un", "une") and j + 1 < end and tokens[j + 1].low in ("certain", "certaine"):
        j += 2
    if j < end:
        j += honorific(tokens, j)
    if j >= end or not tokens[j].classes & NAME:
        return None
    found = Nominal(tokens, i, j, j, "name")
    found.entity, found.name = tokens[j].entity, j
    if tokens[i].classes & DEFINITE and j == i + 1:
        found.gender = {"le": "m", "la": "f"}.get(tokens[i].low, "")
        found.number = "p" if tokens[i].low == "les" else "s"
    elif tokens[i].low in ("mme", "mlle", "mmes", "lady", "madame"):
        found.gender = "f"
    elif tokens[i].low in ("m", "lord", "sir", "monsieur"):
        found.gender = "m"
    if j + 2 < end and tokens[j + 1].low == "et":
        k = j + 2
        if tokens[k].classes & DEFINITE:
            k += 1
        k += honorific(tokens, k) if k < end else 0
        if k < end and tokens[k].classes & NAME:
            found.number = "p"
            found.last = k
    return found


def _common(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group], inverted: bool) -> Nominal | None:
    j = i
    determiner = 0
    number = ""
    partitive = False
    first_low = tokens[i].low
    if first_low in ("de", "d'") and j + 1 < end and tokens[j + 1].low in ("nombreux", "nombreuses", "autres", "hauts"):
        determiner, number, j = INDEFINITE, "p", j + 1
    elif first_low == "l'" and j + 2 < end and tokens[j + 1].low in ("un", "une") and tokens[j + 2].classes & (OF | CONTRACTED):
        determiner, number, partitive, j = INDEFINITE, "s", True, j + 3
    elif first_low in ("un", "une") and j + 1 < end and tokens[j + 1].classes & OF | (tokens[j + 1].low == "des" if j + 1 < end else 0):
        determiner, number, partitive, j = INDEFINITE, "s", True, j + 2
    elif first_low == "la" and j + 1 < end and tokens[j + 1].low == "plupart":
        determiner, number, partitive, j = INDEFINITE, "p", True, j + 2
        if j < end and tokens[j].classes & (OF | CONTRACTED):
            j += 1
        else:
            found = Nominal(tokens, i, j - 1, j - 1, "pronoun")
            found.number = "p"
            return found
    if tokens[j].classes & NUMBER and j + 2 < end and tokens[j + 1].low == "%" and tokens[j + 2].classes & (OF | CONTRACTED):
        determiner, number, partitive, j = INDEFINITE, "p", True, j + 3
    start = j
    while j < end and (tokens[j].classes & (DETERMINER | NUMBER)) and not tokens[j].classes & NAME:
        classes = tokens[j].classes
        if classes & OF and j > start:
            break
        determiner |= classes & DETERMINER
        low = tokens[j].low
        if not number:
            if low in ("les", "des", "ces", "ses", "leurs", "nos", "mes", "plusieurs", "quelques", "certains", "certaines", "tous", "toutes") or (
                classes & NUMBER or low in ("deux", "trois", "quatre", "cinq", "six", "dix")
            ):
                number = "p"
            elif classes & DETERMINER:
                number = "s"
        j += 1
    if not determiner:
        known = tokens[i].tag.people
        if known is None and tokens[i].low in _ADJECTIVES and i + 1 < end:
            known = tokens[i + 1].tag.people
        if known is None or i in groups_at:
            return None
    head, j = _content(tokens, j, end, groups_at)
    if head < 0:
        return None
    found = Nominal(tokens, i, head, j - 1, "common")
    found.determiner, found.partitive = determiner, partitive
    before = tokens[i - 1].low if i else ""
    if not determiner and before in ("aux", "des", "du", "au"):
        found.determiner = DEFINITE
        number = "p" if before in ("aux", "des") else "s"
    found.number = number or "s"
    tagged = tokens[head].tag
    found.people, found.speech = tagged.people, tagged.speech
    found.gender = _gender(tokens, i, head, tagged.people)
    _extend(found, j, end, groups_at, inverted)
    return found


def _gender(tokens: list[Token], i: int, head: int, people: PeopleNoun | None) -> str:
    if people is not None and people.gender in "mf":
        return people.gender
    for token in tokens[i:head]:
        if token.low in ("la", "une", "cette", "sa", "certaine", "toute"):
            return "f"
        if token.low in ("le", "un", "ce", "cet", "certain", "tout"):
            return "m"
    return ""


def _content(tokens: list[Token], j: int, end: int, groups_at: dict[int, Group]) -> tuple[int, int]:
    """The head among the content words from ``j`` on, and where they end."""
    start = j
    while j < end:
        token = tokens[j]
        classes = token.classes
        if classes & (_STOPS | NAME | OF | CONTRACTED | PREPOSITION | COORDINATOR) and not (token.tag.people and not classes & PUNCTUATION):
            break
        if classes & (DETERMINER | PRONOUN) and j > start:
            break
        if j in groups_at and j > start and groups_at[j].mood == "past" and j + 1 < end and tokens[j + 1].classes & (PREPOSITION | TIME):
            break
        if j in groups_at and j > start and groups_at[j].mood not in ("past",) and not _noun_after_all(tokens, j, groups_at):
            if not (groups_at[j].mood == "participle" and (j + 1 >= end or j + 1 in groups_at or tokens[j + 1].classes & PUNCTUATION)):
                break
        if classes & ADVERB and j > start:
            break
        if classes & TIME and j > start:
            break
        j += 1
    if j == start:
        return -1, j
    for k in range(start, min(j, start + 4)):
        if tokens[k].tag.people is not None and not (k + 1 < j and k == start and tokens[k].low in _ADJECTIVES and tokens[k + 1].tag.people):
            return k, j
    for k in range(start, min(j, start + 3)):
        if tokens[k].tag.speech:
            return k, j
    return (start + 1 if tokens[start].low in _ADJECTIVES and start + 1 < j else start), j


_ADJECTIVES = frozenset(
    "ancien ancienne nouveau nouvelle nouvel premier première jeune vieux vieil vieille haut haute grand grande petit petite principal "
    "principale seul seule même autre futur future ex président général".split()
)


def _noun_after_all(tokens: list[Token], j: int, groups_at: dict[int, Group]) -> bool:
    """A form that may be a verb, where a noun of people follows the article."""
    if tokens[j].tag.people is None or groups_at[j].head != j:
        return False
    return groups_at[j].mood != "participle" or tokens[j - 1].low in _ADJECTIVES


def _extend(found: Nominal, j: int, end: int, groups_at: dict[int, Group], inverted: bool) -> None:
    """Take in complements and a name in apposition behind the head."""
    tokens = found.tokens
    offices = _complements()["office"]
    loose = 0
    person_at = -1
    while j < end:
        token = tokens[j]
        classes = token.classes
        if classes & NAME:
            if not _governed(tokens, j, found.first):
                person = tokens[j].entity is not None and tokens[j].entity.type == "PERSON"
                inner = person and (person_at >= 0 or (j > found.first + 1 and tokens[j - 1].low in _complements()["named"] and j - 1 != found.head))
                if person and j - 1 == found.head and tokens[j - 1].low in _complements()["named"]:
                    inner = True
                if inner or (found.people is None and found.last > found.head and found.owner < 0 and _has_of(found)):
                    found.owner = j if found.owner < 0 or inner else found.owner
                    person_at = -1
                else:
                    _apposed(found, j)
                found.last = max(found.last, j)
                j += 1
                if found.entity is not None and found.entity.type == "PERSON":
                    return
                continue
            if found.owner < 0:
                found.owner = j
            found.last = j
            j += 1
            j = _adjectives(tokens, j, end, groups_at, found)
            continue
        if classes & QUOTE and found.owner < 0 and found.entity is None and j + 1 < end and not inverted:
            j += 1
            continue
        size = honorific(tokens, j) if not classes & PUNCTUATION else 0
        if size and j + size < end and tokens[j + size].classes & NAME:
            j += size
            continue
        if classes & (OF | CONTRACTED) and token.low not in ("au", "aux"):
            k = j + 1
        elif (classes & PREPOSITION) and tokens[found.head].low in offices and loose < 2 and token.low in _complements()["preposition"]:
            if inverted and (token.low not in _INVERTED_PREPOSITIONS or _is_audience(tokens, j + 1, end)):
                break
            k = j + 1
            loose += 1
        elif token.low == "et" and j + 1 < end and tokens[j + 1].classes & (OF | CONTRACTED) and j + 2 < end:
            k = j + 2
        elif token.low == "et" and found.last > found.head and j + 1 < end and not tokens[j + 1].classes & (DETERMINER | NAME | PUNCTUATION) and (
            j + 1 not in groups_at and token.start - tokens[found.last].end <= 1
        ):
            k = j + 1
        else:
            break
        while k < end and tokens[k].classes & (DETERMINER | NUMBER) and not tokens[k].classes & NAME:
            k += 1
        if k < end and tokens[k].classes & NAME:
            if found.owner < 0:
                found.owner = k
            found.last = k
            j = _adjectives(tokens, k + 1, end, groups_at, found)
            continue
        size = honorific(tokens, k) if k < end else 0
        if size and k + size < end and tokens[k + size].classes & NAME:
            if found.owner < 0:
                found.owner = k + size
            found.last = k + size
            j = k + size + 1
            continue
        if k < end and is_time(tokens, k) and not tokens[k].tag.people:
            if tokens[k - 1].classes & NUMBER and tokens[k].low in ("ans", "an"):
                found.last = k
                j = k + 1
                continue
            break
        head, after = _content(tokens, k, end, groups_at)
        if head < 0:
            break
        told = tokens[head].tag.people
        person_at = head if told is not None and told.kind == "person" else -1
        found.last = after - 1
        j = after


def _has_of(found: Nominal) -> bool:
    """Whether a complement with "de" stands in the phrase read so far."""
    return any(t.classes & (OF | CONTRACTED) for t in found.tokens[found.head + 1 : found.last + 1])


def _adjectives(tokens: list[Token], j: int, end: int, groups_at: dict[int, Group], found: Nominal) -> int:
    """Adjectives behind a name ("du département d'État américain")."""
    while j < end and not tokens[j].classes & (_STOPS | NAME | OF | CONTRACTED | PREPOSITION | COORDINATOR | DETERMINER | ADVERB | TIME | NUMBER):
        if j in groups_at and groups_at[j].mood != "past":
            break
        if not tokens[j].text[0].islower() or tokens[j].tag.people and tokens[j].tag.people.kind == "person":
            break
        found.last = j
        j += 1
    return j


def _governed(tokens: list[Token], j: int, first: int) -> bool:
    """Whether the name at ``j`` depends on a preposition right before it (an article or address in between)."""
    k = j - 1
    while k >= first and (tokens[k].low in _HONORIFICS or tokens[k].text == "." or tokens[k].classes & DEFINITE and tokens[k].low != "des"):
        k -= 1
    return k >= first and bool(tokens[k].classes & (OF | CONTRACTED | PREPOSITION))


def _apposed(found: Nominal, j: int) -> None:
    """Take the name at ``j`` for the one that the noun phrase means, if noun and name go together."""
    entity = found.tokens[j].entity
    if entity is None or found.entity is not None or found.partitive:
        return
    kind = found.people.kind if found.people else ""
    if entity.type == "PERSON" and kind in ("", "person"):
        found.entity, found.name = entity, j
    elif entity.type in ("ORGANISATION", "COUNTRY") and kind != "person" and not (kind == "people"):
        found.entity, found.name = entity, j
    elif kind == "person" and entity.type == "ORGANISATION" and found.owner < 0:
        found.owner = j


def _is_audience(tokens: list[Token], k: int, end: int) -> bool:
    """Whether what follows a preposition is the one spoken to ("à la presse", "à l'AFP")."""
    while k < end and tokens[k].classes & DETERMINER:
        k += 1
    if k >= end:
        return True
    if tokens[k].classes & NAME:
        return is_outlet(tokens[k].text) or (tokens[k].entity is not None and tokens[k].entity.type == "PERSON")
    return tokens[k].low in _complements()["audience"] or not tokens[k].text[0].isupper()


def skip_prepositional(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> int:
    """Where the prepositional phrase that begins at ``i`` ends: before the next article, pronoun or name that it does not govern."""
    j = i
    while j < end and tokens[j].classes & (PREPOSITION | OF | CONTRACTED):
        j += 1
        while j < end and tokens[j].classes & (PREPOSITION | OF | CONTRACTED) and not tokens[j].tag.people:
            j += 1
        j += honorific(tokens, j) if j < end else 0
        while j < end and tokens[j].classes & (DETERMINER | NUMBER) and not tokens[j].classes & NAME:
            j += 1
        j += honorific(tokens, j) if j < end else 0
        if j < end and tokens[j].classes & NAME:
            j += 1
        titled = False
        while j < end:
            classes = tokens[j].classes
            if classes & NAME and titled:
                j += 1
                titled = False
                continue
            if classes & (_STOPS | NAME | DETERMINER | COORDINATOR | PREPOSITION | OF | CONTRACTED) or j in groups_at:
                break
            titled = titled or tokens[j].tag.people is not None
            j += 1
        if j + 1 < end and tokens[j].low == "et" and tokens[j + 1].classes & (PREPOSITION | OF | CONTRACTED):
            j += 1
    return max(j, i + 1)
