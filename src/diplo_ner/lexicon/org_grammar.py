"""Names of organisations told by their grammar: a head noun and what belongs to it.

French names of bodies are noun phrases that keep growing to the right: adjectives of kind and nationality
("Comité national", "ministère russe"), complements with de, pour, sur or à ("Conseil des droits de l'homme"), the body
they are a part of ("de l'ONU"), a state or town ("du Mali"). A capital on the head tells a name; without one only
certain complements do ("ministère de l'Intérieur"). ``data/org_heads.csv`` says which. Grammatical background: the
description of "noms propres mixtes" in Riegel, Pellat and Rioul, Grammaire méthodique du français, and the local
grammars for organisation names of Friburger (2002), read left to right without a lexicon of verbs: a name ends
at the first word that cannot belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text.fold import fold
from ..text.words import Word
from .acronyms import find_acronyms
from .countries import country_names, demonyms
from .org_heads import Head, english_heads, heads, word_classes
from .organisations import Organisation, mention_parts, org_names, readings, weak_org_names
from .places import place_names

__all__ = ["Body", "find_acronyms", "find_bodies"]

_OF = frozenset({"de", "du", "des", "d'"})
_TO = frozenset({"a", "au", "aux"})
_ARTICLES = frozenset({"le", "la", "les", "l'"})
_SEATS = frozenset({"parlement", "senat", "congres", "bundestag", "parquet"})
_INDEFINITE = frozenset({"un", "une", "ce", "cet", "cette", "ces", "plusieurs", "chaque", "quelques", "aucun", "aucune"})
_OPENERS = frozenset('.!?…:;«“”"„‹—–•*·|©►/(')
_ENGLISH_LINKS = frozenset({"of", "for", "on", "and", "the", "in", "&", "to"})
_NAME_LINKS = frozenset({"de", "du", "des", "la", "le", "el", "al", "ben", "bin", "von", "van", "et"})
_LONGEST_NAME = 9
_MOST_COMPLEMENTS = 5


@dataclass(frozen=True, slots=True)
class Body:
    """A body that the text names.

    Attributes:
        start: offset of its first character, in Unicode code points; no article belongs to it.
        end: offset past its last character.
        head: its head noun, folded.
        country: code of the state that an adjective or a complement tells, or None.
        generic: whether its name alone does not tell whose it is ("Sénat", "ministère de la Justice").
    """

    start: int
    end: int
    head: str
    country: str | None
    generic: bool


def find_bodies(text: str, words: Sequence[Word]) -> list[Body]:
    """Find the bodies whose names begin with a head noun, or end with an English one.

    Args:
        text: the text.
        words: its words, as ``text.words.words`` gives them.

    Returns:
        Bodies in the order of the text; they do not overlap, and a body is told whole, with the body it is a part of.

    >>> from diplo_ner.text.words import words
    >>> text = "Le ministère russe des Affaires étrangères et la commission judiciaire du Sénat se taisent."
    >>> [text[body.start : body.end] for body in find_bodies(text, words(text))]
    ['ministère russe des Affaires étrangères', 'commission judiciaire du Sénat']
    """
    reader = _Reader(text, words)
    french, english = heads(), english_heads()
    found: list[Body] = []
    past = 0
    for i, word in enumerate(words):
        if i < past or (word.fold not in french and word.fold not in english):
            continue
        named = None
        if word.fold in english and word.text[0].isupper():
            named = reader.english(i, past)
        if named is None and word.fold in french:
            named = reader.french(i)
        if named is not None:
            body, past = named
            found.append(body)
    return found


class _Reader:
    """Reads one text from a head noun to the end of the name."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self.n = len(words)
        self.classes = word_classes()

    # What stands at a word.

    def fold(self, i: int) -> str:
        return self.words[i].fold if 0 <= i < self.n else ""

    def capital(self, i: int) -> bool:
        return 0 <= i < self.n and self.words[i].text[0].isupper()

    def joined(self, i: int) -> bool:
        """Whether a word follows the one before it in the same line."""
        if not 0 < i < self.n:
            return False
        gap = self.text[self.words[i - 1].end : self.words[i].start]
        return "\n" not in gap and "\r" not in gap

    def opens(self, i: int) -> bool:
        """Whether a word would have a capital in any case."""
        return i == 0 or self.words[i - 1].text[-1] in _OPENERS or not self.joined(i)

    def part(self, i: int, j: int) -> str:
        return self.text[self.words[i].start : self.words[j - 1].end]

    def adjective(self, i: int) -> bool:
        if not self.joined(i):
            return False
        folded, classes = self.fold(i), self.classes
        if folded in classes.adjectives or folded in demonyms():
            return True
        if folded in classes.never or folded in classes.plain or len(folded) < 5 or not folded[-1].isalpha():
            return False
        return folded.endswith(classes.endings)

    def code(self, i: int) -> str | None:
        codes = demonyms().get(self.fold(i), ()) if self.joined(i) else ()
        return codes[0] if len(codes) == 1 else None

    def state(self, i: int) -> tuple[int, str] | None:
        """A state named from word i on: the index past it and its code."""
        if not self.capital(i):
            return None
        for j in range(min(i + 6, self.n), i, -1):
            code = country_names().get(fold(self.part(i, j)))
            if code is not None:
                return j, code
        return None

    def place(self, i: int) -> int | None:
        if not self.capital(i):
            return None
        for j in range(min(i + 5, self.n), i, -1):
            if fold(self.part(i, j)) in place_names():
                return j
        return None

    def known(self, i: int) -> int | None:
        """The index past a body of the tables that is named from word i on; one word needs a capital."""
        for j in range(min(i + _LONGEST_NAME, self.n), i, -1):
            folded = fold(self.part(i, j))
            if folded in org_names() and (self.fold(i) in _SEATS or any(self.capital(k) for k in range(i, j))):
                return j
        return None

    # Names with a French head.

    def french(self, i: int) -> tuple[Body, int] | None:
        """The body whose head stands at word i, and the index past it."""
        head = self._head(i)
        if head is None:
            return None
        capital = self.capital(i)
        if capital and self.opens(i) and not any(self.capital(k) for k in range(i + 1, min(i + 8, self.n))):
            capital = False
        start = i
        if not capital and self._indefinite(i):
            return None
        allowed = head.capital if capital else head.lower
        if not allowed and not head.adjectives:
            return None
        j = i + len(head.words)
        sure = len(head.words) > 1 and capital
        country: str | None = None
        first = j
        while self.adjective(j) and (capital or self._lower_adjective(j, head, allowed)):
            country = country or self.code(j)
            kind = self.fold(j) not in demonyms()
            sure = sure or (("adjective" in allowed or self.fold(j) in head.adjectives) and (kind or capital))
            j += 1
        if not capital and j > first and self.fold(first) in head.adjectives:
            sure = True
        end = j
        if not sure and j == first and "name" in allowed | head.lower:
            named = self._name(j)
            if named is not None:
                end, sure = named, True
        if not sure and j == first and "party" in allowed and self._party(j):
            end, sure = j + 1, True
        end, sure, country = self._complements(head, allowed, capital, end, sure, country, start)
        known = self.known(start)
        if known is not None and known > end:
            end, sure = known, True
        if not sure:
            return None
        end, country = self._without_nationality(start, end, first, head, country)
        if end <= i + 1:
            return None
        if fold(self.part(start, end)) in country_names():
            return None
        country = country or self.code(end)
        return self._body(start, end, " ".join(head.words), country), end

    def _head(self, i: int) -> Head | None:
        for head in heads()[self.fold(i)]:
            k = len(head.words)
            if i + k <= self.n and all(
                self.fold(i + m) == head.words[m] and self.joined(i + m) for m in range(1, k)
            ):
                return head
        return None

    def _indefinite(self, i: int) -> bool:
        before = self.fold(i - 1) if self.joined(i) else ""
        if before in _INDEFINITE:
            return True
        return self.adjective(i - 1) and self.fold(i - 2) in _INDEFINITE

    def _lower_adjective(self, i: int, head: Head, allowed: frozenset[str]) -> bool:
        return bool(allowed or self.fold(i) in head.adjectives)

    def _name(self, i: int) -> int | None:
        """The index past a proper name that follows the head directly; a known body or state is its own name."""
        if not self.capital(i) or not self.joined(i) or self.known(i) or self.state(i) or self.place(i):
            return None
        j = i + 1
        while self.joined(j) and (
            self.capital(j) or (self.fold(j) in _NAME_LINKS and self.capital(j + 1) and self.joined(j + 1))
        ):
            if self.fold(j) in ("de", "du", "des", "et"):
                break
            j += 1
        return j

    def _party(self, i: int) -> bool:
        if not self.capital(i) or not self.joined(i):
            return False
        return any(body.kind == "party" for body in readings(self.words[i].text))

    def _complements(
        self,
        head: Head,
        allowed: frozenset[str],
        capital: bool,
        end: int,
        sure: bool,
        country: str | None,
        start: int,
    ) -> tuple[int, bool, str | None]:
        for count in range(_MOST_COMPLEMENTS):
            if end >= self.n or not self.joined(end):
                break
            if sure and self._settled(start, end) is not None:
                break
            told = self._complement(head, allowed, capital, end, sure, count)
            if told is None:
                break
            end, code = told
            sure, country = True, country or code
            while self.adjective(end) and self.code(end) is None and capital and self.fold(end) not in demonyms():
                end += 1
        return end, sure, country

    def _settled(self, start: int, end: int) -> Organisation | None:
        """A body of the tables that is no state's in particular but itself: nothing more belongs to its name."""
        body = org_names().get(fold(self.part(start, end)))
        return body if body is not None and not body.generic and (body.country is None or " " not in body.canonical) else None

    def _complement(
        self, head: Head, allowed: frozenset[str], capital: bool, i: int, sure: bool, count: int
    ) -> tuple[int, str | None] | None:
        """What is joined to a name at word i: the index past it, and the code of a state told by it."""
        link = self.fold(i)
        k = i + 1
        if not self.joined(k):
            return None
        if link in _OF:
            if link in ("de", "d'") and self.fold(k) in _ARTICLES and self.joined(k + 1):
                k += 1
            return self._of(head, allowed, capital, i, k, sure, count)
        if link in _TO and "to" in allowed and count == 0:
            if link == "a" and self.fold(k) in _ARTICLES:
                k += 1
            return self._noun(k, True)
        if link == "pour" and "purpose" in allowed and count == 0:
            return self._noun(k + 1, capital) if self.fold(k) in _ARTICLES else None
        if link == "sur" and "topic" in allowed and count == 0:
            return self._noun(k + 1, capital) if self.fold(k) in _ARTICLES else None
        if link == "en" and capital and count and not self.capital(i - 1):
            state = self.state(k)
            return state or ((place, None) if (place := self.place(k)) is not None else None)
        if link == "et" and count:
            return self._and(i, allowed, capital)
        return None

    def _of(
        self, head: Head, allowed: frozenset[str], capital: bool, i: int, k: int, sure: bool, count: int
    ) -> tuple[int, str | None] | None:
        office = self._office(k) if "office" in allowed and count == 0 else None
        if office is not None:
            return self._more_offices(office), None
        state = self.state(k)
        if state is not None:
            return state if sure or capital or "place" in allowed else None
        known = self.known(k)
        if known is not None and ("parent" in allowed or sure):
            while not self.capital(known - 1) and self.fold(known) in demonyms() and self.joined(known):
                known += 1
            return known, None
        nested = self._nested(k) if "parent" in allowed or sure else None
        if nested is not None:
            return nested
        if self.capital(k):
            place = self.place(k)
            if place is not None and ("place" in allowed or sure):
                return place, None
            if "place" in allowed and not sure and link_takes_town(head):
                return self._capitals(k), None
            if ("noun" in allowed or ("office" in allowed and k > i + 1)) and capital and count < 2 and not self._person(i, k):
                return self._capitals(k), None
            if "office" in allowed and count == 0 and self.fold(i) != "de" and head.words[0] == "ministere":
                return self._more_offices(self._capitals(k)), None
            return None
        if ("noun" in allowed and (capital or head.lower)) and (capital or not sure) and self.fold(k) not in self.classes.plain:
            return self._noun(k, capital)
        return None

    def _nested(self, k: int) -> tuple[int, str | None] | None:
        """A body inside the name that is itself told by its grammar."""
        if self.fold(k) not in heads():
            return None
        inner = self.french(k)
        if inner is None:
            return None
        body, past = inner
        return past, body.country

    def _person(self, i: int, k: int) -> bool:
        """Whether a capitalised complement may be a person: "de" alone, then a capital that is no known noun."""
        return self.fold(i) in ("de", "d'") and k == i + 1 and self.capital(k) and self.fold(k) not in self.classes.offices

    def _capitals(self, k: int) -> int:
        """The index past a run of capitalised words and the adjectives behind it."""
        j = k + 1
        while self.joined(j) and self.capital(j):
            j += 1
        while self.adjective(j) and self.fold(j) not in demonyms():
            j += 1
        return j

    def _noun(self, k: int, capital: bool) -> tuple[int, str | None] | None:
        """A noun without article and the adjectives behind it, as in "interdiction", "leaders religieux"."""
        if not self.joined(k) or not self.words[k].text[0].isalpha() or self.fold(k) in self.classes.plain:
            return None
        if self.capital(k):
            return self._capitals(k), None
        j = k + 1
        while self.adjective(j) and self.fold(j) not in demonyms():
            j += 1
        return j, None

    def _office(self, k: int) -> int | None:
        """The index past what a ministry or committee is in charge of."""
        if not self.joined(k):
            return None
        for rest in self.classes.offices.get(self.fold(k), ()):
            if all(self.fold(k + 1 + m) == word and self.joined(k + 1 + m) for m, word in enumerate(rest)):
                j = k + 1 + len(rest)
                while self.adjective(j) and self.fold(j) not in demonyms():
                    j += 1
                return j
        return None

    def _more_offices(self, end: int) -> int:
        """Further offices: "de l'Économie, des Finances et de la Relance"."""
        j = end
        while self.joined(j) and self.fold(j) in (",", "et"):
            k = j + 1
            if self.fold(k) == "et":
                k += 1
            if self.fold(k) not in _OF:
                break
            k += 1
            if self.fold(k) in _ARTICLES:
                k += 1
            past = self._office(k)
            if past is None or not (self.capital(k) or not self.capital(end - 1)) or self.fold(k) in heads():
                break
            if self.fold(j) == "," and not self.capital(k):
                break
            end = j = past
        return end

    def _and(self, i: int, allowed: frozenset[str], capital: bool) -> tuple[int, str | None] | None:
        """A second noun of the same complement: "la sécurité et la coopération", "sciences et technologies"."""
        if not capital or not {"noun", "purpose"} & allowed or self.capital(i - 1):
            return None
        k = i + 1
        article = self.fold(k) in _ARTICLES
        if article:
            k += 1
        elif self.fold(k) in _OF:
            return None
        folded = self.fold(k)
        if self.capital(k) or not self.joined(k) or folded in self.classes.plain or folded in heads():
            return None
        if article and not self._purpose(i):
            return None
        if not article and not folded.endswith(("tion", "tions", "ments", "ment", "te", "tes", "gies", "gie", "ces", "urs", "ires", "isme")):
            return None
        return self._noun(k, capital)

    def _purpose(self, i: int) -> bool:
        """Whether the noun before word i stands behind "pour" or "sur" and an article."""
        return any(self.fold(i - m) in ("pour", "sur") for m in (3, 4))

    def _without_nationality(
        self, start: int, end: int, first: int, head: Head, country: str | None
    ) -> tuple[int, str | None]:
        """Leave a closing adjective of nationality out, unless the tables or a bare head need it."""
        if end - 1 < first or self.fold(end - 1) not in demonyms():
            return end, country
        whole, shorter = fold(self.part(start, end)), fold(self.part(start, end - 1))
        if mention_parts().get(whole) == shorter:
            return end - 1, country or self.code(end - 1)
        if whole in org_names() or self._inner_nationality(start, end):
            return end, country
        if shorter in org_names() or shorter in weak_org_names() or not self.capital(start):
            return end - 1, country or self.code(end - 1)
        return end, country

    def _inner_nationality(self, start: int, end: int) -> bool:
        """Whether the closing adjective belongs to the body that this one is a part of: "du parlement allemand"."""
        return end - start > 2 and self.fold(end - 2) in _SEATS and not self.capital(end - 2)

    # Names with an English head.

    def english(self, i: int, past: int) -> tuple[Body, int] | None:
        """The body with an English head at word i, words before and behind it included."""
        start = i
        while start > past and self.joined(start) and self._english_before(start - 1):
            start -= 1
        end = self._english_behind(i + 1)
        if start == i and end == i + 1:
            return None
        told = start < i and any(self.fold(k) in self.classes.english for k in range(start, i))
        linked = end > i + 1 and self.fold(i + 1) in ("of", "for")
        french = self.fold(i) in heads()
        if not (linked or told or (start < i and not french)):
            return None
        if french and told:
            head = heads()[self.fold(i)][-1]
            topic = self._complement(head, head.capital & {"topic"}, True, end, True, 0) if self.joined(end) else None
            end = topic[0] if topic is not None and self.fold(end) == "sur" else end
        return self._body(start, end, self.fold(i), None), end

    def _english_before(self, i: int) -> bool:
        folded = self.fold(i)
        if folded in ("and", "&", "of", "for"):
            return self.capital(i - 1) and self.joined(i)
        if not self.capital(i) or not self.words[i].text[0].isalpha():
            return False
        if folded in self.classes.plain or folded in _ARTICLES or folded in _OF or folded in ("the", "au", "aux", "a"):
            return False
        return not (self.opens(i) and folded not in self.classes.english and self.fold(i + 1) in heads())

    def _english_behind(self, i: int) -> int:
        end = j = i
        while self.joined(j) and (self.fold(j) in _ENGLISH_LINKS or (j > i and self.capital(j))):
            j += 1
            if self.capital(j - 1):
                end = j
        return end

    def _body(self, start: int, end: int, head: str, country: str | None) -> Body:
        known = readings(self.part(start, end))
        generic = any(body.generic for body in known)
        if country is None and known and not generic:
            country = known[0].country
        return Body(self.words[start].start, self.words[end - 1].end, head, country, generic)


def link_takes_town(head: Head) -> bool:
    """Whether an unknown capitalised complement of this head is a town or a patron: universities, courts, prefectures."""
    return bool(head.lower & {"place", "name"})
