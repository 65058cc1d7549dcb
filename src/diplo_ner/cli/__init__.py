"""The command ``diplo-ner``: see ``diplo-ner --help``."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command with the arguments of the process, and end the process with its exit status."""
    from .app import app
    from .guard import heed_signals

    heed_signals()
    app(prog_name="diplo-ner")
