"""The time-stamp authorities' side of a bench: a worker of its own, for an authority may be slow and holds up nothing.

Each is asked every so often for what it has not stamped; one that fails is asked again after a minute.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from station.clock import Clock
from station.errors import Trouble
from station.evidence.ledger_reading import open_reader
from station.handing import OwedFact
from station.home import Home
from station.owed_files import file_fact
from station.stamping import due, stamp

LOOK_MS = 15_000
AGAIN_US = 60_000_000


@dataclass(slots=True)
class _Turn:
    """When each authority is asked next, by the monotonic clock."""

    next_us: dict[str, int] = field(default_factory=dict)


class StampDesk(QObject):
    """Lives in a thread of its own; ``owed`` carries each ``OwedFact`` for the bench's thread to write."""

    owed = Signal(object)
    failed = Signal(str)  # one sentence, for whoever keeps a log

    def __init__(self, home: Home, authorities: tuple[str, ...], *, every_s: int, clock: Clock) -> None:
        super().__init__()
        self._home = home
        self._authorities = authorities
        self._every_us = every_s * 1_000_000
        self._clock = clock
        self._turn = _Turn()
        self._ends = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @Slot()
    def begin(self) -> None:
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask every authority whose turn it is."""
        for authority in self._authorities:
            if self._ends:
                return
            now_us = self._clock.now().mono_us
            if now_us >= self._turn.next_us.get(authority, now_us):
                self._turn.next_us[authority] = now_us + self._ask(authority)

    def _ask(self, authority: str) -> int:
        """After how many microseconds it is asked again; what there is nothing of to stamp is looked for sooner."""
        now = self._clock.now()
        try:
            with closing(open_reader(self._home.ledger_file)) as reader:
                checkpoint = due(reader, authority, now_s=now.wall_us // 1_000_000)
            if checkpoint is None:
                return 0
            self._pass_on(stamp(checkpoint, authority, self._home.keys, self._clock))
        except Trouble as trouble:
            self.failed.emit(trouble.sentence())
            return AGAIN_US
        return self._every_us

    def _pass_on(self, owed: OwedFact) -> None:
        """Once the bench ends nobody may be there to hear it: then it waits in a file, for now or the next start."""
        if self._ends:
            file_fact(self._home, owed.fact, order_no=None, at_us=self._clock.now().wall_us)
        else:
            self.owed.emit(owed)

    def end_soon(self) -> None:
        """From another thread: what is under way is the last."""
        self._ends = True

    @Slot()
    def finish(self) -> None:
        self._timer.stop()
        QThread.currentThread().quit()
