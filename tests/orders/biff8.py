"""A workbook in Excel's BIFF8 form (``.xls``), texts only, for sample files: no maintained library writes it.

[MS-XLS] 2.4 for the records, [MS-CFB] for the file around them. One sheet, up to a few megabytes.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
STREAM_MIN = 4096
"""Shorter streams would stand in the mini stream; a longer one needs less."""

SECTORS_MAX = 109 * 128
"""What the FAT sectors named in the header can hold."""


def workbook(sheet: str, rows: Sequence[Sequence[str]]) -> bytes:
    """The rows as the texts of one sheet."""
    return _compound_file(_globals_and_sheet(sheet, rows))


def _record(kind: int, body: bytes) -> bytes:
    assert len(body) <= 8224, "a cell's text is too long for one record"
    return struct.pack("<HH", kind, len(body)) + body


def _globals_and_sheet(sheet: str, rows: Sequence[Sequence[str]]) -> bytes:
    head = _bof(0x0005) + _record(0x0042, struct.pack("<H", 1200)) + _record(0x003D, _WINDOW)
    head += _record(0x0031, _font("Arial")) * 5 + _record(0x00E0, _XF_STYLE) * 15 + _record(0x00E0, _XF_CELL)
    head += _record(0x0293, struct.pack("<HBB", 0x8000, 0, 0xFF))
    name = sheet.encode("utf-16-le")
    entry_size = 4 + 8 + len(name)
    start = len(head) + entry_size + 4
    head += _record(0x0085, struct.pack("<IBBBB", start, 0, 0, len(sheet), 1) + name) + _record(0x000A, b"")
    return head + _sheet(rows)


def _bof(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


_WINDOW = struct.pack("<HHHHHHHHH", 0, 0, 16000, 9000, 0x38, 0, 0, 1, 600)
_XF_STYLE = struct.pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0)
_XF_CELL = struct.pack("<HHHBBBBIIH", 0, 0, 0x0001, 0x20, 0, 0, 0, 0, 0, 0x20C0)


def _font(name: str) -> bytes:
    return struct.pack("<HHHHHBBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, len(name), 0) + name.encode("latin-1")


def _sheet(rows: Sequence[Sequence[str]]) -> bytes:
    width = max((len(row) for row in rows), default=0)
    out = _bof(0x0010) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                out += _record(0x0204, _label(number, column, text))
    return out + _record(0x000A, b"")


def _label(row: int, column: int, text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    return struct.pack("<HHHHB", row, column, 15, len(encoded) // 2, 1) + encoded


def _compound_file(stream: bytes) -> bytes:
    stream = stream.ljust(max(STREAM_MIN, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    count = len(stream) // SECTOR
    fats = 1
    while fats * 128 < count + 1 + fats:
        fats += 1
    assert count + 1 + fats <= SECTORS_MAX, "the workbook is too large for this small writer"
    chain = [*range(1, count), _END, _END, *[_FAT] * fats]
    fat = struct.pack(f"<{fats * 128}I", *chain, *[_FREE] * (fats * 128 - len(chain)))
    return _header(directory=count, first_fat=count + 1, fats=fats) + stream + _directory(len(stream)) + fat


def _header(*, directory: int, first_fat: int, fats: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fats, directory, 0, STREAM_MIN, _END, 0, _END, 0)
    sectors = [first_fat + i for i in range(fats)]
    return head + struct.pack("<109I", *sectors, *[_FREE] * (109 - fats))


def _directory(size: int) -> bytes:
    return (
        _entry("Root Entry", kind=5, child=1, start=_END, size=0)
        + _entry("Workbook", kind=2, child=_FREE, start=0, size=size)
        + _entry("", kind=0, child=_FREE, start=0, size=0) * 2
    )


def _entry(name: str, *, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    length = len(text) + 2 if name else 0
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", length, kind, 1, _FREE, _FREE, child)
    return head + bytes(16) + bytes(4) + bytes(16) + struct.pack("<IQ", start, size)
