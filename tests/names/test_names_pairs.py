"""Every labelled pair of names is decided right both ways, or is a known miss."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from diplo_ner.names.compare import compare_names

FILE = Path(__file__).parent.parent / "data" / "name_pairs.csv"

KNOWN_MISSES = {
    ("Nasser", "Gamal Abdel Nasser"): "a given name as often as the president's short name",
    ("Tsahal", "armée israélienne"): "a common noun is no name of the table",
    ("Palestine", "Autorité palestinienne"): "the authority is an organisation, not a name of the state",
}


def _rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


ROWS = _rows()


def _case(row: dict[str, str]) -> object:
    reason = KNOWN_MISSES.get((row["a"], row["b"]))
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(row, id=f"{row['type']}-{row['a']}-{row['b']}", marks=marks)


@pytest.mark.parametrize("row", [_case(row) for row in ROWS])
def test_pairs_are_decided_as_labelled(row: dict[str, str]) -> None:
    result = compare_names(row["a"], row["b"], type=row["type"])  # type: ignore[arg-type]
    turned = compare_names(row["b"], row["a"], type=row["type"])  # type: ignore[arg-type]
    assert result == turned
    assert 0.0 <= result.score <= 1.0
    assert result.reasons
    assert result.verdict == row["label"], result.reasons


def test_pairs_cover_types_labels_and_categories() -> None:
    assert len(ROWS) >= 450
    types = Counter(row["type"] for row in ROWS)
    assert set(types) == {"PERSON", "COUNTRY", "ORGANISATION"}
    assert min(types.values()) >= 80
    assert {row["label"] for row in ROWS} == {"same", "different", "unsure"}
    assert {row["quality"] for row in ROWS} == {"strong", "weak"}
    assert len({row["category"] for row in ROWS}) >= 30


def test_pairs_stand_once_each() -> None:
    seen = Counter((row["type"], *sorted((row["a"], row["b"]))) for row in ROWS)
    assert [pair for pair, count in seen.items() if count > 1] == []


def test_pairs_known_misses_are_pairs_of_the_file() -> None:
    assert set(KNOWN_MISSES) <= {(row["a"], row["b"]) for row in ROWS}


def test_pairs_no_state_and_no_body_is_merged_wrongly() -> None:
    wrong = [
        row
        for row in ROWS
        if row["type"] != "PERSON"
        and row["label"] != "same"
        and compare_names(row["a"], row["b"], type=row["type"]).verdict == "same"  # type: ignore[arg-type]
    ]
    assert wrong == []
