"""Rows that are read a page at a time as they come into view, and the one that is chosen. Knows no screen.

However many rows there are, twenty pages of a hundred are kept; moving never waits, and what is not read yet is None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from station.office.asking import Asking, OpenBook

PAGE: Final = 100
PAGES_KEPT: Final = 20

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[T]):
    """One page, and how many rows there are in all."""

    total: int
    rows: Sequence[T]
    nothing: bool = False  # there is nothing at all, whatever is asked for


ReadPage = Callable[[OpenBook, str, int, int], Read[T]]
"""``read(open, search, first, size)``, on the desk's thread."""

Reads = Callable[[], ReadPage[T]]
"""Gives a ``ReadPage`` that knows what is asked for at this moment, so that the two threads share nothing."""


class Listing(Generic[T]):
    def __init__(
        self, asking: Asking, name: str, reads: Reads[T], *, changed: Callable[[], None],
        wrong: Callable[[str, bool], None],
    ) -> None:  # fmt: skip
        self._asking = asking
        self._name = name
        self._reads = reads
        self._changed = changed
        self._wrong = wrong
        self._pages: dict[int, Sequence[T]] = {}
        self._asked = 0  # what was asked before the last change of the question is no answer to it
        self.search = ""
        self.known = False
        self.nothing = False
        self.total = 0
        self.cursor = 0
        self.first = 0
        self.room = 12

    @property
    def chosen(self) -> T | None:
        return self.row(self.cursor)

    def row(self, at: int) -> T | None:
        page = self._pages.get(at // PAGE, ())
        return page[at % PAGE] if at % PAGE < len(page) and at < self.total else None

    @property
    def in_view(self) -> tuple[T | None, ...]:
        return tuple(self.row(at) for at in range(self.first, min(self.total, self.first + self.room)))

    def find(self, text: str) -> None:
        if text != self.search:
            self.search = text
            self.cursor = self.first = 0
            self.again()

    def again(self) -> None:
        """Everything is read anew; what is in view stays until then."""
        self._asked += 1
        self._ask(self.first // PAGE, fresh=True)

    def resize(self, room: int) -> None:
        self.room = room
        self.move(0)

    def move(self, step: int) -> None:
        self.go(self.cursor + step)

    def go(self, at: int) -> None:
        self.cursor = max(0, min(self.total - 1, at))
        self.first = max(0, min(self.first, self.cursor, self.total - self.room))
        self.first = max(self.first, self.cursor - self.room + 1)
        self._need()

    def moved(self, command: str) -> bool:
        """Whether the command is a move; then it is made."""
        steps = {"up": -1, "down": 1, "page_up": -self.room, "page_down": self.room}
        ends = {"first": 0, "last": self.total}
        if command in steps:
            self.move(steps[command])
        elif command in ends:
            self.go(ends[command])
        else:
            return False
        return True

    def _need(self) -> None:
        """Ask for the first page in view that is not there."""
        last = min(self.total, self.first + self.room) - 1
        for page in range(self.first // PAGE, last // PAGE + 1):
            if page not in self._pages:
                self._ask(page)
                return

    def _ask(self, page: int, *, fresh: bool = False) -> None:
        search, asked, read = self.search, self._asked, self._reads()
        self._asking.ask(
            self._name,
            lambda open_book: read(open_book, search, page * PAGE, PAGE),
            lambda answer: self._took(asked, page, answer, fresh=fresh),
            self._wrong,
        )

    def _took(self, asked: int, page: int, answer: Read[T], *, fresh: bool) -> None:
        if asked != self._asked:
            return
        if fresh:
            self._pages.clear()
        while len(self._pages) >= PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        self._pages[page] = answer.rows
        self.known, self.total, self.nothing = True, answer.total, answer.nothing
        self.go(self.cursor)
        self._changed()
