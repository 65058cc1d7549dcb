"""Quote or not, and the rule that decided."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplo_ner.quotes.detect.crossheads import crossheads
from diplo_ner.quotes.detect.echoes import Echoes
from diplo_ner.quotes.detect.evidence import reason
from diplo_ner.quotes.detect.judge import Verdict, judge
from diplo_ner.quotes.detect.scorer import probability, weights
from diplo_ner.quotes.detect.surroundings import word_lists
from diplo_ner.quotes.marks.passages import passages
from diplo_ner.text.words import words

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def verdicts(text: str, cue: bool | None = None) -> list[Verdict]:
    tokens, found = words(text), passages(text)
    echoes = Echoes(text, found, tokens)
    heads = crossheads(text, found, echoes)
    return [judge(text, passage, tokens, cue, echoes, n in heads) for n, passage in enumerate(found)]


def rules(text: str, cue: bool | None = None) -> list[str]:
    return [verdict.rule for verdict in verdicts(text, cue)]


NOT = [
    ("Pour continuer, cliquez sur « Tout valider ».", "label"),
    ("Ouvrez l'onglet « Mes alertes » de la page.", "label"),
    ("Nous déposons des cookies « de mesure » sur votre appareil.", "label"),
    ("Lire aussi : « Le détroit vu du ciel »", "see-also"),
    ("Dans son roman « Les Marées basses », elle raconte Dakar.", "title"),
    ("L'autrice de « Sel » n'a pas répondu.", "title"),
    ("La politologue publie « La Rive et le Pont » au printemps.", "title"),
    ("« Hautes eaux », le film de la soirée, dure trois heures.", "title"),
    ("Dans une tribune remarquée, « Lettre au large », le juge plaide pour la mer.", "title"),
    ("Il écrit chaque semaine dans « Le Temps ».", "outlet"),
    ("La frégate « Aconit » croise au large.", "name"),
    ("L'opération « Vent clair » a commencé.", "name"),
    ("Le programme de recherche « Horizon Europe » reste ouvert.", "name"),
    ("Le « Rheingold » a quitté Kiel.", "name"),
    ("Le navire, baptisé « fille du vent », a coulé.", "named"),
    ("Un général surnommé « le Renard » commande la place.", "named"),
    ("Le pays porte le nom de « République du Fleuve ».", "named"),
    ("La loi dite « anti-voiles » sera votée.", "named"),
    ("Leur chef, Ousmane Baldé, dit « Tonton », est resté au village.", "named"),
    ("Son nom de famille signifie « petite colline ».", "meaning"),
    ("Le parti Viljandi (« Réveil ») présente une liste.", "meaning"),
    ("Cela s'appelle « pain noir » en estonien.", "meaning"),
    ("Le fruit est mûr, comme on dit ici, « il tombe tout seul ».", "saying"),
    ("Des articles tels que « sucre » ou « farine » manquent.", "example listed-with-another"),
    ("À la question « Faut-il sortir du traité ? », un tiers ne sait pas.", "question"),
    ("Le mot « guerre » n'y figure pas.", "word-spoken-of"),
    ("Des familles entières vivent de ces « chiffons ».", "held-at-a-distance"),
    ("Le mouvement des « bonnets verts » a duré un an.", "name"),
    ("Cette taxe, appelée « bouclier vert », coûte cher.", "named"),
    ("Ils servaient de « mules » au passage du col.", "held-at-a-distance"),
    ("« Je n'ai jamais dit : « Partez », mais tous sont partis », assure-t-il.", "not-said"),
    ("La fermeture des « gilets jaunes » inquiète Rome, selon Ana Diop.", "byword"),
    ("Les deux pays, connus comme le « jardin du Nord », exportent.", "named"),
    ("C'est ce qu'on appelle une « lune rousse ».", "named"),
    ("Le port est fermé.\n- « Marée haute » -\nLes grues attendent.", "crosshead"),
    ("Le parc des ‘vieilles grues’ rouvre dimanche.", "single-marks"),
    ("Il a tapé « … » et rien d'autre.", "no-words"),
]
YES = [
    ("« Le port rouvrira », a annoncé le préfet.", "report-behind"),
    ("« Rien de neuf », euphémise-t-on au palais.", "report-behind"),
    ("Le préfet a été net : « Le port rouvrira. »", "colon"),
    ("Amina Diop : « pas un mot »", "colon"),
    ("Le texte promet « [d'ouvrir] les ports ».", "edited-words"),
    ("« Le port rouvrira. » Les grues attendent.", "sentence"),
    ("Les dockers savent que « le port rouvrira ».", "clause"),
    ("Le syndicat dénonce une « mascarade ».", "reported-fragment"),
    ("Selon le syndicat, le vote est une « mascarade ».", "reported-fragment"),
    ("Pour le maire, ce vote est une « mascarade ».", "reported-fragment"),
    ("Le ministre a employé le mot « siège ».", "likely-words"),
    ("Paris veut rester maître de « mon jardin ».", "person-speaks"),
    ("Elle a appelé Rome à « ouvrir les ports ».", "reported-fragment"),
    ("Il s'appuie sur un texte « très clair », dit-il.", "report-behind"),
    ("À lire aussi : « Le port tiendra », assure le préfet.", "report-behind"),
    ("Le ministère a « pris acte » du vote.", "predicate"),
    ("L'Otan « surveille » le détroit.", "likely-words"),
    ("L'Otan « soucieuse » après le tir", "heading"),
    ("Port : une poignée de main « de dix secondes » au sommet\n\nLe sommet fut bref.", "heading"),
    ("Partout régnait « une forme de lassitude collective ».", "likely-words"),
    ("Le consul a offert ses « excuses sincères ».", "likely-words"),
    ("Le préfet recevra jeudi le « cousin Albert », comme il l'appelle.", "report-behind"),
    ("Le texte, que le préfet surnomme « la loi Popeye », sera voté.", "reported-fragment"),
]


@pytest.mark.parametrize(("text", "rule"), NOT)
def test_judge_refuses(text: str, rule: str) -> None:
    assert [v.rule for v in verdicts(text) if not v.is_quote] == rule.split()


@pytest.mark.parametrize(("text", "rule"), YES)
def test_judge_accepts(text: str, rule: str) -> None:
    assert [v.rule for v in verdicts(text) if v.is_quote] == [rule]


def test_judge_a_row_of_labels_shares_the_verdict_of_the_first() -> None:
    text = "Cliquez sur « Tout valider », « Tout annuler » ou « Plus tard »."
    assert not any(v.is_quote for v in verdicts(text))


def test_judge_the_cue_told_from_outside_decides_on_fragments() -> None:
    text = "Des familles entières vivent de ces « chiffons »."
    assert not verdicts(text, cue=False)[0].is_quote
    assert verdicts(text, cue=True)[0][:2] == (True, "reported-fragment")
    assert {"governed", "governed|to-1"} <= set(verdicts(text, cue=True)[0].evidence)


def test_judge_without_a_cue_still_takes_a_sentence() -> None:
    assert verdicts("« Le port rouvrira. » Les grues attendent.", cue=False)[0].is_quote


def test_judge_a_medium_before_words_is_no_title() -> None:
    assert verdicts("Elle a dit au journal « Nous partirons demain ».")[0].is_quote


def test_judge_a_title_stays_one_where_a_report_follows() -> None:
    assert rules("Le correspondant du programme « Point Zéro », a demandé un visa.") == ["name"]


def test_judge_words_quoted_above_are_quoted_again() -> None:
    text = "Le FMI redoute « une décennie grise ».\nSi rien n'est fait, s'installera « une décennie grise »."
    assert [v.is_quote for v in verdicts(text)] == [True, True]
    assert rules(text)[1] == "echo"


def test_judge_verdict_rule_and_confidence_follow_from_what_is_observed() -> None:
    weighed = 0
    for verdict in (v for text, _ in NOT + YES for v in verdicts(text)):
        assert 0.5 <= verdict.confidence <= 1
        if verdict.evidence:
            weighed += 1
            likely = probability(verdict.evidence)
            assert verdict.is_quote == (likely >= 0.5)
            assert verdict.confidence == round(max(likely, 1 - likely), 2)
            assert verdict.rule == reason(verdict.evidence, is_quote=verdict.is_quote)
        else:
            assert not verdict.is_quote or verdict.rule == "crosshead"
    assert weighed >= len(YES)


@pytest.mark.parametrize(
    ("text", "observed"),
    [
        (
            "Le ministre a employé le mot « siège ».",
            "words:to-1 fragment begins?:finite before:speech before:speech|short behind:stop free|to-1 verb:none "
            "somebody-acts word-spoken-of",
        ),
        (
            "L'Otan « surveille » le détroit.",
            "words:to-1 fragment begins?:finite before:name before:name|short behind:determiner free|to-1 verb:none",
        ),
        (
            "Partout régnait « une forme de lassitude collective ».",
            "words:to-5 fragment begins:determiner before:verb before:verb|long behind:stop free|to-8 verb:none",
        ),
        (
            "Le consul a offert ses « excuses sincères ».",
            "words:to-2 fragment begins?:finite before:own before:own|short behind:stop free|to-2 verb:none somebody-acts",
        ),
    ],
)
def test_judge_observes(text: str, observed: str) -> None:
    """What speaks for words that no plainer reason makes likely."""
    [verdict] = verdicts(text)
    assert (verdict.is_quote, verdict.rule) == (True, "likely-words")
    assert verdict.evidence == tuple(observed.split())


def test_judge_takes_an_infinitive_behind_a_noun_of_will() -> None:
    assert verdicts("Une volonté de « garder le cap » domine.")[0].is_quote


def test_judge_a_crosshead_is_a_quote_where_its_words_come_back_as_said() -> None:
    text = "Le port est fermé.\n- « Marée haute » -\n« La marée est très haute », dit Ana Diop."
    assert [(v.is_quote, v.rule) for v in verdicts(text)] == [(True, "crosshead"), (True, "report-behind")]


@pytest.mark.xfail(reason="a word set apart inside a quote weighs as much as words quoted in it", strict=True)
def test_judge_a_word_set_apart_inside_a_quote_is_none() -> None:
    text = "« J'ai vu passer des tas de « petites » mains », raconte-t-il."
    assert [v.is_quote for v in verdicts(text)] == [True, False]


def test_judge_more_of_what_is_observed_moves_the_probability() -> None:
    assert probability(["fragment", "byword"]) < probability(["fragment"]) < probability(["clause", "told-behind"])


def test_judge_weights_are_those_of_observations() -> None:
    articles = [path.read_bytes().decode("utf-8") for path in sorted(FIXTURES.glob("*/*.txt"))]
    told = [text for text, _ in NOT + YES]
    seen = {name for text in told + articles for verdict in verdicts(text) for name in verdict.evidence}
    assert seen <= set(weights())
    assert _kinds(weights()) == _kinds(seen) | {"always"}


def _kinds(observed: Iterable[str]) -> set[str]:
    """The kinds of observations, whatever word, length or strength they tell."""
    return {re.split(r"[:|]", name)[0] for name in observed}


def test_judge_word_lists_hold_words() -> None:
    lists = word_lists()
    assert {"work", "maker", "name", "naming", "label", "see", "mention", "language"} <= set(lists)
    for words_ in lists.values():
        assert all(word == word.strip() and word for word in words_)
    assert not lists["work"] & lists["outlet"]


def _iou(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (one[1] - one[0] + other[1] - other[0] - shared)


@pytest.mark.parametrize(("told", "least"), [(False, 0.97), (True, 0.985)])
def test_judge_agrees_with_the_gold(told: bool, least: float) -> None:
    """With and without word from outside of a cue; F1 of the passages taken for quotes."""
    right = taken = total = 0
    for path in sorted(FIXTURES.glob("*/*.json")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        gold = {(q["start"], q["end"]): q["cue"] for q in json.loads(path.read_text("utf-8"))["quotes"]}
        total += len(gold)
        tokens = words(text)
        for passage in passages(text):
            match = next((g for g in gold if _iou(g, (passage.start, passage.end)) >= 0.8), None)
            cue = (match is not None and gold[match] is not None) if told else None
            if judge(text, passage, tokens, cue).is_quote:
                taken += 1
                right += match is not None
    assert 2 * right / (taken + total) >= least


MARKED = st.lists(
    st.sampled_from(
        [
            "«",
            "»",
            "“",
            "”",
            '"',
            " ",
            ", ",
            ". ",
            ": ",
            "(",
            ")",
            "\n",
            "a dit",
            "le",
            "film",
            "Un",
            "mot",
            "selon",
            "[",
            "]",
        ]
    ),
    max_size=40,
).map("".join)


@given(MARKED)
@settings(max_examples=300, deadline=None)
def test_judge_property_every_passage_gets_a_verdict(text: str) -> None:
    tokens = words(text)
    for passage in passages(text):
        for cue in (None, False, True):
            verdict = judge(text, passage, tokens, cue)
            assert verdict.rule
            assert verdict == judge(text, passage, tokens, cue)


def test_judge_takes_time_in_line_with_the_passages(seconds_of) -> None:
    def seconds(count: int) -> float:
        text = " ".join(f"un « mot {n} » et" for n in range(count))
        tokens, found = words(text), passages(text)
        return seconds_of(lambda: [judge(text, passage, tokens) for passage in found])

    seconds(40)
    assert any(seconds(400) < 10 * 2 * seconds(40) for _ in range(5))
