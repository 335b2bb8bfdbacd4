"""Which disputes are late, and which are due soon: for the desk, the lists, the doctor. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from station.orders.disputes import Dispute

HOUR_US = 3_600_000_000
NEAR_HOURS = 24
"""Before the end of its time a dispute is called due soon: a working day is left to answer it."""

NAMED_MAX = 5
"""Orders told by number in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Open disputes that nothing was submitted for yet."""

    late: tuple[Dispute, ...]
    near: tuple[Dispute, ...]

    @property
    def quiet(self) -> bool:
        return not self.late and not self.near

    @property
    def sentence(self) -> str:
        """For the office's terminal; empty when all is quiet."""
        told = (("late", self.late), (f"due within {NEAR_HOURS} h", self.near))
        return "; ".join(f"{len(found)} {word}: {_names(found)}" for word, found in told if found)


def alarm_of(disputes: Iterable[Dispute], now_us: int, *, hours: int = NEAR_HOURS) -> Alarm:
    """What was submitted already waits for the other side, and is no alarm."""
    waiting = [each for each in disputes if each.outcome is None and each.submitted_us is None]
    late = tuple(each for each in waiting if each.case.late(now_us))
    return Alarm(
        late=late, near=tuple(each for each in waiting if not each.case.late(now_us) and _soon(each, now_us, hours))
    )


def _soon(dispute: Dispute, now_us: int, hours: int) -> bool:
    return dispute.case.due_us is not None and dispute.case.due_us - now_us <= hours * HOUR_US


def _names(found: tuple[Dispute, ...]) -> str:
    more = len(found) - NAMED_MAX
    names = ", ".join(f"{each.id} ({each.case.order})" for each in found[:NAMED_MAX])
    return f"{names}, {more} more" if more > 0 else names
