"""The Shopify orders CSV: one row a line, the order's own cells on its first row. Pure.

Its status stands in three columns, of which the strongest counts: cancelled, then fulfilled, then the payment. Risk and
a partial refund are holds that a person lifts, because their columns still say the same after the shop has decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from station.orders.line_money import price
from station.orders.order_rows import Cells, Layout, Row, read_orders
from station.orders.sheet import Table
from station.orders.source_order import (
    CellError,
    Found,
    SourceHold,
    SourceLine,
    SourceOrder,
    amount_is_positive,
    asks_for_gift,
    hundredths,
    order_number,
    quantity,
    said,
    time_us,
)
from station.orders.sources.countries import country_code
from station.orders.sources.shipping_words import carrier_chosen
from station.packing.model import HoldReason, LineKind, Money, Recipient

PLATFORM = "shopify"
SIGNATURE = ("Name", "Financial Status", "Fulfillment Status", "Lineitem quantity", "Lineitem name", "Lineitem sku")
_PLACE = ("Shipping Street", "Shipping Address1", "Shipping Address2", "Shipping City", "Shipping Country")
_LAYOUT = Layout(
    number="Name",
    of_the_order=(
        "Financial Status",
        "Paid at",
        "Fulfillment Status",
        "Shipping Method",
        "Created at",
        "Shipping Name",
        *_PLACE,
        "Shipping Company",
        "Shipping Zip",
        "Shipping Province",
        "Shipping Phone",
        "Notes",
        "Note Attributes",
        "Cancelled at",
        "Payment Method",
        "Refunded Amount",
        "Id",
        "Risk Level",
        "Phone",
        "Total",
    ),
    of_the_line=(
        "Lineitem quantity",
        "Lineitem name",
        "Lineitem sku",
        "Lineitem price",
        "Lineitem discount",
        "Lineitem requires shipping",
        "Lineitem fulfillment status",
    ),
    line_id=(),
)

EXAMPLES = (
    (
        (
            (*SIGNATURE, "Shipping Country"),
            ("#1001", "paid", "unfulfilled", "2", "Mug white", "MUG-330-W", "US"),
        ),
        ("#1001", "paid", (("MUG-330-W", 2),)),
    ),
)
"""Header and row, and what is read of it: number, status word, lines."""


def read(table: Table, *, utc_offset_minutes: int) -> Iterator[Found]:
    """Each order once, with what is still to be sent of it."""
    line = partial(_line, currencies={name: code for _row, (name, code) in table.records(("Name", "Currency")) if code})
    return read_orders(table, _LAYOUT, line=line, order=partial(_order, utc_offset_minutes=utc_offset_minutes))


def _line(cell: Cells, *, currencies: Mapping[str, str]) -> SourceLine | None:
    """None for a line that went out already, in an order sent in parts."""
    if cell["Lineitem fulfillment status"].casefold() == "fulfilled":
        return None
    virtual = cell["Lineitem requires shipping"].casefold() == "false"
    sku = cell["Lineitem sku"] or (cell["Lineitem name"] if virtual else "")
    if not sku:
        raise CellError("Lineitem sku", "the line has no SKU: give the item one in the shop and export again")
    return SourceLine(
        sku=sku,
        quantity=quantity(cell["Lineitem quantity"], "Lineitem quantity"),
        name=cell["Lineitem name"],
        kind=LineKind.VIRTUAL if virtual else LineKind.GOODS,
        price=_price(cell, currencies.get(cell["Name"], "")),
    )


def _price(cell: Cells, currency: str) -> Money | None:
    """What a unit costs; of a line with a discount of its own nobody has said it."""
    return None if amount_is_positive(cell["Lineitem discount"]) else price(cell["Lineitem price"], currency)


def _order(rows: Sequence[Row], lines: tuple[SourceLine, ...], *, utc_offset_minutes: int) -> SourceOrder:
    row, cell = rows[0]
    message = said(cell["Notes"])
    return SourceOrder(
        row=row,
        number=order_number(cell["Name"], "Name"),
        status_word=_status_word(cell) if lines else "fulfilled",
        recipient=_recipient(cell),
        lines=lines,
        buyer_message=message,
        gift=asks_for_gift(f"{message}\n{cell['Note Attributes']}"),
        buyer_service=carrier_chosen(cell["Shipping Method"]),
        created_us=time_us(cell["Created at"], "Created at", utc_offset_minutes=utc_offset_minutes),
        paid_us=time_us(cell["Paid at"], "Paid at", utc_offset_minutes=utc_offset_minutes),
        holds=tuple(_holds(cell, lines)),
        amount=hundredths(cell["Total"]),
        company=said(cell["Shipping Company"]),
    )


_NOT_SENT = frozenset({"", "unfulfilled", "partial", "pending"})
_ON_DELIVERY = re.compile(r"cash on delivery|\bcod\b|货到付款", re.IGNORECASE)


def _status_word(cell: Cells) -> str:
    paid, sent = cell["Financial Status"].casefold(), cell["Fulfillment Status"].casefold()
    if said(cell["Cancelled at"]):
        return "cancelled"
    if sent not in _NOT_SENT:
        return sent
    return "cash on delivery" if paid == "pending" and _ON_DELIVERY.search(cell["Payment Method"]) else paid


def _recipient(cell: Cells) -> Recipient:
    if not any(said(cell[column]) for column in _PLACE):
        return Recipient(name=cell["Shipping Name"], phone=_phone(cell))
    lines = [said(cell[column]) for column in ("Shipping Company", "Shipping Address1", "Shipping Address2")]
    return Recipient(
        name=cell["Shipping Name"],
        phone=_phone(cell),
        country=country_code(cell["Shipping Country"], "Shipping Country"),
        province=cell["Shipping Province"],
        city=cell["Shipping City"],
        street=", ".join(filter(None, lines if any(lines[1:]) else (lines[0], cell["Shipping Street"]))),
        postcode=cell["Shipping Zip"],
    )


def _phone(cell: Cells) -> str:
    return said(cell["Shipping Phone"]) or said(cell["Phone"])


_NO_RISK = frozenset({"", "low", "none"})


def _holds(cell: Cells, lines: tuple[SourceLine, ...]) -> Iterator[SourceHold]:
    risk = cell["Risk Level"]
    if risk.casefold() == "pending":
        yield SourceHold(reason=HoldReason.RISK_REVIEW)
    elif risk.casefold() not in _NO_RISK:
        yield SourceHold(reason=HoldReason.APPROVAL_MISSING, detail=f"Risk Level {risk[:40]}")
    if amount_is_positive(cell["Refunded Amount"]):
        detail = f"Refunded Amount {cell['Refunded Amount'][:20]}: what remains to be sent?"
        yield SourceHold(reason=HoldReason.APPROVAL_MISSING, detail=detail)
    if any(line.kind is not LineKind.VIRTUAL for line in lines) and not any(said(cell[column]) for column in _PLACE):
        yield SourceHold(reason=HoldReason.APPROVAL_MISSING, detail="there is no shipping address")
