"""Who an office, a noun of a body or a pronoun takes up where an article tells several it might be."""

from __future__ import annotations

import pytest
from quote_markup import check

# The capital that an office is of tells its state.
TOWNS = [
    '{haas US|Peter Haas} a parlé. Les vitrines ont cédé. « C’est interdit »<"le préfet de Paris">, dit le préfet de '
    "{@paris|Paris}.",
    "La ministre allemande des Affaires étrangères, {moreau|Claire Moreau}, a reçu la ministre suédoise des Affaires "
    "étrangères, {roy|Anne Roy}. « La mer monte »<moreau>, dit la principale diplomate de {@berlin|Berlin}.",
]

# Ministers of two portfolios are two.
PORTFOLIOS = [
    "Le ministre italien de la Défense {haas IT|Peter Haas} se tait. Le ministre italien de l’Intérieur est parti. "
    '« Tout va »<"il">, a-t-il dit.',
]

# An institute may be a public service.
INSTITUTES = [
    "L’hiver fut doux, relève {+meteo-france|Météo-France}. « Avril est frais »<meteo-france>, note "
    "{+meteo-france|Météo-France}. « Mai sera chaud »<meteo-france>, prévoit l’institut météorologique. "
    "« Juin aussi »<meteo-france>, ajoute l’institut.",
]

# A pronoun that opens an article waits for its name.
AHEAD = [
    "Un toast au palais. « À nos marins »<haas>, dit-il. Le dîner a lieu lundi. La salle est comble. On sert du thon. "
    "Le roi {haas|Peter Haas} porte un toast.",
]

# A minister may be called by the address of the ministry.
ADDRESSES = [
    "Le ministre de l’Intérieur {haas|Peter Haas} est allé à Brest. {kern|Max Kern} a fui. "
    "« On avance »<haas>, dit le patron de la {+beauvau|place Beauvau}.",
    "La ministre de la Justice {moreau|Claire Moreau} écoute. {roy|Anne Roy} crie. "
    "« On verra »<moreau>, dit la patronne de la {+vendome|place Vendôme}.",
]

# Who lends a body a voice is taken up by the pronoun.
VOICES = [
    "{:fr|La France} a protesté par la voix de la ministre {moreau|Claire Moreau}. « Nous veillons »<moreau>, a-t-elle dit.",
    "L’{+onu|ONU}, par la bouche de {haas|Peter Haas}, a protesté. « Nous veillons »<haas>, a-t-il dit.",
]

# « on » goes on for the state that spoke before.
AT_LARGE = [
    "{:fr|Paris} dément. « Tout avance »<fr>, insiste-t-on, sans dire un mot de plus.",
    '{haas|Peter Haas} dément. « Tout avance »<"on">, dit-on.',
]

# The bare president is the state's, unless another spoke last.
PRESIDENTS = [
    "Le président {haas FR|Peter Haas} est à Brest. « On tient »<kern>, a dit {kern|Max Kern}, président du port. "
    "{roy|Anne Roy} sourit. « C’est bien »<roy>, dit {roy|Anne Roy}. Le président parle d’« un défi »<haas>.",
    "Le président {haas FR|Peter Haas} est à Brest. « On tient »<kern>, a dit {kern|Max Kern}, président du port. "
    "« C’est bien »<kern>, a dit le président.",
]


@pytest.mark.parametrize(
    "source", [*TOWNS, *PORTFOLIOS, *INSTITUTES, *AHEAD, *ADDRESSES, *VOICES, *AT_LARGE, *PRESIDENTS]
)
def test_anaphora_who_stands_foremost(source: str) -> None:
    check(source)
