"""Inputs of a run that are its own outputs, which a folder to read may hold, are left out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import ConfigurationError
from ..io.document import Failure, Note
from ..io.failures import is_failures
from ..io.sources import Source
from .job import Job


def without_outputs(sources: Iterable[Source | Failure | Note], job: Job) -> Iterator[Source | Failure | Note]:
    """The sources without what runs write and are told by: the output of this one, lists of failures, files of names.

    A folder of results is passed over where it lies below a folder that is read; named outright, it is read.

    Raises:
        ConfigurationError: a file that is named outright is the output.
    """
    output = Path(os.path.realpath(job.output)) if job.output else None
    named = {os.path.realpath(path) for path in job.paths}
    stdout = _stdout_file()
    aside = {os.path.realpath(path) for path in (job.names, *job.aside) if path}
    for source in sources:
        if isinstance(source, Source) and source.path is not None:
            real = Path(os.path.realpath(source.path))
            if real == output:
                raise ConfigurationError(f"{source.shown} is input and output", advice="name another output")
            below_output = output in real.parents and str(output) not in named
            failures = source.format == "csv" and is_failures(source.path)
            own = below_output or failures or str(real) in aside or _is_stdout(source.path, stdout)
            if own and str(real) not in named:
                continue
        yield source


def _is_stdout(path: Path, stdout: tuple[int, int] | None) -> bool:
    if stdout is None:
        return False
    try:
        told = path.stat()
    except OSError:
        return False
    return (told.st_dev, told.st_ino) == stdout


def _stdout_file() -> tuple[int, int] | None:
    try:
        told = os.fstat(1)
    except OSError:
        return None
    return (told.st_dev, told.st_ino) if stat.S_ISREG(told.st_mode) else None
