"""An order table for a seller who has none: the headers that the generic source knows, and rows that show how. Pure.

The examples can be imported as they are and are held, so that nobody ever packs one that was left in.
"""

from __future__ import annotations

from typing import Literal

_COLUMNS: tuple[tuple[str, str, tuple[str, str], tuple[str, str]], ...] = (
    ("订单号", "order no", ("EXAMPLE-1", "EXAMPLE-1"), ("EXAMPLE-1", "EXAMPLE-1")),
    ("商家编码", "sku", ("MUG-WHITE", "TEA-100"), ("MUG-WHITE", "TEA-100")),
    ("数量", "quantity", ("2", "1"), ("2", "1")),
    ("商品名称", "product name", ("马克杯", "绿茶"), ("Mug", "Green tea")),
    ("规格", "variant", ("白色", "100 克"), ("white", "100 g")),
    ("申报价值", "declared value", ("", ""), ("4.50", "12.00")),
    ("币种", "currency", ("", ""), ("GBP", "GBP")),
    ("订单状态", "status", ("暂停", ""), ("hold", "")),
    ("收货人", "recipient", ("张三（示例）", ""), ("A. Example", "")),
    ("手机", "phone", ("13800000000", ""), ("000-0000-0000", "")),
    ("国家", "country", ("CN", ""), ("GB", "")),
    ("省", "province", ("浙江省", ""), ("", "")),
    ("城市", "city", ("杭州市", ""), ("London", "")),
    ("区县", "district", ("西湖区", ""), ("", "")),
    ("详细地址", "address", ("样例路 1 号", ""), ("1 Example Street", "")),
    ("邮编", "postcode", ("310000", ""), ("SW1A 1AA", "")),
    ("买家留言", "buyer message", ("请放门口", ""), ("Please ring twice", "")),
    ("卖家备注", "seller note", ("示例，导入前请删除这两行", ""), ("An example: delete these two rows", "")),
    ("快递", "carrier", ("圆通", ""), ("", "")),
    ("运单号", "tracking number", ("", ""), ("", "")),
    ("下单时间", "ordered at", ("2026-11-20 09:00:00", ""), ("2026-11-20 09:00:00", "")),
    ("付款时间", "paid at", ("2026-11-20 09:05:00", ""), ("2026-11-20 09:05:00", "")),
    ("最晚发货时间", "ship by", ("2026-11-22 18:00:00", ""), ("2026-11-22 18:00:00", "")),
)
"""Header and two rows in Chinese, header and rows in English: an order of two lines, its own cells on the first."""


def template(language: Literal["zh", "en"]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Headers and example rows."""
    if language == "zh":
        return tuple(each[0] for each in _COLUMNS), tuple(tuple(each[2][row] for each in _COLUMNS) for row in (0, 1))
    return tuple(each[1] for each in _COLUMNS), tuple(tuple(each[3][row] for each in _COLUMNS) for row in (0, 1))
