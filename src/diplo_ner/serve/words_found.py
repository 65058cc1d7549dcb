"""A quote as HTML in which the words that were searched are marked."""

from __future__ import annotations

import re

from markupsafe import Markup

from ..safe import kept, one_line
from ..store.query import terms_of
from ..store.stems import stem_of
from ..text.fold import fold

_WORD = re.compile(r"[^\W_]+")


def with_marks(words: str, searched: str) -> Markup:
    """The words on one line, with ``<mark>`` around those that a search of words found.

    >>> with_marks("Nous négocierons <ici>", "négocier")
    Markup('Nous <mark>négocierons</mark> &lt;ici&gt;')
    """
    line = one_line(words)
    stems, forms = _sought(searched)
    if not stems and not forms:
        return kept(line)
    html: list[Markup] = []
    last = 0
    for found in _WORD.finditer(line):
        form, stem = stem_of(found.group())
        if stem in stems or form in forms:
            html += [kept(line[last : found.start()]), Markup("<mark>{}</mark>").format(found.group())]
            last = found.end()
    html.append(kept(line[last:]))
    return Markup("").join(html)


def _sought(searched: str) -> tuple[set[str], set[str]]:
    words = [word for term in terms_of(searched) for word in term.words]
    return {stem for _, stem in map(stem_of, words) if stem}, {fold(word) for word in words if stem_of(word)[1]}
