"""Letters in brackets behind a name are that name: "(RDC)", "Mohammed ben Salmane (MBS)".

A body's letters may be those of its name in another language: "l'agence de presse iranienne (IRNA)", "Institut pour
l'étude de la guerre (ISW)".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from diplo_ner.names.given import is_given_name
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate, Tier
from .known_names import lexicon
from .word_sets import word_set

_MOST_LETTERS = 6
_PERSONS_LETTERS = (3, 4)
_TOLD = "lettres que le texte explique"


def told_letters(article: Article, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The letters of the names found, in brackets behind them and wherever else the article has them.

    Args:
        article: The article.
        found: The mentions that something certain speaks for.
    """
    ends = {c.end: c for c in found if c.type != "PLACE"}
    told: dict[str, Candidate] = {}
    for i, owner in in_brackets(article, ends):
        short = article.words[i].text
        if _means(article, owner, short):
            told.setdefault(short, owner)
    for i, owner in _syllables(article, ends):
        told.setdefault(article.words[i].text, owner)
    for short, owner in _persons_letters(article, found):
        told.setdefault(short, owner)
    for i in article.capitals if told else ():
        word = article.words[i]
        named = told.get(word.text)
        if named is not None:
            yield Candidate(word.start, word.end, named.type, Tier.FACT, _TOLD, named.ref, "acronym")


def in_brackets(article: Article, ends: Mapping[int, Candidate]) -> Iterator[tuple[int, Candidate]]:
    """The words of capitals in brackets right behind a mention, and that mention; not those of a common noun.

    Args:
        article: The article.
        ends: Mentions by the offset past their end.
    """
    for i in article.where("("):
        if i == 0 or article.fold(i + 2) not in (")", ","):
            continue
        short = article.words[i + 1].text
        owner = ends.get(article.words[i - 1].end)
        shaped = 1 < len(short) <= _MOST_LETTERS and short.isupper() and short.isalnum()
        if owner is not None and shaped and article.fold(i + 1) not in article.common_acronyms:
            yield i + 1, owner


def _persons_letters(article: Article, found: Sequence[Candidate]) -> Iterator[tuple[str, Candidate]]:
    """Unknown letters of the article that are the initials of one person alone: "EDM" for "Éric Dupond-Moretti"."""
    alone = {
        article.words[i].text
        for i in article.capitals
        if article.words[i].text.isupper() and len(article.words[i].text) in _PERSONS_LETTERS and not article.loud(i)
    }
    unknown = {s for s in alone if not any(e.strong for e in lexicon().alone.get(fold(s), ()))}
    owners: dict[str, dict[str, Candidate]] = {}
    for c in found if unknown else ():
        name = article.text[c.start : c.end]
        if c.type == "PERSON" and not name.isupper():
            for letters in initials(name):
                owners.setdefault(letters.upper(), {})[fold(name)] = c
    for short in sorted(unknown):
        if len(owners.get(short, ())) == 1:
            yield short, next(iter(owners[short].values()))


def _syllables(article: Article, ends: Mapping[int, Candidate]) -> Iterator[tuple[int, Candidate]]:
    """One unknown word in brackets behind a body's name, made of its syllables: "(Rosgidromet)", "(Isie)"."""
    for i in article.where("("):
        if i == 0 or article.fold(i + 2) != ")" or not article.is_capital(i + 1):
            continue
        word, owner = article.words[i + 1], ends.get(article.words[i - 1].end)
        if owner is None or owner.type != "ORGANISATION" or " " not in article.text[owner.start : owner.end]:
            continue
        if word.text.isupper() or not word.text.isalpha() or lexicon().alone.get(word.fold):
            continue
        if not is_given_name(word.fold) and word.fold not in word_set("editor's note") | word_set("direction"):
            yield i + 1, owner


def explained_bodies(article: Article, bodies: Sequence[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Bodies whose letters stand in brackets behind them, each with the mention that the letters are."""
    begun = {c.start: c for c in bodies}
    ends = {c.end: c for c in bodies}
    brackets = (*in_brackets(article, ends), *_syllables(article, ends))
    told = ((owner, begun.get(article.words[i].start)) for i, owner in brackets)
    return [(owner, c) for owner, c in told if c is not None and c.reason == _TOLD]


def _means(article: Article, owner: Candidate, short: str) -> bool:
    """Whether letters are another name of a state, a person's initials, or a body's that nothing else explains."""
    entries = lexicon().alone.get(fold(short), ())
    if owner.type == "ORGANISATION":
        return (
            not entries
            and " " in article.text[owner.start : owner.end]
            and fold(short) not in word_set("editor's note")
        )
    if owner.type == "COUNTRY" and any(e.type == "COUNTRY" and e.ref == owner.ref for e in entries):
        return True
    return fold(short) in initials(article.text[owner.start : owner.end])


def initials(name: str) -> frozenset[str]:
    """The letters that a name may be told by, folded, with and without those of its small words.

    >>> sorted(initials("Mohammed ben Salmane"))
    ['mbs', 'ms']
    """
    words = fold(name).replace("-", " ").replace("'", " ").split()
    small = word_set("particle") | word_set("link")
    return frozenset(("".join(w[0] for w in words), "".join(w[0] for w in words if w not in small)))
