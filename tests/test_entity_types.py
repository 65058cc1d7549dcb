import pytest

from diplo_ner.entity_types import ENTITY_TYPES, type_facts, types_by_label, types_that
from diplo_ner.report.type_styles import type_styles
from diplo_ner.wording import wording
from diplo_ner.wording.words import Words


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_table_and_the_names_for_type_checkers_agree():
    assert tuple(type_facts()) == ENTITY_TYPES


@pytest.mark.parametrize("name", ENTITY_TYPES)
def test_a_type_has_its_words_and_colours(name):
    fact = type_facts()[name]
    for language in ("fr", "en"):
        assert wording("type", name, language) == Words(language)("type", name) == fact.one[language] != ""
        assert Words(language)("types", name) == fact.several[language] != ""
    assert f".mention.{name.lower()} {{" in type_styles()
    assert 1.05 / (luminance(fact.light) + 0.05) >= 4.5
    assert (luminance(fact.dark) + 0.05) / 0.05 >= 4.5


def test_no_two_types_share_colour_line_label_or_precedence():
    for values in (
        [f.light for f in type_facts().values()],
        [f.dark for f in type_facts().values()],
        [f.line for f in type_facts().values()],
        [f.precedence for f in type_facts().values()],
        [label for f in type_facts().values() for label in f.labels],
    ):
        assert len(values) == len(set(values))
    assert types_by_label()["PER"] == "PERSON"


def test_a_place_neither_speaks_nor_counts():
    assert not type_facts()["PLACE"].may & {"speak", "body", "count"}
    assert types_that("body") == ("COUNTRY", "ORGANISATION")
