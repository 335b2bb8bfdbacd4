"""The wall board on its way: one look at a time, backing off, the last truth in grey, sound only where it is set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from station.board_window import (
    AGAIN_US,
    DEADLINE_US,
    FIRST_DEADLINE_US,
    LOOK_MAX_MS,
    LOOK_MS,
    NO_ANSWER,
    BoardWindow,
    place,
    screen_numbered,
)
from station.errors import UsageTrouble
from station.packing.effects import Tone
from station.settings import read
from station.ui.board_screen import Call, Truth
from station.ui.words import Words, same
from tests.clocks import START_WALL_US, FakeClock
from tests.ui.boards import bench

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]
TRUTH = Truth(at_us=START_WALL_US, benches=(bench(1, since_us=START_WALL_US),))


class Heard:
    """Sounds that only remember."""

    def __init__(self) -> None:
        self.tones: list[Tone] = []

    @property
    def word(self) -> Words:
        return same("")

    def play(self, tone: Tone) -> None:
        self.tones.append(tone)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def window(clock: FakeClock, heard: Heard, qtbot: QtBot) -> BoardWindow:
    made = BoardWindow(read("[board]\nlouder_after_min = 2\n", file="bench.toml"), clock, heard)
    qtbot.addWidget(made.view)
    made.start()
    return made


def test_one_look_at_a_time(window: BoardWindow) -> None:
    """The next look waits for the answer, then five seconds."""
    assert not window._look.isActive()
    window.told(TRUTH)
    assert (window._look.isActive(), window._look.interval()) == (True, LOOK_MS)
    window.stop()


def test_backing_off(window: BoardWindow) -> None:
    """While the book is gone it is asked ever less often, up to a minute; an answer brings five seconds back."""
    waits = []
    for _ in range(6):
        window.gone("gone")
        waits.append(window._look.interval())
    assert waits == [10_000, 20_000, 40_000, LOOK_MAX_MS, LOOK_MAX_MS, LOOK_MAX_MS]
    window.told(TRUTH)
    assert window._look.interval() == LOOK_MS
    window.stop()


def test_gone_and_back(window: BoardWindow, clock: FakeClock) -> None:
    """Since when is told from the last answer, and stays; what was true then stays too, until the book is back."""
    window.told(TRUTH)
    clock.advance_s(30)
    window.gone("the server cannot be reached")
    clock.advance_s(60)
    window.gone("the server cannot be reached")
    assert (window.screen.gone_us, window.screen.truth) == (START_WALL_US, TRUTH)
    assert window.screen.true_us == START_WALL_US
    window.told(replace(TRUTH, at_us=clock.now().wall_us))
    assert window.screen.gone_us is None
    window.stop()


def test_no_answer_in_time(window: BoardWindow, clock: FakeClock) -> None:
    """A book that hangs counts as gone after its deadline; the first look may take longer."""
    seen = []
    for waits_us in (DEADLINE_US + 1, FIRST_DEADLINE_US):
        clock.advance_us(waits_us)
        window.tick()
        seen.append(window.screen.gone_us)
    assert seen == [None, START_WALL_US]
    window.told(replace(TRUTH, at_us=clock.now().wall_us))
    window._ask()
    clock.advance_us(DEADLINE_US + 1)
    window.tick()
    assert window.screen.why == NO_ANSWER
    window.stop()


def test_sounds(window: BoardWindow, heard: Heard, clock: FakeClock) -> None:
    """A new call sounds once; when nobody came in time, each minute; taken, never again."""
    calling = replace(TRUTH, benches=(bench(1, call=Call(raised_us=START_WALL_US)),))
    window.told(calling)
    clock.advance_s(60)
    window.tick()
    assert heard.tones == [Tone.ATTENTION]
    for _ in range(3):
        clock.advance_us(AGAIN_US)
        window.tick()
        window.tick()
    assert heard.tones == [Tone.ATTENTION] * 4
    window.told(replace(TRUTH, benches=(bench(1, call=Call(raised_us=START_WALL_US, taken_by="P009")),)))
    clock.advance_us(AGAIN_US)
    window.tick()
    assert len(heard.tones) == 4
    window.stop()


def test_which_screen() -> None:
    """Counted from one; a screen that is not there is one sentence with those that are."""
    assert screen_numbered(None) is None
    assert screen_numbered(1) is not None
    with pytest.raises(UsageTrouble, match="no screen 7"):
        screen_numbered(7)


@pytest.mark.parametrize("number", [None, 1])
def test_it_stands_within_its_screen(window: BoardWindow, number: int | None) -> None:
    """As a window no larger than the screen, but never below its smallest size; else over all of it."""
    screen = screen_numbered(1)
    assert screen is not None
    place(window.view, screen_numbered(number), full_screen=False)
    room = screen.availableSize().expandedTo(window.view.minimumSize())
    assert window.view.size() == window.view.size().boundedTo(room)
    place(window.view, screen_numbered(number), full_screen=True)
    assert window.view.geometry().topLeft() == screen.geometry().topLeft()
    assert window.view.size() == screen.geometry().size().expandedTo(window.view.minimumSize())
    window.stop()
