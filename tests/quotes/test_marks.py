"""Passages between quotation marks, on the text alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diplo_ner.quotes.marks.passages import Passage, passages

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
ARTICLES = sorted((FIXTURES / "articles").glob("*.txt"))
STYLES = sorted((FIXTURES / "styles").glob("*.txt"))


def said(text: str) -> list[str]:
    return [text[p.start : p.end] for p in passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a dit « oui ».", ["oui"]),
        ("Il a dit «\u00a0oui\u00a0».", ["oui"]),
        ("Il a dit «\u202foui\u202f».", ["oui"]),
        ("Il a dit «oui».", ["oui"]),
        ("Il a dit “oui”.", ["oui"]),
        ("Il a dit „oui“.", ["oui"]),
        ("Il a dit „oui” puis „non”.", ["oui", "non"]),
        ('Il a dit "oui" puis "non".', ["oui", "non"]),
        ('Il a dit " oui " puis " non ".', ["oui", "non"]),
        ("Il a dit ‹ oui ›.", ["oui"]),
        ("Il a dit << oui >>.", ["oui"]),
        ("Il a dit ``oui''.", ["oui"]),
        ("Il a dit ''oui'' puis ''non''.", ["oui", "non"]),
        ("Il constate '' une hausse''. ''On tient, '' dit-il. L'arc fait 45'' de plus.", ["une hausse", "On tient,"]),
        ("Il a dit »oui« puis »non«.", ["oui", "non"]),
        ("Il parle d’“odieuse manœuvre”.", ["odieuse manœuvre"]),
        ('Il parle d\'"odieuse manœuvre".', ["odieuse manœuvre"]),
        (
            "Il viendra en mai.« Nous verrons », dit Ana.« C’est loin », répond Luc.Dans la salle, on rit.",
            ["Nous verrons", "C’est loin"],
        ),
        ("Le « traité » attendra.« Pas moi » dit-elle. Un « oui »»Elle part.", ["traité", "Pas moi", "oui"]),
        ("Le pacte « tient » encore »Rome le sait.« Nous aussi », dit Ana.", ["tient", "Nous aussi"]),
        ("(« pas question », dit-elle)", ["pas question"]),
        ("« Sans un mot de plus. »", ["Sans un mot de plus."]),
    ],
)
def test_marks_pair_by_their_kind(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_marks_give_spans_marks_and_outer_spans() -> None:
    text = "Elle a crié «\u00a0Dehors !\u00a0», puis rien."
    (found,) = passages(text)
    assert text[found.start : found.end] == "Dehors !"
    assert text[found.outer_start : found.outer_end] == "«\u00a0Dehors !\u00a0»"
    assert (found.open, found.close, found.depth, found.continued, found.parent) == ("«", "»", 0, False, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Il m’a dit : “Partez”, alors je pars. »", ["Il m’a dit : “Partez”, alors je pars.", "Partez"]),
        ('« Il m’a dit : "Partez". »', ['Il m’a dit : "Partez".', "Partez"]),
        (
            "« Il m’a dit : « Partez », alors je pars. »",
            ["Il m’a dit : « Partez », alors je pars.", "Partez"],
        ),
        ("“Le port ‘vert’ attendra”, dit-il.", ["Le port ‘vert’ attendra", "vert"]),
        (
            '"On nous promet "la mer", dit Ana, on a le sable."',
            ['On nous promet "la mer", dit Ana, on a le sable.', "la mer"],
        ),
        ("« Ils criaient 'Assez' sous nos fenêtres. »", ["Ils criaient 'Assez' sous nos fenêtres.", "Assez"]),
        (
            '"Il a répondu : "Parce que c\'est drôle"", raconte-t-elle.',
            ['Il a répondu : "Parce que c\'est drôle"', "Parce que c'est drôle"],
        ),
    ],
)
def test_marks_nest(text: str, expected: list[str]) -> None:
    found = passages(text)
    assert [text[p.start : p.end] for p in found] == expected
    assert [p.depth for p in found] == [0, 1]
    assert [p.parent for p in found] == [None, 0]


def test_marks_end_together_where_one_closes_two() -> None:
    text = "« Le douanier répète : « Rien à déclarer ? », a-t-elle raconté."
    assert said(text) == ["Le douanier répète : « Rien à déclarer ?", "Rien à déclarer ?"]


def test_marks_repeated_at_paragraphs_go_on() -> None:
    text = (
        "Le consul a déclaré :\n\n« Nous ouvrirons le guichet lundi.\n\n« Nous le fermerons jeudi.\n\n"
        "« Le reste du temps, écrivez. »\n\nLe guichet est au rez-de-chaussée."
    )
    (found,) = passages(text)
    assert found.continued
    assert text[found.start : found.end].startswith("Nous ouvrirons")
    assert text[found.start : found.end].endswith("écrivez.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Le port est mort. “Il faut le fermer”, dit-elle.", ["Le port est mort. “Il faut le fermer"]),
        (
            "“Le port, dit-elle, est mort, mais il plaît. “Il faut le garder”. Rien d'autre.",
            ["Le port, dit-elle, est mort, mais il plaît. “Il faut le garder"],
        ),
        ("“Le port est mort, dit-elle. “Il faut le fermer”.", ["Le port est mort", "Il faut le fermer"]),
        ("Elle parle de “la fin. “Il faut fermer”, dit-elle.", ["la fin.", "Il faut fermer"]),
    ],
)
def test_marks_opened_again_at_a_sentence_go_on(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_marks_span_several_lines() -> None:
    text = "« Nous avons attendu.\nLes barques aussi.\nPersonne n’est venu », raconte le pêcheur.\nLa mer monte."
    assert said(text) == ["Nous avons attendu.\nLes barques aussi.\nPersonne n’est venu"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Le traité attendra, a déclaré le ministre.", ["Le traité attendra"]),
        ("« Le traité attendra ! a lancé la ministre.", ["Le traité attendra !"]),
        ("« Le traité attendra\nLe vent se lève.", ["Le traité attendra"]),
        (
            "« Le traité attendra, a-t-il dit. Il juge le texte « trop court ».",
            ["Le traité attendra", "trop court"],
        ),
        ("Elle parle d’un « chaos et craint une « débâcle ».", ["débâcle"]),
    ],
)
def test_marks_opened_and_never_closed(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le pont tient encore », a expliqué l’ingénieur.", ["Le pont tient encore"]),
        ("La pluie tombe. Le pont tient encore », a expliqué l’ingénieur.", ["Le pont tient encore"]),
        ("La pluie tombe. Je le sais. Mon pont tient », a dit l’ingénieur.", ["Je le sais. Mon pont tient"]),
        ("Elle a ajouté : Le pont tient encore. »", ["Le pont tient encore."]),
        ("Il juge le pont « solide » mais la rive friable » et le quai étroit.", ["solide"]),
        ("Il parle d’un pont « solide »». Puis il part.", ["solide"]),
    ],
)
def test_marks_closed_and_never_opened(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Il veut “avancer… vite", dit-il.', ["avancer… vite"]),
        ('Il veut «avancer", dit-il, puis « dormir ».', ["avancer", "dormir"]),
        ("Il veut «avancer«, dit-il, puis « dormir ».", ["avancer", "dormir"]),
        ("» Il veut avancer « , se plaint le maire.", ["Il veut avancer"]),
        ("un mot«mot»mot et un “autre”", ["mot", "autre"]),
    ],
)
def test_marks_of_the_wrong_kind(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_marks_straight_on_one_long_line() -> None:
    pieces = [f'Le délégué {n} a jugé le texte "utile {n}" et la date "proche {n}".' for n in range(200)]
    expected = [w for n in range(200) for w in (f"utile {n}", f"proche {n}")]
    assert said(" ".join(pieces)) == expected


def test_marks_straight_recover_from_an_odd_one() -> None:
    text = 'Un écran de 27" trône au mur. Il le dit "utile", elle "cher". Un 24" suffirait, "hélas", dit-on.'
    assert said(text) == ["utile", "cher", "hélas"]


def test_marks_leave_apostrophes_alone() -> None:
    assert said("L'élu d'Aix n'a rien dit aujourd'hui, ni 'tain ni rock 'n' roll.") == []
    assert said("« L'élu d'Aix n'a qu'un mot. »") == ["L'élu d'Aix n'a qu'un mot."]


@pytest.mark.parametrize("text", ["", "«", "»", '"', "« »", "«»", '""', "« \u00a0 »", "''", "‘’", "«««", "»»»"])
def test_marks_without_words_give_nothing(text: str) -> None:
    assert passages(text) == []


def _sign_spans(text: str) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in passages(text)]


# Articles whose marks are all of one kind, so that turning them into another cannot mix them up.
PURE = [p for p in ARTICLES + STYLES if "«" in p.read_text("utf-8") and not set('“”„"') & set(p.read_text("utf-8"))]


@pytest.mark.parametrize("path", PURE, ids=lambda p: p.stem)
@pytest.mark.parametrize(("open_", "close"), ["“”", "„“", "»«"])
def test_marks_of_another_kind_give_the_same_passages(path: Path, open_: str, close: str) -> None:
    text = re.sub("«[ \u00a0\u202f]*", "«", re.sub("[ \u00a0\u202f]*»", "»", path.read_text("utf-8")))
    swapped = text.translate({ord("«"): open_, ord("»"): close})
    assert _sign_spans(swapped) == _sign_spans(text)


def test_marks_straight_find_nearly_all_that_guillemets_find() -> None:
    hit = total = 0
    for path in PURE:
        text = path.read_text("utf-8")
        straight = text.replace("«", '"').replace("»", '"')
        wanted, found = _sign_spans(text), set(_sign_spans(straight))
        hit += sum(span in found for span in wanted)
        total += len(wanted)
    assert total > 100
    assert hit / total >= 0.97


def _gold(path: Path) -> list[tuple[int, int]]:
    return [(q["start"], q["end"]) for q in json.loads(path.with_suffix(".json").read_text("utf-8"))["quotes"]]


def _iou(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (one[1] - one[0] + other[1] - other[0] - shared)


def test_marks_reach_the_gold_quotes() -> None:
    hit = total = 0
    for path in ARTICLES + STYLES:
        spans = _sign_spans(path.read_bytes().decode("utf-8"))
        for gold in _gold(path):
            total += 1
            hit += any(_iou(gold, span) >= 0.8 for span in spans)
    assert hit / total >= 0.99


def test_marks_lost_cost_their_own_quote_only() -> None:
    lost = cut = 0
    for path in ARTICLES:
        text = path.read_bytes().decode("utf-8")
        whole = passages(text)
        for mark in re.finditer("[«»]", text):
            place = mark.start()
            others = [p for p in whole if place not in (p.outer_start, p.outer_end - 1)]
            found = set(_sign_spans(text[:place] + text[place + 1 :]))
            moved = [(p.start - (p.start > place), p.end - (p.end > place)) for p in others]
            lost += sum(not any(_iou(span, other) >= 0.8 for other in found) for span in moved)
            cut += 1
    assert cut > 90
    assert lost <= cut // 20


ALPHABET = st.sampled_from(list("ab,.:! \n\u00a0") + list("«»“”„\"‹›'‘’") + ["dit-il", " a dit ", "Il ", "…", "\r\n"])
TEXTS = st.lists(ALPHABET, max_size=60).map("".join)


def _check(text: str, found: list[Passage]) -> None:
    for number, p in enumerate(found):
        assert 0 <= p.outer_start <= p.start < p.end <= p.outer_end <= len(text)
        assert text[p.start : p.end].strip() == text[p.start : p.end]
        if p.open:
            assert text[p.outer_start : p.outer_start + len(p.open)] == p.open
        if p.close:
            assert text[p.outer_end - len(p.close) : p.outer_end] == p.close
        for q in found[:number]:
            apart = q.outer_end <= p.outer_start
            inside = q.outer_start <= p.outer_start and p.outer_end <= q.outer_end
            assert apart or inside
        if p.parent is not None:
            assert p.parent < number
            assert found[p.parent].depth == p.depth - 1
    assert [p.outer_start for p in found] == sorted(p.outer_start for p in found)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example("«a «b» c”")
def test_marks_property_spans_lie_inside_and_nest(text: str) -> None:
    _check(text, passages(text))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
@example("\ud800«\udfff»")
@example("«\x00»\u202e“\u2066”")
def test_marks_property_no_text_raises(text: str) -> None:
    _check(text, passages(text))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_marks_property_a_plain_paragraph_behind_changes_nothing(text: str) -> None:
    assert passages(text + "\n\nRien de neuf au port ce matin") == passages(text + "\n\n")


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_marks_property_the_same_text_gives_the_same(text: str) -> None:
    assert passages(text) == passages(text)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["«", '"', "« a ", "»a ", '"a" ', "'a ", "«\n", 'a"a', "‘a", "«a»b "])
def test_marks_take_time_in_line_with_length(unit: str, seconds_of) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        return seconds_of(lambda: passages(text))

    short, long = (min(pair) for pair in zip(*((seconds(30_000), seconds(240_000)) for _ in range(2)), strict=True))
    assert long < 20 * max(short, 0.004)
