"""The same over a cluster: articles in a Spark DataFrame, results in DataFrames of a declared schema.

The functions bear the names they have on one machine, and give what they give there::

    from diplo_ner import spark as diplo

    read = diplo.extract(session.read.parquet("articles"), id_col="id", text_col="text")
    read.write.parquet("read")                                   # the model runs here, once over each article
    run = diplo.merge_documents(session.read.parquet("read"))    # one id an entity in all of them
    diplo.mentions(run).write.parquet("mentions")
    diplo.quotes(run).write.parquet("quotes")

Needs the extra ``spark``, and the package with its model on every worker.
"""

from __future__ import annotations

from .merging import merge_documents
from .reading import extract
from .schema import SCHEMA
from .tables import mentions, quotes

__all__ = ["SCHEMA", "extract", "mentions", "merge_documents", "quotes"]
