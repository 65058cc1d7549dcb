"""Speakers told around a quote: runs of quotes, the sentence before or after, quotes inside quotes, interviews."""

from __future__ import annotations

import pytest
from quote_markup import check, read

RUNS = [
    "« La nuit fut longue »<ferro>, a dit {ferro|Ivo Ferro}. « Personne n’a dormi. »<ferro>",
    "« La nuit fut longue »<ferro>, a dit {ferro|Ivo Ferro}.\n« Personne n’a dormi. Les enfants pleuraient. »<ferro>",
    "« La nuit fut longue »<ferro>, a dit {ferro|Ivo Ferro}.\n« Personne n’a dormi. »<ferro>\n« Et le "
    "jour se lève. »<ferro>",
    "« La nuit fut longue. »<ferro> « Personne n’a dormi »<ferro>, a dit {ferro|Ivo Ferro}.",
    "{ferro|Ivo Ferro} a parlé d’une nuit « longue »<ferro>. Le camp était en état de « siège permanent, "
    "sans relâche »<ferro>.",
    "{ferro|Ivo Ferro} a trouvé l’accueil « glacial »<ferro>, mais le voyage, s’il se prolonge, restera « "
    "utile »<ferro>.",
]

SIGNATURES = [
    "Le chantier reprend.\n\n« Personne n’a dormi cette nuit. »<ferro>\n{ferro|Ivo Ferro}, maçon",
    "Le chantier reprend.\n\n« Personne n’a dormi cette nuit. »<ferro>\nSigné {ferro|Ivo Ferro}",
    "Le chantier reprend.\n\n« Personne n’a dormi cette nuit. »<ferro>\nD’après {ferro|Ivo Ferro}, maçon",
]
AROUND = [
    "{ferro|Ivo Ferro} a raconté sa nuit aux secouristes. « Personne n’a dormi. »<ferro>",
    "{ferro|Ivo Ferro} a demandé la parole.\n« Personne n’a dormi. »<ferro>",
    "« Personne n’a dormi. »<ferro> La formule est d’{ferro|Ivo Ferro}.",
    "« Personne n’a dormi. »<ferro> L’appel {ferro|Ivo Ferro} sans réponse.",
    "Le camp est resté éveillé « jusqu’à l’aube »<ferro>. C’est ce qu’a assuré {ferro|Ivo Ferro}.",
    "« Personne n’a dormi. »<ferro> C’est en ces termes que {ferro|Ivo Ferro} a résumé la nuit.",
]

HEADLINES = [
    "Le refus de « plier devant le fleuve »<->\n\n{ferro|Ivo Ferro} a parlé lundi.",
    "Camp du Nord : « personne n’a dormi »<->\n\n{ferro|Ivo Ferro} a parlé lundi. Il a évoqué « une nuit "
    "longue »<ferro>.",
    "Camp du Nord : {ferro|Ivo Ferro} raconte une nuit « longue »<ferro>\n\nLe calme est revenu.",
    'Le camp ne veut pas « plier devant le fleuve »<"Le camp">, l’eau monte',
]

NESTED = [
    '« Il m’a dit : “Pars !”<"Il"> et je suis parti »<ferro>, raconte {ferro|Ivo Ferro}.',
    "« Je lui ai répondu : “Jamais !”<ferro> »<ferro>, raconte {ferro|Ivo Ferro}.",
    '« Les voisins disaient : "Il est fou"<"Les voisins"> »<ferro>, raconte {ferro|Ivo Ferro}.',
    "« {nagy|Eva Nagy} nous a dit : “Restez.”<nagy> »<ferro>, raconte {ferro|Ivo Ferro}.",
]

INTERVIEWS = [
    "{ferro|Ivo Ferro} : « La nuit fut longue »<ferro>\n\nLe Journal : Que dites-vous aux jeunes "
    "?\n\n{ferro|Ivo Ferro} : "
    "Je leur réponds : « Dormez. »<ferro>",
]


@pytest.mark.parametrize("source", RUNS)
def test_attribution_chain(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", SIGNATURES)
def test_attribution_line_that_signs(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", AROUND)
def test_attribution_told_before_or_after(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", HEADLINES)
def test_attribution_headline_without_a_speaker_stays_so(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", NESTED)
def test_attribution_quote_in_a_quote(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", INTERVIEWS)
def test_attribution_interview(source: str) -> None:
    check(source)


def test_attribution_chain_is_broken_by_another_subject() -> None:
    quotes = read(
        "« La nuit fut longue », a dit {ferro|Ivo Ferro}. Le lendemain, {nagy|Eva Nagy} a pris le relais. "
        "« Il faut tenir », a-t-elle lancé."
    )
    assert [q.speaker.entity if q.speaker else None for q in quotes] == ["ferro", "nagy"]


@pytest.mark.parametrize(
    "source",
    [
        "« La nuit fut longue »<ferro>, a dit {ferro|Ivo Ferro}. Le maire est mis en examen pour « mise en danger »<->.",
        "{ferro|Ivo Ferro} a été condamné pour des faits d’« abus de confiance »<->.",
        "« La nuit fut longue »<ferro>, a dit {ferro|Ivo Ferro}. Une enquête du chef de « faux en écriture publique »<-> est ouverte.",
        "{ferro|Ivo Ferro} accuse le maire de « mise en danger »<ferro>.",
    ],
)
def test_attribution_the_name_of_a_crime_is_nobodys_words(source: str) -> None:
    check(source)


@pytest.mark.parametrize(
    "source",
    [
        '{ferro|Ivo Ferro} aime citer un mot de son père : « Il faut tenir. »<"son père">',
        "{ferro|Ivo Ferro} préfère citer {nagy|Eva Nagy} : « Il faut tenir. »<nagy>",
        "Pour {ferro|Ivo Ferro}, cité par {+afp|l’AFP}, le danger est ailleurs : « L’eau monte. »<ferro>",
    ],
)
def test_attribution_words_that_are_cited_are_not_those_of_who_cites_them(source: str) -> None:
    check(source)


def test_attribution_clause_set_beside_has_its_own_speaker() -> None:
    check(
        "{ferro|Ivo Ferro} a vanté un accord « utile »<ferro>, tandis que sa collègue, {nagy|Eva Nagy}, s’en prenait à "
        "ceux qui « voient tout en noir »<nagy>."
    )


def test_attribution_an_outlet_is_told_again_by_a_noun_and_its_town() -> None:
    check(
        "{+aube|L’Aube nouvelle} ne décolère pas. « Rien n’a été dit »<aube>, s’indigne le quotidien de {@lima|Lima}."
    )


@pytest.mark.parametrize(
    "source",
    [
        "{jacques-chirac FR|Jacques Chirac} et {gerhard-schroder DE|Gerhard Schröder} ont parlé. « Nous avons tout dit »"
        "<jacques-chirac>, a rapporté {jacques-chirac|Chirac}. « Sans illusion »<gerhard-schroder>, a ajouté le chancelier.",
        "{emmanuel-macron FR|Emmanuel Macron} se méfie. À ses côtés, {jean-noel-barrot FR|Jean-Noël Barrot} se tait. « La "
        "France tient parole »<jean-noel-barrot>, avait dit le chef de la diplomatie française.",
    ],
)
def test_attribution_offices_that_the_table_knows_tell_two_people_apart(source: str) -> None:
    check(source)
