"""Names of organisations told by their grammar: a head noun and what belongs to it.

French names of bodies are noun phrases that grow to the right: adjectives of kind and nationality ("Comité national",
"ministère russe"), complements with de, pour, sur or à ("Conseil des droits de l'homme"), the body they are a part of
("de l'ONU"), a state or town ("du Mali"). A capital on the head tells a name; without one only some complements do
("ministère de l'Intérieur"). ``data/org_heads.csv`` says which.

The method is that of local grammars for proper names (N. Friburger, Reconnaissance automatique des noms propres,
Tours 2002), read left to right in one pass: a name ends before the first word that cannot belong to it, so no list of
verbs is needed; a closing adjective of nationality is left out unless it is a part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..lexicon.acronyms import Definition, find_acronyms
from ..lexicon.countries import country_names
from ..lexicon.org_heads import Head, english_heads, heads
from ..lexicon.organisations import mention_parts, org_names, readings, weak_org_names
from ..text.fold import fold
from ..text.words import Word
from .article_words import ArticleWords
from .complements import Complement, Frame, complement
from .english import before_head, behind_head, is_english, seated_in
from .lettered import bracketed, inner_owner, lettered, past_state
from .refusals import in_title, is_event, is_head_of, is_numbered, is_town_hall, is_way
from .runs import couple, numbered, run
from .spans import OrganisationName, Span
from .word_sets import word_set

_SEATED = 3
"""Words of a name that goes on with the town of its seat, at the least."""
_MOST_AIMS = 4
_DEEPEST = 4
"""How many bodies a name holds one in another at the most."""
_MOST_COMPLEMENTS = 5
_ORDINAL = re.compile(r"\d{1,3}(?:e|er|re|eme)")


def find_organisation_names(
    text: str, words: Sequence[Word], acronyms: Sequence[Definition] | None = None
) -> list[OrganisationName]:
    """Find the bodies whose names begin with a head noun, or bear an English one.

    Args:
        text: the text.
        words: its words, as ``text.words.words`` gives them.
        acronyms: those that it explains, where they were found before.

    Returns:
        Bodies in the order of the text; they do not overlap, and a body is told whole, with the body it is a part of.

    >>> from diplo_ner.text.words import words
    >>> text = "Le ministère russe des Affaires étrangères et la commission judiciaire du Sénat se taisent."
    >>> [text[body.start : body.end] for body in find_organisation_names(text, words(text))]
    ['ministère russe des Affaires étrangères', 'commission judiciaire du Sénat']
    """
    told = find_acronyms(text, words) if acronyms is None else acronyms
    explained = {a: (b, text[c:d]) for a, b, c, d in told}
    reader = _Reader(ArticleWords(text, words), explained)
    french, english = heads(), english_heads()
    found: list[OrganisationName] = []
    past = 0
    for i, word in enumerate(words):
        if i < past or (word.fold not in french and word.fold not in english):
            continue
        span = None
        if word.fold in english and word.text[0].isupper():
            span = reader.english(i, past)
        if span is None and word.fold in french:
            span = reader.french(i)
        if span is not None:
            found.append(span.body(reader.words))
            past = span.last
    return found


class _Reader:
    """Reads names from the word of their head."""

    def __init__(self, words: ArticleWords, explained: Mapping[int, tuple[int, str]]) -> None:
        """Take the words, and where names begin whose acronym stands behind them, with their end and the acronym."""
        self.words = words
        self.explained = explained
        self._told = frozenset(fold(words.text[start:end]) for start, (end, _) in explained.items())
        self._depth = 0

    def french(self, i: int) -> Span | None:
        """The name whose French head stands at word i."""
        head = self._head(i)
        if head is None or not (head.capital or head.lower or head.adjectives) or is_event(self.words, i):
            return None
        words = self.words
        if is_town_hall(words, i):
            return None
        if in_title(words, i) or is_way(words, i) or is_numbered(words, i) or is_head_of(words, i, head.gender):
            return None
        if words.among(i, "unit") and words.joined(i) and _ORDINAL.fullmatch(words.fold(i - 1)):
            return self._unit(i, head)
        if not words.capital(i):
            return None if words.indefinite(i) else self._read(i, head, False)
        span = self._read(i, head, True)
        if span is None or not words.opens(i) or words.capitals(i + 1, span.last):
            return span
        return span if fold(words.part(i, span.last)) in org_names() else self._read(i, head, False)

    def _unit(self, i: int, head: Head) -> Span | None:
        """An armed unit and its number: "9e régiment d'infanterie", "52e brigade", "3e division blindée"."""
        span = self._read(i, head, True)
        if span is None and head.words[0] in word_set("told-by-number"):
            span = Span(i, i + 1, head.words[0], None)
        return None if span is None else Span(i - 1, span.last, span.head, span.country)

    def _head(self, i: int) -> Head | None:
        words = self.words
        for head in heads()[words.fold(i)]:
            rest = enumerate(head.words[1:], i + 1)
            if all(words.fold(k) == part and words.joined(k) for k, part in rest):
                return head
        return None

    def _read(self, i: int, head: Head, capital: bool) -> Span | None:
        """The name that begins at word i, with a capital that tells something or without."""
        words = self.words
        allowed = head.capital if capital else head.lower
        first = end = i + len(head.words)
        sure = (capital and len(head.words) > 1) or ("bare" in allowed and words.defined(i))
        country: str | None = None
        named_so = not capital and "name" in allowed and words.capital(end)
        while (allowed and words.adjective(end) and not named_so) or (
            words.joined(end) and words.fold(end) in head.adjectives
        ):
            ends = end > first and not words.listed(end) and fold(words.part(i, end)) in org_names()
            if ends or (not capital and "bare" in allowed and words.nationality(end)):
                break
            country = country or words.code(end)
            sure = sure or words.fold(end) in head.adjectives or (capital and "adjective" in allowed)
            end += 1
        if not capital and "nation" in allowed and words.nationality(first):
            end, sure = first + 1, True
        if capital and end > first and words.among(end, "and") and words.joined(end) and words.listed(end + 1):
            end = words.kinds(end + 1)
        bare = first if capital or not sure else end
        if end > first and "organ" in allowed:
            allowed |= {"parent"}
        if end > first and capital:
            end = numbered(words, end)
        if end == first and (not sure or "name" in allowed) and (named := self._named(end, allowed)) is not None:
            end, sure = named + (words.joined(named) and words.fold(named).isdigit()), True
            allowed |= head.capital & {"place"}
        end, told, more = self._complements(i, end, head, allowed, capital, sure)
        if not capital and not told and "seated" in allowed and (seated := self._seated(end)) is not None:
            end, told = seated, True
        if not sure and not told:
            end = first
        sure, country = sure or told, country or more
        known = max(words.body(i) or 0, self._explained(i), 0 if capital else lettered(words, i, head, self._nested))
        known = max(known, bracketed(words, i, end) if capital and sure else 0)
        if known > end:
            end, sure = past_state(words, known), True
        if not sure:
            return None
        end, country = self._without_nationality(i, end, bare, country)
        whole = fold(words.part(i, end))
        if end <= i + 1 or whole in country_names() or whole in words.classes.events:
            return None
        return Span(i, end, " ".join(head.words), country or words.code(end))

    def _explained(self, i: int) -> int:
        """The index past a name that begins at word i and whose acronym the text tells, or 0."""
        words = self.words
        end, short = self.explained.get(words.words[i].start, (0, ""))
        k = i
        while k < words.n and words.words[k].start < end:
            k += 1
        if end and not words.capital(i) and inner_owner(words, i, k, short):
            return 0
        return k if end else 0

    def _named(self, i: int, allowed: frozenset[str]) -> int | None:
        """The index past a proper name right behind the head; a known body, state or place is a name by itself."""
        words = self.words
        if not words.capital(i) or not words.joined(i):
            return None
        field = any(() in words.classes.offices.get(noun, ()) for noun in (words.fold(i), f"{words.fold(i)}s"))
        if "office" in allowed and field and not words.capital(i + 1):
            return i + 3 if words.among(i + 1, "and") and words.capital(i + 2) else i + 1
        if "party" in allowed and any(body.kind == "party" for body in readings(words.words[i].text)):
            return i + 1
        patron = words.fold(i).startswith(tuple(word_set("saint")))
        if "name" not in allowed or words.body(i) or (words.state(i) and not patron):
            return None
        j, links = i + 1, word_set("particle") | (word_set("of") if patron else frozenset())
        while words.joined(j) and (
            words.capital(j) or (words.fold(j) in links and words.capital(j + 1) and words.joined(j + 1))
        ):
            j += 1
        return couple(words, i, max(j, words.place(i) or 0))

    def _complements(
        self, start: int, end: int, head: Head, allowed: frozenset[str], capital: bool, sure: bool
    ) -> tuple[int, bool, str | None]:
        """The index past all complements from word ``end`` on, whether there is one, and the state that they tell."""
        words = self.words
        country: str | None = None
        count = 0
        aim = words.among(end, "for")
        while count < _MOST_COMPLEMENTS and words.joined(end):
            if (sure or count) and self._is_itself(start, end):
                break
            frame = Frame(head, allowed, capital, sure or bool(count), count, aim)
            found = complement(words, end, frame, self._nested)
            if found is None:
                break
            end, country, count = found.past, country or found.country, count + 1
        return end, count > 0, country

    def _seated(self, i: int) -> int | None:
        """The index past what a body in lower case is for and its town: "des mineurs de Bamako"."""
        words, past = self.words, None
        for _ in range(_MOST_AIMS):
            if not words.among(i, "of") and not (past and words.among(i, "and")):
                return None
            k = i + 1 + (words.among(i, "bare-of") and words.article(i + 1))
            town = words.place(k) or (words.state(k) or (None,))[0] or self._capitals(k)
            if past and town and words.among(i, "of"):
                return town
            if not words.joined(k) or words.capital(k) or words.fold(k) in words.classes.plain | word_set("ministry"):
                return None
            i = past = words.kinds(k + 1)
        return None

    def _capitals(self, k: int) -> int | None:
        """The index past a run of capitals that no person's name is."""
        words = self.words
        return run(words, k) if words.joined(k) and words.capital(k) and not words.person(k) else None

    def _nested(self, i: int) -> Complement | None:
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        span = self.french(i)
        self._depth -= 1
        return None if span is None else Complement(span.last, span.country)

    def _is_itself(self, start: int, end: int) -> bool:
        """Whether a body of the tables is named already that is no state's in particular: it has no complement."""
        body = org_names().get(fold(self.words.part(start, end)))
        return body is not None and not body.generic and body.country is None

    def _without_nationality(self, start: int, end: int, bare: int, country: str | None) -> tuple[int, str | None]:
        """Leave a closing adjective of nationality out, unless the tables have it or nothing but the head is left."""
        words = self.words
        if end <= bare or not words.nationality(end - 1):
            return end, country
        whole, shorter = fold(words.part(start, end)), fold(words.part(start, end - 1))
        if whole in self._told:
            return end, country
        left_out = end - 1, country or words.code(end - 1)
        if mention_parts().get(whole) == shorter:
            return left_out
        of_seat = end - start >= _SEATED and words.among(end - 2, "plain-seat") and not words.capital(end - 2)
        if whole in org_names() or of_seat or self._is_anothers(shorter, words.code(end - 1)):
            return end, country
        if shorter in org_names() or shorter in weak_org_names() or not words.capital(start):
            return left_out
        return end, country

    @staticmethod
    def _is_anothers(name: str, code: str | None) -> bool:
        """Whether the tables know a name without its nation as that of another state's body."""
        body = org_names().get(name)
        return code is not None and body is not None and body.country not in (None, code) and not body.generic

    def english(self, i: int, past: int) -> Span | None:
        """The name with an English head at word i, with words before it ("Brookings Institution") and behind it."""
        words = self.words
        start = i
        while start > past and words.joined(start) and before_head(words, start - 1):
            start -= 1
        end = behind_head(words, i + 1)
        english = any(is_english(words, k) for k in range(start, i))
        also_french = words.fold(i) in heads()
        linked = end > i + 1 and words.among(i + 1, "english-of")
        if not (linked or english or (start < i and not also_french)):
            return None
        if also_french and english and words.among(end, "about"):
            head = heads()[words.fold(i)][-1]
            end, _, _ = self._complements(start, end, head, frozenset({"topic", "noun"}), True, False)
        if fold(words.part(start, end)) in words.classes.events:
            return None
        return Span(start, seated_in(words, end) or end, words.fold(i), None)
