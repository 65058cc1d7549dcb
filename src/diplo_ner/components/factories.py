"""Registration of the pipes with spaCy, under the names that the entry points carry."""

from __future__ import annotations

from spacy.language import Language

from .pipes import DiploNerPipe, EntitiesPipe, QuotesPipe


@Language.factory(
    "diplo_ner", requires=["doc.ents"], assigns=["doc.ents"], default_config={"set_ents": True, "names": None}
)
def make_diplo_ner(nlp: Language, name: str, set_ents: bool, names: str | None) -> DiploNerPipe:
    """Make the pipe that reads entities and quotes."""
    return DiploNerPipe(set_ents=set_ents, names=names)


@Language.factory(
    "diplo_ner_entities",
    requires=["doc.ents"],
    assigns=["doc.ents"],
    default_config={"set_ents": True, "names": None},
)
def make_entities(nlp: Language, name: str, set_ents: bool, names: str | None) -> EntitiesPipe:
    """Make the pipe that reads entities."""
    return EntitiesPipe(set_ents=set_ents, names=names)


@Language.factory("diplo_ner_quotes")
def make_quotes(nlp: Language, name: str) -> QuotesPipe:
    """Make the pipe that reads quotes; it stands behind ``diplo_ner_entities``."""
    return QuotesPipe(set_ents=False)
