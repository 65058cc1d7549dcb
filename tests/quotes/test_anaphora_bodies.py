"""Pronouns where a body and somebody are told, bodies by the beginning of their names, and who speaks in a document."""

from __future__ import annotations

import pytest
from quote_markup import check

BODY_OR_PERSON = [
    "{ferro|Ivo Ferro} a dénoncé la « lâcheté »<ferro> des siens. Faut-il un fichier, comme le réclame le syndicat "
    "{+union|Union}? « On verra »<ferro>, a-t-il répondu.",
    "« Le nombre augmente »<ferro>, a dit {ferro|Ivo Ferro}. Le {+hcr|HCR} fait état de cent départs. Le port est vide. "
    "En clair : « nous perdons tout »<ferro>, avance-t-il.",
    "« Non »<ferro>, a dit {ferro|Ivo Ferro}. Le {+parti-socialiste|PS} a réagi. Il dénonce « une honte »<parti-socialiste>.",
]

BEGINNINGS = [
    "« C’est triste »<ferro>, a dit {ferro|Ivo Ferro} à la {+cea|conférence épiscopale albanaise}. La conférence "
    "épiscopale évoque « une occasion »<cea>.",
]

IN_DOCUMENT = [
    "« Nous refusons »<union>, écrit dans une résolution l’{+union|Union des dockers}. Le port se tait. « Le nom doit "
    "changer »<union>, selon cette résolution.",
]


@pytest.mark.parametrize("marked", [*BODY_OR_PERSON, *BEGINNINGS, *IN_DOCUMENT])
def test_bodies(marked: str) -> None:
    check(marked)
