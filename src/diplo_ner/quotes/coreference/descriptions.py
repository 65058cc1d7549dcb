"""Descriptions: whom a title or a definite noun phrase takes up ("le chef de la diplomatie", "le plongeur")."""

from __future__ import annotations

from ...schema import Entity
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..verbs.tokens import NAME
from ..vocabulary.cues import generic_nouns, noun_gender
from ..vocabulary.word_classes import DEFINITE, DEMONSTRATIVE, INDEFINITE, POSSESSIVE
from ..vocabulary.word_sets import pattern, word_set
from .bearing import callings, contradicts, suited
from .binding import told_apart
from .callings import takes_up
from .discourse import Discourse, only
from .documents import Documents
from .holders import Holders
from .kin import Kin
from .known_offices import only_holder
from .organisations import Organisations, named_body
from .pairs import Pairs, is_counted
from .parties import belongs
from .referents import UNNAMED, Finder, Referent, Resolve
from .roles import Title, nationality, title_of
from .salience import Salience
from .same_speaker import SameSpeaker, is_same
from .spoken_of import acted_on, set_against, subjects_spoken_of

_LATELY = 2
"""Sentences back in which somebody spoke whom "ce membre de …" takes up."""
_DEMONYM = r"[A-ZÀ-Þ][\w-]*<demonym-ending>"


class Descriptions(Finder):
    """Resolves noun phrases without a name, of one article.

    Args:
        discourse: what the article has told.
        resolve: resolves any phrase of a sentence, for those that lead on to others.
    """

    def __init__(self, discourse: Discourse, resolve: Resolve) -> None:
        super().__init__(discourse, resolve)
        self._salience = Salience(discourse, resolve)
        self._holders = Holders(discourse, resolve)
        self._bodies = Organisations(discourse)
        self._documents = Documents(discourse, resolve)
        self._pairs = Pairs(discourse, resolve)
        self._same = SameSpeaker(discourse, resolve)
        self._kin = Kin(discourse, resolve)

    def resolve(self, phrase: Nominal, sentence: Sentence) -> Referent:
        """A noun phrase without a name: a title the article has given, or a description of somebody mentioned."""
        if is_counted(phrase):
            return self._pairs.counted(phrase, sentence) or UNNAMED
        if phrase.low in word_set("signatories") and phrase.determiner & DEFINITE and phrase.last == phrase.head:
            return self._pairs.pronoun(sentence) or UNNAMED
        if phrase.people is None and "text" in phrase.speech:
            return self._documents.resolve(phrase, sentence) or UNNAMED
        if is_same(phrase):
            return self._same.find(phrase, sentence) or UNNAMED
        if _is_another(phrase):
            return self._pairs.other(phrase, sentence) or UNNAMED
        if (
            phrase.number == "p"
            or phrase.partitive
            or (phrase.determiner & INDEFINITE and not phrase.determiner & (DEFINITE | DEMONSTRATIVE))
        ):
            return self._holders.headlined(phrase, sentence) or UNNAMED
        if phrase.people is None:
            return (
                self._by_nationality(phrase, sentence)
                or self._bodies.begun(phrase)
                or self._documents.resolve(phrase, sentence)
                or self._aged(phrase, sentence)
                or UNNAMED
            )
        known = self._holders.counsel(phrase) or named_body(phrase)
        if known is not None:
            return known
        is_body = phrase.people_kind in ("body", "outlet")
        if is_body and phrase.tokens[phrase.first].low in word_set("his-own"):
            return self._bodies.of_owner(phrase, self._pairs.owner(sentence, phrase)) or UNNAMED
        firm = phrase.low in word_set("firm-or-person")
        body = self._bodies.resolve(phrase, sentence) if is_body or firm else None
        if body is not None or is_body or (firm and phrase.has_complement):
            return body or UNNAMED
        if phrase.people_kind == "people":
            return self._by_nationality(phrase, sentence) or UNNAMED
        if phrase.determiner and names_somebody(phrase):
            return UNNAMED
        title = title_of(phrase)
        if phrase.determiner & POSSESSIVE:
            return self._possessed(phrase, title, sentence) or UNNAMED
        return (
            self._holders.by_title(phrase, title, sentence)
            or self._by_nationality(phrase, sentence)
            or self._holders.in_table(phrase, title)
            or self._generic(phrase, title, sentence)
            or self._holders.by_title(phrase, title, sentence, ahead=True)
            or self._holders.told_later(phrase, title, sentence)
            or self._holders.counsel_told_later(phrase, title)
            or UNNAMED
        )

    def _aged(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« la centriste de 29 ans »: somebody of that age, whatever the noun, is the one told last."""
        behind = [t.low for t in phrase.tokens[phrase.head + 1 : phrase.head + 5]]
        aged = not word_set("year").isdisjoint(behind) and not word_set("of").isdisjoint(behind[:2])
        if not aged or not phrase.determiner & (DEFINITE | DEMONSTRATIVE):
            return None
        at = phrase.tokens[phrase.first].start
        people = {e.id for e in self.discourse.people_before(at) if self.discourse.agrees(e, phrase.gender)}
        near = self._salience.nearest(sentence, phrase, people)
        return Referent(near, "description") if near is not None else None

    def _possessed(self, phrase: Nominal, title: Title, sentence: Sentence) -> Referent | None:
        """« son homologue russe »: the one of that country who holds an office that the article has given."""
        at = phrase.tokens[phrase.first].start
        if title.head in word_set("other-of-two") and not title.countries:
            other = self._pairs.other(phrase, sentence)
            if other is not None:
                return other
        kin = self._kin.find(phrase, title) if title.head in word_set("relational") else None
        if kin is not None:
            return Referent(kin, "title")
        if title.head not in word_set("counterpart"):
            found = self._holders.by_title(phrase, title, sentence)
            if found is not None and title.words:
                return found
            if found is None:
                return self._holders.of_owner(phrase, title) or self._holders.counsel_told_later(phrase, title)
            main = self.discourse.main_subject(sentence)
            own = found is not None and main is not None and main.entity is not None and main.entity == found.entity
            return None if own else found
        if not title.countries:
            return None
        people = [n[2] for n in self.discourse.outside if n[2].type == "PERSON" and n[0] < at]
        for entity in reversed(people):
            if not title.countries.isdisjoint(self.discourse.countries(entity)):
                return Referent(entity, "title")
        return None

    def _by_nationality(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« le Français », « la Bulgare »: the one person of that country told before."""
        if (
            phrase.first == phrase.head
            or not phrase.determiner & (DEFINITE | DEMONSTRATIVE)
            or not phrase.tokens[phrase.head].text[0].isupper()
        ):
            return None
        codes = nationality(phrase.tokens[phrase.head].text)
        at = phrase.tokens[phrase.first].start
        people = [e for e in self.discourse.people_before(at) if self.discourse.agrees(e, phrase.gender)]
        for entity in people:
            if codes and not codes.isdisjoint(self.discourse.countries(entity)):
                return Referent(entity, "description")
        if not _goes_on(phrase) and (codes or pattern(_DEMONYM).fullmatch(phrase.tokens[phrase.head].text)):
            unknown = {e.id for e in people if not codes or not self.discourse.countries(e)}
            near = self._salience.nearest(sentence, phrase, unknown) or only(e for e in people if e.id in unknown)
            return Referent(near, "description") if near is not None else None
        return None

    def _generic(self, phrase: Nominal, title: Title, sentence: Sentence) -> Referent | None:
        """« le plongeur », « le jeune homme de 24 ans », « le responsable »: the person the article is about here."""
        if not phrase.determiner & (DEFINITE | DEMONSTRATIVE) or phrase.low in word_set("never-reprise"):
            return None
        if self._salience.brought_in(phrase, sentence):
            return None
        since = self._salience.unnamed_until(phrase)
        kind = generic_nouns().get(phrase.low, "")
        at = phrase.tokens[phrase.first].start
        behind = phrase.tokens[phrase.head + 1 : phrase.last + 1]
        precise = phrase.determiner & DEMONSTRATIVE and any(t.classes & NAME for t in behind) and phrase.has_complement
        gender = noun_gender(title.head) or phrase.gender
        apart = told_apart(self.discourse, phrase, sentence)
        apart |= subjects_spoken_of(phrase, sentence, self._resolve) | acted_on(phrase, sentence, self._resolve)
        apart |= set_against(self.discourse, phrase, sentence)
        people = [
            e
            for e in self.discourse.people_before(at)
            if e.id not in apart
            and self.discourse.agrees(e, gender)
            and not contradicts(self.discourse, e, title, kind)
            and any(m.start > since for m in e.mentions[:1])
        ]
        people = suited(self.discourse, people, phrase, title)
        if not people:
            return None
        main = self.discourse.main_subject(sentence)
        if main is not None and main.tokens is phrase.tokens and main.last < phrase.first and main.entity in people:
            return Referent(main.entity, "description")
        if not phrase.has_complement and takes_up(title, callings(self.discourse, people[0])):
            near = self._salience.nearest(sentence, phrase, {e.id for e in people})
            return Referent(near or people[0], "description")
        if precise:
            near = self._salience.nearest(sentence, phrase, {e.id for e in people}, reach=1)
            near = near or self._lately(sentence, people)
            return Referent(near, "description") if near is not None else None
        if phrase.low in word_set("author") and phrase.last == phrase.head:
            author = self._documents.author(sentence)
            if author is not None and author in people:
                return Referent(author, "description")
        last = self.discourse.last_speaker(sentence, most=1) if kind == "state" else None
        if last is not None and last in people:
            return Referent(last, "description")
        holder = self._salience.so_called_before(phrase, people) or only_holder(people, title)
        if holder is not None:
            return Referent(holder, "description")
        return self._of_origin(phrase, title, sentence, people, kind)

    def _of_origin(
        self, phrase: Nominal, title: Title, sentence: Sentence, people: list[Entity], kind: str
    ) -> Referent | None:
        """Who of the people is of the state or party that a noun tells; the foremost of them where it tells none."""
        if phrase.determiner & DEMONSTRATIVE and title.countries:
            lately = self._salience.nearest(sentence, phrase, {e.id for e in people}, reach=1)
            if lately is not None:
                return Referent(lately, "description")
        members = [e for e in people if belongs(e, title)]
        if len(members) == 1:
            near = self._salience.nearest(sentence, phrase, {e.id for e in people})
            return Referent(near or members[0], "description")
        compatriots = [
            e for e in people if title.countries and not title.countries.isdisjoint(self.discourse.countries(e))
        ]
        if len(compatriots) == 1 and phrase.low not in word_set("newcomer"):
            return Referent(compatriots[0], "description")
        if title.countries and not kind:
            fitting = compatriots or [e for e in people if not self.discourse.countries(e)]
            near = self._salience.nearest(sentence, phrase, {e.id for e in fitting}, reach=3 if compatriots else 1)
            return Referent(near, "description") if near is not None else None
        return self._foremost(phrase, title, sentence, people, kind)

    def _foremost(
        self, phrase: Nominal, title: Title, sentence: Sentence, people: list[Entity], kind: str
    ) -> Referent | None:
        """Who of the people that a noun may be said of stands foremost, where nothing else tells them apart."""
        owner = phrase.tokens[phrase.owner].entity if phrase.owner >= 0 else None
        if (
            owner is not None
            and owner.type != "PLACE"
            and kind != "state"
            and title.head not in word_set("unique-office")
        ):
            return self._fellow(people, title)
        near = self._salience.nearest(sentence, phrase, {e.id for e in people})
        if near is not None:
            return Referent(near, "description")
        sole = self._sole_woman(people, phrase, title)
        if sole is not None:
            return Referent(sole, "description")
        if kind == "state" or (kind and phrase.determiner & DEMONSTRATIVE):
            recent = self._salience.recent_subject(sentence, {e.id for e in people})
            return Referent(recent or people[0], "description")
        return None

    def _fellow(self, people: list[Entity], title: Title) -> Referent | None:
        """« le responsable du parti X »: the one of some people to whom the article has given an office in it."""
        titles = self.discourse.titles()
        fellow = only(e for e in people if any(title.bodies & one.bodies for _, one in titles.get(e.id, ())))
        return Referent(fellow, "description") if fellow is not None else None

    def _sole_woman(self, people: list[Entity], phrase: Nominal, title: Title) -> Entity | None:
        """The one woman of those told, for a noun in the feminine on which no name depends, but for a past office."""
        if phrase.gender != "f" or ((phrase.has_complement or phrase.owner >= 0) and not title.former):
            return None
        return only(e for e in people if self.discourse.gender(e) == "f")

    def _lately(self, sentence: Sentence, people: list[Entity]) -> Entity | None:
        """Who of some people was the last to speak, if that was in the sentences right before."""
        last = self.discourse.last_speaker(sentence, most=_LATELY)
        return last if last is not None and last in people else None


def _goes_on(phrase: Nominal) -> bool:
    """Whether words depend on a noun of a place's people, but for "d'adoption", "de naissance"."""
    behind = phrase.tokens[phrase.head + 1 : phrase.last + 1]
    way = bool(behind) and behind[0].low in word_set("of") and behind[-1].low in word_set("way-to-belong")
    return bool(behind) and not way


def _is_another(phrase: Nominal) -> bool:
    """Whether a person is told apart from those told before: "l'autre manifestant", "un autre élu"."""
    before = phrase.tokens[phrase.first : phrase.head]
    return phrase.people_kind == "person" and any(t.low in word_set("another") for t in before)


def names_somebody(phrase: Nominal) -> bool:
    """Whether a noun ends on a name that no entity claims: "le capitaine de frégate Samuel" is nobody told before."""
    last, before = phrase.tokens[phrase.last], phrase.tokens[phrase.last - 1]
    capital = last.text[0].isupper() and not last.text.isupper() and not last.classes & NAME
    capital = capital and not nationality(last.text)
    return (
        capital and phrase.last > phrase.head and before.low.isalpha() and not before.classes and before.text.islower()
    )
