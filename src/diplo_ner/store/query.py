"""What is asked of a store: filters that all hold, read from what a user writes."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, fields
from datetime import date
from types import NoneType
from typing import NamedTuple

from ..arguments import check_all, check_is
from ..entity_types import ENTITY_TYPES
from ..errors import ConfigurationError
from .stems import word_forms

_MONTHS = 12
"""Months of a year."""
_SEARCHED = ", ".join(ENTITY_TYPES).lower()
LONGEST_TEXT = 300
MOST_WORDS = 20
_MOST_VALUES = 20
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FRENCH_DATE = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)(\d{4})")
_TERM = re.compile(r"[\"“”«»]([^\"“”«»]*)(?:[\"“”«»]|$)|[^\s\"“”«»]+")
_AND = frozenset({"AND", "ET", "&", "+"})
_KINDS = (
    ("text", str, "words"),
    ("article", str, "words"),
    ("since", (date, NoneType), "a date, as first_day reads one"),
    ("until", (date, NoneType), "a date, as last_day reads one"),
    ("min_confidence", (int, float), "a number from 0 to 1"),
)
"""Of which type the filters are that hold one value, and what to give."""


class QueryError(ConfigurationError):
    """A query that cannot be asked.

    Attributes:
        reason: What is wrong with it: ``words``, ``phrase``, ``names``, ``type``, ``confidence``, ``date`` or ``days``.
    """

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What quotes are asked for; all that is said must hold, of several values of one filter any.

    Attributes:
        text: Words of the quote, by stem and without accents; in quotation marks, words that stand so.
        article: Words of the article that the quote stands in.
        speaker: Names of who says it, in any spelling, or ids.
        about: Names of who or what is named in the quote or its sentence.
        country: Codes or names of countries that a speaker is or belongs to.
        type: Types of a speaker.
        source: Outlets.
        since: The first day.
        until: The last day.
        min_confidence: The least confidence in the speaker, 0 to 1.

    Raises:
        QueryError: A value cannot be used.
    """

    text: str = ""
    article: str = ""
    speaker: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        for filter_, wanted, advice in _KINDS:
            check_is(filter_, getattr(self, filter_), wanted, give=advice)
        for words in (self.text, self.article):
            if len(words) > LONGEST_TEXT or len(terms_of(words)) > MOST_WORDS:
                raise _wrong("words", f"too many words are searched, up to {MOST_WORDS} may be", "say fewer")
        if any(term.is_phrase for term in terms_of(self.article)):
            raise _wrong("phrase", "words side by side are looked for in quotes only", "leave out the quotation marks")
        for name in ("speaker", "about", "country", "type", "source"):
            values = getattr(self, name)
            check_all(name, values, str, give="strings")
            if len(values) > _MOST_VALUES or any(len(value) > LONGEST_TEXT for value in values):
                raise _wrong("names", f"{name} is too long", f"give up to {_MOST_VALUES} names")
        for kind in self.type:
            if kind not in ENTITY_TYPES:
                raise _wrong("type", f"there is no type {kind!r}", f"one of: {_SEARCHED}")
        if not 0 <= self.min_confidence <= 1:
            raise _wrong("confidence", "the confidence goes from 0 to 1", "say 0.8")
        if self.since and self.until and self.since > self.until:
            raise _wrong("days", f"no day is between {self.since} and {self.until}", "turn them round")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that every quote is an answer."""
        return self == Query()

    def without(self, name: str) -> Query:
        """The same without one of its filters."""
        kept = {field.name: getattr(self, field.name) for field in fields(self) if field.name != name}
        return Query(**kept)


class Term(NamedTuple):
    """A word that is searched, or words that must stand side by side."""

    words: tuple[str, ...]
    is_phrase: bool


def terms_of(text: str) -> list[Term]:
    """What is searched in words as a user writes them: words, and what stands in quotation marks.

    >>> [term.words for term in terms_of('paix AND "cessez-le-feu immédiat"')]
    [('paix',), ('cessez', 'le', 'feu', 'immédiat')]
    """
    check_is("text", text, str, give="words")
    found: list[Term] = []
    for match in _TERM.finditer(text):
        if match.group() in _AND:
            continue
        marked = match.group(1) is not None
        words = tuple(word_forms(match.group(1) if marked else match.group()))
        if marked and words:
            found.append(Term(words, len(words) > 1))
        else:
            found.extend(Term((word,), is_phrase=False) for word in words)
    return found


def first_day(told: str) -> date:
    """The first day of what is told: a day, a month or a year.

    Raises:
        QueryError: It is none of them.

    >>> first_day("2022"), first_day("2022-03"), first_day("15/3/2022")
    (datetime.date(2022, 1, 1), datetime.date(2022, 3, 1), datetime.date(2022, 3, 15))
    """
    year, month, day = _parts(told)
    return _day(told, year, month or 1, day or 1)


def last_day(told: str) -> date:
    """The last day of what is told: a day, a month or a year.

    >>> last_day("2022"), last_day("2024-02")
    (datetime.date(2022, 12, 31), datetime.date(2024, 2, 29))
    """
    year, month, day = _parts(told)
    month = month or 12
    if day is None and 1 <= month <= _MONTHS and year:
        day = monthrange(year, month)[1]
    return _day(told, year, month, day or 31)


def _parts(told: str) -> tuple[int, int | None, int | None]:
    check_is("the day", told, str, give="2022, 2022-03 or 2022-03-15")
    if match := _DATE.fullmatch(told.strip()):
        year, month, day = match.groups()
    elif match := _FRENCH_DATE.fullmatch(told.strip()):
        day, month, year = match.groups()
    else:
        raise _no_date(told)
    return int(year), int(month) if month else None, int(day) if day else None


def _day(told: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_date(told) from None


def _no_date(told: str) -> QueryError:
    return _wrong("date", f"{told[:40]!r} is no date", "say 2022, 2022-03 or 2022-03-15")


def _wrong(reason: str, message: str, advice: str) -> QueryError:
    error = QueryError(message, advice=advice)
    error.reason = reason
    return error
