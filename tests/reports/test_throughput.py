"""Throughput by bench, packer and hour, on both databases; tables that no spreadsheet takes for formulas."""

from __future__ import annotations

import io
from datetime import UTC
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert

from station.errors import UsageTrouble
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import events, parcels
from station.reports.table import plain, write_csv, write_file, write_xlsx
from station.reports.throughput import HOUR_US, By, cells, headers, throughput
from tests.orders.conftest import book, server_url, url  # noqa: F401

HOUR = 500_000 * HOUR_US
MINUTE = 60_000_000


@pytest.fixture
def packed(book: OrderBook) -> OrderBook:  # noqa: F811
    """Two benches: B01 packs two parcels in ten minutes with one refusal, B02 one an hour later."""
    scans = [
        ("B01", 0, 1, "ItemPacked"),
        ("B01", 1, 2, "ScanRefused"),
        ("B01", 2, 7, "ItemPacked"),
        ("B02", 0, 61, "ItemPacked"),
    ]
    with writing(book.engine) as connection:
        for bench, seq, minute, kind in scans:
            row = {"bench": bench, "epoch": 1, "seq": seq, "kind": kind, "wall_us": HOUR + minute * MINUTE}
            connection.execute(insert(events).values(**row, packer=f"P-{bench}", order_no="1", header="{}"))
        for bench, seq, minute, units in (("B01", 3, 3, 4), ("B01", 4, 8, 6), ("B02", 1, 62, 5)):
            row = {"bench": bench, "epoch": 1, "seq": seq, "order_no": str(seq), "waybill": "W", "packer": f"P-{bench}"}
            sealed = {"sealed_us": HOUR + minute * MINUTE, "lines": 2, "units": units}
            connection.execute(insert(parcels).values(**row, **sealed))
    return book


@pytest.mark.parametrize(
    ("by", "keys"),
    [(By.BENCH, ["B01", "B02"]), (By.PACKER, ["P-B01", "P-B02"]), (By.HOUR, [HOUR, HOUR + HOUR_US])],
)
def test_by(packed: OrderBook, by: By, keys: list[str | int]) -> None:
    """Counts, working time and rates are those of the events, whatever they are grouped by."""
    rows = throughput(packed, by=by, from_us=HOUR, to_us=HOUR + 2 * HOUR_US)
    assert [row.key for row in rows] == keys
    first, second = rows
    assert (first.parcels, first.lines, first.units, first.refusals, first.working_minutes) == (2, 4, 10, 1, 10)
    assert (first.per_hour(first.parcels), first.refusals_per_100_units) == (12.0, 10.0)
    assert (second.parcels, second.units, second.refusals, second.working_minutes) == (1, 5, 0, 5)


def test_the_days_asked_for(packed: OrderBook) -> None:
    """What lies outside the days asked for does not count."""
    (row,) = throughput(packed, by=By.BENCH, from_us=HOUR + HOUR_US, to_us=HOUR + 2 * HOUR_US)
    assert (row.key, row.parcels) == ("B02", 1)
    assert throughput(packed, by=By.BENCH, from_us=0, to_us=1) == ()


def test_rows_for_a_table(packed: OrderBook) -> None:
    """An hour is told as a time, and each column has its head."""
    rows = throughput(packed, by=By.HOUR, from_us=HOUR, to_us=HOUR + HOUR_US)
    (row,) = cells(rows, UTC)
    assert row[0] == "2027-01-15 08:00"
    assert len(row) == len(headers(By.HOUR))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\tx"])
def test_formulas_stay_text(text: str) -> None:
    """Text that looks like a formula cannot become one in a spreadsheet."""
    assert plain(text) == f"'{text}"
    assert f"'{text}".encode() in write_csv(("a",), [(text,)])
    sheet = load_workbook(io.BytesIO(write_xlsx(("a",), [(text, -5)]))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == [f"'{text}", -5]


def test_files_by_their_ending(tmp_path: Path) -> None:
    """A file's ending says its form; another ending is refused."""
    write_file(tmp_path / "a.csv", ("a",), [("中",)])
    assert (tmp_path / "a.csv").read_text("utf-8-sig") == "a\n中\n"
    with pytest.raises(UsageTrouble, match="csv or"):
        write_file(tmp_path / "a.pdf", ("a",), [])
