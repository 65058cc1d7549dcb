"""Repairs of what a statistical model tags: where a French name begins and ends, and what can be no name at all.

A model's span is cut at line breaks, marks and lower-case neighbours, its articles and titles come off, and what is
left keeps the model's label only as a first guess (PER, LOC, ORG, MISC).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diplo_ner.lexicon.countries import demonyms
from diplo_ner.names.given import is_given_name

from .article import Article, opens_arabic
from .common import (
    is_common_word,
    is_function_word,
    is_people,
    is_portfolio,
    merely_opens,
    names_nobody,
    not_names,
    portfolio_ahead,
    portfolios_ahead,
)
from .compounds import of_outlet, of_power
from .context import noun_before
from .known_names import lexicon, names_one_person
from .name_borders import (
    behind_agency,
    behind_house,
    behind_side,
    ends_in_letter,
    ends_sentence,
    glued_sentence,
    lost_stop,
    shouts,
)
from .titles import title_at
from .word_sets import pattern, word_set, written

_LONG = 3
"""Words of a person's full name; behind them "de" begins a state or a firm in capitals."""
_COUPLE = 2
_LEAST_VERB = 5
"""Letters of a word that a verb's ending makes one, at the least."""
_BREAKS = frozenset('«»“”"„‹›:;,!?…()[]{}|*•©—–-/\\<>=#')
_BYNAMED = 3
"""Words of a name with a byname: "Walid le Koweïtien"."""
_NUMBERED = 2
"""Words of a part that its number tells, and that number: "Phase II"."""
_ROMAN = re.compile(r"[IVXL]+(?:e|er|ème|ième)$")
_CARDINAL = re.compile(r"[IVX]{1,5}")
_PREFIX = r"(?i)<prefix of a name>-(?=[A-ZÀ-Þ])"


class Piece(NamedTuple):
    """Words ``first`` to ``last`` (past the end) that a model gave a label, and where the name in them starts."""

    first: int
    last: int
    start: int
    end: int
    label: str


def repaired(article: Article, spans: Iterable[tuple[int, int, str]]) -> Iterator[Piece]:
    """The names in a model's spans (start, end, label), one by one; none is empty or holds a line break."""
    for start, end, label in spans:
        first, last = article.covering(start, end)
        if first < last:
            for a, b in _parts(article, first, last, label):
                piece = _trimmed(article, a, b, label)
                if piece is not None:
                    yield piece


def _parts(article: Article, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut at line breaks, at marks that no name holds, and where a person's name is that of his state or firm."""
    begin = first
    for i in range(first, last):
        mark = article.words[i].text in _BREAKS or ends_sentence(article, i)
        mark = mark or glued_sentence(article, i)
        behind_of = i + 1 + (article.fold(i + 1) in word_set("singular article"))
        mark = mark or (label == "PER" and begin < i and of_power(article, i, behind_of))
        mark = mark or (label == "PER" and begin + 1 < i and of_outlet(article, i, behind_of))
        behind = i > begin and (behind_agency(article, i) or behind_house(article, begin, i) or behind_side(article, i))
        apart = article.new_line(i) or shouts(article, begin, i) or article.runs_on(i) or lost_stop(article, i)
        if mark or behind or (i > begin and apart):
            if begin < i:
                yield begin, i
            begin = i + 1 if mark else i
    if begin < last:
        yield begin, last


def _trimmed(article: Article, first: int, last: int, label: str) -> Piece | None:
    """A part without what is no name at its ends, or None when nothing is left of it."""
    first = _start(article, first, last, label)
    first += _common_ahead(article, first, last, label)
    office = title_at(article, first, last)
    if office and first + office >= last:
        return None
    if office and article.fold(first + office) in word_set("link"):
        first, label = _start(article, first + office, last, "MISC"), "MISC"
    first += portfolios_ahead(article, first, last)
    last = _end(article, first, last, label)
    first = _without_opener(article, first, last)
    if label == "PER":
        first, last = _without_people(article, first, last)
    if office and first < last and title_at(article, first, last) == last - first:
        return None
    if first >= last or names_nobody(article, first, last):
        return None
    if is_portfolio(article, first, last) or (_is_numeral(article.words[first].text) and last - first == 1):
        return None
    if _is_numbered(article, first, last):
        return None
    if last - first == 1 and (is_people(article, first) or (merely_opens(article, first) and label != "PER")):
        return None
    if label == "PER" and article.loud(first) and any(is_common_word(article.fold(k)) for k in range(first, last)):
        return None
    if label == "PER" and _is_phrase(article, first, last):
        return None
    if portfolio_ahead(article, first - 1, last):
        label = "PER"
    if label == "PER":
        last += ends_in_letter(article, first, last)
    word = article.words[first]
    prefix = None if word.fold in word_set("direction") else pattern(_PREFIX).match(word.text)
    start = word.start + (prefix.end() if prefix else 0)
    return Piece(first, last, start, article.words[last - 1].end, label)


def _common_ahead(article: Article, first: int, last: int, label: str) -> int:
    """How many words of a piece are a common noun and "de" before the name: "États de l'UE", "pays du Golfe"."""
    if last - first <= 1 or (label == "ORG" and article.fold(first) not in word_set("legal form")):
        return 0
    if article.fold(first) in word_set("legal form"):
        return 1
    if article.fold(first) in word_set("region") and article.is_capital(first + 1):
        return 1
    state = any(e.strong and e.type == "COUNTRY" for e in lexicon().alone.get(article.fold(first + 1), ()))
    if last - first == _NUMBERED and state and article.opens(first) and is_common_word(article.fold(first)):
        return 1
    if label == "PER" and article.fold(first) in word_set("named after its head") and article.is_capital(first + 1):
        return 1
    if article.opens(first) and article.fold(first + 1) in word_set("of"):
        behind = next((k for k in range(first + 2, last) if article.is_capital(k)), first)
        common = is_common_word(article.fold(first))
        if common and noun_before(article, behind) == "PLACE":
            return behind - first
        plain = common or merely_opens(article, first) or is_function_word(article.fold(first))
        if plain and label == "PER" and not is_given_name(article.fold(first)):
            return behind - first
    if article.key(first - 1, first + 1) in not_names() and article.is_capital(first - 1):
        return 1
    prosecutor = article.fold(first) in word_set("republic") and article.fold(first - 3) in word_set("prosecutor")
    if (prosecutor or article.fold(first) in word_set("bearer")) and not article.is_capital(first + 1):
        k = first + 1
        while k < last and not article.is_capital(k):
            k += 1
        return k - first if k < last else 0
    return 0


def _start(article: Article, first: int, last: int, label: str) -> int:
    """Where the name begins: behind articles, titles and lower-case words."""
    titles = [k + size for k in range(first, last) if (size := title_at(article, k, last)) and k + size < last]
    if titles and (label != "ORG" or not article.words[first].text[0].isupper() or titles[-1] > first + 1):
        behind = titles[-1]
        if article.is_capital(behind) or opens_arabic(article.words[behind].text):
            first = behind
    first = _first_capital(article, first, last, label)
    ahead = portfolio_ahead(article, first, last) if first < last else 0
    return _first_capital(article, first + ahead, last, label)


def _first_capital(article: Article, first: int, last: int, label: str) -> int:
    while first < last:
        word = article.words[first]
        opener = word.fold in word_set("link") or (
            is_function_word(word.fold)
            and (
                word.fold in word_set("caption label")
                or article.opens(first)
                or (first + 1 < last and len(word.text) > 1 and article.words[first + 1].text[0].islower())
            )
        )
        family = word.text in written("article of a family") and article.is_capital(first + 1)
        inside = article.fold(first - 1) in word_set("article of a people")
        known = bool(lexicon().alone.get(article.fold(first + 1))) or is_common_word(article.fold(first + 1))
        inside = inside or (label == "PER" and not article.opens(first) and not known)
        if word.text[0].isupper() and (not opener or (family and inside)):
            break
        if not word.text[0].isupper() and _lower_name(article, first, last):
            break
        first += 1
    return first


def _end(article: Article, first: int, last: int, label: str) -> int:
    """Where the name ends: before lower-case words, labels of captions ("Source:") and titles."""
    words = article.words
    while last > first:
        word = words[last - 1]
        if last - first > 1 and article.fold(last) == ":" and is_function_word(word.fold):
            last -= 1
        elif label == "PER" and last - first > _LONG and word.text.isupper() and words[last - 2].fold in word_set("of"):
            last -= 2
        elif (
            word.text[0].isupper()
            or opens_arabic(word.text)
            or (word.text[0].isdigit() and last - first > 1 and label in ("ORG", "MISC"))
        ):
            break
        else:
            last -= 1
    return last


def _is_phrase(article: Article, first: int, last: int) -> bool:
    """Whether a person's name would hold words of a sentence: "Protests and riots all over", "Heurts au Sahel"."""
    words = article.words[first:last]
    if any(w.text.islower() and w.fold in word_set("no person's preposition") for w in words):
        return True
    return sum(w.text.islower() and w.text.isalpha() and w.fold not in word_set("particle") for w in words) > 1


def _is_numeral(text: str) -> bool:
    """A century or an ordinal in Roman capitals: "XIXe", "Ve"."""
    return bool(_ROMAN.match(text))


def _is_numbered(article: Article, first: int, last: int) -> bool:
    """Whether a piece is a part of a text or of a plan by its number: "Phase II"; or that number."""
    if not _CARDINAL.fullmatch(article.words[last - 1].text):
        return False
    noun = article.fold(last - 2)
    return last - first <= _NUMBERED and is_common_word(noun) and not (is_function_word(noun) or is_given_name(noun))


def _lower_name(article: Article, i: int, last: int) -> bool:
    """A lower-case word that a name may begin with: "al-Assad", "van Dyck", "iPhone", "eBay"."""
    word = article.words[i]
    if word.fold in word_set("lower particle") and i + 1 < last:
        return True
    return any(c.isupper() for c in word.text[1:])


def _without_opener(article: Article, first: int, last: int) -> int:
    """Take off a common word that only opens the sentence: "Suivaient CBS", "Abandonnez Chequers"."""
    if last - first > 1 and merely_opens(article, first) and _verb_like(article.fold(first)):
        return first + 1
    if last - first == _COUPLE and _is_plain(article.fold(first)) and names_one_person(article.fold(first + 1)):
        return first + 1
    return first


def _is_plain(word: str) -> bool:
    """Whether a folded word is one of everyday French and no given name: "Annonces Macron", "Stop Macron"."""
    return is_common_word(word) and not is_given_name(word)


def _without_people(article: Article, first: int, last: int) -> tuple[int, int]:
    """A person's name without his nation or byname: "le Koweïtien Walid", "Walid le Koweïtien", "Joe l'Endormi"."""
    if (
        last - first > 1
        and article.fold(first) in demonyms()
        and article.fold(first - 1) in word_set("singular article")
    ):
        first += 1
    bynamed = last - first > _BYNAMED - 1 and article.fold(last - 2) in word_set("singular article")
    if bynamed and not article.is_capital(last - 2) and _describes(article.fold(last - 1)):
        last -= 2
    return first, last


def _describes(word: str) -> bool:
    return word in demonyms() or is_common_word(word)


def _verb_like(fold: str) -> bool:
    return bool(re.search(r"(?:aient|ez|ons|ant|erent|ront|irent)$", fold)) and len(fold) >= _LEAST_VERB
