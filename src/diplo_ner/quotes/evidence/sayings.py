"""Sayings: a noun of speech in front of a passage, and whose it is ("l'appel de X à « … »", "sa promesse de « … »")."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.antecedents import antecedent
from ..grammar.nominals import Nominal
from ..grammar.preverbal import left_subject
from ..grammar.subjects import agent_of
from ..grammar.syntax import HARD, Syntax
from ..verbs.clause import is_clause
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, token_at
from ..vocabulary.word_classes import ADPOSITION, CONTRACTED, DEFINITE, DEMONSTRATIVE, OF, RELATIVE, THAT, tag
from ..vocabulary.word_sets import word_set
from .agents import after_of, bare_phrase, behind_adjective, behind_saying, behind_text, speaker_of
from .charges import is_charge
from .frame import Frame, may_speak, span
from .opening import bare_word, opening_predicate, opening_words

_HOLDING = ("finite", "participle", "gerund")
_FRONTED = 4
"""Where a rallying noun stands at the most in a circumstance that opens its sentence: "sous le mot d'[ordre]"."""


def nominal_cue(syntax: Syntax, at: int) -> Frame | None:
    """A noun of speech and whose it is: « la menace de X de « … » »."""
    tokens = syntax.tokens
    if is_charge(tokens, at):
        return None
    if at and tokens[at - 1].low in word_set("placard"):
        return _held_up(syntax, at)
    for i in _words_before(syntax, at):
        if tokens[i].low in word_set("possessive") and i + 1 < at and not tokens[i + 1].classes & QUOTE:
            break
        if i + 2 >= at - 1 and _rallies(syntax, i):
            return _crowd(syntax, i, at)
        past = _owner_past(syntax, i, at)
        if past is not None:
            return past
        j = behind_adjective(syntax, i + 1)
        owned = j < at and tokens[j].classes & (OF | CONTRACTED) and tokens[j].low not in word_set("contracted-to")
        if tokens[i].tag.speech and owned:
            found = after_of(syntax, j, at)
            if found is not None and found.last == at - 1 and opening_predicate(tokens[at]) is not None:
                return None
            if found is not None and found.last < at and found.is_somebody and not _opens_other(syntax, found, at):
                return Frame("noun-of", found, span(syntax, i, i), "weak")
    return _own_clause(syntax, at) or _is_saying(syntax, at) or _said_to_be(syntax, at) or _set_beside(syntax, at)


def _said_to_be(syntax: Syntax, at: int) -> Frame | None:
    """La devise de X est « … »; X, dont le mot d'ordre est « … »: whose words the passage is said to be."""
    group = syntax.covering[at - 1] if at else None
    phrase = left_subject(syntax, group) if group is not None and group.lemma in word_set("be") else None
    if phrase is None or "word" not in phrase.speech:
        return None
    if phrase.first and syntax.tokens[phrase.first - 1].low in word_set("whose"):
        owner = antecedent(syntax, phrase.first - 1, "")
    else:
        owner = behind_text(syntax, phrase)
    if owner is None or not owner.is_somebody:
        return None
    return Frame("noun-of", owner, span(syntax, phrase.head, phrase.head), "weak", group)


def _set_beside(syntax: Syntax, at: int) -> Frame | None:
    """« … », message posté par X; « … », slogan des manifestants: a noun of speech in apposition to the words."""
    tokens, i = syntax.tokens, at + 2
    if i >= len(tokens) or tokens[at + 1].low != "," or not tokens[i].tag.speech or syntax.covering[i] is not None:
        return None
    phrase = syntax.nominal(i) or bare_phrase(syntax, i)
    owner = behind_text(syntax, phrase) if phrase is not None else None
    if owner is None or owner is phrase or not may_speak(owner):
        return None
    return Frame("noun-of", owner, span(syntax, i, i), "weak")


def _opens_other(syntax: Syntax, owner: Nominal, at: int) -> bool:
    """Whether a passage is told of another noun behind a comma: "souhait de X, [l'abandon « … » du projet] …"."""
    tokens, i = syntax.tokens, owner.last + 1
    return token_at(tokens, i).low == "," and i + 2 < at and bool(tokens[i + 1].classes & DEFINITE)


def _held_up(syntax: Syntax, at: int) -> Frame | None:
    """Des milliers de personnes ont défilé, brandissant des banderoles « … »: who holds up what bears the words."""
    group = next((g for g in reversed(syntax.groups) if g.first < at and g.mood in _HOLDING), None)
    found = speaker_of(syntax, group) if group is not None else None
    if found is None or found.number != "p" or not (found.is_somebody or found.kind == "pronoun"):
        return None
    return Frame("noun-of", found, span(syntax, at - 1, at - 1), "weak")


def _own_clause(syntax: Syntax, at: int) -> Frame | None:
    """Le fameux « c'est faux » de [X]: a clause in a noun's place is a saying, its owner stands behind it."""
    tokens = syntax.tokens
    if at + 2 >= len(tokens) or not tokens[at + 1].classes & (OF | CONTRACTED):
        return None
    noun = any(t.classes & (DEFINITE | DEMONSTRATIVE) for t in tokens[max(0, at - 2) : at])
    if not noun or not is_clause(" ".join(opening_words(tokens[at]))):
        return None
    owner = after_of(syntax, at + 1)
    return Frame("noun-of", owner, None, "weak") if owner is not None and owner.is_somebody else None


def _is_saying(syntax: Syntax, at: int) -> Frame | None:
    """« … » est le message que X a envoyé; « … », ce sont les mots de X."""
    tokens = syntax.tokens
    taken_up = token_at(tokens, at + 1).low == "," and token_at(tokens, at + 2).low in word_set("ce")
    i = at + (3 if taken_up else 1)
    if at or len(tokens) < i + 3 or tokens[i].low not in word_set("copula-form"):
        return None
    phrase = syntax.nominal(i + 1)
    if phrase is None or not phrase.speech:
        return None
    if token_at(tokens, phrase.last + 1).classes & (RELATIVE | THAT):
        told = next((g for g in syntax.finite if g.first > phrase.last), None)
        owner = speaker_of(syntax, told) if told is not None else None
    else:
        owner = behind_text(syntax, phrase)
    if owner is None or owner is phrase or not may_speak(owner):
        return None
    return Frame("noun-of", owner, span(syntax, phrase.head, phrase.head), "weak")


def _owner_past(syntax: Syntax, i: int, at: int) -> Frame | None:
    """Les accusations de « mensonge » de [X]: whose saying a noun tells, where the words stand in between."""
    tokens = syntax.tokens
    if i + 2 != at or not tokens[i + 1].classes & (OF | CONTRACTED) or at + 2 >= len(tokens):
        return None
    if "act" not in tokens[i].tag.speech or not tokens[at + 1].classes & (OF | CONTRACTED):
        return None
    owner = after_of(syntax, at + 1)
    told = owner is not None and owner.is_somebody
    return Frame("noun-of", owner, span(syntax, i, i), "weak") if told else None


def owned_act(syntax: Syntax, start: int, at: int) -> Frame | None:
    """Soutenir les appels de X à « … »: between a verb and the passage stands somebody else's act of speech."""
    tokens = syntax.tokens
    for i in _words_before(syntax, at, start, over_commas=False):
        past = _owner_past(syntax, i, at)
        if past is not None:
            return past
        if "act" not in tokens[i].tag.speech or not tokens[i + 1].classes & (OF | CONTRACTED):
            continue
        owner = after_of(syntax, i + 1, at)
        if owner is None or owner.last >= at or not owner.is_somebody:
            return None
        if any(t.low in word_set("possessive") for t in tokens[owner.first : owner.head]):
            return None
        linked = any(t.classes & ADPOSITION for t in tokens[owner.last + 1 : at])
        return Frame("noun-of", owner, span(syntax, i, i), "weak") if linked else None
    return None


def own_saying(syntax: Syntax, at: int) -> Frame | None:
    """X a renoué avec sa promesse de « … », a envoyé ses « félicitations »: whose it is, the clause's subject tells."""
    tokens = syntax.tokens
    opening = tag(bare_word(opening_words(tokens[at])))
    if at and tokens[at - 1].low in word_set("possessive") and opening.speech:
        found = _doer(syntax, at)
        return Frame("noun-of", found, None, "weak") if found is not None else None
    for i in _words_before(syntax, at, 1, over_commas=False):
        if tokens[i].tag.speech and tokens[i - 1].low in word_set("possessive"):
            found = _doer(syntax, i)
            return Frame("noun-of", found, span(syntax, i, i), "weak") if found is not None else None
    return None


def _words_before(syntax: Syntax, at: int, start: int = 0, *, over_commas: bool = True) -> Iterator[int]:
    """The tokens before a passage, the nearest first, back to the verb or the stop that closes another clause."""
    for i in range(at - 1, start - 1, -1):
        token, covering = syntax.tokens[i], syntax.covering[i]
        if token.low in HARD or (covering is not None and covering.mood == "finite"):
            return
        passive = covering is not None and covering.mood == "passive"
        if not over_commas and (token.low == "," or passive or token.classes & (QUOTE | RELATIVE | THAT)):
            return
        yield i


def _doer(syntax: Syntax, i: int) -> Nominal | None:
    group = _verb_before(syntax, i)
    found = speaker_of(syntax, group) if group is not None else None
    return found if found is not None and may_speak(found) else None


def _verb_before(syntax: Syntax, i: int) -> Group | None:
    """The nearest finite verb before a token."""
    return next((group for group in reversed(syntax.finite) if group.first < i), None)


def _crowd(syntax: Syntax, i: int, at: int) -> Frame | None:
    """Ils ont défilé aux cris de « … »; il a été accueilli aux cris de « … » par la foule."""
    group = _verb_before(syntax, i)
    if group is None and i <= _FRONTED and token_at(syntax.tokens, at + 1).low == ",":
        group = next((g for g in syntax.finite if g.first > at), None)
    if group is None:
        return None
    received = group.mood == "passive" and group.lemma not in word_set("rallying")
    found = agent_of(syntax, group, at) if received else speaker_of(syntax, group)
    if found is not None and (may_speak(found) or found.number == "p"):
        return Frame("noun-of", found, span(syntax, i, i), "weak", group)
    return None


def _rallies(syntax: Syntax, i: int) -> bool:
    """Whether a noun tells under which words a crowd comes: "aux cris de", "sous le slogan", "au nom de"."""
    tokens = syntax.tokens
    words = " ".join(t.low for t in tokens[max(0, i - 2) : i + 1]).replace("' ", "'")
    if tokens[i].low not in word_set("rallying-word") and words not in word_set("rallying-word"):
        return False
    first = i if tokens[i].low in word_set("rallying-word") else i - 2
    return any(t.low in word_set("saying-preposition") for t in tokens[max(0, first - 2) : first])


def saying_owner(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """Réplique de l'intéressée : « … »; la réponse du ministre : « … »; objectif affiché par le ministre : « … »."""
    tokens = syntax.tokens
    for i in range(colon - 1, start - 1, -1):
        j = behind_saying(syntax, i)
        if j == i or (j == i + 1 and syntax.covering[i] is not None):
            continue
        maker = syntax.at.get(j)
        if maker is not None and maker.mood == "past" and token_at(tokens, maker.last + 1).low in word_set("by"):
            made = syntax.nominal(maker.last + 2, colon)
            if made is not None and made.is_somebody:
                return Frame("noun-of", made, span(syntax, i, maker.last), "strong")
        j = behind_adjective(syntax, j)
        if j < colon and tokens[j].classes & (OF | CONTRACTED):
            found = after_of(syntax, j, colon)
            if found is not None and (found.is_somebody or found.kind == "pronoun"):
                return Frame("noun-of", found, span(syntax, i, i), "strong")
    return None


def text_owner(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """La lettre de X : « … », ce passage de la lettre de X : « … »: a text and its owner alone in front of a colon."""
    phrase = syntax.nominal(start, colon)
    if phrase is None or phrase.last != colon - 1 or "text" not in phrase.speech:
        return None
    if not phrase.determiner & (DEFINITE | DEMONSTRATIVE):
        return None
    owner = behind_text(syntax, phrase)
    told = owner.is_somebody or owner.owner >= 0
    return Frame("noun-of", owner, span(syntax, phrase.head, phrase.head), "strong") if told else None
