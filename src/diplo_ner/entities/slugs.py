"""Readable, stable ids from names: "Antony Blinken" gives "antony-blinken"."""

from __future__ import annotations

import re

from anyascii import anyascii

from diplo_ner.text.fold import fold

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name as lower-case ASCII words joined by hyphens, or "x" when nothing is left of it.

    >>> slug("Viktor Orbán"), slug("Département d’État")
    ('viktor-orban', 'departement-d-etat')
    """
    return _NOT_WORD.sub("-", fold(anyascii(fold(name)))).strip("-") or "x"
