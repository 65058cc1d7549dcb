"""Infinitives behind a bare "de", which no complement of a name is: "la Haute autorité de falsifier les chiffres"."""

from __future__ import annotations

from .word_sets import word_set

_ENDS_IN_RE = (
    *("endre", "ondre", "erdre", "aindre", "eindre", "oindre", "aitre", "attre", "mettre", "ompre", "aincre"),
    *("clure", "duire", "truire", "crire", "dire", "vivre"),
)


def is_infinitive(word: str) -> bool:
    """Whether a folded word behind a bare "de" is a verb: "la Haute autorité de falsifier", not "comité de quartier".

    >>> [is_infinitive(word) for word in ("falsifier", "fournir", "attendre", "quartier", "guerre")]
    [True, True, True, False, False]
    """
    if "-" in word:
        return False
    return (word.endswith(("er", "ir")) and word not in word_set("noun-in-r")) or word.endswith(_ENDS_IN_RE)
