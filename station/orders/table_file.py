"""From the bytes of a file to a table: CSV, TSV, XLS, XLSX, ODS. What the columns mean is not known here.

A file is judged before it is opened: a bomb, a photograph or a saved web page gives one sentence and costs nothing.
"""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from station.errors import Trouble
from station.orders.sheet import Table, cell_text

FILE_BYTES_MAX = 200_000_000
UNZIPPED_BYTES_MAX = 2_000_000_000
ZIP_RATIO_MAX = 200
ROWS_MAX = 1_000_000
COLUMNS_MAX = 512
HEADER_MAX = 100_000
"""Characters looked at to tell what separates the cells."""

CELL_MAX = 32_767
"""Excel's own limit for the text of a cell."""

READ_S_MAX = 300
"""For one workbook."""

_XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


def read_table(data: bytes, *, name: str) -> Table:
    """The first sheet's table.

    Raises:
        Trouble: this is no table, or one larger than the limits above.
    """
    if not data.strip():
        raise Trouble("the file is empty", where=name)
    if len(data) > FILE_BYTES_MAX:
        raise Trouble(f"the file is larger than {FILE_BYTES_MAX // 1_000_000} MB", where=name, remedy="Split it.")
    rows = _workbook_rows(data, name) if data.startswith((_XLS, _ZIP)) else _text_rows(data, name)
    return _table(rows, name)


def _workbook_rows(data: bytes, name: str) -> Sequence[Sequence[Any]]:
    """The rows as ``workbook_reader`` gives them; what ends that process is a damaged workbook here."""
    if data.startswith(_ZIP):
        _refuse_bomb(data, name)
    reader = Path(__file__).with_name("workbook_reader.py")
    command = (sys.executable, "-P", str(reader), str(ROWS_MAX), str(COLUMNS_MAX))
    remedy = "Open it in a spreadsheet program and save it again."
    try:
        done = subprocess.run(  # noqa: S603 - our own file; the workbook goes in as data
            command, input=data, capture_output=True, timeout=READ_S_MAX, check=False, creationflags=_NO_WINDOW
        )
    except subprocess.TimeoutExpired as late:
        raise Trouble(f"the spreadsheet cannot be read in {READ_S_MAX} s", where=name, remedy=remedy) from late
    if done.returncode == _TOO_LARGE:
        raise _too_large(name)
    if done.returncode:
        raise Trouble("the spreadsheet cannot be read", where=name, remedy=remedy)
    decode = msgspec.json.Decoder().decode
    lines = done.stdout.splitlines()
    rows = [decode(line) for line in lines]
    if not rows:
        raise Trouble("the spreadsheet has no rows", where=name, remedy="Export it again.")
    for number, line in enumerate(lines, start=1):
        if len(line) > CELL_MAX:
            _refuse_long(number, rows[number - 1], name)
    return rows


def _refuse_long(number: int, row: Sequence[Any], name: str) -> None:
    if any(cell.__class__ is str and len(cell) > CELL_MAX for cell in row):
        remedy = "Shorten it, or export the file again."
        raise Trouble(f"row {number} has a cell of more than {CELL_MAX} characters", where=name, remedy=remedy)


_TOO_LARGE = 3
"""Exit code of ``workbook_reader`` for a sheet beyond the limits."""

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows no console may flash up


def _refuse_bomb(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unzipped = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as error:
        raise Trouble("the spreadsheet is damaged", where=name, remedy="Export it again.") from error
    if unzipped > UNZIPPED_BYTES_MAX or unzipped > max(len(data), 10_000) * ZIP_RATIO_MAX:
        remedy = "Export it again, or save the order sheet alone."
        raise Trouble("the spreadsheet unpacks to far more than an order file holds", where=name, remedy=remedy)


def _too_large(name: str) -> Trouble:
    return Trouble(f"the table has more than {ROWS_MAX} rows or {COLUMNS_MAX} columns", where=name, remedy="Split it.")


def _text_rows(data: bytes, name: str) -> Sequence[Sequence[Any]]:
    text = _decoded(data, name)
    if text.lstrip()[:1] == "<":
        remedy = "Open it in a spreadsheet program and save it as .xlsx."
        raise Trouble("this is a web page or XML that was named like a table", where=name, remedy=remedy)
    delimiter = _delimiter(text)
    rows, unclosed = _split(text, delimiter, csv.QUOTE_MINIMAL, name)
    plain = _split(text, delimiter, csv.QUOTE_NONE, name)[0] if delimiter == "\t" and '"' in text else rows
    meant = _unquoted(rows, plain)
    if unclosed and meant is rows:
        remedy = "Export or copy it again."
        raise Trouble(f"a quotation mark opens in row {unclosed} and is not closed", where=name, remedy=remedy)
    rows = meant
    _refuse_cut(rows, text, name)
    return rows


def _split(text: str, delimiter: str, quoting: Literal[0, 3], name: str) -> tuple[Sequence[Sequence[str]], int]:
    """The rows, and the number of the first whose quotation mark swallowed a row below it, 0 when there is none."""
    lines: list[str] = []
    reader = csv.reader(_kept(io.StringIO(text, newline=""), lines), delimiter=delimiter, quoting=quoting)
    rows: list[list[str]] = []
    unclosed = 0
    try:
        for row in reader:
            if len(rows) > ROWS_MAX or len(row) > COLUMNS_MAX:
                raise _too_large(name)
            if row and max(map(len, row)) > CELL_MAX:
                _refuse_long(len(rows) + 1, row, name)
            rows.append(row)
            if len(lines) > 1 and not unclosed and not _closed(lines, delimiter):
                unclosed = len(rows)
            lines.clear()
    except csv.Error as error:
        remedy = "Export it again."
        raise Trouble(f"line {reader.line_num} cannot be read: {error}", where=name, remedy=remedy) from error
    return rows, unclosed


def _kept(text: Iterable[str], lines: list[str]) -> Iterator[str]:
    """The lines of ``text``, each also into ``lines``; after the last one an empty one, so that an open cell shows."""
    for line in text:
        lines.append(line)
        yield line
    lines.append("")


def _closed(lines: Sequence[str], delimiter: str) -> bool:
    """Whether a row of several lines is quoted by the rules, so that its line ends stand where they were meant."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def _unquoted(quoted: Sequence[Sequence[str]], plain: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows as they are meant: marketplaces' flat files do not quote, and a name that begins with ``"`` would
    swallow the rows below it. Where every line is a full row as it stands, the mark belongs to the text.
    """
    widths = [len(row) for row in plain if row]
    clean = len(set(widths)) == 1
    return plain if clean and [len(row) for row in quoted if row] != widths else quoted


def _refuse_cut(rows: Sequence[Sequence[str]], text: str, name: str) -> None:
    """A file that ends within a line was not received whole: the orders after it are missing too (A7)."""
    headers = next((row for row in rows if any(row)), ())
    named = max((index for index, header in enumerate(headers, start=1) if header.strip()), default=0)
    if rows and not text.endswith(("\n", "\r")) and len(rows[-1]) < named:
        remedy = "Export or copy it again."
        raise Trouble(f"the file breaks off in its last row, {len(rows)}", where=name, remedy=remedy)


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in data:
        remedy = "Save it as .xlsx, or as .csv in UTF-8."
        raise Trouble("this is neither a table nor a spreadsheet", where=name, remedy=remedy)
    else:
        encoding = _encoding(data, name)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Trouble("the text is neither UTF-8 nor GB18030", where=name, remedy="Save it as UTF-8.") from None


def _encoding(data: bytes, name: str) -> str:
    """UTF-8 when it is that; else what its bytes look like, because GB18030 takes nearly any of them.

    Raises:
        Trouble: it was UTF-8 and a byte of it is broken, so that every name in it would be read as another.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors="replace")
        broken, apart = text.count("\ufffd"), len(_APART.findall(data))
        beyond = sum(map(len, _BEYOND_ASCII.findall(text))) - broken
        if data.startswith(b"\xef\xbb\xbf") or beyond > broken:
            remedy = "Export or copy it again."
            raise Trouble(
                f"the file is damaged: byte {error.start + 1} is no UTF-8", where=name, remedy=remedy
            ) from None
        return "cp1252" if apart > len(_TOGETHER.findall(data)) else "gb18030"
    return "utf-8-sig"


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_APART = re.compile(rb"(?<![\x80-\xff])[\xc0-\xff](?![\x80-\xff])")
"""A lone byte beyond ASCII: an accented letter of Western Europe. Chinese text has them in pairs."""

_TOGETHER = re.compile(rb"[\x80-\xff]{2,}")


def _delimiter(text: str) -> str:
    """The mark that makes most columns of the header row, which may have line ends within its cells."""
    head = text[:HEADER_MAX]
    return max(",\t;", key=lambda mark: (_columns(head, mark), mark == ","))


def _columns(head: str, mark: str) -> int:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=mark)
    return next((len(row) for row in reader if row), 0)


def _table(rows: Sequence[Sequence[Any]], name: str) -> Table:
    for index, row in enumerate(rows):
        headers = tuple(cell_text(cell) for cell in row)
        if any(headers):
            return Table(headers=headers, rows=rows[index + 1 :], first_row=index + 2)
    raise Trouble("the table has no header row", where=name)


def kind_of(data: bytes, name: str) -> str:
    """What a person calls the file: its spreadsheet kind, or a text's encoding.

    Raises:
        Trouble: a text in no encoding that order files have.
    """
    if data.startswith((_XLS, _ZIP)):
        return "XLS" if data.startswith(_XLS) else Path(name).suffix.removeprefix(".").upper() or "XLSX"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    return _encoding(data, name).removesuffix("-sig").upper()
