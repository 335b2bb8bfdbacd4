"""The way to the set-up and through it, on a real X server: its window opens, and is walked with keys to its end."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from station.home import Home
from station.settings import load
from tests.e2e import test_xvfb
from tests.e2e.test_xvfb import MISSING, xdotool
from tests.office.conftest import Office

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # of the offscreen platform alone
    pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"),
]
display = test_xvfb.display  # a fixture goes by its name
STEPS = ("Bench and orders", "Scanner", "Printer", "Scale", "Camera", "Command codes", "Practice parcel")


def _stands(screen: str, title: str) -> bool:
    """Whether a window of this title is on that screen."""
    words = ["xdotool", "search", "--onlyvisible", "--name", f"^{title} · Sealbench"]
    found = subprocess.run(words, env={**os.environ, "DISPLAY": screen}, capture_output=True, check=False, timeout=30)
    return bool(found.stdout.strip())


def test_the_set_up_is_walked_by_keys(
    office: Office,
    home: Home,
    display: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Enter opens it, numbers answer, F5 skips what is not here; it writes the file, the office says it has ended."""
    for name, value in (("DISPLAY", display), ("QT_QPA_PLATFORM", "xcb"), ("XDG_RUNTIME_DIR", str(tmp_path))):
        monkeypatch.setenv(name, value)
    office.page(9)
    office.key(Qt.Key.Key_Return)
    assert office.said == "The set-up is open, in a window of its own"
    office.until(lambda: _stands(display, "语言"))
    office.key(Qt.Key.Key_Return)
    assert office.said == "It is open already"
    xdotool(display, "search", "--sync", "--onlyvisible", "--name", "语言", "windowfocus", "--sync")
    xdotool(display, "key", "2", "Return")
    office.until(lambda: _stands(display, "Language"))
    xdotool(display, "key", "F5")
    office.until(lambda: _stands(display, STEPS[0]))
    xdotool(display, "type", "--delay", "60", "B09")
    xdotool(display, "key", "Return")
    for step in (*STEPS[1:], "Save and report"):
        xdotool(display, "key", "F5")
        office.until(lambda title=step: _stands(display, title))  # type: ignore[misc]
    xdotool(display, "key", "1", "Return")
    office.until(lambda: home.settings_file.is_file())
    xdotool(display, "key", "F10")
    office.until(lambda: office.said.startswith("The set-up has ended"))
    assert load(home).bench.language == "en"
