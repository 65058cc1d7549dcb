"""Choosing among the things in the lexicon that one name may mean, by what else the article speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from diplo_ner.entity_types import type_facts, types_that
from diplo_ner.lexicon.countries import demonyms
from diplo_ner.lexicon.organisations import by_id
from diplo_ner.names.given import is_given_name
from diplo_ner.text.fold import fold

from .article import Article
from .common import names_nobody
from .context import APPOSED, acts, names_person, noun_before
from .firms import is_made_by
from .gazetteer import Entry, Match
from .outlets import bare, is_title, read_in, reports, said, somebodys, told_medium
from .titles import title_before
from .word_sets import word_set

INSTITUTIONS = frozenset(["parliament", "executive", "court", "ministry", "party"])
"""Kinds of bodies that each state has of its own, under one name in many."""
_LONGEST_NAME = 5
_LETTERS = 2
"""Letters that are the name of a party only where the article speaks of its country: "PD"."""


class Choice:
    """What an article speaks of: the bodies it names in full and the countries it names or describes."""

    def __init__(self, article: Article, matches: Sequence[Match]) -> None:
        self._article = article
        self._named = {e.ref for m in matches for e in m.entries if e.strong and e.type == "ORGANISATION"}
        self._countries: Counter[str] = Counter()
        for m in matches:
            for e in m.entries[:1]:
                if e.type == "COUNTRY" or "capital" in e.flags:
                    self._countries[e.ref] += 2
                elif e.type == "ORGANISATION" and e.strong and (known := by_id(e.ref)) and known.country:
                    self._countries[known.country] += 1
        self._told: dict[str, list[tuple[int, str]]] = {}
        for m in matches:
            for e in m.entries:
                body = by_id(e.ref) if e.strong and e.type == "ORGANISATION" else None
                if body is not None and " " in body.canonical:
                    self._told.setdefault(fold(body.canonical.split(" ")[0]), []).append((m.first, e.ref))
        if any(
            not word_set("european").isdisjoint(fold(known.canonical).split())
            for ref in self._named
            if (known := by_id(ref))
        ):
            self._named.add("ue")
        adjectives = demonyms()
        for i in article.where(adjectives):
            for code in adjectives[article.words[i].fold]:
                self._countries[code] += 1

    def of(self, m: Match, label: str | None) -> Entry | None:
        """The entry that a match means here: a strong one, or a weak one that the model or the article backs.

        A name in capitals among others that are not is a body's rather than a place's: "LOT", not "le Lot".

        Args:
            m: The match.
            label: What a statistical model calls exactly this span, or None.
        """
        strong = [e for e in m.entries if e.strong]
        if strong and "own" in strong[0].flags:
            return strong[0]
        makers = [e for e in m.entries if not e.flags.isdisjoint(("company", "university"))]
        if makers and is_made_by(self._article, m.first):
            return self._likeliest(makers, certain=True)
        letters = [e for e in m.entries if e.acronym and e.type == "ORGANISATION"]
        if letters and {e.type for e in m.entries} == {"PLACE", "ORGANISATION"} and self._article.is_acronym(m.first):
            return self._likeliest(letters, certain=True)
        if strong:
            kind = min(strong, key=lambda e: type_facts()[e.type].precedence).type
            return self._own(m, self._likeliest([e for e in strong if e.type == kind], certain=True))
        bodies = [e for e in m.entries if e.type == "ORGANISATION"]
        if bodies and (found := self._body(m, bodies, label)):
            return found
        if self._article.fold(m.first - 1) in word_set("contracted"):
            bare = next((e for e in m.entries if "bare" in e.flags and e.type == "PLACE"), None)
            if bare is not None:
                return bare
        if label == "LOC":
            return next((e for e in m.entries if e.type in types_that("place") and "bare" not in e.flags), None)
        return None

    def _own(self, m: Match, found: Entry | None) -> Entry | None:
        """The body of one state or union that a general name means where the article names it otherwise too."""
        if found is None or "generic" not in found.flags:
            return found
        named = [e for e in m.entries if not e.strong and e.type == "ORGANISATION" and e.ref in self._named]
        if len(named) != 1:
            return found
        body = by_id(named[0].ref)
        most = max(self._countries.values(), default=0)
        ours = body is None or body.country is None or self._countries[body.country] >= most
        return named[0] if ours else found

    def _body(self, m: Match, bodies: list[Entry], label: str | None) -> Entry | None:
        article = self._article
        named = [e for e in bodies if e.ref in self._named]
        if named:
            return self._likeliest(named, certain=True)
        taken_up = self._taken_up(m) if self._is_short_form(m) else None
        if taken_up is not None:
            return taken_up
        spelled = m.last - m.first > 1 and all(
            w.text[0].isupper() or w.fold in word_set("any definite") for w in article.words[m.first : m.last]
        )
        article_first = spelled and article.fold(m.first) in word_set("title article")
        if title_before(article, m.first) or self._is_affiliation(m):
            parties = [e for e in bodies if "party" in e.flags]
            if parties:
                return self._likeliest(parties, certain=True)
        if self._is_short_form(m):
            near = [e for e in bodies if e.flags & INSTITUTIONS and self._is_about(e, m)]
            if near:
                return self._likeliest(near, certain=True)
        media = [e for e in bodies if "media" in e.flags]
        alone = article.new_line(m.first) and (m.last >= len(article.words) or article.new_line(m.last))
        if media and article_first and (alone or not article.opens(m.first) or reports(article, m.first, m.last)):
            return self._likeliest(media, certain=True)
        told = (
            told_medium(article, m.first)
            or somebodys(article, m.first)
            or (len(media) == len(bodies) and read_in(article, m.first))
        )
        if media and (label is not None or len(media) == 1 or is_title(article, m.first)) and told:
            return self._likeliest(media, certain=True)
        told = said(article, m.first, m.last) or (len(bodies) == len(m.entries) and bare(article, m.first, m.last))
        if media and len(media) == len(bodies) and told:
            return self._likeliest(media, certain=True)
        platform = next((e for e in bodies if "platform" in e.flags), None)
        if (
            platform is not None
            and article.fold(m.first - 1) in word_set("on platform")
            and not article.is_capital(m.last)
        ):
            return platform
        backed = (
            (label in ("ORG", "MISC") and not self._gives_name(m))
            or (label == "PER" and not self._is_somebody(m))
            or (label == "LOC" and self._is_short_form(m) and all(e.acronym for e in m.entries))
            or noun_before(article, m.first) == "ORGANISATION"
            or self._is_acronym(m)
        )
        bodies = [e for e in bodies if "bare" not in e.flags]
        if m.last - m.first == 1 and len(article.words[m.first].text) <= _LETTERS:
            bodies = [e for e in bodies if e.flags.isdisjoint(("party",)) or self._speaks_of(e)]
        if not bodies:
            return None
        if backed or (spelled and not article.opens(m.first) and (article_first or label is not None)):
            return self._likeliest(bodies, certain=len(bodies) == 1)
        return None

    def _is_affiliation(self, m: Match) -> bool:
        """Whether the name stands in brackets behind a person's: "Carlo Di Meo (cdH)"."""
        article = self._article
        closed = article.fold(m.first - 1) == "(" and article.fold(m.last) in (")", ",")
        named = any(is_given_name(article.fold(k)) for k in range(m.first - _LONGEST_NAME, m.first - 2))
        return closed and named and article.is_capital(m.first - 2)

    def _is_acronym(self, m: Match) -> bool:
        """Whether the name is one word in capitals behind a definite article."""
        article = self._article
        if m.last - m.first > 1 or article.fold(m.first - 1) not in word_set("any definite"):
            return False
        return article.is_acronym(m.first) and not names_nobody(article, m.first, m.last)

    def _gives_name(self, m: Match) -> bool:
        """Whether a given name stands alone before a verb that a person is the subject of: "Tim a dit"."""
        article = self._article
        return m.last - m.first == 1 and is_given_name(article.fold(m.first)) and acts(article, m.last)

    def _taken_up(self, m: Match) -> Entry | None:
        """The body named last whose full name begins with this word: "la Cour" behind "la CPI"."""
        told = self._told.get(self._article.fold(m.first), [])
        before = bisect_left(told, (m.first, ""))
        return Entry("ORGANISATION", told[before - 1][1], False) if before else None

    def _is_short_form(self, m: Match) -> bool:
        """Whether one capitalised word behind a definite article may be a body's short name: "la Chambre"."""
        article = self._article
        return (
            m.last - m.first == 1
            and article.fold(m.first - 1) in word_set("any definite")
            and (not article.is_capital(m.last) or is_given_name(article.fold(m.last)))
        )

    def _speaks_of(self, e: Entry) -> bool:
        known = by_id(e.ref)
        return known is not None and known.country is not None and self._countries[known.country] > 0

    def _is_about(self, e: Entry, m: Match) -> bool:
        """Whether the article speaks of a body's country, most of it where the name is a people's: "Républicains"."""
        known = by_id(e.ref)
        told = self._countries[known.country] if known is not None and known.country is not None else 0
        if "party" in e.flags and names_nobody(self._article, m.first, m.last):
            return told > 0 and told == max(self._countries.values())
        return told > 0

    def _is_somebody(self, m: Match) -> bool:
        """Whether the article ever gives the name with a first name or a title, as it does for a person."""
        article = self._article
        if m.last - m.first > 1:
            return False
        if is_given_name(article.fold(m.first)) and names_person(article, m.first, m.last) == APPOSED:
            return True
        name = article.fold(m.first)
        return any(
            article.fold(i) == name
            and (title_before(article, i) or (article.is_capital(i - 1) and not article.opens(i)))
            for i in article.capitals
        )

    def _likeliest(self, entries: list[Entry], *, certain: bool) -> Entry | None:
        """The entry whose country the article speaks of most; of equals the one for all countries, then the first."""
        if len(entries) == 1:
            return entries[0]

        def weight(e: Entry) -> tuple[int, bool]:
            known = by_id(e.ref) if e.type == "ORGANISATION" else None
            country = known.country if known else None
            return self._countries[country] if country else 0, "generic" in e.flags or country is None

        best = max(entries, key=weight)
        if weight(best)[0] == 0 and "generic" not in best.flags and not certain:
            return None
        return best
