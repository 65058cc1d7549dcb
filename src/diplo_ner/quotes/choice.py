"""Choice: of all evidence for who says a passage, the one that goes before the others, by one table.

``data/choice.csv`` tells the place of each kind of evidence, what must hold for it, and where one kind goes before
another in spite of their places. There is no other order anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..tables import cell_list, rows
from .candidate import Candidate, Evidence, Place
from .comparisons import BESIDE
from .conditions import ALONE, PLACE
from .vocabulary.cues import PACKAGE


class Row(NamedTuple):
    """A row of the table: the place of some evidence, or what it goes before, and what must hold for it.

    The conditions are those of the passage's place, of the evidence alone, and of the evidence beside the other, each
    with the answer that is wanted.
    """

    evidence: str
    place: tuple[tuple[str, bool], ...]
    alone: tuple[tuple[str, bool], ...]
    beside: tuple[tuple[str, bool], ...]
    rank: int
    over: str

    def holds_at(self, place: Place) -> bool:
        """Whether the row may count for a passage at a place."""
        return all(PLACE[name](place) is wanted for name, wanted in self.place)

    def holds_for(self, one: Evidence, place: Place) -> bool:
        """Whether the row may count for a piece of evidence."""
        return all(ALONE[name](one, place) is wanted for name, wanted in self.alone)

    def holds_beside(self, one: Evidence, other: Evidence, place: Place) -> bool:
        """Whether the row counts for a piece of evidence beside another."""
        return all(BESIDE[name](one, other, place) is wanted for name, wanted in self.beside)


class Kind(NamedTuple):
    """All that the table says of a detector: its smallest rank, its rows, the exceptions in its favour.

    ``over`` are the detectors that it goes before by exception. ``anywhere`` tells whether no row asks for a place.
    """

    detector: str
    first: int
    rows: tuple[Row, ...]
    exceptions: tuple[Row, ...]
    over: frozenset[str]
    anywhere: bool


@lru_cache(maxsize=1)
def order() -> Mapping[str, Kind]:
    """The order of evidence (``data/choice.csv``): its detectors by their smallest rank.

    Raises:
        ValueError: a row asks for a condition that there is none of, or has neither or both of rank and over.
    """
    ranks: dict[str, list[Row]] = {}
    exceptions: dict[str, list[Row]] = {}
    for row in rows(PACKAGE, "choice.csv"):
        asked = [(word.removeprefix("not "), not word.startswith("not ")) for word in cell_list(row["when"])]
        place, alone, beside = (tuple(a for a in asked if a[0] in kind) for kind in (PLACE, ALONE, BESIDE))
        if len(place) + len(alone) + len(beside) < len(asked) or bool(row["rank"]) == bool(row["over"]):
            raise ValueError(f"choice.csv, {row['evidence']}: an unknown condition, or not one of rank and over")
        held = exceptions if row["over"] else ranks
        told = Row(row["evidence"], place, alone, beside, int(row["rank"] or 0), row["over"])
        held.setdefault(row["evidence"], []).append(told)
    kinds = [
        Kind(
            detector=name,
            first=min(row.rank for row in held),
            rows=tuple(held),
            exceptions=tuple(more),
            over=frozenset(row.over for row in more),
            anywhere=not any(row.place for row in held),
        )
        for name, held in ranks.items()
        for more in (exceptions.get(name, ()),)
    ]
    return {kind.detector: kind for kind in sorted(kinds, key=lambda kind: kind.first)}


def choose(detectors: Mapping[str, Callable[[], Evidence | None]], place: Place) -> Candidate | None:
    """The evidence that decides; None where there is none. What cannot win any more is not looked for."""
    best: Candidate | None = None
    for name, kind in order().items():
        if name in detectors and (best is None or kind.first < best.rank or best.detector in kind.over):
            found = _found(kind, detectors[name], place)
            if found is not None and (best is None or _goes_before(found, best, place)):
                best = found
    return best


def ranked(detectors: Mapping[str, Callable[[], Evidence | None]], place: Place) -> tuple[Candidate, ...]:
    """All evidence that counts, by rank; that of equal rank in the order of the table."""
    kinds = [kind for name, kind in order().items() if name in detectors]
    found = (_found(kind, detectors[kind.detector], place) for kind in kinds)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.rank))


def _found(kind: Kind, detector: Callable[[], Evidence | None], place: Place) -> Candidate | None:
    """What a detector finds, with its rank; None where it finds nothing, or nothing that may count there."""
    usable = kind.rows if kind.anywhere else [row for row in kind.rows if row.holds_at(place)]
    evidence = detector() if usable else None
    if evidence is None:
        return None
    rank = next((row.rank for row in usable if row.holds_for(evidence, place)), None)
    return Candidate(kind.detector, evidence, rank) if rank is not None else None


def _goes_before(one: Candidate, other: Candidate, place: Place) -> bool:
    """Whether one candidate goes before another."""
    if _excepted(one, other, place):
        return True
    return one.rank < other.rank and not _excepted(other, one, place)


def _excepted(one: Candidate, other: Candidate, place: Place) -> bool:
    """Whether an exception puts one candidate before another."""
    return any(
        row.over == other.detector
        and row.holds_for(one.evidence, place)
        and row.holds_beside(one.evidence, other.evidence, place)
        for row in order()[one.detector].exceptions
    )
