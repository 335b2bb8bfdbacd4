"""A clock that stands still until a test moves it."""

from __future__ import annotations

from station.packing.inputs import Instant

START_WALL_US = 1_795_000_000_000_000  # an afternoon in November 2026
START_MONO_US = 5_000_000


class FakeClock:
    def __init__(self, *, wall_us: int = START_WALL_US, mono_us: int = START_MONO_US, boot: str = "boot-1") -> None:
        self.boot = boot
        self._wall_us = wall_us
        self._mono_us = mono_us

    def now(self) -> Instant:
        return Instant(wall_us=self._wall_us, mono_us=self._mono_us)

    def advance_us(self, us: int) -> Instant:
        """Time passes: both clocks move."""
        assert us >= 0
        self._wall_us += us
        self._mono_us += us
        return self.now()

    def advance_ms(self, ms: int) -> Instant:
        return self.advance_us(ms * 1000)

    def advance_s(self, s: int) -> Instant:
        return self.advance_us(s * 1_000_000)

    def set_wall_us(self, wall_us: int) -> Instant:
        """Someone sets the wall clock, forwards or back; the monotonic clock does not notice."""
        self._wall_us = wall_us
        return self.now()

    def restart(self) -> Instant:
        """The machine starts again: another boot id, the monotonic clock begins anew, the wall clock goes on."""
        self.boot = f"boot-{int(self.boot.rpartition('-')[2]) + 1}"
        self._wall_us += 60_000_000
        self._mono_us = START_MONO_US
        return self.now()
