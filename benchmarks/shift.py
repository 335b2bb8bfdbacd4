"""Hands that pack one parcel after the other at a bench with a window: what comes next is scanned at once."""

from __future__ import annotations

import faulthandler
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot

from benchmarks.books import gtin, order_no
from station.bench import Outcome
from station.codes import command_code
from station.devices.virtual.scanner import VirtualScanner
from station.packing.inputs import Command
from station.packing.job import Job, LabelState

AGAIN_MS: Final = 5_000
"""After so long without a parcel what is to be scanned is scanned again: somebody may not have heard it."""

STUCK_S: Final = 120
STANDARD_ERROR: Final = 2
WRONG_EVERY: Final = 10
"""Parcels, of which one gets another order's goods first: refused, and the stop cleared by its code."""


class Shift(QObject):
    """Lives in the screen thread. ``look`` is called with the number of parcels at each of ``wanted``."""

    def __init__(
        self, scanner: VirtualScanner, parcels: int, *, wanted: tuple[int, ...], look: Callable[[int], object],
        tear_off: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._scanner, self._parcels, self._tear_off = scanner, parcels, tear_off
        self._wanted, self._look = list(wanted), look
        self._packed, self._job = 0, Job()
        self._sent = ""
        self._stopped_at = -1  # the parcel that had a stop last
        self.said_again = 0
        self._sealed_s = time.monotonic()
        self._begun = False
        self._loop = QEventLoop()
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._repeat)

    def run(self) -> int:
        """How many parcels were packed: fewer only when the bench stands still."""
        self._again.start()
        self._loop.exec()
        self._again.stop()
        return self._packed

    @Slot()
    def begin(self) -> None:
        self._begun, self._sealed_s = True, time.monotonic()
        self._scan(order_no(0))

    @Slot(str, int)
    def give_up(self, sentence: str, _exit_code: int) -> None:
        """The bench could not start."""
        print(f"  the bench did not start: {sentence}")
        self._loop.quit()

    @Slot()
    def end(self) -> None:
        """The bench's thread has ended, of which it says why where the program was begun."""
        self._loop.quit()

    @Slot(object)
    def see(self, outcome: Outcome) -> None:
        sealed = bool(outcome.job.sealed) and not self._job.sealed
        self._job = outcome.job
        if sealed:
            self._count()
        code = self._next()
        if code and code != self._sent:
            self._scan(code)

    def _next(self) -> str:
        job = self._job
        if job.stop is not None:
            self._stopped_at = self._packed
            return command_code(Command.CLEAR)
        if not job.opened:
            return order_no(self._packed)
        if job.missing:
            if self._packed % WRONG_EVERY == WRONG_EVERY - 1 and self._stopped_at != self._packed:
                return gtin(self._packed + 1)
            sku = job.missing[0][0]
            assert job.order is not None
            line = next(line for line in job.order.lines if line.sku == sku)
            return str(line.barcodes[0].code)
        printed = job.label is not None and job.label.state is LabelState.PRINTED
        return str(job.label.waybill) if job.label is not None and printed else ""

    def _scan(self, code: str) -> None:
        self._sent = code
        self._scanner.scan(code)

    def _count(self) -> None:
        self._packed += 1
        self._sealed_s = time.monotonic()
        self._tear_off()
        if self._wanted and self._packed >= self._wanted[0]:
            self._look(self._wanted.pop(0))
        if self._packed >= self._parcels:
            self._loop.quit()

    def _repeat(self) -> None:
        """A bench that stands still ends the run, and every thread says where it stands."""
        silent_s = time.monotonic() - self._sealed_s
        if silent_s > STUCK_S:
            print(f"  stuck after {self._packed} parcels at {self._job.label} {self._job.stop}", flush=True)
            faulthandler.dump_traceback(STANDARD_ERROR)
            self._loop.quit()
        elif self._begun and silent_s * 1000 > AGAIN_MS and (code := self._next()):
            self.said_again += 1
            self._scan(code)
