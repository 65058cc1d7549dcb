"""The table of verbs: a row holds all that rules ask of a verb."""

import re
from importlib.resources import files

import pytest

from diplo_ner.lexicon.conjugation import forms
from diplo_ner.lexicon.verbs import forms_with, framed_forms, verb_traits, verbs, verbs_with

HEAD = " ".join(
    line.removeprefix("# ")
    for line in files("diplo_ner.lexicon").joinpath("data", "verbs.csv").read_text("utf-8").splitlines()
    if line.startswith("#")
)
AUXILIARIES = {"avoir", "être"}


def test_every_verb_is_conjugated_by_its_class():
    for verb in verbs():
        if verb.lemma not in AUXILIARIES:
            assert verb.lemma in {form.spelling for form in forms(verb.lemma, verb.kind)}


@pytest.mark.parametrize("trait", sorted(verb_traits()))
def test_a_trait_is_told_in_the_head_of_the_table(trait):
    assert re.search(rf"[ ,:]{trait} \(", HEAD)


def test_strengths_frames_and_readings_are_those_of_the_head():
    assert {verb.strength for verb in verbs()} == {"strong", "weak", "manner", "plain", "none"}
    assert {frame for verb in verbs() for frame in verb.frames} == {"to", "of", "object"}
    assert {reading for verb in verbs() for reading in verb.frames.values()} == {"state", "town"}


def test_no_verb_has_two_rows_for_one_use():
    uses = [(verb.lemma, verb.reflexive) for verb in verbs()]
    assert len(uses) == len(set(uses))


def test_traits_and_frames_are_found_by_lemma_and_by_form():
    assert "poursuivre" in verbs_with("continuing")
    assert "affirmait" in set(forms_with("naming"))
    assert ("réclamait", "state") in set(framed_forms("of"))
    with pytest.raises(KeyError):
        verbs_with("no such trait")
