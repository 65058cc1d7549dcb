"""What is joined to the head of a name: "des Affaires étrangères", "pour l'interdiction des armes", "du Mali".

A complement that tells a state gives its code; one that is a body with a head of its own is read by the caller, who
knows how ("de l'Université de Syracuse").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..lexicon.org_heads import Head, heads
from .article_words import ArticleWords
from .infinitives import is_infinitive
from .members import both_genders, gathers, members, plural
from .runs import numbered, run, territory
from .word_sets import word_set

_SECOND_NOUNS = ("tion", "tions", "ment", "ments", "te", "tes", "gie", "gies", "ces", "urs", "ires", "isme", "ages")
_NEAR_AIM = 6
_MOST_NOUNS = 2


class Complement(NamedTuple):
    """The index past a complement, and the code of the state that it tells, if it tells one."""

    past: int
    country: str | None = None


class Frame(NamedTuple):
    """Where a complement is looked for.

    Attributes:
        head: the head of the name.
        allowed: what may follow it.
        capital: whether the head has a capital that tells something.
        sure: whether what stands before is a name without the complement.
        before: how many complements stand before.
        aim: whether the first of them tells what the body is for.
    """

    head: Head
    allowed: frozenset[str]
    capital: bool
    sure: bool
    before: int
    aim: bool = False


Nested = Callable[[int], Complement | None]


def complement(words: ArticleWords, i: int, frame: Frame, nested: Nested) -> Complement | None:
    """The complement that word i joins to a name, or None.

    Args:
        words: the words of the text.
        i: the index of a preposition or "et".
        frame: what stands before.
        nested: reads a body whose head stands at a word.
    """
    link, k = words.fold(i), i + 1
    if not words.joined(i) or not words.joined(k) or _tells_when(words, i):
        return None
    if link in word_set("of"):
        return _of(words, i, _past_article(words, i), frame, nested)
    if frame.before == 0 and link in word_set("to") and "to" in frame.allowed:
        k += words.article(k)
        return Complement(past) if (past := _office(words, k)) is not None else _noun(words, k)
    if frame.before == 1 and link in word_set("to") and words.fold(i - 1) in words.classes.giving:
        return _noun(words, k + words.article(k))
    if frame.before and link in word_set("against") and words.among(i - 1, "struggle"):
        return _noun(words, k + words.article(k))
    if frame.before == 0 and link in word_set("for") and "purpose" in frame.allowed:
        if words.article(k):
            return _noun(words, k + 1)
        return _noun(words, k) if frame.capital and plural(words, k) else None
    if frame.before and frame.capital and link in word_set("for") and (state := words.state(k)) is not None:
        return Complement(*state)
    inquiry = frame.before > 0 and frame.head.words[-1] in word_set("inquiry")
    topical = frame.before == 0 or inquiry or (frame.capital and words.among(i - 1, "study"))
    topical = topical and (frame.capital or inquiry)
    if inquiry and link in word_set("about") and not words.capital(k + 1):
        return None
    if topical and link in word_set("about") and "topic" in frame.allowed and words.article(k):
        return _noun(words, k + 1)
    if frame.capital and link in word_set("in") and (frame.before or len(frame.head.words) > 1):
        seated = frame.head.words[0] in word_set("seated")
        union = frame.before and "name" not in frame.head.capital and not seated
        bare = link in word_set("in-bare") and not words.capital(i - 1)
        somewhere = frame.aim or "where" in frame.allowed or (union and bare)
        return _where(words, k) if somewhere else None
    if frame.before and frame.capital and link in word_set("and"):
        return _and(words, i, frame)
    if frame.before and frame.capital and link == "," and words.among(k, "of"):
        return _series(words, i)
    if frame.before == 1 and frame.aim and frame.capital and link == "," and words.article(k):
        return _aims(words, i)
    return None


def _tells_when(words: ArticleWords, i: int) -> bool:
    """Whether "pour" and a noun of time stand at word i: "au Congrès pour la journée"."""
    return words.among(i, "for") and words.among(i + 1 + words.article(i + 1), "time-noun")


def _series(words: ArticleWords, i: int) -> Complement | None:
    """The index past a series of nouns that "et" closes: ", de Recherche et de Formation"."""
    for _ in range(_MOST_NOUNS + 2):
        last = words.among(i, "and")
        if not (last or words.fold(i) == ",") or not words.among(i + 1, "of") or not words.joined(i + 1):
            return None
        noun = _noun(words, _past_article(words, i + 1))
        if noun is None or last:
            return noun
        i = noun.past
    return None


def _aims(words: ArticleWords, i: int) -> Complement | None:
    """The index past a series of aims that "et" closes: "pour la paix, la justice et la réconciliation"."""
    for _ in range(_MOST_NOUNS + 2):
        last = words.among(i, "and")
        if not words.among(i, "series-joint") or not words.article(i + 1):
            return None
        noun = _noun(words, i + 2)
        if noun is None or last:
            return noun
        i = noun.past
    return None


def _past_article(words: ArticleWords, i: int) -> int:
    """The index of the noun behind "de", "de la", "du"."""
    return i + 2 if words.among(i, "bare-of") and words.article(i + 1) else i + 1


def _of(words: ArticleWords, i: int, k: int, frame: Frame, nested: Nested) -> Complement | None:
    allowed, sure = frame.allowed, frame.sure
    if k > i + 1 and words.capital(i + 1) and not words.capital(i):
        k = i + 1
    if frame.before == 0 and "office" in allowed and (past := _office(words, k)) is not None:
        return Complement(_more_offices(words, k, past))
    articled = k > i + 1 or words.among(i, "contracted-of") or words.fold(k - 1) == "l'"
    if frame.before == 0 and "directorate" in allowed and articled:
        return None if (past := _phrase(words, k, words.classes.directorates)) is None else Complement(past)
    if (sure or "place" in allowed) and (past := territory(words, k)):
        return Complement(past)
    if (state := words.state(k) or words.letters_of_state(k)) is not None:
        return Complement(*state) if sure or "place" in allowed else None
    if ("parent" in allowed or sure) and (parent := _parent(words, k, nested)) is not None:
        return parent
    if words.capital(k):
        return _of_capitals(words, i, k, frame)
    if "members" in allowed and not frame.capital:
        past = members(words, i, k, frame.head, frame.before)
        return None if past is None else Complement(past)
    if frame.before == 0 and (k > i + 1 or words.among(i, "of-the")) and not gathers(words, k, frame.head):
        return None
    described = words.fold(i - 1) != frame.head.words[-1]
    if described and words.among(k, "wing") and frame.head.words[0] in word_set("party-noun"):
        return None
    if "noun" not in allowed or (sure and not frame.capital) or words.fold(k) in words.classes.plain:
        return None
    return None if k == i + 1 and is_infinitive(words.fold(k)) else _noun(words, k)


def _parent(words: ArticleWords, k: int, nested: Nested) -> Complement | None:
    """The body that a name is a part of: one of the tables, one with a head of its own, a parliament in short."""
    if (known := words.body(k)) is not None:
        while not words.capital(known - 1) and words.nationality(known):
            known += 1
        return Complement(known)
    if words.fold(k) in heads() and (inner := nested(k)) is not None:
        return inner
    short = words.among(k, "short-parent") and words.capital(k) and not words.capital(k + 1)
    return Complement(k + 1) if short else None


def _of_capitals(words: ArticleWords, i: int, k: int, frame: Frame) -> Complement | None:
    """A capitalised noun behind "de": a place, a patron, or a noun that the name has made one of its own.

    Schools and hospitals are called after things in the plural, too: "l'école des Mimosas".
    """
    allowed = frame.allowed
    place = words.place(k) or words.masculine(i, k)
    if frame.head.words[0] in word_set("town-court") and words.is_quarter(k):
        return None
    if place is not None and words.joined(place) and words.capital(place) and not words.person(place):
        place = None  # a person who bears the name of a town
    if place is not None and ("place" in allowed or frame.sure):
        return Complement(numbered(words, place))
    articled = k > i + 1 or words.among(i, "contracted-of")
    town = frame.capital or not articled
    open_ = (not frame.sure or ("bare" in allowed and frame.before == 0)) and not words.person(k)
    if town and "place" in allowed and open_ and frame.head.lower & {"place", "name"}:
        return Complement(numbered(words, run(words, k)))
    if frame.before == 0 and "name" in allowed and words.among(i, "of-several"):
        return Complement(run(words, k))
    person = not articled and words.fold(k) not in words.classes.offices
    alone = words.joined(k) and not (words.joined(k + 1) and words.capital(k + 1))
    if person and alone and frame.capital and frame.before == 1 and frame.head.capital >= {"noun", "place"}:
        return Complement(k + 1)
    if frame.capital and frame.before < _MOST_NOUNS and not person and ("noun" in allowed or "office" in allowed):
        return Complement(run(words, k))
    if frame.before == 0 and articled and frame.head.words[0] in word_set("ministry") and len(frame.head.words) == 1:
        return Complement(_more_offices(words, k, run(words, k)))
    return None


def _where(words: ArticleWords, k: int) -> Complement | None:
    """A state or place behind "en" or "au": "coopération en Europe", "Mission des Nations unies au Liban"."""
    if (state := words.state(k)) is not None:
        return Complement(*state)
    place = words.place(k)
    if place is not None:
        return Complement(place)
    return Complement(run(words, k)) if words.capital(k) and words.joined(k) else None


def _noun(words: ArticleWords, k: int) -> Complement | None:
    """A noun and the adjectives of kind behind it: "interdiction", "leaders religieux"."""
    if not words.joined(k) or not words.words[k].text[0].isalpha() or words.fold(k) in words.classes.plain:
        return None
    if words.among(k, "plural-before-noun") and plural(words, k + 1):
        k += 1
    k += words.among(k, "sector") and words.among(k + 1, "produce")
    return Complement(run(words, k) if words.capital(k) else _and_kinds(words, words.kinds(k + 1)))


def _and_kinds(words: ArticleWords, j: int) -> int:
    """The index past a second adjective: "environnementales et scientifiques"."""
    if words.among(j, "and") and words.adjective(j - 1) and words.joined(j) and words.adjective(j + 1):
        return words.kinds(j + 1)
    return j


def _office(words: ArticleWords, k: int) -> int | None:
    """The index past what a ministry or committee has in its charge."""
    past = _phrase(words, k, words.classes.offices)
    return None if past is None else _and_kinds(words, words.kinds(past))


def _phrase(words: ArticleWords, k: int, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> int | None:
    """The index past one of the phrases, the longest that stands at word k."""
    if not words.joined(k):
        return None
    for rest in phrases.get(words.fold(k), ()):
        if all(words.fold(k + 1 + m) == part and words.joined(k + 1 + m) for m, part in enumerate(rest)):
            return k + 1 + len(rest)
    return None


def _more_offices(words: ArticleWords, first: int, end: int) -> int:
    """The index past further offices: "de l'Économie, des Finances et de la Relance"."""
    capital = words.capital(first)
    told = j = end
    while words.joined(j) and words.among(j, "series-joint"):
        last = words.among(j, "and") or words.among(j + 1, "and")
        k = j + 1
        if words.among(k, "and"):
            k += 1
        if not words.among(k, "of") or not words.joined(k):
            break
        k = _past_article(words, k)
        past = _office(words, k)
        if past is None and words.capital(k) and capital and words.among(j, "and"):
            past = run(words, k) if words.body(k) is None and words.state(k) is None else None
        if past is None or words.fold(k) in heads() or words.capital(k) != capital:
            break
        j = past
        told = past if capital or last else told
    return told


def _and(words: ArticleWords, i: int, frame: Frame) -> Complement | None:
    """A second noun: "la sécurité et la coopération", "sciences et technologies", "des pêches et de la faune"."""
    if words.capital(i - 1) or not {"noun", "purpose"} & frame.allowed:
        return None
    k = i + 1
    if words.among(k, "of"):
        k = _past_article(words, k)
    elif words.article(k):
        if not any(words.among(i - m, "aim") for m in range(3, _NEAR_AIM)):
            return None
        if not any(words.among(i - m, "aim-or-topic") for m in (3, 4)) and not words.fold(k + 1).endswith(
            _SECOND_NOUNS
        ):
            return None
        k += 1
    elif not words.fold(k).endswith(_SECOND_NOUNS) and not both_genders(words, i - 1, k):
        return None
    if words.capital(k) or words.fold(k) in heads():
        return None
    return _noun(words, k)
