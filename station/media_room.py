"""How much of the disk pictures may take, and what stops then: video first, after it photos, packing never. Pure.

Nothing is deleted here. What may be deleted and when is for retention to say, entry by entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from station.packing.media import MediaRoom

MB: Final = 1_000_000
GB: Final = 1_000_000_000
PHOTOS_PERCENT: Final = 10
"""Of the budget, the last part is for photos alone."""

VIDEO_RESERVES: Final = 2
"""Video stops while twice the reserve is still free, photos at the reserve itself."""

BACK_PERCENT: Final = 2
"""What stopped begins again only with so much of the budget to spare, so that it does not come and go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """``reserve_bytes`` stay free on the disk whatever the budget says: they are the ledger's."""

    budget_bytes: int
    reserve_bytes: int

    def room(self, used_bytes: int, free_bytes: int, before: MediaRoom = MediaRoom.ALL) -> MediaRoom:
        """What may still be kept, with ``used_bytes`` in the media folder; ``before`` is what was said last."""
        photos = self._takes(used_bytes, free_bytes, 100, 1, stopped=before is MediaRoom.NONE)
        video = self._takes(
            used_bytes, free_bytes, 100 - PHOTOS_PERCENT, VIDEO_RESERVES, stopped=before is not MediaRoom.ALL
        )
        if not photos:
            return MediaRoom.NONE
        return MediaRoom.ALL if video else MediaRoom.PHOTOS

    def _takes(self, used: int, free: int, percent: int, reserves: int, *, stopped: bool) -> bool:
        margin = self.budget_bytes * BACK_PERCENT // 100 if stopped else 0
        within = used < self.budget_bytes * percent // 100 - margin
        return within and free > self.reserve_bytes * reserves + (margin and self.reserve_bytes // 10)
