"""Sources in front of a passage, behind it or around it: "selon X", "pour X", "à en croire X"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..grammar.apposition import complete
from ..grammar.inverted import right_subject
from ..grammar.nominals import Nominal
from ..grammar.subjects import agent_of
from ..grammar.syntax import Syntax
from ..verbs.tokens import NAME, QUOTE, is_person, token_at
from ..vocabulary.cues import source_phrases
from ..vocabulary.word_classes import (
    ADVERB,
    DEFINITE,
    DETERMINER,
    OF,
    PUNCTUATION,
    RELATIVE,
    SUBJECT,
    SUBORDINATING,
    THAT,
)
from ..vocabulary.word_sets import word_set
from .frame import Frame, cue_span, may_speak, near, span
from .opening import opening_predicate
from .source_phrases import is_measure, opens_clause, source_named, source_phrase_at

_EDGES = frozenset((";", ":"))


def _places(syntax: Syntax) -> list[int]:
    """The tokens at which a source may be told, and the stops before or behind which none is looked for, in order."""
    return syntax.sentence.once("source places", lambda _: _read_places(syntax))


def _read_places(syntax: Syntax) -> list[int]:
    may_tell = word_set("as") | word_set("thus") | word_set("such") | _EDGES
    may_begin = source_phrases().keys() | word_set("of")
    return [
        i
        for i, token in enumerate(syntax.tokens)
        if token.low in may_tell or (token.low in may_begin and source_phrase_at(syntax, i, opening=True))
    ]


def source_after(syntax: Syntax, at: int) -> Frame | None:
    """« … » selon X; « … », toujours d'après X."""
    tokens = syntax.tokens
    places = _places(syntax)
    for i in places[bisect_right(places, at) :]:
        if tokens[i].low in (";", ":") or _in_later_clause(syntax, at, i):
            return None
        told = _as_told(syntax, i)
        if told is not None:
            return told._replace(rule="source-after" + ("" if near(syntax, at, i) else "-far"))
        size = source_phrase_at(syntax, i, opening=False) or _view_at(syntax, at, i)
        if size and _opens_relative(syntax, i + size):
            return None
        if size and tokens[i].low not in word_set("quarter"):
            found = source_named(syntax, i, size)
            if found is not None and not is_measure(found):
                far = "" if near(syntax, at, i) else "-far"
                return Frame("source-after" + far, found, span(syntax, i, i + size - 1), "source")
    return None


def _opens_relative(syntax: Syntax, i: int) -> bool:
    """Whether a source is told of what its own clause says: "« … », à l'instar de X pour [qui] elle se « … »"."""
    behind = token_at(syntax.tokens, i + 1)
    return bool(token_at(syntax.tokens, i).classes & RELATIVE) and not behind.classes & PUNCTUATION


def _in_later_clause(syntax: Syntax, at: int, i: int) -> bool:
    """Whether a source behind a conjunction or relative is that of the clause it opens ("…, qui, [selon lui], …")."""
    k = _opener(syntax, i)
    return k > at and bool(syntax.tokens[k].classes & SUBORDINATING)


def _view_at(syntax: Syntax, at: int, i: int) -> int:
    """« … », pour le magistrat.: a view told behind a comma, with nothing behind it; 1, or 0 where it is none.

    A headline needs no comma: « Une victoire politique » pour [le maire].
    """
    tokens = syntax.tokens
    apart = i == at + 2 and tokens[at + 1].low == ","
    bare = (not at or syntax.sentence.heading or not syntax.finite) and not (at and is_person(tokens[at - 1]))
    if tokens[i].low not in word_set("for") or not (apart or (i == at + 1 and bare)):
        return 0
    phrase = syntax.nominal(i + 1)
    if phrase is None or not (phrase.names_speaker or (phrase.is_human and phrase.determiner & DEFINITE)):
        return 0
    complete(syntax, phrase)
    closed = phrase.last + 1 >= len(tokens) or tokens[phrase.last + 1].low in (".", ",")
    return 1 if closed else 0


def _as_told(syntax: Syntax, i: int) -> Frame | None:
    """Comme l'a souligné X, …; ainsi que le note X, …; comme il l'appelle: a report that stands beside the clause."""
    tokens = syntax.tokens
    j = i + 1
    called = syntax.at.get(j + 1) if tokens[i].low in word_set("such") else None
    if called is not None and called.mood == "past" and called.reports and tokens[j].classes & THAT:
        maker = agent_of(syntax, called, called.last)
        return Frame("source-before", maker, cue_span(syntax, called), "source", called) if maker is not None else None
    if tokens[i].low in word_set("thus") and token_at(tokens, j).low in word_set("that-word"):
        j += 1
    elif tokens[i].low not in word_set("as"):
        return None
    pronoun = token_at(tokens, j).low in word_set("third-subject")
    group = syntax.at.get(j + int(pronoun))
    if group is None:
        return _as_described(syntax, j)
    if not group.object_clitic or not (group.reports or group.lemma in word_set("describing")):
        return None
    found = syntax.nominal(j, j + 1) if pronoun else right_subject(syntax, group)
    return Frame("source-before", found, cue_span(syntax, group), "source", group) if found is not None else None


def _as_described(syntax: Syntax, i: int) -> Frame | None:
    """Comme [X] l'a appelée; comme [X] a décrit la situation: in plain order, how somebody calls what is told."""
    found = syntax.nominal(i)
    group = syntax.at.get(found.last + 1) if found is not None else None
    if found is None or group is None or group.mood != "finite" or not group.reports or not may_speak(found):
        return None
    its_object = group.object_clitic or token_at(syntax.tokens, group.last + 1).classes & DETERMINER
    if group.lemma not in word_set("describing") or not its_object:
        return None
    return Frame("source-before", found, cue_span(syntax, group), "source", group)


def source_before(syntax: Syntax, at: int) -> Frame | None:
    """Selon X, … « … »; pour X, « … »."""
    tokens = syntax.tokens
    best: Frame | None = None
    places = _places(syntax)
    for i in reversed(places[: bisect_left(places, at)]):
        if tokens[i].low == ";":
            break
        told = _as_told(syntax, i)
        if told is not None and told.speaker is not None and told.speaker.last < at:
            return told
        opening = opens_clause(syntax, i) or _behind_copula(syntax, i)
        size = source_phrase_at(syntax, i, opening=opening)
        if not size or (tokens[i].low in word_set("quarter") and not opening):
            continue
        found = source_named(syntax, i, size)
        if found is None or is_measure(found) or _in_closed_relative(syntax, i, found, at):
            continue
        if tokens[i].low in word_set("for") and not tokens[i + 1].classes & RELATIVE:
            closes = token_at(tokens, found.last + 1)
            judged = _behind_copula(syntax, i) and _only_degree(syntax, found.last + 1, at)
            if not (closes.low in (",", ":") or closes.classes & QUOTE or judged or _goes_on(syntax, found, at)):
                continue
            if found.kind == "common" and found.people is None and found.entity is None:
                continue
        best = Frame("source-before", found, span(syntax, i, i + size - 1), "source")
        break
    return best


def _behind_copula(syntax: Syntax, i: int) -> bool:
    """Whether a view stands between "être" or "rendre" and what it says: "le port n'est [pour X] qu'« … »"."""
    group = syntax.covering[i - 1] if i else None
    return group is not None and group.lemma in word_set("judging-copula") and syntax.tokens[i].low in word_set("for")


def _only_degree(syntax: Syntax, start: int, end: int) -> bool:
    """Whether only "qu'" and words of degree stand between two places ("d'autant plus", "qu'")."""
    return all(t.classes & (ADVERB | THAT | OF) or t.low in word_set("so-much") for t in syntax.tokens[start:end])


def _opener(syntax: Syntax, i: int) -> int:
    """The word before a source phrase, a comma apart; -1 where there is none."""
    return i - 1 - int(syntax.tokens[i - 1].low == ",") if i else -1


def _in_closed_relative(syntax: Syntax, i: int, found: Nominal, at: int) -> bool:
    """Whether a source is that of a relative clause that a comma closes: "X qui, [selon lui], ment, a « … »"."""
    k = _opener(syntax, i)
    if k < 0 or not syntax.tokens[k].classes & RELATIVE:
        return False
    verb = next((g for g in syntax.finite if found.last < g.first < at), None)
    return verb is not None and any(t.low == "," for t in syntax.tokens[verb.last : at])


def _goes_on(syntax: Syntax, found: Nominal, at: int) -> bool:
    """Whether a clause begins right behind somebody whose view it tells: "pour les élus [le nucléaire est …]"."""
    behind = syntax.tokens[found.last + 1].classes if found.last + 1 < at else 0
    somebody = found.is_somebody and bool(found.determiner & DEFINITE or found.kind == "name")
    verb = next((g for g in syntax.finite if found.last < g.first < at), None)
    goes_on = verb.strength == "plain" if verb is not None else opening_predicate(syntax.tokens[at]) is not None
    return somebody and bool(behind & (SUBJECT | DEFINITE)) and goes_on


def source_inside(syntax: Syntax) -> Frame | None:
    """Selon X, …, or …, selon X, in a sentence without a passage: whose view it gives."""
    tokens = syntax.tokens
    for i in range(len(tokens) - 1):
        if tokens[i].low not in word_set("source-opening"):
            continue
        size = source_phrase_at(syntax, i, opening=opens_clause(syntax, i))
        found = source_named(syntax, i, size) if size else None
        if found is not None and (found.entity is not None or found.kind == "pronoun"):
            return Frame("source-before", found, span(syntax, i, i + size - 1), "source")
    return None


def source_tokens(syntax: Syntax, start: int, end: int) -> set[int]:
    """The tokens of source phrases, whose verbs report nothing by themselves ("à en croire X")."""
    found: set[int] = set()
    for i in range(start, end):
        size = source_phrase_at(syntax, i, opening=opens_clause(syntax, i))
        found.update(range(i, i + size))
    return found


def listed_source(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """Pour la première association du pays, l'April : « … », whatever stands between."""
    tokens = syntax.tokens
    if not source_phrase_at(syntax, start, opening=True):
        return None
    last = tokens[colon - 1]
    if last.classes & NAME and last.entity is not None and last.entity.type in ("PERSON", "ORGANISATION", "COUNTRY"):
        return Frame("source-before", syntax.nominal(colon - 1, colon), span(syntax, start, start), "source")
    return None


def source_place(syntax: Syntax, at: int) -> int:
    """Where the source phrase behind a passage begins."""
    for i in range(at + 1, len(syntax.tokens)):
        if source_phrase_at(syntax, i, opening=False):
            return i
    return len(syntax.tokens)
