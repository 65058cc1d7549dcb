"""What a text without an ending that tells it may be: a feed, a page, a mail, a table, an export."""

from __future__ import annotations

import csv
import json
import re

from ..metadata.fields import Fields, find_fields
from .csv_tables import delimiter_of
from .europresse import is_europresse
from .factiva import is_factiva
from .sources import Format

_FEWEST_LINES = 3
"""Lines that tell a separator, at the least."""
_LONGEST_HEADER = 1000
"""Characters of a table's header, at the most."""
_HEADER = re.compile(r"^(From|To|Subject|Date|Message-ID|Received|Return-Path|MIME-Version|Content-Type|Cc): ?\S")
_XML = re.compile(r"<\?xml\b|<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(r"<!doctype html|<html[\s>]", re.IGNORECASE)
_SUBTITLES = re.compile(r"WEBVTT\b|1\r?\n\d\d:\d\d:\d\d,\d{3} --> ")
_COLUMN = re.compile(r"[\w .:()/#'’-]{0,40}")
_XHTML = 1000


def sniff(text: str) -> Format | None:
    r"""The format of a text that is more than an article; None where it is one, or may well be.

    >>> sniff("Subject: Accord\nFrom: AFP <afp@example.org>\n\nMoscou nie."), sniff("Moscou : un accord ?\n")
    ('mail', None)
    """
    head = text.lstrip("\ufeff \t\r\n")
    if _HTML.match(head) or (head.startswith("<?xml") and _HTML.search(head[:_XHTML])):
        return "html"
    if _XML.match(head):
        return "xml"
    if _SUBTITLES.match(head):
        return "subtitles"
    if head[:1] in ("{", "["):
        return _json(head)
    lines = head[:4000].splitlines()
    if (
        len(lines) >= _FEWEST_LINES
        and len({m.group(1) for line in lines[:20] if (m := _HEADER.match(line))}) > 1
        and ":" in lines[0]
    ):
        return "mail"
    if is_factiva(text):
        return "factiva"
    if is_europresse(text):
        return "europresse"
    return "csv" if _is_table(lines) else None


def _json(head: str) -> Format | None:
    first = head.splitlines()[0]
    try:
        return "jsonl" if isinstance(json.loads(first), dict) and "\n" in head.strip() else _whole(head)
    except (ValueError, RecursionError):
        return _whole(head)


def _whole(text: str) -> Format | None:
    try:
        return "json" if isinstance(json.loads(text), (dict, list)) else None
    except (ValueError, RecursionError):
        return None


def _is_table(lines: list[str]) -> bool:
    """A header of at least two columns of which one has a usual name for the text, and one for something else."""
    if len(lines) <= 1 or len(lines[0]) > _LONGEST_HEADER:
        return False
    header = next(csv.reader([lines[0]], delimiter=delimiter_of(lines[0], Fields())), [])
    if len(header) <= 1 or not all(_COLUMN.fullmatch(name) for name in header):
        return False
    found = find_fields(Fields(), tuple(header))
    return found.text is not None and len(found.wanted()) > 1
