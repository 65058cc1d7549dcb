"""Verbs in front of a passage that govern it: "que", an object, an attribute, an infinitive, a participle."""

from __future__ import annotations

from ..grammar.asides import between_dashes
from ..grammar.clauses import is_passed_over, is_subordinate
from ..grammar.nominals import Nominal, circumstance
from ..grammar.noun_heads import skip_prepositional
from ..grammar.subjects import agent_of, subject
from ..grammar.syntax import Syntax
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, skip_back, token_at
from ..vocabulary.word_classes import ADPOSITION, ADVERB, NEGATION, OBJECT, RELATIVE, SUBORDINATING, THAT
from ..vocabulary.word_sets import word_set
from .agents import cited_in, has_hearer, only_acts, said_in, speaker_of, written_on
from .charges import answers_for
from .frame import Frame, may_speak, near, only_between, relays, verb_frame
from .gapping import left_out, over_semicolon
from .incise_shapes import incise_shaped
from .opening import opening_predicate
from .sayings import owned_act

_MANNER_REACH = 5
"""Words between a verb of manner and what it is about."""
_OBJECT_REACH = 14
"""Words of whom somebody informs, between the verb and "que"."""


def governing(syntax: Syntax, at: int) -> Frame | None:
    """The verb in front of a passage that governs it: que, an object, an attribute, an infinitive or a participle."""
    for group in reversed(syntax.groups):
        if group.first >= at or not group.reports:
            continue
        if group.last >= at:
            speaker = speaker_of(syntax, group)
            return verb_frame(syntax, group, "inside-verb", speaker) if speaker is not None else None
        if incise_shaped(syntax, group):
            if group.pronoun and near(syntax, group.last, at):
                return verb_frame(syntax, group, "incise-before", subject(syntax, group))
            continue
        if between_dashes(syntax, group, at):
            continue
        found = _governed(syntax, group, at) if _may_govern(syntax, group, at) else over_semicolon(syntax, group, at)
        if found is not None:
            return found
    return None


def _may_govern(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether what a verb means, and what stands behind it, let it govern a passage."""
    if group.strength == "manner" and not _reaches(syntax, group, at):
        return False
    if group.reflexive and group.lemma in word_set("reflexive-copula"):
        return False
    behind = syntax.tokens[group.last + 1 : at]
    if group.lemma in word_set("perceiving") and not any(t.classes & THAT or t.low == ":" for t in behind):
        return False
    aside = (group.mood == "infinitive" and _is_reason(syntax, group)) or is_passed_over(syntax, group, at)
    return governs(syntax, group, at) and not aside and not answers_for(syntax, group, at)


def _governed(syntax: Syntax, group: Group, at: int) -> Frame | None:
    """Whom a verb that governs a passage gives it to."""
    if group.mood == "infinitive":
        suffered = _suffered_from(syntax, group, at)
        if suffered is not None or _is_suffered(syntax, group):
            return verb_frame(syntax, group, "passive", suffered)
        group = _leading(syntax, group)
    shares = group.mood == "past" and shares_auxiliary(syntax, group)
    predicate = opening_predicate(syntax.tokens[at]) if group.mood == "past" else None
    if predicate is not None and predicate.sure and not shares:
        return None
    written = written_on(syntax, group) if group.mood in ("finite", "passive") else None
    if written is not None:
        return verb_frame(syntax, group, "object-weak", written)
    joined = shares and syntax.tokens[group.first - 1].low in word_set("and-or")
    if group.mood in ("passive", "past") and not joined:
        agent = agent_of(syntax, group, at)
        reported = group.mood == "passive" and group.strength == "weak" and climb(syntax, group) is not group
        if agent is not None and may_speak(agent) and not (reported or only_acts(agent) or _closed(syntax, agent, at)):
            return verb_frame(syntax, group, "passive", agent)
        text = said_in(syntax, group) or cited_in(syntax, group)
        if text is not None:
            return verb_frame(syntax, group, "passive", text)
        if not shares:
            return None
    gapped = left_out(syntax, group, at, syntax.segment_start(at))
    if gapped is not None:
        return verb_frame(syntax, group, "gapping", gapped)
    act = owned_act(syntax, group.last + 1, at)
    if act is not None and opening_predicate(syntax.tokens[at]) is None:
        return act
    outer = climb(syntax, group)
    speaker = speaker_of(syntax, outer)
    if speaker is None or (outer.strength == "weak" and not may_speak(speaker)):
        return None
    return verb_frame(syntax, outer, _government_rule(syntax, outer, at), speaker)


def _closed(syntax: Syntax, agent: Nominal, at: int) -> bool:
    """Whether a colon closes the clause of an agent, and another begins: "annoncé par X : Y « salue » …"."""
    return any(t.low == ":" for t in syntax.tokens[agent.last + 1 : at - 1])


def _reaches(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether a verb of manner is about the passage ("peste contre « … »", "hausse le ton : il faut « … »")."""
    between = syntax.tokens[group.last + 1 : at]
    if any(t.low == ":" for t in between):
        return True
    return len(between) <= _MANNER_REACH and any(t.low in word_set("against") for t in between)


def _is_reason(syntax: Syntax, group: Group) -> bool:
    """Whether an infinitive tells what somebody is blamed or praised for ("condamné pour avoir concédé …")."""
    tokens = syntax.tokens
    return tokens[group.first - 1].low in word_set("for") and tokens[group.first].low in word_set("past-infinitive")


def _is_suffered(syntax: Syntax, group: Group) -> bool:
    """Whether somebody has an infinitive done to himself: "il s'est fait traiter de", "il s'est vu reprocher"."""
    before = syntax.covering[group.first - 1] if group.first else None
    return before is not None and before.lemma in word_set("have-done") and before.reflexive


def _suffered_from(syntax: Syntax, group: Group, at: int) -> Nominal | None:
    """Se faire traiter de « … » par X, être traité de « … » par X, faire dire à X que « … »: who does the verb."""
    before = syntax.covering[group.first - 1] if group.first else None
    made = syntax.nominal(group.last + 2) if token_at(syntax.tokens, group.last + 1).low in word_set("to") else None
    if before is not None and before.lemma in word_set("have-done") and made is not None and made.is_somebody:
        return made
    passive = group.head > group.first and syntax.tokens[group.first].low in word_set("be")
    agent = agent_of(syntax, group, at) if passive or _is_suffered(syntax, group) else None
    return agent if agent is not None and may_speak(agent) else None


def _leading(syntax: Syntax, group: Group) -> Group:
    """The reporting verb that an infinitive depends on ("a appelé les parties à garantir « … »": a appelé)."""
    tokens = syntax.tokens
    if token_at(tokens, group.first - 1).low not in word_set("of-or-to") or token_at(
        tokens, group.first - 2
    ).low in word_set("before-infinitive"):
        return group
    for main in reversed(syntax.groups):
        if main.first < group.first and main.mood in ("finite", "infinitive", "gerund", "participle"):
            if (
                main.reports
                and main.strength != "manner"
                and not any(t.classes & (THAT | QUOTE) for t in tokens[main.last : group.first])
            ):
                return main
            return group
    return group


def shares_auxiliary(syntax: Syntax, group: Group) -> bool:
    """Whether a bare participle shares the auxiliary of a verb before ("a condamné … et estimé que")."""
    joint = token_at(syntax.tokens, skip_back(syntax.tokens, group.first - 1, ADVERB | NEGATION))
    if joint.low not in word_set("verb-joint"):
        return False
    return any(g.mood == "finite" and g.first < group.first and g.head > g.first for g in syntax.groups)


def _government_rule(syntax: Syntax, group: Group, at: int) -> str:
    between = syntax.tokens[group.last + 1 : at]
    if group.mood in ("participle", "gerund"):
        kind = "participle"
    elif group.mood == "infinitive":
        kind = "infinitive"
    elif any(t.classes & THAT for t in between):
        kind = "indirect"
    else:
        kind = "object"
    return f"{kind}-{group.strength}"


def governs(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether nothing between a verb and a passage behind it closes the verb's clause."""
    tokens = syntax.tokens
    opened = False
    previous = group.last
    that = any(t.classes & THAT for t in tokens[group.last + 1 : group.last + 4]) or (
        group.strength == "strong" and group.mood == "finite" and _completes(syntax, group)
    )
    for i in range(group.last + 1, at):
        token = tokens[i]
        if token.low == ";" or (token.low == "(" and not any(t.low == ")" for t in tokens[i:at])):
            return False
        if token.low == ":":
            if not that and (group.strength == "weak" or (group.mood == "past" and i < at - 1)):
                return False
            opened = that = True
        if token.classes & SUBORDINATING:
            if token.low in word_set("contrast") and not that:
                return False
            opened = True
        covering = syntax.covering[i]
        if covering is not None and covering.first == i and covering.mood in ("finite", "passive"):
            if covering.pronoun or incise_shaped(syntax, covering):
                continue
            if not opened and not that and not only_between(syntax, previous + 1, i):
                return False
            opened = False
            previous = covering.last
    return True


def _completes(syntax: Syntax, group: Group) -> bool:
    """Whether a "que" behind a verb opens its complement: no object stands between ("a dit mardi à la presse que")."""
    tokens = syntax.tokens
    i = group.last + 1
    while i < len(tokens):
        token = tokens[i]
        if token.classes & THAT:
            return True
        if token.classes & QUOTE and token_at(tokens, i + 1).classes & THAT:
            return True
        if token.low == "," and any(
            t.classes & THAT and tokens[k - 1].low == "," for k, t in enumerate(tokens[: i + 40]) if k > i + 1
        ):
            return True
        covering = syntax.covering[i]
        size = circumstance(tokens, i)
        if size:
            i += size
        elif covering is not None and covering.pronoun in word_set("people-pronoun"):
            i = max(covering.last, covering.pronoun_at) + 1
        elif token.classes & ADPOSITION:
            i = skip_prepositional(tokens, i, len(tokens), syntax.at)
        elif token.classes & (ADVERB | NEGATION | OBJECT) or token.low in (",", "(", ")"):
            i += 1
        elif group.lemma in word_set("informing") or syntax.is_separator(i - 1):
            i += 1
            if i - group.last > _OBJECT_REACH:
                return False
        elif covering is not None and covering.mood in ("infinitive", "past"):
            i += 1
        else:
            return False
    return False


def climb(syntax: Syntax, group: Group) -> Group:
    """The outermost verb that reports the clause a verb stands in ("X a dit que Y jugeait « … »": X)."""
    tokens, best = syntax.tokens, group
    opens = group.mood == "gerund" and token_at(tokens, group.first - 1).classes & THAT
    if opens or (group.strength == "strong" and not group.negated and has_hearer(syntax, group)):
        return group
    for outer in reversed(syntax.groups):
        if outer.first >= best.first or not outer.reports or outer.strength == "manner":
            continue
        if outer.mood in ("passive", "past"):
            continue
        between = range(outer.last + 1, best.first)
        last = next((i for i in reversed(between) if _opens_clause(syntax, i, best)), -1)
        if last > 1 and _is_other_clause(syntax, outer, last):
            continue
        if best.mood == "finite" and _set_against(syntax, best, last):
            continue
        if last < 0 or not tokens[last].classes & THAT or not _completes(syntax, outer):
            continue
        if outer.lemma in word_set("learning"):
            continue
        if best.mood == "finite" and is_subordinate(syntax, outer) and not is_subordinate(syntax, best):
            continue
        if outer.object_clitic and outer.lemma not in word_set("informing"):
            continue
        if outer.mood in ("participle", "gerund") and best.mood == "finite" and not is_subordinate(syntax, best):
            continue
        if best.mood in ("participle", "gerund") and any(t.low == "," for t in tokens[outer.last + 1 : best.first]):
            continue
        if not incise_shaped(syntax, outer):
            told = subject(syntax, outer)
            if told is None or not relays(verb_frame(syntax, outer, "", told)):
                best = outer
    return best


def _opens_clause(syntax: Syntax, i: int, group: Group) -> bool:
    """Whether "que" or a relative opens the clause of a verb; one that has its own verb in between is closed."""
    classes = syntax.tokens[i].classes
    if classes & RELATIVE and not classes & THAT:
        return not any(i < g.first < group.first for g in syntax.finite)
    return bool(classes & THAT)


def _is_other_clause(syntax: Syntax, outer: Group, that: int) -> bool:
    """Whether a "que" opens no complement of a verb: "ce que", "pour que", ", tandis que", a relative."""
    before = syntax.tokens[that - 1].low
    behind_noun = before == "," and outer.mood in ("participle", "gerund")
    return behind_noun or before in word_set("while") | word_set("that-which") | word_set("for")


def _set_against(syntax: Syntax, group: Group, start: int) -> bool:
    """Whether "mais" opens a clause with a subject of its own: "…, étant donné que …, mais X a dit que « … »"."""
    tokens = syntax.tokens
    but = next((i for i in range(group.first - 1, start, -1) if tokens[i].low in word_set("but")), -1)
    told = subject(syntax, group) if but > 0 else None
    return told is not None and told.first == but + 1
