"""Verbs beside the office: what is left of one that was stopped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from station.home import Home
from station.office.beside import Beside


def test_a_verb_that_was_stopped_leaves_nothing_behind(tmp_path: Path, qtbot: QtBot) -> None:
    """However often something is begun and given up, no process is kept of it, and nothing is told."""
    told: list[int] = []
    beside = Beside(Home(tmp_path))
    kept = []
    for _ in range(3):
        beside.start(("orders",), lambda code, _document: told.append(code))
        beside.stop()
        qtbot.wait(1)  # what is let go goes with the next turn of the event loop
        kept.append(len(beside.findChildren(QProcess)))
    assert (kept, told, beside.running) == ([0, 0, 0], [], False)
