"""Which entities the tables hold, and their items in Wikidata, from ``data/wikidata.csv``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from diplo_ner.entity_types import EntityType
from diplo_ner.schema import Entity
from diplo_ner.text.fold import fold

from ..tables import rows
from . import countries, organisations, persons
from .own_names import OwnName
from .places import Place, place_names

FILE = "wikidata.csv"


class Identity(NamedTuple):
    """Whether an entity is held by a table, and its item."""

    known: bool
    wikidata: str | None


_UNKNOWN = Identity(False, None)


def identified(entities: Sequence[Entity], own: Sequence[OwnName] = ()) -> tuple[Entity, ...]:
    """Entities with ``known`` and ``wikidata`` set: from the user's own names first, then from the tables."""
    mine = {(name.type, name.id): name for name in own}
    return tuple(_identified(entity, mine.get((entity.type, entity.id))) for entity in entities)


def identity(type: EntityType, ident: str, canonical: str) -> Identity:
    """What the tables know of an entity.

    Args:
        type: What it is.
        ident: Its id in an article.
        canonical: Its name there.

    >>> identity("COUNTRY", "DK", "Danemark")
    Identity(known=True, wikidata='Q35')
    >>> identity("PERSON", "jean-dupont", "Jean Dupont")
    Identity(known=False, wikidata=None)
    """
    row = _row_of(type, ident, canonical)
    return _UNKNOWN if row is None else Identity(True, wikidata_items().get((type, row)))


@lru_cache(maxsize=1)
def wikidata_items() -> Mapping[tuple[str, str], str]:
    """(type, id of the row) to the item of Wikidata."""
    return MappingProxyType({(row["type"], row["id"]): row["wikidata"] for row in rows(__package__, FILE)})


def place_row(place: Place) -> str:
    """The id under which the table of items tells a place.

    >>> place_row(place_names()["tombouctou"])
    'Tombouctou|city|ML'
    """
    return f"{place.name}|{place.kind}|{place.country or ''}"


def _identified(entity: Entity, own: OwnName | None) -> Entity:
    known, item = identity(entity.type, entity.id, entity.canonical)
    if own is not None:
        known, item = True, own.wikidata or item
    return entity.model_copy(update={"known": known, "wikidata": item}) if known else entity


def _row_of(type: EntityType, ident: str, canonical: str) -> str | None:
    """The id of the row that an entity was made from; the tables' ids are slugs, as those of guessed names are."""
    if type == "COUNTRY":
        return ident if countries.by_code(ident) else None
    if type == "PERSON":
        person = persons.by_id(ident)
        return ident if person and person.canonical == canonical else None
    if type == "ORGANISATION":
        return ident if organisations.by_id(ident) else None
    place = place_names().get(fold(" ".join(canonical.split()))) if type == "PLACE" else None
    return place_row(place) if place else None
