"""The order book's side of a bench, wired: desk, bell and wave. Nothing is decided here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QThread

from station import roster
from station.anchoring import Witnessing
from station.bell_desk import BellDesk
from station.book_desk import BookDesk
from station.carrying import relaying
from station.choice_sharing import ChoiceSharing
from station.clock import Clock
from station.desk_settings import DeskSettings
from station.goods_copy import GoodsCopying, in_file
from station.handing import Shelf, facts_owed
from station.home import Home
from station.host import Host
from station.orders.opening import rules_of, shop_folders
from station.orders.orderbook import OrderBook
from station.orders.shops import load_gates, load_senders
from station.owed_files import filed
from station.packing.routing import Routing
from station.recent_claims import claim_of
from station.settings import Settings, config_dir
from station.wave import Wave
from station.wave_keeping import WaveKeeping, WaveSettings


def book_side(
    home: Home, settings: Settings, clock: Clock, host: Host, routing: Routing, witnessing: Witnessing, *, log: str
) -> tuple[BookDesk, QThread, BellDesk]:
    """The desk in a thread of its own, and the bell that rings it."""
    shelf = Shelf(home.media)
    keeping = _wave(home, settings, clock, host, routing, log)
    desk = BookDesk(
        DeskSettings(
            url=settings.bench.orderbook,
            bench=settings.bench.id,
            epoch=int(log.rsplit("/", 1)[1]),
            items=settings.packing.item_first,
            routing=routing,
            senders=load_senders(*shop_folders(home, config_dir())),
            gates=load_gates(*shop_folders(home, config_dir())),
            rules_at=rules_of(home, config_dir()),
            place=settings.bench.place,
            relay=lambda: relaying(home, clock),
            known=partial(roster.learnt, home, settings.bench.orderbook),
            choices=ChoiceSharing(home),
            goods=_no_copy if in_file(settings.bench.orderbook) else GoodsCopying(home.goods_file),
            opened=claim_of(host.bench.job),
            owed=lambda book: (*filed(home), *facts_owed(book, shelf, settings.bench.id), *witnessing(book)),
            awaited=lambda: witnessing.asked,
            wave=keeping,
            window_us=settings.packing.affinity_s * 1_000_000,
        ),
        clock,
    )
    thread = QThread(host)
    desk.moveToThread(thread)
    host.asked.connect(desk.perform)
    host.watched.connect(desk.watch)
    host.guarded.connect(desk.guard)
    desk.looked.connect(host.looked)
    desk.forked.connect(host.distrust)
    host.relay_due.connect(desk.relay)
    host.day_due.connect(desk.look_at_day)
    host.closing.connect(desk.finish)
    desk.said.connect(host.take)
    desk.roster.connect(host.know)
    desk.owed.connect(host.record)
    bell = BellDesk(settings.bench.orderbook, settings.bench.id, host)
    bell.rung.connect(host.ring, Qt.ConnectionType.QueuedConnection)
    host.closing.connect(bell.finish)
    return desk, thread, bell


def _no_copy(_book: OrderBook, _mono_us: int) -> None:
    """A book in a file here is asked itself."""


def _wave(home: Home, settings: Settings, clock: Clock, host: Host, routing: Routing, log: str) -> WaveKeeping:
    """The host takes out of it, the desk puts in; also where none is kept, for what an earlier run may have left."""
    packing = settings.packing
    window_us = packing.affinity_s * 1_000_000
    wave = Wave(home.wave_file, log, items=packing.item_first, window_us=window_us, now_us=lambda: clock.now().wall_us)
    host.wave = wave
    return WaveKeeping(
        wave,
        WaveSettings(
            bench=settings.bench.id,
            routing=routing,
            place=settings.bench.place,
            orders=packing.wave_orders,
            numbers=packing.reserved_numbers,
            window_us=window_us,
        ),
    )
