"""Which of a scale's frames say something new. Pure: frames in, at most one ``Reading`` out; no clock.

Every reading becomes an event on disk, so a scale that repeats itself five times a second must not be repeated.
"""

from __future__ import annotations

from station.devices.dialect import ScaleFrame
from station.packing.inputs import Reading


class News:
    """Says a frame once: a stable weight that moved by a step or more, the first unrest after it, a change of fault."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._said: Reading | None = None

    def feed(self, frame: ScaleFrame) -> Reading | None:
        if self._is_known(frame):
            return None
        self._said = Reading(
            weight_mg=frame.weight_mg,
            stable=frame.stable,
            device=self._device,
            fault=frame.fault,
            step_mg=frame.step_mg,
        )
        return self._said

    def forget(self) -> None:
        """The scale was away: whatever it says next is new, the same weight included."""
        self._said = None

    def _is_known(self, frame: ScaleFrame) -> bool:
        said = self._said
        if said is None or frame.fault is not said.fault:
            return False
        if frame.fault is not None:
            return True
        if not frame.stable and not said.stable:
            return True
        if frame.stable is not said.stable and frame.stable:
            return False
        if frame.weight_mg is None or said.weight_mg is None:
            return frame.weight_mg is said.weight_mg and frame.stable is said.stable
        return abs(frame.weight_mg - said.weight_mg) < max(frame.step_mg, 1)
