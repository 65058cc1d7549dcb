"""Subjects, sources and labels that other clauses, asides and quantities part from their verb or their passage."""

from __future__ import annotations

import pytest
from quote_markup import check

QUANTITIES = [
    '« Rendez le barrage »<"une poignée de pêcheurs">, criaient depuis l’aube une poignée de pêcheurs.',
    '« Rendez le barrage »<"une centaine de riverains">, crie une centaine de riverains.',
    '« Rendez le barrage »<"des dizaines d’élèves">, ont repris en chœur des dizaines d’élèves.',
    'Bon nombre d’ingénieurs parlent d’un « chantier maudit »<"Bon nombre d’ingénieurs">.',
    'Beaucoup de pêcheurs disent avoir « froid »<"Beaucoup de pêcheurs">.',
    'Près de 300 pêcheurs dénoncent « un passage en force »<"Près de 300 pêcheurs">.',
    'Plus d’un pêcheur avoue avoir « pleuré »<"Plus d’un pêcheur">.',
    'Tous deux se disent « soulagés »<"Tous deux">.',
    'Toutes les trois parlent d’un « miracle »<"Toutes les trois">.',
]

ASIDES = [
    "« Le lac remonte »<ferro>, a assuré à la radio, sans toutefois avancer de date, l’hydrologue {ferro|Ivo Ferro}.",
    '« Le lac remonte »<"une infirmière">, souffle entre deux appels, les bras chargés, une infirmière.',
    "« Le lac remonte »<ferro>, note dans le dernier bulletin, courbes à l’appui, l’hydrologue {ferro|Ivo Ferro}.",
    "La juge a levé la séance et Me {ferro|Ivo Ferro}, furieux, a quitté la salle en criant : « C’est une farce ! »<ferro>",
    "La pluie a cessé vers midi et le capitaine {ferro|Ivo Ferro}, interrogé sur la digue, a répondu qu’il était "
    "« trop tôt »<ferro>.",
    "Le syndic se tait, tandis que son adjointe aux ponts, {nagy|Eva Nagy}, regrette « un emballement »<nagy>.",
    "C’est un plan que même {nagy|Eva Nagy}, pourtant du même bord, trouve « bancal »<nagy>.",
    "Alors que {+quai|le Comité des quais}, classé au centre, demande la pose d’un « barrage filtrant »<quai>, rien ne "
    "bouge.",
    "{ferro|Ivo Ferro} a tout nié, a mis en cause ses associés et a juré n’avoir « rien signé »<ferro>.",
    "Après les heurts contre la douane et le péage, {ferro|Ivo Ferro} « regrette »<ferro> les coups mais refuse de "
    "céder, dénonçant « des rumeurs »<ferro>.",
]

INSERTED = [
    "Le syndic, {ferro|Ivo Ferro}, en visite au port où il a vu les pêcheurs, a estimé que la digue devait « tenir »<ferro>.",
    "Réagissant à ces mots, que {nagy|Eva Nagy} a qualifiés d’« indignes »<nagy>, {ferro|Ivo Ferro} s’est tu.",
    "{ferro|Ivo Ferro} a parlé d’un « accident »<ferro>, ce que {nagy|Eva Nagy} a nié, évoquant un « calcul »<nagy>.",
    "{ferro|Ivo Ferro} nie le vol, ce que {nagy|Eva Nagy}, jointe par téléphone, juge « risible »<nagy>.",
    "Il a fallu attendre lundi pour que {+quai|le Comité des quais} publie un tract appelant au « calme »<quai>.",
]

PARTICIPLES = [
    'Décrit par ses voisins comme « un homme discret »<"ses voisins">, le pêcheur vivait seul.',
    "Le pêcheur, décrit par {nagy|Eva Nagy} comme « un homme discret »<nagy>, vivait seul.",
    'Décrit comme « discret »<"ses voisins"> par ses voisins, le pêcheur vivait seul.',
]

SOURCES = [
    "D’après {ferro|Ivo Ferro}, cette rumeur relève des « vieilles recettes »<ferro> du syndic.",
    "{ferro|Ivo Ferro} accuse le syndic, un homme qui, selon lui, a des dettes, d’être l’auteur de lettres "
    "« injurieuses »<ferro>.",
    "{nagy|Eva Nagy} fustige des travaux « bâclés »<nagy> qui, selon elle, ont fait céder la digue.",
    "Selon {ferro|Ivo Ferro}, « l’eau baisse »<ferro>, tandis que pour {nagy|Eva Nagy}, « l’eau monte »<nagy>.",
    'Si pour les élus la taxe est « une insulte »<"les élus">, rien ne les retient.',
    "À écouter {ferro|Ivo Ferro}, sourcier au village, l’eau « reviendra toujours »<ferro>.",
    'L’ouvrage, « démontable »<"le syndic"> selon le syndic, sera rasé en mai, a ajouté {nagy|Eva Nagy}.',
]

LABELS = [
    "Parmi eux, {ferro|Ivo}, un infirmier de 56 ans : « On a tenu toute la nuit. »<ferro>",
    "Sur la berge, {nagy|Eva}, qui tient la buvette : « On a tenu toute la nuit. »<nagy>",
    'Plus loin, une retraitée : « On a tenu toute la nuit. »<"une retraitée">',
    "Même constat pour le sourcier {ferro|Ivo Ferro} : « L’eau ne ment pas. »<ferro>",
    'Autre son de cloche chez les pêcheurs : « L’eau ne ment pas. »<"les pêcheurs">',
    "Mise en garde du {+quai|Comité des quais} : « L’eau ne ment pas. »<quai>",
    'Le cri du cœur d’une infirmière : « Rendez-nous l’eau ! »<"une infirmière">',
    "Canal du Nord – {ferro|Ivo Ferro} : « L’eau ne ment pas »<ferro>",
    "« Rendez-nous l’eau »<ferro> : l’appel de {ferro|Ivo Ferro}",
    "« Rendez-nous l’eau »<ferro>, le coup de gueule de {ferro|Ivo Ferro}",
    '« On a eu peur »<"des riverains"> : des riverains racontent',
    "Canal du Nord : « une victoire »<quai> pour le {+quai|Comité des quais}",
    "{ferro|Ivo}, resté au port, a réparé sa barque et posté un message : « Je pars demain. »<ferro>",
]

CLAUSES_WITHOUT_VERB = [
    "{ferro|Ivo Ferro} parle de « sabotage »<ferro>, {nagy|Eva Nagy} de « négligence »<nagy>.",
    'Certains y voient « un présage »<"Certains">, d’autres « une panne »<"d’autres">.',
    'Le syndic invoque « la crue »<"Le syndic">, le pêcheur « la malchance »<"le pêcheur">.',
]

REPORTS = [
    "{ferro|Ivo Ferro} juge « utile »<ferro> que la ville rende hommage « à ses noyés »<ferro>.",
    "{ferro|Ivo Ferro} a rapporté que sa voisine {nagy|Eva Nagy} lui avait confié être « à bout »<nagy>.",
    '{ferro|Ivo Ferro} se souvient d’un maître qui lui avait lancé : « Tu finiras au port. »<"un maître">',
    'L’infirmière s’en est prise à « ces gens des bureaux »<"L’infirmière">.',
    'Le syndicat « dénonce une taxe de trop »<"Le syndicat">.',
    "« Pourquoi fermer l’écluse ? »<ferro>, demande quant à lui {ferro|Ivo Ferro}, qui vit en aval.",
    "Ce que {ferro|Ivo Ferro} disait il y a trois ans : « L’eau ne ment pas. »<ferro>",
]

CONTRASTS = [
    "Le nombre de barques était élevé, a dit {nagy|Eva Nagy}, évoquant « une armada »<nagy>.",
    "{ferro|Ivo Ferro} a reçu la reine et, très ému, a salué « une amie »<ferro>.",
    "{ferro|Ivo Ferro} assure que l’infirmier ne lui a pas signalé « la moindre fuite »<ferro>.",
    '« L’eau ne ment pas »<"une infirmière">, dit par exemple une infirmière.',
]


@pytest.mark.parametrize(
    "source",
    [*QUANTITIES, *ASIDES, *INSERTED, *PARTICIPLES, *SOURCES, *LABELS, *CLAUSES_WITHOUT_VERB, *REPORTS, *CONTRASTS],
)
def test_attribution_reads_over_the_borders_of_clauses(source: str) -> None:
    check(source)


def test_attribution_who_reports_in_between_hides_the_last_speaker() -> None:
    check(
        "« La digue tient »<ferro>, a dit {ferro|Ivo Ferro}. Le lac ne baissera plus, explique {adam|Luc Adam}, "
        "sourcier au village. « L’eau ne ment pas »<adam>, explique-t-il."
    )


def test_attribution_an_infinitive_in_front_of_a_main_clause_is_no_narration() -> None:
    check(
        "{ferro|Ivo Ferro} parle de « folie »<ferro>. Avant de partir pour le port, {adam|Luc Adam} prévient que l’eau "
        "sera « haute »<adam>."
    )
