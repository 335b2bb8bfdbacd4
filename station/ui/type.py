"""Sizes of letters and bands for a window of a given size. Numbers only; no Qt.

Letter sizes are pixels, drawn for 1280×800 and 1920×1080 and scaled between; below 1280×800 they stay, because a
packer reads them at 70 cm.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a text is for. The order is the scale along which a text that does not fit steps down."""

    WEIGHT = "weight"
    COUNT = "count"
    STOP = "stop"
    TOTAL = "total"
    VERDICT = "verdict"
    NOTE = "note"
    TITLE = "title"
    VARIANT = "variant"
    LEAD = "lead"
    BODY = "body"
    LABEL = "label"
    CAPTION = "caption"
    HINT = "hint"


ROLES: Final = tuple(Role)

_SMALL: Final = (168, 100, 82, 72, 57, 46, 42, 38, 32, 25, 23, 20, 17)
_LARGE: Final = (226, 134, 110, 100, 76, 60, 54, 50, 44, 32, 28, 26, 21)
_LARGE_SCALE: Final = 1.35
_COLUMNS_FROM: Final = 1400


@dataclass(frozen=True, slots=True)
class Grid:
    """The measures of one window size."""

    width: int
    height: int
    scale: float = field(init=False, compare=False)
    """1 at 1280×800 and below, 1.35 at 1920×1080. Kept, because every stroke of a paint asks for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "scale", max(1.0, min(self.width / 1280, self.height / 800)))

    @property
    def three_columns(self) -> bool:
        return self.width / self.scale >= _COLUMNS_FROM

    def u(self, units: float) -> int:
        """Pixels of a length drawn on the 1280×800 grid."""
        return round(units * self.scale)

    def px(self, role: Role) -> int:
        at = ROLES.index(role)
        return self._between(_SMALL[at], _LARGE[at])

    @property
    def margin(self) -> int:
        return self._between(32, 56)

    @property
    def margin_right(self) -> int:
        return self._between(28, 48)

    @property
    def banner(self) -> int:
        return self._between(124, 172)

    @property
    def order(self) -> int:
        return self._between(72, 96)

    @property
    def note(self) -> int:
        return self._between(84, 104)

    @property
    def note_read(self) -> int:
        return self._between(56, 72)

    @property
    def commands(self) -> int:
        return self._between(90, 104)

    @property
    def devices(self) -> int:
        return self._between(44, 56)

    def _between(self, small: int, large: int) -> int:
        if self.scale == 1.0:
            return small
        share = (self.scale - 1) / (_LARGE_SCALE - 1)
        if share <= 1:
            return round(small + (large - small) * share)
        return round(large * self.scale / _LARGE_SCALE)
