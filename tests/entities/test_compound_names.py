"""Names joined by hyphens, of treaties and wars, of sites and ways, with a letter or a branch behind them."""

import pytest
from markup import check

JOINED = [
    "Les relations [Moscou](COUNTRY)-[Ankara](COUNTRY)-[Téhéran](COUNTRY) se tendent.",
    "Le triangle [Russie](COUNTRY)-[Turquie](COUNTRY)-[Iran](COUNTRY) tient bon.",
    "Le sommet [UE](ORGANISATION)-[Ligue arabe](ORGANISATION) est reporté.",
    "Les échanges [France](COUNTRY)-[Québec](PLACE) progressent.",
    "La ligne [Lyon](PLACE)-[Turin](PLACE) divise, le vol [Paris](PLACE)-[Berlin](PLACE) aussi.",
    "Le trio [Merkel](PERSON)-[Macron](PERSON)-[Draghi](PERSON) s'est défait.",
    "Le derby [River Plate](ORGANISATION)-[Boca Juniors](ORGANISATION) est annulé.",
    "[Jean-Luc Mélenchon](PERSON) a répondu à [Nicolas Dupont-Aignan](PERSON).",
    "Le [Nord-Est](PLACE) attend, le [Sud-ouest](PLACE) du pays aussi.",
    "Le sommet [UE](ORGANISATION)-[Etats-Unis](COUNTRY) est annulé.",
    "La route [Mokolo](PLACE)-[Kaélé](PLACE) est longue, un vol [Brest](PLACE)-[Ajaccio](PLACE) est cher.",
    "Elle préside la région [Provence-Alpes-Côte d’Azur](PLACE), voisine d'[Auvergne-Rhône-Alpes](PLACE).",
    "Le duel [Mélenchon](PERSON)-[Le Pen](PERSON), ou [Le Pen](PERSON)-[Macron](PERSON), se rejoue.",
    "Il l'a dit au micro de [RTL](ORGANISATION)-[Le Figaro](ORGANISATION)-[LCI](ORGANISATION) et à [TMC](ORGANISATION)-[TF1](ORGANISATION).",
    "L'alliance [Renault](ORGANISATION)-[Nissan](ORGANISATION)-[Mitsubishi Motors](ORGANISATION) tient.",
    "Un sondage [Odoxa](ORGANISATION)-[Lumen Conseil](ORGANISATION) le donne gagnant.",
]
TREATIES_AND_WARS = [
    "Le processus d'Astana et l'accord de paix d'Alger sont caducs.",
    "La « Déclaration de Carthage » engage les signataires.",
    "Une déclaration de [Moscou](COUNTRY) est attendue.",
    "La guerre de [Syrie](PLACE) a vidé la bataille d'[Alep](PLACE) de son sens.",
    "Les soldats de la guerre de [Corée](PLACE) reviennent.",
]
SITES = [
    "Des bateaux quittent l'[île de Lesbos](PLACE) pour le [canal de Corinthe](PLACE).",
    "L'île de [Taïwan](COUNTRY) et les îles [Kouriles](PLACE) sont calmes.",
    "Des habitants du quartier sensible des [Lochères](PLACE<PER) ; aux [Lochères](PLACE<PER), la cité des [Sablons](PLACE).",
    "L'[Europe centrale et orientale](PLACE) attend, l'[Afrique centrale et australe](PLACE) aussi.",
    "Il se baigne sur la [côte basque](PLACE) et sur la côte turque.",
    "La [vallée du Jourdain](PLACE) et la [forêt de Retz](PLACE) brûlent ; la plage de [Roses](PLACE<LOC) attend.",
    "Les localités d'[El-Maâra](PLACE), [Taoura](PLACE<PER) et [Bendjita](PLACE) attendent, comme les communes de [Sidi Messaoud](PLACE) et [Djedra](PLACE<PER).",
    "La Région [Bretagne](PLACE) et la région [Occitanie](PLACE) paient ; le quartier de [Jean Petit](PERSON<PER) dort ; la cité des Papes aussi.",
    "L'autoroute <A7>(LOC) est coupée près de la [grotte de Lascaux](PLACE).",
    "Elle se présente dans le [7e arrondissement](PLACE), lui dans le [XIIe arrondissement](PLACE).",
    "Il rentre à [Washington, D.C.](PLACE) dimanche.",
    "La rumeur fait le tour d'Internet ; il voit la [tour Beffroi](PLACE) et la [passerelle Mirbeau](PLACE).",
    "L'[autoroute Laure-Gatet](PLACE) mène à l'[aéroport international Marcel-Dassy](PLACE).",
    "La réunion commence, la défense plaide.",
    "On prie à la cathédrale d'[Albi](PLACE) et à l'église de [Vaux-sur-Mer](PLACE<LOC).",
    "Le maire de [L'Île-Verte](PLACE<LOC) attend.",
    "Arrêtés au [Cap](PLACE), ils viennent du [Mans](PLACE) ; le cap est tenu.",
]
WITH_MORE = [
    "[Samsung Electronics](ORGANISATION) et [Amnesty International Ukraine](ORGANISATION) ont écrit.",
    "Les [Lakers de Los Angeles](ORGANISATION) ont gagné.",
    "Un Airbus A350 et un Boeing 737 se sont posés ; [Airbus](ORGANISATION) n'a rien dit.",
    "Les <Boeing 737 MAX>(ORG) 8 et l'<Airbus A320neo>(ORG) restent au sol.",
    "Les suspects, [Karim B.](PERSON<PER), 38 ans, et [Nadia T.](PERSON<PER), 33 ans, nient.",
    "À [Wall Street](ORGANISATION), les valeurs bancaires reculent.",
]


@pytest.mark.parametrize("marked", [*JOINED, *TREATIES_AND_WARS, *SITES, *WITH_MORE])
def test_compound_names_are_found_part_by_part_or_whole(marked: str) -> None:
    check(marked, places=True)
