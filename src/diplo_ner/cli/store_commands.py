"""The commands that ask a store, as typer sees them: what can be said on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from .guard import guarded
from .options import Excel, Force, Output, Quiet


@guarded
def search(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="What diplo-ner build made.")],
    text: Annotated[
        str, typer.Option("--text", metavar="WORDS", help='Words of the quote; in "…" those that stand side by side.')
    ] = "",
    article: Annotated[
        str, typer.Option("--article", metavar="WORDS", help="Words of the article that the quote stands in.")
    ] = "",
    speaker: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--speaker", metavar="NAME", help="Who says it, in any spelling."),
    ] = None,
    about: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--about", metavar="NAME", help="Who or what is named in the quote or its sentence."),
    ] = None,
    country: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--country", metavar="CODE", help="Country of the speaker, as code or name."),
    ] = None,
    type: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--type", metavar="TYPE", help="person, country, organisation or place: what the speaker is."),
    ] = None,
    source: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--source", metavar="OUTLET", help="Outlet."),
    ] = None,
    since: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--since", metavar="DATE", help="From this day, month or year on: 2022, 2022-03, 2022-03-15."),
    ] = None,
    until: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--until", metavar="DATE", help="Up to and with this day, month or year."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", metavar="SHARE", help="Least confidence in the speaker, 0 to 1.")
    ] = 0.0,
    per: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--per", metavar="PERIOD", help="Count instead, per day, month or year."),
    ] = None,
    format: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--format", metavar="FORMAT", help="table, csv, jsonl or markdown; default: table."),
    ] = None,
    limit: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--limit", metavar="N", help="How many at most; default: 50 in a table, else all."),
    ] = None,
    oldest_first: Annotated[bool, typer.Option("--oldest-first", help="The earliest first.")] = False,
    excel: Excel = False,
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Quotes in a store, the latest first.

    By speaker, subject, words, country, outlet, date.

    All options given must hold. One may be given several times: any of its values will do.
    """
    from ..store.query import Query, first_day, last_day
    from .search import write_search

    query = Query(
        text=text,
        article=article,
        speaker=tuple(speaker or ()),
        about=tuple(about or ()),
        country=tuple(country or ()),
        type=tuple(kind.upper() for kind in type or ()),
        source=tuple(source or ()),
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        min_confidence=min_confidence,
    )
    return write_search(
        store,
        query,
        format=format,
        per=per,
        limit=limit,
        oldest_first=oldest_first,
        excel=excel,
        output=output,
        force=force,
        quiet=quiet,
    )


@guarded
def serve(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="What diplo-ner build made.")],
    open_browser: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; default: this machine only.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="Port; default: a free one.")] = 0,
    host_name: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--host-name", metavar="NAME", help="A name under which others reach this machine."),
    ] = None,
    quiet: Quiet = False,
) -> int:
    """A store in the browser, to search and to read.

    There is a page for each person, country and body, and for each article. Ctrl-C ends it.
    """
    from .serve import serve_store

    return serve_store(store, host=host, port=port, names=host_name or (), open_browser=open_browser, quiet=quiet)
