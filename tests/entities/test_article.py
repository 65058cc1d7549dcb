"""Questions about the words of an article, also about words that it does not have."""

from __future__ import annotations

import pytest

from diplo_ner.entities.article import Article
from diplo_ner.entities.organisations import key_of
from diplo_ner.entities.resolver import resolve
from diplo_ner.entities.tagger import tag
from diplo_ner.text.words import words


@pytest.mark.parametrize("text", ["", "Paris", "Il est à Moscou\nou à Paris"])
def test_every_question_is_answered_outside_the_text_too(text):
    article = Article(text, words(text))
    size = len(article.words)
    for i in (*range(-3, 0), *range(size, size + 4)):
        assert article.new_line(i) and article.opens(i)
        assert not article.glued(i) and not article.is_capital(i) and article.fold(i) == ""


def test_inside_the_text_a_line_begins_behind_a_break():
    article = Article("Il est à Moscou\nou à Paris", words("Il est à Moscou\nou à Paris"))
    assert [article.new_line(i) for i in range(len(article.words))] == [True, False, False, False, True, False, False]


@pytest.mark.parametrize("alone", ["\u0301", "\u00ad", "\u200b", "´", "\u0301\u0301", "\u00ad\u200b"])
def test_an_accent_that_stands_alone_stops_no_key(alone):
    assert key_of(f"Conseil {alone} de l’Europe") == ("conseil", "europe")
    assert key_of(alone) and all(key_of(alone))


@pytest.mark.parametrize("end", ["", ",", "\n", " ´", " \u0301"])
def test_a_name_at_the_end_of_the_text_is_tagged(end):
    text = f"Le sommet du Conseil \u0301 de l'Europe s'ouvre à Moscou{end}"
    span = (text.index("Moscou"), text.index("Moscou") + 6, "LOC")
    body = (text.index("Conseil"), text.index("Europe") + 6, "ORG")
    article = Article(text, words(text))
    found = resolve(article, tag(article, [body, span]))
    assert any(m.text == "Moscou" for e in found for m in e.mentions)


@pytest.mark.parametrize("name", ["Mae P", "Es Nation IES", "Jean Dupont", "O P"])
@pytest.mark.parametrize("end", ["(", "( ", "(A", "(A)", "()"])
def test_a_bracket_at_the_end_of_the_text_stops_nothing(name, end):
    text = f"{name} {end}"
    span = (0, len(name), "PER")
    article = Article(text, words(text))
    found = resolve(article, tag(article, [span]))
    assert any(m.text == name for e in found for m in e.mentions)


def test_an_article_behind_a_name_at_the_end_of_the_text_stops_nothing():
    article = Article("N Yo le K", words("N Yo le K"))
    found = resolve(article, tag(article, [(0, 4, "PER"), (8, 9, "MISC")]))
    assert [m.text for e in found for m in e.mentions] == ["N Yo"]
