"""Salience: who stands foremost where a phrase takes somebody up: the last subject, speaker or topic."""

from __future__ import annotations

from ...schema import Entity
from ...text.fold import fold
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import syntax_of
from ..verbs.tokens import NAME, Token, token_at
from ..vocabulary.word_classes import DEMONSTRATIVE, OF, tag
from ..vocabulary.word_sets import word_set
from .callings import is_narrower
from .discourse import only
from .referents import Finder, group_of, names_topic, plain_words
from .roles import Title, bare, offices_of, title_of

_MEMORY = 80
_LINES_BACK = 2
"""Lines back in which somebody may still be foremost."""
_TOPIC_REACH = 6
"""Words at the head of a sentence among which "selon" names whose view it gives."""
_SUBJECTS = 5
"""Sentences back in which the last subject is looked for."""
_LATELY = 3
"""Turns back in which somebody without a name may have spoken."""
_INTRODUCED = 3
"""Sentences back in which a noun may have brought somebody in."""


class Salience(Finder):
    """Finds the foremost of some people of one article."""

    def nearest(self, sentence: Sentence, phrase: Nominal, wanted: set[str], reach: int = 3) -> Entity | None:
        """Who of some people was told last, as a subject or alone, in this sentence or the few before."""
        syntax = syntax_of(sentence)
        if syntax.tokens is phrase.tokens:
            names = self.discourse.names_in(sentence, "PERSON")
            here = only(e for at, _, e in names if at < phrase.tokens[phrase.first].start)
            if here is not None and here.id in wanted:
                return here
        for before in self.discourse.prose.back(sentence, reach):
            if sentence.line - before.line > _LINES_BACK:
                return None
            spoke = [e.id for e in self._speakers(before)]
            if spoke and spoke[-1] not in wanted:
                return self._told_behind_words(before, wanted)
            if spoke:
                return self.discourse.entities[spoke[-1]]
            topic = self._topic(before)
            if topic is not None:
                return topic if topic.id in wanted else None
            main = self.discourse.main_subject(before)
            if main is not None:
                referent = self._resolve(main, before, group_of(before, main))
                if referent.entity is not None and referent.entity.type == "PERSON":
                    if referent.entity.id in wanted:
                        return referent.entity
                    return only(e for e in self.discourse.people_in(before) if e.id in wanted)
            people = self.discourse.people_in(before)
            owner = main.tokens[main.owner].entity if main is not None and main.owner >= 0 else None
            if people and owner is not None and only(people) is owner:
                continue
            if people:
                sole = only(people)
                return sole if sole is not None and sole.id in wanted else None
        return None

    def _speakers(self, sentence: Sentence) -> list[Entity]:
        """The persons who have spoken in a sentence, in order; a body that spoke in it is no rival of theirs."""
        spoke = (self.discourse.entities.get(s.entity or "") for s in self.discourse.spoken_in(sentence))
        return [entity for entity in spoke if entity is not None and entity.type == "PERSON"][::-1]

    def _told_behind_words(self, sentence: Sentence, wanted: set[str]) -> Entity | None:
        """The one of some people who is a subject in a sentence behind the last who spoke in it."""
        last = next(self.discourse.spoken_in(sentence), None)
        end = last.end if last is not None and last.end is not None else sentence.end
        syntax = syntax_of(sentence)
        told = (subject(syntax, group) for group in syntax.finite)
        behind = (p.entity for p in told if p is not None and p.tokens[p.first].start >= end)
        return only(e for e in behind if e is not None and e.id in wanted)

    def _topic(self, sentence: Sentence) -> Entity | None:
        """The person that a sentence opens with behind "pour", "selon" or "quant à"."""
        syntax = syntax_of(sentence)
        for i, token in enumerate(syntax.tokens[:_TOPIC_REACH]):
            if token.low in word_set("topic-preposition") and names_topic(syntax.tokens, i):
                named = syntax.nominal(i + 1)
                if named is not None and named.names_person:
                    return named.entity
        return None

    def brought_in(self, phrase: Nominal, sentence: Sentence) -> bool:
        """Whether the same noun or a narrower one brought in somebody without a name shortly before.

        Such are "un juge … le juge" and "un général … cet officier", where no other is named in between. So does the
        phrase itself in "ce riverain croisé sur le port" and "le père d'une des victimes".
        """
        if _is_met(phrase) or _is_kin_of_new(phrase):
            return True
        at = phrase.tokens[phrase.first].start
        for before in self.discourse.prose.sentences[max(0, sentence.number - _INTRODUCED) : sentence.number]:
            tokens = before.tokens
            for i, token in enumerate(tokens[1:], 1):
                if token.low == phrase.low and tokens[i - 1].low in word_set("one"):
                    return not (token_at(tokens, i + 1).classes & NAME or self._named_next(before, token, at))
                if tokens[i - 1].low in word_set("one") and _is_narrower(token, phrase):
                    since = [n for n in self.discourse.outside if token.start < n[0] < at and n[2].type == "PERSON"]
                    return not since
        return False

    def _named_next(self, sentence: Sentence, noun: Token, at: int) -> bool:
        """Whether the next sentence names whom a noun has brought in: "Un libraire s'inquiète. [X], qui …".

        It is its subject, told for the first time, and the only one told up to a place. Who speaks himself is known.
        """
        told = only(e for s, _, e in self.discourse.outside if noun.start < s < at and e.type == "PERSON")
        after = self.discourse.prose.sentences[sentence.number + 1]
        main = self.discourse.main_subject(after)
        first = told is not None and told.mentions[0].start > noun.start and not sentence.quotes
        return first and main is not None and main.entity is told

    def unnamed_until(self, phrase: Nominal) -> int:
        """Where the same noun spoke last and led to nobody, -1 where it did not lately: it is nobody told before."""
        lately = reversed(self.discourse.spoken[-_LATELY:])
        return next((at for at, _, s in lately if s.entity is None and phrase.low in plain_words(s.text)), -1)

    def so_called_before(self, phrase: Nominal, people: list[Entity]) -> Entity | None:
        """The one of some people to whom the same noun has led before in the article, with all that is said now.

        Another noun for the same office in the same body has as well: "le chef des députés [X]", "leur patron".
        """
        held = {e.id: e for e in people}
        said = {w for t in phrase.tokens[phrase.head : phrase.last + 1] for w in plain_words(t.text)}
        title = title_of(phrase)
        for _, _, speaker in reversed(self.discourse.spoken[-_MEMORY:]):
            if speaker.entity not in held:
                continue
            told = set(plain_words(speaker.text))
            if not (said | told).isdisjoint(word_set("former") - said):
                continue
            if said <= told or (title.bodies and _is_same_office(title, speaker.text)):
                return held[speaker.entity]
        return None

    def recent_subject(self, sentence: Sentence, wanted: set[str]) -> Entity | None:
        """Who of some people was the last subject, or spoke last, in the sentences before."""
        for before in self.discourse.prose.back(sentence, _SUBJECTS):
            for _, where, speaker in reversed(self.discourse.spoken):
                if where is before and speaker.entity in wanted:
                    return self.discourse.entities[speaker.entity]
            main = self.discourse.main_subject(before)
            if main is None:
                continue
            referent = self._resolve(main, before, group_of(before, main))
            if referent.entity is not None and referent.entity.id in wanted:
                return referent.entity
        return None


def _is_same_office(title: Title, text: str) -> bool:
    """Whether words that told somebody before name the office of a title, and the body that it names."""
    told = tuple(fold(word) for word in plain_words(text) if not tag(word).classes)
    return bool(told) and title.named <= set(map(bare, told)) and bool(title.offices & offices_of(told))


def _is_narrower(token: Token, phrase: Nominal) -> bool:
    """Whether a noun brings in somebody whom a phrase takes up: of a narrower calling, or any ("la femme")."""
    people = token.tag.people
    of_gender = people is not None and people.kind == "person" and people.gender == phrase.gender
    alone = phrase.last == phrase.head and phrase.low in word_set("man-or-woman")
    return (of_gender and alone) or is_narrower(token.low, phrase.low)


def _is_met(phrase: Nominal) -> bool:
    """Whether a participle behind "ce" and a noun tells where somebody new was met ("cette femme rencontrée à …")."""
    behind = phrase.tokens[phrase.head + 1 : phrase.last + 2]
    return bool(phrase.determiner & DEMONSTRATIVE) and any(t.low in word_set("met") for t in behind)


def _is_kin_of_new(phrase: Nominal) -> bool:
    """Whether a noun of kin depends on somebody who is brought in with it ("le frère d'un voisin")."""
    of, one = token_at(phrase.tokens, phrase.head + 1), token_at(phrase.tokens, phrase.head + 2)
    return fold(phrase.low) in word_set("relational") and bool(of.classes & OF) and one.low in word_set("one")
