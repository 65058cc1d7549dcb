"""Pairing of quotation marks, and the quotes of a text: passages nest or are apart and lie in the text."""

from __future__ import annotations

from fuzz.harness import fuzz, instrumented, text_of

with instrumented():
    from diplo_ner.quotes.marks.passages import passages
    from diplo_ner.quotes.reader import read_quotes
    from diplo_ner.text.words import words

LONGEST = 2_000


def one(data: bytes) -> None:
    """Read the passages and quotes of a text."""
    text = text_of(data[:LONGEST])
    found = passages(text)
    reach: list[int] = []
    for p in found:
        assert 0 <= p.outer_start <= p.start < p.end <= p.outer_end <= len(text)
        while reach and reach[-1] <= p.outer_start:
            reach.pop()
        assert not reach or p.outer_end <= reach[-1]
        assert len(reach) == p.depth
        reach.append(p.outer_end)
    reading = read_quotes(text, words(text), (), rejected=True)
    spans = [(q.start, q.end) for q in reading.quotes]
    assert len(spans) + len(reading.rejected) == len(found)
    for q in reading.quotes:
        assert text[q.start : q.end] == q.text
        assert q.speaker is None or text[q.speaker.start : q.speaker.end] == q.speaker.text


if __name__ == "__main__":
    fuzz(one)
