"""The ways in which a name from a table may be spelled: hyphens or spaces, "Saint" in full or short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..text.fold import fold

_SAINT = re.compile(r"\bsaint(e?)(?=[ -])")
_MOST_SPACES = 2


def fold_all(names: Iterable[str]) -> list[str]:
    """Fold many names in one go, several times as fast as one by one; same order, same result as ``fold``.

    >>> fold_all(["Égypte", "Côte d’Ivoire"])
    ['egypte', "cote d'ivoire"]
    """
    joined = "\n".join(names)
    return fold.__wrapped__(joined).split("\n") if joined else []


def spellings(folded: str) -> Iterator[str]:
    """The folded spellings under which a folded name is looked up, itself first; none twice.

    The press leaves hyphens out ("Etats Unis") or puts them in ("Corée-du-Nord"), and shortens "Saint".

    >>> list(spellings("etats-unis"))
    ['etats-unis', 'etats unis']
    >>> list(spellings("saint-marin"))
    ['saint-marin', 'saint marin', 'st-marin', 'st marin']
    """
    yield folded
    hyphens, spaces = "-" in folded, folded.count(" ")
    if not hyphens and not spaces:
        return
    if hyphens:
        yield folded.replace("-", " ")
    if 0 < spaces <= _MOST_SPACES:
        yield folded.replace(" ", "-")
    if "saint" in folded:
        short = _SAINT.sub(r"st\1", folded)
        if short != folded:
            yield from spellings(short)
