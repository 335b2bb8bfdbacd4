"""The only door to time and chance: everything else is handed a ``Clock`` or bytes of randomness."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Protocol

from station.packing.inputs import Instant


class Clock(Protocol):
    boot: str

    def now(self) -> Instant: ...


class SystemClock:
    """The machine's clocks. ``boot`` names this start of the machine, so that monotonic times can be compared."""

    def __init__(self) -> None:
        self.boot = _boot_id()

    def now(self) -> Instant:
        return Instant(wall_us=time.time_ns() // 1000, mono_us=time.monotonic_ns() // 1000)


def _boot_id() -> str:
    kernel = Path("/proc/sys/kernel/random/boot_id")
    if kernel.is_file():
        return kernel.read_text().strip()
    return f"{os.getpid()}-{time.time_ns() // 1000 - time.monotonic_ns() // 1000}"
