"""Reading the quotes of an article: which passages are quotes, and who says each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, overload

from ..schema import Candidate, Entity, Quote, Rejected
from ..text.words import Word
from .attribution import attribute, framed
from .confidence import confidence
from .detect.crossheads import crossheads
from .detect.echoes import Echoes
from .detect.judge import Verdict, judge
from .detect.kinds import kind
from .evidence.charges import is_charge
from .grammar.source import Source
from .marks.passages import Passage, passages
from .moment import Answer, Article
from .traits import scale, traits

_CONTEXT = 80
_UNCLAIMED = 0.2
"""The confidence below which a passage that nobody says is no quote: of 22 such in articles that nobody had tuned on 15
were none; up to 0.3 as many again were quotes as were none."""


class Reading(NamedTuple):
    """What was read in an article: its quotes and the passages that are none, both by start.

    ``sure`` tells of each quote how sure the verdict is that it is one, ``traits`` what was observed of its speaker.
    """

    quotes: tuple[Quote, ...]
    rejected: tuple[Rejected, ...]
    sure: tuple[float, ...] = ()
    traits: tuple[tuple[str, ...], ...] = ()


@overload
def read_quotes(
    text: str, words: Sequence[Word], entities: Sequence[Entity], *, rejected: Literal[False] = False
) -> tuple[Quote, ...]: ...


@overload
def read_quotes(
    text: str, words: Sequence[Word], entities: Sequence[Entity], *, rejected: Literal[True]
) -> Reading: ...


def read_quotes(
    text: str, words: Sequence[Word], entities: Sequence[Entity], *, rejected: bool = False
) -> tuple[Quote, ...] | Reading:
    """Find the quotes of an article and who says each.

    Args:
        text: the article; it is not altered.
        words: its words in order, from ``text.words.words``.
        entities: its entities with all their mentions; a mention that is missing or false costs the quotes that
            hang on it, nothing else.
        rejected: whether to tell the passages between marks that are no quotes, too.

    Returns:
        The quotes by start, the outer before the inner. With ``rejected``, a ``Reading`` of quotes and rejected
        passages. Offsets are Unicode code points into the text.

    >>> from diplo_ner.schema import Mention
    >>> from diplo_ner.text.words import words
    >>> text = "« Le dialogue continue », a déclaré Sergueï Lavrov."
    >>> lavrov = Entity(id="lavrov", type="PERSON", canonical="Sergueï Lavrov",
    ...                 mentions=(Mention(start=36, end=50, text="Sergueï Lavrov"),))
    >>> [(q.text, q.speaker.entity, q.cue, q.rule) for q in read_quotes(text, words(text), [lavrov])]
    [('Le dialogue continue', 'lavrov', 'a déclaré', 'incise-noun')]
    """
    found = passages(text)
    if not found:
        return Reading((), ()) if rejected else ()
    echoes = Echoes(text, found, words)
    heads = crossheads(text, found, echoes)
    source = Source(text, words, found, name_spans(entities), heads)
    everything = range(len(found))
    article = framed(source, everything)
    verdicts = [
        judge(text, passage, words, article.is_governed(n), echoes, n in heads) for n, passage in enumerate(found)
    ]
    kept = [number for number in everything if verdicts[number].is_quote]
    if len(kept) < len(found):
        article = framed(source, kept, article)
    answers = attribute(article)
    by_id = {entity.id: entity for entity in entities}
    size = scale(by_id, len(kept))
    observed = {n: traits(text, found[n], answers[n], by_id, size) for n in kept}
    likely = {n: confidence(observed[n], verdicts[n].confidence) for n in kept}
    weighed = {n for n in kept if verdicts[n].evidence and not _needs_nobody(article, n)}
    told = {n for n in kept if answers[n].speaker is not None or n not in weighed}
    kept = [n for n in kept if n in told or likely[n] >= _UNCLAIMED]
    quotes = tuple(_quote(text, found[n], answers[n], likely[n]) for n in kept)
    if not rejected:
        return quotes
    given = set(kept)
    refused = tuple(_rejected(text, found[n], verdicts[n], likely.get(n)) for n in everything if n not in given)
    return Reading(quotes, refused, tuple(verdicts[n].confidence for n in kept), tuple(observed[n] for n in kept))


def _needs_nobody(article: Article, quote: int) -> bool:
    """Whether words need no speaker where they stand: in a heading, which leaves him to the text, or as a charge."""
    sentence = article.prose.of_quote.get(quote)
    return sentence is not None and (sentence.heading or is_charge(sentence.tokens, sentence.index_of(quote)))


def _rejected(text: str, passage: Passage, verdict: Verdict, likely: float | None) -> Rejected:
    """A passage that is no quote: by its verdict, or because nobody says it and it is hardly one."""
    rule, sure = (verdict.rule, verdict.confidence) if likely is None else ("unclaimed", 1 - likely)
    words = text[passage.start : passage.end]
    return Rejected(start=passage.start, end=passage.end, text=words, rule=rule, confidence=sure)


def _quote(text: str, passage: Passage, told: Answer, sure: float) -> Quote:
    words = text[passage.start : passage.end]
    return Quote(
        start=passage.start,
        end=passage.end,
        text=words,
        kind=kind(
            words,
            text[max(0, passage.outer_start - _CONTEXT) : passage.outer_start],
            text[passage.outer_end : passage.outer_end + _CONTEXT],
        ),
        cue=_words(text, told.cue),
        speaker=told.speaker,
        co_speakers=told.others,
        confidence=sure,
        rule=told.rule,
        candidates=tuple(
            Candidate(speaker=one.speaker, cue=_words(text, one.cue), rule=one.rule)
            for one in told.runners_up
            if one.speaker is not None
        ),
    )


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def name_spans(entities: Sequence[Entity]) -> list[tuple[int, int, Entity]]:
    """The mentions of some entities that name them, by start; of two that overlap, the longer one.

    Args:
        entities: the entities of an article; mentions that are pronouns or titles are left out.

    Returns:
        (start, end, entity), apart from one another.
    """
    found: list[tuple[int, int, Entity]] = []
    spans = ((m.start, m.end, e) for e in entities for m in e.mentions if m.kind not in ("pronoun", "title"))
    for start, end, entity in sorted(spans, key=lambda n: (n[0], -n[1], n[2].id)):
        if not found or start >= found[-1][1]:
            found.append((start, end, entity))
    return found
