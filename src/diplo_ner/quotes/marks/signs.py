"""The marks of a text one by one: of which kind each is, and which side its neighbours speak for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from ..vocabulary.word_sets import pattern

GUILLEMET, CURLY, STRAIGHT, ANGLE = "guillemet", "curly", "straight", "angle"

# The kind of a mark, and its own side: it opens, it closes, or its shape does not tell.
_SHAPES: dict[str, tuple[str, bool | None]] = {
    "«": (GUILLEMET, True),
    "»": (GUILLEMET, False),
    "<<": (GUILLEMET, True),
    ">>": (GUILLEMET, False),
    "“": (CURLY, True),
    "‟": (CURLY, True),
    "„": (CURLY, True),
    "〝": (CURLY, True),
    "❝": (CURLY, True),
    "”": (CURLY, False),
    "〞": (CURLY, False),
    "❞": (CURLY, False),
    '"': (STRAIGHT, None),
    "＂": (STRAIGHT, None),
    "″": (STRAIGHT, None),
    "``": (STRAIGHT, True),
    "''": (STRAIGHT, None),
    "‹": (ANGLE, True),
    "›": (ANGLE, False),
}

_ONE = '[«»“”„‟〝〞❝❞"＂″‹›]'
# A row of marks with nothing between them is an ornament or damage, and quotes nothing.
_SIGN = re.compile(rf"{_ONE}(?P<row>(?:[^\S\r\n]?{_ONE}){{6,}})?")
_TYPED = re.compile(
    rf"{_SIGN.pattern}|(?<!<)<<(?!<)|(?<!>)>>(?!>)|(?<!`)``(?!`)|(?<!['\w])''(?!')|(?<=[\w.!?…,)\]%])''(?![\w'])"
)
_BREAK = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
# The first guillemet of a line.
_FIRST = re.compile(r"(?:^|[\r\n])[^«»\r\n]*+(?P<mark>[«»])[^\r\n]*+")
# A word that leads on to another one: what comes next is no closing mark.
_LEADS = r"(?i)(?<!\w)<leads-on>\s$"
_THIN = "\u00a0\u202f\u2009\u2007"
_SPACES = " \t\u200b\ufeff\u2060\u00ad" + _THIN
_OPENERS = "([{«“„‹/"
_CLOSERS = ")]},.;:!?%»”›/"
_LEAD = _SPACES + "-–—•*·>"
_TRAIL = _SPACES + ".,;:!?…)]"

_REACH = 12
"""Signs that are passed over beside a mark, at the most."""
_EVEN = 0.4
"""The price of either reading where the neighbours of a mark tell nothing."""
WRONG = 4.0
"""What it costs to read a mark against what its neighbours say."""
SURE = 1.5
"""The price of the other reading from which on a mark's side is beyond doubt."""


class Sign(NamedTuple):
    """A mark in its place, with what it costs to read it as opening and as closing.

    ``line`` is the number of its line; ``starts_line`` and ``ends_line`` tell that nothing but punctuation
    stands before or behind it there, ``follows_end`` that the mark before ended its line, ``after_colon``
    and ``after_stop`` that a colon or a full stop stands before it, and ``whole`` that what follows can begin a
    sentence.
    """

    start: int
    end: int
    mark: str
    kind: str
    opening: float
    closing: float
    line: int
    starts_line: bool
    ends_line: bool
    follows_end: bool
    after_colon: bool
    after_stop: bool
    whole: bool

    @property
    def opens(self) -> bool:
        """Whether it can only be read as opening without a price."""
        return self.opening == 0.0 and self.closing >= SURE

    @property
    def closes(self) -> bool:
        """Whether it can only be read as closing without a price."""
        return self.closing == 0.0 and self.opening >= SURE


class Lines:
    """The lines of a text that are not blank."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._blanks: list[int] = []
        blanks = here = 0
        for start, end in [m.span() for m in _BREAK.finditer(text)] + [(len(text), len(text))]:
            if text[here:start].strip(_SPACES):
                self.starts.append(here)
                self.ends.append(start)
                self._blanks.append(blanks)
            else:
                blanks += 1
            here = end

    def number(self, place: int) -> int:
        """Which line a place stands in."""
        return max(0, bisect_right(self.starts, place) - 1)

    def between(self, one: int, other: int) -> tuple[int, bool]:
        """How many lines begin between the lines of two numbers, and whether there is a blank one."""
        return other - one, self._blanks[other] > self._blanks[one]


def _neighbours(text: str, start: int, end: int) -> tuple[float, float]:
    """Costs of reading a mark as opening and as closing by the characters next to it."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    left, right = before.isspace(), after.isspace()
    if left and not right:
        if before in _THIN and after in _CLOSERS:
            return (WRONG, 0.0)
        if after in _CLOSERS and not text.startswith("...", end):
            return (1.5, 0.0)
        # a no-break space in front is the French space of a closing mark
        return (1.5, 1.0) if before in _THIN else (0.0, WRONG)
    if right and not left:
        if before in _OPENERS or (before in "'’ʼ‘" and text[start - 2 : start - 1].isalpha()):
            return (0.0, WRONG)
        if before == ":":
            return (0.0, 2.0)
        if after in _THIN:
            return (1.0, 1.5)
        return (WRONG, 1.0 if before.isdigit() else 0.0)
    if not left:
        if before in _OPENERS or (before in "'’ʼ‘" and text[start - 2 : start - 1].isalpha()):
            return (0.0, WRONG)
        if after in _CLOSERS:
            return (WRONG, 0.0)
        return (1.5, 0.5) if before in ".!?…," else (1.0, 1.0)
    if _right(text, end, _SPACES) in ".,;)":
        return (2.0, 0.0)
    if before in _THIN and after not in _THIN:
        return (3.0, 0.0)
    if after in _THIN and before not in _THIN:
        return (0.0, 3.0)
    return (_EVEN, _EVEN)


def _left(text: str, start: int, over: str) -> str:
    """The first character left of a place that is none of ``over``; a break at the edge of the text."""
    i = start - 1
    while i >= 0 and start - i < _REACH and text[i] in over:
        i -= 1
    return text[i] if i >= 0 else "\n"


def _right(text: str, end: int, over: str) -> str:
    """The first character right of a place that is none of ``over``; a break at the edge of the text."""
    j = end
    while j < len(text) and j - end < _REACH and text[j] in over:
        j += 1
    return text[j] if j < len(text) else "\n"


def _turned(text: str) -> bool:
    """Whether the guillemets of a text point inward, »so«: by their neighbours, and by which comes first in a line.

    A mark glued to the sentence beside it ("mai.« Nous", "plus »Elle") looks turned by its neighbours alone.
    """
    closed, opened = Counter[str](), Counter[str]()
    for match in re.finditer("[«»]", text):
        left, right = text[match.start() - 1 : match.start()] or " ", text[match.end() : match.end() + 1] or " "
        if (left.isalnum() or left in ".!?…") and (right.isspace() or right in ".,;:)"):
            closed[match.group()] += 1
        elif (left.isspace() or left in "('’") and right.isalnum():
            opened[match.group()] += 1
    first = Counter(match["mark"] for match in _FIRST.finditer(text))
    inward, outward = min(closed["«"], opened["»"]), max(closed["»"], opened["«"])
    return inward > 2 * outward and first["»"] > first["«"]


def _sides(text: str) -> dict[str, bool | None]:
    """The side of each mark in this text: „so“ and »so« turn what the French use tells."""
    sides = {mark: side for mark, (_, side) in _SHAPES.items()}
    if "„" in text and "“" in text:
        sides["“"] = False if "”" not in text else None
    if "«" in text and _turned(text):
        sides["«"], sides["»"] = False, True
    return sides


def signs(text: str, lines: Lines) -> list[Sign]:
    """All marks of a text in order, rows of bare marks and single marks left out; linear in its length.

    >>> text = 'Il a dit "oui".'
    >>> [(s.mark, s.opening < s.closing) for s in signs(text, Lines(text))]
    [('"', True), ('"', False)]
    """
    found: list[Sign] = []
    sides = _sides(text)
    typed = any(mark in text for mark in ("<<", ">>", "``", "''"))
    for match in (_TYPED if typed else _SIGN).finditer(text):
        if match.lastgroup == "row":
            continue
        start, end = match.span()
        kind, opens = _SHAPES[match.group()][0], sides[match.group()]
        opening, closing = _neighbours(text, start, end)
        starts_line = bool(_BREAK.match(_left(text, start, _LEAD)))
        ends_line = bool(_BREAK.match(_right(text, end, _TRAIL)))
        previous = _left(text, start, _SPACES)
        if starts_line != ends_line:
            opening, closing = (0.0, closing + WRONG) if starts_line else (opening + WRONG, 0.0)
        elif opens is None and previous == ":" and opening <= 1:
            opening, closing = 0.0, closing + 2
        slip = 1.5 if kind == CURLY else 2.5
        if opens:
            # nothing begins with a comma
            opening, closing = (2.0 if _right(text, end, _SPACES) in ",;" else 0.0), closing + slip
        elif opens is False:
            opening, closing = opening + slip, closing if starts_line else 0.0
        if opens is None and max(opening, closing) <= _EVEN and pattern(_LEADS).search(text, max(0, start - 8), start):
            closing += 2
        whole = starts_line or not _right(text, end, _SPACES).islower()
        follows = bool(found) and found[-1].ends_line
        found.append(
            Sign(
                start,
                end,
                match.group(),
                kind,
                opening,
                closing,
                lines.number(start),
                starts_line,
                ends_line,
                follows,
                previous == ":",
                previous in tuple(".!?…"),
                whole,
            )
        )
    return found
