"""Whether two names are one thing's: persons part by part, countries and organisations by their tables."""

from __future__ import annotations

from .comparison import Comparison, NameType, Verdict, unsure

__all__ = ["Comparison", "NameType", "Verdict", "compare_names"]


def compare_names(a: str, b: str, *, type: NameType = "PERSON") -> Comparison:
    """Compare two names of one type; symmetric, and the same for the same input.

    Args:
        a: a name as a text has it, titles and all.
        b: another.
        type: what the names name. Countries go by the table alone, never by likeness.

    Returns:
        The verdict with a score and its reasons. "unsure" where names alone cannot tell: a family name with
        several bearers, an initial in a common name.

    Raises:
        ValueError: ``type`` is none of the three.

    >>> compare_names("Vladimir Poutine", "Putin").verdict
    'same'
    >>> compare_names("Niger", "Nigeria", type="COUNTRY").verdict
    'different'
    """
    if not any(map(str.isalnum, a)) or not any(map(str.isalnum, b)):
        return unsure(0.5, "one name is empty")
    if type == "PERSON":
        from .compare_persons import compare_persons

        return compare_persons(a, b)
    if type == "COUNTRY":
        from .compare_countries import compare_countries

        return compare_countries(a, b)
    if type == "ORGANISATION":
        from .compare_organisations import compare_organisations

        return compare_organisations(a, b)
    raise ValueError(f"the type is {type!r}: give PERSON, COUNTRY or ORGANISATION")
