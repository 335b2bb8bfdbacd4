"""ZPL II: a bitmap wrapped into one format, and the printer's own word about its state. Pure; no link, no Qt, no clock.

Zebra, ZPL II Programming Guide (45541L-004): ``^GF`` and its Z64 and ACS data, ``~HS`` (host status), ``~HQES`` (host
query, error status), ``^PQ``. Only commands written here ever reach the printer: everything of a person's is dots.
"""

from __future__ import annotations

import binascii
import re
from typing import Final

from station.devices.dialect import AS_IT_IS, Confirms, Limits, PrinterStatus, Sensing, Setup, packed, whole_rows

speaks = "zpl"
mime = "application/vnd.zebra-zpl"
confirms = Confirms.COUNTS
reprints = True  # every job switches ^JZ on, whatever was sent to the printer before
LIMITS = Limits(darkness=(0, 30), speed=(1, 14))

COPIES_MAX = 99
ANSWER_BYTES_MAX = 512
"""No status answer is longer; what has waited for its end beyond this is noise."""


def encode(bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1, setup: Setup = AS_IT_IS) -> bytes:
    """One label: rows packed MSB first, 1 = black, as ``:Z64:`` with its CRC (Programming Guide, "B64 and Z64")."""
    if not setup.compact:
        return encode_acs(bitmap, width_dots, height_dots, copies=copies, setup=setup)
    row_bytes = whole_rows(bitmap, width_dots, height_dots)
    text = binascii.b2a_base64(packed(bitmap), newline=False)
    data = b":Z64:%b:%04X" % (text, binascii.crc_hqx(text, 0))
    return _format(data, row_bytes, width_dots, height_dots, copies, setup)


def encode_acs(bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1, setup: Setup = AS_IT_IS) -> bytes:
    """The same label for printers that know no Z64: hexadecimal with run lengths (Programming Guide, "ACS")."""
    row_bytes = whole_rows(bitmap, width_dots, height_dots)
    rows, previous = [], b""
    for start in range(0, len(bitmap), row_bytes):
        row = bitmap[start : start + row_bytes]
        rows.append(":" if row == previous else _without_fill(row.hex()))
        previous = row
    text = "\n".join(rows).upper()
    for digit, runs in enumerate(RUNS):
        if 0x11 * digit in bitmap:  # three equal digits hold two of one byte
            text = _shortened(text, runs)
    data = text.replace("\n", "").encode()
    return _format(data, row_bytes, width_dots, height_dots, copies, setup)


def ready_request() -> bytes:
    """Errors and warnings (``~HQES``), then counts (``~HS``). ``~`` commands act at once, even inside a format."""
    return b"~HQES\r\n~HS\r\n"


class StatusReader:
    """Answers to ``~HS`` and ``~HQES`` out of bytes cut anywhere, doubled, or with leftovers between them.

    An answer that is not whole, or not as the guide says, gives nothing: silence is unknown, never ready.
    """

    def __init__(self) -> None:
        self._waiting = b""
        self._strings: list[list[bytes]] = []

    def feed(self, data: bytes) -> list[PrinterStatus]:
        statuses = []
        self._waiting += data
        while found := ANSWER.search(self._waiting):
            self._waiting = self._waiting[found.end() :]
            status = _error_status(found[0]) if b"ERRORS:" in found[0] else self._host_status(found[1])
            if status is not None:
                statuses.append(status)
        self._waiting = self._waiting[-ANSWER_BYTES_MAX:]
        return statuses

    def asked(self) -> None:
        """Each answer has its own frame: what is left of the last one spoils nothing."""

    def _host_status(self, text: bytes) -> PrinterStatus | None:
        """One string of a ``~HS`` answer; the third makes it whole."""
        fields = [field.strip() for field in text.split(b",")]
        expected = STRING_FIELDS[len(self._strings)]
        if len(fields) == STRING_FIELDS[0]:
            self._strings = []
        elif len(fields) != expected:
            self._strings = []
            return None
        self._strings.append(fields)
        if len(self._strings) < len(STRING_FIELDS):
            return None
        first, second, _ = self._strings
        self._strings = []
        return _meaning(first, second)


ANSWER: Final = re.compile(
    rb"\x02([^\x02\x03]*)\x03"
    rb"|ERRORS:\s+[01]\s+[0-9A-Fa-f]{8}\s+[0-9A-Fa-f]{8}\s+WARNINGS:\s+[01]\s+[0-9A-Fa-f]{8}\s+[0-9A-Fa-f]{8}"
)
"""A framed answer, or a whole ``~HQES`` answer that came without its frame."""

ERROR_STATUS: Final = re.compile(
    rb"ERRORS:\s+([01])\s+([0-9A-Fa-f]+)\s+([0-9A-Fa-f]+)\s+WARNINGS:\s+([01])\s+([0-9A-Fa-f]+)\s+([0-9A-Fa-f]+)"
)

DIGITS_MAX = 8
"""No number of ``~HS`` is longer."""

STRING_FIELDS: Final = (12, 11, 2)
"""Fields of the three strings of ``~HS``."""

ERRORS: Final = (
    (0x1, "paper_out"),
    (0x2, "ribbon_out"),
    (0x4, "head_open"),
    (0x8, "cutter_fault"),
    (0x10, "hot"),
    (0x20, "motor_hot"),
    (0x40, "head_fault"),
    (0x80, "head_fault"),
    (0x100, "firmware_fault"),
    (0x200, "head_fault"),
    (0x400, "feed_fault"),
    (0x1000, "paper_jam"),
    (0x2000, "presenter_fault"),
    (0x8000, "paper_jam"),
    (0x10000, "paused"),
    (0x20000, "paper_jam"),
    (0x40000, "mark_fault"),
    (0x80000, "mark_fault"),
)
WARNINGS: Final = ((0x1, "calibrate_media"), (0x2, "clean_head"), (0x4, "replace_head"), (0x8, "paper_low"))


def _error_status(answer: bytes) -> PrinterStatus | None:
    found = ERROR_STATUS.search(answer)
    if not found:
        return None
    errors = _words(found[1], found[2], found[3], ERRORS, other="error")
    warnings = _words(found[4], found[5], found[6], WARNINGS, other="warning")
    return PrinterStatus(words=errors | warnings, ready=False, formats_waiting=0, labels_remaining=0, partial=False)


def _words(
    any_digit: bytes, high: bytes, low: bytes, meanings: tuple[tuple[int, str], ...], *, other: str
) -> frozenset[str]:
    """Flags as words; a flag this file does not know, or a bare "yes", is still told as ``other``."""
    flags = int(low, 16)
    words = {word for bit, word in meanings if flags & bit}
    unknown = flags & ~sum(bit for bit, _ in meanings)
    if unknown or int(high, 16) or (any_digit == b"1" and not words):
        words.add(other)
    return frozenset(words)


def _meaning(first: list[bytes], second: list[bytes]) -> PrinterStatus | None:
    """The fields by their place in the guide's ``~HS`` tables; None when one that counts is no number."""
    numbers = [first[place] for place in (1, 2, 4, 5, 7, 9, 10, 11)] + [second[place] for place in (2, 3, 4, 8)]
    if not all(number.isdigit() and len(number) <= DIGITS_MAX for number in numbers):
        return None
    paper_out, paused, formats, full, partial, memory, cold, hot, head_open, ribbon_out, transfer, labels = map(
        int, numbers
    )
    faults = {
        "paper_out": paper_out,
        "paused": paused,
        "buffer_full": full,
        "memory_fault": memory,
        "cold": cold,
        "hot": hot,
        "head_open": head_open,
        "ribbon_out": ribbon_out and transfer,  # without a ribbon the flag means nothing
    }
    words = {word for word, flag in faults.items() if flag}
    ready = not words
    words |= {"ready"} if ready else set()
    words |= {"busy"} if formats or labels or partial else set()
    return PrinterStatus(
        words=frozenset(words), ready=ready, formats_waiting=formats, labels_remaining=labels, partial=bool(partial)
    )


def _format(data: bytes, row_bytes: int, width_dots: int, height_dots: int, copies: int, setup: Setup) -> bytes:
    """Turning (``^PO``) and reversing (``^LR``) outlast the carrier's label that asked for them: they are set back."""
    assert 1 <= copies <= COPIES_MAX
    total = row_bytes * height_dots
    return b"%b^XA^PW%d^LL%d^LH0,0^PON^LRN^JZY%b^FO%d,%d^GFA,%d,%d,%d,%b^FS^PQ%d,0,1,Y^XZ" % (
        b"" if setup.darkness is None else b"~SD%02d" % setup.darkness,
        width_dots + setup.right_dots,
        height_dots + setup.down_dots,
        _said(setup),
        setup.right_dots,
        setup.down_dots,
        total,
        total,
        row_bytes,
        data,
        copies,
    )


def _said(setup: Setup) -> bytes:
    """Media tracking (``^MN``), print rate (``^PR``) and cutter (``^MMC``), where the profile has them."""
    tracking = b"" if setup.sensing is None else b"^MN" + SENSINGS[setup.sensing]
    rate = b"" if setup.speed is None else b"^PR" + setup.speed.encode()
    return tracking + rate + (b"^MMC" if setup.cutter else b"")


SENSINGS: Final = {Sensing.GAP: b"Y", Sensing.MARK: b"M", Sensing.CONTINUOUS: b"N"}


RUNS: Final = tuple(re.compile(f"({digit * 3}{digit}{{0,416}})") for digit in "0123456789ABCDEF")
"""For each digit, runs of 3 to 419 of it: no shorter one is worth a count, and none counts further."""


def _without_fill(row: str) -> str:
    """``,`` and ``!`` fill the rest of a row with 0 and F."""
    if row.endswith("0"):
        return row.rstrip("0") + ","
    if row.endswith("f"):
        return row.rstrip("f") + "!"
    return row


def _shortened(text: str, runs: re.Pattern[str]) -> str:
    """Every run of one digit as its count and the digit; counts are no digits, so the next digit's runs stay whole."""
    parts = runs.split(text)
    shorter = {run: _counted(run) for run in set(parts[1::2])}
    parts[1::2] = map(shorter.__getitem__, parts[1::2])
    return "".join(parts)


def _counted(run: str) -> str:
    """``G``..``Y`` say 1..19 times, ``g``..``z`` 20..400 in twenties; they add up."""
    twenties, ones = divmod(len(run), 20)
    return (chr(ord("f") + twenties) if twenties else "") + (chr(ord("F") + ones) if ones else "") + run[0]


def _example(words: str, *, formats: int = 0, labels: int = 0) -> PrinterStatus:
    said = frozenset(words.split())
    return PrinterStatus(
        words=said, ready="ready" in said, formats_waiting=formats, labels_remaining=labels, partial=False
    )


def _hs(first: bytes, second: bytes) -> bytes:
    return b"\x02%b\x03\r\n\x02%b\x03\r\n\x020000,0\x03\r\n" % (first, second)


EXAMPLES: Final = (
    (
        _hs(b"030,0,0,1245,000,0,0,0,000,0,0,0", b"001,0,0,0,0,2,6,0,00000000,1,000"),
        (_example("ready"),),
        "Programming Guide, ~HS: nothing waits, no fault",
    ),
    (
        _hs(b"159,1,0,0249,000,0,0,0,000,0,0,0", b"000,0,1,0,0,2,6,0,00000000,1,000"),
        (_example("paper_out head_open"),),
        "Programming Guide, ~HS string 1 b and string 2 o; as read off a ZQ630 Plus",
    ),
    (
        _hs(b"030,0,1,0212,015,0,0,0,000,0,0,0", b"001,0,0,0,1,2,4,0,00000000,1,000"),
        (_example("paused busy", formats=15),),
        "Programming Guide, ~HS string 1 c and eee",
    ),
    (
        _hs(b"030,0,0,1245,001,0,0,0,000,0,0,0", b"001,0,0,1,0,2,6,0,00000002,1,000"),
        (_example("ready busy", formats=1, labels=2),),
        "Programming Guide, ~HS string 2 p means nothing when q is 0; uuuuuuuu is labels remaining",
    ),
    (
        b"\x02\r\n\r\n  PRINTER STATUS                            \r\n"
        b"   ERRORS:         1 00000000 00010004      \r\n   WARNINGS:       1 00000000 00000008      \r\n\x03",
        (_example("head_open paused paper_low"),),
        "Programming Guide, ~HQ: ES error and warning flags",
    ),
    (
        b"\x02\r\n\r\n  PRINTER STATUS                            \r\n"
        b"   ERRORS:         0 00000000 00000000      \r\n   WARNINGS:       0 00000000 00000000      \r\n\x03",
        (_example(""),),
        "Programming Guide, ~HQ: ES without a flag says nothing about readiness",
    ),
)
