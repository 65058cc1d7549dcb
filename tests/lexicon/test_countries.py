"""The table of states against ISO 3166, CLDR and itself."""

from __future__ import annotations

from collections import Counter

import pycountry
import pytest
from babel import Locale

from diplo_ner.lexicon.check import TableError, parse_table, read_table, require
from diplo_ner.lexicon.countries import (
    Country,
    by_code,
    capital_of,
    capitals,
    check_countries,
    countries,
    country_names,
    demonyms,
    prefixes,
    weak_capitals,
    weak_country_names,
)
from diplo_ner.lexicon.spellings import fold_all, spellings
from diplo_ner.text.fold import fold

FORMER = {"SU", "YU", "CS", "DD", "YD", "VD"}
"""Codes that ISO withdrew (ISO 3166-3)."""
USER_ASSIGNED = {"XK"}
"""Kosovo: no code of ISO's own; XK is what the European Union and CLDR use."""
EXISTING = {country.alpha_2 for country in pycountry.countries} | FORMER | USER_ASSIGNED

_TERRITORIES = (
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS "
    "NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT"
)
TERRITORIES = set(_TERRITORIES.split())
"""Codes of ISO 3166-1 that are no states: dependencies, disputed lands, the Antarctic."""

PRESS_NAMES = {
    "CD": "Congo-Kinshasa is an alias; the press writes the full name or RDC",
    "CF": "the press writes Centrafrique",
    "CG": "the press writes Congo; Congo-Brazzaville is an alias",
    "CZ": "République tchèque is still more usual than Tchéquie",
    "KG": "Kirghizistan, with the vowel, is the usual spelling",
    "MM": "the French press keeps to Birmanie",
    "PS": "CLDR names the territories, which are a place; this is the state",
    "VA": "Vatican is more usual than the long name of the state",
    "VC": "hyphens throughout, as French toponyms have",
    "VN": "Vietnam is more usual than Viêt Nam",
}
"""Short names of the press that are not those of CLDR, with the reason."""


def _named(codes: set[str]) -> str:
    return ", ".join(sorted(codes))


def test_countries_table_has_no_problem() -> None:
    require(check_countries(read_table("diplo_ner.lexicon", "countries.csv"), EXISTING))


def test_countries_hold_every_state_and_nothing_else() -> None:
    codes = {country.code for country in countries()}
    assert codes == EXISTING - TERRITORIES, _named(codes ^ (EXISTING - TERRITORIES))


def test_countries_count_the_members_of_the_united_nations() -> None:
    assert Counter(country.status for country in countries()) == {
        "member": 193,
        "observer": 2,
        "other": 2,
        "former": 6,
    }


def test_countries_former_codes_were_withdrawn_by_iso() -> None:
    withdrawn = {getattr(country, "alpha_2", "") for country in pycountry.historic_countries}
    assert withdrawn >= FORMER
    assert {country.code for country in countries() if country.status == "former"} == FORMER


@pytest.mark.parametrize("country", [c for c in countries() if c.status != "former"], ids=lambda c: c.code)
def test_countries_short_names_agree_with_cldr(country: Country) -> None:
    cldr = Locale("fr").territories[country.code]
    assert (fold(cldr) == fold(country.name)) == (country.code not in PRESS_NAMES), f"{country.name} is {cldr}"
    assert country_names().get(fold(cldr), country.code) == country.code


@pytest.mark.parametrize("country", [c for c in countries() if c.status != "former"], ids=lambda c: c.code)
def test_countries_english_names_of_cldr_lead_to_no_other_state(country: Country) -> None:
    for language in ("en", "de", "es", "it", "pt"):
        name = fold(Locale(language).territories[country.code])
        found = {country_names().get(name, country.code), *weak_country_names().get(name, ())}
        assert country.code in found, f"{name} leads to {found}"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("États-Unis", "US"),
        ("Etats Unis", "US"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("Grande-Bretagne", "GB"),
        ("Royaume Uni", "GB"),
        ("Fédération de Russie", "RU"),
        ("RDC", "CD"),
        ("Congo-Kinshasa", "CD"),
        ("Congo-Brazzaville", "CG"),
        ("Bélarus", "BY"),
        ("Myanmar", "MM"),
        ("Zaïre", "CD"),
        ("Haute-Volta", "BF"),
        ("Switzerland", "CH"),
        ("Deutschland", "DE"),
        ("Union soviétique", "SU"),
        ("RDA", "DD"),
        ("RFA", "DE"),
        ("Saint-Siège", "VA"),
        ("Kosovo", "XK"),
        ("Taïwan", "TW"),
        ("Palestine", "PS"),
        ("Corée-du-Nord", "KP"),
        ("St-Marin", "SM"),
        ("Côte d’Ivoire", "CI"),
        ("Macédoine", "MK"),
        ("Centrafrique", "CF"),
    ],
)
def test_country_names_find_every_kind_of_name(name: str, code: str) -> None:
    assert country_names()[fold(name)] == code


@pytest.mark.parametrize("name", ["Hollande", "US", "Maurice", "Dominique", "Grenade", "Salvador", "Corée", "Perse"])
def test_country_names_leave_out_what_often_means_something_else(name: str) -> None:
    assert fold(name) not in country_names()
    assert fold(name) in weak_country_names()


@pytest.mark.parametrize(
    "name",
    [
        "Crimée",
        "Donbass",
        "Écosse",
        "Angleterre",
        "Groenland",
        "Tibet",
        "Gaza",
        "Europe",
        "Occident",
        "Bruxelles",
    ],
)
def test_country_names_hold_no_place_that_is_no_state(name: str) -> None:
    assert fold(name) not in country_names()
    assert fold(name) not in weak_country_names()


@pytest.mark.parametrize(
    ("town", "code"),
    [
        ("Moscou", "RU"),
        ("Washington", "US"),
        ("Kyiv", "UA"),
        ("Beijing", "CN"),
        ("Noursoultan", "KZ"),
        ("Tel Aviv", "IL"),
        ("Jérusalem", "IL"),
        ("La Haye", "NL"),
        ("Abidjan", "CI"),
        ("Caire", "EG"),
        ("Le Caire", "EG"),
        ("N’Djamena", "TD"),
        ("Lyon", None),
        ("Genève", None),
    ],
)
def test_capital_of_knows_capitals_and_seats_only(town: str, code: str | None) -> None:
    assert capital_of(fold(town)) == code


def test_weak_capitals_are_no_capitals_elsewhere() -> None:
    assert weak_capitals()["sucre"] == ("BO",)
    assert not weak_capitals().keys() & capitals().keys()


@pytest.mark.parametrize(
    ("adjective", "codes"),
    [
        ("américaine", ("US",)),
        ("états-unien", ("US",)),
        ("russes", ("RU",)),
        ("britanniques", ("GB",)),
        ("nigériens", ("NE",)),
        ("nigérians", ("NG",)),
        ("sud-soudanaise", ("SS",)),
        ("turque", ("TR",)),
        ("grecque", ("GR",)),
        ("guinéennes", ("GN",)),
        ("équato-guinéenne", ("GQ",)),
        ("dominicain", ("DO",)),
        ("dominiquaise", ("DM",)),
        ("burkinabè", ("BF",)),
        ("burkinabé", ("BF",)),
        ("uruguayenne", ("UY",)),
        ("congolaises", ("CD", "CG")),
        ("coréens", ("KP", "KR")),
    ],
)
def test_demonyms_find_every_form(adjective: str, codes: tuple[str, ...]) -> None:
    assert demonyms()[fold(adjective)] == codes


def test_demonyms_are_of_one_state_unless_declared_as_shared() -> None:
    shared = {form for form, codes in demonyms().items() if len(codes) > 1}
    assert shared == {"congolais", "congolaise", "congolaises", "coreen", "coreenne", "coreens", "coreennes"}


def test_demonyms_have_feminines_and_plurals() -> None:
    for country in countries():
        forms = set(country.demonyms)
        assert len(forms) >= 2, country.code
        assert any(form.endswith("s") for form in forms), country.code
        assert all(form == form.lower() for form in forms), country.code


def test_demonyms_that_are_names_of_states_too_are_these() -> None:
    assert demonyms().keys() & country_names().keys() == {"suisse", "argentine", "philippines"}


def test_prefixes_open_compounds() -> None:
    assert {prefixes()[p] for p in ("russo", "americano", "franco", "sino", "israelo")} == {
        "RU",
        "US",
        "FR",
        "CN",
        "IL",
    }
    assert not any(prefix.endswith("-") for prefix in prefixes())


def test_country_knows_gender_and_article() -> None:
    assert [(c.article, c.gender) for code in ("US", "FR", "IR", "IL") if (c := by_code(code))] == [
        ("les", "mp"),
        ("la", "f"),
        ("l'", "m"),
        ("", "m"),
    ]


def test_country_articles_fit_the_names() -> None:
    for country in countries():
        elided = fold(country.name)[0] in "aeiou" and country.article not in ("", "les")
        assert (country.article == "l'") == elided, country.name
        assert (country.article == "les") <= country.gender.endswith("p"), country.name


def test_fold_all_folds_as_fold_does() -> None:
    names = [name for country in countries() for name in (*country.strong_names, *country.capitals)]
    assert fold_all(names) == [fold(name) for name in names]
    assert fold_all([]) == []
    assert fold_all(["Mali"]) == ["mali"]


def test_spellings_never_come_twice() -> None:
    for name in country_names():
        found = list(spellings(name))
        assert found[0] == name
        assert len(found) == len(set(found))


GOOD = "FR,member,France,la,f,République française,,,,,,Paris,,,,français|française,,franco"
HEADER = (
    "code,status,name,article,gender,long_name,aliases,weak_aliases,former_names,english,native,"
    "capital,capital_aliases,seats,weak_capitals,demonyms,shared_demonyms,prefixes"
)


def _problems(*lines: str) -> list[str]:
    table = parse_table("c.csv", "\n".join(["# facts of my own making", HEADER, *lines]) + "\n")
    return [str(problem) for problem in check_countries(table, EXISTING)]


def test_check_countries_passes_a_good_row() -> None:
    assert _problems(GOOD) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "MC,member,Monaco,,m,Principauté,FRANCE,,,,,Monaco,,,,monégasque,,",
            ["c.csv:4: 'FRANCE' of 'MC' is also of 'FR', line 3"],
        ),
        (
            "QQ,member,Utopie,l',f,Utopie,,,,,,Amaurote,,,,utopien,,",
            ["c.csv:4: code: unknown value 'QQ'"],
        ),
        (
            "Mco,member,Monaco,,m,Principauté,,,,,,Monaco,,,,monégasque,,",
            ["c.csv:4: code: 'Mco' has not the form [A-Z]{2}", "c.csv:4: code: unknown value 'Mco'"],
        ),
        (
            "MC,member,Monaco,,m,,,,,,,,,,,,,",
            [
                "c.csv:4: capital: must not be empty",
                "c.csv:4: demonyms: must not be empty",
                "c.csv:4: long_name: must not be empty",
            ],
        ),
        (
            "MC,member,Monaco,,x,Principauté,,,,,,Monaco,,,,monégasque,,",
            ["c.csv:4: gender: unknown value 'x'"],
        ),
        (
            "MC,member,Monaco,,m,Principauté,,,,,,Monaco,,,Roc,monégasque,,",
            ["c.csv:4: weak_capitals: 'Roc' stands in none of capital, capital_aliases, seats"],
        ),
        (
            "MC,member,Monaco,,m,Principauté,,,,,,Monaco,,La Condamine=Paris,,monégasque,,",
            ["c.csv:4: 'Paris' of 'MC' is also of 'FR', line 3"],
        ),
        (
            "MC,member,Monaco,,m,Principauté,,,,,,Monaco,,,,française,,",
            ["c.csv:4: 'française' of 'MC' is also of 'FR', line 3"],
        ),
        (
            "MC,member,Monaco,,m,Principauté,,,,,,Monaco,,,,monégasque,rocheux,",
            ["c.csv:4: shared_demonyms: 'rocheux' is shared with no other row"],
        ),
        (
            "MC,member,Monaco,,m,Principauté,Rocher| Rocher,,,,,Monaco,,,,monégasque,,",
            ["c.csv:4: aliases: spaces around a value in 'Rocher| Rocher'"],
        ),
        ("MC,member,Monaco", None),
    ],
)
def test_check_countries_tells_the_line_and_the_reason(line: str, expected: list[str] | None) -> None:
    found = _problems(GOOD, line)
    if expected is None:
        assert "c.csv:4: the row has not the 18 cells of the header" in found
    else:
        assert found == expected


def test_require_lists_every_problem() -> None:
    table = parse_table("c.csv", f"{HEADER}\n{GOOD}\n{GOOD}\n")
    with pytest.raises(TableError, match=r"c\.csv:3: 'FR' of 'FR' is also of 'FR', line 2\n"):
        require(check_countries(table))


def test_parse_table_wants_a_header() -> None:
    with pytest.raises(TableError, match="no header"):
        parse_table("c.csv", "# nothing here\n\n")
