"""The one entity among some, where there is only one."""

from __future__ import annotations

from collections.abc import Iterable

from ...schema import Entity


def only(some: Iterable[Entity]) -> Entity | None:
    """The one entity among some, however often it is told; None where there are none or several."""
    found = {entity.id: entity for entity in some}
    return next(iter(found.values())) if len(found) == 1 else None
