"""A whole training for a test: the real window on virtual devices, in a home of its own, and somebody who learns."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.bench_thread import BenchThread
from station.clock import SystemClock
from station.demo.virtual_bench import VirtualBench, plug_in
from station.home import Home
from station.settings import load
from station.training import coach, hands
from station.training.coach import Choice, Phase
from station.training.course import Course
from station.training.hands import Act, Offer
from station.training.home import Wish, make
from station.training.windowed import Training, wire
from station.ui.sounds import Silence
from station.window_app import BenchWindow, connect

WAIT_MS = 30_000
AGAIN_MS = 2_000
"""Nothing came of it: a scan into a scanner that is not back yet is lost, and hands do it again."""

KEYS = (Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9)


@dataclass(slots=True)
class Trainee:
    """Looks at what lies within reach and presses its key; ``pick`` says which one, None what is right."""

    training: Training
    qtbot: QtBot
    said: list[tuple[Phase, str]] = field(default_factory=list)

    @property
    def course(self) -> Course:
        return self.training.course

    def press(self, number: int) -> None:
        """Into the bench window, where the keyboard's focus is."""
        QTest.keyClick(self.training.view.bench, KEYS[number], Qt.KeyboardModifier.ControlModifier)

    def choose(self, choice: Choice) -> None:
        offered = coach.choices(self.course.standing)
        self.press(offered.index(choice))

    def until(self, phase: Phase) -> None:
        self.qtbot.waitUntil(lambda: self.course.standing.phase is phase, timeout=WAIT_MS)

    def lesson(self, *wrong: Callable[[Offer], bool]) -> None:
        """One lesson to its score: first every wrong move, each once, then what is right."""
        self.choose(Choice.BEGIN)
        self.qtbot.waitUntil(lambda: self.course.standing.phase is not Phase.PREPARING, timeout=WAIT_MS)
        left = list(wrong)
        while self.course.standing.phase is Phase.ON:
            self._move(left)
        self.until(Phase.DONE)

    def _move(self, left: list[Callable[[Offer], bool]]) -> None:
        course = self.course
        reach = coach.reach(course.standing, course._job, course._rules)
        at = next((at for at, one in enumerate(reach) if left and left[0](one)), None)
        if at is not None:
            left.pop(0)
        elif reach and left != [again]:  # which comes with the stop
            at = self._right(reach)
        before = course._job, course.standing
        if at is not None:
            self.press(at)
        since = QElapsedTimer()
        since.start()
        self.qtbot.waitUntil(
            lambda: (course._job, course.standing) != before or since.elapsed() > AGAIN_MS, timeout=WAIT_MS
        )

    def _right(self, reach: tuple[Offer, ...]) -> int | None:
        course = self.course
        mend = next((at for at, one in enumerate(reach) if one.move.act in (Act.PLUG, Act.CAMERA, Act.PAPER)), None)
        if mend is not None:
            return mend
        wanted = hands.right(course._job, course._rules, course.standing.order, course.standing.world)
        return next((at for at, one in enumerate(reach) if wanted is not None and one.move == wanted.move), None)


def baited(offer: Offer) -> bool:
    """What the lesson put into the hands."""
    return offer.words.en in (
        "The one in the tote", "One more from the tote", "The torn barcode", "Box as it is", "The label beside it",
    )  # fmt: skip


def again(offer: Offer) -> bool:
    return offer.words.en == "The same item again"


@contextmanager
def desk(folder: Path, qtbot: QtBot, *, language: str, paper: Path) -> Iterator[Trainee]:
    clock = SystemClock()
    virtual = plug_in(folder / "devices", label_ms=20, filmed_by=clock)
    home = make(folder / "training", virtual, Wish(language=language), clock.now().wall_us)
    view = BenchWindow(home, load(home), clock, Silence())
    thread = BenchThread(home, clock)
    connect(view, thread)
    training = wire(home, view, thread, virtual, clock, paper=paper)
    training.course._step.setInterval(30)
    training.view.show()
    with qtbot.waitSignal(thread.ready, timeout=WAIT_MS):
        thread.start()
    try:
        yield Trainee(training, qtbot)
    finally:
        _end(thread, view, training, virtual)


def _end(thread: BenchThread, view: BenchWindow, training: Training, virtual: VirtualBench) -> None:
    thread.quit()
    thread.wait()
    view.close()
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(view._router)
    training.view.hide()
    training.view.deleteLater()
    virtual.close()
    gc.collect()  # what the bench's thread left goes now, not in the midst of another test


def training_home(folder: Path) -> Home:
    return Home(folder / "training" / "home")
