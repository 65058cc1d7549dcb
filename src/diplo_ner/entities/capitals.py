"""Capitals of an article read as towns or as governments, those of one list alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diplo_ner.lexicon.countries import capital_of, weak_capitals
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate
from .context import in_place
from .metonymy import SUBJECT, stands_for_state

_LISTED = re.compile(r"\s*(?:,|et|,\s*et|comme|ou)\s*")


def read_capitals(article: Article, settled: Sequence[Candidate]) -> list[Candidate]:
    """Turn the capitals that stand for their governments into countries, Brussels into the Union.

    Args:
        article: The article.
        settled: Its mentions, in order.

    Returns:
        The mentions, in order.
    """
    spans = {c.start: article.covering(c.start, c.end) for c in settled}
    codes = {c.start: _capital(article.text[c.start : c.end]) for c in settled if c.type == "PLACE"}
    powers = frozenset(
        spans[c.start][0] for c in settled if c.type in ("COUNTRY", "ORGANISATION") or codes.get(c.start)
    )
    out: list[Candidate] = []
    for c in reversed(settled):
        code = codes.get(c.start)
        if code is None:
            out.append(c)
            continue
        reason = stands_for_state(article, *spans[c.start], powers)
        if reason is None and out and _heads_list(article, c, out[-1], spans[c.start][0]):
            reason = SUBJECT
        out.append(_read(article, c, code, reason))
    return out[::-1]


def _heads_list(article: Article, c: Candidate, following: Candidate, first: int) -> bool:
    """Whether a name stands in a list whose last member is the subject: "Londres et Dublin ont signé"."""
    linked = following.kind == "metonym" and following.reason == SUBJECT
    return (
        linked and _LISTED.fullmatch(article.text, c.end, following.start) is not None and not in_place(article, first)
    )


def _read(article: Article, c: Candidate, code: str, reason: str | None) -> Candidate:
    if reason is None:
        return replace(c, ref=None)
    if fold(article.text[c.start : c.end]) == "bruxelles":
        return replace(c, type="ORGANISATION", ref="ue", kind="metonym", reason=reason)
    return replace(c, type="COUNTRY", ref=code, kind="metonym", reason=reason)


def _capital(name: str) -> str | None:
    """Code of the state whose capital a name is, also where the name is ambiguous."""
    key = fold(name)
    return capital_of(key) or next(iter(weak_capitals().get(key, ())), None)
