"""Titles that an article teaches: where it puts one beside a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...lexicon.persons import by_id
from ...names.given import gender_of
from ...schema import Entity
from ...tables import rows
from ..grammar.nominals import STOPS, Nominal
from ..grammar.sentence import Sentence
from ..grammar.syntax import Syntax, before_brackets, syntax_of
from ..verbs.tokens import NAME, QUOTE, Token, honorific, skip, token_at
from ..vocabulary.cues import PACKAGE, noun_gender
from ..vocabulary.word_classes import ADPOSITION, ADVERB, DEFINITE, DETERMINER, OF, PUNCTUATION, RELATIVE
from ..vocabulary.word_sets import pattern, word_set
from .ages import age_at
from .roles import Title, bare, nationality, offices_of, title_of, titles_of

_DEMONYM = r"[A-ZÀ-Þ][\w-]*<demonym-ending>"


def learned_titles(sentence: Sentence) -> list[tuple[Entity, Title, Nominal]]:
    """The titles that a sentence gives to people and bodies, in order."""
    return sentence.once("titles", _learned)


def _learned(sentence: Sentence) -> list[tuple[Entity, Title, Nominal]]:
    found: list[tuple[Entity, Title, Nominal]] = []
    tokens = sentence.tokens
    syntax: Syntax | None = None
    for j, token in enumerate(tokens):
        if not token.classes & NAME or token.entity is None or token.entity.type not in ("PERSON", "ORGANISATION"):
            continue
        syntax = syntax or syntax_of(sentence)
        for phrase in (_before(syntax, j), _behind_comma(syntax, j), _after_comma(syntax, j), _copula(syntax, j)):
            if phrase is None:
                continue
            if phrase.people is None and token.entity.type == "PERSON" and _is_compatriot(phrase):
                found.append((token.entity, title_of(phrase)._replace(countries=_origin(phrase)), phrase))
            elif phrase.people is not None:
                person = phrase.people.kind == "person" or _is_one_of(phrase)
                if person == (token.entity.type == "PERSON") or phrase.low in word_set("firm-or-person"):
                    entity, titles = token.entity, titles_of(phrase)
                    found += [(entity, title, phrase) for title in titles if not _is_of_another(entity, title)]
    return found


def _is_one_of(phrase: Nominal) -> bool:
    """Whether a phrase tells one of several people: "l'un des députés du groupe"."""
    return phrase.partitive and phrase.number == "s" and phrase.people_kind == "people"


@lru_cache(maxsize=1)
def _by_address() -> dict[str, Title]:
    """What a form of address says somebody is (``data/address_titles.csv``)."""
    listed = rows(PACKAGE, "address_titles.csv")
    return {
        row["address"]: Title(row["noun"], frozenset(), frozenset(), offices_of((row["noun"],)), former=False)
        for row in listed
    }


def addressed(sentence: Sentence) -> Iterator[tuple[Entity, Title, int]]:
    """The persons whom a sentence calls by a form of address that tells their calling ("Me X"), and where."""
    tokens = sentence.tokens
    for j, token in enumerate(tokens):
        entity = token.entity
        if entity is None or entity.type != "PERSON":
            continue
        k = j - 2 if j > 1 and tokens[j - 1].low == "." else j - 1
        if k >= 0 and honorific(tokens, k) and tokens[k].low in _by_address():
            yield entity, _by_address()[tokens[k].low], tokens[k].start


def _before(syntax: Syntax, j: int) -> Nominal | None:
    """« le ministre russe des Affaires étrangères [Sergueï Lavrov] »."""
    tokens = syntax.tokens
    k = j - 1
    while k >= 0 and (honorific(tokens, k) or (tokens[k].text == "." and k)):
        k -= 1
    low = max(0, j - 12)
    best: Nominal | None = None
    while k >= low and not tokens[k].classes & STOPS:
        covering = syntax.covering[k]
        if (
            covering is not None
            and covering.mood in ("finite", "passive")
            and not (tokens[k].tag.people and covering.first == k)
        ):
            break
        if (tokens[k].classes & DETERMINER) or tokens[k].tag.people is not None:
            phrase = syntax.nominal(k, j + 1)
            if phrase is not None and phrase.name == j and phrase.kind == "common":
                best = phrase
        k -= 1
    return best


def _behind_comma(syntax: Syntax, j: int) -> Nominal | None:
    """« le ministre des Affaires étrangères, [Walid al-Moualem], »."""
    tokens = syntax.tokens
    k = j - 1
    while k >= 0 and (tokens[k].low in word_set("address") or honorific(tokens, k) or tokens[k].text == "."):
        k -= 1
    k = _before_demonym(tokens, k)
    if k < 1 or tokens[k].low not in (",", "("):
        return None
    k = before_brackets(tokens, k - 1) + 1
    closed = bool(token_at(tokens, j + 1).classes & (PUNCTUATION | QUOTE))
    if not closed and syntax.covering[j + 1] is None:
        return None
    start = syntax.segment_start(k)
    if start > 1 and tokens[start - 1].low == "," and _is_aside(syntax, start):
        k = before_brackets(tokens, start - 2) + 1
        start = syntax.segment_start(k)
    i = k - 1
    best: Nominal | None = None
    while (
        i >= start
        and not tokens[i].classes & STOPS
        and (syntax.covering[i] is None or tokens[i].tag.people is not None)
    ):
        if tokens[i].classes & DETERMINER or tokens[i].tag.people is not None:
            phrase = syntax.nominal(i, k)
            if (
                phrase is not None
                and phrase.last == k - 1
                and phrase.kind == "common"
                and phrase.entity is None
                and phrase.number == "s"
                and (phrase.people is not None or best is None)
            ):
                best = phrase
        i -= 1
    # "Pour le maire, [X] « est prêt »": the name is the subject of what is marked
    closed = closed and not token_at(tokens, j + 1).classes & QUOTE
    if best is not None and not closed and best.is_governed:
        return None
    return best


def _before_demonym(tokens: Sequence[Token], k: int) -> int:
    """The place in front of where somebody is from, told before the name: "…, le [Savoyard] (d'Annecy) X"."""
    town = k > 1 and tokens[k].entity is not None and bool(tokens[k - 1].classes & OF)
    i = k - 2 if town else k
    if i < 1 or tokens[i].entity is not None or not tokens[i - 1].classes & DEFINITE:
        return k
    word = tokens[i].text
    from_there = word[0].isupper() and (nationality(word) or pattern(_DEMONYM).fullmatch(word))
    return i - 2 if from_there else k


def _origin(phrase: Nominal) -> frozenset[str]:
    """The states that a noun of a nation's people names: "le [Belge]"; empty for other nouns."""
    word = phrase.tokens[phrase.head].text
    return nationality(word) if word[0].isupper() else frozenset()


def _is_compatriot(phrase: Nominal) -> bool:
    """Whether a definite noun tells of what state somebody is: "le Belge [X]"."""
    return bool(phrase.determiner & DEFINITE) and bool(_origin(phrase))


def _is_aside(syntax: Syntax, start: int) -> bool:
    """Whether a participle opens a segment between a title and its name ("le procureur, chargé de …, [X]")."""
    token = syntax.tokens[start]
    return not token.classes and token.low.endswith(("é", "ée"))


def _after_comma(syntax: Syntax, j: int) -> Nominal | None:
    """« [X], président de …, » and « [X], le rapporteur du texte, »."""
    tokens = syntax.tokens
    if token_at(tokens, j + 1).low not in (",", "("):
        return None
    at = skip(tokens, j + 2, ADVERB)
    if age_at(tokens, at) is not None:
        at = at + 3 if token_at(tokens, at + 2).low == "," else at
    phrase = syntax.nominal(at)
    if (
        phrase is None
        or phrase.kind != "common"
        or phrase.people is None
        or phrase.entity is not None
        or phrase.number == "p"
    ):
        return None
    after = token_at(tokens, phrase.last + 1)
    if phrase.determiner and not after.classes & (PUNCTUATION | QUOTE | RELATIVE | ADPOSITION):
        covering = syntax.covering[phrase.last + 1]
        if covering is None or covering.mood != "past":
            return None
    return phrase


def _copula(syntax: Syntax, j: int) -> Nominal | None:
    """« [X] est le patron de … »."""
    tokens = syntax.tokens
    if token_at(tokens, j + 1).low in word_set("copula-form"):
        phrase = syntax.nominal(j + 2)
        if phrase is not None and phrase.kind == "common" and phrase.determiner:
            return phrase
    return None


def _is_of_another(entity: Entity, title: Title) -> bool:
    """Whether a noun that has a masculine form stands in the feminine beside a man's name: it is another one's."""
    if entity.type != "PERSON" or noun_gender(title.head) != "f" or noun_gender(bare(title.head)) != "m":
        return False
    known = by_id(entity.id)
    given = entity.canonical.split()
    return ((known.gender if known is not None else "") or (gender_of(given[0]) if given[1:] else "")) == "m"
