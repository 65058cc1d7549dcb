"""Messages on stderr: what failed, how a text was read, how far a run is. Data never passes here."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from ..io.document import Failure

_COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "note": "\x1b[2m"}
_PLAIN = "\x1b[0m"
_REFRESH = 0.1
"""Seconds between two pictures of the progress bar."""


class Progress(Protocol):
    """How far a run is."""

    def advance(self) -> None:
        """One more document is done."""


class Console:
    """Tells the user things.

    Args:
        quiet: leave out notes; failures are always told.
        stream: where to write; by default the standard error of the process, as it is when something is told.
    """

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self.quiet = quiet
        self._stream = stream
        self._bar: _Bar | None = None

    def note(self, words: str) -> None:
        """Tell something that the user may want to know."""
        if not self.quiet:
            self._say("note", words)

    def warn(self, words: str) -> None:
        """Tell something that may do harm, also where notes are left out."""
        self._say("warning", words)

    def failure(self, failure: Failure) -> None:
        """Tell an input that failed."""
        self._say("error", str(failure))

    def error(self, words: str) -> None:
        """Tell why the command ends."""
        self._say("error", words)

    @contextmanager
    def progress(self, total: Callable[[], int | None], *, shown: bool = True) -> Iterator[Progress]:
        """A progress bar with rate and time left, where stderr is a terminal; elsewhere nothing.

        Args:
            total: tells how many documents there will be, or None; it is asked where a bar is shown.
            shown: whether one may be.
        """
        if self.quiet or not shown or not self._on_terminal():
            yield _Silent()
            return
        self._bar = _Bar(total())
        try:
            with self._bar.bar:
                yield self._bar
        finally:
            self._bar = None

    @contextmanager
    def steps(self) -> Iterator[Callable[[str, int, int], None]]:
        """What shows how far a work of several steps is, where stderr is a terminal; elsewhere nothing.

        It is told the name of a step, how much of it is done, and how much there is; 0 where that is not known.
        """
        if self.quiet or not self._on_terminal():
            yield lambda work, done, total: None
            return
        self._bar = _Bar(None, "")
        try:
            with self._bar.bar:
                yield self._bar.tell
        finally:
            self._bar = None

    def _say(self, kind: str, words: str) -> None:
        line = f"{kind}: {visible(words)}"
        if self._bar is not None:
            self._bar.say(line)
            return
        if self._on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
            line = f"{_COLOURS[kind]}{line}{_PLAIN}"
        stream = self._stream or sys.stderr
        stream.write(line + "\n")
        stream.flush()

    def _on_terminal(self) -> bool:
        return (self._stream or sys.stderr).isatty()


def visible(words: str) -> str:
    r"""The words with characters that would drive a terminal made visible.

    >>> visible("a\x1b[31m.txt")
    'a\\x1b[31m.txt'
    """
    if words.isprintable():
        return words
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in words)


class _Silent:
    def advance(self) -> None:
        """Nothing is shown."""


class _Bar:
    def __init__(self, total: int | None, work: str = "reading") -> None:
        from rich.console import Console as RichConsole
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )
        from rich.progress import Progress as RichProgress

        self._console = RichConsole(stderr=True)
        self.bar = RichProgress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            auto_refresh=False,  # it would start a thread, and processes with threads are not safely forked
        )
        self._shown = 0.0
        self._task = self.bar.add_task(work, total=total, rate="")

    def advance(self) -> None:
        self.bar.advance(self._task)
        speed = self.bar.tasks[0].speed
        self.bar.update(self._task, rate=f"{speed:.1f}/s" if speed else "")
        if time.monotonic() - self._shown > _REFRESH:
            self._shown = time.monotonic()
            self.bar.refresh()

    def tell(self, work: str, done: int, total: int) -> None:
        if self.bar.tasks[0].description != work:
            self.bar.reset(self._task, description=work, total=total or None, completed=done)
        self.bar.update(self._task, total=total or None, completed=done)
        self.bar.refresh()

    def say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)
