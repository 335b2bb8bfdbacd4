"""Carriers' tracking files, on both databases: read whole or not at all, known once, told by what they mean."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from station.errors import Trouble
from station.orders.carrier_news import MOVING, NewsTaken, meaning, take_news
from station.orders.dispute_tables import carrier_news
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from tests.orders.parcels_made import put_sealed

FILE = """运单号,时间,状态,网点,重量(kg)
YT1,2026-11-20 18:00,【杭州】快件已揽收,杭州,0.43
YT1,2026-11-22 09:30:00,已签收，签收人：前台,上海,
YT9,2026-11-20 18:00,已揽收,杭州,1
"""


def _take(book: OrderBook, tmp_path: Path, text: str) -> NewsTaken:
    file = tmp_path / "news.csv"
    file.write_text(text, "utf-8")
    return take_news(book, file, utc_offset_minutes=480)


def test_news_are_taken_once(book: OrderBook, tmp_path: Path) -> None:
    """Time of day and weight come in; a number of no parcel here is named; the same file again brings nothing."""
    put_sealed(book, "SO-1", "YT1", weight_mg=431_000)
    assert _take(book, tmp_path, FILE) == NewsTaken(new=2, strange=("YT9",))
    assert _take(book, tmp_path, FILE) == NewsTaken(known=2, strange=("YT9",))
    with reading(book.engine) as connection:
        rows = connection.execute(select(carrier_news).order_by(carrier_news.c.at_us)).all()
    first_us = int(datetime(2026, 11, 20, 10, 0, tzinfo=UTC).timestamp()) * 1_000_000
    assert [(row.what, row.place, row.weight_mg) for row in rows] == [
        ("accepted", "杭州", 430_000),
        ("delivered", "上海", None),
    ]
    assert (rows[0].at_us, rows[0].source) == (first_us, "news.csv")


@pytest.mark.parametrize(
    ("header", "cell"), [("重量", "0.5"), ("weight (g)", "500"), ("重量（克）", "500"), ("weight_g", "500")]
)
def test_the_unit_of_the_weight(book: OrderBook, tmp_path: Path, header: str, cell: str) -> None:
    """A weight is in the unit its header says, in kilograms where it says none."""
    put_sealed(book, "SO-1", "YT1", weight_mg=None)
    _take(book, tmp_path, f"tracking number,time,{header}\nYT1,2026-11-20 18:00,{cell}\n")
    with reading(book.engine) as connection:
        assert connection.execute(select(carrier_news.c.weight_mg)).scalars().all() == [500_000]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",2026-11-20 18:00,1", "number is missing"),
        ("YT1,,1", "time is missing"),
        ("YT1,soon,1", "no date and time"),
        ("YT1,2026-11-20 18:00,heavy", "no weight"),
        ("YT1,2026-11-20 18:00,nan", "no weight"),
        ("YT1,2026-11-20 18:00,-1", "no weight"),
        ("YT1,2026-11-20 18:00,5000", "at most 1000 kg"),
    ],
)
def test_a_row_that_cannot_be(book: OrderBook, tmp_path: Path, row: str, why: str) -> None:
    """One bad row: it is named, and nothing of the file is taken."""
    put_sealed(book, "SO-1", "YT1", weight_mg=None)
    taken = _take(book, tmp_path, f"运单号,时间,重量\nYT1,2026-11-20 17:00,1\n{row}\n")
    assert [(fault.row, why in fault.message) for fault in taken.faults] == [(3, True)]
    with reading(book.engine) as connection:
        assert connection.execute(select(carrier_news)).first() is None


@pytest.mark.parametrize("headers", ["运单号,状态", "时间,状态"])
def test_a_file_without_number_or_time(book: OrderBook, tmp_path: Path, headers: str) -> None:
    """Is refused with the columns it has."""
    with pytest.raises(Trouble, match="has no column for"):
        _take(book, tmp_path, f"{headers}\nx,y\n")


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("快件已被【张三】揽收", "accepted"),
        ("Shipment picked up", "accepted"),
        ("已签收，凭取货码", "delivered"),
        ("Delivered, front desk", "delivered"),
        ("未签收", MOVING),
        ("Out for delivery", MOVING),
        ("收件人拒收", "refused"),
        ("退回件已签收", "returned"),
        ("包装破损", "damaged"),
        ("快件遗失", "lost"),
        ("到达【上海转运中心】", MOVING),
        ("", MOVING),
    ],
)
def test_meaning(word: str, what: str) -> None:
    """A return that was signed for is no delivery, and what is yet to come has not happened."""
    assert meaning(word) == what
