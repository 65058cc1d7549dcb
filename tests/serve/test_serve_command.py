"""``serve`` as a process: it tells its address, answers, and ends cleanly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("uvicorn")
pytest.importorskip("starlette")
pytest.importorskip("duckdb")

pytestmark = pytest.mark.slow

Start = Callable[..., "subprocess.Popen[str]"]
SOURCES = Path(__file__).parents[2] / "src"


@pytest.fixture
def start() -> Iterator[Start]:
    begun: list[subprocess.Popen[str]] = []

    def begin(*words: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "diplo_ner", "serve", *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(SOURCES)},
        )
        begun.append(process)
        return process

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


def address_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_serve_tells_its_address_answers_and_ends_on_ctrl_c(start: Start, store_path: Path) -> None:
    one, other = start(store_path), start(store_path, "-q")
    addresses = [address_of(one), address_of(other)]
    assert len(set(addresses)) == 2
    for address in addresses:
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=600) as answer:
            assert b"Lavrov" in answer.read()
    one.send_signal(signal.SIGINT)
    _, told = one.communicate(timeout=600)
    assert one.returncode == 0
    assert told.splitlines() == ["note: Ctrl-C ends it", "note: ended"]
    other.send_signal(signal.SIGTERM)
    _, told = other.communicate(timeout=600)
    assert other.returncode == 143
    assert "Traceback" not in told


def test_serve_to_others_is_warned_of(start: Start, store_path: Path) -> None:
    process = start(store_path, "--host", "0.0.0.0", "--host-name", "desk.example")
    port = address_of(process).rstrip("/").rpartition(":")[2]

    def status(host: str) -> int:
        request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"host": host})
        try:
            with urllib.request.urlopen(request, timeout=600) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as problem:
            return problem.code

    assert [status("desk.example"), status("evil.example")] == [200, 421]
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=600)
    assert "warning: whoever reaches this machine can read the store" in told


def test_serve_without_what_it_needs_is_told(start: Start, store_path: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.duckdb"
    broken.write_text("no store" * 2000)
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    for words, status, told in (
        ((tmp_path / "absent.duckdb",), 1, "there is no store"),
        ((broken,), 1, "no store, or broken"),
        ((store_path, "--port", taken.getsockname()[1]), 3, "say another --port"),
        ((store_path, "--host", "no such host"), 2, "there is no host"),
    ):
        process = start(*words)
        out, err = process.communicate(timeout=600)
        assert (process.returncode, out) == (status, "")
        assert told in err and "Traceback" not in err and len(err.splitlines()) <= 2
    taken.close()
