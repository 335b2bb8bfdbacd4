"""A packer's hands at a bench of many: do what the screen asks, and now and then something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from station.codes import badge_code, read
from station.packing.inputs import Answered, Command, Input, Pressed
from station.packing.prompts import PRINTED
from station.packing.questions import Prompt
from station.ui.screen import Screen, Stage
from tests.sim.hall.stock import EANS
from tests.sim.printer import Printer

RETRY_AFTER = 6
HOLD_AFTER = 20
CONFUSED = 0.08
BY_NUMBER = 0.3
"""How often an order is taken from the pile by its number, and not the next one asked for."""


@dataclass(slots=True)
class Hands:
    rng: Random
    printer: Printer
    waited: int = 0

    def act(self, screen: Screen, numbers: Sequence[str], *, patient: bool) -> Input | None:
        self.waited = self.waited + 1 if screen.stage is Stage.PRINTING else 0
        if not patient and self.rng.random() < CONFUSED:
            return self._confused(numbers)
        match screen.stage:
            case Stage.STOPPED:
                return _scan(screen.clear_code)
            case Stage.IDLE | Stage.SEALED:
                return self._next_order(numbers)
            case Stage.PACKING:
                assert screen.next_line is not None
                return _scan(EANS[screen.lines[screen.next_line].sku])
            case Stage.PROMPTING:
                assert screen.prompt is not None
                return self._answers(screen.prompt)
            case Stage.WEIGHING:
                raise AssertionError("nothing is weighed here")
            case Stage.PRINTING:
                return self._waits()
            case Stage.LABELLING:
                return self._sticks(screen)

    def _next_order(self, numbers: Sequence[str]) -> Input:
        if numbers and self.rng.random() < BY_NUMBER:
            return _scan(self.rng.choice(numbers))
        return Pressed(command=Command.NEXT)

    def _answers(self, prompt: Prompt) -> Input:
        if prompt.id.startswith(PRINTED):
            came_out = any(prompt.id == PRINTED + paper.job for paper in self.printer.paper)
            return Pressed(command=Command.YES if came_out else Command.NO)
        return Answered(prompt=prompt.id, value=prompt.choices[0])

    def _waits(self) -> Input | None:
        if self.waited % HOLD_AFTER == HOLD_AFTER - 1:
            return Pressed(command=Command.HOLD, reason="does not print")
        return Pressed(command=Command.RETRY) if self.waited % RETRY_AFTER == RETRY_AFTER - 1 else None

    def _sticks(self, screen: Screen) -> Input:
        if any(paper.waybill == screen.waybill for paper in self.printer.paper):
            return _scan(screen.waybill or "")
        return Pressed(command=Command.NO)

    def _confused(self, numbers: Sequence[str]) -> Input:
        match self.rng.randrange(6):
            case 0:
                return _scan(self.rng.choice(tuple(EANS.values())))
            case 1:
                return _scan(self.rng.choice(numbers))
            case 2:
                return _scan(badge_code("7"))
            case 3:
                return Pressed(command=Command.SIGN_OUT)
            case 4:
                return Pressed(command=Command.REPRINT, reason="torn")
            case _:
                return Pressed(command=self.rng.choice((Command.HOLD, Command.UNDO, Command.CLEAR)), reason="later")


def _scan(code: str) -> Input:
    return read(code, device="scanner")
