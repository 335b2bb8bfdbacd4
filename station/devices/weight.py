"""From what a scale wrote to exact milligrams, the unit always with the number. Pure; what every scale dialect shares.

Legal conversions: pound and what hangs on it by the international pound of 1959, the metric carat, momme of 3.75 g.
Taels, catties and tolas differ from country to country: whoever names one is refused, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from types import MappingProxyType
from typing import Final

from station.devices.dialect import ScaleFrame
from station.packing.inputs import ScaleFault

MG: Final = MappingProxyType(
    {
        "mg": Decimal(1),
        "g": Decimal(1_000),
        "kg": Decimal(1_000_000),
        "t": Decimal(1_000_000_000),
        "ct": Decimal(200),
        "lb": Decimal("453592.37"),
        "lbs": Decimal("453592.37"),
        "oz": Decimal("28349.523125"),
        "ozt": Decimal("31103.4768"),
        "dwt": Decimal("1555.17384"),
        "gn": Decimal("64.79891"),
        "mom": Decimal(3_750),
    }
)
NUMBER: Final = r"(?:\d{1,10}(?:\.\d{0,8})?|\.\d{1,8})"
"""As many digits as fit Decimal's exact range with room to spare; no exponent, no thousands, no comma."""

UNREADY: Final = ScaleFrame(weight_mg=None, stable=False)
"""The scale is there and has no weight at the moment: in motion, not settled, busy."""

HEAVIEST_MG: Final = 10**15
"""A million tonnes: no scale shows it, and the order book's whole numbers hold it."""

_ESTABLISHED: Final = 5
_BLANK: Final = re.compile(r"[ \[\]]")


def units(*names: str) -> Mapping[str, Decimal]:
    """Milligrams by unit, as small and as capital letters; ``Kg`` is written too."""
    spelled = {name: MG[name] for name in names} | {name.upper(): MG[name] for name in names}
    return MappingProxyType(spelled | ({"Kg": MG["kg"]} if "kg" in names else {}))


def weighed(number: str, unit: str, known: Mapping[str, Decimal], *, stable: bool) -> ScaleFrame:
    """``number`` may carry a sign and blanks. A unit that is not in ``known``, or none, makes it no weight."""
    factor = known.get(unit)
    if factor is None:
        return ScaleFrame(weight_mg=None, stable=stable, fault=ScaleFault.NOT_A_WEIGHT, unit=unit)
    return exact(Decimal(_BLANK.sub("", number)), factor, unit=unit, stable=stable)


def exact(value: Decimal, factor_mg: Decimal, *, unit: str, stable: bool) -> ScaleFrame:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    weight_mg = _whole_mg(value * factor_mg)
    if abs(weight_mg) > HEAVIEST_MG:
        return faulty(ScaleFault.BROKEN, unit=unit)
    step_mg = max(_whole_mg(Decimal(1).scaleb(exponent) * factor_mg), 1)
    return ScaleFrame(weight_mg=weight_mg, stable=stable, unit=unit, step_mg=min(step_mg, HEAVIEST_MG))


def faulty(fault: ScaleFault, *, unit: str = "") -> ScaleFrame:
    return ScaleFrame(weight_mg=None, stable=False, fault=fault, unit=unit)


class Widths:
    """Whether a padded field has lost a byte on the wire (1284.0 read as 124.0), or got one too many.

    ``usual`` is the manual's least width; what five fields in a row had is the only one. Another is not believed; two
    alike in a row are the scale's own way.
    """

    def __init__(self, usual: int = 0) -> None:
        self._usual = usual
        self._is_learned = False
        self._last = 0
        self._alike = 0

    def believes(self, width: int) -> bool:
        self._alike = self._alike + 1 if width == self._last else 1
        self._last = width
        if self._alike >= _ESTABLISHED:
            self._usual, self._is_learned = width, True
        is_usual = width == self._usual if self._is_learned else width >= self._usual
        return is_usual or self._alike > 1

    def reset(self) -> None:
        self._alike = 0


def _whole_mg(value_mg: Decimal) -> int:
    return int(value_mg.to_integral_value(rounding=ROUND_HALF_EVEN))
