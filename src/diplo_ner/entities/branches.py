"""Bodies told with more than the name that the lexicon has: a branch, a daughter firm, the town of a club.

"Amnesty International Ukraine" and "Samsung Electronics" are one name each, and so is "les Lakers de Los Angeles".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplo_ner.lexicon.countries import country_names
from diplo_ner.lexicon.organisations import by_id
from diplo_ner.lexicon.places import place_names
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate, Tier
from .word_sets import word_set

_BRANCHED = frozenset(("company", "ngo", "media", "platform", "union"))
_WIDE = frozenset(("continent", "region"))
_LONGEST = 4
_SHORTEST = 3


def branches(article: Article, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Longer names of the bodies found in the lexicon.

    Args:
        article: The article.
        known: What the lexicon says of it.
    """
    for c in known:
        body = by_id(c.ref or "") if c.type == "ORGANISATION" else None
        if body is None or (c.kind == "acronym" and len(article.text[c.start : c.end]) < _SHORTEST):
            continue
        _, k = article.covering(c.start, c.end)
        club = body.kind == "sport"
        if body.kind == "union" and c.kind == "acronym" and (sector := _sector(article, k)) > k:
            end_of_it = article.words[sector - 1].end
            yield Candidate(c.start, end_of_it, "ORGANISATION", Tier.FACT, "un syndicat et sa branche", None)
            continue
        end = _town(article, k) if club else _branch(article, k) if body.kind in _BRANCHED else None
        if end is not None:
            reason, ref = ("un club et sa ville", c.ref) if club else ("un corps et sa branche", None)
            yield Candidate(c.start, article.words[end - 1].end, "ORGANISATION", Tier.FACT, reason, ref)


def _sector(article: Article, k: int) -> int:
    """The index past the words for the branch of a trade union: "cheminots", "fonction publique"."""
    while article.fold(k) in word_set("sector") and not article.new_line(k):
        k += 1
    return k


def _branch(article: Article, k: int) -> int | None:
    """The index past the state or continent that a branch works in, or the last word of a daughter firm's name."""
    if not article.is_capital(k) or article.new_line(k) or article.glued(k):
        return None
    for last in range(min(k + _LONGEST, len(article.words)), k, -1):
        name = fold(article.text[article.words[k].start : article.words[last - 1].end])
        place = place_names().get(name)
        if name in country_names() or (place is not None and place.kind in _WIDE):
            last += article.is_capital(last) and article.fold(last) in word_set("direction")
            return last if not article.is_capital(last) else None
    end = k
    while article.is_capital(end) and not article.new_line(end) and end - k < _LONGEST:
        end += 1
    return end if article.fold(end - 1) in word_set("branch") else None


def _town(article: Article, k: int) -> int | None:
    """The index past the town of a club called by a nickname: "Lakers de Los Angeles", "Rapid de Vienne"."""
    if article.fold(k) not in word_set("of") or article.is_capital(k) or article.new_line(k):
        return None
    for last in range(min(k + 1 + _LONGEST, len(article.words)), k + 1, -1):
        name = fold(article.text[article.words[k + 1].start : article.words[last - 1].end])
        place = place_names().get(name)
        if place is not None and article.is_capital(k + 1) and place.kind in ("city", "region"):
            return last
    return None
