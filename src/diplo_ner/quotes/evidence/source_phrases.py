"""What a source phrase is, and whom it names: "selon X", "à en croire le rapport de X", "selon ce qu'a dit X"."""

from __future__ import annotations

from ..grammar.antecedents import antecedent
from ..grammar.apposition import complete
from ..grammar.inverted import right_subject
from ..grammar.nominals import Nominal, circumstance
from ..grammar.subjects import agent_of, subject
from ..grammar.syntax import DASHES, HARD, Syntax
from ..verbs.tokens import token_at
from ..vocabulary.cues import source_phrases
from ..vocabulary.word_classes import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    RELATIVE,
    SUBORDINATING,
    THAT,
)
from ..vocabulary.word_sets import word_set
from .agents import bare_phrase, behind_text, possessor

_FAR_SAYING = 24
"""Tokens over which "selon lequel" looks back for the saying it takes up."""


def source_phrase_at(syntax: Syntax, i: int, *, opening: bool) -> int:
    """How many tokens from ``i`` on name a source ("selon", "aux yeux de"); 0 when none do."""
    tokens = syntax.tokens
    following = token_at(tokens, i + 1)
    if tokens[i].low in word_set("of") and following.low in word_set("source-noun"):
        return 1
    for phrase in source_phrases().get(tokens[i].low, ()):
        if phrase.place == "opening" and not opening and not following.classes & RELATIVE:
            continue
        if all(token_at(tokens, i + k).low == word for k, word in enumerate(phrase.words)):
            return len(phrase.words)
    return 0


def source_named(syntax: Syntax, i: int, size: int) -> Nominal | None:
    """Who a source phrase names."""
    tokens = syntax.tokens
    j = i + size
    if tokens[j - 1].low in word_set("hearing") and any(t.low in word_set("article-before-name") for t in tokens[i:j]):
        back = next(k for k in range(i, j) if tokens[k].low in word_set("article-before-name"))
        number = "p" if tokens[back].low in word_set("plural-article") else "s"
        return Nominal(tokens, back, back, back, "pronoun", number=number)
    if token_at(tokens, j).classes & RELATIVE:
        said = _saying_before(syntax, i, plural=tokens[j].low.endswith("s"))
        if said is not None:
            return said
        taken_up = antecedent(syntax, i, "")
        return taken_up if taken_up is not None and taken_up.is_somebody else None
    if token_at(tokens, j).low in word_set("ce") and token_at(tokens, j + 1).classes & THAT:
        return _teller(syntax, j + 2)
    signed = tokens[i].low in word_set("signed")
    if signed and token_at(tokens, j).low in word_set("signed-by"):
        j += 1
    elif signed and j < len(tokens) and circumstance(tokens, j):
        return None
    if token_at(tokens, j).low in word_set("possessive") and token_at(tokens, j + 1).low in word_set("own-words"):
        return possessor(syntax, j)
    phrase = syntax.nominal(j)
    if phrase is None:
        phrase = bare_phrase(syntax, j)
    if phrase is not None:
        complete(syntax, phrase)
        phrase = _publisher(syntax, phrase) or behind_text(syntax, phrase)
    if signed and phrase is not None and not phrase.is_somebody:
        return None
    return phrase


def _publisher(syntax: Syntax, text: Nominal) -> Nominal | None:
    """Who has published a text: "selon les informations publiées samedi par [X]"."""
    group = syntax.at.get(text.last + 1)
    if not text.speech or group is None or group.lemma not in word_set("publishing") or group.mood != "past":
        return None
    agent = agent_of(syntax, group, group.last)
    return agent if agent is not None and (agent.names_speaker or agent.unlisted) else None


def _teller(syntax: Syntax, i: int) -> Nominal | None:
    """Who reports in the clause that begins at a token: "selon ce [qu'a dit X]", "selon ce [que X a dit]"."""
    told = next((g for g in syntax.finite if g.first >= i), None)
    if told is None or not told.reports:
        return None
    return right_subject(syntax, told) if told.first == i else subject(syntax, told)


def _saying_before(syntax: Syntax, i: int, *, plural: bool) -> Nominal | None:
    """Whose saying "selon lequel" takes up: "les propos de X à Y, selon lesquels …" are X's."""
    tokens = syntax.tokens
    for k in range(i - 1, max(-1, i - _FAR_SAYING), -1):
        if tokens[k].low in HARD:
            return None
        if tokens[k].tag.speech and tokens[k].low.endswith(("s", "x")) == plural and syntax.covering[k] is None:
            first = k - 1 if k and tokens[k - 1].classes & DETERMINER else k
            phrase = syntax.nominal(first, i) or bare_phrase(syntax, k)
            owner = behind_text(syntax, phrase) if phrase is not None else None
            return owner if owner is not None and owner.is_somebody else None
    return None


def is_measure(phrase: Nominal) -> bool:
    """Whether "selon" means "according to a measure" and names no source."""
    if (
        phrase.entity is None
        and phrase.people_kind != "person"
        and any(t.low in word_set("own-possessive") for t in phrase.tokens[phrase.first : phrase.head])
    ):
        return True
    return phrase.entity is None and phrase.low in word_set("measure")


def opens_clause(syntax: Syntax, i: int) -> bool:
    """Whether a token opens a clause."""
    if i == 0:
        return True
    before = syntax.tokens[i - 1]
    if before.low in (",", ":", ";") or before.low in DASHES:
        return True
    if before.classes & SUBORDINATING:
        return True
    return bool(before.classes & (COORDINATOR | ADVERB)) and (i == 1 or opens_clause(syntax, i - 1))
