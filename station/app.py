"""The composition root: the only file that knows every part. Threads, wiring and the order of starting live here.

Two threads with Qt event loops: whoever calls ``assemble`` owns the bench (the main thread without a window, the bench
thread with one), and the order book's desk has its own, because a network may keep it waiting.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, QThread

from station import goods_copy, roster
from station.anchoring import Witnessing
from station.backlog_watch import BacklogWatch
from station.bell_desk import BellDesk
from station.bench_ledger import open_ledger
from station.beside import Beside
from station.book_desk import BookDesk
from station.book_side import book_side
from station.clock import Clock
from station.copies_watch import CopiesWatch
from station.device_settings import DeviceSettings
from station.devices import device as devices
from station.devices.pool import Pool
from station.devices.printer import FilePrinter, Printer
from station.devices.printing import Pace
from station.devices.profile import equipment
from station.devices.queue_printer import QueuePrinter
from station.devices.scanner import Scanner
from station.devices.tally import Tallies, keep
from station.erasing_desk import ErasingDesk, ErasingSettings, in_thread
from station.errors import Trouble
from station.evidence.ledger import Ledger
from station.evidence.media import ended_cleanly, note_clean_end, put_aside, sweep
from station.exposure_watch import ExposureWatch
from station.goods_copy import in_file
from station.home import Home
from station.host import Host
from station.intake import Intake
from station.label_printer import LabelPrinter, label_printer
from station.labels.library import Library
from station.orders.opening import open_book, reach_book
from station.orders.orderbook import OrderBook
from station.orders.routes import load_routing
from station.owed_files import filed, named_in_files, settle
from station.packing.inputs import DeviceKind, Known
from station.packing.model import OrderNo
from station.paper_desk import PaperDesk
from station.performers import LabelDesk
from station.piecework import LentLedger, Piecework
from station.reports.speech import say_outside
from station.retention import daily
from station.roots import root_in_words
from station.settings import Settings, config_dir, load, load_materials, template_folders

if TYPE_CHECKING:
    from station.camera_desk import CameraDesk
    from station.devices.device import Device
    from station.stamp_desk import StampDesk

SPOOL = "filming"
"""Under the media folder, and so on its disk: what a camera has not finished."""

STAMP_TAIL = 8
"""Characters of the order's number in the picture: enough to tell two parcels, too few to look one up by."""

STAMPS_STOP_MS = 15_000
"""More than one authority may take; the others are not asked any more. What comes later still is put into a file, and
recorded at the next start."""

DESK_STOP_MS = 30_000
"""More than every deadline of the order book together."""


ERASING_STOP_MS = 30_000
"""More than a large order book takes to be written anew; all else stops at once, and goes on at the next start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A bench put together and not yet started."""

    home: Home
    settings: Settings
    host: Host
    desk: BookDesk
    desk_thread: QThread
    bell: BellDesk
    book: OrderBook
    devices: tuple[tuple[DeviceSettings, Device], ...]
    intake: Intake
    tallies: Tallies
    exposure: ExposureWatch  # started by whoever has a screen
    copies: tuple[CopiesWatch, Beside | None]  # the first likewise; no copier without a second place for media
    backlog: BacklogWatch
    stamps: tuple[StampDesk, QThread] | None = None
    erasing: tuple[ErasingDesk, QThread]
    work: Piecework
    retain: Callable[[], None] = lambda: None

    @property
    def kinds(self) -> tuple[tuple[str, DeviceKind], ...]:
        """Every device by name, as it stands in the settings."""
        return tuple((device.name, DeviceKind(device.kind)) for device in self.settings.devices)

    def start(self) -> None:
        self.desk_thread.start()
        self.bell.begin()
        if self.stamps is not None:
            self.stamps[1].start()
        self.erasing[1].start()
        self.host.start()
        self.intake.start()
        if self.copies[1] is not None:
            self.copies[1].start()

    def stop(self) -> None:
        """A clean end: what the book can take is carried to it, the ledger is signed and closed, as the last."""
        self.intake.stop()
        if self.copies[1] is not None:
            self.copies[1].stop()
        self.exposure.stop()
        self.copies[0].stop()
        self.backlog.stop()
        if self.host.cameras is not None:
            self.host.cameras.finish()
        if self.stamps is not None:
            self.stamps[0].end_soon()
        self.host.rest()
        self.work.end()
        self.host.closing.emit()
        self.desk_thread.wait(DESK_STOP_MS)
        if self.stamps is not None:
            self.stamps[1].wait(STAMPS_STOP_MS)
        self.erasing[1].wait(ERASING_STOP_MS)
        self._record_last_words()
        self.retain()
        self.book.close()
        self.host.stop()
        note_clean_end(self.home.media)
        keep(self.tallies.by_name, self.home.logs)

    def _record_last_words(self) -> None:
        """What desks have said since the event loop ended: an anchor that came now is recorded now."""
        QCoreApplication.sendPostedEvents(self.host, QEvent.Type.MetaCall.value)
        for fact in filed(self.home):
            self.host.record(fact)


def assemble(
    home: Home,
    *,
    clock: Clock,
    weighed_by_lines: bool = False,
    printer_pace: Pace | None = None,
) -> Assembled:
    """All parts of a bench, wired. ``weighed_by_lines``: its weights come as lines and need no scale."""
    settings = load(home)
    built = tuple(
        (one, devices.build(one, clock, pace=printer_pace)) for one in settings.devices if one.kind != "camera"
    )
    book, answers = reach_book(home, config_dir(), settings.bench.orderbook)
    was_clean = ended_cleanly(home.media)
    ledger = open_ledger(home, settings, clock, book=book if answers else None)
    settle(home, ledger)
    if not was_clean:
        _sweep(home, ledger)
    routing = load_routing(config_dir(), home.root)
    people = roster.at_start(home, book, answers=answers)
    usual = settings.rules(people, materials=load_materials(), weighed_by_lines=weighed_by_lines)
    host = Host(
        ledger=ledger,
        clock=clock,
        rules=replace(usual, terms=routing.terms),
        devices=tuple(device for _, device in built),
        recognise=_recogniser(home, settings, book),
        serial_order=_serial_finder(settings, book),
        deadline_ms=settings.packing.holds_deadline_ms,
    )
    host.cameras = _camera_desk(home, settings, ledger, clock, host)
    host.labels = _label_desk(home, settings, ledger, clock, host, built)
    host.papers = _paper_desk(home, settings, ledger, clock, host, built)
    tallies = _tallies(built, host.cameras, clock)
    witnessing = Witnessing(home, ledger.log_name, clock)
    desk, thread, bell = book_side(home, settings, clock, host, routing, witnessing, log=ledger.log_name)
    backlog = BacklogWatch(home, clock, host)
    desk.set_aside.connect(backlog.set_aside)
    desk.forked.connect(backlog.forked)
    work = Piecework(host.lend, lambda: host.bench.job, clock, host)
    host.shown.connect(work.heard)
    return Assembled(
        tallies=tallies,
        stamps=_stamp_desk(home, settings, clock, host),
        erasing=_erasing_desk(home, settings, clock, host, LentLedger(home, ledger.log_name, work)),
        work=work,
        retain=partial(daily, home, book, ledger, settings.retention, clock, os.urandom),
        exposure=ExposureWatch(home, clock, lambda: witnessing.known or bool(settings.evidence.timestamp), host),
        home=home,
        settings=settings,
        host=host,
        desk=desk,
        desk_thread=thread,
        bell=bell,
        book=book,
        devices=built,
        intake=Intake(home, folder=settings.imports.folder, every_s=settings.imports.every_s),
        copies=(CopiesWatch(home, clock, host), _copier(home, settings)),
        backlog=backlog,
    )


def _sweep(home: Home, ledger: Ledger) -> None:
    waiting = named_in_files(home)
    sweep(home.media, lambda name: name in waiting or ledger.medium_is_named(name))


def _copier(home: Home, settings: Settings) -> Beside | None:
    """A store's library computes long, and a share may hang for ever: neither in the bench's own process."""
    if not settings.media_store.place:
        return None
    verb = ("evidence", "media", "--copy", "--every", str(settings.media_store.every_s))
    return Beside(home, verb, log="media.log")


def _tallies(built: tuple[tuple[DeviceSettings, Device], ...], cameras: CameraDesk | None, clock: Clock) -> Tallies:
    tallies = Tallies(clock)
    for one, device in built:
        if isinstance(device, Scanner | devices.Scale):
            tallies.by_name[one.name] = device.tally
        else:
            tallies.listen(one.name, device.said)
    if cameras is not None:
        cameras.said.connect(tallies.hear)
    return tallies


def _recogniser(home: Home, settings: Settings, book: OrderBook) -> Callable[[str], Known | None]:
    """What the book knows of a code, asked within the scan: itself where it is a local file and never waits, else the
    copy of its goods."""

    def recognise(code: str) -> Known | None:
        try:
            return book.recognise(code)
        except Trouble:
            return None  # a scan is refused by what the order says; only the reason is less exact

    return recognise if in_file(settings.bench.orderbook) else partial(goods_copy.recognise, home.goods_file)


def _serial_finder(settings: Settings, book: OrderBook) -> Callable[[str, str], OrderNo | None]:
    """Which order took a piece with that serial number; asked as the recogniser is."""

    def serial_order(sku: str, serial: str) -> OrderNo | None:
        try:
            return book.serial_order(sku, serial)
        except Trouble:
            return None  # the same piece twice in one parcel is still refused

    return serial_order if in_file(settings.bench.orderbook) else lambda _sku, _serial: None


def _camera_desk(home: Home, settings: Settings, ledger: Ledger, clock: Clock, host: Host) -> CameraDesk | None:
    """None at a bench without cameras, which then loads nothing of them."""
    put_aside(home.media / SPOOL, home.media)
    if not settings.devices_of("camera"):
        return None
    from station.camera_desk import CameraDesk
    from station.devices.cameras.told import CameraSetup, Stamp

    QLoggingCategory.setFilterRules("qt.multimedia*=false")  # what goes wrong is told as a camera's state, in words

    def stamp(order: OrderNo) -> Stamp:
        _, root = ledger.newest_root()
        return Stamp(order_tail=order[-STAMP_TAIL:], root=root_in_words(root), bench=settings.bench.id)

    def setup(one: DeviceSettings) -> CameraSetup:
        width, height = map(int, one.resolution.split("x"))
        return CameraSetup(
            name=one.name, link=one.link, width=width, height=height, fps=one.fps, segment_s=one.segment_s
        )

    desk = CameraDesk(
        tuple(setup(one) for one in settings.devices_of("camera")),
        media=home.media,
        spool=home.media / SPOOL,
        budget=settings.media.budget,
        clock=clock,
        stamp=stamp,
        open_box_ms=settings.media.open_box_ms,
    )
    desk.said.connect(host.take)
    return desk


def _label_desk(
    home: Home,
    settings: Settings,
    ledger: Ledger,
    clock: Clock,
    host: Host,
    built: tuple[tuple[DeviceSettings, Device], ...],
) -> LabelDesk:
    printers = _printers(built)
    for_papers = {paper.printer for paper in settings.papers}
    usual, *others = printers.values() or (None,)
    spares = tuple(one for one in others if one is not None and one.name not in for_papers)
    library = Library(folders=template_folders(home), say=say_outside(settings.label))
    return LabelDesk(
        ledger=ledger,
        media=home.media,
        clock=clock,
        bench=settings.bench.id,
        masked=settings.label.masked,
        domestic=library.load(settings.label.template),
        international=library.load(settings.label.intl_template),
        others=cache(library.waybills),
        printer=usual,
        spares=spares,
        pool=Pool([one.name for one in (usual, *spares) if one is not None]),
        take=host.take,
        terms=host.bench.rules.terms,
    )


def _paper_desk(
    home: Home,
    settings: Settings,
    ledger: Ledger,
    clock: Clock,
    host: Host,
    built: tuple[tuple[DeviceSettings, Device], ...],
) -> PaperDesk | None:
    """None at a bench without ``[[paper]]``; a template that does not read is told before anything is packed."""
    if not settings.papers:
        return None
    say = say_outside(settings.label)
    library = Library(folders=template_folders(home), say=say)
    desk = PaperDesk(
        ledger=ledger,
        media=home.media,
        clock=clock,
        bench=settings.bench.id,
        masked=settings.label.masked,
        say=say,
        templates={paper.template: library.load(paper.template) for paper in settings.papers},
        printers=_printers(built),
        take=host.take,
    )
    desk.setParent(host)
    return desk


def _printers(built: tuple[tuple[DeviceSettings, Device], ...]) -> dict[str, LabelPrinter]:
    """By name, in the order of ``bench.toml``."""
    return {
        one.name: label_printer(one.name, one.media, equipment(one), device)
        for one, device in built
        if isinstance(device, Printer | FilePrinter | QueuePrinter)
    }


def _stamp_desk(home: Home, settings: Settings, clock: Clock, host: Host) -> tuple[StampDesk, QThread] | None:
    """None at a bench without time-stamp authorities, which then loads nothing of them."""
    if not settings.evidence.timestamp:
        return None
    from station.stamp_desk import StampDesk

    desk = StampDesk(home, settings.evidence.timestamp, every_s=settings.evidence.timestamp_every_s, clock=clock)
    thread = QThread(host)
    desk.moveToThread(thread)
    thread.started.connect(desk.begin)
    host.closing.connect(desk.finish)
    desk.owed.connect(host.record)
    return desk, thread


def _erasing_desk(
    home: Home, settings: Settings, clock: Clock, host: Host, ledger: LentLedger
) -> tuple[ErasingDesk, QThread]:
    wish = ErasingSettings(
        bench=settings.bench.id,
        retention=settings.retention,
        open_book=lambda: open_book(home, config_dir(), settings.bench.orderbook),
        ledger=ledger,
        job=lambda: host.bench.job,
    )
    return in_thread(home, wish, clock, host.closing, host)
