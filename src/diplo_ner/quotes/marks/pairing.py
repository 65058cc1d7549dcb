"""Which marks belong together: the cheapest reading of a row of marks, told from a few costs.

Every mark is read in each way it allows (it opens, closes, goes on, is stray), each way has a price, and the
reading with the lowest sum wins. Readings are kept apart by the kinds of the marks still open, which are
few, so the work grows with the number of marks only (the shortest path of Viterbi, 1967, over nested states).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import NamedTuple

from .signs import ANGLE, CURLY, GUILLEMET, STRAIGHT, Lines, Sign

UNCLOSED = 3.4
STRAY = 3.6
STRAY_INSIDE = 1.2
INCH = 0.6
HARDLY = 3
"""The price above which a mark hardly opens."""
LINE = 0.4
BLANK = 0.5
GOES_ON = 0.3
AGAIN = 1.3
NESTED = 0.5
NESTED_SAME = {GUILLEMET: 1.6, CURLY: 1.6, STRAIGHT: 2.2, ANGLE: 3.0}
AFTER_COLON = 0.8
SHARED = 3.2
SHARED_AFTER_COLON = 1.6
OTHER_KIND = 2.0
VOICE = 3.0
TOLD = 5.5
TOLD_BETWEEN = 4.0
MIDWAY = 1.6
DEPTH = 3
BEAM = 12
MANY = 1500
FAR = 6

_MIXED = {(CURLY, STRAIGHT): 1.5, (STRAIGHT, CURLY): 1.5}


class MarkReading(NamedTuple):
    """How the marks are read, by their numbers: pairs with their repeated marks, and marks left alone."""

    pairs: list[tuple[int, int]]
    repeated: list[tuple[int, int]]
    unclosed: list[int]
    stray: list[int]


_Steps = tuple["_Steps", str, int, int] | None
_Stack = tuple[int, ...]
_State = tuple[float, _Stack, _Steps]
Voice = Callable[[int, int], bool]
"""Whether the writer's own voice is heard between two places of the text."""


def _mismatch(one: Sign, other: Sign) -> float:
    if one.kind == other.kind:
        return 0.0
    if ANGLE in (one.kind, other.kind):
        return OTHER_KIND + 2
    return _MIXED.get((one.kind, other.kind), OTHER_KIND)


class _Reader:
    """The states of the search; ``voice`` is asked only where marks alone cannot tell."""

    def __init__(
        self, row: list[Sign], lines: Lines, voice: Voice, told: Voice, closes_lines: bool, ended: Voice
    ) -> None:
        self.row = row
        self.lines = lines
        self.voice = voice
        self.told = told
        self.closes_lines = closes_lines
        self.ended = ended

    def cross(self, state: _State, number: int, before: int) -> list[_State]:
        """Line breaks before a mark: what is open stays open, or was never closed."""
        cost, stack, steps = state
        line = self.row[number].line
        if not stack or line == before:
            return [state]
        breaks, blank = self.lines.between(before, line)
        price = (LINE * min(breaks, 12) + (BLANK if blank else 0.0)) * len(stack)
        price += sum(MIDWAY for number in stack if not self.row[number].whole)
        dropped: _Steps = steps
        for number in stack:
            dropped = (dropped, "unclosed", number, -1)
        found: list[_State] = [(cost + price, stack, steps), (cost + UNCLOSED * len(stack), (), dropped)]
        return found

    def read(self, state: _State, number: int, last: int) -> list[_State]:
        """All readings of one mark after a state."""
        cost, stack, steps = state
        row = self.row
        sign = row[number]
        inch = sign.kind == STRAIGHT and sign.opening > HARDLY and sign.closing == 1.0
        stray = INCH if inch else STRAY + (STRAY_INSIDE if stack and sign.kind != STRAIGHT else 0.0)
        found: list[_State] = [(cost + stray, stack, (steps, "stray", number, -1))]
        if len(stack) < DEPTH:
            found.append((cost + sign.opening + self.nesting(stack, sign), (*stack, number), steps))
        if not stack:
            return found
        top = row[stack[-1]]
        found.append((cost + UNCLOSED + sign.opening, (*stack[:-1], number), (steps, "unclosed", stack[-1], -1)))
        if sign.starts_line and sign.line > top.line and sign.kind == top.kind:
            price = GOES_ON + min(sign.opening, sign.closing) + (VOICE if self.closes_lines else 0.0)
            if self.voice(top.start, sign.start) or sign.follows_end:
                price += VOICE
            if sign.line > row[last].line + 1 or not top.whole:
                price += VOICE
            found.append((cost + price, stack, (steps, "repeated", stack[-1], number)))
        if self.opens_again(top, sign):
            found.append((cost + AGAIN, stack, (steps, "repeated", stack[-1], number)))
        price = sign.closing + _mismatch(top, sign)
        if len(stack) > 1 and self.told(sign.end, sign.end + 60):
            price += TOLD_BETWEEN if self.closes_next(number) else TOLD
        found.append((cost + price, stack[:-1], (steps, "pair", stack[-1], number)))
        if len(stack) > 1:
            below = row[stack[-2]]
            rest = stack[:-2]
            if below.kind == top.kind == sign.kind and (sign.kind != STRAIGHT or top.after_colon):
                shared = SHARED_AFTER_COLON if top.after_colon else SHARED
                both: _Steps = ((steps, "pair", stack[-1], number), "pair", stack[-2], number)
                found.append((cost + sign.closing + shared, rest, both))
            one: _Steps = ((steps, "stray", stack[-1], -1), "pair", stack[-2], number)
            found.append((cost + sign.closing + STRAY + _mismatch(below, sign), rest, one))
        return found

    def opens_again(self, top: Sign, sign: Sign) -> bool:
        """Whether a mark of two sides opens again at a new sentence in a line, with no report that ends between."""
        again = sign.opens and sign.after_stop and sign.kind == top.kind and sign.kind in (GUILLEMET, CURLY)
        return again and top.whole and sign.line == top.line and not self.ended(top.start, sign.start)

    def closes_next(self, number: int) -> bool:
        """Whether the next mark closes in the same line: a report before it is put into the words around it."""
        following = self.row[number + 1] if number + 1 < len(self.row) else None
        return following is not None and following.closes and following.line == self.row[number].line

    def nesting(self, stack: _Stack, sign: Sign) -> float:
        """What it costs that a mark opens inside a passage."""
        if not stack:
            return 0.0
        top = self.row[stack[-1]]
        price = NESTED
        if any(self.row[n].kind == sign.kind for n in stack):
            price = NESTED_SAME[sign.kind]
            if sign.after_colon:
                price -= AFTER_COLON
            if self.voice(top.start, sign.start):
                price += VOICE
        if sign.starts_line:
            price += 1.0
        return price


def _sure(row: list[Sign]) -> set[int]:
    """The marks whose pair is beyond doubt: they open and close in turn, and so do those around them."""
    sure: set[int] = set()
    count = len(row)
    for i in range(count - 1):
        one, two = row[i], row[i + 1]
        if (
            one.kind == two.kind
            and one.opens
            and two.closes
            and (i == 0 or row[i - 1].closes)
            and (i + 2 == count or row[i + 2].opens)
            and (one.line == two.line or (one.whole and two.line - one.line <= FAR))
        ):
            sure.update((i, i + 1))
    return sure


def _plain(row: list[Sign], doubtful: list[int]) -> MarkReading:
    """The reading of more marks than any writer sets: those next to each other in a line, and no others."""
    reading = MarkReading([], [], [], [])
    for one, two in itertools.pairwise(doubtful):
        first, second = row[one], row[two]
        if two == one + 1 and first.kind == second.kind and first.opens and second.closes and first.line == second.line:
            reading.pairs.append((one, two))
    return reading


def read(row: list[Sign], lines: Lines, voice: Voice, told: Voice, closes_lines: bool, ended: Voice) -> MarkReading:
    """Read a row of marks.

    Args:
        row: the marks of a text, in order.
        lines: the lines of the text.
        voice: tells whether the writer's own words are heard between two places.
        told: tells whether a report ("a-t-il dit") begins right at the first of two places.
        closes_lines: whether this writer closes a passage at a line's end and opens a new one on the next.
        ended: tells whether a report between two places ends its sentence; one put into words that go on does not.

    Returns:
        The cheapest reading; pairs are nested in one another or apart.
    """
    sure = _sure(row)
    doubtful = [i for i in range(len(row)) if i not in sure]
    if len(doubtful) > MANY:
        reading = _plain(row, doubtful)
    else:
        reading = _cheapest(_Reader(row, lines, voice, told, closes_lines, ended), doubtful)
    reading.pairs.extend((i, i + 1) for i in sure if i + 1 in sure and row[i].opens)
    return reading


def _cheapest(reader: _Reader, doubtful: list[int]) -> MarkReading:
    row = reader.row
    states: list[_State] = [(0.0, (), None)]
    last = 0
    for number in doubtful:
        best: dict[tuple[str, ...], _State] = {}
        for state in states:
            for crossed in reader.cross(state, number, row[last].line):
                for found in reader.read(crossed, number, number - 1 if number else 0):
                    key = tuple([row[n].kind for n in found[1]])
                    known = best.get(key)
                    if known is None or found[0] < known[0]:
                        best[key] = found
        states = sorted(best.values(), key=lambda s: (s[0], len(s[1])))[:BEAM]
        last = number
    _, stack, steps = min(states, key=lambda s: (s[0] + UNCLOSED * len(s[1]), len(s[1])))
    reading = MarkReading([], [], list(stack), [])
    while steps is not None:
        steps, what, one, other = steps
        if what == "pair":
            reading.pairs.append((one, other))
        elif what == "repeated":
            reading.repeated.append((one, other))
        else:
            (reading.unclosed if what == "unclosed" else reading.stray).append(one)
    return reading
