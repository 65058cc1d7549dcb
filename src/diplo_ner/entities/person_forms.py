"""Forms of persons' names that a run of capitals does not tell: "M. de Broglie", "J.-Y. Le Drian", "LAVROV Sergueï".

Also the given name that another one shares its family name with ("Bill et Hillary Clinton"), and a family name in "Le"
or "La" among others ("Parly et Le Maire").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from diplo_ner.names.given import is_given_name

from .article import Article
from .candidate import Candidate, Tier, person
from .common import is_common_word, is_function_word
from .context import APPOSED, acts, in_place, names_person
from .known_names import lexicon
from .people import run_from
from .titled_rows import titled_rows
from .titles import title_before
from .word_sets import pattern, word_set, written

_INITIALS = re.compile(
    r"(?<![\w.'’-])(?!M\.[ \u00a0])[A-ZÀ-Þ](?:\.-|-|\.[ \u00a0]?)[A-ZÀ-Þ]\.?[ \u00a0](?=[A-ZÀ-Þ][\w'’])"
)
_LISTED = r"\s*,\s*(?:<and>\s+)?|\s+<joint>\s+"
_SHORTEST_LOUD = 3
_MOST_NAMES = 5


def person_forms(article: Article) -> Iterator[Candidate]:
    """Persons told by a particle, by several initials, by the family name in capitals first, in a couple."""
    yield from _particles(article)
    yield from _initials(article)
    yield from _married(article)
    yield from titled_rows(article)
    for i in article.capitals:
        if _is_loud_family(article, i):
            yield person(article, i, i + 2, Tier.FACT, "le nom de famille en capitales d'abord")
        elif _acts_alone(article, i):
            yield person(article, i, i + 1, Tier.GUESS, "un prénom en tête de phrase, et ce que fait qui le porte")
        elif _is_called_as_a_place(article, i):
            yield person(article, i, i + 1, Tier.SHAPE, "un prénom, qu'il soit un lieu ou non, et un âge ou un métier")
        elif _is_coupled(article, i):
            yield person(article, i, i + 1, Tier.FACT, "un prénom et celui de qui porte le même nom")


def _particles(article: Article) -> Iterator[Candidate]:
    """A family name with its particle behind a civility or a rank: "Mme d'Ormesson", "le général de Castelnau"."""
    for i in article.where(word_set("of any")):
        if article.is_capital(i):
            continue
        k = i + 1 if article.is_capital(i + 1) else i + 2
        if k == i + 2 and article.fold(i + 1) not in word_set("feminine article"):
            continue
        found = title_before(article, i)
        if found is None or not article.is_capital(k):
            continue
        determined = article.fold(found[0] - 1) in word_set("any definite")
        unknown = not lexicon().alone.get(article.fold(k)) and not is_given_name(article.fold(k))
        ranked = found[1].words[0] in word_set("rank") and determined and unknown
        if not ranked and found[1].words[0] not in word_set("civility"):
            continue
        if not any(article.new_line(j) for j in range(i, k + 1)):
            yield person(article, i, run_from(article, k), Tier.FACT, "une particule derrière une civilité")


def _initials(article: Article) -> Iterator[Candidate]:
    for m in _INITIALS.finditer(article.text):
        first, _ = article.covering(m.end(), m.end() + 1)
        word = article.words[first]
        if len(word.text) < _SHORTEST_LOUD and not article.is_capital(first + 1):
            continue
        entries = lexicon().alone.get(word.fold, ())
        other = any(e.strong and e.type in ("COUNTRY", "ORGANISATION") for e in entries) or is_function_word(word.fold)
        if other and not article.is_capital(first + 1):
            continue
        end = article.words[run_from(article, first) - 1].end
        yield Candidate(m.start(), end, "PERSON", Tier.FACT, "des initiales et un nom")


def _married(article: Article) -> Iterator[Candidate]:
    """A woman's name with the two families she belongs to: "Aïcha Diallo/Traoré"."""
    for i in article.where("/"):
        if not (article.glued(i) and article.glued(i + 1) and article.is_capital(i - 1) and article.is_capital(i + 1)):
            continue
        if article.is_capital(i + 2) and not article.new_line(i + 2):
            continue
        known = (e for k in (i - 1, i + 1) for e in lexicon().alone.get(article.fold(k), ()) if e.strong)
        if any(e.type != "PERSON" for e in known) or is_given_name(article.fold(i - 1)):
            continue
        if article.shouted(i - 1) or article.shouted(i - 2):
            continue
        first = i - 1
        while article.is_capital(first - 1) and not article.opens(first) and first > i - _MOST_NAMES:
            if title_before(article, first) is not None:
                break
            first -= 1
        if first < i - 1 and not any(is_common_word(article.fold(k)) for k in range(first, i)):
            yield person(article, first, i + 2, Tier.FACT, "un nom et celui du mari")


def _is_loud_family(article: Article, i: int) -> bool:
    """Whether a family name in capitals and a given name stand together: "LAVROV Sergueï"."""
    word = article.words[i]
    if len(word.text) < _SHORTEST_LOUD or not word.text.isupper() or not article.is_capital(i + 1):
        return False
    given = article.words[i + 1]
    if article.new_line(i + 1) or given.text.isupper() or not is_given_name(given.fold) or is_common_word(given.fold):
        return False
    before = article.is_capital(i - 1) and not article.opens(i) and article.words[i - 1].text[-1].isalnum()
    entries = lexicon().alone.get(word.fold, ())
    if before or any(e.strong and e.type != "PERSON" for e in entries):
        return False
    return not article.is_capital(i + 2) or article.new_line(i + 2)


def _acts_alone(article: Article, i: int) -> bool:
    """Whether a given name that is nothing else opens a paragraph and does something: "Odile a travaillé"."""
    word = article.words[i]
    if not article.new_line(i) or article.is_capital(i + 1) or not word.text.istitle() or not acts(article, i + 1):
        return False
    if word.fold in word_set("conjunction that is a name") or is_function_word(word.fold):
        return False
    return is_given_name(word.fold) and not is_common_word(word.fold) and not lexicon().alone.get(word.fold)


def _is_called_as_a_place(article: Article, i: int) -> bool:
    """Whether a given name that is a place too has an age or a trade behind it: "Virginie, infirmière"."""
    if (article.is_capital(i - 1) and not article.opens(i)) or article.is_capital(i + 1):
        return False
    places = [e for e in lexicon().alone.get(article.fold(i), ()) if e.type != "PERSON"]
    if not is_given_name(article.fold(i)) or not places or any(e.type != "PLACE" for e in places):
        return False
    if any("capital" in e.flags for e in places) or in_place(article, i) or article.fold(i - 1) in word_set("of any"):
        return False
    return names_person(article, i, i + 1) == APPOSED


def _is_coupled(article: Article, i: int) -> bool:
    """Whether a given name shares the family name of the next: "Barack et Michelle Obama"."""
    if not (article.fold(i + 1) in word_set("and") and article.is_capital(i + 2) and article.is_capital(i + 3)):
        return False
    if article.is_capital(i - 1) and not article.opens(i) and title_before(article, i) is None:
        return False
    names = (article.fold(i), article.fold(i + 2))
    if not all(is_given_name(n) for n in names) or is_given_name(article.fold(i + 3)):
        return False
    if any(article.new_line(k) for k in (i + 1, i + 2, i + 3)):
        return False
    return not any(e.strong and e.type in ("COUNTRY", "PLACE") for e in lexicon().alone.get(names[0], ()))


def listed_families(article: Article, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """Family names in "Le" or "La" that go on a list of persons: "Macron, Le Drian et Le Maire"."""
    starts = [c.start for c in settled]
    reached = -1
    for i in article.capitals:
        word = article.words[i]
        if (
            word.text not in written("article of a family")
            or not article.is_capital(i + 1)
            or article.new_line(i)
            or article.opens(i)
        ):
            continue
        k = bisect_right(starts, word.start) - 1
        before = settled[k] if k >= 0 else None
        if before is None or (before.start == word.start and before.type != "PERSON"):
            continue
        listed = before.type == "PERSON" and before.end <= word.start
        end = max(before.end, reached)
        if (listed or reached > before.end) and pattern(_LISTED).fullmatch(article.text, end, word.start):
            reached = article.words[i + 1].end
            yield Candidate(word.start, reached, "PERSON", Tier.FACT, "un nom dans une liste de personnes")
