"""Devices heard in the office over real serial lines, and another bench's devices taken over."""

from __future__ import annotations

import os
import subprocess
import sys
import tty
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station.clock import SystemClock
from station.evidence.ledger_file import lock
from station.home import Home
from station.orders.bench_states import beat
from station.orders.orderbook import OrderBook
from station.settings import load
from station.ui.office import devices_words as told
from station.ui.office import words as said
from station.ui.office.screen import Fact, Heard, Times
from tests.office.conftest import Office, opened
from tests.ui.trace import texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform alone


class Wire:
    """A serial line: the program has one end, the test is the device at the other."""

    def __init__(self) -> None:
        self._device, self._port = os.openpty()
        tty.setraw(self._port)
        os.set_blocking(self._device, False)
        self.name = os.ttyname(self._port)
        self._asked = b""

    def send(self, data: bytes) -> None:
        os.write(self._device, data)

    def asked(self, question: bytes) -> bool:
        """Whether the program has asked so, since the last time."""
        try:
            self._asked += os.read(self._device, 1_000)
        except BlockingIOError:
            return False
        found = question in self._asked
        self._asked = b"" if found else self._asked
        return found

    def asks_anew(self, question: bytes) -> Callable[[], bool]:
        """Whether it has asked so from now on: one that was asked twice before is not the next question."""
        while self.asked(question):
            pass
        self._asked = b""
        return lambda: self.asked(question)

    def close(self) -> None:
        os.close(self._device)
        os.close(self._port)


@pytest.fixture
def wires() -> Iterator[tuple[Wire, Wire]]:
    both = Wire(), Wire()
    yield both
    for wire in both:
        wire.close()


@pytest.fixture
def bench(home: Home, book: OrderBook, wires: tuple[Wire, Wire], qtbot: QtBot) -> Iterator[Office]:
    """A scanner and a scale at serial lines, on the page of the devices."""
    scanner, scale = wires
    home.settings_file.write_text(
        f"""
        [[device]]
        name = "gun"
        kind = "scanner"
        link = "serial:{scanner.name}"
        [[device]]
        name = "pan"
        kind = "scale"
        link = "serial:{scale.name}"
        speaks = "mt-sics"
        """,
        encoding="utf-8",
    )
    with opened(home, SystemClock(), qtbot) as made:
        made.page(8)
        yield made


def _painted(office: Office) -> str:
    """What stands on the screen, as the pane wrote it."""
    return "\n".join(text.text for text in texts(office.window.view._right))


def test_a_scanner_is_heard(bench: Office, wires: tuple[Wire, Wire]) -> None:
    """Each read as text, as hex and as what was understood of it stands on the screen, with how long it took."""
    gun, _pan = wires
    bench.key(Qt.Key.Key_F8)
    bench.until(lambda: "It answers" in str(bench.rows()) or bench.rows()[0][2] == "OK")
    gun.send(b"6901")
    bench.until(lambda: len(bench.blocks(Heard)) == 1)
    gun.send(b"028075862\r")
    bench.until(lambda: bool(bench.blocks(Heard)[0].understood.en))
    newest, before = bench.blocks(Heard)
    assert newest.understood.en == "The code 6901028075862, 13 characters"
    assert (before.as_text, before.as_hex) == ("6901", "36 39 30 31")
    assert newest.as_text == "028075862<CR>"
    (times,) = bench.blocks(Times)
    assert len(times.took_ms) == 1
    painted = _painted(bench)
    assert "36 39 30 31" in painted
    assert "The code 6901028075862, 13 characters" in painted
    assert "What it sends" in painted


def test_a_code_that_breaks_off_is_said_to_be_broken(bench: Office, wires: tuple[Wire, Wire]) -> None:
    """What came without its end is no code; the bytes that came stay to be looked at."""
    gun, _pan = wires
    bench.key(Qt.Key.Key_F8)
    bench.until(lambda: bench.rows()[0][2] == "OK")
    gun.send(b"690102")
    bench.until(lambda: any(each.understood.en for each in bench.blocks(Heard)))
    assert bench.blocks(Heard)[0].understood.en == "A code that was not whole"


def test_a_scale_is_asked_and_heard(bench: Office, wires: tuple[Wire, Wire]) -> None:
    """Weights come with whether they are stable, and how long each answer took is drawn; F6 holds the picture still."""
    _gun, pan = wires
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_F8)
    bench.until(lambda: pan.asked(b"SI\r\n"))
    pan.send(b"S D     481.20 g\r\n" * 2)  # a new width counts from its second line on
    bench.until(lambda: bool(bench.blocks(Heard)))
    bench.until(pan.asks_anew(b"SI\r\n"))
    pan.send(b"S S     482.40 g\r\n")
    bench.until(lambda: len(bench.blocks(Heard)) == 2)
    assert [each.understood.en for each in bench.blocks(Heard)] == ["482.4 g, stable", "481.2 g, not stable"]
    (times,) = bench.blocks(Times)
    assert times.name.en == "How long a weight takes when asked for"
    assert len(times.took_ms) == 2
    bench.key(Qt.Key.Key_F6)
    bench.until(pan.asks_anew(b"SI\r\n"))
    pan.send(b"S S     500.00 g\r\n")
    bench.until(lambda: len(bench.window._now._ear.heard.reads) == 3)  # type: ignore[attr-defined]
    assert len(bench.blocks(Heard)) == 2
    bench.key(Qt.Key.Key_F6)
    assert len(bench.blocks(Heard)) == 3


def test_whether_the_bench_runs_is_known_at_once(bench: Office, home: Home, book: OrderBook) -> None:
    """Open, its devices are left alone; closed or killed, they can be tested, however fresh its heartbeat is."""
    program = subprocess.Popen([sys.executable, "-c", RUNS, str(home.ledger_file)], stdout=subprocess.PIPE)
    assert program.stdout is not None
    try:
        assert program.stdout.readline() == b"runs\n"
        beat(book, "B01", now_us=SystemClock().now().wall_us)
        bench.key(Qt.Key.Key_F5)
        assert bench.screen.summary == told.OWNED
        bench.key(Qt.Key.Key_F8)
        assert not bench.blocks(Heard)
        assert "Close the bench's program" in bench.beside()
    finally:
        program.kill()
        program.communicate()
    bench.key(Qt.Key.Key_F5)
    assert bench.screen.summary.en == "2 devices"
    bench.key(Qt.Key.Key_F8)
    bench.until(lambda: bench.rows()[0][2] == "OK")


def test_a_bench_that_runs_without_the_order_book(bench: Office, home: Home, book: OrderBook) -> None:
    """What it has open is not opened here either, and what was heard before ends."""
    bench.key(Qt.Key.Key_F8)
    bench.until(lambda: bench.rows()[0][2] == "OK")
    file = home.root / "orders.db"
    bench.window.asking._desk._kept.close()
    book.engine.dispose()
    file.rename(home.root / "away.db")
    file.write_bytes(b"no database at all" * 1_000)
    with closing(lock(home.ledger_file).stream):
        bench.key(Qt.Key.Key_F5)
        assert (bench.screen.summary, bench.screen.offline.en) == (told.OWNED, said.AWAY.en)
        assert bench.rows()[0][2] == "Not tested"


RUNS = """
import sys, time
from pathlib import Path
from station.evidence.ledger_file import lock
held = lock(Path(sys.argv[1]))
print("runs", flush=True)
time.sleep(60)
"""
"""A program that has the ledger open, as a bench has, until it is killed."""

OTHER = """
[bench]
id = "B06"
orderbook = "postgresql+psycopg://bench@192.0.2.7/sealbench"
[[device]]
name = "gun"
kind = "scanner"
link = "serial:/dev/serial/by-id/of-bench-6"
guard_ms = 300
[[device]]
name = "labels"
kind = "printer"
link = "tcp:192.0.2.50:9100"
speaks = "zpl"
dpi = 300
[[device]]
name = "dome"
kind = "camera"
link = "rtsp://bench:invented@192.0.2.60/live"
"""


def test_another_benchs_devices_are_taken_over_but_no_password(bench: Office, home: Home, tmp_path: Path) -> None:
    """What would change is shown first; the own link and book stay, the camera's password stays there; F10 undoes."""
    other = tmp_path / "bench 06.toml"
    other.write_text(OTHER, encoding="utf-8")
    before = home.settings_file.read_text(encoding="utf-8")
    own_link = load(home).devices[0].link
    bench.key(Qt.Key.Key_F9)
    bench.type(str(other))
    fates = {fact.name.en: fact.value.en for fact in bench.blocks(Fact)}
    assert fates == {
        "gun": "changed: guard_ms",
        "labels": "added",
        "dome": "not taken: its link may hold a password",
    }
    assert home.settings_file.read_text(encoding="utf-8") == before
    bench.type("1")
    assert bench.said == "The devices of B06 are here"
    now = load(home)
    assert (now.devices[0].link, now.devices[0].guard_ms) == (own_link, 300)
    assert [row[0] for row in bench.rows()] == ["gun", "pan", "labels"]
    assert now.bench.id == "B01"
    assert now.bench.orderbook.startswith("sqlite:///")
    assert "invented" not in home.settings_file.read_text(encoding="utf-8")
    bench.key(Qt.Key.Key_F10)
    assert home.settings_file.read_text(encoding="utf-8") == before
    assert [row[0] for row in bench.rows()] == ["gun", "pan"]


def test_a_no_takes_nothing_and_what_is_no_bench_file_says_so(bench: Office, home: Home, tmp_path: Path) -> None:
    """The file is another one only after a yes; a file of something else is named with what is wrong with it."""
    other = tmp_path / "bench 06.toml"
    other.write_text(OTHER, encoding="utf-8")
    before = home.settings_file.read_text(encoding="utf-8")
    bench.window.view.dropped.emit(str(other))
    bench.rest()
    bench.type("2")
    assert bench.said == "Nothing was taken, nothing changed"
    for text in ("kind = 7", "[[device]]\nname = 1", "\x00"):
        other.write_text(text, encoding="utf-8")
        bench.key(Qt.Key.Key_F9)
        bench.type(str(other))
        assert bench.said == "Nothing was taken, nothing changed"
        assert bench.screen.said is not None
        assert bench.screen.said.detail.en
    bench.key(Qt.Key.Key_F9)
    bench.type(str(tmp_path / "gone.toml"))
    assert bench.said == "Nothing was taken, nothing changed"
    assert home.settings_file.read_text(encoding="utf-8") == before
