"""Which files may leave this disk once they are read back elsewhere: the old; when room runs short, the oldest. Pure.

Whether a copy is there is not known here; who removes anything asks the place first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from station.media_room import Budget

DAY_US: Final = 86_400_000_000
YOUNGEST_US: Final = DAY_US
"""What was recorded today is looked at today; it stays however short room is."""

SHORT_PERCENT: Final = 80
"""Of the budget: from there on room is made, well before video stops."""

SHORT_RESERVES: Final = 4
"""Of the disk: the same, while so many times the reserve is still free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFile:
    name: str
    size: int
    kept_us: int  # since when it lies here


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    used_bytes: int  # in the media folder
    free_bytes: int


def may_leave(
    files: Iterable[LocalFile], disk: Disk, budget: Budget, here_days: int, now_us: int
) -> Iterator[LocalFile]:
    """The longest kept first. ``here_days`` 0: only when room runs short."""
    excess = max(
        disk.used_bytes - budget.budget_bytes * SHORT_PERCENT // 100,
        budget.reserve_bytes * SHORT_RESERVES - disk.free_bytes,
    )
    for one in sorted(files, key=lambda one: (one.kept_us, one.name)):
        age_us = now_us - one.kept_us
        old = bool(here_days) and age_us >= here_days * DAY_US
        if not old and (excess <= 0 or age_us < YOUNGEST_US):
            return
        excess -= one.size
        yield one
