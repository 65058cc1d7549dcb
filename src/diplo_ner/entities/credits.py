"""Credits of pictures and agencies: "SAUL LOEB/POOL/AFP via Getty Images", "Image: sda", "(mbr/ats)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from diplo_ner.names.given import is_given_name
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate, Tier
from .common import is_function_word
from .known_names import lexicon
from .word_sets import pattern

_NAME = r"[A-ZÀ-Þ][\w'’.-]{1,30}(?:[ \u00a0][A-ZÀ-Þ][\w'’.-]{1,30}){1,3}"
_PERSON = re.compile(
    rf"(?<![\w/.'’-])(?P<before>{_NAME})(?=\s?/\s?[A-Z]{{2,}})|(?<=/)(?P<after>{_NAME})(?=\s*(?:$|[/)\r\n]))",
    re.MULTILINE,
)
_LOUD = re.compile(r"(?<!\w)[A-ZÀ-Þ'’.-]{2,30}(?:[ \u00a0][A-ZÀ-Þ'’.-]{2,30}){1,3}$")
_LABEL = r"(?i)(?:<credit>|©)[ \u00a0]?$"
_LONGEST_LABEL = 10
_TWEET = re.compile(rf"[—–][ \u00a0]?(?P<name>{_NAME}|[A-ZÀ-Þ][a-zß-ÿ'’-]{{1,30}})[ \u00a0]\(@\w{{1,40}}\)")
_LABELLED = re.compile(r":[ \u00a0]?(?P<name>\w[\w-]{1,12})\b")
_SIGNED = r"(?i)\((?P<names>\w{2,10}(?:[ \u00a0]?/[ \u00a0]?\w{2,10})+|<before an agency>[ \u00a0]\w{2,10})\)"
_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"[ \t]{0,8}[A-Za-z]{2,4}(?:[/-][A-Za-z]{2,4})+[ \t]{0,8}(?:[\r\n]|$)")


def credited(article: Article) -> Iterator[Candidate]:
    """Persons and agencies that sign a picture or an article."""
    text = article.text
    for m in _PERSON.finditer(text) if "/" in text else ():
        group = "before" if m.group("before") else "after"
        loud = _LOUD.search(m.group(group))
        start = m.start(group) + (loud.start() if loud else 0)
        if not _is_place(text[start : m.end(group)]):
            yield Candidate(start, m.end(group), "PERSON", Tier.SHAPE, "crédit photographique")
    for m in _TWEET.finditer(text) if "(@" in text else ():
        yield _tweeted(text, m.start("name"), m.end("name"))
    for m in _LABELLED.finditer(text):
        if pattern(_LABEL).search(text, max(0, m.start() - _LONGEST_LABEL), m.start()):
            yield from _agency(text, m.start("name"), m.end("name"))
    for m in pattern(_SIGNED).finditer(text):
        for name in _WORD.finditer(text, m.start("names"), m.end("names")):
            yield from _agency(text, name.start(), name.end())


def _tweeted(text: str, start: int, end: int) -> Candidate:
    """Who signs a message before the handle: a body by a word that opens no person's name, else a person."""
    first = fold(text[start:end]).split()[0]
    known = any(e.type != "PERSON" for e in lexicon().alone.get(first, ()))
    body = is_function_word(first) or (known and not is_given_name(first))
    return Candidate(start, end, "ORGANISATION" if body else "PERSON", Tier.SHAPE, "signature d'un message")


def _is_place(name: str) -> bool:
    """Whether the lexicon has the name as a place's: datelines look like credits ("BUENOS AIRES/WASHINGTON")."""
    entries = lexicon().entries.get(tuple(fold(name).split()), ())
    return any(e.type in ("PLACE", "COUNTRY") for e in entries)


def _agency(text: str, start: int, end: int) -> Iterator[Candidate]:
    ref = _media().get(fold(text[start:end]))
    if ref is not None:
        yield Candidate(start, end, "ORGANISATION", Tier.FACT, "signature d'agence", ref)


@lru_cache(maxsize=1)
def _media() -> dict[str, str]:
    """Ids of the media of the lexicon by their folded one-word names."""
    from diplo_ner.lexicon.organisations import organisations

    return {
        fold(name): o.id
        for o in organisations()
        if o.kind == "media"
        for name in (o.canonical, *o.aliases, *o.weak_aliases)
        if " " not in name
    }


def signs(text: str, start: int) -> bool:
    """Whether a name is the initials of those who wrote the text, alone on a line: "abk/mtn"."""
    return _INITIALS.match(text, text.rfind("\n", 0, start) + 1) is not None
