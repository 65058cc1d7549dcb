"""What a word of a text may be inside the name of an organisation: a capital, an adjective, a state, a known body."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon.countries import country_names, demonyms, weak_country_names
from ..lexicon.org_heads import word_classes
from ..lexicon.organisations import org_names
from ..lexicon.places import place_names
from ..names.given import is_given_name
from ..text.fold import fold
from ..text.words import Word
from .word_sets import word_set

_OPENERS = frozenset('.!?…:;«“”"„‹—–•*·|©►/(')
_MARKS = frozenset('«“"„')
_LONGEST_STATE, _LONGEST_PLACE, _LONGEST_BODY = 6, 5, 14
_SHORTEST_ADJECTIVE = 5


class ArticleWords:
    """The words of one text, asked by index; an index outside the text is answered, with no."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        """Take a text and its words, as ``text.words.words`` gives them."""
        self.text = text
        self.words = words
        self.n = len(words)
        self.classes = word_classes()

    def fold(self, i: int) -> str:
        """The folded spelling of a word."""
        return self.words[i].fold if 0 <= i < self.n else ""

    def capital(self, i: int) -> bool:
        """Whether a word begins with a capital."""
        return 0 <= i < self.n and self.words[i].text[0].isupper()

    def capitals(self, i: int, j: int) -> bool:
        """Whether a word from i to j, j excluded, begins with a capital."""
        return any(self.words[k].text[0].isupper() for k in range(i, min(j, self.n)))

    def joined(self, i: int) -> bool:
        """Whether a word stands in the line of the word before it, and apart from it where both are words."""
        if not 0 < i < self.n:
            return False
        before, word = self.words[i - 1], self.words[i]
        gap = self.text[before.end : word.start]
        if not gap:
            return not (before.text[-1].isalnum() and word.text[0].isalnum())
        return "\n" not in gap and "\r" not in gap

    def opens(self, i: int) -> bool:
        """Whether a word would have a capital in any case, as the first of a sentence.

        Behind a mark inside a sentence a capital tells something: "au sein du « Comité international »".
        """
        if i > 1 and self.words[i - 1].text in _MARKS and self.joined(i - 1) and self.joined(i):
            before = self.words[i - 2].text
            return not (before.islower() and before[-1].isalpha())
        if i and self.words[i - 1].end == self.words[i].start and self.words[i - 1].text[-1].isalnum():
            return True
        return i == 0 or self.words[i - 1].text[-1] in _OPENERS or not self.joined(i)

    def part(self, i: int, j: int) -> str:
        """The text from word i to word j, j excluded."""
        return self.text[self.words[i].start : self.words[j - 1].end]

    def among(self, i: int, name: str) -> bool:
        """Whether a word is one of a set."""
        return self.fold(i) in word_set(name)

    def article(self, i: int) -> bool:
        """Whether a word is a definite article."""
        return self.among(i, "article") and self.joined(i)

    def indefinite(self, i: int) -> bool:
        """Whether the noun at word i is one of many: "un ministère", "une nouvelle agence"."""
        if self.joined(i) and self.among(i - 1, "indefinite"):
            return True
        described = self.adjective(i - 1) or self.among(i - 1, "before-announcer")
        return described and self.joined(i) and self.among(i - 2, "indefinite")

    def defined(self, i: int) -> bool:
        """Whether a definite article in the singular stands before word i, alone or in "du" and "au"."""
        return self.joined(i) and self.among(i - 1, "definite-singular")

    def person(self, i: int) -> bool:
        """Whether a person's given name or civility and another name stand at word i: "Donald Tusk", "Me Tusk"."""
        begins = is_given_name(self.fold(i)) or (self.among(i, "civility") and self.capital(i))
        return begins and self.capital(i + 1) and self.joined(i + 1)

    def nationality(self, i: int) -> bool:
        """Whether a word is an adjective of nationality in lower case."""
        return self.joined(i) and self.fold(i) in demonyms() and not self.capital(i)

    def code(self, i: int) -> str | None:
        """The code of the one state that an adjective of nationality may belong to."""
        codes = demonyms().get(self.fold(i), ()) if self.nationality(i) else ()
        return codes[0] if len(codes) == 1 else None

    def adjective(self, i: int) -> bool:
        """Whether a word may be an adjective in a name, by list or by its ending."""
        if not self.joined(i):
            return False
        folded, classes = self.fold(i), self.classes
        if self.person(i) and self.capital(i):
            return False
        if self.listed(i):
            return True
        if folded in classes.never or folded in classes.plain:
            return False
        return len(folded) >= _SHORTEST_ADJECTIVE and folded.endswith(classes.endings)

    def listed(self, i: int) -> bool:
        """Whether a word is an adjective by list, not only by its ending."""
        word, listed = self.fold(i), self.classes.adjectives
        return word in listed or word in demonyms() or (word.endswith("s") and word[:-1] in listed)

    def kinds(self, i: int) -> int:
        """The index past the adjectives from word i on that tell no nationality."""
        while self.adjective(i) and not self.nationality(i):
            i += 1
        return i

    def state(self, i: int) -> tuple[int, str] | None:
        """A state named from word i on: the index past it, and its code."""
        if self.capital(i):
            for j in range(min(i + _LONGEST_STATE, self.n), i, -1):
                code = country_names().get(fold(self.part(i, j)))
                if code is not None:
                    return j, code
        return None

    def letters_of_state(self, i: int) -> tuple[int, str] | None:
        """A state told by its letters behind "des": the index past them, and its code: "des EAU"."""
        several = self.among(i - 1, "of-several") and 0 <= i < self.n and self.words[i].text.isupper()
        codes = weak_country_names().get(self.fold(i), ()) if several else ()
        return (i + 1, codes[0]) if len(codes) == 1 else None

    def place(self, i: int) -> int | None:
        """The index past a place that is named from word i on."""
        if self.capital(i):
            for j in range(min(i + _LONGEST_PLACE, self.n), i, -1):
                name = fold(self.part(i, j))
                if name in place_names() or ("-" in name and name.replace("-", " ") in place_names()):
                    return j
        return None

    def is_quarter(self, i: int) -> bool:
        """Whether a word is a part of a town by the tables: "Manhattan"."""
        place = place_names().get(self.fold(i))
        return place is not None and place.kind == "quarter"

    def masculine(self, i: int, k: int) -> int | None:
        """The index past a town at word k whose article word i holds: "du Mans", "du Havre"."""
        held = self.among(i, "of-the") and self.capital(k) and fold(f"le {self.words[k].text}") in place_names()
        return k + 1 if held else None

    def body(self, i: int) -> int | None:
        """The index past a body of the tables that is named from word i on; it has a capital somewhere or is a seat."""
        for j in range(min(i + _LONGEST_BODY, self.n), i, -1):
            if fold(self.part(i, j)) in org_names() and (self.among(i, "plain-seat") or self.capitals(i, j)):
                return j
        return None
