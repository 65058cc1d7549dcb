"""Who else might have said it: the candidates of a quote whose rule is often wrong."""

from __future__ import annotations

import pytest
from quote_markup import read

from diplo_ner.quotes import confidence


def test_a_doubtful_quote_has_candidates_with_their_rules() -> None:
    quotes = read(
        "{ferro|Ivo Ferro} a dénoncé une « farce ». {nagy|Eva Nagy} a traversé le village, « un monde englouti »."
    )
    doubtful = quotes[1]
    assert (doubtful.rule, doubtful.speaker and doubtful.speaker.entity) == ("main-subject", "nagy")
    assert [(c.speaker.entity, c.rule, c.cue) for c in doubtful.candidates] == [
        ("ferro", "chain-fragment", "a dénoncé")
    ]


def test_a_speaker_without_a_name_has_those_with_one_behind_him() -> None:
    (quote,) = read("{ferro|Ivo Ferro} se tait : {nagy|Eva Nagy} y lit « une insulte à tous », rapporte un témoin.")
    assert quote.speaker is not None
    assert quote.speaker.entity is None
    assert [c.speaker.entity for c in quote.candidates][:1] == ["nagy"]


def test_a_sure_quote_has_none() -> None:
    (quote,) = read("{ferro|Ivo Ferro} parlait. « Le pont tiendra », a dit {nagy|Eva Nagy}.")
    assert quote.candidates == ()


def test_below_the_margin_nobody_is_the_answer_and_the_speaker_a_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    often_wrong = {**confidence.measured(), "main-subject": (10, 100)}
    monkeypatch.setattr(confidence, "measured", lambda: often_wrong)
    quotes = read(
        "{ferro|Ivo Ferro} a dénoncé une « farce ». {nagy|Eva Nagy} a traversé le village, « un monde englouti »."
    )
    unsure = quotes[1]
    assert (unsure.rule, unsure.speaker) == ("unsure", None)
    assert [(c.speaker.entity, c.rule) for c in unsure.candidates] == [
        ("nagy", "main-subject"),
        ("ferro", "chain-fragment"),
    ]
