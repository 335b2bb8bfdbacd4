"""Amazon: what is still to be sent, until when, and what the buyer wants."""

from __future__ import annotations

import pytest

from station.orders.sources import amazon
from station.orders.sources.shipping_words import carrier_chosen
from station.packing.model import HoldReason
from tests.orders.sources.rows import faults, lines, order, read

HEAD = {
    "order-id": "111-0000001-0000001",
    "recipient-name": "Alex Sample",
    "ship-address-1": "1 Example Street",
    "ship-address-3": "Floor 3",
    "ship-country": "US",
}


def _item(number: str, sku: str, units: str = "1", **cells: str) -> dict[str, str]:
    return {**HEAD, "order-item-id": number, "sku": sku, "quantity-purchased": units, **cells}


def test_items_of_one_order() -> None:
    """Each item is a line, two of one SKU too; the same item twice counts once."""
    one = order(read(amazon, _item("1", "A"), _item("2", "A"), _item("3", "B", "2"), _item("1", "A")))
    assert lines(one) == [("A", 1), ("A", 1), ("B", 2)]
    assert one.recipient.street == "1 Example Street, Floor 3"


def test_one_item_in_two_versions() -> None:
    """An item with two quantities refuses its order."""
    assert len(faults(read(amazon, _item("1", "A"), _item("1", "A", "2")))) == 2


def test_the_rest_of_a_long_row() -> None:
    """Promotions that did not fit go on below with nothing but the numbers: no line."""
    rest = {"order-id": HEAD["order-id"], "order-item-id": "1"}
    assert lines(order(read(amazon, _item("1", "A"), rest, _item("2", "B")))) == [("A", 1), ("B", 1)]


def test_what_is_left_to_send() -> None:
    """Only what has not been sent is packed; an order with nothing left is a sent one."""
    rows = (_item("1", "A", "3", **{"quantity-to-ship": "1"}), _item("2", "B", **{"quantity-to-ship": "0"}))
    assert lines(order(read(amazon, *rows))) == [("A", 1)]
    assert lines(order(read(amazon, _item("1", "A", "3", **{"quantity-shipped": "1"})))) == [("A", 2)]
    sent = order(read(amazon, _item("1", "A", **{"quantity-shipped": "1"})))
    assert (sent.lines, sent.status_word) == ((), "shipped")


def test_deadlines() -> None:
    """The latest ship date counts, the promise date of the unshipped report without it, the earliest of all items."""
    first = _item("1", "A", **{"promise-date": "2026-11-23T08:00:00+00:00"})
    second = _item("2", "B", **{"promise-date": "2026-11-22T00:00:00-08:00"})
    assert order(read(amazon, first, second)).deadline_us == 1_795_334_400_000_000
    both = _item("1", "A", **{"promise-date": "2026-11-23", "latest-ship-date": "2026-11-21T08:00:00Z"})
    assert order(read(amazon, both)).deadline_us == 1_795_248_000_000_000


def test_what_the_buyer_says() -> None:
    """Instructions, gift words and a business buyer's number reach the packer."""
    cells = {
        "delivery-Instructions": "Ring twice",
        "gift-message-text": "All the best",
        "is-business-order": "true",
        "purchase-order-number": "PO-7",
    }
    one = order(read(amazon, _item("1", "A", **cells)))
    assert one.buyer_message == "Ring twice\nGift message: All the best\nPurchase order number: PO-7"
    assert one.gift


def test_a_cancellation_asked_for() -> None:
    """A buyer who asks to cancel stops the order."""
    cells = {"is-buyer-requested-cancellation": "true", "buyer-requested-cancel-reason": "Ordered twice"}
    (hold,) = order(read(amazon, _item("1", "A"), _item("2", "B", **cells))).holds
    assert (hold.reason, hold.detail) == (HoldReason.CANCEL_ASKED, "Ordered twice")


@pytest.mark.parametrize(
    ("cells", "word"),
    [({"sku": ""}, "SKU is missing"), ({"quantity-purchased": "x"}, "whole number"), ({"ship-country": ""}, "country")],
)
def test_rows_that_cannot_be_used(cells: dict[str, str], word: str) -> None:
    """A row without SKU, quantity or country is refused in words."""
    ((_row, message),) = faults(read(amazon, {**_item("1", "A"), **cells}))
    assert word in message


@pytest.mark.parametrize(
    ("level", "chosen"),
    [("Standard", ""), ("Std US Dom", ""), ("Expedited", "Expedited"), ("DHL  Express", "DHL Express")],
)
def test_shipping_levels(level: str, chosen: str) -> None:
    """A standard level asks for no carrier, so nobody is asked to confirm another."""
    assert carrier_chosen(level) == chosen
