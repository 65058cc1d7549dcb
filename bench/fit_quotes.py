"""Fits the weights that tell a quote from other words in marks: python -m bench.fit_quotes FOLDER... [--write]

Each FOLDER holds articles as NAME.txt with their gold NAME.json. Precision, recall and F1 are told for outlets that
the weights were not fitted to: an outlet is what stands before the first figure or hyphen in a file's name, or the
folder where --whole names it. Needs scikit-learn (``pip install -e ".[fit]"``).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from diplo_ner import extract
from diplo_ner.quotes.attribution import framed
from diplo_ner.quotes.detect.crossheads import crossheads
from diplo_ner.quotes.detect.echoes import Echoes
from diplo_ner.quotes.detect.judge import judge
from diplo_ner.quotes.grammar.source import Source
from diplo_ner.quotes.marks.passages import passages
from diplo_ner.quotes.reader import name_spans
from diplo_ner.text.words import words

from . import logistic
from .gold import outlet

WEIGHTS = Path(__file__).parent.parent / "src/diplo_ner/quotes/data/quote_weights.csv"
SAME = 0.8
CROSSES = 0.3


class Case(NamedTuple):
    """A passage: its folder and outlet, what was observed, whether gold has it, whether it only crosses a gold quote.

    ``ruled`` is the answer where a rule decided and nothing was weighed.
    """

    folder: str
    outlet: str
    evidence: tuple[str, ...]
    is_quote: bool
    crosses: bool
    ruled: bool | None


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The share of two spans that both have.

    >>> overlap((0, 10), (0, 8))
    0.8
    """
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (one[1] - one[0] + other[1] - other[0] - shared)


def cases(folder: Path, *, whole: bool) -> Iterator[Case]:
    """The passages of a folder's articles."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        gold = [(q["start"], q["end"]) for q in json.loads(path.with_suffix(".json").read_text("utf-8"))["quotes"]]
        split, found = words(text), passages(text)
        if not found:
            continue
        echoes = Echoes(text, found, split)
        heads = crossheads(text, found, echoes)
        source = Source(text, split, found, name_spans(extract(text).entities), heads)
        article = framed(source, range(len(found)))
        for number, passage in enumerate(found):
            verdict = judge(text, passage, split, article.is_governed(number), echoes, number in heads)
            best = max((overlap(g, (passage.start, passage.end)) for g in gold), default=0.0)
            yield Case(
                folder.name,
                folder.name if whole else outlet(path.stem),
                verdict.evidence,
                best >= SAME,
                CROSSES < best < SAME,
                None if verdict.evidence else verdict.is_quote,
            )


def fit(seen: Sequence[Case], strength: float) -> dict[str, float]:
    """The weights of what was observed of passages that were weighed; see ``logistic.weights``."""
    learnt = (case for case in seen if case.ruled is None and not case.crosses)
    return logistic.weights(((case.evidence, case.is_quote) for case in learnt), strength)


def says(case: Case, weights: dict[str, float]) -> bool:
    """Whether a case is a quote by some weights."""
    if case.ruled is not None:
        return case.ruled
    return weights.get("always", 0.0) + sum(weights.get(name, 0.0) for name in case.evidence) >= 0


def figures(right: int, taken: int, there: int) -> str:
    """Precision, recall and F1 in percent.

    >>> figures(9, 10, 12)
    '90.0 75.0 81.8'
    """
    return (
        f"{100 * right / max(1, taken):.1f} {100 * right / max(1, there):.1f} {200 * right / max(1, taken + there):.1f}"
    )


def across(found: Sequence[Case], strength: float) -> list[bool]:
    """What weights say that were fitted to all outlets but a case's own."""
    fitted = {
        outlet: fit([case for case in found if case.outlet != outlet], strength)
        for outlet in sorted({case.outlet for case in found})
    }
    return [says(case, fitted[case.outlet]) for case in found]


def main(arguments: list[str] | None = None) -> int:
    """Fit, tell the figures by folder on outlets that were left out, and write the weights where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_quotes", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument(
        "--whole", nargs="*", default=["articles", "styles", "wire"], help="folders that are one outlet"
    )
    parser.add_argument("--strength", type=float, default=0.5, help="the inverse of the regularisation")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args(arguments)
    found = [case for folder in options.folders for case in cases(folder, whole=folder.name in options.whole)]
    weights = fit(found, options.strength)
    unseen = across(found, options.strength)
    for folder in dict.fromkeys(case.folder for case in found):
        here = [(case, answer) for case, answer in zip(found, unseen, strict=True) if case.folder == folder]
        there = sum(case.is_quote for case, _ in here)
        for how, answers in (
            ("outlets left out", [answer for _, answer in here]),
            ("fitted", [says(c, weights) for c, _ in here]),
        ):
            right = sum(c.is_quote and a for (c, _), a in zip(here, answers, strict=True))
            print(f"{folder:10} {how:16} {figures(right, sum(answers), there)}")
    if options.write:
        head = [line for line in WEIGHTS.read_text("utf-8").splitlines() if line.startswith("#")]
        body = [f"{name},{weight}" for name, weight in sorted(weights.items())]
        WEIGHTS.write_text("\n".join([*head, "evidence,weight", *body]) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
