"""Bodies and outlets told by what stands beside them, and what looks like one and is none."""

import pytest
from markup import check

BODIES = [
    "Le [tribunal des mineurs de Thiès](ORGANISATION) et l'[université de technologie de Nanyang](ORGANISATION) se taisent.",
    "Le [fonds monétaire international](ORGANISATION) a saisi la [cour internationale de justice](ORGANISATION).",
    "Le [Centre d'études et de recherches sur le désert](ORGANISATION) publie une note.",
    "Une ONG locale, [Sable Clair](ORGANISATION), dénonce ces rafles.",
    "L'organisme [Terre Vive](ORGANISATION) et le groupe minier [Zangas](ORGANISATION) s'opposent.",
    "Il l'a répété dans le [Parisien](ORGANISATION), puis dans le [Monde](ORGANISATION) de mardi.",
    "Le rapport du « [Times](ORGANISATION) » maintient.",
]
NONE = [
    "Le chef d'état-major des armées, le général [Pierre Duval](PERSON), est parti.",
    "Les <ministres des Affaires étrangères>(ORG) de [Jordanie](COUNTRY), d'[Égypte](COUNTRY) et du [Koweït](COUNTRY) se voient.",
    "Le ministre de l'<Économie et des Finances>(ORG) a démissionné.",
    "Le chef du commandement militaire américain se félicite.",
    "On lit dans la Bible, et dans le Nord, que tout passe.",
    "Une ville, [Lille](PLACE), attend ; un journal attend aussi.",
]


@pytest.mark.parametrize("marked", BODIES + NONE)
def test_bodies_are_told_by_their_surroundings(marked: str) -> None:
    check(marked)
