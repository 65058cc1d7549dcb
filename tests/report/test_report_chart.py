from __future__ import annotations

from itertools import pairwise

import pytest

from diplo_ner.report.chart import chart
from diplo_ner.report.entries import RunSpeakerEntry


def speaker(number: int, *articles: tuple[int, int], key: bool = True) -> RunSpeakerEntry:
    total = sum(quotes for _, quotes in articles)
    return RunSpeakerEntry(f"e{number}" if key else None, f"Personne {number}", "PERSON", total, articles)


def test_chart_draws_a_bar_for_each_article_with_quotes() -> None:
    drawn = chart([speaker(0, (1, 4), (3, 1)), speaker(1, (2, 2))], 3)
    assert drawn is not None
    first, second = drawn.rows
    assert [(bar.article, bar.quotes, bar.height) for bar in first.bars] == [(1, 4, 20), (3, 1, 5)]
    assert [(bar.article, bar.height) for bar in second.bars] == [(2, 10)]
    assert all(bar.y + bar.height == row.base for row in drawn.rows for bar in row.bars)
    assert first.bars[1].x - first.bars[0].x == 2 * (second.bars[0].x - first.bars[0].x)


def test_chart_leaves_those_without_a_name_out() -> None:
    assert chart([speaker(0, (1, 1), key=False)], 2) is None
    assert chart([], 0) is None


def test_chart_shows_the_twelve_most_quoted() -> None:
    drawn = chart([speaker(n, (1, 30 - n)) for n in range(20)], 2)
    assert drawn is not None
    assert [row.name for row in drawn.rows] == [f"Personne {n}" for n in range(12)]


@pytest.mark.parametrize("articles", [1, 2, 5, 30, 44, 200, 900])
def test_chart_has_room_for_all_articles(articles: int) -> None:
    drawn = chart([speaker(0, (1, 2), (articles, 90))], articles)
    assert drawn is not None
    assert drawn.rows[0].bars[-1].x + drawn.rows[0].bars[-1].width <= drawn.right < drawn.width
    assert all(bar.width >= 3 and bar.height >= 3 for bar in drawn.rows[0].bars)
    places = [tick.x for tick in drawn.ticks]
    assert all(behind - before >= 14 for before, behind in pairwise(places))
