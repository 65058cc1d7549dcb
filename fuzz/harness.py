"""What the harnesses share: instrumenting imports, strings out of bytes, and the loop."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

One = Callable[[bytes], None]


def instrumented() -> AbstractContextManager[object]:
    """A context in which what is imported tells atheris which branches it takes; nothing where there is none."""
    try:
        import atheris
    except ImportError:
        return nullcontext()
    return atheris.instrument_imports(include=["diplo_ner"])


def text_of(data: bytes) -> str:
    """A string out of bytes: UTF-8, with lone surrogates for what is none."""
    return data.decode("utf-8", "surrogateescape")


def texts_of(data: bytes, count: int) -> list[str]:
    """Some strings out of bytes, parted by NUL; as many as asked for."""
    parts = data.split(b"\x00", count - 1)
    return [text_of(part) for part in [*parts, *[b""] * (count - len(parts))]]


def fuzz(one: One) -> None:
    """Give ``one`` bytes until it raises or the time is over; the arguments are libFuzzer's."""
    import atheris

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
