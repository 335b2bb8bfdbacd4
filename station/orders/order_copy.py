"""From rows of the order book to ``model.Order``: kits exploded, barcodes and weights put to each line.

Reads only; whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from station.orders.cell_codes import cell_of
from station.orders.holding import holds_of
from station.orders.order_values import declared_value
from station.orders.tables import NEVER_US, barcodes, kit_components, learned_weights, order_lines, orders, products
from station.orders.weights import learned_mg
from station.packing.model import (
    Barcode,
    Capture,
    LineKind,
    Order,
    OrderLine,
    OrderNo,
    OrderState,
    Recipient,
    ServiceId,
    Sku,
    Waybill,
)

_head = select(orders)


def order_copy(connection: Connection, number: str, *, now_us: int, sender: Recipient) -> Order | None:
    """Everything a bench must know of an order; None when there is no such order."""
    row = connection.execute(_head.where(orders.c.number == number)).first()
    if row is None:
        return None
    return Order(
        number=OrderNo(row.number),
        platform=row.platform,
        shop=row.shop,
        lines=lines_of(connection, number),
        recipient=recipient_of(row),
        sender=sender,
        state=OrderState(row.state),
        holds=holds_of(connection, number),
        buyer_message=row.buyer_message,
        seller_note=row.seller_note,
        gift=row.gift,
        buyer_service=row.buyer_service,
        service=ServiceId(row.service) if row.service else None,
        chosen_service=ServiceId(row.chosen_service) if row.chosen_service else None,
        service_why=row.service_why,
        extras=tuple(row.extras.split()),
        waybill=Waybill(row.waybill) if row.waybill else None,
        deadline_us=deadline_of(row),
        revision=row.revision,
        known_us=now_us,
        ship_from=row.ship_from,
        cell=cell_of(connection, number),
        part_of=OrderNo(row.part_of) if row.part_of else None,
        next_part=OrderNo(f"{row.part_of or row.number}#{row.next_part}") if row.next_part else None,
    )


def exists(connection: Connection, number: str) -> bool:
    return connection.execute(select(orders.c.number).where(orders.c.number == number)).first() is not None


def deadline_of(row: Row[Any]) -> int | None:
    return None if row.due_us == NEVER_US else row.due_us


def recipient_of(row: Row[Any]) -> Recipient:
    return Recipient(
        name=row.name,
        phone=row.phone,
        country=row.country,
        province=row.province,
        city=row.city,
        district=row.district,
        street=row.street,
        postcode=row.postcode,
    )


def lines_of(connection: Connection, number: str) -> tuple[OrderLine, ...]:
    rows = connection.execute(_lines.where(order_lines.c.order_no == number).order_by(order_lines.c.position)).all()
    return completed(connection, _explode(rows, _components(connection, {row.sku for row in rows})))


def completed(connection: Connection, lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Lines with what the product files and sealed parcels say of their SKUs."""
    goods = _Goods(connection, {line.sku for line in lines})
    return tuple(goods.complete(line) for line in lines)


def lines_written(connection: Connection, number: str) -> tuple[OrderLine, ...]:
    """The lines as the book has them: a kit as one line, nothing looked up."""
    rows = connection.execute(_lines.where(order_lines.c.order_no == number).order_by(order_lines.c.position)).all()
    return _explode(rows, {})


def exploded(connection: Connection, lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Lines as they are packed: a line for each component of a kit."""
    kits = _components(connection, {line.sku for line in lines})
    return tuple(part for line in lines for part in _packed_as(line, kits.get(line.sku)))


_lines = select(order_lines)


def _components(connection: Connection, skus: set[str]) -> dict[str, list[Row[Any]]]:
    kits: dict[str, list[Row[Any]]] = {}
    statement = select(kit_components).where(kit_components.c.kit.in_(skus)).order_by(kit_components.c.sku)
    for row in connection.execute(statement):
        kits.setdefault(row.kit, []).append(row)
    return kits


def _explode(rows: Sequence[Row[Any]], kits: dict[str, list[Row[Any]]]) -> tuple[OrderLine, ...]:
    """Each line as ordered, or a line for each component of its kit."""
    lines: list[OrderLine] = []
    for row in rows:
        line = OrderLine(
            sku=Sku(row.sku),
            quantity=row.quantity,
            name=row.name,
            variant=row.variant,
            kind=LineKind(row.kind),
            kit=row.kit,
            declared_value=declared_value(row),
        )
        lines += _packed_as(line, kits.get(row.sku))
    return tuple(lines)


def _packed_as(line: OrderLine, parts: Sequence[Row[Any]] | None) -> tuple[OrderLine, ...]:
    """The line itself, or those of its kit; one that came out of a kit is never taken apart again.

    What a kit is worth is not shared out over its components.
    """
    if parts is None or line.kit:
        return (line,)
    return tuple(
        OrderLine(sku=Sku(part.sku), quantity=part.quantity * line.quantity, kind=line.kind, kit=line.sku)
        for part in parts
    )


class _Goods:
    """What the product files and sealed parcels say of some SKUs, looked up once for all of them."""

    def __init__(self, connection: Connection, skus: set[Sku]) -> None:
        self._products = _by_sku(connection, select(products).where(products.c.sku.in_(skus)))
        self._learned = _by_sku(connection, select(learned_weights).where(learned_weights.c.sku.in_(skus)))
        self._codes: dict[str, list[Barcode]] = {}
        wanted = select(barcodes).where(barcodes.c.sku.in_(skus)).order_by(barcodes.c.units, barcodes.c.code)
        for row in connection.execute(wanted):
            self._codes.setdefault(row.sku, []).append(Barcode(code=row.code, units=row.units))

    def complete(self, line: OrderLine) -> OrderLine:
        product = self._products.get(line.sku)
        weight_mg, spread_mg = self._weight(line.sku, product)
        if product is None:
            return replace(line, barcodes=(Barcode(code=line.sku),), weight_mg=weight_mg, weight_spread_mg=spread_mg)
        codes = tuple(self._codes.get(line.sku, ()))
        return replace(
            line,
            name=product.name or line.name,
            variant=product.variant or line.variant,
            kind=_kind(line.kind, product),
            barcodes=_with_sku(codes, line.sku, by_hand=product.by_hand),
            weight_mg=weight_mg,
            weight_spread_mg=spread_mg,
            goods_class=product.goods_class,
            captures=tuple(Capture(word) for word in product.captures.split()),
            picture=product.picture,
            location=product.location,
            customs_name=product.customs_name,
            hs_code=product.hs_code,
            origin=product.origin,
        )

    def _weight(self, sku: str, product: Row[Any] | None) -> tuple[int | None, int]:
        """The weight, and how far pieces lie apart; a given weight has that of what was learned, where both agree."""
        learned = learned_mg(self._learned.get(sku))
        if product is None or product.weight_mg is None:
            return learned or (None, 0)
        agree = learned is not None and abs(learned[0] - product.weight_mg) <= max(learned[1], product.weight_mg // 100)
        return product.weight_mg, learned[1] if learned is not None and agree else 0


def _by_sku(connection: Connection, statement: Select[Any]) -> dict[str, Row[Any]]:
    return {row.sku: row for row in connection.execute(statement)}


def _kind(ordered: LineKind, product: Row[Any]) -> LineKind:
    if product.virtual:
        return LineKind.VIRTUAL
    if product.supplier:
        return LineKind.SUPPLIER
    if product.by_hand and ordered is LineKind.GOODS:
        return LineKind.BY_HAND
    return ordered


def _with_sku(codes: tuple[Barcode, ...], sku: str, *, by_hand: bool) -> tuple[Barcode, ...]:
    """A SKU's own text is printed on shelves and bags: it stands for one piece unless there is nothing to scan."""
    if by_hand or any(barcode.code == sku for barcode in codes):
        return codes
    return (*codes, Barcode(code=sku))
