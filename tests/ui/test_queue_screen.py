"""What the queue says above its rows, and what its window does when the order book does not answer."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from station.ui.queue_model import QueueFound, QueueRow
from station.ui.queue_screen import QueueSeen, QueueTrouble, head
from station.ui.queue_view import AGAIN_MS, QueueView
from station.ui.screen import Words
from station.ui.theme import LIGHT
from station.ui.widgets.banner import Loudness
from station.ui.widgets.marks import Mark
from station.ui.words import same

AWAY = QueueTrouble(words=same("no route"), unreachable=True)
BROKEN = QueueTrouble(words=same("schema 0015"), unreachable=False)
ROW = QueueRow(order="SO-1", state=Words(zh="待装", en="Ready"))


@pytest.mark.parametrize(
    ("seen", "mark", "loudness", "said"),
    [
        (QueueSeen(), Mark.WAIT, Loudness.WAIT, "Looking"),
        (QueueSeen(known=True, total=12_000), Mark.SCAN, Loudness.QUIET, "Orders to pack: 12,000"),
        (QueueSeen(known=True, total=3, searched="7"), Mark.SCAN, Loudness.QUIET, "Orders found: 3"),
        (QueueSeen(known=True, searched="7"), Mark.SCAN, Loudness.QUIET, "Nothing found for '7'"),
        (QueueSeen(known=True), Mark.NORMAL, Loudness.QUIET, "No order waits"),
        (QueueSeen(known=True, none_at_all=True), Mark.NORMAL, Loudness.QUIET, "No orders yet"),
        (QueueSeen(total=9, trouble=AWAY), Mark.OFFLINE, Loudness.WAIT, "unreachable"),
        (QueueSeen(trouble=BROKEN), Mark.ATTENTION, Loudness.ATTENTION, "were not read"),
    ],
)
def test_each_state_has_its_words_and_shape(seen: QueueSeen, mark: Mark, loudness: Loudness, said: str) -> None:
    """Waiting, found, nothing, never anything, out of reach and broken are told apart."""
    view = head(seen)
    assert (view.mark, view.loudness) == (mark, loudness)
    assert said in view.headline.en


def test_a_book_out_of_reach_is_asked_again_and_what_was_read_stays(qtbot: QtBot) -> None:
    """Rows of before stay in sight; the question is asked again by itself, and an answer ends the trouble."""
    bench = QWidget()
    view = QueueView(language="en", palette=LIGHT, focus_back=bench)
    qtbot.addWidget(bench)
    qtbot.addWidget(view)
    view.reload()
    view.model.take(QueueFound(search="", first=0, total=1, rows=[ROW]))
    view.fail("no route", unreachable=True)
    table = view.findChild(QTableView)
    assert table is not None
    assert table.isVisibleTo(view)
    with qtbot.waitSignal(view.model.wanted, timeout=2 * AGAIN_MS) as asked:
        view._again.start(0)
    assert asked.args == ["", 0, 100]
    view.model.take(QueueFound(search="", first=0, total=1, rows=[ROW]))
    assert not view._again.isActive()
    view.fail("schema 0015", unreachable=False)
    assert not view._again.isActive(), "what nobody mends by waiting is not asked again"
