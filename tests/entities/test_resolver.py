"""Merging within an article, on sentences with their gold inside; no model."""

from __future__ import annotations

import pytest
from markup import parse

from diplo_ner.entities.article import Article
from diplo_ner.entities.resolver import resolve
from diplo_ner.entities.tagger import tag
from diplo_ner.schema import Entity
from diplo_ner.text.words import words


def read(marked: str) -> list[Entity]:
    text, _, model = parse(marked)
    article = Article(text, words(text))
    return list(resolve(article, tag(article, model)))


def groups(marked: str) -> list[tuple[str, list[str]]]:
    return [(e.canonical, [m.text for m in e.mentions]) for e in read(marked) if e.type != "PLACE"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[Anthony Blinken](PERSON<PER) et [Antony Blinken](PERSON<PER), puis [Bliken](PERSON<PER).",
            [("Antony Blinken", ["Anthony Blinken", "Antony Blinken", "Bliken"])],
        ),
        (
            "[Sergey Lavrov](PERSON<PER) est arrivé. [Lavrov](PERSON<PER) se tait. [Sergueï Lavrov](PERSON<PER) part.",
            [("Sergueï Lavrov", ["Sergey Lavrov", "Lavrov", "Sergueï Lavrov"])],
        ),
        (
            "L'[OTAN](ORGANISATION<ORG), l'[Alliance atlantique](ORGANISATION) et l'[Alliance](ORGANISATION).",
            [("OTAN", ["OTAN", "Alliance atlantique", "Alliance"])],
        ),
        (
            "La [Grande-Bretagne](COUNTRY) et le [Royaume-Uni](COUNTRY), c'est un.",
            [("Royaume-Uni", ["Grande-Bretagne", "Royaume-Uni"])],
        ),
        (
            "[Moscou](COUNTRY) nie. La [Russie](COUNTRY<LOC) aussi.",
            [("Russie", ["Moscou", "Russie"])],
        ),
        (
            "Le [Niger](COUNTRY<LOC) et le [Nigeria](COUNTRY<LOC) sont voisins.",
            [("Niger", ["Niger"]), ("Nigeria", ["Nigeria"])],
        ),
    ],
)
def test_resolver_merges_and_keeps_apart(marked: str, expected: list[tuple[str, list[str]]]) -> None:
    assert groups(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Mme [Macron](PERSON<PER) sourit. [Emmanuel Macron](PERSON<PER) parle. [Macron](PERSON<PER) se tait.",
            [("Macron", ["Macron"]), ("Emmanuel Macron", ["Emmanuel Macron", "Macron"])],
        ),
        (
            "[Aurélien Brissot](PERSON<PER) parle. Mme [Brissot](PERSON<PER) sourit. Mme [Brissot](PERSON<PER) part.",
            [("Aurélien Brissot", ["Aurélien Brissot"]), ("Brissot", ["Brissot", "Brissot"])],
        ),
    ],
)
def test_resolver_gives_nobody_a_title_of_the_other_gender(marked: str, expected: list[tuple[str, list[str]]]) -> None:
    assert groups(marked) == expected


def test_resolver_keeps_spouses_apart_by_title() -> None:
    found = groups(
        "[Léonie Vauquelin](PERSON<PER) et [Armand Vauquelin](PERSON<PER) divorcent. "
        "M. [Vauquelin](PERSON) garde la maison, Mme [Vauquelin](PERSON) les meubles."
    )
    assert found == [
        ("Léonie Vauquelin", ["Léonie Vauquelin", "Vauquelin"]),
        ("Armand Vauquelin", ["Armand Vauquelin", "Vauquelin"]),
    ]


def test_resolver_family_name_with_two_bearers_goes_to_the_nearest() -> None:
    found = dict(
        groups(
            "[Aïssa Konaté](PERSON<PER) a ouvert la séance. [Bakary Konaté](PERSON<PER) l'a close. "
            "[Konaté](PERSON) sourit."
        )
    )
    assert found["Bakary Konaté"] == ["Bakary Konaté", "Konaté"]


def test_resolver_given_name_alone() -> None:
    found = groups("[Marwan Haddad](PERSON<PER) a parlé. « [Marwan](PERSON<PER) exagère », dit sa sœur.")
    assert found == [("Marwan Haddad", ["Marwan Haddad", "Marwan"])]


def test_resolver_given_name_of_a_relative_goes_to_the_one_of_the_family() -> None:
    marked = (
        "[Pierre Morel](PERSON<PER) et [Luc Salvan](PERSON<PER) ont vu [Anne Morel](PERSON<PER). "
        "[Pierre Salvan](PERSON<PER) se tait. [Pierre Doucet](PERSON<PER), [Pierre Doucet](PERSON<PER) et "
        "[Pierre Doucet](PERSON<PER) aussi. Le vote de son fils aîné [Pierre](PERSON<PER) compte."
    )
    told = dict(groups(marked))
    assert told["Pierre Doucet"] == ["Pierre Doucet"] * 3
    assert [name for name, mentions in told.items() if "Pierre" in mentions] == ["Pierre Salvan"]


def test_resolver_given_name_of_a_known_person_beside_one_of_the_family() -> None:
    marked = "[Michelle Obama](PERSON<PER) est venue avec son mari [Barack](PERSON<PER)."
    assert groups(marked) == [("Michelle Obama", ["Michelle Obama"]), ("Barack Obama", ["Barack"])]


def test_resolver_family_name_that_is_a_feast_too_beside_a_verb_of_saying() -> None:
    marked = "[Karim Ramadan](PERSON<PER) part. « Non », répond alors [Ramadan](PERSON), qui jeûne pendant le Ramadan."
    assert groups(marked) == [("Karim Ramadan", ["Karim Ramadan", "Ramadan"])]


def test_resolver_letters_behind_a_name_between_marks() -> None:
    marked = "L'« [International Weather Bureau](ORGANISATION) » ([IWB](ORGANISATION)) publie. L'[IWB](ORGANISATION) se tait."
    assert groups(marked) == [("International Weather Bureau", ["International Weather Bureau", "IWB", "IWB"])]


def test_resolver_acronym_that_the_text_explains() -> None:
    found = groups(
        "La [Haute Instance des archives du Sahel](ORGANISATION<ORG) ([HIAS](ORGANISATION<LOC)) siège. "
        "La [HIAS](ORGANISATION<ORG) vote."
    )
    assert [names for _, names in found] == [["Haute Instance des archives du Sahel", "HIAS", "HIAS"]]


def test_resolver_ids_are_readable_and_unique() -> None:
    found = read(
        "[Anton Vasko](PERSON<PER), [Slovaquie](COUNTRY<LOC), [OTAN](ORGANISATION<ORG), [Bratislava](PLACE<LOC)."
    )
    assert [e.id for e in found] == ["anton-vasko", "SK", "otan", "bratislava"]


def test_resolver_every_mention_tells_why() -> None:
    for entity in read(
        "[Anton Vasko](PERSON<PER) a vu [Vasko](PERSON). La [Slovaquie](COUNTRY) et l'[OTAN](ORGANISATION)."
    ):
        assert all(m.reason for m in entity.mentions)


def test_resolver_takes_up_a_body_named_once_wherever_it_is_written_so() -> None:
    found = groups(
        "L’association [Horizon Vert](ORGANISATION<ORG) est née en mai. Depuis, [Horizon Vert](ORGANISATION) agit. "
        "Le Horizon Vert Festival ouvre demain."
    )
    assert found == [("Horizon Vert", ["Horizon Vert", "Horizon Vert"])]


@pytest.mark.parametrize(
    "marked",
    [
        "Un incendie a pris à Vieux Moulin<PER>, dans le Jura.",
        "La prison Vieux Moulin<PER> est pleine.",
    ],
)
def test_resolver_takes_no_place_for_a_person(marked: str) -> None:
    text = marked.replace("<PER>", "")
    start = text.index("Vieux Moulin")
    article = Article(text, words(text))
    found = resolve(article, tag(article, [(start, start + 12, "PER")]))
    assert [e.type for e in found if e.canonical == "Vieux Moulin"] == ["PLACE"]


def test_a_place_with_its_hyphen_or_without_is_one() -> None:
    found = read("[Hong Kong](PLACE<LOC) attend ; à [Hong-Kong](PLACE<LOC), rien ne bouge.")
    assert [[m.text for m in e.mentions] for e in found] == [["Hong Kong", "Hong-Kong"]]


def test_a_place_is_one_under_all_names_of_its_table() -> None:
    found = read(
        "[Luhansk](PLACE<LOC) tombe ; [Louhansk](PLACE<LOC) attend. L'[Europe](PLACE), le [Vieux Continent](PLACE)."
    )
    assert [(e.canonical, len(e.mentions)) for e in found] == [("Louhansk", 2), ("Europe", 2)]


def test_the_institution_of_another_state_is_not_the_known_one() -> None:
    found = read("On siège au [Congrès](ORGANISATION<ORG) uruguayen.")
    assert [e.canonical for e in found] == ["Congrès"]
