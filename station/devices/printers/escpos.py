"""ESC/POS: a bitmap as raster bands, feed and cut, and the printer's own bytes about its state. Pure; no link, no Qt.

Epson, TM-U220A manual (``DLE EOT``, ``GS a``), Citizen CBM/PMU manual (which byte answers what), python-escpos' output
(``GS v 0``). Nothing of a person's is ever sent as text, so no text can hold a command.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import AS_IT_IS, Confirms, Limits, PrinterStatus, Sensing, Setup, told, whole_rows

speaks = "escpos"
mime = "application/vnd.epson.escpos"
confirms = Confirms.MARK
reprints = False  # after a fault the printer goes on in mid-label, or forgets: nobody but a person can tell
LIMITS = Limits(width_dots=255 * 256 * 8)

COPIES_MAX = 99
FEED_DOTS_MAX = 255
BAND_ROWS_MAX = 255
"""So that the high byte of a height stays 0."""

ESC, GS, DLE_EOT = b"\x1b", b"\x1d", b"\x10\x04"
MARK: Final = GS + b"r\x01"
"""Transmit status: answered in turn, when everything before it is worked off; unlike ``DLE EOT``, which is at once."""


def encode(bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1, setup: Setup = AS_IT_IS) -> bytes:
    """One label as ``GS v 0`` bands, fed to the next label or to the cutter, and the question that ends the job."""
    assert 1 <= copies <= COPIES_MAX
    row_bytes = whole_rows(bitmap, width_dots, height_dots)
    band_rows = min(setup.band_dots, BAND_ROWS_MAX)
    safe = without_real_time(bitmap)
    bands = [
        GS + b"v0\x00" + row_bytes.to_bytes(2, "little") + (len(rows) // row_bytes).to_bytes(2, "little") + rows
        for start in range(0, len(safe), band_rows * row_bytes)
        for rows in [safe[start : start + band_rows * row_bytes]]
    ]
    label = _feed(setup.down_dots) + b"".join(bands) + _end(setup)
    return ESC + b"@" + _margin(setup) + label * copies + MARK


def without_real_time(bitmap: bytes) -> bytes:
    """The same picture without the bytes that a printer obeys even inside a picture: ``DLE`` before EOT, ENQ or DC4.

    Such a ``DLE`` is a line one dot wide; it gets a second dot. Bars are wider than one dot, so none changes.
    """
    return REAL_TIME.sub(b"\x18", bitmap)


REAL_TIME: Final = re.compile(rb"\x10(?=[\x04\x05\x14])")


def _margin(setup: Setup) -> bytes:
    """``GS L``: left margin in dots."""
    return GS + b"L" + setup.right_dots.to_bytes(2, "little") if setup.right_dots else b""


def _feed(dots: int) -> bytes:
    """``ESC J`` as often as it takes."""
    whole, rest = divmod(dots, FEED_DOTS_MAX)
    return (ESC + b"J\xff") * whole + (ESC + b"J" + bytes([rest]) if rest else b"")


def _end(setup: Setup) -> bytes:
    """``GS FF`` finds the next label or mark by the printer's sensor; without one, feed; ``GS V`` cuts."""
    found = setup.sensing in (Sensing.GAP, Sensing.MARK)
    feed = GS + b"\x0c" if found else _feed(setup.feed_dots)
    return feed + (GS + b"V\x01" if setup.cutter else b"")


def ready_request() -> bytes:
    """``DLE EOT`` 1 to 4: printer, cause of offline, error, paper. Answered at once, even offline."""
    return b"".join(DLE_EOT + bytes([n]) for n in range(1, 5))


class StatusReader:
    """Four ``DLE EOT`` bytes make a status; four ASB bytes too; a byte of ``GS r`` is the mark at a job's end.

    Every kind shows in bits that Epson fixes: 0xx1xx10 ``DLE EOT``, 0xx1xx00 the first of ASB, 11h and 13h flow
    control, 0xx0xxxx the rest of ASB and ``GS r``. Anything else is foreign and dropped.
    """

    def __init__(self) -> None:
        self._answer = b""
        self._automatic = b""

    def feed(self, data: bytes) -> list[PrinterStatus]:
        found = [self._take(byte) for byte in data]
        return [status for status in found if status is not None]

    def asked(self) -> None:
        """The four bytes carry no number: one that was lost must not shift the next answer."""
        self._answer = b""

    def _take(self, byte: int) -> PrinterStatus | None:
        if byte in FLOW_CONTROL:
            return None
        if self._automatic:
            return self._automatic_byte(byte)
        if byte & 0x93 == 0x12:
            return self._answer_byte(byte)
        if byte & 0x93 == 0x10:
            self._automatic = bytes([byte])
            return None
        return told("mark", mark=True) if byte & 0x90 == 0 else None

    def _answer_byte(self, byte: int) -> PrinterStatus | None:
        self._answer += bytes([byte])
        if len(self._answer) < len(ANSWERS):
            return None
        answer, self._answer = self._answer, b""
        return _meaning(answer, ANSWERS)

    def _automatic_byte(self, byte: int) -> PrinterStatus | None:
        if byte & 0x90:  # no further byte of ASB looks like this: the first was none
            self._automatic = b""
            return self._take(byte)
        self._automatic += bytes([byte])
        if len(self._automatic) < len(AUTOMATIC):
            return None
        whole, self._automatic = self._automatic, b""
        return _meaning(whole, AUTOMATIC)


FLOW_CONTROL: Final = b"\x11\x13"
ANSWERS: Final = (
    ((0x08, "offline"), (0x20, "offline"), (0x40, "feeding")),
    ((0x04, "cover_open"), (0x08, "feeding"), (0x20, "paper_out"), (0x40, "error")),
    ((0x04, "error"), (0x08, "cutter_fault"), (0x20, "broken_down"), (0x40, "hot")),
    ((0x0C, "paper_low"), (0x60, "paper_out")),
)
"""``DLE EOT`` 1 to 4: bits and what they say. Bit 2 of the first is the drawer's and says nothing of paper."""

AUTOMATIC: Final = (
    ((0x08, "offline"), (0x20, "cover_open"), (0x40, "feeding")),
    ((0x04, "error"), (0x08, "cutter_fault"), (0x20, "broken_down"), (0x40, "hot")),
    ((0x03, "paper_low"), (0x0C, "paper_out")),
    (),
)
"""The four bytes of an automatic status (``GS a``)."""


def _meaning(answer: bytes, meanings: tuple[tuple[tuple[int, str], ...], ...]) -> PrinterStatus:
    words = {word for byte, bits in zip(answer, meanings, strict=True) for bit, word in bits if byte & bit}
    if len(words - {"paper_low"}) > 1:
        words -= {"offline", "error"}  # the cause is named beside them
    return told(*words) if words - {"paper_low"} else told("ready", *words)


EXAMPLES: Final = (
    (b"\x12\x12\x12\x12", (told("ready"),), "TM-U220A p. 54, DLE EOT 1-4: nothing wrong"),
    (b"\x16\x12\x12\x12", (told("ready"),), "TM-U220A p. 54, n=1 bit 2 is the drawer's"),
    (b"\x12\x12\x12\x1e", (told("ready", "paper_low"),), "TM-U220A p. 54, n=4 bits 2 and 3: near end"),
    (b"\x1a\x32\x12\x72", (told("paper_out"),), "TM-U220A p. 54, n=2 bit 5, n=4 bits 5 and 6: end"),
    (b"\x1a\x16\x12\x12", (told("cover_open"),), "TM-U220A p. 54, n=2 bit 2"),
    (b"\x1a\x52\x1a\x12", (told("cutter_fault"),), "TM-U220A p. 54, n=2 bit 6 with n=3 bit 3"),
    (b"\x11\x12\x13\x12\x12\x12", (told("ready"),), "Citizen CBM p. 310: XON and XOFF may stand between"),
    (b"\x10\x00\x00\x00", (told("ready"),), "TM-U220A p. 82, GS a: four bytes, the first 0xx1xx00"),
    (b"\x38\x00\x0c\x00", (told("cover_open", "paper_out"),), "TM-U220A p. 82, bytes 1 and 3"),
    (b"\x00", (told("mark", mark=True),), "TM-U220A, GS r 1: paper adequate; here only that its turn came"),
)
