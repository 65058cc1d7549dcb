"""Writing a file so that its final name never shows half of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from ..errors import OutputError, OutputExistsError

_USE_FORCE = "say --force to overwrite it"


def check_absent(path: Path, *, force: bool) -> None:
    """Make sure that a file may be written.

    Raises:
        OutputExistsError: it is there already, and ``force`` is not said.
        OutputError: a folder has that name.
    """
    if path.is_dir():
        raise OutputError(f"{path} is a folder", advice="name a file")
    if not force and os.path.lexists(path) and not _is_stream(path):
        raise OutputExistsError(f"{path} exists", advice=_USE_FORCE)


@contextmanager
def atomic_write(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """Open a file for writing that gets its name only when the block has ended well.

    Until then it bears a hidden name in the same folder; on any exception it is removed and whatever had the
    final name is left as it was. Pipes and devices are written straight through.

    Raises:
        OutputExistsError: the file exists and ``force`` is not said.
        OutputError: its folder cannot be written to.
    """
    check_absent(path, force=force)
    if _is_stream(path):
        with path.open("wb") as straight:
            yield straight
        return
    final = Path(os.path.realpath(path))
    temporary, stream = _create_beside(final)
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        check_absent(final, force=force)
        os.replace(temporary, final)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _create_beside(final: Path) -> tuple[Path, BinaryIO]:
    for number in count():
        temporary = final.parent / f".diplo-ner-{os.getpid()}-{number}.part"
        try:
            return temporary, temporary.open("xb")
        except FileExistsError:
            continue
        except FileNotFoundError:
            raise OutputError(f"there is no folder {final.parent}", advice="make it first") from None
        except NotADirectoryError:
            raise OutputError(f"{final.parent} is not a folder", advice="name another place") from None
        except PermissionError:
            raise OutputError(f"{final.parent} may not be written to", advice="name another place") from None
    raise AssertionError  # count() never ends


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode)
