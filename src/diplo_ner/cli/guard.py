"""How a command ends when something is wrong: a line on stderr and an exit code, never a traceback."""

from __future__ import annotations

import errno
import functools
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import NoReturn, ParamSpec

import typer

from ..errors import ConfigurationError, DiploNerError, InputError
from .console import Console
from .exits import Exit
from .outputs import forget_stdout

_P = ParamSpec("_P")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Terminated(BaseException):
    """A signal asks the process to end; like KeyboardInterrupt it passes every ``except Exception``."""


def guarded(command: Callable[_P, int]) -> Callable[_P, None]:
    """The command, ending with the exit status that it returns or that its exception calls for."""

    @functools.wraps(command)
    def ending(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            status: int = command(*args, **kwargs)
            sys.stdout.flush()
        except typer.Exit:
            raise
        except BaseException as problem:
            status = _told(problem)
        raise typer.Exit(int(status))

    return ending


def heed_signals() -> None:
    """End in good order on SIGTERM; let Ctrl-C reach this process only, not the workers that it forks."""
    import os

    def terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise Terminated

    def in_worker() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)

    with suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGTERM, terminate)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=in_worker)


def _told(problem: BaseException) -> Exit:
    console = Console()
    match problem:
        case KeyboardInterrupt():
            console.error("interrupted")
            return Exit.INTERRUPTED
        case Terminated():
            console.error("ended by a signal")
            return Exit.TERMINATED
        case BrokenPipeError():
            forget_stdout()
            return Exit.CLOSED_PIPE
        case ConfigurationError():
            console.error(str(problem))
            return Exit.USAGE
        case InputError():
            console.error(str(problem))
            return Exit.SOME_FAILED
        case DiploNerError():
            console.error(str(problem))
            return Exit.CANNOT_WRITE
        case OSError():
            console.error(_cannot_write(problem))
            if problem.errno in _FULL:
                _drop_stdout()
            return Exit.CANNOT_WRITE
        case _:
            raise problem


def _cannot_write(problem: OSError) -> str:
    what = (problem.strerror or str(problem)).lower()
    where = f"{problem.filename}: " if problem.filename else ""
    advice = "; make room and begin again, or go on with --resume" if problem.errno in _FULL else ""
    return f"cannot write: {where}{what}{advice}"


def _drop_stdout() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        forget_stdout()
