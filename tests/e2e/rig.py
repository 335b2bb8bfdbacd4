"""A windowless bench within the test's own process: lines in, the told JSON out, everything else as in production."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from pytestqt.qtbot import QtBot

from station.app import Assembled, assemble
from station.clock import Clock, SystemClock
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.windowless import Windowless

WAIT_MS = 20_000

Told: TypeAlias = dict[str, Any]


class Rig:
    """``says`` gives a line and waits for what is told of it; ``own`` are the lines no input asked for."""

    def __init__(self, bench: Assembled, qtbot: QtBot) -> None:
        self.bench = bench
        self.told: list[Told] = []
        self._qtbot = qtbot
        self._asked = 0
        self._windowless = Windowless(bench.host, self._write, wait_ms=WAIT_MS)

    @property
    def own(self) -> list[Told]:
        return [line for line in self.told if line["n"] is None]

    def says(self, line: str | bytes | dict[str, Any]) -> Told:
        """The line told of this input."""
        self._asked += 1
        self._windowless.feed(as_line(line))
        return self.waits_for(lambda told: told["n"] == self._asked)

    def all(self, *lines: str | dict[str, Any]) -> Told:
        for line in lines:
            told = self.says(line)
        return told

    def feed(self, line: bytes) -> None:
        """Bytes that are no input and are not answered."""
        self._windowless.feed(line)

    def waits_until_opened(self, order: str) -> Told:
        """An order just given back opens as soon as the book's desk has heard of it."""
        told = self.says(order)
        while told["stage"] == "stopped":
            self.says(press("clear"))
            told = self.says(order)
        return told

    def waits_for(self, wanted: Callable[[Told], bool]) -> Told:
        """The newest line that fits, told already or yet to come."""

        def found() -> None:
            assert any(wanted(line) for line in self.told), self.told[-3:]

        self._qtbot.waitUntil(found, timeout=WAIT_MS)
        return next(line for line in reversed(self.told) if wanted(line))

    def waits_for_event(self, name: str, *, times: int = 1) -> Told:
        """The newest line with this event, once it was told so many times."""

        def enough() -> None:
            assert sum(line["events"].count(name) for line in self.told) >= times, self.told[-3:]

        self._qtbot.waitUntil(enough, timeout=WAIT_MS)
        return next(line for line in reversed(self.told) if name in line["events"])

    def _write(self, line: str) -> None:
        self.told.append(json.loads(line))


@contextmanager
def rig(home: Home, qtbot: QtBot, *, clock: Clock | None = None) -> Iterator[Rig]:
    """A started bench on ``home``; stopped cleanly at the end."""
    bench = assemble(home, clock=clock or SystemClock(), weighed_by_lines=True)
    bench_rig = Rig(bench, qtbot)
    bench.start()
    try:
        yield bench_rig
    finally:
        bench.stop()


def verdict(told: Told) -> tuple[str, str, str | None]:
    return told["stage"], told["verdict"], told["reason"]


def as_line(line: str | bytes | dict[str, Any]) -> bytes:
    if isinstance(line, bytes):
        return line + b"\n"
    text = line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
    return text.encode() + b"\n"


def weight(grams: int | str) -> dict[str, Any]:
    return {"weight": f"{grams} g" if isinstance(grams, int) else grams, "stable": True}


def press(command: str, reason: str = "") -> dict[str, Any]:
    return {"press": command, "reason": reason} if reason else {"press": command}


def answer(prompt: str, value: str | bool) -> dict[str, Any]:
    return {"answer": {"prompt": prompt, "value": value}}


def kinds_on_disk(home: Home) -> list[str]:
    """The kind of every entry of the ledger, read afresh from disk."""
    reader = open_reader(home.ledger_file)
    kinds = [entry.fact().kind for entry in reader.entries()]
    reader.close()
    return kinds
