"""Bytes to cells: encodings, wrappings, and files that must not be opened."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from station.errors import Trouble
from station.orders import sheet
from station.orders.sheet import cell_text, header_key, read_table
from tests.orders.biff8 import workbook


def _cells(data: bytes) -> list[list[str]]:
    table = read_table(data, name="x")
    return [list(table.headers), *([cell_text(cell) for cell in row] for row in table.rows)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    """Every encoding that exports use is recognised by its bytes."""
    assert _cells("订单编号,收货人\r\n1,王喆\r\n".encode(encoding)) == [["订单编号", "收货人"], ["1", "王喆"]]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "a\tb\n1\t2\n", "a;b\n1;2\n", "\n\na,b\n1,2\n"])
def test_separators(text: str) -> None:
    """Commas, tabs and semicolons separate; blank rows may stand before the headers."""
    assert _cells(text.encode()) == [["a", "b"], ["1", "2"]]


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


def test_xlsx_and_xls_say_the_same() -> None:
    """Both kinds of workbook give the cells that were written."""
    rows = [["订单号", "数量"], ["SO-1", "2"], ["SO-2", "多\n行"]]
    book = Workbook(write_only=True)
    page = book.create_sheet()
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    assert _cells(out.getvalue()) == _cells(workbook("Sheet0", rows)) == rows


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"<html><table>", "web page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither"),
        (b"a,b\n\xff\xff\xff\x81\n", "neither UTF-8 nor"),
        (b"PK\x03\x04broken", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "cannot be read"),
        (b",,\n,,\n", "no header"),
        (b"a\n" + b"x" * 40_000, "40,000"),
        (b"," * 600, "columns"),
    ],
)
def test_bad_files(data: bytes, word: str) -> None:
    """A file that is no table gives one sentence."""
    with pytest.raises(Trouble, match=word if word != "40,000" else "characters"):
        read_table(data, name="x.csv")


def test_a_bomb_is_not_opened() -> None:
    """A small file that unpacks to much is refused before it is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    with pytest.raises(Trouble, match="unpacks"):
        read_table(out.getvalue(), name="bomb.xlsx")


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table longer than the limit is refused."""
    monkeypatch.setattr(sheet, "ROWS_MAX", 3)
    with pytest.raises(Trouble, match="rows"):
        read_table(b"a\n1\n2\n3\n4\n", name="x")


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


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes are, there is a table or one sentence."""
    with contextlib.suppress(Trouble):
        assert read_table(data, name="x").headers
