"""Where the data of a command goes: standard output, a file, or a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ..errors import ConfigurationError, OutputError
from ..io.atomic import atomic_write, check_absent

_KEPT = ".diplo-ner-run.jsonl"


def kept_beside(file: Path | None) -> Path | None:
    """Where a run keeps its finished documents whose output is one file; for devices and pipes, nowhere."""
    if file is None or (file.exists() and not file.is_file()):
        return None
    return file.parent / f".{file.name}{_KEPT}"


def kept_inside(folder: Path) -> Path:
    """Where a run keeps its finished documents whose output is a folder."""
    return folder / _KEPT


def check_file(file: Path | None, *, force: bool) -> None:
    """Make sure, before any text is read, that a file may be written.

    Raises:
        OutputError: it exists and ``force`` is not said, or its folder does not exist.
    """
    if file is not None:
        check_absent(file, force=force)
        if not file.absolute().parent.is_dir():
            raise OutputError(f"there is no folder {file.parent}", advice="make it first")


@contextmanager
def open_output(file: Path | None, *, force: bool, binary: bool = False) -> Iterator[BinaryIO]:
    """The stream to write data to: a file that gets its name at the end, or standard output.

    Args:
        file: the file; None for standard output.
        force: overwrite the file.
        binary: the data is not text and must not go to a terminal.

    Raises:
        ConfigurationError: binary data would go to a terminal.
    """
    if file is not None:
        with atomic_write(file, force=force) as stream:
            yield stream
        return
    if binary and sys.stdout.isatty():
        raise ConfigurationError("this format is not for a terminal", advice="name a file with -o")
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def forget_stdout() -> None:
    """Let nothing more go to a standard output that nobody reads, so that the interpreter ends in silence."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
