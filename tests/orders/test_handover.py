"""Handing over, on SQLite and PostgreSQL: only what may go is taken, once, and what stays has a reason."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select, update

from station.errors import Trouble, UsageTrouble
from station.orders.awaiting import Why
from station.orders.engine import reading, writing
from station.orders.handover import Handover, close, look, open_handover, recent
from station.orders.handover_scan import ScanReply, scan, take_out
from station.orders.handover_tables import handover_acts
from station.orders.numbers import NumberState, mark
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import HoldReason
from tests.orders.conftest import YTO as YTO_SERVICE
from tests.orders.conftest import put_order
from tests.orders.parcels_made import POST, YTO, put_parcel, put_sealed, state
from tests.orders.recorded import T0


def _open(book: OrderBook, carrier: Any = YTO) -> int:
    return open_handover(book, carrier, who="P007", now_us=T0).id


def _scan(book: OrderBook, handover: int, code: str) -> ScanReply:
    return scan(book, handover, code, who="P007", now_us=T0)


def _close(book: OrderBook, handover: int, **reasons: str) -> Handover:
    given = {name.replace("_", "-"): reason for name, reason in reasons.items()}
    return close(book, handover, given, who="P008", driver="张师傅", now_us=T0 + 60)


def _set_state(book: OrderBook, number: str, to: str) -> None:
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == number).values(state=to))


def test_from_open_to_closed(book: OrderBook) -> None:
    """What is sealed waits, what is scanned goes, and with the close its orders are handed over."""
    put_sealed(book, "SO-1", "YT1", weight_mg=500_000)
    put_sealed(book, "SO-2", "YT2", weight_mg=None)
    opened = open_handover(book, YTO, who="P007", now_us=T0)
    assert [(parcel.order, parcel.bench) for parcel in opened.missing] == [("SO-1", "B01"), ("SO-2", "B01")]
    assert _scan(book, opened.id, "YT1").orders == ("SO-1",)
    assert _scan(book, opened.id, "SO-2").waybill == "YT2"
    assert state(book, "SO-1") == "sealed"
    closed = _close(book, opened.id)
    assert (closed.count, closed.weight_mg, closed.unweighed, closed.left) == (2, 500_000, 1, ())
    assert (closed.opened_us, closed.opened_by, closed.closed_us, closed.closed_by) == (T0, "P007", T0 + 60, "P008")
    assert closed.driver == "张师傅"
    assert (state(book, "SO-1"), state(book, "SO-2")) == ("handed_over", "handed_over")


def test_what_may_not_go(book: OrderBook) -> None:
    """Each parcel that may not leave is refused for its own reason, and nothing of it is taken."""
    put_sealed(book, "SO-SF", "SF1", service="sf")
    put_sealed(book, "SO-HELD", "YT2")
    book.hold("SO-HELD", HoldReason.REFUND_ASKED, now_us=T0)
    put_sealed(book, "SO-GONE", "YT3", state="cancelled")
    put_order(book.engine, "SO-OPEN", {"A": 1}, waybill="YT4")
    put_order(book.engine, "SO-NO", {"A": 1}, state="cancelled")
    put_sealed(book, "SO-TWO", "YT5")
    put_parcel(book, "SO-TWO", "YT6")
    handover = _open(book)
    answers = {
        code: _scan(book, handover, code) for code in ("SF1", "YT2", "YT3", "YT4", "SO-NO", "SO-TWO", "YT9", "a\x07b")
    }
    assert {code: reply.why for code, reply in answers.items()} == {
        "SF1": Why.WRONG_CARRIER,
        "YT2": Why.HELD,
        "YT3": Why.CANCELLED,
        "YT4": Why.NOT_SEALED,
        "SO-NO": Why.CANCELLED,
        "SO-TWO": Why.SEVERAL_PARCELS,
        "YT9": Why.UNKNOWN,
        "a\x07b": Why.UNREADABLE,
    }
    assert (answers["SF1"].detail, answers["YT2"].detail) == ("sf", "refund_asked")
    assert look(book, handover).parcels == ()


def test_a_hold_that_only_warns_does_not_keep_a_parcel(book: OrderBook) -> None:
    """What only the office can mend stops no van."""
    put_sealed(book, "SO-1", "YT1")
    book.hold("SO-1", HoldReason.INVOICE_MISSING, now_us=T0)
    assert _scan(book, _open(book), "YT1").why is None


def test_a_parcel_goes_once(book: OrderBook) -> None:
    """A second scan says where the parcel is: in this handover, in another open one, or gone."""
    put_sealed(book, "SO-1", "EA1", service="ems")
    first, other = _open(book, POST), _open(book)
    _scan(book, first, "EA1")
    assert _scan(book, first, "EA1").why is Why.ALREADY_SCANNED
    assert (_scan(book, other, "EA1").why, _scan(book, other, "EA1").detail) == (Why.OTHER_HANDOVER, str(first))
    _close(book, first)
    assert _scan(book, other, "SO-1").why is Why.ALREADY_HANDED_OVER


def test_two_doors_at_once(book: OrderBook) -> None:
    """Scanned at two terminals at the same time, a parcel is taken by one of them."""
    put_sealed(book, "SO-1", "YT1")
    handover = _open(book)
    with ThreadPoolExecutor(4) as doors:
        whys = [reply.why for reply in doors.map(lambda _door: _scan(book, handover, "YT1"), range(4))]
    assert sorted(whys, key=str) == [None, *[Why.ALREADY_SCANNED] * 3]
    assert look(book, handover).count == 1


def test_a_void_waybill_is_refused_and_not_missed(book: OrderBook) -> None:
    """A box whose number became void is not expected, and its old label is named when it is scanned."""
    book.add_numbers(["YT0000000000001"], YTO_SERVICE, now_us=T0)
    put_sealed(book, "SO-1", "YT2")
    put_parcel(book, "SO-1", "YT0000000000001")
    with writing(book.engine) as connection:
        mark(connection, "YT0000000000001", NumberState.VOID, now_us=T0)
    handover = _open(book)
    assert _scan(book, handover, "YT0000000000001").why is Why.VOID_WAYBILL
    assert [parcel.waybill for parcel in look(book, handover).missing] == ["YT2"]
    _scan(book, handover, "YT2")
    _close(book, handover)
    assert state(book, "SO-1") == "handed_over"


def test_orders_under_one_waybill_are_one_box(book: OrderBook) -> None:
    """Orders merged into one box go by one scan, are counted and weighed once, and come out together."""
    put_sealed(book, "SO-1", "YT1", weight_mg=700_000)
    put_sealed(book, "SO-2", "YT1", weight_mg=700_000)
    handover = _open(book)
    assert set(_scan(book, handover, "YT1").orders) == {"SO-1", "SO-2"}
    assert (look(book, handover).count, look(book, handover).weight_mg) == (1, 700_000)
    assert set(take_out(book, handover, "YT1", who="P007", now_us=T0).orders) == {"SO-1", "SO-2"}
    assert look(book, handover).count == 0
    book.hold("SO-2", HoldReason.CANCEL_ASKED, now_us=T0)
    assert _scan(book, handover, "YT1").why is Why.HELD


def test_an_order_is_gone_with_its_last_parcel(book: OrderBook) -> None:
    """Of an order in two boxes the first leaves it sealed, the second hands it over."""
    put_sealed(book, "SO-1", "YT1")
    put_parcel(book, "SO-1", "YT2")
    first = _open(book)
    _scan(book, first, "YT1")
    _close(book, first, SO_1="no room in the van")
    assert state(book, "SO-1") == "sealed"
    second = _open(book)
    _scan(book, second, "YT2")
    _close(book, second)
    assert state(book, "SO-1") == "handed_over"


def test_taken_out_again(book: OrderBook) -> None:
    """A scan can be undone while the handover is open; what was never in it cannot."""
    put_sealed(book, "SO-1", "YT1")
    handover = _open(book)
    assert take_out(book, handover, "YT1", who="P007", now_us=T0).why is Why.NOT_IN_HANDOVER
    _scan(book, handover, "YT1")
    assert take_out(book, handover, "SO-1", who="P007", now_us=T0).waybill == "YT1"
    assert [parcel.order for parcel in look(book, handover).missing] == ["SO-1"]


def test_what_stays_needs_a_reason(book: OrderBook) -> None:
    """Without a reason for each parcel left behind nothing closes; a hold is its own reason."""
    for number in ("SO-1", "SO-2", "SO-3"):
        put_sealed(book, number, number.replace("SO-", "YT"), bench="B07")
    book.hold("SO-3", HoldReason.FROZEN, now_us=T0)
    handover = _open(book)
    with pytest.raises(Trouble, match=r"without a reason: SO-1 \(bench B07\), SO-2 \(bench B07\)"):
        _close(book, handover)
    with pytest.raises(Trouble, match=r"without a reason: SO-2 "):
        _close(book, handover, SO_1="no room")
    assert look(book, handover).closed_us is None
    closed = _close(book, handover, SO_1="no room", YT2="box torn")
    assert [(left.order, left.reason) for left in closed.left] == [
        ("SO-1", "no room"),
        ("SO-2", "box torn"),
        ("SO-3", "held: frozen"),
    ]
    assert state(book, "SO-1") == "sealed"


@pytest.mark.parametrize(("name", "reason"), [("SO-9", "x"), ("SO-1", "  ")])
def test_a_reason_for_nothing(book: OrderBook, name: str, reason: str) -> None:
    """A reason for a parcel that does not stay, and an empty one, are mistakes and close nothing."""
    put_sealed(book, "SO-1", "YT1")
    handover = _open(book)
    with pytest.raises(UsageTrouble):
        close(book, handover, {name: reason}, who="P007", now_us=T0)
    assert look(book, handover).closed_us is None


def test_held_after_the_scan(book: OrderBook) -> None:
    """A hold or a cancellation between scan and close keeps the handover open until the box is out again."""
    put_sealed(book, "SO-1", "YT1")
    put_sealed(book, "SO-2", "YT2")
    handover = _open(book)
    _scan(book, handover, "YT1")
    _scan(book, handover, "YT2")
    book.hold("SO-1", HoldReason.CANCEL_ASKED, now_us=T0)
    with pytest.raises(Trouble, match=r"SO-1 .* since the scan .*--take-out YT1"):
        _close(book, handover)
    take_out(book, handover, "YT1", who="P007", now_us=T0)
    _set_state(book, "SO-2", "cancelled")
    with pytest.raises(Trouble, match="SO-2 "):
        _close(book, handover)
    take_out(book, handover, "YT2", who="P007", now_us=T0)
    assert [left.order for left in _close(book, handover).left] == ["SO-1"]


def test_shipped_on_the_platform_before_it_left(book: OrderBook) -> None:
    """A parcel its platform calls shipped already is still looked for, and keeps its state when it goes."""
    put_sealed(book, "SO-1", "YT1", state="shipped")
    put_sealed(book, "SO-2", "YT2", state="finished")
    handover = _open(book)
    assert [parcel.order for parcel in look(book, handover).missing] == ["SO-1"]
    assert _scan(book, handover, "YT1").why is None
    assert _scan(book, handover, "YT2").why is None
    _close(book, handover)
    assert (state(book, "SO-1"), state(book, "SO-2")) == ("shipped", "finished")


def test_one_open_handover_for_a_parcel(book: OrderBook) -> None:
    """While a handover is open, none that waits for the same parcels can be opened."""
    put_sealed(book, "SO-1", "LX1", service="epacket")
    first = _open(book, POST)
    for carrier in (POST, type(POST)(id="epacket", zh="e邮宝", en="ePacket", services=POST.services[1:])):
        with pytest.raises(Trouble, match=f"handover {first} of china-post is still open"):
            _open(book, carrier)
    _close(book, first, SO_1="the van did not come")
    assert _open(book, POST) == first + 1
    assert [told.id for told in recent(book)] == [first + 1, first]


def test_a_closed_one_stays_closed(book: OrderBook) -> None:
    """Nothing is scanned into or out of a closed handover, it closes once, and an unknown number is told."""
    put_sealed(book, "SO-1", "YT1")
    handover = _open(book)
    _scan(book, handover, "YT1")
    _close(book, handover)
    for act in (scan, take_out):
        with pytest.raises(Trouble, match="is closed"):
            act(book, handover, "YT1", who="P007", now_us=T0)
    with pytest.raises(Trouble, match="is closed"):
        _close(book, handover)
    with pytest.raises(Trouble, match="there is no handover 99"):
        look(book, 99)


def test_everything_is_recorded(book: OrderBook) -> None:
    """Opening, scans, refusals, undoing and closing stand in the book with who and when."""
    put_sealed(book, "SO-1", "YT1")
    handover = _open(book)
    for code in ("YT1", "YT9"):
        _scan(book, handover, code)
    take_out(book, handover, "YT1", who="P007", now_us=T0)
    _close(book, handover, SO_1="no room")
    with reading(book.engine) as connection:
        rows = connection.execute(select(handover_acts).order_by(handover_acts.c.id)).all()
    assert [(row.act, row.who, row.code, row.order_no, row.reason) for row in rows] == [
        ("opened", "P007", "", None, ""),
        ("scanned", "P007", "YT1", "SO-1", ""),
        ("refused", "P007", "YT9", None, "unknown"),
        ("taken_out", "P007", "YT1", "SO-1", ""),
        ("closed", "P008", "", None, ""),
    ]
    assert {row.handover_id for row in rows} == {handover}
