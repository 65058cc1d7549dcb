"""The command that searches a store: quotes by speaker, subject, words, date, outlet."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from ..errors import ConfigurationError
from ..io.tables import TableFormat, open_table
from ..store.exports import Export, write_hits
from ..store.hits import Hit
from ..store.opening import open_store
from ..store.query import Query
from ..store.searching import Period, Search
from .console import Console, visible
from .exits import Exit
from .outputs import check_file, open_output

if TYPE_CHECKING:
    from rich.table import Table

FORMATS = ("table", *get_args(Export))
_ENDINGS = {".csv": "csv", ".jsonl": "jsonl", ".md": "markdown", ".markdown": "markdown"}
_SHOWN = 50
_NARROWEST = 60


def write_search(
    store: Path,
    query: Query,
    *,
    format: str | None = None,
    per: str | None = None,
    limit: int | None = None,
    oldest_first: bool = False,
    excel: bool = False,
    output: Path | None = None,
    force: bool = False,
    quiet: bool = False,
) -> int:
    """Search a store and write the answers.

    Args:
        store: its file.
        query: what is asked.
        format: table, csv, jsonl or markdown; None: by the ending of ``output``, else table.
        per: day, month or year, to count instead.
        limit: how many answers at most; None: fifty in a table, else all.
        oldest_first: the earliest first.
        excel: CSV as French Excel opens it.
        output: the file to write; None for standard output.
        force: overwrite it.
        quiet: do not tell whom names were taken for, nor how many answers there are.

    Returns:
        The exit status.

    Raises:
        ConfigurationError: the options do not go together.
        InputError: the store cannot be read.
        OutputError: the output cannot be written.
    """
    form = _format(format, output, excel=excel)
    if per is not None and per not in get_args(Period):
        raise ConfigurationError(f"nothing is counted per {per!r}", advice="say day, month or year")
    if limit is not None and limit < 1:
        raise ConfigurationError("--limit must be 1 or more", advice="leave it out for all")
    if per is not None and form == "markdown":
        raise ConfigurationError("counts are no list of quotes", advice="say --format table, csv or jsonl")
    check_file(output, force=force)
    console = Console(quiet=quiet)
    connection = open_store(store)
    try:
        search = Search(connection, query)
        _tell_names(console, search)
        with open_output(output, force=force) as stream:
            if per is not None:
                _write_counts(search.per(_period(per)), stream, form, per, excel=excel)
            elif form == "table":
                hits = search.hits(limit=limit or _SHOWN, oldest_first=oldest_first)
                stream.write(_drawn(_table_of(hits)).encode())
                _tell_rest(console, search.count(), len(hits))
            else:
                write_hits(search.each(limit=limit, oldest_first=oldest_first), stream, _export(form), excel=excel)
    finally:
        connection.close()
    return Exit.OK


def _format(format: str | None, output: Path | None, *, excel: bool) -> str:
    form = format or (_ENDINGS.get(output.suffix.lower(), "csv") if output else "csv" if excel else "table")
    if form not in FORMATS:
        raise ConfigurationError(f"there is no format {form!r}", advice=f"one of: {', '.join(FORMATS)}")
    if excel and form != "csv":
        raise ConfigurationError("--excel is for CSV", advice="leave it out, or say --format csv")
    return form


def _export(form: str) -> Export:
    known: dict[str, Export] = {name: name for name in get_args(Export)}
    return known[form]


def _period(per: str) -> Period:
    known: dict[str, Period] = {name: name for name in get_args(Period)}
    return known[per]


def _tell_names(console: Console, search: Search) -> None:
    """Tell whom each name was taken for: the user cannot see it otherwise."""
    for name, found in ((n, f) for asked in search.meant.values() for n, f in asked.items()):
        if not found:
            console.note(f"{name}: nobody of that name is in the store")
        else:
            console.note(f"{name}: {', '.join(f'{one.canonical} ({one.id})' for one in found)}")


def _tell_rest(console: Console, total: int, shown: int) -> None:
    if total > shown:
        console.note(f"{shown} of {total} quotes; --limit shows more, --format csv gives all")
    else:
        console.note(f"{total} {'quote' if total == 1 else 'quotes'}")


def _write_counts(counts: list[tuple[str, int]], stream: Any, form: str, per: str, *, excel: bool) -> None:
    if form == "table":
        most = max((number for _, number in counts), default=1)
        lines = (f"{told}  {number:>7}  {'█' * max(1, round(40 * number / most))}\n" for told, number in counts)
        stream.write("".join(lines).encode())
        return
    known: dict[str, TableFormat] = {"csv": "csv", "jsonl": "jsonl"}
    columns: Mapping[str, str] = {per: "string", "quotes": "int64"}
    table = open_table(stream, columns, known[form], excel=excel)
    table.write({per: told, "quotes": number} for told, number in counts)
    table.close()


def _table_of(hits: list[Hit]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for name, share in (("date", None), ("speaker", 2), ("quote", 6), ("source", 2)):
        table.add_column(name, ratio=share, no_wrap=share is None)
    for hit in hits:
        day = str(hit.date) if hit.date else ""
        cells = (day, ", ".join(hit.all_who), f"« {hit.text} »", hit.source or hit.title or hit.doc_id)
        table.add_row(*(Text(visible(" ".join(cell.split()))) for cell in cells))
    return table


def _drawn(table: Table) -> str:
    from io import StringIO

    from rich.console import Console as Screen

    width = max(_NARROWEST, Screen(file=sys.stderr).width) if sys.stdout.isatty() else 120
    text = StringIO()
    Screen(file=text, width=width, color_system=None, legacy_windows=False).print(table)
    return "".join(line.rstrip() + "\n" for line in text.getvalue().splitlines())
