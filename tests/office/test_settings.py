"""Settings in the office: every one explained in every language, and where each value comes from."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.clock import SystemClock
from station.home import Home
from station.office.setting_rows import LISTS, setting_rows
from station.orders.orderbook import OrderBook
from station.packing.rules import Chosen, Person
from station.person_languages import remember
from station.settings import all_keys
from station.ui.office.setting_meanings import MEANINGS
from station.ui.office.settings import Source
from tests.office.conftest import Office, opened
from tests.office.documented import meanings
from tests.ui.trace import texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform alone
CHINESE = re.compile(r"[\u3400-\u9fff]")


def test_every_setting_is_explained_as_in_its_file() -> None:
    """The English is what config/bench.toml says above it, so that neither goes stale; each has its Chinese."""
    single = {key for key, _takes in all_keys() if key.partition(".")[0] not in LISTS}
    assert {key: words.en for key, words in MEANINGS.items()} == {key: meanings()[key] for key in single}
    assert [key for key, words in MEANINGS.items() if not CHINESE.search(words.zh)] == []


def test_what_a_setting_takes_is_said_in_chinese_too(home: Home) -> None:
    """Numbers, lists, texts, choices: no setting of a bench is left with English alone."""
    rows = [row for row in setting_rows(home, (), {}) if row.editable]
    assert len(rows) > 40
    assert [row.key for row in rows if not CHINESE.search(row.takes.zh)] == []


def test_where_each_value_comes_from(home: Home) -> None:
    """The program, a line of this home, the environment, the shop, a rule and a person's choice: each is named."""
    home.root.mkdir()
    home.settings_file.write_text('[bench]\nid = "B07"\n', encoding="utf-8")
    remember(home, "P001", Chosen(what="en", at_us=2))
    remember(home, "P002", Chosen(what="en", at_us=2))
    people = (
        Person(pseudonym="P001", name="示例", language=Chosen(what="zh", at_us=1)),
        Person(pseudonym="P002", name="Example", language=Chosen(at_us=3), palette=Chosen(what="dark", at_us=3)),
    )
    rows = {row.key: row for row in setting_rows(home, people, {"SEALBENCH_HOME": str(home.root)})}
    assert (rows["bench.id"].source, rows["bench.id"].where.en) == (Source.HOME, "bench.toml:2")
    assert rows["bench.org"].source is Source.DEFAULT
    assert (rows["home"].source, rows["home"].where.en) == (Source.ENVIRONMENT, "the environment's SEALBENCH_HOME")
    one, other = rows["languages.P001"], rows["palettes.P002"]
    assert (one.source, one.value, one.where.en) == (Source.PERSON, '"en"', "示例, languages.json")
    assert (other.source, other.value, other.where.en) == (Source.PERSON, '"dark"', "Example, order book")
    assert "languages.P002" not in rows  # chose to read what each bench has
    assert {Source.SHOP, Source.RULE} <= {row.source for row in rows.values()}
    assert {row.key: row for row in setting_rows(home, (), {})}["home"].source is Source.START


def test_a_chinese_screen_explains_in_chinese(home: Home, book: OrderBook, qtbot: QtBot) -> None:
    """The chosen setting's meaning, what it takes and where it comes from stand there in the language that leads."""
    with opened(home, SystemClock(), qtbot, language="zh") as office:
        office.page(7)
        office.type("near_zero", enter=False)
        shown = "".join(text.text for text in texts(office.window.view._right))
        assert "秤空过以后才称下一个包裹" in shown
        assert "0 到 1,000,000 的整数" in shown
        assert "程序默认" in shown
        assert "The scale counts as empty" not in shown


def test_a_value_that_cannot_be_says_what_can(office: Office) -> None:
    """Not the sentence of a library but what the setting takes."""
    office.page(7)
    office.type("near_zero", enter=False)
    office.key(Qt.Key.Key_F2)
    office.type("many")
    assert office.screen.said is not None
    assert office.screen.said.detail.en == "It takes: a whole number from 0 to 1,000,000"


def test_a_value_that_stands_there_is_typed_over(office: Office) -> None:
    """F2 brings the value into the line, marked: what is typed takes its place instead of being added to it."""
    office.page(7)
    office.type("left_handed", enter=False)
    office.key(Qt.Key.Key_F2)
    assert office.window.view.line.selectedText() == "false"
    QTest.keyClicks(office.window.view.line, "true")
    assert office.window.view.line.text() == "true"
