"""A run that is cut short, for real: processes that are signalled, pipes that close, disks that are full."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import SCRIPT, environment

pytestmark = pytest.mark.slow

Start = Callable[..., "subprocess.Popen[bytes]"]
KEPT = ".diplo-ner-run.jsonl"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for i in range(40):
        (folder / f"{i:02}.txt").write_text(f"« Non {i} », a déclaré Antony Blinken. Moscou se tait.")
    return folder


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 600
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def lines(file: Path) -> int:
    return file.read_bytes().count(b"\n") if file.exists() else 0


def ended(process: subprocess.Popen[bytes]) -> tuple[int, bytes, str]:
    out, err = process.communicate(timeout=600)
    assert "Traceback" not in err.decode()
    return process.returncode, out, err.decode()


def visible(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if not p.name.startswith("."))


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_no_half_file_and_goes_on(
    start: Start, many: Path, tmp_path: Path, number: signal.Signals, status: int
) -> None:
    out = tmp_path / "out"
    process = start("extract", many, "-o", out, seconds=0.1)
    wait_for(lambda: lines(out / KEPT) > 5)
    process.send_signal(number)
    code, _, err = ended(process)
    assert code == status
    assert "--resume" in err
    assert visible(out) == []
    done = lines(out / KEPT) - 1
    assert done >= 5

    code, _, err = ended(start("extract", many, "-o", out))
    assert code == 3
    assert "an interrupted run is there; say --resume" in err

    code, _, err = ended(start("extract", many, "-o", out, "--resume"))
    assert code == 0
    assert f"{done} documents were done before" in err
    assert visible(out) == [f"{i:02}.json" for i in range(40)]
    assert not (out / KEPT).exists()

    whole = tmp_path / "whole"
    assert ended(start("extract", many, "-o", whole))[0] == 0
    for name in visible(whole):
        assert (out / name).read_bytes() == (whole / name).read_bytes()


def test_a_killed_run_goes_on(start: Start, many: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    kept = tmp_path / f".out.csv{KEPT}"
    process = start("entities", many, "-o", file, seconds=0.1)
    wait_for(lambda: lines(kept) > 3)
    process.kill()
    process.communicate(timeout=600)
    assert not file.exists()
    with kept.open("ab") as torn:
        torn.write(b'{"document": {"doc_id": "to')
    code, _, err = ended(start("entities", many, "-o", file, "--resume"))
    assert code == 0
    assert "documents were done before" in err
    code, straight, _ = ended(start("entities", many))
    assert file.read_bytes() == straight
    assert not kept.exists()
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".part"] == [
        p.name for p in tmp_path.glob(".diplo-ner-*.part")
    ]


def test_what_changed_since_is_read_anew(start: Start, many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start("extract", many, "-o", out, seconds=0.1)
    wait_for(lambda: lines(out / KEPT) > 3)
    process.send_signal(signal.SIGINT)
    ended(process)
    (many / "00.txt").write_text("OTAN seule.")
    assert ended(start("extract", many, "-o", out, "--resume"))[0] == 0
    assert json.loads((out / "00.json").read_text())["entities"][0]["id"] == "otan"


def test_force_begins_anew(start: Start, many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start("extract", many, "-o", out, seconds=0.1)
    wait_for(lambda: lines(out / KEPT) > 3)
    process.send_signal(signal.SIGINT)
    ended(process)
    code, _, err = ended(start("extract", many, "-o", out, "--force"))
    assert (code, err) == (0, "")
    assert len(visible(out)) == 40


def test_an_interruption_before_the_first_result_leaves_nothing(start: Start, many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start("extract", many, "-o", out, seconds=5)
    wait_for(lambda: (out / KEPT).exists())
    process.send_signal(signal.SIGINT)
    code, _, err = ended(process)
    assert (code, err) == (130, "error: interrupted\n")
    assert list(out.iterdir()) == []


def test_a_reader_that_goes_away(start: Start, many: Path, tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_text("Moscou se tait et il le dit. " * 20_000)
    command = start("entities", big, "--no-merge")
    assert command.stdout is not None
    assert command.stdout.readline().startswith(b"doc,entity")
    command.stdout.close()
    assert command.stderr is not None
    with command.stderr:
        assert command.stderr.read() == b""
    assert command.wait(30) == 141


def test_a_reader_that_was_never_there(many: Path, tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    for words in (["entities", many], ["extract", many], ["info"], ["--help"]):
        done = subprocess.run(
            [sys.executable, str(SCRIPT), *map(str, words)],
            env=environment(),
            stdout=write,
            stderr=subprocess.PIPE,
            timeout=600,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr
        assert b"Exception ignored" not in done.stderr, done.stderr
        assert done.returncode != 0 or words == ["--help"]
    os.close(write)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["entities", "quotes", "extract", "explain"])
def test_a_full_disk_under_stdout(many: Path, command: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, str(SCRIPT), command, str(many)],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=600,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.decode().startswith("error: cannot write: no space left on device")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(("limit", "kept"), [(3000, True), (100, False)])
def test_a_disk_that_fills_up(start: Start, many: Path, tmp_path: Path, limit: int, kept: bool) -> None:
    """A limit on the size of files stands in for a full disk: writing fails in the middle, for root too."""
    out = tmp_path / "out.jsonl"
    process = start(
        "extract",
        many,
        "-o",
        out,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    code, _, err = ended(process)
    assert code == 3
    assert "cannot write: " in err
    assert not out.exists()
    assert (tmp_path / f".out.jsonl{KEPT}").exists() == kept
    assert not list(tmp_path.glob("*.part"))
    if kept:
        assert ended(start("extract", many, "-o", out, "--resume"))[0] == 0
        assert lines(out) == 40


def test_a_folder_that_goes_away(start: Start, many: Path, tmp_path: Path) -> None:
    process = start("entities", many, "-o", tmp_path / "sub" / "x.csv")
    code, _, err = ended(process)
    assert (code, err) == (3, f"error: there is no folder {tmp_path / 'sub'}; make it first\n")


def test_stdout_into_the_folder_that_is_read(many: Path, tmp_path: Path) -> None:
    with (many / "out.csv").open("wb") as out:
        done = subprocess.run(
            [sys.executable, str(SCRIPT), "entities", str(many)],
            env=environment(),
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=600,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_no_colour_off_a_terminal_and_nothing_but_messages(start: Start, many: Path) -> None:
    code, _, err = ended(start("entities", many, "missing.txt"))
    assert code == 1
    assert err == "error: missing.txt: no such file; check the path\n"


@pytest.mark.parametrize("no_colour", [False, True])
def test_a_terminal_gets_colour_and_a_bar_unless_it_says_no(many: Path, no_colour: bool) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    more = {"NO_COLOR": "1"} if no_colour else {}
    env = {k: v for k, v in environment(TERM="xterm", **more).items() if k != "NO_COLOR" or no_colour}
    process = subprocess.Popen(
        [sys.executable, str(SCRIPT), "entities", str(many), "missing.txt"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    told = b""
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError:
            break
        if not chunk:
            break
        told += chunk
    os.close(ours)
    out, _ = process.communicate(timeout=600)
    assert process.returncode == 1
    assert out.startswith(b"doc,entity")
    assert b"missing.txt: no such file" in told
    assert b"40/40" in told
    assert (b"\x1b[3" in told) is not no_colour
