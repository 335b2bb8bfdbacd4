"""The office by keys alone, over a real home: every page does its work, and what it says is so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.choice_sharing import reads
from station.home import Home
from station.office.window import OfficeWindow, Opening
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.people import choose
from station.packing.model import HoldReason
from station.packing.rules import Chosen
from station.personal_log import log_file
from station.settings import load
from station.ui.office.screen import Moment, Page, PaneView, Pictures, TableView
from tests.clocks import FakeClock
from tests.office.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform alone


def _reasons(book: OrderBook, order: str) -> list[str]:
    found = book.order_copy(order)
    assert found is not None
    return [hold.reason for hold in found.holds]


def test_the_office_opens_in_what_who_works_there_reads(
    home: Home, book: OrderBook, clock: FakeClock, qtbot: QtBot
) -> None:
    """Their language and colours, beside the house's first one; a language that is not here is the house's."""
    with writing(book.engine) as connection:
        choose(connection, "P001", "languages", Chosen(what="en", at_us=1))
        choose(connection, "P001", "palettes", Chosen(what="dark", at_us=1))
    assert reads(home, book.people().values(), "P001") == ("en", "dark")
    assert reads(home, book.people().values(), "somebody") == ("", "")
    seen = []
    for language, colours in (("en", "dark"), ("xx", ""), ("", "")):
        window = OfficeWindow(home, load(home), clock, Opening(who="P001", language=language, colours=colours))
        qtbot.addWidget(window.view)
        look = window.view.ground.look
        seen.append((look.language, look.other, look.palette.name))
        window.stop()
    assert seen == [("en", "zh", "dark"), ("zh", "en", "light"), ("zh", "en", "light")]


def test_an_order_is_held_with_a_reason_and_let_go_on(office: Office, book: OrderBook) -> None:
    """F2 asks why, a number answers; the bench would read it. F4 asks once more and releases; both name who did it."""
    assert [row[0] for row in office.rows()] == ["SO-1", "SO-2"]
    office.key(Qt.Key.Key_F2)
    office.type("2")
    office.until(lambda: office.said == "It is on hold")
    assert _reasons(book, "SO-1") == [HoldReason.BY_SUPERVISOR]
    assert [row[0] for row in office.rows()] == ["SO-2"]
    office.key(Qt.Key.Key_F6)
    assert "The address must be checked" in office.beside()
    office.key(Qt.Key.Key_F4)
    office.type("2")
    assert _reasons(book, "SO-1") == [HoldReason.BY_SUPERVISOR]
    office.key(Qt.Key.Key_F4)
    office.type("1")
    office.until(lambda: office.said == "It is released")
    assert _reasons(book, "SO-1") == []


def test_a_hold_needs_a_reason(office: Office, book: OrderBook) -> None:
    """Nothing is no reason: it is said, nothing is done, and Esc gives the question up."""
    office.key(Qt.Key.Key_F2)
    office.type("")
    assert "This cannot be empty" in office.beside()
    office.key(Qt.Key.Key_Escape)
    assert _reasons(book, "SO-1") == []
    assert "SO-1" in office.rows()[0]


def test_what_happened_and_the_recipient_only_when_asked_for(office: Office, home: Home) -> None:
    """A waybill finds the parcel, Enter tells its story masked; F8 wants a reason, records it, and shows the name."""
    office.type("YT3", enter=False)
    assert [row[0] for row in office.rows()] == ["SO-3"]
    office.key(Qt.Key.Key_Return)
    office.until(lambda: "王**" in office.beside())
    office.key(Qt.Key.Key_F8)
    office.type("the buyer calls")
    assert "王示例" in office.beside()
    record = json.loads(log_file(home).read_text(encoding="utf-8"))
    assert (record["who"], record["order"], record["why"]) == ("P001", "SO-3", "the buyer calls")
    office.key(Qt.Key.Key_Escape)
    assert [row[0] for row in office.rows()] == ["SO-3"]


def test_a_hold_stands_in_the_story(office: Office, book: OrderBook) -> None:
    """What the office decided is told with what the benches recorded, by time."""
    book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=5, detail="address", who="P001")
    office.type("SO-1", enter=False)
    office.key(Qt.Key.Key_F3)
    office.until(lambda: isinstance(office.screen.left, PaneView))
    left = office.screen.left
    assert isinstance(left, PaneView)
    told = [(block.words.en, block.detail.en) for block in left.blocks if isinstance(block, Moment)]
    assert told == [("Held by the office", "Held by a supervisor · address · 示例主管")]


def test_names_are_searched_only_when_asked_for(office: Office) -> None:
    """A name is in no index: nothing is found as it is typed, and Enter looks through all orders."""
    office.type("李示", enter=False)
    assert office.rows() == []
    office.key(Qt.Key.Key_Return)
    assert [row[0] for row in office.rows()] == ["SO-2"]


def test_a_table_of_ones_own_is_taught_tried_and_imported(
    office: Office, book: OrderBook, own_table: Path, home: Home
) -> None:
    """Three columns get their meaning, the bad row is named, a dry run changes nothing, the import is remembered."""
    office.page(3)
    office.type(str(own_table))
    office.until(lambda: office.screen.title.en == own_table.name)
    assert "Still needed: the column for Order number" in office.beside()
    for number in ("1", "2", "3"):
        office.key(Qt.Key.Key_F3)
        office.type(number)
        office.key(Qt.Key.Key_Down)
    assert "Ready to import" in office.beside()
    assert "Not usable: 1" in office.beside()
    office.key(Qt.Key.Key_F7)
    office.until(lambda: office.said == "Dry run: 1 row cannot be used")
    assert book.order_copy("A-1") is None
    office.key(Qt.Key.Key_F9)
    office.until(lambda: office.said == "Imported, but for 1 row")
    assert book.order_copy("A-1") is not None
    assert [row[0] for row in office.rows()] == ["3"]
    assert len(list(home.mappings.iterdir())) == 1


def test_a_file_that_is_no_table_says_so(office: Office, tmp_path: Path) -> None:
    """One sentence, and the page goes on."""
    picture = tmp_path / "photo.csv"
    picture.write_bytes(bytes(range(256)) * 10)
    office.page(3)
    office.type(str(picture))
    office.until(lambda: office.said == "Not done")
    office.type(str(tmp_path / "gone.csv"))
    assert office.said in ("Not done", "There is no such file")


def test_a_setting_says_where_it_comes_from_and_is_changed_and_put_back(office: Office, home: Home) -> None:
    """The file's comments stay, what does not fit is refused, and F4 brings the file back to the letter."""
    before = "# by hand\n[packing]\ntolerance_g = 12 # of the big scale\n"
    home.settings_file.write_text(before, encoding="utf-8")
    office.page(7)
    office.type("tolerance_g", enter=False)
    assert office.rows() == [["packing.tolerance_g", "12", "Here, bench.toml:3"]]
    office.key(Qt.Key.Key_F2)
    office.type("many")
    assert office.said == "That does not fit; nothing was changed"
    assert home.settings_file.read_text(encoding="utf-8") == before
    office.type("15")
    assert load(home).packing.tolerance_g == 15
    assert "# of the big scale" in home.settings_file.read_text(encoding="utf-8")
    office.key(Qt.Key.Key_F4)
    assert home.settings_file.read_text(encoding="utf-8") == before


def test_somebody_is_added_and_made_a_supervisor(office: Office, book: OrderBook) -> None:
    """Four answers add a person; rights change after a question; the only supervisor stays one."""
    office.page(6)
    office.key(Qt.Key.Key_F4)
    assert office.said == "The last supervisor stays one: make somebody else one first"
    office.key(Qt.Key.Key_F2)
    for answer in ("赵示例", "w09", "1", "3"):
        office.type(answer)
    office.until(lambda: office.said.startswith("Added"))
    assert book.people()["W09"].name == "赵示例"
    assert book.people()["W09"].language.what == "en"
    office.type("赵", enter=False)
    office.key(Qt.Key.Key_F4)
    office.type("1")
    office.until(lambda: book.people()["W09"].supervisor)
    office.key(Qt.Key.Key_F6)
    office.type("1")
    office.until(lambda: book.people()["W09"].language.what == "")
    assert office.rows()[0][3] == "As the bench"


def test_every_template_is_drawn_at_both_densities(office: Office) -> None:
    """The longest addresses at 203 and 300 dpi; what cannot print says why, and no template is left without either."""
    office.page(5)
    office.type("0x", enter=False)
    for _ in range(12):
        pane = office.screen.right
        assert isinstance(pane, PaneView)
        pictures = [block for block in pane.blocks if isinstance(block, Pictures)]
        assert pictures or "It does not print" in office.beside() or "a sheet of paper" in office.beside()
        assert all(len(each.several) == 2 for each in pictures)
        office.key(Qt.Key.Key_Down)


def test_a_label_s_size_is_never_told_without_its_middle(office: Office) -> None:
    """101.6 × 152.4 is wider than its column on a small screen: in two rows rather than as "101.…52.4"."""
    office.page(5)
    table = office.screen.left
    assert isinstance(table, TableView)
    sizes = [row[1] for row in table.rows if row is not None]
    assert "101.6 × 152.4" in [cell.words.en for cell in sizes]
    assert not any(cell.code for cell in sizes)


def test_the_rail_by_keys(office: Office) -> None:
    """Ctrl and a number, Ctrl and the arrows, F1 for the page that was open, Esc back to it."""
    office.page(7)
    assert office.page_now == Page.SETTINGS
    office.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert office.page_now == Page.DEVICES
    office.key(Qt.Key.Key_F1)
    assert "Connect" not in office.beside()
    left = office.screen.left
    assert isinstance(left, PaneView)
    assert "How to use: Devices" in [block.words.en for block in left.blocks if hasattr(block, "words")]
    office.key(Qt.Key.Key_Escape)
    assert office.page_now == Page.DEVICES


def test_pages_with_their_own_view_are_left_by_the_rail_too(office: Office) -> None:
    """Today and the disputes stand beside the rail; its keys work there as well."""
    for number, page in ((1, Page.TODAY), (4, Page.DISPUTES)):
        office.page(number)
        assert office.page_now == page
        own = office.window._own[page].widget
        assert own.isVisible()
        QTest.keyClick(own, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert office.page_now == Page.ORDERS
        assert not own.isVisible()


def test_a_book_that_is_gone_is_said_once_and_what_was_read_stays(office: Office, book: OrderBook, home: Home) -> None:
    """Without the order book the rows stay, the head says so; F5 brings it back when it is there again."""
    office.window.asking._desk._kept.close()
    book.close()
    database = home.root / "orders.db"
    database.rename(home.root / "away.db")
    database.mkdir()
    office.key(Qt.Key.Key_F5)
    assert office.screen.offline.en
    assert len(office.rows()) == 2
    database.rmdir()
    (home.root / "away.db").rename(database)
    office.key(Qt.Key.Key_F5)
    assert not office.screen.offline.en


def test_what_cannot_be_read_is_not_called_empty(office: Office, book: OrderBook, home: Home) -> None:
    """A page that is first opened while the order book is away says that, not that there is nobody or nothing."""
    office.window.asking._desk._kept.close()
    book.close()
    database = home.root / "orders.db"
    database.rename(home.root / "away.db")
    database.mkdir()
    for number in (3, 6):
        office.page(number)
        left = office.screen.left
        assert isinstance(left, TableView)
        assert left.empty.en == "Order book unreachable"
        assert office.screen.offline.en == "Order book unreachable"
    database.rmdir()
    (home.root / "away.db").rename(database)
    office.key(Qt.Key.Key_F5)
    assert [row[1] for row in office.rows()] == ["示例主管", "示例打包"]
