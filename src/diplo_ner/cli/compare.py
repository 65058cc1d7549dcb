"""The command that tells whether two names may be one person's, country's or organisation's."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, get_args

from ..entity_types import NameType
from ..errors import ConfigurationError


def write_comparison(
    a: str, b: str, compare_names: Callable[..., Any], *, type: str = "PERSON", as_json: bool = False
) -> int:
    """Compare two names and write verdict and reasons to standard output.

    Args:
        a: a name.
        b: another.
        compare_names: (a, b, type=) -> a comparison with verdict, score and reasons.
        type: PERSON, COUNTRY or ORGANISATION, in any case.
        as_json: write an object instead of lines.

    Raises:
        ConfigurationError: a name is blank, or the type is unknown.
    """
    kind = type.upper()
    if kind not in get_args(NameType):
        raise ConfigurationError(f"there is no type {type!r}", advice=f"one of: {', '.join(get_args(NameType))}")
    if not a.strip() or not b.strip():
        raise ConfigurationError("a name is empty", advice="give two names, each in quotation marks")
    found = compare_names(a, b, type=kind)
    if as_json:
        told = {"a": a, "b": b, "type": kind, "verdict": found.verdict, "score": found.score}
        sys.stdout.write(json.dumps({**told, "reasons": list(found.reasons)}, ensure_ascii=False) + "\n")
        return 0
    lines = [f"{found.verdict} ({found.score:g})", *(f"  {reason}" for reason in found.reasons)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
