"""Names that are far too long for names: compared and brought together in time in proportion to their length."""

from __future__ import annotations

import pytest

from diplo_ner.names.cluster import cluster
from diplo_ner.names.compare import compare_names

ROWS = [
    "(a) ",
    "(",
    "a ",
    "a",
    "A. ",
    "-",
    "- ",
    '"a" ',
    "'",
    "de ",
    "Jean ",
    "Jean-",
    " ",
    "(a",
    "[a] ",
    "a, ",
    "a/",
    "&",
    ".",
    "1",
]
ROWS += ["Sergueï Lavrov ", "Union de ", "\u0301", "ben ", "al-", "Kim ", "أ", "北", "M. ", "président "]
KINDS = ["PERSON", "COUNTRY", "ORGANISATION"]
LENGTH = 2_000
UNDER = 0.1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("row", ROWS)
def test_four_times_the_name_takes_no_more_than_in_proportion(row, kind, seconds_of):
    def seconds(name: str) -> float:
        return seconds_of(lambda: compare_names(name, "Sergueï Lavrov", type=kind))

    # one letter more each time: what was compared before is remembered
    for attempt in range(3):
        short = seconds((row * LENGTH)[:LENGTH] + "x" * attempt)
        long = seconds((row * 4 * LENGTH)[: 4 * LENGTH] + "x" * attempt)
        if long < UNDER or long < 8 * short:
            return
    pytest.fail(f"{short:.3f} s, then {long:.3f} s")


def test_a_crowd_of_names_that_are_alike_is_parted_in_line_with_its_pairs(seconds_of):
    def names(ends):
        return [f"{given} {family}{end}" for given in ("Jean", "Paul", "Anne", "J.") for family in ("Durand", "Durant", "Martin")
                for end in ends]  # fmt: skip

    letters = ["", *map(chr, range(97, 123))]
    assert sorted(n for c in cluster(names(letters)) for n in c.names) == sorted(names(letters))
    few, many = (
        min(seconds_of(lambda some=some: cluster(names(some))) for _ in range(2)) for some in (letters[:9], letters)
    )
    assert many < 9 * 2.5 * few
