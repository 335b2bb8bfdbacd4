"""The camera's step: one picture, looked at, and the disk it will take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.setup import machine
from station.setup.effects import (
    TakePicture,
)
from station.setup.values import (
    Answered,
    DeviceWish,
    Ended,
    PictureTaken,
    Step,
)
from tests.setup.asking import AROUND, NO_LINKS, at

PICTURE = PictureTaken(file="/tmp/x.jpg", width=1280, height=720, free_gb=500)
LOOKED_AT = (NO_LINKS, "typed", "rtsp://192.168.1.9/1", PICTURE, "yes")


def test_camera() -> None:
    """A picture that a person can read, filmed parcels and how long their video is kept."""
    _, effects = at(Step.CAMERA, *LOOKED_AT[:3])
    assert TakePicture(link="rtsp://192.168.1.9/1") in effects
    setup, _ = at(Step.CAMERA, *LOOKED_AT, "film", "500", "90")
    assert setup.outcomes[Step.CAMERA].ended is Ended.PASSED
    device = setup.wish.device("camera")
    assert device is not None
    assert (device.photos_only, setup.wish.video_days, setup.wish.budget_gb) == (False, 90, 230)
    assert "500 parcels a day: about 2.3 GB; video kept 90 days" in setup.outcomes[Step.CAMERA].facts


def test_photos_alone() -> None:
    """Without video nothing is asked about its days, and bench.toml's own stay."""
    setup, _ = at(Step.CAMERA, *LOOKED_AT, "photos", "500")
    device = setup.wish.device("camera")
    assert device is not None
    assert (device.photos_only, setup.wish.video_days, setup.wish.budget_gb) == (True, 0, 0)


def test_more_than_the_disk_has() -> None:
    """Days that do not fit are told with both figures, and asked again."""
    setup, _ = at(Step.CAMERA, *LOOKED_AT, "film", "5000", "180")
    assert setup.step is Step.CAMERA
    assert setup.told is not None
    assert "500 are free" in setup.told.words.en
    setup, _ = machine.take(setup, Answered(value="20"), 7)
    assert setup.outcomes[Step.CAMERA].ended is Ended.PASSED


@pytest.mark.parametrize("answers", [("0",), ("many",), ("-5",), ("123456",), ("500", "0"), ("500", "ever")])
def test_figures_that_are_none(answers: tuple[str, ...]) -> None:
    """A sentence, and the same question."""
    setup, effects = at(Step.CAMERA, *LOOKED_AT, "film", *answers)
    assert (setup.step, effects) == (Step.CAMERA, ())
    assert setup.told is not None
    assert "whole number" in setup.told.words.en


@pytest.mark.parametrize("link", ["rtsp:", "rtsp://", "tcp:127.0.0.1:1", "synthetic:x", "nonsense"])
def test_no_camera_address(link: str) -> None:
    """Refused before anything is opened."""
    setup, effects = at(Step.CAMERA, NO_LINKS, "typed", link)
    assert (setup.step, effects) == (Step.CAMERA, ())
    assert setup.told is not None


def test_a_password_is_not_shown() -> None:
    """What stands in bench.toml already is offered without the name and the password in it."""
    present = DeviceWish(kind="camera", name="box", link="http://admin:secret@192.168.1.9/video")
    setup, _ = at(Step.CAMERA, NO_LINKS, around=replace(AROUND, devices=(present,)))
    assert not [one for one in machine.question(setup).choices if "secret" in one.note + one.words.en]
    _, effects = machine.take(setup, Answered(value=present.link), 7)
    assert TakePicture(link=present.link) in effects
