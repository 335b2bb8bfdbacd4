"""Scanners that type on the United States' keyboard, as nearly all are delivered, read key by key. Pure.

Only what the scanner itself is programmed to counts; the desktop's layout and input method take no part.
Source: HID Usage Tables 1.5, page 07h, as Linux numbers the keys (``input-event-codes.h``).
"""

from __future__ import annotations

from typing import Final

from station.devices.dialect import BadScan, RawScan, ScanExample
from station.devices.key_layout import US
from station.devices.key_lines import LOST, key_line
from station.devices.key_reading import KeyDialect
from station.devices.key_typing import typed, up_to_its_end
from station.packing.inputs import ScanFault

speaks = "keys"


def Dialect(*, suffix: bytes = b"\r", prefix: bytes = b"") -> KeyDialect:
    return KeyDialect(US, suffix=suffix or b"\r", prefix=prefix)


EXAMPLES: Final[tuple[ScanExample, ...]] = (
    (up_to_its_end("4006381333931\r"), (RawScan(text="4006381333931"),), "figures, then Enter"),
    (up_to_its_end("]E0SSCC-001234/_@\r"), (RawScan(text="SSCC-001234/_@", aim="]E0"),), "what other layouts bend"),
    (
        up_to_its_end("]C10104006381333931\x1d21A\r"),
        (RawScan(text="0104006381333931\x1d21A", aim="]C1"),),
        "GS as Ctrl+]",
    ),
    (
        typed("SO") + LOST + up_to_its_end("234\r"),
        (BadScan(fault=ScanFault.INCOMPLETE, text="SO�234"),),
        "the kernel's buffer overflowed (SYN_DROPPED)",
    ),
    (
        typed("SO") + key_line(59, is_pressed=True, at_ms=20) + up_to_its_end("1\r", at_ms=40),
        (BadScan(fault=ScanFault.CONTROL_CHARACTERS, text="SO�1"),),
        "F1, as scanners type some control characters",
    ),
)
