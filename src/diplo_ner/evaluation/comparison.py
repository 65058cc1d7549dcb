"""One article at a time: what gold says beside what was predicted."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..arguments import check_is
from ..entity_types import types_that
from ..errors import ArgumentError
from ..io.sentences import Sentences
from ..schema import Extraction
from .figures import Difference, Evaluation, Tally

UNSCORED_KINDS = frozenset({"title", "pronoun", "demonym"})
SAME_QUOTE = 0.8
UNNAMED = "unnamed"

Span = tuple[int, int]
_Json = Mapping[str, Any]


class Case(NamedTuple):
    """An article to score: gold and prediction in their JSON forms, and the text to show differences in."""

    name: str
    gold: _Json
    predicted: _Json | Extraction
    text: str = ""


def evaluate(cases: Iterable[Case]) -> Evaluation:
    """Score predictions against gold.

    Args:
        cases: gold is ``{"entities": [{"id", "type", "canonical": [names], "country", "mentions"}], "quotes":
            [{"start", "end", "speaker": id | "unnamed" | None, "also": [ids], "by": span | None,
            "by_also": [spans]}]}``, of which ``also`` and ``by_also`` may be left out; a prediction is an Extraction
            or its JSON, and scores zero in a part that it lacks.

    Returns:
        The figures, micro-averaged over all articles.

    Raises:
        ArgumentError: One of them is no ``Case``, or what it holds has another shape.
    """
    if isinstance(cases, str | bytes | Mapping | Case):
        raise ArgumentError(f"cases is of type {type(cases).__name__}", advice="give a list, each a Case")
    check_is("cases", cases, Iterable, give="a list, each a Case")
    tally = Tally()
    documents = 0
    for case in cases:
        check_is(f"cases[{documents}]", case, Case, give="each as a Case")
        documents += 1
        _add(case, tally)
    return Evaluation(documents, tally.figures(), tuple(tally.differences))


def _add(case: Case, tally: Tally) -> None:
    check_is(f"gold of {case.name}", case.gold, Mapping, give="it as evaluate tells it")
    check_is(f"predicted of {case.name}", case.predicted, (Mapping, Extraction), give="an Extraction or its JSON")
    check_is(f"text of {case.name}", case.text, str, give="the article")
    try:
        _Comparison(case, tally).run()
    except (KeyError, TypeError, AttributeError, IndexError) as problem:
        raise ArgumentError(
            f"gold or prediction of {case.name} has another shape: {type(problem).__name__}: {problem}",
            advice="give both as evaluate tells them",
        ) from problem


class _Comparison:
    """One article: gold and prediction side by side."""

    def __init__(self, case: Case, tally: Tally) -> None:
        self.name = case.name
        self.text = case.text
        self.gold = case.gold
        self.predicted: _Json = (
            case.predicted.model_dump() if isinstance(case.predicted, Extraction) else case.predicted
        )
        self.tally = tally
        self.gold_at = _by_span(self.gold, types_that("count"))
        self.predicted_at = _by_span(self.predicted, types_that("count"))
        self.gold_spans = _spans_by_id(self.gold_at)
        self.predicted_spans = _spans_by_id(self.predicted_at)
        self._sentences = Sentences(case.text)

    def run(self) -> None:
        self._entities()
        self._merge()
        self._canonical()
        self._quotes()

    def _entities(self) -> None:
        for type_, counts in self.tally.types.items():
            gold, predicted = _by_span(self.gold, (type_,)), _by_span(self.predicted, (type_,))
            counts.hit += len(gold.keys() & predicted.keys())
            counts.predicted += len(predicted)
            counts.gold += len(gold)
        for span in sorted(self.gold_at.keys() | self.predicted_at.keys()):
            gold_type, predicted_type = _type(self.gold_at.get(span)), _type(self.predicted_at.get(span))
            if gold_type != predicted_type:
                self._differs("entity", span, gold_type, predicted_type)

    def _merge(self) -> None:
        precision, recall = self.tally.merge_precision, self.tally.merge_recall
        for span, entity in self.predicted_at.items():
            precision.predicted += 1
            if span in self.gold_at:
                own = self.predicted_spans[entity["id"]]
                precision.hit += len(own & self.gold_spans[self.gold_at[span]["id"]]) / len(own)
        for span, entity in self.gold_at.items():
            recall.gold += 1
            if span in self.predicted_at:
                own = self.gold_spans[entity["id"]]
                recall.hit += len(own & self.predicted_spans[self.predicted_at[span]["id"]]) / len(own)
        self._tell_merges(self.gold_spans, self.predicted_at, lambda whole, parts: (whole, " + ".join(parts)))
        self._tell_merges(self.predicted_spans, self.gold_at, lambda whole, parts: (" + ".join(parts), whole))

    def _tell_merges(
        self,
        entities: Mapping[str, set[Span]],
        others_at: Mapping[Span, _Json],
        sides: Callable[[str, list[str]], tuple[str, str]],
    ) -> None:
        for id_, spans in entities.items():
            shared = sorted(span for span in spans if span in others_at)
            parts = list(dict.fromkeys(str(others_at[span]["id"]) for span in shared))
            if len(parts) > 1:
                apart = next(span for span in shared if str(others_at[span]["id"]) != parts[0])
                self._differs("merge", apart, *sides(id_, parts))

    def _canonical(self) -> None:
        for entity in self.gold["entities"]:
            if entity["type"] not in types_that("count"):
                continue
            self.tally.canonical.gold += 1
            shared = [span for span in self.gold_spans.get(entity["id"], ()) if span in self.predicted_at]
            votes = Counter(self.predicted_at[span]["id"] for span in shared)
            if not votes:
                continue
            winner = votes.most_common(1)[0][0]
            found = next(e for e in self.predicted_at.values() if e["id"] == winner)
            if _well_named(entity, found):
                self.tally.canonical.hit += 1
            else:
                self._differs("canonical", min(shared), " | ".join(entity["canonical"]), str(found.get("canonical")))

    def _quotes(self) -> None:
        free = list(self.predicted.get("quotes") or ())
        self.tally.quotes.predicted += len(free)
        for gold in self.gold["quotes"]:
            self.tally.quotes.gold += 1
            best = max(free, key=lambda quote: _shared(_span(gold), _span(quote)), default=None)
            if best is None or _shared(_span(gold), _span(best)) < SAME_QUOTE:
                self._differs("quote", _span(gold), "a quote", "none", gold.get("text"))
                continue
            free.remove(best)
            self.tally.quotes.hit += 1
            by, who = self._speaker(gold, best.get("speaker") or None)
            self.tally.by += by
            self.tally.who += who
            if not who:
                told = _told(gold["speaker"], gold.get("by")), _told_by(best.get("speaker"))
                self._differs("speaker", _span(gold), *told, gold.get("text"))
        for quote in free:
            self._differs("quote", _span(quote), "none", "a quote", quote.get("text"))

    def _speaker(self, gold: _Json, speaker: _Json | None) -> tuple[bool, bool]:
        """Whether the words that tell the speaker are right, and whether the speaker is."""
        if gold["speaker"] is None:
            return speaker is None, speaker is None
        entity = self._predicted_entity(speaker)
        by = (
            speaker is not None
            and speaker.get("start") is not None
            and any(_overlap(_span(speaker), span) for span in self._telling_spans(gold))
        )
        if gold["speaker"] == UNNAMED:
            return by, by and entity is None
        return by, entity is not None and self._gold_id_of(entity) in _speakers(gold)

    def _telling_spans(self, gold: _Json) -> list[Span]:
        by = [_span(told) for told in (gold.get("by"), *(gold.get("by_also") or ())) if told]
        if gold["speaker"] == UNNAMED:
            return by
        entities = (e for e in self.gold["entities"] if e["id"] in _speakers(gold))
        return by + [_span(mention) for entity in entities for mention in entity["mentions"]]

    def _predicted_entity(self, speaker: _Json | None) -> _Json | None:
        known = {entity["id"]: entity for entity in self.predicted.get("entities") or ()}
        return known.get((speaker or {}).get("entity"))

    def _gold_id_of(self, predicted: _Json) -> str | None:
        """The gold entity that most mentions of a predicted one overlap."""
        votes: Counter[str] = Counter()
        everywhere = _by_span(self.gold)
        for mention in predicted["mentions"]:
            if mention.get("kind") not in UNSCORED_KINDS:
                votes.update(g["id"] for span, g in everywhere.items() if _overlap(_span(mention), span))
        return votes.most_common(1)[0][0] if votes else None

    def _differs(self, kind: str, span: Span, gold: str, predicted: str, words: str | None = None) -> None:
        shown = words or self.text[span[0] : span[1]] or _words_at(span, (self.gold, self.predicted))
        self.tally.differences.append(
            Difference(self.name, kind, *span, shown, gold, predicted, self._sentences.around(*span))
        )


def _by_span(doc: _Json, types: Sequence[str] | None = None) -> dict[Span, _Json]:
    """The entity of each scored mention."""
    return {
        _span(mention): entity
        for entity in doc.get("entities") or ()
        if types is None or entity["type"] in types
        for mention in entity["mentions"]
        if mention.get("kind") not in UNSCORED_KINDS
    }


def _spans_by_id(entities: Mapping[Span, _Json]) -> dict[str, set[Span]]:
    spans: defaultdict[str, set[Span]] = defaultdict(set)
    for span, entity in entities.items():
        spans[entity["id"]].add(span)
    return dict(spans)


def _span(thing: _Json) -> Span:
    return thing["start"], thing["end"]


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _shared(a: Span, b: Span) -> float:
    both = _overlap(a, b)
    either = a[1] - a[0] + b[1] - b[0] - both
    return both / either if either else 0.0


def _well_named(gold: _Json, predicted: _Json) -> bool:
    if gold["type"] == "COUNTRY" and predicted.get("country"):
        return bool(predicted["country"] == gold["country"])
    return _letters(predicted.get("canonical") or "") in {_letters(name) for name in gold["canonical"]}


def _letters(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if c.isalnum())


def _type(entity: _Json | None) -> str:
    return entity["type"] if entity else "none"


def _words_at(span: Span, docs: Iterable[_Json]) -> str:
    mentions = (m for doc in docs for entity in doc.get("entities") or () for m in entity["mentions"])
    return next((m.get("text", "") for m in mentions if _span(m) == span), "")


def _speakers(gold: _Json) -> set[str]:
    """The speaker of a quote and those beside him: any one of them is right."""
    return {gold["speaker"], *(gold.get("also") or ())}


def _told(speaker: str | None, by: _Json | None) -> str:
    return "nobody" if speaker is None else f"{speaker} ({by['text']})" if by and "text" in by else speaker


def _told_by(speaker: _Json | None) -> str:
    return _told(speaker.get("entity") or UNNAMED, speaker) if speaker else "nobody"
