"""Places told by the common noun that their Arabic or Berber name begins with: "Oued Rhiou", "Béni Ourtilane".

Aïn is a spring, oued a river, bordj a fort, béni and ouled the children of somebody: names of villages, and of tribes
behind an article in the plural ("les Ouled Naïl"). Persons bear them in front of a family name only.
"""

from __future__ import annotations

from collections.abc import Iterator

from .article import Article, opens_arabic
from .candidate import Candidate, Tier
from .people import inside_a_name, run_from
from .titles import title_before
from .word_sets import word_set

_REASON = "un nom de lieu arabe ou berbère"


def toponyms(article: Article) -> Iterator[Candidate]:
    """Names of two words or more that begin with such a noun, and stand behind no given name and no title."""
    for i in article.capitals:
        noun, hyphen, name = article.fold(i).partition("-")
        if hyphen and name and noun in word_set("arabic toponym") and not inside_a_name(article, i):
            yield Candidate(*article.span(i, i + 1), "PLACE", Tier.FACT, _REASON)
    for i in article.where(word_set("arabic toponym")):
        if not article.is_capital(i) or article.new_line(i + 1) or article.words[i].text.isupper():
            continue
        if not (article.is_capital(i + 1) or opens_arabic(article.words[min(i + 1, len(article.words) - 1)].text)):
            continue
        if inside_a_name(article, i) or title_before(article, i) is not None:
            continue
        if article.fold(i - 1) in word_set("article of a people"):
            continue
        yield Candidate(*article.span(i, run_from(article, i)), "PLACE", Tier.FACT, _REASON)
