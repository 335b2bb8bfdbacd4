"""Which files may leave: the old ones, and the oldest when room runs short; pure, so any numbers may be tried."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from station.media_room import Budget
from station.media_store.freeing import DAY_US, YOUNGEST_US, Disk, LocalFile, may_leave

NOW_US = 1_000 * DAY_US
BUDGET = Budget(budget_bytes=1_000, reserve_bytes=10)


def _file(name: str, days: int, size: int = 100) -> LocalFile:
    return LocalFile(name=name, size=size, kept_us=NOW_US - days * DAY_US)


def _leaving(files: list[LocalFile], *, used: int, free: int = 1_000_000, here_days: int = 0) -> list[str]:
    disk = Disk(used_bytes=used, free_bytes=free)
    return [one.name for one in may_leave(files, disk, BUDGET, here_days, NOW_US)]


FILES = [_file("young", 0), _file("old", 40), _file("older", 50), _file("week", 7)]


def test_without_need_all_stay() -> None:
    """No days set and room enough."""
    assert _leaving(FILES, used=400) == []


def test_past_their_days() -> None:
    """The oldest first."""
    assert _leaving(FILES, used=400, here_days=30) == ["older", "old"]


def test_short_of_the_budget() -> None:
    """Only as many as bring it below 80 %, and never today's."""
    assert _leaving(FILES, used=950) == ["older", "old"]
    assert _leaving(FILES, used=10_000) == ["older", "old", "week"]


def test_short_of_the_disk() -> None:
    """Somebody else filled the disk: the same."""
    assert _leaving(FILES, used=400, free=35) == ["older"]


@given(
    st.lists(st.builds(_file, st.text(max_size=3), st.integers(0, 100), st.integers(0, 500)), max_size=20),
    st.integers(0, 5_000),
    st.integers(0, 100),
    st.integers(0, 60),
)
def test_nothing_young_leaves_unless_its_days_are_over(
    files: list[LocalFile], used: int, free: int, here_days: int
) -> None:
    """Whatever the numbers: a file of today stays, unless a person has set no days at all for it."""
    for one in may_leave(files, Disk(used_bytes=used, free_bytes=free), BUDGET, here_days, NOW_US):
        assert NOW_US - one.kept_us >= YOUNGEST_US
