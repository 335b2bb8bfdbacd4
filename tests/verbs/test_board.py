"""``board``: what it needs, and that it keeps a real screen awake."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.cli import main
from station.home import Home
from tests.e2e.test_xvfb import display

__all__ = ["display"]
MISSING = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None]
MISSING += [] if find_library("Xss") else ["libXss"]
BLANK_S = "1"


def test_no_screen(home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence that names what works without a screen; exit 2."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--home", str(home.root), "board"]) == 2
    assert "no screen" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [("--screen", "0"), ("--screen", "two")])
def test_wrong_options(home: Home, wrong: tuple[str, str]) -> None:
    """A screen is a number from one on; anything else is a usage error."""
    with pytest.raises(SystemExit) as left:
        main(["--home", str(home.root), "board", *wrong])
    assert left.value.code == 2


_LOOK = """
import ctypes, sys, time
x11, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
class Info(ctypes.Structure):
    _fields_ = [("window", ctypes.c_ulong), ("state", ctypes.c_int), ("kind", ctypes.c_int),
                ("til", ctypes.c_ulong), ("idle", ctypes.c_ulong), ("mask", ctypes.c_ulong)]
x11.XOpenDisplay.restype = ctypes.c_void_p
held = ctypes.c_void_p(x11.XOpenDisplay(None))
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XSetScreenSaver(held, int(sys.argv[1]), 0, 1, 1)
x11.XSync(held, 0)
saver.XScreenSaverAllocInfo.restype = ctypes.POINTER(Info)
found = saver.XScreenSaverAllocInfo()
dark = False
for _ in range(40):
    saver.XScreenSaverQueryInfo(held, ctypes.c_ulong(x11.XDefaultRootWindow(held)), found)
    dark = found.contents.state == 1
    if dark:
        break
    time.sleep(0.1)
print("dark" if dark else "lit")
"""


def _looked(display: str) -> str:
    """Whether the screen goes dark within four seconds, where it should after one."""
    command = [sys.executable, "-c", _LOOK, BLANK_S]
    told = subprocess.run(
        command, env={**os.environ, "DISPLAY": display}, capture_output=True, text=True, timeout=30, check=True
    )
    return told.stdout.strip()


@pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")
def test_the_screen_stays_lit(home: Home, qtbot: QtBot, display: str, tmp_path: Path) -> None:
    """While the board is up the screen does not go dark by itself; Esc twice ends the board, and then it may."""
    home.root.mkdir()
    board = subprocess.Popen(
        [sys.executable, "-m", "station", "--home", str(home.root), "board", "--fullscreen"],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    )
    try:
        tell = {**os.environ, "DISPLAY": display}
        find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Sealbench", "windowfocus", "--sync"]
        subprocess.run(find, env=tell, check=True, timeout=60, stdout=subprocess.DEVNULL)
        assert _looked(display) == "lit"
        subprocess.run(["xdotool", "key", "--delay", "500", "Escape", "Escape"], env=tell, check=True, timeout=30)
        assert board.wait(20) == 0
    finally:
        board.kill()
        board.wait(20)
    assert _looked(display) == "dark"
