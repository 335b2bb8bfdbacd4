"""Products in the order book: a product file taken over what is known, in one transaction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from station.errors import Trouble
from station.orders.engine import importing
from station.orders.gating import Gates, settle_goods
from station.orders.import_records import ImportRecord, record
from station.orders.orderbook import OrderBook
from station.orders.product_file import Product, read_products
from station.orders.reading import source_of
from station.orders.single import settle_singles
from station.orders.source_order import RowFault
from station.orders.table_file import FILE_BYTES_MAX, read_table
from station.orders.tables import barcodes, kit_components, products
from station.packing.model import barcode_key


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductReport:
    products: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    faults: tuple[RowFault, ...] = field(default_factory=tuple)


def import_products(book: OrderBook, path: Path, *, now_us: int, who: str = "") -> ProductReport:
    """Take a product file over what is known: a SKU of the file is as its columns say, all else stays.

    Raises:
        Trouble: the file cannot be read, is an order file, or has no SKU column.
    """
    data = _bytes(path)
    table = read_table(data, name=path.name)
    if source := source_of(table):  # its 商家编码 or sku would make products of order lines
        raise Trouble(
            "this is an order file: use import", where=path.name, remedy=f"sealbench import reads it as: {source}."
        )
    found, faults = read_products(table, name=path.name)
    with importing(book.engine) as connection:
        new, updated = _store(connection, found, book.gates, now_us=now_us)
        counts = {"new": new, "updated": updated, "unchanged": len(found) - new - updated, "refused": len(faults)}
        record(connection, _record(path, data, counts, now_us=now_us, who=who))
    return ProductReport(products=len(found), new=new, updated=updated, unchanged=counts["unchanged"], faults=faults)


def _record(path: Path, data: bytes, counts: dict[str, int], *, now_us: int, who: str) -> ImportRecord:
    return ImportRecord(
        file=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        source="products",
        shop="",
        at_us=now_us,
        who=who,
        counts=counts,
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise Trouble("the file is too large", where=path.name, remedy="Split it.")
        return path.read_bytes()
    except OSError as error:
        raise Trouble(f"the file cannot be read: {(error.strerror or 'unknown').lower()}", where=str(path)) from error


def _store(connection: Connection, found: list[Product], gates: Gates, *, now_us: int) -> tuple[int, int]:
    known = _known(connection)
    new = [product for product in found if product.values["sku"] not in known]
    changed = [p for p in found if p.values["sku"] in known and known[p.values["sku"]].differs(p)]
    if new:
        connection.execute(insert(products), [product.values for product in new])
    for product in changed:
        connection.execute(update(products).where(products.c.sku == product.values["sku"]).values(product.values))
        _forget_codes(connection, product)
    codes = [row for product in (*new, *changed) for row in _code_rows(product)]
    if codes:
        connection.execute(insert(barcodes), codes)
    parts = [
        {"kit": product.values["sku"], "sku": sku, "quantity": quantity}
        for product in (*new, *changed)
        for sku, quantity in product.components or ()
    ]
    if parts:
        connection.execute(insert(kit_components), parts)
    touched = [product.values["sku"] for product in (*new, *changed) if not _AS_SENT.isdisjoint(product.values)]
    kits = [product.values["sku"] for product in (*new, *changed) if product.components is not None]
    settle_singles(connection, sorted({*touched, *kits}))
    settle_goods(connection, touched, gates, now_us=now_us)
    return len(new), len(changed)


_AS_SENT = frozenset({"virtual", "supplier", "goods_class"})
"""Columns by which an order of the goods is sent elsewhere, or needs somebody's approval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Everything of a product in the order book, in a form to be compared."""

    values: dict[str, Any]
    codes: set[tuple[str, int]]
    components: set[tuple[str, int]]

    def differs(self, product: Product) -> bool:
        """Only by what the file says: a column that it has not changes nothing."""
        if any(self.values[name] != value for name, value in product.values.items()):
            return True
        codes = self.codes if product.codes is None else {(code.code, code.units) for code in product.codes}
        components = self.components if product.components is None else set(product.components)
        return codes != self.codes or components != self.components


def _known(connection: Connection) -> dict[str, _Known]:
    codes: dict[str, set[tuple[str, int]]] = {}
    for row in connection.execute(select(barcodes)):
        codes.setdefault(row.sku, set()).add((row.code, row.units))
    parts: dict[str, set[tuple[str, int]]] = {}
    for row in connection.execute(select(kit_components)):
        parts.setdefault(row.kit, set()).add((row.sku, row.quantity))
    return {
        row.sku: _Known(
            values=dict(row._mapping), codes=codes.get(row.sku, set()), components=parts.get(row.sku, set())
        )
        for row in connection.execute(select(products))
    }


def _forget_codes(connection: Connection, product: Product) -> None:
    """What the file says anew is written after this."""
    sku = product.values["sku"]
    if product.codes is not None:
        connection.execute(delete(barcodes).where(barcodes.c.sku == sku))
    if product.components is not None:
        connection.execute(delete(kit_components).where(kit_components.c.kit == sku))


def _code_rows(product: Product) -> list[dict[str, Any]]:
    rows = {
        barcode_key(code.code): {
            "key": barcode_key(code.code),
            "sku": product.values["sku"],
            "code": code.code,
            "units": code.units,
        }
        for code in product.codes or ()
    }
    return list(rows.values())
