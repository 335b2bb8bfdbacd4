"""The product file: SKUs with their barcodes, carton codes, weights and customs words, upserted in one transaction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from station.errors import Trouble
from station.orders.engine import importing
from station.orders.orderbook import OrderBook
from station.orders.sheet import Table, header_key
from station.orders.source_order import CellError, RowFault, said
from station.orders.table_file import FILE_BYTES_MAX, read_table
from station.orders.tables import barcodes, kit_components, order_lines, orders, products
from station.packing.model import Barcode, Capture, LineKind, OrderState, barcode_key

UNITS_MAX = 100_000
WEIGHT_MAX_G = 1_000_000
SKU_MAX = 128
CODES_MAX = 50

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sku": ("sku", "货号", "商家编码", "商品编码"),
    "barcodes": ("barcodes", "barcode", "ean", "gtin", "条码", "条形码"),
    "name": ("name", "名称", "品名", "商品名称", "中文名称"),
    "name_en": ("name en", "english name", "英文名称", "英文名"),
    "variant": ("variant", "spec", "规格", "属性"),
    "weight_g": ("weight_g", "weight g", "weight", "重量", "重量克", "重量g"),
    "goods_class": ("class", "goods class", "类别", "分类"),
    "picture": ("picture", "image", "图片"),
    "origin": ("origin", "country of origin", "原产国", "产地"),
    "customs_name": ("customs name", "customs_name", "申报品名", "报关品名"),
    "hs_code": ("hs code", "hs_code", "hs", "hs编码", "海关编码"),
    "captures": ("captures", "record", "记录"),
    "components": ("components", "kit", "组成", "套装"),
}
_MEANS = {header_key(word): field for field, words in COLUMNS.items() for word in words}
_NO_BARCODE = frozenset({"-", "--", "无", "无条码", "none", "no barcode"})
_NO_BARCODE_CLASSES = frozenset({"no barcode", "无条码"})
_VIRTUAL_CLASSES = frozenset({"virtual", "虚拟", "虚拟物品"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    row: int
    values: dict[str, Any]
    codes: tuple[Barcode, ...]
    components: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductReport:
    products: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    faults: tuple[RowFault, ...] = field(default_factory=tuple)


def import_products(book: OrderBook, path: Path) -> ProductReport:
    """Take a product file over what is known: a SKU of the file is as the file says, others stay.

    Raises:
        Trouble: the file cannot be read, or has no SKU column.
    """
    found, faults = read_products(_table(path), name=path.name)
    with importing(book.engine) as connection:
        new, updated = _store(connection, found)
    count = len(found)
    return ProductReport(products=count, new=new, updated=updated, unchanged=count - new - updated, faults=faults)


def _table(path: Path) -> Table:
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise Trouble("the file is too large", where=path.name, remedy="Split it.")
        return read_table(path.read_bytes(), name=path.name)
    except OSError as error:
        raise Trouble(f"the file cannot be read: {(error.strerror or 'unknown').lower()}", where=str(path)) from error


def read_products(table: Table, *, name: str) -> tuple[list[Product], tuple[RowFault, ...]]:
    """Every product, and every row that cannot be used; a SKU that stands twice is refused both times."""
    headers = {_MEANS[key]: header for header in table.headers if (key := header_key(header)) in _MEANS}
    if "sku" not in headers:
        raise Trouble("the table has no column for the SKU (sku, 货号, 商家编码)", where=name)
    fields = tuple(headers)
    found: dict[str, Product] = {}
    faults: list[RowFault] = []
    rows: dict[str, list[int]] = {}
    for row, texts in table.records(tuple(headers.values())):
        try:
            product = _product(row, dict(zip(fields, texts, strict=True)))
        except CellError as fault:
            faults.append(RowFault(row=row, column=headers.get(fault.column, ""), message=str(fault)))
            continue
        found[product.values["sku"]] = product
        rows.setdefault(product.values["sku"], []).append(row)
    for sku in [sku for sku, where in rows.items() if len(where) > 1]:
        del found[sku]
        faults += (RowFault(row=row, column=headers["sku"], message=f"SKU {sku} stands twice") for row in rows[sku])
    return list(found.values()), tuple(sorted(faults, key=lambda fault: fault.row))


def _product(row: int, cell: dict[str, str]) -> Product:
    sku = cell["sku"]
    if not sku or len(sku) > SKU_MAX:
        raise CellError("sku", f"a SKU has 1 to {SKU_MAX} characters")
    goods_class = said(cell.get("goods_class", ""))
    codes_text = cell.get("barcodes", "")
    by_hand = codes_text.casefold() in _NO_BARCODE or goods_class.casefold() in _NO_BARCODE_CLASSES
    values = {name: said(cell.get(name, "")) for name in _PLAIN} | {
        "sku": sku,
        "goods_class": goods_class,
        "weight_mg": _weight_mg(said(cell.get("weight_g", ""))),
        "captures": _captures(said(cell.get("captures", ""))),
        "by_hand": by_hand,
        "virtual": goods_class.casefold() in _VIRTUAL_CLASSES,
    }
    codes = () if by_hand else _codes(codes_text)
    return Product(row=row, values=values, codes=codes, components=_components(said(cell.get("components", ""))))


_PLAIN = ("name", "name_en", "variant", "picture", "origin", "customs_name", "hs_code")


def _weight_mg(text: str) -> int | None:
    if not text:
        return None
    try:
        grams = Decimal(text)
    except InvalidOperation:
        raise CellError("weight_g", f"{text[:20]!r} is no weight in grams") from None
    if not grams.is_finite() or not 0 < grams <= WEIGHT_MAX_G or grams * 1000 % 1:
        raise CellError("weight_g", f"a weight is more than 0 and at most {WEIGHT_MAX_G} g, to the milligram")
    return int(grams * 1000)


def _captures(text: str) -> str:
    words = text.casefold().split()
    unknown = [word for word in words if word not in set(Capture)]
    if unknown:
        raise CellError("captures", f"{unknown[0]!r} is none of lot, expiry, serial")
    return " ".join(words)


def _codes(text: str) -> tuple[Barcode, ...]:
    codes = dict(_counted(word, "barcodes") for word in text.split())
    if len(codes) > CODES_MAX:
        raise CellError("barcodes", f"more than {CODES_MAX} barcodes")
    return tuple(Barcode(code=code, units=units) for code, units in codes.items())


def _components(text: str) -> tuple[tuple[str, int], ...]:
    return tuple(_counted(word, "components") for word in text.split())


def _counted(word: str, column: str) -> tuple[str, int]:
    """``code`` or ``code*12``."""
    match = re.fullmatch(r"([^*×]{1,128})(?:[*×](\d{1,6}))?", word)
    if match is None or not 1 <= int(match[2] or 1) <= UNITS_MAX:
        raise CellError(column, f"{word[:60]!r} is no code and no code*count")
    return match[1], int(match[2] or 1)


def _store(connection: Connection, found: list[Product]) -> tuple[int, int]:
    known = _known(connection)
    new = [product for product in found if product.values["sku"] not in known]
    changed = [p for p in found if p.values["sku"] in known and known[p.values["sku"]] != _as_known(p)]
    if new:
        connection.execute(insert(products), [product.values for product in new])
    for product in changed:
        connection.execute(update(products).where(products.c.sku == product.values["sku"]).values(product.values))
        _forget_codes(connection, product.values["sku"])
    codes = [row for product in (*new, *changed) for row in _code_rows(product)]
    if codes:
        connection.execute(insert(barcodes), codes)
    parts = [
        {"kit": product.values["sku"], "sku": sku, "quantity": quantity}
        for product in (*new, *changed)
        for sku, quantity in product.components
    ]
    if parts:
        connection.execute(insert(kit_components), parts)
    if any(product.values["virtual"] for product in (*new, *changed)):
        _finish_virtual_orders(connection)
    return len(new), len(changed)


def _finish_virtual_orders(connection: Connection) -> None:
    """Orders of virtual goods alone, known before their products were, are not for a bench (A14)."""
    lines = select(order_lines.c.order_no).where(order_lines.c.order_no == orders.c.number)
    virtual = select(products.c.sku).where(products.c.virtual)
    packed = lines.where(order_lines.c.kind != LineKind.VIRTUAL, order_lines.c.sku.not_in(virtual))
    connection.execute(
        update(orders)
        .where(orders.c.state.in_((OrderState.READY, OrderState.HELD)), orders.c.claimed_by.is_(None))
        .where(lines.exists(), ~packed.exists())
        .values(state=OrderState.FINISHED)
    )


def _known(connection: Connection) -> dict[str, tuple[Any, ...]]:
    """Everything of each product in the order book, in a form to be compared."""
    codes: dict[str, set[tuple[str, int]]] = {}
    for row in connection.execute(select(barcodes)):
        codes.setdefault(row.sku, set()).add((row.code, row.units))
    parts: dict[str, set[tuple[str, int]]] = {}
    for row in connection.execute(select(kit_components)):
        parts.setdefault(row.kit, set()).add((row.sku, row.quantity))
    return {
        row.sku: (dict(row._mapping), codes.get(row.sku, set()), parts.get(row.sku, set()))
        for row in connection.execute(select(products))
    }


def _as_known(product: Product) -> tuple[Any, ...]:
    codes = {(barcode.code, barcode.units) for barcode in product.codes}
    return (dict(product.values), codes, set(product.components))


def _forget_codes(connection: Connection, sku: str) -> None:
    connection.execute(delete(barcodes).where(barcodes.c.sku == sku))
    connection.execute(delete(kit_components).where(kit_components.c.kit == sku))


def _code_rows(product: Product) -> list[dict[str, Any]]:
    rows = {
        barcode_key(code.code): {
            "key": barcode_key(code.code),
            "sku": product.values["sku"],
            "code": code.code,
            "units": code.units,
        }
        for code in product.codes
    }
    return list(rows.values())
