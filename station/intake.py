"""The watched folder beside a running bench: looking again and again, in a process of its own.

A large import in the bench's own process would make scans wait for Python. The process ends with the bench, however the
bench ends: it waits on a pipe that only the bench holds open. What it may be killed at is told in ``orders/watching``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import IO, TYPE_CHECKING

from station.errors import Trouble
from station.home import Home

if TYPE_CHECKING:
    from station.orders.watching import FolderWatch, Handled

LOG_BYTES_MAX = 1_000_000
"""A log that has grown beyond is begun anew at the next start; the receipts stay."""

END_S = 10
"""For the file that it is at; after that it is killed, which loses nothing."""


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
        self._home = home
        self._folder = folder
        self._every_s = every_s
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if not self._folder:
            return
        folder = self._home.root / self._folder
        command = [sys.executable, "-m", "station", "--home", str(self._home.root), "import", "--watch", str(folder)]
        command += ["--every", str(self._every_s), "--until-input-ends"]
        with self._log() as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own verb, with the home's own folder
                command,
                cwd=Path(__file__).parents[1],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                creationflags=_NO_WINDOW,
            )

    def _log(self) -> IO[bytes]:
        file = self._home.logs / "import.log"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            large = file.exists() and file.stat().st_size > LOG_BYTES_MAX
            return file.open("wb" if large else "ab")
        except OSError as error:
            raise Trouble(f"the log cannot be written: {error.strerror}", where=str(file)) from error

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is None or process.stdin is None:
            return
        process.stdin.close()
        try:
            process.wait(END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows no console may flash up
