"""Who does what a verb tells: the subject of a finite one, the controller of an infinitive, the agent of a passive."""

from __future__ import annotations

from ..verbs.groups import Group
from ..verbs.tokens import NAME, QUOTE
from ..vocabulary.word_classes import ADVERB, COORDINATOR, DEFINITE, SUBORDINATING, THAT
from ..vocabulary.word_sets import word_set
from .antecedents import ending_at
from .apposition import complete
from .clauses import is_passed_over, is_subordinate
from .inverted import inverted_pronoun, right_subject
from .nominals import Nominal
from .preverbal import left_subject
from .syntax import HARD, Syntax

_ABSOLUTE = 4
"""Where a participle with a subject of its own stands at the least: behind a title, a comma, a name and a comma."""
_LONGEST_NAME = 2
"""Tokens of that name with its form of address."""


def subject(syntax: Syntax, group: Group) -> Nominal | None:
    """Who does what a verb group tells, whatever its mood; None when nothing tells."""
    return syntax.once("subject", group, _subject)


def _subject(syntax: Syntax, group: Group) -> Nominal | None:
    if group.mood in ("finite", "passive"):
        if group.pronoun:
            return inverted_pronoun(syntax, group)
        return left_subject(syntax, group) or right_subject(syntax, group)
    return _controller(syntax, group)


def _left_behind(syntax: Syntax, main: Group, group: Group) -> bool:
    """Whether a verb's subordinate clause is closed by a comma ("a dit ce qu'elle pensait, affirmant …")."""
    if not any(t.low == "," for t in syntax.tokens[main.last + 1 : group.first]):
        return False
    earlier = [g for g in syntax.finite if g.first < main.first]
    start = max((g.last + 1 for g in earlier), default=0)
    opening = [i for i in range(start, main.first) if syntax.tokens[i].classes & SUBORDINATING]
    # "…, ce que X a nié, parlant de" goes on: what is told before is the object.
    takes_up = any(i > 1 and syntax.tokens[i - 1].low in word_set("ce") for i in opening)
    return bool(earlier) and bool(opening) and not takes_up


def _absolute_subject(syntax: Syntax, group: Group) -> Nominal | None:
    """…, l'ambassadeur tunisien, Luis Reyes, évoquant « … »: a participle with a subject of its own."""
    tokens = syntax.tokens
    if group.mood != "participle" or group.first < _ABSOLUTE or tokens[group.first - 1].low != ",":
        return None
    end = group.first - 1
    start = syntax.segment_start(end)
    if end - start > _LONGEST_NAME or not tokens[end - 1].classes & NAME or start <= 1 or tokens[start - 1].low != ",":
        return None
    before = syntax.segment_start(start - 1)
    shape, first = syntax.shape(before, start - 1)
    title = syntax.nominal(first, start - 1) if shape == "phrase" and before > 0 else None
    if title is None or title.people is None or any(before > g.first > title.first for g in syntax.finite):
        return None
    return syntax.nominal(start, end)


def _opening_phrase(syntax: Syntax, group: Group) -> Nominal | None:
    """Le ministre, indiquant que …: the phrase that opens a sentence without a main verb; None where there is none."""
    opening = syntax.phrases(0, group.first)
    told = opening[0] if opening else None
    return told if told is not None and (told.is_somebody or told.kind == "pronoun") else None


def _behind_quoted_clause(syntax: Syntax, group: Group) -> Nominal | None:
    """En affirmant qu'il « entend la colère », [X] a refusé …: behind a clause whose verb stands between the marks."""
    tokens = syntax.tokens
    if group.mood not in ("gerund", "participle"):
        return None
    for later in syntax.finite:
        found = left_subject(syntax, later) if later.first > group.first else None
        if found is not None and found.first > group.last and tokens[found.first - 1].low == ",":
            return found if any(t.classes & QUOTE for t in tokens[group.last + 1 : found.first]) else None
    return None


def _perceived(syntax: Syntax, group: Group) -> Nominal | None:
    """Avoir entendu [X] crier « … »: the object of a verb of perception does what the infinitive tells."""
    if group.mood != "infinitive":
        return None
    main = next((g for g in reversed(syntax.groups) if g.first < group.first), None)
    if main is None or main.lemma not in word_set("perceiving-act"):
        return None
    between = syntax.phrases(main.last + 1, group.first)
    seen = between[0] if between and between[0].first == main.last + 1 else None
    return seen if seen is not None and seen.is_somebody else None


def _beside(syntax: Syntax, group: Group) -> Nominal | None:
    """The noun right in front of a participle, where it does what that tells ("les élus réclamant « … »")."""
    tokens, before = syntax.tokens, group.first - 1
    if group.mood not in ("participle", "past") or before < 0 or syntax.is_separator(before):
        return None
    if syntax.covering[before] is not None or tokens[before].classes & (COORDINATOR | ADVERB | QUOTE):
        return None
    found = ending_at(syntax, before, "")
    if found is None:
        return None
    if found.is_somebody or found.kind == "pronoun":
        apart = found.is_governed and (found.determiner & DEFINITE or found.kind == "name")
        return None if apart else found
    done = any(t.low in word_set("compound-participle") for t in tokens[group.first : group.head])
    told = (found.speech and found.owner >= 0) or (done and found.determiner) or _denied(syntax, found)
    return found if group.mood == "participle" and told else None


def _ordered(syntax: Syntax, main: Group, group: Group) -> Nominal | None:
    """The object of a verb that does what its infinitive tells: "a appelé [les parties] à garantir « … »"."""
    tokens, before = syntax.tokens, group.first - 1
    if group.mood != "infinitive" or main.lemma not in word_set("object-control") or before <= main.last:
        return None
    if tokens[before].low not in word_set("of-or-to") or tokens[before - 1].low in word_set("before-infinitive"):
        return None
    between = [p for p in syntax.phrases(main.last + 1, before) if p.kind != "pronoun"]
    if between:
        complete(syntax, between[0])
    return between[0] if between else None


def _controller(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject of an infinitive or participle: the noun it follows, or the subject of the clause it belongs to."""
    own = _beside(syntax, group) or _absolute_subject(syntax, group) or _perceived(syntax, group)
    own = own or _behind_gerund(syntax, group) or _for_whom(syntax, group) or _behind_source(syntax, group)
    if own is not None:
        return own
    for main in reversed(syntax.groups):
        if main.first >= group.first:
            continue
        ordered = _ordered(syntax, main, group)
        if ordered is not None:
            return ordered
        if main.mood not in ("finite", "passive") or _left_behind(syntax, main, group):
            continue
        if is_passed_over(syntax, main, group.first):
            continue
        if main.pronoun in word_set("people-pronoun"):
            continue
        found = subject(syntax, main)
        if found is not None:
            return _beside_thing(syntax, main, group, found) or found
    later = [g for g in syntax.finite if g.first > group.first]
    mains = [g for g in later if not is_subordinate(syntax, g)]
    if not mains and later:
        return _behind_quoted_clause(syntax, group) or _opening_phrase(syntax, group)
    for main in mains:
        return subject(syntax, main)
    phrases = syntax.phrases(0, group.first)
    return phrases[0] if phrases else None


def _behind_gerund(syntax: Syntax, group: Group) -> Nominal | None:
    """Y estime qu'en parlant de « … », [X] avait tort: a gerund behind "que" has the subject of the clause it opens."""
    if group.mood != "gerund" or not group.first or not syntax.tokens[group.first - 1].classes & THAT:
        return None
    clause = next((g for g in syntax.finite if g.first > group.last), None)
    return subject(syntax, clause) if clause is not None else None


def _behind_source(syntax: Syntax, group: Group) -> Nominal | None:
    """… selon [un officier], s'exprimant sous couvert d'anonymat: a participle behind a source is the source's."""
    tokens, end = syntax.tokens, group.first - 1
    if group.mood != "participle" or end < 1 or tokens[end].low != ",":
        return None
    start = syntax.segment_start(end)
    source = next((i for i in range(start, end) if tokens[i].low in word_set("topic-word")), end)
    told = syntax.nominal(source + 1, end) if source + 1 < end else None
    return told if told is not None and told.is_somebody and told.kind != "pronoun" else None


def _for_whom(syntax: Syntax, group: Group) -> Nominal | None:
    """L'occasion pour [X] de rappeler …: between "pour" and "de" stands who does what the infinitive tells."""
    tokens, end = syntax.tokens, group.first - 1
    if group.mood != "infinitive" or end < 1 or tokens[end].low not in word_set("of"):
        return None
    for k in range(end - 1, syntax.segment_start(end) - 1, -1):
        if tokens[k].low in word_set("for"):
            found = syntax.nominal(k + 1, end)
            whole = found is not None and found.last == end - 1
            return found if found is not None and whole and (found.is_somebody or found.kind == "pronoun") else None
        if syntax.covering[k] is not None:
            return None
    return None


def _denied(syntax: Syntax, text: Nominal) -> bool:
    """Whether somebody is told not to have written a text: "X n'a publié aucun message affirmant …" is not X's."""
    verb = next((g for g in reversed(syntax.finite) if g.first < text.first), None)
    return "text" in text.speech and verb is not None and verb.negated


def _beside_thing(syntax: Syntax, main: Group, group: Group, thing: Nominal) -> Nominal | None:
    """Le vol a été suivi d'un défilé d'[hommes armés], se disant …: behind a thing or "on", who was told last."""
    anybody = thing.low in word_set("people-pronoun")
    able = not anybody and (thing.is_somebody or thing.kind == "pronoun" or thing.speech or thing.unlisted)
    if able or group.mood != "participle" or syntax.tokens[group.first - 1].low != ",":
        return None
    for i in range(group.first - 2, main.last, -1):
        found = syntax.nominal(i, group.first - 1)
        if found is not None and (found.names_speaker or found.is_human or (found.speech and found.owner >= 0)):
            return found
    return None


def agent_of(syntax: Syntax, group: Group, at: int) -> Nominal | None:
    """Who a passive says did it: "jugée « … » par X"; nobody where the one who did it only asked."""
    tokens = syntax.tokens
    if group.lemma in word_set("asking"):
        return None
    beside = group.last < at < len(tokens) - 1 and tokens[at + 1].low in word_set("by")
    for i in range(at + 1 if beside else group.last + 1, len(tokens)):
        if tokens[i].low in HARD or (i > at and syntax.covering[i] is not None and syntax.covering[i].mood == "finite"):  # type: ignore[union-attr]
            return None
        if tokens[i].low in word_set("by"):
            found = syntax.nominal(i + 1)
            if found is not None and found.first != at:
                complete(syntax, found)
                return None if found.last < at and tokens[at - 1].low == "," else found
    return None
