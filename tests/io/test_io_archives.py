"""Archives as they come: exports, feeds, JSON, XML, mails, Markdown, subtitles."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from diplo_ner.io.counting import count_documents
from diplo_ner.io.document import Document, Failure, Note
from diplo_ner.io.readers import ReadOptions, read_documents
from diplo_ner.io.sniff import sniff
from diplo_ner.io.sources import Format, Source, find_sources
from diplo_ner.metadata.fields import Fields
from diplo_ner.schema import Meta

FACTIVA = """SN  Agence du Fleuve
HD  Vasko attendue à Kiev
WC  214 mots
PD  18 juin 2023
ET  06:12
LA  French
LP
La ministre Ana Vasko est attendue dimanche.
TD
« Nous verrons », a-t-elle dit.

Igor Kelbert la recevra.
RE  ukr : Ukraine
AN  Document ADF0000020230618ej6i0012x

HD  Kelbert se tait
PD  19 juin 2023
SN  Agence du Fleuve
BY  Luc Durmont
LP
Igor Kelbert n'a rien dit.
AN  Document ADF0000020230619ej6j0013y
"""

EUROPRESSE = """Le Courrier
International, lundi 12 février 2024, p. 3
Aussi paru dans 11 février 2024 - courrier.example

Vasko à Kiev

Propos recueillis par Luc Durmont et Nora Pelloux (Kiev, envoyée spéciale)

La ministre « ne cédera pas », a promis Ana Vasko.

Igor Kelbert l'a reçue.

Note(s) :
l.durmont@courrier.example

Illustration(s) :
Ana Vasko, le 11 février. UGO WEXEL/ADF

© 2024 Le Courrier. Tous droits réservés. Le présent document est protégé par les lois.

news·20240212·LC·0x5832x101

Ce certificat est émis à Université-du-Fleuve à des fins de visualisation personnelle et temporaire.

Page 1 sur 2

Le Fanal
Mardi 13 février 2024
Éco, p. 22

Bruxelles attend

La Commission attend une réponse de Kelbert.

Encadré(s) :
Kelbert en dates

© 2024 Le Fanal. Tous droits réservés.
news·20240213·LF·954x20x100
"""

PAGE = """<!doctype html><html><body>
<article><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier</span></div>
<span class="DocHeader">lundi 12 février 2024 1200 mots, p. 3</span>
<div class="titreArticle"><p>Vasko à Kiev</p></div><p class="sm-margin-bottomNews">Luc Durmont</p>
<div class="docOcurrContainer"><p>Ana Vasko « ne cédera pas ».</p><p>Kelbert non plus.</p></div>
<span class="publiC-lblNodoc">news·20240212·LC·0x5832x101</span></article>
<article><span class="DocPublicationName">Le Fanal</span><span class="DocHeader">sans date</span>
<div class="titreArticle">Bruxelles attend</div><div class="docOcurrContainer"><p>La Commission attend.</p></div>
</article></body></html>"""


def put(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(*paths: Path, **options: object) -> list[Document]:
    found = list(read_documents(map(str, paths), ReadOptions(**options)))  # type: ignore[arg-type]
    assert all(isinstance(f, Document) for f in found), found
    return [f for f in found if isinstance(f, Document)]


def failure(path: Path, **options: object) -> Failure:
    (found,) = read_documents([str(path)], ReadOptions(**options))  # type: ignore[arg-type]
    assert isinstance(found, Failure), found
    return found


def test_factiva(tmp_path: Path) -> None:
    one, two = read(put(tmp_path / "a.txt", FACTIVA))
    assert one.text == (
        "Vasko attendue à Kiev\n\nLa ministre Ana Vasko est attendue dimanche.\n\n"
        "« Nous verrons », a-t-elle dit.\n\nIgor Kelbert la recevra."
    )
    assert one.meta == Meta(date="2023-06-18T06:12:00", title="Vasko attendue à Kiev", source="Agence du Fleuve")
    assert (one.doc_id, two.doc_id) == ("ADF0000020230618ej6i0012x", "ADF0000020230619ej6j0013y")
    assert two.meta is not None and (two.meta.date, two.meta.author) == ("2023-06-19", "Luc Durmont")
    assert one.notes == ("read as factiva, as it begins; say --input-format text if it is one text",) and not two.notes
    kept, _ = read(tmp_path / "a.txt", fields=Fields(keep=("WC", "LA")))
    assert kept.meta is not None and kept.meta.extra == {"WC": "214 mots", "LA": "French"}
    (whole,) = read(tmp_path / "a.txt", format="text")
    assert whole.text == FACTIVA


def test_europresse(tmp_path: Path) -> None:
    one, two = read(put(tmp_path / "a.txt", EUROPRESSE))
    assert one.text == "Vasko à Kiev\n\nLa ministre « ne cédera pas », a promis Ana Vasko.\n\nIgor Kelbert l'a reçue."
    assert one.meta == Meta(
        date="2024-02-12",
        title="Vasko à Kiev",
        source="Le Courrier",
        author="Propos recueillis par Luc Durmont et Nora Pelloux (Kiev, envoyée spéciale)",
    )
    assert two.text == "Bruxelles attend\n\nLa Commission attend une réponse de Kelbert.\n\nKelbert en dates"
    assert two.meta == Meta(date="2024-02-13", title="Bruxelles attend", source="Le Fanal")
    assert (one.doc_id, two.doc_id) == ("news·20240212·LC·0x5832x101", "news·20240213·LF·954x20x100")


def test_europresse_as_a_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    one, two = read(put(tmp_path / "a.html", PAGE))
    assert one.text == "Vasko à Kiev\n\nAna Vasko « ne cédera pas ».\n\nKelbert non plus."
    assert one.meta == Meta(date="2024-02-12", title="Vasko à Kiev", source="Le Courrier", author="Luc Durmont")
    assert (one.doc_id, two.doc_id) == ("news·20240212·LC·0x5832x101", "a#2")
    assert two.meta == Meta(title="Bruxelles attend", source="Le Fanal")


def test_the_number_of_an_issue_is_no_part_of_its_outlet(tmp_path: Path) -> None:
    (page, _) = read(put(tmp_path / "a.html", PAGE.replace("Le Courrier", "Le Courrier, no. 24 711", 1)))
    (text, _) = read(put(tmp_path / "a.txt", EUROPRESSE.replace("Le Courrier", "Le Courrier, n° 24711", 1)))
    assert page.meta is not None and text.meta is not None
    assert (page.meta.source, text.meta.source) == ("Le Courrier", "Le Courrier")


def test_a_page_of_several_articles_is_told(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    prose = "La ministre a dit que le plan serait revu par la commission avant la fin du mois de mars. " * 15
    page = "".join(f"<article><h2>Titre {n}</h2><p>{prose}</p></article>" for n in range(2))
    (document,) = read(put(tmp_path / "a.html", f"<html><body>{page}</body></html>"))
    assert "2 articles in this page, read as one" in document.notes[-1]


def test_rss_and_atom(tmp_path: Path) -> None:
    pytest.importorskip("feedparser")
    rss = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Le Courrier</title>
    <item><title>Vasko : « non »</title><link>https://example.org/1</link><dc:creator>Luc Durmont</dc:creator>
    <pubDate>Mon, 12 Feb 2024 06:12:00 GMT</pubDate><description>Ana Vasko a dit non.</description>
    <content:encoded><![CDATA[<p>Ana Vasko a dit &laquo;&nbsp;non&nbsp;&raquo;.</p><p>Elle part.</p>]]></content:encoded></item>
    <item><title>Kelbert</title><description>Igor Kelbert &lt;b&gt;attend&lt;/b&gt;.&lt;br/&gt;Il y reste.</description></item>
    </channel></rss>"""
    one, two = read(put(tmp_path / "a.xml", rss))
    assert one.text == "Vasko : « non »\n\nAna Vasko a dit «\xa0non\xa0».\n\nElle part."
    assert one.meta == Meta(
        date="2024-02-12T06:12:00+00:00",
        title="Vasko : « non »",
        url="https://example.org/1",
        source="Le Courrier",
        author="Luc Durmont",
    )
    assert (two.doc_id, two.text) == ("a#2", "Kelbert\n\nIgor Kelbert attend.\nIl y reste.")
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Fanal</title><entry><title>Vasko</title>
    <link href="https://example.org/2"/><updated>2024-02-12T06:12:00Z</updated>
    <summary type="html">&lt;p&gt;Ana Vasko part.&lt;/p&gt;</summary></entry></feed>"""
    (three,) = read(put(tmp_path / "b.atom", atom))
    assert three.text == "Vasko\n\nAna Vasko part."
    assert three.meta is not None and (three.meta.url, three.meta.source) == ("https://example.org/2", "Le Fanal")
    (same,) = list(read_documents(["-"], stdin=io.BytesIO(atom.encode())))
    assert isinstance(same, Document) and same.text == three.text and "read as xml" in same.notes[0]
    assert (
        failure(put(tmp_path / "c.rss", "<rss><channel><title>x</title></channel></rss>")).reason
        == "no item in this feed"
    )


def test_xml_with_articles(tmp_path: Path) -> None:
    one = '<article lang="fr" source="Le Courrier"><titre>Vasko &amp; Kelbert</titre><texte><p>Un <b>mot</b>.</p><p>Deux.</p></texte></article>'
    (document,) = read(put(tmp_path / "a.xml", one))
    assert (document.doc_id, document.text) == ("a", "Un mot.\n\nDeux.")
    assert document.meta == Meta(title="Vasko & Kelbert", source="Le Courrier")
    many = f'<archive journal="Le Fanal">{"".join(f"<doc><date>1{n}/02/2024</date><body>Mot {n}.</body></doc>" for n in range(3))}</archive>'
    found = read(put(tmp_path / "b.xml", many))
    assert [(d.doc_id, d.text, d.meta) for d in found] == [
        (f"b#{n + 1}", f"Mot {n}.", Meta(date=f"2024-02-1{n}", source="Le Fanal")) for n in range(3)
    ]
    (told,) = read(put(tmp_path / "c.xml", "<a><prose>Un mot.</prose></a>"), fields=Fields(text="prose"))
    assert told.text == "Un mot."
    assert "there are: a, prose" in failure(tmp_path / "c.xml").advice
    assert "not well-formed" in failure(put(tmp_path / "d.xml", "<a>")).reason
    bomb = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><a><texte>&z;</texte></a>'
    assert "entities of its own" in failure(put(tmp_path / "e.xml", bomb)).reason


def test_json(tmp_path: Path) -> None:
    article = {"titre": "Vasko", "texte": "Ana Vasko part.", "date": "12/02/2024"}
    meta = Meta(date="2024-02-12", title="Vasko")
    (one,) = read(put(tmp_path / "a.json", json.dumps(article)))
    assert (one.doc_id, one.text, one.meta) == ("a", "Ana Vasko part.", meta)
    for held in ([article, article], {"status": "ok", "articles": [article, article]}):
        found = read(put(tmp_path / "b.json", json.dumps(held, indent=2)))
        assert [(d.doc_id, d.meta) for d in found] == [("b#1", meta), ("b#2", meta)]
    assert failure(put(tmp_path / "c.json", '{"prose": "x"}')).reason == "no article in this JSON"
    assert "not JSON" in failure(put(tmp_path / "d.json", "{")).reason
    _, bad = read_documents([str(put(tmp_path / "e.json", json.dumps([article, 3])))])
    assert isinstance(bad, Failure) and bad.source.endswith("item 2")


def test_json_in_a_folder_is_read_where_it_holds_articles(tmp_path: Path) -> None:
    put(tmp_path / "a.json", '{"texte": "Moscou nie."}')
    put(tmp_path / "package.json", '{"name": "x"}')
    put(tmp_path / "result.json", '{"doc_id": "x", "model": "m", "entities": [], "quotes": []}')
    document, note = read_documents([str(tmp_path)])
    assert isinstance(document, Document) and document.text == "Moscou nie."
    assert isinstance(note, Note) and note.words == "passed over: no article in this JSON"


def test_a_mail(tmp_path: Path) -> None:
    mail = (
        'From: "Luc Durmont" <l@courrier.example>\r\nTo: desk@courrier.example\r\n'
        "Subject: =?utf-8?Q?Vasko_=C3=A0_Paris?=\r\nDate: Mon, 12 Feb 2024 06:12:00 +0100\r\n"
        'Content-Type: text/html; charset="iso-8859-1"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
        "<p>Ana Vasko a dit =AB&nbsp;oui&nbsp;=BB.</p>\r\n"
    )
    (document,) = read(put(tmp_path / "a.eml", mail))
    assert document.text == "Ana Vasko a dit «\xa0oui\xa0»."
    assert document.meta == Meta(date="2024-02-12T06:12:00+01:00", title="Vasko à Paris", author="Luc Durmont")
    (same,) = read(put(tmp_path / "b.txt", mail))
    assert same.text == document.text and "read as mail" in same.notes[0]
    assert "no headers" in failure(put(tmp_path / "c.eml", "\n\nrien")).reason


def test_markdown(tmp_path: Path) -> None:
    file = put(
        tmp_path / "a.md",
        '---\ntitle: "Sommet du Fleuve"\nauthor: Luc Durmont\ndate: 12 février 2024\ndraft: no\n---\n\n# Le sommet\n\n'
        '> « Non », a dit **Ana Vasko**.\n\n[La suite](https://example.org "Suite")\n',
    )
    (document,) = read(file)
    assert document.text == "Le sommet\n\n« Non », a dit Ana Vasko.\n\nLa suite"
    assert document.meta == Meta(date="2024-02-12", title="Sommet du Fleuve", author="Luc Durmont")
    (kept,) = read(file, fields=Fields(keep=("all",)))
    assert kept.meta is not None and kept.meta.extra == {"draft": "no"}


def test_subtitles(tmp_path: Path) -> None:
    srt = "1\n00:00:01,000 --> 00:00:04,200\nANA VASKO : Nous verrons la\nprésidente Kel-\nbert.\n\n2\n00:00:04,400 --> 00:00:07,900\n<i>- Et Moscou ?</i>\n"
    (one,) = read(put(tmp_path / "a.srt", srt))
    assert one.text == "ANA VASKO : Nous verrons la\nprésidente Kelbert.\n\n- Et Moscou ?"
    vtt = "WEBVTT\n\nNOTE rien\n\n00:01.000 --> 00:04.200 align:start\n<v Ana Vasko>Nous verrons.\n"
    (two,) = read(put(tmp_path / "a.vtt", vtt))
    assert two.text == "Ana Vasko : Nous verrons."
    assert failure(put(tmp_path / "b.vtt", "WEBVTT\n")).reason == "no subtitle in this file"


def test_what_gzip_packed(tmp_path: Path) -> None:
    rows = gzip.compress(b"id,texte\n7,Moscou nie.\n8,Paris aussi.\n")
    found = read(put(tmp_path / "a.csv.gz", rows))
    assert [(d.doc_id, d.text) for d in found] == [("7", "Moscou nie."), ("8", "Paris aussi.")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Moscou nie.", None),
        ("Moscou : un accord ?\nDate : lundi\n\nRien.", None),
        ("Date: lundi\nLe ministre dit : « Non ».\nIl part.", None),
        ("« Texte, titre », dit-il.\nFin.", None),
        ("{ Note } Moscou nie.", None),
        ("[Vidéo] Moscou nie.", None),
        ("Titre;Texte\nVasko;Moscou nie.\n", "csv"),
        ("Titre;Corps de l'article\nVasko;Moscou nie.\n", "csv"),
        ("texte\nMoscou nie.\n", None),
        ('{"texte": "Moscou"}\n{"texte": "Paris"}\n', "jsonl"),
        ('[{"texte": "Moscou"}]', "json"),
        ('{\n "texte": "Moscou"\n}', "json"),
        ("<html><body>Moscou</body></html>", "html"),
        ('<?xml version="1.0"?><!DOCTYPE html><html>', "html"),
        ("<?xml version='1.0'?><a/>", "xml"),
        (FACTIVA, "factiva"),
        (EUROPRESSE, "europresse"),
    ],
)
def test_what_a_text_may_be(text: str, form: Format | None) -> None:
    assert sniff(text) == form


def test_a_table_on_standard_input_is_told() -> None:
    found = list(read_documents(["-"], stdin=io.BytesIO(b"Titre;Texte\nVasko;Moscou nie.\n")))
    (document,) = found
    assert isinstance(document, Document)
    assert (document.text, document.meta) == ("Moscou nie.", Meta(title="Vasko"))
    assert document.notes == ("read as csv, as it begins; say --input-format text if it is one text",)


def test_texts_that_are_not_french_or_not_clean_are_told(tmp_path: Path) -> None:
    english = "The minister said on Monday that nothing had been decided in Geneva and that she would return. " * 5
    (foreign,) = read(put(tmp_path / "a.txt", english))
    assert foreign.notes == ("not French, as it seems: what is read there is not to be relied on",)
    (marked,) = read(put(tmp_path / "b.txt", "Vasko a dit : &laquo;&nbsp;oui&nbsp;&raquo;."))
    assert marked.text.count("&") == 4 and "HTML" in marked.notes[0]
    (cell,) = read(put(tmp_path / "b.jsonl", '{"texte": "<p>Vasko a dit <b>oui</b>.</p>"}'))
    assert cell.notes == ("tags or references of HTML in the text, read as they stand",)
    (twice,) = read(
        put(tmp_path / "c.txt", "Vasko a déclaré à Genève : « Prêts ».".encode().decode("cp1252", "ignore").encode())
    )
    assert (
        twice.text
        == "Vasko a déclaré à Genève : « Prêts ».".encode().decode("cp1252", "ignore").encode("cp1252").decode()
    )
    assert twice.notes == ("read as UTF-8 that was encoded twice",) and twice.encoding is None


def test_how_many_documents_there_will_be(tmp_path: Path) -> None:
    def count(*paths: Path) -> int | None:
        return count_documents([s for s in find_sources(map(str, paths)) if isinstance(s, Source)], ReadOptions())

    table = put(tmp_path / "a.csv", 'id,texte\n1,"Un\nmot"\n2,\n\n3,x\n')
    lines = put(tmp_path / "b.jsonl", '{"texte": "x"}\n\n{"texte": "y"}')
    text = put(tmp_path / "c.txt", "Un mot.")
    assert (count(table), count(lines), count(text), count(table, lines, text)) == (3, 2, 1, 6)
    assert count(text, put(tmp_path / "d.json", "[]")) is None
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.table({"texte": ["x", "y"]}), tmp_path / "e.parquet")
    assert count(tmp_path / "e.parquet") == 2
