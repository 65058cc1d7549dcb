"""Pronouns: whom "il", "elle", "ce dernier", "le second", "l'intéressé" take up."""

from __future__ import annotations

from itertools import takewhile

from ...schema import Entity
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import syntax_of
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, is_person, token_at
from ..vocabulary.word_classes import POSSESSIVE, PUNCTUATION, RELATIVE
from ..vocabulary.word_sets import word_set
from .addressees import Addressees
from .antecedents import Antecedents
from .binding import Binding
from .body_classes import is_outlet
from .demonstratives import Demonstratives
from .discourse import Discourse
from .offers import Offers
from .pairs import Pairs
from .referents import (
    NOBODY,
    UNNAMED,
    Before,
    Finder,
    Referent,
    Resolve,
    group_of,
    impersonal,
    interviewee,
    opening_source,
    reporter,
    says_i,
    taken_up,
)
from .spoken_of import named_in_words

_ASIDE = 3
"""Sentences back in which the one is told whom "lui-même" sets against "ce dernier"."""


class Pronouns(Finder):
    """Resolves pronouns of one article.

    Args:
        discourse: what the article has told.
        resolve: resolves any phrase of a sentence, for those that lead on to others.
        here: the number of the sentence that is read.
        before: what is found in the sentences before that one.
    """

    def __init__(self, discourse: Discourse, resolve: Resolve, here: int, before: Before) -> None:
        super().__init__(discourse, resolve)
        self._pairs = Pairs(discourse, resolve)
        self._binding = Binding(discourse, resolve)
        self._demonstratives = Demonstratives(discourse, resolve)
        offers = Offers(discourse, resolve, here, before)
        self._antecedents = Antecedents(discourse, resolve, offers)
        self._addressees = Addressees(discourse, resolve, offers)

    def resolve(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Referent:
        """Whom a pronoun takes up; ``group`` is the verb it is the subject of."""
        low = phrase.tokens[phrase.head].tag.pronoun or phrase.low
        if low in word_set("not-people"):
            if low in word_set("speech-pronoun"):
                asked = interviewee(self.discourse, sentence) if low in word_set("first-person") else None
                return Referent(asked, "pronoun") if asked is not None else Referent(None, "speaker")
            held = self._speaking_for(phrase, sentence)
            return Referent(held, "pronoun") if held is not None else NOBODY
        verb = group_of(sentence, phrase) if group is not None and group.mood == "participle" else group
        if impersonal(phrase, verb) or (
            low in word_set("impersonal-subject")
            and any(r.lemma in word_set("impersonal") for r in phrase.tokens[phrase.head].tag.readings)
        ):
            return NOBODY
        if group is not None and _of_text(group):
            return UNNAMED
        at = phrase.tokens[phrase.first].start
        if low in word_set("last-named"):
            return self._demonstratives.find(phrase, sentence, group)
        if low in word_set("of-two"):
            if _of_things(phrase):
                return NOBODY
            return self._first_or_second(low in word_set("first-of-two"), phrase, sentence, at)
        if low in word_set("article-before-name"):
            return self._told_last(phrase, sentence)
        plural = phrase.number == "p"
        himself = self._himself(phrase, sentence, group) if low in word_set("self") else None
        if himself is not None:
            return Referent(himself, "pronoun")
        that_one = low in word_set("that-one") and _has_relative(phrase)
        if that_one or low in word_set("self") | word_set("possessive"):
            found = self._antecedents.find(phrase, sentence, at, plural and low in word_set("possessive"))
            return self._person(found, phrase, at) if that_one else found
        if low not in word_set("personal"):
            return UNNAMED
        several = self._several(phrase, sentence, at) if plural else None
        if several is not None:
            return several
        found = self._personal(phrase, sentence, group, at, plural)
        if not plural and found.entity is not None and found.entity.type != "PERSON" and says_i(phrase):
            person = self._person(found, phrase, at)
            return person if person.entity is not None else found
        return found

    def _himself(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Entity | None:
        """« Lui-même a dit … »: the subject of the sentence before, or whose that subject is ("Sa fille …").

        It is set against those who are told beside him, so it is none of them.
        """
        if group is None or phrase.first > group.first:
            return None
        for before in self.discourse.prose.back(sentence, _ASIDE):
            main = self.discourse.main_subject(before)
            if main is None:
                return None
            if main.low in word_set("last-named"):
                continue
            if main.determiner & POSSESSIVE:
                found = self._antecedents.find(phrase, before, main.tokens[main.first].start, plural=False)
            else:
                found = self._resolve(main, before, group_of(before, main))
            entity = found.entity
            if entity is None and main.people_kind == "person" and main.number == "s":
                entity = self._speaker_before(before)
            fits = entity is not None and entity.type == "PERSON" and self.discourse.agrees(entity, phrase.gender)
            return entity if fits else None
        return None

    def _speaker_before(self, sentence: Sentence) -> Entity | None:
        """Who spoke last before a sentence, where the sentence itself names him not."""
        turns = (t for t in reversed(self.discourse.spoken) if t.sentence.number < sentence.number)
        last = next(turns, None)
        entity = self.discourse.entities.get(last.speaker.entity or "") if last is not None else None
        return entity if entity is not None and entity not in self.discourse.people_in(sentence) else None

    def _speaking_for(self, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """The state whose government "on" goes on for ("Paris nie. « … », insiste-t-on"), where no place is told."""
        syntax = syntax_of(sentence)
        closed = token_at(syntax.tokens, phrase.head + 1).classes & PUNCTUATION or phrase.head + 1 >= len(syntax.tokens)
        if phrase.tokens[phrase.head].tag.pronoun not in word_set("people-at-large") or not closed:
            return None
        for before in self.discourse.prose.back(sentence, 1):
            main = self.discourse.main_subject(before)
            if main is not None and main.kind == "name" and main.entity is not None and main.entity.type == "COUNTRY":
                return main.entity
        return None

    def _personal(self, phrase: Nominal, sentence: Sentence, group: Group | None, at: int, plural: bool) -> Referent:
        """Whom "il" or "elle" takes up: who spoke last where it goes on, else the nearest subject."""
        if group is not None and group.lemma in word_set("continuing") and group.pronoun:
            last = self._last_speaker(sentence, phrase.gender, plural)
            if last is not None and not self._names_subject(phrase, sentence):
                return last
        found = self._antecedents.find(phrase, sentence, at, plural)
        spoken_to = self._addressees.find(phrase, sentence, group, found)
        if spoken_to is not None:
            return spoken_to
        if found.entity is None:
            bearer = None if plural or phrase.gender != "f" else self._bearer_of_masculine(sentence)
            return Referent(bearer, "pronoun") if bearer is not None else found
        if found.entity.id in self._binding.barred(phrase, sentence, group):
            return self._other_than(found.entity, phrase, at)
        if found.entity.id in named_in_words(self.discourse, phrase):
            other = self._other_than(found.entity, phrase, at)
            return other if other.entity is not None else found
        return found

    def _bearer_of_masculine(self, sentence: Sentence) -> Entity | None:
        """« Le directeur [X] est là. Elle … »: the subject right before whose masculine office a woman may bear."""
        for before in self.discourse.prose.back(sentence, 1):
            main = self.discourse.main_subject(before)
            if main is not None and main.names_person and main.entity is not None:
                return main.entity if self.discourse.is_called_so(main.entity) else None
        return None

    def _several(self, phrase: Nominal, sentence: Sentence, at: int) -> Referent | None:
        """Those whom "ils" takes up by name: in a row in its own sentence, or two told together before it."""
        row = self._antecedents.in_own_sentence(phrase, sentence, at, plural=True)
        return row if row is not None and row.also else self._pairs.pronoun(sentence)

    def _person(self, found: Referent, phrase: Nominal, at: int) -> Referent:
        """Whom « celui qui est aussi député » means: a person, the one told last where a body was found."""
        if found.entity is None or found.entity.type == "PERSON":
            return found
        people = (e for e in self.discourse.people_before(at) if self.discourse.agrees(e, phrase.gender))
        person = next(people, None)
        return taken_up(person)

    def _other_than(self, barred: Entity, phrase: Nominal, at: int) -> Referent:
        """The other one: who has spoken last but for somebody, or else was told last."""
        people = {
            e.id: e
            for e in self.discourse.people_before(at)
            if e is not barred and self.discourse.agrees(e, phrase.gender)
        }
        spoke = (people[s.entity] for _, _, s in reversed(self.discourse.spoken) if s.entity in people)
        other = next(spoke, None) or next(iter(people.values()), None)
        return taken_up(other)

    def _last_speaker(self, sentence: Sentence, gender: str, plural: bool) -> Referent | None:
        """Who spoke last, if that was near and the pronoun agrees."""
        entity = self.discourse.last_speaker(sentence)
        if entity is None or plural:
            return None
        if is_outlet(entity):
            return taken_up(self._person_before(sentence, gender)) if gender == "m" else None
        if not self.discourse.agrees(entity, gender) and not self.discourse.is_called_so(entity):
            return None
        spoke = self.discourse.spoken[-1].sentence.number
        for between in self.discourse.prose.sentences[spoke + 1 : sentence.number]:
            main = self.discourse.main_subject(between)
            named = main if main is None or _reports(main, between) else reporter(between, main)
            told = named.entity if named is not None and named.names_person else self._described(main, between)
            others = (e for e in (told, opening_source(between)) if e is not None and e is not entity)
            if any(self.discourse.agrees(other, gender) for other in others):
                return None
        return Referent(entity, "pronoun")

    def _person_before(self, sentence: Sentence, gender: str) -> Entity | None:
        """The person who spoke last, past what an outlet only passed on."""
        turns = (t for t in reversed(self.discourse.spoken) if sentence.line - t.sentence.line <= _ASIDE)
        spoke = (self.discourse.entities.get(t.speaker.entity or "") for t in turns)
        people = (e for e in spoke if e is not None and e.type == "PERSON")
        return next((e for e in people if self.discourse.agrees(e, gender)), None)

    def _described(self, main: Nominal | None, sentence: Sentence) -> Entity | None:
        """The person whom a description that is the subject of a sentence means ("Le berger attend de l'aide.")."""
        if main is None or main.kind != "common" or main.people_kind != "person" or main.number != "s":
            return None
        entity = self._resolve(main, sentence, group_of(sentence, main)).entity
        return entity if entity is not None and entity.type == "PERSON" else None

    def _names_subject(self, phrase: Nominal, sentence: Sentence) -> bool:
        """Whether a person named in the sentence itself opens it or is told to report in it, before the pronoun."""
        syntax = syntax_of(sentence)
        opens = syntax.tokens[0].entity
        if opens is not None and token_at(syntax.tokens, 1).low == "," and is_person(syntax.tokens[0]):
            return self.discourse.agrees(opens, phrase.gender)
        strong = (g for g in syntax.finite if g.first < phrase.first and g.strength == "strong")
        told = (subject(syntax, group) for group in strong)
        return any(
            found is not None
            and found.entity is not None
            and found.entity.type == "PERSON"
            and self.discourse.agrees(found.entity, phrase.gender)
            for found in told
        )

    def _first_or_second(self, first: bool, phrase: Nominal, sentence: Sentence, at: int) -> Referent:
        """« le premier », « la seconde »: of the two told last in a row, or of the two people told last."""
        row = self._pairs.two(sentence)
        one = row and (row.entity if first else row.also[0])
        if one is not None and self.discourse.agrees(one, phrase.gender):
            return Referent(one, "pronoun")
        people = self.discourse.people_before(at)
        return taken_up(people[1 if first else 0] if people[1:] else None)

    def _told_last(self, phrase: Nominal, sentence: Sentence) -> Referent:
        """« à l'en croire »: the one who spoke last."""
        if self.discourse.spoken and sentence.line - self.discourse.spoken[-1][1].line <= 1:
            speaker = self.discourse.spoken[-1][2]
            return taken_up(self.discourse.entities.get(speaker.entity or ""))
        return self._antecedents.find(phrase, sentence, phrase.tokens[phrase.first].start, plural=False)


def _of_text(group: Group) -> bool:
    """Whether the subject of a verb is a text: what stipulates, what is signed, what comes with an annex."""
    written = group.mood == "passive" and group.lemma in word_set("text-made")
    comes_with = group.reflexive and group.lemma in word_set("come-with")
    return written or comes_with or group.lemma in word_set("text-verb")


def _reports(main: Nominal, sentence: Sentence) -> bool:
    """Whether the name that is a subject has the floor in a sentence, and is not only spoken of ("[X] est mort")."""
    group = group_of(sentence, main)
    return main.kind == "name" and (group is None or group.reports)


def _of_things(phrase: Nominal) -> bool:
    """Whether an ordinal counts the things told right in front of it ("des demandes, la première visant à …")."""
    tokens = phrase.tokens
    i = phrase.first - 1
    if i < 1 or tokens[i].low != "," or not tokens[i - 1].low.endswith("s"):
        return False
    before = takewhile(lambda t: not (t.classes & (PUNCTUATION | QUOTE) or t.tag.readings), reversed(tokens[: i - 1]))
    return all(t.entity is None and t.tag.people is None for t in (tokens[i - 1], *before))


def _has_relative(phrase: Nominal) -> bool:
    """Whether a relative clause follows ("celui qui …")."""
    return bool(token_at(phrase.tokens, phrase.last + 1).classes & RELATIVE)
