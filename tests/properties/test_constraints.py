"""``constraints.txt`` pins what a plain install brings, with hashes, and names no host."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "constraints.txt").read_text("utf-8").replace("\\\n", " ").splitlines()
PINS = {
    m["name"]: (m["version"], re.findall(r"--hash=sha256:([0-9a-f]{64})\b", line))
    for line in LINES
    if (m := re.match(r"(?P<name>[a-z0-9.-]+)==(?P<version>\S+)", line))
}


def test_every_pin_has_hashes():
    assert len(PINS) > 30
    assert all(hashes for _, hashes in PINS.values())
    assert all(line.startswith("#") or line.partition("==")[0] in PINS for line in LINES if line.strip())


def test_no_host_is_named():
    text = (ROOT / "constraints.txt").read_text("utf-8")
    assert "://" not in text
    assert not [line for line in LINES if line.startswith("-")]


def test_every_dependency_is_pinned_inside_its_range():
    requirements = pytest.importorskip("packaging.requirements")
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    for line in told:
        wanted = requirements.Requirement(line)
        version, _ = PINS[wanted.name.lower().replace("_", "-")]
        assert wanted.specifier.contains(version), line
        assert len(wanted.specifier) > 1 or "==" in str(wanted.specifier), f"{line} has no upper bound"
