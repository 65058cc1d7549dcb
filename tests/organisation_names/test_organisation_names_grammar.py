"""Names of bodies by their grammar, and acronyms that a text explains, in sentences made for these tests."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_ner.lexicon.acronyms import find_acronyms
from diplo_ner.lexicon.check import read_table, require
from diplo_ner.lexicon.org_heads import FOLLOWERS, GENDERS, heads, word_classes
from diplo_ner.organisation_names.grammar import find_organisation_names
from diplo_ner.organisation_names.spans import OrganisationName
from diplo_ner.text.words import words

_MARKED = re.compile(r"\[([^\]]+)\]")


def plain(marked: str) -> tuple[str, list[str]]:
    """A sentence without its square brackets, and what stood inside them."""
    return _MARKED.sub(r"\1", marked), _MARKED.findall(marked)


def bodies(text: str) -> list[OrganisationName]:
    return find_organisation_names(text, words(text))


def found(text: str) -> list[str]:
    return [text[body.start : body.end] for body in bodies(text)]


# What stands in square brackets is a name, nothing else of the sentence is.
POSITIVE = [
    # ministries and departments
    "Le [ministère de l'Intérieur] a reçu les préfets.",
    "Selon le [ministère de la défense], deux soldats ont péri.",
    "Le [ministère russe des Affaires étrangères] proteste.",
    "Une note du [ministère des Affaires étrangères] russe circule.",
    "Le [ministère de l’Économie et des Finances] revoit sa prévision.",
    "Le [ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation] ouvre un concours.",
    "Le [ministère de la Condition féminine] a signé la charte.",
    "Le [ministère des Affaires étrangères de Norvège] convoque l'ambassadeur.",
    "La porte-parole du [département d'État] américain a répondu.",
    "Le [département américain de la Justice] poursuit la banque.",
    "Le [département de la Défense des États-Unis] a livré les drones.",
    "Au [secrétariat d'État aux Anciens combattants], on se tait.",
    "Le [Haut-Commissariat aux réfugiés] manque de tentes.",
    "L'[Office fédéral de la statistique] publie ses chiffres.",
    # town halls, sees and schools: by their town, their patrons, the things they are called after
    "La [mairie de Guéret] et l'[évêché de Mende] attendent, le [rectorat de Limoges] aussi.",
    "La [Mairie de Bayeux] ouvre une enquête, l'[institut de Katmandou] dément.",
    "La [conférence épiscopale] chilienne et la [Conférence épiscopale d'Irlande] se taisent.",
    "La [convention citoyenne pour le littoral] siège.",
    "L'[école des Glycines] rouvre, le [collège des Bruyères] attend.",
    "Le [lycée Lucie et Raymond Aubrac] et le [collège Irène et Frédéric Joliot-Curie] ferment.",
    # bodies in lower case: by a nation, a county, their letters
    "La [banque centrale chilienne] baisse son taux.",
    "La [police du comté de Brandow] et la [police de l'État de Selmar] enquêtent.",
    "Le [bureau du shérif du comté de Lorwick] l'a libéré.",
    "L'[institut islandais de volcanologie] (VIZ) alerte.",
    "Le [service fédéral de météorologie] (Meteostal) l'admet.",
    "Le [parti de la concorde et du travail] (PCT) recule.",
    "La [commission électorale] publie les résultats.",
    "La [commission d'enquête de l'ONU sur la Syrie] accuse le régime.",
    "La [caisse primaire d'assurance maladie] rembourse, la [caisse d'allocations familiales de Pau] attend.",
    # units with their number
    "Le [9e régiment d'infanterie de marine] part ; la [52e brigade] reste.",
    "Il joue en 3e division, son frère sert dans la [3e division blindée].",
    # where a name ends
    "Le [ministère de la Défense] traîne les pieds, le [ministère de l'Intérieur] peine.",
    "La [Haute autorité] de falsifier les chiffres ? Personne n'y croit.",
    "L'[Union des jeunes avocats] proteste.",
    "L'[Institut de développement d'outre-mer] se tait.",
    "L'université d'été du mouvement s'ouvre.",
    "Le [Pôle national de lutte contre la fraude] enquête.",
    # parties
    "Le [Parti travailliste] de Mary Smith recule.",
    "Le [parti conservateur] a perdu trois sièges.",
    "Les députés du [Parti populaire] espagnol ont quitté la salle.",
    "Le [Parti communiste chinois] tient son congrès.",
    "Le [Parti pour la renaissance de la nation] a été dissous.",
    "Le [Front de libération de l'Oubangui] signe la trêve.",
    "Le [Mouvement pour la justice et le progrès] boycotte le scrutin.",
    "Le président du [groupe socialiste] a demandé la parole.",
    "Le président du [groupe UMP] a quitté l'hémicycle.",
    "Le [Rassemblement pour la démocratie au Gabon] présente douze listes.",
    "Il dirige l'[University College Hospital de Londres] et le [Middle East Security Center de Beyrouth].",
    "La [mairie de Lyon] a fermé le parc ; selon la [mairie de Nantes] et un agent de la [mairie de Lille], tout va bien.",
    "La [commission Transport] se réunit, la [commission Culture et Éducation] du matin aussi.",
    # parliaments and their organs
    "Le vote de la [commission judiciaire] est attendu.",
    "Il parlait devant la [commission judiciaire du Sénat], mardi.",
    "Le [Comité judiciaire du Sénat des États-Unis] l'a entendu.",
    "La [commission de la défense du parlement allemand] s'inquiète.",
    "La [commission des lois de l'Assemblée nationale] l'auditionne.",
    "La [commission de politique extérieure du Conseil national] hésite.",
    "Le [comité exécutif de l'OLP] s'est réuni à Ramallah.",
    "Le [bureau politique du Hamas] rejette l'offre.",
    "Une loi de l'[Assemblée nationale du Québec] fixe le quota.",
    "Le [conseil municipal de Toulouse] a tranché.",
    # courts
    "La [Cour suprême de New York] a suspendu le décret.",
    "La [Cour suprême] américaine se prononcera en juin.",
    "La [cour d'appel de Paris] a confirmé la peine.",
    "Le [tribunal correctionnel de Lille] l'a relaxé.",
    "Le [parquet de Bruxelles] ouvre une enquête.",
    "La [Cour africaine des droits de l'homme et des peuples] a été saisie.",
    # international bodies
    "Le [Conseil des droits de l'Homme de l'ONU] a voté.",
    "L'[Organisation pour l'interdiction des armes chimiques] envoie une équipe.",
    "L'[Organisation pour la sécurité et la coopération en Europe] observe le vote.",
    "La [Mission des Nations unies en Haïti] plie bagage.",
    "La [Force intérimaire des Nations unies au Liban] patrouille.",
    "L'[Agence internationale de l'énergie] revoit la demande.",
    "La [Banque africaine de développement] prête.",
    # associations, agencies, research
    "L'[Association des leaders religieux du Mali] condamne l'attaque.",
    "La [Fédération belge du secteur financier] se dit prudente.",
    "La [Confédération générale des planteurs] appelle à la grève.",
    "Le [Comité national républicain] recrute.",
    "Le [Conseil national syrien] siège à Istanbul.",
    "Selon l'[Observatoire syrien des droits de l'homme], dix villages sont tombés.",
    "La [Commission des pêches et de la faune de Floride] ferme la plage.",
    "L'[Agence nationale de gestion des catastrophes] compte les blessés.",
    "La [Fondation nationale des sciences naturelles de Chine] finance le projet.",
    "La [Banque centrale] russe relève son taux.",
    # universities and schools
    "Elle enseigne à l'[université de Genève].",
    "Il dirige un laboratoire de l'[université américaine de Beyrouth].",
    "Il fut élève de l'[école Maxwell de l'Université de Syracuse].",
    "Un sondage du [Centre de recherche politique de l’Université du Suffolk] le donne gagnant.",
    "Professeur à l'[Université Paris 8], elle publie beaucoup.",
    "La [fondation Kesselring] a payé le voyage.",
    "Deux élèves du [lycée Camille-Vernet] ont été interpellés.",
    # English heads
    "La [National Science Foundation] a doublé son aide.",
    "Il travaille au [Center for Strategic Biodefense Studies].",
    "Un expert de la [Northbridge University] en doute.",
    "Une étude de l'[University of the Pacific] le montre.",
    "Le [Russian Foreign Ministry] a publié la photo.",
    "Une [National Water Commission sur les barrages du Nord] verra le jour.",
    # the text explains an acronym, and so where the name ends
    "Le [Mouvement des forces vives capables] (MFVC) se retire.",
    # others
    "L'[Église orthodoxe] se divise.",
    "Les [Forces armées révolutionnaires de Colombie] ont signé.",
    "La [Marine allemande] attend sa frégate.",
    # directorates, offices and courts of a province or a town
    "Selon la [direction des services agricoles] de la wilaya, la récolte est bonne.",
    "Un agent de la [direction des Douanes de la wilaya de Blida] l'a confirmé.",
    "La [direction de la santé et de la population] alerte, la [direction des transports] aussi.",
    "Le directeur de l'[office du tourisme de Guelma] et le juge du [tribunal de Souk Naâmane] se taisent.",
    "Un employé de l'[agence locale de l'emploi] et l'[office national des forêts] en conviennent.",
    "L'[ADE de Skikda] coupe l'eau, et l'[IHU de Marseille] la fait analyser.",
    "Le congrès de l'[union de wilaya de l'UGTA] est clos.",
    "Un élu de l'[assemblée populaire communale d'Azazga] proteste.",
    "Le [ministère tadjik des situations d'urgence] dépêche des secours.",
    "Le [commissariat aux droits de l'homme du Conseil de l'Europe] s'en inquiète.",
    "Le [Conseil interprofessionnel de la filière avicole] et l'[Union de la filière lait] se réunissent.",
    "Le [consortium du fromage de Modène] porte plainte.",
    "Le [tribunal correctionnel du Mans] l'a relaxé, la [sûreté de wilaya de Guelma] enquête.",
    "Le [Syndicat des travailleurs et travailleuses] signe.",
    "Le directeur de l'[hôpital central de Yaoundé] démissionne.",
    "Il est curé de la [paroisse Saint-Jean de Nantes Ouest].",
    "Elle enseigne au [lycée Wallon de Lille], il est soigné à l'[hôpital militaire de Bégin].",
    "Le [Conseil régional Auvergne-Rhône-Alpes] vote son budget.",
    "L'affaire va devant la 16e chambre du [tribunal correctionnel de Lille].",
]

# No body is named here, or only by one common noun, or by another module's means.
NEGATIVE = [
    "Le plus grave vient du tribunal de Manhattan.",
    "Le convoi part en direction de la santé, sous la direction de la culture.",
    "La création d'une nouvelle agence fédérale de protection est à l'étude.",
    "Le DSA de Guelma n'a pas répondu.",
    "Le parti n'a pas répondu.",
    "La commission se réunit demain.",
    "La mairie et l'évêché de la ville attendent, un institut de Paris aussi.",
    "Le comité a écouté les témoins.",
    "L'armée a quitté la ville.",
    "L'armée russe avance.",
    "Le gouvernement russe dément.",
    "L'ambassade de Russie a brûlé.",
    "La diplomatie américaine hésite.",
    "Le ministère a refusé de commenter.",
    "Un ministère de la Parole n'existe pas.",
    "La ministre des Affaires étrangères est attendue.",
    "Le ministre sénégalais des Forces armées l'a dit.",
    "Le ministre de l'Intérieur a démissionné.",
    "Le secrétaire d'État a téléphoné.",
    "Le conseil des ministres est reporté.",
    "Le Conseil des ministres est reporté.",
    "Le conseil d'administration a voté.",
    "Il siège au conseil de son village.",
    "Une banque a fermé ses guichets.",
    "La banque de la rue Haute a fermé.",
    "Il a ouvert un compte en banque.",
    "Le centre de la ville est bloqué.",
    "Le groupe a publié ses comptes.",
    "Un groupe de rebelles a pris le pont.",
    "Le groupe Renardeau a publié ses comptes.",
    "Elle est candidate à la mairie de Lyon, devant la mairie de Rennes, et vit dans la municipalité de Rawdon.",
    "L'agence Reuters le rapporte.",
    "Une agence fédérale de protection des consommateurs verrait le jour.",
    "L'union fait la force.",
    "Parti de Lyon, il arrive à pied.",
    "Parti de rien, il a tout gagné.",
    "Partie remise pour les joueurs.",
    "Force est de constater que rien ne bouge.",
    "Centre de toutes les attentions, elle sourit.",
    "Front commun contre la vie chère.",
    "Cour pleine, salle comble.",
    "La chambre de l'hôtel était vide.",
    "La cour de l'école est fermée.",
    "Les écoles ont fermé.",
    "Le collège a brûlé.",
    "La société civile se mobilise.",
    "Le bureau de vote a ouvert tard.",
    "La ligue arrive en tête de gondole.",
    "Le front de l'est tient bon.",
    "Le tribunal l'a relaxé.",
    "La garde à vue est levée.",
    "La police a tiré.",
    "L'assemblée s'est levée.",
    "Le mouvement de grève continue.",
    "Une coalition de mécontents gronde.",
    "La Ligue des champions reprend mardi.",
    "La Fédération de Russie a signé.",
    "L'Union soviétique n'est plus.",
    "L'Union sacrée a tenu deux ans.",
    "Le service des urgences est plein.",
    "L'office du dimanche est annulé.",
    "Direction la plage pour tous.",
    "Le fonds de l'air est frais.",
    "Alliance impossible entre les deux rivaux.",
]


@pytest.mark.parametrize("marked", POSITIVE)
def test_org_grammar_finds_the_name_whole(marked: str) -> None:
    text, names = plain(marked)
    assert found(text) == names


@pytest.mark.parametrize("text", NEGATIVE)
def test_org_grammar_finds_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "country", "generic"),
    [
        ("Le ministère russe des Affaires étrangères proteste.", "RU", False),
        ("Le ministère des Affaires étrangères russe proteste.", "RU", True),
        ("Le ministère des Affaires étrangères proteste.", None, True),
        ("La Cour suprême américaine a tranché.", "US", True),
        ("La Cour suprême a tranché.", None, True),
        ("L'Association des avocats du Mali condamne.", "ML", False),
        ("La Fédération belge des brasseurs condamne.", "BE", False),
        ("Le Conseil de sécurité de l'ONU condamne.", None, False),
        ("Le ministère congolais de la Santé alerte.", None, False),
    ],
)
def test_org_grammar_tells_whose_it_is(text: str, country: str | None, generic: bool) -> None:
    (body,) = bodies(text)
    assert (body.country, body.generic) == (country, generic)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "le Parlement européen et la Commission européenne",
            ["Parlement européen", "Commission européenne"],
        ),
        ("le ministère de la Défense et la Cour suprême", ["ministère de la Défense", "Cour suprême"]),
        ("le retrait du Parti vert\nDe la Cour suprême", ["Parti vert", "Cour suprême"]),
        ("Le\u00a0ministère de l’Intérieur\u00a0dément", ["ministère de l’Intérieur"]),
        ("« Le ministère de l'Intérieur » a menti", ["ministère de l'Intérieur"]),
    ],
)
def test_org_grammar_ends_at_borders(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_org_grammar_offsets_index_the_text() -> None:
    text = "\ufeff😀 Le Parti populaire\r\nespagnol, la commission judiciaire du Sénat\u00a0: rien."
    assert found(text) == ["Parti populaire", "commission judiciaire du Sénat"]


@pytest.mark.parametrize("text", ["", "Ministère", "ministère de", "Parti", "Université de", "Commission sur la", "("])
def test_org_grammar_broken_ends_do_no_harm(text: str) -> None:
    assert found(text) == []
    assert find_acronyms(text, words(text)) == []


_PIECES = st.sampled_from(
    [
        *list(heads())[:40],
        "de",
        "du",
        "la",
        "l'",
        "Sénat",
        "ONU",
        "russe",
        "et",
        ",",
        "(",
        ")",
        "New",
        "York",
        "\n",
        "Parti",
    ]
)


@given(st.lists(_PIECES, max_size=25))
def test_org_grammar_bodies_are_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    past = 0
    for body in bodies(text):
        assert past <= body.start < body.end <= len(text)
        assert text[body.start : body.end] == text[body.start : body.end].strip()
        past = body.end


@pytest.mark.parametrize(
    "unit",
    [
        "Le ministère de l'Intérieur, de la Justice et de la Défense de la commission de la commission de l'ONU. ",
        "commission du parlement de la commission du Parti ",
    ],
)
def test_org_grammar_time_grows_with_the_text(unit: str, seconds_of) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        split = words(text)
        return seconds_of(lambda: (find_organisation_names(text, split), find_acronyms(text, split)))

    seconds(60)
    short, long = (min(pair) for pair in zip(*((seconds(60), seconds(480)) for _ in range(2)), strict=True))
    assert long < 8 * 2.5 * max(short, 0.004)


# Heads and words in the data files.


def test_org_heads_table_has_no_problem() -> None:
    table = read_table("diplo_ner.lexicon", "org_heads.csv")
    french = [
        *table.shape_problems(),
        *table.missing(("head", "gender")),
        *table.not_among("gender", GENDERS),
    ]
    require(french)
    kinds = {
        kind for _, row in table.rows for column in ("capital", "lower") for kind in row[column].split("|") if kind
    }
    assert kinds == FOLLOWERS


def test_org_heads_stand_once() -> None:
    table = read_table("diplo_ner.lexicon", "org_heads.csv")
    seen = [(row["head"], row["gender"] == "en") for _, row in table.rows]
    assert len(set(seen)) == len(seen)


def test_org_words_do_not_contradict_each_other() -> None:
    classes = word_classes()
    assert not classes.adjectives & classes.never
    assert not classes.adjectives & classes.plain


# Acronyms.


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("l'Union européenne (UE) hésite", "Union européenne", "UE"),
        (
            "de l'Organisation du traité de l'Atlantique nord (Otan)",
            "Organisation du traité de l'Atlantique nord",
            "Otan",
        ),
        (
            "la Communauté économique des États de l'Afrique de l'Ouest (Cédéao)",
            "Communauté économique des États de l'Afrique de l'Ouest",
            "Cédéao",
        ),
        (
            "le CEDE (Conseil des études et du développement économiques) dit",
            "Conseil des études et du développement économiques",
            "CEDE",
        ),
        ("la Force conjointe (FC-G5S) patrouille", "Force conjointe", "FC-G5S"),
        ("le Fonds monétaire international (FMI) prête", "Fonds monétaire international", "FMI"),
        ("le Mouvement des entreprises de France (Medef)", "Mouvement des entreprises de France", "Medef"),
        ("le parti socialiste (PS) recule", "parti socialiste", "PS"),
        (
            "les Forces démocratiques syriennes (FDS, à majorité kurde)",
            "Forces démocratiques syriennes",
            "FDS",
        ),
        (
            "L’OPEP (Organisation des pays exportateurs de pétrole) pompe",
            "Organisation des pays exportateurs de pétrole",
            "OPEP",
        ),
        ("Human Rights Watch (HRW) alerte", "Human Rights Watch", "HRW"),
        (
            "la Coordination des mouvements de l'Azawad (CMA)",
            "Coordination des mouvements de l'Azawad",
            "CMA",
        ),
    ],
)
def test_acronyms_explained(text: str, long: str, short: str) -> None:
    ((a, b, c, d),) = find_acronyms(text, words(text))
    assert (text[a:b], text[c:d]) == (long, short)


@pytest.mark.parametrize(
    "text",
    [
        "le député de la Drôme (LR) a voté contre",
        "une organisation non gouvernementale (ONG) proteste",
        "l'organisation non gouvernementale (ONG) proteste",
        "la Politique agricole commune (PAC) coûte cher",
        "les Violences faites aux aînés (VFA) augmentent",
        "le Premier ministre (photo) est venu",
        "le président de la région (PS) démissionne",
        "le sommet de Vilnius (11 et 12 juillet)",
        "Moscou (Russie) se tait",
        "les États-Unis (et leurs alliés) partent",
        "le Fonds monétaire international (BCE) prête",
        "une parenthèse (qui ne se ferme pas",
        "(UE)",
        "()",
    ],
)
def test_acronyms_not_explained(text: str) -> None:
    assert find_acronyms(text, words(text)) == []
