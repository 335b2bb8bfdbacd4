"""The outbox to the platforms, on SQLite and PostgreSQL: handed over, exported, called shipped by the platform."""

from __future__ import annotations

from sqlalchemy import update

from station.orders.confirming import (
    Unconfirmed,
    mark_exported,
    platforms,
    tellable,
    told,
    unconfirmed,
    with_its_others,
)
from station.orders.engine import writing
from station.orders.handover import close, open_handover
from station.orders.handover_scan import scan
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.deadlines import NO_RULES, CutOff, DeadlineRules, Hours, Policy, Purpose, Rule, Week
from station.packing.model import ServiceId
from tests.orders.conftest import YTO as YTO_SERVICE
from tests.orders.parcels_made import YTO, put_parcel, put_sealed
from tests.orders.recorded import T0

HOUR_US = 3_600_000_000
BY_21 = Rule(
    id="21",
    purpose=Purpose.CONFIRMATION,
    term=CutOff(at_minute=1260, by_minute=1260),
    week=Week.EVERY_DAY,
    zh="",
    en="",
)
IN_48_H = Rule(id="48", purpose=Purpose.TRACKING, term=Hours(hours=48), week=Week.EVERY_DAY, zh="", en="")
RULES = DeadlineRules(
    policies=(Policy(rules=(BY_21, IN_48_H), platforms=("taobao",)), Policy(rules=(IN_48_H,), platforms=("amazon",)))
)


def _hand_over(book: OrderBook, *codes: str) -> None:
    handover = open_handover(book, YTO, who="P007", now_us=T0).id
    for code in codes:
        scan(book, handover, code, who="P007", now_us=T0)
    close(book, handover, {}, who="P007", now_us=T0)


def _export(book: OrderBook, *found: Unconfirmed) -> None:
    mark_exported(book, found, file="out.csv", who="P008", now_us=T0 + 5)


def test_only_what_was_handed_over(book: OrderBook) -> None:
    """A parcel in a handover that is not closed, and one still on the shelf, are not confirmed to anybody (H3)."""
    put_sealed(book, "SO-1", "YT1")
    handover = open_handover(book, YTO, who="P007", now_us=T0).id
    scan(book, handover, "YT1", who="P007", now_us=T0)
    assert unconfirmed(book, NO_RULES) == ()
    close(book, handover, {}, who="P007", now_us=T0 + 1)
    assert [
        (each.order, each.waybill, each.handed_over_us, each.exported_us) for each in unconfirmed(book, NO_RULES)
    ] == [("SO-1", "YT1", T0 + 1, None)]


def test_until_when(book: OrderBook) -> None:
    """The earlier of the platform's two deadlines counts, the most urgent comes first, and no rule is no deadline."""
    for number, platform in (("SO-1", "shopify"), ("SO-2", "amazon"), ("SO-3", "taobao")):
        put_sealed(book, number, number.replace("SO-", "YT"), platform=platform)
    _hand_over(book, "YT1", "YT2", "YT3")
    found = unconfirmed(book, RULES)
    assert [each.order for each in found] == ["SO-3", "SO-2", "SO-1"]
    assert (found[1].until_us, found[2].until_us) == (T0 + 48 * HOUR_US, None)
    assert found[0].until_us is not None
    assert found[0].until_us < T0 + 24 * HOUR_US
    assert [each.order for each in unconfirmed(book, RULES, platform="amazon")] == ["SO-2"]
    assert platforms(book) == ("amazon", "shopify", "taobao")


def test_exported_is_not_confirmed(book: OrderBook) -> None:
    """After the export an order still waits, until its platform's own file calls it shipped."""
    put_sealed(book, "SO-1", "YT1")
    _hand_over(book, "YT1")
    _export(book, *unconfirmed(book, NO_RULES))
    (waiting,) = unconfirmed(book, NO_RULES)
    assert (waiting.exported_us, waiting.file) == (T0 + 5, "out.csv")
    _export(book, waiting)
    with writing(book.engine) as connection:
        connection.execute(update(orders).values(state="shipped"))
    assert unconfirmed(book, NO_RULES) == ()


def test_two_parcels_of_one_order(book: OrderBook) -> None:
    """Each parcel is confirmed with its own waybill, and exporting one says nothing of the other."""
    put_sealed(book, "SO-1", "YT1")
    put_parcel(book, "SO-1", "YT2")
    _hand_over(book, "YT1", "YT2")
    first, _second = unconfirmed(book, NO_RULES)
    _export(book, first)
    assert {each.waybill: each.exported_us is None for each in unconfirmed(book, NO_RULES)} == {
        "YT1": False,
        "YT2": True,
    }


def test_as_a_platform_is_told(book: OrderBook) -> None:
    """The service goes by its names, the platform's own word where it has one, and the time is the shop's."""
    put_sealed(book, "SO-1", "YT1", platform="amazon")
    _hand_over(book, "YT1")
    names = {ServiceId("yto"): {"amazon": "YTO"}}
    found = unconfirmed(book, NO_RULES)
    (shipped,) = told(found, {YTO_SERVICE.id: YTO_SERVICE}, names, utc_offset_minutes=480)
    assert (shipped.service_zh, shipped.service_en, shipped.carrier) == ("圆通", "YTO", "YTO")
    assert shipped.handed_over.isoformat() == "2026-09-21T22:13:20+08:00"
    (unnamed,) = told(found, {}, {}, utc_offset_minutes=0)
    assert (unnamed.service_zh, unnamed.carrier, unnamed.handed_over.hour) == ("yto", "", 14)


def _parcels_of_one(book: OrderBook, *states: str) -> None:
    """SO-1 in as many parcels, those that are sealed handed over."""
    for part, state in enumerate(states, start=1):
        number = "SO-1" if part == 1 else f"SO-1#{part}"
        put_sealed(book, number, f"YT{part}", part=part, part_of=None if part == 1 else "SO-1", state=state)
    _hand_over(book, *(f"YT{part}" for part, state in enumerate(states, start=1) if state == "sealed"))


def test_an_order_in_several_parcels(book: OrderBook) -> None:
    """By the platform's number: parcel by parcel where it takes several, else the first once all have left."""
    _parcels_of_one(book, "sealed", "sealed", "ready")
    found = unconfirmed(book, NO_RULES)
    assert [(each.told_as, each.part, each.whole) for each in found] == [("SO-1", 1, False), ("SO-1", 2, False)]
    assert tellable(found, each_parcel=False) == ()
    rows = told(tellable(found, each_parcel=True), {}, {}, utc_offset_minutes=480)
    assert [(row.order, row.waybill, row.whole) for row in rows] == [("SO-1", "YT1", False), ("SO-1", "YT2", False)]


def test_all_parcels_have_left(book: OrderBook) -> None:
    """The first one's number is told, and what was not told is confirmed with it."""
    _parcels_of_one(book, "sealed", "sealed")
    found = unconfirmed(book, NO_RULES)
    chosen = tellable(found, each_parcel=False)
    assert [each.waybill for each in chosen] == ["YT1"]
    assert {each.waybill for each in with_its_others(chosen, found)} == {"YT1", "YT2"}
    rows = told(tellable(found, each_parcel=True), {}, {}, utc_offset_minutes=480)
    assert [row.whole for row in rows] == [False, True]


def test_a_further_parcel_is_confirmed_with_its_order(book: OrderBook) -> None:
    """Told, and its order shipped on the platform, it leaves the outbox; not told, it stays."""
    _parcels_of_one(book, "sealed", "sealed")
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == "SO-1").values(state="shipped"))
    (left,) = unconfirmed(book, NO_RULES)
    assert left.order == "SO-1#2"
    _export(book, left)
    assert unconfirmed(book, NO_RULES) == ()
