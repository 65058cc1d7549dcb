"""What each kind of evidence pays: python -m bench.ablation GOLD_DIR… [-o PAGE]

Each kind of evidence for a speaker (a detector of ``quotes/candidates.py``), and each exception of the table of
choice, is taken out in turn, and all quotes are read again. Told is what that costs in points of F1 of quote+who, by
folder, and in how many sources of the first folder it makes things worse or better. What pays nothing anywhere may go.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from diplo_ner.quotes import choice
from diplo_ner.quotes.choice import Kind, Row, order
from diplo_ner.schema import Quote

from .figures import replaced
from .gold import Article, articles, quotes_of, scored

_LEAST = 0.01
_HEAD = "| taken out | sources: worse, better | "


@contextmanager
def without(detector: str, exception: Row | None = None) -> Iterator[None]:
    """Choose without a detector, or without one of the exceptions in its favour."""
    table = dict(order())
    if exception is None:
        del table[detector]
    else:
        table[detector] = _less(table[detector], exception)
    kept = choice.order
    choice.order = lambda: table  # type: ignore[assignment]
    try:
        yield
    finally:
        choice.order = kept


def _less(kind: Kind, exception: Row) -> Kind:
    left = tuple(row for row in kind.exceptions if row is not exception)
    return kind._replace(exceptions=left, over=frozenset(row.over for row in left))


class Count(NamedTuple):
    """How many quotes have the right speaker, how many came out, how many gold holds."""

    right: float
    given: int
    gold: int

    def plus(self, other: Count) -> Count:
        """The counts of both."""
        return Count(self.right + other.right, self.given + other.given, self.gold + other.gold)

    @property
    def points(self) -> float:
        """F1 in percent."""
        return 200 * self.right / max(1, self.given + self.gold)


class Reader:
    """Counts the quotes of some articles; those that come out as they did the first time are not scored again."""

    def __init__(self, some: Sequence[Article]) -> None:
        self.articles = some
        self.first = [quotes_of(article) for article in some]
        self.counts = [counted(article, quotes) for article, quotes in zip(some, self.first, strict=True)]

    def again(self) -> list[Count]:
        """The counts as the quotes are read now, by article."""
        now = map(quotes_of, self.articles)
        return [
            count if quotes == first else counted(article, quotes)
            for article, quotes, first, count in zip(self.articles, now, self.first, self.counts, strict=True)
        ]


def counted(article: Article, quotes: tuple[Quote, ...]) -> Count:
    """The counts of an article's quotes."""
    figure = scored([(article, quotes)]).figures["quote+who"]
    return Count(figure.n * (figure.recall or 0.0), len(quotes), figure.n)


def points(counts: Sequence[Count], groups: Sequence[Hashable]) -> dict[Hashable, float]:
    """F1 by group, given the group of each count."""
    sums: dict[Hashable, Count] = {}
    for count, group in zip(counts, groups, strict=True):
        sums[group] = sums.get(group, Count(0.0, 0, 0)).plus(count)
    return {group: total.points for group, total in sums.items()}


def families() -> Iterator[tuple[str, str, Row | None]]:
    """All that can be taken out: its name, the detector, and the exception where it is one."""
    for detector in order():
        yield detector, detector, None
    for detector, kind in order().items():
        for row in kind.exceptions:
            asked = (*row.place, *row.alone, *row.beside)
            told = ", ".join(name if wanted else f"not {name}" for name, wanted in asked)
            yield f"{detector} before {row.over}" + (f" ({told})" if told else ""), detector, row


def main(arguments: list[str] | None = None) -> int:
    """Take each out, print what that costs, and write the table where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.ablation", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of articles, each .txt with its .json")
    parser.add_argument("-o", "--output", type=Path, help="the page whose table is replaced")
    options = parser.parse_args(arguments)
    reader = Reader(articles(options.gold))
    names = [folder.name for folder in options.gold]
    folders = [article.folder for article in reader.articles]
    sources = [article.source if article.folder == names[0] else None for article in reader.articles]
    head = _HEAD + " | ".join(names) + " |"
    lines = [head, "|---|--:|" + "--:|" * len(names)]
    by_folder, by_source = points(reader.counts, folders), points(reader.counts, sources)
    print("\n".join(lines), flush=True)
    for name, detector, exception in families():
        with without(detector, exception):
            now = reader.again()
        here = points(now, sources)
        change = [by_source[source] - here[source] for source in by_source if source is not None]
        worse, better = sum(c > _LEAST for c in change), sum(c < -_LEAST for c in change)
        left = points(now, folders)
        costs = " | ".join(f"{by_folder[folder] - left[folder]:+.2f}" for folder in names)
        lines.append(f"| {name} | {worse}, {better} | {costs} |")
        print(lines[-1], flush=True)
    if options.output:
        page = options.output.read_text("utf-8")
        options.output.write_text(replaced(page, head, "\n".join(lines)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
