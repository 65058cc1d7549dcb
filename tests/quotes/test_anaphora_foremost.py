"""Who an office, a noun of a body or a pronoun takes up where an article tells several it might be."""

from __future__ import annotations

import pytest
from quote_markup import check

TOWNS = [
    '{haas US|Peter Haas} a parlé. Les vitrines ont cédé. « C’est interdit »<"le préfet de Paris">, dit le préfet de '
    "{@paris|Paris}.",
    "La ministre allemande des Affaires étrangères, {moreau|Claire Moreau}, a reçu la ministre suédoise des Affaires "
    "étrangères, {roy|Anne Roy}. « La mer monte »<moreau>, dit la principale diplomate de {@berlin|Berlin}.",
]


@pytest.mark.parametrize("source", TOWNS)
def test_offices_capital_tells_their_state(source: str) -> None:
    check(source)


PORTFOLIOS = [
    "Le ministre italien de la Défense {haas IT|Peter Haas} se tait. Le ministre italien de l’Intérieur est parti. "
    '« Tout va »<"il">, a-t-il dit.',
]


@pytest.mark.parametrize("source", PORTFOLIOS)
def test_offices_two_portfolios_are_two_ministers(source: str) -> None:
    check(source)


INSTITUTES = [
    "L’hiver fut doux, relève {+meteo-france|Météo-France}. « Avril est frais »<meteo-france>, note "
    "{+meteo-france|Météo-France}. « Mai sera chaud »<meteo-france>, prévoit l’institut météorologique. "
    "« Juin aussi »<meteo-france>, ajoute l’institut.",
]


@pytest.mark.parametrize("source", INSTITUTES)
def test_bodies_institute_is_a_public_service(source: str) -> None:
    check(source)


AHEAD = [
    "Un toast au palais. « À nos marins »<haas>, dit-il. Le dîner a lieu lundi. La salle est comble. On sert du thon. "
    "Le roi {haas|Peter Haas} porte un toast.",
]


@pytest.mark.parametrize("source", AHEAD)
def test_pronouns_opening_one_waits_for_its_name(source: str) -> None:
    check(source)


ADDRESSES = [
    "Le ministre de l’Intérieur {haas|Peter Haas} est allé à Brest. {kern|Max Kern} a fui. "
    "« On avance »<haas>, dit le patron de la {+beauvau|place Beauvau}.",
    "La ministre de la Justice {moreau|Claire Moreau} écoute. {roy|Anne Roy} crie. "
    "« On verra »<moreau>, dit la patronne de la {+vendome|place Vendôme}.",
]


@pytest.mark.parametrize("source", ADDRESSES)
def test_offices_by_the_address_of_the_ministry(source: str) -> None:
    check(source)


VOICES = [
    "{:fr|La France} a protesté par la voix de la ministre {moreau|Claire Moreau}. « Nous veillons »<moreau>, a-t-elle dit.",
    "L’{+onu|ONU}, par la bouche de {haas|Peter Haas}, a protesté. « Nous veillons »<haas>, a-t-il dit.",
]


@pytest.mark.parametrize("source", VOICES)
def test_pronouns_who_lends_a_body_a_voice(source: str) -> None:
    check(source)


AT_LARGE = [
    "{:fr|Paris} dément. « Tout avance »<fr>, insiste-t-on, sans dire un mot de plus.",
    '{haas|Peter Haas} dément. « Tout avance »<"on">, dit-on.',
]


@pytest.mark.parametrize("source", AT_LARGE)
def test_pronouns_on_goes_on_for_the_government(source: str) -> None:
    check(source)


PRESIDENTS = [
    "Le président {haas FR|Peter Haas} est à Brest. « On tient »<kern>, a dit {kern|Max Kern}, président du port. "
    "{roy|Anne Roy} sourit. « C’est bien »<roy>, dit {roy|Anne Roy}. Le président parle d’« un défi »<haas>.",
    "Le président {haas FR|Peter Haas} est à Brest. « On tient »<kern>, a dit {kern|Max Kern}, président du port. "
    "« C’est bien »<kern>, a dit le président.",
]


@pytest.mark.parametrize("source", PRESIDENTS)
def test_offices_bare_president_is_the_state_s(source: str) -> None:
    check(source)
