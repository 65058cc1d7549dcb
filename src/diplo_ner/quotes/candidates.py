"""Candidates: every piece of evidence for who says a passage, by the detector that found it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from . import continuation, formulas, neighbours
from .candidate import Evidence, Link, Place
from .evidence import attitudes, charges, clefts, colons, government, incises, names_behind, sayings, sources
from .evidence.frame import Frame
from .grammar.syntax import Syntax
from .inside import incise_inside
from .moment import Moment

Detectors = Mapping[str, Callable[[], Evidence | None]]
"""What looks for evidence, by name; nothing is looked for before it is called."""

_IN_SENTENCE: Mapping[str, Callable[[Syntax, int], Frame | None]] = {
    "dash": names_behind.dash,
    "incise-after": incises.incise_after,
    "source-after": sources.source_after,
    "colon-behind": names_behind.colon_behind,
    "colon": colons.colon_frame,
    "cleft": clefts.cleft,
    "governing": government.governing,
    "source-before": sources.source_before,
    "incise-before": incises.incise_before,
    "adjective": attitudes.adjectival,
    "noun-of": sayings.nominal_cue,
    "own-saying": sayings.own_saying,
    "colon-predicate": colons.colon_predicate,
    "quoted-predicate": attitudes.quoted_predicate,
    "quoted-verb": attitudes.quoted_verb,
    "agent-after": attitudes.agent_after,
    "charged": charges.charged,
    "quoted-adjective": attitudes.quoted_adjective,
    "headline-label": colons.headline_label,
    "shared-subject": attitudes.shared_later,
    "set-beside": attitudes.set_beside,
    "fronted": attitudes.fronted,
}

_AROUND: Mapping[str, Callable[[Moment], Link | None]] = {
    "same-sentence": continuation.same_sentence,
    "formula-after": formulas.formula_after,
    "signature": neighbours.signature,
    "goes-on": continuation.goes_on,
    "told-after": neighbours.told_after,
    "quoted-participle": neighbours.doing,
    "main-subject": neighbours.main_subject,
    "fragment": continuation.fragment,
}

_SPECIAL: Mapping[str, Callable[[Moment], Link | None]] = {
    "named-author": formulas.named_author,
    "incise-inside": incise_inside,
    "and-infinitive": continuation.and_infinitive,
}

DETECTORS = frozenset((*_IN_SENTENCE, *_SPECIAL, *_AROUND))
"""The names of all that looks for evidence."""


def in_sentence(place: Place) -> Detectors:
    """What looks for a cue in the passage's own sentence."""
    return {name: partial(find, place.syntax, place.at) for name, find in _IN_SENTENCE.items()}


def around(moment: Moment) -> Detectors:
    """What looks for who goes on speaking, or is told to speak or to act around a passage."""
    return {name: partial(find, moment) for name, find in _AROUND.items()}


def outside_sentence(moment: Moment) -> Detectors:
    """All that looks for evidence outside the sentence's own cues: what overrules them, and what is around."""
    return {name: partial(find, moment) for name, find in {**_SPECIAL, **_AROUND}.items()}
