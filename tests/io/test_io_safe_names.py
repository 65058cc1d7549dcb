from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_ner.io.safe_names import Names, safe_name

HOSTILE = [
    "../x",
    "../../../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\system32\\x",
    "..\\..\\x",
    "a\x00b",
    "a\nb",
    "..",
    ".",
    "",
    "   ",
    ".hidden",
    "a/../b",
    "x" * 300,
    "é" * 300,
    "😀" * 300,
    "CON",
    "nul.txt",
    "Com1",
    'a:b*c?d"e<f>g|h',
    "\u202egnp.exe",
    "\ud800",
    "https://example.org/a?b=c",
]


@pytest.mark.parametrize("doc_id", HOSTILE)
def test_no_name_leads_out_of_the_folder(doc_id: str) -> None:
    check(safe_name(doc_id))


@given(st.text())
def test_any_name_at_all(doc_id: str) -> None:
    check(safe_name(doc_id))
    assert safe_name(doc_id) == safe_name(doc_id)


def check(name: str) -> None:
    file = name + ".json"
    assert PurePosixPath(file).parts == (file,)
    assert PureWindowsPath(file).parts == (file,)
    assert 0 < len(file.encode()) < 200
    assert not name.startswith(".")
    assert name.isprintable()
    assert name.partition(".")[0].casefold() not in {"con", "nul", "com1"}


def test_plain_names_stay_as_they_are() -> None:
    for name in ("000_373354d3a9507087", "été à Genève", "ntrex-bbc.381646", "a b"):
        assert safe_name(name) == name


def test_long_names_with_a_common_beginning_stay_apart() -> None:
    assert safe_name("x" * 300) != safe_name("x" * 299)


@given(st.lists(st.text(alphabet="aAéÉ/_.\\:", max_size=4), unique=True, max_size=40))
def test_no_two_documents_of_a_run_share_a_file(doc_ids: list[str]) -> None:
    names = Names()
    given_names = [names.of(doc_id) for doc_id in doc_ids]
    assert len({name.casefold() for name in given_names}) == len(doc_ids)
    for name in given_names:
        check(name)


def test_one_name_in_two_folders() -> None:
    names = Names()
    first, second, third = names.of("a/x"), names.of("a_x"), names.of("A_X")
    assert first == "a_x"
    assert len({first, second, third.casefold()}) == 3
    again = Names()
    assert [again.of(n) for n in ("a/x", "a_x", "A_X")] == [first, second, third]
