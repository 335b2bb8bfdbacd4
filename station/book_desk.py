"""The order book's side of a bench: it may wait on a network, so it lives on a worker and answers by inputs.

Before anything is claimed the ledger's new entries are relayed, so that a parcel sealed here is never claimed again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from station.book_line import BookLine
from station.clock import Clock
from station.desk_settings import DeskSettings, Guarded, Relaying
from station.errors import LedgerForked, Trouble
from station.orders.bench_states import beat
from station.orders.engine import reading
from station.orders.guarding import alarm, changes_of
from station.orders.habits import Habits, habits
from station.orders.help_calls import HelpCall, standing_call
from station.orders.look_alikes import look_alikes
from station.orders.next_order import Turn
from station.orders.orderbook import OrderBook
from station.orders.pool import RunningLow, pooled, running_low
from station.orders.relay_states import tell_fork
from station.orders.scanned_number import ScannedNumber
from station.orders.set_aside import by_bench
from station.packing.effects import AskHolds, ClaimOrder, ReleaseOrder
from station.packing.inputs import NEXT_ORDER, DeviceKind, Found, HoldsReply, LinkReport, OrderReply
from station.packing.model import Order, OrderNo, OrderState
from station.recent_claims import RecentClaims
from station.seal_news import SealNews

NAME = "order book"
POOLED_AGAIN_US = 1_800_000_000
"""How long it is taken for known which services have numbers."""

BEAT_US = 55_000_000
"""Less than the minute in which the day is looked at, so that each look may tell it."""

CALL_SEEN_US = 5_000_000
"""How often the book is asked whether somebody comes; also as often as the wall board is."""

LAST_WORD_US = 6_000_000
"""How long the end of a bench waits for its witness, which looks every five seconds; a later word is taken in at the
next start."""

LAST_LOOK_MS = 250


class BookDesk(QObject):
    """Asks one thing at a time, in order. Trouble with the book is an answer, never an exception.

    ``watch`` asks again quietly for an order that waits for the book, and speaks only when that helps.
    """

    said = Signal(object)
    looked = Signal()  # once for each ``guard``
    relayed = Signal(int)  # entries that wait for the book; -1 when it cannot be reached
    roster = Signal(object)  # badge -> Person, as the book has them now
    owed = Signal(object)  # an ``Owed``, once
    forked = Signal(object)  # LedgerForked: the book knows this bench's log otherwise
    set_aside = Signal(int)  # entries of this bench that are at the book in vain
    called = Signal(object)  # HelpCall of this bench that stands, or None; again when it changes
    alike = Signal(object)  # SKU -> variant, of the order just claimed
    habits = Signal(object)  # Habits, before the day
    day = Signal(int, object, object)  # orders to pack, the next cut-off in microseconds or 0, low number pools

    def __init__(self, settings: DeskSettings, clock: Clock) -> None:
        super().__init__()
        self._settings = settings
        self._clock = clock
        self._line = BookLine(settings.url, self._opened_anew, self._end_relay, clock)
        self._relay: Relaying | None = None
        self._close_relay: Callable[[], None] = lambda: None
        self._up: bool | None = None
        self._tidied = False  # nothing is claimed for this bench but what it has
        self._handed = RecentClaims(() if settings.opened is None else (settings.opened,))
        self._copy: Order | None = None  # of the order claimed or guarded last
        self._pooled: frozenset[str] = frozenset()
        self._pooled_us = -POOLED_AGAIN_US
        self._beaten_us = -BEAT_US
        self._habits: Habits | None = None
        self._call: HelpCall | None = None
        self._call_seen_us = -CALL_SEEN_US
        self._passed_on: set[tuple[int, str, str]] = set()
        self._patience_us = 0
        self._alarmed = False  # the book knows of the fork
        self._news = SealNews(settings.bench)
        self._last_looks = QTimer(self, interval=LAST_LOOK_MS)
        self._last_looks.timeout.connect(self._look_last)

    @Slot(object)
    def perform(self, effect: ClaimOrder | AskHolds | ReleaseOrder) -> None:
        """One effect to its answer."""
        match effect:
            case ClaimOrder():
                self.said.emit(self._claim(effect))
                self._tell_alikes()
            case AskHolds():
                self.said.emit(self._holds(effect))
            case ReleaseOrder():
                self._release(effect)
            case _:
                assert_never(effect)

    @Slot(object)
    def watch(self, effect: AskHolds) -> None:
        """The same question as before; only a better answer is passed on."""
        reply = self._holds(effect)
        if reply.reached and (reply.waybill is not None or not effect.needs_waybill):
            self.said.emit(reply)

    @Slot(object)
    def guard(self, guarded: Guarded) -> None:
        """Whether the open order must stop; silent when all is as it was, and while the book is away."""
        resumed = self._copy is None or self._copy.number != guarded.order.number  # nobody claimed it in this run
        self._copy = guarded.order
        if resumed:
            self._tell_alikes()
        try:
            found = alarm(
                self._open(),
                guarded.order,
                bench=self._settings.bench,
                fence=guarded.fence,
                routing=self._settings.routing,
                now_us=self._clock.now().wall_us,
            )
        except Trouble as trouble:
            found = None  # the relay says that the book is away, and the label asks again
            self._line.failed(trouble)
        if found is not None:
            self.said.emit(found)
        self.looked.emit()

    @Slot()
    def relay(self) -> None:
        """Carry what the ledger has, if the book can be reached; else say so and try at the next call."""
        was_away = self._up is False
        try:
            left = self._carry()
            self._pass_on()
            self._look_at_call()
            self._tend()
        except Trouble as trouble:
            self._report(trouble)
            self._tidied, left = False, -1
        self.relayed.emit(left)
        if was_away and self._up:
            self.look_at_day()

    @Slot()
    def look_at_day(self) -> None:
        """How much is left to pack and until when, and who may pack; silent while the book cannot be reached.

        The book hears that this bench runs, and what people chose here for the screens.
        """
        try:
            self._beat()
            with suppress(Trouble):  # a book that refuses it is no book that is away; it is kept here and told again
                self._settings.choices(self._open())
            place = self._settings.place
            left = self._open().count_by_state(place=place).get(OrderState.READY, 0)
            nearest_us = self._open().next_cut_off(place=place)
            people = self._settings.known(self._open().people())
            low = self._low_pools()
            with reading(self._open().engine) as connection:
                now_us = self._clock.now().wall_us
                aside, _ = by_bench(connection).get(self._settings.bench, (0, None))
                self._habits = habits(connection, self._habits, place=place, now_us=now_us)
        except Trouble as trouble:
            self._report(trouble)
            return
        self.set_aside.emit(aside)
        self.habits.emit(self._habits)
        self.day.emit(left, nearest_us or 0, low)
        self.roster.emit(people)

    @Slot()
    def finish(self) -> None:
        """The last act: what the book can take is carried, a witness's word on it awaited for ``LAST_WORD_US``,
        everything opened here is closed, the thread ends."""
        if self._up is not False:
            self.relay()
        self._patience_us = self._clock.now().mono_us + LAST_WORD_US
        self._last_looks.start()
        self._end_if_said()

    def _look_at_call(self) -> None:
        """Who called for help from here is told that somebody comes."""
        now_us = self._clock.now().mono_us
        if now_us - self._call_seen_us < CALL_SEEN_US:
            return
        self._call_seen_us = now_us
        call = standing_call(self._open(), self._settings.bench)
        if call != self._call:
            self._call = call
            self.called.emit(call)

    def _look_last(self) -> None:
        self._pass_on()
        self._end_if_said()

    def _end_if_said(self) -> None:
        late = self._clock.now().mono_us >= self._patience_us
        if late or self._up is False or not self._settings.awaited():
            self._last_looks.stop()
            self._let_go()
            QThread.currentThread().quit()

    def _beat(self) -> None:
        """Once a minute at most, however many parcels are sealed in it."""
        now_us = self._clock.now().wall_us
        if abs(now_us - self._beaten_us) >= BEAT_US:
            beat(self._open(), self._settings.bench, now_us=now_us)
            self._beaten_us = now_us

    def _low_pools(self) -> tuple[RunningLow, ...]:
        """Which services have numbers at all is read now and then: that alone reads the whole pool."""
        now_us = self._clock.now().wall_us
        with reading(self._open().engine) as connection:
            if abs(now_us - self._pooled_us) >= POOLED_AGAIN_US:
                self._pooled, self._pooled_us = pooled(connection), now_us
            return running_low(connection, self._settings.routing.services.values(), self._pooled)

    def _open(self) -> OrderBook:
        return self._line.open()

    def _opened_anew(self) -> OrderBook:
        settings = self._settings
        return OrderBook.open(settings.url, senders=settings.senders, gates=settings.gates, rules_at=settings.rules_at)

    def _let_go(self) -> None:
        self._line.close()

    def _end_relay(self) -> None:
        self._close_relay()
        self._relay, self._close_relay = None, lambda: None

    def _carry(self) -> int:
        book = self._open()
        if self._relay is None:
            self._relay, self._close_relay = self._settings.relay()
        left = self._relay(book)
        self._tidy(book)
        self._report(None)
        return left

    def _tidy(self, book: OrderBook) -> None:
        """Before the first claim, and after each trouble: what power or a lost answer left claimed goes back."""
        if self._tidied:
            return
        handed = tuple(self._handed)  # the one asked for last need not be the one that the bench took
        if self._settings.wave is None:
            book.release_others(bench=self._settings.bench, kept=handed)
        else:
            self._settings.wave.tidy(book, handed=handed, now_us=self._clock.now().wall_us)
        self._tidied = True

    @property
    def _last(self) -> OrderNo | None:
        return None if self._copy is None else self._copy.number

    def _tend(self) -> None:
        """What the book refused is told; what is claimed ahead is looked after."""
        now = self._clock.now()
        for refused in self._news.due(self._open(), mono_us=now.mono_us):
            self.said.emit(refused)
        if self._settings.wave is not None:
            self._settings.wave.tend(self._open(), last=self._last, now_us=now.wall_us)
        self._settings.goods(self._open(), now.mono_us)

    def _pass_on(self) -> None:
        """Each entry once in this run: what the bench has not written by the next call is on its way to it."""
        try:
            found = tuple(self._settings.owed(self._open()))
        except LedgerForked as forked:
            self._alarm(forked)
            return
        except Trouble:
            return  # a file that cannot be stored now is stored later; a book that is gone, the relay tells
        for owed in found:
            if owed.key not in self._passed_on:
                self.owed.emit(owed)
        self._passed_on = {owed.key for owed in found}

    def _claim(self, effect: ClaimOrder) -> OrderReply:
        try:
            self._carry()
            reply = self._claimed(self._open(), effect)
        except Trouble as trouble:
            self._report(trouble)
            self._tidied = False
            return OrderReply(code=effect.code, found=Found.UNREACHABLE)
        if reply.found is Found.CLAIMED and reply.order is not None:
            if not self._out_of_wave(reply.order.number):
                return OrderReply(code=effect.code, found=Found.UNREACHABLE)
            self._handed.add(reply.order.number, reply.fence)
        self._copy = reply.order
        return reply

    def _out_of_wave(self, order: OrderNo) -> bool:
        return self._settings.wave is None or self._settings.wave.handed_out(order)

    def _claimed(self, book: OrderBook, effect: ClaimOrder) -> OrderReply:
        own, now_us = self._settings, self._clock.now().wall_us
        if effect.code == NEXT_ORDER:
            turn = Turn(place=own.place, last=self._last, window_us=own.window_us)
            return book.claim_next(turn, bench=own.bench, now_us=now_us, routing=own.routing)
        return book.claim(
            effect.code, bench=own.bench, now_us=now_us, routing=own.routing, items=own.items, gtin=effect.gtin,
            place=own.place,
        )  # fmt: skip

    def _tell_alikes(self) -> None:
        if self._copy is not None:
            with suppress(Trouble), reading(self._open().engine) as connection:
                self.alike.emit(look_alikes(connection, self._copy.lines))

    def _holds(self, effect: AskHolds) -> HoldsReply:
        try:
            if effect.void is not None:
                self._carry()  # the old number is out of use before another one is drawn
            reply = self._open().holds(
                effect.order,
                bench=self._settings.bench,
                fence=effect.fence,
                needs_waybill=effect.needs_waybill,
                service=effect.service,
                now_us=self._clock.now().wall_us,
                scanned=self._scanned(effect),
            )
            reply = self._with_changes(reply)
        except Trouble as trouble:
            self._report(trouble)
            return unanswered(effect.order)
        return reply  # the relay says that the book is back: one that is full or only read answers this, too

    def _scanned(self, effect: AskHolds) -> ScannedNumber | None:
        """The number that was scanned for the order, with the service that it must be one of."""
        service = self._settings.routing.services.get(effect.service) if effect.service is not None else None
        if effect.number is None or service is None:
            return None
        return ScannedNumber(number=effect.number, service=service)

    def _with_changes(self, reply: HoldsReply) -> HoldsReply:
        """An order that was changed is told with both versions."""
        copy = self._copy
        if copy is None or copy.number != reply.order or copy.revision == reply.revision:
            return reply
        return replace(reply, changes=changes_of(self._open(), copy, self._settings.routing))

    def _release(self, effect: ReleaseOrder) -> None:
        """What does not arrive now goes back with the next tidying."""
        self._handed.drop(effect.order, effect.fence)
        if self._settings.wave is not None:
            self._settings.wave.gave_back(effect.order, effect.fence)
        try:
            self._carry()  # what was put aside is known to the next bench before it can take the order
            self._open().release(effect.order, bench=self._settings.bench, fence=effect.fence, why=effect.why)
        except Trouble as trouble:
            self._report(trouble)
            self._tidied = False

    def _report(self, trouble: Trouble | None) -> None:
        """Say once that the book went or came back; a fork is said whenever it is met, for no seal may follow it."""
        up = trouble is None
        if trouble is not None:
            self._line.failed(trouble)
        if isinstance(trouble, LedgerForked):
            self._alarm(trouble)
        if up is self._up or (up and self._up is None):
            self._up = up
            return
        self._up = up
        self.said.emit(
            LinkReport(device=NAME, kind=DeviceKind.ORDER_BOOK, up=up, word="" if trouble is None else trouble.what)
        )

    def _alarm(self, forked: LedgerForked) -> None:
        """To the packer whenever it is met; to whoever looks after all benches once, if the book can be reached."""
        self.forked.emit(forked)
        if not self._alarmed:
            with suppress(Trouble):
                now_us = self._clock.now().wall_us
                tell_fork(self._open(), self._settings.bench, self._settings.epoch, forked.what, now_us=now_us)
                self._alarmed = True


def unanswered(order: OrderNo) -> HoldsReply:
    """What the bench is told when the book did not answer in time."""
    return HoldsReply(order=order, reached=False)
