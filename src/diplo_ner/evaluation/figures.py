"""Figures: what is counted while articles are compared, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from ..entity_types import ENTITY_TYPES, types_that


@dataclass(frozen=True, slots=True)
class Figure:
    """A score; precision and recall are None where there is only a share. ``n`` counts what gold holds."""

    f1: float
    n: int
    precision: float | None = None
    recall: float | None = None

    def to_json(self) -> dict[str, float]:
        """The figure as ``{"p", "r", "f1", "n"}``, a share as ``{"f1", "n"}``."""
        share = {"f1": self.f1, "n": self.n}
        return (
            share
            if self.precision is None or self.recall is None
            else {
                "p": self.precision,
                "r": self.recall,
                **share,
            }
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the prediction is not what gold says."""

    document: str
    kind: str
    """entity, merge, canonical, quote or speaker."""
    start: int
    end: int
    words: str
    gold: str
    predicted: str
    sentence: str = ""

    def to_json(self) -> dict[str, str | int]:
        """The difference as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures over a set of articles, by name and in a fixed order, and every single difference."""

    documents: int
    figures: Mapping[str, Figure]
    differences: tuple[Difference, ...]

    def to_json(self) -> dict[str, dict[str, float]]:
        """The figures as plain values."""
        return {name: figure.to_json() for name, figure in self.figures.items()}

    def table(self) -> str:
        """The figures as a table of percentages, to be read by people."""
        head = f"{self.documents} documents\n{'':14}{'P':>7}{'R':>7}{'F1':>7}{'n':>7}"
        lines = [
            f"{name:14}{_percent(figure.precision)}{_percent(figure.recall)}{_percent(figure.f1)}{figure.n:7}"
            for name, figure in self.figures.items()
        ]
        return "\n".join([head, *lines])


@dataclass(slots=True)
class Counts:
    """How many are right, how many were predicted, how many gold holds."""

    hit: float = 0
    predicted: int = 0
    gold: int = 0

    def figure(self) -> Figure:
        """Precision, recall and their harmonic mean."""
        precision = self.hit / self.predicted if self.predicted else 0.0
        recall = self.hit / self.gold if self.gold else 0.0
        return _balanced(precision, recall, self.gold)


@dataclass(slots=True)
class Tally:
    """All that is counted over a set of articles."""

    types: dict[str, Counts] = field(default_factory=lambda: {t: Counts() for t in ENTITY_TYPES})
    merge_precision: Counts = field(default_factory=Counts)
    merge_recall: Counts = field(default_factory=Counts)
    canonical: Counts = field(default_factory=Counts)
    quotes: Counts = field(default_factory=Counts)
    by: int = 0
    who: int = 0
    differences: list[Difference] = field(default_factory=list)

    def figures(self) -> dict[str, Figure]:
        """The figures, by name and in a fixed order."""
        scored = [self.types[t] for t in types_that("count")]
        all_scored = Counts(sum(c.hit for c in scored), sum(c.predicted for c in scored), sum(c.gold for c in scored))
        q, canonical = self.quotes, self.canonical
        return {
            "entities": all_scored.figure(),
            **{name.lower(): counts.figure() for name, counts in self.types.items()},
            "merge": _balanced(
                self.merge_precision.figure().precision or 0.0,
                self.merge_recall.figure().recall or 0.0,
                self.merge_recall.gold,
            ),
            "canonical": Figure(canonical.hit / canonical.gold if canonical.gold else 0.0, canonical.gold),
            "quote": q.figure(),
            "quote+by": Counts(self.by, q.predicted, q.gold).figure(),
            "quote+who": Counts(self.who, q.predicted, q.gold).figure(),
        }


def _balanced(precision: float, recall: float, n: int) -> Figure:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(f1, n, precision, recall)


def _percent(share: float | None) -> str:
    return " " * 7 if share is None else f"{100 * share:7.1f}"
