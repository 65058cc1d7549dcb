"""Bringing together the forms of a name: blocks, links by likeness, vetoes by contradiction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from ..arguments import check_all
from ..entity_types import NameType
from ..lexicon.persons import Person
from .blocks import Node, candidates, make_node
from .cluster_tables import cluster_by_table
from .clusters import Cluster
from .compare_persons import compare_persons
from .comparison import Comparison
from .forms import best_form, plain_form, usual_form
from .given import gender_of, reading
from .groups import MOST_CHECKED, Group, Groups
from .known import by_full_name, by_short_name, likely_persons
from .match_family import family_words
from .match_given import Likeness, match_given, units
from .parts import NameParts, split_name

__all__ = ["Cluster", "best_form", "cluster", "known_person"]

Candidates = Callable[[list[Node]], Iterable[tuple[int, int]]]


def known_person(name: str) -> str | None:
    """The id of the known person whom a name means, told exactly, short, transcribed or with a slip."""
    person = by_full_name(name) or by_short_name(name)
    if person is not None:
        return person.id
    parts = split_name(name)
    if parts.shape != "full":
        return None
    if parts.given and len(parts.given[0]) == 1:
        return None
    same = {
        person.id
        for person in likely_persons(parts.family)
        if _given_may_fit(person, parts) and compare_persons(person.canonical, name).verdict == "same"
    }
    return same.pop() if len(same) == 1 else None


def _given_may_fit(person: Person, parts: NameParts) -> bool:
    """Whether a given name does not rule a known person out: a quick look before the comparison."""
    for form in (person.canonical, *person.aliases):
        known = split_name(form)
        if known.shape == "full" and match_given(known.given, parts.given, known.east_asian).likeness:
            return True
    return parts.east_asian


def cluster(
    names: Mapping[str, int] | Iterable[str],
    *,
    type: NameType = "PERSON",
    pairs: Candidates = candidates,
) -> list[Cluster]:
    """Bring together names that are one person's, one state's or one organisation's.

    Names are compared where they share a key (see ``blocks``); the strongest likeness links first, and no two
    names that contradict each other come together. A family name alone, or with an initial, joins the only
    name it fits. The result does not depend on the order of the names; time grows in proportion to their
    number.

    Args:
        names: the distinct forms, with how often each was met where that is known.
        type: what the names name.
        pairs: which pairs to compare, by place in the sorted list of names.

    Returns:
        Clusters in the order of their first name in the alphabet.

    Raises:
        ArgumentError: A name is no string.

    >>> found = cluster(["Lavrov", "Sergueï Lavrov", "Sergey Lavrov", "Marine Le Pen"])
    >>> [group.names for group in found]
    [('Lavrov', 'Sergey Lavrov', 'Sergueï Lavrov'), ('Marine Le Pen',)]
    """
    if isinstance(names, Iterator):
        names = list(names)
    check_all("names", list(names) if isinstance(names, Mapping) else names, str, give="names of one type")
    counts = dict(names) if isinstance(names, Mapping) else dict.fromkeys(names, 1)
    if type != "PERSON":
        return cluster_by_table(counts, type)
    nodes = [make_node(i, name, known_person(name)) for i, name in enumerate(sorted(counts))]
    groups = Groups(nodes)
    _link(groups, pairs)
    _join_short(groups)
    return [_finish(groups, group, counts) for group in groups.all()]


def _link(groups: Groups, pairs: Candidates) -> None:
    """Join what is the same, the surest first."""
    links: dict[tuple[int, int], Comparison] = {}
    for a, b in pairs(groups.nodes):
        if a == b or groups.was_compared(a, b):
            continue
        if _is_short(groups.nodes[a]) != _is_short(groups.nodes[b]):
            continue
        pair = (a, b) if a < b else (b, a)
        result = groups.compare(*pair)
        if result.verdict == "same":
            links[pair] = result
    for pair in _ambiguous(groups, links):
        del links[pair]
    for (a, b), result in sorted(links.items(), key=lambda link: (-link[1].score, link[0])):
        groups.join(a, b, result.reasons[0])


def _ambiguous(groups: Groups, links: Mapping[tuple[int, int], Comparison]) -> list[tuple[int, int]]:
    """Links of a name to fuller ones that contradict each other: García to García Márquez, García López."""
    fuller: dict[int, list[int]] = {}
    for a, b in sorted(links):
        told_a, told_b = (_told(groups.nodes[place]) for place in (a, b))
        if told_a != told_b:
            short, long = (a, b) if told_a < told_b else (b, a)
            fuller.setdefault(short, []).append(long)
    found: list[tuple[int, int]] = []
    for short, longs in fuller.items():
        checked = longs[:MOST_CHECKED]
        if any(groups.contradict(i, j) for i, j in combinations(checked, 2)):
            found += [(min(short, long), max(short, long)) for long in longs]
    return found


def _told(node: Node) -> int:
    """How many names a name tells, so that one with fewer may fit several with more."""
    return len(units(node.parts.given)) + len(family_words(node.parts.family))


def _is_short(node: Node) -> bool:
    """Whether a name joins others only where it fits one alone: a family name, or an initial with it."""
    if node.person is not None:
        return False
    return node.parts.shape == "alone" or _has_initial(node)


def _has_initial(node: Node) -> bool:
    return node.parts.shape == "full" and bool(node.parts.given) and len(node.parts.given[0]) == 1


def _join_short(groups: Groups) -> None:
    """Initials with a family name, then family names alone, each to the only group that it fits."""
    for wanted in (_has_initial, lambda node: node.parts.shape == "alone"):
        full: dict[str, set[int]] = {}
        by_initial: dict[str, set[int]] = {}
        short: list[Node] = []
        for node in groups.nodes:
            if wanted(node) and node.person is None:
                short.append(node)
            elif node.parts.shape == "full":
                home = groups.home(node.place)
                for sound in node.sounds:
                    full.setdefault(sound, set()).add(home)
                    if wanted is _has_initial:
                        for letter in _letters(node):
                            by_initial.setdefault(f"{sound}/{letter}", set()).add(home)
        for node in short:
            _join_only(groups, node, by_initial if wanted is _has_initial else full)


def _letters(node: Node) -> set[str]:
    told = units(node.parts.given)
    own = reading(told[0]).own if told else None
    return set(own.initials if own else ()) | {told[0][0]} if told else set()


def _join_only(groups: Groups, node: Node, homes: Mapping[str, set[int]]) -> None:
    """Join one short name to the only group of its family name, gender and initials that it fits."""
    found: set[int] = set()
    suffix = f"/{node.parts.given[0]}" if _has_initial(node) else ""
    for sound in node.sounds:
        found |= {groups.home(home) for home in homes.get(sound + suffix, ())}
        if len(found) > MOST_CHECKED * 4:
            return
    if suffix:
        found = {home for home in found if _initials_fit(groups, node, home)}
    elif node.parts.gender and len(found) > 1:
        found = {home for home in found if _gender_fits(groups, node, home)}
    if len(found) != 1:
        return
    home = found.pop()
    if home == groups.home(node.place):
        return
    best = [groups.compare(node.place, i) for i in groups.group(home).members[:MOST_CHECKED]]
    if any(result.verdict == "different" for result in best):
        return
    if suffix and not any(result.verdict == "same" for result in best):
        return
    groups.join(node.place, home, "the only name that it fits")


def _initials_fit(groups: Groups, node: Node, home: int) -> bool:
    members = [groups.nodes[i] for i in groups.group(home).members[:MOST_CHECKED]]
    likeness = [
        match_given(node.parts.given, member.parts.given).likeness for member in members if member.parts.shape == "full"
    ]
    return bool(likeness) and Likeness.CONFLICT not in likeness


def _gender_fits(groups: Groups, node: Node, home: int) -> bool:
    members = [groups.nodes[i] for i in groups.group(home).members[:MOST_CHECKED]]
    genders = {
        gender_of(member.parts.given[0]) for member in members if member.parts.given and member.parts.shape == "full"
    }
    return genders <= {None, node.parts.gender}


def _finish(groups: Groups, group: Group, counts: Mapping[str, int]) -> Cluster:
    names = tuple(groups.nodes[i].name for i in group.members)
    if len(names) == 1 and group.person is None:
        return Cluster(plain_form(names[0]), names)
    told = {name: counts[name] for name in names}
    parts = {name: groups.nodes[i].parts for name, i in zip(names, group.members, strict=True)}
    unknown = group.person is None and all(node.shape == "full" for node in parts.values())
    form = usual_form(told, parts.__getitem__) if unknown else best_form(told)
    return Cluster(form, names, tuple(group.reasons))
