"""The shape of an incise: a verb behind a comma, a dash or a passage, with its subject behind it."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.inverted import right_subject
from ..grammar.nominals import Nominal
from ..grammar.preverbal import left_subject
from ..grammar.subjects import subject
from ..grammar.syntax import DASHES, Syntax
from ..verbs.groups import THIRD, Group
from ..verbs.incise_window import incise_form
from ..verbs.tokens import QUOTE, Token, skip_back, token_at
from ..vocabulary.word_classes import ADVERB, RELATIVE, THAT
from ..vocabulary.word_sets import word_set
from .agents import only_acts
from .frame import may_speak

_APART = frozenset((",", "(", ")", "...", "!", "?", "…"))
"""Punctuation behind which an incise may begin."""
_SPEECH = 6
"""Words of direct speech that no object of a verb would be."""


def incise_subject(syntax: Syntax, group: Group) -> Nominal | None:
    """Who speaks in an incise: the pronoun that hangs on its verb, or who is told behind it."""
    return subject(syntax, group) if group.pronoun else right_subject(syntax, group)


def reporter_between(syntax: Syntax, group: Group, end: int) -> Nominal | None:
    """Une situation rare, note [X], élu du port : « … »: who reports between commas, whatever stands in front."""
    if group.mood != "finite" or group.pronoun or not group.first or syntax.tokens[group.first - 1].low != ",":
        return None
    behind = right_subject(syntax, group)
    named = behind is not None and behind.names_person and behind.last < end
    return behind if named and incise_shaped(syntax, group) else None


def incise_shaped(syntax: Syntax, group: Group) -> bool:
    """Whether a verb stands as an incise does: behind a comma, a dash or a passage, its subject behind it."""
    return syntax.once("incise", group, _incise_shaped) is True


def _incise_shaped(syntax: Syntax, group: Group) -> bool:
    tokens = syntax.tokens
    if group.mood != "finite" or (group.pronoun and group.lemma in word_set("seeming")):
        return False
    form = incise_form(tokens, group)
    if form is not None:
        return form
    i = _in_front(tokens, group)
    if group.negated and not (i > 0 and tokens[i].low == "," and tokens[i - 1].classes & QUOTE):
        return False
    speaker = right_subject(syntax, group) if i < 0 or _sets_apart(tokens, i) else None
    if speaker is None:
        return False
    acts = only_acts(speaker)
    if acts and tokens[speaker.first].low in word_set("possessive"):
        return False  # "a annoncé son intention": what somebody announces, not who does
    announcing = left_subject(syntax, group) if acts else None
    if announcing is not None and announcing.is_somebody:
        return False
    comma = i >= 0 and tokens[i].low == ","
    if comma and _is_closed(syntax, group, speaker):
        return True
    after = token_at(tokens, speaker.last + 1)
    if after.classes & QUOTE:
        return comma and _tells_of_thing(syntax, group, speaker)
    apart = comma and i > 0 and not tokens[i - 1].classes & QUOTE
    if apart and after.low in word_set("and") and speaker.last + 2 in syntax.at:
        return False
    return _is_inverted(syntax, group, speaker, i)


def _in_front(tokens: Sequence[Token], group: Group) -> int:
    """The place in front of a verb, its clitics and adverbs; -1 where the sentence begins with them."""
    i = group.first - 1
    if i > 0 and group.person == THIRD and tokens[i].low in word_set("we-or-you"):
        i -= 1
    return skip_back(tokens, i, ADVERB)


def _sets_apart(tokens: Sequence[Token], i: int) -> bool:
    """Whether an incise may begin behind a token: a passage, a comma, a dash, a stop inside or behind a passage."""
    stop = tokens[i].low == "." and i > 0 and bool(tokens[i - 1].classes & QUOTE)
    return stop or bool(tokens[i].classes & QUOTE) or tokens[i].low in _APART or tokens[i].low in DASHES


def _is_closed(syntax: Syntax, group: Group, speaker: Nominal) -> bool:
    """Whether the clause ends with the subject behind a verb that says, or behind which somebody is named."""
    tokens = syntax.tokens
    follows = speaker.last + 1
    after = token_at(tokens, follows)
    closed = follows >= len(tokens) or after.low in (",", ".") or bool(after.classes & RELATIVE)
    sure = group.strength == "strong" or speaker.names_person
    resumed = after.low == "," and follows + 1 in syntax.at
    told = group.lemma not in word_set("addressing") or speaker.entity is None or resumed
    return may_speak(speaker) and closed and sure and told


def _tells_of_thing(syntax: Syntax, group: Group, speaker: Nominal) -> bool:
    """Le port rouvrira, a souligné X « avant l'été »: no thing says so, and a person is named behind the verb."""
    thing = left_subject(syntax, group)
    told = group.strength == "strong" and speaker.names_person and group.lemma not in word_set("addressing")
    return told and thing is not None and not may_speak(thing) and not _adjacent(syntax, thing, group)


def _is_inverted(syntax: Syntax, group: Group, speaker: Nominal, i: int) -> bool:
    """Whether the subject is the one behind a verb, and not what stands left of it; ``i`` is the place in front."""
    tokens = syntax.tokens
    left = left_subject(syntax, group)
    behind_passage = i > 0 and tokens[i].low in (",", ".") and bool(tokens[i - 1].classes & QUOTE)
    beside = i >= 0 and (behind_passage or bool(tokens[i].classes & QUOTE))
    # Behind direct speech "a accusé X" is X's report, whoever stands in front.
    report = group.lemma not in word_set("addressing") or (behind_passage and _is_speech(tokens[i - 1]))
    if beside and (left is None or (report and may_speak(speaker))):
        return True
    if left is None or not _adjacent(syntax, left, group):
        return True
    predicate = any(t.classes & QUOTE for t in tokens[left.head + 1 : max(left.last, left.head) + 2])
    return predicate and group.strength == "strong" and may_speak(speaker)


def _is_speech(passage: Token) -> bool:
    """Whether a passage is direct speech of some length: it begins with a capital."""
    spoken = passage.text.strip('«»“”" \u00a0\u202f')
    return spoken[:1].isupper() and len(spoken.split()) >= _SPEECH


def _adjacent(syntax: Syntax, phrase: Nominal, group: Group) -> bool:
    """Whether a phrase to the left is really the subject: no other finite verb has it already."""
    return not any(
        g is not group
        and phrase.last < g.first < group.first
        and not _in_relative(syntax, g)
        and subject_is(syntax, g, phrase)
        for g in syntax.finite
    )


def _in_relative(syntax: Syntax, group: Group) -> bool:
    """Whether a verb stands in a relative clause ("qui dirige l'opposition")."""
    start = syntax.segment_start(group.first)
    return any(t.classes & (RELATIVE | THAT) for t in syntax.tokens[start : group.first])


def subject_is(syntax: Syntax, group: Group, phrase: Nominal) -> bool:
    """Whether a verb has this phrase for its subject."""
    found = left_subject(syntax, group)
    return found is not None and found.head == phrase.head
