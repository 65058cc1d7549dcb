"""Offers: what a sentence before holds out to a pronoun: who has spoken in it, its subject, who is given the floor."""

from __future__ import annotations

from ...names.given import gender_of
from ...schema import Entity, Speaker
from ..grammar.coordination import conjuncts
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.syntax import syntax_of
from ..verbs.groups import Group
from ..vocabulary.word_sets import word_set
from .discourse import Discourse
from .referents import (
    UNNAMED,
    Before,
    Finder,
    Referent,
    Resolve,
    after_colon,
    closing_source,
    given_floor,
    group_of,
    impersonal,
    is_source,
    is_told_beneath,
    means_human,
    opening_source,
    reporter,
)


class Offers(Finder):
    """Finds what the sentences of one article offer pronouns.

    Args:
        discourse: what the article has told.
        resolve: resolves any phrase of a sentence, for those that lead on to others.
        here: the number of the sentence that is read.
        before: what is found in the sentences before that one.
    """

    def __init__(self, discourse: Discourse, resolve: Resolve, here: int, before: Before) -> None:
        super().__init__(discourse, resolve)
        self._here = here
        self._offers = before.offers

    def of(self, sentence: Sentence, phrase: Nominal, plural: bool) -> Referent | None:
        """What a sentence offers a pronoun; each pronoun of its kind is offered the same while one sentence is read."""
        if sentence.number >= self._here:
            return self._from_sentence(sentence, phrase, plural)
        takes_up = means_human(phrase)
        key = (sentence.number, phrase.number, phrase.gender, takes_up, plural)
        if key not in self._offers:
            self._offers[key] = self._from_sentence(sentence, phrase, plural)
        return self._offers[key]

    def _from_sentence(self, sentence: Sentence, phrase: Nominal, plural: bool) -> Referent | None:
        """What a sentence before offers a pronoun: who is given the floor or opens it, who spoke in it, its subject."""
        main = self.discourse.main_subject(sentence)
        source = None if plural else given_floor(sentence) or opening_source(sentence)
        if source is None and not plural and phrase.tokens[phrase.head].tag.pronoun:
            source = closing_source(sentence)
        if source is not None and self.discourse.agrees(source, phrase.gender):
            return Referent(source, "pronoun")
        if main is not None and _is_owned_body(main) and phrase.tokens[phrase.head].tag.pronoun:
            people = (self.discourse.entities.get(s.entity or "") for s in self.discourse.spoken_in(sentence))
            if not any(e is not None and e.type == "PERSON" for e in people):
                return None
        for speaker in self.discourse.spoken_in(sentence):
            entity = self.discourse.entities.get(speaker.entity or "")
            if entity is not None and self.discourse.agrees(entity, phrase.gender, plural=plural):
                person = None if plural or entity.type == "PERSON" else self._described(main, sentence, phrase)
                if person is not None:
                    return person
                if (
                    main is not None
                    and main.names_person
                    and main.entity is not None
                    and main.entity is not entity
                    and not plural
                    and not is_told_beneath(sentence, main)
                    and (
                        entity.type != "PERSON"
                        or any(s.entity == main.entity.id for s in self.discourse.spoken_in(sentence))
                        or (speaker.end <= main.tokens[main.first].start and not is_source(sentence, entity))
                    )
                ):
                    told = self.fits(main, sentence, group_of(sentence, main), phrase, plural)
                    if told is not None and told.entity is not None:
                        return told._replace(how="pronoun")
                return Referent(entity, "pronoun")
            spoke = _spoken_by(sentence, speaker, phrase) or main
            if entity is None and not plural and (spoke is None or _is_speaker(spoke, speaker, phrase)):
                return UNNAMED
        if main is None:
            return None
        other = reporter(sentence, main)
        if other is not None and (phrase.tokens[phrase.head].tag.pronoun or not main.names_person):
            told = self.fits(other, sentence, None, phrase, plural)
            if told is not None and told.entity is not None:
                return told._replace(how="pronoun")
        after = after_colon(sentence)
        if (
            after is not None
            and (later := self.fits(after, sentence, group_of(sentence, after), phrase, plural)) is not None
        ):
            return later
        return self.fits(main, sentence, group_of(sentence, main), phrase, plural)

    def _described(self, main: Nominal | None, sentence: Sentence, phrase: Nominal) -> Referent | None:
        """The person whom a description that is the subject means, beside the words of a body ("le chef de l'État")."""
        if main is None or main.kind != "common" or main.people_kind != "person":
            return None
        told = self.fits(main, sentence, group_of(sentence, main), phrase, plural=False)
        person = told is not None and told.entity is not None and told.entity.type == "PERSON"
        return told if person else None

    def fits(
        self, found: Nominal, sentence: Sentence, group: Group | None, phrase: Nominal, plural: bool
    ) -> Referent | None:
        """The referent of a subject, if a pronoun of this gender and number may take it up."""
        if found.kind == "pronoun":
            low = found.tokens[found.head].tag.pronoun or found.low
            if found.partitive and found.number == "s" and not plural:
                return UNNAMED
            if low not in word_set("third-person"):
                return None
            if found.number != phrase.number or found.gender != phrase.gender:
                return None
            if impersonal(found, group):
                return None
            referent = self._resolve(found, sentence, group)
            return Referent(referent.entity, "pronoun") if referent.entity else None
        if found.kind == "name" and found.entity is not None:
            row = self._row(found, sentence) if plural and found.number == "p" else []
            if len(row) > 1:
                return Referent(row[0], "pronoun", tuple(row[1:]))
            if (found.number == "p" and not plural) or not self.discourse.agrees(
                found.entity, phrase.gender, plural=plural
            ):
                return None
            return Referent(found.entity, "pronoun" if group is not None and group.strength == "strong" else "subject")
        if found.entity is not None:
            return self._agreeing(found.entity, phrase, plural)
        if found.unlisted and not found.determiner and not plural:
            told = gender_of(found.tokens[found.first].text)
            return UNNAMED if not told or told == phrase.gender else None
        if found.number != phrase.number or not found.is_human or found.tokens[found.first].low in word_set("no-one"):
            return None
        referent = self._resolve(found, sentence, None)
        if referent.entity is not None and referent.entity.type != "PERSON" and found.gender == phrase.gender:
            return Referent(referent.entity, "pronoun")
        if referent.entity is not None:
            return self._agreeing(referent.entity, phrase, plural)
        if found.gender and found.gender != phrase.gender:
            return None
        near = found.tokens is phrase.tokens and not phrase.tokens[phrase.head].tag.pronoun
        return None if found.people_kind in ("body", "outlet") and not near else UNNAMED

    def _agreeing(self, entity: Entity, phrase: Nominal, plural: bool) -> Referent | None:
        """An entity as what a pronoun takes up, where the pronoun agrees with it."""
        return Referent(entity, "pronoun") if self.discourse.agrees(entity, phrase.gender, plural=plural) else None

    def _row(self, found: Nominal, sentence: Sentence) -> list[Entity]:
        """The entities of one type that stand in a row with a name: "Madrid, Paris et Londres"."""
        row = [p.entity for p in conjuncts(syntax_of(sentence), found) if p.entity is not None]
        return list({e.id: e for e in row if e.type == row[0].type}.values())


class OfferFinder(Finder):
    """A finder that asks what sentences before offer.

    Args:
        discourse: what the article has told.
        resolve: resolves any phrase of a sentence, for those that lead on to others.
        offers: what the sentences before the one that is read offer.
    """

    def __init__(self, discourse: Discourse, resolve: Resolve, offers: Offers) -> None:
        super().__init__(discourse, resolve)
        self._offers = offers


def _is_owned_body(main: Nominal) -> bool:
    """Whether a subject is the body of somebody told before, who stays foremost ("Son parti nie. « … », dit-il")."""
    return main.people_kind == "body" and main.tokens[main.first].low in word_set("his-own")


def _spoken_by(sentence: Sentence, speaker: Speaker, phrase: Nominal) -> Nominal | None:
    """The noun phrase of who has spoken without a name, where an incise goes on ("l'état-major … ajoute-t-il")."""
    if not phrase.tokens[phrase.head].tag.pronoun:
        return None
    syntax = syntax_of(sentence)
    return next((syntax.nominal(i) for i, t in enumerate(syntax.tokens) if t.start == speaker.start), None)


def _is_speaker(main: Nominal, speaker: Speaker, phrase: Nominal) -> bool:
    """Whether a subject without a name has spoken in its sentence, and a pronoun agrees with it."""
    spoke = main.tokens[main.first].start <= speaker.start < main.tokens[main.last].end
    alike = main.number == phrase.number and main.gender in ("", phrase.gender)
    return spoke and alike and (main.is_human or not means_human(phrase))
