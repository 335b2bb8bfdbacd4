"""A packing bench as it stands in the hall: window, bench thread, and virtual devices on ptys and a TCP port."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station.bench import Outcome
from station.bench_thread import BenchThread
from station.clock import SystemClock
from station.demo.virtual_bench import VirtualBench, plug_in
from station.home import Home
from station.packing.events import Event
from station.settings import load
from station.ui.screen import Screen
from station.ui.sounds import Silence
from station.ui.surroundings import DeviceView
from station.window_app import BenchWindow, connect
from tests.e2e.warehouse import prepare

WAIT_MS = 15_000
DEVICES = """
[[device]]
name = "scanner"
kind = "scanner"
link = "{scanner}"
speaks = "plain"
guard_ms = 20

[[device]]
name = "scale"
kind = "scale"
link = "{scale}"
speaks = "mt-sics"

[[device]]
name = "label printer"
kind = "printer"
link = "{printer}"
speaks = "zpl"
"""


class Watcher(QObject):
    """Lives in the screen thread and keeps what the bench thread sent there."""

    def __init__(self) -> None:
        super().__init__()
        self.screens: list[Screen] = []
        self.events: list[Event] = []
        self.devices: tuple[DeviceView, ...] = ()

    @Slot(object)
    def see(self, screen: Screen) -> None:
        self.screens.append(screen)

    @Slot(object)
    def hear(self, outcome: Outcome) -> None:
        self.events.extend(outcome.events)

    @Slot(object)
    def see_devices(self, devices: tuple[DeviceView, ...]) -> None:
        self.devices = devices


class Floor:
    def __init__(self, view: BenchWindow, thread: BenchThread, virtual: VirtualBench, qtbot: QtBot) -> None:
        self.view = view
        self.virtual = virtual
        self.watcher = Watcher()
        self._qtbot = qtbot
        thread.screen.connect(self.watcher.see)
        thread.outcome.connect(self.watcher.hear)
        thread.devices.connect(self.watcher.see_devices)

    @property
    def screen(self) -> Screen:
        return self.watcher.screens[-1]

    def scans(self, *codes: str) -> Screen:
        """Each code with the scanner, and what the screen says after it."""
        for code in codes:
            count = len(self.watcher.screens)
            self.virtual.scanner.scan(code)
            self.until(partial(self._more_than, count))
        return self.screen

    def _more_than(self, count: int) -> bool:
        return len(self.watcher.screens) > count

    def until(self, true: Callable[[], object]) -> None:
        def holds() -> None:
            assert true(), [screen.headline.en for screen in self.watcher.screens[-4:]]

        self._qtbot.waitUntil(holds, timeout=WAIT_MS)

    def until_event(self, name: str, *, times: int = 1) -> Screen:
        self.until(lambda: [type(event).__name__ for event in self.watcher.events].count(name) >= times)
        return self.screen

    def until_device(self, kind: str, state: str) -> None:
        self.until(lambda: {view.kind: view.state.value for view in self.watcher.devices}[kind] == state)

    def painted(self, band: str) -> str:
        """What a band of the window says aloud for what it paints."""
        found = self.view.window.findChild(QWidget, band)
        assert found is not None
        return found.accessibleDescription()


@contextmanager
def floor(home: Home, qtbot: QtBot, orders: dict[str, dict[str, int]]) -> Iterator[Floor]:
    """Everything started and ready to scan."""
    virtual = plug_in(home.root / "devices", label_ms=20)
    names = {name.removeprefix("virtual:"): address for name, address in virtual.addresses.items()}
    prepare(home, orders, settings=DEVICES.format(**names))
    view = BenchWindow(home, load(home), SystemClock(), Silence())
    thread = BenchThread(home, SystemClock())
    hall = Floor(view, thread, virtual, qtbot)
    connect(view, thread)
    view.show()
    thread.start()
    try:
        hall.until(lambda: hall.watcher.devices and all(one.state == "normal" for one in hall.watcher.devices))
        yield hall
    finally:
        thread.quit()
        thread.wait()
        view.close()
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(view._router)
        view.window.deleteLater()
        virtual.close()
