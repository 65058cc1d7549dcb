"""Texts as they flow: what is joined, what stays apart, and that every offset leads back."""

from __future__ import annotations

import pytest

from diplo_ner.text.flow import flow

JOINED = {
    "a wrapped paragraph": ("La ministre a reçu son homologue\nfinlandais à Riga.", "homologue finlandais"),
    "a word over a line's end": ("Le président Emmanuel Ma-\ncron a parlé.", "Emmanuel Macron"),
    "a hyphen of its own": ("Il a vu le vice-\nprésident hier soir.", "vice-président"),
    "a hyphen before a capital": ("Les États-\nUnis ont dit non au texte.", "États-Unis"),
    "a carriage return": ("Il a vu la chef de la\r\ndiplomatie suédoise.", "la diplomatie"),
    "soft hyphens": ("Wa\u00adshing\u00adton se tait.", "Washington"),
    "ligatures": ("Il a a\ufb03rmé.", "affirmé"),
}

APART = {
    "paragraphs": "Le sommet est fini.\nLes ministres sont partis.",
    "a list of names": "Antony Blinken\nSergueï Lavrov\nWang Yi\n",
    "a headline": "Sommet de Riga\n\nles ministres sont partis.",
    "initials that sign": "La séance est levée.\n\nabk/mtn",
}


@pytest.mark.parametrize(("text", "part"), JOINED.values(), ids=JOINED.keys())
def test_what_a_page_has_done_is_undone(text: str, part: str) -> None:
    found = flow(text)
    assert part in found.text
    start = found.text.index(part)
    first, last = found.source(start, start + len(part))
    assert text[first] == part[0] or part == "affirmé"
    assert text[last - 1] == part[-1]


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_what_stands_apart_stays_apart(text: str) -> None:
    assert flow(text) == (text, None)


def test_offsets_lead_there_and_back() -> None:
    text = "\u00adLa\u00ad mi\u00adnistre al\ufb01ère-\nment par\u00adle, \nelle sort."
    found = flow(text)
    assert found.offsets is not None
    assert len(found.offsets) == len(found.text) + 1
    assert list(found.offsets) == sorted(found.offsets)
    for at in range(len(found.text)):
        start, end = found.source(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert found.place(start) <= at
