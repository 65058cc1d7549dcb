"""The addresses of the reading room and what answers them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from ..safe import encodable
from ..store.columns import Ints
from ..store.exports import Export, open_hits
from ..store.hits import hits_of
from ..store.searching import Search
from ..wording.words import Words
from .asked import Asked, read_address
from .assets import asset
from .feed import feed
from .guard import Guard
from .language import language_of
from .pages import Desk, article_page, entity_page, message_page, proposals, search_page
from .room import Room, TooLongError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from starlette.types import Send

_IN_PART = 500
_IN_FEED = 50
_A_YEAR = "public, max-age=31536000, immutable"
_EXPORTS: dict[str, tuple[Export, str]] = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "jsonl": ("jsonl", "application/x-ndjson; charset=utf-8"),
    "md": ("markdown", "text/markdown; charset=utf-8"),
}


def make_app(room: Room, *, hosts: Iterable[str] = ()) -> Starlette:
    """The reading room as an ASGI application.

    Args:
        room: The store; it is closed when the application ends.
        hosts: Names of this server beside ``localhost`` and addresses in numbers.
    """
    places = _Places(room)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        room.close()

    return Starlette(
        routes=[
            Route("/", places.search),
            Route("/entity/{ident:path}", places.entity),
            Route("/article/{doc_id:path}", places.article),
            Route("/export.{ending}", places.export),
            Route("/feed.atom", places.feed),
            Route("/names", places.names),
            Route("/assets/{name}", places.asset),
        ],
        middleware=[Middleware(Guard, hosts=tuple(hosts))],
        exception_handlers={404: places.absent, TooLongError: places.too_long, Exception: places.failed},
        lifespan=life,
    )


class _Places:
    def __init__(self, room: Room) -> None:
        self._room = room

    def _desk(self, request: Request) -> Desk:
        lang = language_of(request.headers.get("accept-language", ""))
        room = self._room
        return Desk(room.name, room.counts, room.columns, room.appearances, room.spread, Words(lang))

    async def search(self, request: Request) -> Response:
        desk, asked = self._desk(request), _asked(request)
        part = request.query_params.get("part") == "answers"
        html = await self._room.ask(lambda connection: search_page(connection, desk, asked, part=part))
        return _page(html, 400 if asked.problem else 200)

    async def entity(self, request: Request) -> Response:
        desk, ident = self._desk(request), request.path_params["ident"]
        return await self._found(request, lambda connection: entity_page(connection, desk, ident))

    async def article(self, request: Request) -> Response:
        desk, doc_id = self._desk(request), request.path_params["doc_id"]
        return await self._found(request, lambda connection: article_page(connection, desk, doc_id))

    async def export(self, request: Request) -> Response:
        kind = _EXPORTS.get(request.path_params["ending"])
        asked = _asked(request)
        if kind is None or asked.problem:
            return await self.absent(request, None)
        form, media = kind
        columns = self._room.columns
        chosen = await self._room.ask(
            lambda connection: Search(connection, asked.query, columns).numbers(oldest_first=asked.oldest_first)
        )
        headers = {"content-disposition": f'attachment; filename="quotes.{request.path_params["ending"]}"'}
        if request.method == "HEAD":
            return Response(media_type=media, headers=headers)
        parts = self._file(form, chosen)
        first = await anext(parts)

        async def whole() -> AsyncIterator[bytes]:
            yield first
            async for part in parts:
                yield part

        return _Parts(whole(), media_type=media, headers=headers)

    async def _file(self, form: Export, chosen: Ints) -> AsyncGenerator[bytes, None]:
        """Quotes as a file, a few at a time, each few within the time of a query."""
        stream = BytesIO()
        add = open_hits(stream, form)
        for first in range(0, max(1, len(chosen)), _IN_PART):
            some = chosen[first : first + _IN_PART].tolist()
            add(await self._room.ask(partial(hits_of, numbers=some)))
            yield stream.getvalue()
            stream.seek(0)
            stream.truncate()

    async def feed(self, request: Request) -> Response:
        asked = _asked(request)
        if asked.problem:
            return await self.absent(request, None)
        hits = await self._room.ask(
            lambda connection: Search(connection, asked.query, self._room.columns).hits(limit=_IN_FEED)
        )
        written = feed(
            hits,
            title=" · ".join([self._room.name, *_told(asked)]),
            base=str(request.base_url).rstrip("/"),
            own=asked.address("/feed.atom"),
            page=asked.address("/"),
        )
        return Response(written, media_type="application/atom+xml")

    async def names(self, request: Request) -> Response:
        beginning = request.query_params.get("q", "")[:60]
        return JSONResponse(await self._room.ask(lambda connection: proposals(connection, beginning)))

    async def asset(self, request: Request) -> Response:
        held = asset(request.path_params["name"])
        if held is None:
            return await self.absent(request, None)
        kind, content = held
        return Response(content, headers={"content-type": kind, "cache-control": _A_YEAR})

    async def absent(self, request: Request, _: Exception | None) -> Response:
        desk = self._desk(request)
        return _page(message_page(desk, desk.words("room", "absent"), desk.words("room", "absent_note")), 404)

    async def too_long(self, request: Request, _: Exception) -> Response:
        desk = self._desk(request)
        return _page(message_page(desk, desk.words("room", "too_long"), desk.words("room", "too_long_note")), 503)

    async def failed(self, request: Request, _: Exception) -> Response:
        desk = self._desk(request)
        return _page(message_page(desk, desk.words("room", "failed"), desk.words("room", "failed_note")), 500)

    async def _found(self, request: Request, page: Callable[[DuckDBPyConnection], str | None]) -> Response:
        html = await self._room.ask(page)
        return await self.absent(request, None) if html is None else _page(html)


class _Parts(StreamingResponse):
    """A file in parts; where one takes too long it is broken off, so that no browser takes what came for the whole."""

    async def stream_response(self, send: Send) -> None:
        """Send the parts."""
        with suppress(TooLongError):
            await super().stream_response(send)


def _asked(request: Request) -> Asked:
    return read_address(request.query_params.multi_items())


def _told(asked: Asked) -> list[str]:
    """What is asked, for a title."""
    return [value for values in asked.values.values() for value in values]


def _page(html: str, status: int = 200) -> Response:
    return Response(
        encodable(html),
        status,
        media_type="text/html; charset=utf-8",
        headers={"cache-control": "no-cache", "vary": "accept-language"},
    )
