"""Whose office a title is, where the table of persons or the rest of the article tells it."""

from __future__ import annotations

import pytest
from quote_markup import check

# The table tells more than the title does, as the body that somebody is the secretary-general of.
IN_TABLE = [
    "{antonio-guterres PT|António Guterres} est venu avec {jens-stoltenberg NO|Jens Stoltenberg}. "
    "« La mer monte »<antonio-guterres>, relève le patron de l’{+onu|ONU}.",
    "{antonio-guterres PT|António Guterres} est venu avec {jens-stoltenberg NO|Jens Stoltenberg}. "
    "« On avance »<jens-stoltenberg>, relève le secrétaire général de l’{+otan|Otan}.",
    "{valerie-pecresse FR|Valérie Pécresse} est venue. {roy|Anne Roy} chante. « Nous sommes prêts »"
    "<valerie-pecresse>, a dit la présidente de la région {@ile-de-france|Île-de-France}.",
]

# The head of a government is of the state whose people were told before, though his name comes last.
TOLD_LAST = [
    "{emmanuel-macron FR|Emmanuel Macron} se tait. « C’est grave »<edouard-philippe>, déplore le Premier ministre. Il est "
    "là. « On tient »<edouard-philippe>, dit {edouard-philippe FR|Édouard Philippe}.",
    '{joe-biden US|Joe Biden} se tait. « C’est grave »<"le Premier ministre">, déplore le Premier ministre. La mer monte. '
    "« On tient »<edouard-philippe>, dit {edouard-philippe FR|Édouard Philippe}.",
]

# Nobody is told by the very noun that the incise has.
SAME_NOUN = [
    "{edouard-philippe FR|Édouard Philippe} arrive. Le Premier ministre a esquissé un port « tout neuf »"
    "<edouard-philippe>, a déclaré le Premier ministre.",
]


@pytest.mark.parametrize("source", [*IN_TABLE, *TOLD_LAST, *SAME_NOUN])
def test_anaphora_holder_of_an_office(source: str) -> None:
    check(source)
