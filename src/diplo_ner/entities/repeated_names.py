"""Names told in full once and again by a part, as the press does: the family name, the given name, a body's name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from diplo_ner.entity_types import EntityType
from diplo_ner.names.given import is_given_name
from diplo_ner.schema import MentionKind
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate, Tier
from .common import is_common_word, is_portfolio, names_nobody
from .compounds import alone, joined_families
from .context import acts, names_place, noun_before, says
from .firms import is_product
from .guesses import SPEAKER
from .known_names import lexicon
from .name_borders import headed_town
from .people import family_names
from .word_sets import pattern, word_set

_PREFIX = r"(?<!\w)(?!.[A-Z])(?i:<hanging prefix>)-([A-ZÀ-Þ][\w'’]+)(?![\w-])"
_MOST_WORDS = 12
"""Of a name that is looked for again; longer ones are no names, and looking for them takes long."""


def repeated_names(article: Article, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """Capitalised words that the article's full names explain.

    Args:
        article: The article.
        settled: The mentions found so far, in order.
    """
    return _Repeats(article, settled).find()


def _short(name: str) -> str | None:
    """The first word of a firm's folded name whose others say what firms do: "matter business solutions"."""
    first, *others = name.split()
    kinds = word_set("company") | word_set("line of business")
    if not others or not kinds.issuperset(others) or is_common_word(first) or is_given_name(first):
        return None
    return None if lexicon().alone.get(first) or first in kinds else first


class _Repeats:
    def __init__(self, article: Article, settled: Sequence[Candidate]) -> None:
        self._article = article
        self._settled = settled
        self._starts = [c.start for c in settled]
        persons = [c for c in settled if c.type == "PERSON"]
        self._families = family_names(persons, article)
        for c in persons:
            if c.reason == SPEAKER:
                self._families.setdefault(fold(article.text[c.start : c.end]), article.text[c.start : c.end])
        full = [article.text[c.start : c.end] for c in persons]
        self._givens = {fold(name.split()[0]): name for name in full if " " in name}
        bodies = [c for c in settled if c.type == "ORGANISATION"]
        self._bodies = {fold(article.text[c.start : c.end]): c for c in bodies}
        self._firms = {fold(short): c for name, c in self._bodies.items() if (short := _short(name))}
        self._long: dict[str, list[tuple[tuple[str, ...], Candidate]]] = {}
        for name, c in self._bodies.items():
            first, last = article.covering(c.start, c.end)
            if " " in name and last - first <= _MOST_WORDS:
                key = article.key(first, last)
                self._long.setdefault(key[0], []).append((key, c))

    def find(self) -> Iterator[Candidate]:
        yield from self._prefixed()
        yield from self._whole()
        article = self._article
        for i in article.capitals:
            if article.fold(i - 1) == "." and article.fold(i - 2) in word_set("versus"):
                continue
            w, held = article.words[i], self._held(article.words[i].start)
            if held is None or (held.end - held.start <= w.end - w.start and held.tier < Tier.FACT):
                found = self._family(i, held) or self._given(i, held)
                if found is not None:
                    yield found
                elif "-" in w.text:
                    yield from joined_families(w, self._families)
                elif w.fold in self._firms and (held is None or held.tier == Tier.MODEL) and not article.opens(i):
                    reason = "le premier mot d'une raison sociale"
                    yield Candidate(w.start, w.end, "ORGANISATION", Tier.WORD, reason, self._firms[w.fold].ref)
                elif held is None and self._is_told(i):
                    ref = self._bodies[w.fold].ref
                    yield Candidate(w.start, w.end, "ORGANISATION", Tier.MODEL, "déjà nommée", ref)

    def _is_told(self, i: int) -> bool:
        """Whether a word is the name of a body found before, and neither a minister's field nor a sentence's opener."""
        article, w = self._article, self._article.words[i]
        if w.fold not in self._bodies or is_portfolio(article, i, i + 1) or is_product(article, i):
            return False
        if article.fold(i - 1) in word_set("each"):
            return False
        letters = self._bodies[w.fold]
        place = any(e.type == "PLACE" for e in lexicon().alone.get(w.fold, ()))
        if place and article.text[letters.start : letters.end].isupper() and not w.text.isupper():
            return False
        return w.text.isupper() or not article.opens(i)

    def _whole(self) -> Iterator[Candidate]:
        """The name of a body in several words, written as before, unless a longer name holds it."""
        article = self._article
        for i in article.capitals if self._long else ():
            for key, told in self._long.get(article.fold(i), ()):
                last = i + len(key)
                if not article.stands(key, i) or self._held(article.words[i].start):
                    continue
                wider = article.is_capital(last) or (article.is_capital(i - 1) and not article.opens(i))
                if wider or is_portfolio(article, i, last):
                    continue
                if not any(article.new_line(k) for k in range(i + 1, last)):
                    end = article.words[last - 1].end
                    yield Candidate(article.words[i].start, end, "ORGANISATION", Tier.MODEL, "déjà nommée", told.ref)

    def _held(self, at: int) -> Candidate | None:
        """The mention that covers an offset."""
        k = bisect_right(self._starts, at) - 1
        return self._settled[k] if k >= 0 and self._settled[k].end > at else None

    def _family(self, i: int, held: Candidate | None) -> Candidate | None:
        """A family name alone, with its particle: "Lavrov", "De Wever"."""
        article, w = self._article, self._article.words[i]
        for k in (2, 1):
            if not (article.is_capital(i - k) and article.fold(i - k) in word_set("particle")):
                continue
            name = " ".join(article.fold(j) for j in range(i - k, i + 1))
            if name in self._families:
                start, reason = article.words[i - k].start, f"nom de famille de {self._families[name]}"
                return Candidate(start, w.end, "PERSON", Tier.SHAPE, reason)
        if article.fold(i - 1) in word_set("firm itself") and w.fold in self._families:
            return Candidate(w.start, w.end, "ORGANISATION", Tier.SHAPE, "une firme qui porte un nom de famille")
        if w.fold not in self._families or (names_nobody(article, i, i + 1) and not self._speaks(i)):
            return None
        known = alone(lexicon(), w.fold)
        if known is not None and known.type == "COUNTRY":
            return None
        if held is not None and held.type in ("COUNTRY", "PLACE") and self._is_place(i, held):
            return None
        start = article.words[self._begin(i)].start
        return Candidate(start, w.end, "PERSON", Tier.SHAPE, f"nom de famille de {self._families[w.fold]}")

    def _speaks(self, i: int) -> bool:
        """Whether a name that is a common word too stands without an article beside a verb of saying: "dit Ramadan"."""
        article = self._article
        if article.fold(i - 1) in word_set("any definite"):
            return False
        ahead = says(article.fold(i - 1)) or (article.words[i - 1].text.islower() and says(article.fold(i - 2)))
        return ahead or acts(article, i + 1)

    def _is_place(self, i: int, held: Candidate) -> bool:
        """Whether a place with a person's family name is the place here: "à Washington", "la maire de Washington"."""
        article = self._article
        known = held.ref is not None or alone(lexicon(), article.fold(i)) is not None
        if article.fold(i - 1) in word_set("to a place"):
            return known or names_place(article, i, i + 1)
        return known and (headed_town(article, i) or noun_before(article, i) == "PLACE")

    def _begin(self, i: int) -> int:
        """Where a name begins that ends in a family name: with the other names that the article has before it."""
        article = self._article
        told = [fold(part) for part in self._families[article.fold(i)].split()][:-1]
        k = i - len(told)
        whole = all(article.fold(k + n) == part and not article.new_line(k + n + 1) for n, part in enumerate(told))
        return k if whole and self._held(article.words[k].start) is None else i

    def _given(self, i: int, held: Candidate | None) -> Candidate | None:
        """A given name alone, where nothing better than the model's word for a place speaks against it."""
        article, w = self._article, self._article.words[i]
        if w.fold not in self._givens or article.is_capital(i + 1) or article.is_capital(i - 1):
            return None
        if held is not None and not (held.tier == Tier.MODEL and held.type in ("PLACE", "ORGANISATION")):
            return None
        if article.opens(i) and not is_given_name(w.fold):
            return None
        if held is not None and held.type == "ORGANISATION" and article.fold(i - 1) in word_set("any definite"):
            return None
        return Candidate(w.start, w.end, "PERSON", Tier.WORD, f"prénom de {self._givens[w.fold]}")

    def _prefixed(self) -> Iterator[Candidate]:
        """Names behind a prefix: "anti-Erdogan", "pro-Russie"."""
        for m in pattern(_PREFIX).finditer(self._article.text):
            name = fold(m.group(1))
            entry = alone(lexicon(), name)
            if name in self._families:
                reason = f"nom de famille de {self._families[name]}"
                yield Candidate(m.start(1), m.end(1), "PERSON", Tier.SHAPE, reason)
            elif entry is not None:
                told: EntityType = "COUNTRY" if "capital" in entry.flags else entry.type
                kind: MentionKind = "name" if told == entry.type else "metonym"
                yield Candidate(m.start(1), m.end(1), told, Tier.SHAPE, "derrière un préfixe", entry.ref, kind)
