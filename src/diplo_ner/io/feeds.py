"""RSS and Atom, by feedparser: an item is a document, with its title before its words."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ..errors import InputError, missing_extra
from ..metadata.fields import Fields, find_fields
from ..metadata.records import meta_of, words_of
from .document import Document, Failure
from .fragments import plain_text
from .sources import Source

_TOLD = find_fields(Fields(), ("date", "title", "url", "source", "author"))
_TEASERS = "a feed holds what its outlet gives of each article, often the beginning alone"


def read_feed(source: Source, data: bytes) -> Iterator[Document | Failure]:
    """Yield a document for each item of a feed: its title, and its content or else its summary.

    Raises:
        MissingExtraError: feedparser is not installed.
        InputError: no item can be read.
    """
    try:
        import feedparser
    except ImportError:
        raise missing_extra("feedparser", "feeds", "RSS and Atom") from None
    feed: Any = feedparser.parse(BytesIO(data), sanitize_html=False)
    if not feed.entries:
        raise InputError("no item in this feed")
    outlet = words_of(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        title = plain_text(entry.get("title", ""))
        body = max((plain_text(words) for words in _bodies(entry)), key=len)
        record = {
            "date": entry.get("published") or entry.get("updated"),
            "title": title,
            "url": entry.get("link"),
            "source": words_of(entry.get("source")) or outlet,
            "author": entry.get("authors") or entry.get("author"),
        }
        meta, notes = meta_of(record, _TOLD)
        text = "\n\n".join(part for part in (title, body) if part)
        shown = f"{source.shown}, item {number}"
        if number == 1:
            notes = (*notes, _TEASERS)
        yield Document(f"{source.doc_id}#{number}", text, shown, feed.get("encoding"), meta, notes)


def _bodies(entry: Any) -> list[str]:
    return [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
