"""Inputs that once raised: found by fuzzing and by generated texts, kept so that they never do again."""

from __future__ import annotations

import pytest
from made_texts import check

from diplo_ner.names.cluster import best_form, cluster
from diplo_ner.names.compare import compare_names
from diplo_ner.names.parts import split_name
from diplo_ner.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "'«’",  # a passage whose first word is marks alone
        "0«‘»",
        ":«.",
        ".« »'",
        "0 » 0›",
        "a » " * 40,
        "Union de l'" * 400,  # names of bodies inside one another, deeper than the stack
        "ministère de la " * 400,
    ],
)
def test_texts(text):
    check(text, *read(text, []))


@pytest.mark.parametrize(
    "name",
    [
        "Ð A¹",  # a given name of which folding leaves nothing
        "AA\n!ɰ",
        "ɴ\tN[",
        "ɰ8\udcd8\udcde\udced\udcb2\udc901_h",  # a given name without a letter
        "ɰ8\udcd8\udcde\udced\udcb2\udc90\udcff\udcff\udcff\udcff1_X$u0n",
    ],
)
def test_names(name):
    assert best_form({name: 1})
    assert [c.names for c in cluster([name])] == [(name,)]
    assert split_name(name).shape != "full" or split_name(name).given
    assert compare_names(name, "Sergueï Lavrov").verdict in ("different", "unsure")
    assert compare_names(name, name).verdict != "different"


@pytest.mark.parametrize("kind", ["PERSON", "COUNTRY", "ORGANISATION"])
@pytest.mark.parametrize("brackets", ["()", "[]"])
def test_names_in_brackets_in_brackets(kind, brackets):
    """What brackets hold was once looked up again with what they stand in, twice as often for each pair."""
    for deep in (3, 40, 2_000):
        name = brackets[0] * deep + "Congo" + brackets[1] * deep
        assert compare_names(name, "France", type=kind).verdict != "same"
