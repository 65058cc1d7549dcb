"""Reading articles from Python: the one place where a spaCy Doc becomes a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
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
        ModelNotFoundError: When no French model is installed.

    Example:
        >>> result = extract("« Nous verrons », a déclaré Sergueï Lavrov à Genève.")
        >>> [(q.text, q.speaker.entity) for q in result.quotes]
        [('Nous verrons', 'sergueï-lavrov')]
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
    from diplo_ner.components.pipes import own_names_of
    from diplo_ner.pipeline import model_name, model_spans
    from diplo_ner.reading import read

    nlp = nlp or default_pipeline()
    name = model_name(nlp)
    own = own_names_of(nlp)
    ids = repeat(None) if doc_ids is None else doc_ids
    for (text, spans), doc_id in zip(model_spans(nlp, texts), ids, strict=False):
        entities, quotes = read(text, spans, own=own)
        yield Extraction(doc_id=doc_id, model=name, entities=entities, quotes=quotes)


@lru_cache(maxsize=1)
def default_pipeline() -> Language:
    """The pipeline that ``extract`` uses when none is given."""
    from diplo_ner.pipeline import load

    return load()
