"""The reading room over a small store, asked in this process or by a browser."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / "store"), str(TESTS / "report")]


def _of_report() -> Any:
    """The browser with which the report is tested."""
    spec = spec_from_file_location("report_browser", TESTS / "report" / "conftest.py")
    assert spec is not None and spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


launch = _of_report().launch


@pytest.fixture(scope="session")
def room_browser(launch: Any) -> Any:
    return launch(**{"intl.accept_languages": "fr"})


@pytest.fixture(scope="session")
def plain_browser(launch: Any) -> Any:
    """A browser whose scripts are switched off."""
    return launch(**{"profile.managed_default_content_settings.javascript": 2})


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("duckdb")
    from stored import articles, evil, make

    return make(tmp_path_factory.mktemp("room") / "press.duckdb", [*articles(), evil()])


@pytest.fixture
def client(store_path: Path) -> Iterator[Any]:
    pytest.importorskip("starlette")
    from starlette.testclient import TestClient

    from diplo_ner.serve import make_app
    from diplo_ner.serve.room import Room

    with TestClient(make_app(Room(store_path)), base_url="http://127.0.0.1:8000") as made:
        yield made
