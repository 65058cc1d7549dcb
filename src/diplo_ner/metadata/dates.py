"""Dates as exports, pages and newspapers write them, in ISO 8601; what is no whole date is None."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.parser import parserinfo

_LATEST = 100000000000000.0
"""A number of milliseconds from which on none is a date."""
_LONGEST_SECONDS = 11
"""Digits of a number of seconds, at the most; longer ones tell milliseconds."""
_CENTURY, _PIVOT = 100, 70
"""Years from which on the century is told, and those of two figures that lie in the last one."""
_MONTHS = [
    ("jan", "january", "janv", "janvier"),
    ("feb", "february", "févr", "fév", "fevr", "février", "fevrier"),
    ("mar", "march", "mars"),
    ("apr", "april", "avr", "avril"),
    ("may", "mai"),
    ("jun", "june", "juin"),
    ("jul", "july", "juil", "juillet"),
    ("aug", "august", "août", "aout"),
    ("sep", "sept", "september", "septembre"),
    ("oct", "october", "octobre"),
    ("nov", "november", "novembre"),
    ("dec", "december", "déc", "décembre", "decembre"),
]
_WEEKDAYS = [
    ("mon", "monday", "lundi"),
    ("tue", "tuesday", "mardi"),
    ("wed", "wednesday", "mercredi"),
    ("thu", "thursday", "jeudi"),
    ("fri", "friday", "vendredi"),
    ("sat", "saturday", "samedi"),
    ("sun", "sunday", "dimanche"),
]
_ZONES = {
    "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
"""Hours that names of time zones stand before Greenwich; a time of another name is told as it stands."""

_SHORT_WEEKDAY = re.compile(r"(?:lun|mar|mer|jeu|ven|sam|dim)\.?,?\s+(?=\d{1,2}(?:er)?[\s-]+[^\W\d_])", re.IGNORECASE)
_ZONE_AHEAD = re.compile(r"\b(?:UTC|GMT)\s*(?=[+-]\d)", re.IGNORECASE)
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_SECONDS = re.compile(r"-?\d{9,10}(?:\.\d+)?|-?\d{12,13}")
_YEAR_FIRST = re.compile(r"\d{4}\D")
_LONGEST = 60
_PROBES = datetime.datetime(2000, 1, 1), datetime.datetime(2004, 2, 2, 1)
"""What stands for parts that are not told: where both give the same, the part is told."""


def iso_date(value: object) -> str | None:
    """A date in ISO 8601, with its time where one is told.

    Days come before months (``12/02/2024`` is in February) unless the year comes first. A midnight without a
    zone is the day. Numbers are seconds or milliseconds since 1970.

    Args:
        value: A date, a string, or a number.

    Returns:
        ``2024-02-12`` or ``2024-02-12T06:12:00+01:00``; None where no whole date is told.

    >>> iso_date("lundi 12 février 2024"), iso_date("12/02/2024 06:12"), iso_date("février 2024")
    ('2024-02-12', '2024-02-12T06:12:00', None)
    """
    if isinstance(value, datetime.datetime):
        return _told(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = f"{value:.0f}" if value == value and abs(value) < _LATEST else ""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return _read(" ".join(value.split()))


@lru_cache(maxsize=4096)
def _read(words: str) -> str | None:
    try:
        return _told(datetime.datetime.fromisoformat(words))
    except ValueError:
        pass
    try:
        if stamp := _STAMP.fullmatch(words):
            return _told(datetime.datetime(*(int(part) for part in stamp.groups())))  # type: ignore[arg-type]
        if _SECONDS.fullmatch(words):
            seconds = int(words) / 1000 if len(words.lstrip("-")) > _LONGEST_SECONDS else float(words)
            return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat(timespec="seconds")
        return _parsed(_ZONE_AHEAD.sub("", _SHORT_WEEKDAY.sub("", words, count=1)))
    except (ValueError, OverflowError):
        return None


def _parsed(words: str) -> str | None:
    from dateutil.parser import parse

    info, first_day = _french(), _YEAR_FIRST.match(words) is None
    one, other = (parse(words, info, default=d, dayfirst=first_day, tzinfos=_zone) for d in _PROBES)
    if one.date() != other.date():
        return None
    return _told(one) if one.hour == other.hour else one.date().isoformat()


def _told(moment: datetime.datetime) -> str:
    if moment.tzinfo is None and moment.time() == datetime.time():
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def _zone(name: str | None, offset: int | None) -> datetime.tzinfo | None:
    if offset is None:
        offset = _ZONES[name] * 3600 if name in _ZONES else None
    return None if offset is None else datetime.timezone(datetime.timedelta(seconds=offset))


@lru_cache(maxsize=1)
def _french() -> parserinfo:
    from dateutil.parser import parserinfo

    class French(parserinfo):
        JUMP = [*parserinfo.JUMP, "le", "à", "er", "de", "du", "vers"]  # noqa: RUF012
        MONTHS = _MONTHS  # type: ignore[assignment]
        WEEKDAYS = _WEEKDAYS  # type: ignore[assignment]

        def convertyear(self, year: int, century_specified: bool = False) -> int:
            """A year of two figures lies between 1970 and 2069, whatever today is."""
            if year >= _CENTURY or century_specified:
                return year
            return year + (1900 if year >= _PIVOT else 2000)

    return French()
