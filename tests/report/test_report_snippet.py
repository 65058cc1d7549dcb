from __future__ import annotations

import pytest
from written import SUMMIT, Tree, entity, extraction, joint, quote, summit, told

from diplo_ner.errors import ConfigurationError
from diplo_ner.report import repr_html
from diplo_ner.schema import Extraction, Fault


def test_snippet_shows_entities_and_quotes() -> None:
    text = told(repr_html(summit()))
    assert text.startswith("sommet · 5 entités · 5 citations · lu avec modèle 1")
    assert "Antony Blinken US personne 2 Antony Blinken , Blinken" in text
    assert "Antony Blinken Nous répondrons “sans tarder” à Moscou incise" in text


def test_snippet_lets_nothing_act() -> None:
    words = "<script>alert(1)</script>\"' onload='"
    text = f"« {words} », dit {words}x."
    html = repr_html(
        extraction(
            text,
            [entity(text, words, "PERSON", words, f"{words}x")],
            [quote(text, words, f"{words}x")],
            words,
        )
    )
    tree = Tree(html)
    assert {tag for tag, _ in tree.elements} <= {
        "div",
        "p",
        "strong",
        "bdi",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert {name for _, attributes in tree.elements for name in attributes} == {"style"}


def test_snippet_says_how_many_more_there_are() -> None:
    names = [f"Nom{n:02}" for n in range(15)]
    text = " ".join(f"« mot {name} »" for name in names)
    found = extraction(
        text, [entity(text, n, "PERSON", n, n) for n in names], [quote(text, f"mot {n}") for n in names], None
    )
    text = told(repr_html(found))
    assert "+ 3 entités" in text
    assert "+ 7 citations" in text
    assert "Nom11" in text


def test_snippet_speaks_english() -> None:
    assert "5\u00a0quotes" in repr_html(summit(), lang="en")
    with pytest.raises(ConfigurationError):
        repr_html(summit(), lang="la")


def test_snippet_of_nothing() -> None:
    assert "Aucune citation." in repr_html(extraction("", [], []))


def test_snippet_needs_no_text() -> None:
    assert SUMMIT.splitlines()[0] not in repr_html(summit())


def test_snippet_tells_an_article_that_was_not_read() -> None:
    fault = Fault(kind="IndexError", message="<b>")
    html = repr_html(Extraction(doc_id="note", model="m", error=fault))
    assert told(html) == "<Extraction note: not read, IndexError: <b>>" and "<b>" not in html


def test_snippet_names_all_who_say_words_and_their_items() -> None:
    html = repr_html(joint())
    assert "Emmanuel Macron, Angela Merkel Nous signerons" in told(html)
    assert told(html).count("Nous signerons") == 1
    assert html.count("wikidata.org/wiki/Q3052772") == 1 and html.count("wikidata") == 1
