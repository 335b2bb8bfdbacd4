"""How much of the disk a bench's pictures take, before the first was taken. Figures of docs/cameras.md; pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

VIDEO_MB_AN_HOUR: Final = 240
PARCEL_S: Final = 60
"""From opening to seal, the pause after it included; slower benches film more and pack fewer."""

PHOTO_MB: Final = 0.15
PHOTOS: Final = 4
"""Of a parcel, with the usual moments."""

VIDEO_SHARE: Final = 0.9
"""Of the budget: its last tenth is for photos alone (``media_room``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfPictures:
    parcels: int
    films: bool

    @property
    def day_mb(self) -> float:
        return self.parcels * (PHOTOS * PHOTO_MB + (VIDEO_MB_AN_HOUR * PARCEL_S / 3_600 if self.films else 0.0))

    @property
    def day_text(self) -> str:
        """In GB, with one digit after the point where it is small."""
        gb = self.day_mb / 1_000
        return f"{gb:.0f}" if gb >= 10 else f"{max(gb, 0.1):.1f}"

    def gb(self, days: int) -> int:
        return max(1, ceil(self.day_mb * days / 1_000))

    def budget_gb(self, days: int) -> int:
        """So that video does not stop before its days are over."""
        return ceil(self.gb(days) / VIDEO_SHARE)
