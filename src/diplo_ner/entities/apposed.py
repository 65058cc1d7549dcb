"""Persons told by what stands behind their name, whoever they are: a title, an age, an agency before them."""

from __future__ import annotations

from collections.abc import Iterator

from .article import Article
from .candidate import Candidate, Tier, person
from .common import is_common_word, is_function_word
from .context import APPOSED, acts, is_people_ahead, names_person
from .known_names import lexicon
from .name_borders import behind_agency, behind_house
from .outlets import told_medium
from .people import is_other, run_from
from .titles import title_at
from .word_sets import word_set

_MOST_NAMES = 4


def apposed(article: Article) -> Iterator[Candidate]:
    """Persons of several names that a title or an age follows, or whom an agency has heard.

    "a dit Bagus Wira Santoso, porte-parole", "Oumou Kassambara, 41 ans", "a-t-il dit à l'AFP Nguessa Obam, une élue".
    """
    for i in article.capitals:
        if not article.is_capital(i + 1) or article.new_line(i + 1) or article.loud(i):
            continue
        speaks, heard = acts(article, i - 1), i > 0 and behind_agency(article, i)
        if not (heard or article.opens(i) or not article.is_capital(i - 1)):
            continue
        if title_at(article, i, i + 2) or behind_house(article, i, i + 1) or is_people_ahead(article, i):
            continue
        if article.fold(i) in word_set("legal form"):
            continue
        last = run_from(article, i)
        i = _past_outlet(article, i)
        if last <= i + 1 or any(is_other(article, k) for k in range(i, last)):
            continue
        told = names_person(article, i, last) == APPOSED
        if speaks and told:
            yield person(article, i, last, Tier.SHAPE, "celui qui parle, et son titre")
        elif (told or heard) and _looks_like_a_name(article, i, last):
            yield person(article, i, last, Tier.WORD if told else Tier.SHAPE, APPOSED if told else "à une agence")


def _past_outlet(article: Article, i: int) -> int:
    """The index past an outlet of several words that somebody talks to: "explique à La Presse Ewa Brzostek"."""
    if not told_medium(article, i):
        return i
    for key in lexicon().longer(article.fold(i), article.fold(i + 1)):
        media = any("media" in e.flags for e in lexicon().entries.get(key, ()))
        if media and article.stands(key, i) and article.is_capital(i + len(key)):
            return i + len(key)
    return i


def _looks_like_a_name(article: Article, first: int, last: int) -> bool:
    """Whether words of no everyday use, each with its capital, may be given name and family name."""
    if last - first > _MOST_NAMES:
        return False
    names = [w for w in article.words[first:last] if w.text[0].isupper()]
    return all(w.text[:2].istitle() and not is_common_word(w.fold) and not is_function_word(w.fold) for w in names)
