"""What a notebook shows of an extraction, in the language of one's choice."""

from __future__ import annotations

from ..arguments import check_is
from ..notebook import as_html
from ..schema import Extraction


def repr_html(extraction: Extraction, *, lang: str = "fr") -> str:
    """An extraction as a fragment of HTML, without style sheet or script, for ``_repr_html_``.

    It shows the twelve most frequent entities with their variants and the first eight quotes with their
    speakers, and says how many more there are.

    Args:
        extraction: what was read in an article.
        lang: the language of headings, ``fr`` or ``en``.

    Raises:
        ConfigurationError: the report does not speak the language.
        ArgumentError: it is no ``Extraction``.

    >>> "Aucune entité" in repr_html(Extraction(doc_id="note", model=""))
    True
    """
    check_is("extraction", extraction, Extraction, give="what extract or extract_many gave")
    return as_html(extraction, lang=lang)
