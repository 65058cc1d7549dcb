"""Rows, documents, owned bodies and whoever was told last: what a phrase takes up, and what it does not."""

from __future__ import annotations

import pytest
from quote_markup import check

# An ordinal counts the things told right in front of it.
THINGS = [
    "{haas|Peter Haas} dort. La note tient en trois demandes, la première visant à « fermer le port »<->.",
    "{haas|Peter Haas} dort. La note est faite d’une série de demandes, la première visant à « fermer le port »<->.",
]

# As many as a phrase counts, up to six, but for those on whom a noun depends.
ROWS = [
    "Quatre amis de {roy|Anne Roy}, l’avocat {haas|Peter Haas}, le maire {kern|Max Kern}, qui marche beaucoup, la juge "
    "{moreau|Claire Moreau} et le peintre {wagner|Karl Wagner}, signent. Les quatre signataires parlent d’« un défi »"
    "<haas>. Pour eux, c’est « un devoir »<haas>.",
    "{haas|Peter Haas}, {kern|Max Kern} et {moreau|Claire Moreau} ont écrit une tribune. Les signataires parlent d’« un "
    "défi »<haas>.",
    '{haas|Peter Haas} a écrit. Les signataires parlent d’« un défi »<"Les signataires">.',
]

# A study speaks for whose name stands beside it, and a document for the office that it is of.
DOCUMENTS = [
    "La ville doute, selon le dernier sondage {+elabe|Elabe}. « La mer monte »<elabe>, indique l’enquête.",
    "Le baromètre {+elabe|Elabe} relève « un élan »<elabe>.",
    "Le colonel {haas|Peter Haas}, porte-parole des marins, est là. « La mer monte »<haas>, dit le communiqué du "
    "porte-parole.",
    '{haas|Peter Haas} a publié un communiqué. « La mer monte »<haas>, dit-il. « C’est tout »<"le communiqué de la '
    'marine">, ajoute le communiqué de la marine.',
    '{haas|Peter Haas}, le maire, a relayé une affiche. L’affiche parle d’« un traître »<"L’affiche">.',
]

# A body that somebody owns is one the article tells him to be of; he stays foremost.
OWNED = [
    "{haas|Peter Haas}, porte-parole du {+nouveau-parti-anticapitaliste|NPA}, a parlé d’« un droit »<haas>. Son parti a nié, affirmant « ne rien "
    "savoir »<nouveau-parti-anticapitaliste>. « La mer monte »<haas>, dénonce-t-il.",
    '{haas|Peter Haas} a parlé d’« un droit »<haas>. Son parti a parlé d’« un tort »<"Son parti">. '
    "« La mer monte »<haas>, dénonce-t-il.",
]

# A movement of people told without a name is no party.
MOVEMENTS = [
    "Le mouvement des marins gagne Brest. {+la-france-insoumise|La France insoumise} est ravie. "
    '« Rendez-vous lundi »<"le mouvement">, a tweeté le mouvement.',
    "{+la-france-insoumise|La France insoumise} est ravie. « Rendez-vous lundi »<la-france-insoumise>, a tweeté le "
    "mouvement.",
]

# « celui-ci » is whom its own sentence tells last.
THE_LATTER = [
    '{haas|Peter Haas} dort. Lorsqu’il en a parlé à son capitaine, celui-ci lui a répondu : « Partez »<"celui-ci">.',
    "{kern|Max Kern}, le maire, est là. {haas|Peter Haas} dort. Quand il a vu le maire, celui-ci lui a dit : "
    "« Partez »<kern>.",
    '{haas|Peter Haas} a vu le capitaine du port. Celui-ci lui a assuré que « tout va »<"Celui-ci">.',
]

# Somebody told by "ce" and a noun is the topic of what follows.
TOPICS = [
    '{haas|Peter Haas} dort. Pour ce marin de Brest, il a tenu à dire qu’« un port est un port »<"il">.',
]

# « il n'en reste pas moins que » tells nobody.
IMPERSONAL = [
    '{haas|Peter Haas} dort. « On a froid »<"des marins">, disent des marins. Il n’en reste pas moins que la mer monte, '
    "disant que « tout va »<->.",
]

# Whoever the article calls an ambassador is no minister.
SEATS = [
    "Un mot de {haas|Peter Haas} suit. L’ambassadeur {kern|Max Kern} est convoqué. {haas|Peter Haas} l’a dit. « C’est faux »"
    "<haas>, affirme le ministre des Mines.",
]

# « la femme » is whom any noun has just brought in.
BROUGHT_IN = [
    '{moreau|Claire Moreau} dort. Le journal cite une habitante de Brest. « J’ai froid »<"la femme">, dit la femme.',
]

# Who reports behind the words, whatever the verb, is told last.
REPORTED = [
    "« On avance »<haas>, lance {haas|Peter Haas}. Il ne faudrait pas en rire, pense {kern|Max Kern}. Le port, ajoute-t-il, "
    "« est plein »<kern>.",
]


# A document is that of who reports in it, and none of several that are told.
REPORTED_IN = [
    "Une huitième personne est citée, indique le {+defense|ministère de la Défense} dans un communiqué. {haas|Peter Haas} "
    "gère un groupe qui est fait de chapitres. La mer monte. « Tout va »<defense>, précise le texte.",
]

# Of those who speak in one sentence the subject of its main clause goes on.
MAIN_CLAUSE = [
    "« On avance »<haas>, a dit {haas|Peter Haas}, répondant aux déclarations de « grève »<kern> d’{kern|Abel Kern} lors "
    "d’une fête. Il a ensuite précisé : « Tout va »<haas>.",
]


# Who has been asked or offered something answers.
ASKED = [
    "{haas|Peter Haas} est sorti. Un journaliste lui a demandé s’il partait. Il a répondu : « Jamais »<haas>.",
    "{haas|Peter Haas} écrit. {kern|Max Kern} lui a proposé un port. Il a décliné : « Trop tard »<haas>.",
    "{haas|Peter Haas} écrit. {kern|Max Kern} l’a interrogé sur le port. « C’est non »<haas>, a-t-il rétorqué.",
    "{haas|Peter Haas} écrit. {kern|Max Kern} l’a dit mardi. Il a répondu : « Trop tard »<kern>.",
    "Le juge {haas|Peter Haas} a entendu {kern|Max Kern}. « Je n’ai rien fait »<kern>, a-t-il assuré au juge.",
    "{haas|Peter Haas} a appelé {kern|Max Kern}. « Venez »<haas>, a-t-il dit à {kern|Max Kern}.",
]

# Who is told as the source at the end goes on, and who spoke goes on behind somebody who is only spoken of.
GOES_ON = [
    "{haas|Peter Haas} a menti, selon {kern|Max Kern}. « Il savait »<kern>, affirme-t-il.",
    "« On riait »<kern>, raconte {kern|Max Kern}. {haas|Peter Haas} est mort lundi. « Il me manque »<kern>, ajoute-t-il.",
    "« On riait »<kern>, raconte {kern|Max Kern}. {haas|Peter Haas} dit que tout va. « Il me manque »<haas>, ajoute-t-il.",
]

# A text is signed and comes with an annex, and nobody is.
TEXTS = [
    '{haas|Peter Haas} dort. Il s’accompagne d’une lettre. Le texte parle d’« un défi »<"Le texte">.',
]

# A noun of a body has the pronoun of its own gender.
GENDERS = [
    "{haas|Peter Haas} a saisi le {+conseil-d-etat|Conseil d’État}. La haute juridiction est lente. Elle parle d’« un excès »"
    "<conseil-d-etat>.",
]

# A given name that no entity claims has its gender; one told by it alone bears no post.
UNLISTED = [
    "{moreau|Sandra}, la mère de Teddy, écrit. Teddy est mort lundi. « Je crie »<moreau>, dit-elle.",
    '{haas|Bryan} dort. « Payez »<"le directeur">, dit le directeur.',
]

# A heading stands between a report and the same source.
SAME_SOURCE = [
    "La {+elabe|Direction des ports} a précisé mardi que le port était clos.\n\nLire aussi Un port\n\n« Rien n’ira »"
    "<elabe>, a-t-on ajouté de même source.",
]


# Bodies are counted as people are; a document of so many pages is one told before; who is met by a text has not written it.
COUNTED_BODIES = [
    "La {+cgt|CGT} et {+fo|FO} appellent à la grève. Les deux syndicats parlent d’« un recul »<cgt>.",
    "L’{+onu|ONU} a publié un rapport. Le document de 50 pages parle de « crimes »<onu>.",
    "Visé par une affiche, {haas|Peter Haas} parle d’« une chasse »<haas>. L’affiche parle d’« un traître »"
    '<"L’affiche">.',
]

# A woman may bear a masculine office, and a police officer is told by that noun.
OFFICERS = [
    "Le directeur {haas|Kebonye Haas} est là. « La mer monte »<haas>, dit-elle.",
    "Le commissaire {haas|Peter Haas} est là. {kern|Max Kern}, avocat, dort. « La mer monte »<haas>, dit l’officier.",
    "Le médecin {haas|Peter Haas} est à la radio. « La mer monte »<haas>, dit l’invité de la {+chaine-3|Chaîne 3}.",
]


# A letter is not of whom it is addressed to; a petition is of who launched it, and of no paper that prints it.
ADDRESSED = [
    "{haas|Peter Haas} a écrit une lettre aux marins. Le texte parle d’« un défi »<haas>.",
    '{haas|Peter Haas} dort. Une lettre à {kern|Max Kern} circule. Le texte parle d’« un défi »<"Le texte">.',
    "Une pétition lancée par {+greenpeace|Greenpeace} circule. Le texte parle d’« un défi »<greenpeace>.",
    'Une tribune publiée par {+liberation|Libération} circule. Le texte parle d’« un défi »<"Le texte">.',
]


# Whose child or husband was told is the parent or wife of that one.
KIN = [
    "{moreau|Claire Moreau} a perdu son fils, {haas|Peter Haas}. {haas|Peter Haas} avait dix ans. « Il riait »<moreau>, dit "
    "sa mère.",
    "{moreau|Claire Moreau} a suivi son mari, {haas|Peter Haas}. {haas|Peter Haas} est marin. « On verra »<moreau>, dit sa "
    "femme.",
    "{kern|Max Kern} a vu une femme, {moreau|Claire Moreau}. {moreau|Claire Moreau} dort. « On verra »"
    '<"son mari">, dit son mari.',
]


@pytest.mark.parametrize(
    "source",
    [
        *THINGS,
        *ROWS,
        *DOCUMENTS,
        *OWNED,
        *MOVEMENTS,
        *THE_LATTER,
        *TOPICS,
        *IMPERSONAL,
        *SEATS,
        *BROUGHT_IN,
        *REPORTED,
        *REPORTED_IN,
        *MAIN_CLAUSE,
        *ASKED,
        *GOES_ON,
        *TEXTS,
        *GENDERS,
        *UNLISTED,
        *SAME_SOURCE,
        *COUNTED_BODIES,
        *OFFICERS,
        *ADDRESSED,
        *KIN,
    ],
)
def test_anaphora_what_is_told_again(source: str) -> None:
    check(source)
