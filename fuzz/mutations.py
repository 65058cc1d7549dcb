"""Articles as they come in the worst of cases: cut, glued, with marks, breaks, capitals and odd characters put in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from random import Random

MARKS = ["«", "»", "“", "”", "„", "‟", '"', "'", "‘", "’", "‚", "‹", "›", "<<", ">>", "``", "''", "« ", " »", "(", ")", "[", "]", "{", "}"]  # fmt: skip
SPACES = [" ", "", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u00a0", "\u202f", "\u2009", "\u2028", "\u2029", "\u3000"]  # fmt: skip
ODD = [
    "\u0301", "e\u0301", "\u0345", "\u00ad", "\u200b", "\u200d", "\u200e", "\u202e", "\u2066", "\ufeff", "\ufffd",
    "\ud800", "\udfff", "\x00", "\x1b[31m", "\U0010ffff", "😀", "👍🏽", "🇫🇷", "ﬁ", "İ", "ı", "ß", "ſ", "Ǆ", "ﷺ", "½", "²",
    "٣", "´", "¨", "ʼ", "ª", "_", "|", "*", "#", "@", "&", "&amp;", "<b>", "%s", "\\", "/", "שלום", "北京", "Привет",
]  # fmt: skip
POINTS = [".", ",", ";", ":", " : ", "!", "?", "…", "...", "—", "–", "-", " – ", "[…]", "« .", "n°", "1er", "XXe", "M.", "J.-P.", "St"]  # fmt: skip
WORDS = [
    "selon", "d'après", "a déclaré", "a-t-il dit", "dit-il", ", affirme", "estime que", "l'", "d'", "qu'", "le", "la",
    "les", "un", "une", "de", "du", "des", "à", "au", "et", "ou", "que", "qui", "dont", "ne", "pas", "il", "elle", "lui",
    "on", "je", "nous", "c'est", "est", "a", "a été", "avoir", "sont", "président", "le ministre", "porte-parole",
    "homologue", "russe", "français", "M.", "Mme", "MM.", "source", "sources", "lettre", "message", "de source proche",
    "Sergueï Lavrov", "Lavrov", "Antony Blinken", "Jean-Yves Le Drian", "ben Salmane", "Moscou", "Paris", "Etats-Unis",
    "Russie", "OTAN", "ONU", "UE", "X", "Twitter", "Conseil", "Union", "ministère", "Parti", "Guinée", "A", "U.S.",
]  # fmt: skip
LENGTHS = {(6, 40): 1890, (40, 150): 90, (150, 600): 15, (600, 1500): 4, None: 1}
"""How many pieces of two thousand are how long, before they are changed: a few words, a sentence or two, paragraphs, half an
article, the whole of one. Within a range short and long ones are as likely on a scale of logarithms. Faults lie in a few
words more often than not: on a state of the package that had some, pieces of 25 characters in the mean found as many a
second of processor time as pieces of 90. A fifth of the time goes to pieces of more than 40."""
LONG = 10_000
"""The length of the inputs whose time is measured."""
MOST_CHANGES = 30

Change = Callable[[Random, str, Sequence[str]], str]


def mutated(random: Random, articles: Sequence[str], length: int | None = None) -> str:
    """A piece of an article, changed in one to thirty places; fewer where it is short.

    Args:
        random: What draws the piece and the changes.
        articles: The texts to draw from; none is empty.
        length: How long the piece is; as ``LENGTHS`` says where it is left out.
    """
    text = _piece(random, articles, length) if length else _some_piece(random, articles)
    for _ in range(random.randint(1, min(MOST_CHANGES, 3 + len(text) // 12))):
        text = random.choices(_CHANGES, _WEIGHTS)[0](random, text, articles)
    return text


def _some_piece(random: Random, articles: Sequence[str]) -> str:
    """Part of an article, every other time one with a mark in it, or a whole one."""
    bounds = random.choices(_RANGES, _SHARES)[0]
    article = random.choice(articles)
    if bounds is None:
        return article
    shortest, longest = bounds
    length = round(shortest * (longest / shortest) ** random.random())
    start = random.randrange(len(article))
    if random.random() < 0.5:
        mark = _MARK.search(article, start) or _MARK.search(article)
        start = max(0, mark.start() - random.randrange(length)) if mark else start
    return article[start : start + length]


def _piece(random: Random, articles: Sequence[str], length: int) -> str:
    """Part of an article, or of several one behind the other where one is too short."""
    text = ""
    while len(text) < length:
        article = random.choice(articles)
        start = random.randrange(len(article)) if len(article) > length or not text else 0
        text += article[start : start + length - len(text)]
    return text


def _put_in(random: Random, text: str, _: Sequence[str]) -> str:
    place = _place(random, text)
    bit = random.choice(random.choice((MARKS, SPACES, ODD, POINTS, WORDS)))
    return text[:place] + bit + text[place:]


def _put_between(random: Random, text: str, _: Sequence[str]) -> str:
    """A word between spaces where a space is."""
    place = text.find(" ", _place(random, text))
    bit = random.choice(random.choice((MARKS, POINTS, WORDS, ODD)))
    return text if place < 0 else f"{text[:place]} {bit}{text[place:]}"


def _put_any(random: Random, text: str, _: Sequence[str]) -> str:
    """A character that nobody thought of."""
    place = _place(random, text)
    return text[:place] + chr(random.randrange(random.choice((0x80, 0x250, 0x3000, 0x110000)))) + text[place:]


def _take_out(random: Random, text: str, _: Sequence[str]) -> str:
    place = _place(random, text)
    return text[:place] + text[place + random.randint(1, 20) :]


def _take_marks(random: Random, text: str, _: Sequence[str]) -> str:
    """One kind of mark or sign gone, or become another, in the whole text."""
    return text.replace(random.choice([*MARKS, *POINTS[:12], " ", "\n"]), random.choice(["", *MARKS, *SPACES]), 3)


def _copy(random: Random, text: str, _: Sequence[str]) -> str:
    place, other = _place(random, text), _place(random, text)
    return text[:place] + text[other : other + random.randint(1, 60)] + text[place:]


def _splice(random: Random, text: str, articles: Sequence[str]) -> str:
    """Words of another article."""
    other = random.choice(articles)
    place, start = _place(random, text), random.randrange(len(other))
    return text[:place] + other[start : start + random.randint(5, 120)] + text[place:]


def _swap(random: Random, text: str, _: Sequence[str]) -> str:
    """Two lines, or two halves, change places."""
    place = text.find("\n", _place(random, text))
    place = place if place >= 0 else _place(random, text)
    return text[place:] + text[:place]


def _recase(random: Random, text: str, _: Sequence[str]) -> str:
    place = _place(random, text)
    end = place + random.randint(1, 60)
    change = random.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:place] + change(text[place:end]) + text[end:]


def _decompose(random: Random, text: str, _: Sequence[str]) -> str:
    place = _place(random, text)
    form = random.choice(("NFD", "NFKD", "NFC", "NFKC"))
    return text[:place] + unicodedata.normalize(form, text[place : place + 80]) + text[place + 80 :]


def _end(random: Random, text: str, _: Sequence[str]) -> str:
    """The text ends in the middle of things."""
    return text[: max(1, _place(random, text))] if random.random() < 0.2 else text


def _place(random: Random, text: str) -> int:
    return random.randint(0, len(text))


_WEIGHTED: dict[Change, int] = {
    _put_in: 30, _put_between: 12, _put_any: 3, _take_out: 15, _take_marks: 4, _copy: 10, _splice: 6, _swap: 3, _recase: 10, _decompose: 3,
    _end: 4,
}  # fmt: skip
_CHANGES, _WEIGHTS = list(_WEIGHTED), list(_WEIGHTED.values())
_RANGES, _SHARES = list(LENGTHS), list(LENGTHS.values())
_MARK = re.compile('[«»“”„"‹›]')
