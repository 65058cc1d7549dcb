"""The command with the stand-in for the library, to be run as a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import fake_engine

from diplo_ner import cli
from diplo_ner.cli import engine

if __name__ == "__main__":
    engine.default_engine = fake_engine.engine
    cli.main()
