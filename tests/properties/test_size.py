"""Texts that are far too long: they come out whole, in bounded memory and in time in proportion to their length."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from made_texts import check

from diplo_ner.reading import read

pytestmark = pytest.mark.slow

ROWS = [
    "«", "» ", "« ", '"', '" ', "“", "” ", "'", "‘", "’ ", "«»", "« a » ", "a » ", "« a ", '"a" ', ' "a', "« ‹ a › » ",
    "« “ ", "« “a” b» ", "<< ", ">> ", " ''a''", "a” b “", "« a, dit Paul, b » ", "« oui\n\n", "« oui.\n\n« non.\n\n",
    "A", "A ", "Ab ", "A.", "A-", "A-B ", "A/", "A'", "J.-P. ", "Jean-", "Ben ", "a", "a ", "1", "a-", "l'", "&a", "_", "@",
    ".", ". ", "!", "… ", ",", ", ", ";", " : ", "-", "– ", "(", "[", "(a) ", "(A ", "[…] ", " ", "\n", "\r\n", "\u00a0", "\t",
    "\u0301", "e\u0301", "\u200b", "\x00", "\ud800", "👍🏽", "שלום ", "北京", "Jean Dupont/AFP ", "AFP/",
    "« Nous verrons », a dit Paul. ", "Il a dit « oui »\n", "Il dit : « oui. » ", "a dit ", ", a dit ", "selon ", "il ", "que ",
    "qu'", "et ", "de ", ", dit-il, ", "« oui », dit-il, ", "selon lui « non » ", "Moscou ", "OTAN ", "les Etats-Unis ",
    "ministère de la ", "Union de l'", "Organisation du traité (OTA) ", "Union Postale (UP) ", "M. ", "le président ",
    "Paul Durand ", "Durand ", "Paul Durand. Marie Durand. ", "M. Durand a dit. ", "président Paul Durand et ",
]  # fmt: skip
LENGTH = 4_000
UNDER = 0.25
"""Seconds: what is read faster than this is not looked at further."""


@pytest.fixture
def seconds(seconds_of):
    return lambda text: seconds_of(lambda: read(text, []))


@pytest.mark.parametrize("row", ROWS)
def test_four_times_the_text_takes_no_more_than_in_proportion(row, seconds):
    short, long = ((row * size)[:size] for size in (LENGTH, 4 * LENGTH))
    check(short, *read(short, []))
    best = seconds(long)
    if best < UNDER:
        return
    quick = seconds(short)
    for _ in range(3):
        if best < 8 * quick:
            return
        best, quick = min(best, seconds(long)), min(quick, seconds(short))
    assert best < 8 * quick


@pytest.mark.parametrize("row", ["«", '" ', "A", "Ab ", "a"])
def test_a_million_of_them_are_read_in_proportion(row, seconds):
    short, long = ((row * size)[:size] for size in (125_000, 1_000_000))
    check(long, *read(long, []))
    quick = min(seconds(short) for _ in range(3))
    assert seconds(long) < 8 * 2 * quick


PROGRAM = """
import json, resource, sys, time
from pathlib import Path
from spacy.language import Language
from spacy.tokens import Doc
from diplo_ner import extract

class Idle(Language):  # a model that finds nothing: what is measured is the rest
    longest = 0
    def pipe(self, texts, **_):
        for text, place in texts:
            self.longest = max(self.longest, len(text))
            yield Doc(self.vocab), place

nlp = Idle()
article = Path(sys.argv[1]).read_bytes().decode()
extract(article, nlp=nlp)
filler = "et puis la mer est calme, le vent est tombé, on ne voit plus rien au loin.\\n" * 13_500
text = ((article + "\\n\\n" + filler) * 10)[: int(sys.argv[2])]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
result = extract(text, nlp=nlp)
told = [*(m for e in result.entities for m in e.mentions), *result.quotes]
print(json.dumps({
    "length": len(text),
    "longest": nlp.longest,
    "right": all(text[t.start : t.end] == t.text for t in told),
    "far": max(q.start for q in result.quotes),
    "articles": text.count(article),
    "quotes": len(result.quotes),
    "quotes_of_one": len(extract(article, nlp=nlp).quotes),
    "ids": len({e.id for e in result.entities}) == len(result.entities),
    "megabytes": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
}))
"""


def test_ten_million_characters_come_out_whole_in_bounded_memory():
    article = Path(__file__).parents[2] / "fixtures" / "articles" / "000_373354d3a9507087.txt"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(article), "10000000"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["length"] == 10_000_000
    assert told["longest"] <= 100_000
    assert told["right"] and told["ids"]
    assert told["articles"] >= 10 and told["far"] > 9_000_000
    assert told["quotes"] >= told["articles"] * told["quotes_of_one"] * 0.9
    assert told["megabytes"] < 400
