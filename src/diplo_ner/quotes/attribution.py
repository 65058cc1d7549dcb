"""Attribution: from left to right, each quoted passage of an article is given to the one who says it.

``framed`` finds what each passage has in its own sentence; ``attribute`` goes over the passages with it, and hands
from one to the next who has spoken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from .candidate import Candidate, place_of
from .candidates import in_sentence, outside_sentence
from .choice import choose
from .confidence import precision
from .coreference.discourse import Discourse, Turn
from .coreference.referents import Before
from .evidence.frame import Frame
from .explanation import runners_up
from .grammar.prose import Prose
from .grammar.sentence import Sentence
from .grammar.source import Source
from .inner_reports import inner_report, said_by_others
from .marks.passages import Passage
from .moment import Answer, Article, Moment, Told
from .nested import nested
from .reported import reported

_SURE = 0.9
"""The precision of a rule from which on nobody asks who else it might have been."""
_MARGIN = 0.5
"""The precision below which nobody is the answer: a speaker who is more likely wrong than right is a candidate."""
_NOBODY = Answer(None, None, "nobody")


def framed(source: Source, quotes: Sequence[int], before: Article | None = None) -> Article:
    """An article with the cue that each of some passages has in its own sentence.

    Args:
        source: the article with its passages.
        quotes: the numbers of those that are quotes, in order.
        before: the same article where more passages were taken for quotes; what was found in a sentence that holds
            the same quotes in both holds again.
    """
    parents = _parents(source.found, quotes)
    top = [q for q in quotes if parents[q] is None]
    prose = Prose(source, top)
    known = before.inner if before is not None else {}
    reports = {q: known[q] if q in known else inner_report(source, source.found[q]) for q in top}
    inner = [report.sentence for report in reports.values() if report is not None]
    discourse = Discourse(prose, source.names, said_by_others(source.found, reports), inner)
    chosen: dict[int, Candidate | None] = {}
    for quote in top:
        sentence = prose.of_quote[quote]
        same = before.prose.of_quote.get(quote) if before is not None else None
        if before is not None and same is not None and _is_same(same, sentence):
            sentence.adopt(same)
            chosen[quote] = before.chosen[quote]
        else:
            chosen[quote] = _in_own_sentence(sentence, quote)
    held: dict[int, list[int]] = {}
    for quote, parent in parents.items():
        if parent is not None:
            held.setdefault(parent, []).append(quote)
    for parent, inside in held.items():
        held_by = Prose(source, inside, (source.found[parent].start, source.found[parent].end)).of_quote
        chosen.update({q: _in_own_sentence(held_by[q], q) if q in held_by else None for q in inside})
    return Article(source, source.found, parents, top, prose, discourse, chosen, reports)


def _in_own_sentence(sentence: Sentence, quote: int) -> Candidate | None:
    place = place_of(sentence, quote)
    return choose(in_sentence(place), place)


def _is_same(one: Sentence, other: Sentence) -> bool:
    return one.quotes == other.quotes and (one.start, one.end) == (other.start, other.end)


def attribute(article: Article) -> Mapping[int, Answer]:
    """Who says each quote of an article, by its number."""
    told = Told()
    for _, quotes in groupby(article.top, key=lambda quote: article.prose.of_quote[quote].number):
        before = Before({}, {})
        for quote in quotes:
            told = _after(told, Moment(article, told, quote, before))
    answers = dict(zip(article.top, told.answers, strict=True))
    for quote, parent in article.parents.items():
        if parent is not None:
            answers[quote] = nested(article, quote, answers[parent].speaker, told)
    return answers


def _after(told: Told, moment: Moment) -> Told:
    """What is told behind a passage, given what was told before it."""
    answer = _answer(moment)
    likely = precision(answer.rule)
    # Where nothing speaks for anybody there is nobody else it might have been either.
    if answer is not _NOBODY and (answer.speaker is None or likely < _SURE):
        answer = answer._replace(runners_up=runners_up(moment, answer))
    if answer.speaker is not None and likely < _MARGIN:
        answer = Answer(None, answer.cue, "unsure", read=answer.read, runners_up=(answer, *answer.runners_up))
    spoken = told.spoken
    if answer.speaker is not None:
        spoken = (*spoken, Turn(moment.passage.start, moment.sentence, answer.speaker))
    return Told((*told.answers, answer), spoken)


def _answer(moment: Moment) -> Answer:
    """Who says a passage."""
    cue = moment.article.chosen[moment.quote]
    detectors = outside_sentence(moment)
    if cue is not None:
        detectors = {**detectors, cue.detector: lambda: cue.evidence}
    found = choose(detectors, moment.place)
    if found is None:
        return _NOBODY
    evidence = found.evidence
    if not isinstance(evidence, Frame):
        return Answer(*evidence)
    return reported(moment, evidence)


def _parents(found: Sequence[Passage], quotes: Sequence[int]) -> dict[int, int | None]:
    """The quote around each quote, None for those outside any."""
    parents: dict[int, int | None] = {}
    stack: list[int] = []
    for quote in quotes:
        while stack and found[stack[-1]].outer_end <= found[quote].start:
            stack.pop()
        parents[quote] = stack[-1] if stack else None
        stack.append(quote)
    return parents
