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

from station.codes import badge_code, command_code
from station.errors import Trouble
from station.home import Home
from station.packing.inputs import Command
from tests.e2e.rig import kinds_on_disk
from tests.e2e.warehouse import COASTER, ORDER, TRAY, open_orders, prepare, waybills

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


NO_PINYIN = [program for program in ("ibus-daemon", "ibus", "dbus-daemon") if shutil.which(program) is None]
NO_PINYIN += [] if Path("/usr/share/ibus/component/libpinyin.xml").exists() else ["ibus-libpinyin"]
FIELD = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
field = QLineEdit()
field.setWindowTitle("field")
field.returnPressed.connect(lambda: (sys.stdout.write(field.text() + "\\n"), sys.stdout.flush()))
field.show()
application.exec()
"""
"""A plain text field, in which the input method composes."""


@pytest.fixture
def composing(display: str, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a desktop on which libpinyin is the input method, as on any Chinese one."""
    if NO_PINYIN:
        pytest.skip(f"not installed here: {', '.join(NO_PINYIN)}")
    env = {
        **os.environ, "DISPLAY": display, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_RUNTIME_DIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "QT_QPA_PLATFORM": "xcb",
        "QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus", "NO_AT_BRIDGE": "1",
    }  # fmt: skip
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env,
    )  # fmt: skip
    assert bus.stdout is not None
    env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    method = subprocess.Popen(
        ["ibus-daemon", "--xim", "--panel", "disable", "--replace"], env=env, stderr=subprocess.DEVNULL
    )
    try:
        yield env
    finally:
        for program in (method, bus):
            program.terminate()
            program.wait(10)
        bus.stdout.close()


def choose_pinyin(qtbot: QtBot, env: dict[str, str]) -> None:
    def chosen() -> None:
        for words in (["engine", "libpinyin"], ["engine"]):
            told = subprocess.run(["ibus", *words], env=env, capture_output=True, text=True, timeout=30, check=False)
        assert told.stdout.strip() == "libpinyin"

    qtbot.waitUntil(chosen, timeout=WAIT_MS)


def typed_into_a_field(qtbot: QtBot, env: dict[str, str], text: str) -> str:
    """What a plain text field makes of it: the proof that the input method is at work."""
    field = subprocess.Popen(
        [sys.executable, "-c", FIELD], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert field.stdout is not None
    try:
        xdotool(env["DISPLAY"], "search", "--sync", "--onlyvisible", "--name", "^field$", "windowfocus", "--sync")
        choose_pinyin(qtbot, env)
        xdotool(env["DISPLAY"], "type", "--delay", "3", text)
        for _ in range(3):
            xdotool(env["DISPLAY"], "key", "Return")
        return field.stdout.readline().strip()
    finally:
        field.terminate()
        field.wait(10)
        field.stdout.close()


def test_from_sign_in_to_sign_out_with_an_input_method_active(
    home: Home, qtbot: QtBot, display: str, composing: dict[str, str]
) -> None:
    """A whole parcel by codes alone, typed without a pause under libpinyin: not a character is composed or lost."""
    prepare(home, ORDER)
    book = open_orders(home)
    book.add_person("W07", name="李四")
    book.add_person("W08", name="王五")
    book.close()
    assert typed_into_a_field(qtbot, composing, "nihao ma") != "nihao ma"
    window = subprocess.Popen(
        [sys.executable, "-m", "station", "--home", str(home.root), "run"], env=composing, stderr=subprocess.DEVNULL
    )

    def scans(code: str, kind: str) -> None:
        before = recorded(home).count(kind)
        xdotool(display, "type", "--delay", "0", f"{code}\n")
        qtbot.waitUntil(lambda: recorded(home).count(kind) > before, timeout=WAIT_MS)

    try:
        until_recorded(qtbot, home, "BenchStarted")
        xdotool(display, "search", "--sync", "--onlyvisible", "--name", "Sealbench", "windowfocus", "--sync")
        choose_pinyin(qtbot, composing)
        scans(badge_code("W07"), "PackerSignedIn")
        scans("SO-1", "OrderOpened")
        scans(TRAY, "ItemPacked")
        scans(command_code(Command.LOCK), "BenchLocked")
        scans(COASTER, "ScanRefused")
        scans(badge_code("W08"), "PackerSignedOut")
        scans(COASTER, "ItemPacked")
        until_recorded(qtbot, home, "LabelSent")
        scans(next(iter(waybills(1))), "ParcelSealed")
        scans(command_code(Command.SIGN_OUT), "PackerSignedOut")
    finally:
        window.terminate()
        window.wait(20)
    assert recorded(home).count("ScanRefused") == 1
