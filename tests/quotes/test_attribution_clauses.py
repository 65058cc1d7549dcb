"""Whose clause a passage stands in: fronted participles, infinitives, sources, agents, sentences that lost a space."""

from __future__ import annotations

import pytest
from quote_markup import check

FRONTED = [
    "Soulignant que {sato|Ken Sato} est un rival, {reyes|Luis Reyes} a déclaré : « Nous verrons. »<reyes>",
    "Assurant que {sato|Ken Sato} n’était « pas prêt »<reyes>, {reyes|Luis Reyes} a quitté la salle.",
    "S’exprimant après que {sato|Ken Sato} a confirmé l’accord, {reyes|Luis Reyes} a admis « une erreur »<reyes>.",
    "Après que {sato|Ken Sato} lui a interdit la salle, {reyes|Luis Reyes} a écrit ce message : « Je reste. »<reyes>",
]

INFINITIVES = [
    "{reyes|Luis Reyes}, après avoir rencontré {sato|Ken Sato}, a dénoncé « une faute »<reyes>.",
    "{reyes|Luis Reyes}, avant de recevoir {sato|Ken Sato}, a dénoncé « une faute »<reyes>.",
    "{reyes|Luis Reyes}, pour rassurer {sato|Ken Sato}, a dénoncé « une faute »<reyes>.",
    'Après avoir confirmé que le barrage était « fermé »<"le ministre des Eaux">, le ministre des Eaux a '
    "rapporté l’échange.",
]

ADVERBIALS = [
    "{reyes|Luis Reyes} a d’ores et déjà promis une réponse « ferme »<reyes>.",
    "{reyes|Luis Reyes} avait une nouvelle fois dénoncé un « spectacle »<reyes>.",
    "{reyes|Luis Reyes} a, quant à lui, salué « un pas »<reyes>.",
    "« Les îles sont à nous »<reyes>, avait un peu plus tôt déclaré {reyes|Luis Reyes}.",
    "« Une bibliothèque me suffit »<reyes>, confiait à la presse en 2016 {reyes|Luis Reyes}.",
]

PARTICIPLES = [
    "{reyes|Luis Reyes} a déclaré que la trêve prévue par {sato|Ken Sato} « tiendrait jusqu’à mai »<reyes>.",
    "L’« erreur historique »<reyes> dénoncée par {reyes|Luis Reyes} a choqué.",
    "La France a salué le texte, l’ambassadeur tunisien, {reyes|Luis Reyes}, évoquant un « acquis »<reyes>.",
    "{reyes|Luis Reyes} a « émis des doutes »<reyes> sur le scrutin.",
]

SOURCES = [
    "Le message de {reyes|Luis Reyes} à {sato|Ken Sato}, selon lequel le barrage « cède »<reyes>, a déplu.",
    "Le plan « a échoué »<reyes>, et le fait qu’on le cache « est grave »<reyes>, selon {reyes|Luis Reyes}.",
    "Pour les riverains, « la digue est un mal nécessaire »<lagune>, affirmait le quotidien {+lagune|La Lagune}.",
    "« La digue tient »<kremlin>, explique-t-on au {+kremlin|Kremlin}.",
]

INCISES = [
    "« Nous aussi »<reyes>, intercale {reyes|Luis Reyes}.",
    '« Cet événement, s’avance un conseiller, répond aux critiques. »<"un conseiller">',
    "« Qui paiera ? »<reyes>. s’interroge {reyes|Luis Reyes}.",
    "« Nous frapperons »<reyes>, a déclaré à Tirana le commandant des forces du fleuve, le général {reyes|Luis Reyes}.",
    "S’il venait, il faudrait lui dire qu’il serait en « sécurité »<reyes> là-bas, a déclaré {reyes|Luis Reyes}.",
]

TURNS = [
    "{sato|Ken Sato} s’oppose au texte, a indiqué {reyes|Luis Reyes}. « C’est une ingérence. »<reyes>",
    "Le texte paraît.\n« Il faut tenir. »<lima>\n{lima|Ana Lima}, ministre\nLa suite est connue.",
    "Le barrage, selon {reyes|Luis Reyes}, tiendra. « Mais pas toujours. »<reyes>",
    "{:mali|Bamako} temporise. « Nous donnons une mauvaise image. »<reyes> {reyes|Luis Reyes} a fustigé ce retard.",
    "18h42 - {reyes|Luis Reyes} : « Le barrage tiendra. »<reyes>",
    "{reyes|Luis Reyes} : le barrage est une « folie »<reyes> et doit céder",
]

LINES = [
    "« Il perd »<reyes>, souligne {reyes|Luis Reyes}.\n« Il gagne »<sato>, selon {sato|Ken Sato}.Le lendemain, on vote.",
    "« Il sera jugé »<reyes>, a assuré M.\n{reyes|Reyes}, en visite.",
    "{reyes|Luis Reyes} a dit dès le début que\n« l’eau monterait »<reyes>\n, visant un rival « lent »<reyes>.",
    "Même ton chez {reyes|Luis Reyes} :\n« La ville prendra sa part. »<reyes>",
]


@pytest.mark.parametrize(
    "sentence", [*FRONTED, *INFINITIVES, *ADVERBIALS, *PARTICIPLES, *SOURCES, *INCISES, *TURNS, *LINES]
)
def test_attribution_clauses(sentence):
    check(sentence)
