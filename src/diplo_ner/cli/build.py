"""The command that makes a store, and adds to it: what is there already is not read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError, DiploNerError
from ..io.counting import count_documents
from ..io.document import Document, Failure, Note
from ..io.readers import read_sources
from ..io.sources import Source, find_sources, why
from ..store.adding import Adding, arrow, digest_of
from ..store.build import check_made_with, finish_store, store_counts
from ..store.opening import open_to_write
from ..store.results import holds_results, read_results
from .console import Console, Progress
from .engine import Engine, model_name
from .exits import Exit
from .extracting import extract_documents
from .inputs import without_outputs
from .job import Job
from .notes import Notes
from .outputs import check_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_CHUNK = 1 << 20


def build_store(job: Job, engine: Engine) -> int:
    """Read the documents of a job into a store.

    A file that was read to its end is known by its content and passed over; in others, texts that are in the
    store are. A document of one file and name whose text has changed takes the place of the old one.

    Args:
        job: what to read, and the store to write.
        engine: the library.

    Returns:
        The exit status.

    Raises:
        ConfigurationError: no store is named, or another model or other names made it.
        InputError: the file to write is no store.
        OutputError: it cannot be written.
    """
    if job.output is None:
        raise ConfigurationError("a store needs a file", advice="say -o FILE.duckdb")
    if not job.merge:
        raise ConfigurationError("a store merges its entities over the whole", advice="leave out --no-merge")
    arrow()
    check_file(job.failures, force=job.force)
    console = Console(quiet=job.quiet)
    connection = open_to_write(job.output, force=job.force)
    try:
        build = _Build(job, engine, console, connection)
        build.run()
        with console.steps() as tell:
            finish_store(connection, tell)
        console.note(build.summary())
    finally:
        connection.close()
    if job.failures is not None:
        from ..io.failures import write_failures

        write_failures(job.failures, build.failures, force=job.force)
    return Exit.SOME_FAILED if build.failures else Exit.OK


class _File:
    """A file of which documents are under way."""

    def __init__(self, source: Source, digest: str) -> None:
        self.source = source
        self.path = str(source.path.resolve()) if source.path else None
        self.digest = digest
        self.documents = 0
        self.failed = False
        self.whole = False
        """Whether it was read to its end."""


class _Build:
    def __init__(self, job: Job, engine: Engine, console: Console, connection: DuckDBPyConnection) -> None:
        self.failures: list[Failure] = []
        self._job = job
        self._engine = engine
        self._console = console
        self._connection = connection
        self._adding = Adding(connection)
        self._files: list[_File] = []
        self._under_way: dict[str, tuple[_File, str]] = {}
        self._known = 0
        self._progress: Progress | None = None
        self._output = job.output.resolve() if job.output else None

    def run(self) -> None:
        """Read all that is new."""
        sources = list(without_outputs(find_sources(self._job.paths), self._job))
        new = [file for source in sources if (file := self._new(source)) is not None]
        results = [file for file in new if _has_results(file.source, self._job)]
        texts = [file for file in new if file not in results]
        for file in results:
            self._take_in(file)
        if texts:
            self._read(texts)

    def summary(self) -> str:
        """What was done, in a line."""
        told = store_counts(self._connection)
        passed = f", {self._known} known already" if self._known else ""
        held = ", ".join(f"{number} {name}" for name, number in told.items())
        return f"{self._adding.added} documents added{passed}; the store holds {held}"

    def _new(self, source: Source | Failure | Note) -> _File | None:
        if isinstance(source, Failure):
            self._fail(source)
            return None
        if isinstance(source, Note):
            self._console.note(str(source))
            return None
        if source.path is None:
            return _File(source, "")
        try:
            digest = self._digest(source.path)
        except OSError as problem:
            self._fail(Failure(source.shown, *why(problem)))
            return None
        if not self._adding.is_done(digest):
            return _File(source, digest)
        self._known += 1
        return None

    def _digest(self, path: Path) -> str:
        """What tells a file, and the way it is read, from others."""
        read = self._job.read
        told = sha256(repr(read).encode())
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                told.update(chunk)
        return told.hexdigest()[:32]

    def _take_in(self, file: _File) -> None:
        """Take the results of a file in as they are."""
        assert file.source.path is not None
        try:
            for found in read_results(file.source.path, file.source.shown):
                if isinstance(found, Failure):
                    file.failed = True
                    self._fail(found)
                    continue
                extraction, text = found
                digest = digest_of(text if text is not None else extraction.model_dump_json())
                name = self._adding.name_for(extraction.doc_id or "", digest, file.path)
                if name is None:
                    self._known += 1
                    continue
                self._adding.add(extraction.model_copy(update={"doc_id": name}), text, path=file.path, digest=digest)
                file.documents += 1
        except DiploNerError as problem:
            file.failed = True
            self._fail(Failure(file.source.shown, problem.message, problem.advice))
        file.whole = True
        self._end([file])
        self._adding.flush()

    def _read(self, files: list[_File]) -> None:
        nlp = self._engine.load(self._job.model, names=self._job.names)
        self._check(nlp)
        sources = [file.source for file in files]
        try:
            with self._console.progress(lambda: count_documents(sources, self._job.read)) as self._progress:
                for document, extraction in extract_documents(
                    self._documents(files),
                    self._engine,
                    nlp,
                    n_process=self._job.n_process,
                    on_failure=self._fail,
                    on_break=self._console.note,
                ):
                    file, digest = self._under_way.pop(document.doc_id)
                    told = extraction.model_copy(update={"meta": document.meta})
                    self._adding.add(told, document.text, path=file.path, digest=digest)
                    file.documents += 1
                    self._end(self._files)
                    self._advance()
        except BaseException:
            self._adding.flush()
            self._console.note("what was read so far is in the store: the same command goes on")
            raise
        self._end(self._files)
        self._adding.flush()

    def _documents(self, files: list[_File]) -> Iterator[Document]:
        """Documents that are not in the store, under names of their own there."""
        notes = Notes(self._console)
        for file in files:
            self._files.append(file)
            for found in read_sources([file.source], self._job.read):
                if isinstance(found, Failure):
                    file.failed = True
                    self._fail(found)
                    continue
                if isinstance(found, Note):
                    self._console.note(str(found))
                    continue
                digest = digest_of(found.text + (found.meta.model_dump_json() if found.meta else ""))
                name = self._adding.name_for(found.doc_id, digest, file.path, self._under_way)
                if name is None:
                    self._known += 1
                    self._advance()
                    continue
                for words in found.notes:
                    notes.tell(found.source, words)
                self._under_way[name] = (file, digest)
                yield found if name == found.doc_id else replace(found, doc_id=name)
            file.whole = True
        notes.tell_rest()

    def _check(self, nlp: Any) -> None:
        from .. import __version__

        names = self._job.names
        made_with = {
            "model": model_name(nlp),
            "names": sha256(names.read_bytes()).hexdigest() if names else "",
            "diplo_ner": __version__,
        }
        for note in check_made_with(self._connection, made_with):
            self._console.note(note)

    def _end(self, files: list[_File]) -> None:
        """Note the files that are read to their end and of which nothing is under way."""
        busy = {id(file) for file, _ in self._under_way.values()}
        for file in [file for file in files if file.whole and id(file) not in busy]:
            files.remove(file)
            if file.path is not None and not file.failed:
                self._adding.done_with(file.path, file.digest, file.documents)

    def _fail(self, failure: Failure) -> None:
        self.failures.append(failure)
        if failure.doc_id in self._under_way:
            self._under_way.pop(failure.doc_id)[0].failed = True
        self._console.failure(failure)

    def _advance(self) -> None:
        if self._progress is not None:
            self._progress.advance()


def _has_results(source: Source, job: Job) -> bool:
    form = job.read.format or source.format
    return form == "parquet" and source.path is not None and holds_results(source.path)
