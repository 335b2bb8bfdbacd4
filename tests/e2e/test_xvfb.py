"""``sealbench run`` on a real X server, with keys that come as a wedge scanner's do: one every 0.2 ms."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

import pytest
from pytestqt.qtbot import QtBot

from station.codes import badge_code, command_code
from station.errors import Trouble
from station.home import Home
from station.packing.inputs import Command
from station.ui import queue_words
from station.ui.office.words import OFFICE
from tests.e2e.rig import kinds_on_disk, rig, weight
from tests.e2e.typist import MISSING as NO_LIBRARIES
from tests.e2e.typist import Typist, typing
from tests.e2e.warehouse import (
    COASTER,
    FILE_PRINTER,
    ORDER,
    PARCEL_G,
    TRAY,
    open_orders,
    prepare,
    waybills,
)

MISSING = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None] + NO_LIBRARIES
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")
WAIT_MS = 30_000


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of the test's own, on whatever number is free.

    Without ``-noreset`` it starts anew whenever its last program leaves, and turns away who comes meanwhile.
    """
    here, there = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(there), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
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
    """An order ended by a line feed, as fast as xdotool types, and an item ended by Return, a key each 0.2 ms."""
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
        with typing(display) as typist:
            typist.type(f"{TRAY}\n")
        until_recorded(qtbot, home, "ItemPacked")
    finally:
        window.terminate()
        window.wait(20)
    assert "ScanRefused" not in recorded(home)
    assert window.returncode == 0, "told to end, it ends as if it were closed"


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


def pace_ms(arrived: Sequence[int]) -> float:
    """From key to key at the window."""
    return (arrived[-1] - arrived[0]) / (len(arrived) - 1)


CATCHER = """
import sys
from PySide6.QtWidgets import QApplication
from station.ui.wedge import ScanCatcher
application = QApplication([])
catcher = ScanCatcher()
catcher.setWindowTitle("catcher")
catcher.scanned.connect(lambda text: print("whole", text, flush=True))
catcher.entered.connect(lambda text: print("by hand", text, flush=True))
catcher.broken.connect(lambda text: print("broken", text, flush=True))
catcher.show()
application.exec()
"""
"""What the bench window gives its keys to, alone: whatever it hears is said."""
CODES = 200


def test_codes_one_after_the_other_with_an_input_method_active(qtbot: QtBot, composing: dict[str, str]) -> None:
    """Two hundred codes of letters, digits and signs, a key each 0.2 ms and no pause between them, are all whole."""
    random = Random(4)
    signs = "ABCDEFGHXYZabcxyz0123456789-_/:.+%$"
    codes = ["".join(random.choice(signs) for _ in range(random.randrange(6, 40))) for _ in range(CODES)]
    assert typed_into_a_field(qtbot, composing, "nihao ma") != "nihao ma"
    catcher = subprocess.Popen(
        [sys.executable, "-c", CATCHER], env=composing, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert catcher.stdout is not None
    display = composing["DISPLAY"]
    try:
        xdotool(display, "search", "--sync", "--onlyvisible", "--name", "^catcher$", "windowfocus", "--sync")
        choose_pinyin(qtbot, composing)
        with typing(display) as typist:
            paces = [pace_ms(typist.type(f"{code}\n")) for code in codes]
        heard = [catcher.stdout.readline().rstrip("\n") for _ in codes]
    finally:
        catcher.terminate()
        catcher.wait(10)
        catcher.stdout.close()
    assert heard == [f"whole {code}" for code in codes]
    assert median(paces) < 0.3


def test_from_sign_in_to_sign_out_with_an_input_method_active(
    home: Home, qtbot: QtBot, display: str, composing: dict[str, str]
) -> None:
    """A whole parcel by codes alone, a key each 0.2 ms under libpinyin: not a character is composed or lost."""
    prepare(home, ORDER)
    book = open_orders(home)
    book.add_person("W07", name="李四")
    book.add_person("W08", name="王五")
    book.close()
    assert typed_into_a_field(qtbot, composing, "nihao ma") != "nihao ma"
    window = subprocess.Popen(
        [sys.executable, "-m", "station", "--home", str(home.root), "run"], env=composing, stderr=subprocess.DEVNULL
    )

    typist: Typist

    def scans(code: str, kind: str) -> None:
        before = recorded(home).count(kind)
        typist.type(f"{code}\n")
        qtbot.waitUntil(lambda: recorded(home).count(kind) > before, timeout=WAIT_MS)

    try:
        until_recorded(qtbot, home, "BenchStarted")
        xdotool(display, "search", "--sync", "--onlyvisible", "--name", "Sealbench", "windowfocus", "--sync")
        choose_pinyin(qtbot, composing)
        with typing(display) as typist:
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


STORY = {"zh": f"SO-1 · {OFFICE.zh}", "en": f"SO-1 · {OFFICE.en}"}
QUEUE = {"zh": queue_words.TITLE.zh, "en": queue_words.TITLE.en}


@pytest.mark.parametrize("language", STORY)
def test_what_happened_to_a_parcel_from_the_bench(
    home: Home, qtbot: QtBot, display: str, tmp_path: Path, language: str
) -> None:
    """F3, the order's number, F7: a window of its own tells of that parcel; locking the bench takes both away."""
    settings = f'[bench]\nlanguage = "{language}"\n{FILE_PRINTER}'
    prepare(home, ORDER, settings=settings)
    with closing(open_orders(home)) as book:
        book.add_person("W07", name="李四")
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
        bench.says(bench.waits_for_event("LabelPrinted")["waybill"])
    started = recorded(home).count("BenchStarted")
    window = subprocess.Popen(
        [sys.executable, "-m", "station", "--home", str(home.root), "run"],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    )

    def there(title: str) -> bool:
        asked = ["xdotool", "search", "--onlyvisible", "--name", title]
        found = subprocess.run(
            asked, env={**os.environ, "DISPLAY": display}, capture_output=True, timeout=30, check=False
        )
        return bool(found.stdout.strip())

    def focus(title: str) -> None:
        xdotool(display, "search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync")

    try:
        qtbot.waitUntil(lambda: recorded(home).count("BenchStarted") > started, timeout=WAIT_MS)
        focus("Sealbench")
        with typing(display) as typist:
            typist.type(f"{badge_code('W07')}\n")
        until_recorded(qtbot, home, "PackerSignedIn")
        xdotool(display, "key", "F3")
        focus(QUEUE[language])
        xdotool(display, "type", "--delay", "80", "SO-1")
        qtbot.wait(1_500)  # until the search that follows the last key is answered, on whatever machine
        xdotool(display, "key", "F7")
        qtbot.waitUntil(lambda: there(STORY[language]), timeout=3 * WAIT_MS)  # a program of its own comes up
        focus(QUEUE[language])
        xdotool(display, "key", "ctrl+shift+k")
        until_recorded(qtbot, home, "BenchLocked")
        qtbot.waitUntil(lambda: not there(STORY[language]) and not there(QUEUE[language]), timeout=WAIT_MS)
    finally:
        window.terminate()
        window.wait(20)
