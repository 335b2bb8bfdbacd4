"""From rows of the order book to ``model.Order``: kits exploded, barcodes and weights put to each line.

Reads only; whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select

from station.orders.goods_names import name_en
from station.orders.holding import holds_of_each
from station.orders.order_facts import Facts, facts_of
from station.orders.order_values import declared_value
from station.orders.tables import NEVER_US, barcodes, kit_components, learned_weights, order_lines, orders, products
from station.orders.weights import learned_mg
from station.packing.model import (
    Barcode,
    Capture,
    Hold,
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


def order_copy(connection: Connection, number: str, *, now_us: int) -> Order | None:
    """Everything a bench must know of an order but who sends it; None when there is no such order."""
    rows = facts_of(connection, (number,))
    return copies_of(connection, rows, now_us=now_us)[0] if rows else None


def copies_of(connection: Connection, rows: Sequence[Facts], *, now_us: int) -> list[Order]:
    """One for each row; what they have beside it is asked for once for all of them. No sender is named."""
    lines = lines_of_each(connection, [row.number for row in rows])
    held = [row.number for row in rows if row.any_holds]
    holds = holds_of_each(connection, held) if held else {}
    return [_copy(row, lines.get(row.number, ()), holds.get(row.number, ()), now_us=now_us) for row in rows]


def _copy(row: Facts, lines: tuple[OrderLine, ...], holds: tuple[Hold, ...], *, now_us: int) -> Order:
    return Order(
        number=OrderNo(row.number),
        platform=row.platform,
        shop=row.shop,
        lines=lines,
        recipient=recipient_of(row),
        state=OrderState(row.state),
        holds=holds,
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
        cell="" if row.cell is None else str(row.cell),
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
    return lines_of_each(connection, (number,)).get(number, ())


def lines_of_each(connection: Connection, numbers: Sequence[str]) -> dict[str, tuple[OrderLine, ...]]:
    """By order, kits exploded; those without a line are left out."""
    mine = order_lines.c.order_no == numbers[0] if len(numbers) == 1 else order_lines.c.order_no.in_(numbers)
    ordered = (order_lines.c.order_no, order_lines.c.position, kit_components.c.sku)
    found: dict[str, dict[int, list[Row[Any]]]] = {}
    for row in connection.execute(_lines_and_kits.where(mine).order_by(*ordered)):
        found.setdefault(row.order_no, {}).setdefault(row.position, []).append(row)
    every = {
        number: [part for rows in lines.values() for part in _packed_as(_line(rows[0]), _parts(rows))]
        for number, lines in found.items()
    }
    goods = _Goods(connection, {line.sku for lines in every.values() for line in lines})
    return {number: tuple(goods.complete(line) for line in lines) for number, lines in every.items()}


_lines_and_kits = select(
    order_lines, kit_components.c.sku.label("part"), kit_components.c.quantity.label("part_quantity")
).join_from(order_lines, kit_components, kit_components.c.kit == order_lines.c.sku, isouter=True)


def _parts(rows: Sequence[Row[Any]]) -> list[tuple[str, int]] | None:
    """What the kit of a line is made of: SKU and how many of each."""
    return None if rows[0].part is None else [(row.part, row.part_quantity) for row in rows]


def completed(connection: Connection, lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Lines with what the product files and sealed parcels say of their SKUs."""
    goods = _Goods(connection, {line.sku for line in lines})
    return tuple(goods.complete(line) for line in lines)


def lines_written(connection: Connection, number: str) -> tuple[OrderLine, ...]:
    """The lines as the book has them: a kit as one line, nothing looked up."""
    rows = connection.execute(_lines.where(order_lines.c.order_no == number).order_by(order_lines.c.position)).all()
    return tuple(map(_line, rows))


def exploded(connection: Connection, lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Lines as they are packed: a line for each component of a kit."""
    kits = _components(connection, {line.sku for line in lines})
    return tuple(part for line in lines for part in _packed_as(line, kits.get(line.sku)))


_lines = select(order_lines)


def _components(connection: Connection, skus: set[str]) -> dict[str, list[tuple[str, int]]]:
    kits: dict[str, list[tuple[str, int]]] = {}
    statement = select(kit_components).where(kit_components.c.kit.in_(skus)).order_by(kit_components.c.sku)
    for row in connection.execute(statement):
        kits.setdefault(row.kit, []).append((row.sku, row.quantity))
    return kits


def _line(row: Row[Any]) -> OrderLine:
    """As ordered."""
    return OrderLine(
        sku=Sku(row.sku),
        quantity=row.quantity,
        name=row.name,
        variant=row.variant,
        kind=LineKind(row.kind),
        kit=row.kit,
        declared_value=declared_value(row),
    )


def _packed_as(line: OrderLine, parts: Sequence[tuple[str, int]] | None) -> tuple[OrderLine, ...]:
    """The line itself, or those of its kit; one that came out of a kit is never taken apart again.

    What a kit is worth is not shared out over its components.
    """
    if parts is None or line.kit:
        return (line,)
    return tuple(
        OrderLine(sku=Sku(sku), quantity=quantity * line.quantity, kind=line.kind, kit=line.sku)
        for sku, quantity in parts
    )


class _Goods:
    """What the product files and sealed parcels say of some SKUs, looked up once for all of them."""

    def __init__(self, connection: Connection, skus: set[Sku]) -> None:
        self._products: dict[str, Row[Any]] = {}
        self._codes: dict[str, list[Barcode]] = {}
        for row in connection.execute(_known.where(products.c.sku.in_(sorted(skus)))) if skus else ():
            self._products[row.sku] = row
            if row.code is not None:
                self._codes.setdefault(row.sku, []).append(Barcode(code=row.code, units=row.units))
        self._learned = {sku: row for sku, row in self._products.items() if row.samples is not None}
        strangers = sorted(skus - self._products.keys())
        if strangers:
            wanted = select(learned_weights).where(learned_weights.c.sku.in_(strangers))
            self._learned |= {row.sku: row for row in connection.execute(wanted)}

    def complete(self, line: OrderLine) -> OrderLine:
        product = self._products.get(line.sku)
        weight_mg, spread_mg = self._weight(line.sku, product)
        if product is None:
            return replace(line, barcodes=(Barcode(code=line.sku),), weight_mg=weight_mg, weight_spread_mg=spread_mg)
        codes = tuple(self._codes.get(line.sku, ()))
        return replace(
            line,
            name=product.name or line.name,
            name_en=name_en(product, line.name),
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


_known = (
    select(products, barcodes.c.code, barcodes.c.units, *(each for each in learned_weights.c if each.name != "sku"))
    .join_from(products, barcodes, barcodes.c.sku == products.c.sku, isouter=True)
    .join(learned_weights, learned_weights.c.sku == products.c.sku, isouter=True)
    .order_by(products.c.sku, barcodes.c.units, barcodes.c.code)
)


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
