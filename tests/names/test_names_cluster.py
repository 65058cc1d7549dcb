"""Names brought together, and the form they are told under."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from diplo_ner.names.cluster import cluster
from diplo_ner.names.forms import best_form, plain_form, title_case


def _groups(*names: str) -> list[set[str]]:
    return [set(group.names) for group in cluster(names)]


def test_cluster_joins_spellings_and_tells_why() -> None:
    (group,) = cluster(["Antony Blinken", "Anthony Blinken", "Bliken", "Blinken"])
    assert group.canonical == "Antony Blinken"
    assert len(group.reasons) == 3
    assert all("=" in reason for reason in group.reasons)


def test_cluster_keeps_contradictions_apart() -> None:
    assert _groups("Bill Clinton", "Hillary Clinton") == [{"Bill Clinton"}, {"Hillary Clinton"}]
    assert len(_groups("Kim Jong-un", "Kim Jong-il", "Kim Yo-jong")) == 3
    assert len(_groups("Peter Hansen", "Peter Hanson")) == 2


def test_cluster_gives_a_family_name_to_the_only_bearer() -> None:
    assert _groups("Joan Puig", "Puig") == [{"Joan Puig", "Puig"}]
    assert _groups("Joan Puig", "Marta Puig", "Puig") == [{"Joan Puig"}, {"Marta Puig"}, {"Puig"}]
    assert {"Mme Ngandu", "Marie Ngandu"} in _groups("Mme Ngandu", "Marie Ngandu", "Jean Ngandu")


def test_cluster_gives_an_initial_to_the_only_bearer() -> None:
    assert _groups("Jean Kouri", "J. Kouri") == [{"J. Kouri", "Jean Kouri"}]
    assert len(_groups("Jean Kouri", "Jacques Kouri", "J. Kouri")) == 3
    assert {"J. Kouri", "Jean Kouri"} in _groups("Jean Kouri", "Marie Kouri", "J. Kouri")


def test_cluster_leaves_a_short_form_that_fits_two_alone() -> None:
    groups = _groups("José García", "José García Márquez", "José García López")
    assert groups == [{"José García"}, {"José García López"}, {"José García Márquez"}]


def test_cluster_of_states_and_bodies_goes_by_their_tables() -> None:
    states = cluster(["Etats-Unis", "USA", "Niger", "Nigeria"], type="COUNTRY")
    assert [(group.canonical, group.names) for group in states] == [
        ("États-Unis", ("Etats-Unis", "USA")),
        ("Niger", ("Niger",)),
        ("Nigeria", ("Nigeria",)),
    ]
    bodies = cluster(["Otan", "NATO", "Conseil européen", "Conseil de l'Europe", "OTSC"], type="ORGANISATION")
    assert {frozenset(group.names) for group in bodies} == {
        frozenset({"NATO", "Otan"}),
        frozenset({"Conseil européen"}),
        frozenset({"Conseil de l'Europe"}),
        frozenset({"OTSC"}),
    }


def test_cluster_joins_an_unknown_acronym_to_its_words() -> None:
    (group,) = cluster(["Observatoire nigérien des libertés publiques", "ONLP"], type="ORGANISATION")
    assert group.canonical == "Observatoire nigérien des libertés publiques"


def test_cluster_of_nothing_is_empty() -> None:
    assert cluster([]) == []
    assert cluster([], type="COUNTRY") == []


GIVEN = ("Jean", "Marie", "Mohamed", "Anna", "Pavel", "Ibrahim", "Carlos", "Aminata", "Viktor", "Fatou")


def _synthetic(count: int) -> list[str]:
    """Distinct names, a fiftieth of them of one family, some alone, with initials or in capitals."""
    chance = random.Random(count)
    syllables = ("ba", "vel", "kro", "din", "mor", "tash", "gu", "len", "pir", "sou", "zak", "fe")
    found: set[str] = set()
    while len(found) < count:
        family = "".join(chance.choice(syllables) for _ in range(4)).capitalize()
        if chance.random() < 0.02:
            family = "Diallo"
        given = chance.choice(GIVEN)
        form = chance.random()
        if form < 0.1:
            found.add(family)
        elif form < 0.2:
            found.add(f"{given[0]}. {family}")
        elif form < 0.3:
            found.add(f"{family.upper()} {given}")
        else:
            found.add(f"{given} {chance.choice(GIVEN)} {family}" if form < 0.4 else f"{given} {family}")
    return sorted(found)


def test_cluster_time_grows_with_the_number_of_names(seconds_of) -> None:
    def seconds(count: int) -> float:
        names = _synthetic(count)
        return seconds_of(lambda: cluster(names))

    seconds(200)
    assert any(seconds(8000) < 8 * 2.5 * seconds(1000) for _ in range(3))


def test_names_load_no_model_and_print_nothing() -> None:
    code = (
        "import sys; from diplo_ner.names.compare import compare_names; from diplo_ner.names import cluster;"
        "assert compare_names('Poutine', 'Putin').verdict == 'same'; assert 'spacy' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("SAUL LOEB", "Saul Loeb"),
        ("SERGEY DOLZHENKO", "Sergey Dolzhenko"),
        ("John McDONNELL", "John McDonnell"),
        ("McDONNELL", "McDonnell"),
        ("URSULA VON DER LEYEN", "Ursula von der Leyen"),
        ("Jean-Yves LE DRIAN", "Jean-Yves Le Drian"),
        ("BACHAR AL-ASSAD", "Bachar al-Assad"),
        ("MICHELLE O'NEILL", "Michelle O'Neill"),
        ("JEAN-PAUL II", "Jean-Paul II"),
        ("JD Vance", "JD Vance"),
        ("J.K. Rowling", "J.K. Rowling"),
    ],
)
def test_title_case_of_names_in_capitals(name: str, form: str) -> None:
    assert title_case(name) == form


def test_plain_form_turns_names_told_family_name_first() -> None:
    assert plain_form("LAVROV Sergueï") == "Sergueï Lavrov"
    assert plain_form("M. BLINKEN Antony") == "Antony Blinken"
    assert plain_form("KIM JONG-UN") == "Kim Jong-Un"


@pytest.mark.parametrize(
    ("counts", "best"),
    [
        ({"Putin": 3, "Vladimir Putin": 1}, "Vladimir Poutine"),
        ({"Anthony Blinken": 4, "Antony Blinken": 1, "Blinken": 9}, "Antony Blinken"),
        ({"Nielsen": 5, "Kirstjen Nielsen": 1}, "Kirstjen Nielsen"),
        ({"Christine Ford": 4, "Christine Blasey Ford": 1}, "Christine Blasey Ford"),
        ({"A. Kouri": 4, "Kouri": 9}, "A. Kouri"),
        ({"Rene Kouri": 2, "René Kouri": 2}, "René Kouri"),
        ({"Pavel Zvornik": 3, "Pawel Zvornik": 1}, "Pavel Zvornik"),
        ({"PAVEL ZVORNIK": 3}, "Pavel Zvornik"),
    ],
)
def test_best_form_is_the_fullest_and_the_usual(counts: dict[str, int], best: str) -> None:
    assert best_form(counts) == best


def test_best_form_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="no name"):
        best_form({})
