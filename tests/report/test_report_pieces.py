from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplo_ner.report.pieces import Closing, Opening, Piece, Point, Span, Stretch, pieces

LENGTH = 24
spans = st.lists(
    st.builds(Span, st.integers(-2, LENGTH + 2), st.integers(-2, LENGTH + 2), st.integers(0, 2)), max_size=8
)


def around(found: list[Piece]) -> dict[int, set[int]]:
    """Which spans are open over each character; fails where openings and closings are not well nested."""
    opened: list[int] = []
    covered: dict[int, set[int]] = {}
    for piece in found:
        match piece:
            case Opening(span):
                opened.append(span)
            case Closing(span):
                assert opened.pop() == span
            case Stretch(start, end):
                assert start < end
                covered.update((place, set(opened)) for place in range(start, end))
    assert not opened
    return covered


@given(spans)
def test_pieces_cover_each_character_with_its_spans(given_: list[Span]) -> None:
    covered = around(list(pieces(LENGTH, given_)))
    sound = {n: s for n, s in enumerate(given_) if 0 <= s.start < s.end <= LENGTH}
    assert covered == {c: {n for n, s in sound.items() if s.start <= c < s.end} for c in range(LENGTH)}


@given(spans)
def test_pieces_open_a_span_anew_only_where_it_was_cut(given_: list[Span]) -> None:
    seen: set[int] = set()
    for piece in pieces(LENGTH, given_):
        if isinstance(piece, Opening):
            assert piece.goes_on == (piece.span in seen)
            seen.add(piece.span)


@given(spans)
def test_pieces_keep_spans_of_the_lowest_layer_whole_unless_they_cross_each_other(given_: list[Span]) -> None:
    quotes = [s._replace(layer=0) for s in given_[:1]]
    mentions = [s._replace(layer=1) for s in given_[1:]]
    assert not any(isinstance(p, Opening) and p.goes_on and p.span == 0 for p in pieces(LENGTH, quotes + mentions))


@given(spans, st.lists(st.integers(-1, LENGTH + 1), max_size=5))
def test_pieces_give_each_point_once_at_its_place(given_: list[Span], points: list[int]) -> None:
    at = 0
    found: dict[int, int] = {}
    for piece in pieces(LENGTH, given_, points):
        if isinstance(piece, Stretch):
            at = piece.end
        elif isinstance(piece, Point):
            assert piece.number not in found
            found[piece.number] = at
    assert found == {n: p for n, p in enumerate(points) if 0 <= p <= LENGTH}


def test_pieces_put_a_point_behind_what_closes_and_before_what_opens() -> None:
    found = list(pieces(4, [Span(0, 2), Span(2, 4)], [2]))
    assert found == [
        Opening(0, False),
        Stretch(0, 2),
        Closing(0),
        Point(0),
        Opening(1, False),
        Stretch(2, 4),
        Closing(1),
    ]


def test_pieces_of_an_empty_text() -> None:
    assert list(pieces(0, [Span(0, 0), Span(0, 1)])) == []
