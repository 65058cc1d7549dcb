"""Who spoke last, told again as such: "cette source", "le même responsable"."""

from __future__ import annotations

from ...schema import Entity
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..vocabulary.word_classes import DEMONSTRATIVE, POSSESSIVE
from ..vocabulary.word_sets import word_set
from .discourse import only
from .referents import Finder, Referent, group_of, reporter

_ASIDE = 2
"""Sentences back in which somebody may report in front of a heading."""
_REACH = 8
"""Sentences back in which a source without a name may have been told."""


class SameSpeaker(Finder):
    """Finds who spoke last in one article, where a phrase says that it is the same one."""

    def find(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« la même source », « cette source », « ce même diplomate » (`is_same`): who spoke last, marked or not."""
        if phrase.determiner & POSSESSIVE:
            return self._asked(phrase)
        source = phrase.low in word_set("source-noun")
        if source and self._told_unnamed(phrase, sentence):
            return None
        report = self._reporting(sentence) if source else None
        last = report.entity if report is not None else None
        if report is None or (last is None and not phrase.determiner & DEMONSTRATIVE):
            last = self.discourse.last_speaker(sentence)
        if last is None and not source:
            last = self._told_lately(phrase, sentence)
        return Referent(last, "title") if last is not None else None

    def _asked(self, phrase: Nominal) -> Referent | None:
        """« notre interlocuteur »: the person who spoke last, however far back; None where that one has no name."""
        turn = self.discourse.spoken[-1] if self.discourse.spoken else None
        entity = self.discourse.entities.get(turn.speaker.entity or "") if turn is not None else None
        if entity is None or entity.type != "PERSON" or not self.discourse.agrees(entity, _gender(phrase)):
            return None
        return Referent(entity, "title")

    def _told_unnamed(self, phrase: Nominal, sentence: Sentence) -> bool:
        """Whether the article has told a source without a name before ("selon une source proche du dossier")."""
        if any(t.low in word_set("same") for t in phrase.tokens[phrase.first : phrase.head]):
            return False
        at = phrase.tokens[phrase.first].start
        return any(
            token.low in word_set("source-noun") and not before.tokens[i - 1].classes & DEMONSTRATIVE
            for before in self.discourse.prose.back(sentence, _REACH, own=True)
            for i, token in enumerate(before.tokens)
            if i and token.start < at
        )

    def _reporting(self, sentence: Sentence) -> Referent | None:
        """Who reports in the sentence before without marks ("L'armée a dit que … . « … », de même source")."""
        for before in self.discourse.prose.back(sentence, _ASIDE):
            if before.heading:
                continue
            main = self.discourse.main_subject(before)
            group = group_of(before, main) if main is not None else None
            if main is not None and group is not None and group.strength == "strong" and not before.quotes:
                return self._resolve(main, before, group)
            return None
        return None

    def _told_lately(self, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """Who reports in the sentence before without marks, or is the one person named in it."""
        for before in self.discourse.prose.back(sentence, 1):
            main = self.discourse.main_subject(before)
            told = reporter(before, main) if main is not None else None
            entity = (told.entity if told is not None else None) or only(self.discourse.people_in(before))
            if entity is not None and entity.type == "PERSON" and self.discourse.agrees(entity, phrase.gender):
                return entity
        return None


def is_same(phrase: Nominal) -> bool:
    """Whether a phrase says that somebody spoke before.

    Such are "le même élu", "cette source" whatever it is, and "notre interlocuteur", "notre source".
    """
    before = [t.low for t in phrase.tokens[phrase.first : phrase.head]]
    source = phrase.low in word_set("source-noun")
    asked = phrase.number == "s" and not word_set("own-possessive").isdisjoint(before)
    if asked and phrase.determiner & POSSESSIVE:
        return source or phrase.low in word_set("interlocutor")
    return not word_set("same").isdisjoint(before) or bool(phrase.determiner & DEMONSTRATIVE and source)


def _gender(phrase: Nominal) -> str:
    """The gender of who is told; a source may be anybody."""
    return "" if phrase.low in word_set("source-noun") else phrase.gender
