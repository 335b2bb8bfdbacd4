"""CAS indicators' 22-byte frame, as they send it by themselves. Pure: bytes to exact milligrams.

Sources: CAS CI-600D 10-1, CI-6000A, NT-200 14 and PDI manuals, "22 bytes format": header, gross or net, device id, lamp
byte, eight characters of weight, a blank (or a relay byte), the unit; 18 bytes (without id and lamps) beside it.
"""

from __future__ import annotations

import re
from typing import Final

from station.devices import headed
from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "cas-22"

LIMIT: Final = 32
UNITS: Final = units("kg", "g", "t", "lb", "oz")
ALWAYS, STABLE, HOLD = 0x80, 0x40, 0x10  # of the lamp byte
_FRAME: Final = re.compile(r"(ST|US|OL),(GS|NT),.(.),?(.{8}).(..)", re.DOTALL)
_WEIGHT: Final = re.compile(rf" *([+-]? *{NUMBER}) *")
_ERROR: Final = re.compile(r"ERR ?[ -~]{0,5}")


def Dialect(*, unit: str = "") -> ScaleLines:
    """Nothing is asked. A frame shorter than its 22 bytes has lost one and is left out; lamps look like CR."""
    del unit
    return ScaleLines(_read, limit=LIMIT, ask=b"", interval_ms=200, zero=b"", end=b"\n")


def _read(text: str) -> ScaleFrame | None:
    if _ERROR.fullmatch(text):
        return faulty(ScaleFault.BROKEN)
    frame = _FRAME.fullmatch(text)
    if frame is None:
        short = headed.read(text, UNITS)
        return short and short[0]
    if frame[1] == "OL":
        return faulty(ScaleFault.UNDERLOAD if "-" in frame[4] else ScaleFault.OVERLOAD)
    weight = _WEIGHT.fullmatch(frame[4])
    return weight and weighed(weight[1], frame[5].strip(" "), UNITS, stable=frame[1] == "ST" and _is_live(frame[3]))


def _is_live(lamp: str) -> bool:
    """The lamps may contradict the header or say that the display is held; 7-bit lines lose bit 7 and the right to."""
    lamps = ord(lamp)
    return not lamps & ALWAYS or bool(lamps & STABLE and not lamps & HOLD)


def _kg(mg: int, *, stable: bool, step_mg: int = 10_000) -> tuple[ScaleFrame, ...]:
    return (ScaleFrame(weight_mg=mg, stable=stable, unit="kg", step_mg=step_mg),)


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"ST,GS,1A,   13.50 kg\r\n", _kg(13_500_000, stable=True), "NT-200 14: 22 bytes"),
    (
        b"ST,GS,1\xc4,000013.5 kg\r\n",
        _kg(13_500_000, stable=True, step_mg=100_000),
        "CI-600D 10-1: lamps stable, gross",
    ),
    (b"US,NT,1\x82,  -00.50 kg\r\n", _kg(-500_000, stable=False), "CI-600D 10-1: unstable, net, negative"),
    (b"ST,GS,1\xd4,000013.5 kg\r\n", _kg(13_500_000, stable=False, step_mg=100_000), "CI-600D 10-1: lamp hold"),
    (b"OL,GS,1\x84,         kg\r\n", (faulty(ScaleFault.OVERLOAD),), "CI-600D 10-1: overload"),
    (b"ST,GS,000013.5kg\r\n", _kg(13_500_000, stable=True, step_mg=100_000), "CI-600D 10-3: 18 bytes"),
    (b"ERR 04\r\n", (faulty(ScaleFault.BROKEN),), "CI-6000A: output error message"),
)
