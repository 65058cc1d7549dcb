"""Reading articles from Python: the one place where a spaCy Doc becomes a result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import repeat
from typing import TYPE_CHECKING

from diplo_ner.schema import Extraction

if TYPE_CHECKING:
    from spacy.language import Language


def extract(text: str, *, doc_id: str | None = None, nlp: Language | None = None) -> Extraction:
    """Read one article.

    Args:
        text: The article; it is never altered, and every offset of the result indexes it (Unicode code points).
        doc_id: A name for the article, handed on to the result.
        nlp: A pipeline from ``load``; without it the default one is loaded on first use and kept.

    Returns:
        Entities by first mention, quotes by start.

    Raises:
        ModelError: When no French model is installed.

    Example:
        >>> result = extract("« Nous verrons », a déclaré Sergueï Lavrov à Genève.")
        >>> [(q.text, q.speaker.entity) for q in result.quotes]
        [('Nous verrons', 'serguei-lavrov')]
    """
    return next(extract_many([text], doc_ids=[doc_id], nlp=nlp))


def extract_many(
    texts: Iterable[str],
    *,
    doc_ids: Iterable[str | None] | None = None,
    nlp: Language | None = None,
    n_process: int = 1,
) -> Iterator[Extraction]:
    """Read many articles, lazily and in order.

    Args:
        texts: The articles.
        doc_ids: A name for each, in the same order.
        nlp: A pipeline from ``load``; without it the default one.
        n_process: How many processes read at once.

    Yields:
        One result a text, in the order of the texts.

    Raises:
        ValueError: When ``n_process`` is less than 1.

    Example:
        >>> [r.doc_id for r in extract_many(["Moscou nie.", "Paris aussi."], doc_ids=["a", "b"])]
        ['a', 'b']
    """
    if n_process < 1:
        raise ValueError(f"n_process is {n_process}: give the number of processes, 1 or more")
    from diplo_ner.workers import Failure, map_texts

    nlp = nlp or default_pipeline()
    items = zip(texts, repeat(None) if doc_ids is None else doc_ids, strict=False)
    for result in map_texts(items, partial(_reader, nlp), n_process=n_process):
        if isinstance(result, Failure):
            raise RuntimeError(f"{result.kind}: {result.message}\n{result.trace}")
        yield result


def _reader(nlp: Language) -> Callable[[list[tuple[str, str | None]]], Iterator[Extraction]]:
    """What reads a few articles at once, made anew in each process."""
    from diplo_ner.components.pipes import own_names_of
    from diplo_ner.pipeline import model_name, model_spans
    from diplo_ner.reading import read

    own, name = own_names_of(nlp), model_name(nlp)

    def read_all(items: list[tuple[str, str | None]]) -> Iterator[Extraction]:
        found = model_spans(nlp, [text for text, _ in items])
        for (_, doc_id), (text, spans) in zip(items, found, strict=True):
            entities, quotes, rejected = read(text, spans, own=own)
            yield Extraction(doc_id=doc_id, model=name, entities=entities, quotes=quotes, rejected=rejected)

    return read_all


@lru_cache(maxsize=1)
def default_pipeline() -> Language:
    """The pipeline that ``extract`` uses when none is given."""
    from diplo_ner.pipeline import load

    return load()
