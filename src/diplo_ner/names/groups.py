"""Groups of names on their way to clusters: what joins two, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .blocks import Node
from .compare_parts import compare_parts
from .compare_persons import compare_persons
from .comparison import Comparison
from .parts import other_reading
from .skeleton import skeletons

MOST_CHECKED = 8
"""Members of a group that are compared with another's: so many agree or none does."""


@dataclass(slots=True)
class Group:
    """Names that are one person's, by their places, with the reasons that joined them."""

    members: list[int]
    person: str | None
    reasons: list[str] = field(default_factory=list)


class Groups:
    """Disjoint groups of names; joining two asks every pair of members for a contradiction."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self._home = list(range(len(nodes)))
        self._contradict: dict[int, bool] = {}
        self._groups: list[Group | None] = [Group([node.place], node.person) for node in nodes]

    def home(self, place: int) -> int:
        """The number of the group that a name is in."""
        while self._home[place] != place:
            self._home[place] = self._home[self._home[place]]
            place = self._home[place]
        return place

    def group(self, place: int) -> Group:
        """The group that a name is in."""
        found = self._groups[self.home(place)]
        assert found is not None
        return found

    def join(self, a: int, b: int, reason: str) -> bool:
        """Join the groups of two names unless a pair of members contradicts; whether they are one now."""
        home_a, home_b = sorted((self.home(a), self.home(b)))
        if home_a == home_b:
            return True
        one, other = self.group(home_a), self.group(home_b)
        if one.person and other.person and one.person != other.person:
            return False
        for i in one.members[:MOST_CHECKED]:
            for j in other.members[:MOST_CHECKED]:
                if {i, j} != {a, b} and self.contradict(i, j):
                    return False
        one.members = sorted(one.members + other.members)
        one.person = one.person or other.person
        one.reasons += [*other.reasons, f"{self.nodes[a].name} = {self.nodes[b].name}: {reason}"]
        self._groups[home_b] = None
        self._home[home_b] = home_a
        return True

    def contradict(self, i: int, j: int) -> bool:
        """Whether two names cannot be one person's; remembered, for pairs come up again in every group they are in."""
        found = self._contradict.get(self._pair(i, j))
        return self.compare(i, j).verdict == "different" if found is None else found

    def _pair(self, i: int, j: int) -> int:
        return min(i, j) * len(self.nodes) + max(i, j)

    def compare(self, i: int, j: int) -> Comparison:
        """Compare two names; the table of persons is asked only where it knows one of them."""
        result = self._compared(i, j)
        self._contradict[self._pair(i, j)] = result.verdict == "different"
        return result

    def was_compared(self, i: int, j: int) -> bool:
        """Whether two names have been compared before."""
        return self._pair(i, j) in self._contradict

    def _compared(self, i: int, j: int) -> Comparison:
        a, b = self.nodes[i], self.nodes[j]
        if a.person or b.person:
            return compare_persons(a.name, b.name)
        result = compare_parts(a.parts, b.parts)
        if result.verdict != "different":
            return result
        if not _may_be_turned(a, b):
            return result
        turned = (other_reading(a.name), b.parts), (a.parts, other_reading(b.name))
        if any(x and y and compare_parts(x, y).verdict == "same" for x, y in turned):
            return compare_persons(a.name, b.name)
        return result

    def all(self) -> Iterator[Group]:
        """The groups, in the order of their first names."""
        return (group for group in self._groups if group is not None)


def _may_be_turned(a: Node, b: Node) -> bool:
    """Whether one name's given name sounds like the other's family name: a quick look before they are read anew."""
    return any(
        skeletons(one.parts.given[0]) & other.sounds
        for one, other in ((a, b), (b, a))
        if len(one.parts.given) == 1 and other.parts.given
    )
