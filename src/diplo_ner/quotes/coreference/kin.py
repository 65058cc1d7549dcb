"""Kin: who "son père", "sa mère" or "son épouse" is, by what an article calls its people."""

from __future__ import annotations

from ...schema import Entity
from ..grammar.nominals import Nominal
from ..vocabulary.word_sets import word_set
from .referents import Finder
from .roles import Title

_INVERSES = (("parent", "child"), ("child", "parent"), ("spouse", "spouse"), ("sibling", "sibling"))
"""Kinds of kin, and what each is called by the one it is kin to."""
_LONGEST = 4
"""Letters of a possessive and its space, at the most."""


class Kin(Finder):
    """Finds relatives of the people of one article."""

    def find(self, phrase: Nominal, title: Title) -> Entity | None:
        """« son père », « son épouse »: who was called so last, with a name, or whose child, or husband, was told."""
        at = phrase.tokens[phrase.first].start
        called = [
            (place, identity)
            for identity, learned in self.discourse.titles().items()
            for place, one in learned
            if place < at and one.head == title.head
        ]
        return self.discourse.entities[max(called)[1]] if called else self._of_relative(phrase, title)

    def _of_relative(self, phrase: Nominal, title: Title) -> Entity | None:
        """« [X] a perdu son fils, [Y]. … dit sa mère »: the subject of the sentence in which a relative is told."""
        at = phrase.tokens[phrase.first].start
        other = next((other for kind, other in _INVERSES if title.head in word_set(kind)), None)
        if other is None:
            return None
        told = [
            (place, identity)
            for identity, learned in self.discourse.titles().items()
            for place, one in learned
            if place < at and one.head in word_set(other) and self._is_owned(place)
        ]
        place, relative = max(told, default=(at, ""))
        sentence = next((s for s in self.discourse.prose.sentences if s.start <= place < s.end), None)
        main = self.discourse.main_subject(sentence) if sentence is not None and relative else None
        entity = main.entity if main is not None and main.tokens[main.last].start < place else None
        if entity is None or entity.type != "PERSON" or entity.id == relative:
            return None
        return entity if self.discourse.agrees(entity, phrase.gender) else None

    def _is_owned(self, place: int) -> bool:
        """Whether a possessive stands at a place: "son fils", and not "le fils"."""
        return not word_set("his-own").isdisjoint(
            self.discourse.prose.text[place : place + _LONGEST].lower().split()[:1]
        )
