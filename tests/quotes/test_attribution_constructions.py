"""Speakers told by constructions of the written language: who is counted, who rules, what is announced."""

from __future__ import annotations

import pytest
from quote_markup import check

COUNTED = [
    'Trois élus ont voté contre le budget, tandis que deux autres se disaient « atterrés »<"deux autres">.',
    'Dix joueurs ont signé l’appel ; trois se disent « prêts à partir »<"trois">.',
    'Des dizaines de milliers de lycéens ont défilé, brandissant des pancartes « Nos bus »<"Des dizaines de milliers de '
    'lycéens">.',
]

RULED = [
    "Les pressions s’accentuent sur la {:hu|Hongrie} de {orban|Viktor Orban}, qui, avec l’appui du voisin, leur résiste "
    "et dénonce un « complot »<hu>.",
    "Seul le {:br|Brésil} du président de gauche, {lula|Lula da Silva}, a dit maintenir son offre, saluant « un pas vers la "
    "paix »<br>.",
    "Le ministre de gauche, {reyes|Luis Reyes}, a salué « un pas »<reyes>.",
]

ANNOUNCED = [
    "{levy|Marc Levy} eut cette repartie, en réponse à un confrère qui lui demandait de choisir : « Le mien. »<levy>",
    "{levy|Marc Levy} lâche cette phrase devant un élu qui le presse de partir : « J’ai tout mon temps. »<levy>",
]

SUFFERED = [
    'Las d’être traités de « lâches »<"le maire"> par le maire — qui a dit qu’il ne plierait « devant personne »<"le maire"> —, '
    "les riverains ont bloqué le pont.",
    "{sato|Ken Sato} soutient le maire ; {levy|Marc Levy}, du parti Avenir, l’accuse de jouer « avec le feu »<levy>.",
]

ANY_VERB = [
    "La ville compte trois foyers, « deux au port, un à la gare »<levy>, a listé {levy|Marc Levy}, médecin.",
    "Il reste des cours « tous les jours, dans les parcs »<levy>, énumère {levy|Marc Levy}.",
]

REPORTED_BEFORE = [
    "Le ferry est à l’arrêt, a précisé {ruiz|Ana Ruiz}. Son départ, « prévu jeudi matin »<ruiz>, est compromis.",
    "Le port est ouvert, a précisé {ruiz|Ana Ruiz}. L’enquête a été étendue aux infractions de « faux »<-> et « usage de "
    "faux »<->.",
]

DONE = [
    '{levy|Marc Levy} parle d’un « détour »<levy>.\n\nÀ Lyon, la mairie a « pris acte »<"la mairie"> du vote.',
    "{levy|Marc Levy} a « tourné la page »<levy> sans attendre.",
    "Le {:gt|Guatemala}, lui, a envoyé ses « félicitations chaleureuses »<gt>.",
]

CITED = [
    "Dans le journal, {levy|Marc Levy} n’est cité qu’une fois, à propos de la paix, « lente comme un fleuve »<levy>.",
    'Il y avait des drapeaux et des pancartes sur lesquelles on pouvait lire « Nos bus »<"des pancartes">.',
    'Deux maires ont parlé, l’un d’eux les invitant à ne « rien lâcher »<"l’un d’eux">.',
]

HEADLINES = [
    "TRANSPORTS | {dubreuil|Dubreuil} « soulagée »<dubreuil>, les maires dans l’attente",
    "{dubreuil|Dubreuil} « très inquiète »<dubreuil> pour l’hôpital",
    'La retraite à la carte, « une victoire »<"le maire"> pour le maire',
]

CROWDS = [
    '« Nos bus »<"des centaines de lycéens"> : bravant la pluie, des centaines de lycéens ont défilé mardi.',
    '« Rendez-nous nos bus »<"des usagers"> : à Lyon, des usagers ont commencé à se rassembler mardi devant la gare.',
    'Des élèves brandissaient des drapeaux et des pancartes sur lesquelles on pouvait lire « Nos bus »<"des pancartes">.',
    'Des lycéennes tenaient une banderole où l’on lisait « Nos bus »<"une banderole">.',
    'Les manifestants portaient des affiches sur lesquelles était écrit « Nos bus »<"des affiches">.',
    'En effet des riverains jugent le projet « inutile »<"des riverains">.',
]

TOLD_SO = [
    'Si le préfet a pu être décrit par des voisins comme un « homme pressé »<"des voisins">, il n’a, selon la police, jamais '
    "été entendu.",
    'Jugé « distant »<"ses voisins"> par ses voisins, il vivait seul, selon la police.',
    "{legrand|Anne Legrand} se dit prête à corriger ce qu’elle appelle elle-même « une erreur »<legrand>.",
]

LOST_BREAKS = [
    "Violence « inouïe »<->Dans la ville, les agents tentaient de réparer les dégâts, a constaté le préfet {dumas|Jean Dumas}.",
    "{legrand|Anne Legrand} a dit « non »<legrand>.La ville est calme.Fatigue « extrême »<->Les soignants sont à bout.",
    "{levy|Marc Levy} a dit « oui »<levy>{legrand|Anne Legrand} a dit « non »<legrand>.",
    "Un député a parlé lundi. Une vaste fraude dans les hôpitaux {weber|Weber} : « le vote aura lieu jeudi »<weber> La loi "
    "oblige les élus à voter.",
]

FRONTED = [
    "En envoyant aux grévistes un message de soutien – « Tenez bon ! »<conti> – le chef du parti, {conti|Luca Conti}, a "
    "surpris ses alliés.",
    "En postant un mot bref – « Tenez bon »<ruiz> – sur son blog, la présidente {ruiz|Ana Ruiz} a étonné.",
]

OUTLETS = [
    'Les radios d’État défendent la loi et continuent de la qualifier de « progrès »<"Les radios d’État">.',
]

LATER_SOURCES = [
    'L’armée a annoncé lundi de « vastes manœuvres »<"L’armée">, où dix soldats ont été blessés, selon les secours.',
    "{legrand|Anne Legrand} a dénoncé la « pression »<legrand> dont sont victimes selon elle les élèves.",
]

COLONS = [
    "Un vote annoncé par le préfet : la {:se|Suède} « regrette »<se> ce choix.",
    "La voix de {levy|Marc Levy} se brise : « Je n’en peux plus »<levy>.",
    "« Très confiant »<conti> : le chef d’une délégation arrivée samedi, l’ex-maire {conti|Luca Conti}, a résumé en deux "
    "mots les échanges.",
]

SUBJECTS = [
    "Il exige du respect de la part de l’{+ue|Union européenne} qui n’a pas reconnu son mandat et l’a menacé de « mesures "
    "sévères »<ue>.",
    "La présidente de région, {legrand|Anne Legrand}, a reporté lundi « d’ici au 3 juin »<legrand> un vote des élus.",
    "L’accord entre {:ru|Moscou}, allié du régime, et {:tr|Ankara}, parrain des rebelles, prévoyait « une zone neutre »"
    '<"L’accord">.',
    'L’accord entre {:ru|Moscou} et {:tr|Ankara} prévoyait « une zone neutre »<"L’accord">.',
    "Pour {duque|Ivan Duque}, traité de « diable »<levy> par {levy|Marc Levy}, le vote est valide.",
    "{legrand|Anne Legrand} a dit qu’elle avait été touchée par la réaction du public face à « ce geste »<legrand>.",
]

OWN_IDEAS = [
    "{legrand|Anne Legrand} a relancé à la tribune de l’{+onu|ONU} son idée de créer un « groupe de sages »<legrand>.",
]

GAPPED = [
    "{legrand|Anne Legrand} parle d’un « gouffre »<legrand> ; {levy|Marc Levy} d’une « chance »<levy>.",
    '{legrand|Anne Legrand} parle d’un « gouffre »<legrand> ; le préfet, lui, d’une « chance »<"le préfet">.',
    "Le premier, {levy|Marc Levy}, parle d’un « gouffre »<levy> ; la seconde, {legrand|Anne Legrand}, d’une « chance »"
    "<legrand>.",
    'Deux élus ont réagi, l’une parlant de « piège »<"l’une">, l’autre d’« oubli »<"l’autre">.',
]

ACTS_BEHIND = [
    "{legrand|Anne Legrand} a parlé d’un « gouffre »<legrand> ; {levy|Marc Levy} a ri d’un « mot de trop »<levy>.",
]

EACH_ITS_AGENT = [
    'Le rapport, jugé « partial »<"la gauche"> par la gauche et « courageux »<"la droite"> par la droite, a été publié.',
    'Au cri de « Nous irons au bout »<"les grévistes">, les grévistes ont bloqué le port.',
    "« Nous irons au bout »<cgt>, peut-on lire sur le site de la {+cgt|CGT}.",
]

CALLED_SO = [
    "{conti|Luca Conti} recevra jeudi le « cousin Albert »<conti>, comme il l’appelle.",
    "Le texte, que {conti|Luca Conti} surnomme « la loi Popeye »<conti>, sera voté.",
]

WHO_IS_MEANT = [
    'La moitié des élus dénoncent « une mascarade »<"La moitié des élus">.',
    'Six élus sur dix jugent le port « mort »<"Six élus">.',
    'De source policière, on évoque « une rixe »<"source policière">.',
    "{legrand|Anne Legrand} et son adjoint, {levy|Marc Levy}, évoquent « une rixe »<legrand>.",
    "{legrand|Anne Legrand}, 54 ans, mère de deux enfants et ancienne juge, a dénoncé « une mascarade »<legrand>.",
    "{legrand|Anne Legrand} prête à « rouvrir le port »<legrand>",
    "La lettre d’{legrand|Anne Legrand} : « Le port vivra »<legrand>.",
]

UNDERGONE = [
    "{levy|Marc Levy} s’est vu reprocher son « goût du passé »<legrand> par {legrand|Anne Legrand}.",
    "{levy|Marc Levy} s’est entendu dire qu’il était « un homme du passé »<->.",
    "{legrand|Anne Legrand}, dit-on, veut « tout changer »<legrand>.",
]

VIEWS = [
    "{levy|Marc Levy} n’est pour {legrand|Anne Legrand} qu’« un homme du passé »<legrand>.",
    "Cela rend pour {levy|Marc Levy} d’autant plus « urgent »<levy> le vote.",
    'Le port est pour la ville « une chance »<"la ville">.',
]

ANNOUNCED_BARE = [
    "{legrand|Anne Legrand} était mardi à la radio. Son credo : « Tout est perdu »<legrand>.",
    "{legrand|Anne Legrand} était mardi à la radio. Sa réponse est restée la même : « Tout est perdu »<legrand>.",
    "{legrand|Anne Legrand} était mardi à la radio. Verdict : « Tout est perdu »<legrand>.",
    "{legrand|Anne Legrand} était mardi à la radio. Et de lâcher : « Tout est perdu »<legrand>.",
]

RELATIVE_TAILS = [
    'Le préfet, dont le bras droit, {mendes|Luis Mendes}, dirige le port, parle d’« un accident »<"Le préfet">.',
    "{legrand|Anne Legrand}, que le préfet, {mendes|Luis Mendes}, a reçue mardi, a parlé d’« un accident »<legrand>.",
]

SET_PHRASES = [
    "Interrogée sur ce point, {legrand|Anne Legrand} botte en touche : « Nous verrons. »<legrand>",
    "De quoi faire dire à {legrand|Anne Legrand} que le port est « un gouffre »<legrand>.",
    "Réponse d’{legrand|Anne Legrand} ? « Rien n’est fait. »<legrand>",
    "Ni {legrand|Anne Legrand} ni {levy|Marc Levy} n’ont voulu parler de « crise »<legrand>.",
    "Pas question pour {legrand|Anne Legrand} de « céder au chantage »<legrand>.",
    "Objectif affiché par {legrand|Anne Legrand} : « rouvrir le port »<legrand>.",
    "« Le port vivra »<legrand> : c’est en ces termes qu’{legrand|Anne Legrand} a conclu son discours.",
    "« Le port vivra »<legrand> : la formule est d’{legrand|Anne Legrand}.",
    "Dans la bouche d’{legrand|Anne Legrand}, le port devient « un musée »<legrand>.",
    "À en juger par les propos d’{legrand|Anne Legrand}, le port est « mort »<legrand>.",
    "Le port est devenu, de l’aveu même d’{legrand|Anne Legrand}, « un musée »<legrand>.",
    "La devise d’{legrand|Anne Legrand} est « ne jamais céder »<legrand>.",
    "{legrand|Anne Legrand}, dont le mot d’ordre est « tout ou rien »<legrand>, part.",
]


@pytest.mark.parametrize(
    "source", [*COUNTED, *RULED, *ANNOUNCED, *SUFFERED, *ANY_VERB, *REPORTED_BEFORE, *DONE, *CITED, *HEADLINES]
)
def test_attribution_constructions(source: str) -> None:
    check(source)
