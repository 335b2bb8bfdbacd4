"""``sealbench bench`` as another program would run it: a process of its own, lines in, JSON lines out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QProcess, QProcessEnvironment
from pytestqt.qtbot import QtBot

from station.home import Home
from tests.e2e.rig import Told, as_line

WAIT_MS = 20_000


class BenchProcess:
    """``told`` are all lines that came out whole; ``own`` of them no input asked for."""

    def __init__(self, home: Home, qtbot: QtBot, *options: str, verb: str = "bench") -> None:
        self.told: list[Told] = []
        self._qtbot = qtbot
        self._asked = 0
        self._rest = b""
        self._process = QProcess()
        self._process.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.start(sys.executable, ["-m", "station", "--home", str(home.root), verb, *options])

    @property
    def own(self) -> list[Told]:
        return [line for line in self.told if line["n"] is None]

    @property
    def messages(self) -> str:
        return bytes(self._process.readAllStandardError().data()).decode()

    def send(self, line: str | bytes | dict[str, Any]) -> int:
        """The number under which it will be answered."""
        self._process.write(as_line(line))
        self._asked += 1
        return self._asked

    def says(self, line: str | bytes | dict[str, Any]) -> Told:
        number = self.send(line)
        return self.waits_for(lambda told: told["n"] == number)

    def all(self, *lines: str | dict[str, Any]) -> Told:
        for line in lines:
            told = self.says(line)
        return told

    def waits_for(self, wanted: Callable[[Told], bool]) -> Told:
        """The newest line that fits, told already or yet to come."""

        def found() -> None:
            assert any(wanted(line) for line in self.told), (self.told[-3:], self._process.state())

        self._qtbot.waitUntil(found, timeout=WAIT_MS)
        return next(line for line in reversed(self.told) if wanted(line))

    def waits_for_event(self, name: str) -> Told:
        return self.waits_for(lambda told: name in told["events"])

    def ends(self) -> int:
        """No more input; the exit code."""
        self._process.closeWriteChannel()
        return self.waits_for_exit()

    def waits_for_exit(self) -> int:
        def over() -> None:
            assert self._process.state() is QProcess.ProcessState.NotRunning

        self._qtbot.waitUntil(over, timeout=WAIT_MS)
        self._read()
        return self._process.exitCode()

    def waits_for_more(self) -> Told:
        """The next line, asked for or not."""
        count = len(self.told)
        self._qtbot.waitUntil(lambda: len(self.told) > count, timeout=WAIT_MS)
        return self.told[count]

    def told_to_end(self) -> int:
        """Its input stays open; the exit code."""
        self._process.terminate()
        return self.waits_for_exit()

    def stop_now(self) -> None:
        """As a power cut: at once, and with nothing put in order."""
        self._process.kill()

    def kill(self) -> None:
        """Gone, whatever it does, and its pipes with it."""
        self._process.kill()
        self._process.waitForFinished(WAIT_MS)
        self._read()
        self._process.close()

    def _read(self) -> None:
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        self.told += [json.loads(line) for line in lines]


@contextmanager
def bench_process(home: Home, qtbot: QtBot, *options: str) -> Iterator[BenchProcess]:
    """A running bench; whatever happens it is gone afterwards."""
    process = BenchProcess(home, qtbot, *options)
    try:
        yield process
    finally:
        process.kill()
