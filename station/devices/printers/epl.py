"""EPL2: a bitmap between the form's size and ``P``, and the error codes of ``^ee``. Pure; no link, no Qt, no clock.

Zebra, EPL Programming Guide (14245L-003): ``N``, ``q``, ``Q``, ``S``, ``D``, ``GW``, ``P``, ``^ee``. In ``GW`` 0 prints
a dot. Nothing is sent that the printer keeps in its flash (``US``, ``eR``).
"""

from __future__ import annotations

import re
from typing import Final

from station.devices.dialect import (
    AS_IT_IS,
    Confirms,
    Limits,
    PrinterStatus,
    Sensing,
    Setup,
    dots_per_mm,
    inverted,
    told,
    whole_rows,
)

speaks = "epl"
mime = "application/vnd.eltron-epl"
confirms = Confirms.BUSY
reprints = False
LIMITS = Limits(darkness=(0, 15), speed=(0, 6))

COPIES_MAX = 99
ANSWER_BYTES_MAX = 64


def encode(bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1, setup: Setup = AS_IT_IS) -> bytes:
    """One label. The first line end closes whatever was begun before."""
    assert 1 <= copies <= COPIES_MAX
    row_bytes = whole_rows(bitmap, width_dots, height_dots)
    dots = bitmap if setup.black == 1 else inverted(bitmap)
    picture = b"GW%d,%d,%d,%d,%b\n" % (setup.right_dots, setup.down_dots, row_bytes, height_dots, dots)
    head = "".join(f"{line}\n" for line in ("", "N", *_head(width_dots, height_dots, setup))).encode("ascii")
    return head + picture + b"P%d\n" % copies


def _head(width_dots: int, height_dots: int, setup: Setup) -> list[str]:
    lines = []
    if setup.sensing is not None:
        gap_dots = round(setup.gap_dmm / 10 * dots_per_mm(setup.dpi))
        lines += [f"q{width_dots + setup.right_dots}", f"Q{height_dots},{_sensing(setup.sensing, gap_dots)}"]
    if setup.speed is not None:
        lines.append(f"S{setup.speed}")
    if setup.darkness is not None:
        lines.append(f"D{setup.darkness}")
    return lines


def _sensing(sensing: Sensing, gap_dots: int) -> str:
    match sensing:
        case Sensing.GAP:
            return str(gap_dots)
        case Sensing.MARK:
            return f"B{gap_dots}"
        case Sensing.CONTINUOUS:
            return "0"


def ready_request() -> bytes:
    """``^ee`` on a line of its own: answered before other commands, in a fault too, but not inside a picture."""
    return b"\n^ee\n"


class StatusReader:
    """Lines of two-digit codes: ``00``, ``07`` or ``07,12``; a count of labels may follow 07. Other lines are noise."""

    def __init__(self) -> None:
        self._waiting = b""

    def feed(self, data: bytes) -> list[PrinterStatus]:
        *lines, rest = (self._waiting + data).split(b"\n")
        self._waiting = rest[-ANSWER_BYTES_MAX:]
        found = [ANSWER.fullmatch(line) for line in lines]
        return [_meaning(answer[1]) for answer in found if answer]

    def asked(self) -> None:
        """Every answer is a line of its own."""


ANSWER: Final = re.compile(rb"[\x00-\x1f]*((?:\d\d(?:P\d{3}(?:L\d{5})?)?)(?:,\d\d){0,9})\r")
FAULTS: Final = {
    b"07": "paper_out",
    b"11": "head_open",
    b"12": "paused",
    b"13": "hot",
    b"14": "motor_hot",
    b"81": "cutter_fault",
    b"82": "mark_fault",
    b"84": "mark_fault",
}
FINE, BUSY = b"00", b"50"
WARNINGS: Final = {b"15", b"16"}  # the battery of a portable one


def _meaning(answer: bytes) -> PrinterStatus:
    """A code that is not known here is told as ``error``: it is no "00"."""
    codes = {code[:2] for code in answer.split(b",")} - {FINE} - WARNINGS
    faults = {FAULTS.get(code, "error") for code in codes - {BUSY}} or {"ready"}
    return told(*faults, "busy", waiting=1) if BUSY in codes else told(*faults)


EXAMPLES: Final = (
    (b"00\r\n", (told("ready"),), "EPL Programming Guide, ^ee: no error"),
    (b"07\r\n", (told("paper_out"),), "EPL Programming Guide, ^ee: paper or ribbon empty"),
    (b"07P001\r\n", (told("paper_out"),), "EPL Programming Guide, US: labels still to print after the code"),
    (b"11\r\n", (told("head_open"),), "EPL Programming Guide, eR: $11 is print head open"),
    (b"11,12\r\n", (told("head_open", "paused"),), "ESim reference, ^ee: more than one code"),
    (b"50\r\n", (told("ready", "busy", waiting=1),), "EPL Programming Guide, ^ee: busy with a print job"),
    (b"01\r\n", (told("error"),), "EPL Programming Guide, ^ee: syntax error"),
)
