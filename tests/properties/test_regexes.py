"""No regular expression of the package takes longer than in proportion to what it reads."""

from __future__ import annotations

import gc
import re
import time

import pytest
from worst_inputs import ENDINGS, methods, patterns, pumps

pytestmark = pytest.mark.slow

PATTERNS = patterns()
SHORT, LONG = 1_200, 6_000
SLOW = 0.003
"""Seconds that a linear expression never takes for the long input."""

READ_NO_TEXT = ("diplo_ner.fast.patterns", "diplo_ner.fast.recognizer")
"""Modules whose expressions read spaCy's own expressions and settings, never a text."""


@pytest.fixture(autouse=True, scope="module")
def _undisturbed():
    """Without the collector of garbage, what is measured is the expression."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def seconds(pattern: re.Pattern, method: str, text: str) -> float:
    given = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "ignore")
    work = getattr(pattern, method)
    start = time.process_time()
    found = work(given)
    if method == "finditer":
        for _ in found:
            pass
    return time.process_time() - start


def grows(pattern: re.Pattern, method: str, first: str, unit: str, ending: str) -> bool:
    """Whether five times the text takes clearly more than five times as long."""
    texts = [first + (unit * (size // len(unit) + 1))[:size] + ending for size in (24, SHORT, LONG)]
    if seconds(pattern, method, texts[0]) > 0.2:
        return True
    for _ in range(3):
        short = seconds(pattern, method, texts[1])
        if short > 2:
            return True
        long = seconds(pattern, method, texts[2])
        if long < SLOW or long < 12 * short:
            return False
    return True


def worst(pattern: re.Pattern, method: str) -> str | None:
    for first, unit in pumps(pattern):
        for ending in ENDINGS:
            if grows(pattern, method, first, unit, ending):
                return f"{first!r} + {unit!r} * n + {ending!r}"
    return None


def test_the_expressions_are_found():
    assert len(PATTERNS) > 80
    assert any("marks" in where for where in PATTERNS) and any("words" in where for where in PATTERNS)


def test_an_expression_that_backtracks_is_caught():
    assert worst(re.compile(r"(?:a+b?)+$"), "match")
    assert worst(re.compile(r"a+(?=!)"), "finditer")
    assert worst(re.compile(r"\s*,\s*$"), "search")
    assert worst(re.compile(r"\.(?=\s+«?\s*[A-Z])"), "match")
    assert not worst(re.compile(r"(?<!a)a+(?=!)"), "finditer")


@pytest.mark.parametrize("where", [where for where in PATTERNS if not where.startswith(READ_NO_TEXT)])
def test_no_expression_backtracks_beyond_linear(where):
    """One that is only ever asked at one place is asked at one place; all others look all over the text."""
    pattern = PATTERNS[where]
    used = methods().get(where.rpartition(".")[2], set())
    for method in ["match"] if used and used <= {"match", "fullmatch"} else ["finditer"]:
        found = worst(pattern, method)
        assert found is None, f"{method} of {pattern.pattern!r} on {found}"
