"""A shift at the window from sign-in to sign-out, through real bytes, in both languages: sentences found by key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station.codes import badge_code, command_code
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.orders.shortages import open_shortages
from station.packing.inputs import Command
from station.packing.owners import Exceptional
from station.packing.reasons import Reason
from station.pins import put
from station.ui import seat_words, sheets
from station.ui.command_words import WHY
from station.ui.languages import said
from station.ui.texts import MOMENTS, REASONS, STEPS
from station.ui.words import Words
from tests.e2e.warehouse import COASTER, MUG, PARCEL_G, TRAY, open_orders, prepare, state_of, waybills
from tests.e2e.window import WindowRig, plugged, window_rig

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ORDERS = {
    "SO-20261121-0387": {"TRAY-30": 1, "COASTER-10": 1},
    "SO-20261121-0388": {"TRAY-30": 1},
}
FIRST, SECOND = ORDERS
SETTINGS = """
[bench]
language = "{language}"
require_sign_in = true
lock_after_s = 10

[packing]
item_first = false
witness = "off"
"""


@pytest.fixture(params=["zh", "en"])
def bench(request: pytest.FixtureRequest, home: Home, tmp_path: Path, qtbot: QtBot) -> Iterator[WindowRig]:
    virtual, settings = plugged(tmp_path / "devices", SETTINGS.format(language=request.param))
    prepare(home, ORDERS, settings=settings, details={"message": "请写贺卡"})
    with closing(open_orders(home)) as book:
        book.add_person("W07", name="李四")
        book.add_person("W08", name="王五")
        boss = book.add_person("W01", name="赵主管", supervisor=True)
    put(home, boss.pseudonym, "4711")
    with window_rig(home, virtual, qtbot) as made:
        yield made


def _pair(pair: tuple[str, str]) -> Words:
    return Words(zh=pair[0], en=pair[1])


def _refusal(reason: Reason) -> tuple[Words, Words]:
    """What is the matter, and what to do."""
    words = REASONS[reason]
    return Words(zh=words.zh, en=words.en), Words(zh=words.act_zh, en=words.act_en)


def _pubs(home: Home, kind: str) -> list[dict[str, object]]:
    """What entries of a kind say openly, in their order."""
    with closing(open_reader(home.ledger_file)) as reader:
        return [json.loads(json.dumps(dict(e.fact().pub))) for e in reader.entries() if e.fact().kind == kind]


def test_from_sign_in_to_sign_out(bench: WindowRig, home: Home) -> None:
    """Badge, idle lock, another packer, a wrong item, a parcel, an order put aside, a PIN: by code and key alone."""
    _signs_in(bench)
    _opens(bench)
    _locks_when_left(bench)
    _is_taken_over(bench)
    _meets_a_wrong_item(bench)
    _seals(bench)
    _puts_aside(bench)
    _asks_a_supervisor_for_the_pin(bench)
    _signs_out(bench)
    assert bench.view.window.ground.misfits == ()
    bench.until(lambda: (state_of(home, FIRST), state_of(home, SECOND)), ("sealed", "held"))
    with closing(open_orders(home)) as book:
        assert [(one.owner, one.why) for one in open_shortages(book)] == [("service", "address")]
    assert [pub["right"] for pub in _pubs(home, "PinGiven")] == [False, True]
    assert [pub["reason"] for pub in _pubs(home, "ScanRefused")] == [
        "sign_in_first",
        "sign_in_first",
        "not_in_order",
    ]


def _signs_in(bench: WindowRig) -> None:
    bench.sees(seat_words.SCAN_BADGE)
    bench.scans(FIRST, "ScanRefused")
    bench.sees(*_refusal(Reason.SIGN_IN_FIRST))
    bench.scans(badge_code("W07"), "PackerSignedIn")


def _opens(bench: WindowRig) -> None:
    bench.scans(FIRST, "OrderOpened")
    bench.scans(TRAY, "ItemPacked")
    bench.shows(FIRST, "请写贺卡")


def _locks_when_left(bench: WindowRig) -> None:
    """Nothing is scanned for some seconds: who opens it is said, and nothing of the buyer's is left to be read."""
    bench.waits_for("BenchLocked")
    stays = seat_words.PARCEL_STAYS.filled(tail="…0387", packed=1, needed=2)
    bench.sees(seat_words.LOCKED, seat_words.WHO_UNLOCKS.filled(name="李四"), stays)
    assert FIRST not in bench.read
    assert "请写贺卡" not in bench.read
    bench.scans(COASTER, "ScanRefused")
    bench.sees(*_refusal(Reason.SIGN_IN_FIRST), stays)


def _is_taken_over(bench: WindowRig) -> None:
    """Another badge: the parcel is as it was."""
    bench.scans(badge_code("W08"), "PackerSignedOut", "PackerSignedIn")
    bench.sees(_pair(MOMENTS["signed_in"]))
    bench.shows(FIRST)
    assert [line.packed for line in bench.view.window._seen.screen.lines] == [1, 0]


def _meets_a_wrong_item(bench: WindowRig) -> None:
    """The stop says what is wrong and the way out; help can be called, and the way out works."""
    bench.scans(MUG, "ScanRefused")
    wrong, act = _refusal(Reason.NOT_IN_ORDER)
    bench.sees(wrong, act, _pair(STEPS["clear"]))
    bench.presses(Qt.Key.Key_F12, "HelpCalled")
    bench.sees(wrong, act, _pair(MOMENTS["help"]), _pair(STEPS["clear"]))
    bench.scans(command_code(Command.CLEAR), "StopCleared")


def _seals(bench: WindowRig) -> None:
    bench.scans(COASTER, "ItemPacked")
    bench.scans(command_code(Command.YES), "PromptAnswered")  # the buyer's message is read
    bench.virtual.scale.put(PARCEL_G * 1_000)
    bench.waits_for("LabelPrinted")
    bench.sees(_pair(STEPS["stick_2"]))
    bench.scans(waybills(1)[0], "ParcelSealed")
    bench.sees(_pair(MOMENTS["sealed"]))
    bench.virtual.scale.put(0)


def _puts_aside(bench: WindowRig) -> None:
    """F4 asks why, in words; the reason's own key puts the order aside for who must put it right."""
    bench.scans(SECOND, "OrderOpened")
    bench.shows(SECOND)
    bench.presses(Qt.Key.Key_F4)
    bench.sees(sheets.WHY_HOLD, *WHY.values())
    sheet = bench.view.window._open_sheet
    assert sheet is not None
    number = next(card.key for card in sheet.cards if card.words == WHY[Exceptional.ADDRESS])[-1]
    bench.presses(Qt.Key(ord(number)), "OrderParked", control=True)


def _asks_a_supervisor_for_the_pin(bench: WindowRig) -> None:
    """A badge is not enough: the wrong PIN is said to be wrong, the right one signs in; no digit is read anywhere."""
    bench.scans(badge_code("W01"), "PinAsked")
    bench.sees(seat_words.PIN_TITLE, seat_words.PIN_ASKED.filled(name="赵主管"), seat_words.PIN_HOW)
    bench.types("4712", "PinGiven")
    bench.sees(seat_words.PIN_WRONG, seat_words.PIN_AGAIN.filled(n=2))
    assert "4712" not in bench.read
    bench.types("4711", "PinGiven", "PackerSignedIn")


def _signs_out(bench: WindowRig) -> None:
    bench.scans(command_code(Command.SIGN_OUT), "PackerSignedOut")
    bench.sees(seat_words.SCAN_BADGE)
    other = "en" if bench.language == "zh" else "zh"
    assert said(seat_words.SCAN_BADGE, other) not in bench.read
