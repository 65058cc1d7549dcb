"""Reports beside a passage: the incise behind it, in front of it, or in plain order.

They are read in a sentence of which the passages, names and noun phrases are known, so that the subject and what stands
around it decide; ``verbs.incise_window`` looks for the same clause in bare text, before there are passages.
"""

from __future__ import annotations

from ..grammar.inverted import right_subject
from ..grammar.nominals import Nominal
from ..grammar.syntax import HARD, Syntax
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, token_at
from ..vocabulary.word_classes import CONTRACTED, DETERMINER, OF, PUNCTUATION, THAT
from ..vocabulary.word_sets import word_set
from .agents import after_of, bare_phrase, read_on
from .attitudes import in_mind
from .frame import Frame, may_speak, near, only_between, verb_frame
from .incise_shapes import incise_shaped, incise_subject

_SHORTEST_SPEECH = 2
"""Words that direct speech has at the least where only its place tells that it is some."""


def incise_after(syntax: Syntax, at: int) -> Frame | None:
    """« … », a déclaré X; « … » sur ce thème, a aussi semblé se réjouir X; « … » X a dit."""
    tokens = syntax.tokens
    edge = next((i for i in range(at + 1, len(tokens)) if tokens[i].low in (";", ":")), len(tokens))
    for group in syntax.groups:
        if group.first <= at:
            continue
        special = in_mind(syntax, at, group) if group.first == at + 2 else None
        special = special or (_readable(syntax, at, group) if group.first <= edge else None)
        if special is not None:
            return special
        if group.mood != "finite":
            continue
        if group.first > edge:
            return None
        found = _told_by(syntax, at, group)
        if found is not None:
            return found
    return None


def _readable(syntax: Syntax, at: int, group: Group) -> Frame | None:
    """« … », est-il écrit sur une banderole: what bears the words."""
    if group.mood != "passive" or group.pronoun not in word_set("impersonal-subject") or not group.reports:
        return None
    speaker = read_on(syntax, group) if near(syntax, at, group.first) else None
    return verb_frame(syntax, group, "incise-pronoun", speaker) if speaker is not None else None


def _told_by(syntax: Syntax, at: int, group: Group) -> Frame | None:
    """Whom a finite verb behind a passage gives it to."""
    if not (group.reports or group.pronoun):
        beside = near(syntax, at, group.first) and group.lemma
        return (_postposed(syntax, at, group) or _any_verb(syntax, at, group)) if beside else None
    if not incise_shaped(syntax, group) or _continues(syntax, at, group):
        return _postposed(syntax, at, group)
    speaker = incise_subject(syntax, group)
    if speaker is None:
        return None
    learning = group.lemma in word_set("learning") and speaker.entity is not None
    if learning and not speaker.names_person:
        speaker = _sourced(syntax, group) or speaker
    if group.pronoun in word_set("people-pronoun"):
        read = group.lemma in word_set("read")
        told = (read_on(syntax, group) if read else _sourced(syntax, group)) or _seated(syntax, group)
        speaker = told or speaker
    passed = any(t.classes & QUOTE for t in syntax.tokens[at + 1 : group.first]) or not near(syntax, at, group.first)
    if passed and not (group.pronoun or may_speak(speaker)):
        return None
    rule = ("incise-pronoun" if group.pronoun else "incise-noun") + ("-far" if passed else "")
    return verb_frame(syntax, group, rule, speaker)


def _continues(syntax: Syntax, at: int, group: Group) -> bool:
    """Whether a verb right behind a passage has for its subject the noun that the passage tells of."""
    before = syntax.tokens[at - 1] if at else None
    plain = before is not None and not before.classes and before.low.isalpha() and syntax.covering[at - 1] is None
    return plain and group.first == at + 1 and not group.pronoun and group.strength != "strong"


def _sourced(syntax: Syntax, group: Group) -> Nominal | None:
    """« … », a-t-on appris mercredi de source diplomatique: the source."""
    tokens = syntax.tokens
    for i in range(group.last + 1, min(group.last + 8, len(tokens) - 1)):
        same = int(tokens[i + 1].low in word_set("same") | word_set("trusted"))
        noun = token_at(tokens, i + 1 + same)
        if tokens[i].low in word_set("from-source") and noun.low in word_set("source-noun"):
            found = bare_phrase(syntax, i + 1 + same)
            if found is not None:
                found.first = i + 1
            return found
        if tokens[i].low in word_set("near") and tokens[i + 1].classes & (OF | CONTRACTED):
            return after_of(syntax, i + 1)
        if group.lemma in word_set("learning") and tokens[i].classes & (OF | CONTRACTED):
            told = after_of(syntax, i)
            return told if told is not None and told.is_somebody else None
        if group.lemma in word_set("learning") and tokens[i].low in word_set("in-or-on"):
            circle = syntax.nominal(i + 1)
            return circle if circle is not None and circle.is_human else None
    return None


def _any_verb(syntax: Syntax, at: int, group: Group) -> Frame | None:
    """« … », sourit X: whatever the verb, a person behind it and nothing after the person make an incise.

    Behind words that do not open the sentence the person has a name: compte « trois foyers », liste X.
    """
    tokens = syntax.tokens
    if tokens[at + 1].low != "," or group.first != at + 2 or group.object_clitic:
        return None
    if len(tokens[at].text.split()) < _SHORTEST_SPEECH:
        return None
    speaker = right_subject(syntax, group)
    if speaker is None or not (speaker.names_person or (not at and _is_person(speaker))):
        return None
    if not token_at(tokens, speaker.last + 1).classes & PUNCTUATION:
        return None
    return verb_frame(syntax, group, "incise-any-verb", speaker)


def _is_person(speaker: Nominal) -> bool:
    """Whether a phrase is one person by its noun, the one or some one: "le ministre", "un habitant"."""
    return speaker.people_kind == "person" and bool(speaker.determiner)


def _seated(syntax: Syntax, group: Group) -> Nominal | None:
    """« … », explique-t-on à l'Élysée, entend-on du côté des élus: the body where "on" speaks."""
    tokens = syntax.tokens
    i = max(group.last, group.pronoun_at) + 1
    if token_at(tokens, i + 1).low in word_set("beside-noun") and token_at(tokens, i + 2).classes & (OF | CONTRACTED):
        beside = after_of(syntax, i + 2) or bare_phrase(syntax, i + 3)
        return beside if beside is not None and beside.is_somebody else None
    phrase = syntax.nominal(i + 1) if token_at(tokens, i).low in word_set("place-preposition") else None
    if phrase is None:
        return None
    named = phrase.entity is not None and phrase.entity.type == "ORGANISATION"
    circle = phrase.people_kind in ("body", "people")
    return phrase if named or circle else None


def _postposed(syntax: Syntax, at: int, group: Group) -> Frame | None:
    """« … », le ministre a dit lundi: a report in plain order behind the passage."""
    tokens = syntax.tokens
    if group.strength != "strong" or (at != 0 and tokens[at - 1].low not in HARD):
        return None
    after = group.last + 1
    if token_at(tokens, after).classes & (THAT | QUOTE | DETERMINER):
        return None
    if any(t.classes & (QUOTE | THAT) for t in tokens[after:]):
        return None
    i = at + 1
    i += int(token_at(tokens, i).low == ",")
    speaker = syntax.nominal(i, group.first)
    if speaker is None or not only_between(syntax, speaker.last + 1, group.first):
        return None
    return verb_frame(syntax, group, "postposed", speaker)


def incise_before(syntax: Syntax, at: int) -> Frame | None:
    """…, a affirmé X, mais « … »; "dit-on" between commas says nothing of who speaks."""
    for group in reversed(syntax.groups):
        if group.first >= at or not (group.reports or group.pronoun) or group.lemma in word_set("seeming"):
            continue
        if incise_shaped(syntax, group):
            anybody = group.pronoun in word_set("people-pronoun")
            if anybody and _sourced(syntax, group) is None and _seated(syntax, group) is None:
                continue
            speaker = incise_subject(syntax, group)
            if speaker is not None:
                return verb_frame(syntax, group, "incise-before", speaker)
    return None
