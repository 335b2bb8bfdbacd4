"""USB scales that speak HID (usage page 8Dh), as a HID link hands their reports on. Pure: bytes to exact milligrams.

Source: USB HID Point of Sale Usage Tables 1.02, section 4 "Weighing Devices"; where a field stands is read from the
report descriptor. Without one, the layout that Dymo and most others use: status, unit, exponent, 16 bits of weight,
with or without report id 3. The magnitude has no sign: below zero is told by the status alone, so it is no weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.hid_descriptor import Descriptor, Field, parse
from station.devices.hid_lines import Described, HidLines, described, reported
from station.devices.weight import MG, UNREADY, exact, faulty
from station.packing.inputs import ScaleFault

speaks = "usb-hid"

PAGE: Final = 0x8D
WEIGHT, SCALING = 0x40, 0x41
STABLE_AT_ZERO, STABLE = 0x72, 0x74
STATUSES: Final = range(0x71, 0x79)
UNITS_AT: Final = range(0x51, 0x5D)
EXPONENTS: Final = range(-12, 7)  # others are no scale's: the report is not what the descriptor says
FAULTS: Final = MappingProxyType(
    {
        0x71: ScaleFault.BROKEN,
        0x75: ScaleFault.UNDERLOAD,
        0x76: ScaleFault.OVERLOAD,
        0x77: ScaleFault.BROKEN,  # wants to be calibrated
        0x78: ScaleFault.BROKEN,  # wants to be zeroed anew
    }
)
SHORT_TON_MG: Final = 2_000 * MG["lb"]
UNITS: Final[Mapping[int, tuple[str, Decimal | None]]] = MappingProxyType(
    {
        0x51: ("mg", MG["mg"]),
        0x52: ("g", MG["g"]),
        0x53: ("kg", MG["kg"]),
        0x54: ("ct", MG["ct"]),
        0x55: ("tael", None),  # another weight in each country
        0x56: ("grain", MG["gn"]),
        0x57: ("dwt", MG["dwt"]),
        0x58: ("t", MG["t"]),
        0x59: ("t avoir", SHORT_TON_MG),
        0x5A: ("ozt", MG["ozt"]),
        0x5B: ("oz", MG["oz"]),
        0x5C: ("lb", MG["lb"]),
    }
)
_BEGIN, _REPORT_ID = "058d0920a101", "8503"
_FIELDS = "0970a102197129781501250875089501 8100c00950a1021951295c1501250c75089501 8100c0"
_NUMBERS = "0941158125 7f75089501 8102 0940 150027ffff0000 75109501 8102 c0"
USUAL: Final = bytes.fromhex(_BEGIN + _REPORT_ID + _FIELDS + _NUMBERS)
"""The descriptor of a scale with report id 3."""
WITHOUT_ID: Final = bytes.fromhex(_BEGIN + _FIELDS + _NUMBERS)
USUAL_ID, USUAL_BYTES = 3, 6


class Dialect:
    """One scale's lines (``station.devices.hid_lines``); nothing is asked and nothing is ever written."""

    ask = b""
    interval_ms = 200
    zero = b""

    def __init__(self, *, unit: str = "") -> None:
        self._lines = HidLines()
        self._descriptor: Descriptor | None = None

    def feed(self, data: bytes) -> list[ScaleFrame]:
        out = []
        for news in self._lines.feed(data):
            if isinstance(news, Described):
                self._descriptor = parse(news.descriptor)
            elif (frame := read(news.report, self._descriptor)) is not None:
                out.append(frame)
        return out

    def reset(self) -> None:
        self._lines.reset()
        self._descriptor = None


def read(report: bytes, descriptor: Descriptor | None = None) -> ScaleFrame | None:
    """One input report as the kernel gives it, its id first where there are ids; None for one without a weight."""
    known = descriptor if descriptor is not None and descriptor.speaks(PAGE) else _guessed(report)
    parted = None if known is None else known.parted(report)
    if known is None or parted is None:
        return None
    fields, payload = known.fields_of(parted[0]), parted[1]
    weight, scaling = _field(fields, WEIGHT), _field(fields, SCALING)
    status, unit = _chosen(fields, STATUSES, payload), _chosen(fields, UNITS_AT, payload)
    if weight is None:
        return None
    if status is not None and status in FAULTS:
        return faulty(FAULTS[status])
    if status not in (STABLE, STABLE_AT_ZERO):
        return UNREADY
    exponent = weight.exponent if scaling is None else _signed(scaling.value(payload))
    return _weighed(weight.value(payload), exponent, unit)


def _guessed(report: bytes) -> Descriptor | None:
    """By length alone: some systems do not hand out the descriptor."""
    if len(report) == USUAL_BYTES and report[0] == USUAL_ID:
        return parse(USUAL)
    return parse(WITHOUT_ID) if len(report) == USUAL_BYTES - 1 else None


def _weighed(number: int, exponent: int, unit: int | None) -> ScaleFrame:
    name, factor_mg = UNITS[unit] if unit is not None else ("", None)
    if factor_mg is None:
        return ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit=name)
    if exponent not in EXPONENTS:
        return faulty(ScaleFault.BROKEN, unit=name)
    return exact(Decimal(number).scaleb(exponent), factor_mg, unit=name, stable=True)


def _field(fields: tuple[Field, ...], number: int) -> Field | None:
    return next((one for one in fields if PAGE << 16 | number in one.usages), None)


def _chosen(fields: tuple[Field, ...], numbers: range, payload: bytes) -> int | None:
    """Which usage of a group holds: the array's value names it, or its one bit is set."""
    for one in fields:
        group = [usage & 0xFFFF for usage in one.usages if usage >> 16 == PAGE]
        if not any(number in numbers for number in group):
            continue
        if one.is_variable:
            places = [index for index in range(min(one.count, len(group))) if one.value(payload, index)]
        else:
            places = [one.value(payload) - one.logical_min]
        for place in places:
            if 0 <= place < len(group) and group[place] in numbers:
                return group[place]
    return None


def _signed(octet: int) -> int:
    return (octet + 128) % 256 - 128


def _reported(hexadecimal: str) -> bytes:
    return reported(bytes.fromhex(hexadecimal))


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (
        _reported("03040bff3419"),
        (ScaleFrame(weight_mg=18_291_112, stable=True, unit="oz", step_mg=2_835),),
        "Dymo M25, 40 lb 5.2 oz = 645.2 oz",
    ),
    (
        _reported("030402001400"),
        (ScaleFrame(weight_mg=20_000, stable=True, unit="g", step_mg=1_000),),
        "Dymo M10, 20 g",
    ),
    (
        _reported("03020bff0000"),
        (ScaleFrame(weight_mg=0, stable=True, unit="oz", step_mg=2_835),),
        "usage 72h: stable at the centre of zero",
    ),
    (
        described(WITHOUT_ID) + _reported("040cff3000"),
        (ScaleFrame(weight_mg=2_177_243, stable=True, unit="lb", step_mg=45_359),),
        "a descriptor without report ids: 4.8 lb",
    ),
    (
        described(USUAL) + _reported("0304030105 00".replace(" ", "")),
        (ScaleFrame(weight_mg=50_000_000, stable=True, unit="kg", step_mg=10_000_000),),
        "usage 41h: an exponent above zero",
    ),
    (_reported("030302001400"), (UNREADY,), "usage 73h: in motion"),
    (_reported("030502001400"), (faulty(ScaleFault.UNDERLOAD),), "usage 75h: under zero"),
    (_reported("030602000000"), (faulty(ScaleFault.OVERLOAD),), "usage 76h: over the limit"),
    (_reported("030102000000"), (faulty(ScaleFault.BROKEN),), "usage 71h: fault"),
    (_reported("030702000000"), (faulty(ScaleFault.BROKEN),), "usage 77h: calibrate"),
    (_reported("030802000000"), (faulty(ScaleFault.BROKEN),), "usage 78h: re-zero"),
    (
        _reported("030405ff0a00"),
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="tael"),),
        "usage 55h: taels",
    ),
    (
        _reported("030400ff0a00"),
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT),),
        "no unit chosen: never taken for grams",
    ),
    (_reported("0104"), (), "another report of the same device"),
)
