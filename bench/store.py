"""How fast a store answers: ``python -m bench.store -o store.duckdb`` makes one of a million quotes, and asks it."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from diplo_ner.store.adding import Adding
from diplo_ner.store.build import finish_store, store_counts
from diplo_ner.store.opening import open_to_write

from .machine import machine
from .made_up import MadeUp


def make_store(path: Path, quotes: int) -> dict[str, float]:
    """Make a store of made-up quotes; seconds for adding documents, and for merging and indexing."""
    started = time.perf_counter()
    corpus = MadeUp(quotes)
    connection = open_to_write(path)
    adding = Adding(connection)
    for extraction, text in corpus:
        adding.add(extraction, text)
    adding.flush()
    added = time.perf_counter()
    finish_store(connection)
    connection.close()
    return {"adding": added - started, "finishing": time.perf_counter() - added}


def main(arguments: list[str] | None = None) -> int:
    """Make the store where it is not there, and print what it is."""
    parser = argparse.ArgumentParser(prog="python -m bench.store", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=Path("made-up.duckdb"), help="the store")
    parser.add_argument("--quotes", type=int, default=1_000_000)
    options = parser.parse_args(arguments)
    if not options.output.exists():
        print(json.dumps(make_store(options.output, options.quotes)), file=sys.stderr)
    connection = open_to_write(options.output)
    print(json.dumps({"machine": machine(), **store_counts(connection)}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
