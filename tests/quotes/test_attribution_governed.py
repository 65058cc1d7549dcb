"""Speakers told by a verb that governs the quoted words, and by the subject that verb has."""

from __future__ import annotations

import pytest
from quote_markup import check

INDIRECT = [
    "{reyes|Luis Reyes} a dit que le barrage était « trop vieux »<reyes>.",
    "{reyes|Luis Reyes} a déclaré, au terme d’une longue réunion, que le barrage était « trop vieux »<reyes>.",
    "{reyes|Luis Reyes} a dit que {sato|Ken Sato} jugeait le barrage « trop vieux »<reyes>.",
    "{reyes|Luis Reyes} se demande si le barrage est « trop vieux »<reyes>.",
    "{reyes|Luis Reyes} affirme avoir été « trompé »<reyes>.",
    "{reyes|Luis Reyes} a dit vouloir « un barrage neuf »<reyes>.",
    "{reyes|Luis Reyes} ne cache pas que le barrage est « trop vieux »<reyes>.",
    "{reyes|Luis Reyes} a fait valoir que le barrage était « trop vieux »<reyes>.",
    'Les géologues ont averti que le barrage était « trop vieux »<"Les géologues">.',
    "On lit dans la presse que {reyes|Luis Reyes} trouve le barrage « trop vieux »<reyes>.",
]

OBJECTS = [
    "{reyes|Luis Reyes} a dénoncé « une mascarade »<reyes>.",
    "{reyes|Luis Reyes} a de son côté, lundi soir, dénoncé « une mascarade »<reyes>.",
    "{reyes|Luis Reyes} juge « inutile »<reyes> le barrage.",
    "{reyes|Luis Reyes} a accusé {sato|Ken Sato} de « mentir »<reyes>.",
    "{reyes|Luis Reyes} a qualifié le projet de {sato|Ken Sato} de « folie »<reyes>.",
    "{reyes|Luis Reyes} a mis en garde contre « l’oubli »<reyes>.",
    "{reyes|Luis Reyes} s’est dit « très inquiet »<reyes>.",
    "{reyes|Luis Reyes} s’est engagé à « tout dire »<reyes>.",
    "{reyes|Luis Reyes} peste contre « les bavards »<reyes>.",
    "{reyes|Luis Reyes} a appelé les deux camps à « baisser la voix »<reyes>.",
    "{reyes|Luis Reyes} l’estime « dépassé »<reyes>.",
    "{reyes|Luis Reyes} a « fermement »<reyes> rejeté cette lecture.",
    "{:mali|Bamako} ne souhaite pas « rouvrir le dossier »<mali>.",
    "{reyes|Luis Reyes} a récemment « exhorté la mairie »<reyes> à « renoncer »<reyes>.",
    'Les mineurs scandaient « du pain »<"Les mineurs"> sous les fenêtres.',
    "Le barrage a été qualifié de « verrue »<sato> par {sato|Ken Sato}.",
    "Jugée « indigne »<sato> par {sato|Ken Sato}, la clause a été retirée.",
    "Sa réponse ? {reyes|Luis Reyes} a parlé de « destin »<reyes>.",
]

PARTICIPLES = [
    "{reyes|Luis Reyes} a quitté la salle, promettant « une riposte »<reyes>.",
    "{reyes|Luis Reyes} a quitté la salle en dénonçant « une mascarade »<reyes>.",
    "Dénonçant « une mascarade »<reyes>, {reyes|Luis Reyes} a quitté la salle.",
    "Tout en réitérant sa menace de sanctions « rapides »<reyes>, {reyes|Luis Reyes} a tendu la main.",
    "« Je pars »<reyes>, a dit {reyes|Luis Reyes}, avant de dénoncer « une mascarade »<reyes>.",
    "{reyes|Luis Reyes} a rejeté ces soupçons, les qualifiant de « ragots »<reyes>.",
    'Des partisans criant « victoire »<"Des partisans"> ont envahi la place.',
    "La réunion a tourné court, {sato|Ken Sato} évoquant « un dialogue de sourds »<sato>.",
]

SUBJECTS = [
    "{reyes|Luis Reyes}, un ingénieur de 60 ans qui a vu naître le barrage, le trouve « trop vieux »<reyes>.",
    "L’ingénieur en chef, {reyes|Luis Reyes}, le trouve « trop vieux »<reyes>.",
    "{reyes|Luis Reyes}, ingénieur en chef, le trouve « trop vieux »<reyes>.",
    "{reyes|Luis Reyes}, que {sato|Ken Sato} accuse de tout, parle d’« acharnement »<reyes>.",
    "{reyes|Luis Reyes} (Parti du fleuve) parle d’« acharnement »<reyes>.",
    "Lors d’un échange avec {sato|Ken Sato}, {reyes|Luis Reyes} a parlé d’« acharnement »<reyes>.",
    "Le procureur {reyes|Luis Reyes} a requis et obtenu ce qu’il nomme « une peine juste »<reyes>.",
    "{reyes|Luis Reyes} a écouté, puis a parlé d’« acharnement »<reyes>.",
    "{reyes|Luis Reyes} a condamné l’attaque et estimé que « le pire est passé »<reyes>.",
    'Le porte-parole de {reyes|Luis Reyes} a parlé d’« acharnement »<"Le porte-parole de Luis Reyes">.',
    "Le porte-parole du {+kremlin|Kremlin} {petrov|Oleg Petrov} a parlé d’« acharnement »<petrov>.",
    'Le porte-parole du maire {reyes|Luis Reyes} parle d’« acharnement »<"Le porte-parole du maire Luis Reyes">.',
    'Un membre du gouvernement {reyes|Reyes} a parlé d’« acharnement »<"Un membre du gouvernement Reyes">.',
    "Le quotidien {+fleuve|Le Fleuve} parle d’« acharnement »<fleuve>.",
    "Le communiqué du {+parquet|Parquet général} parle d’« acharnement »<parquet>.",
    'Les plans du ministre des Eaux prévoient « un nouveau lit »<"ministre des Eaux">.',
    "La {+commission|Commission du fleuve}, qui se réunit demain, redoute « une année sèche »<commission>.",
    "{reyes|Luis Reyes} a parlé d’« acharnement »<reyes>, tandis que {sato|Ken Sato} évoquait « un malentendu »<sato>.",
    "Ana {lima|Lima}, directrice et associée chez Hydra a parlé d’« acharnement »<lima>.",
    "{:mali|Bamako}, que l’on disait prêt à céder, parle d’« acharnement »<mali>.",
    "Son adjoint, un certain {reyes|Luis Reyes}, parle d’« acharnement »<reyes>.",
    '60% des riverains se disent « abandonnés »<"60% des riverains">.',
]

OTHER_CUES = [
    "{reyes|Luis Reyes} parle d’« une trahison »<reyes>, {sato|Ken Sato} d’« un malentendu »<sato>.",
    'Ils ont défilé aux cris de « liberté ! »<"Ils">.',
    'Il a été reçu aux cris de « traître ! »<"des manifestants"> par des manifestants.',
    'Certains jugent le projet « vital »<"Certains">.',
    'Des élus inquiets de « passer pour des naïfs »<"Des élus"> ont voté contre.',
    "{reyes|Luis Reyes} est convaincu que « le pire est passé »<reyes>.",
    "{reyes|Luis Reyes} a « exhorté »<-> {sato|Ken Sato} à une « retenue totale »<reyes>",
    "{reyes|Luis Reyes} serait « ouvert »<reyes> à un accord, mais a fait remarquer que rien ne pressait.",
    "La promesse de {reyes|Luis Reyes} d’un « barrage propre »<reyes> n’a convaincu personne.",
    "{reyes|Luis Reyes} a serré des mains, « heureux d’être là »<reyes>.",
]


@pytest.mark.parametrize("source", INDIRECT)
def test_attribution_indirect(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", OBJECTS)
def test_attribution_object(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", PARTICIPLES)
def test_attribution_participle(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", SUBJECTS)
def test_attribution_subject(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", OTHER_CUES)
def test_attribution_without_a_verb_of_saying(source: str) -> None:
    check(source)
