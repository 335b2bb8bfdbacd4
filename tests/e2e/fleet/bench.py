"""One real bench process of a fleet: lines in, told lines out, how long each answer took."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from signal import SIGUSR1
from subprocess import PIPE, Popen
from threading import Event, Thread
from time import monotonic
from typing import Any

from station.home import Home

Told = dict[str, Any]
ANSWER_S = 240.0
"""So long nobody waits: what takes longer is lost for the fleet and named."""


class Gone(Exception):
    """The process was killed."""


@dataclass(slots=True)
class Waits:
    """The longest that a line of a kind waited for its answer, what was asked and told then; how many there were.

    Not counted is the time in which a bench had no processor: many more run here than a machine has cores.
    """

    longest_s: dict[str, float] = field(default_factory=dict)
    story: dict[str, str] = field(default_factory=dict)
    lines: int = 0

    def note(self, kind: str, took_s: float, line: str, told: Told) -> None:
        self.lines += 1
        if took_s > self.longest_s.get(kind, 0.0):
            self.longest_s[kind] = took_s
            self.story[kind] = f"{line}: {[told[key] for key in ('order', 'stage', 'reason', 'label', 'events')]}"


class FleetBench:
    """``behind`` are words before the program's own, to run it elsewhere than here."""

    def __init__(self, home: Home, waits: Waits, *, behind: tuple[str, ...] = ()) -> None:
        self.told: list[Told] = []
        self._waits = waits
        self._lines: SimpleQueue[bytes | None] = SimpleQueue()
        self._asked = 0
        command = [*behind, sys.executable, "-m", "tests.e2e.fleet.odd_clock", "--home", str(home.root), "bench"]
        log = (home.root / "stderr.txt").open("ab")
        self.process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=log, env=_environment(home))
        log.close()
        Thread(target=self._read, daemon=True).start()

    def says(self, line: str | dict[str, object], kind: str) -> Told:
        """The answer to one line; what a device says meanwhile is kept in ``told``."""
        text = line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
        self._asked += 1
        begun, starved_s = monotonic(), self._starved_s()
        try:
            assert self.process.stdin is not None
            self.process.stdin.write(text.encode() + b"\n")
            self.process.stdin.flush()
        except OSError as why:
            raise Gone from why
        try:
            while (told := self._next(ANSWER_S))["n"] != self._asked:
                pass
        except Empty:
            self.process.send_signal(SIGUSR1)  # its stacks go to its stderr.txt, which may take a moment
            Event().wait(1.0)
            raise
        self._waits.note(kind, monotonic() - begun - (self._starved_s() - starved_s), text, told)
        return told

    def _starved_s(self) -> float:
        """How long its main thread could have run and had no processor: the machine's doing. Linux tells."""
        try:
            said = Path(f"/proc/{self.process.pid}/schedstat").read_text("ascii")
        except OSError:
            return 0.0
        return int(said.split()[1]) / 1e9

    def hears(self, seconds: float) -> None:
        """What it tells by itself within a moment."""
        with suppress(Empty):
            self._next(seconds)

    def kill(self) -> None:
        """As power does."""
        self.process.kill()
        self.process.wait()
        self._close()

    def end(self) -> int:
        """No more input; the exit code."""
        self._close()
        return self.process.wait(ANSWER_S)

    def _close(self) -> None:
        assert self.process.stdin is not None
        with suppress(OSError):
            self.process.stdin.close()

    def _next(self, seconds: float) -> Told:
        line = self._lines.get(timeout=seconds)
        if line is None:
            self._lines.put(None)
            raise Gone
        told: Told = json.loads(line)
        self.told.append(told)
        return told

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as out:
            for line in out:
                if line.endswith(b"\n"):
                    self._lines.put(line)
        self._lines.put(None)


def _environment(home: Home) -> dict[str, str]:
    repository = str(Path(__file__).parents[3])
    return {
        **os.environ, "SEALBENCH_FLEET_CLOCK": str(home.root / "clock"), "XDG_STATE_HOME": str(home.root / "state"),
        "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": repository,
    }  # fmt: skip
