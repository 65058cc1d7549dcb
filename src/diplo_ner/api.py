"""Reading articles from Python: the one place where a spaCy Doc becomes a result."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from diplo_ner.schema import Extraction, Meta

if TYPE_CHECKING:
    from spacy.language import Language


Told = Meta | Mapping[str, object] | None
"""What a caller tells of an article."""


class _Item(NamedTuple):
    text: str
    meta: Meta | None
    doc_id: str | None


def extract(text: str, *, doc_id: str | None = None, meta: Told = None, nlp: Language | None = None) -> Extraction:
    """Read one article.

    Args:
        text: The article; it is never altered, and every offset of the result indexes it (Unicode code points).
        doc_id: A name for the article, handed on to the result.
        meta: What is told of the article, handed on to the result: a ``Meta``, or a dict whose fields are known by
            their usual names (``date``, ``headline``, ``link``, ``media_name``) and kept where they are others. A date
            is read as the press writes it; one that cannot be read is kept as it stands, and told as a warning.
        nlp: A pipeline from ``load``; without it the default one is loaded on first use and kept.

    Returns:
        Entities by first mention, quotes by start.

    Raises:
        ModelError: When no French model is installed.

    Example:
        >>> result = extract("« Nous verrons », a déclaré Sergueï Lavrov à Genève.")
        >>> [(q.text, q.speaker.entity) for q in result.quotes]
        [('Nous verrons', 'serguei-lavrov')]
        >>> extract("Moscou attend.", meta={"date": "12 février 2024", "journal": "Le Courrier"}).meta.date
        '2024-02-12'
    """
    return next(extract_many([(text, meta)], doc_ids=[doc_id], nlp=nlp))


def extract_many(
    texts: Iterable[str | tuple[str, Told]],
    *,
    doc_ids: Iterable[str | None] | None = None,
    nlp: Language | None = None,
    n_process: int = 1,
) -> Iterator[Extraction]:
    """Read many articles, lazily and in order.

    Args:
        texts: The articles, each a text, or a text and what is told of it.
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
    named = zip(texts, repeat(None) if doc_ids is None else doc_ids, strict=False)
    items = (_item(given, doc_id) for given, doc_id in named)
    for result in map_texts(items, partial(_reader, nlp), n_process=n_process):
        if isinstance(result, Failure):
            raise RuntimeError(f"{result.kind}: {result.message}\n{result.trace}")
        yield result


def _item(given: str | tuple[str, Told], doc_id: str | None) -> _Item:
    if isinstance(given, str):
        return _Item(given, None, doc_id)
    text, told = given
    if told is None or isinstance(told, Meta):
        return _Item(text, told, doc_id)
    from diplo_ner.metadata.records import read_meta

    meta, notes = read_meta(told)
    for note in notes:
        warnings.warn(f"{doc_id or 'an article'}: {note}", stacklevel=3)
    return _Item(text, meta, doc_id)


def _reader(nlp: Language) -> Callable[[list[_Item]], Iterator[Extraction]]:
    """What reads a few articles at once, made anew in each process."""
    from diplo_ner.components.pipes import own_names_of
    from diplo_ner.pipeline import model_name, model_spans
    from diplo_ner.reading import read

    own, name = own_names_of(nlp), model_name(nlp)

    def read_all(items: list[_Item]) -> Iterator[Extraction]:
        found = model_spans(nlp, [item.text for item in items])
        for item, (text, spans) in zip(items, found, strict=True):
            entities, quotes, rejected = read(text, spans, own=own)
            yield Extraction(
                doc_id=item.doc_id,
                model=name,
                meta=item.meta,
                entities=entities,
                quotes=quotes,
                rejected=rejected,
            )

    return read_all


@lru_cache(maxsize=1)
def default_pipeline() -> Language:
    """The pipeline that ``extract`` uses when none is given."""
    from diplo_ner.pipeline import load

    return load()
