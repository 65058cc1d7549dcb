"""What several articles give to the report: their entities across articles, who is quoted how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..safe import item_of, one_line
from ..schema import Entity, Extraction
from ..wording.words import Words
from .articles import article_entry, names_of
from .entries import ArticleEntry, EntityId, RunEntityEntry, RunEntry, RunSpeakerEntry


@dataclass(slots=True)
class _Held:
    first: Entity
    names: Counter[str] = field(default_factory=Counter)
    articles: Counter[int] = field(default_factory=Counter)


def run_entry(extractions: Sequence[Extraction], texts: Sequence[str], words: Words) -> RunEntry:
    """All that the report shows of a run.

    An entity of one type and id is one in all articles, under the name that it bears where it is first met.
    """
    held: dict[EntityId, _Held] = {}
    for number, extraction in enumerate(extractions, 1):
        for entity in extraction.entities:
            found = held.setdefault((entity.type, entity.id), _Held(entity))
            found.names.update(names_of(entity))
            found.articles[number] += len(entity.mentions)
    keys = {entity: f"e{place}" for place, entity in enumerate(held)}
    articles = tuple(
        article_entry(number, extraction, text, keys, words)
        for number, (extraction, text) in enumerate(zip(extractions, texts, strict=True), 1)
    )
    return RunEntry(
        articles=articles,
        entities=tuple(sorted((_entity(keys[i], h) for i, h in held.items()), key=_by_spread)),
        speakers=_speakers(articles, words),
        quotes=sum(article.quotes for article in articles),
        models=tuple(dict.fromkeys(article.model for article in articles)),
    )


def _entity(key: str, held: _Held) -> RunEntityEntry:
    return RunEntityEntry(
        key=key,
        id=held.first.id,
        name=one_line(held.first.canonical),
        type=held.first.type,
        country=held.first.country,
        item=item_of(held.first.wikidata),
        mentions=held.articles.total(),
        variants=tuple(held.names.most_common()),
        articles=tuple(held.articles.items()),
    )


def _by_spread(entity: RunEntityEntry) -> tuple[int, int]:
    return -len(entity.articles), -entity.mentions


def _speakers(articles: Sequence[ArticleEntry], words: Words) -> tuple[RunSpeakerEntry, ...]:
    names: dict[EntityId, tuple[str, str]] = {}
    counts: dict[EntityId, Counter[int]] = defaultdict(Counter)
    unnamed: Counter[int] = Counter()
    nobody: Counter[int] = Counter()
    for article in articles:
        for speaker in article.speakers:
            voice = speaker.voice
            if voice.entity is not None:
                names.setdefault(voice.entity, (voice.key, voice.name))
                counts[voice.entity][article.number] += len(speaker.quotes)
            else:
                (unnamed if voice.is_told else nobody)[article.number] += len(speaker.quotes)
    found = [RunSpeakerEntry(*names[i], i[0], c.total(), tuple(c.items())) for i, c in counts.items()]
    found.sort(key=lambda speaker: (-speaker.quotes, -len(speaker.articles)))
    for key, rest in (("unnamed", unnamed), ("nobody", nobody)):
        if rest:
            found.append(RunSpeakerEntry(None, words("label", key), None, rest.total(), tuple(rest.items())))
    return tuple(found)
