"""A day of two benches with real entries, relayed to an order book: for tests of the supervisor's screen."""

from __future__ import annotations

from sqlalchemy import insert

from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import people
from station.packing.events import DeviceChanged, ScanRefused
from station.packing.inputs import DeviceKind
from station.packing.reasons import Reason
from tests.clocks import START_WALL_US
from tests.orders.conftest import put_order
from tests.orders.recorded import Recorded, opened, packed, sealed

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
NOW = START_WALL_US
"""2026-11-18 11:06:40 UTC."""
NINE = NOW - NOW % HOUR - 2 * HOUR
DAY = 24 * HOUR


def refused(reason: Reason = Reason.NOT_IN_ORDER) -> ScanRefused:
    return ScanRefused(reason=reason, code="X", device="scanner", locks=True)


def parcel(
    ledger: Recorded,
    number: str,
    at_us: int,
    *refusals: ScanRefused,
    seconds: int = 40,
    units: int = 1,
    by: str = "P001",
) -> None:
    ledger.add(opened(number), order=number, by=by, at_us=at_us)
    ledger.add(packed(), *refusals, order=number, by=by, at_us=at_us + 10 * SECOND)
    ledger.add(sealed(f"YT-{number}", {"A": units}), order=number, by=by, at_us=at_us + seconds * SECOND)


def put_day(book: OrderBook) -> None:
    """B01 packs from nine, B02 from ten; yesterday B01 alone. Sixty orders wait for SF, three hours from now."""
    first, second = Recorded("B01"), Recorded("B02")
    for at in range(4):
        parcel(first, f"OLD-{at}", NINE - DAY + at * 10 * MINUTE)
    for at in range(9):
        parcel(first, f"SO-1{at}", NINE + at * 10 * MINUTE, *((refused(),) if at in (2, 3) else ()))
    for at in range(6):
        parcel(second, f"SO-2{at}", NINE + HOUR + at * 10 * MINUTE, units=2, by="P002")
    lost = DeviceChanged(device="printer", kind=DeviceKind.PRINTER, up=False, word="paper_out")
    second.add(lost, by="P002", at_us=NINE + 2 * HOUR + MINUTE)
    with writing(book.engine) as connection:
        for number, name in enumerate(("陈禾", "赵一苇"), start=1):
            row = {"badge": f"W0{number}", "pseudonym": f"P00{number}", "name": name, "supervisor": number == 1}
            connection.execute(insert(people).values(row))
    for at in range(60):
        put_order(book.engine, f"W-{at:03}", {"A": 1}, service="sf", due_us=NOW + 3 * HOUR)
    for ledger in (first, second):
        for order_no in {entry.order_no for entry in ledger.entries() if entry.order_no}:
            put_order(book.engine, order_no, {"A": 1}, service="yto", state="sealed")
        Relay(ledger, log=ledger.log)(book)
