"""diplo_ner: who is in a French article on diplomacy, under one name each, and who said what.

>>> from diplo_ner import extract
>>> result = extract("« Nous verrons », a déclaré Sergueï Lavrov.")
>>> result.entities[0].canonical
'Sergueï Lavrov'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diplo_ner.api import extract, extract_many
    from diplo_ner.corpus import merge_documents
    from diplo_ner.frames import Tables, read, read_table
    from diplo_ner.names.compare import Comparison, compare_names
    from diplo_ner.pipeline import load
    from diplo_ner.schema import Entity, Extraction, Mention, Meta, Quote, Speaker

_HOME = {
    "extract": "diplo_ner.api",
    "extract_many": "diplo_ner.api",
    "load": "diplo_ner.pipeline",
    "merge_documents": "diplo_ner.corpus",
    "read": "diplo_ner.frames",
    "read_table": "diplo_ner.frames",
    "Tables": "diplo_ner.frames",
    "compare_names": "diplo_ner.names.compare",
    "Comparison": "diplo_ner.names.compare",
    "Entity": "diplo_ner.schema",
    "Extraction": "diplo_ner.schema",
    "Mention": "diplo_ner.schema",
    "Meta": "diplo_ner.schema",
    "Quote": "diplo_ner.schema",
    "Speaker": "diplo_ner.schema",
}

__version__ = "0.1.0"
__all__ = [
    "Comparison",
    "Entity",
    "Extraction",
    "Mention",
    "Meta",
    "Quote",
    "Speaker",
    "Tables",
    "compare_names",
    "extract",
    "extract_many",
    "load",
    "merge_documents",
    "read",
    "read_table",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name on first use, so that the import itself stays quick."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
