"""Conditions: what the table of choice may ask of a piece of evidence, and of the sentence it stands in.

Each has the name that stands in ``data/choice.csv``. The words of a row there read as "this evidence, when …". What is
asked of one piece beside another is in ``comparisons``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .candidate import Evidence, Place
from .continuation import opens_alone
from .evidence.charges import is_charge
from .evidence.frame import Frame, relays
from .evidence.sources import source_place
from .grammar.clauses import is_relative
from .grammar.sentence import stands_alone
from .verbs.tokens import QUOTE
from .vocabulary.word_classes import NEGATION, NUMBER
from .vocabulary.word_sets import word_set

_GOVERNED = ("indirect-strong", "object-strong", "indirect-weak", "object-weak")
"""What a finite verb governs, by its rule."""


def is_far(one: Evidence, place: Place) -> bool:
    """Other words stand between the passage and the cue behind it."""
    return one.rule.endswith("-far")


def passes_on(one: Evidence, place: Place) -> bool:
    """It names an outlet or a text, which mostly passes on what others say."""
    return isinstance(one, Frame) and relays(one)


def _everybody(one: Evidence, place: Place) -> bool:
    """Its speaker is "on" ("rappelle-t-on"), behind whom nobody need stand."""
    if not isinstance(one, Frame) or one.speaker is None:
        return False
    head = one.speaker.tokens[one.speaker.head]
    return (head.tag.pronoun or head.low) in word_set("people-pronoun")


def _text(one: Evidence, place: Place) -> bool:
    """It names a text by a noun: "selon le rapport", "relève cette étude"."""
    return isinstance(one, Frame) and one.speaker is not None and "text" in one.speaker.speech and relays(one)


def _strong(one: Evidence, place: Place) -> bool:
    """Its verb means to say, or the verb's words hold the passage."""
    if not isinstance(one, Frame):
        return False
    inside = one.group is None or one.group.first >= place.at
    return inside or (one.strength not in ("weak", "manner") and not _denied(one, place))


def _denied(one: Frame, place: Place) -> bool:
    """Whether its verb tells what is not said ("n'a pas annoncé « … »"); "ne … que" tells what is."""
    group = one.group
    if group is None or not group.negated:
        return False
    behind = place.syntax.tokens[group.first : group.last + 2]
    return any(t.classes & NEGATION and t.low not in word_set("ne") for t in behind)


def is_named(one: Evidence, place: Place) -> bool:
    """Its speaker has a name."""
    return isinstance(one, Frame) and one.speaker is not None and one.speaker.entity is not None


def _agent_behind(one: Evidence, place: Place) -> bool:
    """It is a passive whose agent stands behind the passage: "traité de « … » par X"."""
    return isinstance(one, Frame) and one.rule == "passive" and one.speaker is not None and one.speaker.first > place.at


def _agent_told(one: Evidence, place: Place) -> bool:
    """It is a passive whose agent stands before the passage: "décrit par ses voisins comme « … »"."""
    return isinstance(one, Frame) and one.rule == "passive" and one.speaker is not None and one.speaker.first < place.at


def _coined(one: Evidence, place: Place) -> bool:
    """It tells behind the passage who made the expression up: « … » inventé par X."""
    group = one.group if isinstance(one, Frame) and one.rule == "passive-after" else None
    return group is not None and group.lemma in word_set("coining")


def _told_by_verb(one: Evidence, place: Place) -> bool:
    """Somebody is the subject of a finite verb of saying that governs it."""
    if not isinstance(one, Frame) or one.rule not in ("indirect-strong", "object-strong") or one.speaker is None:
        return False
    return one.speaker.is_somebody or one.speaker.kind == "pronoun"


def _own_relative(one: Evidence, place: Place) -> bool:
    """A verb of saying in a relative clause governs it: "X, qui a jugé que « … », …"."""
    if not isinstance(one, Frame) or one.group is None or one.rule not in _GOVERNED:
        return False
    if any(t.low == "," for t in place.syntax.tokens[one.group.last + 1 : place.at]):
        return False
    return is_relative(place.syntax, one.group)


def _beside(one: Evidence, place: Place) -> bool:
    """It is a pronoun's view, and ends right before the passage: "ce qui est, selon lui, « … »"."""
    if not isinstance(one, Frame) or one.speaker is None or one.speaker.kind != "pronoun":
        return False
    between = place.syntax.tokens[one.speaker.last + 1 : place.at]
    return all(token.low == "," for token in between)


def _across(one: Evidence, place: Place) -> bool:
    """Another passage stands between the passage and the source behind it, or a clause of place with its verb."""
    syntax, at = place.syntax, place.at
    end = source_place(syntax, at)
    between = syntax.tokens[at + 1 : end]
    where = next((i for i, t in enumerate(between, at + 1) if t.low in word_set("where")), end)
    return any(t.classes & QUOTE for t in between) or any(where < g.first < end for g in syntax.finite)


def _acts(one: Evidence, place: Place) -> bool:
    """It only tells of somebody who acts, and reports nothing."""
    return one.rule in ("subject-before", "body-before", "named-before")


def _body(one: Evidence, place: Place) -> bool:
    """The one who acts is a body or somebody who is not told to be a person."""
    return one.rule == "body-before"


def _asked(one: Evidence, place: Place) -> bool:
    """The sentence behind opens with who was asked: "Interrogé par l'AFP, X …"."""
    return one.rule == "asked-after"


def _reported(one: Evidence, place: Place) -> bool:
    """It tells of words, and not only of somebody who acts."""
    return one.cue is not None


def _words_only(place: Place) -> bool:
    """The sentence holds passages and punctuation only."""
    return stands_alone(place.syntax.sentence)


def _alone(place: Place) -> bool:
    """The passage opens a sentence in which the writer tells nothing."""
    return opens_alone(place.syntax.sentence, place.quote)


def _headline(place: Place) -> bool:
    """The sentence is a headline or a crosshead."""
    return place.syntax.sentence.heading


def _charge(place: Place) -> bool:
    """The passage is the name of a crime."""
    return is_charge(place.syntax.tokens, place.at)


def _counted(one: Evidence, place: Place) -> bool:
    """Its speaker is a crowd that a number tells ("plus de 300 élus, selon la police, ont exigé « … »")."""
    told = one.speaker if isinstance(one, Frame) else None
    return told is not None and any(t.classes & NUMBER for t in told.tokens[told.first : told.head])


PLACE: Mapping[str, Callable[[Place], bool]] = {
    "words-only": _words_only,
    "alone": _alone,
    "headline": _headline,
    "charge": _charge,
}
"""What may be asked of the place of a passage."""

ALONE: Mapping[str, Callable[[Evidence, Place], bool]] = {
    "far": is_far,
    "relays": passes_on,
    "strong": _strong,
    "text": _text,
    "everybody": _everybody,
    "named": is_named,
    "counted": _counted,
    "beside": _beside,
    "across": _across,
    "own-relative": _own_relative,
    "agent-behind": _agent_behind,
    "agent-told": _agent_told,
    "coined": _coined,
    "told-by-verb": _told_by_verb,
    "reported": _reported,
    "acts": _acts,
    "asked": _asked,
    "body": _body,
}
"""What may be asked of one piece of evidence."""
