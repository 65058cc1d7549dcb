"""Full or fragment."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplo_ner.quotes.detect.kinds import kind
from diplo_ner.quotes.verbs.clause import is_clause
from diplo_ner.quotes.vocabulary.verb_forms import verb

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"

FULL = [
    "Rien n’est perdu",
    "rien ne les retient",
    "Personne ne l’a vu",
    "Le Conseil se réunira jeudi",
    "Nous n'avons rien signé",
    "Il faut du temps.",
    "C'est une affaire de patience",
    "Ça suffit !",
    "que la mission reste sur place",
    "qu'il n'y a pas d'autre voie",
    "si les experts reviennent",
    "parce que personne ne nous écoute",
    "avant que le pont ne cède",
    "Évidemment qu'on reviendra",
    "Les deux délégations, qui se connaissent bien, ont repris le travail",
    "Partez avant la nuit",
    "Ne touchez à rien",
    "Donnons-nous une semaine",
    "Regarde-moi",
    "Pourquoi cèderait-il ?",
    "Êtes-vous prêts ?",
    "Moscou demande des garanties",
    "Le convoi approche.",
    "Qui paiera la note ?",
    "Hélas. Le texte est mort.",
    "L'accord [de mai] prévoit un délai",
    "On jardine en attendant",
    "Lui, au moins, a tenu parole",
    "A Genève, rien ne bouge",
    "quelqu'un viendra",
]
FRAGMENT = [
    "rien que du vent",
    "beaucoup de bruit",
    "une main tendue",
    "désescalade immédiate",
    "poursuivre le travail",
    "ne pas céder",
    "en toute franchise",
    "profondément déçue",
    "des pays qui se taisent et qui attendent",
    "une ville que la mer entoure",
    "la prudence dont il parle",
    "se tiendra à ses engagements",
    "n'a rien de nouveau",
    "considère ces propos comme nuls",
    "prête, si on le lui demande",
    "y passer la nuit s'il le faut",
    "de longue date",
    "jamais, au grand jamais",
    "ni vainqueur ni vaincu",
    "vive émotion",
    "oublié que la paix a un prix",
    "qui n'engage que lui",
    "une lutte sans merci",
    "Patience",
]


@pytest.mark.parametrize("text", FULL)
def test_kinds_full_is_a_clause_or_an_order(text: str) -> None:
    assert kind(text) == "full"


@pytest.mark.parametrize("text", FRAGMENT)
def test_kinds_fragment_leans_on_the_sentence(text: str) -> None:
    assert kind(text) == "fragment"


def test_kinds_a_subject_outside_the_marks_makes_no_order() -> None:
    assert kind("attendons la réponse", "Il écrit : ") == "full"
    assert kind("attendons la réponse", "Il écrit que nous ") == "fragment"


def test_kinds_an_object_outside_the_marks_still_shows_the_verb() -> None:
    assert kind("cette loi menace", "Selon lui, ", " les salines") == "full"


def test_kinds_a_clause_in_a_later_sentence_counts() -> None:
    assert kind("Une honte. Le port est vide.") == "full"


@pytest.mark.parametrize(
    ("word", "finite", "infinitive"),
    [
        ("prolongeait", True, False),
        ("rappelle", True, False),
        ("nettoient", True, False),
        ("bougeons", True, False),
        ("franchissent", True, False),
        ("servent", True, False),
        ("auriez", True, False),
        ("patienter", False, True),
        ("franchir", False, True),
        ("être", False, True),
    ],
)
def test_finite_knows_verbs_by_stem_and_ending(word: str, finite: bool, infinitive: bool) -> None:
    found = verb(word)
    assert found is not None
    assert (found.finite, found.infinitive) == (finite, infinitive)


@pytest.mark.parametrize("word", ["chaise", "ministère", "pendant", "beaucoup", "traversé", "été", "12", "les"])
def test_finite_takes_no_other_word_for_a_verb(word: str) -> None:
    assert verb(word) is None


def test_finite_tells_the_subject_behind() -> None:
    found = verb("craint-elle")
    assert found is not None
    assert found.subject == "elle"


def test_clause_survives_a_long_row_of_breaks() -> None:
    assert is_clause("mot ; " * 3000 + "il pleut")
    assert not is_clause("le " * 3000)


@given(st.text(max_size=120), st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=200, deadline=None)
def test_kinds_no_text_raises(text: str, before: str, after: str) -> None:
    assert kind(text, before, after) in ("full", "fragment")


def test_kinds_agree_with_the_gold() -> None:
    right = total = 0
    for path in sorted(FIXTURES.glob("*/*.json")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        for quote in json.loads(path.read_text("utf-8"))["quotes"]:
            start, end = quote["start"], quote["end"]
            told = kind(
                text[start:end],
                text[max(0, start - 60) : start].rstrip('«“" \u00a0\u202f'),
                text[end : end + 40],
            )
            right += told == quote["kind"]
            total += 1
    assert total > 300
    assert right / total >= 0.97
