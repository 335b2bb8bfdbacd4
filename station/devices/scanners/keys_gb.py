"""Scanners that type on a British keyboard, read key by key. Pure.

Only what the scanner itself is programmed to counts; the desktop's layout and input method take no part.
Source: HID Usage Tables 1.5, page 07h, as Linux numbers the keys (``input-event-codes.h``).
"""

from __future__ import annotations

from typing import Final

from station.devices.dialect import RawScan, ScanExample
from station.devices.key_layout import GB
from station.devices.key_reading import KeyDialect
from station.devices.key_typing import up_to_its_end

speaks = "keys-gb"


def Dialect(*, suffix: bytes = b"\r", prefix: bytes = b"") -> KeyDialect:
    return KeyDialect(GB, suffix=suffix or b"\r", prefix=prefix)


EXAMPLES: Final[tuple[ScanExample, ...]] = (
    (up_to_its_end('A-1/_@"#~\r', GB), (RawScan(text='A-1/_@"#~'),), "at and quotation mark changed places"),
)
