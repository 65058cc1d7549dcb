from __future__ import annotations

from pathlib import Path

import pytest

from diplo_ner.io.document import Document, Failure
from diplo_ner.io.html import declared_encoding
from diplo_ner.io.readers import read_documents

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="{charset}">
<title>Le sommet de Genève reporté</title>
<meta property="article:published_time" content="2023-04-05T10:00:00+02:00"></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/abo">« Abonnez-vous »</a></li></ul></nav>
<div class="cookie-banner">Nous utilisons des cookies pour « améliorer » votre lecture.</div>
<article><h1>Le sommet de Genève reporté</h1>
<p>La rencontre prévue mardi entre les deux délégations n’aura pas lieu, ont annoncé les organisateurs après
une nuit de négociations qui n’a débouché sur aucun accord entre les parties présentes.</p>
<p>« Nous attendons un geste », a déclaré la négociatrice devant la presse, en rappelant que la porte restait
ouverte à une reprise des discussions dès que les conditions seraient réunies.</p>
<p>Les capitales européennes ont dit leur regret et appelé les deux camps à la retenue dans les prochains
jours, alors que la tension reste vive à la frontière.</p></article>
<footer>Mentions légales et « confidentialité »</footer></body></html>"""


def read(path: Path) -> Document | Failure:
    (outcome,) = read_documents([str(path)])
    return outcome


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_the_main_text_with_title_and_date(tmp_path: Path, charset: str) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.format(charset=charset)
    (tmp_path / "a.html").write_bytes(page.encode("cp1252" if charset != "utf-8" else "utf-8"))
    document = read(tmp_path / "a.html")
    assert isinstance(document, Document), document
    assert document.meta is not None
    assert (document.meta.title, document.meta.date) == ("Le sommet de Genève reporté", "2023-04-05")
    assert document.text.startswith("Le sommet de Genève reporté\n")
    assert document.text.count("Le sommet de Genève reporté") == 1
    assert "« Nous attendons un geste », a déclaré la négociatrice" in document.text
    for noise in ("Abonnez-vous", "cookies", "confidentialité"):
        assert noise not in document.text


def test_the_title_stands_first_where_the_text_lacks_it(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.format(charset="utf-8").replace("<h1>Le sommet de Genève reporté</h1>", "")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    document = read(tmp_path / "a.html")
    assert isinstance(document, Document)
    assert document.text.startswith("Le sommet de Genève reporté\n\nLa rencontre prévue")


@pytest.mark.parametrize("page", ["<html></html>", "<html><body></body></html>", "<", "<!-- -->", "<p>\x00</p>"])
def test_a_page_without_a_text_is_told(tmp_path: Path, page: str) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    outcome = read(tmp_path / "a.html")
    assert isinstance(outcome, Failure)
    assert outcome.reason


def test_half_a_page_gives_what_it_has(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.format(charset="utf-8")
    (tmp_path / "a.html").write_text(page[: page.index("Les capitales")], encoding="utf-8")
    document = read(tmp_path / "a.html")
    assert isinstance(document, Document)
    assert "Nous attendons un geste" in document.text


def test_declared_encodings() -> None:
    http = b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15">'
    assert declared_encoding(http) == "iso-8859-15"
    assert declared_encoding(b'<?xml version="1.0" encoding="UTF-8"?>') == "utf-8"
    assert declared_encoding(b"<p>no charset here</p>") is None
