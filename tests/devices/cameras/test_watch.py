"""Whether pictures are of now: quiet cameras, frozen ones, and those that only need long to begin."""

from __future__ import annotations

from station.devices.cameras.watch import DARK_BELOW, FROZEN_US, SILENT_US, STARTING_US, Watch

SECOND = 1_000_000


def _live(watch: Watch, since_us: int, seconds: int, *, same: bool) -> int:
    """A picture every tenth of a second."""
    for now_us in range(since_us, since_us + seconds * SECOND, SECOND // 10):
        digest = (7 if same else now_us) if watch.wants_digest(now_us) else None
        watch.see(now_us, digest)
    return now_us


def test_a_camera_may_need_long_to_begin() -> None:
    """Before its first picture a camera has more time than afterwards, and not for ever."""
    watch = Watch()
    watch.start(0)
    assert watch.problem(STARTING_US) == ""
    assert watch.problem(STARTING_US + 1) == "silent"


def test_no_pictures_any_more() -> None:
    """Three seconds without a picture are a camera that has stopped; opened anew it has its time again."""
    watch = Watch()
    watch.start(0)
    last_us = _live(watch, 0, 5, same=False)
    assert watch.problem(last_us + SILENT_US) == ""
    assert watch.problem(last_us + SILENT_US + 1) == "silent"
    watch.start(last_us + SILENT_US + 1)
    assert watch.problem(last_us + SILENT_US + 2) == ""


def test_frozen() -> None:
    """Pictures that go on coming but never change are no pictures of now, whatever the camera says."""
    watch = Watch()
    watch.start(0)
    last_us = _live(watch, 0, 9, same=True)
    assert watch.problem(last_us) == ""
    last_us = _live(watch, last_us, 3, same=True)
    assert last_us > FROZEN_US
    assert watch.problem(last_us) == "frozen"


def test_frozen_stays_frozen_until_the_picture_changes() -> None:
    """A restart that brings the same picture again heals nothing; the first other picture does."""
    watch = Watch()
    watch.start(0)
    last_us = _live(watch, 0, 12, same=True)
    watch.start(last_us)
    assert watch.problem(last_us + 1) == ""
    watch.see(last_us + SECOND, 7)
    assert watch.problem(last_us + SECOND) == "frozen"
    watch.start(last_us + 2 * SECOND)
    watch.see(last_us + 3 * SECOND, 8)
    assert watch.problem(last_us + 3 * SECOND) == ""


def test_comparing_is_seldom() -> None:
    """One picture a second is compared, not each."""
    watch = Watch()
    watch.start(0)
    assert watch.wants_digest(0)
    watch.see(0, 1)
    assert not watch.wants_digest(SECOND - 1)
    assert watch.wants_digest(SECOND)


def _looks(watch: Watch, since_us: int, seconds: int, *, brightest: int) -> int:
    for now_us in range(since_us, since_us + seconds * SECOND, SECOND // 10):
        watch.see(now_us, now_us if watch.wants_digest(now_us) else None, brightest)
    return now_us


def test_dark() -> None:
    """Black for three seconds is a covered lens; a hand that passes is none, and the first light ends it."""
    watch = Watch()
    watch.start(0)
    last_us = _looks(watch, 0, 5, brightest=200)
    last_us = _looks(watch, last_us, 2, brightest=DARK_BELOW - 1)
    assert not watch.dark(last_us)
    last_us = _looks(watch, last_us, 3, brightest=DARK_BELOW - 1)
    assert watch.dark(last_us)
    assert watch.problem(last_us) == ""
    last_us = _looks(watch, last_us, 2, brightest=DARK_BELOW)
    assert not watch.dark(last_us)


def test_a_camera_that_is_gone_is_not_called_dark() -> None:
    """What stopped sending pictures is silent, whatever the last one showed."""
    watch = Watch()
    watch.start(0)
    last_us = _looks(watch, 0, 6, brightest=0)
    assert watch.dark(last_us)
    assert (watch.problem(last_us + SILENT_US + 1), watch.dark(last_us + SILENT_US + 1)) == ("silent", False)
