"""Every labelled pair of names is decided right both ways, or is a known miss."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from diplo_ner.lexicon.countries import countries
from diplo_ner.lexicon.organisations import by_id
from diplo_ner.names.compare import compare_names
from diplo_ner.tables import rows

FILE = Path(__file__).parent.parent / "data" / "name_pairs.csv"

KNOWN_MISSES = {
    ("Nasser", "Gamal Abdel Nasser"): "a given name as often as the president's short name",
    ("Tsahal", "armée israélienne"): "a common noun is no name of the table",
    ("Palestine", "Autorité palestinienne"): "the authority is an organisation, not a name of the state",
    ("Aziz Akhannouch", "Aziz Akhenouch"): "a and e for one short vowel, and a doubled letter: two slips at once",
    ("Cho Myoung-gyon", "Cho Myung-gyun"): "o for eo at the end is nobody's romanisation",
    ("Zoran Zaev", "Zoran Zaeff"): "-eff after a vowel is read as it is written",
    ("Jean-Phi Rochebrune", "Jean-Philippe Rochebrune"): "the second half of a compound is no hypocorism of the table",
    ("Nicolás Maduro", "Nicolás Maduro Guerra"): "a son's second family name looks like the father's own",
    ("Ivan P.", "Ivan Petrov"): "an initial is looked for in given names only",
    ("Nlle-Zélande", "Nouvelle-Zélande"): "abbreviated words are no names of the table",
    ("République islamique", "Iran"): "three other states open their long names with these words",
    ("Saigon", "Vietnam"): "a capital of the past is a town",
    ("RSF", "Forces de soutien rapide"): "in the French press the acronym is Reporters sans frontières",
    ("PAM", "WFP"): "the acronym is a Moroccan party too",
    ("AKP", "Parti de la justice et du développement"): "a Moroccan party has the same name",
    ("Areva", "Orano"): "what was left of Areva after the split is another company in law",
    ("Twitter", "X"): "one letter says nothing without its text",
    ("ministère canadien des Affaires étrangères", "Affaires mondiales Canada"): "a ministry of another title",
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
    assert len(ROWS) >= 1200
    types = Counter(row["type"] for row in ROWS)
    assert set(types) == {"PERSON", "COUNTRY", "ORGANISATION"}
    assert min(types.values()) >= 250
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


def test_pairs_same_bodies_are_rows_of_the_tables() -> None:
    pairs = list(rows("diplo_ner.names", "same_bodies.csv"))
    idents = [ident.split("@")[0] for row in pairs for ident in (row["id"], row["other"])]
    assert [ident for ident in idents if by_id(ident) is None] == []
    assert not {row["id"] for row in pairs} & {row["other"] for row in pairs}


def test_pairs_codes_of_three_letters_are_those_of_iso_3166() -> None:
    pycountry = pytest.importorskip("pycountry")
    told = {row["code"]: row["alpha3"] for row in rows("diplo_ner.names", "country_codes.csv")}
    known = {country.code for country in countries()}
    assert set(told) <= known
    iso = {code: pycountry.countries.get(alpha_2=code) for code in known}
    assert {code: state.alpha_3 for code, state in iso.items() if state} == {
        code: alpha3 for code, alpha3 in told.items() if iso[code]
    }
    assert len(set(told.values())) == len(told)
