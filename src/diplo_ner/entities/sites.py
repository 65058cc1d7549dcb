"""Places told with their common noun ("place Tahrir"), and parts of a region ("Sibérie orientale")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .article import Article
from .candidate import Candidate, Tier
from .common import is_commune
from .context import is_aged
from .gazetteer import Entry
from .known_names import is_flagged, lexicon
from .people import run_from
from .word_sets import word_set

_RANK = re.compile(r"(?:\d{1,2}|[IVX]{1,5})(?:er|e|ème|è)")
_DOMAIN = re.compile(
    r"(?<![\w@/.:-])(?:[Ww]{3}\.|WWW\.)?[^\W_][\w-]{2,40}\.(?:com|org|net|info|fr|ch|be|ca|tv|eu|news|COM|INFO|FR)(?![\w/?@-]|\.\w)"
)


def sites(article: Article) -> Iterator[Candidate]:
    """Built things and ways with a proper name behind their noun.

    A state, a capital or a body behind "de" is no part of it: "la place de Berlin dans l'Union". So are the parts of a
    town that its numbers tell: "le 6e arrondissement".
    """
    for i in article.where(word_set("site") | word_set("terminal") | word_set("natural site")):
        word = article.words[i]
        natural = word.fold in word_set("natural site")
        built = natural or word.fold in word_set("site")
        linked, first = _name(article, i)
        if (natural and not linked) or article.fold(i - 1) in word_set("of alone"):
            continue
        if not article.is_capital(first) or article.words[first].text.isupper():
            continue
        if linked and is_flagged(article.fold(first), "street"):
            continue
        if linked and (not built or _is_power(article, first) or _is_in_town(article, i, first)):
            continue
        if article.is_capital(i) and not linked and _power(article, first):
            continue
        if word.fold in word_set("ambiguous site") and _is_idiom(article, i, linked):
            continue
        last = run_from(article, first)
        if article.fold(last) == "," and is_aged(article, last + 1):
            continue
        span = article.span(i, last)
        yield Candidate(*span, "PLACE", Tier.FACT, f"« {word.text} » et son nom")
    for i in article.where(word_set("numbered part of a town")):
        if i > 0 and _RANK.fullmatch(article.words[i - 1].text) and not article.new_line(i):
            yield Candidate(*article.span(i - 1, i + 1), "PLACE", Tier.FACT, "une partie de ville et son numéro")


def _name(article: Article, i: int) -> tuple[bool, int]:
    """Whether a preposition links the noun to what follows, and where that begins; 0 where the line ends before."""
    k = i + 1 + (article.fold(i + 1) in word_set("kind of terminal"))
    linked = article.fold(k) in word_set("of any")
    if linked:
        k += 1
        if article.fold(k) in word_set("definite") and not article.is_capital(k):
            k += 1
    if any(article.new_line(j) for j in range(i + 1, k + 1)):
        return linked, -1
    return linked, k


def _power(article: Article, first: int) -> Entry | None:
    entries = lexicon().alone.get(article.fold(first), ())
    return next((e for e in entries if e.strong), None)


def _is_power(article: Article, first: int) -> bool:
    """Whether a state, a capital, a body or a person that the lexicon knows begins here."""
    entry = _power(article, first)
    if entry is not None and (entry.type != "PLACE" or "capital" in entry.flags):
        return True
    return bool(lexicon().longer(article.fold(first), article.fold(first + 1))) and article.is_capital(first + 1)


def _is_in_town(article: Article, i: int, first: int) -> bool:
    """Whether a building has no name but the town where it stands: "la basilique de Nice", "la caserne d'Autun"."""
    if article.fold(i) not in word_set("building of a town") or article.fold(first - 1) not in word_set("of alone"):
        return False
    return is_flagged(article.fold(first), "city") or is_commune(article.words[first].text)


def _is_idiom(article: Article, i: int, linked: bool) -> bool:
    """Whether "place" or "tour" is no site here: "la mise en place du", "la place de", "sur place, Macron"."""
    before = article.fold(i - 1)
    masculine = before in word_set("masculine article") and article.fold(i) in word_set("feminine site")
    if masculine or before in word_set("before a common place"):
        return True
    determined = before in word_set("definite") or before in word_set("of any") or article.is_capital(i)
    return linked and not determined and not article.opens(i)


def domains(article: Article) -> Iterator[Candidate]:
    """Outlets told by their address on the web: "signale meteonord.com"; no part of a link or of a mail address."""
    for m in _DOMAIN.finditer(article.text):
        yield Candidate(m.start(), m.end(), "ORGANISATION", Tier.FACT, "une adresse sur le web")


def parted(article: Article, settled: Sequence[Candidate]) -> list[Candidate]:
    """Regions with the adjective of the compass behind them, and a second one joined to it."""
    out = []
    for c in settled:
        _, k = article.covering(c.start, c.end)
        parted_already = article.fold(k - 1) in word_set("compass")
        k -= parted_already
        if c.type == "PLACE" and article.fold(k) in word_set("compass") and not article.new_line(k):
            end = article.words[k].end
            if article.fold(k + 1) in word_set("and") and article.fold(k + 2) in word_set("compass"):
                end = article.words[k + 2].end
            c = replace(c, end=end)
        out.append(c)
    return out
