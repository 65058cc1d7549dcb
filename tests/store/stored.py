"""Articles made by hand, for stores."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from diplo_ner.schema import Entity, EntityType, Extraction, Mention, Meta, Quote, Speaker
from diplo_ner.store.adding import Adding
from diplo_ner.store.build import finish_store
from diplo_ner.store.opening import open_to_write

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Read = tuple[Extraction, str]
EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'=1+1"

_ARTICLES: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "un",
        "« La désescalade est possible avec l'OTAN », a déclaré Sergueï Lavrov à Moscou.\n"
        "« Nous négocierons sans ligne rouge », répond Antony Blinken. Lavrov écoute.",
        {"date": "2022-03-01", "source": "Le Monde", "title": "À Genève", "url": "https://exemple.fr/un"},
    ),
    (
        "deux",
        "« Rien n'est négocié », a dit Serguei Lavrov. « Pas de guerre », selon un diplomate, en Russie.",
        {"date": "2023-05-02T08:30:00+02:00", "source": "Le Figaro", "title": "Rien", "author": "A. B."},
    ),
    (
        "trois",
        "« La guerre s'éloigne », estime l'OTAN. Blinken repart. « On verra. »",
        {"source": "Le Monde diplomatique"},
    ),
)
_NAMES: dict[str, tuple[str, EntityType, str, str | None]] = {
    "Sergueï Lavrov": ("serguei-lavrov", "PERSON", "Sergueï Lavrov", "RU"),
    "Serguei Lavrov": ("serguei-lavrov", "PERSON", "Serguei Lavrov", "RU"),
    "Antony Blinken": ("antony-blinken", "PERSON", "Antony Blinken", "US"),
    "Blinken": ("blinken", "PERSON", "Blinken", None),
    "OTAN": ("otan", "ORGANISATION", "OTAN", None),
    "Russie": ("RU", "COUNTRY", "Russie", "RU"),
    "Moscou": ("moscou", "PLACE", "Moscou", "RU"),
}
_SAID: tuple[tuple[str, str | None, str], ...] = (
    ("La désescalade est possible avec l'OTAN", "Sergueï Lavrov", "a déclaré"),
    ("Nous négocierons sans ligne rouge", "Antony Blinken", "répond"),
    ("Rien n'est négocié", "Serguei Lavrov", "a dit"),
    ("Pas de guerre", "un diplomate", "selon"),
    ("La guerre s'éloigne", "OTAN", "estime"),
    ("On verra.", None, ""),
)


def read_article(doc_id: str, text: str, meta: dict[str, str] | None = None) -> Extraction:
    """What there is to read in an article made of the names and quotes above."""
    entities: dict[str, Entity] = {}
    covered = 0
    for place in range(len(text)):
        for words, (ident, kind, canonical, country) in _NAMES.items():
            if place >= covered and text.startswith(words, place):
                covered = place + len(words)
                mention = Mention(start=place, end=covered, text=words)
                held = entities.get(ident)
                entities[ident] = Entity(
                    id=ident, type=kind, canonical=canonical, country=country, known=kind != "PERSON",
                    mentions=(*held.mentions, mention) if held else (mention,),
                )  # fmt: skip
    quotes = [_quote(text, *said) for said in _SAID if f"« {said[0]} »" in text]
    return Extraction(
        doc_id=doc_id, model="m-1", meta=Meta(**meta) if meta is not None else None, entities=tuple(entities.values()),
        quotes=tuple(sorted(quotes, key=lambda q: q.start)),
    )  # fmt: skip


def _quote(text: str, words: str, who: str | None, cue: str) -> Quote:
    start = text.index(words)
    speaker = None
    if who is not None:
        place = text.index(who, start) if who in text[start:] else text.index(who)
        entity = _NAMES[who][0] if who in _NAMES else None
        speaker = Speaker(entity=entity, text=who, start=place, end=place + len(who))
    return Quote(
        start=start, end=start + len(words), text=words, kind="full", cue=cue or None, speaker=speaker,
        confidence=0.95 if speaker else 0.5, rule="incise-noun" if speaker else "nobody",
    )  # fmt: skip


def articles() -> list[Read]:
    """Three articles: two outlets and a date each for two, neither name nor date for much of the third."""
    return [(read_article(doc_id, text, meta), text) for doc_id, text, meta in _ARTICLES]


def evil() -> Read:
    """An article all of whose words try to break out."""
    text = f"« {EVIL} », a dit {EVIL}x."
    start = text.index(f"{EVIL}x")
    mention = Mention(start=start, end=start + len(EVIL) + 1, text=f"{EVIL}x")
    said = Quote(
        start=2, end=2 + len(EVIL), text=EVIL, kind="full", cue=EVIL, confidence=0.9, rule=EVIL,
        speaker=Speaker(entity=EVIL, text=f"{EVIL}x", start=mention.start, end=mention.end),
    )  # fmt: skip
    who = Entity(id=EVIL, type="PERSON", canonical=EVIL, mentions=(mention,))
    meta = Meta(date="2024-01-01", title=EVIL, url="javascript:alert(1)", source=EVIL, author=EVIL)
    return Extraction(doc_id=EVIL, model=EVIL, meta=meta, entities=(who,), quotes=(said,)), text


def fill(connection: DuckDBPyConnection, read: Iterable[Read], path: str | None = None) -> None:
    """Add articles to a store."""
    adding = Adding(connection)
    for extraction, text in read:
        adding.add(extraction, text, path=path)
    adding.flush()


def make(path: Path, read: Iterable[Read]) -> Path:
    """A store of articles."""
    connection = open_to_write(path)
    fill(connection, read)
    finish_store(connection)
    connection.close()
    return path
