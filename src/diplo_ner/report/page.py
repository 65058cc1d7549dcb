"""The report: one HTML file that needs nothing else and lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

from ..arguments import check_all, check_is
from ..entity_types import ENTITY_TYPES
from ..errors import ArgumentError
from ..safe import as_script, one_line
from ..schema import Extraction
from ..wording.words import Words
from .chart import chart
from .dossiers import dossier_data
from .environment import environment
from .runs import run_entry
from .type_styles import type_styles

STYLES = ("page.css", "marks.css", "panels.css", "overview.css", "dossier.css", "print.css")
SCRIPTS = ("views.js", "light.js", "card.js", "search.js", "dossier.js", "start.js")


def render(extractions: Sequence[Extraction], texts: Sequence[str], *, title: str, lang: str = "fr") -> str:
    """Write the report over a run as one self-contained HTML document.

    It shows each text as it stands with its entities and quotes marked, the entities with their variants and
    the quotes by speaker; over several articles an overview comes before them. Everything that comes from the
    articles is escaped, and a content security policy lets nothing in but the report's own style and script.
    The same input gives the same document.

    Args:
        extractions: what was read, an article each; an entity of one id is one in all of them, so those of a
            run should have gone through ``merge_documents``. ``doc_id`` is the name shown.
        texts: the articles, in the same order: the very texts that the offsets (Unicode code points) index.
            What does not stand there is listed and left unmarked.
        title: the report's title.
        lang: the report's own language, ``fr`` or ``en``.

    Returns:
        The document, to be written as UTF-8.

    Raises:
        ConfigurationError: the report does not speak the language.
        ArgumentError: there are not as many texts as extractions, or one of them is something else.

    >>> page = render([Extraction(doc_id="note", model="")], ["Rien à <signaler>."], title="Essai")
    >>> "Rien à &lt;signaler&gt;." in page
    True
    """
    check_all("extractions", extractions, Extraction, give="what extract or extract_many gave")
    check_all("texts", texts, str, give="the articles that were read")
    check_is("title", title, str, give="a string")
    if len(extractions) != len(texts):
        raise ArgumentError(f"{len(extractions)} extractions, but {len(texts)} texts", advice="give one text each")
    words = Words(lang)
    run = run_entry(extractions, texts, words)
    style, script = f"{type_styles()}\n{_assets(STYLES)}", _assets(SCRIPTS)
    several = len(run.articles) > 1
    template = environment().get_template("report.html")
    html = template.render(
        title=one_line(title),
        words=words,
        run=run,
        types=ENTITY_TYPES,
        chart=chart(run.speakers, len(run.articles)),
        several=several,
        addresses={entity.key: f"#{entity.key}" for entity in run.entities} if several else {},
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        told=as_script(words.group("script")),
        held=as_script(dossier_data(run, extractions, texts)) if several else None,
    )
    return html + "\n"


@lru_cache(maxsize=2)
def _assets(names: tuple[str, ...]) -> str:
    folder = files("diplo_ner.report").joinpath("assets")
    return "\n".join(folder.joinpath(name).read_text("utf-8").strip() for name in names)


def _hash(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
