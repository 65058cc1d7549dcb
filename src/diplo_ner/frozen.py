"""What cannot be changed: the base of all results, and a mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A model whose values are set once; fields it does not know are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FrozenMapping(Mapping[str, Any]):
    """A mapping that cannot be changed; it compares equal to a dict, and can be hashed, pickled and copied.

    >>> FrozenMapping({"pages": 3}) == {"pages": 3}
    True
    """

    __slots__ = ("_held",)
    _held: dict[str, Any]

    def __init__(self, held: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_held", dict(held))

    def __getitem__(self, key: str) -> Any:
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __hash__(self) -> int:
        return hash(frozenset(self._held.items()))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be set: the mapping is frozen")

    def __reduce__(self) -> tuple[type[FrozenMapping], tuple[dict[str, Any]]]:
        return FrozenMapping, (self._held,)

    def __repr__(self) -> str:
        return repr(self._held)
