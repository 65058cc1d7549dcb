"""Acronyms in parentheses of common nouns and things, which name nobody: "gaz naturel liquéfié (GNL)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.words import Word
from .acronyms import closed_set, fits, is_short, spells
from .org_heads import heads, word_classes
from .organisations import org_names, readings

_MOST_COMMON = 8
_LONGEST_THING = 16
"""Words of a thing before its acronym, at the most: "fichier des signalements pour la prévention de …"."""
_SHORTEST = 2


def thing_acronyms(words: Sequence[Word]) -> frozenset[str]:
    """Folded acronyms in parentheses behind a thing, whatever its words spell: "le système aérien (Scaf)"."""
    return frozenset(words[i + 1].fold for i in _shorts(words) if _heads_thing(words, i))


def _shorts(words: Sequence[Word]) -> Iterator[int]:
    """Where a parenthesis opens that holds an acronym alone."""
    for i, word in enumerate(words):
        if word.text == "(" and i + 2 < len(words) and words[i + 2].text == ")" and is_short(words[i + 1].text):
            yield i


def spelt_acronyms(words: Sequence[Word]) -> frozenset[str]:
    """Folded acronyms in parentheses behind common nouns that they stand for: "gaz naturel liquéfié (GNL)".

    The noun has no capital and is no head of a body's name, so the acronym that its words spell names nobody.

    >>> from diplo_ner.text.words import words
    >>> sorted(spelt_acronyms(words("Les accords de libre échange (ALE) et le parti socialiste (PS).")))
    ['ale']
    """
    found = set()
    for i in _shorts(words):
        short = words[i + 1]
        if not short.text.isupper():
            continue
        first = i
        while first > 0 and i - first < _MOST_COMMON and words[first - 1].text.islower():
            first -= 1
        before = words[first - 1]
        named = first > 0 and before.text[0].isupper() and before.fold.strip("'’") not in closed_set("small")
        if named and spells(words, first - 1, i, short.text):
            continue
        first -= first > 0 and words[first - 1].fold in word_classes().things
        openings = (k for k in range(i - 1, first - 1, -1) if words[k].fold not in closed_set("small"))
        starts = [k for k in openings if spells(words, k, i, short.text)]
        if starts and i - starts[0] > 1 and not any(_tells_body(words, k, short.fold) for k in starts):
            found.add(short.fold)
    return frozenset(found)


def _tells_body(words: Sequence[Word], k: int, short: str) -> bool:
    """Whether a body's name begins at a word, or who directs it; in the plural where the tables have its letters.

    "les agences régionales de santé (ARS)" have a name each; "les pôles de recherche (PR)" are things of a kind.
    """
    folded = words[k].fold
    if folded in closed_set("director"):
        return True
    if any([w.fold for w in words[k : k + len(head.words)]] == [*head.words] for head in heads().get(folded, ())):
        return True
    return (short in org_names() or short in heads()) and folded.removesuffix("s") in heads()


def _heads_thing(words: Sequence[Word], i: int) -> bool:
    """Whether the noun phrase that ends before word ``i`` is a thing: "le système aérien de combat (Scaf)"."""
    things = word_classes().things
    for k in range(i - 1, max(i - _LONGEST_THING, -1), -1):
        word, before = words[k], words[k - 1].fold if k else ""
        if word.fold in closed_set("of a thing") and words[k + 1].fold in things:
            return i - k > _SHORTEST and before not in heads()
        joined = word.fold in closed_set("article") and before in closed_set("before an article")
        if word.fold in closed_set("determiner") and not joined and not _is_second(words, k, i):
            head = next((w for w in words[k + 1 : i] if w.fold not in closed_set("ahead of a noun")), words[i])
            return head.fold in things and i - k > _SHORTEST
        if word.text[0].isupper() and word.text[-1] not in "'’":
            capital = word.fold in things and word.fold not in heads()
            return capital and i - k > _SHORTEST and not readings(words[i + 1].text)
        if not (word.text.islower() or word.text[-1] in "'’"):
            return False
    return False


def _is_second(words: Sequence[Word], k: int, i: int) -> bool:
    """Whether "et" joins a noun to what the letters spell, rather than these begin with it: "… et la X (FSPRT)"."""
    return k > 0 and words[k - 1].fold in closed_set("and") and not fits(words, k + 1, i, words[i + 1].text)
