"""Entries that are in the book and whose meaning could not be carried out: set aside, counted, tried again. Never lost.

What follows of the same order waits behind, for an order's entries mean something only one after the other; other
orders go on. Whoever calls has the transaction, but for ``standing``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, select, update

from station.errors import Trouble
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.relay_tables import set_aside
from station.orders.tables import events

LISTED_MAX: Final = 1_000
WHY_MAX: Final = 200

_GIVEN_UP: Final = "given up by "
"""Begins the ``why`` of what is never tried again; what was carried out has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """``after_seq`` names the entry of the same order that it waits for; None where this one failed."""

    bench: str
    epoch: int
    seq: int
    kind: str
    order_no: str | None
    after_seq: int | None
    why: str
    since_us: int
    tried_us: int | None

    @property
    def name(self) -> str:
        """As people and programs name an entry (docs/api.md)."""
        return f"{self.bench}/{self.epoch}/{self.seq}"


_open = set_aside.c.mended_us.is_(None)


def put(
    connection: Connection, key: tuple[str, int, int], *, why: str, since_us: int, after_seq: int | None = None
) -> None:
    bench, epoch, seq = key
    values = {"bench": bench, "epoch": epoch, "seq": seq, "why": why[:WHY_MAX], "since_us": since_us}
    connection.execute(insert(set_aside).values(values | {"after_seq": after_seq}))


def mend(connection: Connection, key: tuple[str, int, int], *, now_us: int) -> None:
    """Why it failed may name an order; nothing looks there when that order is erased, for no entry of it is open."""
    connection.execute(update(set_aside).where(*_this(key)).values(mended_us=now_us, why=""))


def tried(connection: Connection, key: tuple[str, int, int], *, why: str, now_us: int) -> None:
    """In vain, by itself."""
    values = {"tried_us": now_us, "why": why[:WHY_MAX], "after_seq": None}
    connection.execute(update(set_aside).where(*_this(key)).values(values))


def give_up(connection: Connection, key: tuple[str, int, int], *, who: str, now_us: int) -> tuple[SetAside, ...]:
    """This entry and what follows of its order in the same log, for good: none of it is tried again. What it was.

    ``who`` is the pseudonym of a supervisor; nothing else is kept, for nothing looks here when the order is erased.
    """
    bench, epoch, seq = key
    mine = _found(connection, set_aside.c.bench == bench, set_aside.c.epoch == epoch, locked=True)
    named = next((each for each in mine if each.seq == seq), None)
    if named is None:
        return ()
    same = [each for each in mine if each.seq >= seq and named.order_no is not None and each.order_no == named.order_no]
    given = tuple(same or [named])
    for each in given:
        values = {"mended_us": now_us, "why": f"{_GIVEN_UP}{who}"[:WHY_MAX]}
        connection.execute(update(set_aside).where(*_this((bench, epoch, each.seq))).values(values))
    return given


def given_up(connection: Connection, numbers: Collection[str]) -> tuple[SetAside, ...]:
    """Entries of these orders that were never carried out and never will be."""
    mine = (set_aside.c.mended_us.is_not(None), set_aside.c.why.startswith(_GIVEN_UP), events.c.order_no.in_(numbers))
    return _rows(connection, select(*_columns).join(events, _entry).where(*mine))


def heads(connection: Connection, bench: str, epoch: int) -> dict[str, int]:
    """By order, the first of its entries that is set aside: what comes after it waits."""
    mine = (set_aside.c.bench == bench, set_aside.c.epoch == epoch, _open)
    wanted = select(events.c.order_no, func.min(set_aside.c.seq)).join(events, _entry).where(*mine)
    grouped = wanted.where(events.c.order_no.is_not(None)).group_by(events.c.order_no)
    return {row[0]: row[1] for row in connection.execute(grouped)}


def some(connection: Connection, bench: str, epoch: int) -> bool:
    mine = (set_aside.c.bench == bench, set_aside.c.epoch == epoch, _open)
    return connection.execute(select(set_aside.c.seq).where(*mine).limit(1)).first() is not None


def of_log(connection: Connection, bench: str, epoch: int) -> Sequence[SetAside]:
    """What of one log is still to be carried out, in its order, and by nobody else while the transaction lasts."""
    return _found(connection, set_aside.c.bench == bench, set_aside.c.epoch == epoch, locked=True)


def by_bench(connection: Connection) -> dict[str, tuple[int, int]]:
    """How many entries of each bench, and since when the oldest."""
    wanted = select(set_aside.c.bench, func.count(), func.min(set_aside.c.since_us)).where(_open)
    return {row[0]: (row[1], row[2]) for row in connection.execute(wanted.group_by(set_aside.c.bench))}


def orders_aside(connection: Connection) -> frozenset[str]:
    """All of them: what is left out of a list would be erased, and could not be carried out any more."""
    named = select(events.c.order_no).select_from(set_aside).join(events, _entry).distinct()
    return frozenset(connection.execute(named.where(_open, events.c.order_no.is_not(None))).scalars())


def refuse_waiting(connection: Connection, numbers: Collection[str]) -> None:
    """Raises ``Trouble`` before one of these is erased: what is here in vain is understood with what would go."""
    first = next(iter(_found(connection, events.c.order_no.in_(numbers))), None)
    if first is not None:
        raise Trouble(
            "the order has entries that are set aside at the order book; nothing was erased",
            where=f"the first is {first.name}",
            remedy=f"At bench {first.bench}: sealbench evidence relay --retry. If it never can be: "
            f"sealbench evidence relay --give-up {first.name} --by WHO.",
        )


def standing(book: OrderBook) -> Sequence[SetAside]:
    """Of all benches; ``LISTED_MAX`` of them."""
    with reading(book.engine) as connection:
        return _found(connection)


_entry = and_(set_aside.c.bench == events.c.bench, set_aside.c.epoch == events.c.epoch, set_aside.c.seq == events.c.seq)
_columns = (
    set_aside.c.bench, set_aside.c.epoch, set_aside.c.seq, events.c.kind, events.c.order_no, set_aside.c.after_seq,
    set_aside.c.why, set_aside.c.since_us, set_aside.c.tried_us,
)  # fmt: skip


def _found(connection: Connection, *conditions: ColumnElement[bool], locked: bool = False) -> Sequence[SetAside]:
    wanted = select(*_columns).join(events, _entry).where(_open, *conditions)
    return _rows(connection, wanted.with_for_update(of=set_aside) if locked else wanted)


def _rows(connection: Connection, wanted: Select[Any]) -> tuple[SetAside, ...]:
    in_order = wanted.order_by(set_aside.c.bench, set_aside.c.epoch, set_aside.c.seq).limit(LISTED_MAX)
    return tuple(SetAside(**row._mapping) for row in connection.execute(in_order))


def _this(key: tuple[str, int, int]) -> tuple[Any, ...]:
    bench, epoch, seq = key
    return set_aside.c.bench == bench, set_aside.c.epoch == epoch, set_aside.c.seq == seq
