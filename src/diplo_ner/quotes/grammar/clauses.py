"""Which verbs of a sentence stand in a subordinate clause, told from the words that open one, without a parse."""

from __future__ import annotations

from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, Token, skip_back
from ..vocabulary.word_classes import ADVERB, NEGATION, SUBORDINATING
from ..vocabulary.word_sets import word_set
from .syntax import HARD, Syntax


def is_subordinate(syntax: Syntax, group: Group) -> bool:
    """Whether a finite verb belongs to a clause that "que", a relative or a conjunction opens.

    Each opening word takes the first finite verb behind it; a verb without an opening word of its own belongs to the
    main clause, or to one that is coordinated with it.
    """
    key = ("subordinate", group.first)
    if key not in syntax.kept:
        for first, inside in _read(syntax).items():
            syntax.kept["subordinate", first] = inside
    return syntax.kept.get(key) is True


def follows_subordinator(syntax: Syntax, group: Group) -> bool:
    """Whether "que", a relative or a conjunction stands before a verb in its segment, whichever verb takes it."""
    start = syntax.segment_start(group.first)
    return any(t.classes & SUBORDINATING for t in syntax.tokens[start : group.first])


def is_relative(syntax: Syntax, group: Group) -> bool:
    """Whether the segment that a verb closes begins as a relative clause ("qui a dit")."""
    return syntax.once("relative", group, _is_relative) is True


def _is_relative(syntax: Syntax, group: Group) -> bool:
    return syntax.shape(syntax.segment_start(group.first), group.last + 1)[0] == "relative"


def is_passed_over(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether a relative only tells whom a main verb calls on to do what follows it.

    So it is in "[X] a appelé les élus [qui veulent agir] à voter …", where ``at`` is behind "à"; the infinitive of the
    relative is passed over with it.
    """
    tokens = syntax.tokens
    if group.mood == "infinitive":
        before = skip_back(tokens, group.first - 1, ADVERB)
        lead = syntax.covering[before] if before >= 0 else None
        return lead is not None and lead.mood == "finite" and is_passed_over(syntax, lead, at)
    if group.mood != "finite" or not group.first or tokens[group.first - 1].low not in word_set("subject-relative"):
        return False
    behind = any(t.low in word_set("to") for t in tokens[group.last + 2 : at])
    return behind and any(g.first < group.first and g.lemma in word_set("object-control") for g in syntax.finite)


def _read(syntax: Syntax) -> dict[int, bool]:
    found: dict[int, bool] = {}
    waiting = 0
    starts = {g.first: g for g in syntax.finite}
    opened_before = False
    for i, token in enumerate(syntax.tokens):
        if i in starts:
            found[i] = waiting > 0
            waiting = max(0, waiting - 1)
            opened_before = False
        elif _opens(token) and not _only(syntax, i):
            waiting += not opened_before
            opened_before = True
        elif token.classes & QUOTE and opened_before and i + 1 not in starts:
            waiting -= 1
            opened_before = False
        else:
            opened_before = False
            if token.low in HARD:
                waiting = 0
    return found


def _only(syntax: Syntax, i: int) -> bool:
    """Whether "que" right behind a verb with "ne" alone means "only" ("il n'a qu'un siège"): it opens no clause."""
    verb = next((g for g in syntax.finite if g.last == i - 1), None)
    if verb is None or not verb.negated or syntax.tokens[i].low not in word_set("that"):
        return False
    inside = syntax.tokens[verb.first : verb.last + 1]
    return all(t.low in word_set("ne") or not t.classes & NEGATION for t in inside)


def _opens(token: Token) -> bool:
    return bool(token.classes & SUBORDINATING) and token.low not in word_set("no-relative")
