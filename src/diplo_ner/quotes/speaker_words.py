"""The words that name a speaker: which of them, and where they stand."""

from __future__ import annotations

import re
from itertools import islice

from ..text.words import spellings
from .coreference.referents import impersonal
from .evidence.frame import Frame
from .grammar.antecedents import agrees
from .grammar.nominals import Nominal
from .grammar.sentence import Sentence
from .grammar.subjects import subject
from .grammar.syntax import Syntax, syntax_of
from .marks.passages import Passage
from .verbs.tokens import Token
from .vocabulary.word_classes import tag
from .vocabulary.word_sets import pattern, word_set

_VERB = r"[-‑]<he-or-she>|-t-| <short-report> |e "
_NARRATION = 4
"""Tokens of "et X de conclure" at the least."""
_ROOMY = 30
"""Characters that hold words with an incise among them, at the least."""
_STOP = re.compile(r"[,!?…]|\.{3,}")


def told_by_some(sentence: Sentence, frame: Frame) -> bool:
    """Whether "on" stands for somebody ("explique-t-on au Quai d'Orsay") and not for everybody ("dit-on")."""
    phrase = frame.speaker
    if phrase is None or frame.group is None:
        return False
    low = phrase.tokens[phrase.head].tag.pronoun or phrase.low
    if low not in word_set("people-pronoun"):
        return False
    if frame.rule.startswith("incise"):
        return True
    tokens = sentence.tokens
    return phrase.first > 0 and any(t.low in word_set("place-preposition") for t in tokens[: phrase.first])


def is_and_infinitive(sentence: Sentence) -> bool:
    """Et d'ajouter : « … », avant de poursuivre : « … »: an infinitive, whose subject is the one who spoke last."""
    tokens = sentence.tokens
    if (
        len(tokens) < _NARRATION
        or tokens[0].low not in word_set("before-narrative")
        or tokens[1].low not in word_set("of")
    ):
        return False
    narrates = tokens[0].low in word_set("and")
    return any(r.mood == "infinitive" and (narrates or r.strength != "plain") for r in tokens[2].tag.readings)


def subject_of_narration(syntax: Syntax) -> Nominal | None:
    """Et le ministre d'ajouter : « … », et à X de conclure : « … »: the subject told before the infinitive."""
    tokens = syntax.tokens
    if len(tokens) < _NARRATION or tokens[0].low not in word_set("and"):
        return None
    links = (i for i in range(2, len(tokens) - 1) if tokens[i].low in word_set("of"))
    end = next((i for i in links if _narrates(tokens[i + 1])), 0)
    phrase = syntax.nominal(2 if tokens[1].low in word_set("at") else 1, end) if end else None
    if phrase is None or phrase.last != end - 1:
        return None
    return phrase if phrase.entity is not None or phrase.is_human or phrase.low in word_set("last-named") else None


def _narrates(token: Token) -> bool:
    """Whether a word may be the infinitive of a verb of saying."""
    return any(r.mood == "infinitive" and r.strength == "strong" for r in token.tag.readings)


def words_of(phrase: Nominal) -> tuple[int, int]:
    """The span of the words that name a speaker: a name without its article, a common noun with it, a bare pronoun."""
    tokens = phrase.tokens
    if phrase.kind == "pronoun":
        token = tokens[phrase.head]
        if token.tag.pronoun:
            return token.end - len(token.tag.pronoun), token.end
        return tokens[phrase.first].start, tokens[phrase.last].end
    if phrase.name >= 0:
        return tokens[phrase.name].start, tokens[phrase.name].end
    return tokens[phrase.first].start, tokens[phrase.last].end


def nearest_words(sentence: Sentence, frame: Frame, quote: int) -> Nominal:
    """The words nearest to a passage that name its speaker: the pronoun of "X a dit qu'il « … »", else the subject."""
    speaker = frame.speaker
    assert speaker is not None
    if not frame.rule.startswith("indirect") or frame.group is None or speaker.kind == "name":
        return speaker
    syntax = syntax_of(sentence)
    at = sentence.index_of(quote)
    if at and syntax.tokens[at - 1].low in word_set("third-subject"):
        beside = syntax.nominal(at - 1, at)
        if beside is not None and beside.number == speaker.number and speaker.gender in ("", beside.gender):
            return beside
    for group in reversed(syntax.finite):
        if group.first >= at:
            continue
        if group.first <= frame.group.last:
            break
        found = subject(syntax, group)
        if found is None or found.kind != "pronoun" or found.low not in word_set("third-subject"):
            return speaker
        if impersonal(found, group) or found.number != speaker.number or speaker.gender not in ("", found.gender):
            return speaker
        rivals = [
            p
            for p in syntax.phrases(frame.group.last + 1, found.first)
            if agrees(p, found.number) and p.kind != "pronoun"
        ]
        return speaker if rivals else found
    return speaker


def stressed_words(sentence: Sentence, frame: Frame) -> Nominal | None:
    """The pronoun that is told again behind its verb, nearer to the passage: "ce qu'il appelle [lui-même] « … »"."""
    speaker, group = frame.speaker, frame.group
    if speaker is None or speaker.kind != "pronoun" or group is None or speaker.first > group.first:
        return None
    tokens = sentence.tokens
    i = group.last + 1
    if i >= len(tokens) or tokens[i].low not in word_set("self-pronoun"):
        return None
    again = syntax_of(sentence).nominal(i, i + 1)
    if again is None or again.number != speaker.number or again.gender not in ("", speaker.gender):
        return None
    return again


def may_hold_incise(text: str, passage: Passage) -> bool:
    """Whether a passage is long enough, and has the stop and a verb right behind it, to hold an incise."""
    inside = text[passage.start : passage.end]
    if len(inside) < _ROOMY or ("," not in inside and "?" not in inside and "!" not in inside):
        return False
    if not pattern(_VERB).search(inside):
        return False
    behind = (spellings(text, stop.end(), passage.end) for stop in _STOP.finditer(text, passage.start, passage.end))
    return any(_opens_verb(word) for words in behind for word in islice(words, 1))


def _opens_verb(word: str) -> bool:
    """Whether a verb or a clitic in front of one may be this word."""
    told = tag(word)
    return told.auxiliary is not None or bool(told.readings) or told.low in word_set("clitic")
