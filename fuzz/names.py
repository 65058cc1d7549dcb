"""Comparing names and bringing them together: symmetric, repeatable, and no name is lost."""

from __future__ import annotations

from fuzz.harness import fuzz, instrumented, texts_of

with instrumented():
    from diplo_ner.entities.slugs import slug
    from diplo_ner.names.cluster import best_form, cluster
    from diplo_ner.names.compare import compare_names

LONGEST = 300
TYPES = ("PERSON", "COUNTRY", "ORGANISATION")


def one(data: bytes) -> None:
    """Compare two names, cluster three."""
    a, b, c = texts_of(data[:LONGEST], 3)
    for kind in TYPES:
        told, other = compare_names(a, b, type=kind), compare_names(b, a, type=kind)
        assert told.reasons and 0 <= told.score <= 1
        assert (told.verdict, told.score) == (other.verdict, other.score)
    found = cluster([a, b, c])
    assert sorted(n for group in found for n in group.names) == sorted({a, b, c})
    assert best_form([a, b, c]) == best_form([c, b, a])
    assert slug(a).isascii() and slug(a)


if __name__ == "__main__":
    fuzz(one)
