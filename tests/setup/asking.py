"""Set-up at a question, by the inputs that lead there; nothing is opened."""

from __future__ import annotations

from station.setup import machine
from station.setup.code_faults import HeardCode
from station.setup.effects import (
    Effect,
)
from station.setup.stages import Setup
from station.setup.values import (
    Answered,
    CodeHeard,
    Input,
    LinksFound,
    Make,
    Step,
    Surroundings,
)

AROUND = Surroundings(
    profiles=(("zpl-4in-203", "ZPL II, 4 inch"), ("pdf-a4", "Any office printer")),
    makes=(Make(id="other", name="Another make"),),
)
NO_LINKS = LinksFound(links=())


def at(step: Step, *inputs: Input | str, around: Surroundings = AROUND) -> tuple[Setup, tuple[Effect, ...]]:
    """Set-up at a step after these inputs; a string is an answer. Effects are the last input's."""
    setup, effects = machine.begin(around, only=step)
    for input in inputs:
        setup, effects = machine.take(setup, Answered(value=input) if isinstance(input, str) else input, 7)
    return setup, effects


def scanned(text: str, end: str = "\r") -> CodeHeard:
    return CodeHeard(heard=HeardCode(text=text, end=end))
