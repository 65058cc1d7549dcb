"""Referents: what a phrase leads to, and small questions that all ways to one share."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ...schema import Entity
from ...text.fold import fold
from ...text.words import words
from ..grammar.clauses import follows_subordinator
from ..grammar.inverted import right_subject
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import Syntax, syntax_of
from ..verbs.groups import Group
from ..verbs.tokens import Token, is_person, token_at
from ..vocabulary.word_classes import CONTRACTED, OF
from ..vocabulary.word_sets import word_set
from .discourse import Discourse, only


class Referent(NamedTuple):
    """What a phrase leads to: an entity, or somebody told without a name, or nobody.

    ``how`` tells the way: name, pronoun, title, description, unnamed, nobody. ``also`` holds the others where a phrase
    means several who are named ("ils", "les deux hommes"); ``entity`` is then the first of them.
    """

    entity: Entity | None
    how: str
    also: tuple[Entity, ...] = ()


class Before(NamedTuple):
    """What was found in the sentences before the one that is read; it is kept while that sentence is read.

    ``phrases`` are what they mean, by the place of their first word and of their head; ``offers`` what a sentence
    offers a pronoun, by the sentence's number and what counts of the pronoun.
    """

    phrases: dict[tuple[int, int], Referent]
    offers: dict[tuple[int, str, str, bool, bool], Referent | None]


NOBODY = Referent(None, "nobody")
UNNAMED = Referent(None, "unnamed")


def taken_up(entity: Entity | None) -> Referent:
    """What a pronoun leads to: an entity, or somebody told without a name where none was found."""
    return Referent(entity, "pronoun") if entity is not None else UNNAMED


Resolve = Callable[[Nominal, Sentence, Group | None], Referent]


class Finder:
    """Finds whom some phrases of an article mean.

    Args:
        discourse: what the article has told.
        resolve: resolves any phrase of a sentence, for those that lead on to others.
    """

    def __init__(self, discourse: Discourse, resolve: Resolve) -> None:
        self.discourse = discourse
        self._resolve = resolve


def names_topic(tokens: list[Token], i: int) -> bool:
    """Whether a preposition opens the topic of a sentence: "selon X", "d'après X", "pour X", "quant à X"."""
    low, before = tokens[i].low, tokens[i - 1].low if i else ""
    if low in word_set("at"):
        return before in word_set("topic-behind-it")
    behind_of = low in word_set("topic-behind-of") and before in word_set("elided-of")
    return behind_of or low in word_set("topic-word") or (low in word_set("for") and i == 0)


def words_of_entity(entity: Entity) -> set[str]:
    """The words of all names of an entity, folded."""
    return {part for m in entity.mentions for part in fold(m.text).replace("'", " ").replace("-", " ").split()} | set(
        fold(entity.canonical).replace("'", " ").replace("-", " ").split()
    )


def plain_words(text: str) -> list[str]:
    """The words of a phrase in lower case, articles with an apostrophe apart: "l'ambassadeur" is two."""
    return text.lower().replace("’", "'").replace("'", " ").split()


def group_of(sentence: Sentence, phrase: Nominal) -> Group | None:
    """The verb that has a phrase for its subject, roughly: the first finite one behind it."""
    for group in syntax_of(sentence).finite:
        if group.first > phrase.last or group.pronoun_at == phrase.head:
            return group
    return None


def impersonal(found: Nominal, group: Group | None) -> bool:
    """« il faut », « il s'agit », « il y a », « il est probable », « il n'en reste pas moins que »."""
    if group is None or word_set("impersonal-subject").isdisjoint((found.low, found.tokens[found.head].tag.pronoun)):
        return False
    if group.lemma in word_set("impersonal"):
        return True
    tokens = found.tokens
    behind = tokens[group.last + 1].low if group.last + 1 < len(tokens) else ""
    if group.lemma in word_set("remaining"):
        opened = next((t.low for t in tokens[group.last + 1 :] if t.low not in word_set("not-less")), "")
        return opened in word_set("that")
    if group.mood == "passive" and behind in word_set("clause-opening"):
        return True
    if group.mood == "passive" and group.strength == "strong":
        there = any(t.low in word_set("there") for t in tokens[found.first : group.head])
        return there or behind == ":" or behind in word_set("in-or-on")
    if group.lemma in word_set("have"):
        return any(t.low in word_set("there") for t in tokens[found.first : group.head])
    after = tokens[group.last + 1 : group.last + 8]
    return group.lemma in word_set("copula") and any(t.low in word_set("extraposed") for t in after)


def says_i(phrase: Nominal) -> bool:
    """Whether the words that a pronoun's clause reports say "je" or "mon": a person says them, and no body.

    They are those in front of an incise ("…", dit-il), or behind the clause ("il dit : …") (`words_reported`).
    """
    said = words_reported(phrase)
    return said is not None and _holds_i(said.text)


def words_reported(phrase: Nominal) -> Token | None:
    """The marked words in front of a pronoun's incise, or behind its clause."""
    tokens = phrase.tokens
    incise = tokens[phrase.head].tag.pronoun
    places = range(phrase.first - 1, -1, -1) if incise else range(phrase.last + 1, len(tokens))
    return next((tokens[i] for i in places if tokens[i].quote >= 0), None)


@lru_cache(maxsize=16)
def _holds_i(said: str) -> bool:
    """Asked again for the same words by each sentence in which a pronoun looks for somebody."""
    return any(word.fold in word_set("i-words") for word in words(said))


def means_human(phrase: Nominal) -> bool:
    """Whether a pronoun stands for somebody, and no text: that of an incise, or of who says "je"."""
    return bool(phrase.tokens[phrase.head].tag.pronoun) or says_i(phrase)


def interviewee(discourse: Discourse, sentence: Sentence) -> Entity | None:
    """Who answers in an interview: the name in front of the colon that opens a line before, or of the headline."""
    for before in discourse.prose.back(sentence, sentence.number, own=True):
        if not before.first:
            continue
        tokens = before.tokens
        if tokens[2:] and tokens[1].low == ":" and is_person(tokens[0]):
            return tokens[0].entity
    first = discourse.prose.sentences[0].line if discourse.prose.sentences else 0
    return only(e for s in discourse.prose.sentences if s.line == first for e in discourse.people_in(s))


def is_dislocated(found: Nominal) -> bool:
    """Whether "c'est" takes a phrase up at once ("La majorité, c'est …"): no further pronoun does."""
    comma, after = token_at(found.tokens, found.last + 1), token_at(found.tokens, found.last + 2)
    return comma.low == "," and after.low in word_set("presentative")


def introduces(sentence: Sentence, gender: str) -> bool:
    """Whether a sentence brings in somebody without a name ("par une femme âgée")."""
    syntax = syntax_of(sentence)
    for i, token in enumerate(syntax.tokens):
        if token.low in word_set("one") and syntax.covering[i] is None:
            phrase = syntax.nominal(i)
            if (
                phrase is not None
                and phrase.people is not None
                and phrase.people.kind == "person"
                and phrase.entity is None
            ) and (phrase.gender == gender or not phrase.gender):
                return True
    return False


def reporter(sentence: Sentence, main: Nominal) -> Nominal | None:
    """Who reports in a sentence whose main clause reports nothing ("…, bien que X ait affirmé que")."""
    syntax = syntax_of(sentence)
    strong = [g for g in syntax.finite if g.strength == "strong" and g.mood != "passive"]
    strong = [g for g in strong if not g.negated or g.lemma in word_set("denial")]
    told = [g for g in syntax.finite if g.reports and g.mood != "passive" and not g.negated]
    behind = [found for g in told if (found := _told_behind(syntax, g)) is not None]
    if len(behind) == 1:
        return behind[0]
    if len(strong) != 1:
        return None
    found = subject(syntax, strong[0])
    return found if found is not None and found.entity is not None and found.head != main.head else None


def _told_behind(syntax: Syntax, group: Group) -> Nominal | None:
    """The person whose report stands behind a comma ("…, a déclaré [X]")."""
    if group.pronoun or syntax.tokens[group.first - 1].low != ",":
        return None
    found = right_subject(syntax, group)
    return found if found is not None and found.names_person else None


def is_source(sentence: Sentence, entity: Entity) -> bool:
    """Whether somebody is told in a sentence as a source ("selon X", "d'après X", "pour X")."""
    tokens = syntax_of(sentence).tokens
    return any(
        token.entity is not None and token.entity.id == entity.id and names_topic(tokens, i - 1)
        for i, token in enumerate(tokens)
        if i
    )


def opening_source(sentence: Sentence) -> Entity | None:
    """The person whose words a sentence gives from its first word on ("Selon [X], membre de la délégation, …")."""
    tokens = sentence.tokens
    if not tokens[1:] or not names_topic(tokens, 0):
        return None
    named = syntax_of(sentence).nominal(1)
    return named.entity if named is not None and named.names_person else None


def closing_source(sentence: Sentence) -> Entity | None:
    """The person whose words a sentence without marks gives, told at its end ("…, selon [X], membre de la ligue.")."""
    syntax = syntax_of(sentence)
    tokens = syntax.tokens
    if sentence.quotes:
        return None
    for i in range(len(tokens) - 2, 1, -1):
        if tokens[i - 1].low == "," and tokens[i].low in word_set("topic-word"):
            named = syntax.nominal(i + 1)
            closes = named is not None and all(g.last < i for g in syntax.finite)
            return named.entity if named is not None and closes and named.names_person else None
    return None


def given_floor(sentence: Sentence) -> Entity | None:
    """The person who is given the floor in a sentence or is a voice ("passe le micro à [X]", "par la voix de [X]")."""
    syntax = syntax_of(sentence)
    tokens = syntax.tokens
    for i, token in enumerate(tokens[:-2]):
        if token.low in word_set("floor") and tokens[i + 1].low in word_set("at"):
            named = syntax.nominal(i + 2)
            if named is not None and named.names_person:
                return named.entity
        if token.low in word_set("voice") and tokens[i + 1].classes & (OF | CONTRACTED):
            speaks = syntax.nominal(i + 2)
            if speaks is not None and speaks.names_person:
                return speaks.entity
    return None


def is_told_beneath(sentence: Sentence, main: Nominal) -> bool:
    """Whether the subject found in a sentence is that of a subordinate clause ("X, indiquant que Y souhaite …")."""
    group = group_of(sentence, main)
    return group is not None and follows_subordinator(syntax_of(sentence), group)


def after_colon(sentence: Sentence) -> Nominal | None:
    """The subject of the clause behind a colon or semicolon, which was told last."""
    return sentence.once("after colon", _after_colon)


def _after_colon(sentence: Sentence) -> Nominal | None:
    syntax = syntax_of(sentence)
    cut = max((i for i, t in enumerate(syntax.tokens) if t.low in (":", ";")), default=len(syntax.tokens))
    behind = (subject(syntax, g) for g in syntax.finite if g.first > cut)
    return next((found for found in behind if found is not None and found.entity is not None), None)
