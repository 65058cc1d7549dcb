"""Several processes: order, look-ahead, failures, death, interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator

import pytest

from diplo_ner import workers
from diplo_ner.errors import ModelError
from diplo_ner.workers import CHUNKS_AHEAD, Failure, WorkerError, map_texts

BOTH = pytest.mark.parametrize("n_process", [1, 2])


def lengths():
    return lambda texts: [len(text) for text in texts]


def slow_when_short():
    def function(texts):
        time.sleep(0.05 / len(texts[0]))
        return [(text, os.getpid()) for text in texts]

    return function


def wary():
    def function(texts: list[str]) -> Iterator[str]:
        for text in texts:
            if text == "mauvais":
                raise ValueError("un mauvais texte")
            yield text.upper()

    return function


def deadly():
    def function(texts):
        if "poison" in texts:
            os.kill(os.getpid(), signal.SIGKILL)
        return texts

    return function


def unmade():
    raise ModelError("il n'y a pas de modèle", advice="installez-le")


@BOTH
def test_map_texts_keeps_the_order(n_process):
    texts = ["é" * (1 + n % 7) for n in range(100)]
    assert list(map_texts(texts, lengths, n_process=n_process, chunk=3)) == [len(t) for t in texts]


def test_map_texts_keeps_the_order_when_later_chunks_are_done_first():
    texts = ["a" * n for n in range(1, 20)]
    found = list(map_texts(texts, slow_when_short, n_process=2, chunk=1))
    assert [text for text, _ in found] == texts
    assert {process for _, process in found}.isdisjoint({os.getpid()})


@BOTH
def test_map_texts_of_nothing_is_nothing(n_process):
    assert list(map_texts([], lengths, n_process=n_process)) == []


@BOTH
def test_map_texts_reads_no_further_ahead_than_there_is_work(n_process):
    read = []

    def source():
        for n in range(10_000):
            read.append(n)
            yield "a" * (n % 5)

    results = map_texts(source(), lengths, n_process=n_process, chunk=4)
    assert not read
    for done in range(1, 50):
        next(results)
        assert len(read) <= done + 4 * (n_process * CHUNKS_AHEAD + 1)
    results.close()


@BOTH
def test_map_texts_tells_a_failure_in_its_place(n_process):
    texts = ["un", "deux", "mauvais", "trois", "mauvais", "quatre"]
    found = list(map_texts(texts, wary, n_process=n_process, chunk=4))
    assert [f if isinstance(f, str) else None for f in found] == ["UN", "DEUX", None, "TROIS", None, "QUATRE"]
    failure = found[2]
    assert isinstance(failure, Failure)
    assert (failure.kind, failure.message) == ("ValueError", "un mauvais texte")
    assert "in function" in failure.trace


@BOTH
def test_map_texts_raises_what_making_the_function_raises(n_process):
    with pytest.raises(ModelError, match="pas de modèle; installez-le"):
        list(map_texts(["a"], unmade, n_process=n_process))


@BOTH
def test_map_texts_raises_what_the_source_raises_behind_its_items(n_process):
    def source():
        yield from ("a", "bb", "ccc")
        raise OSError("le disque est parti")

    results = map_texts(source(), lengths, n_process=n_process, chunk=2)
    assert [next(results) for _ in range(3)] == [1, 2, 3]
    with pytest.raises(OSError, match="disque"):
        next(results)


def test_map_texts_says_so_when_a_process_is_killed():
    results = map_texts(["a", "b", "poison", "c"], deadly, n_process=2, chunk=1)
    with pytest.raises(WorkerError, match=r"one of 2 processes died.*fewer processes"):
        list(results)


@pytest.mark.parametrize(("n_process", "chunk"), [(0, 1), (-1, 1), (1, 0)])
def test_map_texts_refuses_numbers_below_one(n_process, chunk):
    with pytest.raises(ValueError, match="give 1 or more"):
        map_texts([], lengths, n_process=n_process, chunk=chunk)


def test_map_texts_spawns_in_a_program_with_threads():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert workers._context().get_start_method() == "spawn"
        assert list(map_texts(["a", "bb"], lengths, n_process=2, chunk=1)) == [1, 2]
    finally:
        stop.set()
        thread.join()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent as on Unix")
def test_map_texts_ends_clean_on_an_interrupt(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        textwrap.dedent("""
        import sys, time
        from diplo_ner.workers import map_texts

        def slow():
            def function(texts):
                time.sleep(0.1)
                return texts
            return function

        if __name__ == "__main__":
            try:
                for text in map_texts(map(str, range(10_000)), slow, n_process=2, chunk=1):
                    print(text, flush=True)
            except KeyboardInterrupt:
                print("\\ninterrompu", flush=True)
        """),
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    # From the keyboard the signal goes to all processes of the group.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=600)
    assert out.splitlines()[-1] == "interrompu"
    assert "Traceback" not in err
    assert process.returncode == 0
