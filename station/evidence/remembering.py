"""The newest checkpoint on its way to the bench's memory: written beside the bench, which never waits for the place.

A memory on a drive that hangs is late, and then remembers less; the ledger is not touched by it.
"""

from __future__ import annotations

import threading
from pathlib import Path

from station.errors import Trouble
from station.evidence.checkpoint import VerifierKey
from station.evidence.memory import Memory, Remembered, spelled

LAST_WORD_S = 3.0
"""How long a clean exit waits for the place."""


class Remembering:
    """``note`` takes what is to be remembered; only the newest one counts. The thread begins with the first."""

    def __init__(self, memory: Memory, home: Path) -> None:
        self._memory = memory
        self._home = spelled(home)
        self._next: tuple[VerifierKey, str] | None = None
        self._ends = False
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self.trouble: Trouble | None = None

    def note(self, bench: VerifierKey, note: str) -> None:
        with self._wake:
            self._next = (bench, note)
            self._wake.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="evidence memory", daemon=True)
            self._thread.start()

    def close(self) -> None:
        with self._wake:
            self._ends = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(LAST_WORD_S)

    def _run(self) -> None:
        while (work := self._taken()) is not None:
            bench, note = work
            try:
                self._memory.write(bench, Remembered(note=note, home=self._home))
                self.trouble = None
            except Trouble as trouble:
                self.trouble = trouble

    def _taken(self) -> tuple[VerifierKey, str] | None:
        with self._wake:
            while self._next is None and not self._ends:
                self._wake.wait()
            work, self._next = self._next, None
        return work
