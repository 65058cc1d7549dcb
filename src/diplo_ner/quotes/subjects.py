"""The subject of a verb: left of it over appositions and relative clauses, or right of it where it is inverted."""

from __future__ import annotations

from .nominals import Nominal, is_time, skip_prepositional
from .prose import NAME, QUOTE
from .syntax import DASHES, HARD, Syntax
from .verb_groups import Group
from .wordclass import (
    ADVERB,
    CONTRACTED,
    COORDINATOR,
    DEFINITE,
    NEGATION,
    OBJECT,
    OF,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
)

_OBJECT_CONTROL = frozenset(
    "convaincre persuader demander exhorter appeler inviter inciter pousser forcer contraindre obliger permettre ordonner encourager "
    "presser sommer prier empêcher autoriser charger aider conseiller supplier".split()
)
_SUBJECT_RELATIVES = frozenset(("qui", "lequel", "laquelle", "lesquels", "lesquelles"))


def agrees(phrase: Nominal, number: str) -> bool:
    """Whether a phrase may be the subject of a verb in this number."""
    if not number or phrase.partitive or phrase.number == number:
        return True
    if phrase.kind == "name":
        return phrase.entity is not None and phrase.entity.type != "PERSON" and phrase.determiner == 0
    return False


def subject(syntax: Syntax, group: Group) -> Nominal | None:
    """Who does what a verb group tells, whatever its mood; None when nothing tells."""
    if group.mood in ("finite", "passive"):
        if group.pronoun:
            return _inverted_pronoun(syntax, group)
        return left_subject(syntax, group) or right_subject(syntax, group)
    return _controller(syntax, group)


def _inverted_pronoun(syntax: Syntax, group: Group) -> Nominal | None:
    """The pronoun of "a-t-il dit", or the noun before it ("Blinken a-t-il dit")."""
    start = syntax.segment_start(group.first)
    if start < group.first and not syntax.tokens[group.first - 1].classes & QUOTE:
        phrases = [p for p in syntax.phrases(start, group.first) if p.kind != "pronoun" and p.last == group.first - 1]
        if phrases and not any(g.mood == "finite" and start <= g.first < group.first for g in syntax.groups):
            return phrases[-1]
    at = group.pronoun_at
    found = Nominal(syntax.tokens, at, at, at, "pronoun")
    found.number = "p" if group.pronoun in ("ils", "elles", "nous", "vous") else "s"
    found.gender = {"il": "m", "ils": "m", "elle": "f", "elles": "f"}.get(group.pronoun, "")
    return found


def left_subject(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject left of a finite verb."""
    tokens = syntax.tokens
    end = group.first
    start = syntax.segment_start(end)
    found = _named_before_bare(syntax, start, end) or _nearest_segment(syntax, start, end, group)
    if found is not None:
        return found
    if start < end and tokens[end - 1].classes & QUOTE:
        return None
    while start > 0:
        separator = tokens[start - 1].low
        if separator in HARD:
            return None
        end = start - 1
        start = syntax.segment_start(end)
        shape, first = syntax.shape(start, end)
        if shape == "clause":
            inner = [g for g in syntax.finite if start <= g.first < end]
            return _shared(syntax, group) if inner else None
        if shape == "prepositional":
            phrases = [p for p in syntax.phrases(first, end) if agrees(p, group.number)]
            if phrases and phrases[0].kind != "pronoun":
                return phrases[0]
        if shape == "phrase":
            phrase = syntax.nominal(first, end)
            if phrase is not None:
                named = _apposed_before(syntax, phrase, start)
                if named is not None:
                    return named
                if agrees(phrase, group.number):
                    return phrase
    return None


def _named_before_bare(syntax: Syntax, start: int, end: int) -> Nominal | None:
    """The name before an apposition that no comma closes ("Ana Balarin, directrice et associée chez X a dit")."""
    tokens = syntax.tokens
    if start == 0 or start >= end or tokens[start - 1].low != ",":
        return None
    opening = tokens[start]
    if opening.tag.people is None or opening.tag.people.kind != "person" or not opening.text[0].islower() or start in syntax.at:
        return None
    if not tokens[start - 2].classes & NAME or any(g.mood == "finite" and start <= g.first < end for g in syntax.groups):
        return None
    named = syntax.nominal(start - 2, start - 1)
    return named if named is not None and named.entity is not None and named.entity.type == "PERSON" else None


def _apposed_before(syntax: Syntax, phrase: Nominal, start: int) -> Nominal | None:
    """The name that a noun phrase stands in apposition to, in the segment before ("Karl Racine, le procureur général, …")."""
    if phrase.kind != "common" or phrase.entity is not None or start == 0 or syntax.tokens[start - 1].low in HARD:
        return None
    end = start - 1
    before = syntax.segment_start(end)
    shape, first = syntax.shape(before, end)
    if shape not in ("phrase",):
        return None
    named = syntax.nominal(first, end)
    if named is None or named.entity is None or named.last != end - 1:
        return None
    if named.entity.type == "PERSON" or (phrase.people is not None and phrase.people.kind != "person"):
        return named
    return None


def _nearest_segment(syntax: Syntax, start: int, end: int, group: Group) -> Nominal | None:
    """The subject in the segment that the verb itself ends."""
    tokens = syntax.tokens
    pending = 0
    k = end - 1
    low = start
    while k >= start:
        covering = syntax.covering[k]
        if covering is not None and covering is not group:
            if covering.mood in ("finite", "passive"):
                pending += 1
            k = covering.first - 1
            continue
        token = tokens[k]
        classes = token.classes
        if classes & RELATIVE and token.low in _SUBJECT_RELATIVES:
            if pending:
                pending -= 1
            elif _only_light(syntax, k + 1, end):
                return antecedent(syntax, k, group.number)
        elif classes & (THAT | SUBORDINATOR | RELATIVE) and not (token.low == "comme" and k + 1 < end and tokens[k + 1].classes & NAME):
            if pending:
                pending -= 1
            else:
                low = k + 1
                break
        elif classes & COORDINATOR and not pending and token.low != "soit":
            if _only_light(syntax, k + 1, end):
                return _shared(syntax, group)
            bare = syntax.phrases(k + 1, end)
            phrases = [p for p in bare if p.kind != "common" or p.determiner or p.partitive or p.unlisted]
            if bare and not phrases:
                k -= 1
                continue
            fitting = [p for p in phrases if agrees(p, group.number)]
            if fitting and not (group.number == "p" and fitting[0].number == "s" and fitting[0].kind == "name" and token.low == "et"):
                return fitting[0]
            if not phrases:
                return _shared(syntax, group)
        k -= 1
    if start > 0 and k < start and low == start and tokens[start - 1].low == "," and _opens_relative(syntax, start, end):
        return None
    phrases = syntax.phrases(low, end)
    fitting = [p for p in phrases if agrees(p, group.number)]
    if fitting:
        best = fitting[0]
        named = _apposed_before(syntax, best, start) if low == start and best.first == _first_content(syntax, start, end) else None
        return named or best
    return None


def _first_content(syntax: Syntax, start: int, end: int) -> int:
    i = start
    while i < end and syntax.tokens[i].classes & (ADVERB | NEGATION | COORDINATOR):
        i += 1
    return i


def _opens_relative(syntax: Syntax, start: int, end: int) -> bool:
    return bool(syntax.tokens[start].classes & RELATIVE) and syntax.tokens[start].low == "dont" and end - start < 2


def _only_light(syntax: Syntax, start: int, end: int) -> bool:
    """Whether only adverbs, negations and clitics stand between two tokens."""
    i = start
    while i < end:
        token = syntax.tokens[i]
        size = 0 if token.classes & NAME else is_time(syntax.tokens, i)
        if size:
            i += size
            continue
        if token.classes & (PREPOSITION | OF | CONTRACTED):
            i = skip_prepositional(syntax.tokens, i, end, syntax.at)
            continue
        if not token.classes & (ADVERB | NEGATION | OBJECT | PUNCTUATION) or token.low in ("nous", "vous", "lui", "elle", "eux"):
            return False
        i += 1
    return True


def _shared(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject of the verb before, which a coordinated verb shares."""
    after_comma = group.first > 1 and any(t.low == "," for t in syntax.tokens[max(0, group.first - 3) : group.first])
    for before in reversed(syntax.finite):
        if before.first >= group.first:
            continue
        if after_comma and group.number and before.number and before.number != group.number:
            continue
        start = syntax.segment_start(before.first)
        if after_comma and start < before.first and syntax.shape(start, before.first)[0] == "relative":
            continue
        found = _inverted_pronoun(syntax, before) if before.pronoun else left_subject(syntax, before)
        if found is not None and agrees(found, group.number):
            return found
    return None


def antecedent(syntax: Syntax, k: int, number: str) -> Nominal | None:
    """The noun phrase that the relative pronoun at ``k`` takes up."""
    tokens = syntax.tokens
    j = k - 1
    if j >= 0 and tokens[j].low == ",":
        j -= 1
    if j < 0:
        return None
    if tokens[j].low == ")":
        while j > 0 and tokens[j].low != "(":
            j -= 1
        j -= 1
    return ending_at(syntax, j, number)


def ending_at(syntax: Syntax, j: int, number: str) -> Nominal | None:
    """The noun phrase whose last word is ``j``, its head in this number."""
    tokens = syntax.tokens
    start = j
    while start >= 0:
        covering = syntax.covering[start]
        if covering is not None and covering.mood != "past" or syntax.is_separator(start):
            break
        if tokens[start].classes & (THAT | SUBORDINATOR | RELATIVE):
            break
        start -= 1
    start += 1
    best: Nominal | None = None
    i = start
    while i <= j:
        phrase = syntax.nominal(i, j + 1)
        if phrase is None:
            i += 1
            continue
        if phrase.last == j:
            if agrees(phrase, number):
                best = phrase
                break
            i += 1
            continue
        i = phrase.last + 1
    if best is None:
        return None
    return _apposed_before(syntax, best, start) or best


def right_subject(syntax: Syntax, group: Group, limit: int | None = None) -> Nominal | None:
    """The subject that stands behind its verb ("a déclaré mardi à l'AFP Jean-Philippe Magnen")."""
    tokens = syntax.tokens
    end = len(tokens) if limit is None else limit
    i = group.last + 1
    if i < end and i == group.pronoun_at:
        i += 1
    while i < end:
        token = tokens[i]
        classes = token.classes
        size = 0 if classes & NAME else is_time(tokens, i)
        if size:
            i += size
            continue
        if classes & (QUOTE | THAT | SUBORDINATOR | RELATIVE) or token.low in HARD or token.low in DASHES or token.low == ")":
            return None
        if token.low == "(":
            while i < end and tokens[i].low != ")":
                i += 1
            i += 1
            continue
        covering = syntax.covering[i]
        if covering is not None and covering is not group and covering.first == i and not token.tag.people:
            return None
        if classes & (PREPOSITION | OF | CONTRACTED) and token.low != "des" and not syntax.bare_noun_phrase(i):
            i = skip_prepositional(tokens, i, end, syntax.at)
            continue
        phrase = syntax.nominal(i, end, inverted=True)
        if phrase is not None:
            if not agrees(phrase, group.number):
                return None
            complete(syntax, phrase)
            return phrase
        if classes & COORDINATOR:
            return None
        if not classes & (PUNCTUATION | ADVERB | NEGATION | OBJECT | DEFINITE):
            if i == group.last + 1 and not classes and token.tag.auxiliary is None and not token.tag.readings:
                return Nominal(tokens, i, i, i, "common")
            if i - group.last > 8:
                return None
        i += 1
    return None


def complete(syntax: Syntax, phrase: Nominal) -> None:
    """Give a noun phrase the name that follows it in apposition ("la présidente du conseil, Mme Diallo, …")."""
    if phrase.kind != "common" or phrase.entity is not None or phrase.number == "p" or phrase.people is None or phrase.partitive:
        return
    if phrase.people.kind == "people":
        return
    tokens = syntax.tokens
    i = phrase.last + 1
    if i + 1 >= len(tokens) or tokens[i].low not in (",", "("):
        return
    beside = syntax.nominal(i + 1, len(tokens))
    if beside is None or beside.entity is None or beside.kind == "pronoun":
        return
    after = tokens[beside.last + 1] if beside.last + 1 < len(tokens) else None
    closed = after is None or bool(after.classes & (PUNCTUATION | QUOTE | RELATIVE | PREPOSITION | COORDINATOR))
    person = beside.entity.type == "PERSON"
    if closed and person == (phrase.people.kind == "person") and beside.name == beside.last:
        phrase.entity, phrase.name, phrase.last = beside.entity, beside.name, beside.last


def _left_behind(syntax: Syntax, main: Group, group: Group) -> bool:
    """Whether a verb stands in a subordinate clause that a comma has closed ("a dit ce qu'elle pensait, affirmant …")."""
    if not any(t.low == "," for t in syntax.tokens[main.last + 1 : group.first]):
        return False
    earlier = [g for g in syntax.finite if g.first < main.first]
    start = max((g.last + 1 for g in earlier), default=0)
    return bool(earlier) and any(t.classes & (THAT | RELATIVE | SUBORDINATOR) for t in syntax.tokens[start : main.first])


def _controller(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject of an infinitive or participle: the noun it follows, or the subject of the clause it belongs to."""
    tokens = syntax.tokens
    before = group.first - 1
    if group.mood in ("participle", "past") and before >= 0 and not syntax.is_separator(before):
        if not tokens[before].classes & (COORDINATOR | ADVERB | QUOTE) and syntax.covering[before] is None:
            found = ending_at(syntax, before, "")
            if found is not None and (found.is_human or found.entity is not None or found.kind == "pronoun"):
                governed = found.first > 0 and tokens[found.first - 1].classes & (PREPOSITION | OF | CONTRACTED)
                if not (governed and (found.determiner & DEFINITE or found.kind == "name")):
                    return found
    if group.mood == "infinitive" and before > 0 and tokens[before].low in ("de", "d'"):
        narrated = ending_at(syntax, before - 1, "") if not any(g.first < group.first for g in syntax.finite) else None
        if narrated is not None and tokens[max(0, narrated.first - 1)].low == "et":
            return narrated
    start = syntax.segment_start(group.first)
    if start < group.first and not any(start <= g.first < group.first for g in syntax.finite):
        opening = syntax.phrases(start, group.first)
        if opening and (opening[0].entity is not None or opening[0].kind == "pronoun") and syntax.shape(start, group.first)[0] == "phrase":
            return opening[0]
    for main in reversed(syntax.groups):
        if main.first >= group.first:
            continue
        if group.mood == "infinitive" and main.lemma in _OBJECT_CONTROL and before > main.last and tokens[before].low in ("de", "d'", "à"):
            between = [p for p in syntax.phrases(main.last + 1, before) if p.kind != "pronoun"]
            if between:
                complete(syntax, between[0])
                return between[0]
        if main.mood not in ("finite", "passive") or _left_behind(syntax, main, group):
            continue
        found = subject(syntax, main)
        if found is not None:
            return found
    for main in syntax.finite:
        if main.first > group.first:
            return subject(syntax, main)
    phrases = syntax.phrases(0, group.first)
    return phrases[0] if phrases else None
