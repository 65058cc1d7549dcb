"""A short run of each fuzzing harness; ``python -m fuzz`` runs them for as long as one likes."""

from __future__ import annotations

import importlib
import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
HARNESSES = ("marks", "names", "readers", "own_names")


def seeds() -> list[bytes]:
    """Bytes to begin with: pieces of articles, rows of tables, and the words that the harnesses are told."""
    articles = [path.read_bytes() for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt"))]
    lines = [line for article in articles for line in article.splitlines() if line.strip()]
    rows = [
        b"x\njean-dupont,PERSON,Jean Dupont,J. Dupont|Dupont,FR\n",
        b'\x01id,text\n1,"Moscou nie."\n2,oui\n',
        b'\x02{"text": "Moscou nie."}\n{"text": 1}\n{"texte": ""}\n',
        "\x00déjà".encode("cp1252"),
        b"Antony Blinken\x00Anthony Blinken\x00Blinken",
    ]
    return [*rows, *lines[::7]]


@pytest.mark.parametrize("name", HARNESSES)
def test_what_a_harness_is_given_by_chance_breaks_nothing(name, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    one = importlib.import_module(f"fuzz.{name}").one
    chance = random.Random(name)
    pool = seeds()
    for data in pool:
        one(data)
    for _ in range(300):
        made = bytearray(b"".join(chance.choices(pool, k=2))[: chance.randrange(1, 400)])
        for _ in range(chance.randrange(6)):
            place = chance.randrange(len(made))
            made[place : place + chance.randrange(3)] = chance.choice(
                (b"\xc2\xab", b"\xc2\xbb", b'"', b"\x00", b"\xff", b"\n")
            )
            if not made:
                break
        one(bytes(made))


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed")
@pytest.mark.parametrize("name", HARNESSES)
def test_a_few_seconds_of_fuzzing_find_nothing(name, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number, data in enumerate(seeds()[:60]):
        (corpus / str(number)).write_bytes(data)
    paths = [str(ROOT), *sys.path]
    done = subprocess.run(
        [
            sys.executable, "-m", f"fuzz.{name}", str(corpus), "-max_total_time=5", "-max_len=1000", "-seed=1", "-verbosity=0",
            f"-dict={ROOT / 'fuzz' / 'words.dict'}", f"-artifact_prefix={tmp_path}/",
        ],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": os.pathsep.join(p for p in paths if p)},
        capture_output=True, text=True, check=False, errors="replace",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]
