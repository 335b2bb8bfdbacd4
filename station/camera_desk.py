"""The bench's side of its cameras: photos and video are asked for here, and every asking has an end.

Lives in the bench's thread; cameras have threads of their own, and so has the disk. Which moment is photographed is
decided in ``packing.photos``, what is kept of it in ``media_keeper``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, assert_never

from PySide6.QtCore import QEventLoop, QObject, QThread, QTimer, Signal, Slot

from station.camera_seat import MakeCamera, Seat, take_seat
from station.clock import Clock
from station.devices.camera import EvidenceCamera
from station.devices.cameras.told import CameraSetup, CameraState, Gap, Segment, Stamp, Still, StillFailed, TakeOver
from station.media_keeper import MediaKeeper, PhotoToKeep, SegmentToKeep, missing
from station.media_room import Budget
from station.packing.effects import StartVideo, StopVideo, TakePhoto
from station.packing.inputs import DeviceKind, LinkReport, MediaReport
from station.packing.media import MediaRoom, PhotoMoment
from station.packing.media_events import Kept, MediaRoomChanged, PhotoAsked, VideoEnded, VideoGap
from station.packing.model import OrderNo
from station.takes import Take

TAIL_MS: Final = 4_000
"""Video goes on for so long after the seal, unless the next parcel begins: the box is still being put down."""

PHOTO_MS: Final = 6_000
"""After that a photo is missing, whatever its camera still does: its own deadline is shorter."""

LAST_PART_MS: Final = 8_000
"""So long after its stop a video's last segment is waited for."""

STAMP_MS: Final = 5_000
CLOSE_MS: Final = 6_000
"""The end of a bench waits so long for what its cameras still owe."""

NO_ROOM: Final = "no_room"
CLOSING: Final = "closing"


@dataclass(slots=True)
class Waiting:
    asked: PhotoAsked
    camera: str
    deadline: QTimer = field(default_factory=QTimer)


class CameraDesk(QObject):
    """``said`` carries inputs to the host. ``stamp`` tells what is burned in beside the clock."""

    said = Signal(object)  # MediaReport or LinkReport
    _photo = Signal(object)
    _segment = Signal(object)
    _pass_on = Signal(object)
    _over = Signal()

    def __init__(
        self,
        setups: tuple[CameraSetup, ...],
        *,
        media: Path,
        spool: Path,
        budget: Budget,
        clock: Clock,
        stamp: Callable[[OrderNo], Stamp],
        open_box_ms: int = 0,
        make_camera: MakeCamera = EvidenceCamera,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._stamp = stamp
        self._open_box_ms = open_box_ms
        self._room = MediaRoom.ALL
        self._asks = 0
        self._waiting: dict[int, Waiting] = {}
        self._at_keeper = 0
        self._closing = False
        self._keeper = MediaKeeper(media, budget)
        self._disk = QThread(self)
        self._join_keeper()
        self.seats = {
            setup.name: self._seat(setup, spool / str(number), make_camera)
            for number, setup in enumerate(setups, start=1)
        }
        self._tail = QTimer(self, singleShot=True, interval=TAIL_MS)
        self._tail.timeout.connect(self._cut_all)
        self._restamp = QTimer(self, interval=STAMP_MS)
        self._restamp.timeout.connect(self._stamp_all)

    def _join_keeper(self) -> None:
        self._keeper.moveToThread(self._disk)
        self._disk.started.connect(self._keeper.open)
        self._photo.connect(self._keeper.keep_photo)
        self._segment.connect(self._keeper.keep_segment)
        self._pass_on.connect(self._keeper.pass_on)
        self._over.connect(self._keeper.close)
        self._keeper.kept.connect(self._kept)
        self._keeper.room.connect(self._room_changed)

    def _seat(self, setup: CameraSetup, spool: Path, make_camera: MakeCamera) -> Seat:
        seat = take_seat(make_camera(setup, self._clock, spool), setup, parent=self)
        camera = seat.camera
        camera.still.connect(self._still)
        camera.failed.connect(self._failed)
        camera.segment.connect(self._part)
        camera.gap.connect(self._gap)
        camera.take_over.connect(self._take_over)
        camera.state.connect(self._state)
        return seat

    def start(self) -> None:
        self._disk.start()
        for seat in self.seats.values():
            seat.thread.start()

    # What the bench wants

    def perform(self, effect: TakePhoto | StartVideo | StopVideo) -> None:
        match effect:
            case TakePhoto():
                self._take(effect.asked)
            case StartVideo():
                self._film(effect)
            case StopVideo():
                self._tail.start()
            case _:
                assert_never(effect)

    def _take(self, asked: PhotoAsked) -> None:
        seat = self.seats.get(asked.camera)
        if seat is None or self._closing or self._room is MediaRoom.NONE:
            why = "no_camera" if seat is None else CLOSING if self._closing else NO_ROOM
            self._hand_on(missing(asked, why))
            return
        self._asks += 1
        ask = self._asks
        waiting = self._waiting[ask] = Waiting(asked=asked, camera=asked.camera)
        after_ms = self._open_box_ms if asked.moment is PhotoMoment.OPEN_BOX else 0
        waiting.deadline.setSingleShot(True)
        waiting.deadline.timeout.connect(lambda: self._late(ask))
        waiting.deadline.start(PHOTO_MS + after_ms)
        if after_ms:
            QTimer.singleShot(after_ms, seat.line, lambda: seat.line.photo.emit(ask))
        else:
            seat.line.photo.emit(ask)

    def _film(self, effect: StartVideo) -> None:
        self._cut_all()
        now_us = self._clock.now().wall_us
        for name in effect.cameras:
            seat = self.seats.get(name)
            if seat is None or self._room is not MediaRoom.ALL:
                why = "no_camera" if seat is None else NO_ROOM
                self._never_filmed(effect.order, name, now_us, why)
                continue
            take = seat.takes.begin(effect.order)
            seat.line.film.emit(self._stamp(effect.order), take.number)
        self._restamp.start()

    def _never_filmed(self, order: OrderNo, camera: str, now_us: int, why: str) -> None:
        self._hand_on(VideoGap(order=order, camera=camera, from_us=now_us, to_us=0, why=why))
        self._hand_on(VideoEnded(order=order, camera=camera))

    def _cut_all(self) -> None:
        """Every running video ends here; its last segment is owed, and waited for."""
        self._tail.stop()
        self._restamp.stop()
        for seat in self.seats.values():
            take = seat.takes.stop(self._clock.now().wall_us)
            if take is not None:
                seat.line.cut.emit()
                QTimer.singleShot(LAST_PART_MS, self, lambda seat=seat, take=take: self._no_last_part(seat, take))

    def _stamp_all(self) -> None:
        """The newest root goes into the picture: whoever has the video can date it by the log."""
        for seat in self.seats.values():
            if (take := seat.takes.running) is not None:
                seat.line.restamp.emit(self._stamp(take.order))

    # What the cameras say

    @Slot(object)
    def _still(self, still: Still) -> None:
        waiting = self._answered(still.ask)
        if waiting is not None:
            self._at_keeper += 1
            self._photo.emit(PhotoToKeep(asked=waiting.asked, still=still))

    @Slot(object)
    def _failed(self, failed: StillFailed) -> None:
        waiting = self._answered(failed.ask)
        if waiting is not None:
            self._hand_on(missing(waiting.asked, failed.reason))

    def _late(self, ask: int) -> None:
        waiting = self._answered(ask)
        if waiting is not None:
            self._hand_on(missing(waiting.asked, "late"))

    def _answered(self, ask: int) -> Waiting | None:
        waiting = self._waiting.pop(ask, None)
        if waiting is not None:
            waiting.deadline.stop()
            waiting.deadline.deleteLater()
        return waiting

    @Slot(object)
    def _part(self, segment: Segment) -> None:
        take = self.seats[segment.camera].takes.of(segment.take)
        if take is None:
            return  # of no parcel: the next start puts the file aside
        self._at_keeper += 1
        self._segment.emit(SegmentToKeep(order=take.order, segment=segment))

    @Slot(object)
    def _gap(self, gap: Gap) -> None:
        take = self.seats[gap.camera].takes.of(gap.take)
        if take is None:
            return
        self._hand_on(
            VideoGap(order=take.order, camera=gap.camera, from_us=gap.started_us, to_us=gap.ended_us, why=gap.reason)
        )

    @Slot(object)
    def _take_over(self, over: TakeOver) -> None:
        if (ended := self.seats[over.camera].takes.end(over.take)) is not None:
            self._hand_on(VideoEnded(order=ended.order, camera=ended.camera))

    def _no_last_part(self, seat: Seat, take: Take, why: str = "no_segment") -> None:
        ended = seat.takes.end(take.number)
        if ended is not None:
            gap = VideoGap(order=ended.order, camera=ended.camera, from_us=0, to_us=take.stopped_us, why=why)
            self._hand_on(gap)
            self._hand_on(VideoEnded(order=ended.order, camera=ended.camera))

    @Slot(object)
    def _state(self, state: CameraState) -> None:
        """A camera's state is said when it changes; that it starts is no news."""
        seat = self.seats[state.camera]
        word = state.status if not state.detail else state.detail
        if state.status in ("starting", "unknown") or word == seat.word:
            return
        seat.word = word
        up = state.status == "ready"
        self.said.emit(LinkReport(device=state.camera, kind=DeviceKind.CAMERA, up=up, word=word))

    # What the disk says

    def _hand_on(self, said: Kept) -> None:
        """Behind the files that are on their way to the disk, so that nothing overtakes them."""
        self._at_keeper += 1
        self._pass_on.emit(said)

    @Slot(object)
    def _kept(self, said: Kept) -> None:
        self._at_keeper -= 1
        self.said.emit(MediaReport(said=said))

    @Slot(object)
    def _room_changed(self, changed: MediaRoomChanged) -> None:
        """Video stops at once where there is no room for it; photos that wait are still taken."""
        self._room = changed.room
        self.said.emit(MediaReport(said=changed))
        if changed.room is not MediaRoom.ALL:
            for seat in self.seats.values():
                if (take := seat.takes.running) is not None:
                    now_us = self._clock.now().wall_us
                    self._hand_on(VideoGap(order=take.order, camera=take.camera, from_us=now_us, to_us=0, why=NO_ROOM))
            self._cut_all()

    # The end

    def finish(self, *, wait_ms: int = CLOSE_MS) -> None:
        """Stop every camera and wait for what is owed; what does not come in time is said to be missing."""
        self._closing = True
        self._cut_all()
        patience = QTimer(singleShot=True, interval=wait_ms)
        patience.start()
        _wait(patience, lambda: bool(self._waiting))
        for seat in self.seats.values():
            seat.line.end.emit()
        _wait(patience, lambda: self._owes)
        self._tell_what_is_lost()
        patience.start()
        _wait(patience, lambda: bool(self._at_keeper))
        self._over.emit()
        self._disk.wait(wait_ms)
        patience.stop()  # here: who outlives this thread cannot stop its timers
        for seat in self.seats.values():
            seat.thread.quit()
            seat.thread.wait(wait_ms)

    @property
    def _owes(self) -> bool:
        seats = self.seats.values()
        return bool(self._waiting or self._at_keeper or any(not seat.line.stopped for seat in seats))

    def _tell_what_is_lost(self) -> None:
        for ask in tuple(self._waiting):
            waiting = self._answered(ask)
            assert waiting is not None
            self._hand_on(missing(waiting.asked, CLOSING))
        for seat in self.seats.values():
            for take in seat.takes.owed:
                self._no_last_part(seat, take, CLOSING)


def _wait(patience: QTimer, owed: Callable[[], bool]) -> None:
    """What threads still say is heard meanwhile."""
    loop = QEventLoop()
    while patience.isActive() and owed():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
