"""Frame time in the supervisor's tables behind a figure, with a million parcels of a week behind them, SQLite."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from benchmarks.frames import HEADS, Frames, Taken, until
from benchmarks.tables import show, sized
from benchmarks.year import BEFORE, DAY_US, FIRST_DAY, HOUR_US, SHANGHAI, filling
from station.home import Home
from station.orders.engine import connect, importing, make_folder_of
from station.orders.schema import migrate, upgrade
from station.packing.inputs import Instant
from station.settings import load
from station.supervisor_window import SupervisorPage
from station.ui.supervisor_screen import Panel

PARCELS: Final = 1_000_000
DAYS, BENCHES = 7, 50
STEPS: Final = 300
NOW_US: Final = (FIRST_DAY + DAYS - 1) * DAY_US + 14 * HOUR_US
ENTRIES: Final = """INSERT INTO events (bench, epoch, seq, kind, wall_us, packer, order_no, reason, units, header)
    SELECT bench, epoch, seq, 'ParcelSealed', sealed_us, packer, order_no, '', units, '{"pub":{}}' FROM parcels"""


class _Still:
    """The last day's afternoon, for as long as is measured."""

    boot = "benchmark"

    def now(self) -> Instant:
        return Instant(wall_us=NOW_US, mono_us=0)


def run(folder: Path, share: float) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    parcels = sized(PARCELS, share, least=2_000)
    file = folder / f"drilling-{parcels}.db"
    if not file.exists():
        _fill(f"sqlite:///{file}", parcels)
    home = Home(folder / "drilling-home")
    home.root.mkdir(exist_ok=True)
    home.settings_file.write_text(f'[bench]\norderbook = "sqlite:///{file}"\nlanguage = "zh"\n', encoding="utf-8")
    window = SupervisorPage(home, load(home), _Still(), who="bench", zone=SHANGHAI)
    window.view.resize(1920, 1080)
    window.view.show()
    window.start()
    try:
        rows = _scroll(window, sized(STEPS, min(1.0, share * 10), least=20))
    finally:
        window.stop()
    show(f"The table behind a supervisor's figure, {parcels:,} parcels, SQLite, offscreen, 1920×1080", HEADS, rows)
    del application


def _fill(url: str, parcels: int) -> None:
    """Parcels of a week and the entries that sealed them, as a program before the sums left them, brought up."""
    engine = connect(url)
    make_folder_of(engine)
    with importing(engine) as connection:
        migrate(connection, BEFORE)
        for statement in (*filling(parcels, max(1, parcels // DAYS), BENCHES), ENTRIES):
            connection.execute(text(statement))
    upgrade(engine)
    engine.dispose()


def _scroll(window: SupervisorPage, steps: int) -> list[tuple[str, ...]]:
    until(lambda: window.screen.board is not None)
    for _ in range(2):  # the ring, then what lies behind it
        window.view.pointed.emit(Panel.CARDS.value, 0, 0)
    there = partial(_there, window)
    until(there)
    frames = Frames(window.view)
    taken = {name: Taken() for name in ("a row down", "a page asked for", "… and while it is read and shown")}
    moved, asked, shown = taken.values()
    for _ in range(steps):
        frames.press(moved, Qt.Key.Key_Down)
    for _ in range(steps):
        frames.press(asked, Qt.Key.Key_PageDown)
        while not there():
            frames.act(shown, lambda: None)
    frames.end()
    assert frames.painted, "a frame that paints nothing is none"
    return [one.row(name) for name, one in taken.items() if one.wall.wall_ns]


def _there(window: SupervisorPage) -> bool:
    return window.screen.behind is not None and window.screen.behind.page is not None
