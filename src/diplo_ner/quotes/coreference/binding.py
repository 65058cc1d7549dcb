"""Binding: whom a pronoun or a description cannot be, by the sentence that it stands in.

It is none of those who are named with it in its own clause (Reinhart, "Anaphora and semantic interpretation", 1983):
neither the subject of the clause in which a source is told, nor one whom its own clause names further on.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...schema import Entity
from ..grammar.clauses import is_subordinate
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import Syntax, syntax_of
from ..verbs.groups import Group
from ..verbs.tokens import Token, is_person, token_at
from ..vocabulary.word_classes import CONTRACTED, PUNCTUATION, RELATIVE
from ..vocabulary.word_sets import word_set
from .discourse import Discourse
from .referents import Finder

_LATELY = 2
"""Sentences back in which a noun may have stood beside somebody."""


class Binding(Finder):
    """Finds whom the pronouns of one article cannot be."""

    def barred(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> set[str]:
        """Those, by id, whom a pronoun of a sentence cannot be; ``group`` is the verb it is the subject of."""
        beside = self._told_beside(phrase, sentence) if phrase.low in word_set("stressed-masculine") else None
        told = beside or self._told_around(phrase, sentence)
        if told is not None:
            return {told.id}
        if phrase.tokens[phrase.head].tag.pronoun:
            return self._spoken_to(phrase, sentence, group)
        is_subject = group is not None and not phrase.tokens[phrase.head].tag.pronoun
        is_third = is_subject and phrase.low in word_set("third-person")
        return named_below(phrase, sentence, group) if is_third else set()

    def _spoken_to(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> set[str]:
        """Whom an incise tells as the one spoken to: "a-t-il dit au juge" is not the judge."""
        syntax = syntax_of(sentence)
        i = max(phrase.last, group.last if group is not None else 0) + 1
        if syntax.tokens is not phrase.tokens or token_at(syntax.tokens, i).low not in word_set("at"):
            return set()
        contracted = bool(syntax.tokens[i].classes & CONTRACTED)
        told = syntax.nominal(i if contracted else i + 1) or syntax.nominal(i + 1)
        found = self._resolve(told, sentence, None) if told is not None and told.number == "s" else None
        # A description is led by what is foremost, so that it would bar the very one who speaks.
        return {found.entity.id} if found is not None and found.entity and found.how != "description" else set()

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


def named_below(phrase: Nominal, sentence: Sentence, group: Group | None = None) -> set[str]:
    """Those, by id, whom a sentence names behind the subject of its main clause, and not in front.

    "Elle a cité [X]", "le ministre a reçu [X]" tell somebody else. A name that stands right behind a noun of things
    tells the thing ("il défend la loi [X]"), and the subject of a further clause may be anybody. ``group`` is the verb
    of the subject, where it is known.
    """
    syntax = syntax_of(sentence)
    tokens = syntax.tokens
    if tokens is not phrase.tokens:
        return set()
    group = group or _verb_of(syntax, phrase)
    if group is None or phrase.last > group.first:
        return set()
    antecedent = token_at(tokens, phrase.last + 1).classes & RELATIVE
    if not antecedent and is_subordinate(syntax, group):
        return set()
    before = {t.entity.id for t in tokens[: phrase.first] if t.entity is not None}
    later = [g for g in syntax.finite if g.first > group.first and not is_subordinate(syntax, g)]
    subjects = {
        found.entity.id for g in later if (found := subject(syntax, g)) is not None and found.entity is not None
    }
    # "il s'appelle [X]", "le patron est [X]": the name is his own
    own = group.last + 1 if group.reflexive or group.lemma in word_set("copula") else -1
    behind = {
        t.entity.id
        for i, t in enumerate(tokens[group.last + 1 :], group.last + 1)
        if t.entity is not None and is_person(t) and i != own and not _tells_a_thing(tokens, i)
    }
    return behind - before - subjects


def told_apart(discourse: Discourse, phrase: Nominal, sentence: Sentence) -> set[str]:
    """Those, by id, whom sentences before tell beside the same noun without a name.

    In "Le pape a reçu [X]. « … », dit le pape" the pope is not [X], nor is "le père" in "Le père de [X] pleure".
    """
    found: set[str] = set()
    for before in discourse.prose.back(sentence, _LATELY):
        main = discourse.main_subject(before)
        if main is not None and main.kind == "common" and main.entity is None and main.low == phrase.low:
            owner = main.tokens[main.owner].entity if main.owner >= 0 else None
            found |= named_below(main, before) | ({owner.id} if owner is not None else set())
    return found


def _verb_of(syntax: Syntax, phrase: Nominal) -> Group | None:
    """The verb in front of which a phrase stands as its subject; None where it stands behind one."""
    if any(group.last + 1 == phrase.first for group in syntax.finite):
        return None
    for group in syntax.finite:
        if group.first > phrase.last:
            found = subject(syntax, group)
            if found is not None and found.first == phrase.first:
                return group
    return None


def _tells_a_thing(tokens: Sequence[Token], name: int) -> bool:
    """Whether a noun of no people stands right in front of a name ("la loi [X]")."""
    i = name - 1
    while i >= 0 and tokens[i].text.islower() and tokens[i].text.isalpha() and not tokens[i].classes:
        if tokens[i].tag.people is not None:
            return False
        i -= 1
    return i < name - 1
