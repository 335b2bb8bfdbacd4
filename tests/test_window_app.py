"""The window's side of the program: what keys and fields say to the bench, and what a start that fails says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.bench_thread import BenchThread
from station.clock import SystemClock
from station.codes import command_code
from station.home import Home
from station.packing.effects import Tone
from station.packing.inputs import Answered, Command, Input, PinTyped, Pressed, Scan, ScanFault
from station.packing.prompts import CANCEL, NO, YES
from station.packing.rules import Chosen, Person
from station.person_languages import chosen
from station.pins import put
from station.settings import read
from station.ui.queue_screen import head
from station.ui.queue_words import OFFLINE
from station.ui.screen import Screen, Stage, Verdict, Words
from station.ui.sounds import Silence
from station.ui.widgets.band import Band
from station.window_app import STARTING, BenchWindow, answer_code
from tests.clocks import FakeClock

WORDS = Words(zh="请扫订单", en="Scan an order")


class Ears(Silence):
    """Sounds that are kept and not played."""

    def __init__(self) -> None:
        self.heard: list[Tone] = []

    def play(self, tone: Tone) -> None:
        self.heard.append(tone)


class Sentences(QObject):
    """Where a start that failed is told."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, int]] = []

    @Slot(str, int)
    def hear(self, sentence: str, code: int) -> None:
        self.said.append((sentence, code))


@pytest.fixture
def view(home: Home, clock: FakeClock, qtbot: QtBot) -> Iterator[BenchWindow]:
    settings = read('[bench]\nlanguage = "en"\nrequire_sign_in = true\n', file="bench.toml")
    made = BenchWindow(home, settings, clock, Ears())
    made.show()
    yield made
    made.close()
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(made._router)
    made.window.deleteLater()


@pytest.fixture
def said(view: BenchWindow) -> list[Input]:
    inputs: list[Input] = []
    view.said.connect(inputs.append)
    view.begin()
    return inputs


def screen(**differs: object) -> Screen:
    plain = {"stage": Stage.IDLE, "verdict": Verdict.INFO, "headline": WORDS, "detail": WORDS}
    return Screen(**{**plain, **differs})  # type: ignore[arg-type]


def test_burst_is_a_scan(view: BenchWindow, said: list[Input]) -> None:
    """Keys as quick as a scanner's are one scan of the keyboard device."""
    QTest.keyClicks(view.window, "4006381333931")
    QTest.keyClick(view.window, Qt.Key.Key_Return)
    (scan,) = said
    assert isinstance(scan, Scan)
    assert (scan.text, scan.device, scan.gtin) == ("4006381333931", "keyboard", "04006381333931")


def test_what_is_scanned_while_the_bench_starts(view: BenchWindow) -> None:
    """A scan that comes before the bench is up is taken as soon as it is, in order and once."""
    inputs: list[Input] = []
    view.said.connect(inputs.append)
    view._catcher.entered.emit("SO-1")
    view._catcher.entered.emit("SO-2")
    assert inputs == []
    view.begin()
    view.begin()
    assert [scan.text for scan in inputs if isinstance(scan, Scan)] == ["SO-1", "SO-2"]


def test_typing_is_said_to_be_by_hand(view: BenchWindow, said: list[Input]) -> None:
    """What a person types and accepts is a scan too, and recorded as typed by hand."""
    view._catcher.entered.emit("SO-1")
    assert [(scan.text, scan.device) for scan in said if isinstance(scan, Scan)] == [("SO-1", "hand")]


def test_half_a_scan(view: BenchWindow, said: list[Input], qtbot: QtBot) -> None:
    """A burst without its end is said to be incomplete, never used."""
    QTest.keyClicks(view.window, "400638")
    qtbot.waitUntil(lambda: bool(said))
    (scan,) = said
    assert isinstance(scan, Scan)
    assert scan.fault is ScanFault.INCOMPLETE


def test_command_keys(view: BenchWindow, said: list[Input]) -> None:
    """A function key presses its command, Ctrl and a digit answer the prompt on screen."""
    QTest.keyClick(view.window, Qt.Key.Key_F2)
    view.window.answered.emit("gift", "ok")
    assert said == [Pressed(command=Command.UNDO), Answered(prompt="gift", value="ok")]


def test_language_stays_in_the_window(view: BenchWindow, said: list[Input]) -> None:
    """The language command changes the words on screen and is nothing to the bench."""
    view.window.pressed.emit("language", "")
    assert view.window.ground.language == "zh"
    view.window.pressed.emit("language", "")
    assert view.window.ground.language == "en"
    assert said == []


def test_every_screen_sounds_once(view: BenchWindow) -> None:
    """A screen with a tone is heard, one without is silent."""
    view.see(STARTING)
    view.see(screen(tone=Tone.WRONG))
    assert isinstance(view._sounds, Ears)
    assert view._sounds.heard == [Tone.WRONG]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform alone
def test_finder_without_a_book(view: BenchWindow, said: list[Input], home: Home, qtbot: QtBot) -> None:
    """A finder that cannot reach the order book says so in its own head, and the bench goes on."""
    home.root.parent.mkdir(parents=True, exist_ok=True)
    view._settings = read(f'[bench]\norderbook = "sqlite:///{home.root.parent}"\n', file="bench.toml")
    QTest.keyClick(view.window, Qt.Key.Key_F3)
    assert view._finder is not None
    finder = view._finder
    qtbot.waitUntil(lambda: head(finder.view._seen()).headline == OFFLINE)
    assert said == []


def test_a_palette_follows_its_person(view: BenchWindow) -> None:
    """What one chose with Ctrl+D is there at the next sign-in, also after a restart; without one it is the bench's."""
    ground = view.window.ground
    view.see(screen(packer="李四", packer_id="P003"))
    QTest.keyClick(view.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert ground.look.palette.name == "dark"
    view.see(screen())
    assert ground.look.palette.name == "light"
    view.see(screen(packer="李四", packer_id="P003"))
    assert ground.look.palette.name == "dark"
    assert {who: one.what for who, one in chosen(view._home, "palettes").items()} == {"P003": "dark"}


def test_locking(view: BenchWindow, said: list[Input]) -> None:
    """Ctrl+Shift+K: nothing is taken but a badge, the parcel stays."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view.window, Qt.Key.Key_K, both)
    assert said == [Pressed(command=Command.LOCK, argument="", device="keys")]


def test_a_pin_goes_no_further(view: BenchWindow, said: list[Input]) -> None:
    """What is typed while a PIN is asked is compared, and neither said nor shown as digits."""
    put(view._home, "P009", "4711")
    view.see(screen(pin_of="P009", pin_words=WORDS))
    view._catcher.typed.emit("471")
    assert "471" not in str([band.view for band in view.window.findChildren(Band) if band.objectName() == "devices"])
    view._catcher.entered.emit("4712")
    view._catcher.entered.emit("4711")
    assert said == [PinTyped(right=False, device="hand"), PinTyped(right=True, device="hand")]


@pytest.mark.parametrize(
    ("value", "command"), [(YES, Command.YES), ("ok", Command.YES), (NO, Command.NO), (CANCEL, Command.NO)]
)
def test_codes_under_answers(value: str, command: Command) -> None:
    """Each answer on screen has the code that gives it, a choice of its own as well."""
    assert answer_code("any", value) == command_code(command)
    assert answer_code("any", "out_of_stock") == command_code(Command.CHOICE, "OUT-OF-STOCK")


def test_bench_that_cannot_start(home: Home, qtbot: QtBot) -> None:
    """A bench whose settings cannot be ends its thread with one sentence and the exit code."""
    home.root.mkdir(parents=True)
    home.settings_file.write_text("[bench]\nid = 7\n", encoding="utf-8")
    thread, sentences = BenchThread(home, SystemClock()), Sentences()
    thread.failed.connect(sentences.hear)
    thread.start()
    qtbot.waitUntil(lambda: bool(sentences.said))
    thread.wait()
    ((sentence, code),) = sentences.said
    assert code == 3
    assert "bench.id" in sentence


def test_nothing_heavy_before_the_first_paint() -> None:
    """What the bench's thread loads, and windows opened later, keep nobody waiting for the first picture."""
    look = "import sys, station.window_app; print(*(name for name in sys.argv[1:] if name in sys.modules))"
    heavy = (
        "sqlalchemy", "alembic", "cryptography", "PySide6.QtMultimedia", "zxingcpp", "openpyxl", "station.app",
        "station.packing.events", "station.packing.job", "station.ui.queue_view",
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", look, *heavy], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []


def test_each_person_reads_the_own_language(view: BenchWindow, home: Home) -> None:
    """What was chosen while signed in is there at the next sign-in; without anybody the bench speaks its own."""
    view.see(screen(packer="林晓", packer_id="P001"))
    view.switch_language()
    assert view.window.ground.language == "zh"
    view.see(screen())
    assert view.window.ground.language == "en"
    view.see(screen(packer="Ada", packer_id="P002"))
    assert view.window.ground.language == "en"
    view.see(screen(packer="林晓", packer_id="P001"))
    assert (view.window.ground.language, view.window.ground.look.other) == ("zh", "en")
    assert {who: one.what for who, one in chosen(home).items()} == {"P001": "zh"}


def test_a_choice_of_another_bench(view: BenchWindow, clock: FakeClock) -> None:
    """It is there at the sign-in, and at once where it comes later; the last one counts, whoever's clock is ahead."""
    asked: list[bool] = []
    view.people_due.connect(lambda: asked.append(True))
    ground, ahead_us = view.window.ground, clock.now().wall_us + 3_600_000_000
    there = Person(pseudonym="P001", name="林晓", language=Chosen(what="zh", at_us=ahead_us))
    view.see_people({"W1": there})
    assert ground.language == "en"
    view.see(screen(packer="林晓", packer_id="P001"))
    assert (ground.language, len(asked)) == ("zh", 1)
    view.switch_language()
    assert (ground.language, len(asked)) == ("en", 2)
    view.see_people({"W1": there})
    assert ground.language == "en"
    view.see_people({"W1": replace(there, language=Chosen(what="zh", at_us=ahead_us + 2))})
    assert ground.language == "zh"
    view.see_people({"W1": replace(there, palette=Chosen(what="dark", at_us=1))})
    assert ground.look.palette.name == "dark"


@pytest.mark.parametrize("language", ["", "xx", "de"])
def test_a_language_that_is_not_here(view: BenchWindow, language: str) -> None:
    """Another bench has its translator's file and this one has not, or each bench's own was chosen: the bench's."""
    view.see_people({"W1": Person(pseudonym="P001", name="林晓", language=Chosen(what=language, at_us=9))})
    view.see(screen(packer="林晓", packer_id="P001"))
    assert view.window.ground.language == "en"


def test_a_full_disk_keeps_a_choice_for_now(view: BenchWindow, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """It counts until the program ends, and the terminal says why it is not kept."""
    (home.root / "languages.json").mkdir(parents=True)
    view.see(screen(packer="林晓", packer_id="P001"))
    view.switch_language()
    assert "not kept" in capsys.readouterr().err
    view.see(screen())
    view.see(screen(packer="林晓", packer_id="P001"))
    assert view.window.ground.language == "zh"


def test_the_bench_without_anybody_remembers_nothing(view: BenchWindow, home: Home) -> None:
    """Ctrl+L turns the screen, and that is all."""
    view.switch_language()
    assert view.window.ground.language == "zh"
    assert chosen(home) == {}
