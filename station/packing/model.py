"""What an order is to a bench: values only, copied whole at the claim so that no scan waits for a network.

Weights are integer milligrams, times are microseconds UTC, identifiers are types. Nothing here decides
anything (that is ``machine``) and nothing here knows a database, a file format or a screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

OrderNo = NewType("OrderNo", str)
Sku = NewType("Sku", str)
Waybill = NewType("Waybill", str)
ServiceId = NewType("ServiceId", str)
JobId = NewType("JobId", str)

LINES_MAX = 500
"""An order with more lines is refused at import: nobody packs it in one parcel."""

CELLS_MAX = 200
"""On one sort wall: more are not told apart by three digits read from three metres."""


class LineKind(StrEnum):
    """How a line is verified."""

    GOODS = "goods"
    GIFT = "gift"  # free gift: scanned like goods, never on a price list (E4)
    BY_HAND = "by_hand"  # no barcode at all: confirmed by hand and recorded as such
    VIRTUAL = "virtual"  # needs no packing (A14)
    SUPPLIER = "supplier"  # its supplier sends it to the buyer (A13)


NOT_PACKED = frozenset({LineKind.VIRTUAL, LineKind.SUPPLIER})
"""Lines of which nothing ever goes into a box."""


class HoldReason(StrEnum):
    """Why an order may not ship, or needs an eye (gates B1 to B16 of the requirements)."""

    UNPAID = "unpaid"  # B1
    PARTLY_PAID = "partly_paid"  # B4
    RISK_REVIEW = "risk_review"  # B2, lifted by the platform's word (B3), never by the clock alone
    COD_UNCONFIRMED = "cod_unconfirmed"  # B5
    APPROVAL_MISSING = "approval_missing"  # B6
    CANCEL_ASKED = "cancel_asked"  # B7
    REFUND_ASKED = "refund_asked"  # B8
    FROZEN = "frozen"  # B9
    DISPUTE = "dispute"  # B10
    ORDER_CHANGED = "order_changed"  # B11, B12
    SPEC_UNCONFIRMED = "spec_unconfirmed"  # B14
    NO_SHIP_FROM = "no_ship_from"  # B15
    ORDER_UNCONFIRMED = "order_unconfirmed"  # C9: the seller has not confirmed it on the platform yet
    NO_LINES = "no_lines"  # the order report came without its item report
    BY_SUPERVISOR = "by_supervisor"  # ``orders hold``
    ADDRESS_MASKED = "address_masked"  # the office must print through the platform's component
    INVOICE_MISSING = "invoice_missing"  # only the office can mend it
    SHORTAGE = "shortage"  # put aside at a bench or a shelf until its owner says how it goes on (D2, D3)
    STATUS_UNKNOWN = "status_unknown"  # a status word that the shop's file does not know


class OrderState(StrEnum):
    """Where an order stands, whatever words its platform uses."""

    READY = "ready"
    HELD = "held"
    OUTSIDE = "outside"  # may ship, but a supplier sends it or there is nothing to send: no bench takes it (A13, A14)
    PACKING = "packing"
    SEALED = "sealed"
    HANDED_OVER = "handed_over"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"
    FINISHED = "finished"


class Fulfilment(StrEnum):
    """Who gets the goods of an order on their way."""

    BENCH = "bench"
    SUPPLIER = "supplier"  # A13: the supplier sends all of it to the buyer
    NONE = "none"  # A14: virtual goods alone


class Capture(StrEnum):
    """What must be read off each unit of a line, beside its code."""

    LOT = "lot"
    EXPIRY = "expiry"
    SERIAL = "serial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    reason: HoldReason
    since_us: int
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Barcode:
    """One code that stands for ``units`` of a SKU: 1 for a piece, 12 for its carton."""

    code: str
    units: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """``currency`` is an ISO 4217 code; hundredths also of one that has no smaller unit."""

    hundredths: int
    currency: str

    def __str__(self) -> str:
        return f"{self.hundredths // 100}.{self.hundredths % 100:02d} {self.currency}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """What must be in the box. Kits are exploded into such lines before packing sees them."""

    sku: Sku
    quantity: int
    name: str = ""
    variant: str = ""
    kind: LineKind = LineKind.GOODS
    barcodes: tuple[Barcode, ...] = ()
    weight_mg: int | None = None
    weight_spread_mg: int = 0
    goods_class: str = ""
    captures: tuple[Capture, ...] = ()
    picture: str = ""
    kit: str = ""
    order: OrderNo | None = None  # whose line it is, where several orders share one waybill
    location: str = ""  # where the goods lie
    customs_name: str = ""  # these three as a customs declaration names them; empty where the product file is silent
    hs_code: str = ""
    origin: str = ""
    declared_value: Money | None = None  # of one unit, for customs; None where nobody entered it
    name_en: str = ""  # beside ``name``, where the goods have one in each language


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Personal throughout: never in an entry's ``pub``, masked on screen and, by setting, on paper."""

    name: str = ""
    phone: str = ""
    country: str = "CN"
    province: str = ""
    city: str = ""
    district: str = ""
    street: str = ""
    postcode: str = ""


class Witness(StrEnum):
    """Who verified units before their order came to the bench."""

    WALL = "wall"  # sorted into the order's own cell, unit by unit
    PARKED = "parked"  # packed at a bench before the order was put aside


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtUnits:
    """Units of a line that were scanned before, elsewhere: what ``place`` verified and ``by`` whom."""

    line: int
    units: int
    code: str
    witness: Witness
    place: str  # the wall's cell, the other bench
    by: str  # pseudonym
    at_us: int
    lot: str | None = None
    expiry: str | None = None
    serial: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A claimed order's full copy, as of ``known_us``."""

    number: OrderNo
    platform: str
    shop: str
    lines: tuple[OrderLine, ...]
    recipient: Recipient = Recipient()
    sender: Recipient = Recipient()
    state: OrderState = OrderState.READY
    holds: tuple[Hold, ...] = ()
    buyer_message: str = ""
    seller_note: str = ""
    gift: bool = False
    buyer_service: str = ""
    service: ServiceId | None = None
    service_name: str = ""
    waybill: Waybill | None = None
    sort_code: str = ""
    deadline_us: int | None = None
    revision: int = 1
    known_us: int = 0
    joined: tuple[OrderNo, ...] = ()  # the orders under this waybill, this one first; empty when it is alone
    part_of: OrderNo | None = None  # the platform's order, of which this is one parcel
    next_part: OrderNo | None = None  # kept free for what does not go into this parcel
    cell: str = ""  # its cell in the pick batch, printed on list and label
    ship_from: str = ""  # the place that ships it; empty where there is only one
    brought: tuple[BroughtUnits, ...] = ()
    chosen_service: ServiceId | None = None  # by the office: goes before note, buyer and rules
    service_why: str = ""  # why the service is what it is, in the words of whoever decided it
    extras: tuple[str, ...] = ()  # value-added services, by id (G11)
    extras_name: str = ""  # as people read them
    copies: int = 0  # labels of its number that may be on paper somewhere


class Aspect(StrEnum):
    """What of an order can change while a bench has it."""

    QUANTITY = "quantity"  # of the SKU named
    NAME = "name"
    PHONE = "phone"
    REGION = "region"  # country, province, city
    STREET = "street"  # the rest of the address
    MESSAGE = "message"
    GIFT = "gift"
    SERVICE = "service"  # what the buyer chose


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One aspect of a claimed order as the bench has it and as the order book has it now; personal."""

    what: Aspect
    before: str
    after: str
    sku: Sku | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptUnits:
    """Verified units that stay with an order that is put aside; ``code`` is empty for units confirmed by hand."""

    line: int
    sku: Sku
    units: int
    code: str
    lot: str | None = None
    expiry: str | None = None
    serial: str | None = None


def gtin_check_digit_ok(digits: str) -> bool:
    """Whether the last digit of a GTIN-8/12/13/14 is right (GS1 General Specifications, section 7.9)."""
    total = sum(map(int, digits[::-2])) + 3 * sum(map(int, digits[-2::-2]))
    return total % 10 == 0


def barcode_key(text: str) -> str:
    """The form in which two codes are compared: a valid GTIN as 14 digits, anything else as it is."""
    if text.isascii() and text.isdigit() and len(text) in (8, 12, 13, 14) and gtin_check_digit_ok(text):
        return text.zfill(14)
    return text
