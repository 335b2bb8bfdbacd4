"""The office of the simulated hall: a supervisor who takes over, holds, cancels; as the verbs do it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from random import Random

from sqlalchemy import update

from station.errors import Trouble
from station.orders import cancelling
from station.orders.cancelling import CancelAnswer, Fault
from station.orders.engine import reading, writing
from station.orders.leasing import claimed
from station.orders.numbers import NumberState
from station.orders.orderbook import OrderBook
from station.orders.tables import waybill_numbers
from station.orders.taking_over import take_over
from station.packing.model import HoldReason, OrderState
from tests.orders.conftest import YTO

WHO = "S1"


@dataclass(slots=True)
class Office:
    book: OrderBook
    rng: Random
    taken_over: int = 0

    def act(self, now_us: int) -> str:
        """One decision of a busy morning; what cannot be done now is refused, and changes nothing."""
        rows = self.book.search()
        number = str(self.rng.choice(rows).number)
        match self.rng.randrange(8):
            case 0:
                self.book.hold(number, HoldReason.BY_SUPERVISOR, now_us=now_us, who=WHO)
                return f"hold {number}"
            case 1:
                self.release(now_us)
                return "holds released"
            case 2:
                self.cancel(number, now_us)
                return f"cancel {number}"
            case _:
                return self.take_over(now_us)

    def take_over(self, now_us: int) -> str:
        """Of whichever bench; now and then although it is at work."""
        with reading(self.book.engine) as connection:
            found = claimed(connection)
        if not found:
            return "nothing to take over"
        one = self.rng.choice(found)
        with suppress(Trouble):
            at_once = self.rng.random() < 0.6
            take_over(self.book, one.order, who=WHO, reason="broken", now_us=now_us, at_once=at_once)
            self.taken_over += 1
            return f"take over {one.order} from {one.bench}"
        return f"{one.bench} is at work"

    def cancel(self, number: str, now_us: int) -> None:
        with suppress(Trouble):
            cancelling.ask(self.book, number, fault=Fault.BUYER, reason="changed my mind", who=WHO, now_us=now_us)
            cancelling.reply(self.book, number, CancelAnswer.AGREED, who=WHO, now_us=now_us)

    def release(self, now_us: int) -> None:
        for row in self.book.search():
            with suppress(Trouble):
                self.book.release_hold(row.number, now_us=now_us, who=WHO)

    def use_up_the_pool(self, now_us: int) -> None:
        """Another house prints all the numbers that are left: from now on a bench has what it reserved."""
        free = update(waybill_numbers).where(waybill_numbers.c.state == NumberState.FREE)
        with writing(self.book.engine) as connection:
            connection.execute(free.values(state=NumberState.VOID, changed_us=now_us))

    def buy_numbers(self, now_us: int) -> None:
        self.book.add_numbers([f"YT{number:013d}" for number in range(1_001, 1_101)], YTO, now_us=now_us)

    def left(self) -> tuple[str, ...]:
        """The orders on the pile: not packed, not cancelled."""
        over = (OrderState.SEALED, OrderState.CANCELLED)
        return tuple(str(row.number) for row in self.book.search() if row.state not in over)
