"""The templates of the report."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates; what is put into them is escaped, and a name they do not know is an error."""
    return Environment(
        loader=PackageLoader("diplo_ner.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
