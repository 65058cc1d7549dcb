"""Europresse's exports, as text and as a web page: articles in a row, with outlet, date and page before each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..errors import InputError, missing_extra
from ..metadata.dates import iso_date
from ..schema import Meta
from .document import Document
from .encodings import decode
from .fragments import plain_text
from .sources import Source

_NUMBER = re.compile(r"^[ \t]*((?:news|web|pub|bio|rept|tv)·(\d{8})·([A-Za-z0-9_]+)·\S+)[ \t]*\r?$", re.MULTILINE)
_RIGHTS = re.compile(r"^[ \t]*©.*(?:réservés|rights reserved|protégé).*$", re.MULTILINE | re.IGNORECASE)
_FURNITURE = re.compile(
    r"^[ \t]*(?:Ce certificat est émis à .*|This certificate is issued to .*|Page \d+ (?:sur|of) \d+|"
    r"Sauvegardé le .*|Documents? sauvegardés?.*|Aussi paru dans .*|Also published in .*)\r?$",
    re.MULTILINE,
)
_BLANK = re.compile(r"(?:\r?\n[ \t]*){2,}")
_SECTION = re.compile(r"^(Note\(s\)|Illustration\(s\)|Encadré\(s\)|Référence\(s\))\s*:?\s*(.*)$", re.DOTALL)
_DATE = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s+\d{1,2}(?:er)?\s+\w+\s+\d{4}|\d{1,2}(?:er)?\s+[^\W\d_]+\s+\d{4}",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"^(?:Propos recueillis par|Par|De|Avec)\s", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]+(?:\s+(?:(?:de|du|des|la|le|van|von|el|al|ben|d['’])\s*)*[A-ZÀ-Þ][\w’'.-]*)+")
_SEPARATORS = re.compile(r"\s{0,3}(?:,|;|/|\bet\b|\bavec\b|\()\s*")
_LONGEST_SIGNATURE = 160
_ISSUE = re.compile(r"(?<![,\s])[,\s]++(?:no\.?|n[°º])\s*+\d[\d\s]*+$", re.IGNORECASE)
"""The number of an issue behind the name of an outlet."""
_SKIPPED = frozenset({"Note(s)", "Illustration(s)", "Référence(s)"})


def is_europresse(text: str) -> bool:
    """Whether a text is such an export: articles end in a number such as ``news·20240212·LM·0x5832x101``."""
    return _NUMBER.search(text) is not None


def read_europresse(source: Source, data: bytes, encoding: str | None) -> Iterator[Document]:
    """Yield the documents of an export as text: title and body, with outlet, date and author told.

    Notes, legends of pictures and notices of rights are no text.

    Raises:
        InputError: no article ends in such a number.
    """
    text, how = decode(data, encoding)
    notes = (how.note,) if how.note else ()
    start = 0
    for number, end in enumerate(_NUMBER.finditer(text), 1):
        document = _document(text[start : end.start()], end)
        start = end.end()
        words, meta = document
        shown = f"{source.shown}, article {number}"
        yield Document(end.group(1), words, shown, how.encoding, meta, notes)
        notes = ()
    if not start:
        raise InputError("no article of Europresse in this file", advice="say --input-format text")


def _document(block: str, end: re.Match[str]) -> tuple[str, Meta]:
    block = _RIGHTS.sub("", _FURNITURE.sub("", block)).strip()
    parts = [part.strip() for part in _BLANK.split(block) if part.strip()]
    head = parts.pop(0).splitlines() if parts else [""]
    title = " ".join(parts.pop(0).split()) if parts else ""
    author = None
    if len(parts) > 1 and _is_signature(parts[0]):
        author = " ".join(parts.pop(0).split())
    words = [title]
    reading = True
    for part in parts:
        section = _SECTION.match(part)
        if section is not None:
            reading = section.group(1) not in _SKIPPED
            part = section.group(2).strip()
        if reading and part:
            words.append(part)
    told = _DATE.search(" ".join(head[1:]))
    meta = Meta(
        date=(iso_date(told.group()) if told else None) or iso_date(end.group(2)),
        title=title or None,
        source=_outlet(head[0]),
        author=author,
    )
    return "\n\n".join(part for part in words if part), meta


def _outlet(words: str) -> str | None:
    return _ISSUE.sub("", words.strip().rstrip(" ,")) or None


def _is_signature(part: str) -> bool:
    """Whether a paragraph signs the article: names alone, or words that announce them."""
    words = " ".join(part.split())
    if len(words) > _LONGEST_SIGNATURE or words.endswith((".", "?", "!", "»")):
        return False
    names = [name for name in _SEPARATORS.split(words) if name]
    return _INITIAL.match(words) is not None or (bool(names) and _NAME.fullmatch(names[0]) is not None)


def europresse_pages(source: Source, page: str, encoding: str) -> list[Document]:
    """The documents of an export as a web page; none where the page is another one.

    Raises:
        MissingExtraError: lxml, which comes with the extra for web pages, is not installed.
    """
    if "DocPublicationName" not in page:
        return []
    try:
        from lxml import html
    except ImportError:
        raise missing_extra("lxml", "html", "HTML pages") from None
    found: list[Document] = []
    for number, article in enumerate(
        html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8")).iter("article"), 1
    ):
        title = _inside(article, "titreArticle") or _inside(article, "titreArticleVisu")
        outlet = _inside(article, "DocPublicationName").split("\n")[0]
        head = _inside(article, "DocHeader")
        body = _inside(article, "docOcurrContainer") or _inside(article, "DocText")
        ident = _inside(article, "publiC-lblNodoc")
        told = _DATE.search(head)
        stamp = _NUMBER.match(ident)
        meta = Meta(
            date=(iso_date(told.group()) if told else None) or (iso_date(stamp.group(2)) if stamp else None),
            title=title or None,
            source=_outlet(outlet),
            author=_inside(article, "sm-margin-bottomNews") or None,
        )
        text = "\n\n".join(part for part in (title, body) if part)
        name = ident or f"{source.doc_id}#{number}"
        found.append(Document(name, text, f"{source.shown}, article {number}", encoding, meta))
    return found


def _inside(article: Any, name: str) -> str:
    """The words of the first element of a class."""
    from lxml import html

    for element in article.xpath(".//*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} "):
        return plain_text(html.tostring(element, encoding="unicode", with_tail=False))
    return ""
