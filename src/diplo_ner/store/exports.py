"""Answers as tables, and as lines to paste into a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import BinaryIO, Literal

from ..io.rows import QUOTE_COLUMNS, Row
from ..io.tables import open_table
from ..safe import encodable
from .hits import Hit

Export = Literal["csv", "jsonl", "markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SAFE_LINK = re.compile(r"https?://[^\s<>()\"']+")


def hit_row(hit: Hit) -> Row:
    """An answer as a row of the table of quotes."""
    cells: Row = {
        "doc": hit.doc_id,
        "quote": hit.text,
        "start": hit.start,
        "end": hit.end,
        "kind": hit.kind,
        "speaker": hit.speaker,
        "speaker_type": hit.speaker_type,
        "speaker_country": hit.speaker_country,
        "by": hit.by,
        "cue": hit.cue,
        "rule": hit.rule,
        "confidence": round(hit.confidence, 3),
        "speaker_id": hit.speaker_id,
        "speaker_wikidata": hit.speaker_wikidata,
        "co_speakers": "|".join(ident for ident, _ in hit.co_speakers if ident) or None,
        "context": hit.context,
        "about": "|".join(ident for ident, _ in hit.about) or None,
        "date": str(hit.date) if hit.date else None,
        "title": hit.title,
        "url": hit.url,
        "source": hit.source,
        "author": hit.author,
    }
    return {name: cells[name] for name in QUOTE_COLUMNS}


def write_hits(hits: Iterable[Hit], stream: BinaryIO, form: Export, *, excel: bool = False) -> None:
    """Write answers: what ``open_hits`` begins, and all of them."""
    open_hits(stream, form, excel=excel)(hits)
    stream.flush()


def open_hits(stream: BinaryIO, form: Export, *, excel: bool = False) -> Callable[[Iterable[Hit]], None]:
    """Begin a file of answers.

    Args:
        stream: Where the bytes go; it stays open.
        form: csv or jsonl, with the columns of the table of quotes; markdown, a line each.
        excel: CSV as French Excel opens it.

    Returns:
        What adds answers to it.
    """
    if form == "markdown":
        return lambda hits: stream.writelines(encodable(hit_markdown(hit) + "\n").encode() for hit in hits)
    table = open_table(stream, QUOTE_COLUMNS, form, excel=excel)
    return lambda hits: table.write(hit_row(hit) for hit in hits)


def hit_markdown(hit: Hit) -> str:
    r"""An answer as an item of a list in Markdown, with its source, its date and its link.

    The words of the article cannot act as Markdown.
    """
    said = f"« {_plain(hit.text)} »"
    who = ", ".join(map(_plain, hit.all_who)) or "sans locuteur"
    return f"- {said} — {who}, {source_markdown(hit)}"


def source_markdown(hit: Hit) -> str:
    """Where an answer stands: title with its link, outlet, day."""
    title = _plain(hit.title or hit.doc_id)
    link = hit.url if hit.url and _SAFE_LINK.fullmatch(hit.url) else None
    parts = [f"[{title}]({link})" if link else title]
    if hit.source:
        parts.append(f"*{_plain(hit.source)}*")
    if hit.date:
        parts.append(_day(hit.date))
    return ", ".join(parts)


def _day(day: date) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
