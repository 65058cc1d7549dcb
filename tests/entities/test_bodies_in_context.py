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
    "Dans l'[Écho](ORGANISATION), on doute ; dans le [Morgen](ORGANISATION) aussi.",
    "En [Belgique](COUNTRY), l'élue du [cdH](ORGANISATION<ORG) se tait ; en [France](COUNTRY), le patron des [Républicains](ORGANISATION<ORG) [Paul Ménard](PERSON<PER) parle.",
    "Le quai est fermé ; le [quai d'Orsay](ORGANISATION) a répondu.",
    "Le [FRONL](ORGANISATION) ([Front de renouveau pour la liberté et le progrès](ORGANISATION)) a été dissous.",
    "Le [Bureau national de vigilance contre le trafic](ORGANISATION) et l'[ONU](ORGANISATION) enquêtent.",
    "Le [Parti de la justice](ORGANISATION) d'extrême droite a perdu.",
    "L'ONG [Caritas Nova](ORGANISATION) s'alarme ; le directeur de [Caritas Nova](ORGANISATION<LOC) se tait.",
    "La [Felorta](ORGANISATION<LOC) ([Fédération lorraine des transporteurs et des taxis](ORGANISATION)) a écrit.",
    "Il l'a dit à l'[AFP](ORGANISATION).Selon [RSF](ORGANISATION).L'[Algérie](COUNTRY) se tait.",
    "À l'[Élysée](ORGANISATION), on assure que rien ne presse, a-t-on précisé à l'[Élysée](ORGANISATION).",
    "Il l'a avoué à [Mediapart](ORGANISATION) [Jean Petit](PERSON<PER), avocat.",
    "La présidente de [Vitadom](ORGANISATION<PER) et le directeur de [Carbosol](ORGANISATION<PER) se taisent.",
    "Elle a publié Brumaison ([Sabinède](ORGANISATION<PER), 2014) et « La Nuit » ([Grandval](ORGANISATION), 2017).",
    "L'élu [Carlo Di Stefano](PERSON<PER) ([cdH](ORGANISATION)) et [Anna Roux](PERSON<PER) ([LR](ORGANISATION)) votent.",
    "[Icelandair](ORGANISATION) ([Islande](COUNTRY), 3), [Flynord](ORGANISATION<LOC) ([Danemark](COUNTRY), 2) et [Volaris](ORGANISATION) volent.",
    "Une journaliste de [Gazeta Lubuska](ORGANISATION<PER) appelle ; la [direction des services agricoles](ORGANISATION) ([DSA](ORGANISATION)) se tait.",
    "La [Réserve fédérale](ORGANISATION) américaine attend, [Paul Roux](PERSON<PER), des [Jeunes agriculteurs](ORGANISATION), aussi.",
    "Il l'a dit sur [BFMTV](ORGANISATION<ORG) Le montant est élevé.",
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
    "Le système Licence-Maîtrise-Thèse (LMT) déçoit.",
    "Le futur système mobile de détection (<Smod>(LOC)) vole, puis le <Smod>(LOC) se pose.",
    "Me [de Vaudreuil](PERSON) plaide, le général [de Castelmore](PERSON) écoute, le général [Février](PERSON<PER) aussi.",
    "La politique générale de [Jean Petit](PERSON<PER) et le délégué général du port.",
    "Le vote est reporté. ([ats](ORGANISATION)/[nxp](ORGANISATION))",
    "Elle conduit une <Ferrari>(ORG), il loue un <Airbnb>(ORG) pour 900 <MAD>(ORG).",
    "Des cocktails <Molotov>(PER) ont volé ; il se prend pour <James Bond>(PER) et lit Google Maps.",
    "Le Grand débat national (GDN) commence, puis le <GDN>(ORG) lasse.",
    "Le ministre chargé des relations avec le <Parlement>(ORG) et les bons du <Trésor américain>(ORG).",
    "Après l'acte <XI>(PER), le calme revient ; l'ancien pilote du <Dakar>(LOC) dort.",
    "Le comte de <Paris>(LOC) reçoit la duchesse de <Cambridge>(PER).",
    "Le Koweïtien [Walid](PERSON<PER) et [Falah](PERSON<PER) l'Irakien attendent à l'Élysée.",
    "Le maire de Lima [Quispe](PERSON<PER) se tait, le député du Val-d'Oise [Paul Vernier](PERSON<PER) aussi.",
]


@pytest.mark.parametrize("marked", BODIES + NONE)
def test_bodies_are_told_by_their_surroundings(marked: str) -> None:
    check(marked)
