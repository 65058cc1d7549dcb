"""Antecedents: the noun phrase that a relative pronoun or a participle takes up."""

from __future__ import annotations

from ..vocabulary.word_classes import CONTRACTED, DEFINITE, OF, SUBORDINATING
from .apposition import apposed_before
from .nominals import Nominal
from .syntax import DASHES, Syntax


def agrees(phrase: Nominal, number: str) -> bool:
    """Whether a phrase may be the subject of a verb in this number."""
    if not number or phrase.partitive or phrase.number == number:
        return True
    if phrase.kind == "name":
        return phrase.entity is not None and phrase.entity.type != "PERSON" and phrase.determiner == 0
    return False


def antecedent(syntax: Syntax, k: int, number: str) -> Nominal | None:
    """The noun phrase that the relative pronoun at ``k`` takes up."""
    tokens = syntax.tokens
    j = k - 1
    if j >= 0 and (tokens[j].low == "," or tokens[j].low in DASHES):
        j -= 1
    if j < 0:
        return None
    phrase = ending_at(syntax, j, number)
    if phrase is None:
        return ending_at(syntax, j, "")
    told = _owner(syntax, phrase) or _state(syntax, phrase) or _maker(syntax, phrase, number)
    return told or _agent(syntax, phrase, number) or phrase


def _maker(syntax: Syntax, phrase: Nominal, number: str) -> Nominal | None:
    """Who made a thing that has an outlet's name: "la vidéo YouTube d'[un élu] qui dénonce …"."""
    if phrase.kind != "common" or phrase.is_human or not phrase.names_speaker or phrase.last == phrase.name:
        return None
    inner = (syntax.nominal(i, phrase.last + 1) for i in range(phrase.name + 1, phrase.last + 1))
    return next((p for p in inner if p is not None and p.is_human and p.determiner and agrees(p, number)), None)


def _state(syntax: Syntax, phrase: Nominal) -> Nominal | None:
    """The state that is told with its ruler: "la Hongrie de [X], qui dénonce …" is Hungary."""
    i = phrase.first - 1
    if not phrase.names_person or i < 1 or not syntax.tokens[i].classes & (OF | CONTRACTED):
        return None
    entity = syntax.tokens[i - 1].entity
    ruled = entity is not None and entity.type == "COUNTRY" and i > 1 and syntax.tokens[i - 2].classes & DEFINITE
    return syntax.nominal(i - 2, i) if ruled else None


def _agent(syntax: Syntax, phrase: Nominal, number: str) -> Nominal | None:
    """Who does what a participle tells of a thing: "un groupe défendant la liberté de la presse qui dénonce …"."""
    participle = syntax.covering[phrase.first - 1] if phrase.first else None
    if phrase.entity is not None or phrase.is_human or phrase.speech or participle is None or not participle.first:
        return None
    found = ending_at(syntax, participle.first - 1, number) if participle.mood == "participle" else None
    return found if found is not None and (found.is_human or found.entity is not None) else None


def _owner(syntax: Syntax, phrase: Nominal) -> Nominal | None:
    """Whose a thing is, where the phrase ends on a name: "la ligne de mire de [X], qui", "l'avis d'[un juge de X]"."""
    if phrase.is_somebody or phrase.speech or phrase.owner != phrase.last:
        return None
    inner = (syntax.nominal(i, phrase.last + 1) for i in range(phrase.head + 1, phrase.owner))
    holder = next((p for p in inner if p is not None and p.people_kind == "person" and p.last == phrase.last), None)
    if holder is not None and holder.determiner:
        return holder
    entity = phrase.tokens[phrase.owner].entity
    return syntax.nominal(phrase.owner, phrase.owner + 1) if entity is not None and entity.type != "PLACE" else None


def ending_at(syntax: Syntax, j: int, number: str) -> Nominal | None:
    """The noun phrase whose last word is ``j``, its head in this number."""
    tokens = syntax.tokens
    start = j
    while start >= 0:
        covering = syntax.covering[start]
        if (covering is not None and covering.mood != "past") or syntax.is_separator(start):
            break
        if tokens[start].classes & SUBORDINATING:
            break
        start -= 1
    start += 1
    best: Nominal | None = None
    i = start
    while i <= j:
        phrase = syntax.nominal(i, j + 1)
        if phrase is None:
            i += 1
            continue
        if phrase.last == j:
            if agrees(phrase, number):
                best = phrase
                break
            i += 1
            continue
        i = phrase.last + 1
    if best is None:
        return None
    return apposed_before(syntax, best, start) or best
