"""Speakers told by finer grammar: asides, clauses whose verb is quoted, relatives passed over, who holds a placard."""

from __future__ import annotations

import pytest
from quote_markup import check

BRACKETS = [
    "Le bourgmestre (maire) de Dax, {ferro|Ivo Ferro}, ferme le pont, car « le risque est majeur »<ferro>.",
    'D’après un élu de Dax (le parti fondé par le candidat en question, ndlr) : « Elle voulait partir. »<"un élu de Dax">',
]

SOURCES = [
    "Le pont serait « déjà fermé »<ferro>, selon ce qu’a rapporté {ferro|Ivo Ferro}.",
    "Le pont serait « déjà fermé »<ferro>, selon ce que {ferro|Ivo Ferro} a déclaré.",
    "La « pire crue du siècle »<ferro>, comme {ferro|Ivo Ferro} l’a appelée, se retire.",
    "La « pire crue du siècle »<ferro> - comme {ferro|Ivo Ferro} a décrit la nuit - se retire.",
    "Du côté des élus, le sénateur {ferro|Ivo Ferro} a appelé les riverains à « quitter le pont »<ferro>.",
    "Le pont ferme lundi. « Plus de barrages pour éviter le pire ! »<ferro> Tel est l’avis d’{ferro|Ivo Ferro}.",
    "Le programme veut « consolider les berges »<conseil>, selon le communiqué de {+conseil|Conseil}.",
]

PLACARDS = [
    'Une femme est entrée, tenant une pancarte où était inscrit « Ne fermez pas le pont »<"Une femme">.',
    "Quelques centaines de riverains ont brandi une banderole sur laquelle était écrit : "
    '« Assez de mépris ! »<"Quelques centaines de riverains">',
]

CLAUSES = [
    "Tout en affirmant qu’il « entend la colère »<ferro> exprimée partout, {ferro|Ivo Ferro} a refusé de céder.",
    "{ferro|Ivo Ferro} a promis que ce plan serait évalué par {+conseil|le Conseil}, à partir de « l’automne »<ferro>.",
    "{nagy|Eva Nagy} estime que les annonces du gouvernement en matière de pêche « ne suffisent pas »<nagy>.",
    "{nagy|Eva Nagy} a critiqué la décision d’un juge de {+cour|la Cour} qui a invoqué "
    '« l’état de nécessité »<"un juge de la Cour">.',
    'Les ministres ont appelé les élus qui veulent encore défiler à observer une « trêve »<"Les ministres">.',
    "{nagy|Eva Nagy}, pour qui la faute n’était « pas démontrée »<nagy>, a annoncé son intention de faire appel.",
    "L’opposition attaquée « Depuis des années, la justice est tournée contre nous »<nagy>, a accusé {nagy|Eva Nagy}.",
]

SUBJECTS = [
    'Le journal du camp, l’un des plus lus du pays s’est félicité de ce « revers »<"Le journal du camp">.',
    "Les délégués du {+mcb|MCB}, {ferro|Ivo Ferro} et {nagy|Eva Nagy}, dénoncent la « récupération »<ferro> du jour.",
    "Une bonne partie des élus, mobilisés depuis un mois, ont qualifié lesdites décisions de "
    '« mesurettes »<"Une bonne partie des élus">.',
    "On peut trouver en ville des affiches du {+front|Front}, appelant à une « immigration zéro »<front>.",
]

AROUND = [
    "Sa femme est venue. La crue a laissé {ferro|Ivo Ferro} épuisé. « Je ne dors plus depuis un mois. »<ferro>",
    'Le pont ferme."Une ligne rouge"<->"Nous irons jusqu’au bout"<ferro>, a dit {ferro|Ivo Ferro}.',
    "{nagy|Eva Nagy} a dit non.\n\n« Je refuse »<nagy>, a-t-elle dit. {ferro|Ivo Ferro}, « prêt à céder »<->"
    "Les élus ont voté la loi hier soir.",
    "Les berges sont là. Cinq points de revendication Les élus formulent cinq demandes : "
    '« l’entretien du pont »<"Les élus">.',
    '"Je venais dormir ici"<nagy>, raconte {nagy|Eva Nagy}. Ils nous laissent un banc pour la nuit"<nagy>. Le jour vient.',
    "{ferro|Ivo Ferro} convoque les élus pour « des clarifications »<ferro>\n\nLe pont reste fermé.",
]


@pytest.mark.parametrize("source", [*BRACKETS, *SOURCES, *PLACARDS])
def test_attribution_around_clause(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", [*CLAUSES, *SUBJECTS])
def test_attribution_within_clause(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", AROUND)
def test_attribution_between_sentences(source: str) -> None:
    check(source)
