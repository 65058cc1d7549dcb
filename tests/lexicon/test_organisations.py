"""The tables of organisations against themselves, the table of states and usage."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from diplo_ner.lexicon.check import parse_table, read_table, require
from diplo_ner.lexicon.check_organisations import check_organisations
from diplo_ner.lexicon.countries import countries, country_names, demonyms
from diplo_ner.lexicon.organisations import (
    FILES,
    KINDS,
    Organisation,
    body_of,
    by_id,
    fits_case,
    mention_parts,
    org_names,
    organisations,
    readings,
    slug,
    weak_org_names,
)
from diplo_ner.lexicon.places import place_names
from diplo_ner.lexicon.seats import SITES, seats
from diplo_ner.text.fold import fold

DATA = Path(__file__).parents[2] / "src/diplo_ner/lexicon/data"
PACKAGE = "diplo_ner.lexicon"
HEADER = "id,canonical,kind,country,aliases,weak_aliases,generic,lower\n"


# Words, first names, family names and towns that a strong name must not be.
ORDINARY = (
    "un une le la les des est et ou mais car mes ses ces nos son sur par pas plus tout tous fait "
    "temps monde point croix orange total free visa shell union commission conseil cour bureau "
    "alliance renaissance horizons libre avril april elle capital nature science time vice salon "
    "signal forum centre parti gouvernement horizon espoir avenir matin soir presse marianne "
    "libération rapide carrefour casino apple meta target gap mars figaro spiegel wagner ford "
    "peugeot michelin lagardère bolloré leclerc rothschild dassault carnegie lazard elliott kellogg "
    "harris goldman getty dell warner bosch porsche philips suzuki honda heineken chanel cartier "
    "dior hermès barcelone milan naples monaco tata"
)


REGIONAL = "québécoise vaudois valaisan neuchâtelois fribourgeois genevois hongkongais hellénique"


def one(ident: str) -> Organisation:
    body = by_id(ident)
    assert body is not None, ident
    return body


def problems(*rows: str) -> list[str]:
    return [str(p) for p in check_organisations([parse_table("o.csv", HEADER + "\n".join(rows))], {"FR", "US"})]


def test_organisations_tables_have_no_problem() -> None:
    tables = [read_table(PACKAGE, file) for file in FILES]
    require(check_organisations(tables, {country.code for country in countries()}))


def test_organisations_are_many_and_of_every_kind() -> None:
    assert len(organisations()) > 2500
    assert {body.kind for body in organisations()} == KINDS


def test_organisations_have_slugs_that_are_unique() -> None:
    idents = [body.id for body in organisations()]
    assert len(set(idents)) == len(idents)
    assert all(ident == slug(ident) for ident in idents)


def test_organisations_every_name_is_found() -> None:
    for body in organisations():
        for name in (body.canonical, *body.aliases, *body.weak_aliases):
            assert body in readings(name), (body.id, name)


def test_organisations_names_have_no_stray_signs() -> None:
    for body in organisations():
        for name in (body.canonical, *body.aliases, *body.weak_aliases):
            assert not set(name) & set('[]{}@;|«»"\t') or body.id == "toys-r-us", (body.id, name)
            assert name == " ".join(name.split()), body.id


def test_organisations_strong_names_are_no_states() -> None:
    assert not org_names().keys() & country_names().keys()


def test_organisations_strong_names_are_no_places() -> None:
    # The Duma of Russia is in the news far oftener than the town of Douma in Syria.
    assert org_names().keys() & place_names().keys() <= {"douma"}


@pytest.mark.parametrize("word", ORDINARY.split())
def test_organisations_strong_names_are_no_words_and_no_families(word: str) -> None:
    assert fold(word) not in org_names()


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("OTAN", "otan"),
        ("Otan", "otan"),
        ("NATO", "otan"),
        ("Organisation du traité de l’Atlantique nord", "otan"),
        ("Alliance atlantique", "otan"),
        ("Nations unies", "onu"),
        ("Conseil de sécurité", "conseil-de-securite-de-l-onu"),
        ("UE", "ue"),
        ("BCE", "bce"),
        ("CEDEAO", "cedeao"),
        ("Cédéao", "cedeao"),
        ("Fonds monétaire international", "fmi"),
        ("AIEA", "aiea"),
        ("CPI", "cpi"),
        ("G7", "g7"),
        ("Brics", "brics"),
        ("Maison Blanche", "maison-blanche"),
        ("Maison-Blanche", "maison-blanche"),
        ("Pentagone", "pentagone"),
        ("département d’État", "departement-d-etat"),
        ("State Department", "departement-d-etat"),
        ("Quai d’Orsay", "quai-d-orsay"),
        ("Élysée", "elysee"),
        ("Kremlin", "kremlin"),
        ("Bundestag", "bundestag"),
        ("Knesset", "knesset"),
        ("Rada", "rada"),
        ("FSB", "fsb"),
        ("Tsahal", "tsahal"),
        ("Pasdaran", "gardiens-de-la-revolution"),
        ("LR", "les-republicains"),
        ("LFI", "la-france-insoumise"),
        ("Parti travailliste", "parti-travailliste-gb"),
        ("AfD", "afd-parti"),
        ("AKP", "akp"),
        ("Pastef", "pastef"),
        ("Hamas", "hamas"),
        ("Daech", "etat-islamique"),
        ("talibans", "talibans"),
        ("houthis", "houthis"),
        ("M23", "m23"),
        ("PKK", "pkk"),
        ("Gazprom", "gazprom"),
        ("TotalEnergies", "totalenergies"),
        ("Huawei", "huawei"),
        ("New York Times", "new-york-times"),
        ("AFP", "afp"),
        ("Chine nouvelle", "xinhua"),
        ("RTS", "rts"),
        ("Radio-Canada", "radio-canada"),
        ("Jeune Afrique", "jeune-afrique"),
        ("Al-Jazira", "al-jazeera"),
        ("HRW", "human-rights-watch"),
        ("CICR", "cicr"),
        ("Ifri", "ifri"),
        ("Sciences Po", "sciences-po"),
        ("Fifa", "fifa"),
        ("PSG", "psg"),
        ("TikTok", "tiktok"),
        ("Banque nationale suisse", "banque-nationale-suisse"),
        ("SPVM", "service-de-police-de-la-ville-de-montreal"),
    ],
)
def test_organisations_strong_name_reads_by_default(name: str, ident: str) -> None:
    assert readings(name)[0].id == ident
    assert org_names()[fold(name)].id == ident


@pytest.mark.parametrize(
    ("name", "idents"),
    [
        ("Alliance", {"otan"}),
        ("Union", {"ue", "ua"}),
        ("Commission", {"commission-europeenne"}),
        ("Cour suprême", {"cour-supreme-us", "cour-supreme-il", "cour-supreme-in"}),
        ("Parlement", {"parlement-gb", "parlement-ru", "parlement-europeen"}),
        ("Le Monde", {"le-monde"}),
        ("Monde", {"le-monde"}),
        ("Libération", {"liberation"}),
        ("Bureau", {"fbi"}),
        ("Bruxelles", {"ue"}),
        ("PS", {"ps-be", "ps-ch"}),
        ("Orange", {"orange-groupe"}),
        ("X", {"x-reseau"}),
    ],
)
def test_organisations_weak_name_has_its_readings(name: str, idents: set[str]) -> None:
    assert idents <= {body.id for body in weak_org_names()[fold(name)]}


def test_organisations_name_of_two_is_strong_for_one() -> None:
    assert readings("PS")[0].id == "parti-socialiste"
    assert org_names()["ps"].country == "FR"


@pytest.mark.parametrize(
    ("name", "country", "ident"),
    [
        ("Cour suprême", "US", "cour-supreme-us"),
        ("Sénat", "US", "senat-us"),
        ("Sénat", "FR", "senat-fr"),
        ("Parlement", "RU", "parlement-ru"),
        ("Assemblée nationale", "FR", "assemblee-nationale-fr"),
        ("Chambre des représentants", "US", "chambre-des-representants-us"),
        ("ministère des Affaires étrangères", "RU", "ministere-des-affaires-etrangeres-ru"),
    ],
)
def test_organisations_generic_name_with_a_state(name: str, country: str, ident: str) -> None:
    body = body_of(name, country)
    assert body is not None
    assert body.id == ident


def test_organisations_generic_name_of_a_state_without_a_row() -> None:
    assert body_of("Cour suprême", "NR") is None


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Cour suprême américaine", "Cour suprême"),
        ("département d’État américain", "département d'État"),
        ("Parti populaire espagnol", "Parti populaire"),
        ("Parlement russe", "Parlement"),
    ],
)
def test_organisations_mention_leaves_nationality_out(whole: str, part: str) -> None:
    assert mention_parts()[fold(whole)] == fold(part)


def test_organisations_mention_keeps_nationality_that_is_of_the_name() -> None:
    for name in ("Parti communiste chinois", "Parlement gallois", "Parlement européen", "Marine allemande"):
        assert fold(name) in org_names()
        assert fold(name) not in mention_parts()


@pytest.mark.parametrize(
    ("surface", "ident", "fits"),
    [
        ("OTAN", "otan", True),
        ("Otan", "otan", True),
        ("otan", "otan", False),
        ("UNESCO", "unesco", True),
        ("Unesco", "unesco", True),
        ("FMI", "fmi", True),
        ("Fmi", "fmi", False),
        ("kremlin", "kremlin", False),
        ("Kremlin", "kremlin", True),
        ("KREMLIN", "kremlin", True),
        ("le Monde", "le-monde", False),
        ("Le Monde", "le-monde", True),
        ("parti travailliste", "parti-travailliste-gb", True),
        ("talibans", "talibans", True),
        ("Talibans", "talibans", True),
        ("union européenne", "ue", True),
        ("union", "ue", False),
        ("AfD", "afd-parti", True),
        ("AFD", "afd-parti", False),
        ("Afd", "afd-parti", False),
        ("human rights watch", "human-rights-watch", False),
        ("département d'état", "departement-d-etat", True),
    ],
)
def test_organisations_fits_case(surface: str, ident: str, fits: bool) -> None:
    assert fits_case(surface, one(ident)) is fits


def test_organisations_check_tells_a_name_of_two_with_its_line() -> None:
    told = problems("onu,ONU,international,,Nations unies,,,", "un,UN,international,,Nations Unies,,,")
    assert told == ["o.csv:3: 'Nations Unies' of 'un' is also of 'onu', o.csv:2"]


def test_organisations_check_allows_a_name_that_is_weak_elsewhere() -> None:
    assert problems("a,Alpha,ngo,,AL,,,", "b,Bêta,ngo,,,AL,,") == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a,Alpha,club,,,,,", "kind: unknown value 'club'"),
        ("a,Alpha,ngo,ZZ,,,,", "country: unknown value 'ZZ'"),
        ("a,Alpha,ngo,fr,,,,", "country: 'fr' has not the form [A-Z]{2}"),
        ("A b,Alpha,ngo,,,,,", "id: 'A b' has not the form [a-z0-9]+(?:-[a-z0-9]+)*"),
        ("a,,ngo,,,,,", "canonical: must not be empty"),
        ("a,Alpha,ngo,,Al | Be,,,", "aliases: spaces around a value in 'Al | Be'"),
        ("a,Alpha,ngo,,Be,Bé,,", "'Be' is strong and weak at once"),
        ("a,Alpha,ngo,,,,2,", "generic: unknown value '2'"),
        ("a,Alpha,ngo,,,,,oui", "lower: unknown value 'oui'"),
    ],
)
def test_organisations_check_tells_a_bad_row(row: str, reason: str) -> None:
    assert f"o.csv:2: {reason}" in problems(row)


def test_organisations_check_tells_an_id_of_two() -> None:
    assert problems("a,Alpha,ngo,,,,,", "a,Bêta,ngo,,,,,") == ["o.csv:3: the id 'a' stands at o.csv:2 too"]


def test_seats_stand_for_bodies_that_bear_their_name() -> None:
    for seat in seats().values():
        assert one(seat.stands_for) in readings(seat.name), seat
        assert seat.site in SITES


def test_organisations_load_in_a_few_calls_a_name() -> None:
    """Calls are counted and not seconds: they are the same on every machine; folding names one by one takes ten."""
    from diplo_ner.lexicon import organisations as module

    org_names()
    module._table.cache_clear()
    module._index.cache_clear()
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        org_names()
    finally:
        sys.setprofile(before)
        module._by_id.cache_clear()
    names = sum(1 + len(body.aliases) + len(body.weak_aliases) for body in organisations())
    assert names < calls < 9 * names


def test_organisations_brackets_hold_adjectives_of_nationality_or_region() -> None:
    folded = demonyms().keys() | {fold(adjective) for adjective in REGIONAL.split()}
    for whole, part in mention_parts().items():
        assert whole.startswith(part + " ")
        assert whole[len(part) + 1 :] in folded, whole
