"""What counts confidence and fits weights, on a few quotes and passages that are made up."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import calibrate, fit_quotes
from bench.calibrate import Seen, counted
from bench.fit_quotes import Case, figures, outlet, overlap, says

QUOTES = [
    Seen("lagune", 0.95, "incise", ("rule:incise",), True, True),
    Seen("lagune", 0.95, "incise+pronoun", ("rule:incise", "way:pronoun"), True, False),
    Seen("digue", 0.91, "colon+pronoun", ("rule:colon", "way:pronoun"), True, True),
    Seen("digue", 0.9, "colon", ("rule:colon",), True, False),
    Seen("digue", 0.55, "chain", ("rule:chain",), False, False),
]


def test_each_quote_counts_by_its_band_its_rule_its_way_and_both():
    assert counted(QUOTES) == {
        "+pronoun": (1, 2),
        "all": (2, 4),
        "colon": (1, 2),
        "colon+pronoun": (1, 1),
        "incise": (1, 2),
        "incise+pronoun": (0, 1),
        "quote 0.5": (0, 1),
        "quote 0.9": (4, 4),
    }


def test_traits_are_weighed_by_whether_the_speaker_was_right():
    pytest.importorskip("sklearn")
    right = Seen("lagune", 0.95, "incise", ("rule:incise", "known"), True, True)
    wrong = Seen("digue", 0.9, "chain", ("rule:chain", "rival"), True, False)
    none = Seen("digue", 0.4, "chain", ("rule:other",), False, False)
    weights = calibrate.fitted([*[right, wrong] * 20, none], 1.0)
    assert weights["known"] > 0 > weights["rival"] and "rule:other" not in weights


def test_the_check_judges_each_source_by_the_others(capsys):
    pytest.importorskip("sklearn")
    calibrate.check(QUOTES, 1.0)
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["band", "quotes", "mean", "right"]
    assert [line.split() for line in printed if line.startswith(("all", "surest"))] == [
        ["all", "5", printed[-2].split()[2], "0.400"],
        ["surest", "2", printed[-1].split()[2]],
    ]
    assert 0 < float(printed[-2].split()[2]) < 1


def test_overlap_outlet_and_figures():
    assert overlap((0, 10), (0, 8)) == 0.8 and overlap((0, 4), (6, 9)) == 0 and overlap((2, 4), (2, 4)) == 1
    assert [outlet(name) for name in ("lagune-2024_3", "digue_2020-01", "phare12")] == ["lagune", "digue", "phare"]
    assert figures(3, 4, 6) == "75.0 50.0 60.0" and figures(0, 0, 0) == "0.0 0.0 0.0"


def case(evidence: str, is_quote: bool, *, ruled: bool | None = None, crosses: bool = False, told: str = "a") -> Case:
    return Case("made", told, tuple(evidence.split()), is_quote, crosses, ruled)


def test_a_rule_goes_before_the_weights_and_what_has_none_weighs_nothing():
    weights = {"always": -1.0, "clause": 2.0}
    assert says(case("clause", False), weights) and not says(case("fragment", True), weights)
    assert says(case("clause", False, ruled=True), {}) and not says(case("clause", True, ruled=False), weights)


def test_weights_are_fitted_to_what_was_weighed():
    pytest.importorskip("sklearn")
    learnt = [case("clause", True)] * 20 + [case("fragment", False)] * 20
    weights = fit_quotes.fit(learnt, 1.0)
    assert weights["clause"] > 1 and weights["fragment"] < -1
    noise = [case("fragment", True, ruled=True)] * 50 + [case("fragment", True, crosses=True)] * 50
    assert fit_quotes.fit([*learnt, *noise], 1.0) == weights


def test_an_outlet_is_judged_by_weights_of_the_others(monkeypatch):
    fitted: list[set[str]] = []

    def fit(seen: list[Case], strength: float) -> dict[str, float]:
        fitted.append({c.outlet for c in seen})
        return {"always": 1.0 if "b" in fitted[-1] else -1.0}

    monkeypatch.setattr(fit_quotes, "fit", fit)
    found = [case("", True, told="a"), case("", True, told="b"), case("", True, told="a")]
    assert fit_quotes.across(found, 0.5) == [True, False, True]
    assert fitted == [{"b"}, {"a"}]
