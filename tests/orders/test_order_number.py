"""Order numbers as a spreadsheet leaves them."""

from __future__ import annotations

import pytest

from station.orders.source_order import CellError, order_number


@pytest.mark.parametrize("text", ["1.23457E+17", "123456789012345680.0", "1001.0"])
def test_a_number_a_spreadsheet_made(text: str) -> None:
    """Digits may be lost and ``.0`` is nobody's number: the row is refused, not taken as another order."""
    with pytest.raises(CellError, match="a spreadsheet has turned the order number"):
        order_number(text, "order")


@pytest.mark.parametrize("text", ["1001", "#1001", "SO-1.0", "026-1234567-1234567"])
def test_numbers_of_platforms(text: str) -> None:
    """What platforms write is taken as it stands."""
    assert order_number(text, "order") == text
