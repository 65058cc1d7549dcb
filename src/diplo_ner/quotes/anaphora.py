"""Anaphora: which entity a pronoun, a title or a definite noun phrase takes up.

Pronouns look back through the subjects of the sentences before, the nearest that agrees first (the preference for
subjects and for what is near that Lappin & Leass, "An algorithm for pronominal anaphora resolution", 1994, measured);
titles are matched with those the article has taught (``roles``). No fit is an answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from ..schema import Entity
from ..text.fold import fold
from .cues import generic_nouns, noun_gender
from .discourse import Discourse
from .nominals import Nominal
from .prose import Sentence, Token
from .roles import Title, match, nationality, title_of
from .subjects import complete, subject
from .syntax import syntax_of
from .verb_groups import Group
from .wordclass import DEFINITE, DEMONSTRATIVE, INDEFINITE, POSSESSIVE

_REACH = 9
_CONTINUING = frozenset(
    "ajouter poursuivre continuer renchérir conclure préciser insister reprendre enchaîner compléter répéter surenchérir développer "
    "marteler plaider justifier expliquer détailler nuancer tempérer".split()
)
_GENERIC_BODIES = frozenset(
    "organisation parti groupe mouvement entreprise société institution compagnie ong formation association faîtière fonds".split()
)
_UNIQUE_OFFICES = frozenset(
    "president presidente chef cheffe ministre premier premiere maire mairesse patron patronne directeur directrice gouverneur gouverneure "
    "secretaire commissaire senateur senatrice depute deputee elu elue leader dirigeant dirigeante fondateur fondatrice numero representant "
    "auteur auteure autrice eurodepute eurodeputee conseiller conseillere".split()
)
_NEW_PEOPLE = frozenset("négociateur négociatrice porte-parole avocat avocate ambassadeur ambassadrice diplomate responsable représentant".split())
_PARTING = frozenset(("avocat", "mere", "pere", "veuve"))
_THIRD = frozenset("il elle ils elles dernier dernière celui-ci celle-ci premier première second seconde lui-même elle-même".split())
_NOT_PEOPLE = frozenset(("on", "ce", "c'", "cela", "ça", "je", "j'", "tu", "nous", "vous"))


class Referent(NamedTuple):
    """What a phrase leads to: an entity, or somebody told without a name, or nobody.

    ``how`` tells the way: name, pronoun, title, description, unnamed, nobody.
    """

    entity: Entity | None
    how: str


_DEMONYM = re.compile(r"[A-ZÀ-Þ][\w-]*(?:ois|oise|ais|aise|ien|ienne|éen|éenne|in|ine|an|ane|on|onne|ol|ole|o|ote|ot|ard|arde|et|ette|eux|euse)")
_NOBODY = Referent(None, "nobody")


class Resolver:
    """Resolves phrases of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self._known: dict[tuple[int, int], Referent] = {}
        self._depth = 0

    def resolve(self, phrase: Nominal, sentence: Sentence, group: Group | None = None) -> Referent:
        """Who a phrase of a sentence is; ``group`` is the verb it belongs to."""
        place = (phrase.tokens[phrase.first].start, phrase.head)
        held = self._known.get(place)
        if held is not None:
            return held
        if self._depth > 6:
            return Referent(None, "unnamed")
        self._depth += 1
        try:
            found = self._resolve(phrase, sentence, group)
        finally:
            self._depth -= 1
        self._known[place] = found
        return found

    def _resolve(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Referent:
        if phrase.entity is not None:
            return Referent(phrase.entity, "name")
        if phrase.kind == "pronoun":
            return self._pronoun(phrase, sentence, group)
        return self._description(phrase, sentence)

    # --- pronouns -------------------------------------------------------------------------------------------------

    def _pronoun(self, phrase: Nominal, sentence: Sentence, group: Group | None) -> Referent:
        low = phrase.low
        if phrase.tokens[phrase.head].tag.pronoun:
            low = phrase.tokens[phrase.head].tag.pronoun
        if low in _NOT_PEOPLE:
            if low in ("je", "j'", "nous", "tu", "vous"):
                asked = self.discourse.interviewee(sentence) if low in ("je", "j'") else None
                return Referent(asked, "pronoun") if asked is not None else Referent(None, "speaker")
            return _NOBODY
        at = phrase.tokens[phrase.first].start
        if low in ("dernier", "dernière", "celui-ci", "celle-ci", "intéressé", "intéressée"):
            return self._last_named(phrase, at)
        if low in ("derniers", "dernières", "ceux-ci", "celles-ci"):
            return Referent(None, "unnamed")
        if low in ("premier", "première", "second", "seconde"):
            return self._first_or_second(low.startswith("premi"), at)
        if low in ("l'", "la", "les") or low.startswith("les"):
            return self._told_last(sentence)
        if low in ("lui-même", "elle-même"):
            return self._subject_before(phrase, sentence, at, plural=False)
        if low not in ("il", "elle", "ils", "elles", "lui"):
            return Referent(None, "unnamed")
        plural = phrase.number == "p"
        if group is not None and group.lemma in _CONTINUING and group.pronoun and self.discourse.spoken:
            last = self._last_speaker(sentence, phrase.gender, plural)
            if last is not None:
                return last
        return self._subject_before(phrase, sentence, at, plural)

    def _last_speaker(self, sentence: Sentence, gender: str, plural: bool) -> Referent | None:
        """Who spoke last, if that was near and the pronoun agrees."""
        place, where, speaker = self.discourse.spoken[-1]
        if sentence.line - where.line > 2 or plural:
            return None
        if speaker.entity is None:
            return None
        entity = self.discourse.entities.get(speaker.entity)
        if entity is None or not self._agrees(entity, gender, plural=False):
            return None
        for between in self.discourse.prose.sentences[where.number + 1 : sentence.number]:
            main = self.discourse.main_subject(between)
            if main is not None and main.kind == "name" and main.entity is not None and main.entity.id != entity.id:
                if self._agrees(main.entity, gender, plural=False) and main.entity.type == "PERSON":
                    return None
        return Referent(entity, "pronoun")

    def _agrees(self, entity: Entity, gender: str, *, plural: bool) -> bool:
        if entity.type == "PLACE":
            return False
        known = self.discourse.gender(entity)
        if plural:
            return entity.type != "PERSON" and known in ("p", "") and entity.canonical.endswith("s")
        if known == "p":
            return False
        return not known or not gender or known == gender

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
            if found is not None and found.entity is not None and found.entity.type != "PERSON" and found.how == "subject":
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
            people = [e for _, _, e in self.discourse.names_in(before, "PERSON") if self._agrees(e, phrase.gender, plural=False)]
            if people and not held:
                held = people
            elif not held and body is None and number == sentence.number - 1 and self._introduces(before, phrase.gender):
                return Referent(None, "unnamed")
        if held:
            return Referent(held[-1], "pronoun")
        if body is not None:
            return Referent(body.entity, "pronoun")
        return Referent(None, "unnamed") if plural else self._told_after(phrase, sentence, at)

    def _told_after(self, phrase: Nominal, sentence: Sentence, at: int) -> Referent:
        """The subject of the next sentence, where nobody was told before ("… », a-t-il dit. X s'exprimait …")."""
        after = self.discourse.prose.sentences[sentence.number + 1 : sentence.number + 2]
        if after and not self._people_before(at):
            main = self.discourse.main_subject(after[0])
            if main is not None and main.entity is not None and main.entity.type == "PERSON":
                if self._agrees(main.entity, phrase.gender, plural=False):
                    return Referent(main.entity, "pronoun")
        return Referent(None, "unnamed")

    def _introduces(self, sentence: Sentence, gender: str) -> bool:
        """Whether a sentence brings in somebody without a name ("par une femme âgée")."""
        syntax = syntax_of(sentence)
        for i, token in enumerate(syntax.tokens):
            if token.low in ("un", "une") and syntax.covering[i] is None:
                phrase = syntax.nominal(i, len(syntax.tokens))
                if phrase is not None and phrase.people is not None and phrase.people.kind == "person" and phrase.entity is None:
                    if phrase.gender == gender or not phrase.gender:
                        return True
        return False

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
                if token.low in ("selon", "après", "pour", "à", "au") and _names_topic(syntax.tokens, i):
                    named = syntax.nominal(i + 1, phrase.first)
                    if named is not None:
                        complete(syntax, named)
                    if named is not None and named.entity is not None and self._agrees(named.entity, phrase.gender, plural=False):
                        return Referent(named.entity, "pronoun")
        return None

    def _fits(self, found: Nominal, sentence: Sentence, group: Group | None, phrase: Nominal, plural: bool) -> Referent | None:
        """The referent of a subject, if a pronoun of this gender and number may take it up."""
        if found.kind == "pronoun":
            low = found.tokens[found.head].tag.pronoun or found.low
            if low not in _THIRD:
                return None
            if found.number != phrase.number or (found.gender and phrase.gender and found.gender != phrase.gender):
                return None
            if impersonal(found, group):
                return None
            referent = self.resolve(found, sentence, group)
            return Referent(referent.entity, "pronoun") if referent.entity else None
        if found.kind == "name" and found.entity is not None:
            if found.number == "p" and not plural or not self._agrees(found.entity, phrase.gender, plural=plural):
                return None
            return Referent(found.entity, "pronoun" if group is not None and group.strength == "strong" else "subject")
        if found.entity is not None:
            return Referent(found.entity, "pronoun") if self._agrees(found.entity, phrase.gender, plural=plural) else None
        if found.number != phrase.number or not found.is_human:
            return None
        referent = self.resolve(found, sentence)
        if referent.entity is not None:
            return Referent(referent.entity, "pronoun") if self._agrees(referent.entity, phrase.gender, plural=plural) else None
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
            if entity is not None and self._agrees(entity, phrase.gender, plural=plural):
                return Referent(entity, "pronoun")
            if entity is None and main is None and not plural:
                return Referent(None, "unnamed")
        if main is None or self.discourse.is_quoted(main.tokens[main.first].start):
            return None
        reporter = self._reporter(sentence, main)
        if reporter is not None and phrase.tokens[phrase.head].tag.pronoun:
            told = self._fits(reporter, sentence, None, phrase, plural)
            if told is not None and told.entity is not None:
                return told._replace(how="pronoun")
        after = self._after_colon(sentence)
        if after is not None and (later := self._fits(after, sentence, _group_of(sentence, after), phrase, plural)) is not None:
            return later
        found = self._fits(main, sentence, _group_of(sentence, main), phrase, plural)
        if found is not None:
            return found
        if not plural and main.owner >= 0 and not main.is_human:
            owner = main.tokens[main.owner].entity
            if owner is not None and owner.type == "PERSON" and self._agrees(owner, phrase.gender, plural=False):
                return Referent(owner, "pronoun")
        return None

    def _first_or_second(self, first: bool, at: int) -> Referent:
        """« le premier », « le second »: of the two people told last."""
        people = self._people_before(at)
        if len(people) < 2:
            return Referent(None, "unnamed")
        return Referent(people[1] if first else people[0], "pronoun")

    def _told_last(self, sentence: Sentence) -> Referent:
        """« à l'en croire »: the one who spoke last."""
        if self.discourse.spoken and sentence.line - self.discourse.spoken[-1][1].line <= 1:
            speaker = self.discourse.spoken[-1][2]
            return Referent(self.discourse.entities.get(speaker.entity or ""), "pronoun" if speaker.entity else "unnamed")
        return Referent(None, "unnamed")

    def _reporter(self, sentence: Sentence, main: Nominal) -> Nominal | None:
        """Who reports in a sentence whose main clause reports nothing ("…, bien que X ait affirmé que")."""
        syntax = syntax_of(sentence)
        strong = [g for g in syntax.finite if g.strength == "strong" and not g.negated]
        if len(strong) != 1:
            return None
        found = subject(syntax, strong[0])
        return found if found is not None and found.entity is not None and found.head != main.head else None

    def _after_colon(self, sentence: Sentence) -> Nominal | None:
        """The subject of the clause behind a colon or semicolon, which was told last."""
        syntax = syntax_of(sentence)
        cut = max((i for i, t in enumerate(syntax.tokens) if t.low in (":", ";")), default=-1)
        if cut < 0:
            return None
        return next((s for g in syntax.finite if g.first > cut and (s := subject(syntax, g)) is not None and s.entity is not None), None)

    def _last_named(self, phrase: Nominal, at: int) -> Referent:
        """« ce dernier », « celui-ci », « l'intéressé »: the last person told before, a body failing that."""
        names = self.discourse.outside
        i = bisect_left(names, at, key=lambda n: n[0]) - 1
        body: Entity | None = None
        steps = 0
        while i >= 0 and steps < 12:
            entity = names[i][2]
            if entity.type == "PERSON" and self._agrees(entity, phrase.gender, plural=False):
                return Referent(entity, "pronoun")
            if body is None and entity.type in ("ORGANISATION", "COUNTRY") and self._agrees(entity, phrase.gender, plural=False):
                body = entity
            i -= 1
            steps += 1
        return Referent(body, "pronoun" if body else "unnamed")

    # --- titles and descriptions ----------------------------------------------------------------------------------

    def _description(self, phrase: Nominal, sentence: Sentence) -> Referent:
        """A noun phrase without a name: a title the article has taught, or a description of somebody told."""
        unnamed = Referent(None, "unnamed")
        if phrase.people is None and "text" in phrase.speech:
            return self._owned(phrase, sentence) or unnamed
        if phrase.number == "p" or phrase.partitive or phrase.determiner & INDEFINITE and not phrase.determiner & (DEFINITE | DEMONSTRATIVE):
            return unnamed
        if phrase.people is None:
            return self._by_nationality(phrase, sentence) or self._owned(phrase, sentence) or unnamed
        if phrase.people.kind in ("body", "outlet"):
            return self._body(phrase, sentence) or unnamed
        if phrase.people.kind == "people":
            return self._by_nationality(phrase, sentence) or unnamed
        title = title_of(phrase)
        if phrase.determiner & POSSESSIVE:
            return self._possessed(phrase, title, sentence) or unnamed
        return self._by_title(phrase, title, sentence) or self._by_nationality(phrase, sentence) or self._generic(phrase, title, sentence) or unnamed

    def _by_title(self, phrase: Nominal, title: Title, sentence: Sentence) -> Referent | None:
        """The person whose title this is; of several, the one whose title fits best and who was told last."""
        at = phrase.tokens[phrase.first].start
        best: tuple[int, int, int, str] | None = None
        loose = 0
        for identity, learned in self.discourse.titles().items():
            entity = self.discourse.entities[identity]
            if entity.type != "PERSON":
                continue
            countries = frozenset((entity.country,)) if entity.country else frozenset()
            score = max((match(title, one, countries) for _, one in learned), default=0)
            if not score or not self._gender_allows(phrase, entity, score):
                continue
            before = [n[0] for n in self.discourse.outside if n[2].id == identity and n[0] < at]
            told = any(place < at for place, _ in learned)
            if not before and not told and score < 7 and not sentence.heading:
                continue
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

    def _spoke_lately(self, identity: str, phrase: Nominal) -> bool:
        """Whether somebody was the last to speak: then another word for the office may be his ("le député de X")."""
        return bool(self.discourse.spoken) and self.discourse.spoken[-1][2].entity == identity

    def _gender_allows(self, phrase: Nominal, entity: Entity, score: int) -> bool:
        gender = noun_gender(title_of(phrase).head) or ("f" if phrase.gender == "f" else "")
        known = self.discourse.gender(entity)
        return not known or not gender or known == gender or (score >= 6 and gender == "m")

    def _possessed(self, phrase: Nominal, title: Title, sentence: Sentence) -> Referent | None:
        """« son homologue russe »: the one of that country who holds an office the article has taught."""
        at = phrase.tokens[phrase.first].start
        if title.head != "homologue":
            found = self._by_title(phrase, title, sentence)
            if found is not None and title.words:
                return found
            main = self.discourse.main_subject(sentence)
            return found if found and (main is None or main.entity is None or main.entity.id != (found.entity.id if found.entity else "")) else None
        if not title.countries:
            return None
        people = [n[2] for n in self.discourse.outside if n[2].type == "PERSON" and n[0] < at]
        for entity in reversed(people):
            if not title.countries.isdisjoint(self.discourse.countries(entity)):
                return Referent(entity, "title")
        return None

    def _by_nationality(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« le Français », « la Bulgare »: the one person of that country told before."""
        if phrase.first == phrase.head or not phrase.determiner & (DEFINITE | DEMONSTRATIVE) or not phrase.tokens[phrase.head].text[0].isupper():
            return None
        codes = nationality(phrase.tokens[phrase.head].text)
        at = phrase.tokens[phrase.first].start
        people = [e for e in self._people_before(at) if self._agrees(e, phrase.gender, plural=False)]
        for entity in people:
            if codes and not codes.isdisjoint(self.discourse.countries(entity)):
                return Referent(entity, "description")
        if phrase.last == phrase.head and (codes or _DEMONYM.fullmatch(phrase.tokens[phrase.head].text)):
            unknown = {e.id for e in people if not codes or not self.discourse.countries(e)}
            near = self._nearest(sentence, phrase, unknown)
            return Referent(near, "description") if near is not None else None
        return None

    def _people_before(self, at: int) -> list[Entity]:
        """People told before a place, the last one first, each once."""
        names = self.discourse.outside
        seen: dict[str, Entity] = {}
        for i in range(bisect_left(names, at, key=lambda n: n[0]) - 1, -1, -1):
            if names[i][2].type == "PERSON":
                seen.setdefault(names[i][2].id, names[i][2])
        return list(seen.values())

    def _generic(self, phrase: Nominal, title: Title, sentence: Sentence) -> Referent | None:
        """« le plongeur », « le jeune homme de 24 ans », « le responsable »: the person the article is about here."""
        if not phrase.determiner & (DEFINITE | DEMONSTRATIVE):
            return None
        kind = generic_nouns().get(phrase.low, "")
        at = phrase.tokens[phrase.first].start
        if self._spoken_unnamed(phrase, sentence):
            return None
        gender = noun_gender(title.head) or phrase.gender
        people = [e for e in self._people_before(at) if self._agrees(e, gender, plural=False) and not self._contradicts(e, title, kind)]
        if not people:
            return None
        compatriots = [e for e in people if title.countries and not title.countries.isdisjoint(self.discourse.countries(e))]
        if len(compatriots) == 1 and phrase.low not in _NEW_PEOPLE:
            return Referent(compatriots[0], "description")
        if title.countries and not kind:
            near = self._nearest(sentence, phrase, {e.id for e in compatriots}) if compatriots else None
            return Referent(near, "description") if near is not None else None
        owner = phrase.tokens[phrase.owner].entity if phrase.owner >= 0 else None
        if owner is not None and owner.type != "PLACE" and kind != "state" and title.head not in _UNIQUE_OFFICES:
            return None
        near = self._nearest(sentence, phrase, {e.id for e in people})
        if near is not None:
            return Referent(near, "description")
        if kind == "state" or (kind and phrase.determiner & DEMONSTRATIVE):
            recent = self._recent_subject(sentence, {e.id for e in people})
            return Referent(recent or people[0], "description")
        return None

    def _nearest(self, sentence: Sentence, phrase: Nominal, wanted: set[str]) -> Entity | None:
        """Who of some people was told last, as a subject or alone, in this sentence or the two before."""
        syntax = syntax_of(sentence)
        if any(t.low in (":", ";") for t in syntax.tokens[: phrase.first]) and syntax.tokens is phrase.tokens:
            for group in syntax.finite:
                told = subject(syntax, group)
                if told is not None and told.last < phrase.first and told.entity is not None and told.entity.id in wanted:
                    return told.entity
        for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
            before = self.discourse.prose.sentences[number]
            if sentence.line - before.line > 2:
                return None
            spoke = [s.entity for _, where, s in self.discourse.spoken if where is before and s.entity]
            if spoke:
                return self.discourse.entities[spoke[-1]] if spoke[-1] in wanted else None
            main = self.discourse.main_subject(before)
            if main is not None:
                referent = self.resolve(main, before, _group_of(before, main))
                if referent.entity is not None and referent.entity.type == "PERSON":
                    return referent.entity if referent.entity.id in wanted else None
            people = {e.id: e for _, _, e in self.discourse.names_in(before, "PERSON")}
            if len(people) == 1:
                only = next(iter(people.values()))
                return only if only.id in wanted else None
            if len(people) > 1:
                return None
        return None

    def _spoken_unnamed(self, phrase: Nominal, sentence: Sentence) -> bool:
        """Whether the same noun was last used of somebody without a name ("un responsable … ce responsable")."""
        for place, where, speaker in reversed(self.discourse.spoken[-4:]):
            if speaker.entity is None and sentence.line - where.line <= 4 and phrase.low in speaker.text.lower():
                return True
        return False

    def _contradicts(self, entity: Entity, title: Title, kind: str) -> bool:
        countries = self.discourse.countries(entity)
        if title.countries and countries and title.countries.isdisjoint(countries):
            return True
        if kind == "state":
            return False
        learned = [t for _, t in self.discourse.titles().get(entity.id, ()) if t.offices]
        if not learned or (kind == "role" and not title.words) or not title.offices:
            return bool(title.words & _PARTING)
        return not any(t.offices & title.offices for t in learned)

    def _recent_subject(self, sentence: Sentence, wanted: set[str]) -> Entity | None:
        """Who of some people was the last subject, or spoke last, in the sentences before."""
        for number in range(sentence.number - 1, max(-1, sentence.number - 6), -1):
            before = self.discourse.prose.sentences[number]
            for _, where, speaker in reversed(self.discourse.spoken):
                if where is before and speaker.entity in wanted:
                    return self.discourse.entities[speaker.entity]
            main = self.discourse.main_subject(before)
            if main is None:
                continue
            referent = self.resolve(main, before, _group_of(before, main))
            if referent.entity is not None and referent.entity.id in wanted:
                return referent.entity
        return None

    def _body(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« le ministère », « la fédération », « l'organisation »: a body whose name or title begins with the noun."""
        if not phrase.determiner & (DEFINITE | DEMONSTRATIVE) or phrase.owner >= 0:
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
            named = {m.text.split()[0].lower() for m in entity.mentions} | {entity.canonical.split()[0].lower()}
            taught = [t for _, t in self.discourse.titles().get(entity.id, ())]
            if phrase.low in named and not (title.words - _words_of(entity)):
                return Referent(entity, "title")
            if any(t.head == title.head and (title.words <= t.words or not title.words) for t in taught):
                return Referent(entity, "title")
            if generic is None and phrase.low in _GENERIC_BODIES:
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

    def _owned(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« les services de X » stay unnamed; « le communiqué du Kremlin », « le compte de X » lead to the owner."""
        if phrase.owner >= 0 and "text" in phrase.speech:
            entity = phrase.tokens[phrase.owner].entity
            if entity is not None and entity.type != "PLACE":
                return Referent(entity, "title")
        if phrase.owner < 0 and phrase.speech and phrase.determiner & (DEFINITE | DEMONSTRATIVE):
            for _, where, speaker in reversed(self.discourse.spoken):
                if sentence.line - where.line > 3:
                    break
                if phrase.low in speaker.text.lower().split() and speaker.entity is not None:
                    return Referent(self.discourse.entities[speaker.entity], "title")
        return None


def _names_topic(tokens: list[Token], i: int) -> bool:
    """Whether a preposition opens the topic of a sentence: "selon X", "d'après X", "pour X", "quant à X"."""
    low, before = tokens[i].low, tokens[i - 1].low if i else ""
    if low in ("à", "au"):
        return before == "quant"
    return low == "selon" or (low == "après" and before == "d'") or (low == "pour" and i == 0)


def _words_of(entity: Entity) -> set[str]:
    return {part for m in entity.mentions for part in fold(m.text).replace("'", " ").replace("-", " ").split()} | set(
        fold(entity.canonical).replace("'", " ").replace("-", " ").split()
    )


def _group_of(sentence: Sentence, phrase: Nominal) -> Group | None:
    """The verb that has a phrase for its subject, roughly: the first finite one behind it."""
    for group in syntax_of(sentence).finite:
        if group.first > phrase.last or group.pronoun_at == phrase.head:
            return group
    return None


def impersonal(found: Nominal, group: Group | None) -> bool:
    """« il faut », « il s'agit », « il y a », « il est probable »."""
    if found.low != "il" and found.tokens[found.head].tag.pronoun != "il" or group is None:
        return False
    if group.lemma in ("falloir", "agir", "suffire"):
        return True
    tokens = found.tokens
    if group.lemma == "avoir":
        return any(t.low == "y" for t in tokens[found.first : group.head])
    after = tokens[group.last + 1 : group.last + 8]
    return group.lemma in ("être", "sembler", "paraître", "devenir") and any(t.low in ("de", "d'", "que", "qu'") for t in after)
