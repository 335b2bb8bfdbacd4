"""The order book's side of the wall board, on a thread of its own: it may wait on a network. It only reads.

Benches and calls are read at every look; what adds up, paces and cut-offs, now and then. Trouble is a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, Slot

from station.book_line import file_at
from station.carrying import carry
from station.clock import Clock
from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.orders.bench_states import BenchNow, benches_now
from station.orders.figure_names import Doing
from station.orders.figuring import catch_up
from station.orders.help_calls import HelpCall
from station.orders.opening import KeptBook, shop_of
from station.orders.orderbook import OrderBook
from station.orders.routes import Carrier, load_carriers, load_routing
from station.packing.cut_offs import CutOff
from station.packing.inputs import DeviceKind
from station.packing.routing import Routing
from station.reports.cut_off_forecast import cut_off_forecast
from station.reports.deadline_risk import PACE_WINDOW_US
from station.reports.figure_rules import load_figure_rules
from station.reports.throughput import By, Figures, throughput
from station.settings import Settings, config_dir
from station.ui import board_words as said
from station.ui.board_screen import Bench, Call, CutOffNow, Fault, Truth, carrier_named
from station.ui.device_names import NAMES
from station.ui.device_words import device_view
from station.ui.relay_words import alarming
from station.ui.surroundings import DeviceState

FIGURES_US = 30_000_000
"""How often paces, cut-offs and the day are added up anew."""

FORGOTTEN_US = 86_400_000_000
"""A bench unheard of for a day is not on the board any more, unless it calls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRules:
    """What the house's files say; read once, when the board starts. ``names``: people by name, not by pseudonym."""

    title: str
    routing: Routing
    carriers: tuple[Carrier, ...]
    slack_us: int
    names: bool = False


def load_board_rules(home: Home, settings: Settings, *, names: bool = False) -> BoardRules:
    """Raises:
    SettingsTrouble: a file cannot be read.
    """
    config, bench = config_dir(), settings.bench
    places = shop_of(home, config, bench.shop).places if bench.place else ()
    return BoardRules(
        title=next((place.name for place in places if place.id == bench.place), ""),
        routing=load_routing(config, home.root),
        carriers=load_carriers(config, home.root),
        slack_us=load_figure_rules(home, config).slack_minutes * 60_000_000,
        names=names,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sums:
    """What adds up, as it was at ``at_us``."""

    at_us: int
    paces: Mapping[str, Figures] = field(default_factory=dict)
    cut_offs: tuple[CutOffNow, ...] | None = ()
    why: str = ""
    day: Figures | None = None
    names: Mapping[str, str] = field(default_factory=dict)


class BoardDesk(QObject):
    """``told`` brings a ``Truth``; ``gone`` says why the book could not be read. Each look answers once."""

    told = Signal(object)
    gone = Signal(str)

    def __init__(self, home: Home, settings: Settings, rules: BoardRules, clock: Clock) -> None:
        super().__init__()
        self._home = home
        self._address = settings.bench.orderbook
        self._rules = rules
        self._clock = clock
        self._kept = KeptBook(home, self._address)
        self._file: tuple[int, int] | None = None
        self._counted = False
        self._sums: _Sums | None = None

    @Slot()
    def look(self) -> None:
        try:
            truth = self._truth(self._book())
        except Trouble as trouble:
            self._kept.close()
            self.gone.emit(trouble.sentence())
            return
        self.told.emit(truth)

    @Slot()
    def finish(self) -> None:
        self._kept.close()

    def _book(self) -> OrderBook:
        """At its address now: a file that was moved away could still be read, and would never change."""
        found = file_at(self._address)
        if self._file is not None and found != self._file:
            self._kept.close()
            if found is None:
                raise BookUnreachable("the order book's file is gone", where=self._address, remedy="Put it back.")
        book = self._kept.open()
        self._file = file_at(self._address)
        if not self._counted:
            carry(self._home, book)
            catch_up(book.engine)
            self._counted = True
        return book

    def _truth(self, book: OrderBook) -> Truth:
        now_us = self._clock.now().wall_us
        if self._sums is None or abs(now_us - self._sums.at_us) >= FIGURES_US:
            self._sums = self._add_up(book, now_us)
        sums = self._sums
        day = sums.day
        return Truth(
            at_us=now_us,
            benches=tuple(bench_of(each, sums.paces, sums.names, now_us) for each in shown(benches_now(book), now_us)),
            cut_offs=sums.cut_offs,
            why_no_cut_offs=sums.why,
            sealed=0 if day is None else day.parcels,
            clean_percent=None if day is None else percent(day),
        )

    def _add_up(self, book: OrderBook, now_us: int) -> _Sums:
        lately = throughput(book, from_us=now_us - PACE_WINDOW_US, to_us=now_us, by=By.BENCH)
        cut_offs, why = self._cut_offs(book, now_us)
        people = book.people() if self._rules.names else {}
        return _Sums(
            at_us=now_us,
            paces=dict(lately.rows),
            cut_offs=cut_offs,
            why=why,
            day=throughput(book, from_us=midnight_us(now_us), to_us=now_us, by=By.BENCH).total,
            names={person.pseudonym: person.name for person in people.values()},
        )

    def _cut_offs(self, book: OrderBook, now_us: int) -> tuple[tuple[CutOffNow, ...] | None, str]:
        """A queue that cannot be reckoned keeps nobody's call from the board."""
        rules = self._rules
        carrier_of = {str(service): each.id for each in rules.carriers for service in each.services}
        try:
            forecast = cut_off_forecast(
                book, now_us=now_us, routing=rules.routing, carrier_of=carrier_of, slack_us=rules.slack_us
            )
        except BookUnreachable:
            raise
        except Trouble as trouble:
            return None, trouble.sentence()
        named = {each.id: each for each in rules.carriers}
        return tuple(cut_off_of(row, named) for row in forecast.rows), ""


def shown(benches: Iterable[BenchNow], now_us: int) -> tuple[BenchNow, ...]:
    def heard_us(bench: BenchNow) -> int:
        return max(bench.seen_us or 0, bench.told_us)

    return tuple(each for each in benches if each.call is not None or now_us - heard_us(each) < FORGOTTEN_US)


def bench_of(now: BenchNow, paces: Mapping[str, Figures], names: Mapping[str, str], now_us: int) -> Bench:
    """The speed comes with what went right at once, or not at all (requirement E16)."""
    figures = paces.get(now.bench)
    per_hour = None if figures is None or not figures.parcels else figures.per_hour(figures.parcels)
    call = now.call
    return Bench(
        bench=now.bench,
        packer=names.get(now.packer, now.packer),
        doing=now.doing,
        reason=now.reason,
        since_us=now.since_us,
        open=now.order_no is not None,
        silent_us=max(now.seen_us or 0, now.told_us) if now.silent(now_us) else None,
        fault=None if now.doing is Doing.SIGNED_OUT else fault_of(now),
        call=None if call is None else call_of(call, names),
        per_hour=None if per_hour is None else round(per_hour),
        clean_percent=None if per_hour is None or figures is None else percent(figures),
    )


def call_of(call: HelpCall, names: Mapping[str, str]) -> Call:
    taken_by = None if call.taken_us is None else names.get(call.taken_by, call.taken_by)
    return Call(raised_us=call.raised_us, taken_by=taken_by)


def fault_of(now: BenchNow) -> Fault | None:
    """What its record lacks at the order book for good; else the device that has been lost longest. The order book
    itself is none, for a bench packs on without it.
    """
    if (word := alarming(aside=now.relay.aside, forked=bool(now.relay.forked))) is not None:
        since_us = now.relay.forked_us or now.relay.aside_us or now.told_us
        return Fault(what=said.DEVICE.filled(device=NAMES[DeviceKind.ORDER_BOOK], word=word), since_us=since_us)
    for device in sorted(now.devices, key=lambda each: each.since_us):
        if device.kind not in set(DeviceKind) or device.kind == DeviceKind.ORDER_BOOK:
            continue
        kind = DeviceKind(device.kind)
        view = device_view(kind, up=device.up, word=device.word)
        if view.state in (DeviceState.ATTENTION, DeviceState.STOP):
            what = said.FAULTS.get(device.word) or said.LOST.filled(device=NAMES[kind])  # what to do the bench says
            return Fault(what=what, since_us=device.since_us)
    return None


def cut_off_of(row: CutOff, carriers: Mapping[str, Carrier]) -> CutOffNow:
    carrier = carriers.get(row.carrier)
    zh, en = (carrier.zh, carrier.en) if carrier else (row.carrier, row.carrier)
    return CutOffNow(
        carrier=carrier_named(zh, en),
        due_us=row.due_us,
        left=row.left,
        done_us=row.done_us,
        act=row.mend.act,
        benches=row.mend.benches,
        pace=0 if row.mend.pace is None else -int(-row.mend.pace // 1),
    )


def percent(figures: Figures) -> int | None:
    """Rounded down: 100 only where all of them went right at once."""
    return None if figures.clean_share is None else int(figures.clean_share * 100)


def midnight_us(now_us: int) -> int:
    """When this machine's day began."""
    local = datetime.fromtimestamp(now_us / 1_000_000, UTC).astimezone()
    return int(local.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()) * 1_000_000
