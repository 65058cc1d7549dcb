"""What the user asked for: the options that all commands share which read documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..errors import ConfigurationError
from ..io.readers import ReadOptions


@dataclass(frozen=True, slots=True)
class Job:
    """What the user asked for, the same for every command that reads documents.

    Raises:
        ConfigurationError: the options do not go together.
    """

    paths: tuple[str, ...]
    read: ReadOptions = field(default_factory=ReadOptions)
    model: str | None = None
    names: Path | None = None
    n_process: int = 1
    merge: bool = True
    """Whether one entity has one id in the whole run; else in its document only, and results come at once."""
    output: Path | None = None
    force: bool = False
    resume: bool = False
    failures: Path | None = None
    aside: tuple[Path, ...] = ()
    """Files that say how to read, and are no articles where they lie in a folder that is read."""
    quiet: bool = False

    def __post_init__(self) -> None:
        if self.names is not None and not self.names.is_file():
            raise ConfigurationError(f"there is no file of names {self.names}", advice="check --names")
        if self.resume and self.output is None:
            raise ConfigurationError("--resume goes on with a file or folder", advice="say which with -o")
        if self.n_process < 1:
            raise ConfigurationError("--n-process must be 1 or more", advice="say -n 1")
