"""Capitals and seats of power read as places or as governments, those of one list alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diplo_ner.entity_types import EntityType
from diplo_ner.lexicon.countries import capital_of, weak_capitals
from diplo_ner.lexicon.seats import seats
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate
from .context import acts, in_place
from .metonymy import SUBJECT, stands_for_state
from .word_sets import pattern, word_set

_LISTED = r"\s*(?:,(?:\s*<behind a comma>)?|<row>|<likened>)\s*"

_NEAR = 9
"""Words before "à l'Élysée" among which a verb or noun of receiving tells the building."""
_CLOSE = 4
"""Words before it among which one tells the office or whom something is said to: "un mandat à l'Élysée"."""
_JOINED = r"\s+<and>\s+"


def read_capitals(article: Article, settled: Sequence[Candidate]) -> list[Candidate]:
    """Turn the capitals that stand for their governments into countries, the seats that do into their bodies.

    Args:
        article: The article.
        settled: Its mentions, in order.

    Returns:
        The mentions, in order.
    """
    spans = {c.start: article.covering(c.start, c.end) for c in settled}
    codes = {c.start: _power(article.text[c.start : c.end]) for c in settled if c.type == "PLACE"}
    powers = frozenset(
        spans[c.start][0] for c in settled if c.type in ("COUNTRY", "ORGANISATION") or codes.get(c.start)
    )
    towns = {c.start for c in settled if c.type == "PLACE" and codes.get(c.start) is None}
    ends = {c.end for c in settled if c.start in towns}
    out: list[Candidate] = []
    for c in reversed(settled):
        power = codes.get(c.start)
        if power is None:
            out.append(_building(article, c, spans[c.start][0]))
            continue
        reason = stands_for_state(article, *spans[c.start], powers)
        if reason is None and out and _heads_list(article, c, out[-1], spans[c.start][0]):
            reason = SUBJECT
        if out and out[-1].start in towns and pattern(_JOINED).fullmatch(article.text, c.end, out[-1].start):
            reason = None
        if article.text[c.start - 1 : c.start] == "-" and c.start - 1 in ends:
            reason = None
        out.append(_read(c, power, reason))
    return out[::-1]


def _building(article: Article, c: Candidate, first: int) -> Candidate:
    """A palace where one is received or of which a part is told: "reçu à l'Élysée", "la cour de l'Élysée"."""
    if c.type == "ORGANISATION" and _is_palace(article, c):
        return replace(c, type="PLACE", ref=None, reason="le palais, et non qui y siège")
    if c.type != "ORGANISATION" or fold(article.text[c.start : c.end]) not in word_set("palace"):
        return c
    k = first - 2 if article.fold(first - 1) in word_set("elided article") else first - 1
    before, ahead = article.fold(k), article.fold(k - 1)
    if before in word_set("plain of") and ahead in word_set("part of a palace"):
        return replace(c, type="PLACE", ref=None, reason="une partie du palais")
    if before in word_set("around a palace") or (before in word_set("plain of") and ahead in word_set("near")):
        return replace(c, type="PLACE", ref=None, reason="là où l'on est")
    if before not in word_set("to"):
        return c
    near = [article.fold(j) for j in range(max(0, k - _NEAR), k)]
    if article.fold(first) in word_set("palace of a premier"):
        near += [article.fold(j) for j in range(first + 1, first + 4)]
        received = any(w in word_set("reception") and w not in word_set("taking office") for w in near)
    else:
        one = article.fold(first + 1) == "," and article.fold(first + 2) in word_set("one says")
        said = one or ahead.endswith("-on") or any(w in word_set("told to a palace") for w in near[-_CLOSE:])
        received = not said
    return replace(c, type="PLACE", ref=None, reason="là où l'on est reçu") if received else c


def _is_palace(article: Article, c: Candidate) -> bool:
    """Whether the building is told, and nobody who speaks or acts from it: "vers le palais de l'Élysée"."""
    first, last = article.covering(c.start, c.end)
    noun = first
    while first - noun < _CLOSE and article.fold(noun) not in word_set("noun of a palace"):
        noun -= 1
    if article.fold(last - 1) not in word_set("palace") or article.fold(noun) not in word_set("noun of a palace"):
        return False
    return not (acts(article, last) or article.fold(noun - 2) in word_set("by") | word_set("source"))


def _heads_list(article: Article, c: Candidate, following: Candidate, first: int) -> bool:
    """Whether a name stands in a list whose last member is the subject: "Londres et Dublin ont signé"."""
    linked = following.kind == "metonym" and following.reason == SUBJECT
    listed = linked and pattern(_LISTED).fullmatch(article.text, c.end, following.start) is not None
    return listed and not in_place(article, first)


def _read(c: Candidate, power: tuple[EntityType, str], reason: str | None) -> Candidate:
    if reason is None:
        return replace(c, ref=None)
    return replace(c, type=power[0], ref=power[1], kind="metonym", reason=reason)


def _power(name: str) -> tuple[EntityType, str] | None:
    """What a place can stand for: the state whose capital it is, or the body that sits there."""
    key = fold(name)
    seat = seats().get(key)
    if (seat is not None and not seat.usual) or key in word_set("union seat"):
        return "ORGANISATION", seats()[key].stands_for
    code = capital_of(key) or next(iter(weak_capitals().get(key, ())), None)
    return ("COUNTRY", code) if code else None
