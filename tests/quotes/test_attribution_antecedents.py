"""Who is meant where no name stands beside the words: seats, owners, sources told again, sides, lists, distant nouns."""

from __future__ import annotations

import pytest
from quote_markup import check

from diplo_ner import extract

SEATS = [
    "À {+elysee|l’Élysée}, on affirme la nécessité de « l’unité »<elysee>.",
]

OWNERS = [
    "Les Vingt-Sept se savent dans le viseur de {reyes|Luis Reyes}, qui promet une réponse « très ferme »<reyes>.",
    "{reyes|Luis Reyes} a justifié la rupture par « des actes hostiles »<reyes> remontant, selon ses dires, à l’été.",
    "{reyes|Luis Reyes} juge que les alliés ne sont « pas fiables »<reyes> depuis l’accord signé en 2015.",
]

AGAIN = [
    "« C’est un succès »<reyes>, a indiqué {reyes|Luis Reyes}. « Tout va bien »<reyes>, ajoute la même source.",
    "« C’est un échec »<reyes>, a déclaré {reyes|Luis Reyes}. "
    "« La colère va durer »<reyes>, a ajouté ce membre emblématique de la filière.",
    "Elle avait jugé la réforme « injuste »<reyes> dans un entretien. Revoici {reyes|Anne Reyes}, souriante.",
    "Lors de la visite de {reyes|Anne Reyes} à Kiev, la dirigeante a promis une « aide durable »<reyes>.",
    "{sato|Ken Sato} veut réformer l’école, a annoncé jeudi son porte-parole {reyes|Luis Reyes}. "
    "« Ce sera une révolution »<reyes>, a-t-il ajouté.",
]

SUBJECTS = [
    "{roy|Anne Roy} prend le train. « J’ai peur »<roy>, confie {roy|Anne Roy}. {:espagne ES|L’Espagne} entre dans ce "
    "qu’elle appelle « la nouvelle norme »<espagne>.",
    "Ses rivaux {haas|Luc Haas}, du parti bleu, et {sato|Ken Sato}, du parti vert, ont perdu. « J’ai déçu »<haas>, a "
    "déclaré le premier en s’inclinant. Le second parle d’« un échec »<sato>.",
    "{haas|Luc Haas} est défendu par plusieurs avocats dont Me {kern|Max Kern} qui ne nie pas l’attaque. "
    "« Le chien avait peur »<kern>, rappelle-t-il.",
    "{haas|Luc Haas} est défendu par Me {kern|Max Kern}, qui affirme le contraire. « Il a peur »<kern>, rappelle-t-il.",
    "L’offre est close, a dit {sato|Ken Sato}, porte-parole du {+bureau|Bureau du port}, cité par {+reuters|Reuters}. "
    "L’agence officielle avait qualifié {reyes|Luis Reyes} de « fou »<reuters>.",
]

DOCUMENTS = [
    "Selon l’{+ofce|OFCE}, la croissance reviendra. La même note explique que « le pire est passé »<ofce>.",
    "Une étude a été publiée. D’après l’{+ofce|OFCE}, la ville grandit. « Tout manque »<ofce>, lit-on dans le même "
    "rapport.",
    "Le {+ministere|ministère de l’Éducation} ouvre des camps. {ferro|Ivo Ferro} s’en réjouit. "
    "« Tout est prêt »<ministere>, souligne un communiqué du ministère.",
    "{ferro|Ivo Ferro} hésite. Portée par trois associations, {+terre|Terre d’ici}, {+mer|Mer du Nord} et "
    "{+vent|Vent debout}, la pétition veut « sauver la mer »<terre>.",
    "{ferro|Ivo Ferro} hésite, a dit le ministre. Portée par trois associations, la pétition réclame "
    '« une loi »<"la pétition">.',
    'Les experts ont rendu leur étude. La même étude juge la ville « perdue »<"La même étude">.',
]

FIRMS = [
    "Le constructeur {+volkar|Volkar} se défend. {ferro|Ivo Ferro} rit. « Tout va »<volkar>, dit le constructeur.",
    "Le fournisseur d’accès {+volkar|Volkar} se défend. « Tout va »<volkar>, dit l’opérateur.",
    "« Tout va »<volkar>, dit le fournisseur d’accès {+volkar|Volkar}.",
    "L’industriel {ferro|Ivo Ferro} dirige {+volkar|Volkar}. « Tout va »<ferro>, dit l’industriel.",
    "Le groupe {+volkar|Volkar} se défend. Le géant automobile parle d’« un accident »<volkar>.",
    "L’{+onu|ONU} s’inquiète. L’organisation parle d’« un drame »<onu>. L’{+ue|UE} se tait. Elle avait promis "
    "« une réponse »<ue>.",
]

BODIES = [
    "« Il va mieux »<sainte>, révèle l’hôpital. Selon l’hôpital berlinois de la {+sainte|Sainte-Ida}, il vivra.",
    "Le parquet a parlé d’une « faute »<parquet>. Le {+parquet|parquet de Nice} jugera en mai.",
    'L’université a parlé d’une « faute »<"L’université">. L’{+nice|université de Nice} et l’{+lyon|université de Lyon} '
    "se taisent.",
    'La diplomatie russe a parlé d’une « faute »<"La diplomatie russe">. La diplomatie de l’{+ue|UE} se tait.',
]

SIDES = [
    '« C’est une honte »<"un pilier LREM">, lâche un pilier LREM à l’Assemblée.',
    'Le ministre, ex-PS et proche de {sato|Ken Sato}, s’est emporté : « C’est un ami, vous savez »<"Le ministre">.',
    'Mardi, un compte {+twitter|Twitter} utilisant sa photo a tweeté : « Je soutiens le président »<"un compte Twitter">.',
    '« Une contrition apparente »<"le magistrat">, pour le magistrat. Il a demandé vingt ans.',
]

CLAUSES = [
    'La Suisse avait admis « une faute »<"La Suisse"> en expliquant que ces douaniers ne savaient rien, '
    "mais {reyes|Luis Reyes} avait aussi dénoncé une « manœuvre »<reyes>.",
    "Critiquant les mesures annoncées par {sato|Ken Sato}, « trop coûteuses »<reyes>, {reyes|Luis Reyes} veut une pause.",
    "{reyes|Luis Reyes} a estimé que « tout va bien »<reyes> et suggéré de « créer un corps »<reyes> par les élus.",
    'La majorité du Conseil, dont la France, la Chine et la Russie, a plaidé « la patience »<"La majorité du Conseil">.',
    'Le patron se sent stigmatisé par cette fermeture totale « alors qu’on a tout fait »<"Le patron">.',
    "{reyes|Luis Reyes} a fustigé la méthode : {sato|Ken Sato} « a tenté de faire taire le Parlement »<reyes>.",
    "C’est probable, comme l’a décidé l’Union, estime {reyes|Luis Reyes}, « mais rien n’est fait »<reyes>.",
    "Les salariés ont appris que {reyes|Luis Reyes} jugeait le projet « crédible »<reyes>.",
    "Le maire, {reyes|Luis Reyes}, a salué la remise de « la sécurité des ports »<reyes>, selon un communiqué officiel.",
    "{reyes|Luis Reyes} a dit que le nombre était, semble-t-il, très élevé : « une centaine d’hommes »<reyes>.",
    "Cela ne convainc pas {reyes|Luis Reyes}, spécialiste du pays : « On les a nommés »<reyes>, souligne-t-il.",
    'Un juge de Londres a parlé de {sato|Ken Sato}. Le juge a ajouté que « l’affaire est close »<"Le juge">.',
    'Elle est, accuse encore la lettre, « indigne »<"la lettre"> de sa charge.',
]


def test_a_third_person_three_marks_deep_is_looked_for_around_the_outermost() -> None:
    for text in ("««L'élu‹ressort u p›»»", '« Paul m’a dit : “ Elle a crié : ‘ Il a dit "non" ’ ” », dit-il.'):
        quotes = extract(text).quotes
        assert len(quotes) > 1 and all(text[q.start : q.end] == q.text for q in quotes)


@pytest.mark.parametrize(
    "sentence", [*SEATS, *OWNERS, *AGAIN, *SUBJECTS, *DOCUMENTS, *BODIES, *FIRMS, *SIDES, *CLAUSES]
)
def test_antecedents(sentence):
    check(sentence)
