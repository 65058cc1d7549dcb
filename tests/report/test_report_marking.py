from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import JOINT, SUMMIT, Tree, as_parsed, entity, extraction, joint, mention, quote, summit

from diplo_ner.report.articles import article_entry
from diplo_ner.schema import Entity, Extraction, Mention, Quote, Speaker
from diplo_ner.wording.words import Words


def marked(found: Extraction, text: str) -> str:
    keys = {(e.type, e.id): f"e{n}" for n, e in enumerate(found.entities)}
    return str(article_entry(1, found, text, keys, Words("fr")).text)


@pytest.mark.parametrize(
    "text",
    [
        "Deux lignes.\r\nPuis une.\n\n\tFin. ",
        "Vieux Mac.\rSuite.",
        "\ufeffUne marque, des espaces\u00a0insécables\u202f!",
        "🕊️ et 👨‍👩‍👧 parlent.",
        "\n\n  au début",
        "a < b & c > d \" '",
        "&amp; &#13; &nbsp; <br>",
        "]]> <!-- --> <![CDATA[",
        "\u2028 \u2029 \x0b \x0c \x1f \u202e",
        "",
    ],
)
def test_marking_gives_the_text_back_to_the_letter(text: str) -> None:
    assert Tree(as_parsed(marked(extraction(text, [], []), text))).text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_marking_gives_any_text_back_to_the_letter(text: str) -> None:
    assert Tree(as_parsed(marked(extraction(text, [], []), text))).text == text


def test_marking_shows_what_html_cannot_hold_as_replacement_characters() -> None:
    text = "a\0b\ud800c"
    found = extraction(text, [entity(text, "c", "PERSON", "C", "\ud800c")], [])
    tree = Tree(marked(found, text))
    assert tree.text == "a\ufffdb\ufffdc"
    assert tree.text_in("data-k", "e0") == ["\ufffdc"]


def test_marking_marks_each_kind() -> None:
    tree = Tree(as_parsed(marked(summit(), SUMMIT)))
    assert tree.text == SUMMIT
    assert tree.text_in("class", "person") == ["Antony Blinken", "Sergueï Lavrov", "Blinken"]
    assert tree.text_in("class", "country") == ["Moscou"]
    assert tree.text_in("class", "organisation") == ["OTAN"]
    assert tree.text_in("class", "place") == ["Genève"]
    assert tree.text_in("class", "quote") == [q.text for q in summit().quotes]
    assert tree.text_in("class", "unnamed") == ["Rien n’est signé"]
    assert tree.text_in("class", "nobody") == ["À suivre."]
    assert tree.text_in("class", "by") == ["Antony Blinken", "Sergueï Lavrov", "un diplomate"]


def test_marking_ties_the_words_of_a_speaker_to_all_his_quotes() -> None:
    tree = Tree(as_parsed(marked(summit(), SUMMIT)))
    assert tree.text_in("data-q", "2") == ["sans tarder", "Antony Blinken"]
    assert [a["data-q"] for _, a in tree.elements if a.get("class") == "by"] == ["1 2", "3", "4"]


def test_marking_gives_a_speaker_and_his_quotes_one_key() -> None:
    said = [a["data-k"] for _, a in Tree(marked(summit(), SUMMIT)).elements if "quote" in (a.get("class") or "")]
    assert said == ["e2", "e2", "e3", "a1u0", "a1n"]


def test_marking_puts_the_link_behind_the_closing_mark() -> None:
    html = marked(summit(), SUMMIT)
    assert '”<a class="ref" id="a1-t2" href="#a1-q2" data-n="2" aria-label="Citation 2, Antony Blinken"></a> à' in html
    assert ' »<a class="ref" id="a1-t1"' in html
    assert ' »<a class="ref" id="a1-t5" href="#a1-q5" data-n="5" aria-label="Citation 5, Sans locuteur"></a>' in html


def test_marking_puts_the_link_behind_words_that_no_mark_closes() -> None:
    text = "« Non, dit-il. Et rien."
    assert 'Non</span><a class="ref"' in marked(extraction(text, [], [quote(text, "Non")]), text)


def test_marking_cuts_a_mention_that_crosses_the_edge_of_a_quote() -> None:
    text = "Le parti « Un autre Chili libre » recule."
    found = extraction(
        text,
        [
            entity(text, "x", "ORGANISATION", "X", "parti « Un autre"),
            entity(text, "y", "PLACE", "Y", "libre » recule"),
        ],
        [quote(text, "Un autre Chili libre")],
    )
    html = marked(found, text)
    tree = Tree(html)
    assert tree.text == text
    assert tree.text_in("data-k", "e0") == ["parti « ", "Un autre"]
    assert tree.text_in("data-k", "e1") == ["libre", " » recule"]
    assert tree.text_in("class", "quote") == ["Un autre Chili libre"]
    assert html.count("goes-on") == 2


def test_marking_nests_quotes_in_quotes() -> None:
    text = "« A “b ‹c› d” e »"
    found = extraction(text, [], [quote(text, "A “b ‹c› d” e"), quote(text, "b ‹c› d"), quote(text, "c")])
    tree = Tree(marked(found, text))
    assert tree.text_in("class", "quote") == ["A “b ‹c› d” e", "b ‹c› d", "c"]
    assert "goes-on" not in marked(found, text)


def test_marking_keeps_code_points_behind_emoji() -> None:
    text = "🇫🇷🕊️👩🏽‍🚀 Macron parle à 🇩🇪 Berlin."
    found = extraction(
        text,
        [
            entity(text, "m", "PERSON", "Emmanuel Macron", "Macron"),
            entity(text, "b", "PLACE", "Berlin", "Berlin"),
        ],
        [],
    )
    tree = Tree(marked(found, text))
    assert (tree.text_in("class", "person"), tree.text_in("class", "place")) == (["Macron"], ["Berlin"])


@pytest.mark.parametrize(("start", "end"), [(-3, 4), (0, 0), (4, 2), (0, 99), (1, 7)])
def test_marking_leaves_alone_what_does_not_stand_there(start: int, end: int) -> None:
    text = "Lavrov parle."
    wrong = Mention(start=start, end=end, text="Lavrov")
    said = Quote(
        start=start,
        end=end,
        text="Lavrov",
        kind="fragment",
        speaker=Speaker(entity="lavrov", text="Lavrov", start=start, end=end),
    )
    found = Extraction(
        doc_id="x",
        model="",
        entities=(Entity(id="lavrov", type="PERSON", canonical="Lavrov", mentions=(wrong,)),),
        quotes=(said,),
    )
    assert marked(found, text) == text


def test_marking_marks_equal_spans_of_two_entities() -> None:
    text = "Washington"
    found = extraction(
        text,
        [
            Entity(id="US", type="COUNTRY", canonical="États-Unis", mentions=(mention(text, text),)),
            Entity(id="w", type="PLACE", canonical="Washington", mentions=(mention(text, text),)),
        ],
        [],
    )
    tree = Tree(marked(found, text))
    assert tree.text == text
    assert tree.text_in("class", "country") == tree.text_in("class", "place") == [text]


def test_marking_gives_words_of_several_the_keys_of_all() -> None:
    tree = Tree(marked(joint(), JOINT))
    assert tree.text_in("data-k", "e0") == ["Nous signerons", "Emmanuel Macron"]
    assert tree.text_in("data-k", "e1") == ["Nous signerons", "Angela Merkel", "Oui", "Mme Merkel"]
    assert tree.text_in("data-q", "1") == ["Nous signerons", "Emmanuel Macron", "Angela Merkel"]
