"""What a bench's relay last said of itself: how much is still at the bench, and that the book contradicts its log.

Whoever calls has the transaction, but for ``tell_fork``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from station.orders import set_aside
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.relay_tables import relay_states


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayNow:
    """``waiting`` entries are at the bench and not here, the first from ``oldest_us``; ``aside`` are here in vain."""

    waiting: int = 0
    oldest_us: int | None = None
    forked: str = ""
    forked_us: int | None = None
    aside: int = 0
    aside_us: int | None = None


QUIET = RelayNow()


def tell_waiting(connection: Connection, bench: str, epoch: int, waiting: int, oldest_us: int | None) -> None:
    _write(connection, bench, {"epoch": epoch, "waiting": waiting, "oldest_us": oldest_us})


def tell_fork(book: OrderBook, bench: str, epoch: int, why: str, *, now_us: int) -> None:
    """An alarm for whoever looks after all benches; the first word stands."""
    with writing(book.engine) as connection:
        known = connection.execute(select(relay_states.c.forked).where(relay_states.c.bench == bench)).scalar()
        if not known:
            _write(connection, bench, {"epoch": epoch, "forked": why, "forked_us": now_us})


def is_forked(connection: Connection, bench: str, epoch: int) -> bool:
    mine = (relay_states.c.bench == bench, relay_states.c.epoch <= epoch, relay_states.c.forked != "")
    return connection.execute(select(relay_states.c.bench).where(*mine)).first() is not None


def forget_fork(connection: Connection, bench: str, epoch: int) -> None:
    """The log that the book knows is gone on with, or one of a later epoch."""
    mine = (relay_states.c.bench == bench, relay_states.c.epoch <= epoch, relay_states.c.forked != "")
    connection.execute(update(relay_states).where(*mine).values(forked="", forked_us=None))


def relays_now(connection: Connection) -> dict[str, RelayNow]:
    """By bench; one of which nothing is to be said has none."""
    aside = set_aside.by_bench(connection)
    rows = {row.bench: row for row in connection.execute(select(relay_states))}
    found = {bench: _now(rows.get(bench), *aside.get(bench, (0, None))) for bench in rows.keys() | aside.keys()}
    return {bench: now for bench, now in found.items() if now != QUIET}


def _now(row: Any, aside: int, aside_us: int | None) -> RelayNow:
    if row is None:
        return RelayNow(aside=aside, aside_us=aside_us)
    return RelayNow(
        waiting=row.waiting,
        oldest_us=row.oldest_us,
        forked=row.forked,
        forked_us=row.forked_us,
        aside=aside,
        aside_us=aside_us,
    )


def _write(connection: Connection, bench: str, said: dict[str, Any]) -> None:
    dialect_insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = dialect_insert(relay_states).values(bench=bench, **said)
    connection.execute(statement.on_conflict_do_update(index_elements=["bench"], set_=said))
