"""Places that stand for the body that sits there: palaces, streets and towns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ..tables import rows
from ..text.fold import fold

SITES = ("palace", "street", "quarter", "town")


class Seat(NamedTuple):
    """A place, the id of the body that it stands for, its site (see `SITES`), and whether it mostly means the body."""

    name: str
    stands_for: str
    site: str
    usual: bool


@lru_cache(maxsize=1)
def seats() -> Mapping[str, Seat]:
    """Seats by their folded name.

    >>> seats()["kremlin"].usual, seats()["downing street"].usual, seats()["bruxelles"].stands_for
    (True, False, 'ue')
    """
    found = (
        Seat(row["name"], row["stands_for"], row["site"], row["metonym"] == "usual")
        for row in rows(__package__, "seats.csv")
    )
    return MappingProxyType({fold(seat.name): seat for seat in found})
