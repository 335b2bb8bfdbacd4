"""What the device bar says of entries that are not at the order book."""

from __future__ import annotations

import pytest

from station.packing.inputs import DeviceKind
from station.ui.device_words import device_view
from station.ui.relay_words import beside_link, in_cell, leave_on, relay_view
from station.ui.surroundings import DeviceState
from station.ui.widgets.device_bar import cut_off

SCANNER = device_view(DeviceKind.SCANNER, up=True, word="")
AWAY = device_view(DeviceKind.ORDER_BOOK, up=False, word="")
BACK = device_view(DeviceKind.ORDER_BOOK, up=True, word="")


@pytest.mark.parametrize(
    ("waiting", "age_s", "aside", "forked", "en", "zh"),
    [
        (12, 720, 0, False, "12 not sent, oldest 12 min", "12 条未送，最早 12 分钟前"),
        (5_000, 7_300, 0, False, "5,000 not sent, oldest 2 h", "5,000 条未送，最早 2 小时前"),
        (12, 720, 3, False, "3 entries set aside", "3 条搁置"),
        (12, 720, 3, True, "Record differs", "记录不一致"),
    ],
)
def test_the_gravest_is_said(waiting: int, age_s: int, aside: int, forked: bool, en: str, zh: str) -> None:
    """A record that the book contradicts before entries in vain, those before a backlog."""
    view = relay_view(waiting, age_s, aside=aside, forked=forked)
    assert view is not None
    assert (view.word.en, view.word.zh, view.state) == (en, zh, DeviceState.ATTENTION)


def test_what_is_on_its_way_is_no_news() -> None:
    """Nothing for entries of some seconds, nor where none waits."""
    assert relay_view(3, 9) is None
    assert relay_view(0, 0) is None


def test_one_place_in_the_bar() -> None:
    """It takes the order book's place; a line that is down stays told as down."""
    behind = relay_view(12, 720)
    assert beside_link((SCANNER, BACK), None) == (SCANNER, BACK)
    assert beside_link((SCANNER,), behind) == (SCANNER, behind)
    (_, down), (_, up) = beside_link((SCANNER, AWAY), behind), beside_link((SCANNER, BACK), behind)
    assert behind is not None
    assert down.word == up.word == behind.word
    assert (cut_off((down,)), cut_off((up,))) == (True, False)


def test_who_signs_out_is_told() -> None:
    """Only while entries are at this computer alone."""
    told = leave_on(beside_link((AWAY,), relay_view(12, 720)))
    assert told is not None
    assert told.en == "Leave this computer on: 12 not sent, oldest 12 min"
    assert leave_on((AWAY,)) is None
    assert leave_on(beside_link((AWAY,), relay_view(0, 0, aside=2))) is None


def test_a_cell_of_all_benches() -> None:
    """The same, in as few words as a table has room for."""
    short = [in_cell(9, aside=2, forked=True), in_cell(9, aside=2, forked=False), in_cell(9, aside=0, forked=False)]
    assert [words and words.en for words in short] == ["differs", "aside: 2", "late: 9"]
    assert in_cell(0, aside=0, forked=False) is None
