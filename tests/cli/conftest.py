from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import fake_engine
import pytest
from typer.testing import CliRunner, Result

from diplo_ner.cli import engine as engine_module

Invoke = Callable[..., Result]
SCRIPT = Path(__file__).with_name("fake_command.py")
SOURCES = Path(__file__).parents[2] / "src"


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Run the command in this process, with the stand-in for the library."""
    from diplo_ner.cli.app import app

    monkeypatch.setattr(engine_module, "default_engine", fake_engine.engine)

    def run(*words: object, stdin: bytes | str | None = None) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=stdin)

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of three articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("« Non », a déclaré Antony Blinken à Moscou. Blinken part.\n", encoding="utf-8")
    (folder / "b.txt").write_bytes("Lavrov parle à l’OTAN.\r\nMoscou se tait.".encode())
    (folder / "c.txt").write_bytes("L'été à Moscou a été frais, dit Lavrov à Genève.".encode("cp1252"))
    return folder


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCES), **more}


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start the command as a process of its own."""

    def begin(*words: object, seconds: float = 0, **options: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, str(SCRIPT), *map(str, words)],
            env=environment(FAKE_SECONDS=str(seconds)),
            cwd=tmp_path,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},  # type: ignore[call-overload]
        )

    return begin
