"""Candidates that something certain speaks for: the lexicon, the grammar of bodies' names, explained acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from diplo_ner.lexicon.countries import country_names, demonyms
from diplo_ner.lexicon.organisations import body_of, by_id, fits_case, org_names, readings
from diplo_ner.lexicon.persons import by_id as by_ident
from diplo_ner.names.given import is_given_name
from diplo_ner.organisation_names.announced import find_announced
from diplo_ner.organisation_names.grammar import find_organisation_names
from diplo_ner.schema import MentionKind
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate, Tier
from .choice import INSTITUTIONS, Choice
from .common import is_common_word, is_portfolio, names_nobody
from .context import is_common_head
from .firms import is_product
from .gazetteer import Entry, Match
from .known_names import lexicon
from .outlets import bare, read_in, said, somebodys, told_medium
from .people import inside_a_name
from .titles import title_at
from .word_sets import word_set

ANNOUNCED = "derrière un nom qui l'annonce"
"""The reason given where a common noun says that a body's name follows."""

_ROMAN = re.compile(r"[IVX]{2,}")
_FEWEST_WORDS = 3
_DESCRIBED = frozenset(("movement", "media", "party", "company", "platform"))
"""Kinds of bodies that a common noun describes and names not: "le groupe paramilitaire Wagner"."""


def from_lexicon(
    article: Article, matches: Sequence[Match], labels: Mapping[tuple[int, int], str]
) -> Iterator[Candidate]:
    """Names of the lexicon, each with the reading that the article backs.

    Args:
        article: The article.
        matches: What the gazetteer found in it.
        labels: What a statistical model calls a span (start, end).
    """
    choice = Choice(article, matches)
    for m in matches:
        start, end = article.span(m.first, m.last)
        entry = choice.of(m, labels.get((start, end)))
        if entry is None or ("own" not in entry.flags and _refused(article, m, entry)):
            continue
        if entry.acronym and article.fold(m.first) in article.common_acronyms and "own" not in entry.flags:
            continue
        kind: MentionKind = "acronym" if entry.acronym else "name"
        start = article.words[_initial(article, m, entry) or m.first + _ahead(article, m, entry)].start
        ref = None if _is_anothers(article, m, entry) else entry.ref
        yield Candidate(start, end, entry.type, _tier(m, entry), "le lexique", ref, kind)


def _is_anothers(article: Article, m: Match, entry: Entry) -> bool:
    """Whether a nationality behind a state's institution is another's: "le Congrès uruguayen", "le Sénat belge"."""
    body = by_id(entry.ref) if entry.type == "ORGANISATION" and entry.flags & INSTITUTIONS else None
    if body is None or not body.country or article.is_capital(m.last):
        return False
    codes = demonyms().get(article.fold(m.last), ())
    return bool(codes) and body.country not in codes


def _tier(m: Match, entry: Entry) -> Tier:
    sure = entry.strong and entry.type != "PLACE" and m.last - m.first > 1
    return Tier.FACT if sure or "own" in entry.flags else Tier.WORD


def _ahead(article: Article, m: Match, entry: Entry) -> int:
    """How many words of an alias stand before the name itself: "mouvement Amal", "Lord Adonis"."""
    if m.last - m.first > 1 and entry.type == "ORGANISATION":
        return int(is_common_head(article, m.first)) or _behind_description(article, m.first, m.last, entry.ref)
    if entry.type == "PLACE" and m.last - m.first > 1 and article.fold(m.first) in word_set("part of a place"):
        return _behind_noun(article, m)
    if entry.type == "PERSON":
        size = title_at(article, m.first, m.last)
        return size if m.first + size < m.last else 0
    return 0


def _initial(article: Article, m: Match, entry: Entry) -> int:
    """The index of the initial of a person whom a family name alone tells, or 0: "D. Trump", not "Plan B. Trump"."""
    person = by_ident(entry.ref) if entry.type == "PERSON" and m.last - m.first == 1 else None
    letter = m.first - 2
    if person is None or letter < 0 or article.fold(m.first - 1) != "." or article.new_line(m.first):
        return 0
    return letter if article.words[letter].text == person.canonical[0] else 0


def _behind_description(article: Article, first: int, last: int, ref: str) -> int:
    """Words in lower case of a body's alias before its name: "groupe paramilitaire Wagner", "rebelles houthis"."""
    if article.is_capital(first):
        return 0
    end = article.words[last - 1].end
    for k in range(first + 1, last):
        name = article.text[article.words[k].start : end]
        named = article.is_capital(k) or name.islower()
        if named and any(
            body.id == ref and body.kind in _DESCRIBED and fits_case(name, body) for body in readings(name)
        ):
            return k - first
        if article.is_capital(k):
            return 0
    return 0


def _behind_noun(article: Article, m: Match) -> int:
    """Words of a place's alias before its name: "îles Kouriles", "détroit du Bosphore"; none where nothing is left."""
    if article.is_capital(m.first):
        return 0
    return next((k - m.first for k in range(m.first + 1, m.last) if article.is_capital(k)), 0)


def _refused(article: Article, m: Match, entry: Entry) -> bool:
    """Whether the words around show that it is not that name here."""
    alone = m.last - m.first == 1
    if entry.type == "ORGANISATION":
        return _is_no_body(article, m, entry, alone)
    if entry.type == "PLACE" and alone and article.fold(m.first) in word_set("direction"):
        return article.fold(m.first - 2) in word_set("toward")
    if entry.type == "COUNTRY":
        return article.words[m.first - 1].text[:1] in "IVX" and article.fold(m.first - 1).endswith("e")
    if entry.type != "PERSON":
        return False
    if (
        alone
        and article.fold(m.first - 1) in word_set("of alone")
        and article.fold(m.first - 2) in word_set("municipality")
    ):
        return True
    if alone and _ROMAN.fullmatch(article.words[m.first].text) and not article.loud(m.first):
        return True
    goes_on = article.is_capital(m.last) and not article.opens(m.last) and not article.loud(m.last)
    return goes_on or (inside_a_name(article, m.first) and (alone or _is_given(article.fold(m.first - 1))))


def _is_no_body(article: Article, m: Match, entry: Entry, alone: bool) -> bool:
    """Whether a body's name is something else here: a note, a product, a road, a rank, one of a town's people."""
    word, before, capitals = article.words[m.first], article.fold(m.first - 1), article.words[m.first].text.isupper()
    if alone and word.fold in word_set("editor's note") and not capitals:
        return before == "("
    if "platform" in entry.flags and word.text.islower() and article.glued(m.first):
        return True
    if ("company" in entry.flags and before in word_set("one of")) or is_product(article, m.first):
        return True
    if alone and not capitals and title_at(article, m.first, m.first + 2):
        return article.is_capital(m.last)
    if alone and word.fold in word_set("road") and article.fold(m.last).isdigit():
        return True
    if alone and len(word.fold) == 1 and before in word_set("against"):
        return True
    if alone and "media" in entry.flags:
        if _has_complement(article, m) or before in word_set("each"):
            return True
        told = told_medium(article, m.first) or read_in(article, m.first) or somebodys(article, m.first)
        if told or said(article, m.first, m.last) or bare(article, m.first, m.last):
            return False
    people = alone and "party" not in entry.flags and names_nobody(article, m.first, m.last)
    return is_portfolio(article, m.first, m.last) or people


def _has_complement(article: Article, m: Match) -> bool:
    """Whether a common noun that is an outlet's name too goes on with what it is of: "le Panorama des pensions"."""
    what = article.fold(m.last + 1)
    linked = article.fold(m.last) in word_set("of any") and what.isalpha() and not article.is_capital(m.last + 1)
    determined = article.fold(m.first - 1) in word_set("any definite")
    return linked and determined and what not in word_set("day") and is_common_word(article.fold(m.first))


def _is_given(word: str) -> bool:
    """Whether a folded word is a given name and nothing else that the lexicon knows."""
    return is_given_name(word) and not lexicon().alone.get(word)


def from_grammar(article: Article, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Bodies by the grammar of their names, and the acronyms that the text explains.

    Args:
        article: The article.
        known: What the lexicon says: its name of a body is not made longer by a word in lower case.
    """
    certain = {c.start: c.end for c in known if c.tier == Tier.FACT and not _is_generic(c)}
    told = {(c.start, c.end): c.ref for c in known if c.type == "ORGANISATION"}
    named = find_organisation_names(article.text, article.words, article.acronyms)
    spans = {(b.start, b.end) for b in named}
    for b in named:
        first, last = article.covering(b.start, b.end)
        tail = article.text[certain.get(b.start, b.end) : b.end].split()
        grown = tail and article.fold(last) != "(" and not any(w[0].isupper() or w in word_set("link") for w in tail)
        if grown or is_portfolio(article, first, last):
            continue
        name = article.text[b.start : b.end]
        body = (body_of(name, b.country) if b.country else None) if b.generic else org_names().get(fold(name))
        ref = body.id if body else _unless_foreign(told.get((b.start, b.end)), b.country)
        ahead = _behind_description(article, first, last, ref) if ref else 0
        if (
            not ahead
            and last - first > 1
            and is_common_head(article, first)
            and article.fold(first) not in word_set("group")
        ):
            ahead = 1
        start = article.words[first + ahead].start
        yield Candidate(start, b.end, "ORGANISATION", Tier.FACT, "un nom de corps et son complément", ref)
    long = {start: end for start, end, _, _ in article.acronyms}
    for a in find_announced(article.text, article.words):
        end = max(a.end, long.get(a.start, 0))
        ref = a.organisation.id if a.organisation and end == a.end else None
        yield Candidate(a.start, end, "ORGANISATION", Tier.SHAPE, ANNOUNCED, ref)
    for long_start, long_end, start, end in article.acronyms:
        if article.text[long_start] == "@" or fold(article.text[start:end]) in article.common_acronyms:
            continue
        state = _is_state(article.text[start:end]) or _is_state(article.text[long_start:long_end])
        nobody = (long_start, long_end) not in spans and names_nobody(article, *article.covering(start, end))
        if not nobody and not state:
            reason = "sigle que le texte explique"
            yield Candidate(start, end, "ORGANISATION", Tier.SHAPE, reason, kind="acronym")
            first, last = article.covering(long_start, long_end)
            if _is_phrase(article, first, last):
                whole = Tier.FACT if article.fold(first - 1) == "(" and article.fold(last) == ")" else Tier.WORD
                yield Candidate(long_start, long_end, "ORGANISATION", whole, "nom dont le texte donne le sigle")


def _unless_foreign(ref: str | None, country: str | None) -> str | None:
    """The body that a name means by itself, unless its state is another than the one told: "le Congrès uruguayen"."""
    body = by_id(ref) if ref else None
    return None if body and country and body.country not in (None, country) else ref


def _is_phrase(article: Article, first: int, last: int) -> bool:
    """Whether a long form opens with a capital and goes on in lower case, as no person's name does."""
    if not article.is_capital(first) or is_given_name(article.fold(first)) or last - first < _FEWEST_WORDS:
        return False
    return any(
        article.words[k].text.islower()
        and article.words[k].text.isalpha()
        and article.fold(k) not in word_set("particle")
        for k in range(first + 1, last)
    )


def _is_state(name: str) -> bool:
    return fold(name) in country_names()


def _is_generic(c: Candidate) -> bool:
    body = by_id(c.ref or "") if c.type == "ORGANISATION" else None
    return body is None or body.generic
