"""A bench's wave: what it gives out once, keeps through a restart, and gives back."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from station.orders import reserving
from station.orders.engine import reading, writing
from station.orders.leasing import claimed
from station.orders.orderbook import OrderBook
from station.orders.tables import waybill_numbers
from station.packing.effects import AskHolds, ClaimOrder
from station.packing.events import OrderAsked, PackerSignedOut
from station.packing.inputs import NEXT_ORDER, Found, HoldsReply
from station.packing.model import Barcode, Order, OrderLine, OrderNo, ServiceId, Sku, Waybill
from station.wave import Waiting, Wave
from station.wave_keeping import WaveKeeping, WaveSettings
from tests.orders.conftest import ROUTING, YTO, put_order
from tests.orders.recorded import T0

LOG = "acme/B01/1"
HOUR_US = 3_600_000_000


def _order(number: str, *, due_us: int | None = None, quantity: int = 1) -> Order:
    line = OrderLine(sku=Sku("A"), quantity=quantity, barcodes=(Barcode(code="6900000434017"),))
    return Order(
        number=OrderNo(number), platform="t", shop="demo", lines=(line,), waybill=Waybill(f"W-{number}"),
        deadline_us=due_us, service=YTO.id, known_us=T0,
    )  # fmt: skip


def _wave(file: Path, *, items: bool = True, window_us: int = 0) -> Wave:
    return Wave(file, LOG, items=items, window_us=window_us, now_us=lambda: T0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "wave.json"


def _ask(order: str = "1", *, void: Waybill | None = None) -> AskHolds:
    return AskHolds(order=OrderNo(order), fence=1, service=ServiceId("yto"), needs_waybill=True, void=void)


def _unanswered(order: str = "1") -> HoldsReply:
    return HoldsReply(order=OrderNo(order), reached=False)


def test_an_order_is_given_out_once_also_after_a_power_cut(file: Path) -> None:
    """By its number, its waybill, its item, or as the next; what is out is out of the file before it is told."""
    wave = _wave(file)
    for number in ("1", "2", "3", "4"):
        assert wave.put(Waiting(order=_order(number, quantity=2 if number == "1" else 1), fence=7))
    codes = ("1", "W-2", NEXT_ORDER, "6900000434017")
    replies = [wave.claimed(ClaimOrder(code=code)) for code in codes]
    assert [reply and reply.order and reply.order.number for reply in replies] == ["1", "2", "3", "4"]
    assert [reply and (reply.found, reply.fence, reply.item) for reply in replies] == [
        *[(Found.CLAIMED, 7, False)] * 3,
        (Found.CLAIMED, 7, True),
    ]
    assert wave.claimed(ClaimOrder(code="1")) is None
    assert list(_wave(file).orders) == []


def test_a_disk_that_fails_gives_out_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an order nor a number; both are there when it works again."""
    wave = _wave(file)
    wave.put(Waiting(order=_order("1"), fence=1))
    wave.put_numbers(ServiceId("yto"), ["N1"])

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("station.wave.write_whole", full)
        assert wave.claimed(ClaimOrder(code="1")) is None
        assert wave.numbered(_ask(), _unanswered()).waybill is None
        assert not wave.put(Waiting(order=_order("2"), fence=1))
    assert wave.claimed(ClaimOrder(code="1")) is not None
    assert wave.numbered(_ask(), _unanswered()).waybill == "N1"


def test_a_number_is_given_out_once(file: Path) -> None:
    """To the order that asks, the same when it asks again; another for another number, or another order."""
    wave = _wave(file)
    wave.put_numbers(ServiceId("yto"), ["N1", "N2", "N3"])
    again = [wave.numbered(_ask(), _unanswered()).waybill for _ in range(2)]
    renewed = wave.numbered(_ask(void=Waybill("N1")), _unanswered()).waybill
    other = _wave(file).numbered(_ask("2"), _unanswered("2")).waybill
    assert (again, renewed, other) == (["N1", "N1"], "N2", "N3")
    assert _wave(file).numbered(_ask("3"), _unanswered("3")).waybill is None
    answered = HoldsReply(order=OrderNo("1"), reached=True)
    assert wave.numbered(_ask(), answered) == answered


def test_of_another_epoch_nothing_is_used(file: Path) -> None:
    """A file of another ledger, or a broken one, is as good as none."""
    _wave(file).put(Waiting(order=_order("1"), fence=1))
    assert list(Wave(file, "acme/B01/2").orders) == []
    file.write_text("{")
    assert list(_wave(file).orders) == []


def test_near_its_deadline_an_order_goes_first(file: Path) -> None:
    """Runs as they came while there is time; then strictly by the deadline."""
    wave = _wave(file, window_us=HOUR_US)
    for number, hours in (("a", 5.1), ("b", 5.0), ("c", 0.9), ("d", 0.8)):
        wave.put(Waiting(order=_order(number, due_us=T0 + int(hours * HOUR_US)), fence=1))
    replies = [wave.claimed(ClaimOrder(code=NEXT_ORDER)) for _ in range(4)]
    assert [reply and reply.order and reply.order.number for reply in replies] == ["d", "c", "a", "b"]


@pytest.fixture
def keeping(file: Path, tmp_path: Path) -> tuple[WaveKeeping, Wave, OrderBook]:
    book = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    book.add_numbers([f"YT{n:013d}" for n in range(1, 200)], YTO, now_us=T0)
    for n in range(6):
        put_order(book.engine, f"SO-{n}", {"A": 1}, due_us=T0 + n)
    wave = _wave(file)
    made = WaveKeeping(wave, WaveSettings(bench="B01", routing=ROUTING, orders=3, numbers=4))
    return made, wave, book


def _claims(book: OrderBook) -> list[str]:
    with reading(book.engine) as connection:
        return [one.order for one in claimed(connection, bench="B01")]


def test_a_wave_is_claimed_kept_and_given_back(keeping: tuple[WaveKeeping, Wave, OrderBook]) -> None:
    """Filled while somebody works, looked after, and all given back at the sign-out: orders and numbers."""
    keeper, wave, book = keeping
    keeper.tend(book, last=None, now_us=T0)
    assert list(wave.orders) == []
    wave.hear([OrderAsked(code="x", device="keys")])
    keeper.tend(book, last=None, now_us=T0)
    assert [each.order.number for each in wave.orders] == ["SO-0", "SO-1", "SO-2"]
    assert len(wave.numbers[YTO.id]) == 4
    assert book.number_pool()[0].reserved == 4
    assert wave.claimed(ClaimOrder(code=NEXT_ORDER)) is not None
    keeper.tend(book, last=None, now_us=T0)
    assert [each.order.number for each in wave.orders] == ["SO-1", "SO-2", "SO-3"]
    wave.hear([PackerSignedOut(packer="P")])
    keeper.tend(book, last=None, now_us=T0)
    assert _claims(book) == ["SO-0"]
    assert (book.number_pool()[0].reserved, list(wave.orders), list(wave.returning)) == (0, [], [])
    book.close()


def test_what_the_book_hands_out_waits_no_more(
    keeping: tuple[WaveKeeping, Wave, OrderBook], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An order claimed ahead while it was asked for by its number would be packed twice; on disk before it is told."""
    keeper, wave, book = keeping
    wave.hear([OrderAsked(code="SO-1", device="scanner")])
    keeper.tend(book, last=None, now_us=T0)
    assert book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("station.wave.write_whole", full)
        assert not keeper.handed_out(OrderNo("SO-1"))
    assert keeper.handed_out(OrderNo("SO-1"))
    assert keeper.handed_out(OrderNo("SO-9"))
    assert [each.order.number for each in _wave(file).orders] == ["SO-0", "SO-2"]
    book.close()


def test_what_may_not_ship_leaves_the_wave(keeping: tuple[WaveKeeping, Wave, OrderBook]) -> None:
    """Held while it waits: it is given back before anybody opens it, and the next one comes."""
    from station.packing.model import HoldReason

    keeper, wave, book = keeping
    wave.working = True
    keeper.tend(book, last=None, now_us=T0)
    book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=T0)
    keeper.tend(book, last=None, now_us=T0 + 5)
    assert [each.order.number for each in wave.orders] == ["SO-0", "SO-2", "SO-3"]
    assert {each.order.known_us for each in wave.orders} == {T0 + 5}
    assert "SO-1" not in _claims(book)
    book.close()


def test_after_a_lost_answer_book_and_bench_agree_again(keeping: tuple[WaveKeeping, Wave, OrderBook]) -> None:
    """A claim nobody heard of goes back; a number that nobody has any more is void, never free."""
    keeper, wave, book = keeping
    wave.working = True
    keeper.tend(book, last=None, now_us=T0)
    book.claim("SO-5", bench="B01", now_us=T0, routing=ROUTING)
    book.claim("SO-4", bench="B01", now_us=T0, routing=ROUTING)
    lost = Wave(wave._file.with_name("other.json"), LOG)
    keeper.tidy(book, handed=[(OrderNo("SO-4"), 1)], now_us=T0)
    assert _claims(book) == ["SO-0", "SO-1", "SO-2", "SO-4"]
    WaveKeeping(lost, WaveSettings(bench="B01", routing=ROUTING)).tidy(book, handed=[], now_us=T0)
    assert _claims(book) == []
    assert (book.number_pool()[0].reserved, book.number_pool()[0].void) == (0, 4)
    book.close()


def test_a_number_given_out_is_kept_until_the_book_knows_it(keeping: tuple[WaveKeeping, Wave, OrderBook]) -> None:
    """While its entry is on the way it is neither free nor void; told of, it is forgotten here."""
    keeper, wave, book = keeping
    wave.working = True
    keeper.tend(book, last=None, now_us=T0)
    given = wave.numbered(_ask("SO-0"), _unanswered("SO-0")).waybill
    assert given is not None
    keeper.tidy(book, handed=[(OrderNo("SO-0"), 1)], now_us=T0)
    assert dict(wave.given) == {"SO-0": given}
    assert book.number_pool()[0].void == 0
    with writing(book.engine) as connection:
        reserving.issued(connection, "SO-0", given, bench="B01", stands=True, now_us=T0)
    keeper.tidy(book, handed=[(OrderNo("SO-0"), 1)], now_us=T0)
    assert dict(wave.given) == {}
    assert (book.number_pool()[0].reserved, book.number_pool()[0].void) == (3, 1)  # the wave's own number of SO-0
    book.close()


def test_a_number_given_out_before_a_power_cut(keeping: tuple[WaveKeeping, Wave, OrderBook], file: Path) -> None:
    """Asked for by no entry of the ledger: void at the next start, but for the order that is still open."""
    keeper, wave, book = keeping
    wave.working = True
    keeper.tend(book, last=None, now_us=T0)
    lost, kept = (wave.numbered(_ask(order), _unanswered(order)).waybill for order in ("SO-0", "SO-1"))
    again = _wave(file)
    after = WaveKeeping(again, WaveSettings(bench="B01", routing=ROUTING))
    after.tidy(book, handed=[(OrderNo("SO-1"), 1)], now_us=T0)
    assert dict(again.given) == {"SO-1": kept}
    with reading(book.engine) as connection:
        rows = connection.execute(select(waybill_numbers.c.number, waybill_numbers.c.state))
        states = {row.number: row.state for row in rows}
    assert (states[str(lost)], states[str(kept)]) == ("void", "reserved")
    book.close()
