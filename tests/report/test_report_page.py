from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from written import (
    EVIL,
    JOINT,
    SUMMIT,
    Tree,
    as_parsed,
    entity,
    evil,
    extraction,
    joint,
    main_text,
    mention,
    quote,
    summit,
    told,
)

from diplo_ner.errors import ConfigurationError
from diplo_ner.report import render
from diplo_ner.safe import as_script
from diplo_ner.schema import Entity, Extraction, Meta


def three() -> str:
    return render(
        [summit("un"), extraction("Rien.", [], [], None), summit("trois")],
        [SUMMIT, "Rien.", SUMMIT],
        title="Essai",
    )


def test_page_is_well_formed() -> None:
    Tree(as_parsed(three()))


def test_page_gives_each_text_back_to_the_letter() -> None:
    html = as_parsed(three())
    assert [Tree(main_text(html, n)).text for n in (1, 2, 3)] == [SUMMIT, "Rien.", SUMMIT]


def test_page_is_the_same_each_time() -> None:
    assert three() == three()


def test_page_needs_nothing_from_outside() -> None:
    html = three()
    elements = Tree(html).elements
    loading = {"src", "srcset", "data", "poster", "background", "action", "formaction", "style", "ping"}
    assert not [a for _, a in elements if loading & a.keys()]
    assert not [a for _, a in elements if any(name.startswith("on") for name in a)]
    assert all((a["href"] or "").startswith("#") for _, a in elements if "href" in a)
    for name in ("http://www.w3.org/2000/svg", "https://www.wikidata.org/wiki/$"):  # a namespace, and a link to follow
        html = html.replace(name, "")
    assert not re.search(r"url\(|@import|https?:|import\(|fetch\(|XMLHttp|innerHTML", html)
    assert {tag for tag, _ in elements} & {
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
    } == set()


def test_page_lets_in_its_own_style_and_script_only() -> None:
    html = render([summit()], [SUMMIT], title="Essai")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    for tag in ("style", "script"):
        source = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert len(source) == 1
        assert f"{tag}-src 'sha256-{b64encode(sha256(source[0].encode()).digest()).decode()}'" in policy[1]
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    assert html.index("Content-Security-Policy") < html.index("<style>")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_page_lets_nothing_of_an_article_act(lang: str) -> None:
    found, text = evil()
    html = as_parsed(render([found, found], [text, text], title=EVIL, lang=lang))
    tree = Tree(html)
    assert Tree(main_text(html)).text == text
    assert not [a for tag, a in tree.elements if tag in ("img", "b") or "onerror" in a]
    assert [tag for tag, _ in tree.elements].count("script") == 3
    assert html.count("<noscript") == html.count("</noscript>") == 1
    assert "{{ 7 * 7 }}" in tree.text
    assert "alert(1)</script>" not in html


def test_page_names_articles_by_their_documents() -> None:
    tree = Tree(three())
    names = [
        a["id"]
        for tag, a in tree.elements
        if tag == "h2" and a["id"] not in {"overview-name", "dossier-name", "keys-name"}
    ]
    assert names == ["a1-name", "a2-name", "a3-name"]
    assert tree.text_in("id", "a1-name") == ["1 un"]
    assert tree.text_in("id", "a2-name") == ["2 Article 2"]


def test_page_of_one_article_has_no_overview() -> None:
    html = render([summit()], [SUMMIT], title="Essai")
    assert 'id="overview"' not in html
    assert "<noscript" not in html


def test_page_keeps_later_articles_for_when_they_are_asked_for() -> None:
    assert re.findall(r'<noscript data-article="(\d+)"><article class="doc" id="a(\d+)"', three()) == [
        ("2", "2"),
        ("3", "3"),
    ]


def test_page_of_no_article_says_so() -> None:
    assert "Aucun article n’a été lu." in Tree(render([], [], title="Rien")).text


def test_page_of_an_empty_article() -> None:
    tree = Tree(render([extraction("", [], [])], [""], title="Vide"))
    assert "Aucune entité." in tree.text
    assert "Aucune citation." in tree.text


def test_page_tells_counts_and_variants() -> None:
    html = render([summit()], [SUMMIT], title="Essai")
    panel = html[html.index('id="a1-entities"') : html.index('id="a1-quotes"')]
    words = told(panel)
    assert "Personnes Antony Blinken US , 2 mentions Formes, Antony Blinken , Blinken" in words
    assert "Sergueï Lavrov RU , 1 mention" in words
    assert "Pays Russie RU , 1 mention Formes, Moscou" in words


def test_page_tells_who_says_a_quote_and_why() -> None:
    html = render([summit()], [SUMMIT], title="Essai")
    entry = html[html.index('<li id="a1-q1"') : html.index('<li id="a1-q2"')]
    words = told(entry)
    assert words.startswith("1 Nous répondrons “sans tarder” à Moscou phrase désigné par « Antony Blinken »")
    assert "introduit par « a déclaré »" in words
    assert "règle incise avec un nom pour sujet" in words
    assert "confiance 95 %" in words


def test_page_orders_speakers_by_their_quotes_and_nobody_last() -> None:
    html = render([summit()], [SUMMIT], title="Essai")
    panel = html[html.index('<section class="panel quotes"') :]
    assert re.findall(r'class="name[^"]*" data-light="([^"]+)"', panel) == ["e2", "e3", "a1u0", "a1n"]


def test_page_speaks_english() -> None:
    html = render([summit(), summit()], [SUMMIT, SUMMIT], title="Test", lang="en")
    text = Tree(html).text
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "Who is quoted" in text
    assert "reported by “a déclaré”" in text
    assert not [words for words in ("Citations", "Entités", "Chercher", "désigné", "Personnes") if words in text]


def test_page_speaks_no_other_language() -> None:
    with pytest.raises(ConfigurationError, match="'de'; say fr or en"):
        render([], [], title="", lang="de")


def test_page_wants_a_text_for_each_extraction() -> None:
    with pytest.raises(ValueError, match="1 extractions, but 0 texts"):
        render([summit()], [], title="")


def test_page_joins_entities_of_one_id_across_articles() -> None:
    html = three()
    table = html[html.index('<table class="all-entities"') : html.index('<div id="articles">')]
    row = re.search(r'<tr data-k="e2" data-type="person" data-in="([^"]+)">.*?</tr>', table, re.DOTALL)
    assert row is not None
    assert row[1] == "1 3"
    assert '<td class="figure">4</td>' in row[0]
    assert table.count("<tr data-k") == 5


def test_page_keeps_apart_what_bears_one_id_and_two_types() -> None:
    text = "Washington parle à Washington."
    found = extraction(
        text,
        [
            Entity(id="w", type="COUNTRY", canonical="États-Unis", mentions=(mention(text, "Washington"),)),
            Entity(id="w", type="PLACE", canonical="Washington", mentions=(mention(text, "Washington", 2),)),
        ],
        [],
    )
    assert render([found, found], [text, text], title="").count('<tr data-k="e') == 2


def test_page_counts_who_is_quoted_in_the_run() -> None:
    html = three()
    table = html[html.index('<table class="speakers"') : html.index('<table class="articles"')]
    rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)[1:]
    assert [told(row) for row in rows] == [
        "Antony Blinken 4 1 3",
        "Sergueï Lavrov 2 1 3",
        "Locuteurs sans nom 2 1 3",
        "Sans locuteur 2 1 3",
    ]


def test_page_names_a_speaker_whose_entity_is_unknown_by_his_words() -> None:
    text = "« Oui », dit Zorro."
    html = render([extraction(text, [], [quote(text, "Oui", "Zorro", "zorro")])], [text], title="")
    assert 'data-name="Zorro"' in html


def test_page_marks_nothing_where_the_text_is_another_and_still_lists_it() -> None:
    html = render([summit()], ["Un tout autre texte, plus court."], title="Essai")
    assert main_text(html) == "Un tout autre texte, plus court."
    assert '<span class="no">1</span>' in html
    assert 'data-name="Antony Blinken"' in html


def test_page_folds_long_lists_of_articles() -> None:
    html = render([summit(str(n)) for n in range(14)], [SUMMIT] * 14, title="")
    row = html[html.index('<table class="all-entities"') :]
    row = row[: row.index("</tr>\n</tbody>")]
    assert "<summary>+ 4</summary>" in row


def test_page_begins_an_article_with_its_first_words() -> None:
    text = "\ufeff\r\n \u00a0\n  Un   titre\tlong\nSuite."
    html = render([extraction(text, [], [])] * 2, [text] * 2, title="")
    assert "<bdi>Un titre long</bdi></span>" in html


def test_data_for_the_script_cannot_end_it() -> None:
    value = {"a": "</script><!--&\u2028\u2029é"}
    script = str(as_script(value))
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script) == value


def test_page_of_the_five_articles_gives_their_texts_back() -> None:
    folder = Path(__file__).parents[2] / "fixtures" / "articles"
    texts = [path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))]
    found = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        entities = [Entity(**{**e, "canonical": e["canonical"][0]}) for e in gold["entities"]]
        named = {e.id for e in entities}
        quotes = [
            {
                **{k: q[k] for k in ("start", "end", "text", "kind", "cue")},
                "speaker": {**q["by"], "entity": q["speaker"] if q["speaker"] in named else None} if q["by"] else None,
            }
            for q in gold["quotes"]
        ]
        found.append(
            Extraction.model_validate({"doc_id": path.stem, "model": "", "entities": entities, "quotes": quotes})
        )
    html = as_parsed(render(found, texts, title="Cinq articles"))
    for number, (text, extraction_) in enumerate(zip(texts, found, strict=True), 1):
        tree = Tree(main_text(html, number))
        assert tree.text == text
        assert tree.text_in("class", "quote") == [q.text for q in extraction_.quotes]
        mentions = sorted((m for e in extraction_.entities for m in e.mentions), key=lambda m: m.start)
        assert tree.text_in("class", "mention") == [m.text for m in mentions]


def test_entity_without_mentions_is_listed() -> None:
    text = "Rien."
    html = render([extraction(text, [entity(text, "x", "PERSON", "Absente")], [])], [text], title="")
    assert 'data-name="Absente"' in html


def test_article_tells_headline_day_outlet_and_link():
    told = Meta(date="2022-03-01", title="À Genève <b>", url="https://exemple.fr/1", source="Le Courrier")
    html = render([summit().model_copy(update={"meta": told})], [SUMMIT], title="T")
    heading = html[html.index('id="a1-name"') : html.index('<nav class="within"')]
    assert "<bdi>À Genève &lt;b&gt;</bdi></h2>" in heading
    assert '<time datetime="2022-03-01">1er mars 2022</time>' in heading
    assert "Le Courrier" in heading and 'href="https://exemple.fr/1"' in heading and "sommet" in heading
    bad = told.model_copy(update={"url": "javascript:alert(1)"})
    assert "javascript:" not in render([summit().model_copy(update={"meta": bad})], [SUMMIT], title="T")


def test_words_of_several_stand_under_each_of_them() -> None:
    panel = render([joint()], [JOINT], title="Essai")
    panel = panel[panel.index('<section class="panel quotes"') : panel.index("</article>")]
    assert re.findall(r'class="name[^"]*" data-light="([^"]+)"', panel) == ["e1", "e0"]
    assert re.findall(r'<li(?: id="([^"]+)")? data-k="([^"]+)"', panel) == [
        ("", "e1"),
        ("a1-q2", "e1"),
        ("a1-q1", "e0"),
    ]
    words = told(panel)
    assert words.startswith("Citations par locuteur 2 Angela Merkel 2 1 Nous signerons phrase désigné par « Angela")
    assert "désigné par « Angela Merkel » avec Emmanuel Macron" in words
    assert "désigné par « Emmanuel Macron » avec Angela Merkel" in words
    several = render([joint(), summit()], [JOINT, SUMMIT], title="Essai")
    row = re.search(r'<tr data-k="e1">.*?</tr>', several, re.DOTALL)
    assert row is not None and told(row[0]).startswith("Angela Merkel 2 1")


@pytest.mark.parametrize("articles", [1, 2])
def test_entities_link_to_their_items(articles: int) -> None:
    html = render([joint()] * articles, [JOINT] * articles, title="Essai")
    shown = html[: html.index('<script type="application/json" id="told"')]
    links = re.findall(r'<a [^>]*href="(https://www.wikidata.org[^"]*)" rel="noreferrer"', shown)
    assert links == ["https://www.wikidata.org/wiki/Q3052772"] * (1 if articles == 1 else 3)
