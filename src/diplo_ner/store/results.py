"""Results that were read elsewhere: Parquet as ``extract`` and Spark write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from ..errors import InputError, missing_extra
from ..io.document import Failure
from ..io.parquet import partition_of
from ..schema import Extraction

_NEEDED = frozenset({"doc_id", "entities", "quotes"})
_BATCH = 64


class Result(NamedTuple):
    """A document that was read elsewhere; its text where the file has it."""

    extraction: Extraction
    text: str | None


def holds_results(path: Path) -> bool:
    """Whether a Parquet file holds results rather than articles to read."""
    try:
        names = set(_parquet().ParquetFile(path).schema_arrow.names)
    except (OSError, ValueError):
        return False
    return names >= _NEEDED


def read_results(path: Path, shown: str) -> Iterator[Result | Failure]:
    """Yield the results of a Parquet file, and a failure for each row that holds none.

    Raises:
        InputError: It is no Parquet file.
        MissingExtraError: pyarrow is not installed.
    """
    try:
        file = _parquet().ParquetFile(path)
    except (OSError, ValueError) as problem:
        raise InputError(f"not a Parquet file: {problem}") from None
    fields = [name for name in Extraction.model_fields if name in file.schema_arrow.names]
    more = [name for name in ("text", "error") if name in file.schema_arrow.names]
    number = 0
    told = {name: value for name, value in partition_of(path).items() if name == "model" and name not in fields}
    for batch in file.iter_batches(_BATCH, columns=[*fields, *more]):
        for row in batch.to_pylist():
            number += 1
            yield _result({**told, **row}, [*fields, *told], f"{shown}, row {number}")


def _result(row: Mapping[str, Any], fields: list[str], shown: str) -> Result | Failure:
    doc_id = row.get("doc_id")
    if row.get("error"):
        return Failure(shown, str(row["error"]), "it was not read where the file was made", doc_id)
    told = {name: row[name] for name in fields if row[name] is not None or name == "doc_id"}
    try:
        extraction = Extraction.model_validate({"model": "", **told})
    except ValidationError as problem:
        where = ".".join(str(part) for part in problem.errors()[0]["loc"])
        return Failure(shown, f"no result of diplo_ner: {where} is wrong", doc_id=doc_id)
    if not doc_id:
        return Failure(shown, "the document has no name")
    text = row.get("text")
    return Result(extraction, text if isinstance(text, str) else None)


def _parquet() -> Any:
    try:
        from pyarrow import parquet
    except ImportError:
        raise missing_extra("pyarrow", "store", "stores") from None
    return parquet
