"""Persons by the grammar of names: behind a title, behind a given name, in a byline, under a family name alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set

from diplo_ner.lexicon.countries import demonyms
from diplo_ner.text.fold import fold

from .article import Article, opens_arabic
from .candidate import Candidate, Tier, person
from .common import is_common_word, is_function_word, merely_opens, names_nobody, not_names, portfolio_ahead
from .compounds import alone, of_outlet, of_power, row_of_states
from .context import acts, noun_before
from .known_names import lexicon
from .name_borders import ends_in_letter, shouts
from .titles import title_at, title_before
from .word_sets import pattern, word_set

_WIDEST_GAP = 2
"""Characters between two words of a name, at the most."""
_MOST_PARTICLES = 3
"""Particles in a row ("de la", "van der"), at the most."""
_LONGEST_RUN = 6
"""Words of a name with its particles, at the most."""
_ARTICLE = r"^<arabic article>-"
_LONGEST_SIGNATURE = 4
_LEAST_NAME = 3
"""Letters of a part of a name that no table knows, at the least."""
_INITIAL = re.compile(r"[A-ZÀ-Þ](?:-[A-ZÀ-Þ])?$|(?:[A-ZÀ-Þ]\.)+$")


def run_from(article: Article, first: int) -> int:
    """Index past a run of capitalised words, particles between them included, on one line."""
    words = article.words
    k = first + 1
    while k < len(words) and k - first < _LONGEST_RUN and not article.new_line(k):
        w = words[k]
        if w.fold in word_set("and") and w.text.isupper():
            break
        if w.text[0].isupper() and w.text.istitle() and is_function_word(w.fold) and not article.is_capital(k + 1):
            break
        if shouts(article, first, k) or (article.fold(k + 1) == ":" and is_function_word(w.fold)):
            break
        if w.text[0].isupper() and (words[k].start - words[k - 1].end <= _WIDEST_GAP):
            if words[k].start == words[k - 1].end and words[k - 1].text[-1] not in "'’.":
                break
            k += 1
        elif opens_arabic(w.text) or (
            w.text == "."
            and _INITIAL.match(words[k - 1].text)
            and k + 1 < len(words)
            and words[k + 1].text[0].isupper()
        ):
            k += 1
        elif w.fold in word_set("particle") and w.fold not in word_set("and"):
            j = k + 1
            while j < len(words) and words[j].fold in word_set("particle") and j - k < _MOST_PARTICLES:
                j += 1
            if (
                j < len(words)
                and words[j].text[0].isupper()
                and not article.new_line(j)
                and not of_power(article, k, j)
                and not (k - first > 1 and of_outlet(article, k, j))
                and not (w.fold in word_set("singular article") and title_at(article, j, j + 2))
                and not (j == k + 1 and w.fold in word_set("singular article") and article.fold(j) in demonyms())
            ):
                k = j + 1
            else:
                break
        else:
            break
    return k + ends_in_letter(article, first, k)


def titled(article: Article) -> Iterator[Candidate]:
    """Persons behind a form of address: "M. Bone", "le Dr Ford"."""
    for i in article.capitals:
        found = title_before(article, i)
        if found is None or not found[1].address or article.new_line(i) or names_nobody(article, i, i + 1):
            continue
        if title_at(article, i, i + 1) and title_before(article, i + 1):
            continue
        known = alone(lexicon(), article.fold(i))
        if known is not None and known.type == "COUNTRY" and not article.is_capital(i + 1):
            continue
        told = article.text[article.words[found[0]].start : article.words[i - 1].end]
        yield person(article, i, run_from(article, i), Tier.SHAPE, f"derrière « {told} »")


def is_other(article: Article, k: int) -> bool:
    """Whether a body, a state or a place that the lexicon knows begins at a word."""
    phrases = lexicon()
    longer = (key for key in phrases.longer(article.fold(k), article.fold(k + 1)) if article.stands(key, k))
    keys = [(article.fold(k),), *longer]
    return any(e.strong and e.type != "PERSON" for key in keys for e in phrases.entries.get(key, ()))


def bylines(article: Article) -> Iterator[Candidate]:
    """Persons who sign: "Par Nermin Aksoy"."""
    for i in article.capitals:
        if (
            article.fold(i - 1) in word_set("by")
            and article.is_capital(i - 1)
            and not is_function_word(article.fold(i))
        ):
            last = run_from(article, i)
            if last - i > 1:
                yield person(article, i, last, Tier.WORD, "signature")


def signed(article: Article) -> Iterator[Candidate]:
    """Whoever signs at the end: two to four capitalised words alone on the last line of an article of several.

    One of them may be an initial: "S. Ould Hamou", "RACHID B.".
    """
    last = len(article.words)
    first = next((k for k in range(last - 1, max(last - _LONGEST_SIGNATURE, 0) - 1, -1) if article.new_line(k)), last)
    names = article.words[first:last]
    if not 1 < len(names) <= _LONGEST_SIGNATURE or first == 0 or not article.text[: names[0].start].count("\n"):
        return
    if _signs_with_letter(article, first, last):
        yield Candidate(names[0].start, names[-1].end, "PERSON", Tier.FACT, "signature à la fin")
        return
    if not all(w.text[0].isupper() and w.text.replace("-", "").isalpha() and len(w.text) > 1 for w in names):
        return
    plain = (
        is_common_word(w.fold) or is_function_word(w.fold) or title_at(article, k, k + 1)
        for k, w in enumerate(names, first)
    )
    if any(plain) or any(is_other(article, k) for k in range(first, last)):
        return
    yield Candidate(names[0].start, names[-1].end, "PERSON", Tier.WORD, "signature à la fin")


def _signs_with_letter(article: Article, first: int, last: int) -> bool:
    """Whether a line is an initial and a family name, or the other way round: "S. Ould Hamou", "RACHID B."."""
    words = article.words[first:last]
    stops = [k for k, w in enumerate(words) if w.text == "."]
    if len(stops) != 1 or stops[0] not in (1, len(words) - 1) or not _INITIAL.match(words[stops[0] - 1].text):
        return False
    names = [w for k, w in enumerate(words) if k not in (stops[0] - 1, stops[0])]
    return bool(names) and all(
        w.text[0].isupper() and w.text.replace("-", "").isalpha() and len(w.text) > 1 and not is_function_word(w.fold)
        for w in names
    )


def given(article: Article, is_given: Callable[[str], bool], named: Set[int] = frozenset()) -> Iterator[Candidate]:
    """Persons whose run of capitals begins with a given name: "Christine Blasey Ford".

    Args:
        article: The article.
        is_given: Whether a folded word is a given name.
        named: Indices past the organisations and states that the lexicon knows: a name may begin there.
    """
    done = -1
    for i in article.capitals:
        if i < done or (i not in named and inside_a_name(article, i)):
            continue
        word = article.words[i]
        if (
            not _begins(word.fold, is_given)
            or is_function_word(word.fold)
            or title_at(article, i, i + 1)
            or names_nobody(article, i, i + 1)
            or article.key(i - 1, i + 1) in not_names()
            or portfolio_ahead(article, i, i + 2)
        ):
            continue
        if noun_before(article, i) is not None or article.fold(i - 1) in word_set("elided article"):
            continue
        last = run_from(article, i)
        if row_of_states(article, i, last):
            continue
        if article.loud(i):
            last = _loud_end(article, i, last)
        if article.fold(last - 1) in word_set("english site"):
            continue
        if last - i <= 1 or (merely_opens(article, i) and not is_given(word.fold)):
            continue
        done = last
        yield person(article, i, last, Tier.WORD, "un prénom et un nom")


def openers(article: Article, guessed: Set[int] = frozenset()) -> Iterator[Candidate]:
    """Persons of two unknown words that open a sentence, with a verb behind them: "Hirut Guebré ne veut pas …".

    Args:
        article: The article.
        guessed: Where a model takes one word for a person; the first of the two needs no verb then.
    """
    for i in article.capitals:
        if not (article.opens(i) and article.is_capital(i + 1)) or article.is_capital(i + 2):
            continue
        verb = article.fold(i + 2) in word_set("behind a subject") or acts(article, i + 2)
        told = verb or (i + 1 < len(article.words) and article.words[i + 1].start in guessed)
        if told and all(_is_unknown_name(article, k) for k in (i, i + 1)):
            yield person(article, i, i + 2, Tier.WORD, "deux mots inconnus devant un verbe")


def _is_unknown_name(article: Article, i: int) -> bool:
    """Whether a word looks like part of a name and is nothing that the tables or everyday French know."""
    word = article.words[i]
    if not (word.text.istitle() and word.text.isalpha() and len(word.text) >= _LEAST_NAME):
        return False
    known = is_common_word(word.fold) or is_function_word(word.fold) or lexicon().alone.get(word.fold)
    return not (known or article.new_line(i + 1) or title_at(article, i, i + 1))


def _begins(word: str, is_given: Callable[[str], bool]) -> bool:
    """Whether a folded word is a given name, or begins with one and is no place: "Anne-Lou", not "Val-d'Oise"."""
    first, *joined = word.split("-")
    if joined and any(e.type == "PLACE" for e in lexicon().alone.get(word, ())):
        return False
    return is_given(word) or (bool(joined) and is_given(first))


def _loud_end(article: Article, first: int, last: int) -> int:
    """Where a name ends in a line of capitals: before a word of everyday French or a single letter."""
    for k in range(first + 1, last):
        word = article.words[k]
        if is_common_word(word.fold) or is_function_word(word.fold) or len(word.text) == 1:
            return k
    return last


def inside_a_name(article: Article, i: int) -> bool:
    """Whether the word before is a capitalised part of the same name, so that no name can begin here."""
    if not article.is_capital(i - 1) or article.opens(i) or article.fold(i - 1) in word_set("elided"):
        return False
    if portfolio_ahead(article, i - 1, i + 1):
        return False
    return not is_function_word(article.fold(i - 1)) and title_before(article, i) is None


def family_names(persons: Iterable[Candidate], article: Article) -> dict[str, str]:
    """Folded family names of the full names of an article, each with the full name it comes from."""
    found: dict[str, str] = {}
    for c in persons:
        name = article.text[c.start : c.end]
        parts = [p for p in re.split(r"[\s\u00a0]+", name) if p]
        if len(parts) <= 1:
            continue
        place = alone(lexicon(), fold(parts[-1]))
        if fold(parts[-2]) in word_set("of a name") and place is not None:
            continue
        found.setdefault(fold(parts[-1]), name)
        bare = pattern(_ARTICLE).sub("", fold(parts[-1]))
        found.setdefault(bare, name)
        for k in range(len(parts) - 1, 0, -1):
            if fold(parts[k]) in word_set("particle") or (
                k < len(parts) - 1 and fold(parts[k - 1]) in word_set("particle")
            ):
                found.setdefault(fold(" ".join(parts[k:])), name)
    return found
