"""The command that tells why each mention belongs to its entity, and each quote to its speaker."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from typing import get_args

from ..errors import ConfigurationError
from ..safe import encodable
from ..schema import Entity, Extraction, Mention, Quote, Speaker
from ..wording import Language, rule_wording, wording
from .console import Console, visible
from .engine import Engine
from .job import Job
from .running import Run


def write_explanation(job: Job, engine: Engine, *, language: str = "fr") -> int:
    """Read the documents of a job and explain each result on standard output.

    Raises:
        ConfigurationError: the language is neither ``fr`` nor ``en``.
    """
    known: dict[str, Language] = {name: name for name in get_args(Language)}
    if language not in known:
        raise ConfigurationError(f"there is no language {language!r}", advice="say fr or en")
    with Run(job, engine, Console(quiet=job.quiet)) as run:
        for document, extraction in run.results():
            told = "\n".join(explain(document.text, extraction, known[language]))
            sys.stdout.write(encodable(told) + "\n")
        return run.finish()


def explain(text: str, extraction: Extraction, language: Language) -> Iterator[str]:
    """The lines that explain a result, in the order of the text."""
    yield from _Explainer(text, extraction, language).lines()


class _Explainer:
    def __init__(self, text: str, extraction: Extraction, language: Language) -> None:
        self._extraction = extraction
        self._language = language
        self._line_starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
        self._names = {entity.id: entity.canonical for entity in extraction.entities}

    def lines(self) -> Iterator[str]:
        document = self._extraction.doc_id or "-"
        model = f"{self._label('model')} {self._extraction.model}"
        yield f"{self._label('document')} {visible(document)} ({model})"
        yield from ("", self._label("entities"))
        if not self._extraction.entities:
            yield f"  {self._label('none')}"
        for entity in self._extraction.entities:
            yield from self._entity(entity)
        yield from ("", self._label("quotes"))
        if not self._extraction.quotes:
            yield f"  {self._label('none')}"
        for quote in self._extraction.quotes:
            yield from self._quote(quote)
        yield ""

    def _entity(self, entity: Entity) -> Iterator[str]:
        what = self._say("type", entity.type)
        count = len(entity.mentions)
        facts = [what, *([entity.country] if entity.country else []), entity.id]
        mentions = f"{count} {self._label('mention' if count == 1 else 'mentions')}"
        yield f"  {_flat(entity.canonical)} ({', '.join(facts)}), {mentions}"
        for mention in entity.mentions:
            yield f"    {self._place(mention)}{self._label('colon')} {self._reason(mention)}"

    def _quote(self, quote: Quote) -> Iterator[str]:
        yield f"  {self._place(quote)} ({self._say('quote', quote.kind)})"
        speaker = quote.speaker
        if speaker is None:
            yield f"    {self._label('nobody')}"
        else:
            yield f"    {self._label('said_by')} {self._who(speaker)}"
        beside = [self._names.get(s.entity or "", s.text) for s in quote.co_speakers]
        if beside:
            yield f"    {self._label('with')} {', '.join(map(_flat, beside))}"
        if quote.cue:
            yield f"    {self._label('cue')}{self._label('colon')} « {_flat(quote.cue)} »"
        rule = rule_wording(quote.rule, self._language) if quote.rule else self._label("no_reason")
        sure = f"{self._label('confidence')} {100 * quote.confidence:.0f}{self._label('percent')}"
        yield f"    {self._label('rule')}{self._label('colon')} {rule} ({sure})"
        if quote.candidates:
            other = quote.candidates[0]
            who = self._who(other.speaker)
            why = rule_wording(other.rule, self._language)
            yield f"    {self._label('runner_up')}{self._label('colon')} {who} ({why})"

    def _who(self, speaker: Speaker) -> str:
        name = self._names.get(speaker.entity, speaker.entity) if speaker.entity else self._label("unnamed")
        return f"{_flat(name)}, {self._label('by')} « {_flat(speaker.text)} »"

    def _place(self, found: Mention | Quote) -> str:
        line = bisect_right(self._line_starts, found.start)
        return f"{self._label('line')} {line}, {found.start}-{found.end}, « {_flat(found.text)} »"

    def _reason(self, mention: Mention) -> str:
        parts = [self._say("reason", part.strip()) for part in mention.reason.split(" ; ") if part.strip()]
        kind = self._say("kind", mention.kind)
        told = f"{self._label('semicolon')} ".join(parts)
        return f"{kind}, {told or self._label('no_reason')}"

    def _say(self, group: str, key: str) -> str:
        return wording(group, key, self._language)

    def _label(self, key: str) -> str:
        return wording("label", key, self._language)


def _flat(words: str) -> str:
    return visible(" ".join(words.split()))
