"""Addressees: who answers, where the sentence before tells to whom somebody spoke ("[X] lui demande … Il répond")."""

from __future__ import annotations

from ...schema import Entity
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import syntax_of
from ..verbs.groups import Group
from ..vocabulary.word_sets import word_set
from .discourse import only
from .offers import OfferFinder
from .referents import Referent, taken_up

_ASIDE = 3
"""Sentences back in which the one is told who is asked."""


class Addressees(OfferFinder):
    """Finds who answers in one article."""

    def find(self, phrase: Nominal, sentence: Sentence, group: Group | None, found: Referent) -> Referent | None:
        """Whom a pronoun means that would take up ``found``: the one who was spoken to; None where nobody was."""
        if group is None:
            return None
        asked = self._asked(phrase, sentence) if group.lemma in word_set("spoken-to-verb") else None
        if asked is not None:
            return asked
        addressee = self._addressee(found, phrase, sentence) if _replies(group) else None
        return Referent(addressee, "pronoun") if addressee is not None else None

    def _asked(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """Whom a pronoun in the sentence before means, to whom somebody spoke there: "[X] lui demande … Il répond"."""
        for before in self.discourse.prose.back(sentence, 1):
            syntax = syntax_of(before)
            for group in syntax.finite:
                told = subject(syntax, group)
                clitics = [t.low for t in syntax.tokens[group.first : group.head]]
                direct = group.lemma in word_set("asking-somebody") and not word_set("him-elided").isdisjoint(clitics)
                spoken_to = direct or (group.reports and not word_set("spoken-to").isdisjoint(clitics))
                if told is None or told.kind == "pronoun" or told.number == "p" or not spoken_to:
                    continue
                asker = self._resolve(told, before, group).entity
                offered = (
                    self._offers.of(one, phrase, plural=False) for one in self.discourse.prose.back(before, _ASIDE)
                )
                found = next((one.entity for one in offered if one is not None), None)
                return taken_up(found if found is not asker else None) if asker or found else None
        return None

    def _addressee(self, found: Referent, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """Whom the subject of the sentence before spoke to, where "il a répondu" would take up that subject."""
        for before in self.discourse.prose.back(sentence, 1):
            main = self.discourse.main_subject(before)
            if main is None or main.entity is None or main.entity is not found.entity or main.kind == "pronoun":
                return None
            behind = (
                e for start, _, e in self.discourse.names_in(before, "PERSON") if start > main.tokens[main.last].start
            )
            return only(e for e in behind if e is not main.entity and self.discourse.agrees(e, phrase.gender))
        return None


def _replies(group: Group) -> bool:
    """Whether a verb tells an answer in front of its words ("Il a répondu que"), and goes on with none of its own."""
    return group.lemma in word_set("replying") and not group.pronoun
