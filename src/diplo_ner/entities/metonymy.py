"""Capitals that stand for their governments: "Moscou ne souhaite pas", "entre Washington et Moscou", "à Genève".

The sentence decides, by what governs the name: a verb whose subject it is, a verb that takes a government as its
object, a noun or a preposition before it. Where nothing speaks for the government, a capital is a town.
The reading is the place-for-people metonymy of Markert & Nissim (2002).
"""

from __future__ import annotations

import re
from functools import lru_cache

from diplo_ner.lexicon.tables import cell_list, rows
from diplo_ner.lexicon.verbs import Frame, framed_forms
from diplo_ner.text.fold import fold

from .article import Article
from .common import is_function_word
from .context import acts
from .word_sets import word_set

_DISPATCHES = ("envoy", "appel", "rappel", "lanc")
_VERB_FRAMES: dict[str, Frame] = {"verb_to": "to", "verb_of": "of", "object": "object"}
_APPOSITION = 12
_MOST_ADVERBS = 4
_LONG = 6
SUBJECT = "sujet d'un verbe"
"""The reason given where a capital is the subject of a verb."""

_OPEN_MARKS = frozenset('«“"„‹')
_GOES = re.compile(
    r"(?:envol|decoll|embarqu|quitt|voyag|(?:re)?part(?:e|ent|i|ie|ies|is|it|ir|ira|iront|ant|ait|aient)?$)"
)
_PASSES = re.compile(r"(?:pass|transit|escale|detour|arriv|entr|circul|survol|via)")
_DATE = re.compile(
    r"(?:le|ce|\d.*|capitale|ville|chef-lieu|siege|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$"
)
_VERB_ENDING = re.compile(
    r"(?:e|ent|ant|ait|aient|era|eront|erait|eraient|it|irent|a|erent|ut|urent|oit|oivent|ient|iennent"
    r"|end|endent|ond|ondent|et|ettent|eut|[aeo]int|[aeo]ignent|erd|erdent|ompt|[aeou]rt|[aeou]rtent|ord|ordent)$"
)


_ENDING = re.compile(
    r"(?:er?|es|ee|ees|ent|ons|ez|a|ai|as|ait|ais|aient|ant|erent|i|is|it|ir|ie|ies|irent|issent|issait|issant"
    r"|re|s|t|u|ue|us|ues"
    r"|ut|urent|(?:e|i)?r(?:a|ont|ait|aient|ons)|iennent|te|ts|tes|ds|d)?"
)


@lru_cache(maxsize=1)
def _frames() -> dict[str, dict[str, str]]:
    """Readings by frame and folded word; verbs by the stem that their forms share."""
    found: dict[str, dict[str, str]] = {"head": {}, "verb_to": {}, "verb_of": {}, "prep": {}, "object": {}}
    for row in rows("diplo_ner.entities", "metonymy.csv"):
        for word in cell_list(row["word"]):
            found[row["frame"]][fold(word)] = row["reading"]
    for frame, governed in _VERB_FRAMES.items():
        for form, reading in framed_forms(governed):
            found[frame].setdefault(f"{fold(form)}.", reading)
    return found


def _verb_reading(frame: str, form: str) -> str | None:
    """The reading that a verb form asks for: one of the frame's stems and an ending of the conjugation."""
    stems = _frames()[frame]
    whole = stems.get(form + ".")
    if whole is not None:
        return whole
    for size in range(len(form) - 1, 2, -1):
        reading = stems.get(form[:size]) or stems.get(form[:size] + ".")
        if reading is not None and _ENDING.fullmatch(form, size):
            return reading
    return None


def stands_for_state(article: Article, first: int, last: int, others: frozenset[int]) -> str | None:
    """Why a capital at words ``first`` to ``last`` stands for its government, or None when it is the town.

    Args:
        article: The article.
        first: Index of the name's first word.
        last: Index past its last word.
        others: First-word indices of the other capitals, countries and organisations of the article, for "X et Y".
    """
    before, after = "" if article.new_line(first) else article.fold(first - 1), article.fold(last)
    if before in ("l'", "le", "la", "les") or (before and _is_where(article, last)):
        return None
    frames = _frames()
    two = f"{article.fold(first - 2)} {before}"
    three = f"{article.fold(first - 3)} {two}"
    reading = frames["prep"].get(three) or frames["prep"].get(two)
    if before == "entre":
        paired = any(k in others for k in range(last + 1, last + 4)) or _paired_later(article, last, others)
        return "entre deux puissances" if paired and not _travels(article, first) else None
    if reading is None and before in frames["prep"]:
        reading = frames["prep"][before]
        if before == "par" and _passes(article, first - 2):
            reading = "town"
    if reading is not None:
        return f"« {before} » devant une capitale" if reading == "state" else None
    where = first > 0 and article.words[first - 1].text.lower() == "où"
    if before == "," and _goes_on(article, last, others):
        partner = next((k for k in range(first - 2, max(first - 5, -1), -1) if k in others), None)
        listed = partner is not None and all(article.is_capital(k) for k in range(partner, first - 1))
        if partner is not None and listed:
            return stands_for_state(article, partner, first - 1, others)
    if before == "et" and article.fold(first - 2) == "," and _is_subject(article, first, last):
        return SUBJECT
    if before in ("et", "ou", "ni") and not where:
        partner = next((k for k in range(first - 2, max(first - 8, -1), -1) if k in others), None)
        if partner is not None:
            if article.fold(partner - 1) in ("le", "la", "les", "l'"):
                partner -= 1
            ahead = article.fold(partner - 1)
            if ahead == "entre":
                return None if _travels(article, partner) else "entre deux puissances"
            listed = ahead == "," and not {partner - 2, partner - 3}.isdisjoint(others)
            if not (article.opens(partner) or ahead in word_set("clause")):
                return stands_for_state(article, partner, first - 1, others)
            if listed and (why := stands_for_state(article, partner, first - 1, others)):
                return why
    antecedent = before == "de" and after == "," and article.fold(last + 1) == "qui"
    if before in ("a", "d'", "de", "du", "au") and not (antecedent and _head(article, first) is None):
        return _governed(article, first, last, {"du": "de", "au": "a", "d'": "de"}.get(before, before))
    if _inverted(article, first, last, others):
        return "sujet inversé d'un verbe de parole"
    if _cleft(article, first, last):
        return "mis en relief par « c'est … qui »"
    if _is_subject(article, first, last):
        return SUBJECT
    if before.endswith(("er", "ir", "re")) and article.fold(first - 2).startswith(
        ("fai", "fer", "lais", "fass", "fit", "font")
    ):
        return "sujet d'un infinitif derrière « faire » ou « laisser »"
    if _is_object(article, first):
        return "objet d'un verbe qui vise un gouvernement"
    if before == "pour" and not _travels(article, first) and not after[:1].isdigit():
        return "« pour » devant une capitale"
    if after == "," and (article.opens(first) or before == "de") and article.fold(last + 1) == "qui":
        return "antécédent de « qui »"
    if (
        after == ","
        and article.opens(first)
        and not article.is_capital(last + 1)
        and not _DATE.match(article.fold(last + 1))
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
    return closed or (after == "et" and last + 1 in others)


def _is_where(article: Article, last: int) -> bool:
    """Whether a relative clause of place follows: "à Paris, où"."""
    k = last + 1 if article.fold(last) == "," else last
    return k < len(article.words) and article.words[k].text.lower() == "où"


def _paired_later(article: Article, last: int, others: frozenset[int]) -> bool:
    """Whether the second of two powers follows an apposition: "entre Moscou, allié du régime, et Ankara"."""
    if article.fold(last) != ",":
        return False
    for k in range(last + 1, min(last + _APPOSITION, len(article.words))):
        if article.words[k].text in ".;:!?" or article.new_line(k):
            return False
        if article.fold(k) == "et" and article.fold(k - 1) == "," and k + 1 in others:
            return True
    return False


def _is_object(article: Article, first: int) -> bool:
    """Whether a verb that takes a government as its object stands before, adverbs and days between passed over.

    "accuse Moscou", "ont accusé jeudi Pékin de", "visant déjà Pyongyang", "accuse de son côté Paris".
    """
    k = first - 1
    for _ in range(_MOST_ADVERBS):
        word = article.fold(k)
        if word in word_set("clause") or article.new_line(k + 1):
            return False
        reading = _verb_reading("object", word)
        if reading is not None:
            return reading == "state"
        if word == "cote" and article.fold(k - 1) in ("son", "leur") and article.fold(k - 2) == "de":
            k -= 3
        elif article.fold(k - 1) == "avec" and not article.is_capital(k):
            k -= 2
        elif word in word_set("day") or word in word_set("adverb") or (word.endswith("ment") and len(word) > _LONG):
            k -= 1
        else:
            return False
    return False


def _governed(article: Article, first: int, last: int, before: str) -> str | None:
    """The reading of "… à X" and "… de X" by the verb or noun that governs it."""
    if before == "de" and article.fold(last) in ("le", "la", "l'", "un", "une") and _makes(article.fold(first - 2)):
        return "objet de « faire de »"
    if before == "a" and article.fold(first - 2).endswith("-on"):
        return "« dit-on à »"
    if before == "a":
        for k in range(first - 2, max(first - 9, -1), -1):
            word = article.fold(k)
            if article.words[k].text in ".;:!?«»" or article.new_line(k + 1):
                break
            reading = _verb_reading("verb_to", word)
            if reading is not None:
                return "destinataire d'un verbe" if reading == "state" and _dative(article, k, first) else None
        return None
    if before == "de" and _verb_reading("verb_of", article.fold(first - 2)) == "state":
        return "destinataire d'une exigence"
    head = _head(article, first)
    state = head is not None and _frames()["head"][article.fold(head)] == "state"
    return f"« {article.words[head].text} de »" if head is not None and state else None


def _head(article: Article, first: int) -> int | None:
    """Where a noun stands that says what "de X" behind it is."""
    for k in range(first - 2, max(first - 5, -1), -1):
        word = article.fold(k)
        if word in _frames()["head"]:
            return k
        if is_function_word(word) and not (word == "et" and k < first - 2):
            break
    return None


def _goes_on(article: Article, last: int, others: frozenset[int]) -> bool:
    """Whether an enumeration goes on behind a name: ", Paris et Berlin"."""
    return article.fold(last) in (",", "et", "ou") and last + 1 in others


def _dative(article: Article, verb: int, first: int) -> bool:
    """Whether "à X" hangs on the verb: right behind it, or behind its object with nothing that parts them."""
    between = [article.fold(k) for k in range(verb + 1, first - 1)]
    if between and (between[-1] == "," or between[-1] in word_set("located")):
        return False
    if between and all(b in word_set("day") for b in between) and acts(article, verb):
        return False
    if any(b in word_set("envoy") for b in between) and _verb_reading("verb_to", article.fold(verb)) == "state":
        return False
    if between and article.is_capital(verb + 1) and acts(article, verb):
        return False
    sent = article.fold(verb).startswith(_DISPATCHES) and article.words[verb].text.endswith(("é", "ée", "és", "ées"))
    if sent and not between and article.fold(verb - 1) not in word_set("have"):
        return False
    return not any(b in word_set("hindrance") for b in between)


def _is_subject(article: Article, first: int, last: int) -> bool:
    before = article.fold(first - 1)
    if not (article.opens(first) or before in word_set("clause")):
        return False
    k = last
    if article.fold(k) == ",":
        return False
    while article.fold(k) in word_set("adverb") or article.fold(k) in _OPEN_MARKS:
        k += 1
    if k >= len(article.words) or (article.new_line(k) and k > 0):
        return False
    word = article.words[k]
    if word.fold in ("et", "ou") and article.is_capital(k + 1):
        k += 2
        word = article.words[k] if k < len(article.words) else word
    if word.fold in word_set("verb"):
        return not (word.fold in ("l'", "le", "la", "les", "en", "y") and not _VERB_ENDING.search(article.fold(k + 1)))
    if word.fold in word_set("attitude"):
        return True
    told = word.text[0].islower() or article.loud(k)
    if not told or word.fold in word_set("no_verb") or is_function_word(word.fold):
        return False
    return bool(_VERB_ENDING.search(word.fold))


def _makes(word: str) -> bool:
    return word.startswith(("fais", "fait", "fera", "fasse", "ferai", "feront")) or word in ("faire", "fit")


def _cleft(article: Article, first: int, last: int) -> bool:
    """Whether the name is the subject of a cleft sentence: "C'est Washington, pas Moscou, qui alimente …"."""
    k = first - 1
    if article.fold(k) == "pas" or article.fold(k) == "et":
        k -= 1
        while k > 0 and (article.fold(k) == "," or article.is_capital(k)):
            k -= 1
    if article.fold(k) not in ("est", "c'est", "etait", "sont"):
        return False
    return any(article.fold(j) == "qui" for j in range(last, min(last + 6, len(article.words))))


def _passes(article: Article, k: int) -> bool:
    """Whether the word before "par" is a way or a verb of passing: "une escale par", "transiter par"."""
    word = article.fold(k)
    return word in word_set("travel") or bool(_PASSES.match(word)) or word.isdigit()


def _travels(article: Article, first: int) -> bool:
    return any(
        article.fold(k) in word_set("travel") or _GOES.match(article.fold(k)) for k in range(max(0, first - 6), first)
    )
