"""Spoken of: whom a clause tells that somebody else reports whole, in an incise behind it.

"La ligne de [X] est « une impasse », juge-t-il" gives somebody's words on [X]. In front of a colon a clause is the
writer's own ("Colère de [X] : « … », dit-il"), and such words may be its subject's.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import subject
from ..grammar.syntax import Syntax, syntax_of
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, is_person, token_at
from ..vocabulary.word_classes import CONTRACTED, DETERMINER, OF, SUBORDINATING
from ..vocabulary.word_sets import word_set
from .discourse import Discourse
from .referents import Resolve, words_reported

_OPENING = 4
"""Tokens in front of a subject that "de son côté" and its comma take."""


def complements_spoken_of(phrase: Nominal, sentence: Sentence) -> set[str]:
    """Those, by id, on whom the subject of a reported clause depends ("le livre de [X] révèle « … », a réagi …")."""
    end = _clause_end(phrase, sentence)
    tokens = sentence.tokens
    named = [(i, e.id) for i in range(end) if (e := tokens[i].entity) is not None and is_person(tokens[i])]
    return {e for i, e in named if _depends(sentence, i)} - {e for i, e in named if not _depends(sentence, i)}


def subjects_spoken_of(phrase: Nominal, sentence: Sentence, resolve: Resolve) -> set[str]:
    """The person, by id, who is the subject of a reported clause and reports nothing himself ("[X] va « mieux »").

    Nobody is told by the very noun that the incise has.
    """
    end = _clause_end(phrase, sentence)
    syntax = syntax_of(sentence)
    group = syntax.at.get(end) if end else None
    told: Nominal | None = None
    if group is not None and group in syntax.finite:
        told = subject(syntax, group) if not group.reports else None
    elif end:
        told = next((p for p in reversed(syntax.phrases(0, end)) if p.last == end - 1), None)
    if told is not None and told.kind == "common" and told.low == phrase.low:
        return set()
    return _person(told, sentence, group, resolve)


def named_in_words(discourse: Discourse, phrase: Nominal) -> set[str]:
    """The persons, by id, whom the words name that an incise of a pronoun reports: others speak of them."""
    words = words_reported(phrase) if phrase.tokens[phrase.head].tag.pronoun else None
    if words is None:
        return set()
    at = bisect_left(discourse.starts, words.start)
    inside = takewhile(lambda n: n[0] < words.end, discourse.names[at:])
    return {entity.id for _, _, entity in inside if entity.type == "PERSON"}


def set_against(discourse: Discourse, phrase: Nominal, sentence: Sentence) -> set[str]:
    """The person, by id, who spoke right before a sentence that a phrase opens behind "de son côté": it is another."""
    tokens = sentence.tokens
    if tokens is not phrase.tokens or " ".join(t.low for t in tokens[:3]) not in word_set("own-part"):
        return set()
    last = discourse.last_speaker(sentence, most=1) if phrase.first <= _OPENING else None
    return {last.id} if last is not None and last.type == "PERSON" else set()


def acted_on(phrase: Nominal, sentence: Sentence, resolve: Resolve) -> set[str]:
    """The person, by id, who is the subject of a passive whose agent a phrase is ("[X] est cité par le chef")."""
    syntax = syntax_of(sentence)
    if syntax.tokens is not phrase.tokens or token_at(syntax.tokens, phrase.first - 1).low not in word_set("by"):
        return set()
    group = next((g for g in reversed(syntax.finite) if g.first < phrase.first), None)
    if group is None or group.mood != "passive":
        return set()
    return _person(subject(syntax, group), sentence, group, resolve)


def _person(told: Nominal | None, sentence: Sentence, group: Group | None, resolve: Resolve) -> set[str]:
    entity = resolve(told, sentence, group).entity if told is not None else None
    return {entity.id} if entity is not None and entity.type == "PERSON" else set()


def _depends(sentence: Sentence, i: int) -> bool:
    """Whether a name stands behind "de", or behind "avec" and the like."""
    tokens = sentence.tokens
    before = i - 1 - int(i > 0 and bool(tokens[i - 1].classes & DETERMINER))
    beside = before >= 0 and tokens[before].low in word_set("beside-others")
    return beside or (before >= 0 and bool(tokens[before].classes & (OF | CONTRACTED)))


def _clause_end(phrase: Nominal, sentence: Sentence) -> int:
    """Where the subject of the clause ends that a phrase's incise reports; 0 where it reports marked words only."""
    syntax = syntax_of(sentence)
    tokens = syntax.tokens
    if tokens is not phrase.tokens or not tokens or tokens[0].classes & (QUOTE | SUBORDINATING):
        return 0
    marked = next((i for i, t in enumerate(tokens[: phrase.first]) if t.quote >= 0), 0)
    if not marked or not _is_incise(syntax, phrase):
        return 0
    if any(t.low in (":", ";") for t in tokens[: phrase.first]):
        return 0
    verb = next((g.first for g in syntax.finite if g.first < marked), marked)
    return min(verb, marked)


def _is_incise(syntax: Syntax, phrase: Nominal) -> bool:
    """Whether a phrase stands behind its verb, in an incise that marked words or a comma end."""
    if phrase.tokens[phrase.head].tag.pronoun:
        return True
    group = next((g for g in reversed(syntax.finite) if g.last < phrase.first), None)
    if group is None or group.strength != "strong" or not group.first:
        return False
    before = syntax.tokens[group.first - 1]
    return before.low == "," or bool(before.classes & QUOTE)
