"""What each page shows, from the store to the template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from ..entity_types import ENTITY_TYPES
from ..report.articles import article_entry
from ..report.entries import EntityId
from ..safe import as_script, one_line
from ..store.columns import Columns
from ..store.documents import get_document
from ..store.dossiers import Appearances, beside, get_profile, names_of_entity, role_words, ties
from ..store.names import Found, begins_with
from ..store.query import Query
from ..store.searching import Facet, Search
from ..wording.words import Words
from .asked import PER_PAGE, Asked, entity_address
from .environment import environment
from .pictures import network, timeline

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LONGEST_BEGINNING = 60
"""Characters of the beginning of a name, and one."""
_FACET = 8
_FEW = 10
_MOST_SOURCES = 200


class Spread(NamedTuple):
    """How quotes are spread: over outlets, years, types, countries and speakers, and over months."""

    facets: Mapping[Facet, list[tuple[str, str, int]]]
    months: list[tuple[str, int]]


def spread_of(search: Search) -> Spread:
    """How the answers to a search are spread."""
    return Spread(search.facets(most=_FACET), search.per("month"))


@dataclass(frozen=True, slots=True)
class Desk:
    """What is the same on all pages: the store's name and size, what is held of it in memory, and the language."""

    title: str
    counts: Mapping[str, int]
    columns: Columns
    appearances: Appearances
    spread: Spread
    words: Words


def search_page(connection: DuckDBPyConnection, desk: Desk, asked: Asked, *, part: bool = False) -> str:
    """The answers to a search, with filters beside them; ``part`` gives the answers alone."""
    search = Search(connection, asked.query, desk.columns)
    total = search.count()
    pages = max(1, -(-total // PER_PAGE))
    page = min(asked.page, pages)
    hits = search.hits(limit=PER_PAGE, offset=(page - 1) * PER_PAGE, oldest_first=asked.oldest_first)
    spread = desk.spread if asked.query.is_empty else spread_of(search)
    template = "answers.html" if part else "search.html"
    return _rendered(
        template,
        desk,
        asked=asked,
        total=total,
        page=page,
        pages=pages,
        hits=() if asked.problem else hits,
        facets=spread.facets,
        timeline=timeline(spread.months),
        meant=search.meant,
        proposed=_proposed(connection, asked),
        sources=sorted(desk.columns.outlets[1:][:_MOST_SOURCES]),
    )


def entity_page(connection: DuckDBPyConnection, desk: Desk, ident: str) -> str | None:
    """All that the store tells of an entity; None where it has none of that id."""
    profile = get_profile(connection, ident)
    if profile is None:
        return None
    by = Search(connection, Query(speaker=(ident,)), desk.columns)
    about = Search(connection, Query(about=(ident,)), desk.columns)
    near = beside(connection, desk.columns, desk.appearances, profile.entity)
    return _rendered(
        "entity.html",
        desk,
        asked=Asked(Query()),
        profile=profile,
        names=names_of_entity(connection, profile.entity),
        roles=role_words(connection, profile.entity),
        quotes_by=by.hits(limit=_FEW) if profile.quotes else [],
        quotes_about=about.hits(limit=_FEW) if profile.quotes_about else [],
        timeline=timeline(by.per("month") if profile.quotes else about.per("month")),
        timeline_field="speaker" if profile.quotes else "about",
        outlets=(by if profile.quotes else about).sources(most=12),
        near=near,
        network=network(near, ties(desk.appearances, profile.entity, [one.entity for one in near[:12]])),
    )


def article_page(connection: DuckDBPyConnection, desk: Desk, doc_id: str) -> str | None:
    """An article with its entities and quotes marked; None where there is none of that name."""
    found = get_document(connection, doc_id)
    if found is None:
        return None
    extraction, text = found
    keys: dict[EntityId, str] = {
        (entity.type, entity.id): f"e{place}" for place, entity in enumerate(extraction.entities)
    }
    article = article_entry(1, extraction, text or "", keys, desk.words)
    meta = extraction.meta
    return _rendered(
        "article_page.html",
        desk,
        asked=Asked(Query()),
        article=article,
        meta=meta,
        link=meta.url if meta and meta.url and meta.url.startswith(("https://", "http://")) else None,
        heading=one_line((meta.title if meta else None) or doc_id),
        has_text=text is not None,
        several=False,
        addresses={keys[e.type, e.id]: entity_address(e.id) for e in extraction.entities},
        told=as_script(desk.words.group("script")),
    )


def message_page(desk: Desk, heading: str, message: str) -> str:
    """A page that tells why there is no other."""
    return _rendered("message.html", desk, asked=Asked(Query()), heading=heading, message=message)


def proposals(connection: DuckDBPyConnection, beginning: str) -> list[dict[str, Any]]:
    """Names that begin so, for a box that completes what is typed."""
    found = begins_with(connection, beginning) if len(beginning) > 1 else []
    return [{"id": one.id, "name": one.canonical, "type": one.type, "quotes": one.quotes} for one in found]


def _proposed(connection: DuckDBPyConnection, asked: Asked) -> list[Found]:
    """Entities that may be meant by the words in the box."""
    words = asked.query.text.strip('"« »')
    return begins_with(connection, words, limit=5) if 1 < len(words) < _LONGEST_BEGINNING else []


def _rendered(template: str, desk: Desk, **values: Any) -> str:
    return environment().get_template(template).render(words=desk.words, desk=desk, types=ENTITY_TYPES, **values)
