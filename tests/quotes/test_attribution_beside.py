"""Speakers told beside the quoted words: incises, parentheses, dashes, sources, colons."""

from __future__ import annotations

import pytest
from quote_markup import check, read

INCISES = [
    "« Rien n’est joué »<okoye>, a déclaré {okoye|Ada Okoye}.",
    "« Rien n’est joué »<okoye>, a ainsi déclaré mardi soir, devant la presse, {okoye|Ada Okoye}.",
    "« Rien n’est joué »<okoye>, a déclaré à la radio nationale {okoye|Ada Okoye}, la porte-parole du mouvement.",
    '« Le port restera ouvert »<"on"> plutôt que la gare, dit-on.',
    "« Le port restera ouvert »<brandt> jusqu’à l’été, a tenu à préciser {brandt|Jonas Brandt}.",
    "« Le port restera ouvert »<ministere>, a fait savoir le {+ministere|ministère des Transports}.",
    '« Nous partons »<"un officier de la garnison">, souffle un officier de la garnison.',
    '« Nous partons »<"l’un des délégués">, a lancé l’un des délégués.',
    '« Nous partons »<"le maire de la commune voisine">, s’est exclamé le maire de la commune voisine.',
    "« Nous partons »<silva>, a aussi semblé se réjouir {silva|Rita Silva}.",
    "« Assez de discours »<silva>, s’emporte {silva|Rita Silva} à la tribune.",
    "« Assez de discours ! »<silva> {silva|Rita Silva} a-t-elle répliqué.",
    "« Assez de discours »<silva>, vient d’annoncer {silva|Rita Silva} dans un message.",
    "« Assez de discours »<silva>, avait-elle prévenu. {silva|Rita Silva} parlait à ses troupes.",
    "Le {+tribunal|Tribunal suprême} a « rejeté la requête »<ministere>, a annoncé le "
    "{+ministere|ministère de la Justice}.",
    "La hausse serait « passagère »<lund>, a estimé {lund|Karin Lund}, mais « il faut tenir »<lund>.",
    "Les taux, a rappelé {lund|Karin Lund}, ne bougeront « pas avant l’automne »<lund>.",
    "« La digue, explique {lund|Karin Lund}, ne tiendra pas un hiver de plus. »<lund>",
    "« Moi, dit-elle, je reste au village avec les miens. »<lund> {lund|Karin Lund} n’ira pas plus loin.",
    "« Le pont sera refait, a promis le maire, {costa|Hugo Costa}. Il le faut. »<costa>",
    "« Le pont sera refait »<costa> {costa|Hugo Costa} a dit lundi.",
    "« Le pont sera refait »<costa>, a promis peu après 3h00 le secrétaire général de la ligue, {costa|Hugo Costa}.",
    "« Le pont sera refait »<costa>, a dénoncé l’un de ses dirigeants, {costa|Hugo Costa}.",
    "« Le pont sera refait »<costa>, a assuré à son arrivée M. {costa|Costa}.",
    "« Le pont sera refait »<costa>, nous dit {costa|Hugo Costa}, pontonnier, un casque sous le bras.",
    "{lund|Karin Lund} se tait. « Le pont sera refait »<okoye>, avait averti sa numéro deux, {okoye|Ada Okoye}.",
    "Le patron de l’agence, {costa|Hugo Costa}, a vu le chantier. « C’est un vol de nuit »<costa>, a imagé l’Argentin.",
]

AUTHORS = [
    "La {+ligue|Ligue du Nord} voit dans ce départ « une amputation »<lund>. Le mot est de {lund|Karin Lund}.",
    "L’opposition crie au « coup de force »<okoye>. L’expression est d’{okoye|Ada Okoye}.",
    "La {+ligue|Ligue du Nord} dénonce « une amputation »<ligue>. Le mot est sur toutes les lèvres.",
]

SUBJECTS_OF_THEIR_OWN = [
    "« Mon fils est mort »<lund>, murmure {lund|Karin Lund}. Dans la rue, des centaines de voisins ont défilé aux cris de "
    '« Plus jamais »<"des centaines de voisins">.',
    "La socialiste {lund|Karin Lund} salue « un bel effort »<lund> ; l’{+upn|UPN} {costa|Hugo Costa} ironise sur "
    "« des vacances »<costa>.",
    "L’accord signé le 12 juillet à {@port|Port-Neuf}, et que le {+parti|Parti du peuple} a rejeté « en bloc »<parti>, "
    "est mort.",
    "Le ministre {costa|Hugo Costa} s’est exprimé par vidéo, comme {lund|Karin Lund}, pour laquelle le chantier doit "
    "rester « dirigé par les siens »<lund>.",
    "Les travaux ont cessé, la {+ville|Ville haute} se disant convaincue qu’un accord est « à portée de main »<ville> "
    "tandis que la {+ligue|Ligue du Nord} réclame « des actes »<ligue>.",
    "Dans l’ombre, {costa|Hugo Costa} tient les rênes. Lors d’un rare discours, l’oligarque avait dénoncé « le parti de "
    "la peur »<costa>.",
    "{costa|Hugo Costa} est venu sauver l’accord, que le {+parti|Parti du peuple} a rejeté « en bloc »<parti>.\n\n"
    "« Je ne force personne »<costa>, a-t-il assuré.",
]

FORMER_OFFICES = [
    "{lund SE|Karin Lund}, la présidente, a promis son veto. « Cette loi est mauvaise »<lund>, a fait valoir l’ancienne "
    "diplomate française. Elle sait que la majorité passera outre : « C’est symbolique. »<lund>",
]

BESIDE = [
    "« Une page se tourne »<costa> ({costa|Hugo Costa})",
    "« Une page se tourne »<costa> — {costa|Hugo Costa}, maire",
    "« On ne lâche rien »<costa>: {costa|Hugo Costa} promet de rebâtir le pont",
    "{costa|Hugo Costa} : « Nous rebâtirons le pont »<costa>",
    "Inondations : « Nous rebâtirons le pont »<->",
    "Inondations : {costa|Hugo Costa} promet « un pont neuf »<costa>",
    "{costa|Hugo Costa} « refuse de céder »<costa>",
    "La ville « exige des comptes »<-> après la crue",
]

SOURCES = [
    "Selon {lund|Karin Lund}, la récolte sera « très mauvaise »<lund>.",
    "La récolte sera « très mauvaise »<lund>, selon {lund|Karin Lund}.",
    'La récolte sera « très mauvaise »<"une source proche du dossier">, selon une source proche du dossier.',
    "D’après {lund|Karin Lund}, experte à l’institut, la récolte sera « très mauvaise »<lund>.",
    "Pour {lund|Karin Lund}, les Voisins « jouent avec le feu »<lund>.",
    "Pour le ministre de l’Agriculture {costa|Hugo Costa}, c’est « une année noire »<costa>.",
    "Pour la première fois, {costa|Hugo Costa} a parlé d’« une année noire »<costa>.",
    "Aux yeux de {costa|Hugo Costa}, l’accord reste « bancal »<costa>.",
    "À en croire {costa|Hugo Costa}, l’accord reste « bancal »<costa>.",
    "De l’avis de {costa|Hugo Costa}, l’accord reste « bancal »<costa>.",
    "{costa|Hugo Costa}, pour qui l’accord est « bancal »<costa>, ne viendra pas.",
    "Il y aurait, selon les mots de {costa|Hugo Costa}, « un avant et un après »<costa>.",
    "Les casques bleus ont commis « des fautes »<rapport>, selon un rapport de l’{+rapport|Inspection générale}.",
    "{lund|Karin Lund} a salué, selon la même source, « le rôle pivot »<lund> du port.",
    'Le port jouerait, selon la même source, « un rôle pivot »<"la même source">.',
    "Le barrage sera bâti selon un calendrier que l’on dit « tenable, mais tendu, très tendu »<->.",
]

RELAYS_OF_A_CLAUSE = [
    "Comme l’a souligné {lund|Karin Lund}, la récolte est « très mauvaise »<lund>.",
    "Ainsi que le note {lund|Karin Lund}, la récolte est « très mauvaise »<lund>.",
    "La récolte est « très mauvaise »<lund>, comme le rappelle {lund|Karin Lund}.",
    'La récolte est « très mauvaise »<"source paysanne">, a-t-on appris mardi de source paysanne.',
    "Selon nos informations, {lund|Karin Lund} dit la récolte « très mauvaise »<lund>.",
]

RELAYS = [
    "« Je pars »<silva>, a dit {silva|Rita Silva}, a indiqué l’{+agence|AFP}.",
    "Selon le {+journal|Washington Post}, {silva|Rita Silva} a dit que la partie était « perdue »<silva>.",
    'Lundi soir, rapporte {+chaine|France 24}, les mineurs ont scandé « du pain »<"les mineurs">.',
    "Le chantier « prendra son temps »<agence>, a écrit l’{+agence|AFP}.",
    "Le chantier est « à l’arrêt »<silva>, juge {silva|Rita Silva}, indique un communiqué.",
]

COLONS = [
    "{silva|Rita Silva} a déclaré : « La route est longue. »<silva>",
    "{silva|Rita Silva} a précisé que les deux routes restaient fermées : « La neige décide. »<silva>",
    "{silva|Rita Silva} n’a pas fermé la porte : « Tout est possible. »<silva>",
    "Le ministre a rencontré {silva|Rita Silva}, qui a déclaré : « Tout est possible. »<silva>",
    "Exaspérée, {silva|Rita Silva} a eu cette formule devant un élève qui lui demandait son avis : « Tout "
    "est possible. »<silva>",
    "Comme le rappelle {silva|Rita Silva}, cheffe du service : « Tout est possible. »<silva>",
    "Interrogée sur le budget, {silva|Rita Silva} a répondu par une boutade : « Demandez à mon banquier. »<silva>",
    "Réponse de {silva|Rita Silva}, à la sortie : « Demandez à mon banquier. »<silva>",
    "Et {silva|Rita Silva} d’ajouter : « Demandez à mon banquier. »<silva>",
    "« Je suis ruinée »<silva>, sourit {silva|Rita Silva}. Et de conclure : « Demandez à mon banquier. »<silva>",
    "{silva|Rita Silva} l’a redit à Oslo : son pays n’a « aucun char »<silva> à la frontière.",
    "Il a convaincu la présidente du club, {silva|Rita Silva}, de promettre : « Nous paierons. »<silva>",
    "{silva|Rita Silva} a hoché la tête en affirmant : « Nous paierons. »<silva>",
    "La suite, c’est « du vent »<->.",
]


@pytest.mark.parametrize("source", INCISES)
def test_attribution_incise(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", AUTHORS)
def test_attribution_author_named_in_the_next_sentence(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", SUBJECTS_OF_THEIR_OWN)
def test_attribution_clause_with_a_speaker_of_its_own(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", FORMER_OFFICES)
def test_attribution_former_office_under_another_flag(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", BESIDE)
def test_attribution_headline_parenthesis_and_dash(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", SOURCES)
def test_attribution_source(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", RELAYS_OF_A_CLAUSE)
def test_attribution_report_beside_the_clause(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", RELAYS)
def test_attribution_outlet_that_relays(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", COLONS)
def test_attribution_colon(source: str) -> None:
    check(source)


def test_attribution_names_its_rule_and_cue() -> None:
    (quote,) = read("« Rien n’est joué », a toutefois déclaré {okoye|Ada Okoye}.")
    assert quote.rule == "incise-noun"
    assert quote.cue == "a toutefois déclaré"
    assert quote.speaker is not None
    assert quote.speaker.text == "Ada Okoye"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("« Oui », a dit M. {costa|Costa}.", "Costa"),
        ("« Oui », a dit le {+kremlin|Kremlin}.", "Kremlin"),
        ("« Oui », a dit le ministre de l’Agriculture.", "le ministre de l’Agriculture"),
        ("« Oui », a dit le ministre français {costa|Hugo Costa}.", "Hugo Costa"),
        ("« Oui », a-t-il dit.", "il"),
        ("« Oui », ont dit plusieurs témoins de la scène.", "plusieurs témoins de la scène"),
        ("« Oui », a déclaré M. Zbrolk à la presse.", "Zbrolk"),
    ],
)
def test_attribution_words_that_name_the_speaker(source: str, words: str) -> None:
    (quote,) = read(source)
    assert quote.speaker is not None
    assert quote.speaker.text == words


@pytest.mark.parametrize(
    "source",
    [
        "« Tout va bien »<ferro>, a déclaré le président de la {+bf|Banque du Fleuve} (BF), {ferro|Ivo Ferro}.",
        "Selon l’émissaire de la {+bf|Banque du Fleuve} ({+bf|Bafle}) pour le Nord, {ferro|Ivo Ferro}, « tout va bien »<ferro>.",
    ],
)
def test_attribution_an_acronym_in_brackets_does_not_part_an_office_from_its_holder(source: str) -> None:
    check(source)


def test_attribution_incise_inside_with_an_office() -> None:
    check(
        "{nagy|Eva Nagy}, ancienne ambassadrice, reçoit chez elle. {ferro|Ivo Ferro} passait par là. « C’est une vraie "
        "différence de culture, tranche l’ancienne ambassadrice. Les uns croient à la parole. »<nagy>"
    )


@pytest.mark.parametrize(
    "source",
    [
        "L’{+union|Union du Fleuve} (UF) « condamne fermement »<union> le putsch.",
        "Pour {ferro|Ivo Ferro} ({+bf|Banque du Fleuve}), « la crue sera longue »<ferro>.",
        "« Une dérive »<ferro>, a dénoncé le président (PDF) du conseil, {ferro|Ivo Ferro}.",
        "Même son de cloche chez {ferro|Ivo Ferro} : « Personne n’y croit. »<ferro>",
        "Le ton est plus dur du côté d’{ferro|Ivo Ferro} : « Personne n’y croit. »<ferro>",
    ],
)
def test_attribution_brackets_and_echoes(source: str) -> None:
    check(source)
