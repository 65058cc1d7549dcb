"""Which names are worth comparing: keys that names of one person share, so that nobody compares all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from .edits import one_slip
from .given import reading, squash
from .match_family import common_families, family_words, spelled, vowelless_key
from .match_given import units
from .parts import NameParts, split_name
from .skeleton import skeletons

_SMALL = 12
_WINDOW = 4
_SMALL_OF_WORDS = 32
_WINDOW_OF_WORDS = 6
_SHORTEST_SLIP = 6
_SHORTEST_GIVEN_SLIP = 4


class Node(NamedTuple):
    """One distinct name of a run, in its place in the sorted list.

    ``sounds`` and ``letters`` are those of the family name: looked up at each step, they are worked out once.
    """

    place: int
    name: str
    parts: NameParts
    person: str | None
    sounds: frozenset[str]
    letters: str


def make_node(place: int, name: str, person: str | None) -> Node:
    """A name with what the steps of clustering ask of it."""
    parts = split_name(name)
    return Node(place, name, parts, person, skeletons(spelled(parts.family)), parts.family_key)


@lru_cache(maxsize=65536)
def given_keys(unit: str) -> tuple[str, ...]:
    """Keys that spellings of one given name share: its class, what it is short for, else its sound."""
    found = reading(unit)
    keys = {f"={entry.name}" for entry in found.short_for}
    if found.own:
        keys.add(f"={found.own.name}")
        keys.update(label for label in found.own.kin if label.startswith("rus."))
    if not keys:
        keys.update(skeletons(unit) or (unit,))
    return tuple(sorted(keys))


def _given_block_keys(parts: NameParts) -> tuple[str, ...]:
    if parts.east_asian:
        return tuple(sorted(skeletons("".join(map(squash, parts.given)))))
    told = units(parts.given)
    return given_keys(told[0]) if told else ()


def _family_sounds(node: Node) -> set[str]:
    sounds = set(node.sounds)
    words = family_words(node.parts.family)
    if len(words) > 1:
        sounds |= skeletons(words[0]) | skeletons(words[-1])
    return sounds


def _sound_keys(node: Node) -> Iterator[str]:
    """Family name by sound, with the given name: transcriptions and variants meet here."""
    parts = node.parts
    if parts.shape == "full":
        given = _given_block_keys(parts)
        for sound in _family_sounds(node):
            for key in given:
                yield f"{sound}/{key}"
    elif parts.shape == "alone":
        yield from node.sounds
    elif parts.shape == "whole":
        joined = "".join(map(squash, parts.given))
        yield from (f"#{parts.suffix}/{sound}" for sound in skeletons(joined))
        if parts.suffix:
            yield from (f"#{parts.suffix}/{key}" for unit in units(parts.given)[:1] for key in given_keys(unit))
            yield from (
                f"#{parts.suffix}/{label}"
                for unit in units(parts.given)[:1]
                if (own := reading(unit).own)
                for label in own.kin
            )


def _bag_keys(node: Node) -> Iterator[str]:
    """The letters of all words, in order of the alphabet: the same words in another order meet here."""
    parts = node.parts
    if parts.shape != "empty":
        yield "".join(sorted(map(squash, (*parts.given, *parts.family))))


def _person_keys(node: Node) -> Iterator[str]:
    if node.person is not None:
        yield node.person


def _vowelless_keys(node: Node) -> Iterator[str]:
    parts = node.parts
    if parts.shape == "full":
        given = vowelless_key("".join(parts.given))
        yield f"{given}/{vowelless_key(parts.family_key).removeprefix('L')[-2:]}"


def _pairs(block: list[int], small: int = _SMALL, window: int = _WINDOW) -> Iterator[tuple[int, int]]:
    """All pairs of a small block; neighbours in a large one, so that work grows with its size only."""
    if len(block) <= small:
        yield from combinations(block, 2)
        return
    for i, place in enumerate(block):
        for other in block[i + 1 : i + 1 + window]:
            yield place, other


def _blocked(nodes: Iterable[Node], kind: str) -> Iterator[list[int]]:
    keys = {"sound": _sound_keys, "bag": _bag_keys, "person": _person_keys, "vowelless": _vowelless_keys}[kind]
    blocks: dict[str, list[int]] = {}
    for node in nodes:
        for key in dict.fromkeys(keys(node)):
            blocks.setdefault(key, []).append(node.place)
    for block in blocks.values():
        if len(block) > 1:
            yield block


class _Word(NamedTuple):
    """A family or given name's letters and the first name of the run that has it, for slips."""

    letters: str
    place: int


def _slips(words: dict[str, dict[str, int]], *, shortest: int) -> Iterator[tuple[int, int]]:
    """Pairs of words one slip apart in blocks of words with the same beginning or the same end."""
    half = shortest // 2
    for found in words.values():
        if len(found) <= 1:
            continue
        ends: dict[str, list[_Word]] = {}
        for letters, place in sorted(found.items()):
            ends.setdefault("<" + letters[:half], []).append(_Word(letters, place))
            ends.setdefault(">" + letters[-half:], []).append(_Word(letters, place))
        for key, block in ends.items():
            if len(block) > _SMALL_OF_WORDS and key[0] == ">":
                block.sort(key=lambda word: word.letters[::-1])
            places = list(range(len(block)))
            for i, j in _pairs(places, _SMALL_OF_WORDS, _WINDOW_OF_WORDS):
                if one_slip(block[i].letters, block[j].letters):
                    yield block[i].place, block[j].place


def _family_slips(nodes: Iterable[Node]) -> Iterator[tuple[int, int]]:
    common = common_families()
    words: dict[str, dict[str, int]] = {}
    for node in nodes:
        parts = node.parts
        letters = node.letters
        if len(letters) < _SHORTEST_SLIP - 1 or letters in common or parts.east_asian:
            continue
        if parts.shape == "alone":
            words.setdefault("", {}).setdefault(letters, node.place)
        elif parts.shape == "full":
            for key in _given_block_keys(parts):
                words.setdefault(key, {}).setdefault(letters, node.place)
    yield from _slips(words, shortest=_SHORTEST_SLIP)


def _given_slips(nodes: Iterable[Node]) -> Iterator[tuple[int, int]]:
    """Given names one slip apart, where at least one is no known given name, under one family name."""
    words: dict[str, dict[str, int]] = {}
    unknown: set[str] = set()
    for node in nodes:
        parts = node.parts
        told = units(parts.given)
        if parts.shape != "full" or parts.east_asian or not told or len(told[0]) < _SHORTEST_GIVEN_SLIP:
            continue
        sound = min(node.sounds, default="")
        words.setdefault(sound, {}).setdefault(told[0], node.place)
        if reading(told[0]).own is None:
            unknown.add(sound)
    yield from _slips({sound: words[sound] for sound in sorted(unknown)}, shortest=_SHORTEST_GIVEN_SLIP)


def candidates(nodes: list[Node]) -> Iterator[tuple[int, int]]:
    """Places of names worth comparing; their number grows in proportion to the number of names.

    Names that differ too much to share a key are never told to be one: a slip and another transcription at
    once.
    """
    kinds = ["person", "sound", "bag"]
    if any(node.parts.vowelless for node in nodes):
        kinds.append("vowelless")
    for kind in kinds:
        for block in _blocked(nodes, kind):
            yield from _pairs(block)
    yield from _family_slips(nodes)
    yield from _given_slips(nodes)
