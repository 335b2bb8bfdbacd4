"""The wall board's desk: what the order book has becomes the board's value, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from station.board_desk import FIGURES_US, FORGOTTEN_US, BoardDesk, load_board_rules, midnight_us, percent
from station.home import Home
from station.orders.bench_states import beat
from station.orders.help_calls import calls_open, take_call
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.packing.cut_offs import Act
from station.packing.events import DeviceChanged, HelpCalled, PackerSignedIn, ScanRefused
from station.packing.inputs import Command, DeviceKind
from station.packing.reasons import Reason
from station.reports.throughput import figures_of
from station.settings import Settings, config_dir, load
from station.ui.board_screen import Truth
from tests.clocks import START_WALL_US, FakeClock
from tests.orders.conftest import put_order
from tests.orders.recorded import Recorded, opened, packed, sealed

NOW = START_WALL_US
SECOND = 1_000_000
MINUTE = 60 * SECOND


@pytest.fixture
def settings(home: Home, url: str) -> Settings:
    home.root.mkdir()
    home.settings_file.write_text(f'[bench]\norderbook = "{url}"\n', encoding="utf-8")
    return load(home)


@pytest.fixture
def desk(home: Home, settings: Settings, book: OrderBook, clock: FakeClock, qapp: object) -> Iterator[BoardDesk]:
    made = BoardDesk(home, settings, load_board_rules(home, settings), clock)
    yield made
    made.finish()


def seen(desk: BoardDesk) -> Truth:
    truths: list[Truth] = []
    desk.told.connect(truths.append)
    desk.look()
    desk.told.disconnect(truths.append)
    (truth,) = truths
    return truth


def told_gone(desk: BoardDesk) -> str:
    said: list[str] = []
    desk.gone.connect(said.append)
    desk.look()
    desk.gone.disconnect(said.append)
    (sentence,) = said
    return sentence


def _carry(book: OrderBook, ledger: Recorded) -> None:
    Relay(ledger, log=ledger.log)(book)


def _sealing(book: OrderBook, bench: str, parcels: int) -> Recorded:
    """A parcel every two minutes until now."""
    ledger = Recorded(bench)
    ledger.add(PackerSignedIn(packer="P001", supervisor=False), at_us=NOW - (2 * parcels + 1) * MINUTE)
    for at in range(parcels):
        order, at_us = f"{bench}-{at}", NOW - 2 * (parcels - at) * MINUTE
        put_order(book.engine, order, {"A": 1}, state="packing", service="yto", claimed_by=bench, fence=1)
        ledger.add(opened(order), packed(), order=order, at_us=at_us)
        ledger.add(sealed(f"{bench}-W{at}", {"A": 1}), order=order, at_us=at_us + MINUTE)
    return ledger


def test_nothing_yet(desk: BoardDesk) -> None:
    """A book of the first day: no bench, no cut-off, nothing sealed; and no share of nothing."""
    truth = seen(desk)
    assert (truth.benches, truth.cut_offs, truth.sealed, truth.clean_percent) == ((), (), 0, None)


def test_benches_with_pace_and_calls(desk: BoardDesk, book: OrderBook) -> None:
    """Who packs how fast and how well, who calls, who comes."""
    ledger = _sealing(book, "B01", 10)
    ledger.add(HelpCalled(command=Command.HELP, device="scanner"), at_us=NOW - 90 * SECOND)
    _carry(book, ledger)
    _carry(book, _sealing(book, "B02", 2))
    (first, second) = seen(desk).benches
    assert (first.bench, first.packer, first.doing) == ("B01", "P001", "ready")
    assert first.per_hour is not None
    assert 28 <= first.per_hour <= 33
    assert first.clean_percent == 100
    assert (second.bench, second.call) == ("B02", None)
    assert first.call is not None
    assert (first.call.raised_us, first.call.taken_by) == (NOW - 90 * SECOND, None)
    take_call(book, calls_open(book)[0].id, who="P009", now_us=NOW)
    taken = seen(desk).benches[0].call
    assert taken is not None
    assert taken.taken_by == "P009"


def test_a_stop_and_a_lost_device(desk: BoardDesk, book: OrderBook) -> None:
    """The reason of the stop, and the device lost longest by name and one word; an order book that is away is none."""
    ledger = Recorded("B01")
    for kind, minutes in ((DeviceKind.ORDER_BOOK, 9), (DeviceKind.CAMERA, 5), (DeviceKind.SCALE, 3)):
        lost = DeviceChanged(device=kind.value, kind=kind, up=False, word="offline")
        ledger.add(lost, at_us=NOW - minutes * MINUTE)
    refused = ScanRefused(reason=Reason.WRONG_LABEL, code="X", device="scanner", locks=True)
    ledger.add(refused, order="SO-1", at_us=NOW - MINUTE)
    _carry(book, ledger)
    (bench,) = seen(desk).benches
    assert (bench.doing, bench.reason, bench.since_us) == ("stopped", "wrong_label", NOW - MINUTE)
    assert bench.fault is not None
    assert (bench.fault.what.zh, bench.fault.since_us) == ("相机断开", NOW - 5 * MINUTE)


def test_cut_offs(desk: BoardDesk, book: OrderBook) -> None:
    """Left by carrier in both languages, with the forecast and what would mend it."""
    _carry(book, _sealing(book, "B01", 10))
    for at in range(60):
        put_order(book.engine, f"Y-{at}", {"A": 1}, due_us=NOW + 60 * MINUTE, service="yto")
    (row,) = seen(desk).cut_offs or ()
    assert (row.left, row.carrier.zh, row.act) == (60, "圆通速递", Act.PACE)
    assert row.done_us is not None
    assert row.done_us > row.due_us
    assert row.pace >= 60


def test_silent_and_forgotten(desk: BoardDesk, book: OrderBook, clock: FakeClock) -> None:
    """Unheard of for three minutes a bench is silent since its last word; after a day it is not on the board."""
    _carry(book, _sealing(book, "B01", 1))
    beat(book, "B01", now_us=NOW)
    assert seen(desk).benches[0].silent_us is None
    clock.advance_us(200 * SECOND)
    assert seen(desk).benches[0].silent_us == NOW
    clock.advance_us(FORGOTTEN_US)
    assert seen(desk).benches == ()


def test_sums_are_not_made_at_every_look(desk: BoardDesk, book: OrderBook, clock: FakeClock) -> None:
    """Calls are seen at once; the parcels of the day are added up every half minute."""
    assert seen(desk).sealed == 0
    ledger = _sealing(book, "B01", 3)
    ledger.add(HelpCalled(command=Command.HELP, device="scanner"), at_us=NOW)
    _carry(book, ledger)
    truth = seen(desk)
    assert (truth.sealed, truth.benches[0].call is not None) == (0, True)
    clock.advance_us(FIGURES_US)
    assert seen(desk).sealed == 3


def test_names_only_when_asked_for(home: Home, settings: Settings, book: OrderBook, clock: FakeClock) -> None:
    """People stand there by pseudonym; by name where the house wants it."""
    person = book.add_person("W07", name="张示例")
    ledger = Recorded("B01")
    ledger.add(PackerSignedIn(packer=person.pseudonym, supervisor=False), at_us=NOW)
    _carry(book, ledger)
    for names, wanted in ((False, person.pseudonym), (True, "张示例")):
        desk = BoardDesk(home, settings, load_board_rules(home, settings, names=names), clock)
        assert seen(desk).benches[0].packer == wanted
        desk.finish()


def test_a_file_that_is_moved_away(home: Home, clock: FakeClock, qapp: object, tmp_path: Path) -> None:
    """The book is gone, in one sentence; put back, it is read again."""
    home.root.mkdir()
    settings, file = load(home), home.root / "orders.db"
    desk = BoardDesk(home, settings, load_board_rules(home, settings), clock)
    seen(desk)
    away = file.rename(tmp_path / "away.db")
    assert "gone" in told_gone(desk)
    assert not file.exists()
    away.rename(file)
    assert seen(desk).benches == ()
    desk.finish()


def test_the_halls_name(home: Home) -> None:
    """It is that of the place where the bench's settings stand; without one the board has its own title."""
    (home.root / "shops").mkdir(parents=True)
    shop = (config_dir() / "shops" / "demo.toml").read_text(encoding="utf-8")
    place = '\n[[place]]\nid = "hall-3"\nname = "德清 3 号库"\n'
    (home.root / "shops" / "demo.toml").write_text(shop + place, encoding="utf-8")
    assert load_board_rules(home, load(home)).title == ""
    home.settings_file.write_text('[bench]\nplace = "hall-3"\n', encoding="utf-8")
    assert load_board_rules(home, load(home)).title == "德清 3 号库"


def test_shares_are_rounded_down() -> None:
    """A hundred percent is said only of a hundred."""
    assert percent(figures_of({"parcels": 1000, "clean": 999})) == 99
    assert percent(figures_of({})) is None


def test_the_day_begins_at_midnight_here() -> None:
    """Within a day before now, at a whole minute."""
    began = midnight_us(NOW)
    assert 0 <= NOW - began < 25 * 60 * MINUTE
    assert began % MINUTE == 0
