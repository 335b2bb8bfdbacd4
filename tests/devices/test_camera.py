"""The camera that keeps evidence: stills, states, and what happens when pictures fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from station.devices.camera import ASKS_MAX, EvidenceCamera
from station.devices.cameras.told import CameraSetup, CameraState, Gap, Stamp, Still, StillFailed
from station.errors import SettingsTrouble
from tests.clocks import FakeClock
from tests.devices.cameras.staged import Stage

pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "Using Qt multimedia")


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    staged = Stage(tmp_path / "video")
    monkeypatch.setattr("station.devices.camera.source_of", lambda *_args, **_more: staged.source)
    staged.camera.open()
    staged.camera._timer.stop()
    yield staged
    staged.camera.stop()


def _statuses(stage: Stage) -> list[tuple[str, str]]:
    told = [(one.status, one.detail) for one in stage.said if isinstance(one, CameraState)]
    return [one for at, one in enumerate(told) if at == 0 or told[at - 1] != one]


def test_still(stage: Stage) -> None:
    """A still is a JPEG of the next picture, with its number, its time and where it comes from."""
    stage.camera.take_still(7)
    stage.run(0.1)
    (still,) = stage.of(Still)
    assert isinstance(still, Still)
    assert (still.ask, still.camera, still.width, still.height, still.source) == (7, "box", 64, 48, "usb")
    assert still.at_us == stage.clock.now().wall_us
    assert QImage.fromData(still.jpeg).width() == 64


def test_stills_of_one_moment_are_one_picture(stage: Stage) -> None:
    """Two asked for at once get the same picture; none stays behind."""
    stage.camera.take_still(1)
    stage.camera.take_still(2)
    stage.run(0.3)
    first, second = stage.of(Still)
    assert isinstance(first, Still)
    assert isinstance(second, Still)
    assert (first.ask, second.ask, first.jpeg == second.jpeg) == (1, 2, True)


def test_no_picture_no_still(stage: Stage) -> None:
    """Without a picture for three seconds a still has failed; the ninth that waits is refused at once."""
    stage.source.mood = "quiet"
    for ask in range(ASKS_MAX + 1):
        stage.camera.take_still(ask)
    assert stage.of(StillFailed) == [StillFailed(ask=ASKS_MAX, camera="box", reason="busy")]
    stage.run(3.2)
    reasons = [one.reason for one in stage.of(StillFailed) if isinstance(one, StillFailed)]
    assert reasons == ["busy", *["no_picture"] * ASKS_MAX]


def test_quiet_camera_is_opened_anew(stage: Stage) -> None:
    """No picture for three seconds is stale and a restart; with the first picture the camera is ready again."""
    stage.run(1)
    stage.source.mood = "quiet"
    stage.run(3.2)
    assert _statuses(stage) == [("ready", ""), ("stale", "silent")]
    assert stage.source.starts > 1
    stage.source.mood = "live"
    stage.run(0.3)
    assert _statuses(stage)[-1] == ("ready", "")


def test_frozen_camera_gives_no_evidence(stage: Stage) -> None:
    """A picture that has not changed for ten seconds is neither photographed nor filmed, and a restart alone heals it
    not.
    """
    stage.source.mood = "frozen"
    stage.run(12)
    assert _statuses(stage) == [("ready", ""), ("stale", "frozen")]
    stage.camera.take_still(1)
    stage.run(4)
    assert stage.of(Still) == []
    assert stage.of(StillFailed) == [StillFailed(ask=1, camera="box", reason="no_picture")]
    stage.source.mood = "live"
    stage.run(2)
    assert _statuses(stage)[-1] == ("ready", "")


def test_a_covered_lens_is_told_and_nothing_is_lost(stage: Stage) -> None:
    """Black pictures are said to be black after three seconds, and photographed all the same; light ends it."""
    stage.run(1)
    stage.source.mood = "dark"
    stage.run(5)
    assert _statuses(stage) == [("ready", ""), ("stale", "dark")]
    assert stage.source.starts == 1
    stage.camera.take_still(1)
    stage.run(0.2)
    assert len(stage.of(Still)) == 1
    stage.source.mood = "live"
    stage.run(1.2)
    assert _statuses(stage)[-1] == ("ready", "")


def test_pulled_out(stage: Stage) -> None:
    """A camera that is gone is offline with its word until it is back."""
    stage.run(1)
    stage.source.word = "lost"
    stage.run(0.1)
    assert _statuses(stage)[-1] == ("offline", "lost")
    assert not stage.source.is_started
    stage.source.word = ""
    stage.run(0.3)
    assert _statuses(stage)[-1] == ("ready", "")


def test_no_video_without_pictures(stage: Stage) -> None:
    """Video asked of a camera that shows nothing is a gap with its times, told while it lasts and at its end."""
    stage.source.mood = "quiet"
    began_us = stage.clock.now().wall_us
    stage.camera.start_video(Stamp(bench="B01"), 1)
    stage.run(6)
    stage.camera.stop_video()
    gaps = [one for one in stage.of(Gap) if isinstance(one, Gap)]
    assert [gap.reason for gap in gaps] == ["no_picture", "no_picture"]
    assert (gaps[0].started_us, gaps[-1].ended_us) == (began_us, stage.clock.now().wall_us)
    assert gaps[0].ended_us == gaps[1].started_us


def test_large_pictures_are_made_smaller(stage: Stage) -> None:
    """A picture larger than asked keeps its shape, and its sides are even as video needs them."""
    stage.source.size = (333, 199)
    stage.camera.take_still(1)
    stage.run(0.1)
    (still,) = stage.of(Still)
    assert isinstance(still, Still)
    assert (still.width, still.height) == (64, 38)


def test_preview_is_small_and_seldom(stage: Stage) -> None:
    """A second of pictures gives at most four previews."""
    shown: list[QImage] = []
    stage.camera.preview.connect(shown.append)
    stage.run(1)
    assert 3 <= len(shown) <= 4
    assert shown[0].width() == 320


def test_stopped(stage: Stage) -> None:
    """At the end what waits has failed, ``stopped`` comes once, and later asks are answered."""
    stops: list[bool] = []
    stage.camera.stopped.connect(lambda: stops.append(True))
    stage.source.mood = "quiet"
    stage.camera.take_still(1)
    stage.camera.stop()
    stage.camera.take_still(2)
    assert [(one.ask, one.reason) for one in stage.of(StillFailed) if isinstance(one, StillFailed)] == [
        (1, "stopped"),
        (2, "stopped"),
    ]
    assert stops == [True]


@pytest.mark.parametrize("link", ["lp:Zebra", "tcp:127.0.0.1:9100", "rtsp:127.0.0.1", "nonsense"])
def test_an_address_of_something_else(link: str, tmp_path: Path) -> None:
    """A camera cannot be a printer or a port: refused with a remedy before anything is opened."""
    with pytest.raises(SettingsTrouble) as refused:
        EvidenceCamera(CameraSetup(name="box", link=link), FakeClock(), tmp_path)
    assert refused.value.remedy
