"""Antecedents: the subject before a pronoun that it may take up, in its own sentence first, then in those before.

Subjects and those who have spoken go before all others, what is near before what is far (Lappin & Leass, "An
algorithm for pronominal anaphora resolution", 1994); gender and number are vetoes.
"""

from __future__ import annotations

from ...schema import Entity, Speaker
from ..grammar.apposition import complete
from ..grammar.clauses import follows_subordinator, is_relative
from ..grammar.coordination import conjuncts
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import Syntax, syntax_of
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, is_person, token_at
from ..vocabulary.word_sets import word_set
from .discourse import Discourse, only
from .referents import (
    Before,
    Finder,
    Referent,
    Resolve,
    after_colon,
    given_floor,
    group_of,
    impersonal,
    introduces,
    is_dislocated,
    is_told_beneath,
    is_source,
    means_human,
    names_topic,
    opening_source,
    reporter,
)

_REACH = 9
_NEAR = 2
"""Sentences back in which somebody goes before a body that was told nearer."""
_AHEAD = 2
"""Sentences behind an opening pronoun in which its name may follow."""
_SAME = 3
"""How many pronouns of a sentence that a pronoun could take up are asked; where they lead nowhere, the others do."""


class Antecedents(Finder):
    """Finds the antecedents of pronouns of one article.

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
            found = self._offered(before, phrase, plural)
            if (
                found is not None
                and found.entity is not None
                and found.entity.type != "PERSON"
                and found.how == "subject"
            ):
                body = body or found
                found = None
            if found is not None:
                if body is not None and (found.entity is None or far > _NEAR):
                    return Referent(body.entity, "pronoun")
                if len({e.id for e in held}) == 1 and (found.entity is None or far > 1):
                    return Referent(held[0], "pronoun")
                return found._replace(how="pronoun") if found.entity is not None else found
            if plural:
                continue
            people = [
                e for _, _, e in self.discourse.names_in(before, "PERSON") if self.discourse.agrees(e, phrase.gender)
            ]
            again = self._taken_up(before, phrase)
            if again is not None and not held:
                return Referent(again, "pronoun")
            if people and not held:
                held = [e for e in people if _acts(before, e)][:1] or people
            elif not held and body is None and far == 1 and introduces(before, phrase.gender):
                return Referent(None, "unnamed")
        if held:
            return Referent(held[-1], "pronoun")
        if body is not None:
            return Referent(body.entity, "pronoun")
        return Referent(None, "unnamed") if plural else self._told_after(phrase, sentence, at)

    def _cataphoric(self, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """The subject of the main clause, for a pronoun in a clause that is put in front ("À Oslo, où il s'est dit …, X")."""
        main = self.discourse.main_subject(sentence)
        if main is None or main.entity is None or main.first <= phrase.last or not main.names_person:
            return None
        syntax = syntax_of(sentence)
        group = next((g for g in syntax.finite if g.first > phrase.first), None)
        fronted = group is not None and group.last < main.first and follows_subordinator(syntax, group)
        before = token_at(syntax.tokens, main.first - 1).low
        return main.entity if fronted and before == "," and self.discourse.agrees(main.entity, phrase.gender) else None

    def _taken_up(self, sentence: Sentence, phrase: Nominal) -> Entity | None:
        """Whom a pronoun of the same kind takes up as the subject of some clause of a sentence, where no subject fits."""
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

    def _told_after(self, phrase: Nominal, sentence: Sentence, at: int) -> Referent:
        """Who is told next, where nobody was told before ("… », a-t-il dit. X s'exprimait …", "Revoici X …")."""
        if self.discourse.people_before(at):
            return Referent(None, "unnamed")
        for after in self.discourse.prose.sentences[sentence.number + 1 : sentence.number + 1 + _AHEAD]:
            main = self.discourse.main_subject(after)
            entity = main.entity if main is not None else None
            if entity is None or entity.type != "PERSON":
                entity = next((e for _, _, e in self.discourse.names_in(after, "PERSON")), None)
            if entity is not None:
                fits = self.discourse.agrees(entity, phrase.gender)
                return Referent(entity if fits else None, "pronoun" if fits else "unnamed")
        return Referent(None, "unnamed")

    def _beside_words(self, phrase: Nominal, sentence: Sentence, at: int, plural: bool) -> Referent | None:
        """The one person told in front of the words that an incise reports ("… n'a pas gagné X : « … », dit-il")."""
        if plural or not phrase.tokens[phrase.head].tag.pronoun:
            return None
        last = self.discourse.last_speaker(sentence, most=1) if sentence.tokens[0].classes & QUOTE else None
        if last is not None and last.type == "PERSON" and self.discourse.agrees(last, phrase.gender):
            return None
        told = only(
            e
            for start, _, e in self.discourse.names_in(sentence, "PERSON")
            if start < at and self.discourse.agrees(e, phrase.gender)
        )
        return Referent(told, "pronoun") if told is not None else None

    def in_own_sentence(self, phrase: Nominal, sentence: Sentence, at: int, *, plural: bool) -> Referent | None:
        """A subject of the sentence itself: a person's before a body's that only a fronted clause has."""
        syntax = syntax_of(sentence)
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
            referent = self._fits(found, sentence, group, phrase, plural)
            if referent is None:
                continue
            if referent.entity is None:
                return body or referent
            if referent.entity.type == "PERSON" or not follows_subordinator(syntax, group):
                return referent._replace(how="pronoun")
            body = body or referent._replace(how="pronoun")
        if body is not None:
            return body
        if not plural:
            inverted = phrase.tokens[phrase.head].tag.pronoun
            dislocated = None if inverted else self._dislocated(syntax, phrase)
            if dislocated is not None:
                return Referent(dislocated, "pronoun")
            for i, token in enumerate(syntax.tokens[: phrase.first]):
                if token.low in word_set("topic-preposition") and names_topic(syntax.tokens, i):
                    named = syntax.nominal(i + 1, phrase.first)
                    if named is not None:
                        complete(syntax, named)
                    if (
                        named is not None
                        and named.entity is not None
                        and self.discourse.agrees(named.entity, phrase.gender)
                    ):
                        return Referent(named.entity, "pronoun")
        return None

    def _dislocated(self, syntax: Syntax, phrase: Nominal) -> Entity | None:
        """The person named between commas in front of a pronoun that is the subject: "X, ministre, il invite …"."""
        tokens = syntax.tokens
        fronted = (
            token.entity
            for i, token in enumerate(tokens[: phrase.first])
            if is_person(token) and (i == 0 or tokens[i - 1].low == ",") and tokens[i + 1].low == ","
        )
        return only(e for e in fronted if e is not None and self.discourse.agrees(e, phrase.gender))

    def _fits(
        self, found: Nominal, sentence: Sentence, group: Group | None, phrase: Nominal, plural: bool
    ) -> Referent | None:
        """The referent of a subject, if a pronoun of this gender and number may take it up."""
        if found.kind == "pronoun":
            low = found.tokens[found.head].tag.pronoun or found.low
            if found.partitive and found.number == "s" and not plural:
                return Referent(None, "unnamed")
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
            return (
                Referent(found.entity, "pronoun")
                if self.discourse.agrees(found.entity, phrase.gender, plural=plural)
                else None
            )
        if found.number != phrase.number or not found.is_human or found.tokens[found.first].low in word_set("no-one"):
            return None
        referent = self._resolve(found, sentence, None)
        if referent.entity is not None:
            return (
                Referent(referent.entity, "pronoun")
                if self.discourse.agrees(referent.entity, phrase.gender, plural=plural)
                else None
            )
        if found.gender and found.gender != phrase.gender:
            return None
        near = found.tokens is phrase.tokens and not phrase.tokens[phrase.head].tag.pronoun
        return None if found.people_kind in ("body", "outlet") and not near else Referent(None, "unnamed")

    def _row(self, found: Nominal, sentence: Sentence) -> list[Entity]:
        """The entities of one type that stand in a row with a name: "Madrid, Paris et Londres"."""
        row = [p.entity for p in conjuncts(syntax_of(sentence), found) if p.entity is not None]
        return list({e.id: e for e in row if e.type == row[0].type}.values())

    def _offered(self, sentence: Sentence, phrase: Nominal, plural: bool) -> Referent | None:
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
        if source is not None and self.discourse.agrees(source, phrase.gender):
            return Referent(source, "pronoun")
        for speaker in self.discourse.spoken_in(sentence):
            entity = self.discourse.entities.get(speaker.entity or "")
            if entity is not None and self.discourse.agrees(entity, phrase.gender, plural=plural):
                if (
                    main is not None
                    and main.names_person
                    and main.entity is not entity
                    and not plural
                    and not is_told_beneath(sentence, main)
                    and (
                        entity.type != "PERSON"
                        or (speaker.end <= main.tokens[main.first].start and not is_source(sentence, entity))
                    )
                ):
                    told = self._fits(main, sentence, group_of(sentence, main), phrase, plural)
                    if told is not None and told.entity is not None:
                        return told._replace(how="pronoun")
                return Referent(entity, "pronoun")
            if entity is None and not plural and (main is None or _is_speaker(_spoken_by(sentence, speaker, phrase) or main, speaker, phrase)):
                return Referent(None, "unnamed")
        if main is None:
            return None
        other = reporter(sentence, main)
        if other is not None and (phrase.tokens[phrase.head].tag.pronoun or not main.names_person):
            told = self._fits(other, sentence, None, phrase, plural)
            if told is not None and told.entity is not None:
                return told._replace(how="pronoun")
        after = after_colon(sentence)
        if (
            after is not None
            and (later := self._fits(after, sentence, group_of(sentence, after), phrase, plural)) is not None
        ):
            return later
        return self._fits(main, sentence, group_of(sentence, main), phrase, plural)


def _acts(sentence: Sentence, entity: Entity) -> bool:
    """Whether somebody who is no subject has an act told all the same ("l'affaire X, qui a …", "l'occasion pour X de …")."""
    tokens = sentence.tokens
    return any(
        token.entity is entity
        and (
            (token_at(tokens, i + 1).low == "," and token_at(tokens, i + 2).low in word_set("subject-relative-pronoun"))
            or (i > 0 and tokens[i - 1].low in word_set("for"))
        )
        for i, token in enumerate(tokens)
    )


def _spoken_by(sentence: Sentence, speaker: Speaker, phrase: Nominal) -> Nominal | None:
    """The noun phrase of who has spoken without a name, where an incise goes on ("… l'état-major. « … », ajoute-t-il")."""
    if not phrase.tokens[phrase.head].tag.pronoun:
        return None
    syntax = syntax_of(sentence)
    return next((syntax.nominal(i) for i, t in enumerate(syntax.tokens) if t.start == speaker.start), None)


def _is_speaker(main: Nominal, speaker: Speaker, phrase: Nominal) -> bool:
    """Whether a subject without a name has spoken in its sentence, and a pronoun agrees with it."""
    spoke = main.tokens[main.first].start <= speaker.start < main.tokens[main.last].end
    alike = main.number == phrase.number and main.gender in ("", phrase.gender)
    return spoke and alike and (main.is_human or not means_human(phrase))
