"""Which field of a record holds the text, the date, the outlet: what the caller says, else by usual names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, get_args

from diplo_ner.errors import InputError
from diplo_ner.safe import encodable
from diplo_ner.tables import cell_list, rows
from diplo_ner.text.fold import fold

Role = Literal["text", "id", "date", "title", "url", "source", "author"]
ROLES: tuple[Role, ...] = get_args(Role)
ALL = "all"

_SIGNS = re.compile(r"[^a-z0-9]+")
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Fields:
    """What the caller says of the fields of records; None: a field is looked for by the usual names.

    ``keep`` names the fields that are kept beside; ``("all",)`` keeps every one.
    """

    text: str | None = None
    id: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None
    keep: tuple[str, ...] = ()

    def told(self) -> tuple[str, ...]:
        """The fields that the caller names."""
        return tuple(name for role in ROLES if (name := getattr(self, role)) is not None)


@dataclass(frozen=True, slots=True)
class Found:
    """Where what is told of an article stands in a record."""

    text: str | None
    id: str | None
    date: str | None
    title: str | None
    url: str | None
    source: str | None
    author: str | None
    kept: tuple[str, ...]

    def wanted(self) -> tuple[str, ...]:
        """All fields that are needed of a record, in no order of the record's."""
        named = (getattr(self, role) for role in ROLES)
        return tuple(dict.fromkeys(name for name in (*named, *self.kept) if name is not None))


@lru_cache(maxsize=256)
def find_fields(fields: Fields, there: tuple[str, ...]) -> Found:
    """The fields of records with these names; none has two roles, but that the one that the caller says names it may.

    >>> find_fields(Fields(), ("Titre", "Texte", "Coût")).text
    'Texte'
    """
    taken = set(fields.told()) - {fields.id}
    found: dict[str, str | None] = {}
    for role in ROLES:
        name = getattr(fields, role)
        if name is None:
            name = _usual(role, [n for n in there if n not in taken])
        if name is not None and name != fields.id:
            taken.add(name)
        found[role] = name
    others = [n for n in there if n not in found.values()]
    kept = tuple(others) if ALL in fields.keep and ALL not in there else fields.keep
    return Found(**found, kept=kept)


def require_fields(fields: Fields, there: Sequence[str], *, text: bool = True) -> Found:
    """As ``find_fields``, for a table whose columns are known.

    Args:
        fields: What the caller says.
        there: The names of the columns.
        text: Whether there must be a text.

    Raises:
        InputError: A field that the caller names is not there, or no text is.
    """
    found = find_fields(fields, tuple(there))
    for role in ROLES:
        name = getattr(fields, role)
        if name is not None and name not in there:
            raise InputError(f"no column {name!r}", advice=choose(role, there))
    for name in found.kept:
        if name not in there:
            raise InputError(f"no column {name!r}", advice=_there("keep others with --keep", there))
    if text and found.text is None:
        raise InputError("no column is known to hold the text", advice=choose("text", there))
    return found


def choose(role: Role, there: Sequence[str]) -> str:
    """What to do where a field is not found."""
    return _there(f"say which with --{role}-field", there)


def usual_names(role: Role) -> tuple[str, ...]:
    """Names that a field of this role usually bears, the likelier first, in the form of ``plain_name``."""
    return _table()[role]


def plain_name(name: str) -> str:
    """A field's name as it is compared.

    >>> plain_name("Date de publication"), plain_name("articleBody")
    ('date_de_publication', 'articlebody')
    """
    return _SIGNS.sub("_", fold(name)).strip("_")


def _there(advice: str, there: Sequence[str]) -> str:
    names = encodable(", ".join(there[:_SHOWN]))
    return f"{advice}; there are: {names}{', …' if len(there) > _SHOWN else ''}"


def _usual(role: Role, there: Sequence[str]) -> str | None:
    plain: dict[str, str] = {}
    for name in there:
        plain.setdefault(plain_name(name), name)
    return next((plain[name] for name in usual_names(role) if name in plain), None)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {row["role"]: tuple(cell_list(row["names"])) for row in rows("diplo_ner.metadata", "field_names.csv")}
    )
