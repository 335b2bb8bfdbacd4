"""Sizes of letters and bands for a window of a given size on a screen of given dots. Numbers only; no Qt.

Letter sizes are pixels, drawn for 1280×800 at 113 dots per inch and for 1920×1080, and scaled between. They grow with
the window, with the dots per inch (a millimetre stays a millimetre) and with the percent a bench asks for, as far as
the layout holds; they are never smaller than drawn, because a packer reads them at 70 cm.
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
_DESK_SMALL: Final = (72, 60, 50, 40, 36, 30, 24, 21, 19, 17, 16, 15, 14)
_DESK_LARGE: Final = (96, 80, 66, 46, 42, 36, 28, 24, 22, 20, 18, 17, 15)
"""Of screens that one sits at, 60 cm away."""
_LARGE_SCALE: Final = 1.35
_COLUMNS_FROM: Final = 1400
_DRAWN_DPI: Final = 113.0
_DPI_KNOWN: Final = (60.0, 400.0)
"""What lies outside is a screen that does not know its own size."""
_LEAST: Final = (960, 540)
_LEAST_SEATED: Final = (1024, 600)
"""The units in which every layout still holds; they bound what 200 % of a screen can be (``docs/decisions/0079``)."""
_WIDE_FROM: Final = 1280
_TALL_FROM: Final = 720


@dataclass(frozen=True, slots=True)
class Grid:
    """The measures of one window size, screen and wish."""

    width: int
    height: int
    dots_per_inch: float = 0.0  # 0: not known
    percent: int = 100
    desk: bool = False
    """Read at 60 cm by somebody who sits; else at 70 cm by somebody who stands."""
    seated: bool = False
    """More stands on the screen of who sits; ``desk`` implies it."""
    gloves: bool = False
    codes: bool = False
    """Command buttons show their codes."""
    scale: float = field(init=False, compare=False)
    """1 at 1280×800 and below, 1.35 at 1920×1080. Kept, because every stroke of a paint asks for it."""
    least: float = field(init=False, compare=False)
    """So many times as large as drawn, in pixels, is as large as drawn in millimetres."""

    def __post_init__(self) -> None:
        known = _DPI_KNOWN[0] <= self.dots_per_inch <= _DPI_KNOWN[1]
        physical = self.dots_per_inch / _DRAWN_DPI if known else 1.0
        wanted = max(physical, min(self.width / 1280, self.height / 800), 1.0) * self.percent / 100
        across, down = _LEAST_SEATED if self.seated or self.desk else _LEAST
        room = min(self.width / across, self.height / down)
        object.__setattr__(self, "scale", max(1.0, min(wanted, room)))
        object.__setattr__(self, "least", max(1.0, min(physical, room)))

    @property
    def three_columns(self) -> bool:
        return self.width / self.scale >= _COLUMNS_FROM

    @property
    def narrow(self) -> bool:
        """Too narrow for two work columns: the right one becomes a strip of cells."""
        return self.width / self.scale < _WIDE_FROM - 1

    @property
    def low(self) -> bool:
        """Too low for the bands as drawn: they stand closer."""
        return self.height / self.scale < _TALL_FROM - 1

    def u(self, units: float) -> int:
        """Pixels of a length drawn on the 1280×800 grid."""
        return round(units * self.scale)

    def px(self, role: Role) -> int:
        at = ROLES.index(role)
        small, large = (_DESK_SMALL, _DESK_LARGE) if self.desk else (_SMALL, _LARGE)
        return self._between(small[at], large[at])

    @property
    def margin(self) -> int:
        return self._between(32, 56)

    @property
    def margin_right(self) -> int:
        return self._between(28, 48)

    @property
    def banner(self) -> int:
        return self._band(124, 172)

    @property
    def order(self) -> int:
        return self._band(72, 96)

    @property
    def note(self) -> int:
        return self._band(84, 104)

    @property
    def note_read(self) -> int:
        return self._band(56, 72)

    @property
    def commands(self) -> int:
        return self._band(112, 140) if self.gloves else self._band(90, 104)

    @property
    def devices(self) -> int:
        return self._band(44, 56)

    def _band(self, small: int, large: int) -> int:
        """A band's height; where the window is low for its letters, all bands give way alike."""
        drawn = self._between(small, large)
        return round(drawn * self.height / self.scale / _TALL_FROM) if self.low else drawn

    def _between(self, small: int, large: int) -> int:
        if self.scale == 1.0:
            return small
        share = (self.scale - 1) / (_LARGE_SCALE - 1)
        grown = small + (large - small) * share if share <= 1 else large * self.scale / _LARGE_SCALE
        return round(max(grown, small * self.least))
