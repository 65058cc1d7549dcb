"""From documents to results, so that a document that fails, or a worker that dies, costs nothing else."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import tee
from typing import Any

from ..errors import ConfigurationError, DiploNerError
from ..io.document import Document, Failure
from ..io.spool import Done
from .engine import Engine

_BUG = "this is a fault of diplo_ner: please report it with the text"


def extract_documents(
    documents: Iterable[Document],
    engine: Engine,
    nlp: Any,
    *,
    n_process: int = 1,
    on_failure: Callable[[Failure], None],
    on_break: Callable[[str], None] | None = None,
) -> Iterator[Done]:
    """Results in the order of the documents, lazily.

    Where the stream of results breaks, the documents under way are read again one by one in this process,
    those that fail are told, and the stream goes on behind them.

    Args:
        documents: what to read.
        engine: the library.
        nlp: a pipeline that it loaded.
        n_process: how many processes read.
        on_failure: is told each document that fails.
        on_break: is told when the stream broke for a reason that lies in no document (a process died).

    Raises:
        ConfigurationError: the settings are wrong; no document is to blame.
    """
    waiting: deque[Document] = deque()
    unread: list[Exception] = []

    def remembered() -> Iterator[Document]:
        try:
            for document in documents:
                waiting.append(document)
                yield document
        except Exception as problem:
            unread.append(problem)
            raise

    source = remembered()
    while True:
        for_texts, for_ids = tee(source)
        try:
            for extraction in engine.extract_many(
                (document.text for document in for_texts),
                doc_ids=(document.doc_id for document in for_ids),
                nlp=nlp,
                n_process=n_process,
                on_error="keep",
            ):
                document = waiting.popleft()
                if extraction.error is None:
                    yield Done(document, extraction)
                else:
                    on_failure(Failure(document.source, str(extraction.error), _BUG, document.doc_id))
            if not waiting:
                return
            broken: Exception = RuntimeError("no result came")
        except ConfigurationError:
            raise
        except Exception as problem:
            if not waiting:
                raise
            broken = problem
            if on_break is not None and isinstance(problem, DiploNerError):
                on_break(problem.message)
        yield from _one_by_one(waiting, engine, nlp, broken, on_failure)
        if unread:
            raise unread[0]


def _one_by_one(
    waiting: deque[Document],
    engine: Engine,
    nlp: Any,
    broken: Exception,
    on_failure: Callable[[Failure], None],
) -> Iterator[Done]:
    while waiting:
        document = waiting.popleft()
        try:
            yield Done(document, engine.extract(document.text, doc_id=document.doc_id, nlp=nlp))
        except ConfigurationError:
            raise
        except Exception as problem:
            reason = f"{type(problem).__name__}: {problem or broken}"
            on_failure(Failure(document.source, reason, _BUG, document.doc_id))
