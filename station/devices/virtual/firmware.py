"""What the inside of a virtual printer understands and answers, apart from its paper. Pure.

A firmware takes bytes cut anywhere and says what they ask for; ``printer`` has the queue, the faults and the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, TypeAlias

BUFFER: Final = 16 * 1024 * 1024  # bytes of labels not yet whole


class PrinterFault(StrEnum):
    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"  # a warning: it goes on printing
    HEAD_OPEN = "head_open"
    RIBBON_OUT = "ribbon_out"
    HOT = "hot"
    PAUSED = "paused"
    SILENT = "silent"  # takes bytes, answers nothing, prints nothing
    DIES = "dies"  # hangs up in the middle of a label and forgets everything


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One label as it came out: its picture (packed rows, 1 = black) and the bytes it came from."""

    bitmap: bytes
    width_dots: int
    height_dots: int
    sent: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """To be printed in its turn. ``picture`` is None when the bytes were no picture."""

    picture: Printed | None
    copies: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """To be answered at once."""

    name: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class InTurn:
    """To be answered when all labels before it are printed."""

    name: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """Everything that waits is thrown away."""


Heard: TypeAlias = Label | Question | InTurn | Cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    faults: frozenset[PrinterFault] = frozenset()
    waiting: int = 0  # labels not yet printed, the one under the head included


class Firmware(Protocol):
    @property
    def reprints(self) -> bool:
        """Whether a label stopped by a fault is printed again when the fault is gone; else it is spoiled."""
        ...

    def feed(self, data: bytes) -> list[Heard]: ...

    def answer(self, name: bytes, state: State) -> bytes: ...

    def forget(self) -> None:
        """Power was cut."""
        ...
