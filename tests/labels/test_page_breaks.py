"""Where a long document is cut: pure, on numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from station.labels.page_breaks import Piece, strips

HEIGHT = 100.0
HEADS = st.sampled_from([None, (0.0, 10.0)])


@st.composite
def _documents(draw: st.DrawFn) -> list[Piece]:
    top, made = 0.0, []
    for high, kept, head in draw(st.lists(st.tuples(st.integers(1, 90), st.booleans(), HEADS), max_size=60)):
        made.append(Piece(top=top, bottom=top + high, kept=kept, head=head))
        top += high + 2
    return made


@given(_documents())
def test_every_piece_is_whole_on_one_page(pieces: list[Piece]) -> None:
    """Pages follow each other, none is higher than paper, and each piece that fits a page lies on one."""
    pages = strips(pieces, HEIGHT)
    assert all(page.bottom - page.top + page.head_height <= HEIGHT for page in pages)
    assert all(before.bottom <= after.top for before, after in pairwise(pages))
    for piece in pieces:
        assert sum(page.top <= piece.top and piece.bottom <= page.bottom for page in pages) == 1


def test_headings_go_with_what_they_head() -> None:
    """Two headings in a row move together with the first row below them."""
    lines = [Piece(top=at * 10.0, bottom=at * 10.0 + 10) for at in range(8)]
    kept = [Piece(top=80, bottom=90, kept=True), Piece(top=90, bottom=95, kept=True), Piece(top=95, bottom=105)]
    assert [page.top for page in strips([*lines, *kept], HEIGHT)] == [0, 80]


def test_a_piece_higher_than_a_page_is_cut_between_its_lines() -> None:
    """Where it has no lines it is cut at the page's end."""
    lines = tuple((at * 30.0, at * 30.0 + 28) for at in range(10))
    assert [page.bottom for page in strips([Piece(top=0, bottom=300, lines=lines)], HEIGHT)] == [88, 178, 268, 300]
    assert [page.bottom for page in strips([Piece(top=0, bottom=250)], HEIGHT)] == [100, 200, 250]


def test_an_empty_document_has_a_page() -> None:
    """Nothing at all is one empty page."""
    assert len(strips([], HEIGHT)) == 1


def test_nothing_of_the_next_page_stands_at_the_foot() -> None:
    """Frames of two tables overlap where they have margins: a page ends where the next one begins."""
    found = strips([Piece(top=0, bottom=60), Piece(top=50, bottom=120)], 100)
    assert [(strip.top, strip.bottom) for strip in found] == [(0, 50), (50, 120)]
