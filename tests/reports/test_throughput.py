"""Throughput, on SQLite and PostgreSQL: what is counted, when, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta, timezone

import pytest

from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.packing.events import LabelHeld, ScanRefused, WeightRefused
from station.packing.reasons import Reason
from station.reports.throughput import IDLE_US, By, Figures, Throughput, throughput
from tests.orders.recorded import Recorded, opened, packed, sealed

SHANGHAI = timezone(timedelta(hours=8))
DAY = 1_795_017_600_000_000  # 2026-11-19 00:00 in Shanghai
MINUTE = 60_000_000
HOUR = 60 * MINUTE


def _refused(reason: Reason = Reason.NOT_IN_ORDER) -> ScanRefused:
    return ScanRefused(reason=reason, code="X", device="scanner", locks=True)


def _parcel(
    ledger: Recorded, number: str, at_us: int, contents: Mapping[str, int] | None = None, *, by: str = "P001"
) -> None:
    """Two minutes of packing that end with the seal at ``at_us``."""
    ledger.add(opened(number), packed(), order=number, by=by, at_us=at_us - 2 * MINUTE)
    ledger.add(packed(), order=number, by=by, at_us=at_us - MINUTE)
    ledger.add(sealed(f"YT-{number}", contents), order=number, by=by, at_us=at_us)


def _report(book: OrderBook, *ledgers: Recorded, by: By = By.BENCH) -> Throughput:
    for ledger in ledgers:
        Relay(ledger, log=ledger.log)(book)
    return throughput(book, from_us=DAY, to_us=DAY + 24 * HOUR, by=by, zone=SHANGHAI)


def _row(report: Throughput, label: str) -> Figures:
    return dict(report.rows)[label]


def test_figures_of_a_bench(book: OrderBook) -> None:
    """Parcels, lines and units are the seals' own; an hour's pace comes from the time between acts."""
    ledger = Recorded()
    _parcel(ledger, "SO-1", DAY + HOUR, {"A": 2, "B": 1})
    _parcel(ledger, "SO-2", DAY + HOUR + 4 * MINUTE, {"A": 5})
    row = _row(_report(book, ledger), "B01")
    assert (row.parcels, row.orders, row.lines, row.units, row.clean) == (2, 2, 3, 8, 2)
    assert row.worked_us == 6 * MINUTE
    assert (row.per_hour(row.parcels), row.per_hour(row.units), row.clean_share) == (20.0, 80.0, 1.0)


def test_pauses_are_not_worked(book: OrderBook) -> None:
    """A time longer than the limit between two acts counts nothing; the limit itself counts."""
    ledger = Recorded()
    for at_us in (0, IDLE_US, 2 * IDLE_US + 1, 2 * IDLE_US + 1 + MINUTE):
        ledger.add(packed(), order="SO-1", at_us=DAY + at_us)
    assert _row(_report(book, ledger), "B01").worked_us == IDLE_US + MINUTE


def test_a_clock_set_back_is_not_worked(book: OrderBook) -> None:
    """Time goes by the ledger's order; a step of the wall clock back takes nothing away."""
    ledger = Recorded()
    for at_us in (HOUR, HOUR + MINUTE, MINUTE, 2 * MINUTE):
        ledger.add(packed(), order="SO-1", at_us=DAY + at_us)
    assert _row(_report(book, ledger), "B01").worked_us == 2 * MINUTE


def test_one_act_has_no_pace(book: OrderBook) -> None:
    """A parcel whose only record is its seal has no hours and so no pace, rather than an endless one."""
    ledger = Recorded()
    ledger.add(sealed("YT1"), order="SO-1", at_us=DAY)
    row = _row(_report(book, ledger), "B01")
    assert (row.parcels, row.hours, row.per_hour(row.parcels)) == (1, 0, None)


def test_refusals_stand_beside_speed(book: OrderBook) -> None:
    """Refusals are counted by reason, and a parcel that had one is not clean; a label that only waits is no refusal."""
    ledger = Recorded()
    heavy = WeightRefused(reason=Reason.WEIGHT_HIGH, weight_mg=9, low_mg=1, high_mg=2, device="scale")
    ledger.add(opened("SO-1"), _refused(), _refused(), heavy, order="SO-1", at_us=DAY)
    ledger.add(LabelHeld(reason=Reason.NO_WAYBILL), order="SO-1", at_us=DAY)
    ledger.add(sealed("YT1"), order="SO-1", at_us=DAY + MINUTE)
    _parcel(ledger, "SO-2", DAY + 5 * MINUTE)
    ledger.add(_refused(Reason.ORDER_HELD), at_us=DAY + 6 * MINUTE)  # with no order open
    row = _row(_report(book, ledger), "B01")
    assert row.reasons == {"not_in_order": 2, "order_held": 1, "weight_high": 1}
    assert (row.refusals, row.clean, row.clean_share) == (4, 1, 0.5)


def test_a_refusal_at_another_bench_counts_for_the_parcel(book: OrderBook) -> None:
    """An order refused at one bench and sealed at another is no clean parcel."""
    first, second = Recorded("B01"), Recorded("B02")
    first.add(opened("SO-1"), _refused(), order="SO-1", at_us=DAY)
    _parcel(second, "SO-1", DAY + HOUR)
    report = _report(book, first, second)
    figures = [(label, row.parcels, row.refusals, row.clean) for label, row in report.rows]
    assert figures == [("B01", 0, 1, 0), ("B02", 1, 0, 0)]
    assert (report.total.clean_share, _row(report, "B01").clean_share) == (0, None)


def test_by_packer(book: OrderBook) -> None:
    """Each packer has what they sealed and what they were refused, at whatever bench; nobody is ranked."""
    first, second = Recorded("B01"), Recorded("B02")
    _parcel(first, "SO-1", DAY + HOUR, {"A": 1}, by="P002")
    _parcel(second, "SO-2", DAY + HOUR, {"A": 1}, by="P002")
    _parcel(second, "SO-3", DAY + 2 * HOUR, {"A": 9}, by="P001")
    report = _report(book, first, second, by=By.PACKER)
    assert [(label, row.parcels, row.units) for label, row in report.rows] == [("P001", 1, 9), ("P002", 2, 2)]
    assert (report.total.parcels, report.total.units) == (3, 11)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, [("2026-11-19 07:00", 1), ("2026-11-19 08:00", 2)]),
        (30, [("2026-11-19 08:00", 2), ("2026-11-19 09:00", 1)]),
    ],
)
def test_by_hour_of_the_place(book: OrderBook, minutes: int, expected: list[tuple[str, int]]) -> None:
    """Hours are those of the clock on the wall, also where it is half an hour off."""
    ledger = Recorded()
    _parcel(ledger, "SO-1", DAY + 8 * HOUR - 1)
    _parcel(ledger, "SO-2", DAY + 8 * HOUR)
    _parcel(ledger, "SO-3", DAY + 8 * HOUR + 30 * MINUTE)
    Relay(ledger, log=ledger.log)(book)
    zone = timezone(timedelta(hours=8, minutes=minutes))
    report = throughput(book, from_us=DAY, to_us=DAY + 24 * HOUR, by=By.HOUR, zone=zone)
    assert [(label, row.parcels) for label, row in report.rows if row.parcels] == expected


def test_the_period_has_sharp_ends(book: OrderBook) -> None:
    """The first instant belongs to it and the last does not; nothing before it is counted as worked within."""
    ledger = Recorded()
    ledger.add(packed(), order="SO-1", at_us=DAY - 2 * MINUTE)
    ledger.add(packed(), order="SO-1", at_us=DAY - 1)
    ledger.add(sealed("YT1"), order="SO-1", at_us=DAY)
    ledger.add(sealed("YT2"), order="SO-2", at_us=DAY + 24 * HOUR)
    row = _row(_report(book, ledger), "B01")
    assert (row.parcels, row.worked_us) == (1, 1)


def test_an_order_in_two_parcels(book: OrderBook) -> None:
    """Two parcels of one order are one order, where its first parcel was sealed."""
    first, second = Recorded("B01"), Recorded("B02")
    _parcel(first, "SO-1", DAY + HOUR)
    _parcel(second, "SO-1", DAY + 2 * HOUR)
    report = _report(book, first, second)
    assert [(label, row.parcels, row.orders) for label, row in report.rows] == [("B01", 1, 1), ("B02", 1, 0)]


def test_an_empty_period(book: OrderBook) -> None:
    """Nothing packed gives no rows and a total of nothing."""
    report = _report(book)
    assert report.empty
    assert (report.total.parcels, report.total.clean_share, report.reasons) == (0, None, ())
