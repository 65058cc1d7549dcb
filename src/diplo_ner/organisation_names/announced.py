"""Names of organisations told by the common noun in front of them: "le quotidien El País", "l'ONG Alima".

The noun is no part of the name; it is in lower case and has a determiner ("chef de milice Untel" announces nobody's
name but Untel's). Behind some nouns any capitalised name is believed, behind others only a name of the tables
(``data/org_announcers.csv``); a state, a place or a capitalised adjective is never one. A plural noun announces
several: "les agences Interfax et Tass".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..lexicon.org_announcers import Announcer, announcers, plural
from ..lexicon.organisations import Organisation, fits_case, readings
from ..text.words import Word
from .article_words import ArticleWords
from .word_sets import word_set

_MARKS = {"«": "»", "“": "”", '"': '"', "‘": "’"}
_LONGEST_QUOTED = 6
_LONGEST_KNOWN = 8
_NEVER_CALLED_SO = frozenset(("media", "movement", "party"))
"""Kinds of bodies that no given name and family name are the name of: "explique au quotidien Ali Merad"."""
_LONGEST_COMPLEMENT = 7


class Announced(NamedTuple):
    """A name behind an announcing noun: offsets in code points, the kind told, and whose name it is in the tables."""

    start: int
    end: int
    kind: str
    organisation: Organisation | None


def find_announced(text: str, words: Sequence[Word]) -> list[Announced]:
    """Find the names that stand right behind a noun that announces an organisation, in quotation marks or not.

    Args:
        text: the text.
        words: its words, as ``text.words.words`` gives them.

    Returns:
        Names in the order of the text, without the noun and the marks.

    >>> from diplo_ner.text.words import words
    >>> text = "Selon l'ONG Terres Vives et le quotidien « La Gazette du Sud », l'agence de presse se trompe."
    >>> [text[name.start : name.end] for name in find_announced(text, words(text))]
    ['Terres Vives', 'La Gazette du Sud']
    """
    reader = ArticleWords(text, words)
    table = announcers()
    found: list[Announced] = []
    for i, word in enumerate(words):
        if (
            word.fold not in table
            or word.text[0].isupper() != (word.fold in word_set("capital-announcer"))
            or not _determined(reader, i)
        ):
            continue
        for announcer in table[word.fold]:
            j = i + 1 + len(announcer.rest)
            if all(_agrees(reader.fold(i + 1 + m), part, announcer) for m, part in enumerate(announcer.rest)):
                k = _past_description(reader, j)
                k = k if announcer.known else _past_complement(reader, k)
                found.extend(_names(reader, k, announcer) or _apposed(reader, i, k, announcer))
                break
    return found


def _apposed(reader: ArticleWords, i: int, k: int, announcer: Announcer) -> list[Announced]:
    """The name in an apposition to an indefinite noun: "une ONG locale, Foro Penal, dénonce"."""
    if reader.fold(k) != "," or reader.person(k + 1) or not _indefinite(reader, i):
        return []
    name = _name(reader, k + 1, announcer)
    if name is None:
        return []
    end = _past(reader, name.end, k)
    return [name] if reader.fold(end) in (",", ")", ".") or end == reader.n else []


def _indefinite(reader: ArticleWords, i: int) -> bool:
    return {reader.fold(i - 1), reader.fold(i - 2)} & {"un", "une"} != set()


def _agrees(word: str, part: str, announcer: Announcer) -> bool:
    """Whether a word is the part of a noun, in the plural too where the noun is one: "groupes armés"."""
    return word == part or (announcer.several and word == plural(part))


def _names(reader: ArticleWords, i: int, announcer: Announcer) -> list[Announced]:
    """The name at word i, and behind a plural those joined to it: "Interfax, Tass et RIA Novosti"."""
    name = _name(reader, i, announcer)
    if name is None or not announcer.several:
        return [] if name is None else [name]
    found, waiting = [name], list[Announced]()
    while True:
        k = _past(reader, (waiting or found)[-1].end, i)
        joint = reader.fold(k)
        if joint not in word_set("row-joint"):
            return found
        following = _name(reader, k + 1, announcer)
        if following is None or reader.person(k + 1):
            return found
        waiting.append(following)
        if joint != ",":
            return found + waiting


def _past(reader: ArticleWords, end: int, i: int) -> int:
    """The index of the first word behind an offset, a closing mark passed over."""
    while i < reader.n and reader.words[i].start < end:
        i += 1
    return i + 1 if i < reader.n and reader.words[i].text in _MARKS.values() else i


def _determined(reader: ArticleWords, i: int) -> bool:
    """Whether a noun has a determiner, at once or before an adjective: "le géant", "l'ancien quotidien"."""
    before = reader.fold(i - 1)
    described = reader.adjective(i - 1) or before in word_set("before-announcer")
    return before in word_set("announcer-determiner") or (described and reader.among(i - 2, "announcer-determiner"))


def _past_description(reader: ArticleWords, j: int) -> int:
    """The index past what describes the body before its name: "le quotidien français", "la chaîne d'État"."""
    while reader.joined(j):
        if not reader.capital(j) and (
            reader.adjective(j)
            or reader.among(j, "official")
            or reader.fold(j).startswith(tuple(word_set("side-opening")))
        ):
            j += 1
        elif reader.among(j, "kind-link") and reader.among(j + 1, "outlet-kind"):
            j += 2
        else:
            break
    return j


def _past_complement(reader: ArticleWords, j: int) -> int:
    """The index past what a body is for, in small letters: "l'association de protection de la nature X"."""
    k = j
    while k - j < _LONGEST_COMPLEMENT and reader.joined(k) and reader.words[k].text.islower():
        word = reader.fold(k)
        small = word in word_set("of") | word_set("article") | word_set("and")
        if (k == j and word not in word_set("of")) or (word in reader.classes.plain and not small):
            return j
        k += 1
    named = k > j + 1 and reader.capital(k) and not reader.person(k) and not reader.among(k - 1, "article")
    return k if named and not reader.among(k - 1, "of") and not reader.among(k - 1, "and") else j


def _name(reader: ArticleWords, i: int, announcer: Announcer) -> Announced | None:
    if not reader.joined(i):
        return None
    close = _MARKS.get(reader.words[i].text)
    if close is not None:
        end = _closing(reader, i + 1, close)
        if end is None or not reader.capital(i + 1):
            return None
        return _speaking(reader, i + 1, end, announcer) or _told(reader, i + 1, end, announcer)
    if not reader.capital(i) or reader.among(i, "no-name"):
        return None
    if reader.among(i, "article") and not reader.capital(i + 1):
        return None
    known = _known(reader, i, announcer.kind)
    if known is not None and not _goes_on(reader, i, known.end) and not _is_opening(reader, i, known.end):
        return known
    if announcer.known or reader.fold(i) in reader.classes.adjectives:
        return None
    if announcer.kind in _NEVER_CALLED_SO and reader.person(i) and not announcer.several:
        return None
    end = _run(reader, i)
    state = reader.state(i)
    if end == reader.place(i) or (state is not None and end == state[0]):
        return None
    return _told(reader, i, end, announcer)


def _speaking(reader: ArticleWords, i: int, end: int, announcer: Announcer) -> Announced | None:
    """The body whose letters open a quoted clause, and no title: "le syndicat « CGT reste mobilisée »"."""
    known = _known(reader, i, announcer.kind)
    k = i + 1 if known is None else _past(reader, known.end, i)
    goes_on = k < end and not reader.capital(k) and not reader.among(k, "of") and reader.fold(k).isalpha()
    return known if goes_on and reader.words[i].text.isupper() and k == i + 1 else None


def _known(reader: ArticleWords, i: int, kind: str) -> Announced | None:
    """The longest name of the tables, strong or weak, that begins at word i in its own letter case."""
    for j in range(min(i + _LONGEST_KNOWN, reader.n), i, -1):
        surface = reader.part(i, j)
        bodies = [body for body in readings(surface) if fits_case(surface, body)]
        if bodies:
            body = next((body for body in bodies if body.kind == kind), bodies[0])
            return Announced(reader.words[i].start, reader.words[j - 1].end, kind, body)
    return None


def _goes_on(reader: ArticleWords, i: int, end: int) -> bool:
    """Whether a title with its article is longer than the name of the tables: "La Tribune" of "La Tribune du Sahel"."""
    k = _past(reader, end, i)
    if not reader.article(i) or not reader.among(k, "of") or not reader.joined(k + 1):
        return False
    return reader.capital(k + 1) and not reader.person(k + 1)


def _is_opening(reader: ArticleWords, i: int, end: int) -> bool:
    """Whether a known name of one word only opens the one that is told: "Civitas" of "l'ONG Civitas Maxima"."""
    k = _past(reader, end, i)
    return (
        k == i + 1
        and reader.joined(k)
        and reader.capital(k)
        and reader.words[k].text.istitle()
        and not (reader.person(k) or reader.person(i))
    )


def _run(reader: ArticleWords, i: int) -> int:
    """The index past a run of capitalised words, with small words between them."""
    j = i + 1
    while reader.joined(j):
        if reader.capital(j):
            j += 1
        elif reader.among(j, "name-link") and reader.capital(j + 1) and reader.joined(j + 1):
            if reader.among(j, "plain-of") and not (reader.article(i) or reader.place(j + 1) or reader.state(j + 1)):
                break
            j += 2
        else:
            break
    return j


def _closing(reader: ArticleWords, i: int, mark: str) -> int | None:
    """The index of the closing mark of a short title."""
    for j in range(i + 1, min(i + 1 + _LONGEST_QUOTED, reader.n)):
        if not reader.joined(j):
            return None
        if reader.words[j].text == mark:
            return j
    return None


def _told(reader: ArticleWords, i: int, j: int, announcer: Announcer) -> Announced:
    known = _known(reader, i, announcer.kind)
    end = reader.words[j - 1].end
    body = known.organisation if known is not None and known.end == end else None
    return Announced(reader.words[i].start, end, announcer.kind, body)
