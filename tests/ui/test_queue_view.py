"""The queue and the order finder."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from station.ui.queue_view import PAGE, QueueModel, QueueRow, QueueView
from station.ui.screen import Words
from station.ui.theme import LIGHT


class FakeQueue:
    def __init__(self, count: int) -> None:
        self.rows = [QueueRow(order=f"SO-{at:05}", state=Words(zh="待装", en="ready")) for at in range(count)]
        self.read: list[tuple[str, int]] = []

    def count(self, search: str) -> int:
        return len(self._matching(search))

    def page(self, search: str, first: int, size: int) -> Sequence[QueueRow]:
        self.read.append((search, first))
        return self._matching(search)[first : first + size]

    def _matching(self, search: str) -> list[QueueRow]:
        return [row for row in self.rows if search in row.order]


@pytest.fixture
def bench(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def view(qtbot: QtBot, bench: QWidget) -> QueueView:
    made = QueueView(FakeQueue(250), language="en", palette=LIGHT, focus_back=bench)
    qtbot.addWidget(made)
    return made


def test_reads_pages_not_everything(qapp: object) -> None:
    """Looking at a row reads its page once and no other page."""
    source = FakeQueue(1000)
    model = QueueModel(source, "en")
    assert [model.data(model.index(250, column)) for column in (0, 1)] == ["SO-00250", "ready"]
    assert source.read == [("", 2 * PAGE)]


def test_headings_follow_the_language(qapp: object) -> None:
    """Headings and states change with the language."""
    model = QueueModel(FakeQueue(1), "zh")
    model.set_language("en")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Order"
    assert model.data(model.index(0, 1)) == "ready"


def test_search_finds_and_enter_opens_the_only_one(view: QueueView, qtbot: QtBot) -> None:
    """Typing a number and Enter opens the only order that matches."""
    box = view.findChild(QLineEdit)
    assert box is not None
    QTest.keyClicks(box, "00123")
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == ["SO-00123"]


def test_enter_among_many_opens_nothing(view: QueueView, qtbot: QtBot) -> None:
    """With several matches Enter only goes into the list."""
    box, table = view.findChild(QLineEdit), view.findChild(QTableView)
    assert box is not None
    assert table is not None
    with qtbot.assertNotEmitted(view.chosen):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_search_without_a_match_is_empty(view: QueueView) -> None:
    """A search that matches nothing shows an empty table and opens nothing."""
    view.model.search("no such order")
    assert view.model.rowCount() == 0
    assert view.model.order_at(0) is None
