"""What an article has told so far: its people, their gender and country, the subject of each sentence, who spoke."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from ...entity_types import types_that
from ...lexicon.countries import by_code
from ...lexicon.persons import by_id
from ...schema import Entity, Speaker
from ...text.fold import fold
from ..grammar.clauses import follows_subordinator
from ..grammar.nominals import Nominal
from ..grammar.prose import Prose
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import syntax_of
from ..marks.spans import inside_any
from ..vocabulary.cues import noun_gender
from ..vocabulary.word_sets import word_set
from .ages import told_ages
from .appositive_titles import addressed, learned_titles
from .genders import addressed_gender, article_gender, given_gender
from .known_offices import home
from .paired_titles import paired_titles
from .roles import Title

_NEAR = 2
"""Lines over which who spoke last may still be taken up."""
_LONGEST_PREFIX = 6
"""Letters in front of a name among which "pro-" or "anti-" stands, with what is in front of it."""


class Turn(NamedTuple):
    """A passage that was given to somebody: where it starts, the sentence it stands in, and who says it."""

    start: int
    sentence: Sentence
    speaker: Speaker


class _Learned:
    """What the whole article tells of its people, whoever has spoken; each thing is looked for once."""

    __slots__ = ("ages", "by_office", "by_title", "genders", "heads", "outside", "titles")

    def __init__(self) -> None:
        self.ages: dict[str, int] = {}
        self.genders: dict[str, str] = {}
        self.by_office: set[str] = set()
        self.by_title: dict[str, str] = {}
        self.heads: dict[str, list[str]] = {}
        self.titles: dict[str, list[tuple[int, Title]]] | None = None
        self.outside: list[tuple[int, int, Entity]] | None = None


class Discourse:
    """The people and bodies of an article, as far as references to them need it.

    Args:
        prose: the article in sentences.
        names: mentions by start: (start, end, entity).
        quoted: spans of the passages; what stands inside is said by others and introduces nobody.
        inner: the sentences inside the passages in which a report stands.
    """

    def __init__(
        self,
        prose: Prose,
        names: Sequence[tuple[int, int, Entity]],
        quoted: Sequence[tuple[int, int]],
        inner: Sequence[Sentence] = (),
    ) -> None:
        self.prose = prose
        self._inner = inner
        self.names = [n for n in names if not _in_adjective(prose.text, n[0])]
        self.quoted = quoted
        self.starts = [n[0] for n in self.names]
        self.entities: dict[str, Entity] = {n[2].id: n[2] for n in names}
        self.spoken: tuple[Turn, ...] = ()
        """Who has spoken before the place that is looked from, in order of the text."""
        self._learned = _Learned()

    def after(self, spoken: tuple[Turn, ...]) -> Discourse:
        """The same article from a place before which these have spoken; what was learned of its people is shared."""
        later = copy(self)
        later.spoken = spoken
        return later

    def last_speaker(self, sentence: Sentence, *, most: int | None = None) -> Entity | None:
        """Who spoke last before a sentence, if that was near and an entity is told.

        Near is a line or two before, or at the ``most`` so many sentences.
        """
        last = self.spoken[-1] if self.spoken else None
        if last is None:
            return None
        lines, between = sentence.line - last.sentence.line, sentence.number - last.sentence.number
        if lines > _NEAR if most is None else between > most:
            return None
        return self.entities.get(last.speaker.entity or "")

    def spoken_in(self, sentence: Sentence) -> Iterator[Speaker]:
        """Who has spoken in a sentence, the last first; turns are in order of the text."""
        at = bisect_right(self.spoken, sentence.number, key=lambda turn: turn.sentence.number)
        while at and self.spoken[at - 1].sentence is sentence:
            at -= 1
            yield self.spoken[at].speaker

    @property
    def outside(self) -> list[tuple[int, int, Entity]]:
        """The mentions outside quoted passages, by start."""
        if self._learned.outside is None:
            self._learned.outside = [n for n in self.names if not inside_any(self.quoted, n[0])]
        return self._learned.outside

    def names_in(self, sentence: Sentence, *kinds: str) -> list[tuple[int, int, Entity]]:
        """The mentions of some types in a sentence, outside its passages."""
        at = bisect_left(self.starts, sentence.start)
        found = []
        while at < len(self.names) and self.names[at][0] < sentence.end:
            if self.names[at][2].type in kinds and not inside_any(self.quoted, self.names[at][0]):
                found.append(self.names[at])
            at += 1
        return found

    def people_in(self, sentence: Sentence) -> list[Entity]:
        """The persons named in a sentence, outside its passages, as often as they are."""
        return [entity for _, _, entity in self.names_in(sentence, "PERSON")]

    def titles(self) -> dict[str, list[tuple[int, Title]]]:
        """All titles learned from the article, by entity: where, and what."""
        if self._learned.titles is None:
            self._learned.titles = {}
            for sentence in sorted((*self._sentences_with_names(), *self._inner), key=lambda s: s.start):
                for entity, title, phrase in (*learned_titles(sentence), *paired_titles(sentence)):
                    self._learned.titles.setdefault(entity.id, []).append((phrase.tokens[phrase.first].start, title))
                    self._learned.heads.setdefault(entity.id, []).append(title.head)
                    if phrase.gender == "f":
                        self._learned.by_title[entity.id] = "f"
                    elif phrase.gender == "m" and entity.type == "PERSON":
                        self._learned.by_title.setdefault(entity.id, "m")
                for person, age in told_ages(sentence):
                    self._learned.ages.setdefault(person.id, age)
                for entity, title, place in addressed(sentence):
                    self._learned.titles.setdefault(entity.id, []).append((place, title))
        return self._learned.titles

    def age(self, entity: Entity) -> int | None:
        """How old the article says somebody is, None where it says nothing."""
        self.titles()
        return self._learned.ages.get(entity.id)

    def _sentences_with_names(self) -> list[Sentence]:
        found = []
        at = 0
        for sentence in self.prose.sentences:
            while at < len(self.names) and self.names[at][0] < sentence.start:
                at += 1
            if at < len(self.names) and self.names[at][0] < sentence.end:
                found.append(sentence)
        return found

    def gender(self, entity: Entity) -> str:
        """m, f, p or empty: from a form of address, the given name, the article, the titles; for a country listed."""
        held = self._learned.genders.get(entity.id)
        if held is not None:
            return held
        found = ""
        if entity.type == "COUNTRY":
            country = by_code(entity.country or "")
            found = ("p" if country.gender.endswith("p") else country.gender) if country else ""
        elif entity.type == "PERSON":
            found = self._person_gender(entity)
        else:
            found = self._article_gender(entity)
        self._learned.genders[entity.id] = found
        return found

    def called_in_masculine(self, entity: Entity) -> bool:
        """Whether all titles that the article gives somebody are in the masculine ("le docteur [Prénom Nom]")."""
        self.titles()
        return self._learned.by_title.get(entity.id) == "m"

    def is_called_so(self, entity: Entity) -> bool:
        """Whether only a masculine office tells somebody's gender: women bear those too ("le colonel X … elle")."""
        return self.gender(entity) == "m" and entity.id in self._learned.by_office

    def _person_gender(self, entity: Entity) -> str:
        known = by_id(entity.id)
        told = addressed_gender(self.prose.text, entity) or (known.gender if known is not None else "")
        told = told or given_gender(entity)
        if told:
            return told
        found = self._title_gender(entity)
        if found == "m":
            self._learned.by_office.add(entity.id)
        return found

    def _article_gender(self, entity: Entity) -> str:
        told = article_gender(self.prose.text, entity)
        return told or self._title_gender(entity, *fold(entity.canonical).split()[:1])

    def _title_gender(self, entity: Entity, *more: str) -> str:
        """The gender that the titles of an entity tell, or further nouns said of it."""
        self.titles()
        heads = self._learned.heads.get(entity.id, ())
        told = self._learned.by_title.get(entity.id, "")
        return told if told == "f" else next((g for noun in (*heads, *more) if (g := noun_gender(noun))), told)

    def countries(self, entity: Entity) -> frozenset[str]:
        """What is known of an entity's country: its own, what its titles say, what the table of persons knows."""
        found = {entity.country} if entity.country else set()
        for _, title in self.titles().get(entity.id, ()):
            found |= title.countries
        return frozenset(found) or home(entity)

    def agrees(self, entity: Entity, gender: str, *, plural: bool = False) -> bool:
        """Whether a pronoun or noun of this gender and number may take up an entity."""
        if entity.type not in types_that("speak"):
            return False
        known = self.gender(entity)
        if plural:
            return entity.type != "PERSON" and known in ("p", "") and entity.canonical.endswith("s")
        if known == "p":
            return False
        return not known or not gender or known == gender

    def people_before(self, at: int) -> list[Entity]:
        """People told before a place, the last one first, each once."""
        names = self.outside
        seen: dict[str, Entity] = {}
        for i in range(bisect_left(names, at, key=lambda n: n[0]) - 1, -1, -1):
            if names[i][2].type == "PERSON":
                seen.setdefault(names[i][2].id, names[i][2])
        for turn in reversed(self.spoken):
            entity = self.entities.get(turn.speaker.entity or "") if turn.start < at else None
            if entity is not None and entity.type == "PERSON":
                seen.setdefault(entity.id, entity)
        return list(seen.values())

    def people_after(self, at: int) -> list[Entity]:
        """People told behind a place, the next one first, each once."""
        later = self.outside[bisect_left(self.outside, at, key=lambda n: n[0]) :]
        return list({entity.id: entity for _, _, entity in later if entity.type == "PERSON"}.values())

    def main_subject(self, sentence: Sentence) -> Nominal | None:
        """The subject of a sentence's main clause; kept with the sentence."""
        return sentence.once("main", _main_subject)


def _main_subject(sentence: Sentence) -> Nominal | None:
    syntax = syntax_of(sentence)
    mains = [g for g in syntax.finite if not follows_subordinator(syntax, g)]
    subjects = (subject(syntax, group) for group in (*mains, *syntax.finite))
    found = next((phrase for phrase in subjects if phrase is not None), None)
    if found is not None or syntax.finite:
        return found
    return next((p for p in syntax.phrases(0, len(syntax.tokens)) if p.entity is not None), None)


def _in_adjective(text: str, at: int) -> bool:
    """Whether a name is part of an adjective, so that it tells nobody: "un candidat pro-[X]"."""
    return text[max(0, at - _LONGEST_PREFIX) : at].lower().rpartition(" ")[2] in word_set("side-taking")


def only(some: Iterable[Entity]) -> Entity | None:
    """The one entity among some, however often it is told; None where there are none or several."""
    found = {entity.id: entity for entity in some}
    return next(iter(found.values())) if len(found) == 1 else None
