"""The order book's side of the dock's window: it may wait on a network, so it lives on a thread of its own.

One thing at a time, in order; trouble is a sentence that is shown, never an exception.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from station.carrying import carry
from station.clock import Clock
from station.closing import Closing, close_handover, record_close
from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.labels.picture_file import PictureFile
from station.orders.awaiting import SealedParcel
from station.orders.handover import Handover, look
from station.orders.handover_papers import PaperRole, papers_of
from station.orders.handover_scan import ScanReply, scan, take_out
from station.orders.opening import KeptBook
from station.orders.orderbook import OrderBook
from station.orders.routes import load_carriers
from station.reports.table import save
from station.settings import Settings, config_dir
from station.ui.handover_screen import DockSight, MissingRow, ScanAnswer
from station.ui.words import Words, named, same

SHEETS = "handovers"
"""The folder of a home that gets the sheets of handovers closed in a window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAsked:
    """What the dock says when the driver leaves; ``signature`` is PNG, empty without one."""

    reasons: tuple[tuple[str, str], ...]
    driver: str
    signature: bytes


class DockDesk(QObject):
    """``looked`` brings a ``DockSight``, ``answered`` a ``ScanAnswer`` and the sight after it."""

    looked = Signal(object)
    answered = Signal(object, object)
    closed = Signal(object, int, str)  # sight, left behind, the sheet's file or what keeps it out
    failed = Signal(str)
    unreachable = Signal()  # what was asked for is not done
    unseen = Signal()  # the book did not answer a look that nobody asked for

    def __init__(self, home: Home, settings: Settings, clock: Clock, handover_id: int, *, who: str) -> None:
        super().__init__()
        self._home = home
        self._settings = settings
        self._clock = clock
        self._id = handover_id
        self._who = who
        self._book = KeptBook(home, settings.bench.orderbook)

    @Slot()
    def look(self) -> None:
        """What this home's own bench has sealed meanwhile is looked at too."""
        try:
            self._attempt(self._look)
        except BookUnreachable:
            self.unseen.emit()

    @Slot(str, bool)
    def scan(self, text: str, out: bool) -> None:
        self._asked(lambda: self._scan(text, out=out))

    @Slot(object)
    def close(self, asked: CloseAsked) -> None:
        self._asked(lambda: self._close(asked))

    @Slot()
    def finish(self) -> None:
        self._book.close()

    def _asked(self, act: Callable[[], None]) -> None:
        """Whoever asked is told why it was not done, and scans again."""
        try:
            self._attempt(act)
        except BookUnreachable:
            self.unreachable.emit()

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except BookUnreachable:
            raise
        except Trouble as trouble:
            self.failed.emit(trouble.sentence())

    def _look(self) -> None:
        book = self._book.open()
        carry(self._home, book)
        self.looked.emit(sight_of(look(book, self._id), self._carrier))

    def _scan(self, text: str, *, out: bool) -> None:
        act = take_out if out else scan
        reply = act(self._book.open(), self._id, text, who=self._who, now_us=self._clock.now().wall_us)
        sight = sight_of(look(self._book.open(), self._id), self._carrier)
        self.answered.emit(_answer(reply, out=out), sight)

    def _close(self, asked: CloseAsked) -> None:
        book = self._book.open()
        signature = PictureFile(mime="image/png", data=asked.signature) if asked.signature else None
        said = Closing(reasons=dict(asked.reasons), who=self._who, driver=asked.driver, signature=signature)
        told = close_handover(book, self._home, self._id, said, now_us=self._clock.now().wall_us)
        warning = record_close(book, self._home, self._settings, self._clock)
        self.closed.emit(sight_of(told, self._carrier), len(told.left), warning or self._sheet(book))

    def _sheet(self, book: OrderBook) -> str:
        """The archived sheet as a file beside the home's other papers, to be printed."""
        file = self._home.root / SHEETS / f"handover-{self._id}.pdf"
        sheet = next(paper.data for paper in papers_of(book, self._id) if paper.role is PaperRole.SHEET)
        _make_folder(file.parent)
        save(file, sheet)
        return str(file)

    def _carrier(self, name: str) -> Words:
        """A carrier without a file any more goes by its id."""
        found = next((each for each in load_carriers(config_dir(), self._home.root) if each.id == name), None)
        return named(found.zh, found.en) if found else same(name)


def sight_of(told: Handover, carrier: Callable[[str], Words]) -> DockSight:
    return DockSight(
        number=told.id,
        carrier=carrier(told.carrier),
        count=told.count,
        weight_mg=told.weight_mg,
        unweighed=told.unweighed,
        missing=_missing(told.missing),
        driver=told.driver,
    )


def _missing(parcels: tuple[SealedParcel, ...]) -> tuple[MissingRow, ...]:
    """A row a box: orders merged under one waybill stand together, and what holds one holds the box."""
    boxes: dict[str, list[SealedParcel]] = {}
    for parcel in parcels:
        boxes.setdefault(parcel.waybill or parcel.order, []).append(parcel)
    return tuple(
        MissingRow(
            order=", ".join(parcel.order for parcel in box),
            waybill=box[0].waybill,
            bench=box[0].bench,
            hold=", ".join(dict.fromkeys(hold for parcel in box for hold in parcel.holds)),
        )
        for box in boxes.values()
    )


def _answer(reply: ScanReply, *, out: bool) -> ScanAnswer:
    return ScanAnswer(
        code=reply.code,
        orders=tuple(reply.orders),
        why=reply.why or "",
        detail=reply.detail,
        taken_out=out,
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"the folder cannot be made: {(error.strerror or '').lower()}", where=str(folder)) from error
