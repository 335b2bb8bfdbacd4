"""An office over a real order book on SQLite, its desk on its own thread, and keys to type with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.clock import Clock
from station.home import Home
from station.office.window import OfficeWindow, Opening
from station.orders.orderbook import OrderBook
from station.settings import load
from station.ui.office.screen import Heading, Line, OfficeScreen, PaneView, TableView
from tests.clocks import FakeClock
from tests.orders.conftest import put_order
from tests.orders.parcels_made import put_sealed

T = TypeVar("T")
Kind: TypeAlias = type[T]


@dataclass(frozen=True, slots=True)
class Office:
    """The window, and what a person does at it."""

    window: OfficeWindow
    qtbot: QtBot

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        view = self.window.view
        QTest.keyClick(view.line if view.line.isVisible() else view, key, modifiers)
        self.rest()

    def page(self, number: int) -> None:
        self.key(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str, *, enter: bool = True) -> None:
        """As an input method puts it in: a keyboard of the tests has no Chinese."""
        self.window.view.line.setText(text)
        self.window.view.line.textEdited.emit(text)
        self.rest()
        if enter:
            self.key(Qt.Key.Key_Return)

    def rest(self) -> None:
        """Until everything that was asked is answered."""
        self.until(lambda: self.window.asking.idle)

    def until(self, reached: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(reached, timeout=30_000)

    @property
    def screen(self) -> OfficeScreen:
        return self.window.view._screen

    def rows(self) -> list[list[str]]:
        """The table in English, as it is in view."""
        left = self.screen.left
        assert isinstance(left, TableView)
        return [[cell.words.en for cell in row] for row in left.rows if row is not None]

    def beside(self) -> str:
        """What stands in the pane, in English."""
        pane = self.screen.right
        assert isinstance(pane, PaneView)
        texts = [block.words.en for block in pane.blocks if isinstance(block, Heading | Line)]
        return "\n".join(texts)

    def blocks(self, kind: Kind[T]) -> list[T]:
        """Those of one kind in the pane."""
        pane = self.screen.right
        assert isinstance(pane, PaneView)
        return [block for block in pane.blocks if isinstance(block, kind)]

    @property
    def page_now(self) -> str:
        return self.window.page.value

    @property
    def said(self) -> str:
        return self.screen.said.headline.en if self.screen.said else ""


@pytest.fixture
def book(home: Home) -> Iterator[OrderBook]:
    """Two orders to pack, one sealed; a supervisor and a packer."""
    home.root.mkdir(parents=True)
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    put_order(made.engine, "SO-1", {"MUG": 2}, due_us=1_795_000_000_000_000, name="张示例")
    put_order(made.engine, "SO-2", {"TRAY": 1}, name="李示例")
    put_sealed(made, "SO-3", "YT3", phone="13800000003", name="王示例")
    made.add_person("W01", name="示例主管", supervisor=True)
    made.add_person("W02", name="示例打包", supervisor=False)
    yield made
    made.close()


@contextmanager
def opened(home: Home, clock: Clock, qtbot: QtBot, *, language: str = "en") -> Iterator[Office]:
    """The office over what the home has set up now."""
    window = OfficeWindow(home, load(home), clock, Opening(who="P001"))
    window.view.ground.set_language(language)
    qtbot.addWidget(window.view)
    window.start()
    made = Office(window, qtbot)
    made.rest()
    yield made
    assert window.stop()


@pytest.fixture
def office(home: Home, book: OrderBook, clock: FakeClock, qtbot: QtBot) -> Iterator[Office]:
    with opened(home, clock, qtbot) as made:
        yield made


@pytest.fixture
def own_table(tmp_path: Path) -> Path:
    """A seller's own table that nothing knows; one of its rows cannot be used."""
    file = tmp_path / "eigene Liste.csv"
    rows = ("Bestellung,Ware,Stück,Empfänger", "A-1,MUG,2,张示例", "A-2,TRAY,viele,李示例", "A-3,TRAY,1,王示例")
    file.write_text("\n".join(rows), encoding="utf-8")
    return file
