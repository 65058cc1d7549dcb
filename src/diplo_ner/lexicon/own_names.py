"""A user's own names: a CSV of id, type, canonical, aliases, country, wikidata that goes before the lexicon.

The file is UTF-8 with a header; aliases are separated by ``|``; lines that start with ``#`` are comments. The
column of Wikidata's items may be left out:

    id,type,canonical,aliases,country,wikidata
    jean-dupont,PERSON,Jean Dupont,J. Dupont|Dupont,FR,
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from diplo_ner.entity_types import ENTITY_TYPES, EntityType
from diplo_ner.errors import LexiconError
from diplo_ner.text.fold import fold

COLUMNS = ("id", "type", "canonical", "aliases", "country")
WIKIDATA = "wikidata"
"""The column that may stand behind the others."""

_ITEM = re.compile(r"Q[1-9]\d*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_ADVICE = f"give the columns {', '.join(COLUMNS)}, and {WIKIDATA} where you like, with aliases separated by |"


@dataclass(frozen=True, slots=True)
class OwnName:
    """One row of the file: an entity with all its names."""

    id: str
    type: EntityType
    canonical: str
    aliases: tuple[str, ...]
    country: str | None
    wikidata: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and the aliases."""
        return (self.canonical, *self.aliases)


@lru_cache(maxsize=8)
def own_names(path: Path) -> tuple[OwnName, ...]:
    """Read a file of names.

    Args:
        path: The CSV file.

    Returns:
        Its rows in order.

    Raises:
        LexiconError: When it cannot be read, or a row is wrong; the message tells the file and the line.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: the file of names cannot be read ({error})", advice=_ADVICE) from None
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not numbered:
        raise LexiconError(f"{path}: the file of names is empty", advice=_ADVICE)
    header = tuple(next(csv.reader([numbered[0][1]])))
    if header not in (COLUMNS, (*COLUMNS, WIKIDATA)):
        raise LexiconError(f"{path}:{numbered[0][0]}: the header is {','.join(header)}", advice=_ADVICE)
    seen: dict[str, int] = {}
    taken: dict[str, tuple[str, int]] = {}
    found: list[OwnName] = []
    for number, line in numbered[1:]:
        name = _row(path, number, next(csv.reader([line])), len(header))
        if name.id in seen:
            raise LexiconError(f"{path}:{number}: the id {name.id} stands on line {seen[name.id]} already")
        seen[name.id] = number
        for spelling in name.names:
            other = taken.setdefault(fold(spelling), (name.id, number))
            if other[0] != name.id:
                raise LexiconError(f"{path}:{number}: the name {spelling} is that of {other[0]} on line {other[1]}")
        found.append(name)
    return tuple(found)


def _row(path: Path, number: int, cells: list[str], width: int) -> OwnName:
    where = f"{path}:{number}"
    if len(cells) != width:
        raise LexiconError(f"{where}: {len(cells)} cells instead of {width}", advice=_ADVICE)
    ident, kind, canonical, aliases, country, item = (c.strip() for c in (*cells, "")[: len(COLUMNS) + 1])
    if not ident or not canonical:
        raise LexiconError(f"{where}: the {'id' if not ident else 'canonical name'} is empty", advice=_ADVICE)
    if kind not in ENTITY_TYPES:
        raise LexiconError(f"{where}: the type is {kind!r}", advice=f"give one of {', '.join(ENTITY_TYPES)}")
    if country and not _COUNTRY.fullmatch(country):
        raise LexiconError(f"{where}: the country is {country!r}", advice="give two capital letters as in ISO 3166-1")
    if kind == "COUNTRY" and country and country != ident:
        raise LexiconError(f"{where}: the id of a country is its code", advice=f"give {country} as the id")
    if item and not _ITEM.fullmatch(item):
        raise LexiconError(f"{where}: the item of Wikidata is {item!r}", advice="give it as Q7747, or leave it empty")
    spellings = tuple(a.strip() for a in aliases.split("|") if a.strip())
    return OwnName(ident, kind, canonical, spellings, country or None, item or None)
