"""All quotes of a run as data, from which the page's script makes a dossier for each entity and speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..io.sentences import Surroundings
from ..schema import Extraction
from .entries import ArticleEntry, EntityId, RunEntry


def dossier_data(run: RunEntry, extractions: Sequence[Extraction], texts: Sequence[str]) -> dict[str, Any]:
    """What the script needs of a run.

    Args:
        run: What the report shows.
        extractions: What was read, in the order of the run's articles.
        texts: Their texts.

    Returns:
        ``articles``, each (title, day, outlet, address); ``entities``, by their keys, each (name, type, country,
        item of Wikidata, forms, articles); ``quotes``, each (article, number, keys of who says it, the first first,
        the names of those among them that are no entities, confidence in per cent, keys of who is named in it or its
        sentence, words).
    """
    keys = {(entity.type, entity.id): entity.key for entity in run.entities}
    quotes: list[list[Any]] = []
    for article, extraction, text in zip(run.articles, extractions, texts, strict=True):
        quotes.extend(_quotes(article, extraction, text, keys))
    return {
        "articles": [[a.title or a.name, a.day, a.source, a.link] for a in run.articles],
        "entities": {
            entity.key: [
                entity.name,
                entity.type,
                entity.country,
                entity.item,
                [list(form) for form in entity.variants],
                [article for article, _ in entity.articles],
            ]
            for entity in run.entities
        },
        "quotes": quotes,
    }


def _quotes(
    article: ArticleEntry, extraction: Extraction, text: str, keys: Mapping[EntityId, str]
) -> Iterator[list[Any]]:
    around = Surroundings(extraction, text)
    own = {entity.id: keys[entity.type, entity.id] for entity in extraction.entities}
    entries = {entry.number: entry for speaker in article.speakers for entry in speaker.quotes if entry.is_first}
    for number, quote in enumerate(extraction.quotes, 1):
        voices = entries[number].voices
        yield [
            article.number,
            number,
            [voice.key for voice in voices],
            {voice.key: voice.name for voice in voices if voice.entity is None},
            round(100 * quote.confidence),
            [own[ident] for ident in around.about(quote)],
            entries[number].text,
        ]
