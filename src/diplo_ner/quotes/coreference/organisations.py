"""Organisations told again: "le ministère", "la fédération", "l'entreprise", "la présidence française"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ...entity_types import types_that
from ...lexicon.organisations import by_id
from ...schema import Entity
from ...text.fold import fold
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..verbs.tokens import QUOTE, Token, token_at
from ..vocabulary.word_classes import CONTRACTED, DEFINITE, DEMONSTRATIVE, OF
from ..vocabulary.word_sets import word_set
from .body_classes import body_classes, first_words, is_press, may_be_said, may_publish
from .discourse import Discourse, only
from .referents import Referent, words_of_entity
from .roles import Title, bare, seat_country, title_of

_REACH = 12
_MOST_BETWEEN = 5
"""Words in front of a name among which the noun that it depends on may stand."""


class Organisations:
    """Resolves noun phrases that stand for a body of one article.

    Args:
        discourse: what the article has told.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def resolve(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« le ministère », « la fédération », « l'entreprise »: the body told last that the noun may be said of."""
        if not phrase.determiner & (DEFINITE | DEMONSTRATIVE):
            return None
        title = title_of(phrase)
        seat = self._seat(phrase, title)
        if seat is not None:
            return Referent(seat, "title")
        outlet = phrase.people_kind == "outlet"
        in_town = phrase.owner >= 0 and _in_town(phrase)
        if (phrase.owner >= 0 and not in_town) or (phrase.low in word_set("state-force") and not title.countries):
            return None
        at = phrase.tokens[phrase.first].start
        names = self.discourse.outside
        subjects = self._recent_subjects(sentence)
        foremost = subjects | self._last_speaker(sentence)
        recent = foremost | self._told_alone(sentence)
        press = self._sole_outlet(sentence, phrase.low)
        near = self.discourse.prose.sentences[max(0, sentence.number - _REACH)].start
        generic: Entity | None = None
        plain: dict[str, Entity] = {}
        told = title.words - (_place_words(phrase) if in_town else frozenset())
        for i in range(bisect_left(names, at, key=lambda n: n[0]) - 1, -1, -1):
            entity = names[i][2]
            if entity.type != "ORGANISATION":
                continue
            if not in_town and title.countries and entity.country and entity.country not in title.countries:
                continue
            begun = first_words(entity)
            learned = self._learned(entity)
            known = {bare(word) for word in words_of_entity(entity)} | {w for t in learned for w in t.words}
            if phrase.low in begun and phrase.low not in word_set("own-management") and not told - known:
                return Referent(entity, "title")
            if any(t.head == title.head and told <= t.words for t in learned):
                return Referent(entity, "title")
            if names[i][0] < near or (generic is not None and (generic.id in subjects or entity.id not in subjects)):
                continue
            more = told - known
            if outlet:
                fits = entity.id in recent and (
                    may_publish(entity, phrase.low) or may_be_said(title.head, entity, begun, learned)
                )
            elif may_be_said(title.head, entity, begun, learned):
                if phrase.low in word_set("generic-body") and _is_plain(phrase) and not _has_complement(phrase):
                    plain[entity.id] = entity
                fits = not more or in_town or (entity.id in foremost and (len(more) == 1 or _is_plain(phrase)))
            else:
                unknown = by_id(entity.id) is None
                fits = unknown and phrase.low in word_set("generic-body") and entity.id in recent and not more
            if fits or entity.id in press:
                generic = entity
        generic = generic or only(plain.values()) or self._paper(phrase, sentence) or self._told_later(phrase, at)
        if generic is not None and self._is_of_people(phrase, sentence):
            return None
        return Referent(generic, "description") if generic is not None else None

    def of_owner(self, phrase: Nominal, owner: Entity | None) -> Referent | None:
        """« son parti », « son ministère »: the one body of that noun that the article tells somebody to be of."""
        if owner is None:
            return None
        told = {body for _, title in self.discourse.titles().get(owner.id, ()) for body in title.bodies}
        spans = ((s.start, s.end) for _, _, s in self.discourse.spoken if s.entity == owner.id)
        for start, end in spans:
            at = bisect_left(self.discourse.starts, start)
            while at < len(self.discourse.names) and self.discourse.names[at][0] < end:
                told.add(self.discourse.names[at][2].id)
                at += 1
        noun = fold(phrase.low)
        held = (e for ident in told if (e := self.discourse.entities[ident]).type == "ORGANISATION")
        body = only(e for e in held if may_be_said(noun, e, first_words(e), self._learned(e)))
        return Referent(body, "title") if body is not None else None

    def _learned(self, entity: Entity) -> list[Title]:
        """What the article calls a body."""
        return [t for _, t in self.discourse.titles().get(entity.id, ())]

    def _is_of_people(self, phrase: Nominal, sentence: Sentence) -> bool:
        """Whether the article has told of such a body of people without a name: "le mouvement des « marins bleus »"."""
        if phrase.last > phrase.head or phrase.low not in word_set("generic-body"):
            return False
        before = self.discourse.prose.back(sentence, sentence.number)
        return any(phrase.low in one.once("bodies of people", _bodies_of_people) for one in before)

    def begun(self, phrase: Nominal) -> Referent | None:
        """« la conférence épiscopale »: the one body told before whose name begins with all words of a phrase."""
        said = tuple(fold(t.text) for t in phrase.tokens[phrase.head : phrase.last + 1])
        if not phrase.determiner & DEFINITE or not said[1:] or phrase.number == "p":
            return None
        at = phrase.tokens[phrase.first].start
        told = [e for start, _, e in self.discourse.outside if start < at and e.type == "ORGANISATION"]
        named = only(e for e in told if any(_begins(m.text, said) for m in e.mentions))
        return Referent(named, "name") if named is not None else None

    def _told_later(self, phrase: Nominal, at: int) -> Entity | None:
        """The one body of the article that its noun stands with further on ("l'hôpital … . L'hôpital de la [X] …")."""
        noun, countries = fold(phrase.low), title_of(phrase).countries
        if noun in word_set("generic-body") or not any(noun in one.nouns for one in body_classes()):
            return None
        later = [s for s in self.discourse.prose.sentences if s.end > at]
        named = only(e for s in later for start, e in _named_with(s, phrase.low) if start > at)
        if named is None or (countries and named.country and named.country not in countries):
            return None
        return named

    def _seat(self, phrase: Nominal, title: Title) -> Entity | None:
        """« la présidence française »: the palace of that state's president, where the article names it.

        By itself « la présidence » is the only palace named.
        """
        if phrase.low not in word_set("presidency"):
            return None
        palaces = [n[2] for n in self.discourse.names if seat_country(n[2])]
        alone = phrase.last == phrase.head and not title.countries
        return only(palace for palace in palaces if alone or title.countries & seat_country(palace))

    def _recent_subjects(self, sentence: Sentence) -> set[str]:
        """The bodies that were subjects in the sentences right before and in the sentence itself."""
        found: set[str] = set()
        for before in self.discourse.prose.sentences[max(0, sentence.number - 3) : sentence.number + 1]:
            main = self.discourse.main_subject(before)
            if main is not None and main.entity is not None and main.entity.type == "ORGANISATION":
                found.add(main.entity.id)
        return found

    def _last_speaker(self, sentence: Sentence) -> set[str]:
        """The body that spoke last, if that was near."""
        last = self.discourse.last_speaker(sentence)
        return {last.id} if last is not None and last.type == "ORGANISATION" else set()

    def _told_alone(self, sentence: Sentence) -> set[str]:
        """The bodies that are the only one in the sentence before or in the sentence itself."""
        found: set[str] = set()
        for near in self.discourse.prose.sentences[max(0, sentence.number - 1) : sentence.number + 1]:
            told = {e.id for _, _, e in self.discourse.names_in(near, "ORGANISATION")}
            found |= told if len(told) == 1 else set()
        return found

    def _paper(self, phrase: Nominal, sentence: Sentence) -> Entity | None:
        """« le quotidien », « le journal », by itself: the outlet of that kind named last in the sentences before."""
        if phrase.people_kind != "outlet" or phrase.last > phrase.head or phrase.owner >= 0:
            return None
        for before in self.discourse.prose.back(sentence, _REACH):
            told = [e for _, _, e in self.discourse.names_in(before, "ORGANISATION") if is_press(e, phrase.low)]
            if told:
                return told[-1]
        return None

    def _sole_outlet(self, sentence: Sentence, noun: str) -> set[str]:
        """The one outlet of the sentence before that a noun may be said of ("…, cité par [X]. L'agence …")."""
        if not any(fold(noun) in one.nouns for one in body_classes(media=True)):
            return set()
        before = self.discourse.prose.back(sentence, 1)
        told = only(e for s in before for _, _, e in self.discourse.names_in(s, "ORGANISATION") if is_press(e, noun))
        return {told.id} if told is not None else set()


def _bodies_of_people(sentence: Sentence) -> frozenset[str]:
    """The nouns of bodies of a sentence that people told without a name make up ("le mouvement des marins")."""
    tokens = sentence.tokens
    found = set()
    for i, token in enumerate(tokens[:-2]):
        if token.tag.people is None or token.tag.people.kind != "body" or not tokens[i + 1].classes & CONTRACTED:
            continue
        behind = tokens[i + 2]
        if behind.entity is None and (behind.quote >= 0 or behind.classes & QUOTE or behind.low.endswith("s")):
            found.add(token.low)
    return frozenset(found)


def _named_with(sentence: Sentence, noun: str) -> Iterator[tuple[int, Entity]]:
    """The bodies of a sentence whose name begins with a noun, or depends on it: "l'hôpital berlinois de la [X]"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.entity is None or token.entity.type != "ORGANISATION":
            continue
        if fold(token.text.split()[0]) == fold(noun):
            yield token.start, token.entity
        before = tokens[max(0, i - _MOST_BETWEEN) : i]
        near = next((k for k, t in enumerate(before) if t.low == noun), len(before))
        if any(t.classes & (OF | CONTRACTED) for t in before[near:]) and all(map(_links, before[near + 1 :])):
            yield token.start, token.entity


def _begins(name: str, said: tuple[str, ...]) -> bool:
    """Whether a name begins with some words and goes on."""
    parts = tuple(fold(name).replace("'", "' ").split())
    return len(parts) > len(said) and parts[: len(said)] == said


def _links(token: Token) -> bool:
    """Whether a word may stand between a noun and the name that depends on it: "de", an article, an adjective."""
    plain = not token.classes and token.tag.people is None and token.text.islower()
    return plain or bool(token.classes & (OF | CONTRACTED | DEFINITE))


def named_body(phrase: Nominal) -> Referent | None:
    """The body whose name stands behind its noun and an adjective, in marks or not: "le groupe parlementaire [X]"."""
    body = phrase.people_kind == "body" or any(fold(phrase.low) in one.nouns for one in body_classes())
    name = _marked(phrase) if phrase.owner < 0 else phrase.owner if phrase.owner == phrase.last else -1
    if not body or name < 0 or phrase.has_complement:
        return None
    entity = phrase.tokens[name].entity
    return Referent(entity, "name") if entity is not None and entity.type == "ORGANISATION" else None


def _marked(phrase: Nominal) -> int:
    """The index of the name that stands in marks behind a noun: "le collectif « X »"; -1 where none does."""
    tokens, i = phrase.tokens, phrase.last + 1
    opened = token_at(tokens, i).low in word_set("opening-mark")
    return i + 1 if opened and token_at(tokens, i + 2).low in word_set("closing-mark") else -1


def _has_complement(phrase: Nominal) -> bool:
    """Whether something depends on a noun with "de", but for the wing that it stands on ("la coalition de gauche")."""
    tokens = phrase.tokens
    return any(
        t.classes & (OF | CONTRACTED) and tokens[i + 1].low not in word_set("wing")
        for i, t in enumerate(tokens[phrase.head + 1 : phrase.last], phrase.head + 1)
    )


def _is_plain(phrase: Nominal) -> bool:
    """Whether a phrase holds common words only: "l'organisation de défense des droits humains"."""
    return all(t.text[:1].islower() for t in phrase.tokens[phrase.head + 1 : phrase.last + 1])


def _in_town(phrase: Nominal) -> bool:
    """Whether a noun is told by the town or country of its seat: "le quotidien de Buenos Aires"."""
    owner = phrase.tokens[phrase.owner].entity
    return owner is not None and owner.type in types_that("place")


def _place_words(phrase: Nominal) -> frozenset[str]:
    """The words of the town, as a title has them."""
    return frozenset(
        bare(word) for word in fold(phrase.tokens[phrase.owner].text).replace("-", " ").replace("'", " ").split()
    )
