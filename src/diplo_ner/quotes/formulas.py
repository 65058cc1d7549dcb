"""Formulas: the sentence behind a passage is about its words, and says whose they are ("La formule est de X.")."""

from __future__ import annotations

from .candidate import Link
from .evidence.agents import after_of, behind_text
from .evidence.frame import may_speak
from .grammar.nominals import Nominal
from .grammar.sentence import Sentence, stands_alone
from .grammar.subjects import agent_of, subject
from .grammar.syntax import Syntax, syntax_of
from .moment import Moment
from .verbs.tokens import token_at
from .vocabulary.word_classes import CONTRACTED, DEFINITE, DEMONSTRATIVE, OF, THAT
from .vocabulary.word_sets import word_set

_FORMULA_WORDS = 4
"""Words that a sentence about the passage before it has at the least."""


def named_author(moment: Moment) -> Link | None:
    """The person to whom the sentence behind gives the words, whoever else the sentence itself has say them."""
    after = moment.sentence_after()
    if after is None or moment.sentence.quotes[-1] != moment.quote or not _speaks_of_words(moment, after):
        return None
    phrase = _author(syntax_of(after))
    if phrase is None or not phrase.names_person:
        return None
    return moment.link(phrase, after, None, "told-after")


def formula_after(moment: Moment) -> Link | None:
    """« … » La formule est de X. « … » C'est du moins ce qu'a assuré X."""
    after = moment.sentence_after()
    if after is None or after.quotes or len(after.tokens) < _FORMULA_WORDS:
        return None
    tokens = after.tokens
    syntax = syntax_of(after)
    sums_up = after.line == moment.sentence.line and tokens[0].low in word_set("sums-up")
    if sums_up and any(t.classes & THAT for t in tokens[:9]):
        for group in syntax.finite:
            if group.strength == "strong":
                phrase = subject(syntax, group)
                return moment.link(phrase, after, group, "told-after") if phrase is not None else None
        return None
    such = _such_were(syntax) or _these_were(syntax)
    if such is not None:
        return moment.link(such, after, None, "told-after")
    if not _speaks_of_words(moment, after):
        return None
    phrase = _author(syntax)
    if phrase is not None:
        return moment.link(phrase, after, None, "told-after")
    written = _written_by(syntax)
    if written is not None:
        return moment.link(written, after, None, "told-after")
    main = moment.discourse.main_subject(after)
    tells = any(group.lemma in word_set("be") for group in syntax.finite[:1])
    these = bool(tokens[0].classes & DEMONSTRATIVE)
    if main is not None and main.kind == "common" and main.first == 0 and (tells or these):
        owner = behind_text(syntax, main)
        if owner is not main:
            return moment.link(owner, after, None, "told-after")
    return None


def _such_were(syntax: Syntax) -> Nominal | None:
    """« … » Tel est l'avis de [X].: whose saying the words are told to be."""
    tokens = syntax.tokens
    if tokens[0].low not in word_set("such"):
        return None
    been = int(token_at(tokens, 2).low in word_set("been"))
    phrase = syntax.nominal(2 + been) if been or tokens[1].low in word_set("copula-form") else None
    if phrase is None or not phrase.speech:
        return None
    owner = syntax.nominal(phrase.owner, phrase.owner + 1) if phrase.owner >= 0 else behind_text(syntax, phrase)
    return owner if owner is not phrase else None


def _these_were(syntax: Syntax) -> Nominal | None:
    """« … » Ce sont les mots de [X], prononcés lundi.; Ces mots sont ceux de [X]."""
    tokens = syntax.tokens
    group = syntax.finite[0] if syntax.finite else None
    if group is None or group.lemma not in word_set("be"):
        return None
    behind = group.last + 1
    if tokens[0].low in word_set("presentative") and group.first == 1:
        phrase = syntax.nominal(behind)
        said = phrase is not None and "word" in phrase.speech and bool(phrase.determiner & DEFINITE)
        owner = behind_text(syntax, phrase) if phrase is not None and said else None
        return owner if owner is not phrase else None
    those = token_at(tokens, behind).low in word_set("those")
    said = bool(tokens[0].classes & DEMONSTRATIVE) and group.first > 1 and "word" in tokens[group.first - 1].tag.speech
    return after_of(syntax, behind + 1) if those and said else None


def _speaks_of_words(moment: Moment, after: Sentence) -> bool:
    """Whether the sentence behind a passage opens with a noun for words ("La formule …", "L'expression …").

    Behind words that have a line of their own it may tell of a missive too ("Le tweet, rédigé par X, …").
    """
    tokens = after.tokens
    apart = after.line == moment.sentence.line + 1 and stands_alone(moment.sentence)
    if not (after.line == moment.sentence.line or apart) or after.quotes or len(tokens) < _FORMULA_WORDS:
        return False
    noun = tokens[2 if tokens[1].low in word_set("fore-adjective") else 1]
    return not noun.tag.speech.isdisjoint(("word", "act")) or (apart and noun.low in word_set("missive"))


def _written_by(syntax: Syntax) -> Nominal | None:
    """Who said the words that the first noun tells of: "La phrase, prononcée jeudi par [X], …"."""
    if not syntax.tokens[0].classes & (DEFINITE | DEMONSTRATIVE):
        return None
    first = syntax.finite[0].first if syntax.finite else len(syntax.tokens)
    told = next((g for g in syntax.groups if g.first < first and g.mood in ("past", "participle")), None)
    agent = agent_of(syntax, told, 0) if told is not None else None
    return agent if agent is not None and agent.last < first and may_speak(agent) else None


def _author(syntax: Syntax) -> Nominal | None:
    """Whom "être de" gives the words to ("la formule est de [X]")."""
    tokens = syntax.tokens
    for i, token in enumerate(tokens):
        if (
            token.classes & (OF | CONTRACTED)
            and i
            and any(g.lemma in word_set("be") and g.last == i - 1 for g in syntax.groups)
        ):
            return syntax.nominal(i + 1)
    passive = next((g for g in syntax.finite if g.mood == "passive"), None)
    agent = agent_of(syntax, passive, 0) if passive is not None else None
    return agent if agent is not None and may_speak(agent) else None
