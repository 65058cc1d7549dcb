"""Reports beside a passage: the incise behind it, in front of it, or in plain order."""

from __future__ import annotations

from ..grammar.inverted import right_subject
from ..grammar.nominals import Nominal
from ..grammar.preverbal import left_subject
from ..grammar.subjects import subject
from ..grammar.syntax import DASHES, HARD, Syntax
from ..verbs.groups import THIRD, Group
from ..verbs.incise_window import incise_form
from ..verbs.tokens import QUOTE, token_at
from ..vocabulary.word_classes import ADVERB, CONTRACTED, DETERMINER, OF, PUNCTUATION, RELATIVE, THAT
from ..vocabulary.word_sets import word_set
from .agents import after_of, bare_phrase, read_on
from .attitudes import in_mind
from .frame import Frame, may_speak, near, only_between, verb_frame

_SHORTEST_SPEECH = 2
"""Words that direct speech has at the least where only its place tells that it is some."""


def incise_after(syntax: Syntax, at: int) -> Frame | None:
    """« … », a déclaré X; « … » sur ce thème, a aussi semblé se réjouir X; « … » X a dit."""
    tokens = syntax.tokens
    edge = next((i for i in range(at + 1, len(tokens)) if tokens[i].low in (";", ":")), len(tokens))
    for group in syntax.groups:
        if group.first <= at:
            continue
        mind = in_mind(syntax, at, group) if group.first == at + 2 else None
        if mind is not None:
            return mind
        if group.mood == "passive" and group.pronoun and group.reports and group.first <= edge:
            speaker = (
                read_on(syntax, group)
                if group.pronoun in word_set("impersonal-subject") and near(syntax, at, group.first)
                else None
            )
            if speaker is not None:
                return verb_frame(syntax, group, "incise-pronoun", speaker)
        if group.mood != "finite":
            continue
        if group.first > edge:
            return None
        if not (group.reports or group.pronoun):
            if near(syntax, at, group.first) and group.lemma:
                found = _postposed(syntax, at, group) or _any_verb(syntax, at, group)
                if found:
                    return found
            continue
        if not incise_shaped(syntax, group) or _continues(syntax, at, group):
            found = _postposed(syntax, at, group)
            if found is not None:
                return found
            continue
        speaker = incise_subject(syntax, group)
        if speaker is None:
            continue
        if group.lemma in word_set("read") and group.pronoun in word_set("people-pronoun"):
            speaker = read_on(syntax, group) or speaker
        elif group.pronoun in word_set("people-pronoun"):
            speaker = _sourced(syntax, group) or _seated(syntax, group) or speaker
        rule = "incise-pronoun" if group.pronoun else "incise-noun"
        if any(t.classes & QUOTE for t in tokens[at + 1 : group.first]) or not near(syntax, at, group.first):
            rule += "-far"
        return verb_frame(syntax, group, rule, speaker)
    return None


def _continues(syntax: Syntax, at: int, group: Group) -> bool:
    """Whether a verb right behind a passage has for its subject the noun that the passage tells of."""
    before = syntax.tokens[at - 1] if at else None
    plain = before is not None and not before.classes and before.low.isalpha() and syntax.covering[at - 1] is None
    return plain and group.first == at + 1 and not group.pronoun and group.strength != "strong"


def _sourced(syntax: Syntax, group: Group) -> Nominal | None:
    """« … », a-t-on appris mercredi de source diplomatique: the source."""
    tokens = syntax.tokens
    for i in range(group.last + 1, min(group.last + 8, len(tokens) - 1)):
        same = int(tokens[i + 1].low in word_set("same"))
        noun = token_at(tokens, i + 1 + same)
        if tokens[i].low in word_set("from-source") and noun.low in word_set("source-noun"):
            found = bare_phrase(syntax, i + 1 + same)
            if found is not None:
                found.first = i + 1
            return found
        if tokens[i].low in word_set("near") and tokens[i + 1].classes & (OF | CONTRACTED):
            return after_of(syntax, i + 1)
    return None


def _any_verb(syntax: Syntax, at: int, group: Group) -> Frame | None:
    """« … », sourit X: whatever the verb, a person behind it and nothing after the person make an incise."""
    tokens = syntax.tokens
    if at != 0 or tokens[at + 1].low != "," or group.first != at + 2 or group.object_clitic:
        return None
    if len(tokens[at].text.split()) < _SHORTEST_SPEECH:
        return None
    speaker = right_subject(syntax, group)
    if speaker is None or not (speaker.names_person or _is_person(speaker)):
        return None
    if not token_at(tokens, speaker.last + 1).classes & PUNCTUATION:
        return None
    return verb_frame(syntax, group, "incise-any-verb", speaker)


def _is_person(speaker: Nominal) -> bool:
    """Whether a phrase is one person by its noun, the one or some one: "le ministre", "un habitant"."""
    return speaker.people_kind == "person" and bool(speaker.determiner)


def _seated(syntax: Syntax, group: Group) -> Nominal | None:
    """« … », explique-t-on à l'Élysée: the body where "on" speaks."""
    tokens = syntax.tokens
    i = max(group.last, group.pronoun_at) + 1
    phrase = syntax.nominal(i + 1) if token_at(tokens, i).low in word_set("place-preposition") else None
    if phrase is None:
        return None
    named = phrase.entity is not None and phrase.entity.type == "ORGANISATION"
    circle = phrase.people_kind in ("body", "people")
    return phrase if named or circle else None


def incise_subject(syntax: Syntax, group: Group) -> Nominal | None:
    """Who speaks in an incise: the pronoun that hangs on its verb, or who is told behind it."""
    return subject(syntax, group) if group.pronoun else right_subject(syntax, group)


def incise_shaped(syntax: Syntax, group: Group) -> bool:
    """Whether a verb stands as an incise does: behind a comma, a dash or a passage, its subject behind it."""
    return syntax.once("incise", group, _incise_shaped) is True


def _incise_shaped(syntax: Syntax, group: Group) -> bool:
    tokens = syntax.tokens
    if group.mood != "finite":
        return False
    i = group.first - 1
    if i > 0 and group.person == THIRD and tokens[i].low in word_set("we-or-you"):
        i -= 1
    while i >= 0 and tokens[i].classes & ADVERB and not tokens[i].classes & QUOTE:
        i -= 1
    form = incise_form(tokens, group)
    if form is not None:
        return form
    if group.negated and not (i > 0 and tokens[i].low == "," and tokens[i - 1].classes & QUOTE):
        return False
    if i >= 0 and not (
        tokens[i].classes & QUOTE
        or tokens[i].low == ","
        or tokens[i].low in DASHES
        or tokens[i].low in ("(", ")", "...", "!", "?", "…")
        or (tokens[i].low == "." and i and tokens[i - 1].classes & QUOTE)
    ):
        return False
    speaker = right_subject(syntax, group)
    if speaker is None:
        return False
    if i >= 0 and tokens[i].low == "," and may_speak(speaker):
        follows = speaker.last + 1
        closed = follows >= len(tokens) or tokens[follows].low in (",", ".") or bool(tokens[follows].classes & RELATIVE)
        sure = group.strength == "strong" or speaker.names_person
        resumed = tokens[follows].low == "," and follows + 1 in syntax.at if follows < len(tokens) else False
        if closed and sure and (group.lemma not in word_set("addressing") or speaker.entity is None or resumed):
            return True
    if token_at(tokens, speaker.last + 1).classes & QUOTE:
        return False
    apart = i > 0 and tokens[i].low == "," and not tokens[i - 1].classes & QUOTE
    if apart and token_at(tokens, speaker.last + 1).low in word_set("and") and speaker.last + 2 in syntax.at:
        return False
    left = left_subject(syntax, group)
    beside = i >= 0 and (
        tokens[i].classes & QUOTE or (tokens[i].low in (",", ".") and i and tokens[i - 1].classes & QUOTE)
    )
    if beside and (left is None or (group.lemma not in word_set("addressing") and may_speak(speaker))):
        return True
    if left is None or not _adjacent(syntax, left, group):
        return True
    predicate = any(t.classes & QUOTE for t in tokens[left.head + 1 : max(left.last, left.head) + 2])
    return predicate and group.strength == "strong" and may_speak(speaker)


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
    """…, a affirmé X, mais « … »."""
    for group in reversed(syntax.groups):
        if group.first >= at or not (group.reports or group.pronoun) or group.lemma in word_set("seeming"):
            continue
        if incise_shaped(syntax, group):
            speaker = incise_subject(syntax, group)
            if speaker is not None:
                return verb_frame(syntax, group, "incise-before", speaker)
    return None
