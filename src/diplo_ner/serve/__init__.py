"""A reading room: a store in the browser, read only, on this machine."""

from __future__ import annotations

from .app import make_app

__all__ = ["make_app"]
