"""Candidates that a statistical model speaks for, with their type set right by the words around them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from diplo_ner.entity_types import EntityType, types_by_label
from diplo_ner.lexicon.org_heads import heads
from diplo_ner.names.given import is_given_name
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate, Tier
from .common import is_common_word, is_commune, is_function_word, merely_opens
from .compounds import row_of_states
from .context import (
    according,
    acts,
    body_speaks,
    bynamed,
    in_place,
    is_people_ahead,
    names_person,
    names_place,
    noun_before,
)
from .credits import signs
from .firms import is_firm, is_part_of_firm, of_a_firm
from .known_names import lexicon
from .nobodies import is_nowhere, names_nobody_here
from .people import is_other
from .statistical import Piece
from .titles import title_before
from .word_sets import word_set

SPEAKER = "le modèle ; sujet d'un verbe de parole"
"""The reason given for a name of one word that the article has behind a verb of saying."""

BESIDE = "le modèle ; à ce qui l'entoure"
"""The reason given for a name whose type the words around it tell."""
_CAMEL = re.compile(r"(?!Ma?c|D[eiau]|L[aei]|V[ao]n|O[A-Z])[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:[A-ZÀ-Þ][a-zß-ÿ]+)+")
_MOST_NAMES = 3
_LONGEST_ACRONYM = 6
"""Letters of an acronym that is told by its capitals alone, at the most."""


def from_model(article: Article, pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """Names that a model tags, one type for each name unless its surroundings differ.

    Args:
        article: The article.
        pieces: The repaired spans of the model.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for p in pieces:
        votes[fold(_name(article, p))][p.label] += 1
    nothing = article.common_acronyms | {
        article.fold(i) for i in article.where(votes) if article.is_capital(i) and noun_before(article, i) == "NONE"
    }
    nothing |= {fold(_name(article, p)) for p in pieces if noun_before(article, p.first) == "NONE"}
    speakers = _speakers(article, pieces)
    for p in pieces:
        name = _name(article, p)
        key = fold(name)
        if key in speakers and not in_place(article, p.first):
            yield Candidate(p.start, p.end, "PERSON", Tier.WORD, SPEAKER)
            continue
        somebody = p.label == "PER" and p.last - p.first > 1 and is_given_name(article.fold(p.first))
        if (key in nothing and not somebody) or len(name) <= 1 or name[-1] in "'’" or signs(article.text, p.start):
            continue
        if names_nobody_here(article, p):
            continue
        if _only_opens(article, p, votes[key]) or _is_common(article, p) or row_of_states(article, p.first, p.last):
            continue
        if article.loud(p.first) and all(
            is_common_word(article.fold(k)) or is_function_word(article.fold(k)) for k in range(p.first, p.last)
        ):
            continue
        if _titled_medium(article, p):
            start = article.words[p.first - 1].start
            yield Candidate(start, p.end, "ORGANISATION", Tier.WORD, "un titre avec son article")
            continue
        kind = _type(article, p, votes[key].most_common(1)[0][0])
        told = kind is not None and _is_told(article, p, kind)
        if kind == "PLACE" and not told and is_nowhere(article, p):
            continue
        if kind is not None:
            tier = Tier.WORD if p.last - p.first > 1 else Tier.MODEL
            start = article.words[p.first - 1].start if kind == "PLACE" and _has_article(article, p) else p.start
            yield Candidate(start, p.end, kind, tier, BESIDE if told else "le modèle")


def _speakers(article: Article, pieces: Sequence[Piece]) -> frozenset[str]:
    """Folded names of one word that the article ever has behind a verb of saying, where the lexicon knows no place."""
    found = set()
    for p in pieces:
        if p.last - p.first > 1 or is_common_word(article.fold(p.first)) or noun_before(article, p.first) is not None:
            continue
        entries = lexicon().alone.get(article.fold(p.first), ())
        spoken = names_person(article, p.first, p.last) == "sujet d'un verbe de parole"
        if spoken and not according(article, p.first) and not any(e.type != "PERSON" for e in entries):
            found.add(article.fold(p.first))
    return frozenset(found)


def _name(article: Article, p: Piece) -> str:
    return article.text[p.start : p.end]


def _type(article: Article, p: Piece, label: str) -> EntityType | None:
    """The type of a piece: the model's label, unless what stands around it or in it says otherwise."""
    several = p.last - p.first > 1
    given = is_given_name(article.fold(p.first))
    kind = types_by_label().get(label) or ("ORGANISATION" if is_part_of_firm(article, p) else None)
    built = word_set("site") | word_set("terminal")
    nowhere = not in_place(article, p.first) and article.fold(p.first) not in built
    if kind in ("PLACE", None) and nowhere and _is_person(article, p):
        kind = "PERSON"
    if kind == "ORGANISATION" and (bynamed(article, p.first) or (several and _in_apposition(article, p))):
        kind = "PERSON"
    if kind == "ORGANISATION" and several and p.label == "ORG" and _is_titled(article, p):
        kind = "PERSON"
    if kind == "PERSON" and ((not given and names_place(article, p.first, p.last)) or is_commune(_name(article, p))):
        kind = "PLACE"
    if kind == "PERSON" and not several and not given and (other := _no_person(article, p)) is not None:
        kind = other if other != "NONE" else None
    if kind == "PERSON" and is_people_ahead(article, p.first):
        kind = None
    if kind == "PERSON" and not several and _is_eponym(article, p.first):
        kind = "PLACE"
    if of_a_firm(article, p):
        return "ORGANISATION"
    toward = article.fold(p.first - 2) in word_set("toward")
    if toward and not several and article.fold(p.first) in word_set("direction"):
        return None
    if several and kind != "PLACE" and article.fold(p.last - 1) in word_set("english site"):
        return "PLACE"
    told = noun_before(article, p.first)
    if told is not None and told != "NONE":
        full = several and given and article.fold(p.first - 1) in word_set("of")
        if kind != "PERSON" or not (full or (told == "ORGANISATION" and several)):
            kind = told
    body = kind == "PLACE" and _is_no_place(article, p, told)
    return "ORGANISATION" if body or (kind in ("PERSON", "PLACE") and is_firm(article, p)) else kind


def _is_eponym(article: Article, i: int) -> bool:
    """Whether a site bears a person's name in one word: "le centre Georges-Vézina"."""
    first, hyphen, _ = article.fold(i).partition("-")
    return bool(hyphen) and is_given_name(first) and article.fold(i - 1) in word_set("eponym")


def _is_no_place(article: Article, p: Piece, told: str | None) -> bool:
    """Whether what was taken for a place is a body by its capitals or by what it does; ``told`` is the noun before."""
    several = p.last - p.first > 1
    if not several and _CAMEL.fullmatch(article.words[p.first].text):
        return True
    if _is_acronym(article, p) and told != "PLACE" and not in_place(article, p.first):
        return True
    unknown = not several and told is None and not lexicon().alone.get(article.fold(p.first))
    return unknown and body_speaks(article, p.first)


def _is_told(article: Article, p: Piece, kind: EntityType) -> bool:
    """Whether the words around tell the type, not only the model: "le camp de X", "à X, au nord de", "le PDG de X"."""
    if kind == "ORGANISATION" and of_a_firm(article, p):
        return True
    if kind != "PLACE" or lexicon().alone.get(article.fold(p.first)):
        return False
    if noun_before(article, p.first) == "PLACE" or names_place(article, p.first, p.last):
        return True
    return p.last - p.first == 1 and not article.new_line(p.last) and _no_person(article, p) == "PLACE"


def _no_person(article: Article, p: Piece) -> EntityType | Literal["NONE"] | None:
    """What a name of one word is that wears an article or stands where towns stand, so that it is no person's."""
    before = article.fold(p.first - 1)
    if article.is_capital(p.first - 1):
        return None
    if before in word_set("elided article"):
        return "NONE" if is_common_word(article.fold(p.first)) else "ORGANISATION"
    if before in word_set("no person's article"):
        return "NONE"
    after = article.fold(p.last)
    towns = before in word_set("to") and (
        after in {",", ".", "!", "("} | word_set("in or to") or article.new_line(p.last)
    )
    return "PLACE" if towns and not acts(article, p.first - 2) else None


def _has_article(article: Article, p: Piece) -> bool:
    """Whether a place has an article with a capital of its own: "le maire de L'Ancienne-Lorette"."""
    k = p.first - 1
    return article.fold(k) in word_set("singular article") and article.is_capital(k) and not article.opens(k)


def _titled_medium(article: Article, p: Piece) -> bool:
    """Whether a name goes with an article that wears a capital inside a sentence, as the titles of media do."""
    before = p.first - 1
    if (
        before < 1
        or article.fold(before) not in word_set("definite")
        or not article.words[before].text.istitle()
        or article.opens(before)
    ):
        return False
    if (
        p.label == "LOC"
        or noun_before(article, before) == "PLACE"
        or article.is_capital(before - 1)
        or title_before(article, before) is not None
    ):
        return False
    if p.label == "MISC" and article.fold(before - 1) not in word_set("before a medium"):
        return False
    return p.label != "PER" or any(not article.is_capital(k) for k in range(p.first, p.last))


def _only_opens(article: Article, p: Piece, votes: Counter[str]) -> bool:
    """Whether the one word tagged, once in the article, is a common word at a sentence's head."""
    return (
        votes["PER"] == votes.total() == 1
        and p.last - p.first == 1
        and merely_opens(article, p.first)
        and not is_given_name(article.fold(p.first))
    )


def _is_common(article: Article, p: Piece) -> bool:
    """Whether a piece is one word of everyday French with a capital: "l'Histoire", "Réunion d'urgence"."""
    word = article.words[p.first]
    if p.last - p.first > 1 or not is_common_word(word.fold) or _is_acronym(article, p):
        return False
    if p.label == "ORG" and word.fold in heads() and _is_defined(article, p):
        return False
    if p.label == "PER" and not article.opens(p.first):
        return False
    return title_before(article, p.first) is None and noun_before(article, p.first) in (None, "NONE")


def _is_acronym(article: Article, p: Piece) -> bool:
    """Whether a piece is one word of three to six capitals among others that are not in capitals."""
    word = article.words[p.first].text
    if p.last - p.first > 1 or not article.is_acronym(p.first) or len(word) > _LONGEST_ACRONYM or not word.isalpha():
        return False
    if article.fold(p.first - 1) in word_set("to") and is_common_word(article.fold(p.first)):
        return False
    beside = (p.first - 1, p.last)
    return not (article.new_line(p.first) or any(article.shouted(k) or article.fold(k) == "/" for k in beside))


def _is_defined(article: Article, p: Piece) -> bool:
    return article.fold(p.first - 1) in word_set("any definite") and not article.is_capital(p.last)


def _is_person(article: Article, p: Piece) -> bool:
    """Whether a name that the model takes for a place or for nothing is a person's by what stands around it."""
    if names_person(article, p.first, p.last):
        named = p.label == "LOC" and p.last - p.first > 1 and not is_given_name(article.fold(p.first))
        return not (named and is_other(article, p.last - 1))
    if p.last - p.first == 1:
        articled = article.fold(p.first - 1) in word_set("no person's article")
        return is_given_name(article.fold(p.first)) and not (article.opens(p.first) or articled)
    return p.label != "MISC" and acts(article, p.last)


def _in_apposition(article: Article, p: Piece) -> bool:
    """Whether a title stands beside a name that the model takes for a body's: "L'émissaire, Staffan de Mistura,"."""
    if is_firm(article, p) or _name(article, p).isupper():
        return False
    return names_person(article, p.first, p.last) == "apposition d'un titre"


def _is_titled(article: Article, p: Piece) -> bool:
    """Whether a title with its article stands before two names that look like a person's: "la procureure Ada Heer"."""
    found = title_before(article, p.first)
    if found is None or found[1].address or is_firm(article, p) or p.last - p.first > _MOST_NAMES:
        return False
    names = article.words[p.first : p.last]
    if not all(w.text.istitle() and not is_common_word(w.fold) for w in names):
        return False
    first = found[0]
    if (other := title_before(article, first)) is not None and not other[1].address:
        first = other[0]
    determined = article.fold(first - 1) in word_set("singular determiner") | word_set("contracted")
    return determined and not article.is_capital(first)
