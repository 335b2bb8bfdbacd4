"""Which parcel is it? By order, waybill, SKU, the phone's last digits, day, packer (K7). Reads only; one transaction.

Each question has an index of its own, on both databases: answered for a million orders while somebody is on the phone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, select

from station.errors import UsageTrouble
from station.orders.dispute_tables import PHONE_TAIL, disputes
from station.orders.engine import reading
from station.orders.gate_tables import cases
from station.orders.orderbook import OrderBook
from station.orders.tables import order_lines, orders, parcels
from station.packing.model import OrderNo

FOUND_MAX = 50
"""The newest; whoever wants older ones says more of what is wanted."""

DAY_US = 86_400_000_000
TAIL_DIGITS = 4
FEW = 4_000
"""Orders that a question may name one by one; of a SKU that more have, the newest parcels are looked through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody knows of the parcel; all of it must hold. Times are microseconds UTC, the second not included."""

    order: str = ""
    waybill: str = ""
    sku: str = ""
    phone_tail: str = ""
    packer: str = ""
    from_us: int | None = None
    to_us: int | None = None

    @property
    def empty(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundParcel:
    """``name`` and ``phone`` are the recipient's: masked before anyone sees them who needs not."""

    order: OrderNo
    waybill: str
    packer: str
    bench: str
    sealed_us: int
    state: str
    platform: str
    shop: str
    name: str
    phone: str
    disputes: tuple[int, ...] = ()  # open ones


def find(book: OrderBook, wanted: Wanted, *, limit: int = FOUND_MAX) -> tuple[FoundParcel, ...]:
    """Sealed parcels, the newest first.

    Raises:
        UsageTrouble: nothing is named, or the phone's tail is not four digits.
    """
    if wanted.empty:
        raise UsageTrouble("say what to look for: --order, --waybill, --sku, --phone-tail, --packer, --day")
    tail = wanted.phone_tail
    if tail and not (len(tail) == TAIL_DIGITS and tail.isascii() and tail.isdecimal()):
        raise UsageTrouble(f"a phone's tail is its last {TAIL_DIGITS} digits")
    with reading(book.engine) as connection:
        rows = _rows(connection, wanted)[:limit]
        buyers = _buyers(connection, {row.order_no for row in rows})
        opened = _open_disputes(
            connection, {number for each in buyers.values() for number in (each.number, each.part_of)}
        )
    return tuple(_found(row, buyers[row.order_no], opened) for row in rows)


def _rows(connection: Connection, wanted: Wanted) -> Sequence[Row[Any]]:
    """Parcels alone, so that no order is read of a parcel that is not shown."""
    sets = [*_few_orders(connection, wanted)]
    conditions = _conditions(wanted, walked=not sets)
    if sets:
        numbers = sorted(frozenset.intersection(*sets))
        rows = connection.execute(select(parcels).where(parcels.c.order_no.in_(numbers), *conditions)).all()
        return sorted(rows, key=lambda row: row.sealed_us, reverse=True)
    newest = parcels.c.sealed_us.desc()
    return connection.execute(select(parcels).where(*conditions).order_by(newest).limit(FOUND_MAX)).all()


def _few_orders(connection: Connection, wanted: Wanted) -> Iterator[frozenset[str]]:
    """What each narrow question leaves."""
    if wanted.order:
        parts = select(orders.c.number).where(orders.c.part_of == wanted.order)
        yield frozenset((wanted.order, *connection.execute(parts).scalars()))
    if wanted.waybill:
        yield frozenset(
            connection.execute(select(parcels.c.order_no).where(parcels.c.waybill == wanted.waybill)).scalars()
        )
    if tail := wanted.phone_tail:
        sealed = orders.c.sealed_us.is_not(None)  # as the index has it: an import pays nothing for it
        yield frozenset(connection.execute(select(orders.c.number).where(PHONE_TAIL.op("=")(tail), sealed)).scalars())
    if wanted.sku:
        having = select(order_lines.c.order_no).where(order_lines.c.sku == wanted.sku).limit(FEW + 1)
        found = connection.execute(having).scalars().all()
        if len(found) <= FEW:
            yield frozenset(found)


def _conditions(wanted: Wanted, *, walked: bool) -> list[ColumnElement[bool]]:
    """``walked``: no orders are named, and an index of the parcels leads; else it is spelt so that it stays shut."""
    found: list[ColumnElement[bool]] = []
    if wanted.waybill:
        found.append(parcels.c.waybill == wanted.waybill)
    if wanted.packer:
        found.append((parcels.c.packer if walked else parcels.c.packer.concat("")) == wanted.packer)
    sealed_us = parcels.c.sealed_us if walked else parcels.c.sealed_us + 0
    if wanted.from_us is not None:
        found.append(sealed_us >= wanted.from_us)
    if wanted.to_us is not None:
        found.append(sealed_us < wanted.to_us)
    if wanted.sku:
        # The order's own lines are looked through: the index of the SKU would lead to all orders that have it.
        having = order_lines.c.sku.concat("") == wanted.sku
        found.append(exists(select(1).where(order_lines.c.order_no == parcels.c.order_no, having)))
    return found


def _buyers(connection: Connection, numbers: Collection[str]) -> dict[str, Row[Any]]:
    names = ("number", "part_of", "state", "platform", "shop", "name", "phone")
    wanted = select(*(orders.c[name] for name in names)).where(orders.c.number.in_(numbers))
    return {row.number: row for row in connection.execute(wanted)}


def _open_disputes(connection: Connection, numbers: Collection[str | None]) -> dict[str, tuple[int, ...]]:
    opened = (
        select(cases.c.order_no, cases.c.id)
        .join(disputes, disputes.c.case_id == cases.c.id)
        .where(cases.c.order_no.in_({number for number in numbers if number}), cases.c.closed_us.is_(None))
        .order_by(cases.c.id)
    )
    found: dict[str, tuple[int, ...]] = {}
    for number, case in connection.execute(opened):
        found[number] = (*found.get(number, ()), case)
    return found


def _found(row: Row[Any], buyer: Row[Any], opened: dict[str, tuple[int, ...]]) -> FoundParcel:
    return FoundParcel(
        order=OrderNo(row.order_no),
        **{name: getattr(row, name) for name in ("waybill", "packer", "bench", "sealed_us")},
        **{name: getattr(buyer, name) for name in ("state", "platform", "shop", "name", "phone")},
        disputes=opened.get(row.order_no, ()) + opened.get(buyer.part_of or "", ()),
    )


def guesses(text: str, utc_offset_minutes: int) -> Iterator[Wanted]:
    """What a person may mean who types or scans this, the narrowest first."""
    yield Wanted(order=text)
    yield Wanted(waybill=text)
    if len(text) == TAIL_DIGITS and text.isascii() and text.isdecimal():
        yield Wanted(phone_tail=text)
    day = day_of(text, utc_offset_minutes)
    if day is not None:
        yield Wanted(from_us=day[0], to_us=day[1])
    yield Wanted(sku=text)
    yield Wanted(packer=text)


def day_of(text: str, utc_offset_minutes: int) -> tuple[int, int] | None:
    """A day of the shop's, as 2026-11-21; None when it is none."""
    try:
        begin = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC) - timedelta(minutes=utc_offset_minutes)
    except (ValueError, OverflowError):
        return None
    begin_us = int(begin.timestamp()) * 1_000_000
    return begin_us, begin_us + DAY_US


def is_known(book: OrderBook, order: str) -> bool:
    """Whether the order is in the book, packed or not."""
    with reading(book.engine) as connection:
        return bool(connection.execute(select(func.count()).where(orders.c.number == order)).scalar())
