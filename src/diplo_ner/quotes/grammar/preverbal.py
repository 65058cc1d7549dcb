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
        start = _before_dont(syntax, start, end, group)
        shape, first = syntax.shape(start, end)
        if shape == "clause":
            if _is_aside(syntax, start, first, end):
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


def _is_aside(syntax: Syntax, start: int, first: int, end: int) -> bool:
    """Whether a segment is a circumstance whose verbs are all in clauses within it: "en visite à Kiev où il a vu X"."""
    opening = start > 0 and bool(syntax.tokens[first].classes & ADPOSITION)
    return opening and all(is_subordinate(syntax, g) for g in syntax.finite if start <= g.first < end)


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
    fits = agrees(phrase, group.number)
    if shape == "emphatic":
        return phrase if fits and start == 0 and phrase.last == end - 1 else None
    if _is_party_of(syntax, phrase, start) or _names_other(syntax, phrase, start) or _ends_between(syntax, start):
        return None
    return apposed_before(syntax, phrase, start) or (phrase if fits else None)


def _beside_preposition(syntax: Syntax, first: int, end: int, group: Group) -> Nominal | None:
    """The phrase of a segment that its opening preposition does not govern; what "et" joins to another is governed."""
    free = (p for p in syntax.phrases(first, end) if not syntax.tokens[p.first - 1].classes & COORDINATOR)
    return next((p for p in free if agrees(p, group.number)), None)


def _opened(syntax: Syntax, start: int, end: int, group: Group) -> Nominal | None:
    """The subject of a clause that begins behind another's verb ("… s'est levé et [X], furieux, a quitté la salle")."""
    tokens = syntax.tokens
    for k in range(end - 1, start, -1):
        if tokens[k].low in word_set("and") or tokens[k].classes & SUBORDINATING:
            phrase = syntax.nominal(skip(tokens, k + 1, ADVERB, end), end)
            own = not tokens[k].classes & RELATIVE or tokens[k].low in word_set("where")
            alone = phrase is not None and phrase.last == end - 1 and own
            return phrase if phrase is not None and alone and agrees(phrase, group.number) else None
    return None


def _before_dont(syntax: Syntax, start: int, end: int, group: Group) -> int:
    """Where the phrase before "dont X, Y et Z" begins, if the segment at ``start`` is the end of such a list.

    "L'association, dont le président, [X], espère …" is none: one thing has a relative clause.
    """
    tokens = syntax.tokens
    first = start
    while first > 0 and tokens[first - 1].low == "," and not tokens[first].classes & RELATIVE:
        first = syntax.segment_start(first - 1)
    listed = (
        tokens[first].low in word_set("whose") and first > 1 and not any(first <= g.first < end for g in syntax.finite)
    )
    if not listed:
        return start
    before = syntax.segment_start(first - 1)
    whole = syntax.nominal(before, first - 1)
    named = syntax.nominal(start, end)
    titled = syntax.nominal(first + 1, start) if first + 1 < start else None
    one = whole is not None and whole.number == "s" and group.number == "s"
    office = titled is not None and titled.people_kind == "person" and titled.last == start - 2
    return start if one and office and named is not None and named.names_person else before


def _is_party_of(syntax: Syntax, phrase: Nominal, start: int) -> bool:
    """Whether a body's name between commas only tells whose man the one before it is: "le maire, PS, a dit"."""
    entity = phrase.entity
    if phrase.kind != "name" or entity is None or entity.type != "ORGANISATION" or start <= 1:
        return False
    before = syntax.segment_start(start - 1)
    shape, first = syntax.shape(before, start - 1)
    person = syntax.nominal(first, start - 1) if shape == "phrase" and syntax.tokens[start - 1].low == "," else None
    return person is not None and (person.names_person or (person.people_kind == "person"))


def _ends_between(syntax: Syntax, start: int) -> bool:
    """Whether a segment is the second of two that "entre" joins: "l'accord entre X, allié du régime, [et Y], …"."""
    tokens = syntax.tokens
    if tokens[start].low not in word_set("and") or not start or tokens[start - 1].low != ",":
        return False
    before = syntax.segment_start(start - 1)
    first = syntax.segment_start(before - 1) if before > 1 and tokens[before - 1].low == "," else before
    held = tokens[first:start]
    return any(t.low in word_set("between") for t in held) and not any(first <= g.first < start for g in syntax.finite)


def _names_other(syntax: Syntax, phrase: Nominal, start: int) -> bool:
    """Whether a name is that of somebody told in an aside: "le conseil, présidé par le ministre, [X], a décidé"."""
    tokens = syntax.tokens
    if phrase.kind != "name" or not phrase.names_person or start <= 1 or tokens[start - 1].low != ",":
        return False
    before = syntax.segment_start(start - 1)
    if not before or tokens[before - 1].low != ",":
        return False
    governed = [i for i in range(before + 1, start - 1) if tokens[i - 1].classes & ADPOSITION]
    within = (syntax.nominal(i, start - 1) for i in governed)
    title = next((p for p in within if p is not None and p.last == start - 2), None)
    person = title is not None and title.people_kind == "person"
    return person and title is not None and title.entity is None and title.number == "s"


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
        elif classes & COORDINATOR:
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
