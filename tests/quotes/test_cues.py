"""The lexicon of reporting: forms of verbs, set phrases, classes of nouns."""

from __future__ import annotations

import pytest

from diplo_ner.lexicon.conjugation import forms
from diplo_ner.quotes.vocabulary.cues import (
    is_outlet,
    locutions,
    noun_gender,
    people_nouns,
    source_phrases,
    speech_nouns,
    verb_readings,
)
from diplo_ner.quotes.vocabulary.word_classes import PREPOSITION, tag
from diplo_ner.tables import rows

VERBS = {(r["lemma"], r["reflexive"]): r for r in rows("diplo_ner.lexicon", "verbs.csv") if r["strength"] != "none"}


def lemmas(word: str, strength: str | None = None) -> set[str]:
    return {r.lemma for r in verb_readings(word) if strength in (None, r.strength)}


def test_cues_holds_several_hundred_verbs_that_report() -> None:
    reporting = {lemma for (lemma, _), row in VERBS.items() if row["strength"] != "plain"}
    assert len(reporting) >= 500


@pytest.mark.parametrize("row", VERBS.values(), ids=lambda r: r["lemma"] + r["reflexive"])
def test_cues_every_verb_has_a_class_that_fits_and_its_third_persons(row: dict[str, str]) -> None:
    found = forms(row["lemma"], row["class"])
    finite = [f for f in found if f.mood == "finite" and f.person == 3]
    assert row["strength"] in ("strong", "weak", "manner", "plain")
    assert row["reflexive"] in ("", "only")
    assert {f.number for f in finite} >= ({"s"} if row["lemma"] == "falloir" else {"s", "p"})
    assert any(f.mood == "past_participle" for f in found)


@pytest.mark.parametrize(
    ("lemma", "kind", "expected"),
    [
        ("affirmer", "er", "affirme affirmait affirma affirmera affirmerait affirmèrent affirmant affirmé affirmées"),
        ("menacer", "er", "menace menaçait menaça menaçant menacèrent menacent"),
        ("juger", "er", "juge jugeait jugea jugeant jugèrent"),
        ("répéter", "er", "répète répètent répétait répétera répètera répété"),
        ("rappeler", "er", "rappelle rappellent rappelait rappellera rappelé"),
        ("rejeter", "er", "rejette rejetait rejettera"),
        ("espérer", "er", "espère espérait espérera"),
        ("alléguer", "er", "allègue alléguait alléguera"),
        ("appuyer", "er", "appuie appuyait appuiera"),
        ("bégayer", "er", "bégaie bégaye bégayait"),
        ("protéger", "er", "protège protégeait protégera"),
        ("dire", "dire", "dit disait dirent dira diraient dise disant dites"),
        ("prétendre", "re", "prétend prétendait prétendit prétendra prétendu"),
        ("soutenir", "enir", "soutient soutiennent soutenait soutint soutinrent soutiendra soutenue"),
        ("promettre", "mettre", "promet promettait promit promirent promettra promis promises"),
        ("poursuivre", "suivre", "poursuit poursuivait poursuivit poursuivra poursuivi"),
        ("reconnaître", "connaitre", "reconnaît reconnait reconnaissait reconnut reconnaîtra reconnu"),
        ("craindre", "joindre", "craint craignait craignit craindra craignant"),
        ("avertir", "ir2", "avertit avertissait avertirent avertira avertissent"),
        ("prévoir", "prevoir", "prévoit prévoient prévoyait prévit prévoira prévoirait prévu"),
        ("conclure", "clure", "conclut concluait conclura conclurent concluant"),
        ("rire", "rire", "rit riait rira rirent"),
        ("croire", "croire", "croit croient croyait crut croira cru"),
        ("convaincre", "vaincre", "convainc convainquait convainquit convaincra convaincu"),
    ],
)
def test_conjugation_gives_the_forms_of_the_press(lemma: str, kind: str, expected: str) -> None:
    assert set(expected.split()) <= {f.spelling for f in forms(lemma, kind)}


def test_conjugation_refuses_a_verb_of_another_class() -> None:
    with pytest.raises(ValueError, match="venir"):
        forms("venir", "er")
    with pytest.raises(KeyError):
        forms("venir", "no such class")


@pytest.mark.parametrize(
    ("word", "lemma", "mood", "number"),
    [
        ("déclare", "déclarer", "finite", "s"),
        ("déclaré", "déclarer", "past_participle", "s"),
        ("déplorent", "déplorer", "finite", "p"),
        ("dénonçant", "dénoncer", "present_participle", ""),
        ("fustiger", "fustiger", "infinitive", ""),
    ],
)
def test_cues_accents_tell_tenses_apart(word: str, lemma: str, mood: str, number: str) -> None:
    assert (lemma, mood, number) in {(r.lemma, r.mood, r.number) for r in verb_readings(word)}


def test_cues_reflexive_verbs_report_only_so() -> None:
    readings = verb_readings("félicite")
    assert {(r.reflexive, r.strength) for r in readings} == {(False, "weak"), (True, "strong")}
    assert all(r.reflexive for r in verb_readings("réjouit"))


@pytest.mark.parametrize(
    ("verb", "rest"),
    [
        ("mettre", ("en", "garde")),
        ("faire", ("savoir",)),
        ("laisser", ("entendre",)),
        ("tirer", ("la", "sonnette", "d'", "alarme")),
        ("prendre", ("la", "parole")),
        ("mettre", ("l'", "accent")),
        ("enfoncer", ("le", "clou")),
    ],
)
def test_cues_locutions(verb: str, rest: tuple[str, ...]) -> None:
    assert rest in {found.rest for found in locutions()[verb]}
    assert verb in {lemma for lemma, _ in VERBS}


def test_cues_every_locution_has_a_listed_verb() -> None:
    assert set(locutions()) <= {lemma for lemma, _ in VERBS} | {"avoir", "être"}


@pytest.mark.parametrize(
    "phrase", ["selon", "d'après", "aux yeux de", "à en croire", "de l'avis de", "sous la plume de", "pour"]
)
def test_cues_source_phrases(phrase: str) -> None:
    assert any(" ".join(p.words).replace("' ", "'") == phrase for held in source_phrases().values() for p in held)


@pytest.mark.parametrize(
    ("word", "pronoun", "lemma"),
    [
        ("affirme-t-elle", "elle", "affirmer"),
        ("dit-il", "il", "dire"),
        ("martèle-t-on", "on", "marteler"),
        ("Ajoutent-ils", "ils", "ajouter"),
        ("railla-t-il", "il", "railler"),
    ],
)
def test_wordclass_inverted_verbs(word: str, pronoun: str, lemma: str) -> None:
    told = tag(word)
    assert told.pronoun == pronoun
    assert lemma in {r.lemma for r in told.readings}


@pytest.mark.parametrize("word", ["a-t-il", "ont-ils", "est-elle", "A‑t‑il"])
def test_wordclass_inverted_auxiliaries(word: str) -> None:
    told = tag(word)
    assert told.auxiliary is not None
    assert told.pronoun in ("il", "ils", "elle")


def test_wordclass_is_the_same_for_typographic_signs() -> None:
    assert tag("L’").classes == tag("l'").classes
    assert tag("d’").classes == tag("d'").classes


@pytest.mark.parametrize("word", ["", "\u00ad", "🙂", "12", "«"])
def test_wordclass_takes_any_word(word: str) -> None:
    assert tag(word).readings == ()


def test_cues_nouns_of_people_and_texts() -> None:
    assert people_nouns()["sénatrice"].gender == "f"
    assert people_nouns()["ministre"].gender == "b"
    assert people_nouns()["diplomatie"].kind == "body"
    assert people_nouns()["quotidien"].kind == "outlet"
    assert tag("ex-ministre").people == people_nouns()["ministre"]
    assert speech_nouns()["communiqué"] == {"text"}
    assert "word" in speech_nouns()["promesses"]


@pytest.mark.parametrize(("noun", "gender"), [("chanceliere", "f"), ("procureur", "m"), ("juge", "")])
def test_cues_gender_of_nouns(noun: str, gender: str) -> None:
    assert noun_gender(noun) == gender


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("Le Figaro", True), ("AFP", True), ("Cape Times", True), ("Kremlin", False), ("Parti du centre", False)],
)
def test_cues_outlets(name: str, outlet: bool) -> None:
    assert is_outlet(name) is outlet


def test_wordclass_prepositions_are_no_verbs() -> None:
    assert tag("selon").classes & PREPOSITION
    assert lemmas("selon") == set()


def test_every_form_of_every_listed_verb_is_found_though_only_some_are_conjugated():
    listed = [row for row in rows("diplo_ner.lexicon", "verbs.csv") if row["strength"] != "none"]
    for row in listed:
        for form in forms(row["lemma"], row["class"]):
            told = {(r.lemma, r.mood, r.person, r.number) for r in verb_readings(form.spelling)}
            assert (row["lemma"], form.mood, form.person, form.number) in told
    assert len(listed) > 1_000
