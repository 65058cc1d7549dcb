"""Pronouns: whom "il", "elle", "ce dernier", "le second", "l'intéressé" take up."""

from __future__ import annotations

from bisect import bisect_left

from ...schema import Entity, Speaker
from ..grammar.apposition import complete
from ..grammar.nominals import Nominal, noun_complements
from ..grammar.prose import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import syntax_of
from ..grammar.verb_groups import Group
from ..vocabulary.word_classes import RELATIVE
from ..vocabulary.word_sets import word_set
from .discourse import Discourse
from .pairs import Pairs
from .referents import (
    NOBODY,
    Referent,
    Resolve,
    after_colon,
    group_of,
    impersonal,
    introduces,
    is_source,
    names_topic,
    plain_words,
    reporter,
)

_REACH = 9


class Pronouns:
    """Resolves pronouns of one article.

    Args:
        discourse: what the article has told.
        resolve: resolves any phrase of a sentence, for those that lead on to others.
    """

    def __init__(self, discourse: Discourse, resolve: Resolve) -> None:
        self.discourse = discourse
        self._resolve = resolve
        self._pairs = Pairs(discourse, resolve)

    def resolve(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Referent:
        """Whom a pronoun takes up; ``group`` is the verb it is the subject of."""
        low = phrase.low
        if phrase.tokens[phrase.head].tag.pronoun:
            low = phrase.tokens[phrase.head].tag.pronoun
        if low in word_set("not-people"):
            if low in ("je", "j'", "nous", "tu", "vous"):
                asked = self.discourse.interviewee(sentence) if low in ("je", "j'") else None
                return Referent(asked, "pronoun") if asked is not None else Referent(None, "speaker")
            return NOBODY
        if impersonal(phrase, group) or (
            low == "il"
            and any(r.lemma in ("falloir", "agir", "suffire") for r in phrase.tokens[phrase.head].tag.readings)
        ):
            return NOBODY
        at = phrase.tokens[phrase.first].start
        if low in ("dernier", "dernière", "celui-ci", "celle-ci", "intéressé", "intéressée"):
            return self._last_named(phrase, at)
        if low in ("derniers", "dernières", "ceux-ci", "celles-ci"):
            return Referent(None, "unnamed")
        if low in ("premier", "première", "second", "seconde"):
            return self._first_or_second(low.startswith("premi"), at)
        if low in ("l'", "la", "les") or low.startswith("les"):
            return self._told_last(phrase, sentence)
        if low in ("lui-même", "elle-même"):
            return self._subject_before(phrase, sentence, at, plural=False)
        if low in ("celui", "celle") and _has_relative(phrase):
            return self._subject_before(phrase, sentence, at, plural=False)
        if low not in ("il", "elle", "ils", "elles", "lui"):
            return Referent(None, "unnamed")
        plural = phrase.number == "p"
        if plural:
            pair = self._pairs.pronoun(sentence)
            if pair is not None:
                return pair
        if group is not None and group.lemma in word_set("continuing") and group.pronoun and self.discourse.spoken:
            last = self._last_speaker(sentence, phrase.gender, plural)
            if last is not None:
                return last
        found = self._subject_before(phrase, sentence, at, plural)
        barred = self._told_beside(phrase, sentence) if low == "lui" else None
        return found if barred is None or found.entity is not barred else self._other_than(barred, phrase, at)

    def _told_beside(self, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """The subject of the clause that "selon lui" opens: it is somebody else."""
        syntax = syntax_of(sentence)
        i = phrase.last + 1
        if syntax.tokens is not phrase.tokens or i + 1 >= len(syntax.tokens) or syntax.tokens[i].low != ",":
            return None
        beside = syntax.nominal(i + 1, len(syntax.tokens))
        return self._resolve(beside, sentence, None).entity if beside is not None and beside.kind != "pronoun" else None

    def _other_than(self, barred: Entity, phrase: Nominal, at: int) -> Referent:
        """The other one: who has spoken last but for somebody, or else was told last."""
        people = {
            e.id: e
            for e in self.discourse.people_before(at)
            if e is not barred and self.discourse.agrees(e, phrase.gender, plural=False)
        }
        spoke = (people[s.entity] for _, _, s in reversed(self.discourse.spoken) if s.entity in people)
        other = next(spoke, None) or next(iter(people.values()), None)
        return Referent(other, "pronoun" if other is not None else "unnamed")

    def _last_speaker(self, sentence: Sentence, gender: str, plural: bool) -> Referent | None:
        """Who spoke last, if that was near and the pronoun agrees."""
        _place, where, speaker = self.discourse.spoken[-1]
        if sentence.line - where.line > 2 or plural:
            return None
        if speaker.entity is None:
            return None
        entity = self.discourse.entities.get(speaker.entity)
        if entity is None or not self.discourse.agrees(entity, gender, plural=False):
            return None
        for between in self.discourse.prose.sentences[where.number + 1 : sentence.number]:
            main = self.discourse.main_subject(between)
            if (
                (main is not None and main.kind == "name" and main.entity is not None and main.entity.id != entity.id)
                and self.discourse.agrees(main.entity, gender, plural=False)
                and main.entity.type == "PERSON"
            ):
                return None
        return Referent(entity, "pronoun")

    def _subject_before(self, phrase: Nominal, sentence: Sentence, at: int, plural: bool) -> Referent:
        """The nearest subject before a pronoun that agrees with it; in its own sentence first."""
        own = self._in_own_sentence(phrase, sentence, at, plural)
        if own is not None:
            return own
        held: list[Entity] = []
        body: Referent | None = None
        sentences = self.discourse.prose.sentences
        for number in range(sentence.number - 1, max(-1, sentence.number - 1 - _REACH), -1):
            before = sentences[number]
            found = self._from_sentence(before, phrase, plural)
            if (
                found is not None
                and found.entity is not None
                and found.entity.type != "PERSON"
                and found.how == "subject"
            ):
                body = body or found
                found = None
            if found is not None:
                if body is not None and (found.entity is None or sentence.number - number > 2):
                    return Referent(body.entity, "pronoun")
                if len({e.id for e in held}) == 1 and (found.entity is None or number < sentence.number - 1):
                    return Referent(held[0], "pronoun")
                return found._replace(how="pronoun") if found.entity is not None else found
            if plural:
                continue
            people = [
                e
                for at_name, _, e in self.discourse.names_in(before, "PERSON")
                if self.discourse.agrees(e, phrase.gender, plural=False) and not self._is_label(at_name)
            ]
            if people and not held:
                held = people
            elif not held and body is None and number == sentence.number - 1 and introduces(before, phrase.gender):
                return Referent(None, "unnamed")
        if held:
            return Referent(held[-1], "pronoun")
        if body is not None:
            return Referent(body.entity, "pronoun")
        return Referent(None, "unnamed") if plural else self._told_after(phrase, sentence, at)

    def _is_label(self, at: int) -> bool:
        """Whether a name only tells whose body it is ("l'administration [X]")."""
        before = plain_words(self.discourse.prose.text[max(0, at - 25) : at])
        return bool(before) and before[-1] in noun_complements()["named"]

    def _told_after(self, phrase: Nominal, sentence: Sentence, at: int) -> Referent:
        """The subject of the next sentence, where nobody was told before ("… », a-t-il dit. X s'exprimait …")."""
        after = self.discourse.prose.sentences[sentence.number + 1 : sentence.number + 2]
        if after and not self.discourse.people_before(at):
            main = self.discourse.main_subject(after[0])
            entity = main.entity if main is not None else None
            if entity is not None and entity.type == "PERSON":
                fits = self.discourse.agrees(entity, phrase.gender, plural=False)
                return Referent(entity if fits else None, "pronoun" if fits else "unnamed")
        return Referent(None, "unnamed")

    def _in_own_sentence(self, phrase: Nominal, sentence: Sentence, at: int, plural: bool) -> Referent | None:
        syntax = syntax_of(sentence)
        for group in syntax.finite:
            if group.first >= phrase.first or syntax.tokens[group.first].start >= at:
                break
            start = syntax.segment_start(group.first)
            if syntax.shape(start, group.last + 1)[0] == "relative":
                continue
            found = subject(syntax, group)
            if found is None or found.first >= phrase.first or found.first == phrase.first:
                continue
            referent = self._fits(found, sentence, group, phrase, plural)
            if referent is not None:
                return referent._replace(how="pronoun") if referent.entity is not None else referent
        if not plural:
            for i, token in enumerate(syntax.tokens[: phrase.first]):
                if token.low in ("selon", "après", "pour", "à", "au") and names_topic(syntax.tokens, i):
                    named = syntax.nominal(i + 1, phrase.first)
                    if named is not None:
                        complete(syntax, named)
                    if (
                        named is not None
                        and named.entity is not None
                        and self.discourse.agrees(named.entity, phrase.gender, plural=False)
                    ):
                        return Referent(named.entity, "pronoun")
        return None

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
            if found.number != phrase.number or (found.gender and phrase.gender and found.gender != phrase.gender):
                return None
            if impersonal(found, group):
                return None
            referent = self._resolve(found, sentence, group)
            return Referent(referent.entity, "pronoun") if referent.entity else None
        if found.kind == "name" and found.entity is not None:
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
        if found.number == phrase.number and not plural and _is_document(found, phrase, group):
            owner = self._resolve(found, sentence, None).entity
            return Referent(owner, "pronoun" if owner is not None else "unnamed")
        if found.number != phrase.number or not found.is_human:
            return None
        referent = self._resolve(found, sentence, None)
        if referent.entity is not None:
            return (
                Referent(referent.entity, "pronoun")
                if self.discourse.agrees(referent.entity, phrase.gender, plural=plural)
                else None
            )
        if found.gender and phrase.gender and found.gender != phrase.gender:
            return None
        assert found.people is not None
        near = found.tokens is phrase.tokens
        return None if found.people.kind in ("body", "outlet") and not near else Referent(None, "unnamed")

    def _from_sentence(self, sentence: Sentence, phrase: Nominal, plural: bool) -> Referent | None:
        """What a sentence before offers a pronoun: who spoke in it, its subject, the owner of its subject."""
        main = self.discourse.main_subject(sentence)
        spoken = [speaker for _, where, speaker in self.discourse.spoken if where is sentence]
        for speaker in reversed(spoken):
            entity = self.discourse.entities.get(speaker.entity or "")
            if entity is not None and self.discourse.agrees(entity, phrase.gender, plural=plural):
                if (
                    main is not None
                    and main.names_person
                    and main.entity is not entity
                    and not plural
                    and (
                        entity.type != "PERSON"
                        or (speaker.end <= main.tokens[main.first].start and not is_source(sentence, entity))
                    )
                ):
                    told = self._fits(main, sentence, group_of(sentence, main), phrase, plural)
                    if told is not None and told.entity is not None:
                        return told._replace(how="pronoun")
                return Referent(entity, "pronoun")
            if entity is None and not plural and (main is None or _is_speaker(main, speaker, phrase)):
                return Referent(None, "unnamed")
        if main is None or self.discourse.is_quoted(main.tokens[main.first].start):
            return None
        other = reporter(sentence, main)
        if other is not None and phrase.tokens[phrase.head].tag.pronoun:
            told = self._fits(other, sentence, None, phrase, plural)
            if told is not None and told.entity is not None:
                return told._replace(how="pronoun")
        after = after_colon(sentence)
        if (
            after is not None
            and (later := self._fits(after, sentence, group_of(sentence, after), phrase, plural)) is not None
        ):
            return later
        found = self._fits(main, sentence, group_of(sentence, main), phrase, plural)
        if found is not None:
            return found
        if not plural and main.owner >= 0 and not main.is_human:
            owner = main.tokens[main.owner].entity
            if (
                owner is not None
                and owner.type == "PERSON"
                and self.discourse.agrees(owner, phrase.gender, plural=False)
            ):
                return Referent(owner, "pronoun")
        return None

    def _first_or_second(self, first: bool, at: int) -> Referent:
        """« le premier », « le second »: of the two people told last."""
        people = self.discourse.people_before(at)
        if len(people) < 2:
            return Referent(None, "unnamed")
        return Referent(people[1] if first else people[0], "pronoun")

    def _told_last(self, phrase: Nominal, sentence: Sentence) -> Referent:
        """« à l'en croire »: the one who spoke last."""
        if self.discourse.spoken and sentence.line - self.discourse.spoken[-1][1].line <= 1:
            speaker = self.discourse.spoken[-1][2]
            return Referent(
                self.discourse.entities.get(speaker.entity or ""), "pronoun" if speaker.entity else "unnamed"
            )
        return self._subject_before(phrase, sentence, phrase.tokens[phrase.first].start, plural=False)

    def _last_named(self, phrase: Nominal, at: int) -> Referent:
        """« ce dernier », « celui-ci », « l'intéressé »: the last person told before, a body failing that."""
        names = self.discourse.outside
        i = bisect_left(names, at, key=lambda n: n[0]) - 1
        body: Entity | None = None
        steps = 0
        while i >= 0 and steps < 12:
            entity = names[i][2]
            if entity.type == "PERSON" and self.discourse.agrees(entity, phrase.gender, plural=False):
                return Referent(entity, "pronoun")
            if (
                body is None
                and entity.type in ("ORGANISATION", "COUNTRY")
                and self.discourse.agrees(entity, phrase.gender, plural=False)
            ):
                body = entity
            i -= 1
            steps += 1
        if phrase.low in ("intéressé", "intéressée"):
            body = None
        return Referent(body, "pronoun" if body else "unnamed")


def _has_relative(phrase: Nominal) -> bool:
    """Whether a relative clause follows ("celui qui …")."""
    return phrase.last + 1 < len(phrase.tokens) and bool(phrase.tokens[phrase.last + 1].classes & RELATIVE)


def _is_speaker(main: Nominal, speaker: Speaker, phrase: Nominal) -> bool:
    """Whether a subject without a name has spoken in its sentence, and a pronoun agrees with it."""
    spoke = main.tokens[main.first].start <= speaker.start < main.tokens[main.last].end
    return spoke and main.number == phrase.number and bool(main.gender) and main.gender == phrase.gender


def _is_document(found: Nominal, phrase: Nominal, group: Group | None) -> bool:
    """Whether a subject is a document that speaks, and a pronoun takes it up ("Le texte demande … . Il réclame …")."""
    return (
        "text" in found.speech
        and not found.is_human
        and group is not None
        and group.strength == "strong"
        and bool(found.gender)
        and found.gender == phrase.gender
    )
