"""Finer cues for who a pronoun or a description is: the words said, the clause, the table, the row of names."""

from __future__ import annotations

import pytest
from quote_markup import check

WORDS_SAID = [
    "{haas|Peter Haas} est parti. Le {+fmi|FMI} a parlé d’« un échec »<fmi>. « J’ai mal dormi »<haas>, a-t-il avoué.",
    "{haas|Peter Haas} est parti. Le {+fmi|FMI} a parlé d’« un échec »<fmi>. « Le vote est clos »<fmi>, a-t-il annoncé.",
    '{haas|Peter Haas} est parti. Un rapport parlait d’« un échec »<"Un rapport">. '
    "Il l’écrira plus tard : « Je regrette ce jour »<haas>.",
]

CLAUSES = [
    "{moreau|Claire Moreau} s’est emportée. « Rien ne va »<moreau>, a lancé {moreau|Claire Moreau}. "
    "La majorité, c’est « un mur »<moreau>, a-t-elle dit.",
    "{kern|Max Kern} a signé. À Oslo où il s’est dit « ému »<haas>, {haas|Peter Haas} a salué les marins.",
    "« On avance »<haas>, a dit {haas|Peter Haas}, directeur. Le directeur, indiquant que le roi {kern|Max Kern} "
    "souhaitait « une pause »<haas> dans la ville. « On verra »<haas>, a-t-il lâché.",
    "Le débat porte sur l’affaire {haas|Peter Haas}, qui a fui avec son ami {kern|Max Kern}. "
    "Il a parlé d’« un complot »<haas>.",
    "L’occasion était belle pour {haas|Peter Haas} de saluer le préfet {kern|Max Kern}. Il a parlé d’« un rêve »<haas>.",
    "{haas|Peter Haas} a écrit. La critique tient au fait qu’il avait lui-même attaqué {kern|Max Kern}. "
    "« C’est du passé »<haas>, a-t-il dit.",
    '{kern|Max Kern} doute. Une centaine de mètres plus loin, « un car a fui »<"l’état-major">, détaille '
    'l’état-major. Mais « rien ne sort »<"il">, affirme-t-il.',
    "Le colonel {mogale|Thandi Mogale} a parlé d’« un réseau »<mogale>. « Ils ont fui »<mogale>, a-t-elle ajouté.",
]

DESCRIPTIONS = [
    "Me {haas|Peter Haas} a plaidé longtemps. Pour le conseil, « tout est faux »<haas>.",
    "« C’est la faim »<haas>, a dit {haas|Peter Haas}, le patron du port, épinglé lundi par la {+cour|Cour des comptes} pour "
    "« un abus »<cour>. « C’est peu »<haas>, a ajouté ce membre de la {+ligue|Ligue des marins}.",
    "{wagner|Karl Wagner} a crié. « Assez »<wagner>, a dit le jeune homme. {haas|Peter Haas} s’est levé. "
    "« Encore »<haas>, a dit {haas|Peter Haas}. « Toujours »<haas>, a repris le jeune homme.",
    "{moreau|Claire Moreau} vit à Brest. {haas|Peter Haas} et {kern|Max Kern} ont voté. Refus immédiat. "
    "« C’est non »<moreau>, a riposté l’élue.",
    "{moreau|Claire Moreau} hésite. L’entourage de {roy|Anne Roy} aimerait bien. « On verra »<moreau>, "
    "sourit l’ancienne journaliste.",
    "{haas|Peter Haas}, délégué de l’{+onu|ONU}, est là. La mer monte. Le vent se lève. Le port ferme. "
    "« On avance »<haas>, dit le responsable de l’{+onu|ONU}.",
    "« Jetez-les »<latron>, a déclaré le préfet. Cinq personnes sont malades, a dit {latron|Paul Latron}, "
    "le préfet de la Sarthe.",
    "Selon son père, {haas|Peter Haas}, l’enfant va bien. La mer monte. « Il dort »<haas>, a dit son père.",
]

ROWS = [
    "Le président {haas|Peter Haas}, le chancelier {kern|Max Kern} et la ministre {moreau|Claire Moreau} ont écrit "
    "au roi {roy|Louis Roy}. Le roi a lu. Les trois dirigeants parlent d’« un devoir »<haas>.",
    "« On avance »<haas>, dit {haas|Peter Haas}, qui a écrit le texte avec sa collègue {moreau|Claire Moreau}. "
    "Les deux élus parlent d’« un devoir »<haas>.",
    "« Rien n’est clos »<haas>, ont assuré {haas|Peter Haas}, président du port, {kern|Max Kern}, directeur, "
    "et toute l’équipe. Ils parlent d’« un devoir »<haas>.",
]

BODIES = [
    "Un relevé de {+greenpeace|Greenpeace} le dit. {haas|Peter Haas} en doute. L’organisation écologiste parle "
    "d’« un danger »<greenpeace>.",
    "Les mines tuent, selon les {+fardc|FARDC}. {haas|Peter Haas} l’a vu. L’armée congolaise dénonce "
    "« une attaque »<fardc>.",
    "Le gestionnaire autoroutier français {+vinci|Vinci} parle de « bouchons »<vinci>.",
    "Les plateformes hésitaient, mais {+twitter|Twitter} a fini par sévir. Le réseau parle d’« un doute »<twitter>.",
    "{+rsf|RSF} parle d’« un oubli »<rsf>. {haas|Peter Haas} est mort hier. « On attend »<rsf>, dénonce l’organisation "
    "française de défense de la presse.",
]


@pytest.mark.parametrize("source", WORDS_SAID)
def test_anaphora_who_says_je_is_a_person(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", CLAUSES)
def test_anaphora_clause_around_a_pronoun_and_before_it(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", DESCRIPTIONS)
def test_anaphora_description_that_one_person_can_bear(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", ROWS)
def test_anaphora_row_of_names(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", BODIES)
def test_anaphora_body_under_a_noun_of_its_class(source: str) -> None:
    check(source)
