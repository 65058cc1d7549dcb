from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from diplo_ner.errors import OutputError, OutputExistsError
from diplo_ner.io.atomic import atomic_write


def test_the_name_shows_only_the_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    with atomic_write(file) as stream:
        stream.write(b"half")
        stream.flush()
        assert not file.exists()
        stream.write(b" and whole")
    assert file.read_bytes() == b"half and whole"
    assert os.listdir(tmp_path) == ["a.json"]


def write_half(file: Path, problem: type[BaseException]) -> None:
    with atomic_write(file, force=True) as stream:
        stream.write(b"half")
        raise problem


@pytest.mark.parametrize("problem", [ValueError, KeyboardInterrupt, SystemExit, OSError])
def test_a_fault_leaves_nothing_and_keeps_what_was(tmp_path: Path, problem: type[BaseException]) -> None:
    old = tmp_path / "old.json"
    old.write_text("old")
    for file in (tmp_path / "new.json", old):
        with pytest.raises(problem):
            write_half(file, problem)
    assert os.listdir(tmp_path) == ["old.json"]
    assert old.read_text() == "old"


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("old")
    with pytest.raises(OutputExistsError, match="--force"), atomic_write(file) as stream:
        stream.write(b"new")
    assert file.read_text() == "old"
    with atomic_write(file, force=True) as stream:
        stream.write(b"new")
    assert file.read_text() == "new"


def test_a_file_that_comes_while_writing_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    writing = atomic_write(file)
    writing.__enter__().write(b"mine")
    file.write_text("theirs")
    with pytest.raises(OutputExistsError):
        writing.__exit__(None, None, None)
    assert file.read_text() == "theirs"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_link_to_nothing_counts_as_there(tmp_path: Path) -> None:
    link = tmp_path / "a.json"
    link.symlink_to(tmp_path / "target.json")
    with pytest.raises(OutputExistsError), atomic_write(link):
        pass
    with atomic_write(link, force=True) as stream:
        stream.write(b"x")
    assert link.is_symlink()
    assert (tmp_path / "target.json").read_bytes() == b"x"


def test_places_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for file, why in (
        (tmp_path / "no" / "a.json", "no folder"),
        (tmp_path / "file" / "a.json", "not a folder"),
        (tmp_path, "is a folder"),
    ):
        with pytest.raises(OutputError, match=why), atomic_write(file):
            pass


def test_the_mode_is_that_of_any_new_file(tmp_path: Path) -> None:
    with atomic_write(tmp_path / "a") as stream:
        stream.write(b"x")
    (tmp_path / "b").write_text("x")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE((tmp_path / "b").stat().st_mode)


def test_a_stale_temporary_file_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / f".diplo-ner-{os.getpid()}-0.part").write_text("left by a crash")
    with atomic_write(tmp_path / "a") as stream:
        stream.write(b"x")
    assert (tmp_path / "a").read_bytes() == b"x"


def test_pipes_are_written_straight_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with atomic_write(pipe) as stream:
        stream.write(b"through")
    reader.join(10)
    assert got == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
