"""A scale whose unit was changed at its keys weighs nothing here until it is changed back. Pure.

1284 oz read where grams were agreed is exact and still a surprise to everybody at the bench; so the first unit heard,
or the one that is set up, is the only one.
"""

from __future__ import annotations

from dataclasses import replace

from station.devices.dialect import ScaleFrame
from station.packing.inputs import ScaleFault


class UnitGuard:
    def __init__(self, unit: str = "") -> None:
        """``unit`` as set up; empty: the first one in which the scale gives a weight."""
        self._unit = unit.lower()

    def judged(self, frame: ScaleFrame) -> ScaleFrame:
        """The frame itself, or the same without its weight."""
        if frame.weight_mg is None:
            return frame
        unit = frame.unit.lower()
        if not self._unit:
            self._unit = unit
        if unit == self._unit:
            return frame
        return replace(frame, weight_mg=None, step_mg=0, fault=ScaleFault.UNIT_CHANGED)
