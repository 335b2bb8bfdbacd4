"""The screen itself outlives the windows that asked about it."""

from __future__ import annotations

import subprocess
import sys

import pytest

_TIDY = """
import gc
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from station.display import fill_screen
from station.ui.ground import Ground

def stand(ask):
    view = QWidget()
    ask(view)
    return view

application = QApplication([])
asks = {
    "ground": lambda view: Ground(view, lambda: None, language="en").resized(),
    "full": fill_screen,
}
first = stand(asks["%(ask)s"])
second = stand(asks["%(ask)s"])
second.itself = second
del second
gc.collect()
print(QGuiApplication.primaryScreen().size() == QSize(800, 800), stand(fill_screen).size() == QSize(800, 800))
"""


@pytest.mark.parametrize("ask", ["ground", "full"])
def test_tidying_up_leaves_the_screen(ask: str) -> None:
    """Two windows ask, the newer one goes as garbage: the next window still finds the screen.

    With ``widget.screen()`` the program died here of a segmentation fault, so it runs as one of its own.
    """
    ran = subprocess.run([sys.executable, "-c", _TIDY % {"ask": ask}], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stdout) == (0, "True True\n"), ran.stderr
