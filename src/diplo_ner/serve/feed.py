"""A search as an Atom feed, so that new quotes come to a reader of feeds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from xml.etree import ElementTree

from ..safe import one_line
from ..store.hits import Hit
from .asked import article_address

_NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_TITLE = 120
_NO_DATE = "1970-01-01"


def feed(hits: Sequence[Hit], *, title: str, base: str, own: str, page: str) -> bytes:
    """Write a feed.

    Args:
        hits: The quotes, the latest first.
        title: The feed's title.
        base: The server's address, without a slash at its end.
        own: The path of the feed.
        page: The path of the page of the same search.
    """
    ElementTree.register_namespace("", _NAMESPACE)
    root = ElementTree.Element(_tag("feed"))
    days = [str(hit.date) for hit in hits if hit.date]
    _put(root, "id", _urn(own))
    _put(root, "title", title)
    _put(root, "updated", _moment(max(days, default=_NO_DATE)))
    ElementTree.SubElement(root, _tag("link"), {"rel": "self", "href": _xml(base + own)})
    ElementTree.SubElement(root, _tag("link"), {"rel": "alternate", "href": _xml(base + page)})
    for hit in hits:
        _entry(root, hit, base)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: ElementTree.Element, hit: Hit, base: str) -> None:
    entry = ElementTree.SubElement(root, _tag("entry"))
    _put(entry, "id", _urn(f"{hit.doc_id}\n{hit.start}\n{hit.end}"))
    told = hit.all_who or ("?",)
    _put(entry, "title", one_line(f"{', '.join(told)} : « {hit.text} »", _LONGEST_TITLE))
    _put(entry, "updated", _moment(str(hit.date or _NO_DATE)))
    ElementTree.SubElement(
        entry, _tag("link"), {"rel": "alternate", "href": _xml(base + article_address(hit.doc_id, hit.number))}
    )
    for who in told:
        _put(ElementTree.SubElement(entry, _tag("author")), "name", who)
    if hit.source:
        _put(ElementTree.SubElement(entry, _tag("source")), "title", hit.source)
    _put(entry, "content", hit.context or hit.text)


def _put(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, _tag(name)).text = _xml(words)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _urn(words: str) -> str:
    digest = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return f"urn:uuid:{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"


def _xml(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)
