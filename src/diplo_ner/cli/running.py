"""A run over documents: read, extract, give ids across the run; what fails is told and the rest goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Self

from ..errors import OutputError
from ..io.counting import count_documents
from ..io.document import Document, Failure, Note
from ..io.readers import read_sources
from ..io.sources import TABLES, Source, find_sources
from ..io.spool import Done, Spool
from .console import Console, Progress
from .engine import Engine, model_name
from .exits import Exit
from .extracting import extract_documents
from .inputs import without_outputs
from .job import Job
from .notes import Notes

_IN_MEMORY = 64 << 20


class Run:
    """One run of a job.

    Args:
        job: what the user asked for.
        engine: the library.
        console: where failures and notes are told.
        keep: the file that holds finished documents until the output is written, so that an interrupted run
            can go on; None for a run that cannot.

    Attributes:
        failures: the inputs that gave nothing, so far.
        resumed: whether it goes on with an interrupted run.
        extras: names of what was kept of the documents read so far, in the order in which they came.

    Raises:
        OutputError: an interrupted run is there, and the job says neither to go on with it nor to begin anew.
    """

    def __init__(self, job: Job, engine: Engine, console: Console, *, keep: Path | None = None) -> None:
        there = keep is not None and keep.exists()
        if there and not (job.resume or job.force):
            raise OutputError(
                "an interrupted run is there", advice="say --resume to go on with it, --force to begin anew"
            )
        self.job = job
        self.engine = engine
        self.console = console
        self.failures: list[Failure] = []
        self.sources = list(without_outputs(find_sources(job.paths), job))
        self.resumed = there and job.resume
        if any(isinstance(source, Source) and source.format == "html" for source in self.sources):
            _hush("trafilatura", "htmldate")
        self.extras: dict[str, None] = {}
        self._keep = keep
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and self.kept:
            self.console.note("what was read so far is kept: the same command with --resume goes on")

    @property
    def status(self) -> Exit:
        """The exit status that the failures so far call for."""
        return Exit.SOME_FAILED if self.failures else Exit.OK

    @property
    def kept(self) -> bool:
        """Whether finished documents lie on disk, for ``--resume``."""
        return self._keep is not None and self._keep.exists()

    def fail(self, failure: Failure) -> None:
        """Note and tell an input that gave nothing."""
        self.failures.append(failure)
        self.console.failure(failure)

    def plain_documents(self) -> list[str]:
        """Names of documents that are known before anything is read: those of files that hold one each."""
        form = self.job.read.format
        return [s.doc_id for s in self.sources if isinstance(s, Source) and (form or s.format) not in TABLES]

    def results(self) -> Iterator[Done]:
        """Load the model, then give the documents with their results lazily, in the order of the input.

        Raises:
            ConfigurationError: the model or the file of names cannot be used.
        """
        return self._results(self.engine.load(self.job.model, names=self.job.names))

    def _results(self, nlp: Any) -> Iterator[Done]:
        if self.job.merge or self._keep:
            with self._spool(nlp) as spool:
                yield from self._by_way_of(spool, nlp)
        else:
            with self._told():
                yield from self._extracted(self._documents(), nlp)

    def finish(self) -> Exit:
        """End a run whose output is written: what was kept goes, the list of failures is written."""
        if self._keep is not None:
            self._keep.unlink(missing_ok=True)
        if self.job.failures is not None:
            from ..io.failures import write_failures

            write_failures(self.job.failures, self.failures, force=self.job.force)
        return self.status

    def _by_way_of(self, spool: Spool, nlp: Any) -> Iterator[Done]:
        order: list[str] = []
        done: set[str] = set()

        def missing() -> Iterator[Document]:
            for document in self._documents():
                order.append(document.doc_id)
                if spool.holds(document):
                    done.add(document.doc_id)
                    self._advance()
                else:
                    yield document

        with self._told():
            for document, extraction in self._extracted(missing(), nlp):
                spool.append(document, extraction)
                done.add(document.doc_id)
        finished = [doc_id for doc_id in order if doc_id in done]
        if not self.job.merge:
            yield from (spool.get(doc_id) for doc_id in finished)
            return
        run = self.engine.new_run()
        for doc_id in finished:
            run.note(spool.get(doc_id).extraction)
        merged = run.merge()
        for number, doc_id in enumerate(finished):
            document, extraction = spool.get(doc_id)
            yield Done(document, merged.apply(extraction, number))

    def _documents(self) -> Iterator[Document]:
        notes = Notes(self.console)
        for found in read_sources(self.sources, self.job.read):
            if isinstance(found, Failure):
                self.fail(found)
                if found not in self.sources:
                    self._advance()
            elif isinstance(found, Note):
                self.console.note(str(found))
            else:
                for words in found.notes:
                    notes.tell(found.source, words)
                if found.meta is not None:
                    self.extras.update(dict.fromkeys(found.meta.extra))
                yield found
        notes.tell_rest()

    def _extracted(self, documents: Iterator[Document], nlp: Any) -> Iterator[Done]:
        for document, extraction in extract_documents(
            documents,
            self.engine,
            nlp,
            n_process=self.job.n_process,
            on_failure=self.fail,
            on_break=self.console.note,
        ):
            self._advance()
            yield Done(document, extraction.model_copy(update={"meta": document.meta}))

    def _advance(self) -> None:
        if self._progress is not None:
            self._progress.advance()

    @contextmanager
    def _told(self) -> Iterator[None]:
        held_back = self.job.merge or self.job.output is not None
        with self.console.progress(self._total, shown=held_back or not _stdout_is_terminal()) as self._progress:
            yield
        self._progress = None

    def _total(self) -> int | None:
        sources = [source for source in self.sources if isinstance(source, Source)]
        return count_documents(sources, self.job.read)

    @contextmanager
    def _spool(self, nlp: Any) -> Iterator[Spool]:
        from .. import __version__

        header = {
            "diplo_ner": __version__,
            "model": model_name(nlp),
            "names": sha256(self.job.names.read_bytes()).hexdigest() if self.job.names else None,
        }
        with self._spool_file() as stream:
            spool = Spool(stream, header)
            if self.resumed:
                self.console.note(f"{len(spool)} documents were done before the interruption")
            try:
                yield spool
            finally:
                if self._keep is not None and not len(spool):
                    self._keep.unlink(missing_ok=True)

    def _spool_file(self) -> IO[bytes]:
        from tempfile import SpooledTemporaryFile

        if self._keep is None:
            return SpooledTemporaryFile(_IN_MEMORY)
        return self._keep.open("r+b" if self.resumed else "w+b")


def _hush(*libraries: str) -> None:
    """Keep what libraries log of a page off stderr: a page that fails is told as a failure."""
    import logging

    for library in libraries:
        logging.getLogger(library).addHandler(logging.NullHandler())


def _stdout_is_terminal() -> bool:
    try:
        return os.isatty(1)
    except OSError:
        return False
