"""The dispute desk on its way: keys and text to a real order book on the desk's thread, its answers to the screen."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.dispute_desk import DisputeDesk
from station.dispute_window import DisputeWindow, connect
from station.home import Home
from station.orders.deadline_rules import load_deadline_rules
from station.orders.dispute_kinds import DisputeKind
from station.orders.disputes import Folder, Notice, Outcome, folder_of, open_dispute
from station.orders.orderbook import OrderBook
from station.reports.channel_output import free_name
from station.settings import config_dir, read
from station.ui.dispute_screen import Mark, Urgency
from station.ui.screen import Verdict
from tests.clocks import FakeClock
from tests.orders.parcels_made import put_sealed

HOUR_US = 3_600_000_000


@pytest.fixture
def book(home: Home, clock: FakeClock) -> Iterator[OrderBook]:
    """SO-1 in dispute and late, SO-2 and SO-3 sealed."""
    home.root.mkdir(parents=True)
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    for number in (1, 2, 3):
        put_sealed(made, f"SO-{number}", f"YT{number}", phone=f"1380000000{number}", name="张示例")
    now_us = clock.now().wall_us
    notice = Notice(order="SO-1", kind=DisputeKind.DAMAGED, start_us=now_us - 100 * HOUR_US, channel="alibaba")
    open_dispute(made, notice, who="客服 1", now_us=now_us)
    yield made
    made.close()


@pytest.fixture
def window(home: Home, book: OrderBook, clock: FakeClock, qtbot: QtBot) -> Iterator[DisputeWindow]:
    settings = read(f'[bench]\norderbook = "sqlite:///{home.root / "orders.db"}"\n', file="bench.toml")
    made = DisputeWindow(home, settings, clock)
    qtbot.addWidget(made.view)
    desk, thread = DisputeDesk(home, settings, clock, who="P007"), QThread()
    desk.moveToThread(thread)
    thread.finished.connect(desk.finish)
    connect(made, desk)
    thread.start()
    made.start()
    qtbot.waitUntil(lambda: made.screen.folder is not None)
    yield made
    made.stop()
    thread.quit()
    assert thread.wait(10_000)


def _folder(home: Home, book: OrderBook, dispute: int) -> Folder:
    return folder_of(book, dispute, load_deadline_rules(home, config_dir(), now_us=1))


def _press(window: DisputeWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.view.line, key)


def _type(window: DisputeWindow, *answers: str) -> None:
    for answer in answers:
        window.view.line.setText(answer)
        _press(window, Qt.Key.Key_Return)


def _done(window: DisputeWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.screen.form is None and window.screen.word is not None)


def test_what_it_opens_with(window: DisputeWindow) -> None:
    """The late one stands at the top with its folder beside it, its parcel, what is missing and whom to ask."""
    assert window.screen.count(Urgency.LATE) == 1
    folder = window.screen.folder
    assert folder is not None
    assert (folder.row.order, folder.parcels[0].waybill, folder.missing) == ("SO-1", "YT1", 2)
    assert folder.advice.en.startswith("Ask the carrier")
    assert {check.mark for check in folder.checks} == {Mark.MISSING, Mark.HELPS}


def test_from_a_phones_tail_to_a_new_dispute(window: DisputeWindow, home: Home, book: OrderBook, qtbot: QtBot) -> None:
    """Four digits find the parcel, its buyer masked; F7 opens a dispute of it, and its folder comes up."""
    _type(window, "0002")
    qtbot.waitUntil(lambda: window.screen.found is not None)
    parcel = window.screen.parcel
    assert parcel is not None
    assert (parcel.order, parcel.name, parcel.phone) == ("SO-2", "张**", "138******02")
    _press(window, Qt.Key.Key_F7)
    assert window.view.line.text() == "SO-2"
    _type(window, "SO-2", "4", "taobao", "")
    _done(window, qtbot)
    qtbot.waitUntil(lambda: window.screen.folder is not None and window.screen.folder.row.order == "SO-2")
    assert len(window.screen.rows) == 2
    dispute = _folder(home, book, 2).dispute
    assert (dispute.kind, dispute.channel, dispute.case.opened_by) == (DisputeKind.DAMAGED, "taobao", "P007")


def test_attached_submitted_closed(
    window: DisputeWindow, home: Home, book: OrderBook, qtbot: QtBot, tmp_path: Path
) -> None:
    """A paper, a submission with the very file's hash, an end with money: each is in the book, and said."""
    chat, package = tmp_path / "聊天 1.txt", tmp_path / "case.zip"
    chat.write_text("少了一件", "utf-8")
    package.write_bytes(b"PK" * 1000)
    _press(window, Qt.Key.Key_F2)
    _type(window, "correspondence", f"'{chat}'")
    _done(window, qtbot)
    _press(window, Qt.Key.Key_F4)
    assert window.view.line.text() == "alibaba"
    _type(window, "alibaba", str(package))
    _done(window, qtbot)
    assert window.screen.word is not None
    assert "still missing: 2" in window.screen.word[2].en
    _press(window, Qt.Key.Key_F6)
    _type(window, "2", "12.34")
    _done(window, qtbot)
    folder = _folder(home, book, 1)
    assert [paper.name for paper in folder.papers] == ["聊天 1.txt"]
    assert [sent.sha256 for sent in folder.submissions] == [hashlib.sha256(b"PK" * 1000).hexdigest()]
    assert (folder.dispute.outcome, folder.dispute.paid_back) == (Outcome.LOST, 1234)
    qtbot.waitUntil(lambda: window.screen.rows == ())


def test_what_cannot_be_is_said(window: DisputeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """A file that is not there, an order nobody knows: a sentence, and the question stays open."""
    _press(window, Qt.Key.Key_F2)
    _type(window, "1", str(tmp_path / "none.pdf"))
    qtbot.waitUntil(lambda: window.screen.word is not None)
    assert window.screen.word is not None
    assert "cannot be read" in window.screen.word[2].en
    form = window.screen.form
    assert form is not None
    assert form.question is not None
    for _ in range(2):
        _press(window, Qt.Key.Key_Escape)
    assert window.screen.form is None
    _press(window, Qt.Key.Key_F7)
    _type(window, "SO-77", "1", "", "")
    qtbot.waitUntil(lambda: window.screen.word is not None)
    assert window.screen.word is not None
    assert "there is no order SO-77" in window.screen.word[2].en


def test_nothing_found(window: DisputeWindow, qtbot: QtBot) -> None:
    """A search without an answer leaves the list and says what can be looked for."""
    _type(window, "no such thing")
    qtbot.waitUntil(lambda: window.screen.word is not None)
    assert window.screen.word is not None
    assert window.screen.word[0] is Verdict.ATTENTION
    assert window.screen.found is None


def test_closed_ones_on_demand(window: DisputeWindow, home: Home, book: OrderBook, qtbot: QtBot) -> None:
    """F8 shows those that ended, too; again, the open ones only."""
    _press(window, Qt.Key.Key_F6)
    _type(window, "1", "")
    _done(window, qtbot)
    qtbot.waitUntil(lambda: window.screen.rows == ())
    _press(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: len(window.screen.rows) == 1)
    assert window.screen.rows[0].urgency(window.screen.now_us) is Urgency.CLOSED
    _press(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: window.screen.rows == ())


def test_the_export_is_a_program_beside_it(window: DisputeWindow, home: Home, qtbot: QtBot) -> None:
    """F3 starts the verb; a home without a ledger cannot export, the screen says why, and can be used meanwhile."""
    _press(window, Qt.Key.Key_F3)
    _press(window, Qt.Key.Key_Return)
    assert window.screen.working is not None
    _press(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.screen.working is None, timeout=30_000)
    assert window.screen.word is not None
    assert window.screen.word[0] is Verdict.ATTENTION
    assert window.screen.word[2].en


def test_an_export_that_worked_is_offered_for_submission(
    window: DisputeWindow, home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that was exported stands in the line when the submission asks for it."""
    program = tmp_path / "exports"
    program.write_text('#!/bin/sh\necho "{}"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    _press(window, Qt.Key.Key_F3)
    _press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.screen.working is None)
    assert window.screen.word is not None
    assert window.screen.word[0] is Verdict.OK
    _press(window, Qt.Key.Key_F4)
    _type(window, "alibaba")
    assert window.view.line.text() == str(home.root / "disputes" / "dispute-1-1.zip")


def test_a_program_that_does_not_start(
    window: DisputeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export whose program is not there is said, and the next may be tried."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    _press(window, Qt.Key.Key_F3)
    _press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.screen.word is not None)
    assert window.screen.word is not None
    assert "cannot be started" in window.screen.word[2].en


def test_what_followed_is_linked(window: DisputeWindow, home: Home, book: OrderBook, qtbot: QtBot) -> None:
    """F9 links the order that was sent instead; one that nobody knows is refused, and can be typed otherwise."""
    _press(window, Qt.Key.Key_F9)
    _type(window, "1", "SO-404")
    qtbot.waitUntil(lambda: window.screen.word is not None)
    assert window.screen.word is not None
    assert "no order SO-404" in window.screen.word[2].en
    _type(window, "SO-2")
    _done(window, qtbot)
    assert [(each.kind, each.value) for each in _folder(home, book, 1).links] == [("reshipment", "SO-2")]


def test_the_profile_is_chosen(
    window: DisputeWindow, home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F3 offers the channel's profile, Enter takes it; a number takes another; papers left out are told."""
    program = tmp_path / "exports"
    told = '{"papers": [{"id": 3, "files": [], "searched": true}, {"files": ["a.jpg"], "searched": false}]}'
    program.write_text(f"#!/bin/sh\necho \"$@\" >> {tmp_path}/asked\necho '{told}'\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    _press(window, Qt.Key.Key_F3)
    assert window.view.line.text() == "alibaba"
    _press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.screen.working is None)
    assert window.screen.word is not None
    assert "Left out, paper 3" in window.screen.word[2].en
    _press(window, Qt.Key.Key_F3)
    _type(window, "5")
    qtbot.waitUntil(lambda: window.screen.working is None)
    asked = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert [line.split("--profile ")[1] for line in asked] == ["alibaba 1", "paypal 1"]


def test_leaving_the_question_exports_nothing(window: DisputeWindow, home: Home) -> None:
    """Escape at the profile's question: the desk as it was."""
    _press(window, Qt.Key.Key_F3)
    _press(window, Qt.Key.Key_Escape)
    assert window.screen.form is None
    assert window.screen.working is None
    assert not (home.root / "disputes").exists()


def test_an_export_never_takes_a_name_again(tmp_path: Path) -> None:
    """What was submitted stays as it was: the next export gets the next number."""
    first = free_name(tmp_path / "disputes", 7)
    first.write_bytes(b"")
    assert (first.name, free_name(tmp_path / "disputes", 7).name) == ("dispute-7-1.zip", "dispute-7-2.zip")


def test_a_book_that_does_not_answer(home: Home, clock: FakeClock, qtbot: QtBot) -> None:
    """An order book out of reach is said in the banner; what was read before stays."""
    settings = read('[bench]\norderbook = "postgresql+psycopg://nobody@127.0.0.1:1/none"\n', file="bench.toml")
    window = DisputeWindow(home, settings, clock)
    qtbot.addWidget(window.view)
    desk = DisputeDesk(home, settings, clock, who="P007")
    connect(window, desk)
    window.start()
    assert window.screen.offline
    window.stop()
    desk.finish()
