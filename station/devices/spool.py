"""What a print queue can be asked, whoever runs it: its state, one job in, and what became of the job. No threads here.

Every call may wait; ``queue_printer`` makes them in a thread of its own.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol

from station.devices.dialect import PrinterStatus


class Unreached(Exception):
    """Nothing has left this machine, or the queue took nothing. Its text is one word."""


class Uncertain(Exception):
    """Bytes may have left and nobody said what became of them. Its text is one word."""


class Fate(Enum):
    GOING = auto()
    DONE = auto()  # the queue says it is through with it
    LOST = auto()  # cancelled, aborted, or not known any more


class Spool(Protocol):
    proves: bool
    """Whether DONE means paper: a driverless printer says so itself, a raw queue knows only that bytes have left."""

    def status(self) -> PrinterStatus:
        """How the printer is. Raises ``Unreached``."""
        ...

    def submit(self, job: str, data: bytes) -> int:
        """Hand the job over, once. Raises ``Unreached`` when it was not taken, else ``Uncertain``."""
        ...

    def fate(self, number: int) -> Fate:
        """What became of a job. Raises ``Unreached``."""
        ...
