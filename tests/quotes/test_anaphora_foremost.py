"""Who an office, a noun of a body or a pronoun takes up where an article tells several it might be."""

from __future__ import annotations

import pytest
from quote_markup import check

TOWNS = [
    "{haas US|Peter Haas} a parlé. Les vitrines ont cédé. « C’est interdit »<\"le préfet de Paris\">, dit le préfet de "
    "{@paris|Paris}.",
    "La ministre allemande des Affaires étrangères, {moreau|Claire Moreau}, a reçu la ministre suédoise des Affaires "
    "étrangères, {roy|Anne Roy}. « La mer monte »<moreau>, dit la principale diplomate de {@berlin|Berlin}.",
]


@pytest.mark.parametrize("source", TOWNS)
def test_offices_capital_tells_their_state(source: str) -> None:
    check(source)
