"""The order book as the rest of the program sees it: which orders exist, who may pack them, what a code means.

Each method is one transaction. What a transaction does stands in the file of its topic; no SQL here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from station.errors import Trouble
from station.orders import claims, deadlines, finding, gating, holding, numbers, order_copy, people, weights
from station.orders.code_meant import order_meant
from station.orders.deadlines import Haste
from station.orders.engine import connect, importing, make_ready, reading, writing
from station.orders.finding import OrderRow
from station.orders.gating import Gates
from station.orders.next_order import TRIES_MAX, Turn, next_order
from station.orders.numbers import NumberFault, PoolCount
from station.orders.recognition import Recogniser
from station.orders.scanned_number import ScannedNumber
from station.orders.shops import sender_key
from station.packing.deadlines import NO_RULES, DeadlineRules
from station.packing.inputs import NEXT_ORDER, Found, HoldsReply, Known, OrderReply
from station.packing.model import HoldReason, Order, OrderNo, OrderState, Recipient, ServiceId
from station.packing.routing import Routing, Service
from station.packing.rules import Person

if TYPE_CHECKING:
    from sqlalchemy import Engine

NOBODY = Recipient()
RulesAt: TypeAlias = Callable[[int], DeadlineRules]
"""From microseconds UTC; called only where a deadline is written, because reading them takes a while."""


class OrderBook:
    """``claim``, ``holds`` and ``release`` may wait on a network: call them from a worker with a deadline."""

    def __init__(self, engine: Engine, senders: Mapping[str, Recipient], gates: Gates, rules_at: RulesAt) -> None:
        self.engine = engine
        self.gates = gates
        self.rules_at = rules_at
        self._senders = senders
        self._recogniser = Recogniser(engine)

    @classmethod
    def open(
        cls,
        url: str,
        *,
        create: bool = True,
        senders: Mapping[str, Recipient] | None = None,
        gates: Gates | None = None,
        rules_at: RulesAt = lambda _now_us: NO_RULES,
    ) -> OrderBook:
        """The book at ``url``, made when it is empty and ``create`` says so; ``senders`` by shop and place.

        ``gates`` are what each shop asks of its orders: without them nothing is asked. ``rules_at`` gives the deadline
        rules that hold at a time.

        Raises:
            BookUnreachable: no answer, locked, damaged.
            SchemaTrouble: it was made by another version of the program.
        """
        engine = connect(url)
        try:
            make_ready(engine, create=create)
        except Trouble:
            engine.dispose()
            raise
        return cls(engine, senders or {}, gates or {}, rules_at)

    def close(self) -> None:
        self._recogniser.close()
        self.engine.dispose()

    def claim(
        self,
        code: str,
        *,
        bench: str,
        now_us: int,
        routing: Routing,
        items: bool = False,
        gtin: str | None = None,
        place: str = "",
    ) -> OrderReply:
        """The order that a number, a tote or a waybill names, claimed for ``bench`` with all that packing needs.

        With ``items`` an item names the most urgent order of just that one unit, of those that ``place`` ships.
        """
        with writing(self.engine) as connection:
            meant = order_meant(connection, code, bench=bench)
            if meant is None and items:
                return claims.claim_item(  # of the bench's own place, so there is no other to name
                    connection, code, gtin, place=place, bench=bench, now_us=now_us, routing=routing,
                    sender_of=self._sender,
                )  # fmt: skip
            reply = claims.claim(
                connection, code, meant, bench=bench, now_us=now_us, routing=routing, sender_of=self._sender,
                place=place,
            )  # fmt: skip
        return replace(reply, place=self._place_name(reply.place))

    def claim_next(self, turn: Turn, *, bench: str, now_us: int, routing: Routing) -> OrderReply:
        """The most urgent order that waits, claimed as ``claim`` does; ``NONE_READY`` when there is none."""
        tried: list[str] = []
        with writing(self.engine) as connection:
            while len(tried) < TRIES_MAX:
                found = next_order(connection, turn, now_us=now_us, tried=tried)
                if found is None:
                    break
                reply = claims.claim(
                    connection,
                    NEXT_ORDER,
                    found,
                    bench=bench,
                    now_us=now_us,
                    routing=routing,
                    sender_of=self._sender,
                    place=turn.place,
                )
                if reply.found is Found.CLAIMED:
                    return reply
                tried.append(found.number)
        return OrderReply(code=NEXT_ORDER, found=Found.NONE_READY)

    def _place_name(self, place_id: str) -> str:
        """What people call a place; the word itself where no shop's file has it."""
        known = (gates.place(place_id) for gates in self.gates.values())
        return next((place.name for place in known if place is not None), place_id)

    def release(self, order_no: str, *, bench: str, fence: int, why: str) -> bool:
        """Give a claimed order back; False when the claim no longer stood. ``why`` is kept in the ledger, not here."""
        del why
        with writing(self.engine) as connection:
            return claims.release(connection, order_no, bench=bench, fence=fence)

    def release_others(self, *, bench: str, kept: Collection[tuple[str, int]]) -> None:
        """Give back all that was claimed for ``bench`` and that it has not."""
        with writing(self.engine) as connection:
            claims.release_others(connection, bench=bench, kept=kept)

    def holds(
        self,
        order_no: str,
        *,
        bench: str,
        fence: int,
        needs_waybill: bool,
        service: ServiceId | None,
        now_us: int,
        scanned: ScannedNumber | None = None,
    ) -> HoldsReply:
        """What holds the order at this moment; ``HoldsReply.fence`` is 0 when another bench has it.

        A number ``scanned`` for the order becomes its own, or the reply says why it cannot.
        """
        del fence  # the bench compares: the reply carries the one that stands
        with writing(self.engine) as connection:
            return claims.holds_now(
                connection,
                order_no,
                bench=bench,
                needs_waybill=needs_waybill,
                service=service,
                now_us=now_us,
                scanned=scanned,
            )

    def recognise(self, code: str) -> Known | None:
        """What a code is beyond the open order; fast enough for every scan."""
        return self._recogniser.recognise(code)

    def serial_order(self, sku: str, serial: str) -> OrderNo | None:
        """The order that took the piece of that serial number; None when no box holds it."""
        return self._recogniser.serial_order(sku, serial)

    def order_copy(self, number: str, *, now_us: int = 0) -> Order | None:
        """An order as a bench would see it, without claiming it."""
        with reading(self.engine) as connection:
            copy = order_copy.order_copy(connection, number, now_us=now_us)
            return None if copy is None else replace(copy, sender=self._sender(copy.shop, copy.ship_from))

    def _sender(self, shop: str, ship_from: str) -> Recipient:
        return self._senders.get(sender_key(shop, ship_from), self._senders.get(shop, NOBODY))

    def search(self, text: str = "", *, state: OrderState | None = None, limit: int = 200) -> Sequence[OrderRow]:
        with reading(self.engine) as connection:
            return finding.search(connection, text, state=state, limit=limit)

    def queue(self, *, limit: int = 50, place: str = "") -> Sequence[OrderRow]:
        """The ready orders to pack next, the nearest deadline first; with a ``place``, those that it ships."""
        with reading(self.engine) as connection:
            return finding.queue(connection, limit=limit, place=place)

    def count_by_state(self, *, place: str = "") -> dict[OrderState, int]:
        """All orders; with a ``place``, those that it ships."""
        with reading(self.engine) as connection:
            return finding.count_by_state(connection, place=place)

    def next_cut_off(self, *, place: str = "") -> int | None:
        """The nearest deadline of the ready orders, which an expedited order does not hide."""
        with reading(self.engine) as connection:
            return finding.next_cut_off(connection, place=place)

    def haste(self, number: str, rules: DeadlineRules) -> Haste | None:
        """Why an order is due when it is, and who changed that; None when there is no such order."""
        with reading(self.engine) as connection:
            return deadlines.haste_of(connection, number, rules)

    def expedite(self, number: str, *, undo: bool = False, now_us: int, who: str = "", reason: str = "") -> None:
        """Put an order before all others, or back in its turn.

        Raises:
            Trouble: there is no such order, it is past packing, or it is so already.
        """
        with writing(self.engine) as connection:
            deadlines.expedite(connection, number, undo=undo, now_us=now_us, who=who, reason=reason)

    def agree(
        self, number: str, rules: DeadlineRules, *, until_us: int | None, now_us: int, who: str = "", reason: str = ""
    ) -> None:
        """A time agreed with the buyer goes before file and rules; None takes the agreement back.

        Raises:
            Trouble: there is no such order, it is past packing, nothing was agreed, or the time has passed.
        """
        with writing(self.engine) as connection:
            deadlines.agree(connection, number, rules, until_us=until_us, now_us=now_us, who=who, reason=reason)

    def tell_buyer(self, number: str, *, now_us: int, who: str = "", reason: str = "") -> None:
        """The buyer was told of the time agreed last (C5).

        Raises:
            Trouble: there is no such order, or nothing is agreed for it.
        """
        with writing(self.engine) as connection:
            deadlines.tell_buyer(connection, number, now_us=now_us, who=who, reason=reason)

    def settle_gates(self, *, now_us: int) -> int:
        """What the shops ask of all open orders, worked out anew; for how many that changed something."""
        with importing(self.engine) as connection:
            return gating.settle_all(connection, self.gates, now_us=now_us)

    def reckon(self, rules: DeadlineRules) -> tuple[int, int]:
        """All open orders' deadlines anew, after rules or calendar changed: how many there are, how many moved."""
        with importing(self.engine) as connection:
            return deadlines.reckon(connection, rules)

    def hold(self, number: str, reason: HoldReason, *, now_us: int, detail: str = "", who: str = "") -> bool:
        """Hold an order by a person's word; False when there is no such order."""
        with writing(self.engine) as connection:
            if not order_copy.exists(connection, number):
                return False
            holding.put_hold(connection, number, reason, origin=holding.PERSON, now_us=now_us, detail=detail)
            held = holding.HoldAct.HELD
            holding.record(connection, number, held, now_us=now_us, who=who, reason=reason, note=detail)
            holding.settle_state(connection, number)
            return True

    def release_hold(self, number: str, *, now_us: int, who: str = "") -> tuple[HoldReason, ...]:
        """Lift the holds a person may lift; ``who`` did it is kept.

        Raises:
            Trouble: nothing holds it, or what does is lifted otherwise.
        """
        with writing(self.engine) as connection:
            return holding.release_holds(connection, number, now_us=now_us, who=who)

    def people(self) -> dict[str, Person]:
        """Badge code to person, for ``Rules.roster``."""
        with reading(self.engine) as connection:
            return people.roster(connection)

    def add_person(self, badge: str, *, name: str, supervisor: bool = False) -> Person:
        with writing(self.engine) as connection:
            return people.add_person(connection, badge, name=name, supervisor=supervisor)

    def add_numbers(
        self, lines: Iterable[str], service: Service, *, now_us: int
    ) -> tuple[int, tuple[NumberFault, ...]]:
        with writing(self.engine) as connection:
            return numbers.add_numbers(connection, lines, service, now_us=now_us)

    def number_pool(self) -> Sequence[PoolCount]:
        with reading(self.engine) as connection:
            return numbers.pool(connection)

    def learn_weight(self, sku: str, weight_mg: int) -> None:
        """One more sealed parcel says what a piece weighs; a weight given in a product file always wins."""
        with writing(self.engine) as connection:
            weights.learn_weight(connection, sku, weight_mg)
