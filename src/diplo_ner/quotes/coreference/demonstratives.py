"""Demonstratives: whom or what "ce dernier", "celle-ci", "l'intéressé" take up: what was told last."""

from __future__ import annotations

from bisect import bisect_left

from ...entity_types import types_that
from ...schema import Entity
from ...text.fold import fold
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.syntax import syntax_of
from ..verbs.groups import Group
from ..vocabulary.word_classes import DETERMINER, POSSESSIVE
from ..vocabulary.word_sets import word_set
from .referents import NOBODY, Finder, Referent, group_of, reporter, taken_up
from .spoken_of import complements_spoken_of

_NAMES_BACK = 12
"""Names back in which the last that agrees is looked for."""


class Demonstratives(Finder):
    """Resolves the pronouns of one article that take up what was told last."""

    def find(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Referent:
        """Whom such a pronoun takes up; ``group`` is the verb it is the subject of."""
        return self._of_thing(phrase, sentence, group) or self._last_named(phrase, sentence, group)

    def _of_thing(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Referent | None:
        """« Celle-ci s'étendra … » of a tax: who reports of it in the sentence before; None where it is no thing."""
        last = phrase.low not in word_set("this-last") or group is None or group.strength == "strong"
        if last or phrase.first > 0 or phrase.number == "p":
            return None
        for before in self.discourse.prose.back(sentence, 1):
            if not _ends_on_thing(before, phrase):
                return None
            main = self.discourse.main_subject(before)
            verb = group_of(before, main) if main is not None else None
            other = reporter(before, main) if main is not None else None
            if other is not None and other.names_person:
                return Referent(other.entity, "pronoun")
            if main is None or verb is None or not verb.reports:
                return NOBODY
            told = self._resolve(main, before, verb)
            return told._replace(how="pronoun") if told.entity is not None else NOBODY
        return None

    def _last_named(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Referent:
        """« ce dernier », « celui-ci », « l'intéressé »: the last person told before, or a body told right before.

        « L'intéressé » is another than who spoke right before, unless he goes on ("ajoute l'intéressé").
        """
        at = phrase.tokens[phrase.first].start
        names = self.discourse.outside
        last = bisect_left(names, at, key=lambda n: n[0])
        told = names[max(0, last - _NAMES_BACK) : last]
        barred = complements_spoken_of(phrase, sentence)
        told = [n for n in told if n[2].id not in barred]
        fitting = [(place, e) for place, _, e in reversed(told) if self.discourse.agrees(e, phrase.gender)]
        people = [entity for _, entity in fitting if entity.type == "PERSON"]
        if phrase.low in word_set("person-only") and (group is None or group.lemma not in word_set("continuing")):
            spoke = self.discourse.last_speaker(sentence, most=1)
            people = [e for e in people if e is not spoke] or people
        described = self._spoken_to(phrase, sentence)
        if described is not None:
            return described
        person = self._described_last(phrase, sentence, fitting) or next(iter(people), None)
        if person is not None or phrase.low in word_set("person-only"):
            return taken_up(person)
        near = self.discourse.prose.sentences[max(0, sentence.number - 1)].start
        body = next((entity for at, entity in fitting if at >= near and entity.type in types_that("body")), None)
        return taken_up(body)

    def _spoken_to(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """Whom a noun of its own sentence tells behind the last name ("il en parle à son chef, celui-ci répond").

        Where it opens its sentence, that is a noun of the sentence before.
        """
        if phrase.low not in word_set("this-last"):
            return None
        for before in self.discourse.prose.back(sentence, 1, own=phrase.first > 0):
            syntax = syntax_of(before)
            own = syntax.tokens is phrase.tokens
            if own is not (before is sentence):
                return None
            for i in range((phrase.first if own else len(syntax.tokens)) - 1, -1, -1):
                token = syntax.tokens[i]
                if token.entity is not None and token.entity.type in types_that("speak"):
                    return None
                told = syntax.nominal(i, phrase.first if own else None) if token.classes & DETERMINER else None
                if told is not None and told.people_kind == "person" and told.number == "s":
                    fits = told.gender in ("", phrase.gender) and told.entity is None
                    return self._object(told, before) if fits else None
        return None

    def _object(self, told: Nominal, sentence: Sentence) -> Referent:
        """Whom a noun behind the subject of a sentence means: somebody else than the subject."""
        found = self._resolve(told, sentence, None)
        main = self.discourse.main_subject(sentence)
        return taken_up(found.entity if main is None or main.entity is not found.entity else None)

    def _described_last(self, phrase: Nominal, sentence: Sentence, named: list[tuple[int, Entity]]) -> Entity | None:
        """The person whom a noun behind the last name of the sentence before means ("la promesse de son rival")."""
        for before in self.discourse.prose.back(sentence, 1):
            syntax = syntax_of(before)
            main = self.discourse.main_subject(before)
            for i in range(len(syntax.tokens) - 1, main.last if main is not None else -1, -1):
                token = syntax.tokens[i]
                if any(at >= token.start for at, _ in named):
                    return None
                other = syntax.nominal(i) if token.classes & POSSESSIVE else None
                if other is not None and other.entity is None and fold(other.low) in word_set("other-of-two"):
                    entity = self._resolve(other, before, None).entity
                    return entity if entity is not None and self.discourse.agrees(entity, phrase.gender) else None
        return None


def _ends_on_thing(sentence: Sentence, phrase: Nominal) -> bool:
    """Whether the last noun of a sentence that a pronoun agrees with is neither of people nor a name."""
    syntax = syntax_of(sentence)
    for i in range(len(syntax.tokens) - 1, -1, -1):
        token = syntax.tokens[i]
        if token.entity is not None and token.entity.type in types_that("speak"):
            return False
        found = syntax.nominal(i) if token.classes & DETERMINER and not syntax.covering[i] else None
        if found is None or found.kind != "common" or found.number == "p" or found.gender != phrase.gender:
            continue
        return not found.is_somebody and found.owner < 0
    return False
