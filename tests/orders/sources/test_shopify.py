"""Shopify: a status in three columns, lines that need no parcel, and an order's cells on one row."""

from __future__ import annotations

import pytest

from station.orders.shops import load_shop
from station.orders.sources import shopify
from station.orders.standing import standing_of
from station.packing.model import HoldReason, LineKind, OrderState
from station.settings import config_dir
from tests.orders.sources.rows import faults, lines, order, read

PLATFORM = load_shop("demo", config_dir() / "shops").platform("shopify")
HEAD = {
    "Financial Status": "paid",
    "Shipping Name": "Ann Example",
    "Shipping Address1": "1 Example Street",
    "Shipping City": "Sampleville",
    "Shipping Country": "GB",
}


def _line(sku: str, units: str = "1", **cells: str) -> dict[str, str]:
    return {
        "Name": "#1001",
        "Lineitem sku": sku,
        "Lineitem name": f"Name of {sku}",
        "Lineitem quantity": units,
        **cells,
    }


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        ({}, OrderState.READY),
        ({"Fulfillment Status": "unfulfilled"}, OrderState.READY),
        ({"Fulfillment Status": "fulfilled"}, OrderState.SHIPPED),
        ({"Fulfillment Status": "fulfilled", "Cancelled at": "2026-11-20 09:00:00 +0800"}, OrderState.CANCELLED),
        ({"Financial Status": "refunded"}, OrderState.CANCELLED),
        ({"Financial Status": "voided"}, OrderState.CANCELLED),
    ],
)
def test_states(cells: dict[str, str], state: OrderState) -> None:
    """The strongest of the three status columns counts."""
    standing = standing_of(order(read(shopify, {**HEAD, **cells, **_line("A")})), PLATFORM)
    assert (standing.state, standing.holds) == (state, ())


@pytest.mark.parametrize(
    ("cells", "reason", "detail"),
    [
        ({"Financial Status": "pending"}, HoldReason.UNPAID, ""),
        ({"Financial Status": "authorized"}, HoldReason.UNPAID, ""),
        ({"Financial Status": "partially_paid"}, HoldReason.PARTLY_PAID, ""),
        (
            {"Financial Status": "pending", "Payment Method": "Cash on Delivery (COD)"},
            HoldReason.COD_UNCONFIRMED,
            "",
        ),
        ({"Risk Level": "Pending"}, HoldReason.RISK_REVIEW, ""),
        ({"Risk Level": "High"}, HoldReason.APPROVAL_MISSING, "Risk Level High"),
        ({"Refunded Amount": "5.00"}, HoldReason.APPROVAL_MISSING, "Refunded Amount 5.00"),
        ({"Fulfillment Status": "on_hold"}, HoldReason.STATUS_UNKNOWN, "'on_hold' is not known"),
    ],
)
def test_holds(cells: dict[str, str], reason: HoldReason, detail: str) -> None:
    """What is not paid, risky, partly refunded or unheard of is held, and says why."""
    standing = standing_of(order(read(shopify, {**HEAD, **cells, **_line("A")})), PLATFORM)
    (hold,) = standing.holds
    assert (hold.reason, detail in hold.detail) == (reason, True)


def test_lines_below_the_first() -> None:
    """Order cells stand on one row only, wherever a sorted file has put it; two equal lines are two lines."""
    rows = [_line("A"), {**HEAD, **_line("B", "2")}, _line("A")]
    one = order(read(shopify, *rows))
    assert lines(one) == [("A", 1), ("B", 2), ("A", 1)]
    assert (one.row, one.recipient.name) == (3, "Ann Example")


def test_the_same_order_twice() -> None:
    """An order exported twice counts once; with other lines it is refused."""
    rows = [{**HEAD, **_line("A")}, _line("B")]
    assert lines(order(read(shopify, *rows, *rows))) == [("A", 1), ("B", 1)]
    assert len(faults(read(shopify, *rows, {**HEAD, **_line("A")}, _line("C")))) == 4


def test_an_order_sent_in_parts() -> None:
    """Lines that went out already are not packed again; when all did, the order is a sent one."""
    sent = {"Lineitem fulfillment status": "fulfilled"}
    rows = [{**HEAD, "Fulfillment Status": "partial", **_line("A", **sent)}, _line("B")]
    assert lines(order(read(shopify, *rows))) == [("B", 1)]
    gone = order(read(shopify, rows[0]))
    assert standing_of(gone, PLATFORM).state is OrderState.SHIPPED


def test_lines_that_need_no_parcel() -> None:
    """What requires no shipping is virtual, has a name at least, and an order of nothing else needs no address."""
    virtual = {"Lineitem requires shipping": "false"}
    one = order(read(shopify, {"Financial Status": "paid", **_line("", **virtual)}))
    assert one.lines is not None
    assert [(line.sku, line.kind) for line in one.lines] == [("Name of", LineKind.VIRTUAL)]
    assert one.holds == ()


def test_goods_without_an_address() -> None:
    """Goods that would go nowhere are held for a person, not refused: the buyer may come for them."""
    (hold,) = order(read(shopify, {"Financial Status": "paid", **_line("A")})).holds
    assert (hold.reason, hold.detail) == (HoldReason.APPROVAL_MISSING, "there is no shipping address")


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        ({"Lineitem sku": ""}, "no SKU"),
        ({"Shipping Country": "Atlantis"}, "country"),
        ({"Name": ""}, "number is missing"),
    ],
)
def test_rows_that_cannot_be_used(cells: dict[str, str], word: str) -> None:
    """A line without SKU, an unknown country, a row without a number: each is refused in words."""
    ((_row, message),) = faults(read(shopify, {**HEAD, **_line("A"), **cells}))
    assert word in message


def test_what_the_buyer_says() -> None:
    """Notes are the buyer's message; a gift is also seen in the shop's own attributes."""
    cells = {"Notes": "Leave at the door", "Note Attributes": "gift wrap: yes", "Shipping Company": "Example Ltd"}
    one = order(read(shopify, {**HEAD, **cells, **_line("A")}))
    assert (one.buyer_message, one.gift) == ("Leave at the door", True)
    assert one.recipient.street == "Example Ltd, 1 Example Street"
