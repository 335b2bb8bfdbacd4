"""A sitting on virtual devices, and waiting for what it asks."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from station.clock import SystemClock
from station.home import Home
from station.setup.scale_finder import Waits
from station.setup.sitting import Sitting
from station.setup.stages import Setup
from station.setup.values import Step

HURRY = Waits(listen_ms=300, ask_ms=120, open_ms=1_000)


class Person:
    """Answers a sitting's questions and waits for the next."""

    def __init__(self, qtbot: QtBot, home: Home, step: Step | None = None) -> None:
        self._qtbot = qtbot
        self.sitting = Sitting(home, SystemClock(), only=step, waits=HURRY)
        self.sitting.start()

    @property
    def setup(self) -> Setup:
        return self.sitting.setup

    @property
    def asks(self) -> str:
        return str(getattr(self.setup.stage, "asks", ""))

    def says(self, *answers: str) -> None:
        for answer in answers:
            self.sitting.type(answer)

    def waits_for(self, asks: str, *, timeout_ms: int = 15_000) -> None:
        self._qtbot.waitUntil(lambda: self.asks == asks, timeout=timeout_ms)

    def waits_for_step(self, step: Step, *, timeout_ms: int = 15_000) -> None:
        self._qtbot.waitUntil(lambda: self.setup.step is step, timeout=timeout_ms)

    def told(self) -> str:
        return "" if self.setup.told is None else self.setup.told.words.en


def facts(setup: Setup, step: Step) -> str:
    return "\n".join(setup.outcomes[step].facts)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
