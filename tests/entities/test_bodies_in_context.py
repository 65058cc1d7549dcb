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
    "Le groupe paramilitaire [Wagner](ORGANISATION) et les rebelles [houthis](ORGANISATION) se taisent.",
    "Contacté par [Libération](ORGANISATION), il nie ; il l'avait admis auprès de [Libération](ORGANISATION).",
    "Selon [Le Temps](ORGANISATION), rien ne presse.",
    "Elle reste à [Matignon](ORGANISATION) jusqu'en juin.",
    "Social - La [CGT](ORGANISATION) appelle à cesser le travail.",
    "« J'attends », a déclaré à l'[AFP](ORGANISATION) [Hakim Syahril](PERSON<ORG), étudiant de 21 ans.",
    "Une usine [Renault](ORGANISATION) ferme à Flins.",
    "La [Ville de Montréal](ORGANISATION) refuse, la ville de Montréal attend.",
]
NONE = [
    "Le chef d'état-major des armées, le général [Pierre Duval](PERSON), est parti.",
    "Les <ministres des Affaires étrangères>(ORG) de [Jordanie](COUNTRY), d'[Égypte](COUNTRY) et du [Koweït](COUNTRY) se voient.",
    "Le ministre de l'<Économie et des Finances>(ORG) a démissionné.",
    "Le chef du commandement militaire américain se félicite.",
    "« C'est fini », a déclaré [Bagus Wira Santoso](PERSON), porte-parole du port.",
    "Le Conseil d'administration a levé dix millions de livres Sterling.",
    "On lit dans la Bible, et dans le Nord, que tout passe.",
    "Le procureur de la <République de Nouméa>(LOC), [Yves Carrel](PERSON<PER), se tait.",
    "L'université d'été s'ouvre dans le Bureau ovale.",
    "Le Dr [Obiang](PERSON<PER) l'a dit, a relevé M [Rioult](PERSON<PER).",
    "Une ville, [Lille](PLACE), attend ; un journal attend aussi.",
]


@pytest.mark.parametrize("marked", BODIES + NONE)
def test_bodies_are_told_by_their_surroundings(marked: str) -> None:
    check(marked)
