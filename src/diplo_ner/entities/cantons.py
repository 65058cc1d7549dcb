"""Whom a member of the Swiss chambers stands for, in brackets behind his name: "Beat Keller (UDC/LU)", "(PDC, VS)"."""

from __future__ import annotations

from collections.abc import Iterator

from .article import Article
from .candidate import Candidate, Tier
from .known_names import lexicon
from .word_sets import word_set

_REASON = "parti et canton"


def cantons(article: Article) -> Iterator[Candidate]:
    """The letters of a party, and those of a canton behind them."""
    for i in article.where("("):
        party, canton = i + 1, i + 3
        if not article.shouted(canton) or article.fold(canton) not in word_set("canton letters"):
            continue
        if article.fold(party + 1) not in ("/", ",") or article.fold(canton + 1) != ")":
            continue
        known = lexicon().alone.get(article.fold(party), ())
        if article.is_capital(party) and any("party" in e.flags for e in known):
            yield Candidate(*article.span(party, party + 1), "ORGANISATION", Tier.FACT, _REASON, kind="acronym")
            yield Candidate(*article.span(canton, canton + 1), "PLACE", Tier.FACT, _REASON)
