"""Tagging: what a statistical model, the lexicon and the grammar of names say of an article, settled into mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diplo_ner.entity_types import EntityType
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.names.given import is_given_name
from diplo_ner.text.fold import fold

from .apposed import apposed
from .article import Article
from .beside import SCHOOL, addressed, affiliated, branded, coordinated, employed, heard, scholars
from .branches import branches
from .candidate import Candidate, Tier, settle
from .cantons import cantons
from .capitals import read_capitals
from .clubs import clubs
from .compounds import joined, keyword_states, partners
from .credits import credited
from .gazetteer import find
from .guesses import BESIDE, from_model
from .imprints import imprints
from .known import ANNOUNCED, from_grammar, from_lexicon
from .known_names import lexicon, lexicon_with
from .letters import told_letters
from .passages import passages
from .people import bylines, given, openers, signed, titled
from .person_forms import listed_families, person_forms
from .quarters import QUARTER, localities, quarters
from .repeated_names import repeated_names
from .sites import domains, parted, sites
from .states import NO_STATE, states
from .statistical import repaired
from .toponyms import toponyms

_TOLD = 20
"""The weight of a type that the words around a name tell, beside those of a model's guesses."""
ModelSpan = tuple[int, int, str]
"""Start and end in Unicode code points, and a label: PER, LOC, ORG or MISC."""


def tag(article: Article, spans: Iterable[ModelSpan], *, own: tuple[OwnName, ...] = ()) -> list[Candidate]:
    """Find the mentions of persons, countries, organisations and places in an article.

    Args:
        article: The article.
        spans: What a statistical model tags.
        own: Names of the user's own, which go before the lexicon's.

    Returns:
        Candidates that do not overlap, in order of the text; those of one name bear one type.
    """
    nobody = passages(article)
    pieces = list(repaired(article, nobody.cut(spans)))
    matches = find(article, lexicon_with(own))
    ends = frozenset(m.last for m in matches for e in m.entries if e.strong and e.type != "PERSON")
    people = [
        *titled(article),
        *apposed(article),
        *bylines(article),
        *signed(article),
        *given(article, is_given_name, ends),
        *openers(article, {p.start for p in pieces if p.label == "PER" and p.last - p.first == 1}),
    ]
    begun = {c.end: c.start for c in people}
    known = list(from_lexicon(article, matches, {(p.start, p.end): p.label for p in pieces}))
    bodies = list(from_grammar(article, known))
    candidates = [
        *known,
        *bodies,
        *branches(article, known),
        *people,
        *person_forms(article),
        *told_letters(article, [*known, *bodies, *people]),
        *employed(article),
        *addressed(article),
        *heard(article),
        *branded(article),
        *scholars(article),
        *credited(article),
        *clubs(article),
        *sites(article),
        *quarters(article),
        *localities(article),
        *toponyms(article),
        *cantons(article),
        *imprints(article),
        *domains(article),
        *states(article),
        *joined(article, lexicon()),
        *keyword_states(article, lexicon()),
        *partners(article),
        *from_model(article, [p for p in pieces if p.label == "PER" or p.start >= begun.get(p.end, 0)]),
    ]
    settled = settle(nobody.keep(candidates))
    settled = coordinated(article, settle([*settled, *nobody.keep(list(affiliated(article, settled)))]))
    settled = settle([*settled, *nobody.keep(list(repeated_names(article, settled)))])
    settled = settle([*settled, *listed_families(article, settled)])
    return read_capitals(article, parted(article, _one_type(article, settled)))


def _one_type(article: Article, settled: Sequence[Candidate]) -> list[Candidate]:
    """One name, one type: where a name has several in an article, the best believed and most frequent one wins."""
    named = [(fold(article.text[c.start : c.end]), c) for c in settled]
    votes: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    refs: dict[tuple[str, EntityType], str | None] = {}
    for name, c in named:
        if c.kind != "metonym" and c.reason not in (NO_STATE, SCHOOL):
            votes[name][c.type] += _TOLD if c.reason in (BESIDE, ANNOUNCED, QUARTER) else int(c.tier)
            refs.setdefault((name, c.type), c.ref)
    out = []
    for name, c in named:
        best = votes[name].most_common(1)[0][0] if name in votes else c.type
        same = best == c.type or c.tier >= Tier.SHAPE or c.kind == "metonym"
        out.append(c if same else replace(c, type=best, ref=refs[name, best]))
    return out
