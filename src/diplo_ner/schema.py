"""The result of reading an article: frozen, plain values, and their JSON form.

All offsets are Unicode code points into the caller's text, start inclusive, end exclusive:
``text[m.start:m.end] == m.text`` holds for every mention, quote and speaker.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, field_validator

from diplo_ner.entity_types import ENTITY_TYPES
from diplo_ner.entity_types import EntityType as EntityType
from diplo_ner.errors import ArgumentError, UnknownEntityError, missing_extra
from diplo_ner.frozen import Frozen
from diplo_ner.frozen import FrozenMapping as FrozenMapping

if TYPE_CHECKING:
    from pandas import DataFrame

MentionKind = Literal["name", "acronym", "metonym", "title", "pronoun"]
QuoteKind = Literal["full", "fragment"]
Scalar = str | int | float | bool | None

_SHOWN = 20
"""How many entities the message about an unknown one tells."""


def _from_json(value: object) -> object:
    return json.loads(value) if isinstance(value, str) else value


_Extra = Annotated[
    Mapping[str, Scalar], BeforeValidator(_from_json), AfterValidator(FrozenMapping), PlainSerializer(dict)
]


class Meta(Frozen):
    """The metadata of an article.

    Example:
        >>> Meta(date="2024-02-12", source="Le Courrier", extra={"page": 3}).extra["page"]
        3
    """

    date: str | None = None
    """When it came out, in ISO 8601: ``2024-02-12`` or ``2024-02-12T06:12:00+01:00``."""
    title: str | None = None
    url: str | None = None
    source: str | None = None
    """The outlet."""
    author: str | None = None
    extra: _Extra = FrozenMapping({})
    """What else the caller keeps, under names of the caller's own; read from a mapping, or from its JSON."""

    @field_validator("date", mode="before")
    @classmethod
    def _iso(cls, value: object) -> object:
        if isinstance(value, datetime.date):  # a datetime is one, too
            return value.isoformat()
        if isinstance(value, str):
            try:
                datetime.datetime.fromisoformat(value)
            except ValueError:
                raise ValueError(f"{value!r} is no date in ISO 8601 such as 2024-02-12") from None
        return value


class Mention(Frozen):
    """One place in the text that names an entity."""

    start: int
    end: int
    text: str
    kind: MentionKind = "name"
    reason: str = Field(default="", exclude=True, repr=False)
    """Why the mention is what it is and belongs where it stands; kept out of the JSON."""


class Entity(Frozen):
    """One thing in the world with all its mentions, in the order of the text."""

    id: str
    type: EntityType
    canonical: str
    country: str | None = None
    """ISO 3166-1 alpha-2, or the code of a former state (SU, YU, CS, DD); XK for Kosovo."""
    wikidata: str | None = None
    """The item of Wikidata (``Q7747``), where the tables or the user's own names tell it."""
    known: bool = False
    """Whether the tables or the user's own names hold it; otherwise it is a name that the text alone tells."""
    mentions: tuple[Mention, ...] = ()


class Speaker(Frozen):
    """Who says the words: an entity's id where one is named, and the words that tell it."""

    entity: str | None
    text: str
    start: int
    end: int


class Candidate(Frozen):
    """Somebody else who might say the words of a quote: by which rule, and by which words that report."""

    speaker: Speaker
    cue: str | None
    rule: str


class Quote(Frozen):
    """Words between quotation marks that somebody said or wrote; marks and inner spaces left out."""

    start: int
    end: int
    text: str
    kind: QuoteKind
    cue: str | None = None
    speaker: Speaker | None = None
    co_speakers: tuple[Speaker, ...] = ()
    """Who else says the words, where several who are named say them together; the first of them is the speaker."""
    confidence: float = 0.0
    rule: str = ""
    candidates: tuple[Candidate, ...] = Field(default=(), exclude=True, repr=False)
    """Who else might say the words, the likeliest first, where the rule is often wrong; for Python alone."""

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """All who say the words, the first first."""
        return (self.speaker, *self.co_speakers) if self.speaker is not None else ()

    def with_speakers(self, change: Callable[[Speaker], Speaker]) -> Quote:
        """The same quote with the speaker, those beside him and the other candidates changed by a function."""
        speaker = change(self.speaker) if self.speaker is not None else None
        others = tuple(change(other) for other in self.co_speakers)
        candidates = tuple(one.model_copy(update={"speaker": change(one.speaker)}) for one in self.candidates)
        return self.model_copy(update={"speaker": speaker, "co_speakers": others, "candidates": candidates})


class Rejected(Frozen):
    """A passage between quotation marks that gives back nobody's words: a title, a name, a word held at a distance."""

    start: int
    end: int
    text: str
    rule: str
    confidence: float = 0.0


class Fault(Frozen):
    """Why an article could not be read: the class of the exception that stopped its reading, and what it said."""

    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.message}"


class Extraction(Frozen):
    """All that was read in one article; entities by first mention, quotes by start.

    Example:
        >>> result = Extraction(doc_id="a", model="m", entities=(Entity(id="FR", type="COUNTRY", canonical="France"),))
        >>> result.entities_of("COUNTRY")[0].id
        'FR'
        >>> result
        <Extraction a: 1 entity, 0 quotes, by m>
    """

    doc_id: str | None
    model: str
    meta: Meta | None = None
    """What the caller told of the article."""
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    rejected: tuple[Rejected, ...] = Field(default=(), exclude=True)
    """Passages between marks that are no quotes, by start; kept out of the JSON."""
    error: Fault | None = Field(default=None, exclude_if=lambda fault: fault is None)
    """Why the article could not be read (``extract_many(…, on_error="keep")``); then it holds no findings."""

    def entity(self, who: str) -> Entity:
        """The entity with an id or a name.

        Args:
            who: Its id, its canonical name or one of its mentions, in any case; an id goes before a name.

        Raises:
            UnknownEntityError: When there is none, or several share that name; the message tells those that there are.
        """
        found = self._called(who)
        if len(found) == 1:
            return found[0]
        many = f"{len(found)} entities are" if found else "no entity is"
        raise UnknownEntityError(f"{many} called {who!r}", advice=_one_of(found or self.entities))

    def _called(self, who: str) -> tuple[Entity, ...]:
        """The entities with an id, else a canonical name, else a mention, as it is spelled or else in any case."""
        if not isinstance(who, str):
            raise ArgumentError(f"who is of type {type(who).__name__}", advice="give an id or a name")
        for names in (_ids, _canonicals, _mentions):
            for spelled in (str, str.casefold):
                found = tuple(e for e in self.entities if spelled(who) in map(spelled, names(e)))
                if found:
                    return found
        return ()

    def entities_of(self, kind: EntityType) -> tuple[Entity, ...]:
        """The entities of one type, which may be told in any case, by first mention.

        Raises:
            ArgumentError: When there is no such type.
        """
        if str(kind).upper() not in ENTITY_TYPES:
            raise ArgumentError(f"there is no type {kind!r}", advice=f"give one of {', '.join(ENTITY_TYPES)}")
        return tuple(e for e in self.entities if e.type == kind.upper())

    def quotes_by(self, who: str, *, missing_ok: bool = False) -> tuple[Quote, ...]:
        """The quotes of an entity, by start.

        Args:
            who: Its id or a name of it, as ``entity`` takes them.
            missing_ok: Whether an article that does not name it has no quotes of it, and is no error.

        Raises:
            UnknownEntityError: When there is none, or several share that name.
        """
        if missing_ok and not self._called(who):
            return ()
        ident = self.entity(who).id
        return tuple(q for q in self.quotes if any(s.entity == ident for s in q.speakers))

    def to_dataframe(self) -> DataFrame:
        """The mentions as a pandas DataFrame, one row each, in order of the text.

        Columns: doc, entity, type, canonical, country, mention, kind, start, end.

        Raises:
            MissingExtraError: When pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise missing_extra("pandas", "pandas", "DataFrames") from None
        rows = [
            (self.doc_id, e.id, e.type, e.canonical, e.country, m.text, m.kind, m.start, m.end)
            for e in self.entities
            for m in e.mentions
        ]
        columns = ["doc", "entity", "type", "canonical", "country", "mention", "kind", "start", "end"]
        return pandas.DataFrame(sorted(rows, key=lambda row: row[7]), columns=columns)

    def __repr__(self) -> str:
        if self.error is not None:
            return f"<Extraction {self.doc_id or 'of a text'}: not read, {self.error}>"
        entities = f"{len(self.entities)} {'entity' if len(self.entities) == 1 else 'entities'}"
        quotes = f"{len(self.quotes)} {'quote' if len(self.quotes) == 1 else 'quotes'}"
        return f"<Extraction {self.doc_id or 'of a text'}: {entities}, {quotes}, by {self.model}>"

    def __str__(self) -> str:
        return repr(self)

    def _repr_html_(self) -> str:
        """Small tables for notebooks; everything from the article is escaped."""
        from diplo_ner.notebook import as_html

        return as_html(self)


def _ids(entity: Entity) -> tuple[str, ...]:
    return (entity.id,)


def _canonicals(entity: Entity) -> tuple[str, ...]:
    return (entity.canonical,)


def _mentions(entity: Entity) -> tuple[str, ...]:
    return tuple(m.text for m in entity.mentions)


def _one_of(entities: Sequence[Entity]) -> str:
    """The advice to take one of some entities, of the first of many."""
    shown = [f"{e.id} ({e.canonical})" for e in entities[:_SHOWN]]
    more = f" and {len(entities) - _SHOWN} more" if len(entities) > _SHOWN else ""
    return f"there are {', '.join(shown)}{more}" if shown else "there is none in this article"
