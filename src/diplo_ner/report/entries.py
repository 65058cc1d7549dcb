"""What the report shows, as plain values that its templates read."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

EntityId = tuple[str, str]
"""Type and id: what makes one entity in all articles of a run."""


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """An entity in an article; all that is its own bears ``key`` in the whole report."""

    key: str
    name: str
    type: str
    country: str | None
    item: str | None
    """Its item in Wikidata."""
    mentions: int
    variants: tuple[tuple[str, int], ...]
    """The words that name it, each with its count, the most frequent first."""

    @property
    def has_variants(self) -> bool:
        """Whether anything but its name names it."""
        return any(words != self.name for words, _ in self.variants)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever says a quote: an entity, somebody without a name, or nobody who is told."""

    key: str
    name: str
    type: str | None = None
    entity: EntityId | None = None
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """A quote as it stands under one who says it; ``number`` counts from 1 in its article."""

    number: int
    text: str
    kind: str
    voice: Voice
    beside: tuple[Voice, ...]
    """Who says it together with the voice, in the order of the text."""
    is_first: bool
    """Whether the voice is the first of those who say it; under the others it stands again."""
    rule: str
    """How it was attributed, in words."""
    facts: tuple[tuple[str, str], ...]
    """What the text tells of its speaker, each a label with its words."""
    grounds: tuple[tuple[str, str], ...]
    """Why it was given to its speaker, in the same form."""
    is_marked: bool
    """Whether it stands in the text where its offsets say."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All who say it, the voice first."""
        return self.voice, *self.beside

    @property
    def who(self) -> str:
        """Their names."""
        return ", ".join(voice.name for voice in self.voices)


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A voice of an article with all its quotes there, in the order of the text; also what it says with others."""

    voice: Voice
    quotes: tuple[QuoteEntry, ...]


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article; ``number`` counts from 1 in the run.

    ``title``, ``day`` (ISO 8601), ``source`` and ``link`` are what was told of it; ``headline`` is its title, else its
    first line.
    """

    number: int
    name: str
    headline: str
    title: str | None
    day: str | None
    source: str | None
    link: str | None
    model: str
    text: Markup
    entities: tuple[EntityEntry, ...]
    """The most frequent first."""
    speakers: tuple[SpeakerEntry, ...]
    """The most quoted first, those without a name behind, nobody last."""
    mentions: int
    quotes: int

    def of_type(self, type_: str) -> tuple[EntityEntry, ...]:
        """The article's entities of one type."""
        return tuple(entity for entity in self.entities if entity.type == type_)


@dataclass(frozen=True, slots=True)
class RunEntityEntry:
    """An entity across the articles of a run; ``articles`` gives its mentions by the article's number."""

    key: str
    id: str
    name: str
    type: str
    country: str | None
    item: str | None
    mentions: int
    variants: tuple[tuple[str, int], ...]
    articles: tuple[tuple[int, int], ...]

    @property
    def has_variants(self) -> bool:
        """Whether anything but its name names it."""
        return any(words != self.name for words, _ in self.variants)


@dataclass(frozen=True, slots=True)
class RunSpeakerEntry:
    """Somebody quoted in a run; ``articles`` gives the quotes by the article's number.

    Without ``key`` it is all those without a name, or nobody.
    """

    key: str | None
    name: str
    type: str | None
    quotes: int
    articles: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RunEntry:
    """All articles of a run, its entities by the number of articles, its speakers by the number of quotes."""

    articles: tuple[ArticleEntry, ...]
    entities: tuple[RunEntityEntry, ...]
    speakers: tuple[RunSpeakerEntry, ...]
    quotes: int
    models: tuple[str, ...]
