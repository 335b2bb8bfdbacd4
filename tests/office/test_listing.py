"""Rows read a page at a time: what is in view is asked for, nothing else, and answers that come late are dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from station.office.listing import PAGE, PAGES_KEPT, Listing, Read


class Desk:
    """Keeps what is asked until it is told to answer."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, Callable[[Any], None]]] = []

    def ask(self, name: str, job: Any, then: Callable[[Any], None], wrong: object) -> None:
        del name, wrong
        self.asked.append((job, then))

    def answer(self, at: int = 0) -> None:
        job, then = self.asked.pop(at)
        then(job(None))


def _read(_open: object, search: str, first: int, size: int) -> Read[str]:
    total = 1_000_000 if not search else 3
    return Read(total=total, rows=[f"{search}{at}" for at in range(first, min(total, first + size))])


def _listing(desk: Desk) -> Listing[str]:
    made: Listing[str] = Listing(desk, "rows", lambda: _read, changed=lambda: None, wrong=lambda *_: None)  # type: ignore[arg-type]
    made.resize(10)
    made.again()
    desk.answer()
    return made


def test_only_what_is_in_view_is_read() -> None:
    """A jump to the end of a million asks for one page; until it is there, its rows are None."""
    desk = Desk()
    listing = _listing(desk)
    assert listing.moved("last")
    assert [row is None for row in listing.in_view] == [True] * 10
    assert len(desk.asked) == 1
    desk.answer()
    assert listing.chosen == "999999"
    assert listing.in_view[0] == "999990"
    listing.move(-1)
    assert (listing.cursor, listing.first, desk.asked) == (999_998, 999_990, [])


def test_few_pages_are_kept() -> None:
    """However far one scrolls, no more than twenty pages stay."""
    desk = Desk()
    listing = _listing(desk)
    for page in range(40):
        listing.go(page * PAGE)
        while desk.asked:
            desk.answer()
    assert len(listing._pages) == PAGES_KEPT


def test_a_late_answer_to_another_question_is_dropped() -> None:
    """What was asked before the search changed is no answer to it."""
    desk = Desk()
    listing = _listing(desk)
    listing.go(500_000)
    listing.find("x")
    desk.answer(0)
    assert listing.total == 1_000_000
    desk.answer(0)
    assert (listing.total, listing.chosen) == (3, "x0")


def test_an_empty_list_has_nothing_chosen() -> None:
    """Moves in it change nothing."""
    made: Listing[str] = Listing(Desk(), "rows", lambda: _read, changed=lambda: None, wrong=lambda *_: None)  # type: ignore[arg-type]
    assert made.moved("down")
    assert not made.moved("hold")
    assert (made.chosen, made.in_view) == (None, ())
