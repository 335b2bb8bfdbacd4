"""A training with its window: the real bench window on virtual devices, the coach above it, all of it thrown away."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtWidgets import QApplication

from station import codes, window_app
from station.bench_thread import BenchThread
from station.clock import Clock, SystemClock
from station.collecting import Collecting
from station.demo.virtual_bench import VirtualBench, plug_in
from station.home import Home
from station.labels.waybill import local_minute
from station.packing.model import OrderNo
from station.settings import load, load_materials
from station.setup.code_pictures import qr_rows
from station.training import home as training_home
from station.training import page
from station.training.course import Course, Office
from station.training.home import Wish
from station.training.lessons import Lesson
from station.ui.coach_screen import PageView
from station.ui.theme import palette
from station.ui.training_view import TrainingView

LABEL_MS: Final = 600
"""A virtual label takes a moment to come out, as a real one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    view: TrainingView
    course: Course


def run(wish: Wish, *, translations: Path, paper: Path) -> int:
    """The training until its window is closed. ``paper`` is where the page is saved when the person asks for it."""
    application = QApplication.instance() or QApplication(["sealbench"])
    assert isinstance(application, QApplication)
    Collecting(application)
    clock = SystemClock()
    kept: list[Training] = []  # the window must live as long as the bench that shows on it
    with TemporaryDirectory(prefix="sealbench-training-") as folder:
        virtual = plug_in(Path(folder) / "devices", label_ms=LABEL_MS, filmed_by=clock)
        try:
            home = training_home.make(Path(folder) / "bench", virtual, wish, clock.now().wall_us)
            if translations.is_dir():
                shutil.copytree(translations, home.translations)

            def above(view: window_app.BenchWindow, bench: BenchThread) -> None:
                kept.append(wire(home, view, bench, virtual, clock, paper=paper))
                kept[0].view.show()

            return window_app.run(home, also=above)
        finally:
            virtual.close()


def wire(
    home: Home,
    view: window_app.BenchWindow,
    bench: BenchThread,
    virtual: VirtualBench,
    clock: Clock,
    *,
    paper: Path,
) -> Training:
    """Window, course and bench put together; nothing is started."""
    settings = load(home)
    over = TrainingView(view.window, language=settings.bench.language, palette=palette(settings.bench.theme))
    over.ground.use(settings.screen)
    rules = settings.rules({}, materials=load_materials())
    date = local_minute(clock.now().wall_us)
    course = Course(
        virtual, rules, clock, office(home, clock), code=cache(lambda text: tuple(qr_rows(text))), date=date
    )
    bench.outcome.connect(course.see)
    course.seen.connect(over.see)
    course.paged.connect(over.see_page)
    course.left.connect(over.close)
    course.typed.connect(lambda text: view.said.emit(codes.read(text, device=window_app.HAND)))
    over.handed.connect(course.hand)

    def save(what: PageView) -> None:
        course.note(page.save(what, over.ground.language, paper))

    course.save_asked.connect(save)
    bench.ready.connect(course.show)
    course.show()
    return Training(view=over, course=course)


def office(home: Home, clock: Clock) -> Office:
    """What others in the house do, in the throw-away home."""

    def order(lesson: Lesson, number: OrderNo, waybill: str) -> None:
        training_home.add_order(home, lesson, number, waybill, clock.now().wall_us)

    def cancel(number: OrderNo) -> None:
        training_home.cancel(home, number, clock.now().wall_us)

    return Office(order=order, cancel=cancel)
