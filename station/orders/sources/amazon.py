"""The Amazon order and unshipped-order reports (flat file, tab-separated): one row an order item. Pure.

The files have no status word: an order of the unshipped report is paid for and has not been sent. The plain order
report, when requested by hand, has sent ones too and does not say so: the unshipped report is the one to import.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    asks_for_gift,
    hundredths,
    order_number,
    quantity,
    said,
    time_us,
)
from station.orders.sources.countries import country_code
from station.orders.sources.shipping_words import carrier_chosen
from station.packing.model import HoldReason, Money, Recipient

PLATFORM = "amazon"
SIGNATURE = ("order-id", "order-item-id", "sku", "quantity-purchased", "recipient-name", "ship-country")
_ADDRESS = ("ship-address-1", "ship-address-2", "ship-address-3")
_LAYOUT = Layout(
    number="order-id",
    of_the_order=(
        "purchase-date",
        "recipient-name",
        *_ADDRESS,
        "ship-city",
        "ship-state",
        "ship-postal-code",
        "ship-country",
        "ship-phone-number",
        "buyer-phone-number",
        "purchase-order-number",
    ),
    of_the_line=(
        "sku",
        "product-name",
        "quantity-purchased",
        "quantity-shipped",
        "quantity-to-ship",
        "payments-date",
        "promise-date",
        "latest-ship-date",
        "ship-service-level",
        "delivery-Instructions",
        "gift-wrap-type",
        "gift-message-text",
        "is-buyer-requested-cancellation",
        "buyer-requested-cancel-reason",
        "item-price",
        "currency",
        "shipping-price",
        "is-business-order",
    ),
    line_id=("order-item-id",),
)
_SENT, _OPEN = "shipped", ""

EXAMPLES = (
    (
        (
            SIGNATURE,
            ("111-0000001-0000001", "10000000000001", "MUG-330-W", "2", "Alex Sample", "US"),
        ),
        ("111-0000001-0000001", "", (("MUG-330-W", 2),)),
    ),
)
"""Header and row, and what is read of it: number, status word, lines."""


def read(table: Table, *, utc_offset_minutes: int) -> Iterator[Found]:
    """Each order once, with what is still to be sent of it."""
    return read_orders(table, _LAYOUT, line=_line, order=partial(_order, utc_offset_minutes=utc_offset_minutes))


def _line(cell: Cells) -> SourceLine | None:
    units = _units_to_send(cell)
    if units == 0:
        return None
    if not cell["sku"]:
        raise CellError("sku", "the SKU is missing")
    return SourceLine(sku=cell["sku"], quantity=units, name=cell["product-name"], price=_price(cell))


def _price(cell: Cells) -> Money | None:
    """``item-price`` is that of all units bought; one that does not divide is told for none of them."""
    bought = cell["quantity-purchased"]
    return (
        price(cell["item-price"], cell["currency"], units=int(bought)) if bought.isdecimal() and int(bought) else None
    )


def _units_to_send(cell: Cells) -> int:
    """What the unshipped report says is left; the purchased units, less those sent, where it does not say."""
    left = cell["quantity-to-ship"]
    if left:
        return 0 if left == "0" else quantity(left, "quantity-to-ship")
    bought, sent = quantity(cell["quantity-purchased"], "quantity-purchased"), cell["quantity-shipped"]
    return max(0, bought - (quantity(sent, "quantity-shipped") if said(sent) else 0))


def _order(rows: Sequence[Row], lines: tuple[SourceLine, ...], *, utc_offset_minutes: int) -> SourceOrder:
    row, cell = rows[0]
    moment = partial(_earliest, rows, utc_offset_minutes=utc_offset_minutes)
    message = _message(rows, cell)
    return SourceOrder(
        row=row,
        number=order_number(cell["order-id"], "order-id"),
        status_word=_OPEN if lines else _SENT,
        recipient=_recipient(cell),
        lines=lines,
        buyer_message=message,
        gift=asks_for_gift(message) or bool(_each("gift-wrap-type", rows) or _each("gift-message-text", rows)),
        buyer_service=carrier_chosen(cell["ship-service-level"]),
        created_us=moment("purchase-date"),
        paid_us=moment("payments-date"),
        deadline_us=moment("latest-ship-date") or moment("promise-date"),
        holds=tuple(_holds(rows)),
        amount=_amount(rows),
        company="Amazon Business" if "true" in (text.casefold() for text in _each("is-business-order", rows)) else "",
    )


def _amount(rows: Sequence[Row]) -> int | None:
    """What the lines and their shipping cost together; None where one line does not say."""
    prices = [hundredths(cell["item-price"]) for _row, cell in rows]
    known = [price for price in prices if price is not None]
    if len(known) < len(prices):
        return None
    return sum(known) + sum(hundredths(cell["shipping-price"]) or 0 for _row, cell in rows)


def _earliest(rows: Sequence[Row], column: str, *, utc_offset_minutes: int) -> int | None:
    moments = (time_us(cell[column], column, utc_offset_minutes=utc_offset_minutes) for _row, cell in rows)
    return min((moment for moment in moments if moment is not None), default=None)


def _each(column: str, rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(text for _row, cell in rows if (text := said(cell[column]))))


def _message(rows: Sequence[Row], cell: Cells) -> str:
    """What the packer must read: instructions, the words for a gift card, the number a business buyer wants to see."""
    parts = _each("delivery-Instructions", rows)
    parts += (f"Gift message: {text}" for text in _each("gift-message-text", rows))
    business = said(cell["purchase-order-number"])
    return "\n".join((*parts, f"Purchase order number: {business}") if business else parts)


def _recipient(cell: Cells) -> Recipient:
    return Recipient(
        name=cell["recipient-name"],
        phone=said(cell["ship-phone-number"]) or said(cell["buyer-phone-number"]),
        country=country_code(cell["ship-country"], "ship-country"),
        province=cell["ship-state"],
        city=cell["ship-city"],
        street=", ".join(part for column in _ADDRESS if (part := said(cell[column]))),
        postcode=cell["ship-postal-code"],
    )


def _holds(rows: Sequence[Row]) -> Iterator[SourceHold]:
    if any(cell["is-buyer-requested-cancellation"].casefold() == "true" for _row, cell in rows):
        reason = "; ".join(_each("buyer-requested-cancel-reason", rows))
        yield SourceHold(reason=HoldReason.CANCEL_ASKED, detail=reason[:200])
