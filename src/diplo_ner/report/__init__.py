"""What a reader looks at: the HTML report over a run, and the small table that a notebook shows."""

from __future__ import annotations

from .page import render
from .snippet import repr_html

__all__ = ["render", "repr_html"]
