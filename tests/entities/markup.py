"""Gold inside the sentence: ``[Antony Blinken](PERSON)`` is a mention, ``<Laisser>(LOC)`` what a model tags wrongly.

``[…](PERSON<ORG)`` is a mention that the model calls ORG; without ``<…`` the model sees nothing there.
"""

from __future__ import annotations

import re

from diplo_ner.entities.article import Article
from diplo_ner.entities.tagger import tag
from diplo_ner.text.words import words

_MARK = re.compile(
    r"\[(?P<gold>[^\]]+)\]\((?P<type>[A-Z]+)(?:<(?P<label>[A-Z]+))?\)|<(?P<wrong>[^>]+)>\((?P<as>[A-Z]+)\)"
)

Span = tuple[int, int, str]


def parse(marked: str) -> tuple[str, list[Span], list[Span]]:
    """The plain text, its gold mentions and the model's spans."""
    text, gold, model, at = "", [], [], 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        at = m.end()
        inner = m["gold"] or m["wrong"]
        start = len(text)
        text += inner
        if m["gold"]:
            gold.append((start, len(text), m["type"]))
            if m["label"]:
                model.append((start, len(text), m["label"]))
        else:
            model.append((start, len(text), m["as"]))
    return text + marked[at:], gold, model


def check(marked: str, *, places: bool = False) -> None:
    """Assert that tagging the sentence gives exactly its gold; places count only when asked."""
    text, gold, model = parse(marked)
    found = [(c.start, c.end, c.type) for c in tag(Article(text, words(text)), model) if places or c.type != "PLACE"]
    wanted = [g for g in gold if places or g[2] != "PLACE"]
    assert [(text[a:b], t) for a, b, t in found] == [(text[a:b], t) for a, b, t in wanted]
    assert found == wanted
