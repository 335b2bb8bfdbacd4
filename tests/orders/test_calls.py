"""The call list, on SQLite and PostgreSQL: who stands on it, and what takes an order off it."""

from __future__ import annotations

import pytest

from station.errors import Trouble
from station.orders.calls import called, calls
from station.orders.handover import close, open_handover
from station.orders.handover_scan import scan
from station.orders.orderbook import OrderBook
from tests.orders.parcels_made import YTO, put_sealed
from tests.orders.recorded import T0


def _left_behind(book: OrderBook, **reasons: str) -> int:
    handover = open_handover(book, YTO, who="P007", now_us=T0).id
    given = {name.replace("_", "-"): reason for name, reason in reasons.items()}
    close(book, handover, given, who="P007", now_us=T0 + handover)
    return handover


def test_the_list(book: OrderBook) -> None:
    """Each parcel left behind stands there once, with its last reason and whom to call."""
    put_sealed(book, "SO-1", "YT1", name="张三丰", phone="13800000000")
    put_sealed(book, "SO-2", "YT2")
    _left_behind(book, SO_1="no room", SO_2="box torn")
    last = _left_behind(book, SO_1="no room again", SO_2="box torn")
    found = calls(book)
    assert [(call.order, call.reason, call.handover) for call in found] == [
        ("SO-1", "no room again", last),
        ("SO-2", "box torn", last),
    ]
    assert (found[0].name, found[0].phone, found[0].carrier, found[0].since_us) == (
        "张三丰",
        "13800000000",
        "yto",
        T0 + last,
    )


def test_off_the_list(book: OrderBook) -> None:
    """A call that was made, a parcel that went after all and an order that was cancelled need no call."""
    put_sealed(book, "SO-1", "YT1")
    put_sealed(book, "SO-2", "YT2")
    put_sealed(book, "SO-3", "YT3", state="shipped")
    _left_behind(book, SO_1="no room", SO_2="no room", SO_3="no room")
    called(book, "SO-1", who="P009", now_us=T0)
    assert [call.order for call in calls(book)] == ["SO-2", "SO-3"]
    handover = open_handover(book, YTO, who="P007", now_us=T0).id
    scan(book, handover, "YT2", who="P007", now_us=T0)
    assert [call.order for call in calls(book)] == ["SO-3"]


def test_nobody_to_call(book: OrderBook) -> None:
    """A call about an order that is not on the list is a mistake."""
    with pytest.raises(Trouble, match="SO-1 is not on the call list"):
        called(book, "SO-1", who="P009", now_us=T0)


def test_left_behind_again_is_called_again(book: OrderBook) -> None:
    """Whoever was told of one van is told of the next one that leaves without the parcel."""
    put_sealed(book, "SO-1", "YT1")
    _left_behind(book, SO_1="no room")
    called(book, "SO-1", who="P009", now_us=T0)
    _left_behind(book, SO_1="no room again")
    assert [call.reason for call in calls(book)] == ["no room again"]
