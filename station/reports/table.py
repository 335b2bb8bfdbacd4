"""A table as CSV or XLSX for people who will open it in a spreadsheet: text that looks like a formula stays text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from station.errors import Trouble, UsageTrouble

Cell: TypeAlias = str | int | float | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def write_csv(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """UTF-8 with a mark at its head, without which Excel takes Chinese for something else."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    sheet.append(list(headers))
    for row in rows:
        sheet.append([plain(cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_file(path: Path, headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """By the file's ending.

    Raises:
        Trouble: it cannot be written, or its ending is neither .csv nor .xlsx.
    """
    writers = {".csv": write_csv, ".xlsx": write_xlsx}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UsageTrouble(f"the file's name must end in {' or '.join(writers)}", where=str(path))
    try:
        path.write_bytes(writer(headers, rows))
    except OSError as error:
        raise Trouble(f"the file cannot be written: {(error.strerror or '').lower()}", where=str(path)) from error
