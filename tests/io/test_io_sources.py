from __future__ import annotations

import os
from pathlib import Path

import pytest

from diplo_ner.io.document import Failure, Note
from diplo_ner.io.sources import Source, find_sources


def write(path: Path, text: str = "Moscou nie.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(*paths: object) -> list[Source]:
    return [s for s in find_sources(str(p) for p in paths) if isinstance(s, Source)]


def failed(*paths: object) -> list[Failure]:
    return [s for s in find_sources(str(p) for p in paths) if isinstance(s, Failure)]


def test_files_are_named_by_what_they_are_called(tmp_path: Path) -> None:
    a, b = write(tmp_path / "b.txt"), write(tmp_path / "a.v2.html")
    assert [(s.doc_id, s.format) for s in found(a, b)] == [("b", "text"), ("a.v2", "html")]


def test_a_folder_gives_its_texts_in_order_with_their_paths(tmp_path: Path) -> None:
    for name in ("z.txt", "2021/b.TXT", "2021/a.htm", "notes.md", ".hidden.txt", ".git/x.txt", "data.json.gz"):
        write(tmp_path / name)
    assert [(s.doc_id, s.format) for s in found(tmp_path)] == [
        ("2021/a", "html"),
        ("2021/b", "text"),
        ("data", "json"),
        ("notes", "markdown"),
        ("z", "text"),
    ]
    assert not failed(tmp_path)


def test_what_is_passed_over_in_a_folder_is_told_but_not_what_belongs_to_a_text(tmp_path: Path) -> None:
    for name in ("a.txt", "a.json", "a.yaml", "b.pdf", "c.pdf", "LICENCE", "_SUCCESS", "s.duckdb"):
        write(tmp_path / name)
    outcome = list(find_sources([str(tmp_path)]))
    assert [s.doc_id for s in outcome if isinstance(s, Source)] == ["a"]
    (note,) = [str(n) for n in outcome if isinstance(n, Note)]
    assert note == f"{tmp_path}: passed over in this folder: 2 .pdf, 1 LICENCE"
    assert [s.doc_id for s in found(tmp_path / "a.txt", tmp_path / "a.json")] == [
        f"{tmp_path}/a.txt",
        f"{tmp_path}/a.json",
    ]


def test_a_file_with_any_ending_is_read_when_named(tmp_path: Path) -> None:
    assert found(write(tmp_path / "article.abc"))[0].format == "text"


def test_files_that_share_a_name_take_their_paths(tmp_path: Path) -> None:
    a, b, c = write(tmp_path / "a/x.txt"), write(tmp_path / "b/x.txt"), write(tmp_path / "c.txt")
    assert [s.doc_id for s in found(a, b, c)] == [str(a), str(b), "c"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    a = write(tmp_path / "a.txt")
    assert [s.doc_id for s in found(a, tmp_path, tmp_path / "." / "a.txt")] == ["a"]


def test_globs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("x1.txt", "x2.txt", "sub/deep/x3.txt"):
        write(tmp_path / name)
    assert [s.doc_id for s in found(tmp_path / "x?.txt")] == ["x1", "x2"]
    assert [s.doc_id for s in found(tmp_path / "**" / "*.txt")] == ["x3", "x1", "x2"]
    monkeypatch.chdir(tmp_path)
    assert [s.doc_id for s in found("*.txt")] == ["x1", "x2"]
    assert [f.reason for f in failed("*.html")] == ["no file matches"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    assert [s.doc_id for s in found(write(tmp_path / "[1].txt"))] == ["[1]"]


def test_standard_input() -> None:
    assert [(s.doc_id, s.path) for s in found("-", "-")] == [("stdin", None)]


def test_what_is_missing_is_told_and_the_rest_comes(tmp_path: Path) -> None:
    a = write(tmp_path / "a.txt")
    outcome = list(find_sources([str(tmp_path / "no.txt"), str(a), str(a / "under"), "\x00"]))
    assert [type(o) for o in outcome] == [Failure, Source, Failure, Failure]
    assert isinstance(outcome[0], Failure)
    assert (outcome[0].reason, outcome[0].advice) == ("no such file", "check the path")


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    write(tmp_path / "in" / "picture.png")
    (failure,) = failed(tmp_path / "in")
    assert failure.reason == "no text in this folder"
    assert ".txt" in failure.advice


def test_links_in_a_circle_are_told_once_and_lose_nothing(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.txt")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    outcome = list(find_sources([str(tmp_path)]))
    assert [o.doc_id for o in outcome if isinstance(o, Source)] == ["a/x"]
    circles = [o for o in outcome if isinstance(o, Failure)]
    assert {Path(c.source).name for c in circles} == {"back", "self.txt"}
    assert {c.reason for c in circles} == {"a symbolic link in a circle"}


def test_links_to_each_other_do_not_multiply(tmp_path: Path) -> None:
    folders = [tmp_path / f"f{i}" for i in range(8)]
    for folder in folders:
        write(folder / "x.txt")
    for folder in folders:
        for other in folders:
            if other != folder:
                (folder / f"to-{other.name}").symlink_to(other)
    outcome = list(find_sources([str(tmp_path)]))
    assert sum(isinstance(o, Source) for o in outcome) == 8
    assert len(outcome) < 200


def test_a_recursive_glob_over_a_circle_ends(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.txt")
    for name in ("one", "two", "three"):
        (tmp_path / "a" / name).symlink_to(tmp_path)
    assert [s.doc_id for s in found(tmp_path / "**" / "*.txt")] == ["x"]


def test_a_link_to_a_folder_and_to_a_file_are_followed(tmp_path: Path) -> None:
    write(tmp_path / "real" / "x.txt")
    write(tmp_path / "one.txt", "autre")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "docs").symlink_to(tmp_path / "real")
    (folder / "y.txt").symlink_to(tmp_path / "one.txt")
    assert [s.doc_id for s in found(folder)] == ["docs/x", "y"]


def test_a_link_to_nothing_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert [(Path(f.source).name, f.reason) for f in failed(tmp_path)] == [("b.txt", "a symbolic link to nothing")]
    assert [f.reason for f in failed(tmp_path / "b.txt")] == ["a symbolic link to nothing"]


def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert [s.doc_id for s in found(tmp_path)] == ["a"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path / "closed" / "x.txt")
    write(tmp_path / "open.txt")
    (tmp_path / "closed").chmod(0)
    try:
        assert [f.reason for f in failed(tmp_path)] == ["permission denied"]
        assert [s.doc_id for s in found(tmp_path)] == ["open"]
    finally:
        (tmp_path / "closed").chmod(0o755)


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "closed" / "x.txt")
    write(tmp_path / "open.txt")
    listing = os.scandir

    def closed(path: os.PathLike[str]) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert [f.reason for f in failed(tmp_path)] == ["permission denied"]
    assert [s.doc_id for s in found(tmp_path)] == ["open"]


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    name = os.fsencode(str(tmp_path)) + b"/\xe9t\xe9.txt"
    try:
        Path(os.fsdecode(name)).write_text("Moscou nie.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (source,) = found(tmp_path)
    assert source.doc_id == "\ufffdt\ufffd"
    assert source.shown.encode()


def test_a_very_deep_folder(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder = folder / "d"
    write(folder / "x.txt")
    assert [s.doc_id for s in found(tmp_path)] == ["d/" * 300 + "x"]
