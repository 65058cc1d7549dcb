"""Whether a word that may be a finite verb is one where it stands: the one answer for clauses and for verb groups."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...tables import cell_list, rows
from ..vocabulary.cues import PACKAGE
from ..vocabulary.verb_forms import Verb, verb
from ..vocabulary.word_classes import (
    ADPOSITION,
    ADVERB,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    NUMBER,
    OBJECT,
    OF,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SUBJECT,
    THAT,
    TO_WITHOUT_ACCENT,
)
from ..vocabulary.word_sets import word_set
from .adverbials import set_adverbial
from .context import clitics_before
from .tokens import NAME, QUOTE, Token, token_at

_SUBJECTS = {1: "first-subject", 2: "second-person"}


@lru_cache(maxsize=1)
def clause_words() -> dict[str, frozenset[str]]:
    """Closed-class words by what they tell about the verb of a clause (``data/clause_words.csv``)."""
    return {row["class"]: frozenset(cell_list(row["words"])) for row in rows(PACKAGE, "clause_words.csv")}


def verb_at(tokens: Sequence[Token], i: int) -> Verb | None:
    """What a token may be as a verb by its form."""
    text = tokens[i].text if 0 <= i < len(tokens) else ""
    return verb(text) if text[:1].isalpha() and text != TO_WITHOUT_ACCENT else None


def is_finite(tokens: Sequence[Token], i: int, end: int, *, reporting: bool = False) -> bool:
    """Whether a token is a finite verb, by its form and its neighbours.

    Args:
        tokens: the words.
        i: the place of the token.
        end: where the words end.
        reporting: whether verbs that report are looked for, in the writer's own words: then a verb of the table is one
            unless the word before makes it a noun, and any verb is one where an incise or a clause behind a comma has
            its verb. Else a form that may be a noun as well needs the neighbours of a verb.
    """
    lists = clause_words()
    word, before, after = tokens[i], token_at(tokens, i - 1), token_at(tokens, i + 1)
    if reporting and (word.tag.readings or word.tag.pronoun):
        return bool(word.tag.pronoun) or (bool(persons(tokens, i)) and not is_noun(tokens, i))
    form = verb_at(tokens, i)
    if reporting and form is not None and (stands_as_incise(tokens, i) or _has_object(tokens, i)):
        return True
    if form is None:
        return must_be_verb(tokens, i)
    if not form.finite:
        return False
    if before.low in lists["verb_ahead"] or before.low in word_set("subject-of-verb") or _follows_subject(tokens, i):
        return True
    noun_ahead = before.classes & (DETERMINER | PREPOSITION | OF | NUMBER)
    if word.low in lists["homograph"] and noun_ahead:
        return False
    if word.tag.auxiliary is not None:
        east = word.low in word_set("auxiliary-noun")
        return not (east and before.low in word_set("the-before-noun"))
    named = word.text[0].isupper() and not form.subject
    if named or form.persons == {"2s"}:
        return False
    if after.low in word_set("behind-verb") or (before.low in word_set("we-or-you") and form.persons & {"1p", "2p"}):
        return True
    ahead = verb_at(tokens, i - 1)
    if before.tag.auxiliary is not None or (ahead is not None and ahead.infinitive):
        return False
    if form.sure:
        return before.low not in lists["noun_ahead"] or token_at(tokens, i - 2).low in word_set("whatever")
    if before.low in lists["clitic"] and not before.classes & DETERMINER:
        return True
    return not (noun_ahead or before.classes & COORDINATOR) and _looks_like_verb(tokens, i, end)


def must_be_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word no table knows stands where only a verb can: behind "je", "il", "on" and clitics."""
    word = tokens[i]
    unknown = not word.classes and word.low.endswith(("e", "es", "ent", "t", "s", "d", "a", "ai"))
    return unknown and _follows_subject(tokens, i)


def _follows_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether a subject pronoun stands before a word, clitics apart."""
    back = i - 1
    while token_at(tokens, back).low in clause_words()["clitic"] - word_set("we-or-you"):
        back -= 1
    return token_at(tokens, back).low in word_set("own-subject")


def _looks_like_verb(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a word that may be a noun or a participle as well has a verb's neighbours."""
    lists = clause_words()
    word, before, after = tokens[i], token_at(tokens, i - 1), token_at(tokens, i + 1)
    if word.low in lists["homograph"]:
        return bool(after.classes & (DETERMINER | THAT)) and after.low not in word_set("contracted-of")
    if word.low in lists["copula"]:
        return True
    if after.low in ("", ".", "!", "?"):
        return tokens[end - 1].low in (".", "!", "?", "…") and not before.classes & PUNCTUATION
    if after.classes & (PUNCTUATION | COORDINATOR) or after.low in word_set("of-any"):
        return False
    following = verb_at(tokens, i + 1)
    object_ = after.classes & (DETERMINER | THAT | ADVERB | PREPOSITION | OBJECT)
    return bool(object_) or (following is not None and following.infinitive)


def persons(tokens: Sequence[Token], i: int) -> set[int]:
    """The persons that a form of a listed verb may tell, those of the first and second where their pronoun stands."""
    before = token_at(tokens, clitics_before(tokens, i).first - 1).low
    plural = before in word_set("we-or-you")
    return {
        r.person
        for r in tokens[i].tag.readings
        if r.mood == "finite"
        and (r.person not in _SUBJECTS or (before in word_set(_SUBJECTS[r.person]) and (r.number == "p" or not plural)))
    }


def _has_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form stands behind a comma and before an article: X, de son côté, [exploite] les troubles."""
    after = token_at(tokens, i + 1).classes
    return tokens[i - 1].low == "," and bool(after & DETERMINER) and not after & (OF | CONTRACTED)


def stands_as_incise(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word stands between a passage with a comma and a name: « … », intercale X."""
    return (
        i > 1
        and tokens[i - 1].low == ","
        and bool(tokens[i - 2].classes & QUOTE)
        and bool(token_at(tokens, i + 1).classes & NAME)
    )


def _behind_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether "le", "la", "les" or "leur" stands between a noun and a verb: "ses voisins le décrivent".

    No determiner stands right behind a noun; behind "le" and "les" the word must be no noun itself.
    """
    article, noun, word = tokens[i - 1], tokens[i - 2], tokens[i]
    if noun.classes or not noun.low.isalpha() or not i - 2:
        return False
    if noun.tag.readings and not (noun.tag.speech and tokens[i - 3].classes & DETERMINER):
        return False
    if article.low in word_set("their"):
        return True
    return not word.tag.speech and word.tag.people is None and word.low not in clause_words()["homograph"]


def _behind_aside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb that is no noun stands between its object and an infinitive: X, du parti Y, l'[accuse] de.

    Behind "l'un d'eux" any verb does ("l'un d'eux les [invitant] à").
    """
    word = tokens[i]
    if tokens[i - 2].low in word_set("of-them") and token_at(tokens, i - 3).classes & OF:
        return True
    noun = word.tag.speech or word.tag.people is not None or word.low in clause_words()["homograph"]
    following = verb_at(tokens, i + 2)
    leads = token_at(tokens, i + 1).low in word_set("of-or-to") and following is not None and following.infinitive
    return leads and not noun and tokens[i - 2].low == ","


def _behind_all(tokens: Sequence[Token], i: int) -> bool:
    """Whether "tous deux", "l'une" or "six sur dix" stands before a word, which no noun follows."""
    if tokens[i - 1].low in word_set("one") and token_at(tokens, i - 2).low in word_set("elided-article"):
        return True
    if tokens[i - 1].low in word_set("small-number") and token_at(tokens, i - 2).low in word_set("out-of"):
        return True
    k = i - 2 - int(token_at(tokens, i - 2).low in word_set("plural-article"))
    return tokens[i - 1].low in word_set("small-number") and token_at(tokens, k).low in word_set("all-plural")


def _behind_adjective(tokens: Sequence[Token], i: int) -> bool:
    """Whether an article and an adjective stand before a noun: "le vrai débat"; of people "et ancienne juge" too."""
    before = tokens[i - 1].low
    former = before in word_set("fore-adjective") and tokens[i].tag.people is not None
    described = former or before in word_set("prenominal")
    lead = DETERMINER | CONTRACTED | (COORDINATOR if former else 0)
    return described and i > 1 and bool(tokens[i - 2].classes & lead)


def _is_saying(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form that names words too is the noun behind a comma: nothing that a verb governs follows."""
    after = token_at(tokens, i + 1 + set_adverbial(tokens, i + 1))
    if i > 1 and tokens[i - 2].classes & QUOTE and after.classes & PREPOSITION:
        return False
    if after.classes & OF and token_at(tokens, i + 2).classes & QUOTE:
        return False
    return not (after.classes & (DETERMINER | NAME | QUOTE | THAT | ADVERB) or after.text[0].isupper())


def is_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form that may be a verb is a noun or adjective here, by the word before it."""
    if not i or _behind_all(tokens, i):
        return False
    before = tokens[i - 1]
    if before.low == "," and tokens[i].tag.speech and i + 1 < len(tokens):
        return _is_saying(tokens, i)
    if before.low in word_set("article-or-pronoun"):
        if tokens[i].low in word_set("never-noun"):
            return False
        if before.low in word_set("en"):
            if i > 1 and (
                tokens[i - 2].classes & (SUBJECT | NAME | NEGATION | RELATIVE)
                or tokens[i - 2].low in word_set("reflexive")
            ):
                return False
            strong = any(r.strength == "strong" and r.mood == "finite" for r in tokens[i].tag.readings)
            return not (strong and i > 1 and tokens[i - 2].low == "," and not tokens[i].tag.speech)
        two = tokens[i - 2] if i > 1 else None
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is not None and (following.classes & (QUOTE | THAT) or following.low == ":") and two is not None:
            return bool(two.classes & ADPOSITION or two.tag.readings)
        if two is None:
            return True
        if two.low in word_set("that-word") and token_at(tokens, i - 3).low in word_set("thus"):
            return False
        if two.classes & (SUBJECT | NAME | NEGATION | RELATIVE) or two.low in word_set("before-que"):
            return False
        return not (_behind_noun(tokens, i) or _behind_aside(tokens, i))
    if before.low in word_set("plural-pronoun") and tokens[i].low.endswith("ent"):
        return False
    if before.classes & SUBJECT or before.low in word_set("clitic-or-stressed"):
        return False
    if before.low in word_set("making"):
        return True
    if _behind_adjective(tokens, i):
        return True
    return bool(before.classes & (DETERMINER | ADPOSITION))
