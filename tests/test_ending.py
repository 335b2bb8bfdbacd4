"""A program that is told to end while it waits in Qt, where Python takes no step of its own."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

PROGRAM = """
from PySide6.QtCore import QCoreApplication, QTimer
from station.ending import Ending
application = QCoreApplication([])
Ending(application)
QTimer.singleShot(0, lambda: print("waits", flush=True))
{also}
application.exec()
print("ended well", flush=True)
"""
NEVER_DONE = """
from threading import Event
application.aboutToQuit.connect(lambda: (print("ends", flush=True), Event().wait()))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a program with a window otherwise")


def started(also: str = "") -> subprocess.Popen[str]:
    program = PROGRAM.format(also=also)
    return subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)


def line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_as_if_it_were_closed(told: signal.Signals) -> None:
    """What comes after the event loop is done, and the program says that all went well."""
    with started() as program:
        assert line(program) == "waits"
        program.send_signal(told)
        assert line(program) == "ended well"
        assert program.wait(20) == 0


def test_told_again_it_ends_at_once() -> None:
    """Whatever it is at: somebody waits for it."""
    with started(NEVER_DONE) as program:
        assert line(program) == "waits"
        program.terminate()
        assert line(program) == "ends"
        program.terminate()
        assert program.wait(20) == -signal.SIGTERM
