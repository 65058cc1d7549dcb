"""Grammar of who says it: sayings with an owner, long inversions, relatives, agents, callings, turns over lines."""

from __future__ import annotations

import pytest
from quote_markup import check

SAYINGS = [
    "Les autorités soutiennent les appels de {reyes|Luis Reyes} à un « effort accru »<reyes>.",
    "Les députés ont été choqués par la charge du ministre {reyes|Luis Reyes} contre « les oisifs »<reyes>.",
    "{reyes|Luis Reyes} a renoué mardi avec sa promesse de mettre fin aux « guerres oubliées »<reyes>.",
]

AGENTS = [
    "La « dérive autoritaire »<reyes> du régime a été dénoncée mardi par {reyes|Luis Reyes}.",
    "Les lenteurs et le goût des « petites phrases »<reyes> ont été critiqués par {reyes|Luis Reyes}.",
    "Pour {sato|Ken Sato}, qualifié de « diable »<reyes> par {reyes|Luis Reyes}, le vote est clos.",
]

INVERSIONS = [
    "« On nous oublie ici »<reyes>, dit dans cette lettre datée de lundi, publiée par son avocat, {reyes|Luis Reyes}.",
    "« Nous n’irons pas »<reyes>, a martelé, devant des partisans réunis sur la place, {reyes|Luis Reyes}.",
    "« Nous tiendrons bon »<reyes>, a promis dans un message publié sur Telegram {reyes|Luis Reyes}.",
    "« Tout a été dit ce soir »<reyes>, a déploré la rapporteure spéciale de l’ONU sur le Soudan, {reyes|Ana Reyes}.",
    "« Ce n’est pas la faute des habitants »<reyes>, {reyes|Luis Reyes}, analyste, auteur d’un livre.",
]

CLAUSES = [
    "{reyes|Luis Reyes} a le premier soutenu que la trêve était « une illusion »<reyes>.",
    "{reyes|Luis Reyes}, la juriste qui en parlait en juillet, lui donna un nom : « un trésor »<reyes>.",
    "Il s’est opposé à {reyes|Luis Reyes}, le successeur de {sato|Ken Sato}, qui avait rétorqué : « Non »<reyes>.",
    "{reyes|Luis Reyes}, de son côté, exploite la crise, estimant que le mouvement « s’essouffle »<reyes>.",
    '{reyes|Luis Reyes} a fustigé l’accord, qu’ils disent « mort »<"ils">, et a soutenu que rien « ne tenait »<reyes>.',
    "{reyes|Luis Reyes} a réagi à ce que {sato|Ken Sato} considère comme une « provocation »<sato>.",
    'L’avocat de M. {sato|Sato} a dénoncé un « acharnement »<"L’avocat de M. Sato">.',
    'Des élus ont brandi des pancartes où l’on pouvait lire « Macron démission »<"Des élus">.',
    'Interrogé par la radio, le ministre a botté en touche : « Chaque chose en son temps »<"le ministre">.',
]

CONTROLLERS = [
    'Ces vols ont été suivis d’un défilé d’hommes armés dans le port, se présentant comme « les fils du fleuve »<"hommes armés">.',
    'L’{+ins|Insee} n’a jamais publié une note précisant que les chiffres étaient « provisoires »<"une note">.',
    "{reyes|Luis Reyes} a publié une note précisant que les chiffres étaient « provisoires »<reyes>.",
    "Le juge a estimé qu’en traitant son voisin de « bandit »<reyes>, {reyes|Luis Reyes} avait tort.",
    'Ils ont vu la vidéo {+you|YouTube} d’un élu local qui dénonce la « farce »<"un élu local"> du débat.',
    '{reyes|Luis Reyes} (un chroniqueur de la radio le traite d’« illuminé »<"un chroniqueur de la radio">) résiste.',
    'La peur gagne le pays où plus de 4.000 infirmiers, selon la police, ont exigé « des moyens »<"plus de 4.000 infirmiers">.',
]

BESIDE = [
    "L’occasion pour {reyes|Luis Reyes} de rappeler que « rien n’est joué »<reyes>.",
    "{reyes|Luis Reyes} est parti sans avoir « rien regretté »<reyes>.",
    "La phrase « la digue ou la mort »<reyes> est attribuée à {reyes|Luis Reyes}.",
    "On attribue à {reyes|Luis Reyes} cette phrase : « La digue ou la mort »<reyes>.",
    "Le budget sera voté, a souligné {reyes|Luis Reyes} « avant l’été »<reyes>, malgré les critiques.",
    "{reyes|Luis Reyes} n’a « à ce stade »<reyes> pas donné suite à la demande.",
    "{reyes|Luis Reyes} n’est « pour l’heure »<reyes> pas candidat.",
    "{:se|La Suède} vient de fermer « à titre provisoire »<se> ses ports.",
    "{:se|La Suède} progresse à « un rythme soutenu »<->.",
]

AFTER = [
    "Le pont, désigné comme « le plus dangereux de la région »<->, est fermé. Il faudra attendre, a précisé {reyes|Luis Reyes}.",
    "{reyes|Luis Reyes}, la preuve n’étant pas faite, a jugé le procès « inutile »<reyes>.",
    "Un tir « légitime »<cour> et pas « hors norme »<cour> : dans son rapport, la {+cour|Cour des comptes} blanchit les agents.",
    "Le fameux « c’est faux »<reyes> de {reyes|Luis Reyes} n’a trompé aucun élu.",
    "Une digue « trop basse »<reyes>, telle que décrite par {reyes|Luis Reyes}, protège le port.",
]

TURNS = [
    "{reyes|Luis Reyes} a avoué qu’il tenait « fermement »<reyes> à le dire.\n"
    "« Personnellement, je pense que nous avons échoué. »<reyes>",
    "On a demandé à {reyes|Luis Reyes} ses projets.\n« À ce stade, je n’ai pas besoin de matchs. »<reyes>",
    "{reyes|Luis Reyes} a dirigé l’institut. « Ils devront attendre »<reyes>, dit {reyes|Reyes}. "
    "« Rien ne presse »<reyes>, estime cet ancien diplomate.",
]


@pytest.mark.parametrize("sentence", [*SAYINGS, *AGENTS, *INVERSIONS, *CLAUSES, *CONTROLLERS, *BESIDE, *AFTER, *TURNS])
def test_attribution_grammar(sentence):
    check(sentence)
