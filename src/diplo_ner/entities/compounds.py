"""Names joined by a hyphen or an ampersand: "Arménie-Azerbaïdjan", "Lavrov-Blinken", "PÉTROLE-USA", "Blohm & Voss"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from diplo_ner.entity_types import EntityType, types_that
from diplo_ner.names.families import families
from diplo_ner.names.given import is_given_name, squash
from diplo_ner.schema import MentionKind
from diplo_ner.text.fold import fold
from diplo_ner.text.words import Word

from .article import Article
from .candidate import Candidate, Tier
from .gazetteer import Entry, Phrases
from .known_names import lexicon
from .word_sets import word_set, written

_KEYWORDS = re.compile(r"(?m)^(?:[A-Z]{4,}(?: \d)?[ -]{1,3})?([^\W\d_]{3,30}(?:-[^\W\d_]{2,30}){1,4})(?![\w-])")
_WIDEST = 3
"""Words that a name in a compound may have, and one."""
_NEAR = 3
_COUPLE = 2
_MOST_JOINED = 6
"""Parts between the hyphens of one name at the most ("Saint-Jean-de-la-Croix-Rousse")."""
_SHORTEST = 2


def joined(article: Article, known: Phrases) -> Iterator[Candidate]:
    """Names joined by a hyphen, each by itself: "Moscou-Ankara", "Lyon-Turin", "UE-Ligue arabe", "Merkel-Draghi".

    In an agency's keywords those that are known ("PÉTROLE-USA-IRAN"); a way between two capitals is one between towns.
    """
    for i in article.capitals:
        w = article.words[i]
        if "-" not in w.text or _is_whole(article, i, known):
            continue
        named = [n for n in _parts(article, i, known) if not _is_article(article, n)]
        told = _told_parts(article, i)
        if told is not None and all(article.text[n.start].isupper() for n in named):
            named = [n if n.entry else n._replace(entry=Entry(told, "")) for n in named]
        elif any(n.entry and n.entry.type == "ORGANISATION" for n in named):
            named = [n if n.entry else n._replace(entry=_weak_body(article.text[n.start : n.end])) for n in named]
        if not all(n.entry for n in named):
            keywords = w.text.isupper() and any(n.entry and n.entry.type == "COUNTRY" for n in named)
            named = [n for n in named if n.entry and _is_power(n.entry)] if keywords else []
        elif not _go_together(article, i, [n.entry for n in named if n.entry]):
            continue
        towns = bool(named) and _between_towns(article, i)
        for start, end, entry in named:
            if entry is None:
                continue
            capital = "capital" in entry.flags
            meant: EntityType = "COUNTRY" if capital and not towns else entry.type
            kind: MentionKind = "metonym" if meant != entry.type else "name"
            ref = None if capital and towns else entry.ref or None
            yield Candidate(start, end, meant, Tier.FACT, "joint par un trait d'union", ref, kind)


def _is_whole(article: Article, i: int, known: Phrases) -> bool:
    """Whether a word with a hyphen is or begins one known name: "Provence-Alpes-Côte d'Azur"."""
    key = [article.fold(j) for j in range(i, min(i + _WIDEST, len(article.words)))]
    return any(tuple(key[:n]) in known.entries for n in range(1, len(key) + 1))


class _Part(NamedTuple):
    """A name in a compound: its offsets, and what the lexicon has it for."""

    start: int
    end: int
    entry: Entry | None


def _parts(article: Article, i: int, known: Phrases) -> Iterator[_Part]:
    """The names joined in word ``i``; the first may begin and the last end in words beside it."""
    w = article.words[i]
    at, parts = w.start, _names(w.text, known)
    for n, part in enumerate(parts):
        start, end = at, at + len(part)
        entry = _named(known, (fold(part),)) if part[:1].isupper() else None
        if n == 0:
            article_ahead = article.words[i - 1].text.rpartition("-")[2] if i else ""
            if fold(article_ahead) != article.fold(i - 1) and (
                titled := _named(known, (fold(article_ahead), fold(part)))
            ):
                start, entry = article.words[i - 1].end - len(article_ahead), titled
            if entry is None and i and _is_family(article.words[i - 1].text, fold(part)):
                start, entry = article.words[i - 1].start, Entry("PERSON", "")
            for k in range(i - 1, max(i - _WIDEST, -1), -1):
                if not article.is_capital(k) or article.new_line(k + 1):
                    break
                key = (*(article.fold(j) for j in range(k, i)), fold(part))
                if (longer := _named(known, key)) is not None:
                    start, entry = article.words[k].start, longer
        if n == len(parts) - 1:
            for k in range(i + 1, min(i + _WIDEST, len(article.words))):
                if article.new_line(k):
                    break
                key = (fold(part), *(article.fold(j) for j in range(i + 1, k + 1)))
                if (longer := _named(known, key)) is not None and part[:1].isupper():
                    end, entry = article.words[k].end, longer
            if entry is None and _is_family(part, article.fold(i + 1)):
                end, entry = article.words[i + 1].end, Entry("PERSON", "")
            if entry is None and _told_parts(article, i) == "ORGANISATION":
                last = i + 1
                while article.is_capital(last) and not article.new_line(last):
                    last += 1
                end = article.words[last - 1].end
        yield _Part(start, end, entry)
        at += len(part) + 1


def _is_family(article_ahead: str, word: str) -> bool:
    """Whether a capitalised article and a folded word are a known family name: "Le Pen"."""
    return article_ahead in written("article of a family") and squash(article_ahead + word) in families().bearers


def _is_article(article: Article, part: _Part) -> bool:
    """Whether a part is the article of the title that goes on in the next word: "RTL-Le Figaro-LCI"."""
    return part.entry is None and fold(article.text[part.start : part.end]) in word_set("title article")


def _names(word: str, known: Phrases) -> list[str]:
    """The parts of a word; those of a name that has a hyphen of its own stay together: "UE", "Etats-Unis"."""
    parts, out = word.split("-"), list[str]()
    at = 0
    while at < len(parts):
        most = min(len(parts) - at, _MOST_JOINED)
        size = next((n for n in range(most, 1, -1) if (fold("-".join(parts[at : at + n])),) in known.entries), 1)
        out.append("-".join(parts[at : at + size]))
        at += size
    return out


def _told_parts(article: Article, i: int) -> EntityType | None:
    """What the noun before a compound says of its parts: towns behind a way, institutes behind a poll."""
    before, parts = article.fold(i - 1), article.words[i].text.split("-")
    if before in word_set("way between towns"):
        return "PLACE"
    if before in word_set("pair") and all(p.istitle() for p in parts) and not all(map(is_given_name, parts)):
        return "PERSON"
    parties = before in word_set("coalition") and all(p.isupper() or lexicon().alone.get(fold(p)) for p in parts)
    return "ORGANISATION" if parties or before in word_set("poll") else None


def _named(known: Phrases, key: tuple[str, ...]) -> Entry | None:
    """What words name for certain: a state, a capital or a body first, then a place that is no direction, a person."""
    found = [e for e in known.entries.get(key, ()) if e.strong]
    power = next((e for e in found if _is_power(e)), None)
    if power is not None or key[0] in word_set("direction") or len(key[0]) < _SHORTEST:
        return power
    return next((e for e in found if e.type in ("PLACE", "PERSON")), None)


def _weak_body(name: str) -> Entry | None:
    """The body that a name of the tables may be, which a body that is one for certain backs: "TMC-TF1"."""
    bodies = [e for e in lexicon().alone.get(fold(name), ()) if name[:1].isupper()]
    if not bodies or any(e.type != "ORGANISATION" for e in bodies):
        return None
    return bodies[0] if len(bodies) == 1 else Entry("ORGANISATION", "")


def _is_power(entry: Entry) -> bool:
    return entry.type in types_that("body") or "capital" in entry.flags


def _go_together(article: Article, i: int, entries: Sequence[Entry]) -> bool:
    """Whether names in one word are several things: two persons' names may be the one of a third."""
    persons = sum(e.type == "PERSON" for e in entries)
    if persons == 0:
        member, *_, whole = fold(article.words[i].text).split("-")
        return whole not in word_set("confederation") or member in word_set("confederation")
    first = i - (i > 0 and article.words[i - 1].text in written("article of a family"))
    alone = not article.is_capital(first - 1) or article.opens(first)
    return persons == len(entries) and (len(entries) > _COUPLE or alone)


def _between_towns(article: Article, i: int) -> bool:
    return any(
        article.fold(k) in word_set("travel") and not article.new_line(k + 1) for k in range(max(i - _NEAR, 0), i)
    )


def keyword_states(article: Article, known: Phrases) -> Iterator[Candidate]:
    """States and capitals among an agency's keywords at a line's head: "LEAD 2-Kosovo-Pristina reporte …"."""
    for m in _KEYWORDS.finditer(article.text):
        if (fold(m.group(1)),) in known.entries:
            continue
        at = m.start(1)
        for part in m.group(1).split("-"):
            entry = alone(known, fold(part)) if part[:1].isupper() else None
            if entry is not None and (entry.type == "COUNTRY" or "capital" in entry.flags):
                kind: MentionKind = "metonym" if "capital" in entry.flags else "name"
                yield Candidate(at, at + len(part), "COUNTRY", Tier.FACT, "mot-clé d'agence", entry.ref, kind)
            at += len(part) + 1


def alone(known: Phrases, word: str) -> Entry | None:
    """The state, capital or organisation that one word names."""
    return next((e for e in known.alone.get(word, ()) if e.strong and _is_power(e)), None)


def row_of_states(article: Article, first: int, last: int) -> bool:
    """Whether words are nothing but names of states in a row: "Syrie Palestine Mali"."""
    if last - first <= 1:
        return False
    entries = (alone(lexicon(), article.fold(k)) for k in range(first, last))
    return all(e is not None and e.type == "COUNTRY" for e in entries)


def of_power(article: Article, k: int, j: int) -> bool:
    """Whether "de" at word ``k`` links a person to the state, capital or body at ``j``: "le roi Hamad de Bahreïn"."""
    if article.fold(k) not in word_set("of any") or article.is_capital(k) or not article.is_capital(j):
        return False
    word = article.words[j]
    if len(word.text) > 1 and word.text.isupper():
        return True
    if j - k > 1 and any(e.acronym for e in lexicon().alone.get(word.fold, ())):
        return True
    if article.is_capital(j + 1):
        longer = (key for key in lexicon().longer(word.fold, article.fold(j + 1)) if article.stands(key, j))
        return any(e.strong and _is_power(e) for key in longer for e in lexicon().entries[key])
    return alone(lexicon(), word.fold) is not None


def of_outlet(article: Article, k: int, j: int) -> bool:
    """Whether "de" at word ``k`` links a person's full name to the outlet at ``j``: "Paul Renaud de Libération"."""
    if article.fold(k) not in word_set("of any") or article.is_capital(k) or not article.is_capital(j):
        return False
    longer = lexicon().longer(article.fold(j), article.fold(j + 1))
    known = [key for key in longer if article.stands(key, j)] or [(article.fold(j),)]
    return any("media" in e.flags for key in known for e in lexicon().entries.get(key, ()))


def partners(article: Article) -> Iterator[Candidate]:
    """Companies named after partners."""
    for i in article.where("&"):
        if article.words[i].text == "&" and article.is_capital(i - 1) and article.is_capital(i + 1):
            yield Candidate(*article.span(i - 1, i + 2), "ORGANISATION", Tier.SHAPE, "raison sociale")


def joined_families(w: Word, families: Mapping[str, str]) -> Iterator[Candidate]:
    """Family names of the article joined by a hyphen ("Lavrov-Blinken"), or one behind a prefix ("anti-Erdogan")."""
    parts = w.text.split("-")
    at = w.start
    known = [fold(p) in families for p in parts]
    if not any(known) or fold(w.text) in families:
        return
    if all(known) or fold(parts[0]) in word_set("hanging prefix"):
        for part, is_known in zip(parts, known, strict=True):
            if is_known:
                reason = f"nom de famille de {families[fold(part)]}"
                yield Candidate(at, at + len(part), "PERSON", Tier.SHAPE, reason)
            at += len(part) + 1
