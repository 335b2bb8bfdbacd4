"""Scanners that type on a German keyboard, read key by key. Pure.

Only what the scanner itself is programmed to counts; the desktop's layout and input method take no part.
Source: HID Usage Tables 1.5, page 07h, as Linux numbers the keys (``input-event-codes.h``).
"""

from __future__ import annotations

from typing import Final

from station.devices.dialect import RawScan, ScanExample
from station.devices.key_layout import DE
from station.devices.key_reading import KeyDialect
from station.devices.key_typing import up_to_its_end

speaks = "keys-de"


def Dialect(*, suffix: bytes = b"\r", prefix: bytes = b"") -> KeyDialect:
    return KeyDialect(DE, suffix=suffix or b"\r", prefix=prefix)


EXAMPLES: Final[tuple[ScanExample, ...]] = (
    (up_to_its_end("AZY-1/_@\r", DE), (RawScan(text="AZY-1/_@"),), "Z and Y, hyphen and slash, AltGr+Q"),
    (up_to_its_end("Größe\x1dM\r", DE), (RawScan(text="Größe\x1dM"),), "letters of its own, GS"),
)
