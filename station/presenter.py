"""Between the host and a window: outcomes become screens, link reports become the device bar, scans become the log.

It lives in the bench thread; what it sends out are values, so the screen thread never sees a job.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from station.bench import Outcome
from station.clock import Clock
from station.host import Host
from station.packing.events import (
    DeviceChanged,
    DoubleReadDropped,
    Event,
    ItemPacked,
    LabelConfirmed,
    NothingToDo,
    OrderOpened,
    ScanRefused,
)
from station.packing.inputs import Command, DeviceKind
from station.packing.job import Job
from station.ui.present import present, unrecorded
from station.ui.scanner_words import SCANNER_WORDS
from station.ui.screen import ScanView, Words
from station.ui.surroundings import DeviceState, DeviceView
from station.ui.texts import DETAILS, REASONS

LOG_ROWS: Final = 5
NAMES: Final = {
    DeviceKind.SCANNER: Words(zh="扫码枪", en="Scanner"),
    DeviceKind.PRINTER: Words(zh="打印机", en="Printer"),
    DeviceKind.SCALE: Words(zh="秤", en="Scale"),
    DeviceKind.CAMERA: Words(zh="相机", en="Camera"),
    DeviceKind.ORDER_BOOK: Words(zh="订单库", en="Order book"),
}
READY: Final = Words(zh="就绪", en="Ready")
LOCAL: Final = Words(zh="本地", en="Local")
LOST: Final = Words(zh="断开", en="Lost")


class Presenter(QObject):
    screen = Signal(object)  # Screen
    devices = Signal(object)  # tuple[DeviceView, ...]
    language = Signal()  # the code for the other language was scanned

    def __init__(self, host: Host, clock: Clock, media: Path, kinds: tuple[tuple[str, DeviceKind], ...]) -> None:
        super().__init__()
        self._host = host
        self._clock = clock
        self._media = media
        self._scans: deque[ScanView] = deque(maxlen=LOG_ROWS)
        self._opened_us: int | None = None
        kinds_found = [kind for _, kind in kinds]
        self._named = frozenset(name for name, kind in kinds if kinds_found.count(kind) > 1)
        self._devices = {name: self._view(name, kind, up=False, word="") for name, kind in kinds}
        host.shown.connect(self._shown)
        host.not_recorded.connect(self._not_recorded)

    @property
    def views(self) -> tuple[DeviceView, ...]:
        return tuple(self._devices.values())

    @Slot()
    def show_all(self) -> None:
        """The screen as it stands: at start, and when a window comes later."""
        self._show(self._host.bench.job, ())
        self.devices.emit(self.views)

    def _shown(self, outcome: Outcome) -> None:
        now_us = self._clock.now().wall_us
        for event in outcome.events:
            self._note(event, outcome.job, now_us)
        self._show(outcome.job, outcome.events)

    def _not_recorded(self, why: str) -> None:
        self.screen.emit(unrecorded(self._host.bench.job, self._host.bench.rules, why))

    def _show(self, job: Job, events: tuple[Event, ...]) -> None:
        rules = self._host.bench.rules
        screen = present(job, events, rules, scans=tuple(self._scans), opened_us=self._opened_us)
        if screen.label_picture is not None:
            screen = replace(screen, label_picture=str(self._media / screen.label_picture))
        self.screen.emit(screen)

    def _view(self, device: str, kind: DeviceKind, *, up: bool, word: str) -> DeviceView:
        """One of several of a kind goes by its own name."""
        view = _view(kind, up=up, word=word)
        return replace(view, name=Words(zh=device, en=device)) if device in self._named else view

    def _note(self, event: Event, job: Job, now_us: int) -> None:
        match event:
            case OrderOpened():
                self._opened_us = now_us
                self._scans.clear()
            case NothingToDo(what=Command.LANGUAGE):
                self.language.emit()
            case DeviceChanged():
                self._devices[event.device] = self._view(event.device, event.kind, up=event.up, word=event.word)
                self.devices.emit(self.views)
            case _:
                row = _row(event, job, now_us)
                if row is not None:
                    self._scans.appendleft(row)


def _row(event: Event, job: Job, now_us: int) -> ScanView | None:
    """A scan's line in the log; None for what was no scan."""
    match event:
        case ItemPacked() if job.order is not None:
            line = job.order.lines[event.line]
            what = f"{line.name or line.sku} {line.variant}".strip()
            return ScanView(at_us=now_us, ok=True, what=what, code=event.code or event.sku)
        case ScanRefused():
            said = REASONS[event.reason]
            return ScanView(at_us=now_us, ok=False, what=said.zh.format(bench="", grams="", detail=""), code=event.code)
        case DoubleReadDropped():
            return ScanView(at_us=now_us, ok=True, what="重复读取", code=event.code)
        case LabelConfirmed():
            return ScanView(at_us=now_us, ok=True, what="面单", code=event.waybill)
        case _:
            return None


def _view(kind: DeviceKind, *, up: bool, word: str) -> DeviceView:
    if kind is DeviceKind.ORDER_BOOK:
        state, said = (DeviceState.NORMAL, READY) if up else (DeviceState.WAIT, LOCAL)
    elif up and word not in DETAILS:
        state, said = DeviceState.NORMAL, READY
    else:
        known = SCANNER_WORDS if kind is DeviceKind.SCANNER else DETAILS
        zh, en = known.get(word, (LOST.zh, LOST.en))
        state, said = DeviceState.ATTENTION, Words(zh=zh, en=en)
    return DeviceView(kind=kind.value, name=NAMES[kind], word=said, state=state)
