"""What the API answers, as values: their fields are the OpenAPI document's. Times ISO 8601 in UTC, weights in grams."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

Count = Annotated[int, Meta(ge=0)]


class HoldOut(Struct, frozen=True, kw_only=True):
    reason: str
    since: str | None
    detail: str = ""


class OrderListed(Struct, frozen=True, kw_only=True):
    """``name`` is masked without the right ``personal``."""

    order: str
    platform: str
    shop: str
    state: str
    lines: Count
    units: Count
    name: str
    country: str
    service: str
    waybill: str
    bench: str
    deadline: str | None
    paid: str | None
    holds: list[HoldOut]


class OrdersOut(Struct, frozen=True, kw_only=True):
    """``next`` goes into ``after`` for the following page; null on the last."""

    orders: list[OrderListed]
    next: str | None


class LineOut(Struct, frozen=True, kw_only=True):
    sku: str
    quantity: int
    name: str
    variant: str
    kind: str
    kit: str


class RecipientOut(Struct, frozen=True, kw_only=True):
    name: str
    phone: str
    country: str
    province: str
    city: str
    district: str
    street: str
    postcode: str


class OrderOut(Struct, frozen=True, kw_only=True):
    order: str
    platform: str
    shop: str
    state: str
    revision: int
    service: str
    waybill: str
    deadline: str | None
    gift: bool
    buyer_message: str
    seller_note: str
    recipient: RecipientOut
    holds: list[HoldOut]
    lines: list[LineOut]


class FaultOut(Struct, frozen=True, kw_only=True):
    """``place`` counts the orders or numbers of the request from 1."""

    place: int
    order: str
    field: str
    message: str


class TakenOut(Struct, frozen=True, kw_only=True):
    """As ``import --json`` counts: ``orders`` = new + updated + unchanged, of which some are held or closed."""

    orders: Count
    lines: Count
    new: Count
    updated: Count
    unchanged: Count
    held: Count
    closed: Count
    refused: Count
    errors: list[FaultOut]


class HoldsOut(Struct, frozen=True, kw_only=True):
    order: str
    state: str
    holds: list[HoldOut]


class PoolOut(Struct, frozen=True, kw_only=True):
    service: str
    free: Count
    reserved: Count
    drawn: Count
    sent: Count
    void: Count


class PoolsOut(Struct, frozen=True, kw_only=True):
    pools: list[PoolOut]


class NumbersOut(Struct, frozen=True, kw_only=True):
    service: str
    added: Count
    errors: list[FaultOut]


class ParcelOut(Struct, frozen=True, kw_only=True):
    """One order's part of a box; ``entry`` names the ledger entry that sealed it, ``bench/epoch/seq``."""

    entry: str
    order: str
    waybill: str
    bench: str
    packer: str
    sealed: str | None
    weight_g: float | None
    lines: Count
    units: Count
    short: bool


class ParcelsOut(Struct, frozen=True, kw_only=True):
    parcels: list[ParcelOut]
    next: str | None


class EntryOut(Struct, frozen=True, kw_only=True):
    """A ledger entry as the relay brought it. ``header`` is what the bench signed, byte for byte."""

    id: str
    kind: str
    at: str | None
    packer: str
    header: str


class WitnessOut(Struct, frozen=True, kw_only=True):
    log: str
    witness: str
    size: Count
    root: str


class EvidenceOut(Struct, frozen=True, kw_only=True):
    """What the order book can say of an order's record; the bundle itself is exported where the ledger is."""

    order: str
    entries: list[EntryOut]
    sealed: bool
    witnessed: list[WitnessOut]


class EventOut(Struct, frozen=True, kw_only=True):
    """What happened to an order, as a webhook tells it too. ``id`` never comes twice with another content."""

    id: str
    type: str
    at: str | None
    order: str | None
    bench: str
    packer: str
    data: dict[str, Any]


class EventsOut(Struct, frozen=True, kw_only=True):
    """``next`` goes into ``after``: what comes later begins there. ``more`` says that a page is waiting already."""

    events: list[EventOut]
    next: str
    more: bool


class WebhookOut(Struct, frozen=True, kw_only=True):
    id: int
    url: str
    types: list[str]
    made: str | None
    ended: str | None
    ended_why: str
    waiting: Count
    given_up: Count
    last_answer: str


class WebhookMade(Struct, frozen=True, kw_only=True):
    """``secret`` signs every call and is shown this once."""

    id: int
    secret: str


class WebhooksOut(Struct, frozen=True, kw_only=True):
    webhooks: list[WebhookOut]


class Health(Struct, frozen=True, kw_only=True):
    """``ok`` when the order book answers and has this program's schema; the status is 503 when not.

    ``schema`` is the book's, empty where it says none.
    """

    ok: bool
    version: str
    schema: str
