"""Between the host and a window: outcomes become screens, link reports become the device bar, scans become the log.

It lives in the bench thread; what it sends out are values, so the screen thread never sees a job.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import replace
from pathlib import Path
from typing import Final, assert_never

from PySide6.QtCore import QObject, Signal, Slot

from station.bench import Outcome
from station.clock import Clock
from station.evidence.media import picture_of
from station.host import Host
from station.orders.help_calls import HelpCall
from station.packing.events import (
    DeviceChanged,
    DoubleReadDropped,
    Event,
    ItemPacked,
    LabelConfirmed,
    NothingToDo,
    OrderOpened,
    PackerSignedIn,
    PackerSignedOut,
    ScanRefused,
)
from station.packing.inputs import Command, DeviceKind
from station.packing.job import Job
from station.packing.media import MediaRoom
from station.packing.media_events import MediaRoomChanged, VideoEnded, VideoStarted
from station.packing.reasons import Reason
from station.packing.seat_events import BenchLocked
from station.ui import camera_words
from station.ui.anchor_words import KIND as ANCHOR
from station.ui.call_words import KIND as CALL
from station.ui.call_words import call_view
from station.ui.copies_words import KIND as COPIES
from station.ui.device_words import device_view
from station.ui.erasing_words import KIND as ERASING
from station.ui.erasing_words import erasing_view
from station.ui.goods_words import article
from station.ui.moments import refused
from station.ui.present import present, unrecorded
from station.ui.relay_words import beside_link
from station.ui.screen import ScanView, Screen
from station.ui.surroundings import DeviceState, DeviceView
from station.ui.words import Words

LOG_ROWS: Final = 5


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
        self._told: tuple[Event, ...] = ()
        self._relay: DeviceView | None = None
        self._cameras = {name: (False, "") for name, kind in kinds if kind is DeviceKind.CAMERA}
        self._filming: Counter[str] = Counter()
        self._room = MediaRoom.ALL
        kinds_found = [kind for _, kind in kinds]
        self._named = frozenset(name for name, kind in kinds if kinds_found.count(kind) > 1)
        self._devices = {name: self._view(name, kind, up=False, word="") for name, kind in kinds}
        host.shown.connect(self._shown)
        host.not_recorded.connect(self._not_recorded)

    @property
    def views(self) -> tuple[DeviceView, ...]:
        """What waits to be erased or copied is a supervisor's business, and shown where one is signed in."""
        job = self._host.bench.job
        hidden = () if job.supervisor and not job.locked else (ERASING, COPIES)
        shown = (view for name, view in self._devices.items() if name not in hidden)
        return beside_link(shown, self._relay)

    @Slot(int, bool)
    def show_erasing(self, waiting: int, owed: bool) -> None:
        view = erasing_view(waiting, owed=owed)
        self._devices.pop(ERASING, None)
        if view is not None:
            self._devices[ERASING] = view
        self.devices.emit(self.views)

    @Slot(object)
    def show_copies(self, view: DeviceView | None) -> None:
        """What of photos and video lies here alone for too long; None when nothing does. Said again when it changes."""
        if self._devices.get(COPIES) == view:
            return
        self._devices.pop(COPIES, None)
        if view is not None:
            self._devices[COPIES] = view
        self.devices.emit(self.views)

    @Slot(object)
    def show_relay(self, view: DeviceView | None) -> None:
        """What the order book has not of this bench's record, in the order book's own place."""
        if self._relay != view:
            self._relay = view
            self.devices.emit(self.views)

    @Slot()
    def show_all(self) -> None:
        """The screen as it stands: at start, and when a window comes later."""
        self._show(self._host.bench.job, ())
        self.devices.emit(self.views)

    @Slot(object)
    def show_anchor(self, view: DeviceView) -> None:
        """How far outside anchors cover the record, as the last in the device bar; said again only when it changes."""
        if self._devices.get(ANCHOR) != view:
            self._devices[ANCHOR] = view
            self.devices.emit(self.views)

    @Slot(object)
    def show_call(self, call: HelpCall | None) -> None:
        """This bench's call for help while it stands, and who comes, by the name that this bench's screens use."""
        if call is None:
            self._devices.pop(CALL, None)
        else:
            names = {person.pseudonym: person.name for person in self._host.bench.rules.roster.values()}
            taken_by = None if call.taken_us is None else names.get(call.taken_by) or call.taken_by
            self._devices[CALL] = call_view(taken_by)
        self.devices.emit(self.views)

    def _shown(self, outcome: Outcome) -> None:
        now_us = self._clock.now().wall_us
        for event in outcome.events:
            self._note(event, outcome.job, now_us)
        if all(isinstance(event, camera_words.QUIET) for event in outcome.events):
            self._show_beside(outcome)
            return
        self._told = outcome.events
        self._show(outcome.job, outcome.events)

    def _show_beside(self, outcome: Outcome) -> None:
        """A picture that came, or not, by itself: what the packer was told stands, and makes no sound again."""
        aside = camera_words.aside(outcome.events)
        if aside and all(isinstance(event, DeviceChanged) for event in self._told):
            self._told = ()  # a device's name above another's words would say nothing: back to what is to be done
        screen = self._screen(outcome.job, self._told)
        beside = replace(screen, tone=None, detail=aside or screen.detail)
        self.screen.emit(beside)

    def _not_recorded(self, why: str) -> None:
        self.screen.emit(unrecorded(self._host.bench.job, self._host.bench.rules, why))

    def _show(self, job: Job, events: tuple[Event, ...]) -> None:
        self.screen.emit(self._screen(job, events))

    def _screen(self, job: Job, events: tuple[Event, ...]) -> Screen:
        rules = self._host.bench.rules
        screen = present(job, events, rules, scans=tuple(self._scans), opened_us=self._opened_us)
        if screen.label_picture is not None:
            screen = replace(screen, label_picture=picture_of(self._media, screen.label_picture))
        return screen

    def _view(self, device: str, kind: DeviceKind, *, up: bool, word: str) -> DeviceView:
        """One of several of a kind goes by its own name."""
        view = device_view(kind, up=up, word=word)
        if kind is DeviceKind.CAMERA and view.state is DeviceState.NORMAL:
            view = self._camera(device, view)
        return replace(view, name=Words(zh=device, en=device)) if device in self._named else view

    def _camera(self, device: str, view: DeviceView) -> DeviceView:
        """One that is well: filming, or kept from it by the disk."""
        if self._room is not MediaRoom.ALL:
            return replace(view, word=camera_words.ROOMS[self._room], state=DeviceState.ATTENTION)
        return replace(view, word=camera_words.RECORDING) if self._filming[device] > 0 else view

    def _show_cameras(self) -> None:
        for device, (up, word) in self._cameras.items():
            self._devices[device] = self._view(device, DeviceKind.CAMERA, up=up, word=word)
        self.devices.emit(self.views)

    def _pictured(self, event: VideoStarted | VideoEnded | MediaRoomChanged) -> None:
        match event:
            case VideoStarted():
                self._filming.update(event.cameras)
            case VideoEnded():
                self._filming[event.camera] -= 1
            case MediaRoomChanged():
                self._room = event.room
            case _:
                assert_never(event)
        self._show_cameras()

    def _note(self, event: Event, job: Job, now_us: int) -> None:
        match event:
            case VideoStarted() | VideoEnded() | MediaRoomChanged():
                self._pictured(event)
            case OrderOpened():
                self._opened_us = now_us
                self._scans.clear()
            case NothingToDo(what=Command.LANGUAGE):
                self.language.emit()
            case PackerSignedIn() | PackerSignedOut() | BenchLocked():
                self.devices.emit(self.views)
            case DeviceChanged():
                if event.kind is DeviceKind.CAMERA:
                    self._cameras[event.device] = event.up, event.word
                self._devices[event.device] = self._view(event.device, event.kind, up=event.up, word=event.word)
                self.devices.emit(self.views)
            case _:
                row = _row(event, job, now_us)
                if row is not None:
                    self._scans.appendleft(row)


_COMMANDS: Final = frozenset(command.value for command in Command)
"""What a refusal calls the scan of a command's code, which is nobody's word for it."""
_ANSWER: Final = "answer "
"""Before the question's name, where an answer was refused: nobody's word either."""
_TWICE: Final = Words(zh="重复读取", en="Same scan twice")
_LABEL: Final = Words(zh="面单", en="Label")


def _row(event: Event, job: Job, now_us: int) -> ScanView | None:
    """A scan's line in the log; None for what was no scan."""
    match event:
        case ItemPacked() if job.order is not None:
            line = job.order.lines[event.line]
            return ScanView(at_us=now_us, ok=True, what=article(line), code=event.code or event.sku)
        case ScanRefused():
            code = "" if event.code in _COMMANDS or event.code.startswith(_ANSWER) else event.code
            late = event.reason is Reason.MUST_CLEAR
            return ScanView(at_us=now_us, ok=False, what=refused(event), code=code, late=late)
        case DoubleReadDropped():
            return ScanView(at_us=now_us, ok=True, what=_TWICE, code=event.code)
        case LabelConfirmed():
            return ScanView(at_us=now_us, ok=True, what=_LABEL, code=event.waybill)
        case _:
            return None
