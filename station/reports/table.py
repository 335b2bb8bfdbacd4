"""A table as CSV, TSV, XLSX or text: what looks like a formula to a spreadsheet stays text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from unicodedata import east_asian_width

from station.errors import Trouble, UsageTrouble

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Cell: TypeAlias = str | int | float | None

MARK: Final = "\ufeff"
"""At the head of a CSV file, without which Excel takes Chinese for something else."""

TITLE_MAX: Final = 31
"""Characters of a sheet's name; Excel takes no more."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_PHONE = re.compile(r"\+\(?[0-9][0-9 ()-]*")
_BREAKS = re.compile("[\t\r\n\x0b\x0c\x85\u2028\u2029]+")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def plain(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection; full-width signs count in Excel)."""
    if not isinstance(cell, str) or not cell.startswith(_FORMULA):
        return cell
    # A phone goes as it is: carriers' programs refuse an apostrophe before it, and of a plus sign, digits, blanks,
    # hyphens and parentheses a spreadsheet makes at worst a number: there is no name, cell or call in it to run.
    return cell if _PHONE.fullmatch(cell) else f"'{cell}"


def write_csv(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """UTF-8, with ``MARK``."""
    return f"{MARK}{csv_text(headers, rows)}".encode()


def csv_text(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([plain(cell) for cell in row] for row in (headers, *rows))
    return text.getvalue()


def write_tsv(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Tab-separated UTF-8 for programs: no mark, no quotes; a tab or a line's end within a cell becomes a blank."""
    lines = ("\t".join(_blanked(cell) for cell in row) for row in (headers, *rows))
    return "".join(f"{line}\r\n" for line in lines).encode()


def _blanked(cell: Cell) -> str:
    text = plain(cell)
    return "" if text is None else _BREAKS.sub(" ", str(text))


def write_xlsx(headers: Sequence[str], rows: Sequence[Sequence[Cell]], *, title: str = "Sheet1") -> bytes:
    """``title`` names the sheet and, in the file's properties, what it is."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = title
    sheet = book.create_sheet(_NOT_IN_TITLE.sub("-", title)[:TITLE_MAX])
    for row in (headers, *rows):
        sheet.append([_xlsx_cell(sheet, cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xlsx_cell(sheet: WriteOnlyWorksheet, cell: Cell) -> Any:
    """Text is said to be text: by itself openpyxl makes a formula of ``=…`` and an error of ``#N/A``."""
    if not isinstance(cell, str):
        return cell
    from openpyxl.cell import WriteOnlyCell

    written = WriteOnlyCell(sheet, _NOT_IN_XML.sub("\ufffd", str(plain(cell))))
    written.data_type = "s"
    return written


def write_file(path: Path, headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """By the file's ending.

    Raises:
        Trouble: it cannot be written, or its ending is not of a table.
    """
    writers = {".csv": write_csv, ".xlsx": write_xlsx, ".tsv": write_tsv, ".txt": write_tsv}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UsageTrouble(f"the file's name must end in {' or '.join(writers)}", where=str(path))
    save(path, writer(headers, rows))


def save(path: Path, data: bytes) -> None:
    """Whole or not at all: a full disk leaves no half of a file, and the one that was there stays.

    Raises:
        Trouble: it cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        if path.exists() and not path.is_file():  # a pipe, or /dev/stdout
            path.write_bytes(data)
            return
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        what = f"the file cannot be written: {(error.strerror or 'unknown').lower()}"
        raise Trouble(what, where=str(path), remedy="Make room, or name another place.") from error


def in_columns(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """For a terminal: numbers to the right, words to the left, a Chinese character two places wide."""
    texts = [tuple("" if cell is None else str(cell) for cell in row) for row in (headers, *rows)]
    numbers = [any(isinstance(row[column], int | float) for row in rows) for column in range(len(headers))]
    widths = [max(map(_places, column)) for column in zip(*texts, strict=True)]
    return "\n".join(
        "  ".join(_padded(*cell) for cell in zip(row, widths, numbers, strict=True)).rstrip() for row in texts
    )


def _padded(text: str, width: int, number: bool) -> str:
    blanks = " " * (width - _places(text))
    return blanks + text if number else text + blanks


def _places(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
