"""What a product file says: its columns in Chinese or English, a product a row. Nothing is stored here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from station.errors import Trouble
from station.orders.sheet import Table, header_key
from station.orders.source_order import CellError, RowFault, said
from station.packing.model import Barcode, Capture

UNITS_MAX = 100_000
WEIGHT_MAX_G = 1_000_000
SIDE_MAX_MM = 100_000
SKU_MAX = 128
CODES_MAX = 50

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sku": ("sku", "货号", "商家编码", "商品编码"),
    "barcodes": ("barcodes", "barcode", "ean", "gtin", "条码", "条形码"),
    "name": ("name", "名称", "品名", "商品名称", "中文名称"),
    "name_en": ("name en", "english name", "英文名称", "英文名"),
    "variant": ("variant", "spec", "规格", "属性"),
    "weight_g": ("weight_g", "weight g", "weight", "weight_kg", "重量", "重量克", "重量g", "重量kg"),
    "length_mm": ("length_mm", "length", "length_cm", "长", "长度", "长mm", "长cm"),
    "width_mm": ("width_mm", "width", "width_cm", "宽", "宽度", "宽mm", "宽cm"),
    "height_mm": ("height_mm", "height", "height_cm", "高", "高度", "高mm", "高cm"),
    "size_mm": ("size_mm", "size", "size_cm", "dimensions", "尺寸", "长宽高", "外形尺寸"),
    "goods_class": ("class", "goods class", "类别", "分类"),
    "picture": ("picture", "image", "图片"),
    "origin": ("origin", "country of origin", "原产国", "产地"),
    "customs_name": ("customs name", "customs_name", "申报品名", "报关品名"),
    "hs_code": ("hs code", "hs_code", "hs", "hs编码", "海关编码"),
    "location": ("location", "bin", "shelf", "库位", "货位", "储位"),
    "supplier": ("dropship", "drop ship", "dropship supplier", "直发供应商", "供应商直发", "一件代发"),
    "captures": ("captures", "record", "记录"),
    "components": ("components", "kit", "组成", "套装"),
}
_MEANS = {header_key(word): field for field, words in COLUMNS.items() for word in words}
_NO_BARCODE = frozenset({"-", "--", "无", "无条码", "none", "no barcode"})
_NO_BARCODE_CLASSES = frozenset({"no barcode", "无条码"})
_VIRTUAL_CLASSES = frozenset({"virtual", "虚拟", "虚拟物品"})
_PLAIN = ("name", "name_en", "variant", "picture", "origin", "customs_name", "hs_code", "location", "supplier")
_SIDES = ("length_mm", "width_mm", "height_mm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A row's product: ``values`` of the columns that the file has, and only of those.

    ``codes`` and ``components`` are None when the file has no column for them: what is known of them stays.
    """

    row: int
    values: dict[str, Any]
    codes: tuple[Barcode, ...] | None
    components: tuple[tuple[str, int], ...] | None


def read_products(table: Table, *, name: str) -> tuple[list[Product], tuple[RowFault, ...]]:
    """Every product, and every row that cannot be used; a SKU that stands twice is refused both times."""
    headers = {_MEANS[key]: header for header in reversed(table.headers) if (key := header_key(header)) in _MEANS}
    if "sku" not in headers:
        raise Trouble("the table has no column for the SKU (sku, 货号, 商家编码)", where=name)
    fields = tuple(headers)
    units = {field: _unit(header) for field, header in headers.items()}
    found: dict[str, Product] = {}
    faults: list[RowFault] = []
    rows: dict[str, list[int]] = {}
    for row, texts in table.records(tuple(headers.values())):
        try:
            product = _product(row, dict(zip(fields, texts, strict=True)), units)
        except CellError as fault:
            faults.append(RowFault(row=row, column=headers.get(fault.column, ""), message=str(fault)))
            continue
        found[product.values["sku"]] = product
        rows.setdefault(product.values["sku"], []).append(row)
    for sku in [sku for sku, where in rows.items() if len(where) > 1]:
        del found[sku]
        faults += (RowFault(row=row, column=headers["sku"], message=f"SKU {sku} stands twice") for row in rows[sku])
    return list(found.values()), tuple(sorted(faults, key=lambda fault: fault.row))


_UNIT = re.compile(r"(?:[(（_ ]|[\u4e00-\u9fff])\s*(kg|公斤|千克|cm|厘米|m|米)\s*[)）]?\s*$", re.IGNORECASE)
_TIMES = {"kg": 1000, "公斤": 1000, "千克": 1000, "cm": 10, "厘米": 10, "m": 1000, "米": 1000}


def _unit(header: str) -> int:
    """What a number of this column is multiplied by to be grams or millimetres: ``weight_kg``, ``长(cm)``."""
    match = _UNIT.search(header.strip())
    return _TIMES[match[1].casefold()] if match else 1


def _product(row: int, cell: dict[str, str], units: Mapping[str, int]) -> Product:
    sku = cell["sku"]
    if not sku or len(sku) > SKU_MAX:
        raise CellError("sku", f"a SKU has 1 to {SKU_MAX} characters")
    values: dict[str, Any] = {"sku": sku} | {name: said(cell[name]) for name in _PLAIN if name in cell}
    if "weight_g" in cell:
        values["weight_mg"] = _weight_mg(said(cell["weight_g"]), units["weight_g"])
    if "captures" in cell:
        values["captures"] = _captures(said(cell["captures"]))
    values |= _sides(cell, units)
    goods_class, codes_text = said(cell.get("goods_class", "")), cell.get("barcodes", "")
    by_hand = codes_text.casefold() in _NO_BARCODE or goods_class.casefold() in _NO_BARCODE_CLASSES
    if "goods_class" in cell:
        values |= {"goods_class": goods_class, "virtual": goods_class.casefold() in _VIRTUAL_CLASSES}
    if "goods_class" in cell or "barcodes" in cell:
        values["by_hand"] = by_hand
    codes = None if "barcodes" not in cell and not by_hand else () if by_hand else _codes(codes_text)
    components = _components(said(cell["components"])) if "components" in cell else None
    return Product(row=row, values=values, codes=codes, components=components)


def _weight_mg(text: str, times: int) -> int | None:
    if not text:
        return None
    try:
        grams = Decimal(text) * times
    except InvalidOperation:
        raise CellError("weight_g", f"{text[:20]!r} is no weight") from None
    if not grams.is_finite() or not 0 < grams <= WEIGHT_MAX_G or grams * 1000 % 1:
        raise CellError("weight_g", f"a weight is more than 0 and at most {WEIGHT_MAX_G} g, to the milligram")
    return int(grams * 1000)


def _sides(cell: dict[str, str], units: Mapping[str, int]) -> dict[str, int | None]:
    """The sides of one piece: a column each, or all in one as ``100x80x60``."""
    if "size_mm" in cell:
        text = said(cell["size_mm"])
        parts = re.split(r"\s*[x×*X]\s*", text) if text else ["", "", ""]
        if len(parts) != len(_SIDES):
            raise CellError("size_mm", f"a size has three sides like 100x80x60, not {text[:40]!r}")
        return {side: _side(part, "size_mm", units["size_mm"]) for side, part in zip(_SIDES, parts, strict=True)}
    return {side: _side(said(cell[side]), side, units[side]) for side in _SIDES if side in cell}


def _side(text: str, column: str, times: int) -> int | None:
    if not text:
        return None
    try:
        side = Decimal(text) * times
    except InvalidOperation:
        raise CellError(column, f"{text[:20]!r} is no length") from None
    if not side.is_finite() or not 0 < side <= SIDE_MAX_MM:
        raise CellError(column, f"a side is more than 0 and at most {SIDE_MAX_MM} mm")
    return max(1, round(side))


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
    if re.fullmatch(r"\d(?:\.\d+)?[Ee]\+\d+", word):
        raise CellError(column, f"a spreadsheet has turned the code into {word}: make the column text and try again")
    match = re.fullmatch(r"([^*×]{1,128})(?:[*×](\d{1,6}))?", word)
    if match is None or not 1 <= int(match[2] or 1) <= UNITS_MAX:
        raise CellError(column, f"{word[:60]!r} is no code and no code*count")
    return match[1], int(match[2] or 1)
