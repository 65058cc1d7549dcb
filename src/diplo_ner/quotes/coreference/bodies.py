"""Bodies told again: "le ministère", "la fédération", "l'organisation"."""

from __future__ import annotations

from bisect import bisect_left

from ...lexicon.organisations import by_id
from ...schema import Entity
from ..grammar.nominals import Nominal
from ..grammar.prose import Sentence
from ..vocabulary.word_classes import (
    DEFINITE,
    DEMONSTRATIVE,
)
from ..vocabulary.word_sets import word_set
from .discourse import Discourse
from .referents import Referent, words_of_entity
from .roles import title_of


class Bodies:
    """Resolves noun phrases that stand for a body of one article.

    Args:
        discourse: what the article has told.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def resolve(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« le ministère », « la fédération », « l'organisation »: a body whose name or title begins with the noun."""
        outlet = phrase.people is not None and phrase.people.kind == "outlet"
        if not phrase.determiner & (DEFINITE | DEMONSTRATIVE) or (phrase.owner >= 0 and not _in_town(phrase, outlet)):
            return None
        at = phrase.tokens[phrase.first].start
        title = title_of(phrase)
        names = self.discourse.outside
        generic: Entity | None = None
        for i in range(bisect_left(names, at, key=lambda n: n[0]) - 1, -1, -1):
            entity = names[i][2]
            if entity.type != "ORGANISATION":
                continue
            if title.countries and entity.country and entity.country not in title.countries:
                continue
            spellings = (entity.canonical, *(m.text for m in entity.mentions))
            named = {word.lower() for spelling in spellings for word in spelling.split()[:1]}
            taught = [t for _, t in self.discourse.titles().get(entity.id, ())]
            if phrase.low in named and not (title.words - words_of_entity(entity)):
                return Referent(entity, "title")
            if any(t.head == title.head and (title.words <= t.words or not title.words) for t in taught):
                return Referent(entity, "title")
            if generic is None and (phrase.low in word_set("generic-body") or (outlet and _may_publish(entity))):
                recent = self._recent_bodies(sentence)
                if entity.id in recent:
                    generic = entity
        return Referent(generic, "description") if generic is not None else None

    def _recent_bodies(self, sentence: Sentence) -> set[str]:
        """The bodies that were subjects in the sentences right before, and those of the sentence itself."""
        found: set[str] = set()
        for before in self.discourse.prose.sentences[max(0, sentence.number - 3) : sentence.number + 1]:
            main = self.discourse.main_subject(before)
            if main is not None and main.entity is not None and main.entity.type == "ORGANISATION":
                found.add(main.entity.id)
            told = {e.id for _, _, e in self.discourse.names_in(before, "ORGANISATION")}
            if len(told) == 1 and before.number >= sentence.number - 1:
                found |= told
        return found


def _in_town(phrase: Nominal, outlet: bool) -> bool:
    """Whether a noun of the press is told by its town or country alone: "le quotidien de Buenos Aires"."""
    owner = phrase.tokens[phrase.owner].entity
    return outlet and owner is not None and owner.type in ("PLACE", "COUNTRY")


def _may_publish(entity: Entity) -> bool:
    """Whether a body is of the press, or one that no table knows."""
    known = by_id(entity.id)
    return known is None or known.kind == "media"
