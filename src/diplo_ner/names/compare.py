"""Whether two names are one thing's: persons part by part, countries and organisations by their tables."""

from __future__ import annotations

from typing import get_args

from ..entity_types import NameType
from ..errors import ArgumentError
from .comparison import Comparison, Verdict, unsure

__all__ = ["Comparison", "NameType", "Verdict", "compare_names"]


def compare_names(a: str, b: str, *, type: NameType = "PERSON") -> Comparison:
    """Compare two names of one type; symmetric, and the same for the same input.

    Args:
        a: a name as a text has it, titles and all.
        b: another.
        type: what the names name, in any case. Countries go by the table alone, never by likeness.

    Returns:
        The verdict with a score and its reasons. "unsure" where names alone cannot tell: a family name with
        several bearers, an initial in a common name.

    Raises:
        ArgumentError: ``type`` is none of the three, or a name is no string.

    >>> compare_names("Vladimir Poutine", "Putin").verdict
    'same'
    >>> compare_names("Niger", "Nigeria", type="COUNTRY").verdict
    'different'
    """
    for name in (a, b):
        if not isinstance(name, str):
            raise ArgumentError(f"a name is {name!r}", advice="give two strings")
    kind = type.upper() if isinstance(type, str) else type
    if kind not in get_args(NameType):
        raise ArgumentError(f"there is no type {type!r}", advice=f"give one of {', '.join(get_args(NameType))}")
    if not any(map(str.isalnum, a)) or not any(map(str.isalnum, b)):
        return unsure(0.5, "one name is empty")
    if kind == "PERSON":
        from .compare_persons import compare_persons

        return compare_persons(a, b)
    if kind == "COUNTRY":
        from .compare_countries import compare_countries

        return compare_countries(a, b)
    from .compare_organisations import compare_organisations

    return compare_organisations(a, b)
