"""Who stands behind a text, an office or a passive: owners by participle, offices in service, same sources, themes."""

from __future__ import annotations

import pytest
from quote_markup import check, read

TEXTS = [
    "Portée par {+vertes|Rives vertes}, la pétition réclame « des mesures immédiates »<vertes>.",
    "Signée par {reyes|Luis Reyes} et {sato|Ken Sato}, la lettre exige « un calendrier »<reyes>.",
    "Un projet américain de déclaration du {+conseil|Conseil de sécurité}, visant à apporter « un plein "
    'soutien »<"Un projet américain de déclaration du Conseil de sécurité"> au Parlement, a été bloqué.',
    'Il est écrit dans le rapport que « rien ne sera fait »<"le rapport">.',
    'Il est dit aussi dans la charte : « Nul ne sera exclu de la maison commune »<"la charte">.',
    'Ce plan vise à « aider les familles »<"un communiqué">, souligne un communiqué.',
    "« Nous ne céderons pas. »<reyes> La phrase, prononcée jeudi par {reyes|Luis Reyes}, a fait le tour du pays.",
    "« Je suis seul dans ce palais »<reyes>.\nLe tweet, rédigé mardi par {reyes|Luis Reyes}, résume son isolement.",
]

PASSED_ON = [
    'Selon {+fig|Le Figaro}, qui cite une source proche du port, {reyes|Reyes} « a fui »<"une source proche du port">.',
    '« Il ne dormait plus »<"un ancien collègue">, rapporte {+fig|Le Figaro}, citant un ancien collègue.',
    "« Il ne dormait plus »<fig>, rapporte {+fig|Le Figaro}, qui cite les registres.",
    "« Sobre et juste »<reyes>, ce sont les mots employés par {reyes|Luis Reyes} pour décrire le budget.",
    "« Il faut tenir »<sato>, a dit {sato|Ken Sato}, qui bloquait un pont où l’on pouvait lire sur une banderole : "
    '« On ne lâche rien »<"une banderole">.',
    'Les marins arborent des tee-shirts sur lesquels on lit « touche pas à mon port »<"Les marins">.',
    'Les marins ont été mobilisés avec pour mot d’ordre « Non à la fusion »<"Les marins">.',
]

OFFICES = [
    "« Ils s’éclatent »<reyes>, a expliqué le secrétaire d’État auprès du ministre de l’Intérieur, {reyes|Luis Reyes}.",
    "« Nous verrons »<reyes>, a dit la ministre déléguée auprès du Premier ministre, {reyes|Ana Reyes}, qui rentrait.",
    "« On ne peut pas implorer »<reyes>, a déclaré devant la presse M. {reyes|Reyes}.",
    "{reyes|Luis Reyes}, le directeur du festival, un proche de {sato|Ken Sato}, a dénoncé « un procès »<reyes>.",
    "Le pape {pape|François} a parlé. « Nous devons réfléchir »<pape>, a déclaré Sa Sainteté.",
]

PASSIVES = [
    "Le ministre s’est fait traiter de « menteur »<reyes> par {reyes|Luis Reyes}.",
    "{reyes|Luis Reyes} s’est autoproclamé « président »<reyes> par intérim.",
    "{reyes|Luis Reyes} avait appelé à « aider »<reyes> les jeunes, notamment ceux « venus de loin »<reyes>.",
]

SOURCES = [
    "L’{+armee|Agence du littoral} a affirmé que le port tenait. « Rien n’a cédé »<armee>, a-t-on précisé de "
    "même source.",
]


@pytest.mark.parametrize("source", [*TEXTS, *PASSED_ON, *OFFICES, *PASSIVES])
def test_who_stands_behind_a_text_an_office_or_a_passive(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", SOURCES)
def test_the_same_source_is_who_reported_before_with_or_without_marks(source: str) -> None:
    check(source)


@pytest.mark.parametrize(
    "text",
    [
        "« Femme et développement ». C'est autour de ce thème que les congressistes ont planché.",
        "« La paix par le sport ». C'est sous ce thème que s'est ouvert le forum.",
    ],
)
def test_the_theme_of_a_meeting_is_no_quote(text: str) -> None:
    assert len(read(text)) == 0
