"""Whose office a title is, where the table of persons or the rest of the article tells it."""

from __future__ import annotations

import pytest
from quote_markup import check

# The table tells more than the title does, as the body that somebody is the secretary-general of.
IN_TABLE = [
    "{antonio-guterres PT|António Guterres} est venu avec {jens-stoltenberg NO|Jens Stoltenberg}. "
    "« La mer monte »<antonio-guterres>, relève le patron de l’{+onu|ONU}.",
    "{antonio-guterres PT|António Guterres} est venu avec {jens-stoltenberg NO|Jens Stoltenberg}. "
    "« On avance »<jens-stoltenberg>, relève le secrétaire général de l’{+otan|Otan}.",
    "{valerie-pecresse FR|Valérie Pécresse} est venue. {roy|Anne Roy} chante. « Nous sommes prêts »"
    "<valerie-pecresse>, a dit la présidente de la région {@ile-de-france|Île-de-France}.",
]

# The head of a government is of the state whose people were told before, though his name comes last.
TOLD_LAST = [
    "{emmanuel-macron FR|Emmanuel Macron} se tait. « C’est grave »<edouard-philippe>, déplore le Premier ministre. Il est "
    "là. « On tient »<edouard-philippe>, dit {edouard-philippe FR|Édouard Philippe}.",
    '{joe-biden US|Joe Biden} se tait. « C’est grave »<"le Premier ministre">, déplore le Premier ministre. La mer monte. '
    "« On tient »<edouard-philippe>, dit {edouard-philippe FR|Édouard Philippe}.",
]

# Nobody is told by the very noun that the incise has.
SAME_NOUN = [
    "{edouard-philippe FR|Édouard Philippe} arrive. Le Premier ministre a esquissé un port « tout neuf »"
    "<edouard-philippe>, a déclaré le Premier ministre.",
]

# Another noun for the same office in the same body.
SAME_OFFICE = [
    "{kern|Max Kern} a écrit. « Rien ne va »<kern>, juge le chef des députés du {+pnl|PNL}. {haas|Peter Haas} et "
    "{roy|Louis Roy} ont lu. La mer monte. Le vent se lève. {haas|Peter Haas} dort. « On verra »<kern>, dit le patron des "
    "députés du {+pnl|PNL}.",
]

# Who answers the writer is the one who spoke last, and nobody where that one has no name.
INTERLOCUTORS = [
    "« Rien ne va »<kern>, dit {kern|Max Kern}. Le maire {haas|Peter Haas} se tait. La mer monte. Le vent se lève. "
    "« On verra »<kern>, conclut notre interlocuteur.",
    '« Rien ne va »<kern>, dit {kern|Max Kern}. « Tout va »<"un marin">, dit un marin. '
    '« On verra »<"notre interlocuteur">, conclut notre interlocuteur.',
    '« Rien ne va »<kern>, dit {kern|Max Kern}. « On verra »<"notre interlocutrice">, conclut notre interlocutrice.',
    "« Rien ne va »<kern>, dit {kern|Max Kern}. « On verra »<kern>, ajoute notre source.",
]

# « De son côté » sets a subject against who spoke right before.
AGAINST = [
    "La rencontre fut animée par {roy|Louis Roy}. « Rien ne va »<kern>, a dit {kern|Max Kern}. De son côté, le "
    "conférencier a parlé d’« un défi »<roy>.",
    "« Rien ne va »<kern>, a dit {kern|Max Kern}. Le conférencier a parlé d’« un défi »<kern>.",
]


# An owner's office that the table tells, a past candidacy, and the lawyer who is named later.
OWNED_OFFICES = [
    "{christophe-castaner FR|Christophe Castaner} arrive. Le port attend {emmanuel-macron FR|Emmanuel Macron}. Il se tait, "
    "mais son ministre de l’Intérieur parle d’« un port clos »<christophe-castaner>.",
    "{nicolas-dupont-aignan FR|Nicolas Dupont-Aignan} est venu. {haas|Peter Haas} et {kern|Max Kern} dorment. Ils ont froid. "
    "L’ancien candidat à la présidentielle parle d’« une blague »<nicolas-dupont-aignan>.",
    "Une peine que l’avocate de la défense juge « lourde »<moreau>. {haas|Peter Haas} dort. Son avocate, Me "
    "{moreau|Claire Moreau}, est partie.",
]

# In a headline somebody is told by an office under which the next sentence names him.
HEADLINES = [
    "Un député de la Creuse dénonce « une chasse »<moreau>\n\n{moreau|Paul Moreau}, député de la Creuse, est fâché.",
    'Un député de la Creuse dénonce « une chasse »<"Un député de la Creuse">\n\n{moreau|Paul Moreau}, député du Gard, rit.',
]

# The bare president is the state's where the one of a union spoke no more.
PRESIDENTS = [
    "{emmanuel-macron FR|Emmanuel Macron} est à Brest. « On tient »<kern>, a dit {kern|Max Kern}, président de la "
    "{+cgt|CGT}. {roy|Anne Roy} sourit. « C’est bien »<roy>, dit {roy|Anne Roy}. Le président parle d’« un défi »"
    "<emmanuel-macron>.",
]

# Who is told by a given name alone holds no office of a body.
GIVEN_NAMES = [
    '{thomas|Thomas} dort. « Il va bien »<"le chef du service de l’hôpital Bichat">, dit le chef du service de l’{+bichat|hôpital Bichat}.',
]

# Who is a subject behind the last who spoke is told last.
BEHIND = [
    "« On avance »<kern>, dit {kern|Max Kern}, maire de Brest, alors que {moreau|Claire Moreau} attend encore. « Tant mieux »"
    "<moreau>, dit cette boulangère.",
]


# Abbreviations of offices, a wali at the head of his province, and parties by their initials.
ABBREVIATED = [
    "Le secrétaire général du syndicat, {haas|Peter Haas}, est venu. {kern|Max Kern} dort. « On tient »<haas>, insiste le SG.",
    "Le wali de {@setif|Sétif}, {haas|Peter Haas}, est venu. « On bâtit »<haas>, a dit le chef de l’exécutif de la wilaya.",
    "{georges-louis-bouchez BE|Georges-Louis Bouchez} a répondu à {paul-magnette BE|Paul Magnette}. « Il se trompe »"
    "<georges-louis-bouchez>, lance le président du {+mr|MR}. « Il n’a rien lu »<paul-magnette>, réplique le président "
    "du {+parti-socialiste|PS}.",
]


@pytest.mark.parametrize(
    "source",
    [
        *IN_TABLE,
        *TOLD_LAST,
        *SAME_NOUN,
        *SAME_OFFICE,
        *INTERLOCUTORS,
        *AGAINST,
        *OWNED_OFFICES,
        *HEADLINES,
        *PRESIDENTS,
        *GIVEN_NAMES,
        *BEHIND,
        *ABBREVIATED,
    ],
)
def test_anaphora_holder_of_an_office(source: str) -> None:
    check(source)
