"""The figures of all sets of articles with gold in one table: python -m bench.figures GOLD_DIR… [-o PAGE]

Each GOLD_DIR holds articles as NAME.txt with their gold NAME.json, as ``diplo-ner evaluate`` takes them. The table is
printed, and with ``-o`` written into a page in place of the table there (docs/how/figures.md), so that a change shows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from diplo_ner.evaluation import Evaluation

from .gold import articles, quotes_of, scored

COLUMNS = ("quote", "quote+by", "quote+who", "entities", "merge", "canonical")
HEAD = "| set | articles | quotes | " + " | ".join(COLUMNS) + " |"


def table(sets: Mapping[str, Evaluation]) -> str:
    """The table in Markdown: F1 in percent, of ``canonical`` the share; a row a set."""
    rows = [HEAD, "|---|" + "--:|" * (2 + len(COLUMNS))]
    for name, found in sets.items():
        figures = " | ".join(f"{100 * found.figures[column].f1:.1f}" for column in COLUMNS)
        rows.append(f"| {name} | {found.documents} | {found.figures['quote'].n} | {figures} |")
    return "\n".join(rows)


def replaced(page: str, head: str, new: str) -> str:
    """A page with the table that opens with a line put in the place of the one there.

    Raises:
        ValueError: the page has no such table.
    """
    lines = page.splitlines()
    if head not in lines:
        raise ValueError(f"the page has no table that opens with {head!r}")
    start = lines.index(head)
    end = next((i for i in range(start, len(lines)) if not lines[i].startswith("|")), len(lines))
    return "\n".join([*lines[:start], *new.splitlines(), *lines[end:]]) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and write the table where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.figures", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of articles, each .txt with its .json")
    parser.add_argument("-o", "--output", type=Path, help="the page whose table is replaced")
    options = parser.parse_args(arguments)
    found = table({folder.name: scored((a, quotes_of(a)) for a in articles([folder])) for folder in options.gold})
    print(found)
    if options.output:
        page = options.output.read_text("utf-8")
        options.output.write_text(replaced(page, HEAD, found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
