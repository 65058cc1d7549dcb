"""What must hold for any input: idempotent, symmetric, never an exception, independent of order."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from diplo_ner.names.blocks import Node
from diplo_ner.names.cluster import cluster
from diplo_ner.names.compare import compare_names
from diplo_ner.names.forms import best_form, plain_form, title_case
from diplo_ner.names.given import gender_of, is_given_name, squash
from diplo_ner.names.normalize import normalize, strip_honorifics
from diplo_ner.names.parts import split_name
from diplo_ner.names.skeleton import skeletons

ANY_TEXT = st.text(max_size=30)
GIVEN = st.sampled_from(
    [
        "Jean",
        "Jean-Yves",
        "Marie",
        "Sergueï",
        "Sergey",
        "Serhiy",
        "Antony",
        "Bill",
        "William",
        "Mohamed",
        "Muhammad",
        "J.",
        "S.",
        "Alexandre",
        "Sacha",
        "Olena",
        "Zvi",
    ]
)
FAMILY = st.sampled_from(
    [
        "Lavrov",
        "Lavroff",
        "Kravtsov",
        "Kravtsow",
        "Ngandu",
        "Ngandou",
        "Winkelried",
        "Winkelrid",
        "Diallo",
        "Hansen",
        "Hanson",
        "Guerdjikov",
    ]
)
FULL = st.builds("{} {}".format, GIVEN, FAMILY)
TURNED = st.builds("{} {}".format, FAMILY.map(str.upper), GIVEN)
MIDDLE = st.builds("{} {} {}".format, GIVEN, st.sampled_from(["Ahmed", "K.", "Petrovitch", "de", "van"]), FAMILY)
NAME = st.one_of(FULL, TURNED, MIDDLE, FAMILY, st.builds("M. {}".format, FAMILY), st.builds("Mme {}".format, FULL))


@settings(deadline=None)
@given(ANY_TEXT)
def test_normalize_is_idempotent_and_plain(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert once == once.lower()


@settings(deadline=None)
@given(st.one_of(ANY_TEXT, NAME))
def test_names_of_any_kind_raise_nothing(text: str) -> None:
    stripped = strip_honorifics(text)
    assert stripped.gender in (None, "m", "f")
    parts = split_name(text)
    assert parts.shape in ("full", "alone", "whole", "empty")
    assert (parts.shape == "full") == bool(parts.given and parts.family and parts.shape != "whole")
    assert gender_of(text) in (None, "m", "f")
    assert isinstance(is_given_name(text), bool)
    assert all(key for key in skeletons(text))
    title_case(text)
    plain_form(text)


@settings(deadline=None)
@given(ANY_TEXT, ANY_TEXT, st.sampled_from(["PERSON", "COUNTRY", "ORGANISATION"]))
def test_comparison_of_any_text_is_symmetric(a: str, b: str, kind: str) -> None:
    one = compare_names(a, b, type=kind)  # type: ignore[arg-type]
    assert one == compare_names(b, a, type=kind)  # type: ignore[arg-type]


@settings(deadline=None)
@given(NAME, NAME)
def test_comparison_of_names_is_symmetric(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a)


@settings(deadline=None)
@given(NAME)
def test_comparison_of_a_name_with_itself_is_same(name: str) -> None:
    assert compare_names(name, name).verdict == "same"
    assert compare_names(name, name.upper()).verdict in ("same", "unsure")


@settings(max_examples=60, deadline=None)
@given(st.lists(NAME, max_size=9, unique=True), st.randoms(use_true_random=False))
def test_cluster_does_not_depend_on_order(names: list[str], random: object) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster(names) == cluster(shuffled)


def _all_pairs(nodes: list[Node]) -> list[tuple[int, int]]:
    return list(combinations(range(len(nodes)), 2))


@settings(max_examples=80, deadline=None)
@given(st.lists(NAME, max_size=10, unique=True))
def test_cluster_finds_what_all_pairs_find(names: list[str]) -> None:
    blocked = [group.names for group in cluster(names)]
    naive = [group.names for group in cluster(names, pairs=_all_pairs)]
    assert blocked == naive


@settings(max_examples=60, deadline=None)
@given(st.lists(NAME, min_size=1, max_size=8, unique=True))
def test_cluster_keeps_each_name_once_and_no_contradiction(names: list[str]) -> None:
    groups = cluster(names)
    assert sorted(name for group in groups for name in group.names) == sorted(names)
    for group in groups:
        assert all(compare_names(a, b).verdict != "different" for a, b in combinations(group.names, 2))


@settings(deadline=None)
@given(st.dictionaries(NAME, st.integers(1, 9), min_size=1, max_size=6))
def test_best_form_is_one_of_the_forms_or_a_known_person(counts: dict[str, int]) -> None:
    best = best_form(counts)
    forms = {squash(plain_form(name)) for name in counts}
    assert squash(best) in forms or any(compare_names(best, name).verdict != "different" for name in counts)
