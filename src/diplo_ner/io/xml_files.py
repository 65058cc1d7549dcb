"""XML that holds articles: a feed, or elements that bear the names fields usually bear (``<titre>``, ``<texte>``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..errors import InputError
from ..metadata.fields import Fields, choose, find_fields
from .document import Document, Failure
from .records import document_of
from .sources import Source

_LONGEST_FACT = 500
"""Characters of what a field tells of a text, and one; longer ones are texts."""
_FEEDS = frozenset({"rss", "feed", "rdf"})
_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def read_xml(source: Source, data: bytes, fields: Fields) -> Iterator[Document | Failure]:
    """Yield a document for each item of a feed, or for each element that has one for its text.

    Attributes of such an element, and the elements in it and above it, tell its date, title and outlet.

    Raises:
        InputError: it is no XML, or no element holds a text.
        MissingExtraError: it is a feed, and feedparser is not installed.
    """
    if not data.strip():
        raise InputError("the file is empty")
    if _ENTITIES.search(data):
        raise InputError("XML with entities of its own is not read", advice="save it as text or as JSON")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError) as problem:
        raise InputError(f"not well-formed XML: {problem}", advice="save the article as .txt") from None
    if _tag(root).lower() in _FEEDS:
        from .feeds import read_feed

        yield from read_feed(source, data)
        return
    records = list(_records(root, {}, fields))
    if not records:
        raise InputError("no element is known to hold the text", advice=choose("text", _names(root)))
    for number, record in enumerate(records, 1):
        name = source.doc_id if len(records) == 1 else f"{source.doc_id}#{number}"
        shown = source.shown if len(records) == 1 else f"{source.shown}, item {number}"
        yield document_of(record, name, shown, fields)


def _records(element: Element, above: dict[str, object], fields: Fields) -> Iterator[dict[str, object]]:
    """Records of the outermost elements that have a text among their children."""
    own: dict[str, object] = {**above, **element.attrib}
    for child in element:
        name = _tag(child)
        words = _words(child)
        own[name] = f"{own[name]}\n\n{words}" if name in own and name not in above else words
        for key, value in child.attrib.items():
            own.setdefault(f"{name}.{key}", value)
    text = find_fields(fields, tuple(_tag(child) for child in element)).text
    if text in own and own[text] and any(_tag(child) == text for child in element):
        yield own
        return
    told = {name: value for name, value in own.items() if not isinstance(value, str) or len(value) < _LONGEST_FACT}
    for child in element:
        yield from _records(child, told, fields)


def _words(element: Element) -> str:
    """The words of an element; where all stand in elements below, a blank line between theirs."""
    own = (element.text, *(child.tail for child in element))
    if len(element) and not any(part and not part.isspace() for part in own):
        return "\n\n".join(words for child in element if (words := _words(child)))
    return _SPACE.sub(" ", "".join(element.itertext())).strip()


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _names(root: Element) -> list[str]:
    return list(dict.fromkeys(_tag(element) for element in root.iter()))
