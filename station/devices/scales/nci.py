"""NCI standard protocol, also called SCP-01 (ECR form), as asked by ``W``. Pure: bytes to exact milligrams.

Sources: NCI 7800 and 6702 user's manuals, "NCI Serial Communications Protocol"; Avery Weigh-Tronix 7821, 6.3; Ohaus
Aviator 7000 service manual (SCP-01 with ``S`` before the status); Brecknell 3700LP (units in small letters).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scale_lines import ScaleLines
from station.devices.weight import NUMBER, UNREADY, Widths, exact, faulty, units, weighed
from station.packing.inputs import ScaleFault

speaks = "nci"

LIMIT: Final = 64
UNITS: Final = units("kg", "g", "lb", "oz")
OUNCES_A_POUND: Final = 16
MOTION, RAM, EEPROM = 0x01, 0x04, 0x08  # of the first status byte
UNDER, OVER, ROM, CALIBRATION = 0x01, 0x02, 0x04, 0x08  # of the second
MORE: Final = 0x40  # another status byte follows
INITIAL_ZERO: Final = 0x08  # of the third

_ANSWER: Final = re.compile(r"\n(?:([^\r\n]{1,32})\r\n)?S?([0-?][0-?p-\x7f]{1,5})\r\Z")
_WEIGHT: Final = re.compile(rf" *(-? *{NUMBER}) *([A-Za-z%]{{1,5}})? *")
_POUNDS_OUNCES: Final = re.compile(rf" *(-?) *(\d{{1,6}}) *lb +({NUMBER}) *oz *", re.IGNORECASE)


def Dialect(*, unit: str = "") -> ScaleLines:
    """An unknown command's ``?`` is a fault: the scale does not know how it is asked."""
    del unit
    widths = Widths()
    return ScaleLines(
        lambda body: _read(body, widths),
        limit=LIMIT,
        ask=b"W\r",
        interval_ms=200,
        zero=b"Z\r",
        end=b"\x03",
        widths=widths,
    )


def _read(body: str, widths: Widths) -> ScaleFrame | None:
    if body.endswith("\n?\r"):
        return faulty(ScaleFault.BROKEN)
    answer = _ANSWER.search(body)
    if answer is None or not _is_whole(answer[2]):
        return None
    shown = answer[1] or ""
    fault = _fault(answer[2]) or _on_display(shown)
    if fault is not None:
        return faulty(fault)
    if shown and not widths.believes(len(shown)):
        return None
    in_motion = bool(ord(answer[2][0]) & MOTION)
    return _weight(shown, stable=not in_motion) or UNREADY


def _is_whole(status: str) -> bool:
    """Each byte from the second on says whether another follows."""
    return [bool(ord(byte) & MORE) for byte in status[1:]] == [True] * (len(status) - 2) + [False]


def _fault(status: str) -> ScaleFault | None:
    first, second, third = (ord(byte) for byte in (status + "0")[:3])
    if first & (RAM | EEPROM) or second & (ROM | CALIBRATION) or third & INITIAL_ZERO:
        return ScaleFault.BROKEN
    if second & OVER:
        return ScaleFault.OVERLOAD
    return ScaleFault.UNDERLOAD if second & UNDER else None


def _on_display(shown: str) -> ScaleFault | None:
    """What stands in place of digits: carets over, underscores under, dashes no zero."""
    for mark, fault in (("^^", ScaleFault.OVERLOAD), ("__", ScaleFault.UNDERLOAD), ("--", ScaleFault.BROKEN)):
        if mark in shown:
            return fault
    return None


def _weight(shown: str, *, stable: bool) -> ScaleFrame | None:
    both = _POUNDS_OUNCES.fullmatch(shown)
    if both is not None:
        ounces = Decimal(both[2]) * OUNCES_A_POUND + Decimal(both[3])
        return exact(-ounces if both[1] else ounces, UNITS["oz"], unit="oz", stable=stable)
    weight = _WEIGHT.fullmatch(shown)
    return weight and weighed(weight[1], weight[2] or "", UNITS, stable=stable)


EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (
        b"\n0012.34LB\r\n00\r\x03",
        (ScaleFrame(weight_mg=5_597_330, stable=True, unit="LB", step_mg=4_536),),
        "7800 manual, W",
    ),
    (
        b"\n0012.34LB\r\n10\r\x03",
        (ScaleFrame(weight_mg=5_597_330, stable=False, unit="LB", step_mg=4_536),),
        "7800 manual, status byte 1 bit 0: motion",
    ),
    (
        b"\n  -0.500kg\r\n00\r\x03",
        (ScaleFrame(weight_mg=-500_000, stable=True, unit="kg", step_mg=1_000),),
        "3700LP manual: characters from the display, the minus sign included",
    ),
    (
        b"\n12lb 05.2oz\r\n00\r\x03",
        (ScaleFrame(weight_mg=5_590_526, stable=True, unit="oz", step_mg=2_835),),
        "7800 manual, W in pounds and ounces",
    ),
    (
        b"\n 0120g \r\nS20\r\x03",
        (ScaleFrame(weight_mg=120_000, stable=True, unit="g", step_mg=1_000),),
        "3700LP: grams; Aviator 7000: S before the status",
    ),
    (b"\n^^^^^^lb\r\n02\r\x03", (faulty(ScaleFault.OVERLOAD),), "6702 manual: carets are over capacity"),
    (b"\n______lb\r\n01\r\x03", (faulty(ScaleFault.UNDERLOAD),), "6702 manual: underscores are under capacity"),
    (b"\n------lb\r\n0p8\r\x03", (faulty(ScaleFault.BROKEN),), "6702 manual: dashes and byte 3 bit 3: no zero"),
    (b"\nS10\r\x03", (UNREADY,), "Aviator 7000: status alone in motion"),
    (b"\nS01\r\x03", (faulty(ScaleFault.UNDERLOAD),), "Aviator 7000: status alone below zero"),
    (b"\n?\r\x03", (faulty(ScaleFault.BROKEN),), "SCP-01: unknown command"),
)
