"""Offices and names in rows, wings of parliaments, and names that tell nobody."""

from __future__ import annotations

import pytest
from quote_markup import check

IN_ORDER = [
    "Les ministres du Travail et de la Culture {ferro|Ivo Ferro} et {reyes|Luis Reyes} ont réagi. « Non »<reyes>, a dit "
    "le ministre de la Culture. « Si »<ferro>, a dit le ministre du Travail.",
    "Les maires de {@nantes|Nantes} et de {@rennes|Rennes}, {kern|Ana Kern} et {dahl|Eva Dahl}, sont là. « Non »<dahl>, a "
    "dit la maire de {@rennes|Rennes}. « Si »<kern>, a dit la maire de {@nantes|Nantes}.",
    "Les ministres danois et norvégien de la Défense, {ferro|Ivo Ferro} et {reyes|Luis Reyes}, sont là. « Non »<ferro>, "
    "a dit le ministre danois de la Défense. « Si »<reyes>, a dit le ministre norvégien.",
]

OF_A_WING = [
    "Le député {+parti-socialiste|PS} {ferro|Ivo Ferro} s’oppose au sénateur {+les-republicains|LR} {reyes|Luis Reyes}. "
    "Le parlementaire de droite s’est dit « inquiet »<reyes>.",
    "Le sénateur {+parti-socialiste|PS} {ferro|Ivo Ferro} débat avec le député {+les-republicains|LR} "
    "{reyes|Luis Reyes}. L’élu de gauche s’est dit « inquiet »<ferro>.",
]

NOBODY_TOLD = [
    "{ferro|Ivo Ferro} défend {reyes|Luis Reyes}. « C’est une lettre »<ferro>, a dit {ferro|Ivo Ferro}. Pour le père "
    'd’une des victimes, il s’agit d’une « ruse »<"le père d’une des victimes">.',
    "« Il faut partir »<ferro>, dit {ferro|Ivo Ferro}. Cela évite d’être battu par un rival pro-{reyes|Reyes}. « C’est "
    "un prétexte »<ferro>, souligne ce vétéran.",
    "{ferro RU|Ivo Ferro} a parlé. La foule était là. Le président Russe l’avait déjà dit. « Pas de cela »<ferro>, avait-il dit.",
]


@pytest.mark.parametrize("marked", [*IN_ORDER, *OF_A_WING, *NOBODY_TOLD])
def test_whose_title_it_is(marked: str) -> None:
    check(marked)
