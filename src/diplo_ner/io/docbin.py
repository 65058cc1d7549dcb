"""Results as a spaCy DocBin: ``doc.ents`` with ``kb_id_``, and what the components leave on a Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from ..safe import encodable
from ..schema import Extraction
from .rows import NAMING_KINDS

if TYPE_CHECKING:
    from spacy.tokens import Doc


class DocBinWriter:
    """Collects Docs and writes them at the end, as a DocBin is one compressed block.

    Read back with ``DocBin().from_disk(path).get_docs(vocab)``: ``doc.user_data["doc_id"]`` names the
    document, and after ``diplo_ner.components.extensions.register()`` the Docs have ``doc._.entities`` and
    ``doc._.quotes``.
    """

    def __init__(self, stream: BinaryIO) -> None:
        import spacy
        from spacy.tokens import DocBin

        self._stream = stream
        self._tokenizer = spacy.blank("fr").tokenizer
        self._docs = DocBin(store_user_data=True)

    def write(self, text: str, extraction: Extraction) -> None:
        """Add a document."""
        self._docs.add(self._doc(encodable(text), extraction))

    def close(self) -> None:
        """Write the DocBin."""
        self._stream.write(self._docs.to_bytes())
        self._stream.flush()

    def _doc(self, text: str, extraction: Extraction) -> Doc:
        from spacy.util import filter_spans

        from ..components.extensions import keep_entities, keep_quotes

        doc = self._tokenizer(text)
        doc.user_data["doc_id"] = extraction.doc_id
        keep_entities(doc, extraction.entities)
        keep_quotes(doc, extraction.quotes)
        spans = (
            doc.char_span(m.start, m.end, label=e.type, kb_id=e.id, alignment_mode="expand")
            for e in extraction.entities
            for m in e.mentions
            if m.kind in NAMING_KINDS
        )
        doc.ents = tuple(filter_spans(span for span in spans if span is not None))
        return doc
