"""What public functions are given: refused where it cannot be meant, so that nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sized
from typing import Any, Literal, TypeVar, get_args

from diplo_ner.errors import ArgumentError, InputError

OnError = Literal["raise", "skip", "keep"]
"""What becomes of an article that cannot be read."""

Given = TypeVar("Given")

_ABSENT = object()
_LONGEST_SHOWN = 40
_MISSING = {"NAType": "missing (<NA>)", "NaTType": "missing (NaT)"}
"""How pandas says that a cell is empty, by the type of what says so; it need not be there."""


def check_is(name: str, given: Any, kind: type | tuple[type, ...], *, give: str) -> None:
    """Refuse an argument that is of another type.

    Args:
        name: What it is called.
        given: The argument.
        kind: The type or types that it may be of.
        give: What to give instead.

    Raises:
        ArgumentError: It tells what was given, and what to give.

    >>> check_is("title", None, str, give="a string")
    Traceback (most recent call last):
    diplo_ner.errors.ArgumentError: title is None; give a string
    """
    if not isinstance(given, kind):
        raise ArgumentError(f"{name} is {_shown(given)}", advice=f"give {give}")


def check_all(name: str, given: Any, kind: type | tuple[type, ...], *, give: str) -> None:
    """Refuse what is no row of things of a type: one of them alone, a mapping, what cannot be gone over twice.

    Raises:
        ArgumentError: It tells which of them is wrong, counted from 0.

    >>> check_all("texts", ["a", 7], str, give="strings")
    Traceback (most recent call last):
    diplo_ner.errors.ArgumentError: texts[1] is 7; give strings
    """
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Collection):
        raise ArgumentError(f"{name} is {_shown(given)}", advice=f"give a list of {give}")
    for number, one in enumerate(given):
        check_is(f"{name}[{number}]", one, kind, give=give)


def _shown(given: Any) -> str:
    """What is told of an argument that is wrong: short plain values themselves, of others the type."""
    plain = given is None or isinstance(given, str | bytes | int | float)
    told = repr(given) if plain else ""
    return told if told and len(told) <= _LONGEST_SHOWN else f"of type {type(given).__name__}"


def check_many(texts: Any, doc_ids: Any, *, nlp: Any, n_process: Any, on_error: Any) -> None:
    """Refuse arguments of which it can be told at once that they are wrong.

    Raises:
        ArgumentError: With what to give instead.

    >>> check_many("Moscou nie.", None, nlp=None, n_process=1, on_error="raise")
    Traceback (most recent call last):
    diplo_ner.errors.ArgumentError: texts is one string; give a list of strings
    """
    _check_several("texts", texts)
    if isinstance(texts, Mapping):
        raise ArgumentError("texts is a mapping", advice="give its values(), and the mapping as doc_ids")
    if doc_ids is not None:
        _check_several("doc_ids", doc_ids)
        if isinstance(texts, Sized) and isinstance(doc_ids, Sized) and len(texts) != len(doc_ids):
            raise ArgumentError(f"there are {len(texts)} texts, but {len(doc_ids)} doc_ids", advice="give one each")
    if nlp is not None and not hasattr(nlp, "pipe"):
        raise ArgumentError(f"nlp is {nlp!r}, which is no pipeline", advice="give what load() gives")
    if not isinstance(n_process, int) or n_process < 1:
        raise ArgumentError(f"n_process is {n_process!r}", advice="give the number of processes, 1 or more")
    if on_error not in get_args(OnError):
        raise ArgumentError(f"on_error is {on_error!r}", advice=f"give one of {', '.join(get_args(OnError))}")


def _check_several(name: str, given: Any) -> None:
    if isinstance(given, str | bytes):
        raise ArgumentError(f"{name} is one string", advice="give a list of strings")
    if hasattr(given, "columns"):
        raise ArgumentError(f"{name} is a table", advice="give one of its columns")
    if not hasattr(given, "__iter__"):
        raise ArgumentError(f"{name} is {given!r}", advice="give a list of strings")


def named(texts: Iterable[Given], doc_ids: Iterable[str | None] | None) -> Iterator[tuple[Given, str | None]]:
    """The texts, each with its name; None where there are no names.

    Raises:
        ArgumentError: Behind the others, where the names end before the texts or go on, or one is no string.

    >>> list(named(["Moscou nie."], ["a"]))
    [('Moscou nie.', 'a')]
    """
    if doc_ids is None:
        yield from ((text, None) for text in texts)
        return
    names, number = iter(doc_ids), 0
    for text in texts:
        name = next(names, _ABSENT)
        if name is _ABSENT:
            raise ArgumentError(f"doc_ids ends after {number}, but there are more texts", advice="give one each")
        if name is not None and not isinstance(name, str):
            raise ArgumentError(f"doc_ids[{number}] is {name!r}", advice="give strings, or None")
        yield text, name
        number += 1
    if next(names, _ABSENT) is not _ABSENT:
        raise ArgumentError(f"texts ends after {number}, but there are more doc_ids", advice="give one each")


def check_text(text: Any) -> None:
    """Refuse what is no text.

    Raises:
        InputError: It tells what it is: an empty cell of a table is None or NaN.

    >>> check_text(float("nan"))
    Traceback (most recent call last):
    diplo_ner.errors.InputError: the text is NaN
    """
    if not isinstance(text, str):
        empty = "None" if text is None else "NaN" if isinstance(text, float) and text != text else ""
        empty = empty or _MISSING.get(type(text).__name__, "")
        raise InputError(f"the text is {empty or f'of type {type(text).__name__}'}")
