"""Run every harness for a while: ``python -m fuzz [SECONDS] [HARNESS…]``; the exit status tells whether one found something.

``articles`` reads mutated articles, with a new seed each time, which it tells. The others are for atheris: each goes on
from what it found interesting before, in ``fuzz/corpus/`` (not kept in the repository). What is found lies in
``fuzz/found/``: mend it, and add it to ``tests/properties/test_found.py``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
GUIDED = ("marks", "names", "readers", "own_names")
HARNESSES = ("articles", *GUIDED)


def command(name: str, seconds: int) -> list[str]:
    """What runs a harness."""
    if name not in GUIDED:
        return [sys.executable, "-m", f"fuzz.{name}", str(seconds)]
    corpus = HERE / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    return [
        sys.executable, "-m", f"fuzz.{name}", str(corpus), f"-max_total_time={seconds}", "-max_len=2000", "-timeout=30",
        f"-dict={HERE / 'words.dict'}", f"-artifact_prefix={HERE / 'found' / name}-", "-verbosity=0", "-print_final_stats=1",
    ]  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run the harnesses one after another."""
    seconds = int(arguments[0]) if arguments else 60
    (HERE / "found").mkdir(exist_ok=True)
    failed = []
    for name in arguments[1:] or HARNESSES:
        done = subprocess.run(
            command(name, seconds), cwd=HERE.parent, env=os.environ | {"PYTHONHASHSEED": "0"}, check=False
        )
        if done.returncode:
            failed.append(name)
    sys.stderr.write(f"found something: {', '.join(failed)}\n" if failed else "nothing found\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
