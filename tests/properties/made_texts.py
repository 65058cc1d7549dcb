"""Texts that nobody wrote: any string at all, and French made of fragments with everything a folder may hold."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from diplo_ner.schema import Entity, Quote, Rejected

MARKS = [*"«»“”„‟\"'‘’‚‹›", "<<", ">>", "``", "''", "&quot;", "« ", " »", "«\u00a0", "\u202f»"]
SPACES = [
    " ",
    "  ",
    "\u00a0",
    "\u202f",
    "\u2009",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
]
ODD = [
    "\ufeff", "\x00", "\x1b[31m", "\x07", "\u200b", "\u200d", "\u200e", "\u202e", "\u2066", "\u00ad", "\u0301",
    "e\u0301", "a\u0300\u0301\u0302", "\ud800", "\udfff", "\ufffd", "\uffff", "\U0010ffff", "👍🏽", "🇫🇷", "👩‍👩‍👧",
    "שלום", "مرحبا", "北京", "Привет", "İ", "ı", "ß", "ﬁ", "Ǆ", "ſ", "K", "½", "²", "٣", "_", "<b>", "&amp;", "=1+1",
    "@", "#", "%s", "{0}", "\\", "/", "|",
]  # fmt: skip
POINTS = [*".,;:!?…()[]–—-/", "...", " – ", " : ", ", ", ". ", "[…]", "(...)", "n°", "M.", "J.-P."]
NAMES = [
    "Sergueï Lavrov", "Lavrov", "SERGUEI LAVROV", "Antony Blinken", "Anthony Blinken", "Bliken",
    "Jean-Yves Le Drian", "de Gaulle", "Mohammed ben Salmane", "Xi Jinping", "Moscou", "Washington", "Paris",
    "Etats-Unis", "États-Unis", "E\u0301tats-Unis", "Russie", "Guinée-Bissau", "URSS", "OTAN", "ONU", "UE",
    "Organisation du traité de l’Atlantique nord (OTAN)", "Kremlin", "Maison Blanche", "Quai d’Orsay",
    "ministère russe des Affaires étrangères", "Conseil de sécurité de l'ONU", "Parti socialiste", "BBC",
    "Le Monde", "Genève", "Donbass", "AFP/Getty", "Union européenne", "U.S.", "A", "Jr.", "d’", "l'", "O'Brien",
    "al-Assad", "el-Sissi",
]  # fmt: skip
WORDS = [
    "le", "la", "l’", "les", "un", "une", "de", "du", "des", "d'", "à", "au", "et", "ou", "ne", "pas", "que", "qu'",
    "qui", "dont", "selon", "d’après", "pour", "il", "elle", "ils", "on", "je", "nous", "son", "sa", "a dit",
    "a déclaré", "dit-il", "a-t-elle ajouté", "affirme", "a affirmé que", "explique", "estime", "exhorté",
    "selon lui", "président", "le président", "ministre", "secrétaire d’État", "porte-parole",
    "chef de la diplomatie", "homologue", "russe", "américain", "français", "Madame", "Mme", "M.", "MM.", "Union",
    "de l’", "dialogue", "sommet", "article", "intitulé", "dans", "bataille", "battre en retraite", "Nous verrons",
    "est", "sont", "veut", "Lire aussi", "Publié le", "12", "2021",
]  # fmt: skip
LABELS = ["PER", "LOC", "ORG", "MISC", "X"]

any_text = st.text(st.characters(), max_size=60)
piece = st.one_of(*(st.sampled_from(group) for group in (MARKS, SPACES, ODD, POINTS, NAMES, WORDS)))
french = st.lists(st.sampled_from([*NAMES, *WORDS, *POINTS, *MARKS, "\n"]), max_size=60).map(" ".join)
glued = st.lists(piece, max_size=60).map("".join)
mixed = st.lists(st.one_of(piece, st.text(st.characters(), max_size=3)), max_size=40).map("".join)
texts = st.one_of(any_text, french, glued, mixed)
words = st.one_of(piece, st.text(st.characters(), max_size=12), st.lists(piece, max_size=5).map("".join))


@st.composite
def spans_of(draw: st.DrawFn, text: str) -> list[tuple[int, int, str]]:
    """Spans as a model might tag them, or as no model would: anywhere in the text, over one another, in any order."""
    place = st.integers(0, len(text))
    both = st.tuples(place, place).map(sorted)
    found = draw(st.lists(st.tuples(both, st.sampled_from(LABELS)), max_size=8))
    return [(a, b, label) for (a, b), label in found if a < b]


@st.composite
def tagged(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """A text with spans in it."""
    text = draw(texts)
    return text, draw(spans_of(text))


def check(
    text: str, entities: tuple[Entity, ...], quotes: tuple[Quote, ...], rejected: tuple[Rejected, ...] = ()
) -> None:
    """Assert what holds of every result, whatever the text."""
    assert all(0 <= r.start < r.end <= len(text) and text[r.start : r.end] == r.text for r in rejected)
    ids = [e.id for e in entities]
    assert len(set(ids)) == len(ids) and all(ids)
    mentions = [m for e in entities for m in e.mentions]
    assert all(e.mentions and e.canonical for e in entities)
    for e in entities:
        assert [m.start for m in e.mentions] == sorted(m.start for m in e.mentions)
    assert [e.mentions[0].start for e in entities] == sorted(e.mentions[0].start for e in entities)
    for m in mentions:
        assert 0 <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.text
        assert m.text.strip() == m.text
    in_order = sorted(mentions, key=lambda m: m.start)
    assert all(a.end <= b.start for a, b in pairwise(in_order))
    check_quotes(text, quotes, set(ids))


def check_quotes(text: str, quotes: tuple[Quote, ...], ids: set[str]) -> None:
    """Assert what holds of every quote."""
    assert [q.start for q in quotes] == sorted(q.start for q in quotes)
    for q in quotes:
        assert 0 <= q.start < q.end <= len(text)
        assert text[q.start : q.end] == q.text
        assert 0 <= q.confidence <= 1
        if q.speaker is not None:
            assert 0 <= q.speaker.start < q.speaker.end <= len(text)
            assert text[q.speaker.start : q.speaker.end] == q.speaker.text
            assert q.speaker.entity is None or q.speaker.entity in ids
    open_ones: list[Quote] = []
    for q in quotes:
        while open_ones and open_ones[-1].end <= q.start:
            open_ones.pop()
        assert not open_ones or q.end <= open_ones[-1].end
        open_ones.append(q)
