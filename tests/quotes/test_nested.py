"""Who says a quote inside a quote: titles and pronouns in somebody's words."""

from __future__ import annotations

import pytest
from quote_markup import check

TITLES = [
    "Le président {ferro|Ivo Ferro} hésite. {sato|Ken Sato} et {reyes|Luis Reyes} se taisent.\n"
    "« Le président m’a dit : “Pars !”<ferro> »<sato>, raconte le ministre {sato|Ken Sato}.",
    "La préfète {kern|Ana Kern} et {nagy|Eva Nagy} ont reçu les marins. {roy|Lou Roy} attendait.\n"
    "« La préfète nous a répondu : “C’est non”<kern> »<nagy>, se souvient {nagy|Eva Nagy}.",
    '« Le patron m’a dit : “Pars !”<"Le patron"> »<sato>, raconte {sato|Ken Sato}.',
]

PRONOUNS = [
    "Le président {ferro|Ivo Ferro} hésite. {reyes|Luis Reyes} se tait.\n{sato|Ken Sato} a rapporté son entretien avec "
    "le président. « Il m’a dit : “Pars !”<ferro> »<sato>, raconte {sato|Ken Sato}.",
    "Le dessinateur {ferro|Ivo Ferro} est mort. C’était un génie.\n"
    "« Il a ri. Il disait : “Je dessine”<ferro> »<sato>, raconte {sato|Ken Sato}.",
    "{ferro|Ivo Ferro} et {reyes|Luis Reyes} sont partis. Le quai est vide. Il pleut.\n"
    '« Il disait : “Je reviens”<"Il"> »<sato>, raconte {sato|Ken Sato}.',
]


@pytest.mark.parametrize("sentence", [*TITLES, *PRONOUNS])
def test_nested(sentence):
    check(sentence)
