"""What governs a capital: the verb, noun or preposition before it that asks for a government or for a town.

"accuse Moscou", "demander à Pékin" and "l'ambition de Téhéran" ask for a government, "atterrir à Doha" for a town;
``data/metonymy.csv`` has the words of each frame with their reading.
"""

from __future__ import annotations

import re
from functools import lru_cache

from diplo_ner.lexicon.verbs import Frame, framed_forms
from diplo_ner.tables import cell_list, rows
from diplo_ner.text.fold import fold
from diplo_ner.text.words import words as split

from .article import Article
from .common import is_function_word
from .context import acts
from .word_sets import begins, without_article, word_set

_VERB_FRAMES: dict[str, Frame] = {"verb_to": "to", "verb_of": "of", "object": "object"}
_MOST_ADVERBS = 4
_LONGEST_PREPOSITION = 5
_QUOTE_MARKS = frozenset('«»“”"„')
_HEADS_FARTHEST = 4
_FAR = 10
_STOPS = frozenset(".;!?")
_ELIDED_HEAD = 14
_LONG = 6
_ENDING = re.compile(
    r"(?:er?|es|ee|ees|ent|ons|ez|a|ai|as|ait|ais|aient|ant|erent|i|is|it|ir|ie|ies|irent|issent|issait|issant"
    r"|re|s|t|u|ue|us|ues"
    r"|ut|urent|(?:e|i)?r(?:a|ont|ait|aient|ons)|iennent|te|ts|tes|ds|d)?"
)


@lru_cache(maxsize=1)
def frames() -> dict[str, dict[str, str]]:
    """Readings by frame and folded word; verbs by the stem that their forms share."""
    found: dict[str, dict[str, str]] = {"head": {}, "verb_to": {}, "verb_of": {}, "prep": {}, "object": {}}
    for row in rows("diplo_ner.entities", "metonymy.csv"):
        for word in cell_list(row["word"]):
            key = " ".join(w.fold for w in split(word)) if row["frame"] == "prep" else fold(word)
            found[row["frame"]][key] = row["reading"]
    for frame, told in _VERB_FRAMES.items():
        for form, reading in framed_forms(told):
            found[frame].setdefault(f"{fold(form)}.", reading)
    return found


def prepositional(article: Article, first: int) -> str | None:
    """The reading that a preposition of several words right before a name asks for: "à l'égard de", "face à"."""
    prepositions = frames()["prep"]
    last = [without_article(article.fold(first - 1))]
    for size in range(_LONGEST_PREPOSITION, 1, -1):
        phrase = " ".join([*(article.fold(k) for k in range(first - size, first - 1)), *last])
        if phrase in prepositions:
            return prepositions[phrase]
    return None


def _verb_reading(frame: str, form: str) -> str | None:
    """The reading that a verb form asks for: one of the frame's stems and an ending of the conjugation."""
    stems = frames()[frame]
    whole = stems.get(form + ".")
    if whole is not None:
        return whole
    for size in range(len(form) - 1, 2, -1):
        reading = stems.get(form[:size]) or stems.get(form[:size] + ".")
        if reading is not None and _ENDING.fullmatch(form, size):
            return reading
    return None


def is_object(article: Article, first: int) -> bool:
    """Whether a verb that takes a government as its object stands before, adverbs and days between passed over.

    "accuse Moscou", "ont accusé jeudi Pékin de", "visant déjà Pyongyang", "accuse de son côté Paris".
    """
    k = first - 1
    for _ in range(_MOST_ADVERBS):
        word = article.fold(k)
        if word in word_set("clause") or article.new_line(k + 1):
            return False
        reading = _verb_reading("object", word)
        if word in word_set("guard") and article.fold(k - 1) in word_set("inside"):
            return True
        if reading is not None:
            return reading == "state"
        if (
            word in word_set("side")
            and article.fold(k - 1) in word_set("side owner")
            and article.fold(k - 2) in word_set("plain of")
        ):
            k -= 3
        elif article.fold(k - 1) in word_set("with") and not article.is_capital(k):
            k -= 2
        elif word in word_set("day") or word in word_set("adverb") or (word.endswith("ment") and len(word) > _LONG):
            k -= 1
        else:
            return False
    return False


def governed(article: Article, first: int, last: int, before: str) -> str | None:
    """The reading of "… à X" and "… de X" by the verb or noun that governs it."""
    if (
        before in word_set("plain of")
        and article.fold(last) in word_set("one of one")
        and begins(article.fold(first - 2), "makes (stems)")
    ):
        return "objet de « faire de »"
    if before in word_set("to") and article.fold(first - 2).endswith("-on"):
        return "« dit-on à »"
    if before in word_set("to"):
        for k in range(first - 2, max(first - 9, -1), -1):
            word = article.fold(k)
            if article.words[k].text in ".;:!?«»" or article.new_line(k + 1):
                break
            reading = _verb_reading("verb_to", word)
            if reading is not None:
                return "destinataire d'un verbe" if reading == "state" and _dative(article, k, first) else None
        return None
    if (
        before in word_set("plain of")
        and _verb_reading("verb_of", article.fold(_past_adverbs(article, first - 2))) == "state"
    ):
        return None if _advance(article, first) else "destinataire d'une exigence"
    if before in word_set("plain of") and article.fold(first - 2) in word_set("that of"):
        return "« celui de » derrière un gouvernement" if _of_power(article, first - 2) else None
    head = head_noun(article, first)
    state = head is not None and frames()["head"][article.fold(head)] == "state"
    return f"« {article.words[head].text} de »" if head is not None and state else None


def _past_adverbs(article: Article, k: int) -> int:
    """The index of the verb before adverbs: "attend toujours de", "exige encore et encore de"."""
    for _ in range(_MOST_ADVERBS):
        word = article.fold(k)
        if not (word in word_set("adverb") or word in word_set("day") or (word.endswith("ment") and len(word) > _LONG)):
            break
        k -= 1
    return k


def _advance(article: Article, first: int) -> bool:
    """Whether those who draw near a name are soldiers, so that it is a town: "les troupes se rapprochent de"."""
    return any(article.fold(k) in word_set("soldiers") for k in range(max(first - _FAR, 0), first))


def _of_power(article: Article, k: int) -> bool:
    """Whether "celui" takes up a government: "un seul gouvernement, celui de"."""
    for j in range(k - 1, max(k - _ELIDED_HEAD, -1), -1):
        if article.words[j].text in _STOPS or article.new_line(j + 1):
            return False
        if frames()["head"].get(article.fold(j)) == "state":
            return True
    return False


def head_noun(article: Article, first: int) -> int | None:
    """Where a noun stands that says what "de X" behind it is; marks and a rank between them are passed over."""
    left, k = _HEADS_FARTHEST - 1, first - 2
    while left and k >= 0:
        word = article.fold(k)
        if word in frames()["head"]:
            return k
        if article.words[k].text in _QUOTE_MARKS or (
            word in word_set("one") and article.fold(k - 1) in word_set("number")
        ):
            k -= 1
            continue
        if is_function_word(word) and not (word in word_set("and") and k < first - 2):
            break
        left, k = left - 1, k - 1
    return None


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
    participle = article.words[verb].text.endswith(("é", "ée", "és", "ées"))
    sent = participle and begins(article.fold(verb), "dispatches (stems)")
    if sent and not between and article.fold(verb - 1) not in word_set("have"):
        return False
    return not any(b in word_set("hindrance") for b in between)
