"""What the device bar says of outside anchors, from a real ledger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from station.evidence.ledger import Ledger
from station.exposure_watch import ExposureWatch
from station.home import Home
from station.ui.anchor_words import anchor_view
from station.ui.surroundings import DeviceState, DeviceView
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import cosigned
from tests.evidence.conftest import open_ledger, pack


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    opened = open_ledger(home, clock)
    yield opened
    opened.close()


def test_the_age_of_what_nobody_saw(home: Home, ledger: Ledger, clock: FakeClock, qtbot: QtBot) -> None:
    """Silent at a bench without anchors; then covered, then the age of the oldest entry that is not."""
    parent, awaited = QObject(), [False]
    said: list[DeviceView] = []
    watch = ExposureWatch(home, clock, lambda: awaited[0], parent)
    watch.view.connect(said.append)
    pack(ledger, home)
    watch.look()
    assert said == []
    awaited[0] = True
    clock.advance_s(5)
    watch.look()
    cosigned(ledger, clock)
    watch.look()
    pack(ledger, home, "SO-2")
    clock.advance_s(600)
    watch.look()
    assert said == [anchor_view(5), anchor_view(None), anchor_view(600)]


@pytest.mark.parametrize(
    ("open_s", "zh", "en", "state"),
    [
        (None, "已锚定", "Up to date", DeviceState.NORMAL),
        (-3, "0 秒未锚定", "0 s unanchored", DeviceState.NORMAL),
        (31, "31 秒未锚定", "31 s unanchored", DeviceState.NORMAL),
        (599, "9 分钟未锚定", "9 min unanchored", DeviceState.NORMAL),
        (600, "10 分钟未锚定", "10 min unanchored", DeviceState.WAIT),
        (7300, "2 小时未锚定", "2 h unanchored", DeviceState.WAIT),
        (200_000, "2 天未锚定", "2 d unanchored", DeviceState.WAIT),
    ],
)
def test_words(open_s: int | None, zh: str, en: str, state: DeviceState) -> None:
    """One unit, never rounded up; from ten minutes on it waits, and it is never an alarm."""
    view: DeviceView = anchor_view(open_s)
    assert (view.word.zh, view.word.en, view.state) == (zh, en, state)
