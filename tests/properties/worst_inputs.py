"""The regular expressions of the package, and for each the inputs on which it might backtrack most."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import diplo_ner

parser: Any = importlib.import_module("re._parser")
constants: Any = importlib.import_module("re._constants")

_MOST_SIGNS = 7
_CATEGORY = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
_METHODS = {"search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "compile"}


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every regular expression, by the place where it is made; one that is made at two places is told once."""
    found: dict[tuple[str | bytes, int], str] = {}
    for info in pkgutil.walk_packages(diplo_ner.__path__, "diplo_ner."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                found.setdefault((pattern.pattern, pattern.flags), f"{info.name}.{name}")
        for line, pattern in _inline(Path(str(module.__file__))):
            found.setdefault((pattern.pattern, pattern.flags), f"{info.name}:{line}")
    return {where: re.compile(pattern, flags) for (pattern, flags), where in found.items()}


def _patterns_in(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _patterns_in(part)
    elif isinstance(value, dict):
        yield from _patterns_in(list(value.values()))
    elif hasattr(value, "cache_info"):
        told = value.__wrapped__.__annotations__
        if set(told) == {"return"} and "Pattern" in str(told["return"]):
            yield from _patterns_in(value())


def _inline(path: Path) -> Iterator[tuple[int, re.Pattern[Any]]]:
    """Expressions written where they are used: ``re.search("…", text)``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _METHODS
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield node.lineno, re.compile(node.args[0].value)


def pumps(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """What to put first, and what to repeat.

    Repeated is each kind of character that the expression asks for, two kinds in turn, and each run of literals;
    first comes nothing, or something that it matches.
    """
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(text, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    signs = list(dict.fromkeys([*_signs(tree), "a", " "]))
    spread = signs[:: max(1, len(signs) // _MOST_SIGNS)][:_MOST_SIGNS]
    units = [*spread, *("".join(two) for two in permutations(spread, 2))]
    units += sorted(set(_literals(tree)), key=lambda run: (-len(run), run))[:6]
    whole = _sample(tree)
    units += [whole, whole[:-1], whole[1:], whole + " "]
    behind = [(start, sign) for start in (whole, whole[:1], "." + whole) for sign in spread]
    return [(start, unit) for start, unit in dict.fromkeys([*(("", unit) for unit in units), *behind]) if unit]


def _signs(tree: Any) -> Iterator[str]:
    for op, value in tree:
        name = str(op)
        if name in ("LITERAL", "NOT_LITERAL"):
            yield chr(value) if name == "LITERAL" else "\x01"
        elif name == "ANY":
            yield "b"
        elif name == "IN":
            yield from _class(value)
        else:
            for part in _parts(value):
                yield from _signs(part)


def _class(items: Any) -> Iterator[str]:
    negated = str(items[0][0]) == "NEGATE"
    for op, value in items:
        name = str(op)
        if name == "LITERAL":
            yield chr(value)
        elif name == "RANGE":
            yield chr(value[0])
        elif name == "CATEGORY":
            yield _CATEGORY.get(str(value), "!")
    if negated:
        yield "b"


def _parts(value: Any) -> Iterator[Any]:
    """The parts of a tree that are trees."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _parts(part)


def _literals(tree: Any) -> Iterator[str]:
    run = ""
    for op, value in [*tree, (None, None)]:
        if str(op) == "LITERAL":
            run += chr(value)
            continue
        if len(run) > 1:
            yield run
        run = ""
        if op is not None:
            for part in _parts(value):
                yield from _literals(part)


def _sample(tree: Any) -> str:
    """Something that the expression matches, or nearly does: look-arounds are passed over."""
    out = ""
    for op, value in tree:
        name = str(op)
        if name == "LITERAL":
            out += chr(value)
        elif name in ("ANY", "NOT_LITERAL"):
            out += "b"
        elif name == "IN":
            out += next(_class(value))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            out += _sample(value[2]) * max(1, value[0])
        elif name == "BRANCH":
            out += _sample(max(value[1], key=len))
        elif name == "SUBPATTERN":
            out += _sample(value[3])
        elif name == "ATOMIC_GROUP":
            out += _sample(value)
    return out


ENDINGS = ("", "\x00")
"""What to put behind a long repetition so that a match fails at its very end."""


@cache
def methods() -> dict[str, set[str]]:
    """By the name of an expression, the methods by which it is used, anywhere in the package."""
    found: dict[str, set[str]] = {}
    for path in sorted(Path(str(diplo_ner.__file__)).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in _METHODS:
                name = getattr(node.value, "id", None) or getattr(node.value, "attr", None)
                if isinstance(name, str):
                    found.setdefault(name, set()).add(node.attr)
    return found
