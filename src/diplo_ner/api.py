"""Reading articles from Python: the one place where a spaCy Doc becomes a result."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import tee
from typing import TYPE_CHECKING, Any, NamedTuple

from diplo_ner.arguments import OnError, check_many, check_text, named
from diplo_ner.errors import ArgumentError, InputError, ReadingError
from diplo_ner.schema import Extraction, Fault, Meta

if TYPE_CHECKING:
    from spacy.language import Language

    from diplo_ner.workers import Failure


Told = Meta | Mapping[str, object] | None
"""What a caller tells of an article."""


class _Item(NamedTuple):
    text: str
    meta: Meta | None
    doc_id: str | None


def extract(
    text: str, *, doc_id: str | None = None, meta: Told = None, nlp: Language | None = None, quotes: bool = True
) -> Extraction:
    """Read one article.

    Args:
        text: The article; it is never altered, and every offset of the result indexes it (Unicode code points).
        doc_id: A name for the article, handed on to the result.
        meta: What is told of the article, handed on to the result: a ``Meta``, or a dict whose fields are known by
            their usual names (``date``, ``headline``, ``link``, ``media_name``) and kept where they are others. A date
            is read as the press writes it; one that cannot be read is kept as it stands, and told as a warning.
        nlp: A pipeline from ``load``; without it the default one is loaded on first use and kept.
        quotes: Whether quotes are read too; for names alone, False saves about a third of the time.

    Returns:
        Entities by first mention, quotes by start.

    Raises:
        ModelError: When no French model is installed.
        ReadingError: When ``text`` is no string, or its reading fails by a fault of the package.

    Example:
        >>> result = extract("« Nous verrons », a déclaré Sergueï Lavrov à Genève.")
        >>> [(q.text, q.speaker.entity) for q in result.quotes]
        [('Nous verrons', 'serguei-lavrov')]
        >>> extract("Moscou attend.", meta={"date": "12 février 2024", "journal": "Le Courrier"}).meta.date
        '2024-02-12'
    """
    return next(extract_many([(text, meta)], doc_ids=[doc_id], nlp=nlp, quotes=quotes))


def extract_many(
    texts: Iterable[str | tuple[str, Told]],
    *,
    doc_ids: Iterable[str | None] | None = None,
    nlp: Language | None = None,
    n_process: int = 1,
    on_error: OnError = "raise",
    quotes: bool = True,
) -> Iterator[Extraction]:
    """Read many articles, lazily and in order.

    Args:
        texts: The articles, each a text, or a text and what is told of it.
        doc_ids: A name for each, in the same order.
        nlp: A pipeline from ``load``; without it the default one.
        n_process: How many processes read at once.
        on_error: What becomes of an article that cannot be read, because it is None or NaN in place of a text, or by
            a fault of the package: "raise" ends the run with an error that names it, "skip" leaves it out and tells
            the log ``diplo_ner``, "keep" gives a result without findings in its place, whose ``error`` says why.
        quotes: As in ``extract``.

    Yields:
        One result a text, in the order of the texts.

    Raises:
        ArgumentError: At once for one string in place of many, ``n_process`` less than 1 and the like; behind the
            results for what shows later: more texts than ``doc_ids`` or fewer, a name that is no string, what is told
            of an article that is neither a ``Meta`` nor a dict.
        ReadingError: When an article cannot be read and ``on_error`` is "raise".
        WorkerError: When one of several processes dies.

    Example:
        >>> [r.doc_id for r in extract_many(["Moscou nie.", "Paris aussi."], doc_ids=["a", "b"])]
        ['a', 'b']
        >>> [str(r.error) for r in extract_many(["Moscou nie.", None], on_error="keep")]
        ['None', 'InputError: the text is None']
    """
    check_many(texts, doc_ids, nlp=nlp, n_process=n_process, on_error=on_error)
    return _read_many(named(texts, doc_ids), nlp, n_process, on_error, quotes)


def _read_many(
    items: Iterator[tuple[Any, str | None]], nlp: Language | None, n_process: int, on_error: OnError, quotes: bool
) -> Iterator[Extraction]:
    from diplo_ner.pipeline import model_name
    from diplo_ner.workers import Failure, map_texts

    nlp = nlp or default_pipeline()
    told, sent = tee(_item(given, doc_id) for given, doc_id in items)
    for number, result in enumerate(map_texts(sent, partial(_reader, nlp, with_quotes=quotes), n_process=n_process)):
        item = next(told)
        doc_id = item.doc_id
        if not isinstance(result, Failure):
            yield result
        elif on_error == "keep":
            fault = Fault(kind=result.kind, message=result.message)
            yield Extraction(doc_id=doc_id, model=model_name(nlp), meta=item.meta, error=fault)
        else:
            problem = _reading_error(result, doc_id, number)
            if on_error == "raise":
                raise problem
            logging.getLogger("diplo_ner").warning("left out: %s", problem.message)


def _reading_error(failure: Failure, doc_id: str | None, number: int) -> ReadingError:
    """The exception that tells of an article that failed."""
    which = f"texts[{number}]" if doc_id is None else f"the article {doc_id!r}, texts[{number}],"
    fault = failure.kind != InputError.__name__
    error = ReadingError(
        f"{which} cannot be read: {f'{failure.kind}: ' if fault else ''}{failure.message}",
        advice=("please report this fault of diplo_ner with the text; " if fault else "")
        + 'extract_many(…, on_error="skip") leaves it out, "keep" tells it in a result',
    )
    error.doc_id, error.number, error.trace = doc_id, number, failure.trace
    error.kind, error.reason = failure.kind, failure.message
    return error


def _item(given: Any, doc_id: str | None) -> _Item:
    if not (isinstance(given, tuple) and len(given) == len(("text", "meta"))):
        return _Item(given, None, doc_id)
    text, told = given
    if told is None or isinstance(told, Meta):
        return _Item(text, told, doc_id)
    if not isinstance(told, Mapping):
        advice = "give a Meta, a dict or None"
        raise ArgumentError(f"what is told of {doc_id or 'an article'} is of type {type(told).__name__}", advice=advice)
    from diplo_ner.metadata.records import read_meta

    meta, notes = read_meta(told)
    for note in notes:
        warnings.warn(f"{doc_id or 'an article'}: {note}", stacklevel=3)
    return _Item(text, meta, doc_id)


def _reader(nlp: Language, *, with_quotes: bool) -> Callable[[list[_Item]], Iterator[Extraction]]:
    """What reads a few articles at once, made anew in each process."""
    from diplo_ner.components.pipes import own_names_of
    from diplo_ner.pipeline import model_name, model_spans
    from diplo_ner.reading import read

    own, name = own_names_of(nlp), model_name(nlp)

    def read_all(items: list[_Item]) -> Iterator[Extraction]:
        for item in items:
            check_text(item.text)
        found = model_spans(nlp, [item.text for item in items])
        for item, (text, spans) in zip(items, found, strict=True):
            entities, quotes, rejected = read(text, spans, own=own, quotes=with_quotes)
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
