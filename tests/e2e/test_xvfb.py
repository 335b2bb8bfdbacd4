"""``sealbench run`` on a real X server, with keys that come as a wedge scanner's do: faster than any person types."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.errors import Trouble
from station.home import Home
from tests.e2e.rig import kinds_on_disk
from tests.e2e.warehouse import ORDER, TRAY, prepare

MISSING = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")
WAIT_MS = 30_000


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of the test's own, on whatever number is free."""
    here, there = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(there), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[there],
        stderr=subprocess.DEVNULL,
    )
    os.close(there)
    with os.fdopen(here) as numbers:
        number = numbers.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


def xdotool(display: str, *words: str) -> None:
    subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": display}, check=True, timeout=30)


def recorded(home: Home) -> list[str]:
    """What the ledger holds; nothing while it is still being made."""
    try:
        return kinds_on_disk(home)
    except Trouble:
        return []


def until_recorded(qtbot: QtBot, home: Home, kind: str) -> None:
    def found() -> None:
        assert kind in recorded(home)

    qtbot.waitUntil(found, timeout=WAIT_MS)


def test_wedge_scanner_on_a_real_screen(home: Home, qtbot: QtBot, display: str, tmp_path: Path) -> None:
    """An order ended by a line feed and an item ended by Return, without a pause between keys, are both scanned."""
    prepare(home, ORDER)
    window = subprocess.Popen(
        [sys.executable, "-m", "station", "--home", str(home.root), "run"],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    )
    try:
        until_recorded(qtbot, home, "BenchStarted")
        xdotool(display, "search", "--sync", "--onlyvisible", "--name", "Sealbench", "windowfocus", "--sync")
        xdotool(display, "type", "--delay", "0", "SO-1\n")
        until_recorded(qtbot, home, "OrderOpened")
        xdotool(display, "type", "--delay", "0", "--args", "1", TRAY, "key", "Return")
        until_recorded(qtbot, home, "ItemPacked")
    finally:
        window.terminate()
        window.wait(20)
    assert "ScanRefused" not in recorded(home)
