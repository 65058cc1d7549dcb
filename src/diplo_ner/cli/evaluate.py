"""The command that measures results against gold."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import ArgumentError, ConfigurationError, InputError
from ..evaluation import Case, Difference, Evaluation, evaluate
from ..io.document import Document, Failure
from ..io.sources import why
from .console import Console
from .engine import Engine
from .exits import Exit
from .extracting import extract_documents

_Json = Mapping[str, Any]


class Gold(NamedTuple):
    """An article with its gold."""

    name: str
    annotation: _Json
    text: str


def run_evaluation(
    folder: Path,
    engine: Engine,
    *,
    predictions: Path | None = None,
    model: str | None = None,
    names: Path | None = None,
    n_process: int = 1,
    as_json: bool = False,
    errors: bool = False,
) -> int:
    """Score the library, or stored results, against a folder of gold; figures go to standard output.

    Args:
        folder: holds a NAME.json (gold) and a NAME.txt for each article.
        engine: the library.
        predictions: a folder of NAME.json as ``extract`` writes them; None: the articles are read now.
        model: the pipeline to read with.
        names: a file of own names.
        n_process: how many processes read.
        as_json: write figures (and differences) as JSON.
        errors: list every difference with its sentence.

    Returns:
        The exit status: 1 where an article or a prediction is missing or broken; it then scores zero.

    Raises:
        InputError: the folder holds no gold.
    """
    console = Console()
    failures: list[Failure] = []

    def fail(failure: Failure) -> None:
        failures.append(failure)
        console.failure(failure)

    gold = list(_read_gold(folder, fail))
    if not gold:
        raise InputError(f"no gold in {folder}", advice="it must hold NAME.json and NAME.txt")
    if predictions is None:
        nlp = engine.load(model, names=names)
        documents = (Document(g.name, g.text, f"{g.name}.txt") for g in gold)
        read = extract_documents(documents, engine, nlp, n_process=n_process, on_failure=fail)
        found: dict[str, Any] = {done.document.doc_id: done.extraction for done in read}
    else:
        found = dict(_stored(predictions, gold, fail))
    evaluation = evaluate(_scorable(gold, found, fail))
    sys.stdout.write(_as_json(evaluation, errors) if as_json else _as_words(evaluation, errors))
    return Exit.SOME_FAILED if failures else Exit.OK


def _read_gold(folder: Path, fail: Any) -> Iterator[Gold]:
    if not folder.is_dir():
        raise ConfigurationError(f"{folder} is no folder", advice="name the folder that holds the gold")
    for file in sorted(folder.glob("*.json")):
        try:
            annotation = _json_object(file)
            text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        except (OSError, ValueError) as problem:
            reason, advice = why(problem)
            fail(Failure(str(getattr(problem, "filename", None) or file), reason, advice, file.stem))
            continue
        if "entities" not in annotation or "quotes" not in annotation:
            fail(Failure(str(file), "no gold: it lacks entities or quotes", doc_id=file.stem))
            continue
        digest = annotation.get("text_sha256")
        if digest and digest != sha256(text.encode()).hexdigest():
            fail(Failure(str(file), "made for another text than the one beside it", doc_id=file.stem))
        yield Gold(file.stem, annotation, text)


def _stored(folder: Path, gold: Iterable[Gold], fail: Any) -> Iterator[tuple[str, _Json]]:
    for article in gold:
        file = folder / f"{article.name}.json"
        try:
            yield article.name, _json_object(file)
        except (OSError, ValueError) as problem:
            reason, _ = why(problem)
            fail(Failure(str(file), f"{reason}: it scores zero", doc_id=article.name))


def _scorable(gold: Iterable[Gold], found: Mapping[str, Any], fail: Any) -> Iterator[Case]:
    """The articles whose gold and prediction have the shape that can be scored; the others are told."""
    for article in gold:
        empty = Case(article.name, article.annotation, {}, article.text)
        if not _has_shape(empty):
            fail(Failure(f"{article.name}.json", "no gold: its JSON has another shape", doc_id=article.name))
            continue
        case = empty._replace(predicted=found.get(article.name, {}))
        if _has_shape(case):
            yield case
        else:
            fail(Failure(f"{article.name}.json", "no result: its JSON has another shape", doc_id=article.name))
            yield empty


def _has_shape(case: Case) -> bool:
    try:
        evaluate([case])
    except ArgumentError:
        return False
    return True


def _json_object(file: Path) -> _Json:
    try:
        value = json.loads(file.read_bytes())
    except RecursionError:
        value = None
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def _as_json(evaluation: Evaluation, errors: bool) -> str:
    figures: dict[str, Any] = dict(evaluation.to_json())
    if errors:
        figures["differences"] = [difference.to_json() for difference in evaluation.differences]
    return json.dumps(figures, ensure_ascii=False) + "\n"


def _as_words(evaluation: Evaluation, errors: bool) -> str:
    lines = [evaluation.table()]
    if errors:
        lines.extend(_told(difference) for difference in evaluation.differences)
    return "\n".join(lines) + "\n"


def _told(difference: Difference) -> str:
    d = difference
    words = " ".join(d.words.split())
    sentence = " ".join(d.sentence.split())
    return (
        f"\n{d.document} {d.start}-{d.end} {d.kind}: « {words} »\n"
        f"    gold: {d.gold}   predicted: {d.predicted}\n"
        f"    {sentence}"
    )
