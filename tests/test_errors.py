"""The exceptions: one base, told whole, across processes too."""

from __future__ import annotations

import importlib
import pickle
import pkgutil

import pytest

import diplo_ner
from diplo_ner.errors import ArgumentError, DiploNerError, ReadingError, UnknownEntityError

ENDS = {"Terminated"}
"""What ends the command at a signal: no fault, and no Exception."""


def exceptions() -> list[type[BaseException]]:
    found = set()
    for module in pkgutil.walk_packages(diplo_ner.__path__, "diplo_ner."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(value, type)
                and issubclass(value, BaseException)
                and value.__module__.startswith("diplo_ner")
            ):
                found.add(value)
    return sorted(found, key=lambda kind: kind.__name__)


def test_all_exceptions_of_the_package_have_one_base():
    found = exceptions()
    assert len(found) > 10
    assert [kind.__name__ for kind in found if not issubclass(kind, DiploNerError)] == sorted(ENDS)
    assert diplo_ner.DiploNerError is DiploNerError


@pytest.mark.parametrize("kind", [k for k in exceptions() if issubclass(k, DiploNerError)], ids=lambda k: k.__name__)
def test_an_exception_tells_what_to_do_and_travels_whole(kind):
    error = kind("there is no model xx", advice="install it")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind and vars(again) == vars(error)
    assert str(again) == "there is no model xx; install it"


def test_those_who_caught_the_builtin_ones_still_do():
    assert issubclass(ArgumentError, ValueError) and issubclass(UnknownEntityError, KeyError)
    assert ReadingError("no").doc_id is None
