"""Running something in a fresh process, with what it took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent


class Took(NamedTuple):
    """What a process took, and what it printed."""

    wall: float
    cpu: float
    out: str


def python(*arguments: str) -> Took:
    """Run Python with arguments, from its start to its end; what it says on stderr is shown when it fails."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode:
        raise RuntimeError(f"python {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Took(wall, cpu, done.stdout)


def task(name: str, **settings: Any) -> dict[str, Any]:
    """Run a task of ``bench.tasks`` in a fresh process and return what it tells."""
    told: dict[str, Any] = json.loads(python("-m", "bench.tasks", name, json.dumps(settings)).out.splitlines()[-1])
    return told
