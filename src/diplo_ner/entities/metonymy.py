"""Capitals that stand for their governments: "Moscou ne souhaite pas", "entre Washington et Moscou", "à Genève".

The sentence decides, by what governs the name: a verb whose subject it is, a verb that takes a government as its
object, a noun or a preposition before it. Where nothing speaks for the government, a capital is a town.
The reading is the place-for-people metonymy of Markert & Nissim (2002).
"""

from __future__ import annotations

import re

from .article import Article
from .common import is_function_word
from .context import acts, noun_before
from .governed import frames, governed, head_noun, is_object, prepositional
from .word_sets import begins, without_article, word_set, written

_FARTHEST_START, _NEAR_WAY = 12, 6
_APPOSITION = 12
_FATE = 5
"""Words behind a town among which what befalls it stands: "Paris a été le théâtre de"."""
SUBJECT = "sujet d'un verbe"
"""The reason given where a capital is the subject of a verb."""

_CLOSERS = frozenset((",", ".", "»", "”", '"', "", ";"))
_OPEN_MARKS = frozenset('«“"„‹')
_VERB_ENDING = re.compile(
    r"(?:e|ent|ant|ait|aient|era|eront|erait|eraient|it|irent|a|erent|ut|urent|oit|oivent|ient|iennent"
    r"|end|endent|ond|ondent|et|ettent|eut|[aeo]int|[aeo]ignent|erd|erdent|ompt|[aeou]rt|[aeou]rtent|ord|ordent)$"
)


_LONGEST_ROW = 8
"""Names in a row of capitals over which the first decides for the last."""


def stands_for_state(article: Article, first: int, last: int, others: frozenset[int]) -> str | None:
    """Why a capital at words ``first`` to ``last`` stands for its government, or None when it is the town.

    Args:
        article: The article.
        first: Index of the name's first word.
        last: Index past its last word.
        others: First-word indices of the other capitals, countries and organisations of the article, for "X et Y".
    """
    return _in_row(article, first, last, others, _LONGEST_ROW)


def _in_row(article: Article, first: int, last: int, others: frozenset[int], left: int) -> str | None:
    """The same, with how many names of a row may still be asked before it: what holds for one holds for the next."""
    if not left:
        return None
    before, after = "" if article.new_line(first) else article.fold(first - 1), article.fold(last)
    if before in word_set("definite") or (before and _is_where(article, last)):
        return None
    prepositions = frames()["prep"]
    reading = prepositional(article, first)
    if before in word_set("between"):
        paired = any(k in others for k in range(last + 1, last + 4)) or _paired_later(article, last, others)
        return "entre deux puissances" if paired and not _travels(article, first) else None
    if reading is None:
        passing = before in word_set("by") and _passes(article, first - 2)
        reading = "town" if passing else prepositions.get(before)
    if reading is not None:
        return f"« {before} » devant une capitale" if reading == "state" else None
    where = first > 0 and article.words[first - 1].text.lower() in written("where")
    if before == "," and _goes_on(article, last, others):
        partner = next((k for k in range(first - 2, max(first - 5, -1), -1) if k in others), None)
        listed = partner is not None and all(article.is_capital(k) for k in range(partner, first - 1))
        if partner is not None and listed:
            return _in_row(article, partner, first - 1, others, left - 1)
    if before in word_set("and") and article.fold(first - 2) == "," and _is_subject(article, first, last):
        return SUBJECT
    if before in word_set("row") and not where:
        decided, why = _behind_partner(article, first, others, left)
        if decided:
            return why
    if before in word_set("of") and (alike := _likened(article, first)) in others:
        return _in_row(article, alike, alike + 1, others, left - 1)
    antecedent = before in word_set("plain of") and after == "," and article.fold(last + 1) in word_set("who")
    if before in word_set("to or of") and not (antecedent and head_noun(article, first) is None):
        return governed(article, first, last, without_article(before))
    return _acts(article, first, last, others)


def _behind_partner(article: Article, first: int, others: frozenset[int], left: int) -> tuple[bool, str | None]:
    """Whether the name before "et" decides for the one behind it, and why that stands for its government, or not."""
    partner = next((k for k in range(first - 2, max(first - 8, -1), -1) if k in others), None)
    if partner is None:
        return False, None
    if article.fold(partner - 1) in word_set("definite"):
        partner -= 1
    ahead = article.fold(partner - 1)
    if ahead in word_set("between"):
        return True, None if _travels(article, partner) else "entre deux puissances"
    if ahead in word_set("of which") or not (article.opens(partner) or ahead in word_set("clause")):
        return True, _in_row(article, partner, first - 1, others, left - 1)
    listed = ahead == "," and not {partner - 2, partner - 3}.isdisjoint(others)
    why = _in_row(article, partner, first - 1, others, left - 1) if listed else None
    return why is not None, why


def _acts(article: Article, first: int, last: int, others: frozenset[int]) -> str | None:
    """Why a capital without a preposition that tells stands for its government: it does what governments do."""
    before, after = "" if article.new_line(first) else article.fold(first - 1), article.fold(last)
    if _inverted(article, first, last, others):
        return "sujet inversé d'un verbe de parole"
    if _postponed(article, first, last):
        return "sujet derrière son verbe, dans une incise ou une relative"
    if before in word_set("of which") and _among_powers(article, first - 2):
        return "l'une des puissances dites avant « dont »"
    if _cleft(article, first, last):
        return "mis en relief par « c'est … qui »"
    if _is_subject(article, first, last):
        return SUBJECT
    if before.endswith(("er", "ir", "re")) and begins(article.fold(first - 2), "makes do (stems)"):
        return "sujet d'un infinitif derrière « faire » ou « laisser »"
    if is_object(article, first):
        return "objet d'un verbe qui vise un gouvernement"
    if before in word_set("for") and not _travels(article, first) and not after[:1].isdigit():
        return "« pour » devant une capitale"
    if (
        after == ","
        and (article.opens(first) or before in word_set("plain of"))
        and article.fold(last + 1) in word_set("who")
    ):
        return "antécédent de « qui »"
    if (
        after == ","
        and article.opens(first)
        and not article.is_capital(last + 1)
        and not any(_dates(article.fold(k)) for k in (last + 1, last + 2))
    ):
        return "sujet devant une incise"
    return None


def _inverted(article: Article, first: int, last: int, others: frozenset[int]) -> bool:
    """Whether the name is the subject behind a verb of saying: « … », répète Ottawa; « … », ont dit mardi X et Y."""
    k = first - 1
    if article.fold(k) in word_set("day"):
        k -= 1
    if k < 0 or article.new_line(first) or not acts(article, k):
        return False
    after = article.fold(last)
    closed = after in (",", ".", "»", "”", '"', "") or article.new_line(last)
    return closed or (after in word_set("and") and last + 1 in others)


def _dates(word: str) -> bool:
    """Whether a word begins a date or says that it is a town: "Paris, le 3 mai", "Rabat, capitale du royaume"."""
    return word[:1].isdigit() or word in word_set("day") or word in word_set("date or town")


def _postponed(article: Article, first: int, last: int) -> bool:
    """Whether the name is a subject behind its verb: ", constate Paris,", "que nie Pékin", "comme le veut Ottawa"."""
    after, verb = article.fold(last), article.fold(first - 1)
    if article.is_capital(first - 1) or is_function_word(verb) or verb in word_set("no_verb"):
        return False
    if not (after in _CLOSERS or article.new_line(last)) or not _VERB_ENDING.search(verb):
        return False
    if verb in word_set("holding"):
        return False
    k = first - 2
    if article.fold(k) == ",":
        return after == "," and not is_common_noun(article, first - 1)
    if article.fold(k) in word_set("object clitic"):
        k -= 1
    return article.fold(k) in word_set("that or as")


def is_common_noun(article: Article, i: int) -> bool:
    """Whether a word is a noun that stands before a name in apposition, by the table of such nouns."""
    return noun_before(article, i + 1) is not None


def _among_powers(article: Article, k: int) -> bool:
    """Whether a noun of powers stands a few words before word ``k``, in the same sentence: "des capitales, dont"."""
    for j in range(k, max(k - _NEAR_WAY, -1), -1):
        if article.words[j].text in ".;:!?" or article.new_line(j + 1):
            return False
        if article.fold(j) in word_set("powers"):
            return True
    return False


def _likened(article: Article, first: int) -> int:
    """Index of the name that "de X" is likened or added to: "de Pékin comme de Moscou", "mais aussi de Moscou"."""
    k = first - 2
    if article.fold(k) in word_set("adverb"):
        k -= 1
    return k - 1 if article.fold(k) in word_set("likened") | word_set("but") else -1


def _is_where(article: Article, last: int) -> bool:
    """Whether a relative clause of place follows: "à Paris, où"."""
    k = last + 1 if article.fold(last) == "," else last
    return k < len(article.words) and article.words[k].text.lower() in written("where")


def _paired_later(article: Article, last: int, others: frozenset[int]) -> bool:
    """Whether the second of two powers follows an apposition: "entre Moscou, allié du régime, et Ankara"."""
    if article.fold(last) != ",":
        return False
    for k in range(last + 1, min(last + _APPOSITION, len(article.words))):
        if article.words[k].text in ".;:!?" or article.new_line(k):
            return False
        if article.fold(k) in word_set("and") and article.fold(k - 1) == "," and k + 1 in others:
            return True
    return False


def _goes_on(article: Article, last: int, others: frozenset[int]) -> bool:
    """Whether an enumeration goes on behind a name: ", Paris et Berlin"."""
    return article.fold(last) in {","} | word_set("joint") and last + 1 in others


def _is_subject(article: Article, first: int, last: int) -> bool:
    before = article.fold(first - 1)
    if not (article.opens(first) or before in word_set("clause")):
        return False
    k = last
    if article.fold(k) == "," or any(article.fold(j) in word_set("what befalls a town") for j in range(k, k + _FATE)):
        return False
    while article.fold(k) in word_set("adverb") or article.fold(k) in _OPEN_MARKS:
        k += 1
    if k >= len(article.words) or (article.new_line(k) and k > 0):
        return False
    word = article.words[k]
    joint = word.fold in word_set("joint")
    if joint and article.fold(k + 1) in word_set("definite") and article.is_capital(k + 2):
        k += 1
    if joint and (article.is_capital(k + 1) or article.fold(k + 2) in word_set("other")):
        k += 2 + (not article.is_capital(k + 1)) * 2
        word = article.words[k] if k < len(article.words) else word
    if word.fold in word_set("verb"):
        return not (word.fold in word_set("object clitic") and not _VERB_ENDING.search(article.fold(k + 1)))
    if word.fold in word_set("attitude"):
        return True
    told = word.text[0].islower() or article.loud(k)
    if not told or word.fold in word_set("no_verb") or is_function_word(word.fold):
        return False
    return bool(_VERB_ENDING.search(word.fold))


def _cleft(article: Article, first: int, last: int) -> bool:
    """Whether the name is the subject of a cleft sentence: "C'est Washington, pas Moscou, qui alimente …"."""
    k = first - 1
    if article.fold(k) in word_set("indeed"):
        k -= 1
    if article.fold(k) in word_set("denial"):
        k -= 1
        while k > 0 and (article.fold(k) == "," or article.is_capital(k)):
            k -= 1
    if article.fold(k) not in word_set("copula"):
        return False
    return any(article.fold(j) in word_set("who") for j in range(last, min(last + 6, len(article.words))))


def _passes(article: Article, k: int) -> bool:
    """Whether the word before "par" is a way or a verb of passing: "une escale par", "transiter par"."""
    word = article.fold(k)
    return begins(word, "passes (stems)") or word in word_set("travel") or word.isdigit()


def _travels(article: Article, first: int) -> bool:
    for k in range(first - 1, max(first - _FARTHEST_START, -1), -1):
        word = article.fold(k)
        if article.words[k].text in ".;!?" or article.new_line(k + 1):
            return False
        leaves = begins(word, "goes (stems)") or word in word_set("leaves")
        goes = leaves or (first - k <= _NEAR_WAY and word in word_set("travel"))
        if goes and article.fold(k - 1) not in word_set("in part"):
            return True
    return False
