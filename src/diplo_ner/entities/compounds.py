"""Names joined by a hyphen or an ampersand: "Arménie-Azerbaïdjan", "Lavrov-Blinken", "PÉTROLE-USA", "Blohm & Voss"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from diplo_ner.entity_types import EntityType, types_that
from diplo_ner.schema import MentionKind
from diplo_ner.text.fold import fold
from diplo_ner.text.words import Word

from .article import Article
from .candidate import Candidate, Tier
from .gazetteer import Entry, Phrases, lexicon
from .word_sets import word_set

_KEYWORDS = re.compile(r"(?m)^(?:[A-Z]{4,}(?: \d)?[ -]{1,3})?([^\W\d_]{3,30}(?:-[^\W\d_]{2,30}){1,4})(?![\w-])")
_PREFIXES = frozenset(["anti", "pro", "ex", "post", "non"])


def joined_states(article: Article, known: Phrases) -> Iterator[Candidate]:
    """States, capitals and bodies joined by a hyphen, and those in an agency's keywords ("PÉTROLE-USA-IRAN")."""
    for i in article.capitals:
        w = article.words[i]
        if "-" not in w.text or (w.fold,) in known.entries:
            continue
        parts = w.text.split("-")
        entries = [alone(known, fold(p)) if p[:1].isupper() else None for p in parts]
        if not (
            (all(entries) and len(parts) == 2) or (w.text.isupper() and any(e and e.type == "COUNTRY" for e in entries))
        ):
            continue
        at = w.start
        for part, entry in zip(parts, entries, strict=True):
            if entry is not None:
                capital = "capital" in entry.flags
                state: EntityType = "COUNTRY" if capital else entry.type
                kind: MentionKind = "metonym" if capital else "name"
                yield Candidate(at, at + len(part), state, Tier.FACT, "joint par un trait d'union", entry.ref, kind)
            at += len(part) + 1


def keyword_states(article: Article, known: Phrases) -> Iterator[Candidate]:
    """States and capitals among an agency's keywords at a line's head: "LEAD 2-Kosovo-Pristina reporte …"."""
    for m in _KEYWORDS.finditer(article.text):
        if (fold(m.group(1)),) in known.entries:
            continue
        at = m.start(1)
        for part in m.group(1).split("-"):
            entry = alone(known, fold(part)) if part[:1].isupper() else None
            if entry is not None and (entry.type == "COUNTRY" or "capital" in entry.flags):
                kind: MentionKind = "metonym" if "capital" in entry.flags else "name"
                yield Candidate(at, at + len(part), "COUNTRY", Tier.FACT, "mot-clé d'agence", entry.ref, kind)
            at += len(part) + 1


def alone(known: Phrases, word: str) -> Entry | None:
    """The state, capital or organisation that one word names."""
    return next(
        (e for e in known.alone.get(word, ()) if e.strong and (e.type in types_that("body") or "capital" in e.flags)),
        None,
    )


def row_of_states(article: Article, first: int, last: int) -> bool:
    """Whether words are nothing but names of states in a row: "Syrie Palestine Mali"."""
    if last - first < 2:
        return False
    entries = (alone(lexicon(), article.fold(k)) for k in range(first, last))
    return all(e is not None and e.type == "COUNTRY" for e in entries)


def of_power(article: Article, k: int, j: int) -> bool:
    """Whether "de" at word ``k`` links a person to the state, capital or body at ``j``: "le roi Hamad de Bahreïn"."""
    if article.fold(k) not in word_set("of") or article.is_capital(k) or not article.is_capital(j):
        return False
    word = article.words[j]
    if len(word.text) > 1 and word.text.isupper():
        return True
    return alone(lexicon(), word.fold) is not None and not article.is_capital(j + 1)


def partners(article: Article) -> Iterator[Candidate]:
    """Companies named after partners."""
    for i in range(1, len(article.words) - 1):
        if article.words[i].text == "&" and article.is_capital(i - 1) and article.is_capital(i + 1):
            start, end = article.words[i - 1].start, article.words[i + 1].end
            yield Candidate(start, end, "ORGANISATION", Tier.SHAPE, "raison sociale")


def joined_families(w: Word, families: Mapping[str, str]) -> Iterator[Candidate]:
    """Family names of the article joined by a hyphen ("Lavrov-Blinken"), or one behind a prefix ("anti-Erdogan")."""
    parts = w.text.split("-")
    at = w.start
    known = [fold(p) in families for p in parts]
    if not any(known) or fold(w.text) in families:
        return
    if all(known) or fold(parts[0]) in _PREFIXES:
        for part, is_known in zip(parts, known, strict=True):
            if is_known:
                reason = f"nom de famille de {families[fold(part)]}"
                yield Candidate(at, at + len(part), "PERSON", Tier.SHAPE, reason)
            at += len(part) + 1
