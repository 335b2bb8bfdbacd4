"""Cells and headers as they are compared, whatever the file wrapped around them."""

from __future__ import annotations

import pytest

from station.orders.sheet import cell_text, header_key


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ('="3100000000000000001"', "3100000000000000001"),
        ("'13800000001", "13800000001"),
        ("'", ""),
        ("  x\u3000", "x"),
        ("\ufeff1", "1"),
        ("a\x00b\x1bc", "abc"),
        ("two\nlines", "two\nlines"),
        ("=1+1", "=1+1"),
        (12.0, "12"),
        (12.5, "12.5"),
        (3.1e18, "3.10000E+18"),
        (True, "1"),
        (None, ""),
    ],
)
def test_cells(raw: object, clean: str) -> None:
    """What spreadsheets and exports wrap around a value is taken off; a rounded id stays visibly rounded."""
    assert cell_text(raw) == clean


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("订单付款时间 ", "订单付款时间"),
        ("产品信息\n（双击单元格展开所有产品信息！）", "产品信息"),
        ("负责人(业务员)", "负责人"),
        ("Order No", "orderno"),
        ("ＳＫＵ", "sku"),
    ],
)
def test_header_keys(header: str, key: str) -> None:
    """Headers are compared without blanks, brackets, case and width."""
    assert header_key(header) == key
