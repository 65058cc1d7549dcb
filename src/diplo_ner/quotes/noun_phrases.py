"""Noun phrases: an article, a noun with its adjectives and complements, a name in apposition."""

from __future__ import annotations

from .cues import PeopleNoun, is_outlet
from .nominals import (
    STOPS,
    Nominal,
    honorific,
    is_time,
    name_at,
    noun_complements,
    pronoun_at,
    unknown_name_at,
)
from .prose import NAME, QUOTE, Token
from .verb_groups import Group
from .word_sets import word_set
from .wordclass import (
    ADVERB,
    CONTRACTED,
    COORDINATOR,
    DEFINITE,
    DETERMINER,
    INDEFINITE,
    NUMBER,
    OF,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    TIME,
)


def nominal(
    tokens: list[Token], i: int, end: int, groups_at: dict[int, Group], *, inverted: bool = False
) -> Nominal | None:
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
        pronoun_at(tokens, i, end, groups_at)
        or name_at(tokens, i, end)
        or _common(tokens, i, end, groups_at, inverted)
        or unknown_name_at(tokens, i, end, groups_at)
    )


def _common(
    tokens: list[Token], i: int, end: int, groups_at: dict[int, Group], inverted: bool
) -> Nominal | None:
    j = i
    determiner = 0
    number = ""
    partitive = False
    first_low = tokens[i].low
    if (
        first_low in ("de", "d'")
        and j + 1 < end
        and tokens[j + 1].low in ("nombreux", "nombreuses", "autres", "hauts")
    ):
        determiner, number, j = INDEFINITE, "p", j + 1
    elif (
        first_low == "l'"
        and j + 2 < end
        and tokens[j + 1].low in ("un", "une")
        and tokens[j + 2].classes & (OF | CONTRACTED)
    ):
        determiner, number, partitive, j = INDEFINITE, "s", True, j + 3
    elif (
        first_low in ("un", "une")
        and j + 1 < end
        and tokens[j + 1].classes & OF | (tokens[j + 1].low == "des" if j + 1 < end else 0)
    ):
        determiner, number, partitive, j = INDEFINITE, "s", True, j + 2
    elif first_low == "la" and j + 1 < end and tokens[j + 1].low == "plupart":
        determiner, number, partitive, j = INDEFINITE, "p", True, j + 2
        if j < end and tokens[j].classes & (OF | CONTRACTED):
            j += 1
        else:
            found = Nominal(tokens, i, j - 1, j - 1, "pronoun")
            found.number = "p"
            return found
    if (
        j + 2 < end
        and tokens[j].classes & NUMBER
        and tokens[j + 1].low == "%"
        and tokens[j + 2].classes & (OF | CONTRACTED)
    ):
        determiner, number, partitive, j = INDEFINITE, "p", True, j + 3
    start = j
    while j < end and (tokens[j].classes & (DETERMINER | NUMBER)) and not tokens[j].classes & NAME:
        classes = tokens[j].classes
        if classes & OF and j > start:
            break
        determiner |= classes & DETERMINER
        low = tokens[j].low
        if not number:
            if low in (
                "les",
                "des",
                "ces",
                "ses",
                "leurs",
                "nos",
                "mes",
                "plusieurs",
                "quelques",
                "certains",
                "certaines",
                "tous",
                "toutes",
            ) or (classes & NUMBER or low in ("deux", "trois", "quatre", "cinq", "six", "dix")):
                number = "p"
            elif classes & DETERMINER:
                number = "s"
        j += 1
    if not determiner:
        known = tokens[i].tag.people
        if known is None and tokens[i].low in word_set("fore-adjective") and i + 1 < end:
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
        if classes & (STOPS | NAME | OF | CONTRACTED | PREPOSITION | COORDINATOR) and not (
            token.tag.people and not classes & PUNCTUATION
        ):
            break
        if classes & (DETERMINER | PRONOUN) and j > start:
            break
        if (
            j in groups_at
            and j > start
            and groups_at[j].mood == "past"
            and j + 1 < end
            and tokens[j + 1].classes & (PREPOSITION | TIME)
        ):
            break
        if (
            j in groups_at
            and j > start
            and groups_at[j].mood not in ("past",)
            and not _noun_after_all(tokens, j, groups_at)
        ):
            if not (
                groups_at[j].mood == "participle"
                and (j + 1 >= end or j + 1 in groups_at or tokens[j + 1].classes & PUNCTUATION)
            ):
                break
        if classes & ADVERB and j > start:
            break
        if classes & TIME and j > start:
            break
        j += 1
    if j == start:
        return -1, j
    for k in range(start, min(j, start + 4)):
        if tokens[k].tag.people is not None and not (
            k + 1 < j
            and k == start
            and tokens[k].low in word_set("fore-adjective")
            and tokens[k + 1].tag.people
        ):
            return k, j
    for k in range(start, min(j, start + 3)):
        if tokens[k].tag.speech:
            return k, j
    return (start + 1 if tokens[start].low in word_set("fore-adjective") and start + 1 < j else start), j


def _noun_after_all(tokens: list[Token], j: int, groups_at: dict[int, Group]) -> bool:
    """A form that may be a verb, where a noun of people follows the article."""
    if tokens[j].tag.people is None or groups_at[j].head != j:
        return False
    return groups_at[j].mood != "participle" or tokens[j - 1].low in word_set("fore-adjective")


def _extend(found: Nominal, j: int, end: int, groups_at: dict[int, Group], inverted: bool) -> None:
    """Take in complements and a name in apposition behind the head."""
    tokens = found.tokens
    offices = noun_complements()["office"]
    loose = 0
    person_at = -1
    while j < end:
        token = tokens[j]
        classes = token.classes
        if classes & NAME:
            if not _governed(tokens, j, found.first):
                person = tokens[j].entity is not None and tokens[j].entity.type == "PERSON"
                inner = person and (
                    person_at >= 0
                    or (
                        j > found.first + 1
                        and tokens[j - 1].low in noun_complements()["named"]
                        and j - 1 != found.head
                    )
                )
                if person and j - 1 == found.head and tokens[j - 1].low in noun_complements()["named"]:
                    inner = True
                if inner or (
                    found.people is None and found.last > found.head and found.owner < 0 and _has_of(found)
                ):
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
        elif (
            (classes & PREPOSITION)
            and tokens[found.head].low in offices
            and loose < 2
            and token.low in noun_complements()["preposition"]
        ):
            if inverted and (
                token.low not in word_set("office-preposition") or _is_audience(tokens, j + 1, end)
            ):
                break
            k = j + 1
            loose += 1
        elif token.low == "et" and j + 1 < end and tokens[j + 1].classes & (OF | CONTRACTED) and j + 2 < end:
            k = j + 2
        elif (
            token.low == "et"
            and found.last > found.head
            and j + 1 < end
            and not tokens[j + 1].classes & (DETERMINER | NAME | PUNCTUATION)
            and (j + 1 not in groups_at and token.start - tokens[found.last].end <= 1)
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
    while j < end and not tokens[j].classes & (
        STOPS | NAME | OF | CONTRACTED | PREPOSITION | COORDINATOR | DETERMINER | ADVERB | TIME | NUMBER
    ):
        if j in groups_at and groups_at[j].mood != "past":
            break
        if not tokens[j].text[0].islower() or (
            tokens[j].tag.people and tokens[j].tag.people.kind == "person"
        ):
            break
        found.last = j
        j += 1
    return j


def _governed(tokens: list[Token], j: int, first: int) -> bool:
    """Whether the name at ``j`` depends on a preposition right before it (an article or address in between)."""
    k = j - 1
    while k >= first and (
        tokens[k].low in word_set("address")
        or tokens[k].text == "."
        or (tokens[k].classes & DEFINITE and tokens[k].low != "des")
    ):
        k -= 1
    return k >= first and bool(tokens[k].classes & (OF | CONTRACTED | PREPOSITION))


def _apposed(found: Nominal, j: int) -> None:
    """Take the name at ``j`` for the one that the noun phrase means, if noun and name go together."""
    entity = found.tokens[j].entity
    if entity is None or found.entity is not None or found.partitive:
        return
    kind = found.people.kind if found.people else ""
    if (entity.type == "PERSON" and kind in ("", "person")) or (
        entity.type in ("ORGANISATION", "COUNTRY") and kind != "person" and not (kind == "people")
    ):
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
        return is_outlet(tokens[k].text) or (
            tokens[k].entity is not None and tokens[k].entity.type == "PERSON"
        )
    return tokens[k].low in noun_complements()["audience"] or not tokens[k].text[0].isupper()


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
            if (
                classes & (STOPS | NAME | DETERMINER | COORDINATOR | PREPOSITION | OF | CONTRACTED)
                or j in groups_at
            ):
                break
            titled = titled or tokens[j].tag.people is not None
            j += 1
        if j + 1 < end and tokens[j].low == "et" and tokens[j + 1].classes & (PREPOSITION | OF | CONTRACTED):
            j += 1
    return max(j, i + 1)
