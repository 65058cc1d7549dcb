"""Quote or not: whether a passage between marks gives back somebody's words.

Titles, names, labels, words with their meaning and words the writer holds at a distance stand between
marks too. What certainly is none is told first (``not_quotes``, and a crosshead whose words nobody says);
of all else the observations are weighed (``evidence``, ``scorer``). Each answer names the rule that gave it, or
the plainest of the observations that spoke for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...text.words import Word
from ..marks.passages import Passage
from ..verbs.incise_window import starts_incise
from ..vocabulary.word_sets import pattern
from .crossheads import is_glued
from .echoes import Echoes
from .evidence import evidence, reason
from .not_quotes import RULES, Refusal
from .scorer import probability
from .surroundings import Scene, scene

_BROTHER = r"[«“\"]([^«»“”\"\r\n]{1,80})[»”\"]\s*(?:,\s*<and-or>?|<joint>)\s*<row-article>?\s*$"
# Refusals that hold for all passages of a row: "« … », « … » et « … »".
_SHARED = frozenset({"label", "title", "name", "named", "outlet", "meaning", "example", "saying"})
_ROW = 3
_EVEN = 0.5


class Verdict(NamedTuple):
    """Whether a passage is a quote, the rule that decided, and how sure it is (0 to 1).

    ``evidence`` holds what was weighed, in the order it was looked for; it is empty where a rule decided.
    """

    is_quote: bool
    rule: str
    confidence: float
    evidence: tuple[str, ...] = ()


def judge(
    text: str,
    passage: Passage,
    words: Sequence[Word],
    cue_near: bool | None = None,
    echoes: Echoes | None = None,
    crosshead: bool = False,
) -> Verdict:
    """Decide whether a passage is a quote.

    Args:
        text: the text; it is not altered.
        passage: the passage, with offsets into the text in Unicode code points.
        words: all words of the text, in order.
        cue_near: whether a reporting cue governs the passage; None where nobody looked, then its sentence is
            searched for one.
        echoes: all passages of the text by their words; None where there is no other.
        crosshead: whether it is a crosshead.

    Returns:
        The verdict. The work is bounded by the sentence and the passage.

    >>> from diplo_ner.quotes.marks.passages import passages
    >>> from diplo_ner.text.words import words
    >>> text = "Dans son livre « La Digue », elle dénonce une « mascarade »."
    >>> [judge(text, p, words(text)).is_quote for p in passages(text)]
    [False, True]
    """
    seen = scene(text, passage, words, starts_incise(text, passage.outer_end), cue_near)
    if not any(c.isalnum() for word in seen.inner for c in word.text):
        return Verdict(False, "no-words", 1.0)
    refusal = _refused(seen, _ROW)
    if refusal:
        return Verdict(False, *refusal)
    echoes = echoes or Echoes(text, [passage], words)
    if crosshead:
        return Verdict(echoes.is_echoed(passage) or is_glued(text, passage), "crosshead", 0.9)
    observed = tuple(evidence(seen, echoes.times(passage)))
    likely = probability(observed)
    is_quote = likely >= _EVEN
    return Verdict(
        is_quote, reason(observed, is_quote=is_quote), round(likely if is_quote else 1 - likely, 2), observed
    )


def _refused(seen: Scene, row: int) -> Refusal | None:
    """The rule that says a passage is no quote, looking back over at most so many others in a row before it."""
    for rule in RULES:
        refusal = rule(seen)
        if refusal:
            return refusal
    if seen.colon or seen.told or not row:
        return None
    brother = _brother(seen)
    shared = _refused(brother, row - 1) if brother else None
    if shared and shared.rule in _SHARED | {"listed-with-another"}:
        return Refusal("listed-with-another", 0.7)
    return None


def _brother(seen: Scene) -> Scene | None:
    """The passage that stands before this one in a row of them."""
    start = max(seen.start, seen.passage.outer_start - 120)
    match = pattern(_BROTHER).search(seen.text, start, seen.passage.outer_start)
    if not match or not any(c.isalnum() for c in match[1]):
        return None
    inner = match[1]
    first = match.start(1) + len(inner) - len(inner.lstrip())
    last = match.end(1) - len(inner) + len(inner.rstrip())
    one = Passage(first, last, match.start(), match.end(1) + 1, "«", "»", seen.passage.depth)
    found = scene(seen.text, one, seen.words, starts_incise(seen.text, one.outer_end), False)
    return found if found.inner else None
