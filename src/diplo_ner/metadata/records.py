"""From a record to what it tells of an article; a date that cannot be read is kept as it stands, and told."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from numbers import Integral, Real
from typing import NamedTuple

from diplo_ner.schema import Meta, Scalar

from .dates import iso_date
from .fields import Fields, Found, find_fields

_NAMED = ("name", "nom", "title", "text", "value", "#text")


class Told(NamedTuple):
    """What a record tells of an article, and what the user should know of how it was read."""

    meta: Meta | None
    notes: tuple[str, ...] = ()


def meta_of(record: Mapping[str, object], found: Found) -> Told:
    """What a record tells of an article, without its text and its name.

    Args:
        record: Fields with their values.
        found: Which is which, see ``find_fields``.

    >>> meta_of({"titre": "Paris", "date": "12/02/2024"}, find_fields(Fields(), ("titre", "date"))).meta.date
    '2024-02-12'
    """
    told = {
        role: words
        for role in ("title", "url", "source", "author")
        if (words := words_of(record.get(getattr(found, role) or ""))) is not None
    }
    extra = {name: scalar(record[name]) for name in found.kept if name in record}
    notes: tuple[str, ...] = ()
    given = scalar(record.get(found.date or ""))
    date = iso_date(given)
    if date is None and given is not None and found.date is not None:
        extra[found.date] = given
        notes = (f"{str(given)[:40]!r} is no date; kept as {found.date}",)
    if not told and date is None and not extra:
        return Told(None)
    return Told(Meta(date=date, extra=extra, **told), notes)


def read_meta(given: Meta | Mapping[str, object] | None) -> Told:
    """What a caller in Python tells of an article: fields by their usual names, all others kept.

    >>> read_meta({"date": "12 février 2024", "page": 3}).meta
    Meta(date='2024-02-12', title=None, url=None, source=None, author=None, extra={'page': 3})
    """
    if given is None or isinstance(given, Meta):
        return Told(given)
    extra = given.get("extra")
    record = {name: value for name, value in given.items() if name != "extra" or not isinstance(value, Mapping)}
    if isinstance(extra, Mapping):
        record = {**extra, **record}
    found = replace(find_fields(Fields(), tuple(record)), text=None, id=None)
    taken = found.wanted()
    return meta_of(record, replace(found, kept=tuple(name for name in record if name not in taken)))


def words_of(value: object) -> str | None:
    """A value in words: names in a list side by side, of an object its name; None where there are none.

    >>> words_of([{"name": "Anne Roussel"}, {"name": "Léa Morand"}]), words_of({"id": 3, "name": "Le Courrier"})
    ('Anne Roussel, Léa Morand', 'Le Courrier')
    """
    if isinstance(value, Mapping):
        return next((words for key in _NAMED if (words := words_of(value.get(key)))), None)
    if isinstance(value, (list, tuple)):
        return ", ".join(words for part in value if (words := words_of(part))) or None
    value = scalar(value)
    return None if value is None else str(value).strip() or None


def scalar(value: object) -> Scalar:
    """A value as JSON can hold it: numbers of libraries as Python's, dates in ISO 8601, lists as their JSON."""
    if isinstance(value, (datetime.date, datetime.time)):
        return None if value != value else value.isoformat()
    if isinstance(value, str):
        return value if value and not value.isspace() else None
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, (Real, Decimal)):
        return None if value != value else float(value)
    if isinstance(value, (Mapping, list, tuple)):
        return json.dumps(value, ensure_ascii=False, default=str) if value else None
    item = getattr(value, "item", None)  # a scalar of numpy
    if callable(item):
        return scalar(item())
    told = str(value)
    return None if told in ("<NA>", "NaT") else told
