"""Between the host and a window: screens, the device bar and the log of scans, as values."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from station.bench import Outcome
from station.orders.help_calls import HelpCall
from station.packing.inputs import Command, DeviceKind, LinkReport, MediaReport, PrintState
from station.packing.media import MediaRoom
from station.packing.media_events import MediaRoomChanged, VideoEnded, VideoGap
from station.presenter import Presenter
from station.ui.screen import Screen, Verdict
from station.ui.surroundings import DeviceState, DeviceView
from station.ui.words import Words
from tests.clocks import FakeClock
from tests.packing.playbook import EAN, NUMBER, OTHER_EAN, Playbook

KINDS = (("gun", DeviceKind.SCANNER), ("zebra", DeviceKind.PRINTER))
WITH_CAMERA = (*KINDS, ("eye", DeviceKind.CAMERA))
MEDIA = Path("/media/of/the/home")


class TheatreHost(QObject):
    """A host whose bench is a playbook: what it records is shown at once."""

    shown = Signal(object)
    not_recorded = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.bench = Playbook()

    def play(self, act: str, *said: object) -> None:
        getattr(self.bench, act)(*said)
        self.shown.emit(Outcome(input=None, job=self.bench.job, events=self.bench.events, seq=0))


class Stage:
    def __init__(self, clock: FakeClock, kinds: tuple[tuple[str, DeviceKind], ...] = KINDS) -> None:
        self.host = TheatreHost()
        self.screens: list[Screen] = []
        self.devices: list[tuple[DeviceView, ...]] = []
        self.presenter = Presenter(self.host, clock, MEDIA, kinds)  # type: ignore[arg-type]
        self.presenter.screen.connect(self.screens.append)
        self.presenter.devices.connect(self.devices.append)


@pytest.fixture
def stage(clock: FakeClock, qapp: object) -> Stage:
    return Stage(clock)


def test_log_of_scans(stage: Stage, clock: FakeClock) -> None:
    """Each scan is one row, the newest on top, refused ones marked; another order begins a new log."""
    stage.host.play("opens")
    stage.host.play("scans", EAN)
    clock.advance_s(2)
    stage.host.play("scans", OTHER_EAN)
    rows = stage.screens[-1].scans
    assert [(row.ok, row.code) for row in rows] == [(False, OTHER_EAN), (True, EAN)]
    assert rows[0].at_us - rows[1].at_us == 2_000_000
    assert rows[1].what.en == "Mug"
    stage.host.play("presses", Command.CLEAR)
    stage.host.play("presses", Command.HOLD)
    stage.host.play("opens")
    assert stage.screens[-1].scans == ()


def test_opened_since(stage: Stage, clock: FakeClock) -> None:
    """The screen knows since when the order is open, for the clock beside it."""
    stage.host.play("opens")
    opened = clock.now().wall_us
    clock.advance_s(9)
    stage.host.play("scans", EAN)
    assert stage.screens[-1].opened_us == opened


def test_device_bar(stage: Stage) -> None:
    """A device is lost until it says that it is there; what it says is put into words."""
    stage.presenter.show_all()
    assert [view.state for view in stage.devices[-1]] == [DeviceState.ATTENTION] * 2
    ready = LinkReport(device="zebra", kind=DeviceKind.PRINTER, up=True, word="ready")
    stage.host.play("says", ready)
    assert stage.devices[-1][1].state == "normal"
    stage.host.play("says", LinkReport(device="zebra", kind=DeviceKind.PRINTER, up=False, word="silent"))
    assert stage.devices[-1][1].state is DeviceState.ATTENTION
    assert stage.devices[-1][1].word.en == "No answer: check power and cable"


def test_a_scanner_in_its_own_words(stage: Stage) -> None:
    """A scanner that is missing is called a scanner, not a printer."""
    stage.host.play("says", LinkReport(device="gun", kind=DeviceKind.SCANNER, up=False, word="not_found"))
    view = next(view for view in stage.devices[-1] if view.kind == "scanner")
    assert (view.word.en, view.state) == ("Scanner not found: check its cable", DeviceState.ATTENTION)


def test_order_book_away_is_no_alarm(stage: Stage) -> None:
    """An order book that is away is shown as local work, not as a fault."""
    stage.host.play("says", LinkReport(device="order book", kind=DeviceKind.ORDER_BOOK, up=False, word="x"))
    assert stage.devices[-1][-1].state is DeviceState.WAIT


def test_picture_of_the_label(stage: Stage) -> None:
    """The label's picture is found in the home's media."""
    stage.host.bench.requested()
    stage.host.play("printer_says", PrintState.SENT)
    assert stage.screens[-1].label_picture == str(MEDIA / ("ab" * 32))


def test_the_code_of_the_other_language(stage: Stage) -> None:
    """A scanned language code reaches the window; it is nothing to the bench."""
    switched: list[bool] = []
    stage.presenter.language.connect(lambda: switched.append(True))
    stage.host.play("presses", Command.LANGUAGE)
    assert switched == [True]


def _camera(stage: Stage) -> DeviceView:
    return next(view for view in stage.devices[-1] if view.kind == "camera")


def test_a_camera_in_the_bar(clock: FakeClock, qapp: object) -> None:
    """It says that it films, that the disk has no room for video, and that it is gone."""
    stage = Stage(clock, WITH_CAMERA)
    ready = LinkReport(device="eye", kind=DeviceKind.CAMERA, up=True, word="ready")
    stage.host.bench.rules = replace(stage.host.bench.rules, video=("eye",))
    stage.host.play("says", ready)
    assert _camera(stage).word.en == "Ready"
    stage.host.play("opens")
    assert _camera(stage).word.en == "Recording"
    stage.host.play("says", MediaReport(said=VideoEnded(order=NUMBER, camera="eye")))
    assert _camera(stage).word.en == "Ready"
    stage.host.play("says", MediaReport(said=MediaRoomChanged(room=MediaRoom.PHOTOS, used_mb=1, free_mb=1)))
    assert (_camera(stage).word.en, _camera(stage).state) == ("Disk full: photos only", DeviceState.ATTENTION)
    stage.host.play("says", replace(ready, up=False, word="stale"))
    assert _camera(stage).state is DeviceState.ATTENTION


def test_pictures_leave_the_verdict_alone(stage: Stage) -> None:
    """What comes by itself after an accepted scan neither changes the headline nor sounds; a gap is a quiet word."""
    stage.host.play("opens")
    stage.host.play("scans", EAN)
    told = stage.screens[-1]
    stage.host.play("says", MediaReport(said=VideoEnded(order=NUMBER, camera="eye")))
    assert (stage.screens[-1].headline, stage.screens[-1].tone) == (told.headline, None)
    gap = VideoGap(order=NUMBER, camera="eye", from_us=0, to_us=0, why="no_picture")
    stage.host.play("says", MediaReport(said=gap))
    assert stage.screens[-1].headline == told.headline
    assert "gap in the video" in stage.screens[-1].detail.en


def test_a_lost_camera_is_no_headline_over_its_photo(stage: Stage) -> None:
    """When a camera went and then its photo did not come, the headline says again what is to be done."""
    stage.host.play("opens")
    stage.host.play("says", LinkReport(device="eye", kind=DeviceKind.CAMERA, up=False, word="lost"))
    assert (stage.screens[-1].headline.en, stage.screens[-1].verdict) == ("Check: Camera", Verdict.ATTENTION)
    gap = VideoGap(order=NUMBER, camera="eye", from_us=0, to_us=0, why="no_picture")
    stage.host.play("says", MediaReport(said=gap))
    assert "Camera" not in stage.screens[-1].headline.en
    assert "gap in the video" in stage.screens[-1].detail.en


def test_devices_that_come_are_no_news_while_nothing_is_open(stage: Stage) -> None:
    """At start the banner asks for an order; with one open a device goes by its kind, never by its name in settings."""
    ready = LinkReport(device="gun", kind=DeviceKind.SCANNER, up=True, word="ready")
    stage.host.play("says", ready)
    assert stage.screens[-1].headline.en == "Scan an order"
    stage.host.play("opens")
    stage.host.play("says", replace(ready, up=False, word="lost"))
    assert stage.screens[-1].headline.zh == "检查扫码枪"
    stage.host.play("says", ready)
    assert stage.screens[-1].headline.zh == "扫码枪：就绪"


def test_a_refused_command_has_no_code_in_the_log(stage: Stage) -> None:
    """What the program calls a command is no word for people."""
    stage.host.play("opens")
    stage.host.play("scans", OTHER_EAN)
    stage.host.play("presses", Command.YES)
    assert [row.code for row in stage.screens[-1].scans] == ["", OTHER_EAN]


def test_what_a_stop_refused_meanwhile_is_marked(stage: Stage) -> None:
    """A scan that a stopped bench did not take stands in the log as late: it is not what the bench stopped for."""
    stage.host.play("opens")
    stage.host.play("scans", OTHER_EAN)
    stage.host.play("scans", EAN)
    assert [(row.code, row.late) for row in stage.screens[-1].scans] == [(EAN, True), (OTHER_EAN, False)]


def test_a_refusal_in_the_log_is_a_whole_sentence(stage: Stage) -> None:
    """Its reason ends in what was refused for, not in a colon with nothing after it."""
    stage.host.play("opens")
    stage.host.play("presses", Command.SHORT)
    assert stage.screens[-1].scans[0].what == Words(
        zh="不允许：箱里还没有东西", en="Not allowed: nothing is in the box yet"
    )


def test_a_call_for_help_in_the_device_bar(stage: Stage) -> None:
    """Called and nobody yet, then who comes, by the name of this bench's screens; ended, it is gone."""
    call = HelpCall(
        id=1,
        bench="B01",
        packer="P001",
        order_no=None,
        raised_us=1,
        taken_us=None,
        taken_by="",
        ended_us=None,
        ended_by="",
    )
    stage.presenter.show_call(call)
    (waits,) = [view for view in stage.presenter.views if view.kind == "help"]
    assert (waits.word.en, waits.state) == ("Called, nobody yet", DeviceState.WAIT)
    stage.presenter.show_call(replace(call, taken_us=2, taken_by="Wu Example"))
    (comes,) = [view for view in stage.presenter.views if view.kind == "help"]
    assert (comes.word.en, comes.state) == ("Wu Example is coming", DeviceState.NORMAL)
    stage.presenter.show_call(None)
    assert not [view for view in stage.presenter.views if view.kind == "help"]


def test_what_waits_to_be_erased_is_a_supervisors_to_see(stage: Stage) -> None:
    """In the device bar of a bench where one is signed in, and gone when it is done or the bench is left."""

    def seen() -> list[tuple[str, str, DeviceState]]:
        return [(one.word.zh, one.word.en, one.state) for one in stage.devices[-1] if one.kind == "erasing"]

    stage.presenter.show_erasing(2, False)
    assert seen() == []
    stage.host.play("shows_badge", "9")
    assert seen() == [("2 单待删", "2 to erase", DeviceState.WAIT)]
    stage.host.play("presses", Command.LOCK)
    assert seen() == []
    stage.host.play("shows_badge", "9")
    stage.presenter.show_erasing(0, True)
    assert seen() == [("关程序时清完", "done when closed", DeviceState.WAIT)]
    stage.presenter.show_erasing(0, False)
    assert seen() == []
    stage.presenter.show_erasing(1, False)
    assert seen() == [("1 单待删", "1 to erase", DeviceState.WAIT)]
    stage.host.play("shows_badge", "7")
    assert seen() == []
