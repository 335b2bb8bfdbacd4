"""Calls for help from the benches: raised, taken, ended, each with its time and person; for the wall board.

A public function is one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, update

from station.errors import Trouble
from station.orders.engine import reading, writing
from station.orders.figure_tables import help_calls
from station.orders.orderbook import OrderBook

LISTED_MAX = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCall:
    """``taken_us`` is when somebody said they were coming; a call ends by somebody's word only."""

    id: int
    bench: str
    packer: str
    order_no: str | None
    raised_us: int
    taken_us: int | None
    taken_by: str
    ended_us: int | None
    ended_by: str

    def running_us(self, now_us: int) -> int:
        """How long it has been waiting, or did; a clock that was set back gives nothing."""
        return max(0, (now_us if self.ended_us is None else self.ended_us) - self.raised_us)


def open_calls(connection: Connection) -> tuple[HelpCall, ...]:
    """Those that nobody has ended, the oldest first."""
    return _listed(connection, help_calls.c.ended_us.is_(None))


def calls_between(book: OrderBook, *, from_us: int, to_us: int) -> tuple[HelpCall, ...]:
    """Raised in that time; at most ``LISTED_MAX``, the oldest first."""
    with reading(book.engine) as connection:
        return _listed(connection, help_calls.c.raised_us >= from_us, help_calls.c.raised_us < to_us)


def calls_open(book: OrderBook) -> tuple[HelpCall, ...]:
    with reading(book.engine) as connection:
        return open_calls(connection)


def standing_call(book: OrderBook, bench: str) -> HelpCall | None:
    """The bench's own call that nobody has ended."""
    with reading(book.engine) as connection:
        found = _listed(connection, help_calls.c.bench == bench, help_calls.c.ended_us.is_(None))
    return found[0] if found else None


def take_call(book: OrderBook, call: int, *, who: str, now_us: int) -> HelpCall:
    """Somebody is on the way.

    Raises:
        Trouble: there is no such call, or it is taken or ended.
    """
    with writing(book.engine) as connection:
        found = _open_one(connection, call)
        if found.taken_us is not None:
            raise Trouble(f"call {call} was taken by {found.taken_by}", remedy="Look with: sealbench calls.")
        return _changed(connection, call, taken_us=now_us, taken_by=who)


def end_call(book: OrderBook, call: int, *, who: str, now_us: int) -> HelpCall:
    """It is mended; who ends a call that nobody took has taken it, too.

    Raises:
        Trouble: there is no such call, or it was ended.
    """
    with writing(book.engine) as connection:
        found = _open_one(connection, call)
        taken = {} if found.taken_us is not None else {"taken_us": now_us, "taken_by": who}
        return _changed(connection, call, ended_us=now_us, ended_by=who, **taken)


def _open_one(connection: Connection, call: int) -> HelpCall:
    row = connection.execute(select(help_calls).where(help_calls.c.id == call).with_for_update()).first()
    if row is None:
        raise Trouble(f"there is no call {call}", remedy="Look with: sealbench calls.")
    found = _call(row)
    if found.ended_us is not None:
        raise Trouble(f"call {call} was ended by {found.ended_by}", remedy="Look with: sealbench calls.")
    return found


def _changed(connection: Connection, call: int, **values: object) -> HelpCall:
    changed = update(help_calls).where(help_calls.c.id == call).values(values).returning(help_calls)
    return _call(connection.execute(changed).one())


def _listed(connection: Connection, *wanted: ColumnElement[bool]) -> tuple[HelpCall, ...]:
    found = select(help_calls).where(*wanted).order_by(help_calls.c.raised_us, help_calls.c.id).limit(LISTED_MAX)
    return tuple(_call(row) for row in connection.execute(found))


def _call(row: Row[Any]) -> HelpCall:
    return HelpCall(**{column.name: getattr(row, column.name) for column in help_calls.c})
