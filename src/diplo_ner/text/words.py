"""Words with their offsets: the one tokenisation that tagging, merging and quoting share.

A word is a run of letters, digits and combining marks; hyphens and dots between capitals stay inside
("États-Unis", "a-t-il", "U.S."), an elided article or pronoun is a word of its own with its apostrophe
("l’", "qu'", "d’"). Everything else that is not a space is a word of one character. Where a page has lost the space or
the line break between two words, as it does behind a heading, they are two: "la margeEmmanuel Macron", "États-UnisUn".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .fold import fold

_LETTER = r"[^\W_]"
_MARK = "\u0300-\u036f"
_RUN = rf"{_LETTER}++(?:[{_MARK}\u00ad\u200b]++{_LETTER}*+)*+"
_MAGHREBI = r"(?![MNT]['’ʼ][bcdfgkmnpqrstvxz]|M['’ʼ]h[ae])"
"""What elides nothing: no French word loses its vowel before a consonant, but "M'sila" and "T'kout" are names."""
_ELIDED = rf"{_MAGHREBI}(?i:jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|qu|[dlnsmtjcç])['’ʼ‘]"
_WORD = re.compile(
    rf"{_ELIDED}(?={_LETTER}|[«“\"„‹\[(])"
    r"|(?i:[A-ZÀ-Þ]\.){2,}"
    rf"|{_RUN}(?:['’ʼ\-\u2010\u2011&](?={_LETTER})(?!(?i:ndlr)\b){_RUN})*"
    r"|\.{3}|[^\s]"
)
_ELIDES = re.compile(rf"{_ELIDED}(?={_LETTER})")
_OPENING = (
    "Le|La|Les|Un|Une|Il|Elle|Ils|Elles|On|Nous|Vous|Ce|Cet|Cette|Ces|Des|Du|Dans|Pour|Mais|Sur|Selon|Lire|Avec|Après"
    "|Avant|A|À|Et|Depuis|Lors|Que|Qui|Quand|Quel|Quelle|Pourquoi|Comment|C['’]est|J['’]ai"
)
_HEADING = "Comment|Pourquoi|Quand|Lire|Selon|Dans|Pour|Mais|Avec|Après|Avant|Depuis|Lors|Cette|Elle|Nous|Vous"
_JOINING = "sur|par|pour|dans|avec|sans|sous|vers|chez|des|les|aux|une|que|qui|ses|son|leur|nos|vos|mac|van|von|del"
_SMALL = "par|et|dans|pour|sur|avec|les|des|est|ont"
_FEWEST = 4
"""Letters of two words that are glued together, at the least, and one less."""
_GLUED = re.compile(
    rf"^(?!(?:{_JOINING})[A-ZÀ-ÞŒ])[a-zß-ÿœ]{{3,}}(?=[A-ZÀ-ÞŒ][a-zß-ÿœ])|(?<=[a-zß-ÿœ]{{3}})(?=(?:{_OPENING})$)"
    rf"|^[A-ZÀ-ÞŒ]{{2,}}(?=(?:{_HEADING})$)|^[A-ZÀ-ÞŒ]{{3,}}(?=(?:{_OPENING}|{_SMALL})$)|^[A-ZÀ-ÞŒ]{{5,}}(?=[A-ZÀ-ÞŒ][a-zß-ÿœ]{{2}})|\d{{4}}(?=[A-ZÀ-ÞŒ][a-zß-ÿœ]{{2}})"
    r"|(?<=[^\W\d_]{3})(?=[CDJLMNST]['’][A-ZÀ-ÞŒ]?[a-zß-ÿœ])"
)
"""Where a word ends that another is glued to: in small letters before a capital, or before a word that opens sentences.

No heading ends in a preposition or a determiner: "surTelegram" is a slip of another kind, and one word.
"""


class Word(NamedTuple):
    """A word of the text; ``fold`` is its folded spelling, which is never blank."""

    start: int
    end: int
    text: str
    fold: str


def spellings(text: str, start: int, end: int) -> Iterator[str]:
    """The words between two places as they are spelt, one by one: the first few cost no more than these.

    >>> next(spellings("L’OTAN, a-t-il dit.", 8, 19))
    'a-t-il'
    """
    return (m.group() for m in _WORD.finditer(text, start, end))


def words(text: str) -> list[Word]:
    """Split a text into words, in order; linear in its length.

    >>> [w.text for w in words("L’OTAN, a-t-il dit.")]
    ['L’', 'OTAN', ',', 'a-t-il', 'dit', '.']
    >>> [w.text for w in words("Peu de margeEmmanuel Macron aux États-UnisUn vote sur YouTube.")]
    ['Peu', 'de', 'marge', 'Emmanuel', 'Macron', 'aux', 'États-Unis', 'Un', 'vote', 'sur', 'YouTube', '.']
    >>> [w.text for w in words("La guerre contre l'EIComment juger ?")]
    ['La', 'guerre', 'contre', "l'", 'EI', 'Comment', 'juger', '?']
    """
    # A tuple is made as what it is: the constructor of a NamedTuple takes longer than finding the word.
    make = tuple.__new__
    found: list[Word] = []
    end = 0
    for word in _WORD.findall(text):
        # Nothing but white space stands between two words, so that what is found next is the word itself.
        start = text.find(word, end)
        end = start + len(word)
        if len(word) > _FEWEST and (word[0].isdigit() or not (word.islower() or word.istitle() or word.isupper())):
            cut = _GLUED.search(word)
            if cut is not None:
                middle = start + cut.end()
                found.append(make(Word, (start, middle, text[start:middle], fold(text[start:middle]))))
                start, word = middle, text[middle:end]
                elided = _ELIDES.match(word)
                if elided is not None:
                    found.append(make(Word, (start, start + elided.end(), elided[0], fold(elided[0]))))
                    start, word = start + elided.end(), word[elided.end() :]
        found.append(make(Word, (start, end, word, fold(word))))
    return found
