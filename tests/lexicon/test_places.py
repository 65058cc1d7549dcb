"""The gazetteer against ISO 3166-2, the table of states and itself."""

from __future__ import annotations

import pycountry
import pytest

from diplo_ner.lexicon.check import TableError, parse_table, read_table, require
from diplo_ner.lexicon.countries import by_code, countries, country_names
from diplo_ner.lexicon.places import KINDS, check_places, place_names, places
from diplo_ner.lexicon.spellings import fold_all
from diplo_ner.text.fold import fold


def test_places_table_has_no_problem() -> None:
    require(check_places(read_table("diplo_ner.lexicon", "places.csv")))


def test_places_are_many_and_of_every_kind() -> None:
    assert len(places()) > 2500
    assert {place.kind for place in places()} == set(KINDS)


def test_places_fold_in_one_go_as_one_by_one() -> None:
    names = [name for place in places() for name in (place.name, *place.aliases)]
    assert fold_all(names) == [fold(name) for name in names]


def test_places_have_no_name_of_a_state() -> None:
    assert not place_names().keys() & country_names().keys()


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Crimée", "region", "UA"),
        ("Donbass", "region", "UA"),
        ("Bakhmout", "city", "UA"),
        ("Kramatorsk", "city", "UA"),
        ("Hong Kong", "region", "CN"),
        ("Groenland", "region", "DK"),
        ("Porto Rico", "region", "US"),
        ("Écosse", "region", "GB"),
        ("pays de Galles", "region", "GB"),
        ("Angleterre", "region", "GB"),
        ("Tibet", "region", "CN"),
        ("Catalogne", "region", "ES"),
        ("Kurdistan", "region", None),
        ("Cachemire", "region", None),
        ("Haut-Karabakh", "region", None),
        ("bande de Gaza", "region", "PS"),
        ("Cisjordanie", "region", "PS"),
        ("Californie", "region", "US"),
        ("Virginie-Occidentale", "region", "US"),
        ("Europe", "continent", None),
        ("Occident", "region", None),
        ("Moyen-Orient", "region", None),
        ("Sahel", "region", None),
        ("Indo-Pacifique", "region", None),
        ("péninsule coréenne", "region", None),
        ("zone euro", "region", None),
        ("mer Noire", "sea", None),
        ("détroit d’Ormuz", "sea", None),
        ("canal de Suez", "sea", None),
        ("Dniepr", "river", None),
        ("Himalaya", "mountain", None),
        ("Okinawa", "island", "JP"),
        ("Tombouctou", "city", "ML"),
        ("Goma", "city", "CD"),
        ("Alep", "city", "SY"),
        ("Mossoul", "city", "IQ"),
        ("Genève", "city", "CH"),
        ("Montréal", "city", "CA"),
        ("Champs-Élysées", "street", "FR"),
        ("place Rouge", "quarter", "RU"),
        ("place Tahrir", "quarter", "EG"),
        ("Manhattan", "quarter", "US"),
    ],
)
def test_place_names_find_places_of_the_news(name: str, kind: str, country: str | None) -> None:
    place = place_names()[fold(name)]
    assert (place.kind, place.country, place.weak) == (kind, country, False)


@pytest.mark.parametrize(
    ("name", "main"),
    [
        ("Kharkov", "Kharkiv"),
        ("Lougansk", "Louhansk"),
        ("Idlib", "Idleb"),
        ("Bombay", "Bombay"),
        ("Mumbai", "Bombay"),
        ("Saïgon", "Hô Chi Minh-Ville"),
        ("Shanghai", "Shanghaï"),
        ("St-Étienne", "Saint-Étienne"),
        ("Saint Etienne", "Saint-Étienne"),
        ("Ile de France", "Île-de-France"),
        ("Tahrir", "place Tahrir"),
        ("Geneva", "Genève"),
        ("Méditerranée", "mer Méditerranée"),
        ("Kyiv", "Kiev"),
        ("Pékin", "Pékin"),
        ("Caire", "Le Caire"),
        ("Tel Aviv", "Tel-Aviv"),
    ],
)
def test_place_names_find_other_spellings(name: str, main: str) -> None:
    assert place_names()[fold(name)].name == main


@pytest.mark.parametrize(
    "name", ["Nice", "Tours", "Sens", "Florence", "Orange", "Virginie", "Victoria", "Antony", "Man"]
)
def test_place_names_flag_common_words_and_first_names(name: str) -> None:
    assert place_names()[fold(name)].weak


def test_place_names_keep_weak_names_of_a_capital_apart() -> None:
    assert not place_names()["santiago du chili"].weak
    assert place_names()["santiago"].weak
    assert place_names()["santiago"].country == "CL"


def test_place_names_hold_every_capital_that_is_no_state() -> None:
    for country in countries():
        for name in country.capitals:
            if fold(name) not in country_names():
                assert place_names()[fold(name)].country == country.code, name


def test_places_lie_in_states_that_still_are() -> None:
    for code in {place.country for place in places()} - {None}:
        country = by_code(str(code))
        assert country is not None
        assert country.status != "former"


PARTS = {"State", "Province", "Territory", "Land", "Canton", "Metropolitan region", "Metropolitan department"}


@pytest.mark.parametrize(
    ("country", "missing"),
    [
        ("US", {"Georgia"}),  # the state is "État de Géorgie": Géorgie alone is the country
        ("CA", set()),
        ("AU", {"Australian Capital Territory"}),
        ("DE", {"Mecklenburg-Vorpommern", "Sachsen"}),
        ("CH", {"Appenzell Ausserrhoden", "Appenzell Innerrhoden", "Nidwalden", "Obwalden"}),
        ("FR", {"Nord"}),  # a point of the compass first of all
    ],
)
def test_places_hold_the_parts_of_states_by_their_names_in_iso_3166_2(country: str, missing: set[str]) -> None:
    names = {part.name for part in pycountry.subdivisions.get(country_code=country) if part.type in PARTS}
    assert len(names) > 5
    assert {name for name in names if fold(name) not in place_names()} == missing


HEADER = "name,kind,country,aliases,weak"
GOOD = "Lyon,city,FR,Lugdunum,"


def _problems(*lines: str) -> list[str]:
    table = parse_table("p.csv", "\n".join(["# facts of my own making", HEADER, *lines]) + "\n")
    return [str(problem) for problem in check_places(table)]


def test_check_places_passes_a_good_row() -> None:
    assert _problems(GOOD, "", "# a comment", "Alpes,mountain,,,") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Confluence,quarter,FR,LYON,", "p.csv:4: 'LYON' of 'Confluence' is also of 'Lyon', line 3"),
        ("Utopie-Ville,city,QQ,,", "p.csv:4: country: unknown value 'QQ'"),
        ("Suisse,region,,,", "p.csv:4: 'Suisse' is already a name of 'CH'"),
        ("Etats Unis,region,,,", "p.csv:4: 'Etats Unis' is already a name of 'US'"),
        ("Kyiv,city,UA,,", "p.csv:4: 'Kyiv' is already a name of 'UA'"),
        ("Mordor,land,,,", "p.csv:4: kind: unknown value 'land'"),
        ("Mordor,,,,", "p.csv:4: kind: must not be empty"),
        ("Mordor,region,,,yes", "p.csv:4: weak: unknown value 'yes'"),
        (
            "Mordor,region,,Morannon|Morannon,",
            "p.csv:4: aliases: a value stands twice in 'Morannon|Morannon'",
        ),
        ("Mordor,region,,Morannon||Udun,", "p.csv:4: aliases: an empty value in 'Morannon||Udun'"),
        ("Mordor,region", "p.csv:4: the row has not the 5 cells of the header"),
    ],
)
def test_check_places_tells_the_line_and_the_reason(line: str, expected: str) -> None:
    assert expected in _problems(GOOD, line)


def test_check_places_names_are_required() -> None:
    with pytest.raises(TableError, match=r"p\.csv:2: name: must not be empty"):
        require(check_places(parse_table("p.csv", f"{HEADER}\n,city,,,\n")))
