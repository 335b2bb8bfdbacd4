"""The queue and the order finder."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from station.ui.queue_model import PAGE, QueueFound, QueueModel, QueueRow
from station.ui.queue_view import QueueView
from station.ui.screen import Words
from station.ui.theme import LIGHT
from station.ui.widgets.band import Band
from station.ui.widgets.marks import Mark


class FakeQueue:
    """Answers at once, or only when it is told to."""

    def __init__(self, count: int, model: QueueModel, *, waits: bool = False) -> None:
        self.rows = [QueueRow(order=f"SO-{at:05}", state=Words(zh="待装", en="ready")) for at in range(count)]
        self.read: list[tuple[str, int]] = []
        self._model = model
        model.wanted.connect(
            self._wanted if not waits else lambda search, first, _size: self.read.append((search, first))
        )

    def answer(self, search: str, first: int) -> None:
        found = self._matching(search)
        rows = found[first : first + PAGE]
        self._model.take(QueueFound(search=search, first=first, total=len(found), rows=rows))

    def _wanted(self, search: str, first: int, size: int) -> None:
        assert size == PAGE
        self.read.append((search, first))
        self.answer(search, first)

    def _matching(self, search: str) -> list[QueueRow]:
        return [row for row in self.rows if search in row.order]


class Dressed(QObject):
    """How often a widget was given a style."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.StyleChange
        return False


@pytest.fixture
def bench(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def view(qtbot: QtBot, bench: QWidget) -> QueueView:
    made = QueueView(language="en", palette=LIGHT, focus_back=bench)
    qtbot.addWidget(made)
    queue = FakeQueue(250, made.model)
    made.reload()
    assert queue.read == [("", 0)]
    made.setProperty("queue", queue)
    return made


def test_reads_pages_not_everything(qapp: object) -> None:
    """Looking at a row reads its page once and no other page."""
    model = QueueModel("en")
    source = FakeQueue(1000, model)
    model.search("")
    assert [model.data(model.index(250, column)) for column in (0, 1)] == [None, "ready"]
    assert model.order_at(250) == "SO-00250"
    assert source.read == [("", 0), ("", 2 * PAGE)]


def test_an_answer_to_an_old_question_is_none(qapp: object) -> None:
    """Rows of what is no longer searched for are dropped, and what is shown stays until the right ones come."""
    model = QueueModel("en")
    source = FakeQueue(1000, model, waits=True)
    model.search("")
    source.answer("", 0)
    model.search("00012")
    source.answer("", PAGE)
    source.answer("0001", 0)
    assert (model.rowCount(), model.known) == (1000, False)
    source.answer("00012", 0)
    assert (model.rowCount(), model.known) == (1, True)


def test_headings_follow_the_language(qapp: object) -> None:
    """Headings and states change with the language."""
    model = QueueModel("zh")
    queue = FakeQueue(1, model)
    model.search("")
    assert queue.read == [("", 0)]
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


def test_down_goes_from_what_is_typed_to_the_first_row(view: QueueView) -> None:
    """The head says that up and down choose: also before Enter."""
    box, table = view.findChild(QLineEdit), view.findChild(QTableView)
    assert box is not None
    assert table is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_search_without_a_match_is_empty(view: QueueView) -> None:
    """A search that matches nothing shows an empty table and opens nothing."""
    view.model.search("no such order")
    assert view.model.rowCount() == 0
    assert view.model.order_at(0) is None


def test_a_list_without_rows_shows_the_sign_of_its_banner(qtbot: QtBot, bench: QWidget) -> None:
    """Waiting, out of reach, empty: something is drawn where rows would be."""
    view = QueueView(language="en", palette=LIGHT, focus_back=bench)
    qtbot.addWidget(view)
    empty = view.findChild(QWidget, "list")
    assert isinstance(empty, Band)
    assert (empty.isVisibleTo(view), empty.view) == (True, Mark.WAIT)
    view.fail("x", unreachable=True)
    assert (empty.isVisibleTo(view), empty.view) == (True, Mark.OFFLINE)
    queue = FakeQueue(250, view.model)
    view.show_search("nothing like it")
    assert (empty.isVisibleTo(view), empty.view) == (True, Mark.SCAN)
    view.show_search("")
    assert not empty.isVisibleTo(view)
    assert [search for search, _ in queue.read] == ["nothing like it", ""]


def test_what_happened_is_asked_for_by_key(view: QueueView, qtbot: QtBot) -> None:
    """F7 asks for the story of the chosen order, and the finder stays open."""
    table = view.findChild(QTableView)
    assert table is not None
    table.selectRow(3)
    with qtbot.waitSignal(view.story_asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_F7)
    assert asked.args == ["SO-00003"]


def test_a_page_that_comes_while_scrolling_dresses_nothing_anew(view: QueueView) -> None:
    """Rows that come are painted; colours, letters and headings are set when the look changes, not then."""
    table = view.findChild(QTableView)
    assert table is not None
    dressed = Dressed(table.horizontalHeader())
    for row in (150, 240):
        assert view.model.order_at(row) is None
        assert view.model.order_at(row) == f"SO-{row:05}"
    assert dressed.times == 0
    view.ground.set_language("zh")
    assert dressed.times > 0
