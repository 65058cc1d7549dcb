"""The command that tells what is installed and what it knows."""

from __future__ import annotations

import csv
import json
import platform
import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from .engine import Engine, model_name

_EXTRAS = {"html": "trafilatura", "parquet": "pyarrow", "pandas": "pandas"}


def write_info(engine: Engine, *, model: str | None = None, names: Path | None = None, as_json: bool = False) -> int:
    """Write versions, the model and where it lies, and how many rows each table of names has."""
    told = collect_info(engine, model=model, names=names)
    if as_json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return 0
    lines = []
    for key, value in told.items():
        if isinstance(value, dict):
            lines.append(f"{key}:")
            lines.extend(f"  {name:40} {part}" for name, part in value.items())
        else:
            lines.append(f"{key:12} {value}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def collect_info(engine: Engine, *, model: str | None = None, names: Path | None = None) -> dict[str, Any]:
    """What ``write_info`` writes, as plain values."""
    from .. import __version__

    nlp = engine.load(model, names=names)
    meta: dict[str, Any] = dict(getattr(nlp, "meta", {}))
    return {
        "diplo_ner": __version__,
        "model": model_name(nlp),
        "source": meta.get("url") or "unknown",
        "licence": meta.get("license") or "unknown",
        "folder": str(getattr(nlp, "path", None) or "unknown"),
        "spaCy": _version("spacy"),
        "Python": platform.python_version(),
        "system": platform.platform(),
        "extras": {extra: _version(library) for extra, library in _EXTRAS.items()},
        "tables": dict(sorted(_tables())),
    }


def _version(library: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


def _tables() -> Iterator[tuple[str, int]]:
    """Every data file of the package, by its path, and its number of rows."""
    root = files("diplo_ner")
    for room in root.iterdir():
        if room.is_dir():
            for file in _data_files(room):
                yield f"{room.name}/{file.name.removesuffix('.csv')}", _rows(file)


def _data_files(room: Traversable) -> Iterator[Traversable]:
    data = room / "data"
    if data.is_dir():
        yield from (file for file in data.iterdir() if file.name.endswith(".csv"))


def _rows(file: Traversable) -> int:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    rows = csv.reader(line for line in lines if line.strip() and not line.startswith("#"))
    return max(0, sum(1 for _ in rows) - 1)
