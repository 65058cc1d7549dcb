"""Where the reach of a cue ends: agents and sources at their clause, names behind asides, charges, crowds, headlines."""

from __future__ import annotations

import pytest
from quote_markup import check

CLOSED = [
    'La douane a annoncé de « vastes contrôles »<"La douane"> au port, où trois marins ont été blessés, selon les secours.',
    "LE PLAN ANNONCÉ PAR {ferro|IVO FERRO} : {+quai|le Comité des quais} « salue »<quai> et attend.",
    "Pour {ferro|Ivo Ferro}, traité de « vendu »<nagy> par {nagy|Eva Nagy}, la crise va durer.",
    'Le syndic proteste alors que la préfète parle d’« un incident »<"la préfète">.',
    "{ferro|Ivo Ferro} a appelé à « réinventer »<ferro> cette fête afin d’assurer « la paix »<ferro> du quartier.",
    'L’accord entre {:ru|Moscou}, allié du port, et {:tr|Ankara}, parrain des quais, prévoyait une « trêve »<"L’accord">.',
    'Cet élu qui a vécu à {@rome|Rome} et {@paris|Paris} espère « une trêve »<"Cet élu">.',
    "{ferro|Ivo Ferro}, qui a relancé devant la tribune de {+onu|l’ONU} son idée d’un « groupe de travail »<ferro>, est parti.",
    "Le conseil votait la motion d’{ferro|Ivo Ferro}, qui s’en remettait à une « solution commune »<ferro>.",
    "Les riverains tenaient le logo de {+quai|Terre et Quais}, qui avait appelé à « la grève »<quai>.",
    "L’ancien juge, que {nagy|Eva Nagy} décrit comme « un sage »<nagy>, est mort.",
]

CHARGES = [
    'Deux marins ont été suspendus par l’autorité portuaire pour avoir diffusé des « rumeurs infondées »<"l’autorité portuaire">.',
    'Le syndic avait été convoqué par le parquet dans le cadre d’une enquête pour « détournement de fonds »<"le parquet">.',
    "{+parquet|Le parquet de Ferrare} a ouvert une enquête pour « association de malfaiteurs »<parquet>.",
    'Le gouvernement voisin, qui a convoqué l’ambassadrice pour « plus de précisions »<"Le gouvernement voisin">, attend.',
    "La route est coupée par la voirie pour « une durée indéterminée »<->.",
]

COUNTED = [
    'Environ 300 riverains ont réclamé « justice »<"300 riverains">.',
    'Plus de 20.000 riverains, selon la police, ont bloqué le port et réclamé « justice »<"Plus de 20.000 riverains">.',
    'Ils étaient 1.500 là où près de 3.000 riverains, selon la police, ont réclamé « justice »<"près de 3.000 riverains">.',
]

BESIDE = [
    '« On ne lâche rien »<"les dockers">, slogan lancé par les dockers, couvre les murs.',
    "« Rien n’est perdu »<neck>, a précisé le porte-parole de l’évêché d’{@aoste|Aoste}, en {@vallee|Vallée d’Aoste}, {neck|Ivo Neck}.",
    "« Ce n’est pas rien »<neck>, s’est étonné le motard qui l’a retrouvé, {neck|Ivo Neck}, soulignant le froid.",
    '« Assez ! »<"un cortège">, pouvait-on entendre dans un cortège.',
    "« Il faut tenir »<neck>, a écrit sur sa page {+fb|Facebook} {neck|Ivo Neck}, romancier.",
    "Selon les mots mêmes de {neck|Ivo Neck}, il s’agit d’« une farce »<neck>.",
    'Selon notre premier ministre, un accord est devenu « plus probable »<"notre premier ministre">.',
    "La voix d’{neck|Ivo Neck} ne tremble pas : « nous avons besoin d’aide »<neck>.",
    "{neck|Ivo Neck} a publié un texte sous le titre « Ils ont osé » : « Je me suis fait violence pour le lire. »<neck>",
    "Le port est bloqué.\n« La digue tiendra ou nous partirons tous d’ici. »<neck>\nLe président du port, {neck|Ivo Neck}\n"
    "Les travaux reprendront.",
]

HEADLINES = [
    "« Très optimiste »<neck> : le chef de la mission, {neck|Ivo Neck}, a résumé en deux mots la visite.",
    "« Une honte »<neck> : au conseil, {neck|Ivo Neck} a fustigé la réforme.",
]

BEARERS = [
    'Les dockers brandissaient des pancartes où était écrit « Partez tous ! »<"Les dockers">',
    "Le syndic {neck|Ivo Neck} a lu la loi. Il y est dit : « Nul ne peut entrer »<->.",
]


@pytest.mark.parametrize("source", [*CLOSED, *CHARGES, *COUNTED, *BESIDE, *HEADLINES, *BEARERS])
def test_speaker_is_who_the_clause_tells(source: str) -> None:
    check(source)
