"""How fast a store answers: ``python -m bench.store -o store.duckdb`` makes one of a million quotes, and asks it.

With ``--distinct 50000`` so many are made up and come again and again, each time on other days: searching is the same
work, and the store is made in a tenth of the time.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from diplo_ner.store.adding import Adding
from diplo_ner.store.build import finish_store, store_counts
from diplo_ner.store.opening import count, open_store, open_to_write
from diplo_ner.store.query import Query
from diplo_ner.store.searching import Search

from .machine import machine
from .made_up import DAYS, QUOTES, MadeUp
from .tasks import peak

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def make_store(path: Path, quotes: int, distinct: int | None = None) -> dict[str, float | None]:
    """Make a store of made-up quotes.

    Args:
        path: The file.
        quotes: How many there are in all.
        distinct: How many of them are made up, the others being the same again.

    Returns:
        Seconds of processor time for adding documents, and for merging and indexing; the most memory in MB after
        adding and in the end.
    """
    distinct = min(distinct or quotes, quotes)
    started = time.process_time()
    corpus = MadeUp(quotes)
    connection = open_to_write(path)
    adding = Adding(connection)
    for extraction, text in islice(corpus, distinct // QUOTES):
        adding.add(extraction, text)
    adding.flush()
    added = time.process_time()
    repeat(connection, quotes // distinct, DAYS * distinct // quotes)
    repeated, held = time.process_time(), peak()
    finish_store(connection)
    connection.close()
    finished = time.process_time() - repeated
    return {
        "adding": added - started, "repeating": repeated - added, "finishing": finished, "MB added": held, "MB": peak()
    }  # fmt: skip


def repeat(connection: DuckDBPyConnection, times: int, days: int) -> None:
    """Let all documents of a store come so many times, each time under other names and so many days later."""
    columns = {
        "documents": {"doc": "doc", "doc_id": "doc_id", "hash": "hash", "date": "date", "published": "date"},
        "appearances": {"appearance": "appearance", "doc": "doc"},
        "roles": {"appearance": "appearance"},
        "mentions": {"doc": "doc", "appearance": "appearance"},
        "quotes": {"quote": "quote", "doc": "doc", "speaker_appearance": "appearance"},
        "co_speakers": {"quote": "quote", "speaker_appearance": "appearance"},
        "about": {"quote": "quote", "appearance": "appearance"},
    }
    last = {
        "doc": count(connection, "SELECT max(doc) FROM documents"),
        "appearance": count(connection, "SELECT max(appearance) FROM appearances"),
        "quote": count(connection, "SELECT max(quote) FROM quotes"),
    }
    for table, changed in columns.items():
        connection.execute(f"CREATE OR REPLACE TEMP TABLE once AS SELECT * FROM {table}")
        for time_ in range(1, times):
            told = {
                name: f"(date + {time_ * days})::DATE" if kind == "date"
                else f"{name} || '-{time_}'" if kind not in last
                else f"{name} + {time_ * last[kind]}"
                for name, kind in changed.items()
            }  # fmt: skip
            replaced = ", ".join(f"{sql} AS {name}" for name, sql in told.items())
            connection.execute(f"INSERT INTO {table} SELECT * REPLACE ({replaced}) FROM once")
    connection.execute("DROP TABLE IF EXISTS once")


def ask_store(path: Path, corpus: MadeUp) -> dict[str, dict[str, float]]:
    """How long answers take: the quotes that answer, and the best of three of clock and processor, in ms."""
    words, people = corpus.words, corpus.people
    queries = {
        "frequent word": Query(text=words[0]),
        "two words": Query(text=f"{words[0]} {words[30]}"),
        "rare word": Query(text=words[30_000]),
        "phrase": Query(text=f'"{words[0]} {words[1]}"'),
        "frequent speaker": Query(speaker=(people[0],)),
        "speaker, subject, outlet, word": Query(
            speaker=(people[0],), about=(people[1],), source=("Le Journal",), text=words[5]
        ),
        "subject since a day": Query(about=(people[1],), since=date(2020, 1, 1)),
    }
    connection = open_store(path, threads=4, memory="256MB")
    found: dict[str, dict[str, float]] = {}
    for name, query in queries.items():
        clock: list[float] = []
        processor: list[float] = []
        total = 0
        for _ in range(3):
            before, worked = time.perf_counter(), time.process_time()
            search = Search(connection, query)
            total = search.count()
            search.hits(limit=50)
            clock.append(1000 * (time.perf_counter() - before))
            processor.append(1000 * (time.process_time() - worked))
        found[name] = {"quotes": total, "clock": round(min(clock)), "processor": round(min(processor))}
    connection.close()
    return found


def main(arguments: list[str] | None = None) -> int:
    """Make the store where it is not there, and print what it is."""
    parser = argparse.ArgumentParser(prog="python -m bench.store", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=Path("made-up.duckdb"), help="the store")
    parser.add_argument("--quotes", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, help="how many are made up, the others being the same again")
    options = parser.parse_args(arguments)
    if not options.output.exists():
        print(json.dumps(make_store(options.output, options.quotes, options.distinct)), file=sys.stderr)
    connection = open_store(options.output)
    counts = store_counts(connection)
    connection.close()
    answers = ask_store(options.output, MadeUp(options.quotes))
    told = {"machine": machine(), **counts, "answers": answers, "memory": peak()}
    print(json.dumps(told, ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
