"""The rows of the benchmark: what stands beside what, and the goal."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from statistics import median
from typing import Any, Literal

from .apart import python, task


@dataclass(frozen=True)
class Settings:
    """What is measured, and how often."""

    corpus: Path
    model: str
    pairs: int
    characters: int
    long: int
    names: int

    def plain(self) -> dict[str, Any]:
        """The settings as JSON has them; of the corpus the name alone."""
        return {**asdict(self), "corpus": self.corpus.name}

    @property
    def texts(self) -> dict[str, Any]:
        """What most tasks take."""
        return {"model": self.model, "corpus": str(self.corpus), "characters": self.characters}

    @property
    def article(self) -> Path:
        """The first text."""
        return min(self.corpus.glob("*.txt"))


@dataclass
class Row:
    """A figure in pairs of measurements, one after the other, and the goal for the median."""

    name: str
    what: str
    sign: Literal[">=", "<="]
    goal: float
    unit: str = "ratio"
    pairs: list[dict[str, float]] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    def add(self, value: float, **measured: float) -> None:
        """Take a measurement."""
        self.pairs.append({"value": value, **measured})

    @property
    def value(self) -> float:
        """The median."""
        return median(pair["value"] for pair in self.pairs)

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.value >= self.goal if self.sign == ">=" else self.value <= self.goal

    def plain(self) -> dict[str, Any]:
        """The row as JSON has it."""
        return {**asdict(self), "value": self.value, "met": self.met}


def throughput(settings: Settings) -> Row:
    """Tokens a second, one process, each text new to it (and once more, all of them met before)."""
    row = Row("throughput", "extract_many, one process: tokens a second over spaCy's", ">=", 4.0)
    again = []
    for number in range(settings.pairs):
        theirs, own = _side_by_side(settings, number)
        tokens = theirs["tokens"]
        row.add(
            theirs["first"]["cpu"] / own["first"]["cpu"],
            ours=tokens / own["first"]["cpu"],
            spacy=tokens / theirs["first"]["cpu"],
            by_the_clock=theirs["first"]["wall"] / own["first"]["wall"],
        )
        again.append(theirs["again"]["cpu"] / own["again"]["cpu"])
    alone = task("spans", **settings.texts)
    row.more = {
        "tokens": tokens,
        "met before": median(again),
        "share of the model": alone["first"]["cpu"] / own["first"]["cpu"],
        "tokens a second of the model alone": tokens / alone["first"]["cpu"],
    }
    return row


def processes(settings: Settings) -> Row:
    """Texts a second in two processes over those in one, by the clock.

    Starting two processes and filling their memory takes some 0.2 s once, so there are four times as many texts as
    elsewhere: a run of seconds rather than of one.
    """
    row = Row("processes", "n_process=2 over n_process=1, by the clock", ">=", 1.7)
    texts = {**settings.texts, "characters": 4 * settings.characters}
    for _ in range(settings.pairs):
        one, two = (task("processes", **texts, n_process=n) for n in (1, 2))
        # What two processors would take that do nothing else; on a busy machine the clock tells of its other work.
        shared = (two["cpu"] + two["children"]) / 2
        row.add(one["wall"] / two["wall"], one=one["wall"], two=two["wall"], by_processor=one["cpu"] / shared)
    return row


def cold_start(settings: Settings) -> Row:
    """One article from nothing."""
    row = Row("cold start", "diplo-ner entities on one article over spaCy on its text", "<=", 0.6)
    article = settings.article
    spacy = (
        f"import spacy, pathlib; text = pathlib.Path({str(article)!r}).read_text(encoding='utf-8');"
        f"spacy.load({settings.model!r})(text)"
    )
    command = "import sys; from diplo_ner.cli import main; sys.argv[0] = 'diplo-ner'; main()"
    for _ in range(settings.pairs):
        theirs, own = python("-c", spacy), python("-c", command, "entities", str(article))
        row.add(own.wall / theirs.wall, ours=own.wall, spacy=theirs.wall, by_processor=own.cpu / theirs.cpu)
    row.more = {"rows": len(own.out.splitlines()) - 1}
    return row


def quick_import(settings: Settings) -> Row:
    """Seconds of ``import diplo_ner``, less those of Python itself."""
    return _seconds("import", "import diplo_ner, seconds", settings, "import diplo_ner")


def quick_help(settings: Settings) -> Row:
    """Seconds of ``diplo-ner --help``."""
    command = "import sys; from diplo_ner.cli import main; sys.argv[0] = 'diplo-ner'; main()"
    return _seconds("help", "diplo-ner --help, seconds", settings, command, "--help")


def memory(settings: Settings) -> Row:
    """The most memory held over the texts."""
    row = Row("memory", "peak memory over the texts over spaCy's", "<=", 1.0)
    for number in range(settings.pairs):
        theirs, own = _side_by_side(settings, number)
        row.add(own["peak"] / theirs["peak"], ours=own["peak"], spacy=theirs["peak"])
    return row


def long_text(settings: Settings) -> Row:
    """Characters a second in one long text over those in the articles it is made of."""
    row = Row("long text", "speed on one text of a million characters over that on articles", ">=", 0.8)
    for _ in range(settings.pairs):
        took = task("long", **{**settings.texts, "characters": settings.long})
        articles, whole = took["characters"]
        alone, together = articles / took["alone"]["cpu"], whole / took["together"]["cpu"]
        row.add(together / alone, alone=alone, together=together)
    return row


def names(settings: Settings) -> Row:
    """Merging ten times as many names."""
    row = Row("names", "merging ten times as many distinct names: times the time", "<=", 15.0)
    few, many = task("names", count=settings.names), task("names", count=10 * settings.names)
    row.add(many["cpu"] / few["cpu"], few=few["cpu"], many=many["cpu"])
    row.more = {"names": [settings.names, 10 * settings.names], "peak": [few["peak"], many["peak"]]}
    return row


@lru_cache
def _side_by_side(settings: Settings, number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """A pair of runs over the texts, spaCy's and ours; two rows are read off it."""
    return task("stock", **settings.texts), task("ours", **settings.texts)


def _seconds(name: str, what: str, settings: Settings, *arguments: str) -> Row:
    row = Row(name, what, "<=", 0.3, unit="s")
    for _ in range(settings.pairs):
        start = time.perf_counter()
        python("-c", *arguments)
        row.add(time.perf_counter() - start)
    return row


ROWS: dict[str, Callable[[Settings], Row]] = {
    "throughput": throughput,
    "processes": processes,
    "cold-start": cold_start,
    "import": quick_import,
    "help": quick_help,
    "memory": memory,
    "long-text": long_text,
    "names": names,
}
