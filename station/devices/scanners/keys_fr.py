"""Scanners that type on a French keyboard, read key by key. Pure.

Only what the scanner itself is programmed to counts; the desktop's layout and input method take no part.
Source: HID Usage Tables 1.5, page 07h, as Linux numbers the keys (``input-event-codes.h``).
"""

from __future__ import annotations

from typing import Final

from station.devices.dialect import RawScan, ScanExample
from station.devices.key_layout import FR
from station.devices.key_reading import KeyDialect
from station.devices.key_typing import up_to_its_end

speaks = "keys-fr"


def Dialect(*, suffix: bytes = b"\r", prefix: bytes = b"") -> KeyDialect:
    return KeyDialect(FR, suffix=suffix or b"\r", prefix=prefix)


EXAMPLES: Final[tuple[ScanExample, ...]] = (
    (up_to_its_end("AQ-1/_@9\r", FR), (RawScan(text="AQ-1/_@9"),), "figures with Shift, AltGr+à"),
    (up_to_its_end("ZW,;\x1dM\r", FR), (RawScan(text="ZW,;\x1dM"),), "letters of other places, GS"),
)
