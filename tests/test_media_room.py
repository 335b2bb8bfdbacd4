from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.media_room import Budget
from station.packing.media import MediaRoom

BUDGET = Budget(budget_bytes=1_000, reserve_bytes=100)
ROOMY = 10_000
ORDERED = (MediaRoom.ALL, MediaRoom.PHOTOS, MediaRoom.NONE)


@pytest.mark.parametrize(
    ("used", "free", "room"),
    [
        (0, ROOMY, MediaRoom.ALL),
        (899, ROOMY, MediaRoom.ALL),
        (900, ROOMY, MediaRoom.PHOTOS),
        (999, ROOMY, MediaRoom.PHOTOS),
        (1_000, ROOMY, MediaRoom.NONE),
        (0, 201, MediaRoom.ALL),
        (0, 200, MediaRoom.PHOTOS),
        (0, 101, MediaRoom.PHOTOS),
        (0, 100, MediaRoom.NONE),
    ],
)
def test_video_stops_before_photos(used: int, free: int, room: MediaRoom) -> None:
    """The last tenth of the budget, and the reserve's double, are for photos alone; then there are none."""
    assert BUDGET.room(used, free) is room


@pytest.mark.parametrize(("used", "room"), [(899, MediaRoom.PHOTOS), (880, MediaRoom.PHOTOS), (879, MediaRoom.ALL)])
def test_what_stopped_begins_again_with_room_to_spare(used: int, room: MediaRoom) -> None:
    """Video does not come and go with every file at the limit."""
    assert BUDGET.room(used, ROOMY, MediaRoom.PHOTOS) is room


@given(
    used=st.integers(0, 2_000), more=st.integers(0, 500), free=st.integers(0, 1_000), before=st.sampled_from(ORDERED)
)
def test_more_used_is_never_more_room(used: int, more: int, free: int, before: MediaRoom) -> None:
    """Whatever was said before, a fuller disk takes no more than an emptier one."""
    fuller = BUDGET.room(used + more, max(0, free - more), before)
    assert ORDERED.index(fuller) >= ORDERED.index(BUDGET.room(used, free, before))
