"""Publishers told in brackets behind a title, with the year: "Les Jours clairs (Sabinède, 2014)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplo_ner.names.given import is_given_name

from .article import Article
from .candidate import Candidate, Tier
from .known_names import lexicon

_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOSING = frozenset('»”"')
_LONGEST = 4
_FARTHEST = 8
_STOPS = frozenset(".;!?")


def imprints(article: Article) -> Iterator[Candidate]:
    """Names in brackets with a year behind a work: a closing mark or a capital stands before, as in its title."""
    for i in article.where({"("}):
        last = i + 1
        while article.is_capital(last) and last - i <= _LONGEST:
            last += 1
        if last == i + 1 or article.fold(last) != "," or not _YEAR.fullmatch(article.fold(last + 1)):
            continue
        if article.fold(last + 2) != ")" or not _is_behind_title(article, i) or not _may_publish(article, i + 1):
            continue
        yield Candidate(*article.span(i + 1, last), "ORGANISATION", Tier.SHAPE, "un éditeur et l'année")


def _is_behind_title(article: Article, i: int) -> bool:
    """Whether a title ends before a bracket: a mark closes there, or a capital stands near in the same sentence."""
    if i > 0 and article.words[i - 1].text in _CLOSING:
        return True
    for k in range(i - 1, max(i - _FARTHEST, 0), -1):
        if article.words[k].text in _STOPS or article.new_line(k + 1):
            return False
        if article.is_capital(k) and not article.opens(k):
            return True
    return False


def _may_publish(article: Article, i: int) -> bool:
    """Whether a name is neither a place, a state nor a person that is known."""
    known = any(e.strong and e.type != "ORGANISATION" for e in lexicon().alone.get(article.fold(i), ()))
    return not known and not (is_given_name(article.fold(i)) and article.is_capital(i + 1))
