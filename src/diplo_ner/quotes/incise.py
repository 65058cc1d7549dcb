"""The incise, the short clause that says who speaks ("a-t-il dit", "selon lui"), found by its shape alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from ..lexicon.tables import cell_list, rows

_PRONOUN = r"(?:ils?|elles?|on|je|nous|vous)"
_AUXILIARY = r"(?:a|ont|ai|avons|avait|avaient|avais|aurait|auraient|est|sont|était|étaient|serait)"
_CLITIC = r"(?:(?:[mlst]['’]|nous |vous |se |me |lui |leur |y |en )){0,2}"
_ADVERB = (
    r"(?:(?:\w+ment|aussi|encore|ensuite|enfin|puis|alors|ainsi|déjà|toutefois|cependant|d['’]abord|de nouveau"
    r"|à nouveau|en outre|par ailleurs|en revanche|pour sa part|de son côté|quant à lui|quant à elle|de même"
    r"|lui aussi|elle aussi|tout|bien|pourtant|d['’]ailleurs),? ){0,2}"
)


@lru_cache(maxsize=1)
def _forms() -> tuple[str, str]:
    """The finite forms and the participles of the verbs of the incise, as alternations."""
    finite: set[str] = set()
    participle: set[str] = set()
    for row in rows("diplo_ner.quotes", "incise_verbs.csv"):
        finite.update(cell_list(row["finite"]))
        participle.update(cell_list(row["participle"]))
    return "|".join(sorted(finite)), "|".join(sorted(participle))


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    finite, participle = _forms()
    inverted = rf"{_CLITIC}(?:{_AUXILIARY}(?:-t)?-{_PRONOUN} {_ADVERB}(?:{participle})|(?:{finite})(?:-t)?-{_PRONOUN})"
    noun = rf"{_CLITIC}(?:{_AUXILIARY} {_ADVERB}(?:{participle})|(?:{finite}))(?! ?(?:que|qu['’]|:))"
    return re.compile(rf"(?:{inverted}|{noun}|selon|d['’]après|dixit|aux yeux de)(?![\w’'])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _indirect() -> re.Pattern[str]:
    finite, participle = _forms()
    return re.compile(
        rf"(?<![\w'’-])(?:{_AUXILIARY} {_ADVERB}(?:{participle})|(?:{finite}))(?: [^\s.!?:;]+){{0,5}}? (?:que|qu['’])",
        re.IGNORECASE,
    )


_GATE = re.compile(r"(?:[,;!?…»”\"]|(?<=\s)[–—-])[\s,\u00a0\u202f]*(?=[^\W\d_])")
_PERSONAL = re.compile(r"(?<!\w)(?:je|j['’]|nous|vous|mon|ma|mes|notre|nos|votre|vos|moi|tu)(?![\w-])", re.IGNORECASE)


def starts_incise(text: str, place: int) -> bool:
    """Whether an incise begins at a place, spaces and a comma or dash before it left out.

    >>> starts_incise("« Oui », a-t-il dit.", 7)
    True
    """
    limit = min(len(text), place + 8)
    while place < limit and (text[place].isspace() or text[place] in ",-–—"):
        place += 1
    return place < len(text) and _told().match(text, place, min(len(text), place + 120)) is not None


class Incises:
    """Where the writer's own voice is heard in a text; looked up on first use, in one walk."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None

    def _find(self) -> list[int]:
        told = _told()
        starts = [m.start() for m in _GATE.finditer(self.text) if told.match(self.text, m.end(), m.end() + 120)]
        starts += [m.start() for m in _indirect().finditer(self.text)]
        return sorted(starts)

    def within(self, start: int, end: int) -> bool:
        """Whether somebody else is said to speak between two places."""
        if self._starts is None:
            self._starts = self._find()
        i = bisect_left(self._starts, start)
        return i < len(self._starts) and self._starts[i] < end

    def first(self, start: int, end: int) -> int | None:
        """Where the first incise between two places begins, its comma or dash included."""
        told = _told()
        for match in _GATE.finditer(self.text, start, end):
            if told.match(self.text, match.end(), min(end, match.end() + 120)):
                return match.start()
        return None


def is_personal(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text speaks in the first or second person, as a quoted speaker does."""
    return _PERSONAL.search(text, start, end) is not None
