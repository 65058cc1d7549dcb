"""File names made from documents' names: they stay inside the output folder, on every system, and apart."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

_FORBIDDEN = frozenset('<>:"|?*')
_SEPARATORS = re.compile(r"[/\\]+")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST = 150
"""Bytes in UTF-8: file systems take 255, an ending and a copy's suffix must fit behind."""


def safe_name(doc_id: str) -> str:
    """A file name, without ending, for a document: no folder in it, nothing that a file system forbids.

    >>> safe_name("2021/janvier/lavrov"), safe_name("../../etc/passwd"), safe_name("")
    ('2021_janvier_lavrov', 'etc_passwd', 'document')
    """
    parts = [part.strip(". ") for part in _SEPARATORS.split(unicodedata.normalize("NFC", doc_id))]
    joined = "_".join(part for part in parts if part)
    name = "".join(c if c.isprintable() and c not in _FORBIDDEN else "_" for c in joined).strip(". ")
    if name.partition(".")[0].casefold() in _DEVICES:
        name = "_" + name
    if len(name.encode()) > _LONGEST:
        shortened = name.encode()[:_LONGEST].decode("utf-8", "ignore").rstrip(". ")
        name = f"{shortened}-{_mark(doc_id)}"
    return name or "document"


class Names:
    """File names of one run: two documents never share one, whatever the case of letters."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, doc_id: str) -> str:
        """The file name of the next document; where its plain name is taken, a mark of its own is added.

        >>> names = Names()
        >>> names.of("a/x"), names.of("a_x") == "a_x"
        ('a_x', False)
        """
        name = safe_name(doc_id)
        count = 1
        while name.casefold() in self._taken:
            again = "" if count == 1 else str(count)
            name = f"{safe_name(doc_id)}-{_mark(doc_id + again)}"
            count += 1
        self._taken.add(name.casefold())
        return name


def _mark(doc_id: str) -> str:
    return sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
