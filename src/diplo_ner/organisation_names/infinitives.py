"""Infinitives behind a bare "de", which no complement of a name is: "la Haute autorité de falsifier les chiffres"."""

from __future__ import annotations

_NOUNS_IN_R = frozenset(
    {"quartier", "chantier", "metier", "atelier", "papier", "foyer", "courrier", "dossier", "avenir", "loisir", "mer"}
    | {"fer", "transfer", "cancer", "hiver", "laser", "pouvoir", "savoir", "devoir", "terroir", "souvenir", "acier"}
    | {"gibier", "palier", "millier", "sentier", "cuir", "soir", "clavier", "escalier", "fichier", "chevalier"}
)
"""Nouns that end as infinitives do."""
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
    return (word.endswith(("er", "ir")) and word not in _NOUNS_IN_R) or word.endswith(_ENDS_IN_RE)
