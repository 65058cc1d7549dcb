"""Pairs: the two whom "ils" or "les deux hommes" take up, or the three of "les trois dirigeants"."""

from __future__ import annotations

from ...entity_types import types_that
from ...schema import Entity
from ..grammar.coordination import conjuncts
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.syntax import syntax_of
from ..verbs.tokens import Token, is_person
from ..vocabulary.cues import people_nouns
from ..vocabulary.word_classes import DEFINITE, OF, THAT
from ..vocabulary.word_sets import word_set
from .referents import Finder, Referent, group_of

_REACH = 4
"""Sentences back in which the two of "ils" are told."""
_OTHER_REACH = 2
"""Sentences back in which the two of "son rival" are told."""
_PAIR = 2
_TURNS = 4
"""Turns, and sentences, back in which two speak to each other."""
_SIZES = ((2, "two-of-them"), (3, "three-of-them"), (4, "four-of-them"), (5, "five-of-them"), (6, "six-of-them"))


class Pairs(Finder):
    """Resolves plural phrases to two named entities of one article."""

    def pronoun(self, sentence: Sentence) -> Referent | None:
        """Whom "ils" takes up where two are told together in the sentences before; None where it is not two."""
        for before in self.discourse.prose.back(sentence, _REACH):
            main = self.discourse.main_subject(before)
            if main is None:
                both = _joined(before.tokens, 0, word_set("and") | word_set("companion"), ("PERSON",))
                if len(both) > 1:
                    return _referent(both, "pronoun")
                continue
            row = _people_of_row(before, main)
            if len(row) > _PAIR:
                return _referent(row, "pronoun")
            if main.number == "p":
                both = _joined(before.tokens, main.first) if main.kind == "name" else []
                both = both if len(both) > 1 else _listed(before.tokens, main)
                if len(both) > 1:
                    return _referent(both, "pronoun")
                referent = self._resolve(main, before, group_of(before, main))
                return referent._replace(how="pronoun") if referent.also else None
            both = _joined(before.tokens, main.first)
            if len(both) > 1:
                return _referent(both, "pronoun")
            company = _company(before.tokens, main.last)
            if before.number == sentence.number - 1 and company is not None:
                leader = self._resolve(main, before, group_of(before, main)).entity
                if leader is not None and leader.type == "PERSON" and leader.id != company.id:
                    return _referent([leader, company], "pronoun")
            if main.is_somebody:
                return None
        return None

    def counted(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« les deux hommes », « les trois pays », « les deux syndicats »: as many of their kind as are told before."""
        kind = "COUNTRY" if phrase.low in word_set("state-noun") else "PERSON"
        one = people_nouns().get(phrase.low.removesuffix("s"))
        if kind == "PERSON" and one is not None and one.kind in ("body", "outlet"):
            kind = "ORGANISATION"
        if kind == "PERSON" and phrase.people_kind not in ("people", "person"):
            return None
        size = _counted(phrase)
        both = (
            self._told_near(phrase, sentence, size, kind)
            or self._told_near(phrase, sentence, size, kind, beside=True)
            or self._told_near(phrase, sentence, size, kind, depending=False)
            or self._row(phrase, sentence, size, kind)
        )
        return _referent(both, "description") if both else None

    def _told_near(
        self,
        phrase: Nominal,
        sentence: Sentence,
        size: int,
        kind: str,
        *,
        beside: bool = False,
        depending: bool = True,
    ) -> list[Entity]:
        """As many entities of a kind as a phrase counts, where the sentences right before tell no more of them.

        Those who are told as company count with ``beside``, those on whom a noun depends ("quatre soutiens de [X]")
        with ``depending``.
        """
        told: dict[str, Entity] = {}
        at = phrase.tokens[phrase.first].start
        for near in self.discourse.prose.back(sentence, _REACH, own=True):
            for start, _, entity in self.discourse.names_in(near, kind):
                here = (beside or not _accompanies(near.tokens, start)) and (depending or not _owns(near.tokens, start))
                if start < at and here:
                    told.setdefault(entity.id, entity)
            if len(told) >= size:
                break
        first = {n[2].id: n[0] for n in reversed(self.discourse.outside)}
        both = sorted(told.values(), key=lambda e: first[e.id])
        return both if len(both) == size else []

    def _row(self, phrase: Nominal, sentence: Sentence, size: int, kind: str) -> list[Entity]:
        """The last row of as many names before a phrase ("[X], le président [Y] et la chancelière [Z]")."""
        for before in self.discourse.prose.back(sentence, sentence.number):
            row = _row_of(before.tokens, size, kind)
            if row:
                return row
        return []

    def other(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« son prédécesseur », « son rival »: of the two people told right before, the one who is not whose it is."""
        at = phrase.tokens[phrase.first].start
        told: dict[str, Entity] = {}
        for near in self.discourse.prose.back(sentence, _OTHER_REACH, own=True):
            for start, _, entity in self.discourse.names_in(near, "PERSON"):
                if start < at:
                    told.setdefault(entity.id, entity)
            if len(told) > 1:
                break
        owner = self._owner(sentence)
        if owner is not None and not told.keys() - {owner.id}:
            told = self._in_dialogue(sentence, told)
        rest = [e for e in told.values() if owner is not None and e.id != owner.id]
        if owner is None or owner.id not in told or len(rest) != 1:
            return None
        return Referent(rest[0], "description") if self.discourse.agrees(rest[0], phrase.gender) else None

    def _in_dialogue(self, sentence: Sentence, told: dict[str, Entity]) -> dict[str, Entity]:
        """The two who speak in turn before a sentence, where its names tell no two."""
        for turn in reversed(self.discourse.spoken[-_TURNS:]):
            entity = self.discourse.entities.get(turn.speaker.entity or "")
            if entity is not None and entity.type == "PERSON" and sentence.number - turn.sentence.number <= _TURNS:
                told = {**told, entity.id: entity}
        return told

    def two(self, sentence: Sentence) -> Referent | None:
        """The two told in a row that "le premier" and "le second" tell apart, one sentence after the other."""
        for before in self.discourse.prose.back(sentence, _OTHER_REACH):
            main = self.discourse.main_subject(before)
            if main is not None and main.kind == "pronoun" and main.low in word_set("of-two"):
                sentence = before
        both = self.pronoun(sentence)
        return both if both is not None and len(both.also) == 1 else None

    def owner(self, sentence: Sentence, phrase: Nominal) -> Entity | None:
        """Whose a body is ("son parti"): the person who is the subject in front of it, or in the sentences before."""
        main = self.discourse.main_subject(sentence)
        if main is not None and main.tokens is phrase.tokens and main.last < phrase.first:
            found = self._resolve(main, sentence, group_of(sentence, main)).entity
            return found if found is not None and found.type == "PERSON" else None
        return self._owner(sentence)

    def _owner(self, sentence: Sentence) -> Entity | None:
        """The person that is the subject of the sentences right before."""
        for before in self.discourse.prose.back(sentence, _OTHER_REACH):
            main = self.discourse.main_subject(before)
            found = self._resolve(main, before, group_of(before, main)).entity if main else None
            if found is not None:
                return found if found.type == "PERSON" else None
        return None


def _counted(phrase: Nominal) -> int:
    """How many a definite phrase counts, two to six; 0 where it counts none, or more."""
    tokens = phrase.tokens[phrase.first : phrase.head]
    if not tokens or not tokens[0].classes & DEFINITE:
        return 0
    return next((size for size, numeral in _SIZES for t in tokens if t.low in word_set(numeral)), 0)


def is_counted(phrase: Nominal) -> bool:
    """Whether a phrase counts two to six: "les deux hommes", "les trois dirigeants"."""
    return _counted(phrase) > 0


def _referent(both: list[Entity], how: str) -> Referent:
    return Referent(both[0], how, tuple(both[1:]))


def _joined(
    tokens: list[Token], first: int, links: frozenset[str] | None = None, kinds: tuple[str, ...] | None = None
) -> list[Entity]:
    """The two names of one kind that a word joins from a token on: "[X], ministre, et [Y] ont …"; one or none else."""
    links = word_set("and") if links is None else links
    kinds = types_that("speak") if kinds is None else kinds
    found: list[Entity] = []
    linked = False
    for i, token in enumerate(tokens[first:], first):
        verb = (token.tag.readings or token.tag.auxiliary) and token.tag.people is None
        if token.entity is not None and token.entity.type in kinds:
            if not found:
                found.append(token.entity)
            elif linked and token.entity.type == found[0].type and token.entity.id != found[0].id:
                return [*found, token.entity]
        elif token.low in links or (token.classes & THAT and i and tokens[i - 1].low in word_set("along-with")):
            linked = linked or bool(found)
        elif token.quote >= 0 or token.low in (":", ";") or (found and verb and not linked):
            break
    return found


def _people_of_row(sentence: Sentence, main: Nominal) -> list[Entity]:
    """The persons in a row with the name that is a subject ("[X], [Y] et [Z] ont signé")."""
    row = conjuncts(syntax_of(sentence), main) if main.names_person else []
    return list({p.entity.id: p.entity for p in row if p.entity is not None and p.names_person}.values())


def _listed(tokens: list[Token], main: Nominal) -> list[Entity]:
    """The persons of a subject that goes on behind its first name ("[X], président de …, [Y] et leur équipe")."""
    if main.kind != "name" or not main.names_person:
        return []
    return list({t.entity.id: t.entity for t in tokens[main.first :] if t.entity is not None and is_person(t)}.values())


def _row_of(tokens: list[Token], size: int, kind: str) -> list[Entity]:
    """So many names of one kind that stand in a row, the last behind "et", with no verb between them."""
    places = [i for i, t in enumerate(tokens) if t.entity is not None and t.entity.type == kind]
    for start in range(len(places) - size + 1):
        window = places[start : start + size]
        between = tokens[window[0] + 1 : window[-1]]
        joined = any(t.low in word_set("and") for t in tokens[window[-2] + 1 : window[-1]])
        broken = any(t.quote >= 0 or ((t.tag.readings or t.tag.auxiliary) and t.tag.people is None) for t in between)
        row = {e.id: e for i in window if (e := tokens[i].entity) is not None}
        if joined and not broken and len(row) == size:
            return list(row.values())
    return []


def _company(tokens: list[Token], after: int) -> Entity | None:
    """The person told with the subject: "avec [Y]", "aux côtés de [Y]"."""
    for i in range(after + 1, len(tokens)):
        entity = tokens[i].entity
        if entity is not None and entity.type == "PERSON":
            return entity if any(t.low in word_set("with") for t in tokens[max(0, i - 8) : i]) else None
    return None


def _owns(tokens: list[Token], start: int) -> bool:
    """Whether the name at a place stands right behind "de"."""
    at = next((i for i, t in enumerate(tokens) if t.start == start), 0)
    return at > 0 and bool(tokens[at - 1].classes & OF)


def _accompanies(tokens: list[Token], start: int) -> bool:
    """Whether the name at a place stands behind "avec", or behind one that does ("avec le Canada et l'Australie")."""
    at = next((i for i, t in enumerate(tokens) if t.start == start), -1)
    return any(t.low in word_set("with-whom") for t in tokens[max(0, at - 5) : max(0, at)])
