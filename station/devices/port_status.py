"""What the status byte of a printer port means. Pure: one byte in, a status out.

USB printer class 1.1, 4.2.2 GET_PORT_STATUS, handed on by ``LPGETSTATUS``: 08h no error, 10h selected, 20h no paper.
"""

from __future__ import annotations

from typing import Final

from station.devices.dialect import PrinterStatus, told

NOT_ERROR, SELECTED, PAPER_EMPTY = 0x08, 0x10, 0x20
READY: Final = NOT_ERROR | SELECTED


def meaning(byte: int) -> PrinterStatus:
    words = set()
    if byte & PAPER_EMPTY:
        words.add("paper_out")
    if not byte & SELECTED:
        words.add("offline")
    if not byte & NOT_ERROR and not words:
        words.add("error")  # paper and offline raise the error line too: the cause is enough
    return told(*words) if words else told("ready")
