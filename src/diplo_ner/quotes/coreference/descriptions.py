"""Descriptions: whom a title or a definite noun phrase takes up ("le chef de la diplomatie", "le plongeur")."""

from __future__ import annotations

from ...schema import Entity
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..verbs.tokens import NAME
from ..vocabulary.cues import generic_nouns, noun_gender
from ..vocabulary.word_classes import CONTRACTED, DEFINITE, DEMONSTRATIVE, INDEFINITE, OF, POSSESSIVE
from ..vocabulary.word_sets import pattern, word_set
from .bearing import contradicts, is_elsewhere
from .discourse import Discourse, only
from .documents import Documents
from .known_offices import exact_holder, government_spokesman, home, known_titles, only_holder
from .organisations import Organisations, named_body
from .pairs import Pairs, is_counted
from .parties import belongs
from .referents import Finder, Referent, Resolve
from .roles import Title, match, nationality, title_of
from .salience import Salience

_AHEAD = 3
"""Sentences ahead in which the holder of an office may be named."""
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
        self._bodies = Organisations(discourse)
        self._documents = Documents(discourse, resolve)
        self._pairs = Pairs(discourse, resolve)

    def resolve(self, phrase: Nominal, sentence: Sentence) -> Referent:
        """A noun phrase without a name: a title the article has given, or a description of somebody mentioned."""
        unnamed = Referent(None, "unnamed")
        if is_counted(phrase):
            return self._pairs.counted(phrase, sentence) or unnamed
        if phrase.people is None and "text" in phrase.speech:
            return self._documents.resolve(phrase, sentence) or unnamed
        if any(t.low in word_set("same") for t in phrase.tokens[phrase.first : phrase.head]):
            return self._same(sentence) or unnamed
        if (
            phrase.number == "p"
            or phrase.partitive
            or (phrase.determiner & INDEFINITE and not phrase.determiner & (DEFINITE | DEMONSTRATIVE))
        ):
            return unnamed
        if phrase.people is None:
            return (
                self._by_nationality(phrase, sentence)
                or self._documents.resolve(phrase, sentence)
                or self._aged(phrase, sentence)
                or self._agent(phrase, sentence)
                or unnamed
            )
        if phrase.low in word_set("counsel") and phrase.last == phrase.head and phrase.determiner & DEFINITE:
            lawyer = self._lawyer(phrase)
            if lawyer is not None:
                return Referent(lawyer, "title")
        named = named_body(phrase)
        if named is not None:
            return Referent(named, "name")
        if phrase.people_kind in ("body", "outlet"):
            return self._bodies.resolve(phrase, sentence) or unnamed
        if phrase.people_kind == "people":
            return self._by_nationality(phrase, sentence) or unnamed
        if phrase.determiner and names_somebody(phrase):
            return unnamed
        title = title_of(phrase)
        if phrase.determiner & POSSESSIVE:
            return self._possessed(phrase, title, sentence) or unnamed
        return (
            self._by_title(phrase, title, sentence)
            or self._by_nationality(phrase, sentence)
            or self._in_table(phrase, title)
            or self._generic(phrase, title, sentence)
            or self._by_title(phrase, title, sentence, ahead=True)
            or self._told_later(phrase, title, sentence)
            or unnamed
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

    def _agent(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« la mobilisatrice des bénévoles »: who spoke last, by a noun of who does something that no list holds."""
        if not phrase.determiner & DEFINITE or not phrase.low.endswith(tuple(word_set("agent-ending"))):
            return None
        last = self.discourse.last_speaker(sentence)
        fits = last is not None and last.type == "PERSON" and self.discourse.agrees(last, phrase.gender)
        return Referent(last, "description") if fits else None

    def _same(self, sentence: Sentence) -> Referent | None:
        """« la même source », « ce même diplomate »: who spoke last, near enough."""
        last = self.discourse.last_speaker(sentence)
        return Referent(last, "title") if last is not None else None

    def _by_title(
        self, phrase: Nominal, title: Title, sentence: Sentence, *, ahead: bool = False
    ) -> Referent | None:
        """The person whose title this is; of several, the one whose title fits best and who was told last.

        ``ahead`` takes one who is named with it in the sentences right behind as well.
        """
        at = phrase.tokens[phrase.first].start
        best: tuple[int, int, int, str] | None = None
        loose = 0
        for identity, learned in self.discourse.titles().items():
            entity = self.discourse.entities[identity]
            if entity.type != "PERSON":
                continue
            if belongs(entity, title) is False:
                continue
            countries = frozenset((entity.country,)) if entity.country else home(entity)
            score = max((match(title, one, countries) for _, one in learned), default=0)
            if score == 5 and is_elsewhere(title, [one for _, one in learned]):
                continue
            if not score or not self._gender_allows(phrase, entity, score):
                continue
            before = [n[0] for n in self.discourse.outside if n[2].id == identity and n[0] < at]
            told = any(place < at for place, _ in learned)
            if not before and not told and score < 7 and not sentence.heading:
                if score < 6 or not ahead or not self._soon(identity, sentence):
                    continue
            if score > 2 and title.countries and not (countries or any(one.countries for _, one in learned)):
                score = 2 if len(self.discourse.people_before(at)) > 1 else 3
            if score == 2:
                loose += 1
                if not self._spoke_lately(identity, phrase):
                    continue
            rank = (score + (2 if before else 0), before[-1] if before else -1, len(before), identity)
            if best is None or rank > best:
                best = rank
        if best is not None and best[0] <= 4 and loose > 1:
            return None
        return Referent(self.discourse.entities[best[3]], "title") if best else None

    def _in_table(self, phrase: Nominal, title: Title) -> Referent | None:
        """The one told before whom the table knows by these very words, or as the government's spokesman."""
        at = phrase.tokens[phrase.first].start
        people = [e for e in self.discourse.people_before(at) if self.discourse.agrees(e, phrase.gender)]
        holder = exact_holder(people, title) or government_spokesman(people, title)
        return Referent(holder, "description") if holder is not None else None

    def _soon(self, identity: str, sentence: Sentence) -> bool:
        """Whether somebody is the one person named in the sentences right behind."""
        ahead = self.discourse.prose.sentences[sentence.number + 1 : sentence.number + 1 + _AHEAD]
        return any({e.id for _, _, e in self.discourse.names_in(s, "PERSON")} == {identity} for s in ahead)

    def _spoke_lately(self, identity: str, phrase: Nominal) -> bool:
        """Whether somebody was the last to speak: then another word for the office may be his ("le député de X")."""
        return bool(self.discourse.spoken) and self.discourse.spoken[-1][2].entity == identity

    def _gender_allows(self, phrase: Nominal, entity: Entity, score: int) -> bool:
        gender = noun_gender(title_of(phrase).head) or ("f" if phrase.gender == "f" else "")
        known = self.discourse.gender(entity)
        masculine = score >= 6 and gender == "m" and self.discourse.called_in_masculine(entity)
        return not known or not gender or known == gender or masculine

    def _relative(self, phrase: Nominal, title: Title) -> Entity | None:
        """« son père », « son épouse »: who was called so last, with a name."""
        at = phrase.tokens[phrase.first].start
        called = [
            (place, identity)
            for identity, learned in self.discourse.titles().items()
            for place, one in learned
            if place < at and one.head == title.head
        ]
        return self.discourse.entities[max(called)[1]] if called else None

    def _lawyer(self, phrase: Nominal) -> Entity | None:
        """« le conseil », « le pénaliste »: of those told to be lawyers the one who spoke last, or was told last."""
        titles = self.discourse.titles()
        at = phrase.tokens[phrase.first].start
        lawyers = [
            e
            for e in self.discourse.people_before(at)
            if any(t.offices & word_set("lawyer-office") for _, t in titles.get(e.id, ()))
        ]
        spoke = [s.entity for _, _, s in self.discourse.spoken[-1:]]
        return next((e for e in lawyers if e.id in spoke), None) or next(iter(lawyers), None)

    def _possessed(self, phrase: Nominal, title: Title, sentence: Sentence) -> Referent | None:
        """« son homologue russe »: the one of that country who holds an office that the article has given."""
        at = phrase.tokens[phrase.first].start
        if title.head in word_set("other-of-two") and not title.countries:
            other = self._pairs.other(phrase, sentence)
            if other is not None:
                return other
        kin = self._relative(phrase, title) if title.head in word_set("relational") else None
        if kin is not None:
            return Referent(kin, "title")
        if title.head not in word_set("counterpart"):
            found = self._by_title(phrase, title, sentence)
            if found is not None and title.words:
                return found
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
        if phrase.last == phrase.head and (codes or pattern(_DEMONYM).fullmatch(phrase.tokens[phrase.head].text)):
            unknown = {e.id for e in people if not codes or not self.discourse.countries(e)}
            near = self._salience.nearest(sentence, phrase, unknown)
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
        named = any(t.classes & NAME for t in behind)
        precise = phrase.determiner & DEMONSTRATIVE and named and any(t.classes & (OF | CONTRACTED) for t in behind)
        gender = noun_gender(title.head) or phrase.gender
        people = [
            e
            for e in self.discourse.people_before(at)
            if self.discourse.agrees(e, gender)
            and not contradicts(self.discourse, e, title, kind)
            and any(m.start > since for m in e.mentions[:1])
        ]
        if not people:
            return None
        main = self.discourse.main_subject(sentence)
        if main is not None and main.tokens is phrase.tokens and main.last < phrase.first and main.entity in people:
            return Referent(main.entity, "description")
        if precise:
            near = self._salience.nearest(sentence, phrase, {e.id for e in people}, reach=1)
            near = near or self._lately(sentence, people)
            return Referent(near, "description") if near is not None else None
        if phrase.low in word_set("author") and phrase.last == phrase.head:
            author = self._documents.author(sentence)
            if author is not None and author in people:
                return Referent(author, "description")
        if kind == "state" and (last := self.discourse.last_speaker(sentence, most=1)) in people:
            return Referent(last, "description")
        holder = (
            self._salience.so_called_before(phrase, people) or only_holder(people, title)
        )
        if holder is not None:
            return Referent(holder, "description")
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
        owner = phrase.tokens[phrase.owner].entity if phrase.owner >= 0 else None
        if (
            owner is not None
            and owner.type != "PLACE"
            and kind != "state"
            and title.head not in word_set("unique-office")
        ):
            fellow = only(e for e in people if title.bodies & self._bodies_of(e))
            return Referent(fellow, "description") if fellow is not None else None
        near = self._salience.nearest(sentence, phrase, {e.id for e in people})
        if near is not None:
            return Referent(near, "description")
        sole = self._sole_woman(people, phrase)
        if sole is not None:
            return Referent(sole, "description")
        if kind == "state" or (kind and phrase.determiner & DEMONSTRATIVE):
            recent = self._salience.recent_subject(sentence, {e.id for e in people})
            return Referent(recent or people[0], "description")
        return None

    def _bodies_of(self, entity: Entity) -> frozenset[str]:
        """The bodies in which the article has given somebody an office."""
        return frozenset(body for _, title in self.discourse.titles().get(entity.id, ()) for body in title.bodies)

    def _sole_woman(self, people: list[Entity], phrase: Nominal) -> Entity | None:
        """The one woman of those told, for a bare noun in the feminine."""
        if phrase.last != phrase.head or phrase.gender != "f":
            return None
        return only(e for e in people if self.discourse.gender(e) == "f")

    def _bodies_of(self, entity: Entity) -> frozenset[str]:
        """The bodies in which the article has given somebody an office."""
        return frozenset(body for _, title in self.discourse.titles().get(entity.id, ()) for body in title.bodies)

    def _sole(self, people: list[Entity], phrase: Nominal) -> Entity | None:
        """The one woman of those told, for a noun in the feminine; the one person told, for a bare noun."""
        if phrase.last != phrase.head:
            return None
        known = [e for e in people if phrase.gender == "f" and self.discourse.gender(e) == "f"]
        told = self.discourse.people_before(phrase.tokens[phrase.first].start)
        return known[0] if len(known) == 1 else told[0] if len(told) == 1 and told[0] in people else None

    def _lately(self, sentence: Sentence, people: list[Entity]) -> Entity | None:
        """Who of some people was the last to speak, if that was in the sentences right before."""
        last = self.discourse.last_speaker(sentence, most=_LATELY)
        return last if last is not None and last in people else None

    def _told_later(self, phrase: Nominal, title: Title, sentence: Sentence) -> Referent | None:
        """Somebody called by an office first and by name then ("La chancelière … . Angela Merkel …")."""
        if (
            not phrase.determiner & DEFINITE
            or phrase.low in word_set("never-reprise")
            or title.head in word_set("relational")
        ):
            return None
        at = phrase.tokens[phrase.first].start
        told = self.discourse.people_before(at)
        before = {e.id for e in told}
        later = [e for e in self.discourse.people_after(at) if e.id not in before]
        gender = noun_gender(title.head) or phrase.gender
        fitting = [
            e for e in later if self.discourse.agrees(e, gender) and not contradicts(self.discourse, e, title, "")
        ]
        holder = only_holder([e for e in fitting if title.countries or not before], title)
        if holder is not None and (not title.countries or not title.countries.isdisjoint(home(holder))):
            return Referent(holder, "description")
        if any(self.discourse.agrees(e, gender) and not contradicts(self.discourse, e, title, "") for e in told):
            return None
        reach = 5 if sentence.heading else 2
        for after in self.discourse.prose.sentences[sentence.number + 1 : sentence.number + reach]:
            main = self.discourse.main_subject(after)
            entity = main.entity if main is not None else None
            if entity is None or entity.type != "PERSON":
                continue
            known = known_titles(entity.id)
            if entity not in fitting or (known and not any(one.head == title.head for one in known)):
                return None
            return Referent(entity, "description")
        return None


def names_somebody(phrase: Nominal) -> bool:
    """Whether a noun ends on a name that no entity claims: "le capitaine de frégate Samuel" is nobody told before."""
    last, before = phrase.tokens[phrase.last], phrase.tokens[phrase.last - 1]
    capital = last.text[0].isupper() and not last.text.isupper() and not last.classes & NAME
    return (
        capital and phrase.last > phrase.head and before.low.isalpha() and not before.classes and before.text.islower()
    )
