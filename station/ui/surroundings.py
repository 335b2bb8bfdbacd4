"""What the window shows beside the open parcel: devices, the day, the live weight. Values only; the app fills them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from station.ui.screen import Words

_MINUTE_US = 60_000_000


class DeviceState(StrEnum):
    NORMAL = "normal"
    WAIT = "wait"  # working without it: offline, starting
    ATTENTION = "attention"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceView:
    """``kind`` is scanner, printer, scale, camera or order_book; ``word`` its state in one or two words."""

    kind: str
    name: Words
    word: Words
    state: DeviceState = DeviceState.NORMAL


@dataclass(frozen=True, slots=True, kw_only=True)
class LowNumbers:
    """A service whose waybill numbers run low, and how many are left."""

    service: Words
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOffView:
    at_us: int
    orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """What an idle bench says: how many orders wait, when the next cut-off is, which numbers run low."""

    orders_left: int | None = None
    cutoff_us: int | None = None
    due_by_cutoff: int | None = None
    low: tuple[LowNumbers, ...] = ()  # the fewest first
    cut_offs: tuple[CutOffView, ...] = ()  # the next ones
    now_us: int = 0  # a cut-off of another day has its date; 0: not known
    best_hours: tuple[tuple[str, int], ...] = ()  # pseudonym and parcels; each sees his own alone

    def at(self, now_us: int) -> DayView:
        """To the minute: nothing of it changes sooner."""
        return replace(self, now_us=now_us // _MINUTE_US * _MINUTE_US)

    def best_of(self, packer: str) -> int:
        return dict(self.best_hours).get(packer, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveWeight:
    weight_mg: int | None
    stable: bool
