"""Codes in a picture, and which of them are new since the last one. Pure: pictures and times in, codes out."""

from __future__ import annotations

from typing import Any, Final

from station.devices.dialect import RawScan

CODES_MAX: Final = 20  # of one picture
ABSENT_MS: Final = 1_000
"""A code out of sight for so long is a new one when it comes again: the next piece of the same kind."""


_ROW: Final = 32  # codes whose tops are this close, in pixels, stand in one row


def codes_in(picture: Any) -> list[RawScan]:
    """Every whole code, by rows from the top, each once; ``picture`` is anything zxing-cpp reads (grey is fastest).

    Two pieces of one kind in one picture are one code: counting them would count both sides of one box as two.
    """
    import zxingcpp

    found = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    whole = [result for result in found if result.valid and result.bytes]
    whole.sort(key=lambda result: (result.position.top_left.y // _ROW, result.position.top_left.x))
    return list(dict.fromkeys(_scan(result) for result in whole))[:CODES_MAX]


class Sight:
    """What stands before the camera. A code is told once, for as long as it stays."""

    def __init__(self) -> None:
        self._seen_ms: dict[RawScan, int] = {}
        self._told: set[RawScan] = set()
        self._before: frozenset[RawScan] = frozenset()

    def look(self, codes: list[RawScan], at_ms: int) -> list[RawScan]:
        """Which of them to tell now: those that two pictures on end show, since a smear is not read alike twice."""
        gone = {code for code, seen_ms in self._seen_ms.items() if at_ms - seen_ms >= ABSENT_MS}
        self._told -= gone
        self._seen_ms = {code: seen_ms for code, seen_ms in self._seen_ms.items() if code not in gone}
        self._seen_ms |= dict.fromkeys(codes, at_ms)
        new = [code for code in codes if code in self._before and code not in self._told]
        self._told.update(new)
        self._before = frozenset(codes)
        return new


def _scan(result: Any) -> RawScan:
    """The code's own bytes where they are UTF-8: they keep GS; the text, for codes in another encoding."""
    try:
        text = bytes(result.bytes).decode("utf-8")
    except UnicodeDecodeError:
        text = str(result.text)
    return RawScan(text=text, aim=str(result.symbology_identifier))
