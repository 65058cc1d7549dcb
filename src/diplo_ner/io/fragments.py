"""The words of a piece of HTML: markup left out, a blank line between blocks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td",
        "th", "tr", "ul",
    }
)  # fmt: skip
_UNREAD = frozenset({"script", "style", "template", "noscript", "iframe"})
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w+);")


def plain_text(fragment: str) -> str:
    r"""The words of a piece of HTML, a paragraph a line with a blank line between them.

    >>> plain_text("<p>« Non&nbsp;», dit-il.</p><p>Il<br/>part.</p>")
    '« Non\xa0», dit-il.\n\nIl\npart.'
    """
    reader = _Words()
    reader.feed(fragment)
    reader.close()
    blocks = ("\n".join(line.strip(" ") for line in block).strip("\n") for block in reader.blocks())
    return "\n\n".join(block for block in blocks if block.strip())


def has_markup(text: str) -> bool:
    """Whether a text has tags or character references in it."""
    return _MARKUP.search(text) is not None


MARKUP = "tags or references of HTML in the text, read as they stand"
"""What is told of such a text."""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[list[str]] = [[""]]
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread += 1
        elif tag in _BLOCKS:
            self._parts.append([""])
        elif tag == "br":
            self._parts[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in _BLOCKS:
            self._parts.append([""])

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._parts[-1][-1] += data

    def blocks(self) -> list[list[str]]:
        """Blocks of lines, white space as a browser shows it."""
        return [[_SPACE.sub(" ", line) for line in block] for block in self._parts]
