"""One person at a sort wall: a scan or a key in, what the wall says out. Commit, then show (no Qt, no words).

A stop takes nothing but a clear. When the order book did not answer, nobody knows whether the unit is in it: the next
input is preceded by a look, so that the same unit scanned again is never counted twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from station.clock import Clock
from station.errors import BookUnreachable
from station.orders import wall as books
from station.orders.cell_codes import cell_named
from station.orders.orderbook import OrderBook
from station.packing.inputs import Command, Pressed, Scan
from station.packing.reasons import Reason
from station.packing.rules import Person
from station.packing.sorting import Cell, CellState, Placed, Refused, Wall, WallReason
from station.packing.wall_answers import Asked, Note, Noted, Recalled, WallAnswer

UNDO_MAX: Final = 1_000
"""Scans that can be taken back one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the wall says, and how it then stands: as last known when the order book did not answer."""

    answer: WallAnswer
    wall: Wall
    locked: bool
    who: str


class Sorter:
    """Raises BookUnreachable only from ``__init__``: there is no wall without a first look."""

    def __init__(
        self,
        book: OrderBook,
        batch: int,
        *,
        clock: Clock,
        who: str,
        new_id: Callable[[], str],
        roster: Mapping[str, Person],
        must_sign_in: bool = False,
    ) -> None:
        self._book = book
        self._batch = batch
        self._clock = clock
        self._who = who
        self._new_id = new_id
        self._roster = roster
        self._unsigned = must_sign_in
        self.away = False  # the book did not answer when it was last asked
        self._mine: deque[str] = deque(maxlen=UNDO_MAX)
        self._unsure: str | None = None  # the id of a scan whose commit nobody confirmed
        self._locked = False
        self._wall = books.look_at(book, batch)

    def begin(self) -> Outcome:
        """Where the wall stands; with the last unit this person sorted, which a power cut may have kept from them."""
        latest = books.latest_of(self._book, self._batch, self._who)
        if latest is None:
            return self.outcome(Noted(note=Note.READY))
        scan_id, placed = latest
        self._mine.append(scan_id)
        cell = self._wall.cell(placed.cell)
        if cell is None or cell.state not in (CellState.OPEN, CellState.FULL):
            return self.outcome(Noted(note=Note.READY))
        return self.outcome(Recalled(placed=placed, again=False))

    def look(self) -> Outcome | None:
        """The wall as others changed it; None when nothing did, or the book does not answer."""
        try:
            now = books.look_at(self._book, self._batch)
        except BookUnreachable:
            self.away = True
            return None
        self.away = False
        if now == self._wall:
            return None
        self._wall = now
        return self.outcome(Noted(note=Note.READY))

    def take(self, input: Scan | Pressed) -> Outcome:
        try:
            taken = self._taken(input)
        except BookUnreachable as trouble:
            self.away = True
            refused = Refused(reason=Reason.BOOK_UNREACHABLE, detail=trouble.sentence(), locks=False)
            return self.outcome(refused)
        self.away = False
        return self.outcome(taken)

    def _taken(self, input: Scan | Pressed) -> WallAnswer:
        command = input.command
        if command is Command.CLEAR:
            was, self._locked = self._locked, False
            return Noted(note=Note.CLEARED if was else Note.NOTHING_TO_CLEAR)
        if self._locked:
            return Refused(reason=Reason.MUST_CLEAR)
        recalled = self._settle()
        if recalled is not None:
            return recalled
        if isinstance(input, Scan) and input.badge is not None:
            return self._signed_in(input.badge)
        if self._unsigned:
            return Refused(reason=Reason.SIGN_IN_FIRST, locks=False)
        if command is Command.UNDO:
            return self._undo()
        if command is not None or not isinstance(input, Scan):
            return Refused(reason=Reason.NOT_ALLOWED, detail=str(command), locks=False)
        return self._scanned(input)

    def _settle(self) -> Recalled | None:
        """Whether the scan nobody answered is in the book after all; then what was scanned now has to wait."""
        if self._unsure is None:
            return None
        placed, self._wall = books.recall(self._book, self._batch, self._unsure)
        scan_id, self._unsure = self._unsure, None
        if placed is None:
            return None
        self._mine.append(scan_id)
        return Recalled(placed=placed, again=True)

    def _signed_in(self, badge: str) -> WallAnswer:
        person = self._roster.get(badge)
        if person is None:
            return Refused(reason=Reason.NOT_ALLOWED, detail="badge_unknown", locks=False)
        self._who, self._unsigned = person.pseudonym, False
        return Noted(note=Note.SIGNED_IN, detail=person.name)

    def _scanned(self, scan: Scan) -> WallAnswer:
        named = cell_named(scan.text)
        if named is not None:
            return self._cell_scanned(*named)
        answer = self._sort(scan)
        known = self._known(scan) if isinstance(answer, Refused) else scan
        return answer if known is scan else self._sort(known)

    def _sort(self, scan: Scan) -> Placed | Refused:
        scan_id = self._unsure = self._new_id()
        answer, self._wall = books.sort(
            self._book, self._batch, scan, scan_id=scan_id, who=self._who, now=self._clock.now()
        )
        self._unsure = None
        self._locked = isinstance(answer, Refused) and answer.locks
        if isinstance(answer, Placed):
            self._mine.append(scan_id)
        return answer

    def _known(self, scan: Scan) -> Scan:
        """What the book knows of a code the wall refuses: it only changes how the no is told."""
        if scan.fault is not None:
            return scan
        known = self._book.recognise(scan.text) or (self._book.recognise(scan.gtin) if scan.gtin else None)
        return scan if known is None else replace(scan, known=known)

    def _cell_scanned(self, batch: int, cell: int) -> WallAnswer:
        if batch != self._batch:
            self._locked = True
            return Refused(reason=WallReason.NOT_IN_BATCH, detail=f"CELL-{batch}-{cell}")
        found, self._wall = books.empty(self._book, batch, cell, who=self._who, now_us=self._clock.now().wall_us)
        match found:
            case None:
                return Noted(note=Note.NO_SUCH_CELL, detail=str(cell))
            case Cell():
                return Asked(cell=found)
            case _:
                return found

    def _undo(self) -> WallAnswer:
        """The last unit of this person comes out; one that somebody else took out already is passed over."""
        while self._mine:
            scan_id = self._mine[-1]
            back, self._wall = books.take_back(
                self._book, self._batch, scan_id, who=self._who, now_us=self._clock.now().wall_us
            )
            if not isinstance(back, Refused):
                self._mine.pop()
            if back is not None:
                return back
        return Noted(note=Note.NOTHING_TO_UNDO)

    def outcome(self, answer: WallAnswer) -> Outcome:
        """The answer beside the wall as it was last seen."""
        return Outcome(answer=answer, wall=self._wall, locked=self._locked, who=self._who)
