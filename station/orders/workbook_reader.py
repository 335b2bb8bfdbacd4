"""A program of its own: a workbook on standard input, its first sheet on standard output, a JSON array a row.

calamine answers some damaged workbooks with a panic, and a cell in the far corner with a request for any amount of
memory. That must end this process and never the one that imports (``table_file.py``). It imports nothing of the
station.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec
from python_calamine import CalamineWorkbook

MEMORY_BYTES_MAX = 4_000_000_000
TOO_LARGE = 3
"""Exit code for a sheet of more rows or columns than the caller takes; any other but 0 is a workbook not readable."""


def main() -> int:
    """Arguments: the most rows and the most columns."""
    _limit_memory()
    rows_max, columns_max = int(sys.argv[1]), int(sys.argv[2])
    book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.end is None:
            continue
        last_row, last_column = sheet.end  # counted from 0
        if last_row >= rows_max or last_column >= columns_max:
            return TOO_LARGE
        _write(sheet.to_python(skip_empty_area=False))
        break
    return 0


def _limit_memory() -> None:
    """Windows has no such limit: there the machine's own is met, by this process alone."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES_MAX, MEMORY_BYTES_MAX))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(rows: Sequence[Sequence[Any]]) -> None:
    encode = msgspec.json.Encoder(enc_hook=str).encode
    for row in rows:
        sys.stdout.buffer.write(encode([_plain(cell) for cell in row]) + b"\n")


def _plain(cell: Any) -> Any:
    """Text, numbers and truth stay; moments become the text a person would read in the cell."""
    match cell:
        case datetime():
            return cell.isoformat(sep=" ", timespec="seconds")
        case date() | time() | timedelta():
            return str(cell)
        case _:
            return cell


if __name__ == "__main__":
    sys.exit(main())
