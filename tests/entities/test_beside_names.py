"""Names told by what stands beside them: a title or an age behind, an agency or a verb before, kin, a number."""

import pytest
from markup import check
from test_resolver import groups

from diplo_ner.entities.article import Article
from diplo_ner.entities.tagger import tag
from diplo_ner.text.words import words

PERSONS = {
    "a given name that is an outlet's": "« Je viens », rappelle [Marianne](PERSON<PER), infirmière.",
    "who speaks to a daily": "Il est fini, explique au quotidien [Ali Merad](PERSON<PER), professeur.",
    "an initial of somebody known": "Tout saute. [D. Trump](PERSON) se tait, et M. [E. Macron](PERSON) aussi.",
    "a rank in short": "Le Cpl [Aung](PERSON<LOC) l'admet.",
    "two in a duel": "Le duel [Hanin](PERSON)-[Merlet](PERSON) s'annonce rude.",
    "who heads a house since lately": "Selon le nouveau directeur du site de [Jababela](ORGANISATION) [David Quentin](PERSON), tout va.",
    "a body behind her name": "La DG [Lucie Marvan](PERSON) de [Santé Québec](ORGANISATION) part.",
    "two who sign in capitals": "Le débat est clos.\nPAR [LUCIE GEFFRIER](PERSON) ET [CHLOÉ REBAUD](PERSON)",
    "a row behind a title": (
        "Les anciens échevins [Demarcq](PERSON<LOC), [Monseux](PERSON<LOC) et [Baelen](PERSON) ont signé."
    ),
    "an apostrophe in a name": "On y voit l'effigie de [Ferhat M’hedden](PERSON<PER).",
    "heard by an agency": "Tout va, dit à l'[AFP](ORGANISATION) [Solveig Aamodt](PERSON), une trentenaire.",
    "an age behind a body of the model": "Le matelot [Kwabena Osei-Tutu](PERSON<ORG), 51 ans, a survécu.",
    "a title behind, no model": "[Nguessan Ouffouet](PERSON), économiste, en doute.",
    "no title behind a body": "L'ONG [Horizons Solidaires](ORGANISATION<ORG), présidente du collectif, proteste.",
    "a day between": "« C'est la fête », estime dimanche [Yasmina](PERSON<LOC), qui vend des beignets.",
    "an object, not a subject": "Les deux associées ont lancé [Brodelune](ORGANISATION<ORG) au printemps.",
    "a founder's firm": "Les fondatrices de [Brodelune](ORGANISATION<PER) se défendent.",
    "kin": "Les frères [Oudghiri](PERSON<LOC) ont fui.",
    "a clan": "Le clan [Oudghiri](PERSON<LOC) a fui.",
    "an office behind a name": "[Idriss Maïga](PERSON<PER) le Premier ministre a démissionné.",
    "a star of the screen": "La star de cinéma [Mireille Delmas](PERSON<PER) a témoigné.",
    "a kin noun behind": "Nul ne l'a revu. [Sékou Dembaga](PERSON<LOC), cousin du disparu, témoigne.",
    "a role in front": "Un responsable local, [Pan Weiguo](PERSON<LOC), s'est tu.",
    "behind an outlet": "Tout va, explique à [La Presse](ORGANISATION) [Solveig Aamodt](PERSON), anthropologue.",
    "a field behind its ministry": (
        "Le porte-parole du [ministère de l'Intérieur](ORGANISATION) [Iyad al-Bazzaz](PERSON<PER) l'a dit."
    ),
    "a family in Le": "Les [Le Pen](PERSON<PER) se taisent.",
    "a family with its article": "Les [Kouachi](PERSON<PER) et les [Clinton](PERSON<PER) se taisent.",
    "a given name that is a place": "« Non », dit [Virginie](PERSON<LOC), infirmière ; [Savannah](PERSON<LOC), 32 ans, part en Virginie.",
    "a mother behind a platform": "Sur [Facebook](ORGANISATION), [Sandra](PERSON<PER), la mère du disparu, écrit.",
    "a given name that opens a paragraph": "Tout va.\n[Odile](PERSON) a travaillé la nuit.\nMoins a suffi.",
    "who signs a message": "La place brûle.— [Filip](PERSON<ORG) (@Filip_R) 2 mai — [Sans Détour](ORGANISATION) (@sdt)",
    "an age behind a tour": "C'est le tour de [Mamadou](PERSON<LOC), 42 ans.",
    "a president": "On veut couper la route à [Hollande](PERSON<LOC) ; [Hollande](PERSON<LOC) se tait.",
    "a land": "La [Hollande](COUNTRY<LOC) joue demain, sans ceux qui sont issus de [Hollande](COUNTRY<LOC).",
    "kings and princes": "Le prince [Albert de Monaco](PERSON<LOC) et la reine [Sofia d'Espagne](PERSON<PER) arrivent.",
    "a particle": "Le fils de [dos Santos](PERSON<PER) se tait.",
    "a note glued to the name": "Le ministre ([Clara Wouters](PERSON<PER)-NDLR) hésite.",
    "a bracket inside a name": "Il a vu (la romancière [Ingrid](PERSON<PER)) [Solberg](PERSON<PER).",
}
NOBODY = {
    "a disease": "Il souffre de la maladie de <Whipple>(PER) et prend un <TER>(ORG).",
    "each of a town": "Il le promet à chaque <Parisien>(ORG).",
    "words that open a paragraph": "Tout va.\nSi vous partez, dites-le.\nGrâce à vous, on rit.\nJuste à côté, on dort.",
    "an exclamation": "« <Basta>(PER), basta », s'indigne-t-on. « <Wow>(PER) », dit-on. « <Ben>(PER) si », répond-on.",
    "a label to read": ">>> À <LIRE>(LOC) – le pays bouge.",
    "a label in brackets": "Ils ont dansé toute la nuit (<VIDEOS>(ORG))",
    "a spring of history": "Le <Printemps>(ORG) berbère est dans les mémoires.",
    "a road": "Ils ont barré la <RN>(ORG) 12 et la RD 7.",
    "initials that sign": "La grève est levée.\n<E. Y.>(PER)\nLes prix montent.",
    "initials before an agency": "La grève est levée.\n<R. I.>(PER)/Agences",
    "initials in a court": "Le tribunal a condamné <S.B.>(PER), 44 ans.",
    "a given name that wears an article": "Les images de la <Ville>(LOC) ne montrent rien.",
    "a car": "Une <BMW>(ORG) attend, la <BMW>(ORG) démarre, la <Mercedes>(ORG) suit.",
    "one man of a corps": "Il a frappé un <CRS>(ORG) devant 5000 <CRS>(ORG).",
    "fields in brackets": "Les deux portefeuilles (<Finances>(ORG) et <Budget>(ORG)) leur reviennent.",
    "a file and a law": "Le fichier nommé <Gasparov>(PER) et la loi « <Jihane>(PER) » existent.",
    "a handle": "— Un passant (@ClaraRoux) 2 décembre",
    "a people with its article": "Il a vécu chez les <Nambikwara Sabanê>(PER), puis chez les <Kogis>(PER).",
    "a field and a given name that is a noun": "Le ministre de la Ville [Patrick Vasseur](PERSON) parle.",
    "a heading with a preposition": "<Heurts meurtriers au Ferlo>(MISC) : le bilan",
    "an election in a heading": "<Municipales>(PER) : les maires se taisent.",
    "a sport in a heading": "<Tennis>(PER) : une finale sans vainqueur.",
    "a prayer": "On entend crier « <Allahu Akbar>(PER) » au loin.",
    "a phase": "La <Phase II>(PER) commence avant la fin de la Phase <I>(PER).",
    "a field behind its charge": "Il a quitté ses fonctions à la <Culture>(PER).",
    "a field of a region": "Elle est déléguée à l'<Intérieur>(ORG).",
    "an outlet's common noun": "Il a lu le <Panorama>(ORG) des retraites.",
}
BODIES = {
    "an outlet behind its verb": "« C'est fini », rappelle [Libération](ORGANISATION<ORG).",
    "an outlet and a day": "« On vient », a dit l'auteure de la vidéo au [Parisien](ORGANISATION<MISC) dimanche.",
    "a commission of a parliament in short": "La [commission des finances de l'Assemblée](ORGANISATION) siège.",
    "letters of a state behind a ministry": "Le [ministère des affaires étrangères des EAU](ORGANISATION) salue.",
    "the customs of a town": "La [Douane de Sfax](ORGANISATION) a tout saisi.",
    "parties of a list": "La liste [LR](ORGANISATION)-[Modem](ORGANISATION)-[UDI](ORGANISATION) gagne.",
    "the yard of a ministry": "Ils sont dans la cour du [ministère de la Santé](ORGANISATION).",
    "works in a town": "L'usine [Stellantis](ORGANISATION) de Poissy ferme.",
    "an outlet in lower case": "« l’[Obs](ORGANISATION) » révèle tout.",
    "a body and an envoy's aim": "L'envoyé de l'[ONU](ORGANISATION) pour les Grands Lacs est là.",
    "a nation that the letters hold": "La [Police nationale congolaise](ORGANISATION) ([PNC](ORGANISATION)) recule.",
    "a long name told by its letters": "L'ONG [Voix des Sans Terre pour les droits du sol](ORGANISATION) ([VSTDS](ORGANISATION<ORG)) proteste.",
    "a common front": "Le front commun [FGTB](ORGANISATION)-[CSC](ORGANISATION) proteste.",
    "letters and their town": "La [CCLS de Guelma](ORGANISATION<LOC) a collecté le blé.",
    "letters and an unknown town": "L'[APC d'Aït Sarghine](ORGANISATION<LOC) et l'[EPH Mohamed-Kaci de Bouira](ORGANISATION) ferment.",
    "the outlet of a source": "Source : [La Nouvelle République](ORGANISATION<LOC)",
    "a body by its apposition": "Selon [Vertualis](ORGANISATION<LOC), une association, rien ne va pour [Kortal](ORGANISATION<PER), une start-up.",
    "a palace that speaks": "Le [palais de l'Élysée](ORGANISATION) estime que c'est fini.",
    "a corps": "La charge des [CRS](ORGANISATION<ORG) a surpris.",
    "a firm with a family name": (
        "Le groupe [Kelfani](ORGANISATION<PER) recrute. Son PDG, [Rachid Kelfani](PERSON<PER), s'en réjouit."
    ),
    "parties of a majority": "La majorité [PS](ORGANISATION)-[MR](ORGANISATION) vote.",
    "a union and its confederation": "Le syndicat ([SCPN-Unsa](ORGANISATION<ORG)) appelle à manifester.",
    "a clause behind a union": "Le syndicat «[CGT](ORGANISATION<ORG) reste mobilisée partout» dit-il.",
    "a civility ends a body": (
        "Devant la [cour d'assises de Nivelles](ORGANISATION) Me [Clara Wouters](PERSON<PER) a plaidé."
    ),
    "an outlet told by an inverted verb": "Rien ne va, expliquait-il au [Parisien](ORGANISATION<ORG), furieux.",
    "the branch of a union": "La [CGT cheminots](ORGANISATION) appelle à la grève.",
    "the town of an institute": "L'[Institut national d'agronomie de Lakhbala](ORGANISATION) forme des ingénieurs.",
    "whom a body is for": "L'[Hôpital pour enfants de Nairobi](ORGANISATION) recrute.",
    "a mechanism": "Le [Mécanisme multilatéral de vérification](ORGANISATION) se réunit.",
    "a harbour's prefecture": "La [préfecture maritime de l'Atlantique](ORGANISATION) surveille le navire.",
    "the text of a body": "Il signe le pacte de l'<ONU>(ORG) sur les océans.",
    "letters of a state": "Les [Émirats arabes unis](COUNTRY) ([EAU](COUNTRY)) et [Bahreïn](COUNTRY) ont signé.",
    "an outlet by its last word": "Selon le site [Savane Infos](ORGANISATION<PER), il a menti.",
    "a firm in camel case": "C'est l'avis de [Marc Aubin](PERSON), président de [SondaVox](ORGANISATION<LOC).",
}
PLACES = {
    "a town hall and its mayor": "Il parle à l’[Hôtel de la Ville](PLACE<LOC), le maire à ses côtés.",
    "a lost stop": "Il vit au [Mali](COUNTRY). [Mali](COUNTRY) Faites glisser le bouton.",
    "a site with the name of a person": "Elle va au centre [Georges-Vézinat](PLACE<PER).",
    "a town with the name of a person": "La commune de [Lumumba](PLACE<LOC) et le quartier de [Kasa-Vubu](PLACE<LOC) brûlent.",
    "the town of a sub-prefect": "Le sous-préfet de [Marmande](PLACE<PER) est venu.",
    "villages in a row": "Les habitants des deux villages [Tifaout](PLACE<PER) et [Hellili](PLACE<PER) attendent au village [Tamdinte](PLACE<PER).",
    "how far it lies": "Il va à la ferme d'[El Tamsa](PLACE<PER), 10 km à l'est de [Bouira](PLACE).",
    "a town with its article": "Le maire de [Le Tavril](PLACE<MISC) est venu.",
    "a hyphen in a place": "Ils sont à [Tizi-Sarghine](PLACE<LOC) ([Tizi Ouzou](PLACE)).",
    "a palace": "La foule va vers le [palais de l'Élysée](PLACE), puis devant le palais présidentiel de l'[Élysée](PLACE).",
    "a war": "Il a fait la guerre d'[Algérie](PLACE<LOC), et craint la guerre de l'[Iran](COUNTRY<LOC) contre l'[Irak](COUNTRY<LOC).",
    "a town and a firm": "À [Vesoul](PLACE<LOC), une entreprise ferme.",
    "villages by their noun": "Il vit à [Ouled Mehdaoui](PLACE<PER), près d'[Oued Sarghine](PLACE<PER) et de [Hassi El Bey](PLACE).",
    "a tribe": "Les Ouled Mehdaoui ont quitté [Aïn Sarghine](PLACE<PER).",
    "an apostrophe before a consonant": "Les villages de [M’daouda](PLACE), [H’djitoune](PLACE<PER) et [Tamzirt](PLACE) attendent.",
    "the town of a mayor": "[George Washington](PERSON<PER) est partout. La maire de [Washington](PLACE<LOC) recule.",
    "no place of the lexicon": "[Ada Okpalaeke](PERSON<PER) part. Hommage à [Okpalaeke](PERSON<LOC), sa rivale.",
    "a glued sentence": "Un vote en [Belgique](COUNTRY<LOC)Et aussi un sommet.",
}


@pytest.mark.parametrize("sentence", PERSONS.values(), ids=PERSONS.keys())
def test_person_beside(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize("sentence", NOBODY.values(), ids=NOBODY.keys())
def test_nobody_beside(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize("sentence", BODIES.values(), ids=BODIES.keys())
def test_body_beside(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize("sentence", PLACES.values(), ids=PLACES.keys())
def test_place_beside(sentence: str) -> None:
    check(sentence, places=True)


def test_full_name_told_again() -> None:
    check(
        "[Yawovi Mensah-Kodjo](PERSON<PER) est né ici. Une plaque l'attend. "
        "Le passage de [Yawovi Mensah-Kodjo](PERSON<MISC) a marqué la ville."
    )


def test_cabinet_goes_before_the_name() -> None:
    text = "Le porte-parole du Gouvernement Kabeya l'assure."
    found = tag(Article(text, words(text)), [(text.index("Gouv"), text.index(" l'assure"), "PER")])
    assert [(text[c.start : c.end], c.type) for c in found] == [("Kabeya", "PERSON")]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[J-L. Moreau](PERSON<PER) a signé. [Jean-Luc Moreau](PERSON<PER) se tait.",
            [("Jean-Luc Moreau", ["J-L. Moreau", "Jean-Luc Moreau"])],
        ),
        (
            "[Irene Solano Vega](PERSON<PER) chante. [Irene Solano](PERSON<PER) est née à Lima.",
            [("Irene Solano Vega", ["Irene Solano Vega", "Irene Solano"])],
        ),
        (
            "Il a vu (la romancière [Ingrid](PERSON<PER)) [Solberg](PERSON<PER).",
            [("Ingrid Solberg", ["Ingrid", "Solberg"])],
        ),
        (
            "L'[Alliance des paysans](ORGANISATION<ORG) proteste. L'[Alliance](ORGANISATION<ORG) bloque la route.",
            [("Alliance des paysans", ["Alliance des paysans", "Alliance"])],
        ),
        (
            "L'[INCE](ORGANISATION<ORG) alerte. L'[Institut national de cartographie ethnique](ORGANISATION<ORG) tremble.",
            [
                (
                    "Institut national de cartographie ethnique",
                    ["INCE", "Institut national de cartographie ethnique"],
                )
            ],
        ),
        (
            "Le [Comité national des bateliers](ORGANISATION<ORG) proteste. Le [Comité des bateliers](ORGANISATION<ORG) part.",
            [("Comité national des bateliers", ["Comité national des bateliers", "Comité des bateliers"])],
        ),
        (
            "La [Céni](ORGANISATION<ORG) publie. La [Commission électorale](ORGANISATION<ORG) attend.",
            [("Commission électorale nationale indépendante", ["Céni", "Commission électorale"])],
        ),
        (
            "[CNews](ORGANISATION<ORG) a diffusé l'image. [C-News](ORGANISATION<ORG) s'excuse.",
            [("CNews", ["CNews", "C-News"])],
        ),
        (
            "Le chef de [La Nation en Marche](ORGANISATION<ORG) ([LNEM](ORGANISATION<ORG)) se tait.",
            [("La Nation en Marche", ["La Nation en Marche", "LNEM"])],
        ),
    ],
)
def test_merged(marked: str, expected: list[tuple[str, list[str]]]) -> None:
    assert groups(marked) == expected
