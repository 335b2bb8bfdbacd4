"""Reading a ``^GF`` picture back out of ZPL, independently of the file that writes it. Pure.

Source: ZPL II Programming Guide, ``^GF`` and "Introduction to B64 and Z64"; compressed hexadecimal as under ``~DG``.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from typing import Final

LIMIT: Final = 16 * 1024 * 1024  # bytes of one picture
_FIELD: Final = re.compile(rb"\^GFA,(\d{1,9}),(\d{1,9}),(\d{1,9}),([^\^~]*)")
_PACKED: Final = re.compile(rb":(B64|Z64):([A-Za-z0-9+/=\s]*):([0-9A-Fa-f]{4})\s*")
_STORE: Final = re.compile(rb"~DG([A-Z]:[A-Za-z0-9]{1,16}\.GRF),(\d{1,9}),(\d{1,9}),([^\^~]*)")
_WIDTH: Final = re.compile(rb"\^PW(\d{1,5})")


class GraphicError(ValueError):
    """What a printer would drop: no picture, a wrong count, a wrong CRC."""


def decode_graphic(zpl: bytes) -> tuple[bytes, int, int]:
    """The first picture of a format: rows packed MSB first (1 = black), width and height in dots.

    The width is that of ``^PW`` where it fits the rows, else that of whole bytes.
    """
    field = _FIELD.search(zpl)
    if field is None:
        raise GraphicError("no ^GFA field")
    total, row_bytes = int(field[2]), int(field[3])
    if not 0 < row_bytes <= total <= LIMIT or total % row_bytes:
        raise GraphicError(f"{total} bytes are no whole rows of {row_bytes}")
    bitmap = _unpacked(field[4], total) if field[4].startswith(b":B64:") or field[4].startswith(b":Z64:") else None
    if bitmap is None:
        bitmap = _from_hex(field[4], row_bytes, total)
    if len(bitmap) != total:
        raise GraphicError(f"{len(bitmap)} bytes came, {total} were announced")
    stated = _WIDTH.search(zpl)
    width = int(stated[1]) if stated and 0 <= row_bytes * 8 - int(stated[1]) < 8 else row_bytes * 8
    return bitmap, width, total // row_bytes


def decode_stored(command: bytes) -> tuple[bytes, bytes, int, int]:
    """``~DGd:o.x,total,rowbytes,data``: the name it is stored under, its rows, width and height in dots."""
    found = _STORE.fullmatch(command)
    if found is None:
        raise GraphicError("no ~DG field")
    total, row_bytes = int(found[2]), int(found[3])
    if not 0 < row_bytes <= total <= LIMIT or total % row_bytes:
        raise GraphicError(f"{total} bytes are no whole rows of {row_bytes}")
    bitmap = _from_hex(found[4], row_bytes, total)
    if len(bitmap) != total:
        raise GraphicError(f"{len(bitmap)} bytes came, {total} were announced")
    return found[1], bitmap, row_bytes * 8, total // row_bytes


def _unpacked(data: bytes, total: int) -> bytes:
    packed = _PACKED.fullmatch(data)
    if packed is None:
        raise GraphicError("the packed data is cut")
    if binascii.crc_hqx(packed[2], 0) != int(packed[3], 16):
        raise GraphicError("the CRC is wrong")
    try:
        raw = base64.b64decode(packed[2], validate=True)
        if packed[1] == b"B64":
            return raw
        inflate = zlib.decompressobj()
        return inflate.decompress(raw, total + 1)
    except (binascii.Error, zlib.error) as error:
        raise GraphicError(str(error)) from error


def _from_hex(data: bytes, row_bytes: int, total: int) -> bytes:
    """Hexadecimal with run lengths (G..Y one to nineteen, g..z twenties), ``,`` ``!`` row fills and ``:`` repeats."""
    rows: list[bytes] = []
    row = bytearray()
    repeat = 0
    digits = row_bytes * 2
    for code in data:
        mark = chr(code)
        if mark in "0123456789ABCDEFabcdef":
            row += bytes([code]) * (repeat or 1)
            repeat = 0
        elif "G" <= mark <= "Y":
            repeat += code - ord("F")
        elif "g" <= mark <= "z":
            repeat += 20 * (code - ord("f"))
        elif mark in ",!":
            row += (b"0" if mark == "," else b"F") * (digits - len(row))
        elif mark == ":":
            if row or not rows:
                raise GraphicError("a repeated row without a row before it")
            rows.append(rows[-1])
        elif not mark.isspace():
            raise GraphicError(f"{mark!r} is no picture data")
        while len(row) >= digits:
            rows.append(bytes(row[:digits]))
            del row[:digits]
        if len(rows) * row_bytes > total:
            raise GraphicError("more rows than announced")
    if row or repeat:
        raise GraphicError("the last row is cut")
    return bytes.fromhex(b"".join(rows).decode("ascii"))
