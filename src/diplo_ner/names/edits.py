"""Slips of the pen: one letter left out, put in, changed or swapped with its neighbour."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def one_slip(a: str, b: str) -> bool:
    """Whether two different words are one slip apart: optimal string alignment, Boytsov 2011.

    >>> one_slip("bliken", "blinken"), one_slip("macorn", "macron"), one_slip("lavrov", "lavrov")
    (True, True, False)
    """
    return OSA.distance(a, b, score_cutoff=1) == 1


def is_feminine_pair(a: str, b: str) -> bool:
    """Whether one word is the Slavic feminine of the other: Zakharov, Zakharova; Navalny, Navalnaïa.

    >>> is_feminine_pair("zakharov", "zakharova"), is_feminine_pair("lukacenko", "lukacenka")
    (True, False)
    """
    short, long = sorted((a, b), key=len)
    if long == short + "a":
        return short.endswith(("ov", "ev", "in", "yn", "ow", "ew"))
    for ending in ("skaia", "skaya", "ska", "naia", "naya", "aia", "aya", "a"):
        if not long.endswith(ending):
            continue
        stem = long.removesuffix(ending)
        if ending.startswith("sk"):
            stem += "sk"
        elif ending.startswith("n"):
            stem += "n"
        if (
            ending != "a"
            and short.startswith(stem)
            and short.removeprefix(stem) in ("y", "i", "iy", "ii", "yi", "yy", "ij")
        ):
            return True
    return False
