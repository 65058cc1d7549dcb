"""A group of candidates that name one thing, on its way to an entity."""

from __future__ import annotations

from dataclasses import dataclass, field

from diplo_ner.entity_types import EntityType
from diplo_ner.schema import Entity, Mention

from .candidate import Candidate
from .slugs import slug


@dataclass(slots=True)
class Group:
    """Candidates that name one thing.

    Attributes:
        type: What the thing is.
        canonical: Its name.
        ref: Its id in the lexicon, where it has one.
        country: ISO code, where known.
        members: (candidate, reason it belongs here), in any order.
    """

    type: EntityType
    canonical: str
    ref: str | None = None
    country: str | None = None
    members: list[tuple[Candidate, str]] = field(default_factory=list)

    def add(self, candidate: Candidate, reason: str) -> None:
        """Take in one more candidate."""
        self.members.append((candidate, reason))


def entities(groups: list[Group], text: str) -> tuple[Entity, ...]:
    """Make entities of groups, in order of their first mention, each with an id of its own.

    What the lexicon knows keeps its id there, by which the lexicon is asked again, whatever bears the name before it.
    """
    out: list[Entity] = []
    used: set[str] = set()
    known = {group.ref for group in groups if group.ref and group.type != "PLACE"}
    for group in sorted(groups, key=lambda g: min(c.start for c, _ in g.members)):
        own = group.ref if group.type != "PLACE" and group.ref not in used else None
        base = own or slug(group.canonical)
        name, n = base, 2
        while name in used or (name in known and name != own):
            name, n = f"{base}-{n}", n + 1
        used.add(name)
        mentions = tuple(
            Mention(start=c.start, end=c.end, text=text[c.start : c.end], kind=c.kind, reason=f"{c.reason} ; {why}")
            for c, why in sorted(group.members, key=lambda m: m[0].start)
        )
        out.append(
            Entity(id=name, type=group.type, canonical=group.canonical, country=group.country, mentions=mentions)
        )
    return tuple(out)
