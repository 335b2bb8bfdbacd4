"""Item first (单件后置打单): orders of exactly one goods unit, which the scan of their item claims.

``orders.single_sku`` names the item, kept right by whoever writes lines (``single_sku``, ``settle_single``) or names
goods anew (``settle_singles``). A kit is not a single: what is scanned are its parts.

Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, or_, select, text, true, update

from station.orders.brought import parked_units
from station.orders.goods_names import known_goods
from station.orders.picking_tables import pick_batches, pick_orders, wall_units
from station.orders.tables import barcodes, kit_components, order_lines, orders, products
from station.packing.inputs import WAITING_MAX, Known, KnownAs
from station.packing.model import NOT_PACKED, LineKind, OrderState, barcode_key

TRIES_MAX = 32
"""Orders looked at for one scan: whoever else takes one meanwhile, there is an end."""

SETTLED = 500
"""SKUs in one statement."""

LOOKED_AT = 5_000
"""Ready orders, the most urgent first, among which larger ones with the item are counted."""


class Goods(Protocol):
    """A line as far as counting goes."""

    @property
    def sku(self) -> str: ...

    @property
    def quantity(self) -> int: ...

    @property
    def kind(self) -> LineKind: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a code means as goods: the SKUs it may be, and how many pieces."""

    skus: tuple[str, ...]
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """SKUs that are no piece to scan: of ``unpacked`` nothing goes into a box, ``kits`` are their parts."""

    unpacked: frozenset[str] = frozenset()
    kits: frozenset[str] = frozenset()


def special_goods(connection: Connection) -> Special:
    unpacked = connection.execute(select(products.c.sku).where(_UNPACKED)).scalars()
    kits = connection.execute(select(kit_components.c.kit).distinct()).scalars()
    return Special(unpacked=frozenset(unpacked), kits=frozenset(kits))


_UNPACKED = or_(products.c.virtual, products.c.supplier != "")


def single_sku(lines: Iterable[Goods], special: Special) -> str | None:
    """The one item of an order of one goods unit in all; None for every other. A gift makes it two."""
    real = [line for line in lines if line.kind not in NOT_PACKED and line.sku not in special.unpacked]
    alone = len(real) == 1 and real[0].quantity == 1 and real[0].kind is LineKind.GOODS
    return real[0].sku if alone and real[0].sku not in special.kits else None


def settle_single(connection: Connection, number: str) -> None:
    """The same from the lines in the book, after they changed."""
    connection.execute(update(orders).where(orders.c.number == number).values(single_sku=_single_now))


def settle_singles(connection: Connection, skus: Sequence[str]) -> None:
    """The same for every waiting order of some goods, after these became others; a statement for hundreds of SKUs."""
    waiting = orders.c.state.in_((OrderState.READY, OrderState.HELD, OrderState.PACKING, OrderState.OUTSIDE))
    for start in range(0, len(skus), SETTLED):
        having = select(order_lines.c.order_no).where(order_lines.c.sku.in_(skus[start : start + SETTLED]))
        connection.execute(update(orders).where(waiting, orders.c.number.in_(having)).values(single_sku=_single_now))


_kit = exists().where(kit_components.c.kit == order_lines.c.sku)
_one = and_(
    func.count() == 1,
    func.min(order_lines.c.quantity) == 1,
    func.min(order_lines.c.kind) == LineKind.GOODS,
    func.max(case((_kit, 1), else_=0)) == 0,
)
_single_now = (
    select(case((_one, func.min(order_lines.c.sku))))
    .where(
        order_lines.c.order_no == orders.c.number,
        order_lines.c.kind.not_in(sorted(NOT_PACKED)),
        ~exists().where(products.c.sku == order_lines.c.sku, _UNPACKED),
    )
    .correlate(orders)
    .scalar_subquery()
)
"""``single_sku`` in the database's own words."""


def item_meant(connection: Connection, code: str, gtin: str | None) -> Item | None:
    """What a code is as goods: a barcode of the product files, or a SKU's own text; None when nobody knows it."""
    keys = {barcode_key(code), *({gtin} if gtin else ())}
    rows = connection.execute(select(barcodes.c.sku, barcodes.c.units).where(barcodes.c.key.in_(keys))).all()
    pieces = tuple(sorted({row.sku for row in rows if row.units == 1}))
    if rows:
        return Item(skus=pieces or tuple(sorted({row.sku for row in rows})), units=1 if pieces else rows[0].units)
    for sku in (products.c.sku, order_lines.c.sku):
        if connection.execute(select(sku).where(sku == code).limit(1)).first() is not None:
            return Item(skus=(code,), units=1)
    return None


def next_single(connection: Connection, item: Item, *, place: str, tried: Collection[str]) -> str | None:
    """The most urgent order that waits for just this piece and that nobody else is taking at this moment."""
    kits = select(kit_components.c.kit).where(kit_components.c.kit.in_(item.skus))
    skus = set(item.skus) - set(connection.execute(kits).scalars())
    wanted = (
        select(orders.c.number)
        .where(_WAITS, orders.c.single_sku.in_(skus), _here(place), orders.c.number.not_in(tried), *_LOOSE)
        .order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)
        .limit(1)
        .with_for_update(of=orders, skip_locked=True)
    )
    for _ in range(TRIES_MAX if skus else 0):
        number = connection.execute(wanted).scalar()
        if number is None or not parked_units(connection, number):
            return str(number) if number is not None else None
        wanted = wanted.where(orders.c.number != number)  # its piece lies in a tote: that one ships, not this
    return None


_WAITS = text("orders.state = 'ready' AND orders.single_sku IS NOT NULL")
"""In the very words of the index ``ix_orders_single``, which SQLite else does not take."""

_LOOSE = (
    orders.c.claimed_by.is_(None),
    orders.c.joined_to.is_(None),
    ~exists().where(wall_units.c.order_no == orders.c.number),
    ~exists().where(
        pick_orders.c.order_no == orders.c.number,
        text("pick_orders.live"),  # as in the words of its index
        pick_orders.c.batch_id == pick_batches.c.id,
        ~pick_batches.c.single,
    ),
)
"""An order whose own piece lies in a cell or comes in a tote is packed from there."""


def _here(place: str) -> ColumnElement[bool]:
    """At a bench of a place, only what that place ships (D5)."""
    anywhere = orders.c.ship_from == ""
    return or_(anywhere, orders.c.ship_from == place) if place else true()


def larger_orders(connection: Connection, item: Item, *, place: str) -> int:
    """How many ready orders of more than one unit need the item, counted up to ``WAITING_MAX``."""
    ready = (
        select(orders.c.number)
        .where(orders.c.state == OrderState.READY, orders.c.single_sku.is_(None), _here(place))
        .order_by(orders.c.turn, orders.c.due_us, orders.c.paid_us, orders.c.number)
        .limit(LOOKED_AT)
        .subquery()
    )
    sku = order_lines.c.sku.concat("")  # by the order, not by the index of SKUs: that one would be read for each order
    has_it = exists().where(order_lines.c.order_no == ready.c.number, sku.in_(item.skus))
    need: Select[Any] = select(ready.c.number).where(has_it).limit(WAITING_MAX)
    return int(connection.execute(select(func.count()).select_from(need.subquery())).scalar_one())


def known_item(connection: Connection, item: Item) -> Known:
    """What the bench is told of it."""
    sku = item.skus[0]
    row = connection.execute(select(products).where(products.c.sku == sku)).first()
    if row is None:
        return Known(kind=KnownAs.PRODUCT, sku=sku)
    return known_goods(sku, row.name, row.name_en, row.variant, row.picture)
