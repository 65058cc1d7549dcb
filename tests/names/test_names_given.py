"""Given names, their variants and genders, and the keys of family names."""

from __future__ import annotations

import pytest

from diplo_ner.lexicon.check import read_table
from diplo_ner.names.given import gender_of, given_names, is_given_name, reading, squash
from diplo_ner.names.match_family import common_families
from diplo_ner.names.match_given import Likeness, match_given
from diplo_ner.names.skeleton import skeletons
from diplo_ner.tables import cell_list, rows

PACKAGE = "diplo_ner.names"


@pytest.mark.parametrize(
    ("given", "gender"),
    [
        ("Angela", "f"),
        ("Sergueï", "m"),
        ("Jean-Marie", "m"),
        ("Marie-Pierre", "f"),
        ("Fatoumata", "f"),
        ("Oumar", "m"),
        ("Volodymyr", "m"),
        ("Ioulia", "f"),
        ("Brett", "m"),
        ("Bernie", "m"),
        ("Liz", "f"),
        ("Dominique", None),
        ("Chris", None),
        ("Xqzt", None),
        ("", None),
    ],
)
def test_gender_of_given_names(given: str, gender: str | None) -> None:
    assert gender_of(given) == gender


def test_given_names_are_told_from_family_names() -> None:
    assert all(map(is_given_name, ("Antony", "ANTONY", "Élisabeth", "Jean-Yves", "Abdel Fattah", "Bob")))
    assert not any(map(is_given_name, ("Lavrov", "Blinken", "Kremlin", "", "12", "Ministre")))


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("antony", "anthony", Likeness.VARIANT),
        ("serguei", "sergey", Likeness.VARIANT),
        ("bill", "william", Likeness.SHORT),
        ("bill", "will", Likeness.SHORT),
        ("s", "serguei", Likeness.INITIAL),
        ("y", "iouri", Likeness.INITIAL),
        ("volodymyr", "vladimir", Likeness.SLAVIC_KIN),
        ("pierre", "peter", Likeness.KIN),
        ("emmanual", "emmanuel", Likeness.SLIP),
        ("bill", "hillary", Likeness.CONFLICT),
        ("marine", "jean-marie", Likeness.CONFLICT),
        ("jean", "jean-yves", Likeness.PARTIAL),
        ("jean-luc", "jean-marc", Likeness.CONFLICT),
    ],
)
def test_given_names_stand_to_each_other(a: str, b: str, likeness: Likeness) -> None:
    assert match_given((a,), (b,)).likeness is likeness
    assert match_given((b,), (a,)).likeness is likeness


def test_given_names_table_is_large_and_sound() -> None:
    table = read_table(PACKAGE, "given_names.csv")
    assert list(table.shape_problems()) == []
    assert list(table.missing(("class", "gender"))) == []
    assert list(table.not_among("gender", ("m", "f", "u"))) == []
    assert list(table.duplicates(("class", "spellings"), owner="class")) == []
    assert len(table.rows) >= 700
    assert len(given_names()) >= 2500


def test_given_names_kin_is_shared_and_of_one_gender() -> None:
    genders: dict[str, set[str]] = {}
    members: dict[str, int] = {}
    for row in rows(PACKAGE, "given_names.csv"):
        for label in cell_list(row["kin"] or ""):
            assert label.startswith(("rus.", "lat.")), row
            genders.setdefault(label, set()).add(row["gender"])
            members[label] = members.get(label, 0) + 1
    assert {label for label, count in members.items() if count < 2} == set()
    assert {label for label, found in genders.items() if {"m", "f"} <= found} == set()


def test_given_names_are_found_under_every_spelling() -> None:
    for row in rows(PACKAGE, "given_names.csv"):
        for spelling in (row["class"], *cell_list(row["spellings"] or "")):
            own = reading(squash(spelling)).own
            assert own is not None
            assert own.name == row["class"], spelling


@pytest.mark.parametrize("name", ["particles.csv", "family_first.csv", "honorifics.csv", "whole_names.csv"])
def test_tables_of_words_have_no_empty_and_no_double_rows(name: str) -> None:
    table = read_table(PACKAGE, name)
    assert list(table.shape_problems()) == []
    first = table.columns[0]
    seen = [(row[first], row.get("language", "")) for _, row in table.rows]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Poutine", "Putin"),
        ("Zelensky", "Selenskyj"),
        ("Loukachenko", "Lukashenko"),
        ("Gorbatchev", "Gorbatschow"),
        ("Ianoukovitch", "Janukowytsch"),
        ("Khrouchtchev", "Khrushchev"),
        ("Prigojine", "Prigozhin"),
        ("Nétanyahou", "Netanyahu"),
        ("Khameneï", "Khamenei"),
        ("Moubarak", "Mubarak"),
        ("Ouattara", "Wattara"),
        ("Sinouar", "Sinwar"),
        ("Çavuşoğlu", "Tchavouchoglou"),
        ("Çavuşoğlu", "Cavusoglu"),
        ("Milošević", "Milosevitch"),
        ("Schröder", "Schroeder"),
    ],
)
def test_skeletons_bring_transcriptions_together(a: str, b: str) -> None:
    assert skeletons(a) & skeletons(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Medvedev", "Medvedtchouk"),
        ("Khamenei", "Khomeini"),
        ("Macron", "Marcon"),
        ("Hariri", "Harari"),
        ("Trump", "Tramp"),
    ],
)
def test_skeletons_keep_others_apart(a: str, b: str) -> None:
    assert not skeletons(a) & skeletons(b)


def test_common_families_hold_the_pairs_one_letter_apart() -> None:
    assert {"hansen", "hanson", "dupont", "dupond", "lopez", "lopes"} <= common_families()
    assert not {"lavrov", "blinken", "poutine"} & common_families()
