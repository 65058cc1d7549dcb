"""Anaphora: which entity a pronoun, a title or a definite noun phrase takes up.

Pronouns look back through the subjects of the sentences before, the nearest that agrees first (the preference for
subjects and for what is near that Lappin & Leass, "An algorithm for pronominal anaphora resolution", 1994, measured);
titles are matched with those the article has given (``roles``). No fit is an answer.
"""

from __future__ import annotations

from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..verbs.groups import Group
from ..vocabulary.word_classes import DEFINITE, DEMONSTRATIVE
from ..vocabulary.word_sets import word_set
from .descriptions import Descriptions, names_somebody
from .discourse import Discourse
from .pronouns import Pronouns
from .referents import UNNAMED, Before, Referent

_DEPTH = 6


class Resolver:
    """Resolves phrases of one article; what is found once is kept.

    Args:
        discourse: what the article has told.
        here: the number of the sentence that is read.
        before: what is found in the sentences before that one; it is shared by all passages of the sentence.
    """

    def __init__(self, discourse: Discourse, here: int, before: Before) -> None:
        self.discourse = discourse
        self._here = here
        self.before = before
        self._pronouns = Pronouns(discourse, self.resolve, here, before)
        self._descriptions = Descriptions(discourse, self.resolve)
        self._known: dict[tuple[int, int], Referent] = {}
        self._depth = 0

    def resolve(self, phrase: Nominal, sentence: Sentence, group: Group | None = None) -> Referent:
        """Who a phrase of a sentence is; ``group`` is the verb it belongs to."""
        place = (phrase.tokens[phrase.first].start, phrase.head)
        known = self.before.phrases if sentence.number < self._here else self._known
        held = known.get(place)
        if held is not None:
            return held
        if self._depth > _DEPTH:
            return UNNAMED
        self._depth += 1
        try:
            found = self._find(phrase, sentence, group)
        finally:
            self._depth -= 1
        known[place] = found
        return found

    def _find(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Referent:
        if phrase.entity is not None:
            return Referent(phrase.entity, "name")
        if phrase.kind == "pronoun":
            return self._pronouns.resolve(phrase, sentence, group)
        found = self._descriptions.resolve(phrase, sentence)
        if found.entity is None and group is not None and group.lemma in word_set("continuing"):
            return self._going_on(phrase, sentence) or found
        return found

    def _going_on(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« … », a ajouté ce membre de la Coordination: who spoke last, called by another noun; None for nobody."""
        single = phrase.people_kind == "person" and phrase.number == "s"
        entity = self.discourse.last_speaker(sentence)
        if not single or not phrase.determiner & (DEFINITE | DEMONSTRATIVE):
            return None
        if entity is None or entity.type != "PERSON":
            return None
        if (
            names_somebody(phrase)
            or phrase.low in word_set("never-reprise")
            or not self.discourse.agrees(entity, phrase.gender)
        ):
            return None
        return Referent(entity, "description")
