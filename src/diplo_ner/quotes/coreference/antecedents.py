"""Antecedents: the subject before a pronoun that it may take up, in its own sentence first, then in those before.

Subjects and those who have spoken go before all others, what is near before what is far (Lappin & Leass, "An
algorithm for pronominal anaphora resolution", 1994); gender and number are vetoes.
"""

from __future__ import annotations

from ...schema import Entity
from ..grammar.apposition import complete
from ..grammar.clauses import follows_subordinator, is_relative
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import Syntax, syntax_of
from ..verbs.tokens import QUOTE, is_person, token_at
from ..vocabulary.word_classes import ADPOSITION, DEMONSTRATIVE, PUNCTUATION, THAT
from ..vocabulary.word_sets import word_set
from .discourse import only
from .offers import OfferFinder
from .referents import UNNAMED, Referent, impersonal, introduces, is_dislocated, names_topic, taken_up
from .spoken_of import complements_spoken_of

_REACH = 9
_NEAR = 2
"""Sentences back in which somebody goes before a body that was told nearer."""
_GAPPED = 3
"""Words between who stands in a clause without its verb and the pronoun: "contre ce qu'"."""
_AHEAD = 4
"""Sentences behind an opening pronoun in which its name may follow."""
_SAME = 3
"""How many pronouns of a sentence that a pronoun could take up are asked; where they lead nowhere, the others do."""


class Antecedents(OfferFinder):
    """Finds the antecedents of pronouns of one article."""

    def find(self, phrase: Nominal, sentence: Sentence, at: int, plural: bool) -> Referent:
        """The nearest subject before a pronoun that agrees with it; in its own sentence first."""
        own = self.in_own_sentence(phrase, sentence, at, plural=plural) or self._beside_words(
            phrase, sentence, at, plural
        )
        if own is not None:
            return own
        ahead = None if plural else self._cataphoric(phrase, sentence)
        if ahead is not None:
            return Referent(ahead, "pronoun")
        held: list[Entity] = []
        body: Referent | None = None
        for before in self.discourse.prose.back(sentence, _REACH):
            far = sentence.number - before.number
            found = self._whose_view(before, phrase) or self._offers.of(before, phrase, plural)
            if found is not None and found.entity is not None and self._is_hardly(found, before, phrase, far):
                body = body or found
                found = None
            if found is not None:
                near = far <= _NEAR or self._spoke_last(found.entity)
                if body is not None and (found.entity is None or found.entity.type != "PERSON" or not near):
                    return Referent(body.entity, "pronoun")
                if len({e.id for e in held}) == 1 and (found.entity is None or far > 1):
                    return Referent(held[0], "pronoun")
                return found._replace(how="pronoun") if found.entity is not None else found
            if plural:
                continue
            front = self._told_in_front(before, phrase)
            told = (e for e in self.discourse.people_in(before) if e.id not in front)
            people = [e for e in told if self.discourse.agrees(e, phrase.gender)]
            again = self._taken_up(before, phrase)
            if again is not None and not held:
                return Referent(again, "pronoun")
            if people and not held:
                held = [e for e in people if _acts(before, e)][:1] or people
            elif not held and body is None and far == 1 and introduces(before, phrase.gender):
                return UNNAMED
        if held:
            return Referent(held[-1], "pronoun")
        if body is not None:
            return Referent(body.entity, "pronoun")
        return UNNAMED if plural else self._told_after(phrase, sentence, at)

    def _whose_view(self, sentence: Sentence, phrase: Nominal) -> Referent | None:
        """The person whose view a sentence without passages tells by a like pronoun: "Selon elle, une élue …"."""
        tokens = sentence.tokens
        if sentence.quotes or tokens[0].low not in word_set("topic-word"):
            return None
        told = syntax_of(sentence).nominal(1)
        if told is None or told.kind != "pronoun" or (told.number, told.gender) != (phrase.number, phrase.gender):
            return None
        entity = self._resolve(told, sentence, None).entity
        return Referent(entity, "pronoun") if entity is not None and entity.type == "PERSON" else None

    def _cataphoric(self, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """The subject of the main clause, for a pronoun in a clause put in front ("À Oslo, où il s'est dit …, X")."""
        main = self.discourse.main_subject(sentence)
        if main is None or main.entity is None or main.first <= phrase.last or not main.names_person:
            return None
        syntax = syntax_of(sentence)
        group = next((g for g in syntax.finite if g.first > phrase.first), None)
        fronted = group is not None and group.last < main.first and follows_subordinator(syntax, group)
        before = token_at(syntax.tokens, main.first - 1).low
        return main.entity if fronted and before == "," and self.discourse.agrees(main.entity, phrase.gender) else None

    def _taken_up(self, sentence: Sentence, phrase: Nominal) -> Entity | None:
        """Whom a pronoun of the same kind takes up in a sentence, as the subject of some clause of it."""
        syntax = syntax_of(sentence)
        for group in syntax.finite:
            found = subject(syntax, group)
            if found is None or found.kind != "pronoun" or impersonal(found, group):
                continue
            if (found.number, found.gender) != (phrase.number, phrase.gender) or found.low not in word_set("he-or-she"):
                continue
            entity = self._resolve(found, sentence, group).entity
            return entity if entity is not None and entity.type == "PERSON" else None
        return None

    def _is_hardly(self, found: Referent, sentence: Sentence, phrase: Nominal, far: int) -> bool:
        """Whether a pronoun hardly takes up a body where somebody is told as well.

        Such are the subject of a verb that reports nothing or of a clause beneath the main one ("comme le réclame la
        CGT"), and an acronym further back as "il".
        """
        if found.entity is None or found.entity.type == "PERSON":
            return False
        syntax = syntax_of(sentence)
        told = ((g, subject(syntax, g)) for g in syntax.finite)
        as_subject = [(g, s) for g, s in told if s is not None and s.entity is found.entity]
        acronym = phrase.gender == "m" and far > 1 and any(s.tokens[s.head].text.isupper() for _, s in as_subject)
        beneath = bool(as_subject) and all(follows_subordinator(syntax, g) for g, _ in as_subject)
        return found.how == "subject" or acronym or beneath

    def _spoke_last(self, entity: Entity | None) -> bool:
        """Whether somebody was the last to speak, however far back."""
        last = self.discourse.spoken[-1].speaker.entity if self.discourse.spoken else None
        return entity is not None and entity.id == last

    def _told_in_front(self, sentence: Sentence, phrase: Nominal) -> set[str]:
        """Those, by id, named in front of the same pronoun with no verb between ("Battue par [X], elle")."""
        main = self.discourse.main_subject(sentence)
        if main is None or main.kind != "pronoun" or main.low not in word_set("he-or-she"):
            return set()
        if (main.number, main.gender) != (phrase.number, phrase.gender):
            return set()
        if any(group.first < main.first for group in syntax_of(sentence).finite):
            return set()
        return {t.entity.id for t in sentence.tokens[: main.first] if t.entity is not None}

    def _told_after(self, phrase: Nominal, sentence: Sentence, at: int) -> Referent:
        """Who is told next, where nobody was told before ("… », a-t-il dit. X s'exprimait …", "Revoici X …")."""
        if self.discourse.people_before(at):
            return UNNAMED
        for after in self.discourse.prose.sentences[sentence.number + 1 : sentence.number + 1 + _AHEAD]:
            main = self.discourse.main_subject(after)
            entity = main.entity if main is not None else None
            if entity is None or entity.type != "PERSON":
                entity = next(iter(self.discourse.people_in(after)), None)
            if entity is not None:
                fits = self.discourse.agrees(entity, phrase.gender)
                return taken_up(entity if fits else None)
        return UNNAMED

    def _beside_words(self, phrase: Nominal, sentence: Sentence, at: int, plural: bool) -> Referent | None:
        """The one person told in front of the words that an incise reports ("… n'a pas gagné X : « … », dit-il")."""
        if plural or not phrase.tokens[phrase.head].tag.pronoun:
            return None
        last = self.discourse.last_speaker(sentence, most=1) if sentence.tokens[0].classes & QUOTE else None
        if last is not None and last.type == "PERSON" and self.discourse.agrees(last, phrase.gender):
            return None
        barred = complements_spoken_of(phrase, sentence)
        told = only(
            e
            for start, _, e in self.discourse.names_in(sentence, "PERSON")
            if start < at and e.id not in barred and self.discourse.agrees(e, phrase.gender)
        )
        return Referent(told, "pronoun") if told is not None else None

    def in_own_sentence(self, phrase: Nominal, sentence: Sentence, at: int, *, plural: bool) -> Referent | None:
        """A subject of the sentence itself: a person's before a body's that only a fronted clause has."""
        syntax = syntax_of(sentence)
        gapped = None if plural else _gapped(syntax, phrase)
        if gapped is not None and self.discourse.agrees(gapped, phrase.gender):
            return Referent(gapped, "pronoun")
        asked = 0
        body: Referent | None = None
        for group in syntax.finite:
            if group.first >= phrase.first:
                break
            if is_relative(syntax, group):
                continue
            found = subject(syntax, group)
            if found is None or found.first >= phrase.first or is_dislocated(found):
                continue
            if found.kind == "pronoun" and not impersonal(found, group):
                asked += (found.number, found.gender) == (phrase.number, phrase.gender)
                if asked > _SAME:
                    continue
            referent = self._offers.fits(found, sentence, group, phrase, plural)
            if referent is None:
                continue
            if referent.entity is None:
                return body or referent
            if referent.entity.type == "PERSON" or not follows_subordinator(syntax, group):
                return referent._replace(how="pronoun")
            body = body or referent._replace(how="pronoun")
        if body is not None or plural:
            return body
        fronted = self._dislocated(syntax, phrase) or self._topic(syntax, phrase) or self._opening(syntax, phrase)
        if fronted is None and _has_unnamed_topic(syntax, phrase):
            return UNNAMED
        return Referent(fronted, "pronoun") if fronted is not None else None

    def _topic(self, syntax: Syntax, phrase: Nominal) -> Entity | None:
        """Whom a sentence names in front of a pronoun as its source or topic: "Pour X, il …", "Quant à X, elle …"."""
        for i, token in enumerate(syntax.tokens[: phrase.first]):
            if token.low in word_set("topic-preposition") and names_topic(syntax.tokens, i):
                named = syntax.nominal(i + 1, phrase.first)
                if named is None:
                    continue
                complete(syntax, named)
                if named.entity is not None and self.discourse.agrees(named.entity, phrase.gender):
                    return named.entity
        return None

    def _opening(self, syntax: Syntax, phrase: Nominal) -> Entity | None:
        """The name that a sentence opens with, where its verb is read as another word ("L'[X] entre dans …")."""
        named = syntax.nominal(0)
        if named is None or named.kind != "name" or named.entity is None or named.last + 1 >= phrase.first:
            return None
        after = syntax.tokens[named.last + 1]
        verb = after.classes and not after.classes & (PUNCTUATION | QUOTE) and after.tag.readings
        return named.entity if verb and self.discourse.agrees(named.entity, phrase.gender) else None

    def _dislocated(self, syntax: Syntax, phrase: Nominal) -> Entity | None:
        """The person named between commas in front of a pronoun that is the subject: "X, ministre, il invite …"."""
        tokens = syntax.tokens
        if tokens[phrase.head].tag.pronoun:
            return None
        fronted = (
            token.entity
            for i, token in enumerate(tokens[: phrase.first])
            if is_person(token) and (i == 0 or tokens[i - 1].low == ",") and tokens[i + 1].low == ","
        )
        return only(e for e in fronted if e is not None and self.discourse.agrees(e, phrase.gender))


def _gapped(syntax: Syntax, phrase: Nominal) -> Entity | None:
    """Who stands in a clause without its verb, right before the pronoun: "…, [LFI] contre ce qu'elle juge …"."""
    i, tokens = phrase.first - _GAPPED, syntax.tokens
    if i < 1 or not tokens[phrase.first - 1].classes & THAT or tokens[phrase.first - 2].low not in word_set("ce"):
        return None
    start = syntax.segment_start(phrase.first)
    verb = any(start <= g.first < phrase.first for g in syntax.finite)
    if verb or not start or not tokens[i].classes & ADPOSITION:
        return None
    told = syntax.nominal(start, i)
    return told.entity if told is not None and told.last == i - 1 else None


def _has_unnamed_topic(syntax: Syntax, phrase: Nominal) -> bool:
    """Whether somebody told by "ce" and a noun is the topic that a pronoun takes up: "Pour cet habitant, il …"."""
    if not phrase.first or syntax.tokens[0].low not in word_set("for") or syntax.tokens[phrase.first - 1].low != ",":
        return False
    told = syntax.nominal(1, phrase.first)
    return (
        told is not None
        and told.entity is None
        and told.people_kind == "person"
        and bool(told.determiner & DEMONSTRATIVE)
        and (told.number, told.gender or phrase.gender) == (phrase.number, phrase.gender)
    )


def _acts(sentence: Sentence, entity: Entity) -> bool:
    """Whether an act of somebody who is no subject is told ("l'affaire X, qui a …", "l'occasion pour X de …")."""
    tokens = sentence.tokens
    return any(
        token.entity is entity
        and (
            (token_at(tokens, i + 1).low == "," and token_at(tokens, i + 2).low in word_set("subject-relative-pronoun"))
            or (i > 0 and tokens[i - 1].low in word_set("for"))
        )
        for i, token in enumerate(tokens)
    )
