"""Nouns between marks, charges, forms of address, lost line breaks: who is told, and by what words."""

from __future__ import annotations

import pytest
from quote_markup import check

MARKED = [
    'Les « marcheurs », que rien n’arrête, ont jugé le texte « illisible »<"Les « marcheurs »">.',
    'Les « marcheurs », dont un ancien préfet, ont jugé le texte « illisible »<"Les « marcheurs »">.',
    "{kern|Max Kern}, porte-parole des « foulards rouges » à Lyon, qui réclame toujours « la paix »<kern>, attend.",
]

CHARGES = [
    "{kern|Max Kern} a été condamné en mai à trois ans de prison ferme pour « escroquerie en bande organisée »<->.",
    "{kern|Max Kern} comparaissait, avec son associé, pour « abus de confiance »<->.",
]

FRONTED = [
    "Face aux critiques, {kern|Max Kern}, délégué du parti, il invite à dresser « un constat »<kern>.",
    '« {haas|Peter Haas}, lance-t-il, n’est plus un problème »<"il">, tandis que la salle attend.',
    "{moreau|Claire Moreau} a défendu le projet, qui sera selon elle « un des piliers »<moreau> de l’accord.",
    "{moreau|Claire Moreau} entendait défendre la place, ce qui est, selon elle, « honteux »<moreau>.",
    "L’accord, juge {moreau|Claire Moreau}, se heurte au fait que « les gens s’en lassent »<moreau>.",
    "{haas|Peter Haas} a promis. {kern|Max Kern} s’est désolé d’être « un bouc émissaire »<kern>, a-t-il renchéri.",
]

NARRATION = [
    "{kern|Max Kern} a parlé du port. Et à {kern|Max Kern} d’ajouter : « C’est utile »<kern>.",
    '{kern|Max Kern} a reçu un guide. Et le guide de conclure : « C’est utile »<"le guide">.',
]

OFFICES = [
    "Me {kern|Max Kern} a plaidé jeudi. « La loyauté compte »<kern>, a affirmé l’avocat.",
    "Me {kern|Max Kern} a plaidé jeudi. « La loyauté compte »<kern>, a lancé le pénaliste.",
    "Le Dr {moreau|Claire Moreau} a opéré. « Il va mieux »<moreau>, dit-elle.",
    '{haas|Peter Haas} est venu. « On espère »<"le capitaine de frégate Samuel">, a dit le capitaine de frégate Samuel.',
    "« On ferme »<haas>, explique l’adjointe au maire de {:loures|Loures}, {haas|Petra Haas}.",
    "« On ferme »<haas>, a déclaré l’un d’eux, {haas|Peter Haas}, 57 ans.",
    "« On ferme »<haas>, a dit une figure majeure de l’opposition, {haas|Peter Haas}.",
    "« On y va »<haas>, dit El Hadj {haas|Ousséni Haas}, président de la ligue.",
    "Le garde des Sceaux {haas|Peter Haas} affirme sa « détermination »<haas>.",
    "« On part »<kern>, ont dit deux proches qui étaient à ses côtés, {kern|Max Kern} et {haas|Peter Haas}.",
    'Un juge a parlé : « C’est long »<"Un juge">. {haas|Peter Haas} attend. « Trop long »<"le juge">, a noté le juge.',
]

LINES = [
    "{haas|Peter Haas} a dit non.- Marché noir -Selon {kern|Max Kern}, tout va. « On verra »<kern>, dit-il.",
    "{haas|Peter Haas} a dit « non »<haas> aux malades.M. {kern|Kern} a créé un outil. « On verra »<kern>, a-t-il dit.",
    "Fin de la peur et des combats Mais pour {kern|Max Kern}, chercheur, « les causes sont complexes »<kern>.",
]

CLAUSES = [
    "{kern|Max Kern} a repris un mot que {haas|Peter Haas} avait dit et qui avait fait polémique : « La boucle est bouclée "
    "»<kern>, tonne-t-il.",
    'Un groupe défendant la liberté de la presse qui dénonce une « escalade »<"Un groupe"> attend.',
    'Des élus affirment que le vrai débat est « dans la rue »<"Des élus">.',
    "On ne sait pas combien il s’attend à recevoir, étant donné qu’il est tard, mais {kern|Max Kern} a déclaré qu’il "
    "accueillerait « des milliers »<kern> de gens.",
    "Un usage « déconseillé »<ansm>, alerte l’{+ansm|Agence du médicament} qui a saisi la justice.",
]


@pytest.mark.parametrize("source", [*MARKED, *CHARGES, *FRONTED, *NARRATION, *OFFICES, *LINES, *CLAUSES])
def test_attribution_marked_nouns(source: str) -> None:
    check(source)
