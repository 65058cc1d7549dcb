"""Names of organisations behind the noun that announces them, in sentences made for these tests."""

from __future__ import annotations

import re

import pytest

from diplo_ner.lexicon.check import read_table, require
from diplo_ner.lexicon.organisations import KINDS
from diplo_ner.organisation_names.announced import find_announced
from diplo_ner.text.words import words

_MARKED = re.compile(r"\[([^\]]+)\]")


@pytest.mark.parametrize(
    "marked",
    [
        "Le quotidien [El País] l'affirme.",
        "Le quotidien français [Libération] l'affirme.",
        "L'association de protection de la nature [Marais Vivant] alerte.",
        "Le fabricant de jouets [Lugobrick] embauche.",
        "Le directeur de l'association de chasse Jean Morel se tait.",
        "L'association de victimes du terrorisme a saisi la cour, l'institut d'études de Lyon aussi.",
        "Les sociétés ‘[Bricalor]’ et ‘[Céram Pro]’ vont grandir.",
        "L'agence officielle [Chine nouvelle] a publié la liste.",
        "Selon l'agence [Belga], il pleut.",
        "L'agence [Reuters] Jean Morel n'en dit rien.",
        "La chaîne de télévision [France 24] filme.",
        "L'ONG [Terres Vives] alerte.",
        "L'entreprise [Morvan Acier] embauche.",
        "Le groupe armé [Étoile du Nord] a signé.",
        "L'entreprise [Belcourt Acier] licencie.",
        "Le syndicat [Unia] négocie.",
        "Le parti [Bâtir Ensemble] présente vingt listes.",
        "Le mouvement [Amal] se tait.",
        "Le quotidien « [La Gazette du Sud] » titre ainsi.",
        'Le magazine "[Der Spiegel]" enquête.',
        "Le groupe [Total] fore.",
        "L'institut [Gallup] sonde.",
        "Le think tank [Lowy Institute], à Sydney, compte les navires.",
        "La milice [Basij] défile.",
        "Le géant américain [Apple] investit.",
        "L'ancien constructeur [Panhard Levassor] renaît.",
        "Selon les agences [Interfax] et [RIA Novosti], rien n'est signé.",
        "Les quotidiens [El Watan], [Liberté] et [Le Soir d'Algérie] titrent ainsi.",
        "Les ONG [Alima] et [Terres Vives] partent.",
        "La chaîne d'État [Télé Fleuve] s'éteint.",
        "Le quotidien progouvernemental [Sabah] l'affirme.",
        "Le journal d'opposition [La Tribune du Fleuve] ferme.",
        "Le site d'information en ligne [Korii Info] le nie.",
    ],
)
def test_org_announced_finds_the_name_without_the_noun(marked: str) -> None:
    text = _MARKED.sub(r"\1", marked)
    assert [text[name.start : name.end] for name in find_announced(text, words(text))] == _MARKED.findall(marked)


@pytest.mark.parametrize(
    "text",
    [
        "Le quotidien des gens est dur.",
        "Le parti Républicain a gagné.",
        "Le site Internet est fermé.",
        "Le groupe Sahel de l'université se réunit.",
        "L'ex-chef de milice Brou Tanoh est mort.",
        "Le journal de Paul est perdu.",
        "Agence Morel, bonjour.",
        "Le mouvement\nPaul Morel est venu.",
        "La société France s'éveille.",
        "Les partis Vert et Rouge s'allient.",
        "Les quotidiens du soir se taisent.",
        "Il a rejoint le parti",
    ],
)
def test_org_announced_finds_nothing(text: str) -> None:
    assert find_announced(text, words(text)) == []


def test_org_announced_prefers_the_kind_that_the_noun_tells() -> None:
    text = "Le quotidien Marianne et le mouvement Amal se répondent."
    ones = find_announced(text, words(text))
    assert [one.organisation and one.organisation.id for one in ones] == ["marianne-journal", "amal-lb"]
    assert [one.kind for one in ones] == ["media", "party"]


def test_org_announced_table_has_no_problem() -> None:
    table = read_table("diplo_ner.lexicon", "org_announcers.csv")
    require([*table.shape_problems(), *table.not_among("kind", KINDS), *table.not_among("known", ("", "1"))])
    require(list(table.duplicates(("noun",), owner="noun")))
