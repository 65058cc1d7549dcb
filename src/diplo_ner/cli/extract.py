"""The command that writes whole results: a JSON file for each document, or one file for all."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from ..errors import ConfigurationError, OutputError, OutputExistsError
from ..io.atomic import atomic_write, check_absent
from ..io.document import Failure
from ..io.failures import is_failures, write_failures
from ..io.results import ENDINGS, ResultFormat, open_results, to_json
from ..io.safe_names import Names
from ..io.spool import Done
from ..safe import encodable
from .console import Console
from .engine import Engine
from .job import Job
from .outputs import check_file, kept_beside, kept_inside, open_output
from .running import Run

FAILURES = "failures.csv"
_NOT_RESULTS = frozenset({".csv", ".tsv", ".txt", ".html", ".xlsx"})
_BINARY = frozenset({"parquet", "docbin"})


def write_results(job: Job, engine: Engine, *, format: str | None = None, texts: bool = False) -> int:
    """Read the documents of a job and write their results.

    Args:
        job: what to read and where to write.
        engine: the library.
        format: json (a folder with NAME.json each, or one .json file for one document), or one file for all:
            jsonl, parquet, docbin, conll; None: by the ending of the output, json where it has none of these,
            jsonl without an output.
        texts: with json, write the text that the offsets index as NAME.txt, too.

    Returns:
        The exit status.

    Raises:
        ConfigurationError: the options do not go together.
        OutputError: the output cannot be written.
    """
    form = _format(format, job.output)
    check_file(job.failures, force=job.force)
    if form == "json" and job.output is not None and not _is_one_file(job.output):
        return _into_folder(job, engine, job.output, texts=texts)
    if texts:
        raise ConfigurationError("--texts goes with a folder of JSON files", advice="leave it out")
    return _into_file(job, engine, form)


def _format(format: str | None, output: Path | None) -> ResultFormat:
    known: dict[str, ResultFormat] = {name: name for name in get_args(ResultFormat)}
    by_ending = {ending: name for name, ending in ENDINGS.items() if name != "json"}
    if format is None:
        ending = output.suffix.lower() if output else ""
        if output is not None and ending in _NOT_RESULTS and not output.is_dir():
            raise ConfigurationError(
                f"no results are written as {ending}",
                advice="name a folder, or say --format with another ending",
            )
        return "jsonl" if output is None else by_ending.get(ending, "json")
    if format not in known:
        raise ConfigurationError(f"there is no format {format!r}", advice=f"one of: {', '.join(known)}")
    if format == "json" and output is None:
        raise ConfigurationError("JSON files need a folder", advice="say -o DIR, or --format jsonl")
    return known[format]


def _is_one_file(output: Path) -> bool:
    return output.suffix.lower() == ".json" and not output.is_dir()


def _into_file(job: Job, engine: Engine, form: ResultFormat) -> int:
    file = job.output
    if file is not None and file.is_dir():
        file = file / f"extractions{ENDINGS[form]}"
    check_file(file, force=job.force)
    with Run(job, engine, Console(quiet=job.quiet), keep=kept_beside(file)) as run:
        if form == "json" and (len(run.sources) > 1 or len(run.plain_documents()) != 1):
            raise ConfigurationError("one JSON file holds one document", advice="name a folder, or a .jsonl file")
        results = run.results()
        with open_output(file, force=job.force, binary=form in _BINARY) as stream:
            writer = open_results(stream, form)
            for done in results:
                writer.write(done.document.text, done.extraction)
            writer.close()
        return run.finish()


def _into_folder(job: Job, engine: Engine, folder: Path, *, texts: bool) -> int:
    _make_folder(folder)
    with Run(job, engine, Console(quiet=job.quiet), keep=kept_inside(folder)) as run:
        overwrite = job.force or run.resumed
        target = _Folder(folder, force=overwrite, texts=texts)
        target.check(run.plain_documents())
        for done in run.results():
            try:
                target.write(done)
            except OutputExistsError as problem:
                document = done.document
                run.fail(Failure(document.source, problem.message, problem.advice, document.doc_id))
        target.tell(run.failures)
        return run.finish()


class _Folder:
    """A folder of results; file names are safe and never shared, whatever the documents are called."""

    def __init__(self, folder: Path, *, force: bool, texts: bool) -> None:
        self._folder = folder
        self._force = force
        self._endings = (".json", ".txt") if texts else (".json",)
        self._names = Names()

    def check(self, doc_ids: list[str]) -> None:
        """Make sure, before any text is read, that files known by now may be written.

        Raises:
            OutputExistsError: one exists.
        """
        names = Names()
        for doc_id in doc_ids:
            name = names.of(doc_id)
            for ending in self._endings:
                check_absent(self._folder / (name + ending), force=self._force)

    def write(self, done: Done) -> None:
        """Write the files of a document."""
        contents = (to_json(done.extraction, indent=2) + "\n", encodable(done.document.text))
        name = self._names.of(done.document.doc_id)
        for ending, content in zip(self._endings, contents, strict=False):
            with atomic_write(self._folder / (name + ending), force=self._force) as stream:
                stream.write(content.encode())

    def tell(self, failures: list[Failure]) -> None:
        """Write the list of inputs that failed, or take away that of an earlier run."""
        file = self._folder / FAILURES
        if failures:
            write_failures(file, failures, force=self._force or is_failures(file))
        elif is_failures(file):
            file.unlink()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{folder} is a file", advice="name a folder, or another --format") from None
