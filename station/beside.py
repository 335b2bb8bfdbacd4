"""A verb of ours in a process of its own beside a bench: what may take long, or hang, never keeps a scan waiting.

It ends with the bench, however the bench ends: it waits on a pipe that only the bench holds open.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread
from typing import IO

from station.errors import Trouble
from station.home import Home

LOG_BYTES_MAX = 1_000_000
"""A log that has grown beyond is begun anew at the next start."""

END_S = 10
"""For what it is at; after that it is killed, and whatever runs so must lose nothing by it."""

UNTIL_INPUT_ENDS = "--until-input-ends"


class Beside:
    """``verb`` without the program and the home; what it says goes into ``log`` of the home's logs."""

    def __init__(self, home: Home, verb: Sequence[str], *, log: str) -> None:
        self._home = home
        self._verb = verb
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "station", "--home", str(self._home.root), *self._verb, UNTIL_INPUT_ENDS]
        with self._opened_log() as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own verb
                command,
                cwd=Path(__file__).parents[1],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                creationflags=_NO_WINDOW,
            )

    def _opened_log(self) -> IO[bytes]:
        file = self._home.logs / self._log
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


def run_beside(home: Home, verb: Sequence[str], *, seconds: float) -> bool:
    """Once, and waited for, by a thread that may: whether it ended well in time."""
    command = [sys.executable, "-m", "station", "--home", str(home.root), *verb]
    try:
        ended = subprocess.run(  # noqa: S603 - our own verb
            command,
            cwd=Path(__file__).parents[1],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0


def end_of(*, until_input_ends: bool) -> Event:
    """In the process itself: set when it is to end, after what it is at."""
    ends = Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda _signal, _frame: ends.set())
    if until_input_ends:
        if hasattr(os, "nice"):
            os.nice(10)  # the bench that began it goes first

        def wait() -> None:
            sys.stdin.buffer.read()
            ends.set()

        Thread(target=wait, daemon=True).start()
    return ends


_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows no console may flash up
