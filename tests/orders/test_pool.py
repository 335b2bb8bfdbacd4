"""The office's side of the number pool: ranges, levels, void numbers, numbers by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event, select

from station.errors import Trouble, UsageTrouble
from station.orders.assigning import assign
from station.orders.check_digits import range_of
from station.orders.choosing import change_extras, choices_of, choose_service
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.pool import DAY_US, levels, pooled, running_low, void, voided
from station.orders.scanned_number import ScannedNumber
from station.orders.tables import orders, waybill_numbers
from station.packing.inputs import Found, HoldsReply
from station.packing.model import HoldReason, ServiceId
from station.packing.routing import Service
from station.packing.terms import Check, NumberForm
from tests.orders.conftest import EPACKET, ROUTING, SF, YTO, put_order

T0 = 1_795_000_000_000_000
DHL = Service(
    id=ServiceId("dhl"), zh="DHL", en="DHL", by_hand=True, numbers=(NumberForm(pattern=r"\d{10}", check=Check.DHL),)
)
WITH_DHL = replace(ROUTING, services={**ROUTING.services, DHL.id: DHL})


def _column(book: OrderBook, name: str, number: str = "1") -> object:
    with reading(book.engine) as connection:
        return connection.execute(select(orders.c[name]).where(orders.c.number == number)).scalar()


def test_a_range_goes_in_whole(book: OrderBook) -> None:
    """A range is drawn in its order; again it is refused number by number."""
    numbers = range_of("LX12345678CN", "LX12345777CN", EPACKET.numbers)
    assert book.add_numbers(numbers, EPACKET, now_us=T0) == (100, ())
    added, faults = book.add_numbers(numbers, EPACKET, now_us=T0)
    assert (added, len(faults), faults[0].row) == (0, 100, 1)
    put_order(book.engine, "1", {"A": 1}, country="US")
    reply = book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    assert reply.order is not None
    assert reply.order.waybill == "LX123456785CN"


def test_a_number_belongs_to_one_service(book: OrderBook) -> None:
    """What one service's pool has, another's does not take."""
    book.add_numbers(["SF1234567890123"], SF, now_us=T0)
    other = replace(SF, id=ServiceId("sf-air"))
    assert book.add_numbers(["SF1234567890123"], other, now_us=T0)[0] == 0


def test_levels(book: OrderBook) -> None:
    """Under its low water a pool is low, one nobody uses is not, one by hand is none; days follow from last week."""
    book.add_numbers([f"YT{n:013d}" for n in range(8)], YTO, now_us=T0)
    put_order(book.engine, "1", {"A": 1})
    book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    with reading(book.engine) as connection:
        yto, sf = levels(connection, (replace(YTO, low_water=8), SF, DHL), now_us=T0 + DAY_US)
        later = levels(connection, (YTO,), now_us=T0 + 30 * DAY_US)[0]
    assert (yto.count.free, yto.used, yto.low) == (7, 1, True)
    assert yto.days_left == 49
    assert (sf.count.free, sf.low, sf.days_left) == (0, False, None)
    assert (later.used, later.days_left) == (0, None)


def test_less_than_a_day_is_low(book: OrderBook) -> None:
    """Whatever the low water, a pool that the usual day empties is low."""
    book.add_numbers([f"YT{n:013d}" for n in range(9)], YTO, now_us=T0)
    for number in range(8):
        put_order(book.engine, str(number), {"A": 1})
        book.claim(str(number), bench="B1", now_us=T0, routing=ROUTING)
    with reading(book.engine) as connection:
        (level,) = levels(connection, (replace(YTO, low_water=0),), now_us=T0)
    assert (level.count.free, level.low) == (1, True)


def test_a_void_number_is_never_drawn(book: OrderBook) -> None:
    """Void with its reason, listed, and the next order gets the next number; again it is refused."""
    book.add_numbers(["YT0000000000001", "YT0000000000002"], YTO, now_us=T0)
    with writing(book.engine) as connection:
        assert void(connection, "YT0000000000001", reason="torn", now_us=T0) == ""
    put_order(book.engine, "1", {"A": 1})
    reply = book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    assert reply.order is not None
    assert reply.order.waybill == "YT0000000000002"
    with reading(book.engine) as connection:
        assert [(each.number, each.note) for each in voided(connection, "yto")] == [("YT0000000000001", "torn")]
    for number in ("YT0000000000001", "YT0000000000009", "YT0000000000002"):
        with pytest.raises(Trouble), writing(book.engine) as connection:
            void(connection, number, reason="x", now_us=T0)


def test_an_order_put_back_may_lose_its_number(book: OrderBook) -> None:
    """A number of an order that waits is voided with the order told, and the order draws another one."""
    book.add_numbers(["YT0000000000001", "YT0000000000002"], YTO, now_us=T0)
    put_order(book.engine, "1", {"A": 1})
    reply = book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    book.release("1", bench="B1", fence=reply.fence, why="test")
    with writing(book.engine) as connection:
        assert void(connection, "YT0000000000001", reason="torn", now_us=T0) == "1"
    assert _column(book, "waybill") is None
    again = book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    assert again.order is not None
    assert again.order.waybill == "YT0000000000002"


def test_a_number_by_hand(book: OrderBook) -> None:
    """Typed in with its check digit proven; the service is chosen with a reason; the bench finds both (J3, B13)."""
    put_order(book.engine, "1", {"A": 1}, buyer_service="圆通")

    def given(number: str, reason: str = "") -> bool:
        return assign(book, "1", number, DHL, WITH_DHL, reason=reason, who="Wu", now_us=T0)

    with pytest.raises(UsageTrouble, match="goes by yto"):
        given("3318810025")
    with pytest.raises(Trouble, match="check digit"):
        given("3318810010", "asked")
    assert given("3318810025", "the buyer asked")
    assert not given("3318810025", "the buyer asked")
    reply = book.claim("1", bench="B1", now_us=T0, routing=WITH_DHL)
    assert reply.order is not None
    assert (reply.order.waybill, reply.order.service) == ("3318810025", "dhl")
    assert reply.order.service_why == "the buyer asked"
    put_order(book.engine, "2", {"A": 1}, buyer_service="dhl")
    with pytest.raises(Trouble, match="already"):
        assign(book, "2", "3318810025", DHL, WITH_DHL, reason="x", who="Wu", now_us=T0)
    with pytest.raises(Trouble, match="no order"):
        assign(book, "404", "3318810014", DHL, WITH_DHL, reason="x", who="Wu", now_us=T0)


def test_a_number_by_hand_while_the_bench_waits(book: OrderBook) -> None:
    """An order open without a number gets the one that is typed in at its next question, by itself."""
    put_order(book.engine, "1", {"A": 1})
    reply = book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    assert reply.order is not None
    assert reply.order.waybill is None
    assert assign(book, "1", "YT0000000000001", YTO, ROUTING, reason="", who="Wu", now_us=T0)
    asked = book.holds("1", bench="B1", fence=reply.fence, needs_waybill=True, service=YTO.id, now_us=T0)
    assert asked.waybill == "YT0000000000001"
    with pytest.raises(Trouble, match="being packed with"):
        assign(book, "1", "YT0000000000002", YTO, ROUTING, reason="", who="Wu", now_us=T0)


def test_a_new_choice_voids_the_number(book: OrderBook) -> None:
    """With another service chosen the order draws that one's number at the next claim; the old one is void."""
    book.add_numbers(["YT0000000000001"], YTO, now_us=T0)
    book.add_numbers(["SF1234567890123"], SF, now_us=T0)
    put_order(book.engine, "1", {"A": 1})
    first = book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    with writing(book.engine) as connection:
        choose_service(connection, "1", SF, reason="too heavy", who="Wu", now_us=T0)
    asked = book.holds("1", bench="B1", fence=first.fence, needs_waybill=False, service=YTO.id, now_us=T0)
    assert first.order is not None
    assert asked.revision != first.order.revision  # so the bench stops and opens it anew
    book.release("1", bench="B1", fence=first.fence, why="order_changed")
    again = book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    assert again.found is Found.CLAIMED
    assert again.order is not None
    assert (again.order.service, again.order.waybill) == ("sf", "SF1234567890123")
    with reading(book.engine) as connection:
        assert [each.number for each in voided(connection)] == ["YT0000000000001"]
        assert [(each.service, each.who, each.reason) for each in choices_of(connection, "1")] == [
            ("sf", "Wu", "too heavy")
        ]


def test_running_low_for_the_bench(book: OrderBook) -> None:
    """Under its low water a pool is said with what is left, the emptiest first; by hand or never filled is none."""
    few, fewer = replace(SF, low_water=5), replace(YTO, low_water=10)
    services = (few, fewer, EPACKET, DHL)
    book.add_numbers([f"SF{n:013d}" for n in range(4)], few, now_us=T0)
    book.add_numbers([f"YT{n:013d}" for n in range(10)], fewer, now_us=T0)
    with reading(book.engine) as connection:
        assert pooled(connection) == {"sf", "yto"}
        low = running_low(connection, services, pooled(connection))
        assert [(each.service.id, each.free) for each in low] == [("sf", 4)]
    put_order(book.engine, "1", {"A": 1})
    book.claim("1", bench="B1", now_us=T0, routing=ROUTING)
    with reading(book.engine) as connection:
        low = running_low(connection, services, pooled(connection))
        assert [(each.service.id, each.free) for each in low] == [("sf", 4), ("yto", 9)]
        assert running_low(connection, services, frozenset()) == ()


def test_running_low_counts_no_further_than_it_must(book: OrderBook) -> None:
    """A pool of a hundred thousand costs a bench no more than one of fifty: the index of free numbers, limited."""
    with reading(book.engine) as connection:
        asked: list[tuple[str, Any]] = []
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        event.listen(connection, "before_cursor_execute", lambda *call: asked.append((call[2], call[3])))
        running_low(connection, (YTO, SF), {"yto", "sf"})
        ((sql, values),) = [each for each in asked if "waybill_numbers" in each[0]]
        before = "EXPLAIN " if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
        plan = str(connection.exec_driver_sql(before + sql, values).all())
    assert "ix_waybill_numbers_free" in plan
    assert sql.count("LIMIT") == 2


def _open_at_bench(book: OrderBook, number: str = "1") -> int:
    """An order that goes by DHL, claimed, without a number; gives its fence."""
    put_order(book.engine, number, {"A": 1}, country="US", chosen_service="dhl")
    reply = book.claim(number, bench="B1", now_us=T0, routing=WITH_DHL)
    assert reply.order is not None
    assert (reply.order.service, reply.order.waybill) == (DHL.id, None)
    return reply.fence


def _scan(book: OrderBook, fence: int, number: str, *, order: str = "1", service: Service = DHL) -> HoldsReply:
    return book.holds(
        order, bench="B1", fence=fence, needs_waybill=True, service=DHL.id, now_us=T0,
        scanned=ScannedNumber(number=number, service=service),
    )  # fmt: skip


def test_a_number_scanned_at_the_bench_is_the_orders(book: OrderBook) -> None:
    """It comes back with the answer, is known as that order's, and who scanned it is kept; again it is the same."""
    fence = _open_at_bench(book)
    for _ in range(2):
        reply = _scan(book, fence, "1234567891")
        assert (reply.waybill, reply.service, reply.number_fault) == ("1234567891", DHL.id, "")
    assert _column(book, "waybill") == "1234567891"
    known = book.recognise("1234567891")
    assert known is not None
    assert known.order == "1"
    with reading(book.engine) as connection:
        assert connection.execute(select(waybill_numbers.c.note, waybill_numbers.c.state)).all() == [
            ("scanned at bench B1", "drawn")
        ]


@pytest.mark.parametrize(
    ("number", "service", "fault"),
    [
        ("1234567890", DHL, "number_misread"),
        ("12345", DHL, "number_misread"),
        ("2345678904", DHL, "number_taken"),
        ("1234567891", replace(DHL, by_hand=False), "number_from_pool"),
    ],
)
def test_a_scanned_number_that_cannot_be(book: OrderBook, number: str, service: Service, fault: str) -> None:
    """A wrong check digit, another parcel's number and a service with a pool change nothing and say why."""
    put_order(book.engine, "other", {"A": 1}, waybill="2345678904")
    fence = _open_at_bench(book)
    reply = _scan(book, fence, number, service=service)
    assert (reply.waybill, reply.number_fault) == (None, fault)
    assert _column(book, "waybill") is None
    assert _scan(book, fence, "1234567891").waybill == "1234567891"


def test_a_number_typed_in_meanwhile_stays(book: OrderBook) -> None:
    """The office was faster: its number counts, and the scanned one is nobody's."""
    fence = _open_at_bench(book)
    assign(book, "1", "1234567891", DHL, WITH_DHL, reason="", who="Wu", now_us=T0)
    reply = _scan(book, fence, "2345678904")
    assert (reply.waybill, reply.number_fault) == ("1234567891", "")


def test_no_number_for_an_order_that_may_not_ship(book: OrderBook) -> None:
    """While the order is held or another bench has it, a scanned number is not taken."""
    fence = _open_at_bench(book)
    book.hold("1", HoldReason.BY_SUPERVISOR, now_us=T0)
    assert _scan(book, fence, "1234567891").waybill is None
    assert _column(book, "waybill") is None


@pytest.mark.parametrize(
    ("values", "service", "reason", "said"),
    [
        ({}, SF, " ", "reason"),
        ({"state": "sealed"}, SF, "x", "sealed"),
        ({"chosen_service": "sf"}, SF, "x", "already"),
        ({}, None, "x", "already"),
        ({"country": "ZA"}, replace(SF, countries=("CN",)), "x", "does not go to ZA"),
    ],
)
def test_what_is_no_choice(
    book: OrderBook, values: dict[str, str], service: Service | None, reason: str, said: str
) -> None:
    """A choice without a reason, past packing, already made, or that does not go there changes nothing."""
    put_order(book.engine, "1", {"A": 1}, **values)
    before = _column(book, "chosen_service")
    with pytest.raises((Trouble, UsageTrouble), match=said), writing(book.engine) as connection:
        choose_service(connection, "1", service, reason=reason, who="Wu", now_us=T0)
    assert _column(book, "chosen_service") == before


def test_extras_of_an_order(book: OrderBook) -> None:
    """Value-added services are added once, dropped, and reach the bench; one that nobody offers is refused (G11)."""
    put_order(book.engine, "1", {"A": 1})
    with writing(book.engine) as connection:
        added = change_extras(
            connection, "1", add=["insurance", "cod", "insurance"], drop=[], known=["insurance", "cod"]
        )
        assert added == ("insurance", "cod")
        assert change_extras(connection, "1", add=[], drop=["cod"], known=[]) == ("insurance",)
    copy = book.order_copy("1")
    assert copy is not None
    assert copy.extras == ("insurance",)
    with pytest.raises(UsageTrouble, match="gold"), writing(book.engine) as connection:
        change_extras(connection, "1", add=["gold"], drop=[], known=["insurance"])
