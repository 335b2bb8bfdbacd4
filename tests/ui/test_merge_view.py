"""The review before orders share a waybill: every screen fits in both languages, and every key does what it shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.ui import merge_screen as pages
from station.ui.merge_screen import Aspect, Fate, GoodsView, GroupView, MemberView, MergeScreen
from station.ui.merge_view import MergeView
from station.ui.screen import Verdict
from station.ui.theme import DARK, LIGHT, Palette
from station.ui.widgets.merge_table import TableView, spoken
from station.ui.words import same


def _member(number: str, *, name: str = "张示例", goods: int = 1, message: str = "") -> MemberView:
    texts = (name, "13800000000", "浙江省 杭州市 西湖区 示例路 1 号 3 幢 2 单元 501 室", "11-23 10:00", message, "")
    lines = tuple(
        GoodsView(sku=f"S{at}", name=same("竹制收纳盒 带盖 大号"), variant="原木色", units=2) for at in range(goods)
    )
    return MemberView(order=number, texts=texts, goods=lines)


SAME = GroupView(members=(_member("SO-1"), _member("SO-2", goods=9)))
DOUBTFUL = GroupView(
    members=(_member("2790000000000000001", message="轻放"), _member("2790000000000000002", name="张 示例"))
)
MANY = GroupView(members=tuple(_member(f"SO-1{at}") for at in range(5)))
SEEN = pages.looked(MergeScreen(), (SAME, DOUBTFUL, MANY))


def screens() -> dict[str, MergeScreen]:
    merged = pages.decided(SEEN, SAME.numbers, Fate.MERGED)
    return {
        "starting": MergeScreen(),
        "nothing": pages.looked(MergeScreen(), ()),
        "same": SEEN,
        "doubtful": pages.moved(SEEN, 1),
        "many": pages.scrolled(pages.moved(SEEN, 2), 1),
        "merged": pages.moved(merged, -1),
        "failed": pages.failed(SEEN, "order SO-1 is packing, not ready"),
    }


@pytest.mark.parametrize(
    ("name", "language", "palette"), [(n, lang, p) for n, lang, p in product(screens(), ("zh", "en"), (LIGHT, DARK))]
)
def test_every_screen_fits(name: str, language: str, palette: Palette, qtbot: QtBot) -> None:
    """At 1280 by 800 no text goes below its smallest size, whatever is shown."""
    view = MergeView(language=language, palette=palette)
    qtbot.addWidget(view)
    view.paint_screen(replace(screens()[name], tone=None))
    view.resize(1280, 800)
    assert not view.grab().isNull()
    assert view.ground.misfits == ()


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_F6, "yes"),
        (Qt.Key.Key_F7, "no"),
        (Qt.Key.Key_F2, "undo"),
        (Qt.Key.Key_F10, "back"),
        (Qt.Key.Key_Up, "up"),
        (Qt.Key.Key_Down, "down"),
        (Qt.Key.Key_Left, "left"),
        (Qt.Key.Key_Right, "right"),
    ],
)
def test_keys(key: Qt.Key, command: str, qtbot: QtBot) -> None:
    """Everything has a key, and no key is a letter that a scanned code could type."""
    view = MergeView()
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.keyClick(view, key)
    assert heard.args == [command]


def test_what_is_said_aloud() -> None:
    """Who hears the screen is told what differs, and every order with its goods."""
    view = MergeView()
    said = spoken(TableView(group=DOUBTFUL), view.ground.look)
    assert said.startswith("不同: 收件人")
    assert "2790000000000000002: 张 示例" in said


def test_only_who_gets_it_is_a_doubt() -> None:
    """A note or a cut-off may differ; a name, a telephone or an address that differs is named in the banner."""
    assert (SAME.doubts, DOUBTFUL.doubts) == ((), (Aspect.NAME,))
    assert "收件人" in pages.verdict(pages.moved(SEEN, 1))[2].zh


def test_a_decision_brings_up_the_next_group() -> None:
    """Merged or left, the next open group comes up; with none left the last one stays."""
    first = pages.decided(SEEN, SAME.numbers, Fate.MERGED)
    assert (first.group, first.groups[0].fate) == (DOUBTFUL, Fate.MERGED)
    second = pages.decided(first, DOUBTFUL.numbers, Fate.DECLINED)
    third = pages.decided(second, MANY.numbers, Fate.MERGED)
    assert third.group is not None
    assert third.group.numbers == MANY.numbers
    assert pages.verdict(third)[0] is Verdict.OK


def test_undo_takes_the_last_decision() -> None:
    """The decision on screen, else the last one; taken back, its group is open and on screen."""
    screen = pages.decided(SEEN, SAME.numbers, Fate.MERGED)
    assert screen.to_undo is not None
    assert screen.to_undo.numbers == SAME.numbers
    undone = pages.decided(screen, SAME.numbers, Fate.OPEN)
    assert (undone.group, undone.to_undo) == (SAME, None)


def test_a_scanned_order_brings_its_group_up() -> None:
    """An order of no group is said to be none."""
    found = pages.found(SEEN, "SO-12")
    assert found.group == MANY
    assert pages.verdict(pages.found(SEEN, "SO-99"))[0] is Verdict.ATTENTION


def test_what_was_declined_stays_in_sight() -> None:
    """Looked at anew, a group declined in this sitting can still be taken back."""
    declined = pages.decided(SEEN, SAME.numbers, Fate.DECLINED)
    again = pages.looked(declined, (DOUBTFUL, MANY))
    assert {group.numbers: group.fate for group in again.groups}[SAME.numbers] is Fate.DECLINED
