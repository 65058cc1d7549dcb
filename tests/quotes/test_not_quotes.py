"""What stands between marks and is no quote: titles by their publisher, ones of a row, kinds of things, parts of a page."""

from __future__ import annotations

import pytest
from quote_markup import read

NONE = [
    "Deux romans l'ont lancé : « La Digue basse » (Gallimard, 2011) et « Le Port » (Actes Sud, 2014).",
    "Il a signé « Les Marins demandent des comptes » (Éditions Belin).",
    "Dans une note intitulée « Rétablir des chiffres tronqués - Remarques d'un statisticien de province en poste à Lyon », "
    "il conteste le bilan.",
    "Lors de l'« acte VIII » du mouvement, 3.000 personnes ont défilé.",
    "Le pays passe au « niveau 3 » de l'alerte.",
    "Le groupe d'Ivo Neck, « La Mer en colère », compte mille membres.",
    "Ils ont vendu des sacs type « banane » à des enfants.",
    "La loi impose que ce travail dit « atypique » soit payé.",
    "Il a répondu par l'émoji « pouce ».",
    "L'association indique que la section « divorce » de son site a été lue mille fois.",
    "Ceux qui cherchent le site « portnantes.fr » tombent sur une page vide.",
    "Celui qui se fait surnommer « le gitan du port » a été arrêté.",
    "La marche s'intitulait « La marche de soutien au port ».",
    "On l'appelle Umuganda, ce qui signifie en kinyarwanda « travail commun ».",
    "Les « gilets rouges » défilent samedi.",
    "Le collectif s'appelle vNantes, le « v » signifiant virtuel.",
]

QUOTES = [
    "Le ministre s'est dit « choqué » par la décision.",
    "Le ministre dit « assumer » son choix.",
    "La cheffe dit « non » à la fusion.",
    "Le maire a parlé d'une « deuxième manche ».",
    "Le port ferme. Lire aussi : « J'attends des élus qu'ils disent ce qu'ils veulent ! », a-t-il insisté lundi soir.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_named_or_entitled_is_no_quote(text: str) -> None:
    assert len(read(text)) == 0


@pytest.mark.parametrize("text", QUOTES)
def test_what_somebody_says_of_himself_or_others_is_a_quote(text: str) -> None:
    assert len(read(text)) == 1
