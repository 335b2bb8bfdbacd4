"""Tables for spreadsheets: words stay words, and Chinese keeps its columns."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from station.errors import Trouble, UsageTrouble
from station.reports.table import Cell, csv_text, in_columns, plain, save, write_csv, write_file, write_tsv, write_xlsx

FORMULAS = ["=1+1", "+A1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠A"]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_text(text: str) -> None:
    """Whatever a spreadsheet would reckon stands behind an apostrophe, in headers and in rows."""
    assert plain(text) == f"'{text}"
    headers, row = list(csv.reader(io.StringIO(csv_text((text,), [(text,)]), newline="")))
    assert (headers, row) == ([f"'{text}"], [f"'{text}"])


@pytest.mark.parametrize(
    "text",
    [
        "+1+cmd|'/C calc'!A0",
        "+1+1",
        "-1+1",
        "-1",
        "+",
        "+(",
        "+1*1",
        "+1/2",
        "+1e5",
        "+1,2",
        "+1\n=1",
        "＋8613800000000",
    ],
)
def test_what_only_begins_like_a_phone_is_text(text: str) -> None:
    """A second sign, a name, a line's end or a full-width plus makes it no phone."""
    assert plain(text) == f"'{text}"


@pytest.mark.parametrize("phone", ["+8613800000000", "+86 138-0000-0000", "+1 (555) 010-0000", "+(86) 13800000000"])
def test_a_phone_stays_a_phone(phone: str) -> None:
    """No apostrophe before it, in no form; and in a workbook it is text, so that no digit is lost."""
    assert csv_text(("h",), [(phone,)]) == f"h\r\n{phone}\r\n"
    sheet = load_workbook(io.BytesIO(write_xlsx(("h",), [(phone,)]))).active
    assert sheet is not None
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", phone)


@given(st.text(alphabet="+-=@0123456789 ()AR!|'\"*/.,:\t\r\n＋", min_size=1, max_size=12))
def test_only_phones_may_begin_like_a_formula(text: str) -> None:
    """Whatever begins like a formula and goes as it is, is one plus sign and what phones are written with."""
    if plain(text) == text and text[0] in "=+-@\t\r＋":
        assert text[0] == "+"
        assert set(text[1:]) <= set("0123456789 ()-")
        assert any(map(str.isdigit, text))


def test_numbers_are_numbers() -> None:
    """A negative number is no formula."""
    assert [plain(cell) for cell in (-1, -0.5, None, "SO-1")] == [-1, -0.5, None, "SO-1"]


def test_csv_of_a_file_has_its_mark() -> None:
    """Excel needs the mark to read Chinese; lines end as RFC 4180 says."""
    assert write_csv(("打包台", "n"), [("B01", 1), (None, 2)]) == "\ufeff打包台,n\r\nB01,1\r\n,2\r\n".encode()


@pytest.mark.parametrize("text", [*FORMULAS, "#N/A", "#REF!", "打包"])
def test_xlsx_holds_text_as_text(text: str) -> None:
    """No cell of text is a formula or an error to a spreadsheet."""
    sheet = load_workbook(io.BytesIO(write_xlsx(("h",), [(text,)]))).active
    assert sheet is not None
    cell = sheet["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).replace("_x000D_", "\r").replace("\n", "\r") == str(plain(text))


def test_xlsx_takes_any_character() -> None:
    """A control character, which XML cannot hold, is replaced and breaks nothing."""
    rows: list[tuple[Cell, ...]] = [("a\x00b\x1fc", 1.5)]
    sheet = load_workbook(io.BytesIO(write_xlsx(("h", "n"), rows))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == ["a\ufffdb\ufffdc", 1.5]


def test_columns_of_mixed_widths() -> None:
    """Chinese characters count two places; numbers stand to the right."""
    assert in_columns(("打包台", "n"), [("B01", 1), ("合计", 12)]).splitlines() == [
        "打包台   n",
        "B01      1",
        "合计    12",
    ]


def test_files_by_their_ending(tmp_path: Path) -> None:
    """The ending says the form; another ending, or a folder that is not there, is told in a sentence."""
    write_file(tmp_path / "a.CSV", ("h",), [(1,)])
    assert (tmp_path / "a.CSV").read_bytes() == b"\xef\xbb\xbfh\r\n1\r\n"
    with pytest.raises(UsageTrouble, match=r"\.csv or \.xlsx"):
        write_file(tmp_path / "a.pdf", ("h",), [])
    with pytest.raises(Trouble, match="cannot be written"):
        write_file(tmp_path / "none" / "a.csv", ("h",), [])


def test_tab_separated() -> None:
    """A row is a line whatever its cells hold, and a formula stays text."""
    assert write_tsv(("a", "b"), [("x\ty\r\nz", 1), ("=1+1", None)]) == b"a\tb\r\nx y z\t1\r\n'=1+1\t\r\n"


def test_a_full_disk_leaves_the_file_that_was(tmp_path: Path) -> None:
    """What cannot be written whole is not written at all, and no half of it stays behind."""
    resource = pytest.importorskip("resource")
    file = tmp_path / "confirm.csv"
    file.write_bytes(b"yesterday's")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(Trouble, match="Make room"):
            save(file, b"x" * 2_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert file.read_bytes() == b"yesterday's"
    assert [each.name for each in tmp_path.iterdir()] == ["confirm.csv"]
