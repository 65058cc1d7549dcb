"""Binding: whom a pronoun cannot be, by the sentence that it stands in.

A pronoun is none of those who are named with it in its own clause (Reinhart, "Anaphora and semantic interpretation",
1983): neither the subject of the clause in which a source is told, nor one whom its own clause names further on.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...schema import Entity
from ..grammar.clauses import follows_subordinator
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import syntax_of
from ..verbs.groups import Group
from ..verbs.tokens import Token, is_person
from ..vocabulary.word_classes import PUNCTUATION
from ..vocabulary.word_sets import word_set
from .referents import Finder


class Binding(Finder):
    """Finds whom the pronouns of one article cannot be."""

    def barred(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> set[str]:
        """Those, by id, whom a pronoun of a sentence cannot be; ``group`` is the verb it is the subject of."""
        beside = self._told_beside(phrase, sentence) if phrase.low in word_set("stressed-masculine") else None
        told = beside or self._told_around(phrase, sentence)
        return {told.id} if told is not None else _named_below(phrase, sentence, group)

    def _told_beside(self, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """The subject of the clause that "selon lui" opens: it is somebody else."""
        syntax = syntax_of(sentence)
        i = phrase.last + 1
        if i + 1 >= len(syntax.tokens) or syntax.tokens[i].low != ",":
            return None
        beside = syntax.nominal(i + 1)
        return self._resolve(beside, sentence, None).entity if beside is not None and beside.kind != "pronoun" else None

    def _told_around(self, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """The subject of the clause in the middle of which "selon elle" stands: it is somebody else."""
        syntax = syntax_of(sentence)
        i = phrase.first
        if not i or syntax.tokens[i - 1].low not in word_set("around-source"):
            return None
        around = next((g for g in reversed(syntax.finite) if g.first < i), None)
        if (
            around is None
            or around.reports
            or any(not t.classes & PUNCTUATION for t in syntax.tokens[around.last + 1 : i - 1])
        ):
            return None
        told = subject(syntax, around)
        if told is None or any(told.last < g.first < around.first for g in syntax.finite):
            return None
        return told.entity


def _named_below(phrase: Nominal, sentence: Sentence, group: Group | None) -> set[str]:
    """Those whom a sentence names behind the subject of its main clause, and not in front ("Elle a cité [X]").

    A name that stands right behind a noun of things tells the thing ("il défend la loi [X]").
    """
    syntax = syntax_of(sentence)
    tokens = syntax.tokens
    if (
        group is None
        or tokens[phrase.head].tag.pronoun
        or phrase.low not in word_set("third-person")
        or follows_subordinator(syntax, group)
    ):
        return set()
    before = {t.entity.id for t in tokens[: phrase.first] if t.entity is not None}
    behind = {
        t.entity.id
        for i, t in enumerate(tokens[group.last + 1 :], group.last + 1)
        if t.entity is not None and is_person(t) and not _tells_a_thing(tokens, i)
    }
    return behind - before


def _tells_a_thing(tokens: Sequence[Token], name: int) -> bool:
    """Whether a noun of no people stands right in front of a name ("la loi [X]")."""
    i = name - 1
    while i >= 0 and tokens[i].text.islower() and tokens[i].text.isalpha() and not tokens[i].classes:
        if tokens[i].tag.people is not None:
            return False
        i -= 1
    return i < name - 1
