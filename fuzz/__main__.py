"""Run every harness for a while: ``python -m fuzz [SECONDS] [HARNESS…]``; the exit status tells whether one found something.

Each goes on from what it found interesting before, in ``fuzz/corpus/`` (not kept in the repository). What it finds lies
in ``fuzz/found/``: mend it, and add it to ``tests/properties/test_found.py``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
HARNESSES = ("marks", "names", "readers", "own_names")


def main(arguments: list[str]) -> int:
    """Run the harnesses one after another."""
    seconds = int(arguments[0]) if arguments else 60
    found = HERE / "found"
    found.mkdir(exist_ok=True)
    failed = []
    for name in arguments[1:] or HARNESSES:
        corpus = HERE / "corpus" / name
        corpus.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [
                sys.executable, "-m", f"fuzz.{name}", str(corpus), f"-max_total_time={seconds}", "-max_len=2000", "-timeout=30",
                f"-dict={HERE / 'words.dict'}", f"-artifact_prefix={found / name}-", "-verbosity=0", "-print_final_stats=1",
            ],
            cwd=HERE.parent, env=os.environ | {"PYTHONHASHSEED": "0"}, check=False,
        )  # fmt: skip
        if done.returncode:
            failed.append(name)
    sys.stderr.write(f"found something: {', '.join(failed)}\n" if failed else "nothing found\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
