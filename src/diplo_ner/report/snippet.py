"""What a notebook shows of an extraction: a small table of entities and one of quotes."""

from __future__ import annotations

from markupsafe import Markup

from ..arguments import check_is
from ..schema import Extraction
from .articles import article_entry
from .entries import EntityId
from .environment import environment
from .wording import Words

_ENTITIES, _QUOTES = 12, 8


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
    if extraction.error is not None:
        return str(Markup("<p>{}</p>").format(repr(extraction)))
    words = Words(lang)
    ids: list[EntityId] = [(entity.type, entity.id) for entity in extraction.entities]
    keys = {id_: f"e{place}" for place, id_ in enumerate(ids)}
    article = article_entry(1, extraction, "", keys, words)
    firsts = (quote for speaker in article.speakers for quote in speaker.quotes if quote.is_first)
    quotes = sorted(firsts, key=lambda quote: quote.number)
    template = environment().get_template("snippet.html")
    return template.render(
        words=words,
        article=article,
        name=article.name if extraction.doc_id else "",
        entities=article.entities[:_ENTITIES],
        more_entities=max(0, len(article.entities) - _ENTITIES),
        quotes=quotes[:_QUOTES],
        more_quotes=max(0, len(quotes) - _QUOTES),
    )
