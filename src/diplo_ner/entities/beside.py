"""Organisations told by what stands beside them: whose reporter somebody is, whose firm, in what row they stand.

"la correspondante du Handelsblatt Astrid Dörner" is an outlet and a person; "Evan Spiegel (Snapchat)" a person and his
firm; "Microsoft, Apple et Dassault" are of one kind, and what the article says "au Tagesspiegel" it says to an outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diplo_ner.entity_types import EntityType
from diplo_ner.lexicon.organisations import readings
from diplo_ner.names.given import is_given_name
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate, Tier, person
from .common import is_common_word, is_function_word, names_nobody
from .context import APPOSED, according, acts, names_person, noun_before
from .guesses import BESIDE
from .known import ANNOUNCED
from .known_names import lexicon
from .outlets import told_medium
from .people import run_from
from .titles import title_at, titles
from .word_sets import word_set

SCHOOL = "là où l'on étudie"
"""The reason given where a town's name is its university's."""

_MODEL = "le modèle"
_FARTHEST = 8
_STOPS = frozenset(".;!?(")
_LONGEST = 5
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9&-]{2,7}$")


def employed(article: Article) -> Iterator[Candidate]:
    """Persons right behind the house that their title belongs to, and the house where the lexicon has none."""
    for i in article.capitals:
        if not article.is_capital(i - 1) or article.opens(i) or not article.is_capital(i + 1):
            continue
        if not is_given_name(article.fold(i)) or article.new_line(i + 1):
            continue
        first = i - 1
        while article.is_capital(first - 1) and not article.new_line(first) and i - first < _LONGEST:
            first -= 1
        if is_given_name(article.fold(first)) or title_at(article, first, i) or not _has_title(article, first - 1):
            continue
        yield person(article, i, run_from(article, i), Tier.SHAPE, "derrière un titre et sa maison")
        if article.fold(first - 1) in word_set("of any") and _is_unknown(article, first, i):
            kind: EntityType = "PLACE" if noun_before(article, first) == "PLACE" else "ORGANISATION"
            yield Candidate(*article.span(first, i), kind, Tier.WORD, "la maison d'un titre")


def _has_title(article: Article, k: int) -> bool:
    """Whether a title begins the noun phrase that ends at word ``k`` with a preposition: "l'envoyé de l'ONU pour"."""
    if article.fold(k) in word_set("feminine article"):
        k -= 1
    if article.fold(k) not in word_set("of any") and article.fold(k) not in word_set("for or in"):
        return False
    for j in range(k - 1, max(k - _FARTHEST, 0), -1):
        if not article.words[j].text[-1].isalnum() and article.words[j].text[-1] not in "'’":
            return False
        before = article.fold(j - 2) if article.fold(j - 1) in word_set("former or new") else article.fold(j - 1)
        held = titles().get(article.fold(j), ()) if before in word_set("article") else ()
        if any(len(title.words) == 1 and not title.address for title in held):
            return True
    return False


def _is_unknown(article: Article, first: int, last: int) -> bool:
    """Whether the lexicon knows none of these words and one of them is no everyday French."""
    if any(lexicon().alone.get(article.fold(k)) for k in range(first, last)):
        return False
    return not all(is_common_word(article.fold(k)) for k in range(first, last))


def affiliated(article: Article, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """Houses in brackets behind a full name: "Vincent Bernard (Webhelp)"."""
    for c in settled:
        _, k = article.covering(c.start, c.end)
        if c.type != "PERSON" or article.fold(k) != "(" or " " not in article.text[c.start : c.end]:
            continue
        last = first = k + 1
        while article.is_capital(last) and last - first < _LONGEST:
            last += 1
        if last == first or article.fold(last) not in (")", ","):
            continue
        start, end = article.span(first, last)
        name = article.text[start:end]
        if "-" in name or is_given_name(fold(name.split()[0])):
            continue
        if _is_unknown(article, first, last) and not names_nobody(article, first, last):
            yield Candidate(start, end, "ORGANISATION", Tier.WORD, "entre parenthèses derrière un nom complet")


def addressed(article: Article) -> Iterator[Candidate]:
    """Outlets that the lexicon does not know, told by the noun or verb before them: "a-t-il confié au Tagesspiegel"."""
    for i in article.capitals:
        written_for = article.fold(i - 1) in word_set("plain of") and article.fold(i - 2) in word_set("who writes")
        if written_for and not article.is_capital(i + 1):
            continue
        articled = article.fold(i - 1) in word_set("medium article")
        if not (articled or written_for) or article.is_capital(i - 1) or article.opens(i):
            continue
        if not told_medium(article, i) or title_at(article, i, i + 1) or is_given_name(article.fold(i)):
            continue
        if article.fold(i) in word_set("direction") or names_nobody(article, i, i + 1):
            continue
        if {article.fold(i - 2), article.fold(i - 3)} & word_set("press and more"):
            continue
        last = i + 1
        while article.is_capital(last) and not article.new_line(last) and not is_given_name(article.fold(last)):
            last += 1
        if _is_unknown(article, i, last) and not is_function_word(article.fold(i)):
            told = "celui à qui l'on parle, comme un journal"
            yield Candidate(*article.span(i, last), "ORGANISATION", Tier.WORD, told)


def heard(article: Article) -> Iterator[Candidate]:
    """Acronyms that speak, or that somebody heads: "d'après WAFB", "CASM a constaté", "le chef du CSM"."""
    nothing = article.common_acronyms
    for i in article.capitals:
        word = article.words[i]
        if not _ACRONYM.match(word.text) or word.fold in nothing or lexicon().alone.get(word.fold):
            continue
        if article.loud(i) or article.is_capital(i - 1) or article.is_capital(i + 1) or names_nobody(article, i, i + 1):
            continue
        if _speaks(article, i) or _is_headed(article, i):
            yield Candidate(word.start, word.end, "ORGANISATION", Tier.WORD, "un sigle qui parle ou que l'on dirige")


def branded(article: Article) -> Iterator[Candidate]:
    """Letters right behind the noun of a firm, however few: "la marque BN", "la biscuiterie BN"."""
    for noun in article.where(word_set("noun of a firm")):
        i = noun + 1
        if not article.shouted(i) or article.loud(i) or article.new_line(i) or article.is_capital(i + 1):
            continue
        word = article.words[i]
        if word.text.isalpha() and not names_nobody(article, i, i + 1) and not lexicon().alone.get(word.fold):
            yield Candidate(word.start, word.end, "ORGANISATION", Tier.WORD, "un sigle derrière un nom d'entreprise")


def scholars(article: Article) -> Iterator[Candidate]:
    """Universities told by the town behind who studies or teaches there: "les étudiants d'Oxford"."""
    for i in article.capitals:
        if (
            article.fold(i - 1) not in word_set("of any")
            or article.fold(i - 2) not in word_set("scholar")
            or article.is_capital(i + 1)
        ):
            continue
        word = article.words[i]
        schools = [body for body in readings(word.text) if body.kind == "university"]
        named = any(
            article.fold(k + 2) == word.fold and article.fold(k + 1) in word_set("of any")
            for k in article.where(word_set("university"))
        )
        if len(schools) == 1 or named:
            ref = schools[0].id if len(schools) == 1 else None
            yield Candidate(word.start, word.end, "ORGANISATION", Tier.FACT, SCHOOL, ref)


def _speaks(article: Article, i: int) -> bool:
    """Whether the word at ``i``, without an article, is the subject of a verb of saying or behind "selon"."""
    if according(article, i):
        return True
    before = article.fold(i - 1)
    subject = not before or not before[-1].isalnum() or article.opens(i)
    return subject and article.fold(i + 1) in word_set("simple have") and acts(article, i + 1)


def _is_headed(article: Article, i: int) -> bool:
    """Whether the word at ``i`` is what a title belongs to: "le chef de l'ANP"."""
    k = i - 2 if article.fold(i - 1) in word_set("feminine article") else i - 1
    return article.fold(k) in word_set("of any") and any(
        not title.address for title in titles().get(article.fold(k - 1), ())
    )


def coordinated(article: Article, settled: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with the unknown names of a row of organisations made organisations: "notamment Glencore et Ardal".

    Names without an article that commas or "et" join are of one kind; those that the lexicon knows say of which.
    """
    out = list(settled)
    for held in _rows(article, settled):
        row = [settled[k] for k in held]
        told = {c.type for c in row if c.tier >= Tier.WORD and c.reason != _MODEL}
        for k in held[1:-1] if told == {"PERSON"} else ():
            c = settled[k]
            if c.type != "PERSON" and c.reason == _MODEL and " " in article.text[c.start : c.end]:
                out[k] = Candidate(c.start, c.end, "PERSON", Tier.WORD, "rangé parmi des personnes")
        known = {c.type for c in row if c.ref is not None or c.reason in (BESIDE, ANNOUNCED)}
        if known != {"ORGANISATION"}:
            continue
        for k in held:
            c = settled[k]
            single = " " not in article.text[c.start : c.end]
            titled = names_person(article, *article.covering(c.start, c.end)) == APPOSED
            if c.ref is None and c.type in ("PERSON", "PLACE") and c.tier <= Tier.WORD and single and not titled:
                out[k] = Candidate(c.start, c.end, "ORGANISATION", Tier.WORD, "rangé parmi des organisations")
    return out


def _rows(article: Article, settled: Sequence[Candidate]) -> Iterator[list[int]]:
    """Rows of mentions, as indices, that nothing but a comma or a conjunction parts, and what stands in brackets."""
    row: list[int] = []
    past = -1
    for k, c in enumerate(settled):
        b, end = article.covering(c.start, c.end)
        if row and article.fold(past) == "(" and b < _bracket(article, past):
            continue
        a = _bracket(article, past) if row and article.fold(past) == "(" else past
        if row and not (b - a == 1 and article.fold(a) in {","} | word_set("joint") and not article.new_line(a)):
            if len(row) > 1 and not _has_article(article, settled[row[0]]):
                yield row
            row = []
        row.append(k)
        past = end
    if len(row) > 1 and not _has_article(article, settled[row[0]]):
        yield row


def _bracket(article: Article, i: int) -> int:
    """The index past the bracket that opens at a word, or that word where it does not close soon."""
    for k in range(i + 1, min(i + _FARTHEST, len(article.words))):
        if article.words[k].text == ")":
            return k + 1
        if article.words[k].text in _STOPS:
            break
    return i


def _has_article(article: Article, c: Candidate) -> bool:
    first, _ = article.covering(c.start, c.end)
    return article.fold(first - 1) in word_set("any definite")
