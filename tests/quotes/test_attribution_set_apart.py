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


@pytest.mark.parametrize("source", [*LOST_SPACES, *CLEFTS])
def test_speaker_of_what_is_set_apart(source: str) -> None:
    check(source)
