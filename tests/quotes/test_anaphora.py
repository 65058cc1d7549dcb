"""Pronouns, titles and descriptions that lead to somebody told before."""

from __future__ import annotations

import pytest
from quote_markup import check, marked

from diplo_ner.lexicon.persons import by_id
from diplo_ner.quotes.attribution import framed
from diplo_ner.quotes.grammar.source import Source
from diplo_ner.quotes.marks.passages import passages
from diplo_ner.quotes.reader import name_spans
from diplo_ner.tables import cell_list, rows
from diplo_ner.text.words import words

PRONOUNS = [
    "{moreau|Claire Moreau} a pris la parole. « C’est fini »<moreau>, a-t-elle dit.",
    "{moreau|Claire Moreau} a reçu {haas|Peter Haas}. « C’est fini »<moreau>, a-t-elle dit. « Pas si vite "
    "»<haas>, a-t-il répondu.",
    "{moreau|Claire Moreau} a assuré qu’elle n’avait « rien signé »<moreau>.",
    "{haas|Peter Haas} a reçu {kern|Max Kern}. Ce dernier a parlé d’« un bon début »<kern>.",
    "{haas|Peter Haas} a été reçu par {kern|Max Kern}. Son hôte a parlé d’« un ami »<kern>.",
    "Le vote de {haas|Peter Haas} semble acquis. « J’ai choisi »<haas>, a-t-il confié.",
    "{haas|Peter Haas} et {moreau|Claire Moreau} ont dîné. « Rien de grave »<moreau>, a-t-elle dit.",
    "La {:suede SE|Suède} attend. Elle refuse de « payer pour tous »<suede>.",
    'Un ancien guide a tout vu. « Ils riaient »<"il">, a-t-il raconté.',
    'Le chauffeur de {haas|Peter Haas} a tout vu. « Ils riaient »<"il">, a-t-il raconté.',
    "{haas|Peter Haas} a reçu {moreau|Claire Moreau}. « On avance »<haas>, a ajouté celui-ci.",
    "Selon {moreau|Claire Moreau}, rien ne presse : « On avance »<moreau>, a-t-elle dit.",
    "{haas|Peter Haas} a reçu {kern|Max Kern}. « On avance »<kern>, a dit le second.",
    "Les {:usa US|États-Unis} hésitent. Ils parlent d’« une pause »<usa>.",
    "« On avance »<haas>, a-t-il dit. {haas|Peter Haas} sortait de table.",
    "{haas|Peter Haas} n’a rien signé. À l’en croire, le texte est « illisible »<haas>.",
]

CLAUSES = [
    "Et si {kern|Max Kern} parle d’« un rêve »<kern>, {haas|Peter Haas} se tait. « On avance »<haas>, dit-il.",
    "Selon {haas|Peter Haas}, {kern|Max Kern} est « un rêveur »<haas>. « Il dort »<haas>, dit-il.",
    '{kern|Max Kern} se tait. L’un d’eux hésite. « On avance »<"il">, dit-il.',
    '{haas|Peter Haas} se tait. La diplomatie suédoise dénonce « une faute »<"La diplomatie suédoise">. '
    'Elle parle d’« un rêve »<"Elle">.',
    '{haas|Peter Haas} se tait. Le traité demande « une pause »<"Le traité">. Il réclame « un pas »<"Il">.',
    "{haas|Peter Haas} se tait. L’{+universite-oslo|Université d’Oslo} ferme. Il parle d’« un rêve »<haas>.",
    "{haas|Peter Haas} doute. {kern|Max Kern} signe. Selon lui, {kern|Kern} est « un rêveur »<haas>.",
    "{haas|Peter Haas} se lève. « On avance »<haas>, lance celui qui dirige le port avec {kern|Max Kern}.",
    "L’administration {kern|Kern} hésite, selon {haas|Peter Haas}. Il parle d’« un rêve »<haas>.",
]

PAIRS = [
    "{haas|Peter Haas} et {moreau|Claire Moreau} ont dîné. Ils parlent d’« un rêve »<haas>.",
    "Le maire {haas|Peter Haas} et la préfète {moreau|Claire Moreau} ont dîné. « On avance »<haas>, ont-ils dit.",
    "{haas|Peter Haas} a reçu {moreau|Claire Moreau}. Les deux dirigeants parlent d’« un rêve »<haas>.",
    "{haas|Peter Haas} a reçu {kern|Max Kern}. Les deux hommes ont dîné. Ils parlent d’« un rêve »<haas>.",
    "{haas|Peter Haas} a dîné avec {kern|Max Kern}. Ils parlent d’« un rêve »<haas>.",
    "La {:suede SE|Suède} attend le {:danemark DK|Danemark}. Avec la {:finlande FI|Finlande}, les deux pays parlent "
    "d’« un rêve »<suede>.",
    'Des pêcheurs attendent {haas|Peter Haas}. Ils parlent d’« un rêve »<"Ils">.',
    '{haas|Peter Haas} a reçu des pêcheurs. Deux hommes parlent d’« un rêve »<"Deux hommes">.',
]

TITLES = [
    "Le ministre des Eaux {haas|Peter Haas} est venu. « On avance »<haas>, a dit le ministre.",
    "Le ministre autrichien des Affaires étrangères, {haas AT|Peter Haas}, est venu. « On avance »<haas>, "
    "a dit le chef de la "
    "diplomatie autrichienne.",
    "{haas|Peter Haas}, président de la région, a reçu {kern|Max Kern}, maire du bourg. « Merci »<kern>, "
    "a dit le maire.",
    "La chancelière {moreau DE|Claire Moreau} a reçu le président {kern PL|Max Kern}. « Merci »<moreau>, "
    "a dit la cheffe du "
    "gouvernement. « À bientôt »<kern>, a répondu le chef de l’État.",
    "Le secrétaire d’État américain {haas US|Peter Haas} a vu son homologue suédois {berg SE|Nils Berg}. "
    "« Merci »<haas>, a dit le "
    "chef de la diplomatie américaine. « À bientôt »<berg>, a dit son homologue suédois.",
    "La {+federation|Fédération des bateliers} est réunie. La fédération exige « des quais »<federation>.",
    "Le président {haas AT|Peter Haas} a reçu le président {kern PL|Max Kern}. « Merci »<kern>, a dit le "
    "président polonais.",
    "Le président {donald-trump|Donald Trump} a reçu le président {emmanuel-macron|Emmanuel Macron}. « Merci »<donald-trump>, "
    "a dit le locataire de la {+maison-blanche|Maison-Blanche}.",
    "Face au président polonais, {haas AT|Peter Haas} a souri. Le président polonais, {kern|Max Kern}, est venu. « Merci "
    "»<kern>, a dit le président polonais.",
    "Le président du Conseil européen, {haas|Peter Haas}, et la présidente de la Commission européenne, "
    "{moreau|Claire Moreau}, sont venus. « Merci »<moreau>, a dit la présidente de l’exécutif européen.",
    "« Merci »<haas>, a dit le président français {haas|Peter Haas}.",
    "Le haut-commissaire aux réfugiés, {haas|Peter Haas}, a reçu {kern|Max Kern}, préfet. « Merci »<haas>, a dit le patron du "
    "{+hcr|HCR}.",
    "L’émissaire de l’{+onu|ONU}, {haas|Peter Haas}, a reçu {kern|Max Kern}, préfet. « Merci »<haas>, a dit l’émissaire "
    "onusien.",
    "« Merci »<haas>, a dit la porte-parole du gouvernement {haas|Claire Haas}.",
    '« Merci »<"un porte-parole du président suédois d’extrême droite Peter Haas">, a dit un porte-parole du président '
    "suédois d’extrême droite {haas|Peter Haas}.",
    "Le ministre des Affaires étrangères et de la Défense, {haas|Peter Haas}, a reçu le ministre de la Défense norvégien, "
    "{kern|Max Kern}. Puis {haas|Haas} a dîné. Le ministre des Affaires étrangères parle d’« un rêve »<haas>.",
    "Le président {haas SE|Peter Haas} a reçu {kern|Max Kern}, président du parlement européen. « Merci »<kern>, a dit le "
    "président du parlement européen.",
    "L’ambassadeur de {:suede SE|Suède} à Oslo, {haas|Peter Haas}, a reçu {kern|Max Kern}. « Merci »<haas>, a dit le "
    "représentant diplomatique suédois.",
    "Le négociateur et ministre suédois {haas|Peter Haas} a reçu {kern|Max Kern}. « Merci »<haas>, a dit le ministre.",
    "{haas|Peter Haas}, cardinal-secrétaire d’État, a reçu {kern|Max Kern}, préfet. « Merci »<haas>, a dit le secrétaire "
    "d’État.",
    "Le général français {haas|Peter Haas} a parlé d’« un pas »<haas>.",
    "Selon l’ambassadeur {haas|Peter Haas}, {kern|Max Kern} est venu. « Merci »<haas>, a dit l’ambassadeur.",
    "Le patron de l’{+aiea|AIEA}, {haas|Peter Haas}, est venu. Le directeur général de l’{+aiea|AIEA} a "
    "parlé d’« un pas »<haas>.",
]

BODIES = [
    "L’{+fmi|FMI} a publié ses prévisions. L’institution de {@washington|Washington} parle d’« un rêve »<fmi>.",
    "{+nordlys|Nordlys}, une entreprise de pêche, a répondu. La société parle d’« un rêve »<nordlys>.",
    "L’{+elysee|Élysée} relativise. La présidence française parle d’« un rêve »<elysee>.",
    "{+onu|L’ONU} a répondu. {haas|Peter Haas} se tait. L’organisation parle d’« un rêve »<onu>.",
    'L’{+elysee|Élysée} relativise. La présidence polonaise parle d’« un rêve »<"La présidence polonaise">.',
    'L’{+onu|ONU} a répondu. L’entreprise parle d’« un rêve »<"L’entreprise">.',
]

DOCUMENTS = [
    "Dans un communiqué, la {+nordlys|Nordlys} parle d’« un rêve »<nordlys>. Le texte évoque « un pas »<nordlys>.",
    "{haas|Peter Haas} a envoyé une lettre à la mairie. Il neige. La lettre évoque « un pas »<haas>.",
    "« On avance »<moreau>, écrit {moreau|Claire Moreau}. « Et vite »<moreau>, ajoute le message.",
    "« On avance »<nordlys>, indique un communiqué de la {+nordlys|Nordlys}. « Et vite »<nordlys>, poursuit le communiqué.",
    "Le traité de {+nordlys|Nordlys} est signé. Dans un message, {haas|Peter Haas} s’en félicite. Le texte évoque « un pas »"
    '<"Le texte">.',
]

TOLD_LATER = [
    "La chancelière a parlé d’« un rêve »<angela-merkel>. {angela-merkel|Angela Merkel} visitait Lübeck.",
    "« On avance »<haas>, assure le préfet de la région\n{haas|Peter Haas} recevait la presse.",
    "Le président russe a parlé d’« un pas »<vladimir-poutine>. Rien de neuf. Le soir, {haas|Peter Haas} dînait avec "
    "{vladimir-poutine|Vladimir Poutine}.",
    'La chancelière a parlé d’« un rêve »<"La chancelière">. {haas|Peter Haas} visitait Lübeck.',
]

PARTIES = [
    "{donald-trump|Donald Trump} a reçu {joe-biden|Joe Biden}. Le démocrate a parlé d’« un rêve »<joe-biden>.",
    "{joe-biden|Joe Biden} a reçu {donald-trump|Donald Trump}. Le candidat républicain a parlé d’« un rêve »<donald-trump>.",
    '{donald-trump|Donald Trump} a parlé. Le candidat démocrate a dénoncé « une farce »<"Le candidat démocrate">.',
]

DESCRIPTIONS = [
    "{kern|Max Kern} se tait. Le livre du journaliste {haas|Peter Haas} paraît. {kern|Kern} doute. L’auteur parle d’« un "
    "rêve »<haas>.",
    "{haas|Peter Haas} s’est levé. « Je pars »<haas>, a dit l’académicien.",
    "{moreau|Claire Moreau} a gagné la course. La championne de 24 ans parle d’« un rêve »<moreau>.",
    "{haas|Peter Haas} s’est levé. « Je pars »<haas>, a dit l’ancien banquier.",
    "{haas SE|Peter Haas} s’est levé. Le Suédois a parlé d’« un rêve »<haas>.",
    "{haas|Peter Haas} s’est levé. Le Lyonnais a parlé d’« un rêve »<haas>.",
    "« Je pars »<haas>, a dit {haas|Peter Haas}. Le député de {@lille|Lille} a parlé d’« un rêve »<haas>.",
]

NOBODY_KNOWN = [
    '{haas US|Peter Haas}, diplomate américain, s’est levé. « Non »<"le secrétaire d’État américain">, a dit le secrétaire '
    "d’État américain.",
    'Le président a parlé d’« un rêve »<"Le président">. {haas|Peter Haas}, son chauffeur, dormait.',
    "Faut-il y voir « un tournant décisif »<-> ? {haas|Peter Haas} en doute.",
    '{haas|Peter Haas} s’est levé. « Non »<"un diplomate">, a dit un diplomate.',
    '{haas|Peter Haas} s’est levé. « Non »<"la porte-parole de la mairie">, a dit la porte-parole de la mairie.',
    '{haas|Peter Haas} s’est levé. « Non »<"la diplomatie suédoise">, a dit la diplomatie suédoise.',
    '{haas|Peter Haas} s’est levé. « Non »<"elle">, a-t-elle dit.',
    'Un responsable a parlé. « Non »<"ce responsable">, a répété ce responsable. {haas|Peter Haas} écoutait.',
    '{moreau|Claire Moreau} s’est levée. « Non »<"le ministre turc">, a dit le ministre turc.',
    '{haas|Peter Haas} s’est levé. « Non »<"son avocat">, a dit son avocat.',
]


@pytest.mark.parametrize("source", PRONOUNS)
def test_anaphora_pronoun(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", TITLES)
def test_anaphora_title_that_the_article_has_taught(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", CLAUSES)
def test_anaphora_pronoun_and_the_clauses_before(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", PAIRS)
def test_anaphora_two_who_are_told_together(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", BODIES)
def test_anaphora_body_told_again(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", DOCUMENTS)
def test_anaphora_document_speaks_for_its_owner(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", TOLD_LATER)
def test_anaphora_title_that_stands_before_the_name(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", PARTIES)
def test_anaphora_party_supports_and_vetoes(source: str) -> None:
    check(source)


def test_party_table_names_known_people_of_its_country() -> None:
    for row in rows("diplo_ner.quotes", "parties.csv"):
        for ident in cell_list(row["persons"]):
            person = by_id(ident)
            assert person is not None and person.country == row["country"], (row["party"], ident)


@pytest.mark.parametrize("source", DESCRIPTIONS)
def test_anaphora_description(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", NOBODY_KNOWN)
def test_anaphora_no_fit_is_no_guess(source: str) -> None:
    check(source)


OFFERED = [
    "{kern|Max Kern} a fondé le journal en 1950. Retiré à la campagne, sans écrire, il recevait {haas|Peter Haas}. "
    "{haas|Peter Haas} lui proposa un poste. « Non »<kern>, répondit-il.",
]


@pytest.mark.parametrize("source", OFFERED)
def test_anaphora_who_is_offered_something_answers(source: str) -> None:
    check(source)


def test_anaphora_a_gender_does_not_depend_on_what_was_asked_before() -> None:
    told = marked("M. {ferro|Ferro} est venu. La ministre {ferro|Ferro} a parlé de « la crue ».")
    genders = set()
    for titles_first in (False, True):
        found = passages(told.text)
        source = Source(told.text, words(told.text), found, name_spans(told.entities))
        discourse = framed(source, range(len(found))).discourse
        if titles_first:
            assert discourse.titles()["ferro"]
        genders.add(discourse.gender(told.entities[0]))
    assert genders == {"m"}
