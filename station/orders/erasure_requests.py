"""Erasures asked of benches through the order book: requests in, answers out. Nothing is judged here.

The last bench that answers takes the order out of the book too, in the transaction of its answer: until then every
bench still finds the order by its number.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from station.orders.engine import alone, reading, writing
from station.orders.erasure_tables import erasure_requests
from station.orders.orderbook import OrderBook
from station.orders.tables import events, orders

NO_MORE: Final = "nobody waits for it any more"
_OPEN = erasure_requests.c.answered_us.is_(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    id: int
    order: str
    bench: str
    who: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One bench's part. ``done`` is None as long as it has not answered; False is a refusal, with its ``why``."""

    id: int
    bench: str
    done: bool | None
    why: str
    values: int
    files: int


def benches_with(connection: Connection, numbers: Collection[str]) -> frozenset[str]:
    """Whose logs have entries of these orders, as far as they were carried here."""
    found = select(events.c.bench).where(events.c.order_no.in_(numbers)).distinct()
    return frozenset(connection.execute(found).scalars())


def ask(book: OrderBook, order: str, benches: Sequence[str], *, who: str, reason: str, now_us: int) -> tuple[int, ...]:
    """A request for each bench; one that waits already stays as it is. Their numbers.

    Other benches that were asked before are waited for no longer: else one that is gone would keep the order for ever.
    """
    with writing(book.engine) as connection:
        alone(connection, erasure_requests)
        others = (erasure_requests.c.order_no == order, erasure_requests.c.bench.not_in(benches), _OPEN)
        no_more = {"answered_us": now_us, "why": NO_MORE}
        connection.execute(update(erasure_requests).where(*others).values(no_more))
        return tuple(_asked(connection, order, bench, who, reason, now_us) for bench in benches)


def _asked(connection: Connection, order: str, bench: str, who: str, reason: str, now_us: int) -> int:
    mine = (erasure_requests.c.order_no == order, erasure_requests.c.bench == bench, _OPEN)
    waiting = connection.execute(select(erasure_requests.c.id).where(*mine)).scalar()
    if waiting is not None:
        return int(waiting)
    values = {"order_no": order, "bench": bench, "who": who, "reason": reason, "asked_us": now_us}
    key = connection.execute(insert(erasure_requests).values(values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def waiting_for(book: OrderBook, bench: str) -> tuple[Request, ...]:
    """What this bench has not answered, the oldest first."""
    mine = select(erasure_requests).where(erasure_requests.c.bench == bench, _OPEN).order_by(erasure_requests.c.id)
    with reading(book.engine) as connection:
        return tuple(_request(row) for row in connection.execute(mine))


def benches_asked(book: OrderBook) -> tuple[str, ...]:
    """Those that have not answered."""
    asked = select(erasure_requests.c.bench).where(_OPEN).distinct().order_by(erasure_requests.c.bench)
    with reading(book.engine) as connection:
        return tuple(connection.execute(asked).scalars())


def left_in_book(connection: Connection) -> tuple[str, ...]:
    """Orders that every bench asked has taken out and that the book still knows: the last one had no right to it."""
    asked = select(erasure_requests, orders.c.number).join(orders, orders.c.number == erasure_requests.c.order_no)
    newest: dict[str, dict[str, bool | None]] = {}
    known = asked.where(orders.c.number.not_like("erased-%"))  # the word that an erased order is left under
    for row in connection.execute(known.order_by(erasure_requests.c.id)):
        if row.why != NO_MORE:
            newest.setdefault(row.order_no, {})[row.bench] = None if row.answered_us is None else bool(row.done)
    return tuple(sorted(number for number, answers in newest.items() if all(answers.values())))


def standing(book: OrderBook, ids: Sequence[int]) -> tuple[Standing, ...]:
    wanted = select(erasure_requests).where(erasure_requests.c.id.in_(ids)).order_by(erasure_requests.c.id)
    with reading(book.engine) as connection:
        return tuple(_standing(row) for row in connection.execute(wanted))


def refuse(book: OrderBook, request: Request, why: str, *, now_us: int) -> None:
    _answer(book, request, {"answered_us": now_us, "why": why})


def _answer(book: OrderBook, request: Request, values: dict[str, object]) -> None:
    with writing(book.engine) as connection:
        connection.execute(update(erasure_requests).where(erasure_requests.c.id == request.id).values(values))


def confirm(connection: Connection, request: Request, *, values: int, files: int, now_us: int) -> bool:
    """Done at this bench, in the caller's transaction; whether no other bench has still to do its part."""
    alone(connection, erasure_requests)
    said = {"answered_us": now_us, "done": True, "values_gone": values, "files_gone": files}
    connection.execute(update(erasure_requests).where(erasure_requests.c.id == request.id).values(said))
    others = select(erasure_requests.c.id).where(erasure_requests.c.order_no == request.order, _OPEN)
    return connection.execute(others.limit(1)).first() is None


def _request(row: Any) -> Request:
    return Request(id=row.id, order=row.order_no, bench=row.bench, who=row.who, reason=row.reason)


def _standing(row: Any) -> Standing:
    done = None if row.answered_us is None else bool(row.done)
    return Standing(id=row.id, bench=row.bench, done=done, why=row.why, values=row.values_gone, files=row.files_gone)
