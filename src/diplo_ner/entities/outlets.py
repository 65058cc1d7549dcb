"""Outlets told by the words beside them: "un article du Monde", "a dit au Parisien", "en entrevue au Journal"."""

from __future__ import annotations

from diplo_ner.names.given import is_given_name

from .article import Article
from .common import is_common_word, is_function_word
from .context import acts, says, says_behind
from .word_sets import without_article, word_set

_MARKS = frozenset('«"“„')
_CLOSING = frozenset('»"”')
_LONGEST_TITLE = 3
_LONGEST_SPEAKER = 5


def told_medium(article: Article, first: int) -> bool:
    """Whether the words before a name say that it is an outlet's.

    Args:
        article: The article.
        first: Index of the name's first word; an article and a mark before it are passed over.
    """
    k = first - 1
    if k >= 0 and article.words[k].text in _MARKS:
        if is_title(article, first):
            return True
        k -= 1
    if article.fold(k) in word_set("definite"):
        k -= 1
        if k >= 0 and article.words[k].text in _MARKS:
            k -= 1
    if article.fold(k) == ":" and article.fold(k - 1) in word_set("credit"):
        return True
    preposition = without_article(article.fold(k))
    if preposition in word_set("of alone"):
        return _noun(article, k - 1) in word_set("press of") or _asked(article, k, first)
    if preposition in word_set("by"):
        return _asked(article, k, first)
    if preposition in word_set("to"):
        dated = article.fold(first + 1) in word_set("day") and article.fold(first - 1) in word_set("to one")
        return dated or _noun(article, k - 1) in word_set("press to") or _tells(article, k - 1)
    return False


def read_in(article: Article, first: int) -> bool:
    """Whether a name stands behind "dans" and an article in lower case: "répète-t-il dans le Parisien".

    For names that an outlet bears; "dans le Nord" and "dans la Bible" are none.
    """
    word, k = article.words[first], first - 1
    if (
        article.fold(k) not in word_set("singular article")
        or article.is_capital(k)
        or article.fold(k - 1) not in word_set("in")
    ):
        return False
    return not word.text.isupper() and word.fold not in word_set("no outlet") and not article.is_capital(first + 1)


def reports(article: Article, first: int, last: int) -> bool:
    """Whether a title with its article opens a sentence and says something: "Le Monde révèle que", "Le Soir a écrit".

    The capital of its second word tells it, which a common noun at a sentence's head would not bear.
    """
    capitals = all(article.is_capital(k) for k in range(first, last))
    return capitals and not article.new_line(last) and acts(article, last)


def said(article: Article, first: int, last: int) -> bool:
    """Whether a verb of saying stands before a title and its clause ends behind it: "», rappelle Libération."."""
    after = article.fold(last)
    ends = not after[:1].isalpha() or article.new_line(last) or after in word_set("day")
    return ends and not is_given_name(article.fold(first)) and says_behind(article, first - 1)


def bare(article: Article, first: int, last: int) -> bool:
    """Whether a common noun with a capital has no determiner, as only a name may: "publié par Libération".

    "Tandis que Libération affiche" too, but behind "de" a noun may stand bare: "les mots de Liberté".
    """
    word = article.words[first]
    if last - first > 1 or not word.text.istitle() or not is_common_word(word.fold) or is_function_word(word.fold):
        return False
    if article.opens(first) or article.is_capital(last):
        return False
    return article.fold(first - 1) in word_set("before a title") and not article.is_capital(first - 2)


def somebodys(article: Article, first: int) -> bool:
    """Whether a person's full name and "de" stand before a name that outlets bear: "Anne Petit du Figaro"."""
    k = first - 1 - (article.fold(first - 1) in word_set("singular article"))
    if without_article(article.fold(k)) not in word_set("of alone") or not article.is_capital(k - 1):
        return False
    articled = article.fold(k) in word_set("contracted") or k < first - 1 or is_common_word(article.fold(first))
    return articled and is_given_name(article.fold(k - 2)) and not is_function_word(article.fold(k - 2))


def is_title(article: Article, first: int) -> bool:
    """Whether a word begins a title alone between marks behind an article in lower case: "le rapport du « Times »"."""
    determiner = article.fold(first - 2)
    if (
        article.is_capital(first - 2)
        or determiner not in word_set("any definite")
        or determiner in word_set("plural determiner")
    ):
        return False
    last = next((k for k in range(first, first + _LONGEST_TITLE) if not article.is_capital(k)), first)
    return last > first and last < len(article.words) and article.words[last].text in _CLOSING


def _asked(article: Article, k: int, first: int) -> bool:
    """Whether a name stands behind "auprès de" or behind a participle of the press and "par": "contacté par"."""
    if is_given_name(article.fold(first)):
        return False
    if article.fold(k) in word_set("by"):
        return article.fold(k - 1) in word_set("press by")
    return article.fold(k - 1) in word_set("source place")


def _noun(article: Article, k: int) -> str:
    """The noun that ends at a word, an adjective behind it passed over: "un article récent du"."""
    word = article.fold(k)
    if word in word_set("press of") or word in word_set("press to") or article.new_line(k):
        return word
    return article.fold(k - 1)


def _told_before(article: Article, k: int) -> bool:
    """Whether a participle of saying and whoever speaks stand before: "a indiqué le député au Monde"."""
    for j in range(k, max(k - _LONGEST_SPEAKER, 0), -1):
        if not article.words[j].text[-1].isalnum() or article.new_line(j):
            return False
        if article.fold(j) in word_set("confided") and article.fold(j - 1) in word_set("have told"):
            return article.fold(j + 1) in word_set("definite") or article.is_capital(j + 1)
    return False


def _tells(article: Article, k: int) -> bool:
    """Whether a verb of saying stands before "au": "a-t-il confié au Soir", "raconte X au Temps"."""
    if article.fold(k) in word_set("adverb"):
        k -= 1
    verb, _, pronoun = article.fold(k).rpartition("-")
    if pronoun in word_set("inverted pronoun") and says(verb):
        return True
    if acts(article, k) and article.fold(k) not in word_set("have told"):
        return True
    if article.fold(k + 1) in word_set("to one") and _told_before(article, k):
        return True
    return article.fold(k) in word_set("confided") or article.fold(k).endswith(("-t-il", "-t-elle"))
