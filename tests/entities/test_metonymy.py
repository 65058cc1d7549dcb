import pytest
from markup import check

from diplo_ner.reading import read_entities

STATES = [
    "C'est une ligne rouge, ce que nie [Bamako](COUNTRY).",
    "La trêve tient, comme le souhaite [Ottawa](COUNTRY).",
    "La situation, constate [Lima](COUNTRY), ne change pas.",
    "Plusieurs capitales, dont [Vienne](COUNTRY) et [Prague](COUNTRY), s'y opposent.",
    "[Lisbonne](COUNTRY) et d'autres États ont jugé le texte trop faible.",
    "[Lisbonne](COUNTRY) et l'[OTAN](ORGANISATION) ont noté une hausse.",
    "C'est bien [Riyad](COUNTRY) qui fixe le prix.",
    "Ils dépendent de [Pékin](COUNTRY) mais aussi de [Tokyo](COUNTRY).",
    "« Le risque est réel », met en garde [Oslo](COUNTRY)",
    "Deux pouvoirs se font face : le gouvernement de l'est et celui de [Tripoli](COUNTRY).",
    "Le tribunal attend toujours de [Dublin](COUNTRY) des explications.",
    "L'activité balistique de [Pyongyang](COUNTRY) préoccupe.",
    "C'est l'allié numéro un de [Riyad](COUNTRY).",
    "L'intervention « discrète » de [Doha](COUNTRY) a pesé.",
    "Il dénonce le régime de [Caracas](COUNTRY) et de [La Havane](COUNTRY).",
    "Les frappes imputées à [Téhéran](COUNTRY) se multiplient.",
    "L'organisation a suspendu [Bamako](COUNTRY) de ses instances.",
    "Les hostilités à l'encontre de [Minsk](COUNTRY) redoublent.",
    "Elle se retire - [Tokyo](COUNTRY) a protesté en vain.",
    "[Ankara](COUNTRY) refuse toute médiation.",
    "[Tokyo](COUNTRY) n'a pas réagi.",
    "Selon nos informations, [Varsovie](COUNTRY) a rappelé son ambassadeur.",
    "Le ton monte entre [Athènes](COUNTRY) et [Ankara](COUNTRY).",
    "Les pourparlers avec [Téhéran](COUNTRY) reprendront.",
    "De nouvelles sanctions contre [Minsk](COUNTRY) sont à l'étude.",
    "La position de [Berlin](COUNTRY) reste floue.",
    "Le gouvernement reproche à [Alger](COUNTRY) son silence.",
    "Ils ont promis à [Kiev](COUNTRY) des munitions.",
    "Il s'agit de convaincre [Budapest](COUNTRY) avant l'été.",
    "C'est [Riyad](COUNTRY) qui fixe le prix.",
    "Face à [Pékin](COUNTRY), les alliés hésitent.",
    "Faire plier [Caracas](COUNTRY) prendra du temps.",
    "[Rabat](COUNTRY), qui préside le comité, s'y oppose.",
    "[Londres](COUNTRY) et [Dublin](COUNTRY) ont signé un protocole.",
    "L'axe [Paris](COUNTRY)-[Berlin](COUNTRY) s'essouffle.",
    "Depuis la rupture, [Doha](COUNTRY) joue les intermédiaires.",
    "De la part de [Canberra](COUNTRY), le geste surprend.",
    "Il dit avoir prévenu [Ankara](COUNTRY), [Athènes](COUNTRY) et [Nicosie](COUNTRY).",
    "Le ministre a reçu deux appels de [Tokyo](COUNTRY), mais aucun de [Séoul](COUNTRY).",
    "C'est un cadeau à [Minsk](COUNTRY).",
    "« Nous restons », ont répété mardi [Prague](COUNTRY) et [Bucarest](COUNTRY).",
    "Le port où [Ankara](COUNTRY) a ouvert un bureau reste vide.",
    "Les fonctionnaires de [Quito](COUNTRY) hésitent malgré les mises en garde de [Lima](COUNTRY).",
    "À la différence de [Tunis](COUNTRY), il présente ses excuses à [Rabat](COUNTRY).",
    "Une concession, ce à quoi [Tokyo](COUNTRY) s'est refusé.",
    "C'est en partie le fruit de tensions entre [Riyad](COUNTRY) et [Doha](COUNTRY).",
]
TOWNS = [
    "Ils souhaitent étudier à [Berlin](PLACE) ; [Londres](PLACE) se classe parmi les villes les plus chères.",
    "[Madrid](PLACE) se réveille sous la neige ; [Dublin](PLACE) a été le théâtre de heurts.",
    "Les troupes se rapprochent de [Tripoli](PLACE).",
    "Il quitte dimanche matin le port de [Haïfa](PLACE) par avion pour [Nicosie](PLACE).",
    "Les ministres se sont réunis à [Vienne](PLACE).",
    "Il habite [Lisbonne](PLACE) depuis dix ans.",
    "Le maire de [Prague](PLACE) a démissionné.",
    "Un train entre [Bucarest](PLACE) et [Sofia](PLACE<LOC) a déraillé.",
    "L'aéroport d'[Ankara](PLACE) est fermé.",
    "Près de [Tunis](PLACE), la route est coupée.",
    "Elle est née au nord de [Madrid](PLACE).",
    "Les habitants de [Kaboul](PLACE) fuient.",
    "Le sommet de [Lima](PLACE) a échoué.",
    "Dans [Beyrouth](PLACE), les rues sont vides.",
    "Elle a visité [Vienne](PLACE), [Prague](PLACE) et [Lisbonne](PLACE).",
    "Le quotidien de [Tunis](PLACE), qui l'a rencontrée, se tait.",
    "Le député de [Prague](PLACE), qui l'a lu, s'étonne.",
    "Il doit dépêcher à [Nicosie](PLACE) un émissaire.",
    "[Kaboul](PLACE), la capitale du pays, se vide.",
]


@pytest.mark.parametrize("sentence", STATES)
def test_metonymy_capital_stands_for_its_government(sentence: str) -> None:
    check(sentence, places=True)


@pytest.mark.parametrize("sentence", TOWNS)
def test_metonymy_capital_is_a_town(sentence: str) -> None:
    check(sentence, places=True)


def test_metonymy_brussels_is_the_union() -> None:
    check("[Bruxelles](ORGANISATION) exige des réformes de la [Hongrie](COUNTRY).")


def test_metonymy_a_row_of_capitals_is_read_whatever_its_length() -> None:
    row = ", ".join(["[Paris](COUNTRY)"] * 4) + " et [Rome](COUNTRY) exigent une réponse."
    check(row, places=True)
    assert read_entities("Paris, " * 1500 + "exigent une réponse.", [])
