"""What the grammar of bodies gives: a name of one in the text, and the words it is read over."""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon.organisations import readings
from .article_words import ArticleWords


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A body that the text names.

    Attributes:
        start: offset of its first character, in Unicode code points; no article belongs to it.
        end: offset past its last character.
        head: its head noun, folded.
        country: code of the state that an adjective, a complement or the tables tell, or None.
        generic: whether its name alone does not tell whose it is ("Cour suprême", "ministère de la Justice").
    """

    start: int
    end: int
    head: str
    country: str | None
    generic: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A name from word ``first`` to word ``last``, that one excluded."""

    first: int
    last: int
    head: str
    country: str | None

    def body(self, words: ArticleWords) -> OrganisationName:
        """The name over these words, with what the tables know of it."""
        known = readings(words.part(self.first, self.last))
        generic = any(body.generic for body in known)
        country = self.country
        if country is None and known and not generic:
            country = known[0].country
        return OrganisationName(
            words.words[self.first].start, words.words[self.last - 1].end, self.head, country, generic
        )
