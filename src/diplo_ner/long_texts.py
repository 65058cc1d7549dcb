"""Texts far longer than an article: read part by part, cut where a paragraph ends, and made one again.

Time and memory then grow with the length alone. Persons, countries and bodies meet across parts as they do across
documents (``diplo_ner.corpus``), with one thing more: a family name alone joins its one bearer in another part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from diplo_ner.corpus import Run
from diplo_ner.fast.pieces import pieces
from diplo_ner.schema import Entity, Extraction, Mention, Quote, Rejected, Speaker
from diplo_ner.text.fold import fold

Span = tuple[int, int, str]
Read = tuple[tuple[Entity, ...], tuple[Quote, ...], tuple[Rejected, ...]]
Reader = Callable[[str, list[Span]], Read]

_T = TypeVar("_T", Mention, Quote, Rejected, Speaker)

LONGEST_WHOLE = 100_000
"""In Unicode code points; a text up to here is read whole."""

LONGEST_PART = 20_000
"""Of a longer text: what stands further off than in the longest articles, a sentence seldom takes up."""


def read_in_parts(text: str, spans: Sequence[Span], reader: Reader, *, longest: int = LONGEST_PART) -> Read:
    """Read a long text part by part.

    Args:
        text: The text.
        spans: What a statistical model tags in it, in order.
        reader: What reads one part, given its text and its spans.
        longest: The most code points of a part.

    Returns:
        Entities by first mention, quotes and rejected passages by start; all offsets index the whole text.
    """
    run, parts, at = Run(), [], 0
    for start, piece in pieces(text, longest):
        end = start + len(piece)
        inside = []
        while at < len(spans) and spans[at][0] < end:
            a, b, label = spans[at]
            if a >= start and b <= end:
                inside.append((a - start, b - start, label))
            at += 1
        entities, quotes, rejected = reader(text[start:end], inside)
        part = Extraction(
            doc_id=None,
            model="",
            entities=tuple(_moved_entity(e, start) for e in entities),
            quotes=tuple(_moved_quote(q, start) for q in quotes),
            rejected=tuple(_moved(r, start) for r in rejected),
        )
        run.note(part)
        parts.append(part)
    merged = run.merge()
    return _joined([merged.apply(part, number) for number, part in enumerate(parts)])


def _joined(parts: Sequence[Extraction]) -> Read:
    owner = _bearers([e for part in parts for e in part.entities if e.type == "PERSON"])
    held: dict[str, Entity] = {}
    for e in (e for part in parts for e in part.entities):
        key = owner.get(e.id, e.id)
        other = held.get(key)
        if other is None:
            held[key] = e.model_copy(update={"id": key})
            continue
        fuller = max(other, e, key=lambda x: len(x.canonical.split()))
        mentions = tuple(sorted((*other.mentions, *e.mentions), key=lambda m: m.start))
        held[key] = fuller.model_copy(update={"id": key, "mentions": mentions})
    quotes = tuple(_renamed(q, owner) for part in parts for q in part.quotes)
    rejected = tuple(r for part in parts for r in part.rejected)
    return tuple(sorted(held.values(), key=lambda e: e.mentions[0].start)), quotes, rejected


def _bearers(persons: Sequence[Entity]) -> dict[str, str]:
    """Ids of persons told by one word, each with the id of the only one who bears it as a family name."""
    families: dict[str, set[str]] = {}
    for e in persons:
        if " " in e.canonical:
            families.setdefault(fold(e.canonical.split()[-1]), set()).add(e.id)
    found = {}
    for e in persons:
        bearers = families.get(fold(e.canonical), set())
        if " " not in e.canonical and len(bearers) == 1:
            found[e.id] = next(iter(bearers))
    return found


def _renamed(quote: Quote, owner: dict[str, str]) -> Quote:
    return quote.with_speakers(
        lambda speaker: speaker.model_copy(update={"entity": owner.get(speaker.entity or "", speaker.entity)})
    )


def _moved_entity(entity: Entity, by: int) -> Entity:
    return entity.model_copy(update={"mentions": tuple(_moved(m, by) for m in entity.mentions)})


def _moved_quote(quote: Quote, by: int) -> Quote:
    return _moved(quote, by).with_speakers(lambda speaker: _moved(speaker, by))


def _moved(value: _T, by: int) -> _T:
    return value.model_copy(update={"start": value.start + by, "end": value.end + by})
