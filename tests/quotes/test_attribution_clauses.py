"""Clauses around a passage: incises with what stands inside them, subjects and their asides, owners, two of a pair."""

from __future__ import annotations

import pytest
from quote_markup import check

INCISES = [
    '« Les résultats viendront ce soir »<"le parlementaire">, nous assure le parlementaire.',
    "« Le pays s’est engagé »<reyes>, a expliqué en présidant les travaux, {reyes|Luis Reyes}.",
    '« Le pays s’est engagé »<"le ministre">, a expliqué, en ouvrant la réunion, le ministre.',
    "« C’est un échec »<reyes>, a prévenu il y a quelques jours {reyes|Luis Reyes}.",
    "« C’est un échec »<reyes>, avait averti voici deux semaines {reyes|Luis Reyes}.",
    "« C’est un échec »<reyes>, ne décolère pas {reyes|Luis Reyes}.",
    "« C’est un échec »<reyes>, n’hésite pas à affirmer {reyes|Luis Reyes}.",
    "« Nous avons un candidat »<\"l'entourage du ministre\">, a immédiatement et prudemment réagi l'entourage du ministre.",
    "« L’heure tourne »<reyes>, note encore Mme {reyes|Reyes}.",
    "« Rien ne sera résolu »<reyes>, est convaincue la présidente {reyes|Ana Reyes}.",
    "« Rien ne sera résolu »<reyes>, est formel {reyes|Luis Reyes}.",
    'On est prudent : « Il faut en profiter »<"les milieux proches du pouvoir">, est-il déclaré dans les milieux proches du '
    "pouvoir.",
    '« Rencontre constructive »<"la délégation du gouvernement">, a annoncé sur son compte {+x|Twitter} la délégation du '
    "gouvernement.",
]

SOURCES = [
    '« Rien n’est joué »<"un conseiller">, de l’aveu d’un conseiller.',
    '« Rien n’est joué »<"un conseiller">, aux yeux d’un conseiller.',
    "{reyes|Luis Reyes} est resté prudent. Selon ses dires, « le décompte est rigoureux »<reyes>.",
    "Mme {reyes|Ana Reyes} est « venue les mains vides »<reyes>, d’après le récit qu’elle livre au journal.",
    "Rome va « quitter les îles »<reyes>, selon les mots mardi du vice-chancelier {reyes|Luis Reyes}.",
    'Les camps restent « sans douche »<"des témoignages">, selon des témoignages recueillis par {+afp|l’AFP}.',
    "La salle est « presque pleine »<reyes>, assure {reyes|Luis Reyes}, selon qui il en reste.",
]

APPOSITIONS = [
    "« L’ambiance est bonne »<reyes>, a écrit le commandant en chef des Forces armées (FAR), {reyes|Luis Reyes}, en "
    "soulignant que tous étaient « à la recherche d’un accord »<reyes>.",
    "« C’est une violation »<reyes>, ajoute un des responsables de l’association, {reyes|Luis Reyes}.",
]

SUBJECTS = [
    "Le {+hcs|Haut Conseil}, présidé par le ministre algérien, {reyes|Luis Reyes}, avait décidé de « revoir »<hcs> l’accord.",
    'L’opposition et la société civile saluent les conclusions : « Une ère nouvelle »<"L’opposition">.',
    "Des partisans appuient le coup par lequel {reyes|Luis Reyes} a pris le pouvoir en disant vouloir « sauver »<reyes> le "
    "pays.",
    'Une habitante dit avoir entendu l’homme crier : « Je reviendrai »<"l’homme">.',
    "Les élus ont dit avoir entendu {reyes|Luis Reyes} qualifier la crise d’« indéchiffrable »<reyes>.",
    'Quelque 200 intellectuels dénoncent une « mascarade »<"Quelque 200 intellectuels">.',
    'Certains, comme {reyes|Luis Reyes}, dénoncent une « mascarade »<"Certains">.',
    "{reyes|Luis Reyes}, qui a jugé que l’accord était « mort »<reyes>, va s’expliquer, a indiqué {+elysee|l’Elysée}.",
    'Ils ont scandé « Le peuple veut la paix »<"Ils">, ont constaté des journalistes de {+afp|l’AFP}.',
    "Le vice-ministre {reyes|Luis Reyes} a même affirmé que {:dz|Alger} en a désormais « acquis la certitude »<reyes>.",
    "Alors que la {+fft|Fédération de tennis} a « absolument écarté »<fft> mercredi le huis clos, {:de|Berlin} attend.",
    "On s’est levé face au maire {reyes|Luis Reyes}, qui, de son côté, a dénoncé « ces oisifs »<reyes>.",
    'Le premier ministre, indiquant que le chef de l’État {sato|Ken Sato} entendait « consulter »<"Le premier ministre">.',
    "Déclarant hier que « nous regardons tout »<reyes> et que « la paix viendra »<reyes>, {reyes|Luis Reyes} ira plus loin.",
    "Même réaction au {:gb|Royaume-Uni} où {reyes|Luis Reyes} « condamne le coup d’État »<reyes>.",
]

REFERENCES = [
    "{reyes|Luis Reyes}, {sato|Ken Sato} et {diallo|Awa Diallo} ont parlé. Les trois dirigeants jugent l’accord "
    "« utile »<reyes>.",
    "Selon la procureure {reyes|Ana Reyes}, l’enquête est ouverte. Aucune garde à vue n’a été décidée, précise-t-elle, "
    "ajoutant que « l’enquête se poursuit »<reyes>.",
    "Le premier ministre {sato|Ken Sato} a vu {reyes|Luis Reyes}, ministre de la Justice. « Merci »<sato>, a dit le premier "
    "ministre.",
    "L’ancien chef de l’État {sato|Ken Sato} a vu le colonel {reyes|Luis Reyes}. « Merci »<reyes>, a dit le colonel.",
    "{emmanuel-macron|Emmanuel Macron} a tranché. Le ministre des Affaires étrangères parle d’un accord « utile »"
    '<"Le ministre des Affaires étrangères">.',
    "{serguei-lavrov|Sergueï Lavrov} a tranché. Le ministre russe parle d’un accord « utile »<serguei-lavrov>.",
    "Tout est « perdu »<reyes>, a dit {reyes|Luis Reyes}. Cet avertissement l’avait conduit au tribunal.",
    "« C’est une indépendance acquise de haute lutte. »<reyes> Cet appel a été lancé par le maire {reyes|Luis Reyes}.",
    "Le docteur {reyes|Ana Reyes} suit les cas. « C’est énorme »<reyes>, précise le docteur.",
    "{reyes|Ana Reyes} a succédé à {sato|Ken Sato}. Son prédécesseur a salué « une équipe formidable »<sato>.",
    "{reyes|Luis Reyes} vit au port. « Il n’y a plus d’eau »<reyes>, dit ce père de famille.",
    "Le général {reyes|Luis Reyes} a témoigné. Le plus haut gradé du pays juge la situation « difficile »<reyes>.",
    "La maire {sato|Ana Sato} a réagi. « Elle a quitté le navire »<reyes>. Interrogé par la radio, {reyes|Luis Reyes} "
    "semble satisfait.",
    "« C’est une avancée »<reyes>. « Mais c’est possible »<reyes>. « On le sait depuis des années »<reyes>, tempère "
    "{reyes|Luis Reyes}.",
]


@pytest.mark.parametrize("sentence", [*INCISES, *SOURCES, *APPOSITIONS, *SUBJECTS, *REFERENCES])
def test_attribution_clauses(sentence):
    check(sentence)
