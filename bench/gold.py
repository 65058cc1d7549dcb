"""Articles with gold: read once up to their entities, so that the quotes can be read again and again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diplo_ner import load
from diplo_ner.evaluation import Case, Evaluation, evaluate
from diplo_ner.pipeline import model_spans
from diplo_ner.quotes.reader import read_quotes
from diplo_ner.reading import read_entities
from diplo_ner.schema import Entity, Extraction, Quote
from diplo_ner.text.words import Word, words


class Article(NamedTuple):
    """An article, its gold, and the entities that were found in it."""

    folder: str
    name: str
    text: str
    gold: dict[str, Any]
    words: Sequence[Word]
    entities: tuple[Entity, ...]

    @property
    def source(self) -> str:
        """The outlet: its file's name up to the first figure or hyphen, or the folder's where that is one outlet."""
        return outlet(self.name)


def outlet(name: str) -> str:
    """The outlet in a file's name.

    >>> outlet("gj_suisse-letemps_ombre"), outlet("orangesum-afp_2020-08-20_35974"), outlet("wikinews-4711")
    ('gj_suisse', 'orangesum', 'wikinews')
    """
    return re.split(r"-|_?\d", name)[0]


def articles(folders: Iterable[Path]) -> list[Article]:
    """The articles of some folders, each NAME.txt with its gold NAME.json, by folder and name."""
    nlp = load()
    found = []
    for path in (p for folder in folders for p in sorted(folder.glob("*.txt"))):
        text = path.read_bytes().decode("utf-8")
        [(_, spans)] = model_spans(nlp, [text])
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        found.append(Article(path.parent.name, path.stem, text, gold, words(text), read_entities(text, spans)))
    return found


def quotes_of(article: Article) -> tuple[Quote, ...]:
    """The quotes of an article."""
    return read_quotes(article.text, article.words, article.entities)


def scored(some: Iterable[tuple[Article, tuple[Quote, ...]]]) -> Evaluation:
    """The figures of some articles with their quotes."""
    return evaluate(
        Case(a.name, a.gold, Extraction(doc_id=a.name, model="", entities=a.entities, quotes=quotes), a.text)
        for a, quotes in some
    )
