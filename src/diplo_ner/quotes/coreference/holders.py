"""Holders: whose office a title is, by what the article calls its people and by the table of persons."""

from __future__ import annotations

from collections.abc import Iterable

from ...schema import Entity
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..vocabulary.cues import noun_gender
from ..vocabulary.word_classes import DEFINITE, POSSESSIVE
from ..vocabulary.word_sets import word_set
from .bearing import contradicts, is_elsewhere
from .binding import named_below
from .discourse import only
from .known_offices import exact_holder, government_spokesman, home, known_titles, only_holder
from .parties import belongs
from .referents import Finder, Referent, reporter
from .roles import Title, match, title_of

_SURE, _SAME, _LIKE, _GUESSED, _LOOSE = 7, 6, 5, 3, 2
"""How well a title fits (``roles.match``): with words of its own beside the noun, whole, as a like office or with other
words, without its country where one person alone is told, under the bare noun or a past office."""
_TOLD = 2
"""What it counts that somebody was told before the title."""
_AHEAD = 3
"""Sentences ahead in which the holder of an office may be named."""


class Holders(Finder):
    """Finds who of the people of one article holds an office."""

    def by_title(self, phrase: Nominal, title: Title, sentence: Sentence, *, ahead: bool = False) -> Referent | None:
        """The person whose title this is; of several, the one whose title fits best and who was told last.

        ``ahead`` takes one who is named with it in the sentences right behind as well.
        """
        at = phrase.tokens[phrase.first].start
        is_bare = not title.words and bool(title.offices & word_set("highest-office"))
        best: tuple[int, int, int, int, str] | None = None
        loose: list[Entity] = []
        barred = named_below(phrase, sentence)
        for identity, learned in self.discourse.titles().items():
            entity = self.discourse.entities[identity]
            if entity.type != "PERSON" or identity in barred:
                continue
            if belongs(entity, title) is False:
                continue
            countries = frozenset((entity.country,)) if entity.country else home(entity)
            score = max((match(title, one, countries) for _, one in learned), default=0)
            if score == _LIKE and is_elsewhere(title, [one for _, one in learned]):
                continue
            if not score or not self._gender_allows(phrase, entity, score):
                continue
            before = [n[0] for n in self.discourse.outside if n[2].id == identity and n[0] < at]
            told = any(place < at for place, _ in learned)
            soon = ahead and score >= _SAME and self._soon(identity, sentence)
            if not before and not told and score < _SURE and not sentence.heading and not soon:
                continue
            if score > _LOOSE and title.countries and not (countries or any(one.countries for _, one in learned)):
                score = _LOOSE if len(self.discourse.people_before(at)) > 1 else _GUESSED
            if score == _LOOSE:
                loose.append(entity)
                if not self._spoke_lately(identity, phrase):
                    continue
            foremost = is_bare and (_is_of_state(title, learned) + self._spoke_lately(identity, phrase))
            rank = (score + (_TOLD if before else 0), foremost, before[-1] if before else -1, len(before), identity)
            if best is None or rank > best:
                best = rank
        precise = bool(title.words) or bool(phrase.determiner & POSSESSIVE)
        lost = title.former and (precise or bool(title.offices & word_set("first-minister")))
        if best is None and lost and len(loose) == 1:
            return Referent(loose[0], "title")
        if best is not None and best[0] <= _LOOSE + _TOLD and len(loose) > 1:
            return None
        if is_bare and not title.countries and best is not None and not best[1]:
            head = self._head_of_state(phrase, title)
            return Referent(head or self.discourse.entities[best[4]], "title")
        spelt = self.in_table(phrase, title) if best is not None and best[0] <= _SAME + _TOLD else None
        if best is not None and spelt is not None and not self._is_called(best[4], title):
            return spelt
        return Referent(self.discourse.entities[best[4]], "title") if best else None

    def _head_of_state(self, phrase: Nominal, title: Title) -> Entity | None:
        """The one told before whom the table knows under a bare office, where another bears it of a club or a union."""
        return only_holder(self.discourse.people_before(phrase.tokens[phrase.first].start), title)

    def in_table(self, phrase: Nominal, title: Title) -> Referent | None:
        """The one told before whom the table knows by these very words, or as the government's spokesman."""
        at = phrase.tokens[phrase.first].start
        people = [e for e in self.discourse.people_before(at) if self.discourse.agrees(e, phrase.gender)]
        holder = exact_holder(people, title) or government_spokesman(people, title)
        holder = holder or exact_holder(self._spoken_of(phrase), title)
        return Referent(holder, "description") if holder is not None else None

    def _spoken_of(self, phrase: Nominal) -> list[Entity]:
        """All persons of the article who agree, those whom only the words of others name among them.

        "La président" is a slip that tells no gender: it leads to nobody.
        """
        article = phrase.tokens[phrase.first].low
        slip = article in word_set("feminine-singular") and noun_gender(title_of(phrase).head) == "m"
        people = (e for e in self.discourse.entities.values() if e.type == "PERSON" and not slip)
        return [e for e in people if self.discourse.agrees(e, phrase.gender)]

    def _soon(self, identity: str, sentence: Sentence) -> bool:
        """Whether somebody is the one person named in the sentences right behind."""
        ahead = self.discourse.prose.sentences[sentence.number + 1 : sentence.number + 1 + _AHEAD]
        return any({e.id for e in self.discourse.people_in(s)} == {identity} for s in ahead)

    def _spoke_lately(self, identity: str, phrase: Nominal) -> bool:
        """Whether somebody was the last to speak: then another word for the office may be his ("le député de X")."""
        return bool(self.discourse.spoken) and self.discourse.spoken[-1][2].entity == identity

    def _gender_allows(self, phrase: Nominal, entity: Entity, score: int) -> bool:
        gender = noun_gender(title_of(phrase).head) or ("f" if phrase.gender == "f" else "")
        known = self.discourse.gender(entity)
        masculine = score >= _SAME and gender == "m" and self.discourse.called_in_masculine(entity)
        return not known or not gender or known == gender or masculine

    def counsel(self, phrase: Nominal) -> Referent | None:
        """« le conseil »: of those told to be lawyers the one who spoke last, or was told last."""
        if phrase.low not in word_set("counsel") or phrase.last != phrase.head or not phrase.determiner & DEFINITE:
            return None
        titles = self.discourse.titles()
        at = phrase.tokens[phrase.first].start
        lawyers = [
            e
            for e in self.discourse.people_before(at)
            if any(t.offices & word_set("lawyer-office") for _, t in titles.get(e.id, ()))
        ]
        spoke = [s.entity for _, _, s in self.discourse.spoken[-1:]]
        lawyer = next((e for e in lawyers if e.id in spoke), None) or next(iter(lawyers), None)
        return Referent(lawyer, "title") if lawyer is not None else None

    def of_owner(self, phrase: Nominal, title: Title) -> Referent | None:
        """« son ministre de l'Intérieur »: the one told before whom the table knows in that office."""
        at = phrase.tokens[phrase.first].start
        people = [e for e in self.discourse.people_before(at) if self.discourse.agrees(e, phrase.gender)]
        holder = only_holder(people, title) if title.words and not title.former else None
        return Referent(holder, "description") if holder is not None else None

    def headlined(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« Un député de la Creuse dénonce … »: in a headline the one whom the next sentence calls so by name."""
        if not sentence.heading or sentence.number or phrase.number == "p" or phrase.people_kind != "person":
            return None
        title = title_of(phrase)
        end = max((s.end for s in self.discourse.prose.sentences[1:2]), default=0)
        called = [
            self.discourse.entities[identity]
            for identity, learned in self.discourse.titles().items()
            if any(at < end and one.head == title.head and title.words & one.words for at, one in learned)
        ]
        fitting = only(e for e in called if e.type == "PERSON" and self.discourse.agrees(e, phrase.gender))
        return Referent(fitting, "title") if fitting is not None else None

    def counsel_told_later(self, phrase: Nominal, title: Title) -> Referent | None:
        """« … », dénonce son avocate. « … », ajoute Me [X]": the one lawyer told next, of whom no client is told.

        The lawyer of the defence is such a one too ("l'avocate de la défense").
        """
        lawyer = word_set("lawyer-office")
        if title.words - word_set("bench") or not title.offices & lawyer:
            return None
        at = phrase.tokens[phrase.first].start
        before = {e.id for e in self.discourse.people_before(at)}
        titles = self.discourse.titles()
        counsel = only(
            e for e in self.discourse.people_after(at) if any(t.offices & lawyer for _, t in titles.get(e.id, ()))
        )
        if counsel is None or counsel.id in before or any(t.words for _, t in titles[counsel.id]):
            return None
        return Referent(counsel, "title") if self.discourse.agrees(counsel, phrase.gender) else None

    def told_later(self, phrase: Nominal, title: Title, sentence: Sentence) -> Referent | None:
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
        may_hold = [e for e in fitting if title.countries or not before or _leads_with(e, told, title)]
        holder = only_holder(may_hold, title) or only_holder([e for e in may_hold if not self._is_foreign(e)], title)
        if holder is not None and (not title.countries or not title.countries.isdisjoint(home(holder))):
            return Referent(holder, "description")
        if any(self.discourse.agrees(e, gender) and not contradicts(self.discourse, e, title, "") for e in told):
            return None
        reach = 5 if sentence.heading else 2
        for after in self.discourse.prose.sentences[sentence.number + 1 : sentence.number + reach]:
            main = self.discourse.main_subject(after)
            main = (reporter(after, main) or main) if main is not None else None
            entity = main.entity if main is not None else None
            if entity is None or entity.type != "PERSON":
                continue
            known = known_titles(entity.id)
            if entity not in fitting or (known and not any(one.head == title.head for one in known)):
                return None
            return Referent(entity, "description")
        return None

    def _is_called(self, identity: str, title: Title) -> bool:
        """Whether the article calls somebody by the very noun of a title, and by no other words beside it."""
        called = (one for _, one in self.discourse.titles()[identity])
        return any(one.head == title.head and title.words <= one.words for one in called)

    def _is_foreign(self, entity: Entity) -> bool:
        """Whether the article tells of what state somebody is, as it does of others than those at home."""
        return any(one.countries for _, one in self.discourse.titles().get(entity.id, ()))


def _leads_with(entity: Entity, told: Iterable[Entity], title: Title) -> bool:
    """Whether a bare office at the head of a government is of the state whose people were told before its holder."""
    return bool(title.offices & word_set("highest-office")) and any(home(entity) & home(e) for e in told)


def _is_of_state(title: Title, learned: Iterable[tuple[int, Title]]) -> bool:
    """Whether somebody is told under the bare title, as heads of state are ("le président X"), and not a club's."""
    return any(one.head == title.head and not one.words for _, one in learned)
