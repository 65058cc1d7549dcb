"""What is set apart: sentences that lost a space, clauses with a subject of their own, clefts, asides, appositions."""

from __future__ import annotations

import pytest
from quote_markup import check

LOST_SPACES = [
    "« C'est loin »<ferro>, dit {ferro|Ivo Ferro}. Un navire rempli à près de 50%{+air-france|Air France} a assuré que tout est prêt « pour limiter les contacts »<air-france>.",
    '"Le port tiendra"<>, lit-on. "Consultation citoyenne"La ministre {nagy|Eva Nagy} a annoncé qu\'une "concertation"<nagy> serait ouverte.',
    "{ferro|Ivo Ferro} juge le plan « trop court »<ferro>, le pont datant de 1930.Assumant « un choix rude »<nagy>, {nagy|Eva Nagy} s'en va.",
    'Selon {ferro|Ivo Ferro}, un marin a péri (près du quai).Des dockers dénoncent « un complot »<"Des dockers">.',
]

CLEFTS = [
    "« Une trêve immédiate »<ferro> : c'est ce que réclame {ferro|Ivo Ferro}.",
    "« Une trêve immédiate »<ferro>, voilà ce qu'a demandé {ferro|Ivo Ferro}.",
    "C'est « une trêve immédiate »<ferro> que {ferro|Ivo Ferro} demande.",
    "C'est une « trêve immédiate »<ferro> que réclame {ferro|Ivo Ferro}.",
    "Ce qu'a réclamé {ferro|Ivo Ferro}, c'est donc « une trêve immédiate »<ferro>.",
    "Ce que {ferro|Ivo Ferro} dit, c'est que « rien n'est fait »<ferro>.",
]

OWN_SUBJECTS = [
    'Rien ne presse, a affirmé {ferro|Ivo Ferro}, le parquet accusant la rivale d\'avoir recruté des « mercenaires »<"le parquet">.',
    "« J'ai eu peur »<nagy>, reconnaît une autre des colocataires, {nagy|Eva Nagy}.",
    "Des élus ont invité le port à « la modestie »<\"Des élus\">, à l'instar d'{nagy|Eva Nagy} pour qui il se « fait un film »<nagy>.",
    "Le conseil a voté la loi, {+quai|la Ligue des quais} contre ce qu'elle voit comme une « fuite en avant »<quai>.",
    "Il s'éloigne d'autres élus plus modérés qui jugent que « le temps du dialogue »<\"d'autres élus plus modérés\"> est venu.",
    'On sait que « le suspect »<"la presse locale">, comme l\'a rebaptisé la presse locale, nie tout.',
]

DASHES = [
    "{ferro|Ivo Ferro} s'est dit ouvert à une loi — réclamée par les dockers — qui ne « pèse »<ferro> sur personne.",
    'Les dockers l\'accusaient de tout – prévenu, le prélat conseilla de se taire – dans ce port : « tous savaient »<"Les dockers">.',
]


SPOKEN_OF = [
    "L'élu {ferro|Ivo Ferro} est revenu au port. Avec {nagy|Luc Nagy}, « rien n'avançait »<ferro>, explique-t-il.",
    "{nagy|Eva Nagy} va plus loin. Selon elle, une élue se fait insulter deux fois. « On la juge »<nagy>, dit-elle.",
    "Le nom fait écho au « gouvernement des quais »<nagy> inventé samedi soir par {nagy|Eva Nagy}.",
    'Dans ce texte, voté par trois élus pour et deux contre, les dockers ont « dénoncé la grève »<"les dockers">.',
    "Si le rapport de {+quai|la Ligue des quais} « n'a rien de grave »<quai>, le maire a prévenu le port, selon {+le-monde|Le Monde}.",
    "« Rien n'est fait »<ferro>, à indiqué {ferro|Ivo Ferro}.",
    '« Le port a cédé »<"bonne source">, apprend-on de bonne source.',
]

CALLED = [
    "« Tout va mal »<ferro>, dit {ferro|Ivo Ferro}, l'un des marins du quai. « Il faut partir »<\"le ministre de l'Intérieur\">, avait répondu le ministre de l'Intérieur.",
    "« On se bat »<ferro>, dit {ferro|Ivo Ferro}, retraité. « Rien ne bouge »<ferro>, a ajouté ce « gilet jaune ».",
    "« On se bat »<ferro>, dit {ferro|Ivo Ferro}. L'autre manifestant s'explique. « C'est dur »<\"il\">, affirme-t-il.",
    "Le {+quai|Conseil des quais} veut des chiffres. « Ils sont précieux »<quai>, juge ce comité d'experts.",
    "{ferro|Ivo Ferro} a parlé au port. Et à l'orateur de conclure que « rien ne presse »<ferro>.",
    "{ferro|Ivo Ferro} est sismologue. L'opérateur du gazoduc a parlé de dégâts « énormes »<\"L'opérateur du gazoduc\">.",
    "« Ils suivent tous {marine-le-pen|Marine Le Pen} depuis hier »<ferro>, a dit {ferro|Ivo Ferro}. La présidente du Rassemblement national y voit « une injure »<marine-le-pen>.",
]

INSIDE = [
    "« C'est assez choquant pour nous, déplore {ferro|Ivo Ferro}, secrétaire du syndicat {+snq|SNQ}. On nous l'interdit. »<ferro> Pour le syndicat, c'est « faux »<snq>.",
    "« On n'a pas réfléchi une minute, confie {ferro|Ivo Ferro} au quotidien du port. On leur est tombé dessus. »<ferro>",
]


TOLD_AGAIN = [
    "Trois marins sont partis, écrit {+le-figaro|Le Figaro}. Le port est vide. Cette « fuite »<le-figaro> était attendue, souligne le journal.",
    "« Partez »<ferro>, a lancé {ferro|Ivo Ferro}. Un mur dit « Dehors »<le-figaro>, selon {+le-figaro|Le Figaro}. « Restez »<ferro>, a-t-il ajouté.",
    "« Le port tiendra. »<ferro> Ce sont les mots d'{ferro|Ivo Ferro}, syndic du port, prononcés lundi.",
    "« Le port tiendra. »<ferro> Ces mots sont ceux d'{ferro|Ivo Ferro}.",
    'Le port cède et selon un marin, s\'exprimant à voix basse, « rien ne tient »<"un marin">.',
    "Une libraire s'inquiète. {nagy|Eva Nagy}, qui tient le quai, attend. « C'est long »<nagy>, raconte cette libraire.",
    "{ferro|Ivo Ferro} a été jugé. Il a tout avoué. « C'est faux »<ferro>, a-t-il dit à la juge.",
    "Président de la ligue, le Savoyard {ferro|Ivo Ferro} est là. Le président de la ligue dit « oui »<ferro>.",
]

THINGS = [
    'Cette rubrique propose « des lieux secrets »<"un marin">, selon un marin.',
    "{nagy|Eva Nagy} dit qu'elle connaît ce port, où la crise s'annonce « très dure »<nagy>.",
    "Une situation rare au port, note {nagy|Eva Nagy}, libraire : « Tout ferme. »<nagy>",
]

IN_MARKS = [
    "« C'est une chance »<quais>, affirme l'association « {+quais|Terre et Quais} ».",
    "« Est-ce fini ? »<ferro>, s'enquiert {ferro|Ivo Ferro}.",
    "« On part »<ferro>, déclare tout fier le marin {ferro|Ivo Ferro}.",
    '« On part »<ferro>, a dit {ferro|Ivo Ferro}. La déclaration américaine appelle à combler un « écart important »<"La déclaration américaine">.',
    '« On part »<"un marin">, lance un peu gêné un marin.',
]


@pytest.mark.parametrize(
    "source",
    [*LOST_SPACES, *CLEFTS, *OWN_SUBJECTS, *DASHES, *SPOKEN_OF, *CALLED, *INSIDE, *TOLD_AGAIN, *THINGS, *IN_MARKS],
)
def test_speaker_of_what_is_set_apart(source: str) -> None:
    check(source)
