"""The watched folder beside a running bench: looking again and again, in a process of its own.

A large import in the bench's own process would make scans wait for Python. What it may be killed at is told in
``orders/watching``.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from station.beside import Beside
from station.errors import Trouble
from station.home import Home

if TYPE_CHECKING:
    from station.orders.watching import FolderWatch, Handled


def look_until(
    ends: Event,
    watch: FolderWatch,
    *,
    every_s: float,
    now_us: Callable[[], int],
    say: Callable[[Handled], None],
    complain: Callable[[str], None],
) -> None:
    """Look, take, wait, until ``ends`` is set. Trouble is told once, and the next look tries again."""
    told = ""
    while True:
        try:
            for handled in watch.look(now_us=now_us()):
                say(handled)
            told = ""
        except Trouble as trouble:
            if trouble.sentence() != told:
                told = trouble.sentence()
                complain(told)
        if ends.wait(every_s):
            return


class Intake:
    """The process that watches the folder of the settings; none when they name none."""

    def __init__(self, home: Home, *, folder: str, every_s: int) -> None:
        watched = ("import", "--watch", str(home.root / folder), "--every", str(every_s))
        self._beside = Beside(home, watched, log="import.log") if folder else None

    def start(self) -> None:
        if self._beside is not None:
            self._beside.start()

    def stop(self) -> None:
        if self._beside is not None:
            self._beside.stop()
