"""Scanners that speak HID POS (usage page 8Ch): codes in reports whose layout their own descriptor tells. Pure.

Source: HID Usage Tables 1.5, section 18 (Barcode Scanner Page): FBh to FDh symbology identifier, FEh decoded data, FFh
decode data continued; the length is usage 3Bh of the Generic Desktop page. Access-IS LSR118 and ATR110 manuals.
A code longer than one report comes in several, each but the last marked as continued.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from station.devices.dialect import BadScan, RawScan, ScanExample
from station.devices.framing import Dropped, Why
from station.devices.hid_descriptor import Descriptor, Field, parse, usage
from station.devices.hid_lines import Described, HidLines, HidNews, described, reported
from station.devices.scanners.plain import LIMIT, understood
from station.packing.inputs import ScanFault

speaks = "hid-pos"
PAGE: Final = 0x8C

_BYTE_COUNT: Final = usage(0x01, 0x3B)
_AIM_PARTS: Final = (usage(PAGE, 0xFB), usage(PAGE, 0xFC), usage(PAGE, 0xFD))
_DATA: Final = usage(PAGE, 0xFE)
_CONTINUED: Final = usage(PAGE, 0xFF)
_RAW_REPORT: Final = usage(PAGE, 0x13)  # the same code once more, undecoded
_AIM: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")


Place: TypeAlias = tuple[Field, int]
"""A field, and which of its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where one kind of report keeps what a code consists of."""

    data: tuple[Place, ...]
    length: Place | None
    aim: tuple[Place, ...]
    continued: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one report carries. ``data`` is None when its length does not fit it."""

    data: bytes | None
    aim: str
    goes_on: bool


def layouts(descriptor: Descriptor) -> dict[int, Layout]:
    """Of every report that carries decoded data, by its id."""
    found = {}
    for report_id in descriptor.bits:
        fields = [one for one in descriptor.fields_of(report_id) if _RAW_REPORT not in one.within]
        data = _places(fields, _DATA)
        if data:
            found[report_id] = Layout(
                data=data,
                length=next(iter(_places(fields, _BYTE_COUNT)), None),
                aim=_places(fields, *_AIM_PARTS)[:3],
                continued=next(iter(_places(fields, _CONTINUED)), None),
            )
    return found


def piece(layout: Layout, payload: bytes) -> Piece:
    """One report without its id, padded to its length. Without a length the zeros at its end are no data."""
    data = bytes(_value(place, payload) & 0xFF for place in layout.data)
    length = _value(layout.length, payload) if layout.length else len(data.rstrip(b"\0"))
    return Piece(
        data=data[:length] if length <= len(data) else None,
        aim=_aim(bytes(_value(place, payload) & 0xFF for place in layout.aim)),
        goes_on=layout.continued is not None and _value(layout.continued, payload) != 0,
    )


class Dialect:
    """One scanner's reports, as ``hid_lines`` hand them on. ``suffix`` and ``prefix`` are taken off where they are.

    Without a descriptor nothing is understood, and every report is refused.
    """

    def __init__(self, *, suffix: bytes = b"\r", prefix: bytes = b"") -> None:
        self._suffix, self._prefix = suffix or b"\r", prefix
        self._lines = HidLines()
        self._descriptor: Descriptor | None = None
        self._layouts: dict[int, Layout] = {}
        self._chain: list[Piece] = []
        self._is_after_fragment = False

    def feed(self, data: bytes) -> list[RawScan | BadScan]:
        return [scan for news in self._lines.feed(data) if (scan := self._take(news)) is not None]

    def gap(self) -> list[RawScan | BadScan]:
        if not self._chain:
            self._is_after_fragment = False
            return []
        lost = b"".join(one.data or b"" for one in self._chain)
        self._chain = []
        self._is_after_fragment = True
        return [understood(Dropped(why=Why.INCOMPLETE, head=lost[:LIMIT]))]

    @property
    def waiting(self) -> bool:
        return bool(self._chain) or self._is_after_fragment

    def reset(self) -> None:
        self._lines.reset()
        self._chain = []
        self._is_after_fragment = False

    def _take(self, news: HidNews) -> RawScan | BadScan | None:
        if isinstance(news, Described):
            self._describe(news.descriptor)
            return None
        if self._descriptor is None or not self._layouts:
            return BadScan(fault=ScanFault.NOT_TEXT)
        parted = self._descriptor.parted(news.report)
        if parted is None or parted[0] not in self._layouts:
            return None  # a trigger or status report
        return self._add(piece(self._layouts[parted[0]], parted[1]))

    def _describe(self, descriptor: bytes) -> None:
        self._descriptor = parse(descriptor)
        self._layouts = layouts(self._descriptor)
        self._chain = []
        self._is_after_fragment = False

    def _add(self, new: Piece) -> RawScan | BadScan | None:
        if sum(len(one.data or b"") for one in self._chain) <= LIMIT:
            self._chain.append(new)  # a code far too long is not kept, only followed to its end
        if new.goes_on:
            return None
        chain, self._chain = self._chain, []
        is_tail, self._is_after_fragment = self._is_after_fragment, False
        return self._whole(chain, is_tail=is_tail)

    def _whole(self, chain: list[Piece], *, is_tail: bool) -> RawScan | BadScan | None:
        parts = [one.data for one in chain if one.data is not None]
        data = b"".join(parts)
        aims = {one.aim for one in chain if one.aim}
        if is_tail or len(parts) < len(chain) or len(aims) > 1:
            return understood(Dropped(why=Why.INCOMPLETE, head=data[:LIMIT]))
        if len(data) > LIMIT:
            return understood(Dropped(why=Why.TOO_LONG, head=data[:LIMIT]))
        if not data and not aims:
            return None  # an empty report, as some send when the trigger is let go
        return self._meant(data, next(iter(aims), ""))

    def _meant(self, data: bytes, aim: str) -> RawScan | BadScan:
        body = data.removesuffix(self._suffix).removeprefix(self._prefix)
        if not body:
            return BadScan(fault=ScanFault.INCOMPLETE, text=aim)
        if aim and not body.startswith(aim.encode()):
            body = aim.encode() + body
        return understood(body)


def _places(fields: Iterable[Field], *wanted: int) -> tuple[Place, ...]:
    return tuple((one, index) for one in fields for index in range(one.count) if one.usage_of(index) in wanted)


def _value(place: Place, payload: bytes) -> int:
    field, index = place
    return field.value(payload, index)


def _aim(codes: bytes) -> str:
    """``]cm``; some leave the bracket out, some write the modifier as a number. What is no AIM id is none."""
    if codes[-1:] < b"\n" and any(codes):
        codes = codes[:-1] + bytes((codes[-1] + ord("0"),))
    text = codes.replace(b"\0", b"").decode("latin-1")
    text = text if text.startswith("]") else f"]{text}"
    return text if _AIM.fullmatch(text) else ""


_ACCESS_IS: Final = described(
    bytes.fromhex(
        "058c0902a10185020912a102150026ff0075080501093b95018102058c09fb09fc09fd9503810209fe95388202019502810309ff"
        "7501950125018102750795018103c0c0"
    )
)
_LONG: Final = b"010952112345678517261231\x1d10ABC-12\x1d21" + b"SERIAL0123456789" * 2 + b"\x1d3103001250"


def _access_is(data: bytes, aim: bytes, *, goes_on: bool = False) -> bytes:
    """Report 2 of the LSR118: length, AIM id, 56 bytes of data, two reserved, whether more follows."""
    return reported(bytes((2, len(data))) + aim + data.ljust(56, b"\0") + bytes((0, 0, goes_on)))


EXAMPLES: Final[tuple[ScanExample, ...]] = (
    (
        _ACCESS_IS + _access_is(b"9521123456785", b"]E0"),
        (RawScan(text="9521123456785", aim="]E0"),),
        "Access-IS LSR118: one report",
    ),
    (
        _ACCESS_IS + _access_is(_LONG[:56], b"]C1", goes_on=True) + _access_is(_LONG[56:], b"]C1"),
        (RawScan(text=_LONG.decode(), aim="]C1"),),
        "Access-IS LSR118: more follows, GS kept",
    ),
    (
        _ACCESS_IS + _access_is("订单SO-1\r".encode(), b"]Q1"),
        (RawScan(text="订单SO-1", aim="]Q1"),),
        "UTF-8, and a carriage return that the scanner adds all the same",
    ),
    (
        _ACCESS_IS + reported(b"\x02\x39]C0" + b"9" * 56 + b"\0\0\0"),
        (BadScan(fault=ScanFault.INCOMPLETE),),
        "a length beyond the report's own data",
    ),
    (
        described(bytes.fromhex("058c0902a101850109fe150026ff007508953e8102c0"))
        + reported(b"\x01" + b"SO-1".ljust(62, b"\0")),
        (RawScan(text="SO-1"),),
        "another layout: report 1, 62 bytes of data and nothing else",
    ),
    (reported(b"\x02\x01SO"), (BadScan(fault=ScanFault.NOT_TEXT),), "a report without a descriptor"),
)
