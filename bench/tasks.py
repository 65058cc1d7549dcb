"""What is measured inside a process of its own: each task prints one line of JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from math import prod
from pathlib import Path
from typing import Any

WARM = "Le ministre Sergueï Lavrov a rencontré M. Blinken à Genève : « Nous verrons. »"


def read(corpus: str, characters: int) -> list[str]:
    """The texts of a folder, repeated until they have so many characters; with 0 each once."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(Path(corpus).glob("*.txt"))]
    if not characters:
        return texts
    taken: list[str] = []
    while characters > 0:
        for text in texts:
            taken.append(text)
            characters -= len(text)
            if characters <= 0:
                break
    return taken


def timed(work: Callable[[], Any]) -> dict[str, float]:
    """Seconds by the clock, of this process's processor time, and of that of processes it started and ended."""
    wall, cpu, before = time.perf_counter(), time.process_time(), os.times()
    work()
    after = os.times()
    children = after.children_user + after.children_system - before.children_user - before.children_system
    return {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "children": children}


def peak() -> float | None:
    """The most memory that this process held, in MB."""
    try:
        import resource
    except ImportError:
        return None
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1_000_000 if sys.platform == "darwin" else 1_000)


def drain(results: Iterable[Any]) -> int:
    """Fetch all results and drop each."""
    return sum(1 for _ in results)


def stock(model: str, corpus: str, characters: int) -> dict[str, Any]:
    """spaCy's pipeline with its defaults: twice over the texts."""
    import spacy

    texts = read(corpus, characters)
    nlp = spacy.load(model)
    drain(nlp.pipe([WARM]))
    tokens: list[int] = []
    first = timed(lambda: tokens.extend(len(doc) for doc in nlp.pipe(texts)))
    return {
        "tokens": sum(tokens),
        "first": first,
        "again": timed(lambda: drain(nlp.pipe(texts))),
        "peak": peak(),
    }


def ours(model: str, corpus: str, characters: int) -> dict[str, Any]:
    """This package, everything on: twice over the texts."""
    from diplo_ner import extract_many, load

    texts = read(corpus, characters)
    nlp = load(model)
    drain(extract_many([WARM], nlp=nlp))
    first = timed(lambda: drain(extract_many(texts, nlp=nlp)))
    return {"first": first, "again": timed(lambda: drain(extract_many(texts, nlp=nlp))), "peak": peak()}


def spans(model: str, corpus: str, characters: int) -> dict[str, Any]:
    """The model's spans alone: what of ``ours`` is spaCy's work."""
    from diplo_ner.pipeline import load, model_spans

    texts = read(corpus, characters)
    nlp = load(model)
    drain(model_spans(nlp, [WARM]))
    first = timed(lambda: drain(model_spans(nlp, texts)))
    return {"first": first, "again": timed(lambda: drain(model_spans(nlp, texts))), "peak": peak()}


def processes(model: str, corpus: str, characters: int, n_process: int) -> dict[str, Any]:
    """This package in so many processes, once over the texts, the start of the processes included."""
    from diplo_ner import extract_many, load

    texts = read(corpus, characters)
    nlp = load(model)
    drain(extract_many(read(corpus, 0), nlp=nlp))
    return timed(lambda: drain(extract_many(texts, nlp=nlp, n_process=n_process)))


def long(model: str, corpus: str, characters: int) -> dict[str, Any]:
    """One long text, and the articles it is made of one by one."""
    from diplo_ner import extract_many, load

    texts = read(corpus, characters)
    whole = "\n\n".join(texts)[:characters]
    nlp = load(model)
    drain(extract_many(texts, nlp=nlp))
    alone = timed(lambda: drain(extract_many(texts, nlp=nlp)))
    together = timed(lambda: drain(extract_many([whole], nlp=nlp)))
    return {"alone": alone, "together": together, "characters": [sum(map(len, texts)), len(whole)]}


def names(count: int) -> dict[str, Any]:
    """Merging so many distinct names over the documents of a run."""
    from diplo_ner.corpus import Run

    run = Run()
    for extraction in _documents(count):
        run.note(extraction)
    found: list[Any] = []
    took = timed(lambda: found.append(run.merge()))
    return {**took, "entities": len(found[0].entities), "peak": peak()}


def _documents(count: int) -> Iterator[Any]:
    """Documents with so many distinct names of persons in all, twenty in each."""
    from diplo_ner.schema import Entity, Extraction, Mention

    made = distinct_names(count)
    while some := list(islice(made, 20)):
        entities = tuple(
            Entity(
                id=name.lower().replace(" ", "-"),
                type="PERSON",
                canonical=name,
                mentions=(Mention(start=0, end=len(name), text=name),),
            )
            for name in some
        )
        yield Extraction(doc_id=None, model="", entities=entities, quotes=())


def distinct_names(count: int) -> Iterator[str]:
    """Up to a million names that nobody has, each once; every tenth is a misspelling of the one before."""
    parts = [
        [
            "André",
            "Anna",
            "Sergio",
            "Serge",
            "Viktor",
            "Marie",
            "Magda",
            "José",
            "Lina",
            "Paul",
            "Olga",
            "Jean",
        ],
        [c + v for c in "BDFGKLMNPRSTVZ" for v in ("a", "e", "i", "o", "ou", "ei", "au", "ia")],
        [c + v for c in ("b", "d", "g", "k", "l", "m", "n", "r", "s", "t", "v", "ch") for v in "aeiou"],
        [
            "v",
            "ski",
            "n",
            "tti",
            "ez",
            "ck",
            "ian",
            "res",
            "ko",
            "dze",
            "berg",
            "mann",
            "ville",
            "court",
            "sen",
        ],
    ]
    total = prod(map(len, parts))
    name = ""
    for number in range(count):
        if number % 10 == 9:
            yield name[:-1] + name[-1] * 2
            continue
        # A step that shares no factor with the total goes through all of them in no order to lean on.
        rest, chosen = number * 1_000_003 % total, []
        for part in parts:
            rest, at = divmod(rest, len(part))
            chosen.append(part[at])
        name = f"{chosen[0]} {''.join(chosen[1:])}"
        yield name


TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "stock": stock,
    "ours": ours,
    "spans": spans,
    "processes": processes,
    "long": long,
    "names": names,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](**json.loads(sys.argv[2]))))
