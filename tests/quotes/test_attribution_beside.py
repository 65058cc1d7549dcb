"""What stands beside a passage or heads it: crossheads, states of mind, circumstances, sayings, names behind offices."""

from __future__ import annotations

import pytest
from quote_markup import check

CROSSHEADS = [
    '"On attend"<reyes>, dit {reyes|Luis Reyes}.- "Sans garantie"<-> -Le port, lui, reste "sans garantie aucune"<-> de reprise.',
    "« Nous partirons »<reyes>, a dit {reyes|Luis Reyes}. « Rien à perdre »<-> Les dockers ont voté. « Nous n’avons rien à "
    "perdre »<soto>, a lancé {soto|Ana Soto}.",
    "« On attend »<reyes>, dit {reyes|Luis Reyes}.\n« Nous tiendrons ! »<->\nPas question de céder. « Nous tiendrons »<soto>, "
    "a lancé {soto|Ana Soto}.",
]

LOST_SPACES = [
    'Le préfet avait dit vouloir "reprendre la main".{reyes|Luis Reyes} avait jugé la mesure "inutile"<reyes>.',
]

BESIDE = [
    '« Inquiets »<"quelque 200 dockers"> ou « furieux »<"quelque 200 dockers">, quelque 200 dockers ont marché vers le port.',
    "« Très déçue »<soto>, la députée {soto|Ana Soto} demande des comptes.",
    "Le docteur {reyes|Luis Reyes}, « ravi »<reyes>, a remercié ses collègues.",
    "En raison d’un « calendrier chargé »<onu>, l’{+onu|ONU} a fait savoir que la visite était remise.",
    "Climat : « toutes les villes »<reyes> touchées au {:ca|Canada} ({reyes|Reyes})\nLe maire parle.",
]

SAYINGS = [
    "« J’étouffe »<reyes>. Cette petite phrase de {reyes|Luis Reyes} fait couler beaucoup d’encre.",
    "« J’étouffe »<reyes>. Ces mots prononcés par {reyes|Luis Reyes} font couler beaucoup d’encre.",
    "« Cela ne marchera pas »<reyes> est le message que {reyes|Luis Reyes} aurait envoyé à la direction.",
    "Réponse gênée de {reyes|Luis Reyes} : « Je ne sais plus »<reyes>.",
    "La réponse est connue, a affirmé {reyes|Luis Reyes}. Avant de poursuivre : « On verra bien »<reyes>.",
    "{reyes|Luis Reyes} ne « demande pas la lune »<reyes>.",
]

OFFICES = [
    "« C’est clair »<reyes>, plaide l’expert en politique étrangère à l’égard du {:jp|Japon}, {reyes|Luis Reyes}.",
    "« C’est dur »<soto>, dit la présidente du collectif « Les Oubliés », {soto|Ana Soto}.",
    "« Rien n’a changé »<reyes>, a déclaré un porte-parole des « bonnets verts » de l’Ain (centre-est), {reyes|Luis Reyes}.",
    "« Ce dispositif échoue »<reyes>, assure le général à la retraite {reyes|Luis Reyes}.",
    "Le maire de {@vernet|Vernet} ({@lot|Lot}), {reyes|Luis Reyes}, renonce. {soto|Marc Soto} aussi. « C’est dur »<reyes>, "
    "précise le maire de {@vernet|Vernet}.",
    "Le secrétaire général de la {+cgt|CGT}, {reyes|Luis Reyes}, proteste. Le secrétaire général de la {+fo|FO}, {soto|Marc "
    "Soto}, aussi. « On verra »<reyes>, a souligné le secrétaire général de la {+cgt|CGT}.",
    "{soto|Ana Soto}, porte-parole et vice-présidente de l’{+amr|Association des maires du rail} ({+amr|AMR}), proteste. "
    "« C’est fini »<soto>, dénonce la porte-parole de l’{+amr|AMR}.",
    "Pour le ministre chargé des Relations avec le {+p|Parlement} {reyes|Luis Reyes}, le texte est « bon »<reyes>.",
    'Ce principe est « respecté »<"le président">, ont répondu le président et les rapporteurs de la commission.',
]

PRONOUNS = [
    "Selon {reyes|Luis Reyes}, un des négociateurs, la nomination de M. {soto|Marc Soto} est un pas. « Nous sommes prêts »"
    "<reyes>, a-t-il assuré.",
    "Comme la {:fr|France} doit payer, {soto|Ana Soto} en profite pour demander « un accès plus simple »<soto>, ironise-t-elle.",
]

VERBS = [
    'Ses voisins le décrivent comme « un homme brillant »<"Ses voisins">.',
    'Les élus locaux la jugent « excessive »<"Les élus locaux">.',
    "Dénonçant la « violence absurde du pouvoir »<reyes>, {reyes|Luis Reyes} a appelé au calme, estimant que ce rendez-vous était vain.",
    "Pour {reyes|Luis Reyes}, l’État n’a pas annoncé « un virage »<reyes>.",
]


TAKEN_UP = [
    "{reyes|Luis Reyes} cède le micro à {soto|Marc Soto}, venu répondre à ses adversaires. « Nous sommes prêts »<soto>, "
    "lance-t-il.",
    "Trois hommes ont été arrêtés, a indiqué le procureur de Lyon, chargé des affaires de fraude, {reyes|Luis Reyes}. Le port "
    "cherchait {soto|Marc Soto}. « Cette fraude est rare »<reyes>, a révélé le procureur.",
    "L’ancien président {soto|Marc Soto} proteste. {reyes|Luis Reyes} lui a répondu : « Le pays tient »<reyes>, a déclaré le "
    "président.",
]

REPORTS = [
    "Même son de cloche du côté du premier secrétaire du parti {reyes|Luis Reyes} : « On ne peut pas continuer »<reyes>.",
    "« Il n’y aurait là aucune logique, prétend la défense »<reyes>, a rappelé Me {reyes|Luis Reyes}.",
    "{reyes|Luis Reyes} a corrigé cela, allant jusqu’à dire à propos du chèque proposé par le gouvernement : « Personne ne "
    "sait ce que c’est »<reyes>.",
    "Le musée, plus fréquenté que ce que la défense a laissé entendre, « a souffert »<reyes>, a dit Me {reyes|Luis Reyes}.",
    "« C’est un succès »<reyes>, en conclut {reyes|Luis Reyes}.",
    'Les slogans étaient très durs : « Rendez l’argent du peuple »<"Les slogans">.',
    'On pouvait lire sur certaines pancartes « Rendez l’argent »<"certaines pancartes">.',
    "Après que le maire eut déclaré qu’il voulait partir, {reyes|Luis Reyes} a estimé que la ville ne devrait « rien céder »"
    "<reyes>.",
    "« Il n’y aura aucun départ »<reyes>, ont assuré {reyes|Luis Reyes}, président du groupe, {soto|Marc Soto}, directeur "
    "général, et tout le comité.",
    "Une décision que le ministre {reyes|Luis Reyes} a « regrettée »<reyes>.",
    "Elles ont visé « le principal centre »<soto>, selon la ministre {soto|Ana Soto}.",
    "Cette réaction « choquante »<soto> trouve son origine ailleurs, a expliqué {soto|Ana Soto}.",
    "Pour le juriste en droit fiscal {reyes|Luis Reyes}, le texte est « bon »<reyes>.",
    "{reyes|Luis Reyes} a été battu samedi. « Ils nous ont frappés »<reyes>, a raconté ce journaliste de {+tv|Samaa TV}.",
    "« On attend »<reyes>, dit {reyes|Luis Reyes}. « On sort d’une année noire »<reyes> avec la taxe imposée par {soto|Marc "
    "Soto}, affirme-t-il.",
    "« On attend »<reyes>, poursuit {reyes|Luis Reyes}. « LES VILLES DOIVENT AGIR »<-> Selon lui, « les villes doivent "
    "agir »<reyes>.",
]


@pytest.mark.parametrize(
    "source", [*CROSSHEADS, *LOST_SPACES, *BESIDE, *SAYINGS, *OFFICES, *PRONOUNS, *VERBS, *REPORTS, *TAKEN_UP]
)
def test_attribution_beside(source: str) -> None:
    check(source)
