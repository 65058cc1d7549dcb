"""What an article gives to the report: its entities with their variants, its quotes by speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from ..safe import item_of, one_line
from ..schema import Entity, Extraction, Meta, Quote, Speaker
from ..wording.words import Words
from .entries import ArticleEntry, EntityEntry, EntityId, QuoteEntry, SpeakerEntry, Voice
from .marking import marked_text, stands

_HEADLINE = 110
_LINKS = ("https://", "http://")


def article_entry(
    number: int, extraction: Extraction, text: str, keys: Mapping[EntityId, str], words: Words
) -> ArticleEntry:
    """All that the report shows of an article.

    Args:
        number: of the article in the run, from 1.
        extraction: what was read in it.
        text: its text, which the offsets index.
        keys: the report's keys of the run's entities.
        words: the report's language.
    """
    entities = [_entity(entity, keys[entity.type, entity.id]) for entity in extraction.entities]
    meta = extraction.meta or Meta()
    voices = _voices(number, extraction, keys, words)
    quotes = [
        _quote(place, quote, said_by, text, words)
        for place, (quote, said_by) in enumerate(zip(extraction.quotes, voices, strict=True), 1)
    ]
    return ArticleEntry(
        number=number,
        name=one_line(extraction.doc_id or "") or f"{words('label', 'article')} {number}",
        headline=one_line(meta.title or "", _HEADLINE) or _headline(text),
        title=one_line(meta.title or "") or None,
        day=meta.date[:10] if meta.date else None,
        source=one_line(meta.source or "") or None,
        link=meta.url if meta.url and meta.url.startswith(_LINKS) else None,
        model=one_line(extraction.model),
        text=marked_text(number, text, extraction, keys, [first for first, *_ in quotes], words),
        entities=tuple(sorted(entities, key=lambda entity: -entity.mentions)),
        speakers=_by_speaker(quotes),
        mentions=sum(entity.mentions for entity in entities),
        quotes=len(quotes),
    )


def names_of(entity: Entity) -> Counter[str]:
    """The words that name an entity in an article, white space aside, with their counts."""
    return Counter(one_line(mention.text) for mention in entity.mentions)


def _headline(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip(" \t\u00a0\u202f\ufeff")), "")
    return one_line(first.lstrip("\ufeff"), _HEADLINE)


def _entity(entity: Entity, key: str) -> EntityEntry:
    return EntityEntry(
        key=key,
        name=one_line(entity.canonical),
        type=entity.type,
        country=entity.country,
        item=item_of(entity.wikidata),
        mentions=len(entity.mentions),
        variants=tuple(names_of(entity).most_common()),
    )


def _voices(article: int, extraction: Extraction, keys: Mapping[EntityId, str], words: Words) -> list[dict[Voice, str]]:
    """Who says each quote, with the words that tell each; two without a name are one voice where those are the same."""
    named = {}
    for entity in extraction.entities:
        id_ = (entity.type, entity.id)
        named[entity.id] = Voice(keys[id_], one_line(entity.canonical), entity.type, id_)
    nobody = Voice(f"a{article}n", words("label", "nobody"), is_told=False)
    unnamed: dict[str, Voice] = {}

    def voice(told: Speaker) -> Voice:
        if told.entity in named:
            return named[told.entity]
        name = one_line(told.text) or told.entity or "?"
        return unnamed.setdefault(name.casefold(), Voice(f"a{article}u{len(unnamed)}", name))

    found: list[dict[Voice, str]] = []
    for quote in extraction.quotes:
        said_by: dict[Voice, str] = {}
        for told in quote.speakers:
            said_by.setdefault(voice(told), one_line(told.text))
        found.append(said_by or {nobody: ""})
    return found


def _quote(number: int, quote: Quote, voices: Mapping[Voice, str], text: str, words: Words) -> list[QuoteEntry]:
    """A quote under each who says it."""
    grounds: list[tuple[str, str]] = []
    rule = one_line(words.rule(quote.rule)) if quote.rule else ""
    if rule:
        grounds.append((words("label", "rule"), rule))
    if quote.confidence:
        grounds.append((words("label", "confidence"), words.share(quote.confidence)))
    found: list[QuoteEntry] = []
    for voice, told in voices.items():
        beside = tuple(other for other in voices if other != voice)
        facts: list[tuple[str, str]] = []
        if voice.is_told:
            facts.append((words("label", "by"), words("label", "quoted").format(told)))
        if beside:
            facts.append((words("label", "with"), ", ".join(other.name for other in beside)))
        if quote.cue:
            facts.append((words("label", "cue"), words("label", "quoted").format(one_line(quote.cue))))
        entry = QuoteEntry(
            number=number,
            text=one_line(quote.text),
            kind=words("quote", quote.kind),
            voice=voice,
            beside=beside,
            is_first=not found,
            rule=rule,
            facts=tuple(facts),
            grounds=tuple(grounds),
            is_marked=stands(text, quote.start, quote.end, quote.text),
        )
        found.append(entry)
    return found


def _by_speaker(quotes: Sequence[Sequence[QuoteEntry]]) -> tuple[SpeakerEntry, ...]:
    held: dict[Voice, list[QuoteEntry]] = defaultdict(list)
    for quote in chain.from_iterable(quotes):
        held[quote.voice].append(quote)
    speakers = [SpeakerEntry(voice, tuple(said)) for voice, said in held.items()]
    return tuple(sorted(speakers, key=_rank))


def _rank(speaker: SpeakerEntry) -> tuple[bool, bool, int]:
    voice = speaker.voice
    return not voice.is_told, voice.entity is None, -len(speaker.quotes)
