"""Photos and video from the asking to the disk, with cameras that a test stages, on real threads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from station import camera_desk
from station.camera_desk import CameraDesk
from station.clock import Clock, SystemClock
from station.devices.cameras.told import CameraSetup, Stamp
from station.evidence.media import intact
from station.media_room import Budget
from station.packing.effects import StartVideo, StopVideo, TakePhoto
from station.packing.inputs import Instant, LinkReport, MediaReport
from station.packing.media import MediaRoom, PhotoId, PhotoMoment
from station.packing.media_events import (
    Kept,
    MediaRoomChanged,
    PhotoAsked,
    PhotoMissing,
    PhotoTaken,
    VideoEnded,
    VideoGap,
    VideoRecorded,
)
from station.packing.model import OrderNo
from tests.cameras import StagedCamera

ROOMY = Budget(budget_bytes=10**15, reserve_bytes=1)
A, B = OrderNo("SO-1"), OrderNo("SO-2")


class Heard:
    """What a desk says, in order."""

    def __init__(self, desk: CameraDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.kept: list[Kept] = []
        self.links: list[LinkReport] = []
        self._qtbot = qtbot
        desk.said.connect(self._hear)

    def _hear(self, said: MediaReport | LinkReport) -> None:
        if isinstance(said, LinkReport):
            self.links.append(said)
        else:
            self.kept.append(said.said)

    def waits_for(self, count: int) -> list[Kept]:
        def enough() -> None:
            assert len(self.kept) >= count, self.kept

        self._qtbot.waitUntil(enough, timeout=5_000)
        return self.kept

    def asks(self, moment: PhotoMoment = PhotoMoment.ITEM, *, number: int = 1, camera: str = "box") -> None:
        asked = PhotoAsked(order=A, photo=PhotoId(f"P{number}"), moment=moment, camera=camera, required=False)
        self.desk.perform(TakePhoto(asked=asked))


@contextmanager
def _desk(
    folder: Path,
    qtbot: QtBot,
    *names: str,
    budget: Budget = ROOMY,
    wait_ms: int = 2_000,
    clock: Clock | None = None,
    **camera: Any,
) -> Iterator[Heard]:
    setups = tuple(CameraSetup(name=name, link="synthetic:") for name in names or ("box",))
    desk = CameraDesk(
        setups,
        media=folder / "media",
        spool=folder / "media" / "filming",
        budget=budget,
        clock=clock or SystemClock(),
        stamp=lambda order: Stamp(order_tail=order, root="R", bench="B01"),
        make_camera=partial(StagedCamera, **camera),  # type: ignore[arg-type]
    )
    heard = Heard(desk, qtbot)
    desk.start()
    try:
        yield heard
    finally:
        desk.finish(wait_ms=wait_ms)


def test_a_photo_is_on_disk_before_it_is_told_of(tmp_path: Path, qtbot: QtBot) -> None:
    """What is said of a photo names a file that is there, whole, under its hash."""
    with _desk(tmp_path, qtbot) as heard:
        heard.asks()
        (taken,) = heard.waits_for(1)
    assert isinstance(taken, PhotoTaken)
    (file,) = taken.media
    assert (file.role, file.mime, taken.source) == ("photo", "image/jpeg", "synthetic")
    assert intact(tmp_path / "media" / file.name, file.sha256, file.key)


def test_a_camera_that_sees_nothing_is_told_of(tmp_path: Path, qtbot: QtBot) -> None:
    """A photo that cannot be taken is missing with the camera's own reason; so is one of a camera that is not there."""
    with _desk(tmp_path, qtbot, blind=True) as heard:
        heard.asks()
        heard.asks(number=2, camera="elsewhere")
        told = heard.waits_for(2)
    assert {said.why for said in told if isinstance(said, PhotoMissing)} == {"no_picture", "no_camera"}


def test_a_camera_that_says_nothing_ends_too(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every asking has an end: photo and video of a camera that hangs are missing after their deadlines."""
    monkeypatch.setattr(camera_desk, "PHOTO_MS", 30)
    monkeypatch.setattr(camera_desk, "LAST_PART_MS", 30)
    with _desk(tmp_path, qtbot, silent=True, wait_ms=100) as heard:
        heard.asks()
        heard.desk.perform(StartVideo(order=A, cameras=("box",)))
        heard.desk.perform(StartVideo(order=B, cameras=()))
        told = heard.waits_for(3)
    assert [said.why for said in told if isinstance(said, PhotoMissing)] == ["late"]
    assert [said.why for said in told if isinstance(said, VideoGap)] == ["no_segment"]
    assert isinstance(told[-1], VideoEnded)


def test_video_belongs_to_its_own_parcel(tmp_path: Path, qtbot: QtBot) -> None:
    """The next parcel ends the video before it; each segment is its own order's, with the end behind it."""
    with _desk(tmp_path, qtbot, "box", "overview") as heard:
        heard.desk.perform(StartVideo(order=A, cameras=("box", "overview")))
        qtbot.wait(5)
        heard.desk.perform(StartVideo(order=B, cameras=("box",)))
        heard.waits_for(4)
    parts = [(said.order, said.camera) for said in heard.kept if isinstance(said, VideoRecorded)]
    assert sorted(parts) == [(A, "box"), (A, "overview"), (B, "box")]
    ends = [(said.order, said.camera) for said in heard.kept if isinstance(said, VideoEnded)]
    assert sorted(ends) == sorted(parts)
    for camera in ("box", "overview"):
        mine = [type(said) for said in heard.kept if getattr(said, "camera", "") == camera and said.order == A]  # type: ignore[union-attr]
        assert mine == [VideoRecorded, VideoEnded]
    assert list((tmp_path / "media" / "filming").rglob("*.mp4")) == []


def test_video_goes_on_for_a_moment_after_the_seal(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stop takes effect after its tail."""
    monkeypatch.setattr(camera_desk, "TAIL_MS", 20)
    with _desk(tmp_path, qtbot) as heard:
        heard.desk.perform(StartVideo(order=A, cameras=("box",)))
        heard.desk.perform(StopVideo(order=A))
        assert not heard.kept
        told = heard.waits_for(2)
    assert [type(said) for said in told] == [VideoRecorded, VideoEnded]


def test_the_end_of_the_bench_waits_for_the_last_pictures(tmp_path: Path, qtbot: QtBot) -> None:
    """What was asked for just before the end is on disk and told of."""
    with _desk(tmp_path, qtbot) as heard:
        heard.desk.perform(StartVideo(order=A, cameras=("box",)))
        heard.asks()
    assert {type(said) for said in heard.kept} == {PhotoTaken, VideoRecorded, VideoEnded}


def test_what_did_not_come_before_the_end_is_missing(tmp_path: Path, qtbot: QtBot) -> None:
    """A camera that hangs does not keep the bench from ending, and its silence is told."""
    with _desk(tmp_path, qtbot, silent=True, wait_ms=50) as heard:
        heard.desk.perform(StartVideo(order=A, cameras=("box",)))
        heard.asks()
    assert [said.why for said in heard.kept if isinstance(said, PhotoMissing | VideoGap)] == ["closing", "closing"]


def test_a_full_budget_stops_video_and_then_photos(tmp_path: Path, qtbot: QtBot) -> None:
    """Both are said as what they are, at once, and the bench hears how full it is."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "old").write_bytes(bytes(1_000))
    with _desk(tmp_path, qtbot, budget=Budget(budget_bytes=1_000, reserve_bytes=1)) as heard:
        heard.waits_for(1)
        heard.asks()
        heard.desk.perform(StartVideo(order=A, cameras=("box",)))
        told = heard.waits_for(4)
    changed, photo, gap, ended = told
    assert isinstance(changed, MediaRoomChanged)
    assert changed.room is MediaRoom.NONE
    assert isinstance(photo, PhotoMissing)
    assert isinstance(gap, VideoGap)
    assert (photo.why, gap.why, type(ended)) == ("no_room", "no_room", VideoEnded)


def test_video_that_runs_out_of_room_is_cut(tmp_path: Path, qtbot: QtBot) -> None:
    """When the video's share is used up, what was filmed is kept, the rest is a gap by name, and photos go on."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "old").write_bytes(bytes(880))
    with _desk(tmp_path, qtbot, budget=Budget(budget_bytes=1_000, reserve_bytes=1)) as heard:
        heard.desk.perform(StartVideo(order=A, cameras=("box",)))
        heard.asks(number=1)
        heard.asks(number=2)
        heard.waits_for(6)
        heard.asks(number=3)
        told = heard.waits_for(7)
    assert [said.room for said in told if isinstance(said, MediaRoomChanged)] == [MediaRoom.PHOTOS]
    assert len([said for said in told if isinstance(said, PhotoTaken)]) == 3
    assert [said.why for said in told if isinstance(said, VideoGap)] == ["no_room"]
    assert len([said for said in told if isinstance(said, VideoRecorded)]) == 1


def test_a_folder_that_takes_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    """Where the media folder cannot be written, photos are missing and the bench goes on."""
    (tmp_path / "media").write_text("a file where the folder should be")
    with _desk(tmp_path, qtbot) as heard:
        heard.asks()
        told = heard.waits_for(1)
    assert [said.why for said in told if isinstance(said, PhotoMissing)] == ["not_stored"]


def test_a_camera_that_comes_is_a_device(tmp_path: Path, qtbot: QtBot) -> None:
    """Its state is said once, as a device's."""
    with _desk(tmp_path, qtbot) as heard:
        qtbot.waitUntil(lambda: bool(heard.links), timeout=5_000)
    assert [(link.device, link.up, link.word) for link in heard.links] == [("box", True, "ready")]


class _JumpingClock:
    """Its wall goes back an hour at every look."""

    def __init__(self) -> None:
        self.boot = "boot-1"
        self._looks = 0
        self._clock = SystemClock()

    def now(self) -> Instant:
        self._looks += 1
        now = self._clock.now()
        return replace(now, wall_us=now.wall_us - self._looks * 3_600_000_000)


def test_the_clock_jumps_while_a_video_ends(tmp_path: Path, qtbot: QtBot) -> None:
    """Each segment stays its own parcel's, though by the clock the first was filmed after the second."""
    with _desk(tmp_path, qtbot, clock=_JumpingClock()) as heard:
        heard.desk.perform(StartVideo(order=A, cameras=("box",)))
        heard.desk.perform(StartVideo(order=B, cameras=("box",)))
        heard.waits_for(2)
    assert [said.order for said in heard.kept if isinstance(said, VideoRecorded)] == [A, B]
