"""Exit codes of the command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the exit status tells."""

    OK = 0
    """All that was asked for was read and written."""
    SOME_FAILED = 1
    """Some input gave no result; stderr names each, the others came out."""
    USAGE = 2
    """A wrong option or configuration; nothing was read."""
    CANNOT_WRITE = 3
    """The output could not be written: it exists (``--force``), or the disk is full."""
    INTERRUPTED = 130
    """Ctrl-C."""
    CLOSED_PIPE = 141
    """Whoever read the output closed it (``| head``)."""
    TERMINATED = 143
    """A signal asked the process to end."""
