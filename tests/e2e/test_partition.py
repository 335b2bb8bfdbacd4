"""A bench cut off from the order book: it packs what it had claimed, and on its return all is told exactly once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot
from sqlalchemy import select

from station.home import Home
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.tables import parcels, waybill_numbers
from station.orders.taking_over import take_over
from tests.e2e.rig import Rig, press, rig, verdict, weight
from tests.e2e.warehouse import FILE_PRINTER, NOW_US, TRAY, open_orders, prepare, state_of

TRAY_G = 410
NUMBERS = 400
"""So many that the pool does not run low: one that does is not reserved from."""

WAVE = f"{FILE_PRINTER}\n[packing]\nwave_orders = 2\nreserved_numbers = 2\n"
USED = waybill_numbers.c.order_no.is_not(None)
ORDERS = {f"SO-{n}": {"TRAY-30": 1} for n in range(1, 5)}


@contextmanager
def away(home: Home) -> Iterator[None]:
    """Nobody reaches the order book."""
    file, kept = home.root / "orders.db", home.root / "kept"
    kept.mkdir()
    for each in home.root.glob("orders.db*"):
        each.rename(kept / each.name)
    try:
        yield
    finally:
        for each in home.root.glob("orders.db*"):
            each.unlink()
        for each in kept.iterdir():
            each.rename(file.with_name(each.name))


def _packs(bench: Rig, told: dict[str, object]) -> str:
    """From the opened order to its seal; gives the order."""
    times = sum("LabelPrinted" in line["events"] for line in bench.told)
    bench.all(TRAY, weight(TRAY_G))
    printed = bench.waits_for_event("LabelPrinted", times=times + 1)
    assert verdict(bench.says(printed["waybill"]))[:2] == ("sealed", "ok")
    bench.says(weight(0))
    return str(told["order"])


def _waits_for_wave(bench: Rig, qtbot: QtBot, orders: int) -> None:
    wave = bench.bench.host.wave
    assert wave is not None
    qtbot.waitUntil(lambda: len(wave.orders) == orders and any(wave.numbers.values()), timeout=20_000)


def test_a_bench_cut_off_packs_its_wave(home: Home, qtbot: QtBot) -> None:
    """With the book gone NEXT opens what is claimed ahead, labels print, and an order of others does not open."""
    prepare(home, ORDERS, numbers=NUMBERS, settings=WAVE)
    with rig(home, qtbot) as bench:
        first = bench.says(press("next"))
        _waits_for_wave(bench, qtbot, 2)
        with away(home):
            done = [_packs(bench, first), _packs(bench, bench.says(press("next"))), _packs(bench, bench.says("SO-3"))]
            assert bench.says("SO-4")["reason"] == "book_unreachable"
            assert bench.says(press("next"))["reason"] == "book_unreachable"
        assert done == ["SO-1", "SO-2", "SO-3"]
        qtbot.waitUntil(lambda: [state_of(home, number) for number in done] == ["sealed"] * 3, timeout=20_000)
    book = open_orders(home)
    with reading(book.engine) as connection:
        boxes = connection.execute(select(parcels.c.order_no, parcels.c.waybill)).all()
        used = dict(connection.execute(select(waybill_numbers.c.order_no, waybill_numbers.c.state).where(USED)).all())
        reserved = connection.execute(select(waybill_numbers.c.state).where(~USED).distinct()).scalars().all()
    book.close()
    assert len({row.order_no for row in boxes}) == len({row.waybill for row in boxes}) == len(boxes) == 3
    assert used == {"SO-1": "sent", "SO-2": "sent", "SO-3": "sent", "SO-4": "drawn"}  # which came after the return
    assert reserved == ["free"]
    assert state_of(home, "SO-4") == "ready"


def test_a_bench_hears_that_its_parcel_came_too_late(home: Home, qtbot: QtBot) -> None:
    """Taken over while it was cut off and sealed all the same: the bench stops, and says which box to look for."""
    prepare(home, ORDERS, numbers=NUMBERS, settings=WAVE)
    with rig(home, qtbot) as bench:
        opened = bench.says(press("next"))
        _waits_for_wave(bench, qtbot, 2)
        with away(home):
            _packs(bench, opened)
            waybill = next(line["waybill"] for line in reversed(bench.told) if line["waybill"])
            (home.root / "orders.db").unlink(missing_ok=True)
            book = _kept(home)
            take_over(book, "SO-1", who="S1", reason="cut off", now_us=NOW_US, at_once=True)
            book.close()
        told = bench.waits_for(lambda line: line["reason"] == "packed_twice")
        assert (told["stage"], told["verdict"], told["n"]) == ("stopped", "stop", None)
        assert waybill in str(bench.bench.host.bench.job.stop)
        assert bench.says(press("clear"))["verdict"] == "ok"
        qtbot.wait(1500)
        assert sum(line["reason"] == "packed_twice" for line in bench.told) == 1
    assert state_of(home, "SO-1") == "ready"


def _kept(home: Home) -> OrderBook:
    return OrderBook.open(f"sqlite:///{home.root / 'kept' / 'orders.db'}")
