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

from .document import Failure, encodable

Format = Literal["text", "html", "jsonl", "csv", "parquet"]

STDIN = "-"
FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
"""How a file is read, by its ending; any other file that is named outright is read as text."""

_GLOB = frozenset("*?[")
_CIRCLE = "a symbolic link in a circle"
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


def find_sources(paths: Iterable[str]) -> Iterator[Source | Failure]:
    """The files that paths name, in the order given; in a folder and for a glob, in the order of names.

    A file that is reached twice is read once. Files of a folder are taken by their ending (see ``FORMATS``),
    hidden ones are passed over, links are followed and a circle of links is told as a failure. Two files that
    would share a document's name (``a/x.txt``, ``b/x.txt``) both take their whole path for a name.
    """
    found: list[Source | Failure] = list(_without_repeats(_find(paths)))
    names = Counter(source.doc_id for source in found if isinstance(source, Source))
    for source in found:
        if isinstance(source, Source) and names[source.doc_id] > 1:
            yield replace(source, doc_id=source.shown)
        else:
            yield source


def _without_repeats(found: Iterable[Source | Failure]) -> Iterator[Source | Failure]:
    seen: set[str] = set()
    for source in found:
        if isinstance(source, Source):
            real = os.path.realpath(source.path) if source.path else STDIN
            if real in seen:
                continue
            seen.add(real)
        yield source


def _find(paths: Iterable[str]) -> Iterator[Source | Failure]:
    for name in paths:
        if name == STDIN:
            yield Source(None, "standard input", "stdin", "text")
            continue
        try:
            yield from _named(name)
        except (OSError, ValueError) as problem:
            yield _failure(name, problem)


def _named(name: str) -> Iterator[Source | Failure]:
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
        yield _source(path, path.stem)


def _matching(pattern: str) -> Iterator[Source | Failure]:
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


def _folder(root: Path) -> Iterator[Source | Failure]:
    empty = True
    for found in _below(root):
        empty = False
        if isinstance(found, Path):
            yield _source(found, found.relative_to(root).with_suffix("").as_posix())
        else:
            yield found
    if empty:
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
                if path.suffix.lower() in FORMATS:
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
            if path.suffix.lower() in FORMATS or not path.suffix:
                yield _failure(str(path), problem)


def _entries(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        visible = [(entry.is_symlink(), entry.name) for entry in entries if not entry.name.startswith(".")]
    return [folder / name for _, name in sorted(visible)]


def _source(path: Path, doc_id: str) -> Source:
    return Source(path, encodable(str(path)), encodable(doc_id), FORMATS.get(path.suffix.lower(), "text"))


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
