"""Text on its way out, into files and HTML: nothing in it acts, and what is shown is what was there."""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup, escape

_SURROGATE = re.compile("[\ud800-\udfff]")
_LONE_RETURN = re.compile("\r(?!\n)")
_ITEM = re.compile(r"Q[1-9]\d*")
_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def encodable(text: str) -> str:
    r"""The text with every lone surrogate replaced by U+FFFD: as many code points, and UTF-8 can hold it.

    >>> encodable("a\ud800b") == "a\ufffdb"
    True
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def shown(text: str) -> str:
    r"""The text with what HTML cannot hold, NUL and lone surrogates, as U+FFFD: as many code points.

    >>> shown("a\0b") == "a\ufffdb"
    True
    """
    return encodable(text).replace("\0", "\ufffd")


def kept(text: str) -> Markup:
    r"""The text as HTML that gives back every character, carriage returns too, which a parser would change.

    >>> kept("a < b\r\n")
    Markup('a &lt; b&#13;\n')
    """
    html = str(escape(shown(text)))
    if "\r" in html:
        html = _LONE_RETURN.sub('<span class="return">&#13;</span>', html).replace("\r", "&#13;")
    return Markup(html)


def one_line(text: str, longest: int = 0) -> str:
    r"""The text on one line, every run of white space one space, cut at a word's end where it is too long.

    >>> one_line(" Le sommet\n s'ouvre à Genève", 18)
    "Le sommet s'ouvre…"
    """
    line = " ".join(shown(text).split())
    if longest and len(line) > longest:
        head = line[:longest]
        return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"
    return line


def item_of(told: str | None) -> str | None:
    """An item of Wikidata that may go into an address; None for what is none.

    >>> item_of("Q7747"), item_of("Q7747/../../x")
    ('Q7747', None)
    """
    return told if told and _ITEM.fullmatch(told) else None


def as_script(value: Any) -> Markup:
    r"""JSON for a script element: no character in it can end the element or start another.

    >>> as_script({"a": "</script>"})
    Markup('{"a":"\\u003c/script\\u003e"}')
    """
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Markup("".join(_SCRIPT.get(sign, sign) for sign in told))
