"""The composition root: the only file that knows every part. Threads, wiring and the order of starting live here.

Two threads with Qt event loops: whoever calls ``assemble`` owns the bench (the main thread without a window, the bench
thread with one), and the order book's desk has its own, because a network may keep it waiting.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread

from station.__about__ import __version__
from station.book_desk import BookDesk, DeskSettings
from station.build import build_id
from station.clock import Clock
from station.devices import device as devices
from station.devices.pool import Pool
from station.devices.printer import FilePrinter, Printer
from station.devices.printing import Pace
from station.devices.profile import equipment
from station.devices.queue_printer import QueuePrinter
from station.devices.scanner import Scanner
from station.devices.tally import keep
from station.errors import Trouble
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.evidence.media import sweep
from station.handing import facts_owed
from station.home import Home
from station.host import Host
from station.intake import Intake
from station.labels.template import load as load_template
from station.orders.opening import open_book, rules_of, shop_folders
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.routes import load_routing
from station.orders.shops import load_gates, load_senders
from station.owed_files import filed, named_in_files, settle
from station.packing.inputs import Known
from station.packing.model import OrderNo
from station.packing.routing import Routing
from station.performers import LabelDesk, LabelPrinter
from station.settings import DeviceSettings, Settings, config_dir, load, load_materials

if TYPE_CHECKING:
    from station.devices.device import Device, PrinterDevice

DESK_STOP_MS = 30_000
"""More than every deadline of the order book together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A bench put together and not yet started."""

    home: Home
    settings: Settings
    host: Host
    desk: BookDesk
    desk_thread: QThread
    book: OrderBook
    devices: tuple[tuple[DeviceSettings, Device], ...]
    intake: Intake

    def start(self) -> None:
        self.desk_thread.start()
        self.host.start()
        self.intake.start()

    def stop(self) -> None:
        """A clean end: what the book can take is carried to it, the ledger is signed and closed, as the last."""
        self.intake.stop()
        self.host.closing.emit()
        self.desk_thread.wait(DESK_STOP_MS)
        self.book.close()
        self.host.stop()
        keep({one.name: device.tally for one, device in self.devices if isinstance(device, Scanner)}, self.home.logs)


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
    book = open_book(home, config_dir(), settings.bench.orderbook)
    ledger = _ledger(home, settings, clock)
    settle(home, ledger)
    waiting = named_in_files(home)
    sweep(home.media, lambda sha256: sha256 in waiting or ledger.medium_is_named(sha256))
    routing = load_routing(config_dir(), home.root)
    usual = settings.rules(book.people(), materials=load_materials(), weighed_by_lines=weighed_by_lines)
    rules = replace(usual, terms=routing.terms)
    host = Host(
        ledger=ledger,
        clock=clock,
        rules=rules,
        devices=tuple(device for _, device in built),
        recognise=_recogniser(settings, book),
        serial_order=_serial_finder(settings, book),
        deadline_ms=settings.packing.holds_deadline_ms,
    )
    host.labels = _label_desk(home, settings, ledger, clock, host, built)
    desk, thread = _desk(home, settings, ledger, clock, host, routing)
    return Assembled(
        home=home,
        settings=settings,
        host=host,
        desk=desk,
        desk_thread=thread,
        book=book,
        devices=built,
        intake=Intake(home, folder=settings.imports.folder, every_s=settings.imports.every_s),
    )


def _ledger(home: Home, settings: Settings, clock: Clock) -> Ledger:
    return Ledger.open(
        home,
        org=settings.bench.org,
        bench=settings.bench.id,
        clock=clock,
        random_bytes=os.urandom,
        build=f"{__version__} {build_id()}",
    )


def _recogniser(settings: Settings, book: OrderBook) -> Callable[[str], Known | None]:
    """What the book knows of a code, asked within the scan: only where the book is a local file and never waits."""

    def recognise(code: str) -> Known | None:
        try:
            return book.recognise(code)
        except Trouble:
            return None  # a scan is refused by what the order says; only the reason is less exact

    return recognise if settings.bench.orderbook.startswith("sqlite") else lambda _code: None


def _serial_finder(settings: Settings, book: OrderBook) -> Callable[[str, str], OrderNo | None]:
    """Which order took a piece with that serial number; asked as the recogniser is."""

    def serial_order(sku: str, serial: str) -> OrderNo | None:
        try:
            return book.serial_order(sku, serial)
        except Trouble:
            return None  # the same piece twice in one parcel is still refused

    return serial_order if settings.bench.orderbook.startswith("sqlite") else lambda _sku, _serial: None


def _label_desk(
    home: Home,
    settings: Settings,
    ledger: Ledger,
    clock: Clock,
    host: Host,
    built: tuple[tuple[DeviceSettings, Device], ...],
) -> LabelDesk:
    printers = [(one, device) for one, device in built if isinstance(device, Printer | FilePrinter | QueuePrinter)]
    pool = Pool([one.name for one, _ in printers])
    labels = config_dir() / "labels"
    return LabelDesk(
        ledger=ledger,
        media=home.media,
        clock=clock,
        bench=settings.bench.id,
        masked=settings.label.masked,
        domestic=load_template(labels / f"{settings.label.template}.toml"),
        international=load_template(labels / f"{settings.label.intl_template}.toml"),
        printer=_label_printer(*printers[0]) if printers else None,
        spares=tuple(_label_printer(*one) for one in printers[1:]),
        pool=pool,
        take=host.take,
        terms=host.bench.rules.terms,
    )


def _label_printer(described: DeviceSettings, device: PrinterDevice) -> LabelPrinter:
    equipped = equipment(described)
    return LabelPrinter(
        name=described.name,
        speaks=equipped.speaks,
        dpi=equipped.dpi,
        language=equipped.language,
        device=device,
        setup=equipped.setup,
    )


def _desk(
    home: Home, settings: Settings, ledger: Ledger, clock: Clock, host: Host, routing: Routing
) -> tuple[BookDesk, QThread]:
    desk = BookDesk(
        DeskSettings(
            url=settings.bench.orderbook,
            bench=settings.bench.id,
            items=settings.packing.item_first,
            routing=routing,
            senders=load_senders(*shop_folders(home, config_dir())),
            gates=load_gates(*shop_folders(home, config_dir())),
            rules_at=rules_of(home, config_dir()),
            place=settings.bench.place,
            relay=lambda: _relay(home, ledger.log_name),
            opened=host.bench.job.order.number if host.bench.job.opened and host.bench.job.order else None,
            owed=lambda book: (*filed(home), *facts_owed(book, home.media, settings.bench.id)),
        ),
        clock,
    )
    thread = QThread(host)
    desk.moveToThread(thread)
    host.asked.connect(desk.perform)
    host.watched.connect(desk.watch)
    host.guarded.connect(desk.guard)
    desk.looked.connect(host.looked)
    host.relay_due.connect(desk.relay)
    host.day_due.connect(desk.look_at_day)
    host.closing.connect(desk.finish)
    desk.said.connect(host.take)
    desk.roster.connect(host.know)
    desk.owed.connect(host.record)
    return desk, thread


def _relay(home: Home, log: str) -> tuple[Relay, Callable[[], None]]:
    reader = open_reader(home.ledger_file)
    return Relay(reader, log=log), reader.close
