"""The main text of an HTML page, by trafilatura: menus, cookie banners and footers stay out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import InputError, missing_extra
from ..metadata.fields import Fields, find_fields
from ..metadata.records import meta_of
from .document import Document
from .encodings import decode
from .europresse import europresse_pages
from .fragments import plain_text
from .sources import Source

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"<article\b[^<>]*>(?:(?!<article\b).)*?</article>", re.IGNORECASE | re.DOTALL)
_ARTICLE_LENGTH = 1000
_TOLD = find_fields(Fields(), ("date", "title", "url", "source", "author"))
_HEAD = 4096
_LATIN_1 = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"}


def read_html(source: Source, data: bytes, encoding: str | None) -> Iterator[Document]:
    """Yield the page's document: its title, unless the main text begins with it, and its main text.

    Raises:
        MissingExtraError: trafilatura is not installed.
        InputError: the page holds no main text.
    """
    try:
        from trafilatura import bare_extraction
        from trafilatura.settings import Document as Page
    except ImportError:
        raise missing_extra("trafilatura", "html", "HTML pages") from None
    if not data:
        raise InputError("the file is empty")
    page, how = decode(data, encoding, declared=declared_encoding(data))
    pages = europresse_pages(source, page, how.encoding)
    if pages:
        yield from pages
        return
    try:
        found = bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    except Exception as problem:  # lxml and its neighbours raise many kinds
        raise InputError(f"not readable as HTML: {problem}") from problem
    body = (found.text or "").strip() if isinstance(found, Page) else ""
    if not isinstance(found, Page) or not body:
        raise InputError("no main text found in this page", advice="save the text of the article as .txt")
    title = (found.title or "").strip() or None
    record = {"date": found.date, "title": title, "url": found.url, "source": found.sitename, "author": found.author}
    text = body if title is None or _plain(body).startswith(_plain(title)) else f"{title}\n\n{body}"
    meta, notes = meta_of(record, _TOLD)
    notes = (how.note, *notes) if how.note else notes
    articles = _ARTICLE.findall(page)
    if sum(len(plain_text(article)) > _ARTICLE_LENGTH for article in articles) > 1:
        notes = (*notes, f"{len(articles)} articles in this page, read as one; save each as a page of its own")
    yield Document(source.doc_id, text, source.shown, how.encoding, meta, notes)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page declares; ISO 8859-1 means Windows-1252 there, as in every browser.

    >>> declared_encoding(b'<meta charset="iso-8859-1">')
    'cp1252'
    """
    found = _CHARSET.search(data[:_HEAD])
    if found is None:
        return None
    name = found.group(1).decode("ascii").lower()
    return "cp1252" if name in _LATIN_1 else name


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
