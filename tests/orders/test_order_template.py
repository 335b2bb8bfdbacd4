"""The empty order table for a seller who has none."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from station.home import Home
from station.orders.importing import take_files
from station.orders.order_template import template
from station.orders.orderbook import OrderBook
from station.orders.sources import generic
from station.packing.model import HoldReason, OrderState
from station.reports.table import write_file
from tests.orders.intake import T0, shelf


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "tsv"])
def test_it_imports_as_it_is(
    book: OrderBook, home: Home, tmp_path: Path, language: Literal["zh", "en"], ending: str
) -> None:
    """Every column means something, every cell is understood, and the example is held: nobody ships it."""
    path = tmp_path / f"orders.{ending}"
    headers, rows = template(language)
    write_file(path, headers, rows)
    (report,), _batch = take_files(shelf(book, home), [path], now_us=T0)
    assert (report.trouble, report.faults, report.counts.lines) == ("", (), 2)
    order = book.order_copy("EXAMPLE-1")
    assert order is not None
    assert (order.state, [hold.reason for hold in order.holds]) == (OrderState.HELD, [HoldReason.BY_SUPERVISOR])
    assert [(line.sku, line.quantity) for line in order.lines] == [("MUG-WHITE", 2), ("TEA-100", 1)]
    assert order.recipient.postcode in ("310000", "SW1A 1AA")


def test_every_header_is_known() -> None:
    """A header that the reader does not know would be a column that is silently lost."""
    for language in ("zh", "en"):
        headers, rows = template(language)
        assert None not in [generic.meaning_of(header) for header in headers]
        assert {len(row) for row in rows} == {len(headers)}
