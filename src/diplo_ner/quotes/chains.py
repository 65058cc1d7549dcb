"""Chains: the speaker of a passage that its own sentence gives to nobody, out of the passages and sentences around."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..schema import Speaker
from .coreference.referents import group_of, impersonal
from .evidence.attitudes import quoted_participle
from .evidence.charges import is_charge
from .evidence.frame import cue_span, relays
from .evidence.incises import incise_shaped
from .evidence.opening import is_quoted_verb
from .evidence.owners import behind_text
from .evidence.sources import source_inside
from .grammar.inverted import right_subject
from .grammar.nominals import Nominal
from .grammar.prose import QUOTE, Sentence
from .grammar.subjects import subject
from .grammar.syntax import Syntax, syntax_of
from .grammar.verb_groups import Group
from .vocabulary.word_classes import CONTRACTED, OF, PUNCTUATION, RELATIVE, SUBORDINATOR, THAT
from .vocabulary.word_sets import word_set

if TYPE_CHECKING:
    from .attribution import Attributor


class Link(NamedTuple):
    """A speaker found around a passage."""

    speaker: Speaker | None
    cue: str | None
    rule: str


_REACH = 3
"""Sentences over which a passage that nothing tells goes back for its speaker."""
_LONGEST_SIGNATURE = 14
_NONE = Link(None, None, "nobody")


def stands_alone(sentence: Sentence) -> bool:
    """Whether a sentence holds passages and punctuation only."""
    return all(t.classes & (QUOTE | PUNCTUATION) for t in sentence.tokens)


def chained(attributor: Attributor, quote: int) -> Link:
    """Who goes on speaking, or is told to speak in the sentence before or after; nobody failing that."""
    sentence = attributor.prose.of_quote[quote]
    same = _clause_beside(attributor, sentence, quote) or _same_sentence(attributor, sentence, quote)
    if same is not None:
        return same
    if sentence.heading:
        return _NONE
    named_after = _formula_after(attributor, sentence)
    if named_after is not None:
        return named_after
    signed = _signature(attributor, sentence, quote)
    if signed is not None:
        return signed
    if stands_alone(sentence) or (
        sentence.quotes[0] == quote and sentence.tokens[0].quote == quote and not _narrated(sentence)
    ):
        before = _before(attributor, sentence)
        if before is not None and before.rule not in ("subject-before", "body-before"):
            return before
        after = _after(attributor, sentence)
        weaker = before is None or before.rule == "body-before" or (after is not None and after.cue is not None)
        return after if after is not None and weaker else before or _NONE
    if is_charge(sentence.tokens, sentence.index_of(quote)):
        return _NONE
    return (
        _doing(attributor, sentence, quote)
        or _main_subject(attributor, sentence, quote)
        or _fragment(attributor, sentence)
        or _NONE
    )


def _formula_after(attributor: Attributor, sentence: Sentence) -> Link | None:
    """« … » La formule est de X. « … » C'est du moins ce qu'a assuré X."""
    sentences = attributor.prose.sentences
    if sentence.number + 1 >= len(sentences):
        return None
    after = sentences[sentence.number + 1]
    if after.line != sentence.line or after.quotes or len(after.tokens) < 4:
        return None
    tokens = after.tokens
    syntax = syntax_of(after)
    if tokens[0].low in ("c'", "ainsi", "voilà") and any(t.classes & THAT for t in tokens[:9]):
        for group in syntax.finite:
            if group.strength == "strong":
                phrase = subject(syntax, group)
                return _spoken_by(attributor, phrase, after, group, "told-after") if phrase is not None else None
        return None
    if not (len(tokens) > 1 and "word" in tokens[1].tag.speech):
        return None
    phrase = _author(syntax)
    if phrase is not None:
        return _spoken_by(attributor, phrase, after, None, "told-after")
    main = attributor.discourse.main_subject(after)
    tells = any(group.lemma == "être" for group in syntax.finite[:1])
    if main is not None and main.kind == "common" and main.first == 0 and tells:
        owner = behind_text(syntax, main)
        if owner is not main:
            return _spoken_by(attributor, owner, after, None, "told-after")
    return None


def _author(syntax: Syntax) -> Nominal | None:
    """Whom "être de" gives the words to ("la formule est de [X]")."""
    tokens = syntax.tokens
    for i, token in enumerate(tokens):
        if (
            token.classes & (OF | CONTRACTED)
            and i
            and any(g.lemma == "être" and g.last == i - 1 for g in syntax.groups)
        ):
            return syntax.nominal(i + 1, len(tokens))
    return None


def named_author(attributor: Attributor, quote: int) -> Link | None:
    """The person to whom the sentence behind gives the words, whoever else the sentence itself has say them."""
    sentence = attributor.prose.of_quote[quote]
    sentences = attributor.prose.sentences
    if sentence.number + 1 >= len(sentences) or sentence.quotes[-1] != quote:
        return None
    after = sentences[sentence.number + 1]
    tokens = after.tokens
    if after.line != sentence.line or after.quotes or len(tokens) < 4 or "word" not in tokens[1].tag.speech:
        return None
    phrase = _author(syntax_of(after))
    if phrase is None or phrase.entity is None or phrase.entity.type != "PERSON":
        return None
    return _spoken_by(attributor, phrase, after, None, "told-after")


def _spoken_by(
    attributor: Attributor, phrase: Nominal, sentence: Sentence, group: Group | None, rule: str
) -> Link | None:
    """The link that a phrase in another sentence gives; None when it leads to nobody."""
    referent = attributor.resolver.resolve(phrase, sentence, group)
    if referent.how in ("nobody", "speaker"):
        return None
    cue = None
    if group is not None:
        first, last = cue_span(syntax_of(sentence), group)
        cue = attributor.text[first:last]
    return Link(attributor.speaker(phrase, referent), cue, rule)


def _main_subject(attributor: Attributor, sentence: Sentence, quote: int) -> Link | None:
    """The person whose doing the sentence tells around a fragment ("M. Diallo a dissipé tout malentendu, « … »")."""
    syntax = syntax_of(sentence)
    at = sentence.index_of(quote)
    if is_quoted_verb(syntax, at):
        return None
    for group in reversed(syntax.finite):
        if (
            group.first >= at
            or group.lemma in word_set("no-attitude")
            or not group.lemma
            or _aside_clause(syntax, group)
        ):
            continue
        phrase = subject(syntax, group)
        if phrase is None or phrase.first >= at:
            continue
        pronoun = phrase.kind == "pronoun" and phrase.low in ("il", "elle")
        if not pronoun and (phrase.entity is None or phrase.entity.type not in ("PERSON", "ORGANISATION")):
            return None
        link = _spoken_by(attributor, phrase, sentence, group, "main-subject")
        if link is None or link.speaker is None or link.speaker.entity is None:
            return None
        return link
    return None


def _doing(attributor: Attributor, sentence: Sentence, quote: int) -> Link | None:
    """X a « émis des doutes »; where the sentence before gives such words to who reports them, he goes on."""
    before = attributor.prose.sentences[sentence.number - 1] if sentence.number else None
    same_line = before is not None and before.line == sentence.line and bool(before.quotes)
    if same_line and before is not None and is_quoted_verb(syntax_of(before), before.index_of(before.quotes[-1])):
        return None
    frame = quoted_participle(syntax_of(sentence), sentence.index_of(quote))
    if frame is None or frame.speaker is None:
        return None
    return _spoken_by(attributor, frame.speaker, sentence, None, "quoted-participle")


def _narrated(sentence: Sentence) -> bool:
    """Whether a sentence that opens with a passage goes on in the writer's words."""
    return any(g.first > 0 for g in syntax_of(sentence).finite)


def _link(attributor: Attributor, quote: int, rule: str) -> Link | None:
    found = attributor.done.get(quote)
    if found is None or found.speaker is None:
        return None
    return Link(found.speaker, found.cue, rule)


def _same_sentence(attributor: Attributor, sentence: Sentence, quote: int) -> Link | None:
    """The speaker of an earlier passage of the sentence."""
    for other in reversed(sentence.quotes):
        if other < quote:
            link = _link(attributor, other, "same-sentence")
            if link is not None:
                return link
    return None


def _clause_beside(attributor: Attributor, sentence: Sentence, quote: int) -> Link | None:
    """The person whose doing a clause set beside the main one tells: "tandis que X s'en prend à ceux qui « … »"."""
    syntax, at = syntax_of(sentence), sentence.index_of(quote)
    before = [g for g in syntax.finite if g.first < at]
    if not before or not _beside(syntax, before[-1]):
        return None
    group = before[-1]
    if any(t.quote >= 0 for t in syntax.tokens[group.first : at]):
        return None
    phrase = subject(syntax, group)
    if phrase is None or not phrase.names_person:
        return None
    return _spoken_by(attributor, phrase, sentence, group, "main-subject")


def _before(attributor: Attributor, sentence: Sentence) -> Link | None:
    """Who spoke in the passage before, or is told in the sentence before."""
    sentences = attributor.prose.sentences
    doing: Link | None = None
    for skipped, number in enumerate(range(sentence.number - 1, max(-1, sentence.number - 1 - _REACH), -1)):
        before = sentences[number]
        if sentence.line - before.line > 1 + skipped:
            break
        if before.heading and before.line != sentence.line and not before.quotes:
            break
        if before.quotes:
            if before.line != sentence.line and not _direct(attributor, before):
                break
            rule = "chain" if before.line == sentence.line else "chain-next-line"
            return _link(attributor, before.quotes[-1], rule) or doing
        told = _told(attributor, before)
        if told is None:
            continue
        if told.rule != "body-before":
            return told
        doing = doing or told
    return doing


def _signature(attributor: Attributor, sentence: Sentence, quote: int) -> Link | None:
    """« … », and on a line of its own behind it X, or X, ministre: who said the words set apart."""
    sentences = attributor.prose.sentences
    if sentence.number + 1 >= len(sentences) or sentence.line == 0 or not stands_alone(sentence):
        return None
    after = sentences[sentence.number + 1]
    if after.line != sentence.line + 1 or not after.first or after.quotes or len(after.tokens) > _LONGEST_SIGNATURE:
        return None
    syntax = syntax_of(after)
    if syntax.finite:
        return None
    start = next((i for i, t in enumerate(after.tokens) if not t.classes & PUNCTUATION), 0)
    phrase = syntax.nominal(start, len(after.tokens))
    if phrase is None or phrase.entity is None or phrase.entity.type not in ("PERSON", "ORGANISATION"):
        return None
    follows = after.tokens[phrase.last + 1] if phrase.last + 1 < len(after.tokens) else None
    if follows is not None and not follows.classes & PUNCTUATION:
        return None
    return _spoken_by(attributor, phrase, after, None, "signature")


def _direct(attributor: Attributor, sentence: Sentence) -> bool:
    """Whether the last passage of a sentence is direct speech that may go on in the next line."""
    passage = attributor.found[sentence.quotes[-1]]
    words = attributor.text[passage.start : passage.end]
    if words[:1].isupper() or words[-1:] in ".!?…" or len(words) > 80 or stands_alone(sentence):
        return True
    return attributor.done[sentence.quotes[-1]].rule.startswith("incise")


def _told(attributor: Attributor, sentence: Sentence) -> Link | None:
    """The one whose words a sentence without passages announces or reports."""
    syntax = syntax_of(sentence)
    source = source_inside(syntax)
    if source is not None and source.speaker is not None and not relays(source):
        return _spoken_by(attributor, source.speaker, sentence, None, "told-before")
    main = attributor.discourse.main_subject(sentence)
    strong = [g for g in syntax.finite if g.strength == "strong" and not _aside_clause(syntax, g)]
    best = next((g for g in reversed(strong) if incise_shaped(syntax, g)), strong[0] if strong else None)
    phrase = main
    if best is not None:
        behind = incise_shaped(syntax, best) and not best.pronoun
        phrase = right_subject(syntax, best) if behind else subject(syntax, best)
    if phrase is None or not _is_somebody(phrase):
        phrase = main
    if phrase is None or not _is_somebody(phrase):
        return None
    if phrase.entity is not None and phrase.entity.type == "PLACE":
        return None
    if best is None and impersonal(phrase, group_of(sentence, phrase)):
        return None
    link = _spoken_by(attributor, phrase, sentence, best, "told-before" if best is not None else "subject-before")
    if best is not None or link is None or link.speaker is None:
        return link
    entity = attributor.discourse.entities.get(link.speaker.entity or "")
    person = entity.type == "PERSON" if entity is not None else phrase.people is not None and phrase.number == "s"
    return link if person else link._replace(rule="body-before")


def _is_somebody(phrase: Nominal) -> bool:
    """Whether a phrase names people, a body, or is a pronoun or a name that no entity claims."""
    return phrase.entity is not None or phrase.is_human or phrase.kind == "pronoun" or phrase.unlisted


def _aside_clause(syntax: Syntax, group: Group) -> bool:
    """Whether a verb stands in a clause that opens with a relative or a conjunction."""
    start = syntax.segment_start(group.first)
    return any(t.classes & (THAT | RELATIVE | SUBORDINATOR) for t in syntax.tokens[start : group.first])


def _beside(syntax: Syntax, group: Group) -> bool:
    """Whether a clause is set beside the main one: "tandis que", "alors que"."""
    tokens = syntax.tokens
    for i in range(group.first - 1, 0, -1):
        covering = syntax.covering[i]
        if tokens[i].quote >= 0 or (covering is not None and covering.mood in ("finite", "passive")):
            return False
        if tokens[i].classes & THAT and tokens[i - 1].low in ("tandis", "alors"):
            return True
    return False


def _after(attributor: Attributor, sentence: Sentence) -> Link | None:
    """The one who is told in the next sentence to have spoken."""
    sentences = attributor.prose.sentences
    if sentence.number + 1 >= len(sentences):
        return None
    after = sentences[sentence.number + 1]
    if after.line != sentence.line:
        return None
    if after.quotes and after.tokens[0].quote == after.quotes[0]:
        frame = attributor.frames.get(after.quotes[0])
        if frame is not None and frame.speaker is not None:
            referent = attributor.resolver.resolve(frame.speaker, after, frame.group)
            if referent.how not in ("nobody", "speaker"):
                return Link(attributor.speaker(frame.speaker, referent), attributor.cue_of(frame), "run-after")
        return None
    told = _told(attributor, after)
    return told._replace(rule="told-after") if told is not None else None


def _fragment(attributor: Attributor, sentence: Sentence) -> Link | None:
    """A fragment in the writer's words that nobody is said to have said: the speaker of the sentence right before."""
    sentences = attributor.prose.sentences
    if sentence.number == 0:
        return None
    before = sentences[sentence.number - 1]
    if not before.quotes or sentence.line - before.line > 1:
        return None
    return _link(attributor, before.quotes[-1], "chain-fragment")
