"""Sentences with their gold inside: names in braces, the speaker of a passage right behind its mark.

``{lavrov|Sergueï Lavrov}`` names a person, ``{+otan|OTAN}`` an organisation, ``{:russie|Moscou}`` a country and
``{@geneve|Genève}`` a place; ``{lavrov RU|Lavrov}`` tells the country. ``« … »<lavrov>`` is a passage of that speaker,
``<"un diplomate">`` one of somebody told by these words, ``<->`` one of nobody.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diplo_ner.quotes.reader import read_quotes
from diplo_ner.schema import Entity, EntityType, Mention, Quote
from diplo_ner.text.words import words

_MARKUP = re.compile(
    r"\{(?P<type>[+:@]?)(?P<id>[\w-]+)(?: (?P<country>[A-Z]{2}))?\|(?P<name>[^{}|]+)\}"
    r"|<(?P<speaker>\"[^\"<>]+\"|[\w-]+)>"
)
_TYPES: dict[str, EntityType] = {"": "PERSON", "+": "ORGANISATION", ":": "COUNTRY", "@": "PLACE"}


class Marked(NamedTuple):
    """A text without its markup, the entities it names, and what is expected behind each closing mark."""

    text: str
    entities: tuple[Entity, ...]
    expected: tuple[tuple[int, str], ...]


def marked(source: str) -> Marked:
    """Read a marked sentence."""
    text = ""
    at = 0
    mentions: dict[str, list[Mention]] = {}
    kinds: dict[str, tuple[EntityType, str | None]] = {}
    expected: list[tuple[int, str]] = []
    for match in _MARKUP.finditer(source):
        text += source[at : match.start()]
        at = match.end()
        if match["speaker"]:
            expected.append((len(text), match["speaker"]))
            continue
        start = len(text)
        text += match["name"]
        mentions.setdefault(match["id"], []).append(Mention(start=start, end=len(text), text=match["name"]))
        known = kinds.get(match["id"], (_TYPES[match["type"]], None))
        kinds[match["id"]] = (known[0], match["country"] or known[1])
    text += source[at:]
    entities = tuple(
        Entity(
            id=key,
            type=kinds[key][0],
            canonical=max((m.text for m in held), key=len),
            country=kinds[key][1],
            mentions=tuple(held),
        )
        for key, held in mentions.items()
    )
    return Marked(text, entities, tuple(expected))


def read(source: str) -> tuple[Quote, ...]:
    """The quotes that the library reads in a marked sentence."""
    told = marked(source)
    return read_quotes(told.text, words(told.text), told.entities)


def speakers(source: str) -> tuple[list[str], list[str]]:
    """What a marked sentence expects behind each passage, and what the library answers there, in the same writing."""
    told = marked(source)
    quotes = read_quotes(told.text, words(told.text), told.entities)
    answers = []
    for place, _ in told.expected:
        quote = next((q for q in quotes if told.text[q.end : place].strip() in ("»", "”", '"', "›", "’")), None)
        if quote is None:
            answers.append("no quote")
        elif quote.speaker is None:
            answers.append("-")
        elif quote.speaker.entity is None:
            answers.append(f'"{quote.speaker.text}"')
        else:
            answers.append(quote.speaker.entity)
    return [expected for _, expected in told.expected], answers


def check(source: str) -> None:
    """Assert that every passage of a marked sentence gets its speaker."""
    expected, answers = speakers(source)
    assert expected
    assert answers == expected, source
