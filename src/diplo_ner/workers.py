"""A function over many items in several processes: in order, lazily, with bounded memory.

What spaCy does for ``n_process`` sends whole Docs back from each process; here only what goes in and what
comes out travels, a chunk at a time. An item at which the function fails is told as a ``Failure`` in its
place, and the run goes on; a process that dies ends it with an error that says so.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from diplo_ner.errors import ArgumentError, DiploNerError

Item = TypeVar("Item")
Result = TypeVar("Result")

Function = Callable[[list[Item]], Iterable[Result]]
"""From items to their results, one each, in order; it may be lazy."""

CHUNKS_AHEAD = 2
"""How many chunks a process has been given, or has done and nobody fetched yet."""


class WorkerError(DiploNerError):
    """A process that worked on items died, so that the run cannot go on."""


class Failure(NamedTuple):
    """Stands in place of a result where the function failed."""

    kind: str
    """The class of the exception."""
    message: str
    trace: str
    """Where it came from, as Python prints it."""


class _Unready(NamedTuple):
    """What a process answers that could not make the function."""

    error: Exception


def map_texts(
    items: Iterable[Item],
    make: Callable[[], Function[Item, Result]],
    *,
    n_process: int = 1,
    chunk: int = 8,
) -> Iterator[Result | Failure]:
    """Apply a function to items.

    Args:
        items: Texts, or anything that can be pickled; read only as far ahead as the processes have work.
        make: Makes the function, once in each process: the place to load a model. It must be picklable
            where processes are not forked (Windows, macOS, programs with threads).
        n_process: How many processes work; with 1 all is done in this one.
        chunk: How many items travel together.

    Yields:
        A result an item, in the order of the items, or a ``Failure``.

    Raises:
        ArgumentError: When ``n_process`` or ``chunk`` is less than 1.
        WorkerError: When a process dies.
        Exception: What ``make`` raises, and what reading ``items`` raises (behind the results of those read
            before).

    >>> list(map_texts(["un", "deux"], lambda: lambda texts: [len(text) for text in texts]))
    [2, 4]
    """
    if n_process < 1 or chunk < 1:
        raise ArgumentError(f"n_process is {n_process} and chunk is {chunk}", advice="give 1 or more")
    if n_process == 1:
        return _here(items, make, chunk)
    return _apart(items, make, n_process, chunk)


def _here(items: Iterable[Item], make: Callable[[], Function[Item, Result]], chunk: int) -> Iterator[Result | Failure]:
    function = make()
    chunks = _Chunks(items, chunk)
    for batch in chunks:
        yield from _apply(function, batch)
    chunks.finish()


def _apart(
    items: Iterable[Item], make: Callable[[], Function[Item, Result]], n_process: int, chunk: int
) -> Iterator[Result | Failure]:
    chunks = _Chunks(items, chunk)
    waiting: deque[Future[list[Any] | _Unready]] = deque()
    done = 0
    pool = ProcessPoolExecutor(n_process, mp_context=_context(), initializer=_begin, initargs=(make,))
    try:
        while True:
            while len(waiting) < n_process * CHUNKS_AHEAD and (batch := next(chunks, None)) is not None:
                waiting.append(pool.submit(_work, batch))
            if not waiting:
                break
            answer = waiting.popleft().result()
            if isinstance(answer, _Unready):
                raise answer.error
            done += len(answer)
            yield from answer
        chunks.finish()
    except BrokenProcessPool as error:
        raise WorkerError(
            f"one of {n_process} processes died, perhaps for want of memory, with {done} items done",
            advice="go on behind them with fewer processes",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Chunks(Iterator[list[Item]]):
    """Items in chunks, up to the end of the source or to where it fails; ``finish`` tells which it was."""

    def __init__(self, items: Iterable[Item], size: int) -> None:
        self._items = iter(items)
        self._size = size
        self._error: Exception | None = None

    def __next__(self) -> list[Item]:
        taken: list[Item] = []
        try:
            if self._error is None:
                taken.extend(islice(self._items, self._size))
        except Exception as error:
            self._error = error
        if not taken:
            raise StopIteration
        return taken

    def finish(self) -> None:
        """Raise what the source raised."""
        if self._error is not None:
            raise self._error


def _apply(function: Function[Item, Result], items: list[Item]) -> Iterator[Result | Failure]:
    """Results of items; when the function fails, the items that are left are tried one by one."""
    done = 0
    try:
        for result in function(items):
            done += 1
            yield result
    except Exception as error:
        if len(items) == 1:
            yield _failure(error)
            return
        for item in items[done:]:
            yield from _apply(function, [item])


def _failure(error: Exception) -> Failure:
    return Failure(type(error).__name__, str(error), "".join(traceback.format_exception(error)))


def _context() -> Any:
    """How processes are started: forked where that is safe, for then they have all that is loaded already."""
    forked = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forked else "spawn")


class _Own:
    """What a process that works on chunks holds."""

    make: Callable[[], Function[Any, Any]]
    function: Function[Any, Any] | None = None


def _begin(make: Callable[[], Function[Any, Any]]) -> None:
    """Ready a process: an interrupt from the keyboard is for the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Own.make, _Own.function = staticmethod(make), None


def _work(items: list[Any]) -> list[Any] | _Unready:
    if _Own.function is None:
        try:
            _Own.function = staticmethod(_Own.make())
        except Exception as error:
            return _Unready(error)
    return list(_apply(_Own.function, items))
