"""The subject left of its verb, over appositions and relative clauses."""

from __future__ import annotations

from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, skip
from ..vocabulary.word_classes import (
    ADPOSITION,
    ADVERB,
    COORDINATOR,
    NEGATION,
    OBJECT,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATING,
    THAT,
)
from ..vocabulary.word_sets import word_set
from .antecedents import agrees, antecedent
from .apposition import apposed_before, named_before_bare
from .asides import before_dont, is_absolute, is_aside, joins_between, opening_of_tail, tells_of_another
from .clauses import is_subordinate
from .nominals import Nominal, circumstance
from .noun_heads import skip_prepositional
from .syntax import HARD, Syntax


def left_subject(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject left of a finite verb."""
    return syntax.once("left", group, _left_subject)


def _left_subject(syntax: Syntax, group: Group) -> Nominal | None:
    tokens = syntax.tokens
    end = group.first
    start = syntax.segment_start(end)
    found = named_before_bare(syntax, start, end) or _nearest_segment(syntax, start, end, group)
    if found is not None:
        return found
    aside: Nominal | None = None
    while start > 0:
        separator = tokens[start - 1].low
        if separator in HARD:
            return aside
        end = start - 1
        start = syntax.segment_start(end)
        if tokens[end - 1].low in word_set("subject-relative"):
            return antecedent(syntax, end - 1, group.number)
        start = before_dont(syntax, start, end, group)
        if joins_between(syntax, start):
            continue
        opening = opening_of_tail(syntax, start)
        if opening < start:
            start = opening
            continue
        shape, first = syntax.shape(start, end)
        if shape == "clause":
            if is_aside(syntax, start, first, end):
                continue
            return _of_clause(syntax, start, first, end, group)
        told = _of_segment(syntax, shape, start, first, end, group)
        if told is not None:
            return told
        if shape == "prepositional" and not _holds_infinitive(syntax, first, end):
            free = _beside_preposition(syntax, first, end, group)
            if free is not None and any(t.classes & THAT for t in tokens[first:end]):
                return free
            aside = aside or free
    return aside


def _of_clause(syntax: Syntax, start: int, first: int, end: int, group: Group) -> Nominal | None:
    """The subject that a segment with a verb of its own leaves for the verb behind it."""
    inner = [g for g in syntax.finite if start <= g.first < end]
    phrase = syntax.nominal(first, end) if inner and all(is_subordinate(syntax, g) for g in inner) else None
    if phrase is not None and phrase.last < inner[0].first and agrees(phrase, group.number):
        return apposed_before(syntax, phrase, start) or phrase
    opened = _opened(syntax, inner[-1].last if inner else start, end, group)
    if opened is not None:
        return opened
    return _shared(syntax, group) if inner else None


def _of_segment(syntax: Syntax, shape: str, start: int, first: int, end: int, group: Group) -> Nominal | None:
    """The subject that is a segment by itself, or ends one that a conjunction opens."""
    if shape == "subordinate" or (shape == "relative" and not any(start <= g.first < end for g in syntax.finite)):
        return _opened(syntax, start, end, group)
    phrase = syntax.nominal(first, end) if shape in ("phrase", "emphatic") and first < end else None
    if phrase is None:
        return None
    fits = agrees(phrase, group.number) or (group.number == "p" and _is_row(syntax, phrase, end))
    if shape == "emphatic":
        return phrase if fits and start == 0 and phrase.last == end - 1 else None
    if is_absolute(syntax, phrase, end) or tells_of_another(syntax, phrase, start):
        return None
    return apposed_before(syntax, phrase, start) or (phrase if fits else None)


def _is_row(syntax: Syntax, phrase: Nominal, end: int) -> bool:
    """Whether "et" joins another to the first phrase of a segment: "X et son adjoint, Y, ont dit"."""
    tokens = syntax.tokens
    if phrase.last + 2 >= end or tokens[phrase.last + 1].low not in word_set("and") or not phrase.is_somebody:
        return False
    other = syntax.nominal(phrase.last + 2, end)
    return other is not None and other.is_somebody and other.last == end - 1


def _beside_preposition(syntax: Syntax, first: int, end: int, group: Group) -> Nominal | None:
    """The phrase of a segment that its opening preposition does not govern; what "et" joins to another is governed."""
    free = (p for p in syntax.phrases(first, end) if not syntax.tokens[p.first - 1].classes & COORDINATOR)
    return next((p for p in free if agrees(p, group.number)), None)


def _opened(syntax: Syntax, start: int, end: int, group: Group) -> Nominal | None:
    """The subject of a clause that begins behind another's verb ("… s'est levé et [X], furieux, a quitté la salle")."""
    tokens = syntax.tokens
    for k in range(end - 1, start, -1):
        if tokens[k].low in word_set("and") or tokens[k].classes & SUBORDINATING:
            rough = k + 1 < end and syntax.bare_noun_phrase(k + 1)
            phrase = syntax.nominal(k + 1 if rough else skip(tokens, k + 1, ADVERB, end), end)
            own = not tokens[k].classes & RELATIVE or tokens[k].low in word_set("where")
            alone = phrase is not None and phrase.last == end - 1 and own
            return phrase if phrase is not None and alone and agrees(phrase, group.number) else None
    return None


def _holds_infinitive(syntax: Syntax, first: int, end: int) -> bool:
    """Whether a segment is "pour rassurer X", "après avoir reçu X": its names belong to the infinitive."""
    return any(g.mood == "infinitive" and first <= g.first < end for g in syntax.groups)


def _nearest_segment(syntax: Syntax, start: int, end: int, group: Group) -> Nominal | None:
    """The subject in the segment that the verb itself ends."""
    tokens = syntax.tokens
    pending = 0
    k = end - 1
    low = start
    while k >= start:
        covering = syntax.covering[k]
        if covering is not None:
            pending += int(covering.mood in ("finite", "passive"))
            k = covering.first - 1
            continue
        token = tokens[k]
        classes = token.classes
        governed = k > start and bool(tokens[k - 1].classes & ADPOSITION)
        if classes & RELATIVE and token.low in word_set("subject-relative") and not governed:
            if pending:
                pending -= 1
            elif _only_light(syntax, k + 1, end):
                return antecedent(syntax, k, group.number)
        elif classes & SUBORDINATING:
            if pending:
                pending -= 1
            else:
                low = k + 1
                break
        elif classes & COORDINATOR and not joins_between(syntax, k):
            decided, found = _coordinated(syntax, start, k, end, group)
            if decided:
                return found
        k -= 1
    phrases = syntax.phrases(low, end)
    fitting = [p for p in phrases if agrees(p, group.number)]
    if fitting:
        best = fitting[0]
        opening = skip(tokens, start, ADVERB | NEGATION | COORDINATOR, end)
        named = apposed_before(syntax, best, start) if low == start and best.first == opening else None
        return named or best
    return None


def _coordinated(syntax: Syntax, start: int, k: int, end: int, group: Group) -> tuple[bool, Nominal | None]:
    """Whether the conjunction at ``k`` decides who the subject of a verb is, and who that is."""
    conjunction = syntax.tokens[k]
    if _only_light(syntax, k + 1, end):
        shared = _shared(syntax, group)
        if shared is not None or not any(t.classes & QUOTE for t in syntax.tokens[start:k]):
            return True, shared
    bare = syntax.phrases(k + 1, end)
    phrases = [p for p in bare if p.kind != "common" or p.determiner or p.partitive or p.unlisted]
    if not phrases and (bare or conjunction.low in word_set("and-or")):
        return False, None
    fitting = next((p for p in phrases if agrees(p, group.number)), None)
    if fitting is None:
        joined = _joined(syntax, start, k, phrases) if group.number == "p" else None
        return joined is not None, joined
    if _joined_to_governed(syntax, fitting, k):
        return False, None
    row = group.number == "p" and fitting.number == "s" and conjunction.low in word_set("and")
    return not (row and fitting.kind == "name"), fitting


def _joined_to_governed(syntax: Syntax, phrase: Nominal, k: int) -> bool:
    """Whether "et" joins a place right before the verb to another that a preposition governs: "à Rome et Paris"."""
    before = syntax.tokens[k - 1] if k > 1 else None
    if before is None or before.entity is None or phrase.entity is None or phrase.first != k + 1:
        return False
    places = not {before.entity.type, phrase.entity.type} & {"PERSON", "ORGANISATION"}
    return places and bool(syntax.tokens[k - 2].classes & ADPOSITION)


def _joined(syntax: Syntax, start: int, k: int, behind: list[Nominal]) -> Nominal | None:
    """The first of two phrases that "et" makes the subject of a verb in the plural ("l'opposition et [X] saluent")."""
    if syntax.tokens[k].low not in word_set("and") or len(behind) != 1:
        return None
    before = syntax.phrases(start, k)
    first = before[-1] if before else None
    if first is None:
        return None
    return first if first.is_somebody else None


def _only_light(syntax: Syntax, start: int, end: int) -> bool:
    """Whether only adverbs, negations and clitics stand between two tokens."""
    i = start
    while i < end:
        token = syntax.tokens[i]
        size = circumstance(syntax.tokens, i)
        if size:
            i += size
            continue
        if token.classes & ADPOSITION:
            i = skip_prepositional(syntax.tokens, i, end, syntax.at)
            continue
        if not token.classes & (ADVERB | NEGATION | OBJECT | PUNCTUATION) or token.low in word_set("stressed"):
            return False
        i += 1
    return True


def _shared(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject of the verb before, which a coordinated verb shares."""
    after_comma = any(t.low == "," for t in syntax.tokens[max(0, group.first - 3) : group.first])
    for before in reversed(syntax.finite):
        if before.first >= group.first:
            continue
        if after_comma and before.number and before.number != group.number:
            continue
        if after_comma and is_subordinate(syntax, before) and not is_subordinate(syntax, group):
            continue
        found = left_subject(syntax, before)
        if found is not None and agrees(found, group.number):
            return found
    return None
