"""The table of public figures: sound, large, and found under every name."""

from __future__ import annotations

import pycountry
import pytest

from diplo_ner.lexicon.check import key, parse_table, read_table
from diplo_ner.lexicon.countries import countries
from diplo_ner.lexicon.persons import (
    FILE,
    by_id,
    check_persons,
    person_names,
    persons,
    persons_alone,
)

CODES = {country.alpha_2 for country in pycountry.countries} | {country.code for country in countries()}


def test_persons_table_has_no_faults() -> None:
    assert [str(problem) for problem in check_persons(read_table("diplo_ner.lexicon", FILE), CODES)] == []


def test_persons_are_many_and_of_all_continents() -> None:
    assert len(persons()) >= 1500
    found = {person.country for person in persons()}
    states = {country.code for country in countries() if country.status == "member"}
    assert len(found & states) >= 150
    assert sum(person.gender == "f" for person in persons()) >= 300


def test_persons_are_found_under_every_form() -> None:
    for person in persons():
        assert by_id(person.id) is person
        for name in (person.canonical, *person.aliases):
            assert person_names()[key(name)] is person, name
        for name in person.alone:
            assert persons_alone()[key(name)] is person, name


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("vladimir putin", "Vladimir Poutine"),
        ("benjamin netanyahu", "Benyamin Nétanyahou"),
        ("jean yves le drian", "Jean-Yves Le Drian"),
        ("recep tayyip erdogan", "Recep Tayyip Erdogan"),
        ("abou mazen", "Mahmoud Abbas"),
    ],
)
def test_persons_have_the_spelling_of_the_french_press(name: str, canonical: str) -> None:
    assert person_names()[name].canonical == canonical


@pytest.mark.parametrize("name", ["clinton", "le pen", "bush", "kennedy", "castro", "kim", "may", "bone"])
def test_persons_alone_leaves_out_what_others_are_called_too(name: str) -> None:
    assert name not in persons_alone()


@pytest.mark.parametrize("name", ["poutine", "macron", "trump", "le drian", "von der leyen", "lavrov"])
def test_persons_alone_has_those_whom_everybody_knows(name: str) -> None:
    assert name in persons_alone()


HEADER = "id,canonical,aliases,alone,country,gender,roles\n"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a-b,A B,,,FR,m,\nc-d,C D,A B,,FR,m,\n", 3, "is also of"),
        ("a-b,A B,,X,FR,m,\nc-d,C D,,X,FR,m,\n", 3, "is also of"),
        ("a-b,A B,,,FR,m,\na-b,C D,,,FR,m,\n", 3, "is also of"),
        ("a-b,A B,,,QQ,m,\n", 2, "unknown value 'QQ'"),
        ("a-b,A B,,,FR,x,\n", 2, "gender"),
        ("A B,A B,,,FR,m,\n", 2, "form"),
        ("a-b,A B,,C D,FR,m,\nc-d,C D,,,FR,m,\n", 2, "full name"),
        ("a-b,A B,,,FR,m\n", 2, "cells"),
    ],
)
def test_persons_check_tells_the_line(text: str, line: int, reason: str) -> None:
    problems = check_persons(parse_table("p.csv", HEADER + text), CODES)
    told = [problem for problem in problems if (problem.line == line and reason in problem.reason)]
    assert told or any(reason in problem.reason for problem in problems)
    assert all(problem.line in (2, 3) for problem in problems)
