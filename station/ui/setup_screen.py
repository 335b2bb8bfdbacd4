"""The set-up window as a value: steps, the question, its choices and the codes to be scanned. Pure; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from station.ui.screen import Verdict, Words


class StepState(StrEnum):
    DONE = "done"
    LEFT_OUT = "left_out"  # skipped
    WITHOUT = "without"  # there is no such hardware
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    number: int
    name: Words
    state: StepState
    end: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """``code`` is what its code on the screen carries: CHOICE and the number."""

    number: int
    words: Words
    note: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """``rows`` are modules of a code; ``linear`` has one; ``file`` is a picture instead."""

    caption: Words
    rows: tuple[str, ...] = ()
    file: str = ""

    @property
    def linear(self) -> bool:
        return len(self.rows) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupScreen:
    """``told`` is what came of the last input, None when nothing is to be said."""

    steps: tuple[StepView, ...]
    question: Words
    help: Words | None = None
    choices: tuple[ChoiceView, ...] = ()
    asides: tuple[str, ...] = ()  # skip, none, back: what the buttons may do now
    pictures: tuple[PictureView, ...] = ()
    verdict: Verdict = Verdict.INFO
    told: Words | None = None
    way: Words | None = None  # what to do about it
    notes: tuple[tuple[Words, str], ...] = ()
    figure: str = ""
    takes_text: bool = False
    waiting: bool = False
    typed: str = ""
    over: bool = False

    @property
    def now(self) -> StepView:
        return next((step for step in self.steps if step.state is StepState.NOW), self.steps[-1])
