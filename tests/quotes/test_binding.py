"""Whom a pronoun cannot be by its own sentence, and whom "lui-même" sets against those told beside him."""

from __future__ import annotations

import pytest
from quote_markup import check

NAMED_BELOW = [
    "{sato|Aiko Sato} dérange. Elle a trouvé une alliée en {reyes|Ana Reyes}, une élue du Nord. Elle juge le refus, "
    "pour elle et {sato|Aiko Sato}, « humiliant »<reyes>.",
    "{ferro|Ivo Ferro} a reçu {reyes|Luis Reyes} au port. Il a dénoncé « une mascarade »<reyes> devant {ferro|Ivo Ferro}.",
    "{ferro|Ivo Ferro} est arrivé avec {reyes|Luis Reyes}. Il a salué « un allié »<reyes> en {ferro|Ivo Ferro}.",
    "{ferro|Ivo Ferro} a reçu {reyes|Luis Reyes}. Il trouve « injuste »<ferro> la loi {ferro|Ferro}.",
    "{ferro|Ivo Ferro} a reçu {reyes|Luis Reyes}. Alors qu’il juge l’accord « utile »<ferro>, {ferro|Ivo Ferro} hésite.",
]

NAMES_ITSELF = [
    "{ferro|Ivo Ferro} est né ici. {reyes|Luis Reyes} l’écoute. Il s’appelle {reyes|Luis Reyes} et trouve la vie « dure »<reyes>.",
]

DESCRIPTIONS = [
    "{reyes|Reyes} rejette l’accord.\n\nLe président de l’Autorité du fleuve {ferro|Ivo Ferro} a parlé. « Non »<ferro>, "
    "a plaidé {ferro|Ivo Ferro}. Le dirigeant qui n’a qu’un siège n’a pas caché que sa demande répondait au plan du "
    "président américain {reyes|Luis Reyes}.\n« Personne n’en veut »<ferro>, a-t-il martelé.",
    "{reyes|Luis Reyes} rejette l’accord.\n\nLe chef de l’Autorité du port {ferro|Ivo Ferro} a parlé. Le dirigeant "
    "refuse le plan du président {reyes|Luis Reyes} et « les ultimatums »<ferro>.",
    "Le directeur du port, {reyes|Luis Reyes}, est sorti. Le directeur du port parle d’« un lieu sûr »<reyes> et, "
    "lundi, {reyes|Luis Reyes} a redit son refus. {ferro|Ivo Ferro} se tait.",
]

TOLD_APART = [
    "Le secrétaire {ferro|Ivo Ferro} parle du lac. À en croire ce riverain de {@nice|Nice} croisé par un reporter : "
    '« Le lac est mort »<"ce riverain de Nice croisé">.',
    '{ferro|Ivo Ferro} parle du lac. « Le lac est mort »<"cet homme">, dit cet homme rencontré sur le port.',
    'Le père de {ferro|Ivo Ferro} est venu. « Mon fils est innocent »<"le père">, a dit le père. Il a pleuré. '
    '« Rendez-le-moi »<"il">, a-t-il supplié.',
    "{ferro|Ivo Ferro} a été condamné. Son avocat, {reyes|Luis Reyes}, a fait appel. « C’est injuste »<reyes>, a dit "
    "l’avocat. « Je me battrai »<ferro>, a promis l’intéressé.",
    "Le procureur {ferro|Ivo Ferro} a requis dix ans contre {reyes|Luis Reyes}. L’accusé a crié « justice »<reyes>. "
    "Le magistrat a parlé d’« un monstre »<ferro>.",
    'Le pape a reçu {ferro|Ivo Ferro}. « Priez »<"le pape">, a dit le pape. Il lui a parlé d’« espoir »<"Il">.',
    'Le patron de la banque, {ferro|Ivo Ferro}, est parti. La banque a parlé d’« un choix »<"La banque">. Son '
    "ex-patron évoque « des pressions »<ferro>.",
]

OF_A_THING = [
    "{ferro|Ivo Ferro} a annoncé une taxe nouvelle. Celle-ci s’étendra « aux revenus du capital »<ferro>.",
    "Le taux baisse, a dit {ferro|Ivo Ferro}, qui défend la taxe. Celle-ci s’étendra « aux revenus »<ferro>.",
    "{ferro|Ivo Ferro} marche vers la digue. Celle-ci s’étendra « jusqu’au phare »<->.",
    "{ferro|Ivo Ferro} a reçu {kern|Ana Kern}. Celle-ci a promis « la paix »<kern>.",
]

UNCLAIMED = [
    '{ferro|Ivo Ferro} a fermé la frontière. Abdelkrimo ne dort plus. Il a peur. « Tout manque »<"il">, confie-t-il.',
    '{ferro|Ivo Ferro} a dit non. Abdelkrimo, qui est boulanger, n’a plus de farine. « Tout manque »<"il">, confie-t-il.',
]

TONIC = [
    "{sato|Ana Sato} a battu {ferro|Ivo Ferro}. Elle se dit « fière »<sato>. Lui parle d’« un vol »<ferro>.",
    "{sato|Ana Sato} a battu {ferro|Ivo Ferro}. Lui, agacé, a dénoncé « un vol »<ferro>.",
    "{sato|Ana Sato} a battu {ferro|Ivo Ferro}. Elle lui a reproché « un vol »<sato>.",
]

HIMSELF = [
    "{ferro|Ivo Ferro} a été reçu par {reyes|Luis Reyes}. Ce dernier a parlé d’« un ami »<reyes>. Lui-même évoque "
    "« un frère »<ferro>.",
    "« On nous aime »<sato>, a dit {sato|Ken Sato}.\nL’héritier de {haas|Peter Haas} a des rapports tendus avec "
    "{ferro|Ivo Ferro}, qui l’a traité de « tyran »<ferro>. Lui-même a dénoncé la « rafle »<sato> dont sont victimes "
    "selon lui les dockers.",
    "{ferro|Ivo Ferro} soutient la grève. Sa fille a été arrêtée par {reyes|Luis Reyes}, qui dirige la police. "
    "Lui-même a dénoncé les « rafles »<ferro> dont sont victimes selon lui les dockers.",
    "Le procès de {ferro|Ivo Ferro} s’ouvre. Il est défendu par {reyes|Luis Reyes}, qui a raillé « un conte »<reyes>. "
    "Lui-même se dit victime d’une « cabale »<ferro>.",
    "{sato|Aiko Sato} a pris la suite de {reyes|Ana Reyes}, qui est partie. Elle-même parle d’un « défi »<sato>.",
]


@pytest.mark.parametrize(
    "sentence", [*NAMED_BELOW, *NAMES_ITSELF, *DESCRIPTIONS, *TOLD_APART, *OF_A_THING, *UNCLAIMED, *TONIC, *HIMSELF]
)
def test_binding(sentence):
    check(sentence)
