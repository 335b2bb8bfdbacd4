"""Which parcel a piece of video belongs to: by the number of its take, since clocks may jump. Pure."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

from station.packing.model import OrderNo

TAKES_MAX = 16
"""Takes of one camera that are remembered: two at most still give segments, one ending and one running."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """The video of one parcel by one camera; ``stopped_us`` is 0 while it runs, ``ended`` once its last part came."""

    number: int
    order: OrderNo
    camera: str
    stopped_us: int = 0
    ended: bool = False


@dataclass(slots=True)
class Takes:
    """Of one camera, oldest first."""

    camera: str
    _takes: deque[Take] = field(default_factory=lambda: deque(maxlen=TAKES_MAX))
    _count: int = 0

    @property
    def running(self) -> Take | None:
        last = self._takes[-1] if self._takes else None
        return last if last is not None and not last.stopped_us else None

    @property
    def owed(self) -> tuple[Take, ...]:
        """Takes whose last part has not come."""
        return tuple(take for take in self._takes if not take.ended)

    def begin(self, order: OrderNo) -> Take:
        self._count += 1
        take = Take(number=self._count, order=order, camera=self.camera)
        self._takes.append(take)
        return take

    def stop(self, now_us: int) -> Take | None:
        """The running take is over; its last part is still to come."""
        take = self.running
        if take is None:
            return None
        self._takes[-1] = replace(take, stopped_us=max(1, now_us))
        return self._takes[-1]

    def of(self, number: int) -> Take | None:
        """Ended or not; None once it is forgotten."""
        return next((take for take in self._takes if take.number == number), None)

    def end(self, number: int) -> Take | None:
        """The take of that number, now ended; None when it was before."""
        for at, take in enumerate(self._takes):
            if take.number == number and not take.ended:
                self._takes[at] = replace(take, ended=True)
                return take
        return None
