"""Reports beside a passage: the incise behind it, in front of it, or in plain order.

They are read in a sentence of which the passages, names and noun phrases are known, so that the subject and what stands
around it decide; ``verbs.incise_window`` looks for the same clause in bare text, before there are passages.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.inverted import right_subject
from ..grammar.nominals import Nominal
from ..grammar.preverbal import left_subject
from ..grammar.subjects import subject
from ..grammar.syntax import DASHES, HARD, Syntax
from ..verbs.groups import THIRD, Group
from ..verbs.incise_window import incise_form
from ..verbs.tokens import QUOTE, Token, skip_back, token_at
from ..vocabulary.word_classes import ADVERB, CONTRACTED, DETERMINER, OF, PUNCTUATION, RELATIVE, THAT
from ..vocabulary.word_sets import word_set
from .agents import after_of, bare_phrase, only_acts, read_on
from .attitudes import in_mind
from .frame import Frame, may_speak, near, only_between, verb_frame

_APART = frozenset((",", "(", ")", "...", "!", "?", "…"))
"""Punctuation behind which an incise may begin."""
_SPEECH = 6
"""Words of direct speech that no object of a verb would be."""
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
        same = int(tokens[i + 1].low in word_set("same"))
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


def incise_subject(syntax: Syntax, group: Group) -> Nominal | None:
    """Who speaks in an incise: the pronoun that hangs on its verb, or who is told behind it."""
    return subject(syntax, group) if group.pronoun else right_subject(syntax, group)


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
