"""How fast the reading room is: ``python -m bench.room store.duckdb`` asks it for pages and tells its memory."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from diplo_ner.store.opening import open_store

from .machine import machine
from .made_up import MadeUp

_TIMES = 2


def pages_of(path: Path, corpus: MadeUp) -> dict[str, str]:
    """What a reader asks for: searches, entities that are met most and hardly ever, an article, files."""
    connection = open_store(path)
    ids = connection.execute("SELECT id FROM entities WHERE type = 'PERSON' ORDER BY quotes DESC, entity").fetchall()
    body = connection.execute("SELECT id FROM entities WHERE type <> 'PERSON' ORDER BY quotes_about DESC").fetchone()
    doc_id = connection.execute("SELECT doc_id FROM documents ORDER BY doc DESC").fetchone()
    assert doc_id is not None
    assert body is not None
    connection.close()
    words, often, seldom = corpus.words, ids[0][0], ids[-1][0]

    def search(**fields: str) -> str:
        return f"/?{urlencode(fields)}"

    return {
        "everything": "/",
        "frequent word": search(q=words[0]),
        "rare word": search(q=words[30_000]),
        "phrase": search(q=f'"de {words[0]} {words[1]}"'),
        "words as they are typed": search(q=words[40][:5], part="answers"),
        "frequent speaker": search(speaker=corpus.people[0]),
        "speaker, subject, outlet, word": search(
            speaker=corpus.people[0], about=corpus.people[1], source="Le Journal", q=words[5]
        ),
        "country and years": search(country="RU", since="2018", until="2020"),
        "article's word": search(article=words[300]),
        "person met most": f"/entity/{quote(often, safe='')}",
        "person met least": f"/entity/{quote(seldom, safe='')}",
        "body named most": f"/entity/{quote(body[0], safe='')}",
        "article": f"/article/{quote(doc_id[0], safe='')}",
        "names that begin so": f"/names?{urlencode({'q': corpus.people[0][:4]})}",
        "feed": f"/feed.atom?{urlencode({'speaker': often})}",
        "CSV of all that one says": f"/export.csv?{urlencode({'speaker': often})}",
    }


def ask(path: Path, pages: dict[str, str]) -> dict[str, Any]:
    """Milliseconds a page, by the clock and by the server's processor time: the first time, and the best of others.

    A page that was not answered, as on a machine with much other work, tells its status instead.
    """
    started = time.perf_counter()
    command = [sys.executable, "-m", "diplo_ner", "serve", str(path), "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip().rstrip("/")
            ready = time.perf_counter() - started
            found = {name: _times(server.pid, address + where) for name, where in pages.items()}
            return {"seconds to start": round(ready, 1), "pages": found, "memory": _held(server.pid)}
        finally:
            server.send_signal(signal.SIGINT)


def _times(pid: int, address: str) -> dict[str, float]:
    clock: list[float] = []
    processor: list[float] = []
    size = 0
    for _ in range(1 + _TIMES):
        worked, before = _worked(pid), time.perf_counter()
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                size = len(answer.read())
        except urllib.error.HTTPError as problem:
            return {"status": problem.code}
        clock.append(1000 * (time.perf_counter() - before))
        processor.append(1000 * (_worked(pid) - worked))
    return {
        "first": round(processor[0]), "processor": round(min(processor[1:])), "clock": round(min(clock[1:])),
        "kB": round(size / 1000),
    }  # fmt: skip


def _worked(pid: int) -> float:
    """Seconds of processor time of another process (Linux only)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _held(pid: int) -> dict[str, int]:
    """Memory of another process in MB: what it holds, and the most it held."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    told = {
        name: int(value.split()[0]) // 1000
        for name, _, value in (line.partition(":") for line in lines)
        if "kB" in value
    }
    return {"now": told["VmRSS"], "most": told["VmHWM"]}


def main(arguments: list[str] | None = None) -> int:
    """Ask a server over a made-up store."""
    parser = argparse.ArgumentParser(prog="python -m bench.room", description=__doc__)
    parser.add_argument("store", type=Path, help="what python -m bench.store made")
    parser.add_argument("--quotes", type=int, default=1_000_000, help="how many it was made of")
    options = parser.parse_args(arguments)
    told = ask(options.store, pages_of(options.store, MadeUp(options.quotes)))
    print(json.dumps({"machine": machine(), **told}, ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
