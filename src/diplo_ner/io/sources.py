"""From what the user names to the files to read: files, folders, globs and standard input."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ..safe import encodable
from .document import Failure, Note

Format = Literal[
    "text", "markdown", "html", "xml", "mail", "subtitles", "factiva", "europresse", "json", "jsonl", "csv", "parquet"
]

STDIN = "-"
FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "xml",
    ".rss": "xml",
    ".atom": "xml",
    ".eml": "mail",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
"""How a file is read, by its ending; any other file that is named outright is read as text."""

TABLES: frozenset[Format] = frozenset({"json", "jsonl", "csv", "parquet", "xml", "factiva", "europresse"})
"""Formats whose files may hold several articles."""

_COMPRESSED = ".gz"
_STORES = frozenset({".duckdb", ".wal"})
_GLOB = frozenset("*?[")
_CIRCLE = "a symbolic link in a circle"
_MOST_TOLD = 6
_TAKE_AWAY = "take the link away"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input (``path`` is None)."""

    path: Path | None
    shown: str
    """The file as the user knows it."""
    doc_id: str
    """A name for its document: a named file's without the ending; below a folder, the path from there."""
    format: Format
    named: bool = True
    """Whether the user named it, or it was found in a folder."""

    @property
    def compressed(self) -> bool:
        """Whether it is packed by gzip."""
        return self.path is not None and self.path.suffix.lower() == _COMPRESSED


def find_sources(paths: Iterable[str]) -> Iterator[Source | Failure | Note]:
    """The files that paths name, in the order given; in a folder and for a glob, in the order of names.

    A file that is reached twice is read once. Files of a folder are taken by their ending (see ``FORMATS``),
    hidden ones are passed over, links are followed and a circle of links is told as a failure; a note tells which
    others are passed over, but for those that bear the name of a file that is read (``x.yaml``, ``x.json`` beside
    ``x.txt``: gold, results).
    Two files that would share a document's name (``a/x.txt``, ``b/x.txt``) both take their whole path for a name.
    """
    found = list(_without_repeats(_find(paths)))
    names = Counter(source.doc_id for source in found if isinstance(source, Source))
    for source in found:
        if isinstance(source, Source) and names[source.doc_id] > 1:
            yield replace(source, doc_id=source.shown)
        else:
            yield source


def _without_repeats(found: Iterable[Source | Failure | Note]) -> Iterator[Source | Failure | Note]:
    seen: set[str] = set()
    for source in found:
        if isinstance(source, Source):
            real = os.path.realpath(source.path) if source.path else STDIN
            if real in seen:
                continue
            seen.add(real)
        yield source


def _find(paths: Iterable[str]) -> Iterator[Source | Failure | Note]:
    for name in paths:
        if name == STDIN:
            yield Source(None, "standard input", "stdin", "text")
            continue
        try:
            yield from _named(name)
        except (OSError, ValueError) as problem:
            yield _failure(name, problem)


def _named(name: str) -> Iterator[Source | Failure | Note]:
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if _GLOB.isdisjoint(name):
            raise
        yield from _matching(name)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    else:
        yield _source(path, _bare(path).name)


def _matching(pattern: str) -> Iterator[Source | Failure | Note]:
    path = Path(pattern)
    root = Path(path.anchor) if path.anchor else Path()
    try:
        matches = sorted(root.glob(str(path.relative_to(path.anchor))))
    except NotImplementedError as problem:
        raise ValueError(str(problem)) from None
    if not matches:
        yield Failure(encodable(pattern), "no file matches")
    for match in matches:
        yield from _named(str(match))


def _folder(root: Path) -> Iterator[Source | Failure | Note]:
    files: list[Path] = []
    broken = False
    for found in _below(root):
        if isinstance(found, Failure):
            broken = True
            yield found
        else:
            files.append(found)
    read = {_bare(path) for path in files if format_of(path) not in (None, "json")}
    others: list[Path] = []
    for path in files:
        if format_of(path) is None:
            others.append(path)
        elif format_of(path) != "json" or _bare(path) not in read:
            yield replace(_source(path, _bare(path).relative_to(root).as_posix()), named=False)
    read |= {_bare(path) for path in files if format_of(path) == "json"}
    passed = Counter(
        path.suffix.lower() or path.name for path in others if _bare(path) not in read and not _aside(path)
    )
    if passed:
        told = ", ".join(f"{number} {ending}" for ending, number in sorted(passed.items())[:_MOST_TOLD])
        told += ", …" if len(passed) > _MOST_TOLD else ""
        yield Note(encodable(str(root)), f"passed over in this folder: {told}")
    if not read and not broken:
        endings = " ".join(FORMATS)
        yield Failure(encodable(str(root)), "no text in this folder", f"read are files that end in {endings}")


def _below(root: Path) -> Iterator[Path | Failure]:
    """Files to read in a folder and in the folders below; each real folder once, links behind all else."""
    waiting: list[tuple[Path, frozenset[str]]] = [(root, frozenset())]
    seen: set[str] = set()
    while waiting:
        path, above = waiting.pop()
        try:
            mode = path.stat().st_mode
            if stat.S_ISREG(mode):
                yield path
                continue
            if not stat.S_ISDIR(mode):
                continue
            real = os.path.realpath(path)
            if real in above:
                yield Failure(encodable(str(path)), _CIRCLE, _TAKE_AWAY)
            elif real not in seen:
                seen.add(real)
                inside = above | {real}
                waiting.extend((entry, inside) for entry in reversed(_entries(path)))
        except OSError as problem:
            if format_of(path) is not None or not path.suffix:
                yield _failure(str(path), problem)


def _entries(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        visible = [(entry.is_symlink(), entry.name) for entry in entries if not entry.name.startswith(".")]
    return [folder / name for _, name in sorted(visible)]


def format_of(path: Path) -> Format | None:
    """How a file is read, by its ending; ``.gz`` behind it counts for nothing."""
    return FORMATS.get(_unpacked(path).suffix.lower())


def _aside(path: Path) -> bool:
    """Whether nobody takes a file for articles: a store, or how others were written, as Spark's ``_SUCCESS`` tells."""
    return path.suffix.lower() in _STORES or (path.name.startswith("_") and not path.suffix)


def _unpacked(path: Path) -> Path:
    return path.with_suffix("") if path.suffix.lower() == _COMPRESSED else path


def _bare(path: Path) -> Path:
    """The path without the ending that tells the format."""
    return _unpacked(path).with_suffix("")


def _source(path: Path, doc_id: str) -> Source:
    return Source(path, encodable(str(path)), encodable(doc_id), format_of(path) or "text")


def _failure(name: str, problem: OSError | ValueError) -> Failure:
    reason, advice = why(problem)
    if isinstance(problem, FileNotFoundError) and os.path.islink(name):
        reason, advice = "a symbolic link to nothing", _TAKE_AWAY
    return Failure(encodable(name), reason, advice)


def why(problem: Exception) -> tuple[str, str]:
    """What a failed operation on a file means, and what to do."""
    match problem:
        case FileNotFoundError():
            return "no such file", "check the path"
        case PermissionError():
            return "permission denied", "check who may read it"
        case OSError(errno=errno.ELOOP):
            return _CIRCLE, _TAKE_AWAY
        case OSError():
            return (problem.strerror or str(problem)).lower(), ""
        case UnicodeDecodeError():
            return f"not in {problem.encoding}: a byte does not fit", "say the right one with --encoding"
        case ValueError():
            return str(problem), ""
        case _:
            return f"{type(problem).__name__}: {problem}", ""
