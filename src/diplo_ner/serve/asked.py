"""Between the address of a page and what it asks of the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from ..store.query import Query, QueryError, first_day, last_day

_LONGEST_PAGE = 6
"""Digits of a page's number, and one."""
PER_PAGE = 25
_LAST_PAGE = 400
_SEVERAL = ("speaker", "about", "country", "type", "source")
_ONCE = ("q", "article", "since", "until", "confidence", "order", "page")
_MOST_FIELDS = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks.

    Attributes:
        query: The query.
        page: The page of answers, from 1.
        oldest_first: The earliest first.
        problem: What in the address could not be used, as ``QueryError`` tells it; then the query is empty.
        values: All that the address says, for the form.
    """

    query: Query
    page: int = 1
    oldest_first: bool = False
    problem: str = ""
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """The first value of a field."""
        return next(iter(self.values.get(name, ())), "")

    def address(self, path: str = "/", **changes: str | Iterable[str] | None) -> str:
        """The address of the same with some fields changed; ``page`` goes unless it is given.

        >>> read_address([("speaker", "RU"), ("page", "3")]).address(type="PERSON")
        '/?speaker=RU&type=PERSON'
        """
        told: dict[str, tuple[str, ...]] = {**self.values, "page": ()}
        for name, change in changes.items():
            told[name] = () if change is None else (change,) if isinstance(change, str) else tuple(change)
        pairs = [(name, value) for name, values in told.items() for value in values if value]
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def toggled(self, name: str, value: str) -> str:
        """The address with a value of a filter taken out where it is there, put in where it is not."""
        held = self.values.get(name, ())
        changes: dict[str, Iterable[str]] = {name: [v for v in held if v != value] if value in held else [*held, value]}
        return self.address("/", **changes)

    @property
    def is_filtered(self) -> bool:
        """Whether more than words is asked."""
        return bool(self.values.keys() - {"q", "page", "order"})

    def has(self, name: str, value: str) -> bool:
        """Whether a filter has a value."""
        return value in self.values.get(name, ())


def read_address(fields: Iterable[tuple[str, str]]) -> Asked:
    """What the fields of an address ask; what cannot be used is told and nothing else is asked."""
    values: dict[str, tuple[str, ...]] = {}
    for place, (name, told) in enumerate(fields):
        value = " ".join(told.split())
        if place < _MOST_FIELDS and value and name in _SEVERAL:
            values[name] = tuple(dict.fromkeys((*values.get(name, ()), value)))
        elif place < _MOST_FIELDS and value and name in _ONCE:
            values[name] = (value,)
    first = {name: next(iter(values.get(name, ())), "") for name in _ONCE}
    page = (
        int(first["page"])
        if first["page"].isascii() and first["page"].isdigit() and len(first["page"]) < _LONGEST_PAGE
        else 1
    )
    try:
        query = _query(values, first)
    except QueryError as problem:
        return Asked(Query(), problem=problem.reason, values=values)
    return Asked(query, page=min(max(page, 1), _LAST_PAGE), oldest_first=first["order"] == "oldest", values=values)


def _query(values: dict[str, tuple[str, ...]], first: dict[str, str]) -> Query:
    share = first["confidence"].replace(",", ".").removesuffix("%").strip()
    try:
        least = float(share) if share else 0.0
    except ValueError:
        least = -1.0
    return Query(
        text=first["q"],
        article=first["article"],
        speaker=values.get("speaker", ()),
        about=values.get("about", ()),
        country=values.get("country", ()),
        type=tuple(kind.upper() for kind in values.get("type", ())),
        source=values.get("source", ()),
        since=first_day(first["since"]) if first["since"] else None,
        until=last_day(first["until"]) if first["until"] else None,
        min_confidence=least / 100 if least > 1 else least,
    )


def entity_address(ident: str) -> str:
    """The address of an entity's page."""
    return f"/entity/{quote(ident, safe='')}"


def article_address(doc_id: str, quote_number: int | None = None) -> str:
    """The address of an article, or of the place of one of its quotes, counted from 1."""
    place = f"#a1-t{quote_number}" if quote_number else ""
    return f"/article/{quote(doc_id, safe='')}{place}"
