"""Bytes to cells: encodings, wrappings, and files that must not be opened."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from station.errors import Trouble
from station.orders import table_file
from station.orders.sheet import cell_text
from station.orders.table_file import read_table
from tests.orders.biff8 import workbook
from tests.orders.containers import ods


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


def test_a_header_of_two_lines() -> None:
    """A line's end in the first header does not hide what separates the others."""
    assert _cells(b'"a\n(b)"\tc\td\n1\t2\t3\n')[1] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('a\tb\n"Best" mug\t1\nMug 6"\t2\n', "Best mug"),
        ('a\tb\n"Best mug\t1\nMug 6"\t2\n', "Best mug"),
        ('a\tb\n"two\nlines"\t1\n', "two\nlines"),
    ],
)
def test_quotation_marks_between_tabs(text: str, name: str) -> None:
    """A marketplace's flat file does not quote, a spreadsheet program's does: neither loses a row."""
    rows = _cells(text.encode())
    assert len(rows) == 1 + text.count("\t") - 1
    assert rows[1] == [name, "1"]


def test_an_open_document() -> None:
    """An ODS workbook gives the cells that were written."""
    rows = [["订单号", "数量"], ["SO-1", "2"], ["<&>", "'"]]
    assert _cells(ods(rows)) == [*rows[:2], ["<&>", ""]]


def test_workbooks_say_the_same() -> None:
    """Each kind of workbook gives the cells that were written."""
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
        (b"a,b,c\n1,2,3\n4,5", "breaks off in its last row, 3"),
        (b"a,b\n" + b"1,2\n" * 50_000 + b"1\x00,2\n", "neither"),
    ],
)
def test_bad_files(data: bytes, word: str) -> None:
    """A file that is no table gives one sentence."""
    with pytest.raises(Trouble, match=word if word != "40,000" else "characters"):
        read_table(data, name="x.csv")


def test_text_of_western_europe() -> None:
    """Accented letters stand alone between others, Chinese bytes in pairs: neither is taken for the other."""
    for words in ("Zoë Müller,Straße 3", "José,São Paulo, Nº 7"):
        assert _cells(f"name,place\n{words}\n".encode("cp1252"))[1][0] == words.split(",")[0]
    for words in ("王喆,杭州市 3 号", "朱镕基,A 座"):
        assert _cells(f"name,place\n{words}\n".encode("gb18030"))[1] == words.split(",")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_broken_byte_of_utf8(mark: bytes) -> None:
    """One bad byte among good UTF-8 is damage: read as another encoding, every name would be another name."""
    data = mark + "name,place\n王喆,杭州市\n林晓,绍兴市\n".encode()
    at = data.index("州".encode())
    with pytest.raises(Trouble, match=f"byte {at + 1} is no UTF-8"):
        read_table(data[:at] + b"\xff" + data[at + 1 :], name="x.csv")


def test_one_spelling() -> None:
    """An accent written behind its letter is the letter with the accent, as a scanner sends it."""
    assert _cells("cafe\u0301\nE\u0301-1\n".encode()) == [["caf\u00e9"], ["\u00c9-1"]]


def test_a_workbook_with_a_broken_directory() -> None:
    """Whatever byte of the archive's directory is wrong, it is one sentence or a table."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/表.xml", b"<a/>")
    data = bytearray(out.getvalue())
    for at in range(data.index(b"PK\x01\x02"), len(data)):
        for flip in (0x01, 0x80, 0xFF):
            broken = bytes(data[:at]) + bytes([data[at] ^ flip]) + bytes(data[at + 1 :])
            with contextlib.suppress(Trouble):
                table_file._refuse_bomb(broken, "x.xlsx")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('a,b\n1,2\n3,"4\n5,6\n', 3),
        ('a,b\n1,2\n3,"4', 3),
        ('a,b\n1,"2\n3,"4"\n5,6\n', 2),
        ('a;b\n1;"2\n3;4\n', 2),
    ],
)
def test_a_quotation_mark_that_is_not_closed(text: str, row: int) -> None:
    """A cell that never ends would swallow the orders below it: nothing is taken."""
    with pytest.raises(Trouble, match=f"a quotation mark opens in row {row} and is not closed"):
        read_table(text.encode(), name="orders.csv")


def test_line_ends_and_loose_marks_within_cells() -> None:
    """Cells of several lines are read, and so is a mark that an export forgot to double within one line."""
    table = read_table(b'a,b\n1,"2\n""two"""\n3,"5" screen"\n', name="orders.csv")
    assert [list(row) for row in table.rows] == [["1", '2\n"two"'], ["3", '5 screen"']]


def test_a_last_row_may_be_short_when_its_line_ends() -> None:
    """Spreadsheet programs leave out empty cells at a row's end; what ends within a line was cut off."""
    assert _cells(b"a,b,c\n1,2\n") == [["a", "b", "c"], ["1", "2"]]
    assert _cells(b"a,b,\n1,2") == [["a", "b", ""], ["1", "2"]]


def test_moments_of_a_workbook() -> None:
    """Dates, times and truths of a spreadsheet's cells are read as a person sees them."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["when", "at", "gift", "price", "units"])
    book.active.append([datetime.fromisoformat("2026-11-20 09:05"), time(9, 5), True, 1.5, 2])
    out = io.BytesIO()
    book.save(out)
    assert _cells(out.getvalue())[1] == ["2026-11-20 09:05:00", "09:05:00", "1", "1.5", "2"]


@pytest.mark.parametrize(
    ("row", "column", "word"),
    [
        (table_file.ROWS_MAX, table_file.COLUMNS_MAX, "cannot be read"),
        (2, table_file.COLUMNS_MAX + 1, "columns"),
        (table_file.ROWS_MAX + 1, 1, "rows"),
    ],
)
def test_a_cell_far_out(row: int, column: int, word: str) -> None:
    """A workbook of two cells that asks for gigabytes ends its reader and not the import."""
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active["A1"] = "order"
    book.active.cell(row=row, column=column, value="x")
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(Trouble, match=word):
        read_table(out.getvalue(), name="far.xlsx")


def test_a_cut_workbook_says_nothing_else(capfd: pytest.CaptureFixture[str]) -> None:
    """A workbook that was not received whole is one sentence; what its reader complained about is not shown."""
    data = workbook("Sheet0", [["订单号", "数量"], ["SO-1", "2"]] * 200)
    for kept in (600, len(data) // 2, len(data) - 600):
        with pytest.raises(Trouble, match="cannot be read"):
            read_table(data[:kept], name="cut.xls")
    assert capfd.readouterr() == ("", "")


def test_a_bomb_is_not_opened() -> None:
    """A small file that unpacks to much is refused before it is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    with pytest.raises(Trouble, match="unpacks"):
        read_table(out.getvalue(), name="bomb.xlsx")


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table longer than the limit is refused."""
    monkeypatch.setattr(table_file, "ROWS_MAX", 3)
    with pytest.raises(Trouble, match="rows"):
        read_table(b"a\n1\n2\n3\n4\n", name="x")


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes are, there is a table or one sentence."""
    with contextlib.suppress(Trouble):
        assert read_table(data, name="x").headers
