"""Styles and scripts of the pages: the report's own, and a few more."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from ..report.page import SCRIPTS, STYLES
from ..report.type_styles import type_styles

_ASSETS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "room.css": (
        "text/css",
        (*(("diplo_ner.report", name) for name in STYLES), ("diplo_ner.serve", "room.css")),
    ),
    "icon.svg": ("image/svg+xml", (("diplo_ner.serve", "icon.svg"),)),
    "room.js": ("text/javascript", (("diplo_ner.serve", "room.js"),)),
    "article.js": ("text/javascript", tuple(("diplo_ner.report", name) for name in SCRIPTS)),
}


@lru_cache(maxsize=8)
def asset(name: str) -> tuple[str, bytes] | None:
    """The type and the bytes of an asset; None where there is none of that name."""
    found = _ASSETS.get(name)
    if found is None:
        return None
    kind, parts = found
    texts = [files(package).joinpath("assets", part).read_text("utf-8").strip() for package, part in parts]
    if kind == "text/css":
        texts.insert(0, type_styles())
    return f"{kind}; charset=utf-8", ("\n".join(texts) + "\n").encode()


@lru_cache(maxsize=8)
def asset_address(name: str) -> str:
    """The address of an asset, which changes with its content.

    >>> asset_address("room.js").startswith("/assets/room.js?")
    True
    """
    held = asset(name)
    if held is None:
        raise KeyError(name)
    return f"/assets/{name}?{sha256(held[1]).hexdigest()[:12]}"
