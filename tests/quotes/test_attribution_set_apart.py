"""What is set apart: sentences that lost a space, clauses with a subject of their own, clefts, asides, appositions."""

from __future__ import annotations

import pytest
from quote_markup import check

LOST_SPACES = [
    "{ferro|Ivo Ferro} juge le plan « trop court »<ferro>, le pont datant de 1930.Assumant « un choix rude »<nagy>, {nagy|Eva Nagy} s'en va.",
    'Selon {ferro|Ivo Ferro}, un marin a péri (près du quai).Des dockers dénoncent « un complot »<"Des dockers">.',
]

CLEFTS = [
    "« Une trêve immédiate »<ferro> : c'est ce que réclame {ferro|Ivo Ferro}.",
    "« Une trêve immédiate »<ferro>, voilà ce qu'a demandé {ferro|Ivo Ferro}.",
    "C'est « une trêve immédiate »<ferro> que {ferro|Ivo Ferro} demande.",
    "C'est une « trêve immédiate »<ferro> que réclame {ferro|Ivo Ferro}.",
    "Ce qu'a réclamé {ferro|Ivo Ferro}, c'est donc « une trêve immédiate »<ferro>.",
    "Ce que {ferro|Ivo Ferro} dit, c'est que « rien n'est fait »<ferro>.",
]

OWN_SUBJECTS = [
    'Rien ne presse, a affirmé {ferro|Ivo Ferro}, le parquet accusant la rivale d\'avoir recruté des « mercenaires »<"le parquet">.',
    "« J'ai eu peur »<nagy>, reconnaît une autre des colocataires, {nagy|Eva Nagy}.",
    "Des élus ont invité le port à « la modestie »<\"Des élus\">, à l'instar d'{nagy|Eva Nagy} pour qui il se « fait un film »<nagy>.",
    "Le conseil a voté la loi, {+quai|la Ligue des quais} contre ce qu'elle voit comme une « fuite en avant »<quai>.",
    "Il s'éloigne d'autres élus plus modérés qui jugent que « le temps du dialogue »<\"d'autres élus plus modérés\"> est venu.",
    'On sait que « le suspect »<"la presse locale">, comme l\'a rebaptisé la presse locale, nie tout.',
]

DASHES = [
    "{ferro|Ivo Ferro} s'est dit ouvert à une loi — réclamée par les dockers — qui ne « pèse »<ferro> sur personne.",
    'Les dockers l\'accusaient de tout – prévenu, le prélat conseilla de se taire – dans ce port : « tous savaient »<"Les dockers">.',
]


@pytest.mark.parametrize("source", [*LOST_SPACES, *CLEFTS, *OWN_SUBJECTS, *DASHES])
def test_speaker_of_what_is_set_apart(source: str) -> None:
    check(source)
