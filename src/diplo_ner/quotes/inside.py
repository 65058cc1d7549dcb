"""Inside the marks: the incise that stands there tells who says the words around it."""

from __future__ import annotations

from .candidate import Link
from .evidence.frame import cue_span
from .grammar.syntax import syntax_of
from .moment import Moment


def incise_inside(moment: Moment) -> Link | None:
    """The incise that stands between the marks: « Moi, dit-il, j'ai l'impression … »."""
    inner = moment.article.inner[moment.quote]
    if inner is None:
        return None
    referent = moment.resolve(inner.phrase, inner.sentence.placed(moment.sentence), inner.group)
    cue = cue_span(syntax_of(inner.sentence), inner.group)
    return Link(moment.speaker(inner.phrase, referent), cue, "incise-inside")
