"""Counts how often each rule of attribution is right on articles with gold, and weighs what else tells it.

``python -m bench.calibrate GOLD_DIR… --write`` writes the counts (``confidence.csv``) and the weights of the traits
(``speaker_weights.csv``) into the package; ``--check`` tells how good such tables are on sources that they were not
made from: the articles are parted by source (the name of a file up to its first hyphen, in five groups), and each
group is judged by counts and weights from the others. ``--unseen DIR…`` fits the line that puts the tables right for
articles that nobody has read (``unseen_line.csv``), and judges each of its folders by a line from the others: the
errors in them must not have been looked at when it is called. A quote is right where its passage is one and its
speaker is the right one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from diplo_ner import load
from diplo_ner.evaluation import Case, evaluate
from diplo_ner.pipeline import model_spans
from diplo_ner.quotes.confidence import AS_MEASURED, KNEE, Counts, Line, band, confidence, log_odds
from diplo_ner.quotes.reader import read_quotes
from diplo_ner.reading import read_entities
from diplo_ner.schema import Extraction
from diplo_ner.text.words import words

from . import logistic

GROUPS = 5
HEAD = """# How often what decides about a quote was right: {quotes} quotes in {articles} articles with gold.
# `quote …` counts how often a passage was a quote where the verdict was as sure as the band says; other rows count
# how often the speaker of a quote was right: by rule, by the way the speaker was resolved (+…), by both, and for all.
# Source: counted by `python -m bench.calibrate`; docs/how/quotes.md names the articles. Read by confidence.py.
"""

WEIGHED = """# What each trait of an attribution weighs for its speaker, in log odds; "always" is what every one has.
# trait: the name of the observation (quotes/traits.py); weight: above zero it speaks for the speaker, below against.
# Source: logistic regression (L2) over {quotes} quotes in {articles} articles with gold, fitted by `python -m
# bench.calibrate`; do not edit by hand.
"""
LINE = """# What the log odds of confidence, as articles that were read have it, are on articles that nobody has read.
# slope, bend, shift: the line over them, which bends where a reading is sure.
# Source: logistic regression over {quotes} quotes in {articles} articles whose errors had not been looked at,
# fitted by `python -m bench.calibrate --unseen`; do not edit by hand.
"""
DATA = Path(__file__).parents[1] / "src" / "diplo_ner" / "quotes" / "data"


class Seen(NamedTuple):
    """A quote that came out: how sure the verdict was, the rule, whether it is a quote, and the right speaker's."""

    source: str
    sure: float
    rule: str
    traits: tuple[str, ...]
    is_quote: bool
    is_right: bool


def seen(folders: Iterable[Path]) -> list[Seen]:
    """Every quote that comes out of the articles of some folders."""
    nlp = load()
    found = []
    for path in sorted(p for folder in folders for p in folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        [(_, spans)] = model_spans(nlp, [text])
        entities = read_entities(text, spans)
        reading = read_quotes(text, words(text), entities, rejected=True)
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        result = Extraction(doc_id=path.stem, model="", entities=entities, quotes=reading.quotes)
        differences = evaluate([Case(path.stem, gold, result, text)]).differences
        none = {(d.start, d.end) for d in differences if d.kind == "quote" and d.gold == "none"}
        wrong = [(d.start, d.end) for d in differences if d.kind == "speaker"]
        for quote, sure, traits in zip(reading.quotes, reading.sure, reading.traits, strict=True):
            is_quote = (quote.start, quote.end) not in none
            right = is_quote and not any(start < quote.end and quote.start < end for start, end in wrong)
            found.append(Seen(path.stem.split("-")[0], sure, quote.rule, traits, is_quote, right))
    return found


def counted(quotes: Iterable[Seen]) -> dict[str, tuple[int, int]]:
    """The counts of some quotes: right and all, by row of the table."""
    right: Counter[str] = Counter()
    everything: Counter[str] = Counter()
    for quote in quotes:
        key = f"quote {band(quote.sure)}"
        everything[key] += 1
        right[key] += quote.is_quote
        if not quote.is_quote:
            continue
        base, plus, way = quote.rule.partition("+")
        for key in {"all", base, quote.rule, plus + way} - {""}:
            everything[key] += 1
            right[key] += quote.is_right
    return {key: (right[key], everything[key]) for key in sorted(everything)}


def fitted(quotes: Iterable[Seen], strength: float) -> dict[str, float]:
    """The weights of the traits of quotes for their speaker; see ``logistic.weights``."""
    return logistic.weights(((quote.traits, quote.is_right) for quote in quotes if quote.is_quote), strength)


def check(quotes: list[Seen], strength: float) -> None:
    """Print how confidence and the share that is right agree on sources left out of the counting."""
    sources = sorted({quote.source for quote in quotes})
    judged: list[tuple[float, bool]] = []
    for group in range(GROUPS):
        held = set(sources[group::GROUPS])
        others = [q for q in quotes if q.source not in held]
        table: Mapping[str, Counts] = counted(others)
        weighed = fitted(others, strength)
        judged += [
            (confidence(q.traits, q.sure, table=table, weighed=weighed, line=AS_MEASURED), q.is_right)
            for q in quotes
            if q.source in held
        ]
    tell(judged)


def line_of(quotes: Iterable[Seen]) -> Line:
    """The line over the log odds of confidence that fits what is right of some quotes."""
    from sklearn.linear_model import LogisticRegression

    cases = [(log_odds(confidence(q.traits, q.sure, line=AS_MEASURED)), q.is_right) for q in quotes]
    model = LogisticRegression(C=1e6, max_iter=1000)
    model.fit([[odds, max(0.0, odds - KNEE)] for odds, _ in cases], [right for _, right in cases])
    slope, bend = (round(float(weight), 2) for weight in model.coef_[0])
    return Line(slope, bend, round(float(model.intercept_[0]), 2))


def check_line(unseen: Mapping[Path, list[Seen]]) -> None:
    """Print how confidence and the share that is right agree in each folder by the line of the other folders."""
    judged: list[tuple[float, bool]] = []
    for folder, quotes in unseen.items():
        line = line_of(q for other, held in unseen.items() if other != folder for q in held)
        judged += [(confidence(q.traits, q.sure, line=line), q.is_right) for q in quotes]
    tell(judged)


def tell(judged: list[tuple[float, bool]]) -> None:
    """Print mean confidence and share right by tenth, over all, and the share right of the surer half."""
    judged.sort(key=lambda pair: -pair[0])
    surest = judged[: len(judged) // 2]
    print(f"{'band':8}{'quotes':>8}{'mean':>8}{'right':>8}")
    for low in range(9, -1, -1):
        inside = [pair for pair in judged if low <= min(9, int(pair[0] * 10 + 1e-9)) < low + 1]
        if inside:
            mean, share = (sum(x) / len(inside) for x in zip(*inside, strict=True))
            print(f"{low / 10:.1f}–{(low + 1) / 10:.1f} {len(inside):8}{mean:8.3f}{share:8.3f}")
    mean, share = (sum(x) / len(judged) for x in zip(*judged, strict=True))
    print(f"{'all':8}{len(judged):8}{mean:8.3f}{share:8.3f}")
    print(f"{'surest':8}{len(surest):8}{'':8}{sum(r for _, r in surest) / len(surest):8.3f}")


def main(arguments: list[str] | None = None) -> int:
    """Count and fit, and write or check what comes out."""
    parser = argparse.ArgumentParser(prog="python -m bench.calibrate", description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path, help="folders of articles, each .txt with its .json")
    parser.add_argument("--strength", type=float, default=0.17, help="the inverse of the regularisation")
    parser.add_argument("--write", action="store_true", help="write counts and weights into the package")
    parser.add_argument("--check", action="store_true", help="tell how good they are on sources left out")
    parser.add_argument("--unseen", nargs="+", type=Path, default=[], help="folders of articles that nobody has read")
    options = parser.parse_args(arguments)
    unseen = {folder: seen([folder]) for folder in options.unseen}
    if unseen:
        check_line(unseen)
        if options.write:
            told = [q for quotes in unseen.values() for q in quotes]
            articles = sum(len(list(folder.glob("*.txt"))) for folder in unseen)
            head = LINE.format(quotes=len(told), articles=articles)
            line = line_of(told)
            text = f"{head}slope,bend,shift\n{line.slope},{line.bend},{line.shift}\n"
            (DATA / "unseen_line.csv").write_text(text, encoding="utf-8")
    if not options.gold:
        return 0
    quotes = seen(options.gold)
    if options.check:
        check(quotes, options.strength)
    if options.write:
        articles = sum(len(list(folder.glob("*.txt"))) for folder in options.gold)
        head = HEAD.format(quotes=len(quotes), articles=articles)
        rows = [f"{key},{right},{count}" for key, (right, count) in counted(quotes).items()]
        (DATA / "confidence.csv").write_text("\n".join([head + "rule,right,all", *rows]) + "\n", encoding="utf-8")
        body = [f"{name},{weight}" for name, weight in sorted(fitted(quotes, options.strength).items())]
        head = WEIGHED.format(quotes=len(quotes), articles=articles)
        (DATA / "speaker_weights.csv").write_text("\n".join([head + "trait,weight", *body]) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
