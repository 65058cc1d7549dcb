"""Whom a calling, an age, a people or an office takes up, and whom it does not."""

from __future__ import annotations

import pytest
from quote_markup import check, read

CALLINGS = [
    "Le cardiologue {haas|Peter Haas} opère avec le menuisier {kern|Max Kern}. « Tout va »<kern>, dit {kern|Max Kern}. "
    "« C’est long »<haas>, juge le praticien.",
    "Le rappeur {haas|Peter Haas} sort de prison. Son avocat, Me {kern|Max Kern}, parle d’« une victoire »<kern>. "
    "« Je chante »<haas>, dit l’artiste.",
    "La boulangère {moreau|Claire Moreau} héberge la couturière {roy|Anne Roy}. {roy|Anne Roy} rêve. "
    "« C’est normal »<moreau>, dit l’artisane bretonne.",
    "L’avocat général {kern|Max Kern} accuse l’ancien gendarme {haas|Peter Haas}. « Il ment »<kern>, tonne le magistrat. "
    "« Pardon »<haas>, souffle l’ancien militaire.",
    "{haas|Peter Haas}, 66 ans, ancien cheminot, écoute {kern|Max Kern}, avocat. {kern|Max Kern} plaide. "
    "« C’est tout »<haas>, dit l’ancien cheminot.",
    "La juge {moreau|Claire Moreau} écoute {roy|Anne Roy}. {roy|Anne Roy} pleure. « Parlez »<moreau>, dit la présidente.",
    "L’historien {kern|Max Kern} écrit. Un général à la retraite est plus sévère. "
    '« Il a menti »<"cet officier">, accuse cet officier.',
]

LAUREATES = [
    "{haas|Peter Haas} publie un texte. « Tout va mal »<haas>, écrit {haas|Haas}. « Rien ne change »<haas>, estime encore "
    "le prix Goncourt 2010.",
    "{kern|Max Kern} a félicité {moreau|Claire Moreau}, prix Nobel de chimie. « Merci »<moreau>, a répondu la lauréate.",
    "« Tout va »<moreau>, a dit l’avocate et lauréate du prix Nobel de la paix 2003 {moreau|Claire Moreau}.",
    "{kern|Max Kern} a remis le prix Nobel à {haas|Peter Haas}. « Bravo »<kern>, a dit {kern|Max Kern}.",
]

ABBREVIATIONS = [
    "Le vice-président {haas|Peter Haas} a parlé. {kern|Max Kern} écoutait.\nÀ {@nice|Nice}, le « VP » a dressé le tableau "
    "d’un scrutin où « tout est en jeu »<haas>.",
    "Le directeur général du port, {haas|Peter Haas}, a reçu {kern|Max Kern}. « La paix »<haas>, a promis le DG.",
]

OF_ANOTHER = [
    "{haas|Peter Haas} se tait. Arrêté, le défenseur des droits de l’homme {kern|Max Kern} est sorti. « Merci »<kern>, "
    "a dit le président de l’{+aide|Aide}.",
    "Le vice-président {haas|Peter Haas} a parlé. Interrogé sur la colistière de {roy|Anne Roy}, {kern|Paul Kern} a ri. "
    "« Merci »<haas>, a répondu le VP.",
]

AT_HOME = [
    "{:us US|Washington} avait dépêché {marco-rubio|Marco Rubio} auprès de leur secrétaire aux Affaires étrangères, "
    "{roy|Anne Roy}. {haas|Peter Haas} se tait. « Rien ne change »<marco-rubio>, a assuré le secrétaire d’État.",
    "« Tout est fermé »<nicolas-maduro>, a déclaré le chef de l’État. Le dirigeant socialiste a dit qu’il y avait une "
    "« ruse »<nicolas-maduro> du président colombien {ivan-duque CO|Ivan Duque} et du président américain "
    "{donald-trump US|Donald Trump}. « Non »<nicolas-maduro>, a ajouté M. {nicolas-maduro VE|Maduro}.",
]

AGES = [
    "À 52 ans, {moreau|Claire Moreau} élève des chèvres avec {roy|Anne Roy}, 31 ans. {roy|Anne Roy} sourit. "
    "« C’est dur »<moreau>, dit la quinquagénaire. « On rit »<roy>, dit la trentenaire.",
    "{haas|Peter Haas}, 80 ans, vit près de {kern|Max Kern}, âgé de 44 ans. {kern|Max Kern} construit. "
    "« Il exagère »<haas>, dit le vieil homme.",
    "{haas|Peter Haas} (68 ans) a reçu {kern|Max Kern}. {kern|Max Kern} part. « On verra »<haas>, dit le sexagénaire.",
]

PEOPLES = [
    "La nageuse {moreau|Claire Moreau} arrête. Le président {kern|Max Kern} la retient. "
    "« Je pars »<moreau>, dit la Lyonnaise.",
    "Le guide {haas|Peter Haas} marche seul. « C’est loin »<haas>, dit le Valaisan d’adoption.",
    "Sélectionneur depuis mai, le Belge {haas|Peter Haas} se fâche avec le président {kern|Max Kern}. "
    "{kern|Max Kern} crie. Le Belge parle d’« un malentendu »<haas>.",
]

PAIRS = [
    "{+amnesty|Amnesty International} et le {+comite|Comité des marins} s’inquiètent. La première dénonce "
    "« un abus »<amnesty>. Le second rappelle « une règle »<comite>.",
    "« Tu mens »<moreau>, attaque {moreau|Claire Moreau}. « Toi aussi »<haas>, répond {haas|Peter Haas}. "
    "« Jamais »<moreau>, réplique Mme {moreau|Moreau}. Son contradicteur a conclu : « Je m’en vais »<haas>.",
    "{haas|Peter Haas} et {kern|Max Kern} débattent. « Non »<haas>, dit {haas|Peter Haas}. "
    "{haas|Peter Haas} raille les promesses de son rival. Ce dernier sourit. « Bien »<kern>, dit {kern|Max Kern}.",
    "Le roi {haas|Peter Haas} a écrit au pape {kern|Max Kern}. Il a répondu que « rien ne presse »<kern>.",
]

OFFICES = [
    "Le président {haas|Peter Haas} a limogé son premier ministre, {kern|Max Kern}. {haas|Peter Haas} s’explique. "
    "L’ex-premier ministre parle d’« une faute »<kern>.",
    "Le berger {haas|Peter Haas} a tout perdu. Le secouriste {kern|Max Kern} l’aide. « Il est fort »<kern>, dit "
    "{kern|Max Kern}. Le berger attend de l’aide. « Elle viendra »<haas>, répète-t-il.",
    "{haas|Peter Haas} défend {kern|Max Kern}. L’intéressé se tait. « C’est faux »<kern>, dit-il enfin.",
    'Le juge {haas|Peter Haas} cite un texte. Celui-ci stipule que « nul ne peut vendre »<"Celui-ci">.',
]

SPOKESMEN = [
    "{patrick-muyaya CD|Patrick Muyaya} a vu {haas|Peter Haas}. {haas|Peter Haas} part. "
    "« On avance »<patrick-muyaya>, dit le porte-parole du gouvernement.",
    '{emmanuel-macron FR|Emmanuel Macron} est à Lille. « C’est fini »<"le préfet">, dit le préfet.',
]


@pytest.mark.parametrize("source", CALLINGS)
def test_callings_hypernym_takes_up_the_narrower_one(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", AGES)
def test_ages_noun_of_age_takes_up_who_is_of_it(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", PEOPLES)
def test_peoples_noun_of_a_place_takes_up_who_may_be_of_it(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", LAUREATES)
def test_callings_a_laureate_bears_the_name_of_the_prize(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", [*ABBREVIATIONS, *OF_ANOTHER, *AT_HOME])
def test_offices_in_short_and_those_of_another_beside_the_name(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", PAIRS)
def test_pairs_the_other_of_two(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", OFFICES)
def test_offices_past_ones_and_who_goes_on(source: str) -> None:
    check(source)


@pytest.mark.parametrize("source", SPOKESMEN)
def test_offices_the_table_of_persons_tells(source: str) -> None:
    check(source)


@pytest.mark.parametrize("number", ["²", "①", "9" * 5000, "٤٢"])
def test_a_number_that_is_no_age_tells_none(number: str) -> None:
    quotes = read(f"{{ferro|Ivo Ferro}}, {number} ans, a dit : « Oui. » « Non », dit le pêcheur de {number} ans.")
    assert [quote.text for quote in quotes] == ["Oui.", "Non"]
